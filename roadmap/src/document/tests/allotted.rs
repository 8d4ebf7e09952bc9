//! Hours that stand in a table elsewhere rather than with the weeks.

use super::{drawn, read};
use crate::document::summary;

/// The hours of each stage's activities, all together.
fn hours(source: &str) -> f64 {
    summary(&read(source).roadmap, source).hours.total
}

const WEEKS: &str = "## Week 1: Knots\n- [ ] Tie a bowline\n\n## Week 2: Sails\n- [ ] Reef\n";

#[test]
fn weeks_have_the_hours_of_their_rows() {
    for (table, total) in [
        ("| Week | Focus | Hours |\n|--|--|--|\n| 1 | Knots | 12 |\n| 2 | Sails | 8 |\n", 20.0),
        ("| Week | Focus | Load |\n|--|--|--|\n| 1 | Knots | a lot |\n| 2 | Sails | more |\n", 0.0),
        ("| Week | Knots |\n|--|--|\n| 1 | 12 |\n| 2 | 8 |\n", 0.0),
        ("| Week | Total |\n|--|--|\n| 1 | 12 h |\n| 2 | 8 h |\n", 20.0),
        ("| Week | Hours per day |\n|--|--|\n| 1 | 1 |\n| 2 | 2 |\n", 21.0),
    ] {
        let source = format!("# Sailing\n\n## Overview\n\n{table}\n{WEEKS}");
        assert_eq!(hours(&source), total, "{table}");
    }
}

#[test]
fn columns_named_for_a_kind_of_work_are_activities() {
    let table =
        "| Weeks | Study | Projects | Total |\n|--|--|--|--|\n| 1-2 | 10 | 15 | 25 |\n| 3 | 2 | 3 | 5 |\n";
    let source =
        format!("# Sailing\n\n{WEEKS}\n## Week 3: Tides\n**Study:**\n- Tables\n\n## Plan\n\n{table}");
    assert_eq!(hours(&source), 30.0);
    let drawn = drawn(&source);
    assert!(
        drawn.contains(
            "stage: Knots\n    activity: Study\n      step: Tie a bowline\n    activity: Projects\n"
        ),
        "{drawn}"
    );
    assert!(
        drawn.contains("stage: Tides\n    activity: Study\n      step: Tables\n    activity: Projects\n"),
        "{drawn}"
    );
}

#[test]
fn numbers_below_a_kind_of_work_are_hours_only_where_something_says_so() {
    let table = "| Week | Books | Projects |\n|--|--|--|\n| 1 | 3 | 1 |\n| 2 | 2 | 1 |\n";
    assert_eq!(hours(&format!("# Sailing\n\n## Overview\n\n{table}\n{WEEKS}")), 0.0);
    assert_eq!(hours(&format!("# Sailing\n\n## Hours by week\n\n{table}\n{WEEKS}")), 7.0);
}

#[test]
fn a_stage_of_several_weeks_has_the_rows_of_all_of_them() {
    let table = "| Week | Hours |\n|--|--|\n| 1 | 4 |\n| 2 | 5 |\n| 3 | 6 |\n";
    assert_eq!(hours(&format!("# Bees\n\n## Weeks 1-2: Hives\n- Paint\n\n## Effort\n\n{table}")), 9.0);
    assert_eq!(hours(&format!("# Bees\n\n## Weeks 3-4: Swarms\n- Catch\n\n## Effort\n\n{table}")), 0.0);
}

#[test]
fn a_table_that_says_hours_again_adds_nothing() {
    let table = "| Week | Hours |\n|--|--|\n| 1 | 12 |\n| 2 | 8 |\n";
    let weeks = "## Week 1: Hives (3 hours)\n- Paint\n\n## Week 2: Frames\n- Wire\n";
    assert_eq!(hours(&format!("# Bees\n\n## Overview\n\n{table}\n{weeks}")), 3.0);
}
