//! What a person changed is read back from what was written, and nothing else is lost.

use super::{documents, kept, markdown, said};
use crate::document::bundled;
use crate::document::tests::nothing_lost::line;
use crate::edit::{Edit, edit};
use crate::item::Budget;
use crate::{Category, Item, Kind};
use proptest::prelude::*;

/// Each edit that might be made at an item, with its name.
fn edits(item: &Item) -> Vec<(&'static str, Edit)> {
    let (at, text) = (item.id, "Quite another".to_owned());
    let budget = |least, most| Some(Budget::Week { least, most });
    vec![
        ("rename", Edit::Rename { item: at, text: text.clone() }),
        ("remove", Edit::Remove { item: at }),
        ("down", Edit::Move { item: at, by: 1 }),
        ("add", Edit::Add { at, text: text.clone() }),
        ("hours", Edit::SetBudget { activity: at, budget: budget(150, 180) }),
        ("no hours", Edit::SetBudget { activity: at, budget: None }),
        ("category", Edit::SetCategory { activity: at, category: Category::Review }),
        ("length", Edit::SetLength { stage: at, weeks: 3 }),
        ("add stage", Edit::AddStage { after: at, title: text.clone(), weeks: 2 }),
        (
            "add activity",
            Edit::AddActivity { stage: at, title: text, category: Category::HandsOn, budget: budget(90, 90) },
        ),
    ]
}

/// What comes back as it was changed, wherever it stands in any of the documents.
const ALWAYS: [(&str, &[&str]); 4] = [
    ("rename", &["account", "deliverable", "goal", "option", "project"]),
    (
        "remove",
        &[
            "account",
            "checklist-item",
            "checkpoint",
            "checkpoint-item",
            "choice",
            "deliverable",
            "gate",
            "goal",
            "metric",
            "note",
            "option",
            "project",
            "routine",
        ],
    ),
    (
        "down",
        &[
            "account",
            "checklist-item",
            "checkpoint-item",
            "choice",
            "deliverable",
            "gate",
            "metric",
            "option",
            "track",
        ],
    ),
    (
        "add",
        &[
            "account",
            "checklist-item",
            "checkpoint",
            "checkpoint-item",
            "gate",
            "metric",
            "option",
            "project",
        ],
    ),
];

#[test]
fn edits_come_back_where_the_document_has_words_for_them() {
    // The dialects are all corners; of an ordinary document every fortieth item will do.
    for (name, source) in documents().into_iter().filter(|(_, source)| source.len() < 3_000) {
        let (same, all) = come_back(name, source, 1);
        assert!(same * 5 > all, "{name}: {same} of {all}");
    }
    let bundled = bundled()[0];
    let (same, all) = come_back(bundled.name, bundled.source, 40);
    assert!(same * 10 > all * 8, "{same} of {all} came back as they were meant");
}

/// How many of the edits at every so many items come back as they were meant, and of how many.
fn come_back(name: &str, source: &str, every: usize) -> (usize, usize) {
    let (mut same, mut all) = (0, 0);
    let roadmap = kept(source).expect(name);
    for item in roadmap.walk().step_by(every) {
        let kind =
            serde_json::to_value(&item.kind).expect("JSON")["kind"].as_str().expect("a kind").to_owned();
        for (what, change) in edits(item) {
            let mut changed = roadmap.clone();
            if edit(&mut changed, &change) != Ok(true) {
                continue;
            }
            let written = markdown(&changed, source);
            let is_same = kept(&written).is_some_and(|again| said(&again) == said(&changed));
            let must = ALWAYS.iter().any(|(edit, kinds)| *edit == what && kinds.contains(&kind.as_str()));
            assert!(is_same || !must, "{what} {kind} in {name}, line {}:\n{written}", item.span.line);
            (same, all) = (same + usize::from(is_same), all + 1);
        }
    }
    (same, all)
}

/// The lines that say something, without the numbers of lists.
fn lines(text: &str) -> Vec<String> {
    let bare = |line: &str| {
        let line = line.trim_start_matches([' ', '\t', '>']);
        let rest = line.trim_start_matches(|c: char| c.is_ascii_digit());
        let is_number = rest.len() < line.len() && rest.starts_with(['.', ')']);
        (if is_number { rest } else { line }).trim_end().to_owned()
    };
    let mut lines: Vec<String> =
        text.lines().map(bare).filter(|line| line.chars().any(char::is_alphanumeric)).collect();
    lines.sort();
    lines
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(512) })]

    #[test]
    fn no_edit_loses_what_others_say(
        which in 0..22_usize,
        cuts in prop::collection::vec((any::<prop::sample::Index>(), line()), 0..4),
        at in any::<prop::sample::Index>(),
        by in -2..3_i32,
        what in 0..3,
    ) {
        let mut text: Vec<String> = documents()[which].1.lines().map(str::to_owned).collect();
        for (at, line) in cuts {
            text.insert(at.index(text.len()), line);
        }
        let source = text.join("\n");
        let mut roadmap = kept(&source).expect("readable");
        let all: Vec<&Item> = roadmap.walk().collect();
        let item = *at.get(&all);
        // Stages say other weeks then, so their lines are others.
        prop_assume!(!item.walk().any(|item| matches!(item.kind, Kind::Stage { .. })));
        // What stands for the work of its stage takes the hours of the stage's title with it.
        prop_assume!(item.span.start < item.span.end);
        // A line or row that is a stage says its work itself, which is written out once there is other work.
        let says_work = |above: &Item| {
            let line = above.span.line.checked_sub(1).and_then(|line| text.get(line));
            let is_row = line.is_some_and(|line| line.trim_start().starts_with('|'));
            matches!(above.kind, Kind::Stage { .. }) && (is_row || above.span == item.span)
        };
        prop_assume!(!roadmap.path_to(item.id).iter().any(|above| says_work(above)));
        let item = item.id;
        let change = match what {
            0 => Edit::Move { item, by },
            1 => Edit::Add { at: item, text: "Zzz".into() },
            _ => Edit::Remove { item },
        };
        prop_assume!(edit(&mut roadmap, &change) == Ok(true));
        let written = markdown(&roadmap, &source);
        let (before, mut after) = (lines(&source), lines(&written));
        match what {
            0 => prop_assert_eq!(before, after, "{}", written),
            1 => {
                let new = after.iter().position(|line| line.contains("Zzz"));
                prop_assert!(new.is_some(), "{}", written);
                after.remove(new.unwrap_or_default());
                prop_assert_eq!(before, after, "{}", written);
            }
            _ => {
                let mut left = before.into_iter();
                prop_assert!(after.iter().all(|line| left.any(|other| other == *line)), "{}", written);
            }
        }
        // What was written is a document like any other.
        let again = kept(&written);
        prop_assert!(written.trim().is_empty() || again.is_some_and(|again| markdown(&again, &written) == written));
    }
}
