//! What both sides say, field by field.

use super::*;
use crate::item::Budget;

const ITALIAN: &str = "# Italian

## Week 1: Greetings

**Study (10 hours):**

- Learn the greetings - aloud
- Read a menu
";

fn hours(hours: u32) -> Option<Budget> {
    Some(Budget::Stage { least: hours * 60, most: hours * 60 })
}

fn budget(roadmap: &Roadmap) -> Option<Budget> {
    roadmap.walk().find_map(|item| match item.kind {
        Kind::Activity { budget, .. } => Some(budget),
        _ => None,
    })?
}

#[test]
fn the_words_of_the_side_that_changed_them_are_taken() {
    let mut course = Course::of(ITALIAN);
    course.rename("Read a menu", "Read a menu aloud");
    let merge = course.against(&ITALIAN.replace("the greetings - aloud", "all the greetings - twice"));
    assert_eq!(lines(&merge.roadmap), ["Learn all the greetings", "Read a menu aloud"]);
    assert_eq!(
        told(&merge),
        ["Learn the greetings => Learn all the greetings", "Learn all the greetings: Note aloud => twice",]
    );
}

#[test]
fn where_both_changed_the_words_the_persons_stay_and_the_document_is_heard() {
    let mut course = Course::of(ITALIAN);
    course.rename("Read a menu", "Read a menu aloud");
    let changed = ITALIAN.replace("Read a menu", "Read a long menu");
    let merge = course.against(&changed);
    assert_eq!(lines(&merge.roadmap)[1], "Read a menu aloud");
    assert_eq!(told(&merge), ["Read a menu aloud: Words conflict with Read a long menu"]);
    assert_eq!(told(&course.after(&changed).against(&changed)), Vec::<String>::new(), "it is said once");
}

#[test]
fn hours_are_merged_apart_from_the_kind_of_work() {
    let mut course = Course::of(ITALIAN);
    course.edit(&Edit::SetBudget { activity: course.id("Study"), budget: hours(6) });
    let merge = course.against(&ITALIAN.replace("(10 hours)", "(12 hours)"));
    assert_eq!(budget(&merge.roadmap), hours(6));
    assert_eq!(told(&merge), ["Study: Hours conflict with 12 h"]);
    let merge = Course::of(ITALIAN).against(&ITALIAN.replace("(10 hours)", "(12 hours)"));
    assert_eq!(budget(&merge.roadmap), hours(12));
    assert_eq!(told(&merge), ["Study: Hours 10 h => 12 h"]);
}

#[test]
fn both_sides_saying_the_same_is_no_difference() {
    let mut course = Course::of(ITALIAN);
    course.rename("Read a menu", "Read a long menu");
    let merge = course.against(&ITALIAN.replace("Read a menu", "Read a long menu"));
    assert_eq!(told(&merge), Vec::<String>::new());
}

#[test]
fn a_renamed_line_is_known_by_its_place_in_the_document() {
    let mut course = Course::of(ITALIAN);
    course.rename("Read a menu", "Cook");
    course.tick("Cook");
    let merge = course.against(&ITALIAN.replace("- Read a menu", "- Sing a song\n- Read a menu"));
    assert_eq!(lines(&merge.roadmap), ["Learn the greetings", "Sing a song", "Cook"]);
    assert_eq!(done(&merge.roadmap), ["Cook"]);
}

#[test]
fn a_difference_crosses_to_the_screen_in_one_piece() {
    let merge = Course::of(ITALIAN).against(&ITALIAN.replace("(10 hours)", "(12 hours)"));
    let json = serde_json::to_value(&merge.differences).expect("JSON");
    let said = &json[0];
    assert_eq!(said["differs"], "changed");
    assert_eq!(said["aspect"], "hours");
    assert_eq!((&said["was"], &said["is"]), (&"10 h".into(), &"12 h".into()));
    assert_eq!((&said["within"], &said["line"]), (&"Week 1: Greetings".into(), &5.into()));
    let back: Vec<Difference> = serde_json::from_value(json).expect("differences");
    assert_eq!(back, merge.differences);
}

#[test]
fn what_a_renamed_line_claims_no_more_stays_out() {
    let source = "# Italian\n\n## Week 1: Greetings\n\n- [ ] Learn at least 40 words\n- [ ] Read a menu\n";
    let mut course = Course::of(source);
    assert_eq!(below(&course.roadmap, "Learn at least 40 words"), ["Learn at least 40 words"]);
    course.rename("Learn at least 40 words", "Learn the colours");
    let merge = course.against(source);
    assert_eq!(merge.roadmap, course.roadmap);
    assert_eq!(told(&merge), Vec::<String>::new());
    let merge = course.against(&source.replace("40 words", "50 words"));
    assert_eq!(below(&merge.roadmap, "Learn the colours"), Vec::<&str>::new());
}
