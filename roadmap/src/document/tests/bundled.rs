//! The roadmaps that come with Waymark.

use super::read;
use crate::Kind;
use crate::document::{bundled, note_lines, summary};

#[test]
fn the_default_holds_every_figure_it_promises() {
    let source = bundled()[0].source;
    let sum = summary(&read(source).roadmap, source);
    assert_eq!((sum.phases, sum.stages, sum.weeks), (4, 11, 12));
    assert_eq!((sum.task_boxes, sum.checkpoint_items, sum.resources), (77, 40, 29));
    assert_eq!((sum.choices, sum.templates), (2, 2));
    let hours = sum.hours;
    assert_eq!(hours.total, 460.0);
    assert_eq!(
        (hours.study, hours.hands_on, hours.interview_prep, hours.job_search),
        (100.0, 280.0, 40.0, 40.0)
    );
}

#[test]
fn next_to_nothing_in_the_default_is_left_over() {
    let source = bundled()[0].source;
    let notes = note_lines(&read(source).roadmap, source);
    assert!(notes.len() <= 3, "lines {notes:?} were not understood");
}

#[test]
fn each_option_of_the_optional_project_says_whom_it_suits() {
    let roadmap = read(bundled()[0].source).roadmap;
    let suits: Vec<_> = roadmap
        .walk()
        .filter_map(|item| match &item.kind {
            Kind::Option { label, suits: Some(suits) } => Some((label.as_str(), suits.as_str())),
            _ => None,
        })
        .collect();
    assert_eq!(suits.iter().map(|(label, _)| *label).collect::<Vec<_>>(), ["A", "B", "C", "D"]);
    assert_eq!(suits[1].1, "MLOps roles");
}

#[test]
fn the_mendings_are_comments() {
    let roadmap = read(bundled()[0].source).roadmap;
    let mended = roadmap.walk().filter(|item| item.kind == Kind::Comment && item.text.starts_with("Mended"));
    assert!(mended.count() >= 5);
}
