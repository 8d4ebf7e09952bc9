//! Headings that are stages, or parts of one, though they name no week.

use super::super::fixtures::NO_WEEKS;
use super::{days, drawn, named, read, scan};
use crate::document::summary;
use crate::item::Kind;
use crate::plan::{DatedStage, Pace, Plan, date_stages};

#[test]
fn without_weeks_headings_are_stages_with_their_hours() {
    assert_eq!(
        days(NO_WEEKS),
        named(&[("Read", None), ("Build", None), ("Meet the bees", None), ("Harvest", None)])
    );
    let roadmap = read(NO_WEEKS).roadmap;
    let boxes: Vec<_> =
        roadmap.stages().map(|stage| stage.walk().filter(|item| item.task.is_some()).count()).collect();
    assert_eq!(boxes, [2, 4, 3, 3]);
    assert_eq!(boxes.iter().sum::<usize>(), scan::box_lines(NO_WEEKS).len());
    assert_eq!(summary(&roadmap, NO_WEEKS).hours.total, 6.0 + 1.0 + 10.0 + 3.0);
}

#[test]
fn without_weeks_the_pace_says_when() {
    let roadmap = read(NO_WEEKS).roadmap;
    let plan = Plan::new(
        "2026-03-02".parse().expect("a date"),
        Pace::Hours { per_week_minutes: 10 * 60 },
        chrono::Weekday::Mon,
    );
    let dated = date_stages(&roadmap, &plan).expect("dates");
    let days = |stage: &DatedStage| stage.to.map(|to| to.signed_duration_since(stage.from).num_days() + 1);
    // Seven hours, ten, three, and an hour for each of three things: 23 hours at 10 a week.
    assert_eq!(dated.iter().map(days).collect::<Vec<_>>(), [Some(5), Some(7), Some(2), Some(3)]);
}

#[test]
fn one_numbered_heading_leaves_the_others_in_the_plan() {
    for (numbered, level) in [("Part 2", "###"), ("Module 2", "##"), ("Level 1: Skirts", "##")] {
        let source = format!(
            "# Sewing\n\n{level} Lesson 1: Thread\n- [ ] Wind\n{level} {numbered}\n- [ ] Cut\n{level} Lesson 2: Seams\n- Pin\n"
        );
        assert_eq!(
            drawn(&source),
            format!(
                "phase: Sewing\n  stage: Lesson 1: Thread\n    step: Wind\n  stage: {numbered}\n    step: Cut\n  stage: Lesson 2: Seams\n    step: Pin\n"
            )
        );
    }
    let several = "# Sewing\n## Before\n- Wind\n## Part 1\n- [ ] Cut\n## Part 2\n- [ ] Pin\n";
    assert!(drawn(several).starts_with("section: Before\n"), "{}", drawn(several));
    let phase = "# Sewing\n## Part 1\n### Thread\n- [ ] Wind\n### Seams\n- [ ] Pin\n";
    assert!(drawn(phase).starts_with("phase: Part 1\n  stage: Thread\n"), "{}", drawn(phase));
}

#[test]
fn headings_below_work_with_hours_are_parts_of_that_work() {
    let source = "# Kitchen\n## Phase 1 (weeks 1-2): Knives\n- [ ] Dice\n## Phase 2 (weeks 3-6): Sauces\n**Study (2 hours/day):**\n- [ ] Read\n**Practice (10 hours):**\n- [ ] Whisk\n\n### Milestones\n- [ ] 3 sauces\n";
    let roadmap = read(source).roadmap;
    let last = roadmap.stages().last().expect("a stage");
    assert_eq!(last.text, "Phase 2 (weeks 3-6): Sauces");
    let activities = last.walk().filter(|item| matches!(item.kind, Kind::Activity { budget: Some(_), .. }));
    assert_eq!(activities.count(), 2);
    assert!(last.walk().any(|item| item.text == "3 sauces"));
    assert_eq!(roadmap.stages().count(), 2);
}
