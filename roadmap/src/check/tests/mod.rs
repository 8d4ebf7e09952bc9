//! Each rule on documents of other fields. The documents themselves are clean; one line is put in the
//! place of another to make a contradiction, and another one to come near.

mod before;
mod bundled;
mod by_choice;
mod cases;
mod clean;
mod counts;
mod headed;
mod hostile;
mod kinds;
mod reference;
mod remedies;
mod rules;
mod weeks;
mod whole;

use super::{Finding, Rule, check};
use crate::Roadmap;
use crate::document::import;

const ITALIAN: &str = include_str!("fixtures/italian.md");
const MARATHON: &str = include_str!("fixtures/marathon.md");

fn read(source: &str) -> Roadmap {
    import(source.as_bytes(), "plan.md").expect("a document that can be read").roadmap
}

fn findings(source: &str) -> Vec<Finding> {
    check(&read(source))
}

/// The document with some of its words replaced by others.
fn with(source: &str, changes: &[(&str, &str)]) -> String {
    changes.iter().fold(source.to_owned(), |source, (from, to)| {
        assert!(source.contains(from), "{from:?} is not in the document");
        source.replacen(from, to, 1)
    })
}

/// The only finding, which is of that rule, and the document's lines that it names.
fn only(rule: Rule, source: &str) -> (Finding, Vec<String>) {
    let found = findings(source);
    let [finding] = found.as_slice() else { panic!("{rule:?}: {} findings: {found:#?}", found.len()) };
    assert_eq!(finding.rule, rule, "{finding:#?}");
    let lines: Vec<&str> = source.lines().collect();
    let named = finding.claims.iter().map(|claim| lines[claim.line - 1].trim().to_owned()).collect();
    (finding.clone(), named)
}

fn silent(source: &str) {
    assert_eq!(findings(source), [], "the near miss is none");
}
