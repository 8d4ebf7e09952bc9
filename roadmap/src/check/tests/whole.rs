//! What a document says of itself as a whole, against what its parts come to.

use super::{ITALIAN, MARATHON, findings, only, read, silent, with};
use crate::check::{Rule, apply, check};

/// The marathon with lines between its title and its first month, and another title.
fn marathon(title: &str, lines: &str) -> String {
    with(MARATHON, &[("# From the couch to a marathon\n", &format!("# {title}\n\n{lines}\n"))])
}

/// The same under its own title. It has 35 hours in 8 weeks, and 3 of recovery.
fn plan(lines: &str) -> String {
    marathon("From the couch to a marathon", lines)
}

/// The labels of the ways out, each of which leaves a clean document.
fn ways_out(source: &str) -> Vec<String> {
    let (found, _) = only(Rule::StatedWhole, source);
    for remedy in &found.remedies {
        let mut roadmap = read(source);
        assert!(apply(&mut roadmap, &remedy.change), "{} does nothing", remedy.label);
        assert_eq!(check(&roadmap), [], "after {}", remedy.label);
    }
    found.remedies.into_iter().map(|remedy| remedy.label).collect()
}

#[test]
fn hours_in_total_are_held_against_the_sum_of_the_parts() {
    for line in [
        "Total: 60 hours",
        "**Total: 60 hours**",
        "- **Total time:** 60 h",
        "60 hours in total",
        "- 60 hours total, at your own pace",
        "> Overall effort: about 80 hours",
        "The whole plan takes 60 hours.",
        "For beginners. It takes about 80 hours in total. Shoes matter.",
        "Plan on 60 hours in total",
        "## Overview\n\n- Total hours: 60 hours",
        "## At a glance\n\n| Part | Hours |\n|---|---|\n| Running | 60 h |\n| **Total** | 60 h |",
        "Total: at most 20 hours",
        "Total: 60+ hours",
    ] {
        let (found, _) = only(Rule::StatedWhole, &plan(line));
        assert!(found.says.ends_with("the parts come to 35-38 h."), "{line}: {}", found.says);
        assert_eq!(found.claims.len(), 3, "{line}");
        assert_eq!(ways_out(&plan(line)).len(), 1, "{line}");
    }
}

#[test]
fn the_total_of_a_day_or_a_week_is_none_of_the_whole() {
    for lines in [
        "- Weekdays: 1 hour a day\n- Weekend: 5 hours\n- Total: 10 hours",
        "- Strides: 20 minutes\n- Easy run: 40 minutes\n- Total: 1 hour",
        "## Overview\n\n| Day | Hours |\n|---|---|\n| Mon | 5 hours |\n| Tue | 5 hours |\n| Total | 10 hours |",
    ] {
        let found = check(&read(&plan(lines)));
        assert!(found.iter().all(|found| found.rule != Rule::StatedWhole), "{lines}: {found:?}");
    }
}

#[test]
fn a_length_in_a_title_may_be_of_something_else() {
    for title in [
        "6-Month Emergency Fund",
        "8 Week Old Puppy Training",
        "Save for a 6 Month Sabbatical",
        "18-Month CD ladder",
        "Care: Baby, 3 Months",
        "12-week plan (weeks 1-8)",
    ] {
        let found = check(&read(&marathon(title, "Go slowly.")));
        assert!(found.iter().all(|found| found.rule != Rule::StatedWhole), "{title}: {found:?}");
    }
}

#[test]
fn a_length_is_held_against_the_weeks() {
    for line in [
        "**Duration:** 12 weeks",
        "- **Timeline:** 12 weeks",
        "Total duration: 12 weeks",
        "- 12 weeks",
        "A 12-week plan for beginners.",
        "This is a 12-week marathon training plan. Enjoy it.",
        "The plan takes 12 weeks.",
        "Length: 4 months",
        "Duration: 4-5 weeks",
        "Duration: 4 weeks",
        "## Summary\n\n- 12 weeks",
        "| Duration | 12 weeks |\n|---|---|",
        "Duration: at least 12 weeks",
        "Duration: up to 5 weeks",
    ] {
        let source = plan(line);
        let (found, _) = only(Rule::StatedWhole, &source);
        assert!(found.says.ends_with("the stages come to 8 weeks."), "{line}: {}", found.says);
        assert_eq!(ways_out(&source).len(), 1, "{line}");
    }
}

#[test]
fn a_title_names_a_length_too() {
    for title in [
        "12-Week Marathon Plan",
        "Marathon (12 weeks)",
        "Marathon in 12 weeks",
        "Marathon: 12 weeks",
        "12 weeks to your marathon",
        "4-Month Marathon Plan",
    ] {
        let source = marathon(title, "");
        let (found, lines) = only(Rule::StatedWhole, &source);
        assert_eq!(lines, ["### Weeks 7-8: The second race"], "{title}");
        assert!(found.says.starts_with("The title names"), "{title}");
        assert_eq!(ways_out(&source).len(), 1, "{title}");
    }
}

#[test]
fn all_places_that_say_it_change_together() {
    let source = marathon("12-Week Marathon Plan", "A 12-week plan.\n\n- **Duration:** 12 weeks");
    assert_eq!(ways_out(&source), ["Make it 8 weeks"]);
    let (found, _) = only(Rule::StatedWhole, &source);
    let mut roadmap = read(&source);
    apply(&mut roadmap, &found.remedies[0].change);
    let texts: Vec<&str> = roadmap.walk().map(|item| item.text.as_str()).take(2).collect();
    assert_eq!(
        (roadmap.title.as_str(), texts),
        ("8-Week Marathon Plan", vec!["A 8-week plan.", "Duration: 8 weeks"])
    );
}

#[test]
fn a_title_that_stands_for_a_phase_changes_with_it() {
    let week = |number: u32| format!("## Week {number}\n\n- [ ] Row\n\n");
    let weeks: String = (1..=6).map(week).collect();
    assert_eq!(ways_out(&format!("# Rowing Plan (8 Weeks)\n\n{weeks}")), ["Make it 6 weeks"]);
    silent(&format!("# Rowing Plan (6 Weeks)\n\n{weeks}"));
}

#[test]
fn a_pace_and_a_length_are_held_against_the_hours() {
    for (lines, says, ways) in [
        (
            "- 2 hours/week\n- Timeline: 2-3 months",
            "At 2 h a week the 35-38 h of the parts take 4-4.4 months, but the document names 2-3 months.",
            vec!["Make it 4-5 months", "Make it 3-5 h a week"],
        ),
        (
            "Duration: 8 weeks (2 hours a week)",
            "At 2 h a week the 35-38 h of the parts take 17.5-19 weeks, but the document names 8 weeks.",
            vec!["Make it 17-19 weeks", "Make it 5 h a week"],
        ),
        (
            "## Summary\n\n- 12 weeks, 5 hours a week",
            "At 5 h a week the 35-38 h of the parts take 7-7.6 weeks, but the document names 12 weeks.",
            vec!["Make it 7-8 weeks", "Make it 3-4 h a week"],
        ),
        (
            "Pace: 1 hour a day\n\nDuration: 12 weeks",
            "At 1 h a day the 35-38 h of the parts take 5-7.6 weeks, but the document names 12 weeks.",
            vec!["Make it 5-8 weeks"],
        ),
    ] {
        let source = plan(lines);
        let (found, _) = only(Rule::StatedWhole, &source);
        assert_eq!(found.says, says);
        assert_eq!(
            found.claims.iter().map(|claim| claim.item).collect::<std::collections::HashSet<_>>().len(),
            found.claims.len()
        );
        assert_eq!(ways_out(&source), ways, "{lines}");
    }
}

#[test]
fn what_holds_is_no_contradiction() {
    for lines in [
        "Total: 38 hours",
        "Total: 40 hours",
        "Total: 35-50 hours",
        "Total: about 45 hours",
        "Total: 30+ hours",
        "Total: at most 60 hours",
        "**Duration:** 8 weeks",
        "**Duration:** 8-10 weeks",
        "**Duration:** about 10 weeks",
        "**Duration:** 2 months",
        "A 9-week plan, with a week of rest.",
        // At that pace it takes longer than the stages say.
        "- Pace: 2 hours/week\n- Timeline: 19 weeks",
        "- 5 hours/week\n- 8 weeks\n- 38 hours in total",
        "5 hours a week for 8 weeks",
    ] {
        silent(&plan(lines));
    }
}

#[test]
fn numbers_of_something_else_are_none_of_the_whole() {
    for lines in [
        "240 hours of practice a year",
        "Runners train 240 hours a year.",
        "In the last 12 weeks I ran 100 km.",
        "12 weeks of salary",
        "Total: 12 weeks of salary",
        "Total: 3 hours a week",
        "Total: 240 hours a year",
        "Sleep: 60 hours",
        "60 hours",
        "Running: 60 hours",
        "The first race takes 3 hours.",
        "After a 12-week course in anatomy you may begin.",
        "A 12-week course in anatomy is recommended before.",
        "You have 12 weeks.",
        "It takes 12 weeks until a habit holds.",
        "Duration: 12 weeks per phase",
        "Duration: 12 weeks each",
        "Duration: 12 weeks part-time",
        "Duration: 12 weeks or less",
        "- 3 months: junior\n- 6 months: senior",
        "- Duration: 12 weeks\n- Duration: 24 weeks",
        "Phase 1: 12 weeks",
        "- 12 weeks – base\n- 12 weeks – races",
        "- 12 weeks (base)",
        "- Duration: 12 weeks (part-time)",
        "Timeline: 12 weeks (base), 12 weeks (races)",
        "Recovery: 12 weeks",
        "e.g. Duration: 12 weeks",
        "## Shoes\n\n- Total: 300 hours\n- Duration: 12 weeks",
        "## Prices\n\n| What | Hours |\n|---|---|\n| Total | 300 h |",
        "| What | Hours |\n|---|---|\n| Setup | 2 h |\n| Total | 2 h |",
        "- [ ] Run 240 hours in total",
    ] {
        assert_eq!(findings(&plan(lines)), [], "{lines}");
    }
    for title in [
        "Marathon: your first 12 weeks",
        "Marathon after the last 12 weeks",
        "Marathon week 12",
        "Marathon for 12-week-old shoes",
        "12 weeks of salary, one marathon",
        "Marathon: 12 weeks or 24 weeks",
    ] {
        assert_eq!(findings(&marathon(title, "")), [], "{title}");
    }
}

#[test]
fn hours_of_a_part_are_none_of_the_whole() {
    for (from, to) in [
        ("- Three easy runs on soft ground\n", "- Three easy runs on soft ground\n\n**Total: 60 hours**\n"),
        (
            "### Week 1: Easy kilometres\n",
            "Total: 200 hours\n\nDuration: 12 weeks\n\n### Week 1: Easy kilometres\n",
        ),
        ("- [ ] Bag packed\n", "- [ ] Bag packed\n- Total: 200 hours\n"),
    ] {
        silent(&with(MARATHON, &[(from, to)]));
    }
}

#[test]
fn days_that_are_written_out_may_come_again() {
    let day = |name: &str| format!("## {name} (1 hour)\n\n- [ ] Row\n\n");
    silent(&format!(
        "# 12-Week Rowing Plan\n\nTotal: 36 hours\n\n{}{}{}",
        day("Monday"),
        day("Wednesday"),
        day("Friday")
    ));
    silent(&format!(
        "# 12-Week Rowing Plan\n\nTotal: 36 hours\n\n{}{}{}",
        day("Day 1"),
        day("Day 2"),
        day("Day 3")
    ));
}

#[test]
fn few_hours_tell_nothing_of_the_whole() {
    let stage = |number: u32, hours: &str| format!("## Week {number}{hours}\n\n- [ ] Row\n\n");
    let stages = |known: u32| {
        (1..=8)
            .map(|number| stage(number, if number <= known { " (5 hours)" } else { "" }))
            .collect::<String>()
    };
    let plan = |lines: &str, known| format!("# Rowing\n\n{lines}\n\n{}", stages(known));
    silent(&plan("Total: 10 hours", 4));
    silent(&plan("- 1 hour/week\n- Timeline: 8 weeks", 4));
    // The others may take more, but no less than nothing.
    silent(&plan("Total: 80 hours", 6));
    assert_eq!(ways_out(&plan("Total: 10 hours", 6)), ["Make it 30 h"]);
    // The hours of the stages are those of the pace.
    silent(&plan("Time commitment: 5 hours a week\n\nTotal: 80 hours", 0));
}

#[test]
fn what_has_no_end_may_take_any_time() {
    let italian = |line: &str| {
        with(ITALIAN, &[("- 30+ conversations with", &format!("- {line}\n- 30+ conversations with"))])
    };
    for line in ["Total: 300 hours", "Duration: 12 months", "Duration: 8 weeks"] {
        silent(&italian(line));
    }
}

#[test]
fn several_ways_have_several_lengths() {
    let track = |name: &str, weeks: std::ops::RangeInclusive<u32>| {
        let stages: String = weeks.map(|week| format!("### Week {week} (5 hours)\n\n- Sail\n\n")).collect();
        format!("## Track {name}\n\n{stages}")
    };
    silent(&format!(
        "# Sailing\n\nTotal: 200 hours\n\nDuration: 24 weeks\n\n{}{}",
        track("A: Dinghy", 1..=4),
        track("B: Yacht", 1..=9)
    ));
}

#[test]
fn hours_that_depend_on_a_choice_have_no_sum() {
    let week = |number: u32| {
        format!(
            "### Week {number}\n\n#### Option A: Soups\n\n**Cooking (5 hours):**\n\n- Cook\n\n#### Option B: Cakes\n\n**Baking (20 hours):**\n\n- Bake\n\n"
        )
    };
    let weeks: String = (1..=4).map(week).collect();
    silent(&format!("# Kitchen\n\nTotal: 80 hours\n\n## Part 1\n\n{weeks}"));
}
