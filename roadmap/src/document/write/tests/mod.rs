//! What is written is read back as it was meant, and nothing else changes.

mod boxes;
mod new;
mod progress;

use crate::Roadmap;
use crate::document::tests::fixtures::ALL;
use crate::document::{bundled, import};

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

/// The boxes of a roadmap, in order: their bytes and whether they are ticked.
fn boxes(roadmap: &Roadmap) -> Vec<(usize, bool)> {
    roadmap.walk().filter_map(|item| item.task).map(|task| (task.mark, task.ticked)).collect()
}
