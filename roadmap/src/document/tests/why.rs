//! Why things are what they are, in the documents of tests/fixtures/dialects and small ones.

use super::fixtures::{
    ALL, CHOICES, CLOCK, DATED, DAYS, GATES_AND_ACCOUNTS, GOALS_AND_TARGETS, HOUR_COLUMNS, HOURS, LENGTHS,
    NO_WEEKS, ONCE_FOR_ALL, OPEN_ENDED, RESOURCES, TRACKS, WEEKS_IN_A_LIST,
};
use crate::document::{Correction, Taken, Why, bundled, import_corrected, why};
use crate::item::Item;
use crate::{Category, Kind};

fn told(source: &str, corrections: &[Correction]) -> Vec<(Item, Why)> {
    let roadmap = import_corrected(source.as_bytes(), "plan.md", corrections).expect("readable").roadmap;
    let reasons = why(&roadmap, source, corrections);
    assert_eq!(reasons.len(), roadmap.walk().count(), "each item has its reason");
    roadmap.walk().map(|item| (item.clone(), reasons[&item.id].clone())).collect()
}

/// The reasons and their sureness for what is called so.
#[track_caller]
fn assert_told(source: &str, text: &str, reason: &str, sure: bool) {
    let told = told(source, &[]);
    let found: Vec<_> = told.iter().filter(|(item, _)| item.text == text).map(|(_, why)| why).collect();
    assert!(
        found.iter().any(|why| why.reason == reason && why.sure == sure),
        "{text} is told of by {found:?}"
    );
}

#[track_caller]
fn assert_hours(source: &str, text: &str, reason: &str, sure: bool) {
    let told = told(source, &[]);
    let hours: Vec<_> =
        told.iter().filter(|(item, _)| item.text == text).filter_map(|(_, why)| why.hours.as_ref()).collect();
    assert!(hours.iter().any(|hours| hours.reason == reason && hours.sure == sure), "{text} has {hours:?}");
}

#[test]
fn parts_of_the_way_name_their_weeks_months_days_and_dates() {
    assert_told(OPEN_ENDED, "Beginnings", "names month 1", true);
    assert_told(GATES_AND_ACCOUNTS, "Jam", "names weeks 1-4", true);
    assert_told(DAYS, "Lines", "names a day", true);
    assert_told(DAYS, "Boxes", "names 3 days", true);
    assert_told(DAYS, "Day 13 onwards: People", "names a beginning and no end", true);
    assert_told(DATED, "Sounds", "names dates", true);
    assert_told(DATED, "Trip (10 days)", "says how long it lasts", true);
    assert_told(DATED, "The course", "its stages stand below it", true);
    assert_told(OPEN_ENDED, "Until the summer concert", "says that it has no end", true);
    assert_told(LENGTHS, "Phase 2: Frame (3 weeks)", "has a number, as parts of the way have", true);
    assert_told(
        TRACKS,
        "Path 1: Holiday course (2 weeks)",
        "one of several ways that stand side by side",
        true,
    );
}

#[test]
fn parts_of_the_way_that_name_nothing_are_guesses() {
    assert_told(NO_WEEKS, "Harvest", "a heading above lists, in a document that names no weeks", false);
    assert_told(LENGTHS, "Roof", "a heading above lists, in a part that names no weeks", false);
    assert_told(LENGTHS, "Phase 1: Ground (2 weeks)", "work that stands right below its phase", false);
    assert_told(DAYS, "Thirty days of drawing", "holds the stages that stand in no phase", false);
    assert_told("- [ ] Sow\n- [ ] Reap\n", "Tasks", "lists that stand below no heading", false);
}

#[test]
fn work_is_told_by_its_label() {
    assert_told(HOURS, "Reading", "its label says study and 15 hours", true);
    assert_told(HOURS, "Study", "its label says study", true);
    assert_told(HOURS, "Concert day", "its label says hours but no kind of work", false);
    assert_told(
        OPEN_ENDED,
        "Promote",
        "its label says hours but no kind of work; what is below it sounds like study",
        false,
    );
    assert_told(HOURS, "Bow", "stands for all the work of its stage", false);
    assert_told(HOUR_COLUMNS, "Reading about glazes", "a row of a table with hours", true);
    assert_told(HOUR_COLUMNS, "Centring", "a row of a table with hours", false);
    assert_told(CLOCK, "Tuesday – Vocabulary", "is named for a day of the week", false);
}

#[test]
fn hours_are_told_from_where_they_come() {
    assert_hours(HOURS, "Reading", "15 hours, from its label", true);
    assert_hours(HOURS, "Bow", "6 hours, from the heading", true);
    assert_hours(HOURS, "Shifting", "4-5 hours a week, from a line of the stage", true);
    assert_hours(HOURS, "Études", "165 minutes, the sum of its steps", true);
    assert_hours(HOUR_COLUMNS, "Practice bowls", "45 minutes a day, from the table", true);
    assert_hours(WEEKS_IN_A_LIST, "Five notes", "5 hours, from the stage's own line", true);
    assert_hours(CLOCK, "Saturday – Lecture", "3 hours a week, from that day's blocks", true);
    assert_hours(ONCE_FOR_ALL, "Openings", "5 hours a week, said once for the whole document", false);
    let phase = "# T\n## Month 1 (5 hours a week)\n### Week 1\n- Hum\n";
    assert_hours(phase, "Week 1", "5 hours a week, shared from the phase", false);
    let shared = "# T\n## Week 1 (6 hours)\n**Study:**\n- Read\n\n**Practice:**\n- Hum\n";
    assert_hours(shared, "Practice", "3 hours, shared from its stage", false);
    let table = "## Effort\n| Week | Study | Projects |\n|--|--|--|\n| 1 | 2 h | 3 h |\n| 2 | 4 h | 1 h |\n";
    let elsewhere = format!("# T\n## Week 1\n- Hum\n## Week 2\n- Sing\n{table}");
    assert_hours(&elsewhere, "Projects", "3 hours, from the table in line 7", true);
    let nearer = format!("# T\nTime: 5 hours a week\n## Week 1\n- Hum\n## Week 2\n- Sing\n{table}");
    assert_hours(&nearer, "Week 2", "5 hours a week, said once for the whole document", false);
}

#[test]
fn lines_are_told_by_where_they_stand() {
    for (source, text, reason, sure) in [
        (HOURS, "Full bows", "has a task box", true),
        (HOURS, "Posture", "stands below the label of its work", true),
        ("# T\n## Week 1\n- Hum\n", "Hum", "a line of a list in a stage", false),
        (GOALS_AND_TARGETS, "Ride without counting", "its label says goal", true),
        (GOALS_AND_TARGETS, "Enter one race", "a line below a label for goals", true),
        (GOALS_AND_TARGETS, "≥ 90 rpm on the flat", "its label says target", true),
        (GOALS_AND_TARGETS, "50-100 km each week", "a line below a label for targets", true),
        (GOALS_AND_TARGETS, "Intervals, at least 6 sprints", "its words name a figure", true),
        (GOALS_AND_TARGETS, "A fitted saddle", "a line below a label for deliverables", true),
        (GOALS_AND_TARGETS, "3+ races entered", "a line below success metrics", true),
        (GATES_AND_ACCOUNTS, "Month 2", "a part of the success metrics", true),
        (GATES_AND_ACCOUNTS, "Card reader", "a line of a list of accounts", true),
        (GATES_AND_ACCOUNTS, "Tips", "its words say what it is about", true),
        (GATES_AND_ACCOUNTS, "Paid", "stands in a section about the same", true),
        (CHOICES, "Pick one of these", "says to pick one", true),
        (CHOICES, "Ballads", "is called an option", true),
        (CLOCK, "Lecture", "names a time of day", true),
        (CLOCK, "Weekly schedule", "its lines name times or hours of days", true),
        (HOUR_COLUMNS, "6 | iron red", "a row of a table", true),
        (RESOURCES, "map", "has a link", true),
        (TRACKS, "Common ground", "no weeks, hours or boxes below it", false),
        (NO_WEEKS, "First visit", "a label without hours or a kind of work", false),
        (NO_WEEKS, "Ask the beekeepers of the valley first.", "prose outside the stages", true),
        ("# T\n## Week 1\n**Checkpoint:**\n- It sits\n", "Checkpoint", "the label says checkpoint", true),
        ("# T\n## Week 1\n**Checkpoint:**\n- It sits\n", "It sits", "a line below a checkpoint", true),
    ] {
        assert_told(source, text, reason, sure);
    }
}

#[test]
fn what_a_person_said_is_sure() {
    let said =
        |line: &str, taken| Correction { line: line.to_owned(), nth: 0, under: None, before: None, taken };
    let review = Taken::Category { category: Category::Review };
    let told = told(HOURS, &[said("**Concert day (15h):**", review), said("- [ ] Full bows", Taken::Goals)]);
    let why = |text: &str| {
        let found = told.iter().find(|(item, _)| item.text == text).expect("an item");
        (found.1.reason.as_str(), found.1.sure)
    };
    assert_eq!(why("Concert day"), ("you said what kind of work it is", true));
    assert_eq!(why("Full bows"), ("you said so", true));
    assert_eq!(why("String crossings"), ("you said so", true), "it is a line of the same list");
}

#[test]
fn a_document_that_names_its_weeks_leaves_little_to_guess() {
    let guesses = |source: &str, is: fn(&Kind) -> bool| {
        let told = told(source, &[]);
        let asked: Vec<_> = told.iter().filter(|(item, _)| is(&item.kind)).collect();
        (asked.iter().filter(|(_, why)| !why.sure).count(), asked.len())
    };
    let part = |kind: &Kind| matches!(kind, Kind::Phase { .. } | Kind::Stage { .. } | Kind::Activity { .. });
    let (guessed, all) = guesses(bundled()[0].source, part);
    assert!(guessed * 5 <= all, "{guessed} of {all} are guesses");
    let (guessed, all) = guesses(bundled()[0].source, |_| true);
    assert!(guessed * 20 <= all, "{guessed} of {all} are guesses");
    let (guessed, all) = guesses(NO_WEEKS, |kind| matches!(kind, Kind::Stage { .. }));
    assert_eq!(guessed, all);
}

#[test]
fn every_item_of_every_dialect_has_a_reason() {
    for fixture in ALL {
        assert!(told(fixture.source, &[]).iter().all(|(_, why)| !why.reason.is_empty()), "{}", fixture.name);
    }
}
