//! Long documents in which anything might be compared with everything; how long they take says the bench.

use super::*;
use std::fmt::Write as _;

const MANY: usize = 3_000;

fn list(line: impl Fn(usize) -> String) -> String {
    (0..MANY).fold("# Long\n\n## Week 1\n\n".to_owned(), |mut text, at| {
        let _ = writeln!(text, "- {}", line(at));
        text
    })
}

fn merged(before: &str, after: &str) -> Merge {
    Course::of(before).against(after)
}

#[test]
fn other_words_throughout_are_another_list() {
    let word = |at: usize| format!("{:x} {:x}", at * 7919, at * 104_729);
    let merge = merged(&list(word), &list(|at| word(at + MANY)));
    assert_eq!(merge.roadmap.walk().count(), MANY + 2);
}

#[test]
fn equal_lines_keep_their_order() {
    let all = list(|_| "Rest day".to_owned());
    let course = Course::of(&all);
    let merge = course.against(&all.replacen("- Rest day\n", "", 99));
    assert_eq!(merge.removed.len(), 99);
    assert!(merge.roadmap.walk().map(|item| item.id).is_sorted());
}

#[test]
fn a_list_turned_around_is_the_same_lines() {
    let line = |at: usize| format!("Sing song {at}");
    let merge = merged(&list(line), &list(|at| line(MANY - at)));
    assert_eq!((merge.removed.len(), merge.roadmap.walk().count()), (0, MANY + 2));
}

#[test]
fn numbered_lines_that_all_change_are_merged() {
    let merge = merged(&list(|at| format!("Song {at} aloud")), &list(|at| format!("Song {at} in the choir")));
    assert!(merge.removed.len() <= 10, "all but the shortest read alike");
    let merge = merged(&list(|at| format!("Song {at} aloud")), &list(|_| "Rest day".to_owned()));
    assert_eq!(merge.removed.len(), MANY);
}

#[test]
fn headings_by_the_thousand_are_merged() {
    let heads = |word: &str| {
        (0..MANY).fold("# Long\n".to_owned(), |mut text, at| {
            let _ = write!(text, "\n## {word} {at}\n\n- Rest day\n- {word} at {}\n", at * 31);
            text
        })
    };
    let merge = merged(&heads("Valley"), &heads("Summit"));
    assert_eq!(merge.roadmap.walk().count(), 3 * MANY + 1);
}

#[test]
fn depth_is_no_matter() {
    let nested = |word: &str| {
        (0..60).fold("# Deep\n\n## Week 1\n\n".to_owned(), |mut text, depth| {
            let _ = writeln!(text, "{}- {word} {depth}", "  ".repeat(depth));
            text
        })
    };
    let merge = merged(&nested("Dig the garden"), &nested("Dig the gardens"));
    assert_eq!(merge.removed, []);
}
