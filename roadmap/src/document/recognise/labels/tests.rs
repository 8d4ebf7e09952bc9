//! Which lines are labels, and what they announce.

use super::*;
use crate::document::outline;

fn label(source: &str) -> Option<Label> {
    let nodes = outline::read(source);
    read(&nodes[0], nodes.get(1))
}

fn meaning_of(source: &str) -> Option<Meaning> {
    label(source).map(|label| label.meaning)
}

#[test]
fn a_colon_may_stand_inside_or_behind_the_bold_words() {
    for source in ["**Goal:** Sing", "**Goal**: Sing", "Goal: Sing"] {
        let label = label(source).expect("a label");
        assert_eq!((label.meaning, label.rest.as_str()), (Meaning::Goal, "Sing"), "{source}");
    }
}

#[test]
fn hours_are_taken_off_the_name() {
    for source in ["**Vocal study (15 hours):**", "**Vocal study** (15 hours):", "**Vocal study (15h)**\n- a"]
    {
        let label = label(source).expect("a label");
        assert_eq!(label.name, "Vocal study", "{source}");
        assert_eq!(label.budget, Some(Budget::Stage { least: 900, most: 900 }), "{source}");
        assert_eq!(label.meaning, Meaning::Work(Category::Study), "{source}");
    }
}

#[test]
fn a_plain_name_with_hours_is_a_label_above_a_list() {
    for source in [
        "Violin (5 hours)\n- a",
        "Violin – 5 hours\n1. a",
        "*Violin (5h)*\n- a",
        "Violin, about 5 h\n\n- a",
        "Violin (5 hours):\n- a",
    ] {
        let label = label(source).expect("a label");
        assert_eq!(label.name, "Violin", "{source}");
        assert_eq!(label.budget, Some(Budget::Stage { least: 300, most: 300 }), "{source}");
    }
    for source in [
        "Violin (5 hours)\n\nMore",
        "Violin (5 hours) and more\n- a",
        "You need this (5 hours).\n- a",
        "Total – 5 hours\n- a",
        "Time – 5 hours\n- a",
        "Commute: 5 hours\n- a",
        "5 hours\n- a",
        "Violin (5 strings)\n- a",
    ] {
        assert_eq!(label(source), None, "{source}");
    }
}

#[test]
fn brackets_with_hours_may_say_what_they_are_for() {
    for source in ["**Violin (5 hours, hands-on):**", "Violin (Hands-On, 5 h):\n- a"] {
        assert_eq!(meaning_of(source), Some(Meaning::Work(Category::HandsOn)), "{source}");
    }
    assert_eq!(meaning_of("**Study (5 hours, mostly review):**"), Some(Meaning::Work(Category::Study)));
}

#[test]
fn bold_words_without_a_colon_are_a_label_only_above_a_list() {
    assert_eq!(meaning_of("**Deliverables**\n- a"), Some(Meaning::Deliverable));
    assert_eq!(label("**Sing out!**\n\nMore"), None);
    assert_eq!(label("**Hurry** - do not wait"), None);
}

#[test]
fn projects_have_numbers_titles_and_notes() {
    let project = |source: &str| match meaning_of(source) {
        Some(Meaning::Project(project)) => project,
        other => panic!("{source} is {other:?}"),
    };
    let first = project("**Project 1: A duet**");
    assert_eq!((first.number, first.title.as_str(), first.note), (Some(1), "A duet", None));
    let again = project("**Project 1 (continued): The duet on stage**");
    assert_eq!(
        (again.number, again.title.as_str(), again.note.as_deref()),
        (Some(1), "The duet on stage", Some("continued"))
    );
}

#[test]
fn options_and_choices_are_told_from_other_picks() {
    assert!(
        matches!(meaning_of("**Option B: Opera**\n- a"), Some(Meaning::Option(option)) if option.label == "B" && option.title == "Opera")
    );
    assert_eq!(meaning_of("Choose one:\n- a"), Some(Meaning::Choose));
    assert_eq!(meaning_of("Pick a single one:\n- a"), Some(Meaning::Choose));
    assert_eq!(meaning_of("Whichever you pick needs:\n- a"), Some(Meaning::Plain));
    assert_eq!(option("Optional songs"), None);
}

#[test]
fn long_sentences_are_no_labels() {
    let long = format!("{}:\n- a", "word ".repeat(30));
    assert_eq!(label(&long), None);
}
