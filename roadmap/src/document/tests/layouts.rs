//! Layouts that put weeks and boxes where Markdown has no headings and lists: quotations, HTML, cells, fences.

use super::{drawn, read};
use crate::document::{set_boxes, summary, unclaimed_lines};

/// The words behind each box, its mark in the source and whether it is ticked.
fn boxes(source: &str) -> Vec<(String, String, bool)> {
    let import = read(source);
    let boxed = import.roadmap.walk().filter_map(|item| Some((item, item.task?)));
    let told = boxed.map(|(item, task)| {
        (item.text.clone(), source[task.mark..].chars().next().into_iter().collect(), task.ticked)
    });
    told.collect()
}

/// The same for plain brackets.
fn brackets(expected: &[(&str, bool)]) -> Vec<(String, String, bool)> {
    let one = |(text, ticked): &(&str, bool)| {
        ((*text).to_owned(), if *ticked { "x" } else { " " }.to_owned(), *ticked)
    };
    expected.iter().map(one).collect()
}

fn keeps_every_line(source: &str) {
    assert_eq!(unclaimed_lines(&read(source).roadmap, source), Vec::<usize>::new(), "{source}");
}

#[test]
fn weeks_in_a_quotation_are_stages() {
    let source = "# Bread\n\n> ## Week 1: Rye\n> **Study (2 hours):**\n> - [ ] Mill\n> - [x] Sift\n>\n> ## Week 2: Wheat\n> ### To do\n> - [ ] Bake\n\n## Tips\n\n> ## Take your time\n> It rises.\n";
    assert_eq!(
        drawn(source),
        "phase: Bread\n  stage: Rye\n    activity: Study\n      step: Mill\n      step: Sift\n  stage: Wheat\n    section: To do\n      step: Bake\nsection: Tips\n  entry: Take your time\n  entry: It rises.\n"
    );
    assert_eq!(boxes(source), brackets(&[("Mill", false), ("Sift", true), ("Bake", false)]));
    keeps_every_line(source);
}

#[test]
fn headings_in_a_quotation_end_with_it_below_the_heading_around() {
    let week = "# Bread\n\n## Week 1: Rye\n- [ ] Mill\n\n> # Week 9 was hard for me\n> It rained.\n\n- [ ] Sift\n\n## Week 2: Wheat\n- [ ] Bake\n";
    let drawn_week = drawn(week);
    assert!(drawn_week.starts_with("phase: Bread\n  stage: Rye\n    step: Mill\n"), "{drawn_week}");
    assert!(drawn_week.contains("\n    step: Sift\n  stage: Wheat\n    step: Bake\n"), "{drawn_week}");
    keeps_every_line(week);

    let whole = "> # Month 1: Rye\n> ## Week 1: Mill\n> - [ ] Sift\n\n> ## Week 2: Oven\n> - [ ] Bake\n\nThat is all.\n";
    let drawn = drawn(whole);
    assert!(drawn.contains("  stage: Mill\n    step: Sift\n  stage: Oven\n    step: Bake\n"), "{drawn}");
    assert!(!drawn.contains("    note: That is all"), "{drawn}");
    keeps_every_line(whole);
}

#[test]
fn weeks_that_are_folded_away_are_stages() {
    let source = "# Bread\n\n<details><summary>Week 1: Rye</summary>\n\n- [ ] Mill\n\n<details><summary>Hint</summary>\n\nSlowly.\n\n</details>\n\n</details>\n\n<details>\n<summary><b>Week 2: Wheat</b></summary>\n\n- [ ] Bake\n\n</details>\n\n<details><summary>Recipes</summary>\n\n- One\n\n</details>\n\n## Tips\n- Wait\n";
    let expected = "phase: Bread\n  stage: Rye\n    step: Mill\n    note: <details><summary>Hint</summary>\n    note: Slowly.\n  stage: Wheat\n    step: Bake\nsection: Recipes\n  entry: One\nsection: Tips\n  entry: Wait\n";
    assert_eq!(drawn(source), expected);
    assert_eq!(boxes(source), brackets(&[("Mill", false), ("Bake", false)]));
    keeps_every_line(source);
    let other = "# Bread\n\n<details><summary>More</summary>\n\n- [ ] Mill\n\n</details>\n";
    assert!(drawn(other).starts_with("note: <details><summary>More</summary>\n"), "other HTML stays text");
}

#[test]
fn what_stands_on_the_line_of_a_summary_is_kept_and_its_week_ends_with_it() {
    let folded = "<details><summary>Week 1: Rye</summary>Buy a <b>sieve</b> first.</details><details><summary>Week 2: Wheat</summary>Wait.\n\n#### To do\n- [ ] Bake\n\n</details>";
    let source = format!("# Bread\n\n## Month 1: Dough\n\n{folded}\n\n- [ ] Eat\n");
    assert_eq!(
        drawn(&source),
        "phase: Dough\n  stage: Rye\n    note: Buy a <b>sieve</b> first.\n  stage: Wheat\n    note: Wait.\n    section: To do\n      step: Bake\n  step: Eat\n"
    );
    keeps_every_line(&source);
    let top = "# Bread\n\n<details><summary>Week 1: Rye</summary>\n\n- Mill\n\n</details>\n\n- [ ] Eat\n";
    assert_eq!(drawn(top), "phase: Bread\n  stage: Rye\n    step: Mill\nstep: Eat\n");
    let late = "# Bread\n\n<details><summary>Week 1: Rye</summary>\n\n- [ ] Mill\n\n## Week 2: Wheat\n- [ ] Bake\n\n</details>\n\n- [ ] Eat\n";
    assert!(drawn(late).ends_with("  stage: Wheat\n    step: Bake\n    step: Eat\n"), "{}", drawn(late));
}

#[test]
fn columns_of_weeks_are_stages_with_their_cells_as_work() {
    let source = "# Italian\n\n| | Week 1 | Week 2 |\n|--|--|--|\n| Topic | Verbs | Nouns |\n| Study hours | 5 | 6 |\n| Task | Write home | Call [home](tel.md) |\n| Check | [ ] Ten verbs | – |\n| Goal | Talk | Sing |\n| By heart | a poem | a song |\n";
    let import = read(source);
    let drawn = drawn(source);
    for line in [
        "  stage: Verbs\n",
        "  stage: Nouns\n",
        "step: Write home\n",
        "step: Call home\n",
        "goal: Sing\n",
        "By heart: a song\n",
    ] {
        assert!(drawn.contains(line), "{line}{drawn}");
    }
    assert_eq!(summary(&import.roadmap, source).hours.total, 11.0);
    assert_eq!(boxes(source), brackets(&[("Ten verbs", false)]));
    keeps_every_line(source);
    let months = "# Italian\n\n| What | Month 1 | Month 2 |\n|--|--|--|\n| Task | Write home | Call home |\n";
    assert_eq!(summary(&read(months).roadmap, months).phases, 2);
    keeps_every_line(months);
}

#[test]
fn rows_that_are_labels_keep_their_order_in_each_column() {
    let source = "# Italian\n\n| | Week 1 | Week 2 |\n|--|--|--|\n| Goal | Talk | Sing |\n| Notes | Slowly | Aloud |\n| Goal | Listen | Hum |\n| Links | [a](a.md) | [b](b.md) |\n";
    let drawn = drawn(source);
    let places: Vec<_> = ["Sing", "Aloud", "Hum", "resource: b"].map(|words| drawn.find(words)).to_vec();
    assert!(places.iter().all(Option::is_some) && places.is_sorted(), "{drawn}");
    keeps_every_line(source);
}

#[test]
fn the_box_and_link_that_name_a_row_stay_beside_its_columns() {
    let source = "# Running\n\n| | Week 1 | Week 2 |\n|--|--|--|\n| [x] [Long run](a.md) | 5 km | 6 km |\n";
    assert_eq!(
        drawn(source),
        "section: | Week 1 | Week 2\n  step: Long run\n    resource: Long run\nphase: Running\n  stage: Week 1\n    step: Long run: 5 km\n  stage: Week 2\n    step: Long run: 6 km\n"
    );
    assert_eq!(boxes(source), brackets(&[("Long run", true)]));
    keeps_every_line(source);
}

#[test]
fn a_table_of_figures_is_no_plan() {
    for source in [
        "# Running\n## Week 1\n- Run\n## Week 2\n- Run\n## Pace\n| | Week 1 | Week 2 |\n|--|--|--|\n| km | 5 | 6 |\n",
        "# Running\n## Month 1\n- Run\n## Month 2\n- Run\n## Pace\n| | Month 1 | Month 2 |\n|--|--|--|\n| km | 5 | 6 |\n",
        "# Running\n## Base\n- Run\n\n| | Week 1 | Pace |\n|--|--|--|\n| km | 5 | 6 |\n",
    ] {
        assert!(drawn(source).contains("entry: km | 5 | 6\n"), "{}", drawn(source));
    }
}

#[test]
fn each_box_of_a_cell_is_a_step_of_its_own() {
    let rows = "| Week 1 | [ ] Read<br>[x] Write **home** |\n| Week 2 | First<br>[ ] Sing<br/>or hum<br> ☐ [Talk](t.md) |\n";
    let source = format!("# Italian\n\n| Week | Work |\n|--|--|\n{rows}");
    assert_eq!(
        drawn(&source),
        "section: Week | Work\nphase: Italian\n  stage: Week 1\n    step: Read\n    step: Write home\n  stage: Week 2\n    step: First\n    step: Sing or hum\n    step: Talk\n      resource: Talk\n"
    );
    keeps_every_line(&source);
    let in_stage = format!("# Italian\n## Month 1\n### Week 1\n| Day | Work |\n|--|--|\n{rows}");
    for source in [&source, &in_stage] {
        let told = boxes(source);
        let words: Vec<&str> = told.iter().map(|(text, ..)| text.as_str()).collect();
        assert_eq!(words, ["Read", "Write home", "Sing or hum", "Talk"], "{}", drawn(source));
        let marks = read(source).roadmap.walk().filter_map(|item| item.task).collect::<Vec<_>>();
        for task in marks {
            let ticked = set_boxes(source, &[(task.mark, !task.ticked)]).expect("a box");
            let changed = source.bytes().zip(ticked.bytes()).filter(|(was, is)| was != is).count();
            let sign = if source[task.mark..].starts_with('☐') { 1..=3 } else { 1..=1 };
            assert!(ticked.len() == source.len() && sign.contains(&changed), "{changed}");
            let flips = boxes(&ticked).iter().zip(&told).filter(|(is, was)| is.2 != was.2).count();
            assert_eq!(flips, 1, "{ticked}");
        }
    }
}

#[test]
fn weeks_in_a_fence_are_stages_where_no_others_are_named() {
    let fence = "```text\nMy plan\n=======\nWeek 1: Breath\n  - Hum\n  [x] Sigh\nWeek 2: Vowels\nSing a\nFinal week: Concert\n```\n";
    let source = format!("# Choir\n\n{fence}");
    assert_eq!(
        drawn(&source).split_once("phase: ").expect("a phase").1,
        "Choir\n  stage: Breath\n    step: Hum\n    step: Sigh\n  stage: Vowels\n    step: Sing a\n  stage: Concert\n    step: Concert\n"
    );
    keeps_every_line(&source);
    assert_eq!(boxes(&source), brackets(&[("Sigh", true)]));
    let elsewhere = format!("# Choir\n## Week 1\n- Hum\n## Week 2\n- Sing\n## Sketch\n{fence}");
    assert_eq!(read(&elsewhere).roadmap.stages().count(), 2);
    let tree = "# Choir\n```\nMonth 1\n├── Week 1: Breath\n│   ├── Hum\n└── Week 2: Vowels\n```\n";
    assert_eq!(summary(&read(tree).roadmap, tree).weeks, 2);
    let code =
        "# Choir\n## Print\n```python\nweek = 1\nprint(week)\n# Week 1: a comment\n# Week 2: another\n```\n";
    assert_eq!(summary(&read(code).roadmap, code).weeks, 0);
}
