//! Tables of the whole way: its months, or a summary of what headings tell.

use super::{drawn, read};
use crate::document::summary;

const SUMMARY: &str =
    "| Phase | Weeks | Focus |\n|---|---|---|\n| 1 | 1–4 | Dough |\n| 2 | 5–8 | Crust |\n\n";

#[test]
fn a_table_above_the_phases_that_it_sums_up_adds_nothing_to_them() {
    for (first, second) in [
        ("Phase 1: Dough (Weeks 1–4)", "Phase 2: Crust (Weeks 5–8)"),
        ("Dough (weeks 1-4)", "Crust (weeks 5-8)"),
        ("Phase 1: Dough", "Phase 2: Crust"),
        ("Week 1-4: Dough", "Week 5-8: Crust"),
    ] {
        let source = format!("# Bread\n\n{SUMMARY}## {first}\n- [ ] Knead\n## {second}\n- [ ] Bake\n");
        let drawn = drawn(&source);
        assert_eq!(drawn.matches("stage: ").count(), 2, "{drawn}");
        assert_eq!(drawn.matches("step: ").count(), 2, "{drawn}");
        assert!(drawn.contains("  entry: 2 | 5–8 | Crust\n"), "{drawn}");
    }
}

#[test]
fn weeks_in_a_phase_are_none_of_its_summary() {
    let weeks = "| Week | Topic |\n|--|--|\n| 1 | Rye |\n| 2 | Oats |\n";
    let drawn = drawn(&format!(
        "# Bread\n\n{SUMMARY}## Phase 1: Dough (Weeks 1–4)\n{weeks}## Phase 2: Crust (Weeks 5–8)\n- Week 5: Bake\n- Week 6: Eat\n"
    ));
    for stage in ["Rye", "Oats", "Bake", "Eat"] {
        assert!(drawn.contains(&format!("  stage: {stage}\n")), "{drawn}");
    }
}

#[test]
fn a_number_before_the_weeks_of_a_row_is_nothing_to_do() {
    for (one, two) in [("1", "2."), ("#1", "#2"), ("Phase 1", "Phase 2")] {
        let drawn =
            drawn(&SUMMARY.replace("| 1 |", &format!("| {one} |")).replace("| 2 |", &format!("| {two} |")));
        assert!(
            drawn.ends_with("  stage: Dough\n    step: Dough\n  stage: Crust\n    step: Crust\n"),
            "{drawn}"
        );
    }
}

#[test]
fn rows_of_months_are_parts_with_their_hours() {
    let source = "# Bread\n\n| Month | Topic | Hours |\n|---|---|--:|\n| 1 | Rye | 20 |\n| 2 | Oats | 30 |\n| 3–4 | Crust | 40 |\n\n| Shop | Price |\n|---|---|\n| Mill | 3 |\n";
    let drawn = drawn(source);
    assert!(drawn.contains("phase: Oats (30 hours)\n  stage: Oats\n    activity: Oats\n"), "{drawn}");
    assert!(drawn.contains("\nsection: Shop | Price\n"), "the last month ends with its table: {drawn}");
    let roadmap = read(source).roadmap;
    assert_eq!((roadmap.stages().count(), summary(&roadmap, source).hours.total), (3, 90.0));
    let titled = "| Mois | Thème |\n|---|---|\n| 1 | Seigle |\n| Mois 2 | Avoine |\n";
    assert_eq!(read(titled).roadmap.stages().count(), 2);
}

#[test]
fn a_table_of_months_beside_headings_of_them_is_a_summary() {
    let months = "| Month | Topic |\n|---|---|\n| 1 | Rye |\n| 2 | Oats |\n\n";
    let drawn =
        drawn(&format!("# Bread\n\n{months}## Month 1: Rye\n- [ ] Mill\n## Month 2: Oats\n- [ ] Roll\n"));
    assert_eq!(drawn.matches("phase: ").count(), 2, "{drawn}");
    assert!(drawn.contains("entry: 1 | Rye\n"), "{drawn}");
}
