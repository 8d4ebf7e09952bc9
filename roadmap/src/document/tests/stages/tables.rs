//! Rows of a table that are weeks, and tables that are no plan.

use super::super::fixtures::WEEKS_IN_A_TABLE;
use super::{days, named, read, scan, weeks};
use crate::document::summary;
use crate::item::{Item, Kind};

#[test]
fn rows_of_a_table_are_stages() {
    assert_eq!(
        weeks(WEEKS_IN_A_TABLE),
        named(&[
            ("Walk and jog", (1, 1)),
            ("Jog longer", (2, 2)),
            ("Find a rhythm", (3, 4)),
            ("Step back", (5, 5)),
            ("Hills", (6, 7)),
            ("Race", (8, 8)),
        ])
    );
    let roadmap = read(WEEKS_IN_A_TABLE).roadmap;
    let rows = scan::lines_with(WEEKS_IN_A_TABLE, "| ").len() - 1;
    assert_eq!(roadmap.stages().count(), rows);
    let hours: f64 = WEEKS_IN_A_TABLE
        .lines()
        .filter_map(|line| {
            line.trim_end_matches(" |").rsplit("| ").next()?.split('-').next()?.parse::<f64>().ok()
        })
        .sum();
    assert_eq!(summary(&roadmap, WEEKS_IN_A_TABLE).hours.total, hours);
    let steps = |item: &Item| item.walk().filter(|item| matches!(item.kind, Kind::Step { .. })).count();
    let of_stage: Vec<_> = roadmap.stages().map(steps).collect();
    assert_eq!(of_stage, [2, 3, 3, 2, 3, 2], "a cell for each day, but none for a rest");
}

#[test]
fn the_last_row_of_a_table_ends_with_it() {
    let source = "# Beds\n\n| Week | Work | Resources |\n|--|--|--|\n| 1 | Dig | [Spades](https://example.org/s) |\n\
                  | 2 | Sow | [Peas](https://example.org/p) |\n\n| Month | Goal |\n|--|--|\n| June | Peas |\n\n\
                  Needs:\n\n- A spade\n- Seeds\n";
    let roadmap = read(source).roadmap;
    let below = |item: &Item| item.walk().any(|item| item.text.contains("June") || item.text == "A spade");
    assert!(!roadmap.stages().any(below));
    let needs = roadmap.items.iter().find(|item| item.text == "Needs").expect("a list with its label");
    assert_eq!(needs.children.len(), 2, "what stands behind is read together");
}

#[test]
fn a_line_that_adds_up_a_table_stands_beside_its_last_row() {
    for total in
        ["Total: 11 hours", "**Total:** 11 h", "Total hours: 11", "11 hours total", "Gesamt: 11 Stunden"]
    {
        let source = format!(
            "# Beds\n\n| Week | Work | Hours | Resource |\n|--|--|--|--|\n| 1 | Dig | 6 | Spades |\n\
             | 2 | Sow | 5 | Peas |\n\n{total}\n"
        );
        let roadmap = read(&source).roadmap;
        assert!(!roadmap.stages().flat_map(Item::walk).any(|item| item.text.contains("11")), "{total}");
        assert!(roadmap.walk().any(|item| item.text.contains("11")), "{total}");
        assert_eq!(summary(&roadmap, &source).hours.total, 11.0, "{total}");
    }
    let source = "# Beds\n\n| Week | Work |\n|--|--|\n| 1 | Dig |\n| 2 | Sow |\n\nTotally wet: 3 days\n";
    let roadmap = read(source).roadmap;
    assert!(roadmap.stages().flat_map(Item::walk).any(|item| item.text.contains("wet")));
}

#[test]
fn the_head_of_a_column_of_weeks_may_have_a_mark() {
    for head in ["Week", "Week #", "Week:", "Wk.", "Day #"] {
        let source = format!("# Choir\n\n| {head} | Topic |\n|---|---|\n| 1 | Breath |\n| 2 | Voice |\n");
        assert_eq!(read(&source).roadmap.stages().count(), 2, "{head}");
    }
}

#[test]
fn figures_by_month_are_no_plan_and_what_counts_nothing_is_kept() {
    let source = "# Saving\n\n| Month | Income | Rent |\n|--|--|--|\n| 1 | 2000 | 800 |\n| 2 | 2000 | 800 |\n\n\
                  ## Invest\n- [ ] Ask\n- [ ] Buy\n";
    assert_eq!(days(source).iter().map(|(text, _)| text.as_str()).collect::<Vec<_>>(), ["Invest"]);

    let runs = "# Run\n\n| Km | Week | Topic |\n|--|--|--|\n| 40 | 1 | Base |\n| 50 | 2 | Hills |\n";
    let roadmap = read(runs).roadmap;
    assert!(roadmap.walk().any(|item| item.text == "50" && matches!(item.kind, Kind::Step { .. })));
}
