//! The numbers of weeks where the person changed the lengths of stages.

use super::*;

const BREAD: &str = "# Bread

## Month 1: Flour

### Week 1: Rye

- [ ] Mill

### Week 2: Wheat

- [ ] Sift

## Month 2: Crust

### Week 3: Steam

- [ ] Spray
";

/// Each stage with its weeks.
fn stages(roadmap: &Roadmap) -> Vec<String> {
    let said = |stage: &Item| match stage.kind {
        Kind::Stage { weeks: Some(weeks), .. } => format!("{}-{} {}", weeks.from, weeks.to, stage.text),
        _ => stage.text.clone(),
    };
    roadmap.stages().map(said).collect()
}

/// The course with a longer first week, and one with a longer second.
fn longer() -> Course {
    let mut course = Course::of(BREAD);
    course.edit(&Edit::SetLength { stage: course.id("Rye"), weeks: 3 });
    course.edit(&Edit::SetLength { stage: course.id("Wheat"), weeks: 2 });
    assert_eq!(stages(&course.roadmap), ["1-3 Rye", "4-5 Wheat", "6-6 Steam"]);
    course
}

/// A week that is put before a line of the document, with what follows numbered anew if at all.
fn with_week(before: &str, week: &str, numbers: &[(&str, &str)]) -> String {
    let text = numbers.iter().fold(BREAD.to_owned(), |text, (was, is)| text.replace(was, is));
    text.replace(before, &format!("{week}\n\n- [ ] Wait\n\n{before}"))
}

#[test]
fn a_new_week_follows_the_one_before_it_in_the_document() {
    let between = with_week(
        "### Week 3: Wheat",
        "### Week 2: Spelt",
        &[("Week 3: Steam", "Week 4: Steam"), ("Week 2: Wheat", "Week 3: Wheat")],
    );
    let course = longer().after(&between);
    assert_eq!(stages(&course.roadmap), ["1-3 Rye", "4-4 Spelt", "5-6 Wheat", "7-7 Steam"]);
    assert_eq!(stages(&course.after(&between).roadmap), stages(&course.roadmap), "once more");
    let last = format!("{BREAD}\n### Week 4\n\n- [ ] Cool\n");
    let merged = longer().against(&last).roadmap;
    assert_eq!(stages(&merged), ["1-3 Rye", "4-5 Wheat", "6-6 Steam", "7-7 Week 7"]);
}

#[test]
fn a_new_first_week_moves_the_others_on() {
    let first = with_week(
        "### Week 2: Rye",
        "### Week 1: Tools",
        &[
            ("Week 3: Steam", "Week 4: Steam"),
            ("Week 2: Wheat", "Week 3: Wheat"),
            ("Week 1: Rye", "Week 2: Rye"),
        ],
    );
    let merged = longer().against(&first).roadmap;
    assert_eq!(stages(&merged), ["1-1 Tools", "2-4 Rye", "5-6 Wheat", "7-7 Steam"]);
}

#[test]
fn a_document_that_only_its_author_changed_keeps_its_numbers() {
    let gap = with_week("### Week 3: Steam", "### Week 9: Rest", &[]);
    let merged = Course::of(BREAD).against(&gap).roadmap;
    assert_eq!(stages(&merged), ["1-1 Rye", "2-2 Wheat", "9-9 Rest", "3-3 Steam"]);
    let merged = longer().against(&gap).roadmap;
    assert_eq!(stages(&merged)[2], "9-9 Rest", "a week that follows on from no other keeps its own");
}
