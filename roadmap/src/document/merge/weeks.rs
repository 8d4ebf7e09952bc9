//! The numbers of weeks that a document newly has among stages whose lengths the person changed.
//!
//! The document numbers such a week as its own stages are numbered, which are others in the app. So it follows on
//! from the stage that it follows in the document, and what stands behind it is numbered anew.

use super::Sides;
use super::outcome::Outcome;
use crate::edit::weeks::{Runs, numbered};
use crate::item::{ItemId, NumberRange};
use crate::{Kind, Roadmap};
use std::collections::HashMap;

/// The weeks that stages of the new document name, by the names of their items.
pub(super) fn named(sides: &Sides<'_>, outcome: &Outcome) -> HashMap<ItemId, NumberRange> {
    let weeks = |there: usize| match sides.theirs.item(there)?.kind {
        Kind::Stage { weeks, .. } => Some((outcome.line_at(there)?.0, weeks?)),
        _ => None,
    };
    sides.theirs.places().filter_map(weeks).collect()
}

/// Numbers the weeks of a merged roadmap where the document has new ones among stages that have other numbers in
/// the app. `before` is the roadmap as it was there, `document` what the document's stages [name](named).
pub(super) fn renumber(merged: &mut Roadmap, before: &Roadmap, document: &HashMap<ItemId, NumberRange>) {
    let mut runs = Runs::of(before);
    let stages = numbered(merged);
    let is_new = |stage: ItemId, runs: &Runs| document.contains_key(&stage) && !runs.hold(stage);
    let differs = |(stage, _, weeks): &(ItemId, Option<ItemId>, NumberRange)| {
        runs.hold(*stage) && document.get(stage).is_some_and(|named| named != weeks)
    };
    if !stages.iter().any(differs) {
        return;
    }
    // Stages that follow each other in the document, those that were added by hand left out.
    let mut last: HashMap<Option<ItemId>, (ItemId, NumberRange)> = HashMap::new();
    let mut neighbours = Vec::new();
    for (stage, track, _) in &stages {
        let Some(weeks) = document.get(stage) else { continue };
        if let Some((before, named)) = last.insert(*track, (*stage, *weeks))
            && named.to.checked_add(1) == Some(weeks.from)
        {
            neighbours.push((before, *stage));
        }
    }
    let mut has_new = false;
    let forwards = neighbours.iter().copied();
    let backwards = neighbours.iter().rev().map(|(before, stage)| (*stage, *before));
    for (known, new) in forwards.chain(backwards) {
        if is_new(new, &runs) && runs.hold(known) {
            runs.join(new, known);
            has_new = true;
        }
    }
    if has_new {
        runs.renumber(merged);
    }
}
