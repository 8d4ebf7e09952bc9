//! Stages of a length: phases and sprints that say how long they last.

use super::super::fixtures::LENGTHS;
use super::{days, named, read, weeks};
use crate::plan::{DatedStage, Pace, Plan, date_stages};

#[test]
fn a_length_counts_where_no_week_is_named() {
    assert_eq!(
        days(LENGTHS),
        named(&[
            ("Phase 1: Ground (2 weeks)", Some(14)),
            ("Walls", Some(7)),
            ("Roof", Some(7)),
            ("Door", Some(7)),
            ("Phase 3: Skin (Weeks 6-7)", None),
        ])
    );
    assert_eq!(weeks(LENGTHS), named(&[("Phase 3: Skin (Weeks 6-7)", (6, 7))]));
}

/// The days and budgeted hours of each dated part, as written.
fn dated(source: &str) -> Vec<(i64, u32)> {
    let plan = Plan::new("2026-03-02".parse().expect("a date"), Pace::AsWritten, chrono::Weekday::Mon);
    let of_stage = |stage: &DatedStage| {
        let days = stage.last_day().signed_duration_since(stage.from).num_days() + 1;
        (days, stage.minutes / 60)
    };
    date_stages(&read(source).roadmap, &plan).expect("dates").iter().map(of_stage).collect()
}

#[test]
fn a_phase_with_a_length_and_hours_is_a_stage_of_both() {
    for phase in ["Phase 2: Long (3 months, 10h/week)", "Phase 2: Long (10 hours a week; 3 months)"] {
        let source = format!("# Marathon\n## {phase}\n## Phase 3: Race (2 weeks)\n- [ ] Taper\n");
        assert_eq!(dated(&source), [(91, 130), (14, 0)], "{phase}");
        assert_eq!(days(&source)[0].0, "Phase 2: Long", "{phase}");
    }
    let months = "# Marathon\n## Month 1: Base (5 h/week)\nRun slowly.\n## Months 2-3: Long\n";
    assert_eq!(dated(months), [(28, 20), (63, 0)]);
}

#[test]
fn a_remark_beside_a_length_makes_no_stage() {
    let source = "# Marathon\n## Phase 1: Base (3 months, or so they say)\n## Phase 2: Race (42 km, 10 h)\n";
    assert_eq!(days(source), []);
}

#[test]
fn sprints_beside_weeks_are_stages_as_long_as_they_say() {
    let source = "# Spanish\n## Week 1: Sounds\n- [ ] Vowels\n## Sprint 1 (2 weeks): Speaking\n- [ ] Talk\n## Sprint 2: Writing\n- [ ] A letter\n## Lesson 1\n- Numbers\n## Sprint review\n- Ask the class\n";
    assert_eq!(
        days(source),
        named(&[("Sounds", None), ("Sprint 1 (2 weeks): Speaking", Some(14)), ("Sprint 2: Writing", None)])
    );
    assert_eq!(weeks(source).len(), 1);
}

#[test]
fn a_turn_has_nothing_but_its_number_and_title() {
    let stages = |heading: &str| {
        let source = format!("# Ride\n## Week 1: Slow\n- [ ] Ride\n## {heading}\n- [ ] Ride more\n");
        read(&source).roadmap.stages().count()
    };
    for heading in ["Sprint 1", "Sprint 2: Hills", "Cycle 3 (2 weeks)"] {
        assert_eq!(stages(heading), 2, "{heading}");
    }
    for heading in ["Cycle 100 km", "Sprint 5 times", "Cycle A to B"] {
        assert_eq!(stages(heading), 1, "{heading}");
    }
}
