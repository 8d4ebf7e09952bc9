//! What is asked for beside what is made by choice.

use super::{findings, only, read};
use crate::check::{Rule, apply, check};

/// A plan of a project a week, and what is asked for in the end.
fn plan(stages: &[&str], asked: &str) -> String {
    let stages: String = stages
        .iter()
        .zip(1..)
        .map(|(stage, number)| format!("### {stage}\n\n**Practice (8 hours):**\n\n**Project {number}: Dish {number}**\n\n- Cook it\n\n"))
        .collect();
    format!("# Cooking\n\n## Month 1\n\n{stages}## Success metrics\n\n### Month 1\n\n- {asked}\n")
}

const OPTIONAL: [&str; 3] = ["Week 1: Soups", "Week 2: Breads", "Week 3 (optional)"];

#[test]
fn a_stage_may_be_optional_with_all_it_makes() {
    for stage in ["Week 3 (optional)", "Week 3: Cakes (optional)", "Week 3: Optional cakes"] {
        let source = plan(&["Week 1: Soups", "Week 2: Breads", stage], "3 projects finished");
        let (found, lines) = only(Rule::OptionalNeeded, &source);
        assert_eq!(lines, [format!("### {stage}"), "- 3 projects finished".to_owned()]);
        for remedy in &found.remedies {
            let mut roadmap = read(&source);
            assert!(apply(&mut roadmap, &remedy.change), "{}", remedy.label);
            assert_eq!(check(&roadmap), [], "after {}", remedy.label);
        }
    }
}

#[test]
fn enough_without_the_optional_stage_is_no_contradiction() {
    for (stages, asked) in [
        (OPTIONAL, "2 projects finished"),
        (OPTIONAL, "2-3 projects finished"),
        (["Week 1: Soups", "Week 2: Breads", "Week 3"], "3 projects finished"),
    ] {
        assert_eq!(findings(&plan(&stages, asked)), [], "{stages:?} {asked}");
    }
}

#[test]
fn a_sentence_may_call_one_of_several_projects_optional() {
    let stages = ["Week 1: Soups", "Week 2: Breads", "Week 3: Cakes"];
    for asked in [
        "3-4 projects finished (the third is optional)",
        "3 projects finished, the third one is optional",
        "3-4 projects finished; project 3 is optional",
        "3 projects finished\n\n## How it goes\n\nYou cook 3-4 projects; the 3rd is optional.",
    ] {
        let source = plan(&stages, asked);
        let (found, _) = only(Rule::OptionalNeeded, &source);
        assert_eq!(found.remedies.len(), 1, "{asked}");
    }
    for asked in [
        "3 projects finished, the fourth is optional",
        "3 projects finished\n\n## How it goes\n\nThree courses; the third is optional.",
        "3 projects finished\n\n## How it goes\n\nOf the projects the third is no longer optional.",
    ] {
        assert_eq!(findings(&plan(&stages, asked)), [], "{asked}");
    }
}
