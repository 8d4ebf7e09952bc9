//! Which lines of a document belong to which items: none may be lost.

use super::outline::{self, Lines, Shape, is_structure};
use crate::{Kind, Roadmap};
use std::ops::RangeInclusive;

/// The numbers of the lines that say something and belong to no item, from 1. The title's line
/// belongs to the roadmap itself.
pub fn unclaimed_lines(roadmap: &Roadmap, source: &str) -> Vec<usize> {
    let lines = Lines::of(source);
    let claims = claims(roadmap, &lines, |_| true);
    let title = title_lines(roadmap, &lines, source);
    let free = |number: &usize| !claims.get(*number).copied().unwrap_or(false) && !title.contains(number);
    (1..=lines.count()).filter(|number| speaks(lines.text(*number))).filter(free).collect()
}

/// The numbers of the lines that belong only to notes, from 1.
pub fn note_lines(roadmap: &Roadmap, source: &str) -> Vec<usize> {
    let lines = Lines::of(source);
    let notes = claims(roadmap, &lines, |kind| matches!(kind, Kind::Note));
    let others = claims(roadmap, &lines, |kind| !matches!(kind, Kind::Note));
    let only_note = |number: &usize| notes.get(*number) == Some(&true) && others.get(*number) != Some(&true);
    (1..=lines.count()).filter(only_note).filter(|number| speaks(lines.text(*number))).collect()
}

/// True for a line that says something. To Markdown a carriage return alone ends a line as well, but behind the edge of
/// a fence.
fn speaks(line: &str) -> bool {
    !is_structure(line) && !line.split('\r').all(is_structure)
}

/// For each line number whether an item of such a kind stands on it.
fn claims(roadmap: &Roadmap, lines: &Lines<'_>, of: impl Fn(&Kind) -> bool) -> Vec<bool> {
    let mut claimed = vec![false; lines.count() + 1];
    for item in roadmap.walk().filter(|item| item.span.end > item.span.start && of(&item.kind)) {
        let last = lines.number(item.span.end - 1);
        if let Some(own) = claimed.get_mut(item.span.line..=last) {
            own.fill(true);
        }
    }
    claimed
}

/// The lines of the heading that gave the roadmap its title.
fn title_lines(roadmap: &Roadmap, lines: &Lines<'_>, source: &str) -> RangeInclusive<usize> {
    outline::read(source)
        .iter()
        .find(|node| matches!(node.shape, Shape::Heading(_)))
        .filter(|heading| heading.text() == roadmap.title)
        .map_or(0..=0, |heading| heading.span.line..=lines.number(heading.span.end))
}
