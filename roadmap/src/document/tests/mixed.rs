//! Weeks of one document in several shapes: headings, bold lines, lists and tables beside each other.

use super::{count, read};
use crate::Category;
use crate::item::{Budget, Kind, NumberRange};

/// The weeks of the stages, in the order of the document.
fn weeks(source: &str) -> Vec<(u32, u32)> {
    let weeks = |kind: &Kind| match kind {
        Kind::Stage { weeks: Some(NumberRange { from, to }), .. } => Some((*from, *to)),
        _ => None,
    };
    read(source).roadmap.walk().filter_map(|item| weeks(&item.kind)).collect()
}

fn steps(source: &str) -> usize {
    count(&read(source), |kind| matches!(kind, Kind::Step { .. }))
}

#[test]
fn bold_weeks_before_a_heading_of_a_later_week_are_stages() {
    let source = "# Kitchen\n\n**Week 1: Knives**\n- [ ] Dice an onion\n\n**Week 2: Stocks**\n- [ ] Roast the bones\n\n### Week 3: Sauces\n- [ ] Mount with butter\n";
    assert_eq!(weeks(source), [(1, 1), (2, 2), (3, 3)]);
    assert_eq!(steps(source), 3);
}

#[test]
fn a_bold_week_between_headings_of_others_is_a_stage_beside_them() {
    let source = "# Kitchen\n\n## Week 1: Knives\n- [ ] Dice an onion\n\n**Week 2: Stocks**\n- [ ] Roast the bones\n\n## Week 3: Sauces\n- [ ] Mount with butter\n";
    assert_eq!(weeks(source), [(1, 1), (2, 2), (3, 3)]);
}

#[test]
fn a_phase_may_write_its_weeks_in_another_shape_than_the_one_before() {
    let first = "# Kitchen\n\n## Phase 1: Basics\n\n### Week 1: Knives\n- [ ] Dice an onion\n\n### Week 2: Stocks\n- [ ] Roast the bones\n\n## Phase 2: Menus\n\n";
    for second in [
        "**Week 3: Sauces**\n- [ ] Mount with butter\n\n**Week 4: Bread**\n- [ ] Feed the starter\n",
        "- **Week 3: Sauces**\n  - [ ] Mount with butter\n- **Week 4: Bread**\n  - [ ] Feed the starter\n",
        "| Week | Topic |\n|---|---|\n| 3 | Sauces |\n| 4 | Bread |\n",
    ] {
        assert_eq!(weeks(&format!("{first}{second}")), [(1, 1), (2, 2), (3, 3), (4, 4)], "{second}");
    }
    let anew = "**Week 1: Sauces**\n- [ ] Mount with butter\n\n**Week 2: Bread**\n- [ ] Feed the starter\n";
    assert_eq!(weeks(&format!("{first}{anew}")), [(1, 1), (2, 2), (1, 1), (2, 2)]);
}

#[test]
fn a_table_of_weeks_is_the_plan_where_only_its_metrics_have_headings_of_weeks() {
    let source = "# Kitchen\n\n| Week | Topic | Hours |\n|---|---|---|\n| 1 | Knives | 4 |\n| 2 | Stocks | 6 |\n\n## Success metrics\n\n### Week 1\n- 5 onions a minute\n\n### Week 2\n- 3 litres of stock\n";
    assert_eq!(weeks(source), [(1, 1), (2, 2)]);
    assert_eq!(count(&read(source), |kind| matches!(kind, Kind::Metric { .. })), 2);
}

#[test]
fn weeks_that_headings_name_are_not_made_again_of_a_summary() {
    let headings = "## Week 1: Knives\n- [ ] Dice an onion\n\n**Week 1** is the hardest.\n\n## Week 2: Stocks\n- [ ] Roast the bones\n";
    for summary in [
        "**Week 1:** Knives\n\n**Week 2:** Stocks\n",
        "- Week 1: Knives\n- Week 2: Stocks\n",
        "| Week | Topic |\n|---|---|\n| 1 | Knives |\n| 2 | Stocks |\n",
        "## Timeline\n\n### Week 1\n- Knives\n\n### Week 2\n- Stocks\n",
    ] {
        assert_eq!(weeks(&format!("# Kitchen\n\n{summary}\n{headings}")), [(1, 1), (2, 2)], "{summary}");
    }
}

#[test]
fn a_word_about_another_week_in_a_stage_is_no_stage() {
    for line in ["**Week 1 revisited:** slower", "Week 5: a break is planned", "- Week 5: a break is planned"]
    {
        let source =
            format!("# Kitchen\n\n## Week 2: Stocks\n- [ ] Roast the bones\n\n{line}\n\n- [ ] Skim\n");
        assert_eq!(weeks(&source), [(2, 2)], "{line}");
    }
}

#[test]
fn the_last_week_of_a_list_is_a_week_like_the_others() {
    for source in [
        "# T\n- Week 1: Rye\n- Week 2: Wheat\n- Final week: Market\n",
        "# T\n**Week 1: Rye**\n- Rye\n\n**Week 2: Wheat**\n- Wheat\n\n**Last week: Market**\n- Market\n",
        "# T\n## Week 1: Rye\n- Rye\n## Week 2: Wheat\n- Wheat\n## Final week: Market\n- Market\n",
    ] {
        assert_eq!(
            super::drawn(source),
            "phase: T\n  stage: Rye\n    step: Rye\n  stage: Wheat\n    step: Wheat\n  stage: Market\n    step: Market\n",
            "{source}"
        );
    }
    let steps = "# T\n**Week 1: Rye**\n- Mill\n- Last week: rest\n\n**Week 2: Wheat**\n- Bake\n";
    assert_eq!(
        super::drawn(steps),
        "phase: T\n  stage: Rye\n    step: Mill\n    step: Last week: rest\n  stage: Wheat\n    step: Bake\n",
        "a line below a week is none itself"
    );
    let log = "# T\n## Last week\n- Mill\n## This week\n- Bake\n";
    assert!(read(log).roadmap.stages().all(|stage| matches!(stage.kind, Kind::Stage { days: None, .. })));
}

#[test]
fn weeks_in_a_list_are_stages_though_a_heading_names_another_week() {
    let headed = "## Phase 2: Menus\n\n### Week 2\n- [ ] Mount with butter\n";
    for list in [
        "- **Week 1:** Knives (6 hours)\n  - [ ] Dice an onion\n",
        "- Week 1: Knives (6 hours)\n  - [ ] Dice an onion\n",
        "1. **Week 1: Knives (6 hours)**\n   - [ ] Dice an onion\n",
    ] {
        let source = format!("# Kitchen\n\n## Phase 1: Basics\n\n{list}\n{headed}");
        assert_eq!(weeks(&source), [(1, 1), (2, 2)], "{list}");
        assert_eq!(steps(&source), 2, "{list}");
        let import = read(&source);
        let stage = import.roadmap.stages().next().expect("a stage");
        let hours = Kind::Activity {
            category: Category::Study,
            budget: Some(Budget::Stage { least: 360, most: 360 }),
        };
        assert_eq!((stage.text.as_str(), &stage.children[0].kind), ("Knives", &hours), "{list}");
    }
    let first =
        "# Kitchen\n\n- **Week 1:** Knives\n  - [ ] Dice an onion\n\n## Week 2: Sauces\n- [ ] Mount\n";
    assert_eq!(weeks(first), [(1, 1), (2, 2)]);
}

#[test]
fn a_week_that_is_only_spoken_of_in_a_list_is_no_stage() {
    for list in [
        "## Week 1: Knives\n- Dice\n- Week 2: look ahead\n\n## Week 3: Bread\n- Knead\n",
        "## Notes\n- Week 9: the party\n\n## Week 1: Knives\n- Dice\n\n## Week 3: Bread\n- Knead\n",
        "## Phase 1\n- Week 9 is off\n\n### Week 1: Knives\n- Dice\n\n### Week 3: Bread\n- Knead\n",
    ] {
        assert_eq!(weeks(&format!("# Kitchen\n\n{list}")), [(1, 1), (3, 3)], "{list}");
    }
}
