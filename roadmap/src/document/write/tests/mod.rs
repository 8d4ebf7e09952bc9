//! What is written is read back as it was meant, and nothing else changes.

mod boxes;
mod hours;
mod layouts;
mod links;
mod new;
mod progress;
mod returned;
mod shared;
mod unboxed;
mod whole;

use crate::document::tests::fixtures::ALL;
use crate::document::{bundled, import};
use crate::{Item, Kind, Roadmap};
use chrono::DateTime;

const REFERENCE: &str = include_str!("../../../../../tests/fixtures/reference-like.md");

/// Every document there is, with its name.
fn documents() -> Vec<(&'static str, &'static str)> {
    let dialects = ALL.iter().map(|fixture| (fixture.name, fixture.source));
    let bundled = bundled().iter().map(|bundled| (bundled.name, bundled.source));
    dialects.chain([("reference-like", REFERENCE)]).chain(bundled).collect()
}

fn read(source: &str) -> Roadmap {
    import(source.as_bytes(), "plan.md").expect("a document that can be read").roadmap
}

/// The document of a roadmap that was read from `source`.
fn markdown(roadmap: &Roadmap, source: &str) -> String {
    super::markdown(roadmap, &read(source), source)
}

/// The boxes of a roadmap, in order: their bytes and whether they are ticked.
fn boxes(roadmap: &Roadmap) -> Vec<(usize, bool)> {
    roadmap.walk().filter_map(|item| item.task).map(|task| (task.mark, task.ticked)).collect()
}

/// A roadmap as it is kept: what the document has ticked was done some time.
fn kept(source: &str) -> Option<Roadmap> {
    let mut roadmap = import(source.as_bytes(), "plan.md").ok()?.roadmap;
    let mut left: Vec<&mut Item> = roadmap.items.iter_mut().collect();
    while let Some(item) = left.pop() {
        item.record.done_at = item.task.filter(|task| task.ticked).map(|_| DateTime::UNIX_EPOCH);
        left.extend(&mut item.children);
    }
    Some(roadmap)
}

/// What a roadmap says, item by item: depth, kind, words and whether it is ticked.
fn said(roadmap: &Roadmap) -> Vec<(usize, Kind, String, bool)> {
    let mut said = Vec::new();
    let mut left: Vec<(&Item, usize)> = roadmap.items.iter().rev().map(|item| (item, 0)).collect();
    while let Some((item, depth)) = left.pop() {
        let ticked = item.task.is_some() && item.is_done();
        said.push((depth, item.kind.clone(), item.text.clone(), ticked));
        left.extend(item.children.iter().rev().map(|child| (child, depth + 1)));
    }
    said
}
