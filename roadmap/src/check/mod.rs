//! The plan check: contradictions and holes that a roadmap has with itself.
//!
//! The same thing counted differently in two places, hours that don't add up, a metric for something
//! that no week makes. Each [`Finding`] names the lines concerned and ways out of it, which
//! [`apply`] carries out.
//!
//! Belongs here: what can be known from the roadmap alone. Whether a person keeps up with it belongs to
//! [`crate::progress`]. A rule is a file in `rules` and a line in `RULES`; what several rules read is
//! beside them: `survey` lays the roadmap flat, `counts` and `rates` read how many of what, `made`
//! what the stages make, `hours` what weeks ask for and have, `numbering` how the
//! weeks are numbered, `whole` what is said of all of it. No rule knows any field or document.

mod change;
mod counted;
mod counts;
mod deeds;
mod event;
mod finding;
mod hours;
mod made;
mod numbering;
mod phrases;
mod rates;
mod rules;
mod said;
mod survey;
#[cfg(test)]
mod tests;
mod told;
mod whole;
mod words;

pub use change::{Change, NewBudget, NewMeasure, NewText, NewWeeks, apply};
pub use finding::{Claim, Finding, Remedy, Rule};

use crate::Roadmap;
use rules::RULES;
use std::collections::HashMap;
use survey::Survey;

/// What contradicts itself or is missing in a roadmap, in the order of the document.
pub fn check(roadmap: &Roadmap) -> Vec<Finding> {
    let survey = Survey::of(roadmap);
    let mut findings: Vec<Finding> = RULES.iter().flat_map(|rule| rule(&survey)).collect();
    findings.sort_by_key(|finding| (finding.claims.first().map(|claim| claim.line), finding.rule));
    let mut known: HashMap<String, u32> = HashMap::new();
    for finding in &mut findings {
        let times = known.entry(finding.key.clone()).or_default();
        *times += 1;
        if *times > 1 {
            finding.key = format!("{} #{times}", finding.key);
        }
    }
    findings
}
