//! Boxes wherever a document has them: in lists, headings, tables and as signs.

use super::fixtures::MARKS;
use super::{drawn, read};
use crate::Kind;
use crate::document::{is_ticked, set_boxes, summary};

/// The words and the state of each box.
fn boxes(source: &str) -> Vec<(String, bool)> {
    let roadmap = read(source).roadmap;
    roadmap.walk().filter_map(|item| Some((item.text.clone(), item.task?.ticked))).collect()
}

#[test]
fn each_box_has_its_state() {
    let found = boxes(MARKS);
    let told: Vec<_> = found.iter().map(|(text, ticked)| (text.as_str(), *ticked)).collect();
    assert_eq!(
        told,
        [
            ("Mark the corners", true),
            ("Turn the turf", false),
            ("Shake off the earth", false),
            ("Fetch compost", false),
            ("Borrow a barrow", true),
            ("Test the soil | Laboratory", true),
            ("Spread lime | the far end", false),
            ("Cover the bed", false),
            ("Order seeds", true),
            ("Carrots", true),
            ("Beetroot", false),
            ("Water", true),
            ("Thin out", false),
            ("Peas along the fence | 2 rows", false),
            ("Beans | 1 row", false),
            ("Onions | 3 rows", true),
        ]
    );
    assert_eq!(summary(&read(MARKS).roadmap, MARKS).task_boxes, told.len());
}

#[test]
fn what_has_a_box_is_something_to_do() {
    let roadmap = read(MARKS).roadmap;
    let is_step = |text: &str| {
        let found = roadmap.walk().find(|item| item.text == text).expect(text);
        matches!(found.kind, Kind::Step { optional: false })
    };
    for text in
        ["Fetch compost", "Spread lime | the far end", "Cover the bed", "Beetroot", "Water", "Radishes"]
    {
        assert!(is_step(text), "{text}");
    }
    let row = roadmap.walk().find(|item| item.text == "Peas | [ ] | [x]").expect("the row");
    assert_eq!(
        (&row.kind, row.task),
        (&Kind::Entry, None),
        "a row with several boxes is there to be filled in"
    );
}

#[test]
fn a_row_that_is_a_stage_gives_its_box_to_the_one_thing_to_do() {
    let source = "# T\n| | Week | Topic |\n|--|--|--|\n| [x] | 1 | Rye |\n| [ ] | 2 | Wheat |\n";
    assert_eq!(boxes(source), [("Rye".to_owned(), true), ("Wheat".to_owned(), false)]);
}

#[test]
fn the_head_of_a_column_of_boxes_is_none() {
    let source = "# T\n## Week 1\n| [ ] | What |\n|--|--|\n| | Sew |\n";
    assert_eq!(boxes(source), []);
}

#[test]
fn a_sign_alone_in_its_cell_is_the_box_of_its_row() {
    let songs = "# Choir\n## Week 1\n| Song | Sung |\n|--|--|\n| Dona nobis | ☐ |\n| Ubi caritas | ☑ |\n";
    assert_eq!(boxes(songs).iter().map(|(_, ticked)| *ticked).collect::<Vec<_>>(), [false, true]);
    let rows = "# T\n| | Week | Topic |\n|--|--|--|\n| ☑ | 1 | Rye |\n| ☐ | 2 | Wheat |\n";
    assert_eq!(boxes(rows), [("Rye".to_owned(), true), ("Wheat".to_owned(), false)]);
    let weeks = "# T\n| Week | Done |\n|--|--|\n| Week 1 | ☐ |\n| Week 2 | ☑ |\n";
    assert_eq!(boxes(weeks), boxes(&weeks.replace('☐', "[ ]").replace('☑', "[x]")));
}

#[test]
fn signs_in_a_table_that_say_something_else_are_no_boxes() {
    for rows in [
        "| ☐ | What |\n|--|--|\n| | Sew |\n",
        "| What | Mon | Tue |\n|--|--|--|\n| Sew | ☐ | ☑ |\n",
        "| Sign | Meaning |\n|--|--|\n| ☐ | open |\n| ☑ | done |\n",
        "| Song | By heart |\n|--|--|\n| Dona nobis | ✅ |\n| Ubi caritas | ❌ |\n",
        "| Song | Parts |\n|--|--|\n| Dona nobis | ☐☐☐ |\n",
    ] {
        assert_eq!(boxes(&format!("# T\n## Week 1\n{rows}")), [], "{rows}");
    }
}

#[test]
fn a_heading_with_a_box_is_no_title() {
    assert_eq!(
        drawn("# [ ] Learn to sew\n\n## [x] Buy a needle\n\n- Thin\n"),
        "phase: plan\n  stage: Learn to sew\n    section: Buy a needle\n      step: Thin\n"
    );
    assert_eq!(read("# [x](y) and more\n- [ ] Sew\n").roadmap.title, "x and more");
}

#[test]
fn a_tick_changes_the_one_character_of_its_box() {
    let tick = |text: &str| {
        let roadmap = read(MARKS).roadmap;
        let task = roadmap.walk().find(|item| item.text == text).and_then(|item| item.task).expect(text);
        let written = set_boxes(MARKS, &[(task.mark, !task.ticked)]).expect("a box");
        assert_eq!(is_ticked(&written, task.mark), Some(!task.ticked));
        assert_eq!(boxes(&written).len(), boxes(MARKS).len(), "{text}");
        written
    };
    assert_eq!(tick("Fetch compost"), MARKS.replace("☐ Fetch", "☑ Fetch"));
    assert_eq!(tick("Carrots"), MARKS.replace("✅ Carrots", "☐ Carrots"));
    assert_eq!(tick("Beetroot"), MARKS.replace("❌ Beetroot", "☑ Beetroot"));
    assert_eq!(tick("Cover the bed"), MARKS.replace("### [ ] Cover", "### [x] Cover"));
    assert_eq!(tick("Beans | 1 row"), MARKS.replace("[ ] Beans", "[x] Beans"));
}
