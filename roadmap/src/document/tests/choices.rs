//! Choices whose options are headings or lines of a plain list.

use super::drawn;

const OPTIONS: &str = "### Option A: Sloop\nFor people alone\n- [ ] Rig it\n\n**Practice:**\n- Heave to\n\n### Option B: Ketch\n- [ ] Find a crew\n";

const DRAWN: &str = "option: Sloop\n      step: Rig it\n      activity: Practice\n        step: Heave to\n    option: Ketch\n      step: Find a crew\n";

#[test]
fn options_that_are_headings_of_a_stage_are_one_choice() {
    for (before, name) in [
        ("", "Choose one"),
        ("### Pick one of these boats\n", "Pick one of these boats"),
        ("**Choose one:**\n", "Choose one"),
    ] {
        let drawn = drawn(&format!("# Sailing\n## Week 1: Boats\n{before}{OPTIONS}"));
        let expected = format!("    choice: {name}\n      {}", DRAWN.replace("\n", "\n  ").trim_end());
        assert_eq!(drawn.matches("choice: ").count(), 1, "{drawn}");
        assert!(drawn.contains(&expected), "{drawn}\nis not\n{expected}");
    }
}

#[test]
fn options_that_are_headings_of_a_phase_are_one_choice() {
    let drawn = drawn(&format!("# Sailing\n## Month 1: Boats\n{OPTIONS}"));
    assert_eq!(drawn.matches("choice: Choose one").count(), 1, "{drawn}");
    assert_eq!(drawn.matches("option: ").count(), 2, "{drawn}");
}

#[test]
fn lines_of_a_plain_list_to_choose_from_are_options() {
    let drawn = drawn(
        "# Bees\n## Week 1: Hives\n**Choose one:**\n- A top-bar hive\n  - Saw the bars\n- b) A skep\n\n**Study:**\n- Stings\n",
    );
    assert_eq!(
        drawn,
        "phase: Bees\n  stage: Hives\n    choice: Choose one\n      option: A top-bar hive\n        step: Saw the bars\n      option: A skep\n    activity: Study\n      step: Stings\n"
    );
}
