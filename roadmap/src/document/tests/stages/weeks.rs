//! Weeks in bold lines, lists and timelines, in several words.

use super::super::fixtures::{NUMBERED_WEEKS, WEEKS_IN_A_LIST, WEEKS_IN_BOLD, WEEKS_IN_WORDS};
use super::{named, read, scan, stages, weeks};
use crate::document::summary;

#[test]
fn bold_lines_are_stages_below_their_heading() {
    assert_eq!(
        weeks(WEEKS_IN_BOLD),
        named(&[
            ("Timber", (1, 1)),
            ("The top", (2, 2)),
            ("Legs", (3, 4)),
            ("Drawbore the joints", (5, 5)),
            ("Finish", (6, 6)),
        ])
    );
    let phases: Vec<_> = stages(WEEKS_IN_BOLD).into_iter().map(|(phase, ..)| phase).collect();
    assert_eq!(phases, ["Preparation", "Preparation", "Preparation", "Assembly", "Assembly"]);
    assert_eq!(summary(&read(WEEKS_IN_BOLD).roadmap, WEEKS_IN_BOLD).hours.total, 8.0);
}

#[test]
fn lines_of_a_list_are_stages_with_what_is_below_them() {
    assert_eq!(
        weeks(WEEKS_IN_A_LIST),
        named(&[
            ("Hold it, breathe with it", (1, 1)),
            ("Five notes", (2, 3)),
            ("Bass buttons", (4, 4)),
            ("Together", (5, 5)),
            ("Play for the neighbours", (6, 6)),
        ])
    );
    let sum = summary(&read(WEEKS_IN_A_LIST).roadmap, WEEKS_IN_A_LIST);
    assert_eq!((sum.phases, sum.steps), (2, 10));
    assert_eq!(sum.hours.total, 3.0 + 5.0 + 4.0 + 4.0, "of a range the least");
    assert_eq!(
        weeks(NUMBERED_WEEKS),
        named(&[
            ("Yeast and water", (1, 1)),
            ("Shaping", (2, 2)),
            ("Sourdough", (3, 3)),
            ("Selling", (4, 5))
        ])
    );
}

#[test]
fn weeks_are_named_in_several_words() {
    assert_eq!(
        weeks(WEEKS_IN_WORDS),
        named(&[
            ("Sounds", (1, 1)),
            ("Who is who", (2, 2)),
            ("Numbers", (3, 3)),
            ("At the harbour", (4, 4)),
            ("Yesterday", (5, 5)),
            ("Tomorrow", (6, 6)),
            ("Im Zug", (7, 7)),
            ("De vuelta", (8, 8)),
        ])
    );
    assert_eq!(stages(WEEKS_IN_WORDS).len(), scan::lines_with(WEEKS_IN_WORDS, "### ").len());
}

#[test]
fn a_summary_in_a_timeline_adds_no_stages() {
    let source = "# T\n## Week 1\n- [ ] Sing\n## Timeline\n- Week 1: Sing\n- Week 2: Hum\n\n| Week | What |\n|--|--|\n| 1 | Sing |\n| 2 | Hum |\n";
    assert_eq!(read(source).roadmap.stages().count(), 1);
}

#[test]
fn a_timeline_is_the_way_where_there_is_no_other() {
    let source = "# T\n## About\n- Songs\n## Timeline\n- **Week 1:** Sing\n- **Week 2:** Hum\n## Metrics\n- Week 1: 3 songs\n- Week 2: 4 songs\n";
    assert_eq!(weeks(source), named(&[("Sing", (1, 1)), ("Hum", (2, 2))]));
}

#[test]
fn sentences_about_weeks_are_no_stages() {
    let source = "# T\n\nWeek 1 is hard.\n\nWeek 2 is not.\n\n- Week 1 was fun\n- Week 2 as well\n\n**Week 1 Checkpoint:**\n- a\n\n**Week 2 Checkpoint:**\n- b\n";
    assert!(weeks(source).is_empty());
}

#[test]
fn a_name_behind_weeks_may_begin_like_a_unit() {
    for (heading, title) in [("Weeks 1-2 H2O", "H2O"), ("Weeks 1-2 Hr meeting", "Hr meeting")] {
        let found = weeks(&format!("# Chemistry\n## {heading}\n- [ ] Read\n## Week 3\n- [ ] Rest\n"));
        assert_eq!(found[0], (title.to_owned(), (1, 2)), "{heading}");
    }
}
