//! Roadmaps made from nothing.

use super::read;
use crate::Category;
use crate::document::{WriteError, new_document};
use crate::item::{Budget, Kind, NumberRange};
use proptest::prelude::*;

#[test]
fn a_new_document_is_a_title_weeks_and_their_hours() {
    let hours = [(Category::Study, 300), (Category::HandsOn, 90)];
    let document = new_document("Learn the accordion", 2, &hours).expect("a document");
    insta::assert_snapshot!(document, @"
    # Learn the accordion

    ## Week 1

    **Study (5 hours):**

    **Hands-on (1.5 hours):**

    ## Week 2

    **Study (5 hours):**

    **Hands-on (1.5 hours):**
    ");
    let roadmap = read(&document);
    assert_eq!(roadmap.title, "Learn the accordion");
    let phases: Vec<_> = roadmap.phases().map(|phase| phase.text.as_str()).collect();
    assert_eq!(phases, ["Learn the accordion"]);
    let stage = roadmap.stages().nth(1).expect("a second week");
    assert_eq!(stage.kind, Kind::Stage { weeks: Some(NumberRange { from: 2, to: 2 }), days: None });
    let budget = |minutes| Some(Budget::Stage { least: minutes, most: minutes });
    let below: Vec<_> = stage.children.iter().map(|item| item.kind.clone()).collect();
    assert_eq!(
        below,
        [
            Kind::Activity { category: Category::Study, budget: budget(300) },
            Kind::Activity { category: Category::HandsOn, budget: budget(90) }
        ]
    );
}

#[test]
fn every_category_and_any_time_come_back() {
    for category in Category::ALL {
        for minutes in [1, 20, 45, 60, 75, 90, 100, 615, 168 * 60] {
            assert!(new_document("A boat", 1, &[(category, minutes)]).is_ok(), "{category:?} {minutes}");
        }
    }
    assert!(new_document("A boat", 1, &Category::ALL.map(|category| (category, 60))).is_ok());
    assert!(new_document("A boat", 520, &[]).is_ok());
}

#[test]
fn what_makes_no_document_is_refused() {
    assert_eq!(new_document("A boat", 0, &[]), Err(WriteError::WrongLength { weeks: 0 }));
    assert_eq!(new_document("A boat", 521, &[]), Err(WriteError::WrongLength { weeks: 521 }));
    let none = new_document("A boat", 1, &[(Category::Study, 0)]);
    assert_eq!(none, Err(WriteError::WrongHours { name: "Study", minutes: 0 }));
    for text in ["", " \n ", "Week 3", "Month 1: Oars", "🎻 Violin"] {
        assert!(matches!(new_document(text, 1, &[]), Err(WriteError::NoTitle { .. })), "{text}");
    }
}

#[test]
fn titles_with_marks_of_markdown_come_back_as_typed() {
    for title in
        ["# 1: *all* of [it]", "C#", "**Bold**: <b>", "- a", "1. b", "`c` & &amp;", "_d_ ~~e~~", "a\\b | c"]
    {
        let document = new_document(title, 1, &[(Category::Study, 60)]).expect(title);
        assert_eq!(read(&document).title, title);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(512) })]

    #[test]
    fn any_title_is_kept_or_refused(title in "[a-zA-Z0-9 #*_\\[\\]():.`~<>&|\\\\!+=-]{1,20}", weeks in 1..4_u32) {
        match new_document(&title, weeks, &[(Category::Study, 60)]) {
            Ok(document) => prop_assert_eq!(read(&document).title, title.split_whitespace().collect::<Vec<_>>().join(" ")),
            Err(error) => prop_assert!(matches!(error, WriteError::NoTitle { .. }), "{}", error),
        }
    }

    #[test]
    fn a_title_that_begins_with_a_word_is_kept(title in "Oak [#*_\\[\\]:.`~<>&|\\\\!+=a-z ]{1,16}z") {
        prop_assert!(new_document(&title, 1, &[(Category::Study, 60)]).is_ok(), "{}", title);
    }
}
