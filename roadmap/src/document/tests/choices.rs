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
fn options_that_are_headings_where_no_week_is_named_are_one_choice() {
    let choice = format!("    choice: Choose one\n      {}", DRAWN.replace("\n", "\n  ").trim_end());
    let below = drawn(&format!("# Sailing\n## Boats\n- [ ] Look at some\n{OPTIONS}"));
    assert!(below.contains(&format!("  stage: Boats\n    step: Look at some\n{choice}")), "{below}");
    let top = OPTIONS.replace("### ", "## ");
    for title in ["# Sailing\n", ""] {
        let top = drawn(&format!("{title}{top}## Harbours\n- [ ] Sail out\n"));
        assert!(top.contains(&format!("  stage: Choose one\n{choice}")), "{top}");
        assert!(top.ends_with("  stage: Harbours\n    step: Sail out\n"), "{top}");
    }
    let beside = drawn(&format!("# Sailing\n{top}## Week 1: Harbours\n- [ ] Sail out\n"));
    assert!(beside.starts_with("choice: Choose one\n  option: Sloop\n"), "{beside}");
}

#[test]
fn an_option_alone_or_of_another_subject_is_no_new_choice() {
    for source in [
        "# Sailing\n## Option A: Sloop\n- [ ] Rig it\n## Optional: Ketch\n- [ ] Look\n",
        "# Sailing\n## Option A: Sloop\n### Week 1\n- [ ] Rig it\n## Option B: Ketch\n### Week 1\n- [ ] Look\n",
    ] {
        assert!(!drawn(source).contains("choice: "), "{source}");
    }
    let books = drawn("# Sailing\n## Books\n### Option A: Old\n- Slocum\n### Option B: New\n- MacArthur\n");
    assert!(!books.contains("Choose one"), "{books}");
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

#[test]
fn what_follows_the_list_of_a_choice_is_none_of_its_options() {
    let sails = |options: &str| {
        drawn(&format!(
            "# Sailing\n## Week 1: Boats\nChoose one:\n\n{options}\nBring warm clothes to either.\n\n- [ ] Buy gloves\n\n| Knot | Hours |\n|---|---|\n| Bowline | 1 |\n"
        ))
    };
    let plain = sails("- A sloop\n- A ketch\n");
    assert!(plain.contains("      option: A ketch\n    note: Bring"), "{plain}");
    assert!(plain.contains("\n    step: Buy gloves\n"), "{plain}");
    assert!(plain.contains("\n      activity: Bowline"), "{plain}");
    let lettered = sails("- Option A: A sloop\n  - Rig it\n- Option B: A ketch\n");
    assert!(lettered.contains("      option: A ketch\n    note: Bring"), "{lettered}");
    assert!(lettered.contains("\n    step: Buy gloves\n"), "{lettered}");
}

#[test]
fn boxes_right_behind_a_plain_list_of_options_are_things_to_do() {
    let drawn = drawn("# Sailing\n## Week 1: Boats\nChoose one:\n- A sloop\n- A ketch\n- [ ] Buy gloves\n");
    assert!(drawn.ends_with("      option: A ketch\n    step: Buy gloves\n"), "{drawn}");
}

#[test]
fn boxes_to_choose_one_of_are_options_that_can_be_done() {
    for name in ["**Choose one of the following:**", "### Choose one of the following", "Pick one:"] {
        let source = format!("# Sailing\n## Week 1: Boats\n{name}\n\n- [ ] A sloop\n- [ ] A ketch\n");
        let roadmap = super::read(&source).roadmap;
        let options: Vec<_> =
            roadmap.walk().filter(|item| matches!(item.kind, crate::Kind::Option { .. })).collect();
        assert_eq!(options.len(), 2, "{name}: {}", drawn(&source));
        assert!(options.iter().all(|option| option.can_be_done() && option.task.is_some()), "{name}");
    }
}

#[test]
fn boxes_that_are_named_options_are_options_each() {
    let drawn = drawn(
        "# Sailing\n## Week 1: Boats\nChoose one:\n- [ ] Option A: A sloop\n  - [ ] Rig it\n- [ ] Option B: A ketch\n",
    );
    assert!(
        drawn.ends_with("      option: A sloop\n        step: Rig it\n      option: A ketch\n"),
        "{drawn}"
    );
}

#[test]
fn list_lines_that_are_named_options_are_a_choice_between_the_others() {
    let drawn = drawn(
        "# Sailing\n## Week 1: Boats\n- [ ] Look\n- [ ] Option A: A sloop\n- [ ] Option B: A ketch\n- [ ] Pay\n## Week 2: Sea\n- Option A: None\n- Sail\n",
    );
    assert!(
        drawn.contains(
            "    step: Look\n    choice: Choose one\n      option: A sloop\n      option: A ketch\n    step: Pay\n"
        ),
        "{drawn}"
    );
    assert!(drawn.ends_with("    step: Option A: None\n    step: Sail\n"), "one alone is none: {drawn}");
}

#[test]
fn a_list_line_or_label_that_says_to_choose_is_a_choice() {
    let drawn = drawn(
        "# Sailing\n## Week 1: Boats\n- Choose one:\n  - [ ] A sloop\n  - [ ] A ketch\n- [ ] Pay\n\nRead (choose one):\n1. A book\n2. A chart\n## Week 2: Sea\n- Choose your crew with care\n  - [ ] Ask Ann\n  - [ ] Ask Bo\n",
    );
    assert!(
        drawn.contains(
            "    choice: Choose one\n      option: A sloop\n      option: A ketch\n    step: Pay\n    choice: Read (choose one)\n      option: A book\n      option: A chart\n"
        ),
        "{drawn}"
    );
    assert!(
        drawn.ends_with("    step: Choose your crew with care\n      step: Ask Ann\n      step: Ask Bo\n"),
        "{drawn}"
    );
}

#[test]
fn the_hours_of_a_choice_are_those_of_its_work() {
    let source = "# Sailing\n## Week 1: Boats\n**Choose one (6 hours):**\n- A sloop\n- A ketch\n";
    let roadmap = super::read(source).roadmap;
    let hours: u32 = crate::plan::budgeted(&roadmap).iter().map(|stage| stage.minutes() / 60).sum();
    assert_eq!(hours, 6);
    assert_eq!(drawn(source).matches("option: ").count(), 2);
}

#[test]
fn a_heading_that_names_its_weeks_is_a_stage_with_a_choice_in_it() {
    for heading in ["## Weeks 5-10: Build", "## Build (weeks 5-10)"] {
        let source = format!(
            "# Marathon\n## Base (weeks 1-4)\n### Week 1: Slow\n- [ ] Run\n{heading}\nOption A: Hills\n- Run up\n\nOption B: Track\n- Run laps\n"
        );
        let roadmap = super::read(&source).roadmap;
        let weeks = |stage: &crate::Item| match stage.kind {
            crate::Kind::Stage { weeks, .. } => weeks.map(|weeks| (weeks.from, weeks.to)),
            _ => None,
        };
        let stage = roadmap.stages().last().expect("a stage");
        assert_eq!(weeks(stage), Some((5, 10)), "{heading}");
        assert!(drawn(&source).contains("choice: Choose one\n"), "{}", drawn(&source));
    }
}

#[test]
fn options_in_one_paragraph_are_options_each() {
    let drawn =
        drawn("# Sailing\n## Week 1: Boats\n- [ ] Look at some\n\nOption A: Sloop\nOption B: Ketch\n");
    assert!(drawn.contains("option: Sloop\n      option: Ketch\n"), "{drawn}");
}

#[test]
fn options_with_a_hyphen_and_a_choice_without_a_colon_are_read() {
    let hyphen = drawn("# Sailing\n## Week 1: Boats\nOption A - Sloop\nOption B - Ketch\n");
    assert!(
        hyphen.contains("    choice: Choose one\n      option: Sloop\n      option: Ketch\n"),
        "{hyphen}"
    );
    let plain = drawn("# Sailing\n## Week 1: Boats\nPick one of the following\n1. A sloop\n2. A ketch\n");
    assert!(
        plain.contains(
            "    choice: Pick one of the following\n      option: A sloop\n      option: A ketch\n"
        ),
        "{plain}"
    );
    let prose = drawn("# Sailing\n## Week 1: Boats\nOption A is slow\n");
    assert!(!prose.contains("option: "), "{prose}");
}

#[test]
fn a_heading_with_work_before_its_options_is_a_stage_with_a_choice_in_it() {
    let drawn = drawn(
        "# Sailing\n## Boats\n- [ ] Look at some\n- [ ] Ask around\n\nOption A: Sloop\n\nOption B: Ketch\n\n## Harbours\n- [ ] Sail out\n",
    );
    assert!(
        drawn.contains("  stage: Boats\n    step: Look at some\n    step: Ask around\n    choice: "),
        "{drawn}"
    );
}

#[test]
fn an_option_keeps_its_title_behind_a_remark() {
    for options in [
        "**Option A (recommended):** Sloop\n- Reef\n\n**Option B:** Ketch\n- Heave to\n",
        "**Option A (recommended): Sloop**\n- Reef\n\n**Option B: Ketch**\n- Heave to\n",
        "Option A (recommended): Sloop\nOption B (slow): Ketch\n",
        "- Option A (recommended) – Sloop\n- Option B: Ketch\n",
    ] {
        let source = format!("# Sailing\n## Week 1\nChoose one:\n\n{options}");
        let roadmap = super::read(&source).roadmap;
        let options: Vec<_> = roadmap
            .walk()
            .filter(|item| matches!(item.kind, crate::Kind::Option { .. }))
            .map(|item| (item.text.as_str(), item.note.as_deref().unwrap_or_default()))
            .collect();
        assert!(options.contains(&("Sloop", "recommended")), "{source}{options:?}");
        assert!(options.iter().any(|(title, _)| *title == "Ketch"), "{source}{options:?}");
    }
}

#[test]
fn a_section_or_week_that_says_to_choose_is_a_choice_between_the_lines_of_its_list() {
    let options = "- Option A: A sloop\n- Option B: A ketch\n";
    let section =
        drawn(&format!("# Sailing\n## Week 1: Boats\n- [ ] Look\n## Choose one\n{options}## Tips\n- Wait\n"));
    assert!(
        section.contains("choice: Choose one\n  option: A sloop\n  option: A ketch\nsection: Tips\n"),
        "{section}"
    );
    let by_heading = drawn(&format!("# Sailing\n## Look\n- [ ] Ask\n## Pick one\n{options}"));
    assert!(
        by_heading.ends_with(
            "  stage: Pick one\n    choice: Pick one\n      option: A sloop\n      option: A ketch\n"
        ),
        "{by_heading}"
    );
    for list in [options, "- A sloop\n- A ketch\n", "By the wind.\n\n- [ ] A sloop\n- [ ] A ketch\n"] {
        let week = drawn(&format!("# Sailing\n## Week 3 — choose one\n{list}\n**Study:**\n- Knots\n"));
        assert!(
            week.ends_with(
                "  stage: choose one\n    choice: choose one\n      option: A sloop\n      option: A ketch\n    activity: Study\n      step: Knots\n"
            ),
            "{week}"
        );
    }
    let other = drawn("# Sailing\n## Week 3: Choose your boat\n- [ ] Look\n- [ ] Ask\n");
    assert!(!other.contains("choice: "), "{other}");
    let labelled = drawn("# Sailing\n## Week 3: Choose one\n**Study:**\n- Knots\n- Wind\n");
    assert!(!labelled.contains("choice: "), "{labelled}");
}

#[test]
fn an_option_in_bold_keeps_its_title_behind_a_dash() {
    let drawn = drawn(
        "# Sailing\n## Week 1\n**Option A** – rent a sloop\n- Rig it\n\n**Option B** - buy a ketch\n- Pay\n",
    );
    assert!(
        drawn.ends_with(
            "    choice: Choose one\n      option: rent a sloop\n        step: Rig it\n      option: buy a ketch\n        step: Pay\n"
        ),
        "{drawn}"
    );
}

#[test]
fn a_choice_is_told_without_a_verb_and_in_other_languages() {
    for name in [
        "Either",
        "One of these",
        "Scegli uno",
        "Wähle eins",
        "WÄHLE EINES DAVON",
        "Elige uno",
        "Choisis un bateau",
        "Escolha um",
        "Kies een",
        "Выберите один",
    ] {
        let drawn = drawn(&format!("# Sailing\n## Week 1\n{name}:\n- A sloop\n- A ketch\n"));
        assert!(
            drawn.ends_with(&format!("    choice: {name}\n      option: A sloop\n      option: A ketch\n")),
            "{drawn}"
        );
    }
    for name in ["Either boat needs", "One of these days", "Elige bien", "Wähle weise"] {
        let drawn = drawn(&format!("# Sailing\n## Week 1\n{name}:\n- A sloop\n- A ketch\n"));
        assert!(!drawn.contains("choice: "), "{drawn}");
    }
}

#[test]
fn a_bold_option_keeps_its_hours_as_others_do() {
    for (option, title) in [
        ("**Option A: Sing a mass (10h)**\n- alto", "Sing a mass (10h)"),
        ("**Option A:** Sing a mass (10h)\n- alto", "Sing a mass (10h)"),
        ("### Option A: Sing a mass (10h)\n- alto", "Sing a mass (10h)"),
        ("**Option A: Sing a mass** (10h):\n- alto", "Sing a mass (10h)"),
    ] {
        let source = format!("# T\n## Week 1\n{option}\n\n{}\n", option.replace("Option A", "Option B"));
        let roadmap = super::read(&source).roadmap;
        let is_option = |item: &&crate::Item| matches!(item.kind, crate::Kind::Option { .. });
        let titles: Vec<&str> = roadmap.walk().filter(is_option).map(|item| item.text.as_str()).collect();
        assert_eq!(titles, [title, title], "{option}");
    }
}

#[test]
fn a_heading_that_says_what_to_do_with_the_one_has_steps() {
    for title in ["Pick one boat and sail it", "Choose one knot to learn"] {
        let drawn = drawn(&format!("# Sailing\n## Week 1: {title}\n- [ ] Rig\n- [ ] Cast off\n"));
        assert!(!drawn.contains("choice: ") && drawn.contains("step: Cast off"), "{drawn}");
    }
}
