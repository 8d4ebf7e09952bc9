//! Weeks left out, named twice, or in the wrong part.

use super::{findings, only, read, silent};
use crate::check::{Rule, apply, check};
use crate::item::NumberRange;

/// A plan with a part for each list of headings.
fn plan(parts: &[(&str, &[&str])]) -> String {
    parts.iter().fold("# Sailing\n\n".to_owned(), |plan, (part, stages)| {
        let stages: String = stages.iter().map(|stage| format!("### {stage}\n\n- Sail\n\n")).collect();
        format!("{plan}## {part}\n\n{stages}")
    })
}

fn one(stages: &[&str]) -> String {
    plan(&[("Harbour", stages)])
}

/// The weeks of all stages after the way out of that number.
fn after(source: &str, rule: Rule, remedy: usize) -> Vec<(u32, u32)> {
    let (found, _) = only(rule, source);
    let mut roadmap = read(source);
    assert!(apply(&mut roadmap, &found.remedies[remedy].change), "{}", found.remedies[remedy].label);
    assert_eq!(check(&roadmap), [], "after {}", found.remedies[remedy].label);
    let weeks = |stage: &crate::Item| match stage.kind {
        crate::Kind::Stage { weeks: Some(NumberRange { from, to }), .. } => Some((from, to)),
        _ => None,
    };
    roadmap.stages().filter_map(weeks).collect()
}

#[test]
fn a_week_left_out_is_missing_within_a_part_and_between_two() {
    for (source, says) in [
        (one(&["Week 1", "Week 2", "Week 4"]), "Week 3 is missing: week 4 follows week 2."),
        (
            one(&["Week 1: Knots", "Weeks 2-3: Tides", "Week 6: Night", "Week 7: Fog"]),
            "Weeks 4-5 are missing: week 6 follows weeks 2-3.",
        ),
        (
            plan(&[("Harbour", &["Week 1", "Week 2"]), ("Open sea", &["Week 4", "Week 5"])]),
            "Week 3 is missing: week 4 follows week 2.",
        ),
    ] {
        assert_eq!(only(Rule::WeekNumbers, &source).0.says, says);
    }
}

#[test]
fn a_week_named_twice_is_found_with_both_lines() {
    let source = one(&["Weeks 1-2: Knots", "Weeks 2-3: Tides", "Week 4: Night"]);
    let (found, lines) = only(Rule::WeekNumbers, &source);
    assert_eq!(found.says, "Week 2 is named twice, in weeks 1-2 and in weeks 2-3.");
    assert_eq!(lines, ["### Weeks 1-2: Knots", "### Weeks 2-3: Tides"]);
    let (found, _) = only(Rule::WeekNumbers, &one(&["Weeks 1-2: Knots", "Weeks 2-3: Tides"]));
    assert_eq!(found.claims.len(), 2);
}

#[test]
fn the_weeks_count_on_or_the_second_gives_way() {
    let missing = one(&["Week 1", "Week 2", "Week 4: Night", "Weeks 5-6: Fog"]);
    assert_eq!(after(&missing, Rule::WeekNumbers, 0), [(1, 1), (2, 2), (3, 3), (4, 5)]);
    let twice = one(&["Weeks 1-2: Knots", "Weeks 2-3: Tides", "Week 4: Night"]);
    assert_eq!(after(&twice, Rule::WeekNumbers, 0), [(1, 2), (3, 3), (4, 4)]);
    assert_eq!(after(&twice, Rule::WeekNumbers, 1), [(1, 2), (3, 4), (5, 5)]);
    let slip = one(&["Week 1", "Week 2", "Week 3: Tides", "Week 3: Night", "Week 5"]);
    assert_eq!(after(&slip, Rule::WeekNumbers, 0), [(1, 1), (2, 2), (3, 3), (4, 4), (5, 5)]);
    let again = one(&["Week 1", "Week 2", "Week 3: Tides", "Week 3: Night", "Week 4"]);
    assert_eq!(after(&again, Rule::WeekNumbers, 0), [(1, 1), (2, 2), (3, 3), (4, 4), (5, 5)]);
}

#[test]
fn a_part_called_by_its_weeks_counts_on_with_them() {
    let source = plan(&[
        ("Harbour (weeks 1-3)", &["Week 1", "Week 2", "Week 3"]),
        ("Open sea (weeks 5-6)", &["Week 5", "Week 6"]),
    ]);
    let (found, _) = only(Rule::WeekNumbers, &source);
    let mut roadmap = read(&source);
    assert!(apply(&mut roadmap, &found.remedies[0].change));
    assert!(roadmap.phases().any(|phase| phase.text == "Open sea (weeks 4-5)"));
    assert_eq!(check(&roadmap), []);
}

#[test]
fn numbers_that_can_be_meant_so_are_no_contradiction() {
    for source in [
        one(&["Week 1", "Week 2", "Week 3"]),
        // Each part begins with week 1 again.
        plan(&[("Harbour", &["Week 1", "Week 2", "Week 3"]), ("Open sea", &["Week 1", "Week 2"])]),
        // Something without a number, or without an end, takes the week.
        one(&["Week 1", "Week 2", "Haul out", "Week 4"]),
        one(&["Week 1", "Week 2", "Ongoing: Crew for others"]),
        plan(&[("Harbour", &["Week 1", "Week 2"]), ("Week 3: Regatta", &[]), ("Open sea", &["Week 4"])]),
        // The order is another.
        one(&["Week 1", "Week 3", "Week 2", "Week 4"]),
        // Only some weeks are told.
        one(&["Week 1", "Week 4", "Week 8", "Week 12"]),
        one(&["Week 1", "Week 3", "Week 5", "Week 7"]),
        // It begins later.
        one(&["Week 3", "Week 4", "Week 5"]),
        // Two things each week, and one through all of them.
        one(&[
            "Week 1: Knots",
            "Week 1: Tides",
            "Week 2: Knots",
            "Week 2: Tides",
            "Week 3: Knots",
            "Week 3: Tides",
        ]),
        one(&["Weeks 1-4: Reading", "Week 2: Knots", "Week 3: Tides", "Week 4: Night"]),
        // Each begins in the week in which the other ends.
        one(&["Weeks 1-4: Knots", "Weeks 4-8: Tides", "Weeks 8-12: Night"]),
    ] {
        assert_eq!(findings(&source), [], "{source}");
    }
}

#[test]
fn ways_to_the_same_end_may_have_the_same_weeks() {
    let track = |name: &str| format!("## Track {name}\n\n### Week 3\n\n- Sail\n\n### Week 4\n\n- Sail\n\n");
    silent(&format!(
        "# Sailing\n\n## Harbour\n\n### Week 1\n\n- Sail\n\n### Week 2\n\n- Sail\n\n{}{}",
        track("A: Dinghy"),
        track("B: Yacht")
    ));
}

#[test]
fn a_week_outside_the_weeks_or_months_of_its_part_is_found() {
    for (source, says) in [
        (
            plan(&[
                ("Harbour (weeks 1-4)", &["Week 1", "Week 2", "Week 3", "Week 6"]),
                ("Sea", &["Week 5", "Week 7"]),
            ]),
            "Week 6 stands in the part for weeks 1-4.",
        ),
        (
            plan(&[("Phase 1 (weeks 1-4): Harbour", &["Weeks 1-2", "Weeks 3-5"])]),
            "Weeks 3-5 stand in the part for weeks 1-4.",
        ),
        (plan(&[("Month 1", &["Week 6"])]), "Week 6 stands in the part for month 1."),
        (
            plan(&[("Month 1", &["Week 1", "Week 2", "Week 3", "Week 9"]), ("Month 2", &["Weeks 4-8"])]),
            "Week 9 stands in the part for month 1.",
        ),
    ] {
        assert_eq!(only(Rule::OutsidePhase, &source).0.says, says);
    }
}

#[test]
fn weeks_near_the_end_of_a_month_and_numbers_of_its_own_are_no_contradiction() {
    for source in [
        plan(&[("Month 1", &["Weeks 1-5"]), ("Month 2", &["Weeks 6-9"]), ("Month 3", &["Weeks 10-13"])]),
        plan(&[
            ("Months 1-5", &["Weeks 1-20"]),
            ("Months 6-9", &["Weeks 21-36"]),
            ("Month 10", &["Weeks 37-40"]),
        ]),
        plan(&[("Month 1", &["Weeks 1-4"]), ("Month 2", &["Weeks 1-4"])]),
        plan(&[("Month 3", &["Week 1", "Week 2"])]),
        plan(&[("Harbour (weeks 1-4)", &["Weeks 1-4"]), ("Sea (weeks 5-8)", &["Week 1", "Week 2"])]),
        plan(&[("Harbour", &["Weeks 1-4"]), ("What weeks 1-4 were for", &["Week 5", "Week 6"])]),
        // The months of this plan have eight weeks.
        plan(&[
            ("Month 1", &["Weeks 1-8"]),
            ("Month 2", &["Weeks 9-16"]),
            ("Month 3", &["Weeks 17-24"]),
            ("Month 4", &["Weeks 25-32"]),
        ]),
    ] {
        assert_eq!(findings(&source), [], "{source}");
    }
}

#[test]
fn a_week_goes_where_it_belongs_or_its_part_is_made_longer() {
    let source = plan(&[
        ("Harbour (weeks 1-4)", &["Weeks 1-2", "Week 3", "Week 6"]),
        ("Sea", &["Week 5", "Week 6", "Week 7"]),
    ]);
    let weeks = after(&source, Rule::OutsidePhase, 0);
    assert!(weeks.contains(&(4, 4)), "{weeks:?}");
    let longer = plan(&[("Harbour (weeks 1-4)", &["Weeks 1-2", "Weeks 3-5"])]);
    let (found, _) = only(Rule::OutsidePhase, &longer);
    let mut roadmap = read(&longer);
    assert!(apply(&mut roadmap, &found.remedies[0].change));
    assert!(roadmap.phases().any(|phase| phase.text == "Harbour (weeks 1-5)"));
}

#[test]
fn later_weeks_count_on_only_from_numbers_that_are_sure() {
    let labels = |stage: &str| {
        let (found, _) =
            only(Rule::WeekNumbers, &one(&["Week 1", "Week 2", "Week 3", stage, "Week 7", "Week 8"]));
        found.remedies.into_iter().map(|remedy| remedy.label).collect::<Vec<_>>()
    };
    assert_eq!(labels("Week 4 until the regatta"), Vec::<String>::new());
    assert_eq!(labels("Week 4: The regatta"), ["Count on from week 5"]);
    assert_eq!(labels("Week 4: Until the regatta"), ["Count on from week 5"]);
}
