//! Shaping stages and phases: how long they are, and new ones.

use super::weeks::{self, Runs};
use super::{EditError, tree, words};
use crate::item::{Budget, NumberRange, Span};
use crate::plan::stretches;
use crate::{Category, Item, ItemId, Kind, Roadmap};

/// The most weeks that a stage can be given.
pub const LONGEST_STAGE: u32 = 52;

/// Gives a stage another length.
pub(super) fn set_length(roadmap: &mut Roadmap, stage: ItemId, weeks: u32) -> Result<bool, EditError> {
    let weeks = length(weeks)?;
    let item = roadmap.find(stage).ok_or(EditError::Gone)?;
    let before = item.kind.clone();
    match before {
        Kind::Stage { weeks: Some(was), .. } => {
            let new = NumberRange { from: was.from, to: was.from.saturating_add(weeks - 1) };
            let runs = Runs::of(roadmap);
            weeks::set(roadmap, stage, was, new);
            runs.renumber(roadmap);
            Ok(new != was)
        }
        Kind::Stage { weeks: None, days } => {
            if days.is_none() && is_open(roadmap, stage) {
                return Err(EditError::OpenEnded { text: item.text.clone() });
            }
            let item = tree::find(roadmap, stage).ok_or(EditError::Gone)?;
            item.kind = Kind::Stage { weeks: None, days: Some(7 * weeks) };
            Ok(item.kind != before)
        }
        _ => Err(EditError::NoStage { text: item.text.clone() }),
    }
}

fn length(weeks: u32) -> Result<u32, EditError> {
    if (1..=LONGEST_STAGE).contains(&weeks) { Ok(weeks) } else { Err(EditError::WrongLength { weeks }) }
}

/// True where something that happens ends the stage, so that it has no length of its own.
fn is_open(roadmap: &Roadmap, stage: ItemId) -> bool {
    let dated =
        stretches(roadmap).iter().find(|stretch| stretch.item.id == stage).map(|found| found.is_open());
    let in_phase = || {
        let open = |item: &&Item| matches!(item.kind, Kind::Phase { open_ended: true, .. });
        roadmap.path_to(stage).iter().any(open)
    };
    dated.unwrap_or_else(in_phase)
}

/// Adds a stage behind another, or as the last of a phase.
pub(super) fn add_stage(
    roadmap: &mut Roadmap,
    after: ItemId,
    title: &str,
    weeks: u32,
) -> Result<bool, EditError> {
    let (text, weeks) = (words(title)?, length(weeks)?);
    let mut runs = Runs::of(roadmap);
    let alone = roadmap.stages().next().is_none();
    let id = tree::new_id(roadmap);
    let new = |behind| tree::new_item(id, Kind::Stage { weeks: None, days: None }, text, behind);
    let place = roadmap.find(after).ok_or(EditError::Gone)?;
    match place.kind {
        Kind::Phase { .. } => {
            let is_stage = |item: &Item| matches!(item.kind, Kind::Stage { .. });
            let last = place.children.iter().rposition(is_stage);
            let behind = last.and_then(|at| place.children.get(at)).unwrap_or(place);
            let new = new(tree::words_of(roadmap, behind.id));
            let place = tree::find(roadmap, after).ok_or(EditError::Gone)?;
            place.children.insert(last.map_or(place.children.len(), |at| at + 1), new);
        }
        Kind::Stage { .. } => {
            let new = new(tree::words_of(roadmap, after));
            let (siblings, at) = tree::siblings(roadmap, after).ok_or(EditError::Gone)?;
            siblings.insert(at + 1, new);
        }
        _ => return Err(EditError::NothingToAdd { text: place.text.clone() }),
    }
    let numbers = |from: u32| NumberRange { from, to: from.saturating_add(weeks - 1) };
    let kind = match weeks::neighbour(roadmap, id) {
        Some((other, range)) => {
            runs.join(id, other);
            Kind::Stage { weeks: Some(numbers(range.to.saturating_add(1))), days: None }
        }
        None if alone => Kind::Stage { weeks: Some(numbers(1)), days: None },
        None => Kind::Stage { weeks: None, days: Some(7 * weeks) },
    };
    if let Some(stage) = tree::find(roadmap, id) {
        stage.kind = kind;
    }
    runs.renumber(roadmap);
    Ok(true)
}

/// Adds a phase behind another, or as the first.
pub(super) fn add_phase(
    roadmap: &mut Roadmap,
    after: Option<ItemId>,
    title: &str,
) -> Result<bool, EditError> {
    let text = words(title)?;
    let id = tree::new_id(roadmap);
    let new = |behind| tree::new_item(id, Kind::Phase { months: None, open_ended: false }, text, behind);
    if let Some(after) = after {
        let place = roadmap.find(after).ok_or(EditError::Gone)?;
        if !matches!(place.kind, Kind::Phase { .. }) {
            return Err(EditError::NothingToAdd { text: place.text.clone() });
        }
        let new = new(tree::words_of(roadmap, after));
        let (siblings, at) = tree::siblings(roadmap, after).ok_or(EditError::Gone)?;
        siblings.insert(at + 1, new);
        return Ok(true);
    }
    let first = roadmap.phases().next().map(|phase| (phase.id, phase.span));
    match first {
        Some((first, span)) => {
            let before = if tree::has_words(span) {
                Span { end: span.start, ..span }
            } else {
                tree::words_of(roadmap, first)
            };
            let (siblings, at) = tree::siblings(roadmap, first).ok_or(EditError::Gone)?;
            siblings.insert(at, new(before));
        }
        None => {
            let behind = roadmap.items.last().map(|item| item.span).unwrap_or_default();
            roadmap.items.push(new(behind));
        }
    }
    Ok(true)
}

/// Adds an activity to a stage: behind its other activities, before its checkpoint.
pub(super) fn add_activity(
    roadmap: &mut Roadmap,
    stage: ItemId,
    title: &str,
    category: Category,
    budget: Option<Budget>,
) -> Result<bool, EditError> {
    let text = words(title)?;
    let id = tree::new_id(roadmap);
    let place = roadmap.find(stage).ok_or(EditError::Gone)?;
    if !matches!(place.kind, Kind::Stage { .. }) {
        return Err(EditError::NothingToAdd { text: place.text.clone() });
    }
    let is_activity = |item: &Item| matches!(item.kind, Kind::Activity { .. });
    let is_end = |item: &Item| matches!(item.kind, Kind::Checkpoint | Kind::Gate { .. });
    let last = place.children.iter().rposition(is_activity).map(|at| at + 1);
    let at = last.or_else(|| place.children.iter().position(is_end)).unwrap_or(place.children.len());
    let behind = at.checked_sub(1).and_then(|before| place.children.get(before)).unwrap_or(place);
    let behind = tree::words_of(roadmap, behind.id);
    let new = tree::new_item(id, Kind::Activity { category, budget }, text, behind);
    tree::find(roadmap, stage).ok_or(EditError::Gone)?.children.insert(at, new);
    Ok(true)
}
