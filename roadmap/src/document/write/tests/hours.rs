//! Hours that a person gave an activity stand where the document has hours, and are read back.

use super::{kept, markdown, said};
use crate::edit::{Edit, edit};
use crate::item::Budget;
use crate::{Item, Kind, Roadmap};

const SEVEN: Budget = Budget::Stage { least: 420, most: 420 };

/// The document with other hours for its first activity, which is read back as it is now.
fn retimed(source: &str, budget: Budget) -> String {
    let mut roadmap = kept(source).expect("a document");
    let is_activity = |item: &&Item| matches!(item.kind, Kind::Activity { .. });
    let activity = roadmap.walk().find(is_activity).expect(source).id;
    assert_eq!(edit(&mut roadmap, &Edit::SetBudget { activity, budget: Some(budget) }), Ok(true));
    let written = markdown(&roadmap, source);
    let again = kept(&written).expect("a document");
    assert_eq!(hours(&again), hours(&roadmap), "{written}");
    written
}

/// The hours of each activity.
fn hours(roadmap: &Roadmap) -> Vec<(String, Option<Budget>)> {
    let hours = |item: &Item| match item.kind {
        Kind::Activity { budget, .. } => Some((item.text.clone(), budget)),
        _ => None,
    };
    roadmap.walk().filter_map(hours).collect()
}

#[test]
fn hours_in_a_stages_own_line_are_written_there() {
    for (source, old, new) in [
        ("# P\n\n## Week 1: Chords (5 hours)\n\n- [ ] C\n- [ ] D\n", "(5 hours)", "(7 hours)"),
        ("# P\n\n## Week 1: Chords (2 songs, 5 h)\n\n- C\n", "5 h)", "7 hours)"),
        ("# P\n\n## Week 1: Chords [5 hours total]\n\n- C\n", "5 hours", "7 hours"),
        ("# P\n\n### Week 2 (20 hours)\n\n- C\n", "(20 hours)", "(7 hours)"),
        (
            "# P\n\n**Week 1: Chords (5 hours)**\n\n- C\n\n**Week 2: Songs (6 hours)**\n\n- D\n",
            "(5 hours)",
            "(7 hours)",
        ),
        (
            "# P\n\n- **Week 1:** Learn chords (6 hours)\n- **Week 2:** Sing (2 hours)\n",
            "(6 hours)",
            "(7 hours)",
        ),
        ("# P\n\n## Week 1: Chords\n\nTime: 5 hours\n\n- C\n", "5 hours", "7 hours"),
        ("# P\n\n## Week 1: Chords\n\nHours: 5\n\n- C\n", "5", "7 hours"),
    ] {
        assert_eq!(retimed(source, SEVEN), source.replacen(old, new, 1));
    }
}

#[test]
fn hours_around_a_stage_leave_it_some_of_its_own() {
    for source in [
        "# P (40 hours/week)\n\n## Week 1: Chords\n\n- C\n\n## Week 2: Songs\n\n- D\n",
        "# P\n\n## Track A: Fast (40 hours/week)\n\n### Week 1: Chords\n\n- C\n\n### Week 2: Songs\n\n- D\n",
        "# P\n\nTime: 6 hours a week\n\n**Week 1: Chords**\n\n- C\n\n**Week 2: Songs**\n\n- D\n",
    ] {
        assert_eq!(retimed(source, SEVEN), source.replace("Chords", "Chords (7 hours)"));
    }
}

#[test]
fn hours_of_a_week_are_said_to_be_of_a_week() {
    let written = retimed("# P\n\n### Week 2 (20 hours)\n\n- C\n", Budget::Week { least: 930, most: 930 });
    assert_eq!(written, "# P\n\n### Week 2 (15.5 hours a week)\n\n- C\n");
}

#[test]
fn hours_that_a_stage_shares_out_are_written_at_each_activity_once_one_has_others() {
    let source = "# P\n\n## Week 1: Chords (2 songs, 5 hours)\n\n**Study:**\n- a\n\n**Practice:**\n- b\n";
    let wanted = source
        .replace(", 5 hours", "")
        .replace("Study", "Study (7 hours)")
        .replace("Practice", "Practice (2.5 hours)");
    assert_eq!(retimed(source, SEVEN), wanted);
}

#[test]
fn hours_in_a_cell_are_written_as_that_has_them() {
    let weeks = "# P\n\n| Week | Topic | Hours |\n|---|---|---|\n| 1 | Chords | 5 |\n| 2 | Songs | 6 |\n";
    let work = "# P\n\n## Week 1\n\n| Activity | Hours |\n|---|---|\n| Study | 5 |\n| Play | 2-3 |\n";
    for (source, old, new) in [
        (weeks.to_owned(), "| 5 |", "| 7 |"),
        (weeks.replace("| 5 |", "| 5 h |"), "| 5 h |", "| 7 hours |"),
        (weeks.replace("Hours", "Minutes").replace("| 5 |", "| 90 |"), "| 90 |", "| 420 |"),
        (work.to_owned(), "| 5 |", "| 7 |"),
        (work.replace("| Study | 5 |", "| **Study** | **5** |"), "**5**", "**7**"),
        (work.replace("Study |", "Study and 5 songs |"), "| 5 |", "| 7 |"),
    ] {
        assert_eq!(retimed(&source, SEVEN), source.replacen(old, new, 1));
    }
}

#[test]
fn a_stage_whose_work_is_gone_has_no_hours() {
    let source = "# P\n\n## Week 1: Chords (5 hours)\n\n- C\n\n## Week 2: Songs (6 hours)\n\n- D\n";
    let mut roadmap = kept(source).expect("a document");
    let work = roadmap.stages().next().expect("a stage").children[0].id;
    assert_eq!(edit(&mut roadmap, &Edit::Remove { item: work }), Ok(true));
    let written = markdown(&roadmap, source);
    assert_eq!(written, source.replace("Chords (5 hours)\n\n- C\n", "Chords\n"));
    assert_eq!(said(&kept(&written).expect("a document")), said(&roadmap));
}

#[test]
fn a_step_of_a_week_stands_apart_from_the_weeks_table() {
    let table = "| Activity | Hours |\n|---|---|\n| Study | 5 |\n";
    let source = format!("# P\n## Week 1\n{table}");
    let mut roadmap = kept(&source).expect("a document");
    let stage = roadmap.stages().next().expect("a stage").id;
    assert_eq!(edit(&mut roadmap, &Edit::Add { at: stage, text: "Extra".into() }), Ok(true));
    let written = markdown(&roadmap, &source);
    assert_eq!(written, format!("# P\n## Week 1\n\n- [ ] Extra\n\n{table}"));
    assert_eq!(said(&kept(&written).expect("a document")), said(&roadmap));

    let row = roadmap.walk().find(|item| item.text == "Study").expect("a row").id;
    assert_eq!(edit(&mut roadmap, &Edit::Add { at: row, text: "More".into() }), Ok(true));
    let written = markdown(&roadmap, &source);
    assert_eq!(written, format!("# P\n## Week 1\n\n- [ ] Extra\n\n{table}\n- [ ] More\n"));
}

#[test]
fn a_plain_name_that_loses_its_hours_still_announces_its_list() {
    for (source, written) in [
        ("# P\n\n## Week 1\n\nChords (5 hours)\n\n- C\n", "# P\n\n## Week 1\n\nChords:\n\n- C\n"),
        ("# P\n\n## Week 1\n\nChords – 5 hours\n- C\n", "# P\n\n## Week 1\n\nChords:\n- C\n"),
        ("# P\n\n## Week 1\n\n*Chords (5 h)*\n- C\n", "# P\n\n## Week 1\n\n*Chords:*\n- C\n"),
    ] {
        let mut roadmap = kept(source).expect("a document");
        let is_activity = |item: &&Item| matches!(item.kind, Kind::Activity { .. });
        let activity = roadmap.walk().find(is_activity).expect(source).id;
        assert_eq!(edit(&mut roadmap, &Edit::SetBudget { activity, budget: None }), Ok(true));
        assert_eq!(markdown(&roadmap, source), written);
    }
}
