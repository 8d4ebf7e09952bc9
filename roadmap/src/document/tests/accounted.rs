//! Each dialect's document keeps every line, box and link, and leaves over only what is listed.

use super::fixtures::ALL;
use super::{read, scan};
use crate::Kind;
use crate::document::{note_lines, unclaimed_lines};

#[test]
fn every_line_belongs_to_an_item() {
    for fixture in ALL {
        let roadmap = read(fixture.source).roadmap;
        assert_eq!(unclaimed_lines(&roadmap, fixture.source), Vec::<usize>::new(), "{}", fixture.name);
    }
}

#[test]
fn boxes_are_those_that_the_lines_show() {
    for fixture in ALL {
        let roadmap = read(fixture.source).roadmap;
        let mut boxes: Vec<_> =
            roadmap.walk().filter(|item| item.task.is_some()).map(|item| item.span.line).collect();
        boxes.sort_unstable();
        assert_eq!(boxes, scan::box_lines(fixture.source), "{}", fixture.name);
    }
}

#[test]
fn links_are_those_that_the_lines_show() {
    for fixture in ALL {
        let roadmap = read(fixture.source).roadmap;
        let is_link = |kind: &Kind| matches!(kind, Kind::Resource { href: Some(_) });
        let found = roadmap.walk().filter(|item| is_link(&item.kind)).count();
        // Paths of files are material too, where they begin a line of it.
        let paths = scan::lines_with(fixture.source, "- ./").len()
            + scan::lines_with(fixture.source, "- notes/").len();
        assert_eq!(found, scan::links(fixture.source) + paths, "{}", fixture.name);
    }
}

#[test]
fn only_listed_lines_are_left_over() {
    for fixture in ALL {
        let roadmap = read(fixture.source).roadmap;
        let lines: Vec<&str> = fixture.source.lines().collect();
        let notes: Vec<&str> =
            note_lines(&roadmap, fixture.source).into_iter().map(|number| lines[number - 1]).collect();
        let linked = |line: &&str| !line.starts_with("Start at https://");
        assert_eq!(notes.into_iter().filter(linked).collect::<Vec<_>>(), fixture.notes, "{}", fixture.name);
    }
}
