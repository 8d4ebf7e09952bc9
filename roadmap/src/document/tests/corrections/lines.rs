//! What labels, lines of a list and sentences are said to be.

use super::{CHOIR, corrected, drawn, readings_of, say};
use crate::document::{Taken, takes_hours};
use crate::{Category, Kind};

#[test]
fn a_label_is_what_a_person_says() {
    let label = |taken| {
        let drawn = drawn(CHOIR, &[say("**Songs**", taken)]);
        drawn.lines().skip(4).take(2).map(str::trim).collect::<Vec<_>>().join(", ")
    };
    assert_eq!(label(Taken::Activity { category: Category::Study }), "activity: Songs, step: Canon");
    assert_eq!(label(Taken::Section), "section: Songs, entry: Canon");
    assert_eq!(label(Taken::Steps), "section: Songs, step: Canon");
    assert_eq!(label(Taken::Resources), "section: Songs, resource: Canon");
    assert_eq!(label(Taken::Deliverables), "section: Songs, deliverable: Canon");
    assert_eq!(label(Taken::Targets), "section: Songs, target: Canon");
    assert_eq!(label(Taken::Goals), "section: Songs, goal: Canon");
    assert_eq!(label(Taken::Checkpoint), "checkpoint: Songs, checkpoint-item: Canon");
}

#[test]
fn any_line_of_a_list_says_what_all_of_them_are() {
    let source = "# Choir\n## Week 1\n- Canon\n- Round\n\nThen:\n- Bow\n";
    for line in ["- Canon", "- Round"] {
        assert_eq!(
            drawn(source, &[say(line, Taken::Deliverables)]).matches("deliverable: ").count(),
            2,
            "{line}"
        );
    }
}

#[test]
fn a_sentence_can_be_work_with_hours_a_thing_to_do_or_a_goal() {
    let source = "# Guitar\n## Week 1\nOpen chords, some 10 hours\n- learn shapes\n\nPlay for a friend.\n";
    let readings = readings_of(source, "Open chords, some 10 hours");
    assert_eq!(readings[0], Taken::Section);
    let study = Taken::Activity { category: Category::Study };
    assert!(readings.contains(&study) && readings.contains(&Taken::Goals));

    let chords = "Open chords, some 10 hours";
    let said = corrected(source, &[say(chords, study)]);
    let activity = said.roadmap.walk().find(|item| matches!(item.kind, Kind::Activity { .. })).expect("work");
    assert!(takes_hours(activity));
    assert_eq!(activity.children[0].text, "learn shapes", "the list below it is its work");
    let goals = drawn(source, &[say(chords, Taken::Goals)]);
    assert!(goals.contains("goal: learn shapes"), "the lines below a sentence are meant: {goals}");

    let friend = readings_of(source, "Play for a friend.");
    assert!(friend.contains(&Taken::Steps));
    for (taken, kind) in [
        (Taken::Steps, "step"),
        (Taken::Goals, "goal"),
        (Taken::Checkpoint, "checkpoint-item"),
        (Taken::Deliverables, "deliverable"),
    ] {
        let drawn = drawn(source, &[say("Play for a friend.", taken)]);
        assert!(
            drawn.contains(&format!("{kind}: Play for a friend.")),
            "without lines it is meant itself: {drawn}"
        );
    }
    assert_eq!(readings_of("# T\n## Week 1\n- a\n\n> Softly.\n", "Softly."), []);
}

#[test]
fn a_line_of_a_list_that_names_a_week_can_be_a_stage_or_steps() {
    let source =
        "# Choir\n## Phase 1\n- **Week 1:** Ribs (6 hours)\n  - [ ] Hum\n## Phase 2\n### Week 2\n- Sigh\n";
    assert!(readings_of(source, "Ribs").starts_with(&[Taken::Stage]));
    assert!(readings_of(source, "Ribs").contains(&Taken::Steps));
    let steps = drawn(source, &[say("- **Week 1:** Ribs (6 hours)", Taken::Steps)]);
    assert!(!steps.contains("stage: Ribs") && steps.contains("step: Hum"), "{steps}");

    let noted = "# Choir\n## Notes\n- Week 9: Concert\n- Rest\n## Week 1\n- Sigh\n";
    assert!(readings_of(noted, "Week 9: Concert").contains(&Taken::Stage));
    assert!(!readings_of(noted, "Rest").contains(&Taken::Stage));
    let stage = drawn(noted, &[say("- Week 9: Concert", Taken::Stage)]);
    assert!(stage.contains("stage: Concert") && stage.contains("step: Concert"), "{stage}");
}
