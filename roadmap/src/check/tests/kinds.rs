//! Kinds of work: what the hours say they are for, against what the typical week has.

use super::{findings, only};
use crate::check::{Finding, Rule};

/// Two stages with hours, and a week with an hour of practice and half an hour of reading a day.
fn yoga(stage: &str) -> Vec<Finding> {
    findings(&source(stage))
}

fn source(stage: &str) -> String {
    let stages = stage.to_owned() + &stage.replace("1-4", "5-8");
    format!("# Yoga\n\n## Timetable\n\n- 07:00-08:00 Practice\n- 20:00-20:30 Reading\n\n{stages}")
}

#[test]
fn hours_that_say_no_kind_of_work_are_set_against_none() {
    assert_eq!(yoga("## Weeks 1-4 (30 hours)\n\n- Sun salutation\n\n"), []);
    assert_eq!(yoga("## Weeks 1-4\n\n**Asanas (30 hours):**\n\n- Sun salutation\n\n"), []);
}

#[test]
fn hours_that_say_what_they_are_for_are_set_against_the_room_for_it() {
    for stage in [
        "## Weeks 1-4\n\n**Study (30 hours):**\n\n- The breath\n\n",
        "## Weeks 1-4 (30 hours)\n\n- Read about the breath\n- Learn the names\n\n",
    ] {
        let found = yoga(stage);
        let rules: Vec<Rule> = found.iter().map(|finding| finding.rule).collect();
        assert_eq!(rules, [Rule::TemplateBalance, Rule::WeekDemand], "{stage}");
    }
    let half = source(
        "## Weeks 1-4\n\n**Study (16 hours):**\n\n- The breath\n\n**Asanas (14 hours):**\n\n- Bend\n\n",
    );
    only(Rule::WeekDemand, &half);
}
