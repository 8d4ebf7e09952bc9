//! Hours that a heading names, against those of what stands below it.

use super::{findings, only, read, silent};
use crate::Kind;
use crate::check::{Rule, apply, check};
use crate::item::Budget;

fn week(heading: &str, below: &str) -> String {
    format!("# Lute\n\n## Part 1\n\n### {heading}\n\n{below}\n")
}

const TWO: &str =
    "**Study (6 hours):**\n\n- Read tablature\n\n**Practice (8 hours):**\n\n- Play a galliard\n";

#[test]
fn a_heading_is_held_against_its_parts_however_it_writes_its_hours() {
    for heading in [
        "Week 3: Dances (10 hours)",
        "Week 3 (10 hours)",
        "Week 3: Dances – 10 h",
        "Week 3: Dances (20 hours)",
        "Week 3: Dances (8-10 hours)",
        "Week 3: Dances (2 hours/week)",
        "Weeks 3-4: Dances (30 hours)",
    ] {
        let (found, _) = only(Rule::HeadedHours, &week(heading, TWO));
        assert_eq!(found.claims.len(), 3, "{heading}");
    }
}

#[test]
fn hours_that_can_both_be_kept_are_no_contradiction() {
    for (heading, below) in [
        ("Week 3: Dances (14 hours)", TWO),
        ("Week 3: Dances (14.5 hours)", TWO),
        ("Week 3: Dances (12-15 hours)", TWO),
        ("Weeks 3-4: Dances (7 hours)", TWO),
        ("Weeks 3-4: Dances (7 hours a week)", TWO),
        ("Week 3: Dances", TWO),
        ("Week 3: Dances (10 hours)", "- Play a galliard\n"),
        (
            "Week 3: Dances (10 hours)",
            "**Study (2-6 hours):**\n\n- Read\n\n**Practice (6-8 hours):**\n\n- Play\n",
        ),
        ("Week 3: Dances (10 hours)", "**Study (6 hours):**\n\n- Read\n\n**Practice:**\n\n- Play\n"),
        ("Week 3: Dances (6 hours)", "**Practice (1 hour/day):**\n\n- Play\n"),
        (
            "Week 3: Dances (6 hours)",
            "**Study (6 hours):**\n\n- Read\n\n**Optional practice (8 hours):**\n\n- Play\n",
        ),
        // A step may be done on several days.
        ("Week 3: Dances (10 hours)", "- Scales (30 min)\n- Galliards (1 hour)\n"),
    ] {
        assert_eq!(findings(&week(heading, below)), [], "{heading}: {below}");
    }
}

#[test]
fn a_rate_of_several_weeks_allows_for_a_lighter_one() {
    let weeks = |last: u32| {
        format!(
            "# Lute\n\n## Part 1 (12 hours/week)\n\n### Weeks 1-4: Dances (48 hours)\n\n- Play\n\n### Week 5: Rest ({last} hours)\n\n- Play less\n"
        )
    };
    assert_eq!(findings(&weeks(6)), []);
    assert_eq!(only(Rule::HeadedHours, &weeks(30)).0.claims.len(), 3);
}

#[test]
fn steps_that_take_longer_than_the_whole_are_named() {
    let source = week("Week 3 (10 hours)", "- Scales (6 hours)\n- Galliards (8 hours)\n");
    let (found, lines) = only(Rule::HeadedHours, &source);
    assert_eq!(lines, ["### Week 3 (10 hours)", "- Scales (6 hours)", "- Galliards (8 hours)"]);
    let mut roadmap = read(&source);
    assert!(apply(&mut roadmap, &found.remedies[0].change));
    assert_eq!(check(&roadmap), []);
}

#[test]
fn the_heading_or_the_largest_part_gives_way() {
    let source = week("Week 3: Dances (10 hours)", TWO);
    let (found, _) = only(Rule::HeadedHours, &source);
    let labels: Vec<&str> = found.remedies.iter().map(|remedy| remedy.label.as_str()).collect();
    assert_eq!(labels, ["Make it 14 h", "Make “Practice” 4 h"]);
    let after = |remedy: usize| {
        let mut roadmap = read(&source);
        assert!(apply(&mut roadmap, &found.remedies[remedy].change));
        roadmap
    };
    assert!(after(0).stages().any(|stage| stage.text == "Dances (14 hours)"));
    let four = Some(Budget::Stage { least: 240, most: 240 });
    assert!(after(1).walk().any(|item| matches!(item.kind, Kind::Activity { budget, .. } if budget == four)));
}

#[test]
fn a_phase_with_more_weeks_than_are_written_out_may_have_more_hours() {
    let stage = |number: u32| format!("### Week {number}\n\n**Practice (8 hours):**\n\n- Play\n\n");
    let phase = |heading: &str| format!("# Lute\n\n## {heading}\n\n{}{}", stage(1), stage(2));
    silent(&phase("Part 1: Dances (weeks 1-5, 40 hours)"));
    silent(&phase("Part 1: Dances (16 hours)"));
    silent(&phase("Part 1: Dances (8 hours)"));
    let (found, _) = only(Rule::HeadedHours, &phase("Part 1: Dances (weeks 1-2, 40 hours)"));
    assert_eq!(found.claims.len(), 3);
}

#[test]
fn a_week_whose_heading_names_its_hours_is_not_asked_for_fewer() {
    let plan = |heading: &str| {
        format!(
            "{}\n## Weekly schedule\n\n### Term time\n\n- Monday: Study (7 hours)\n- Friday: Practice (3 hours)\n",
            week(heading, TWO)
        )
    };
    let labels = |heading: &str| {
        let (found, _) = only(Rule::WeekDemand, &plan(heading));
        found.remedies.into_iter().map(|remedy| remedy.label).collect::<Vec<_>>()
    };
    assert_eq!(labels("Week 3: Dances (14 hours)"), ["Let “Study” take hands-on work too"]);
    assert_eq!(labels("Week 3: Dances"), ["Let “Study” take hands-on work too", "Ask for 3 h a week"]);
}
