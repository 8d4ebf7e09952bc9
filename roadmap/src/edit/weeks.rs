//! The numbers of the weeks, which follow on from each other and go on doing so.

use super::tree;
use crate::document::{week_numbers, with_weeks};
use crate::item::NumberRange;
use crate::{Item, ItemId, Kind, Roadmap};
use std::collections::{BTreeMap, HashMap};

/// Which stages of a roadmap followed on from each other before a change.
///
/// Stages of the same track make a run where each begins in the week after the one before it ends. After
/// a change the stages of a run are numbered anew, in their new order, from the number that the first had.
/// Where a document has a gap or repeats weeks (as where each month begins with week 1 again), another
/// run begins, which keeps its numbers.
#[derive(Debug, Clone)]
pub(crate) struct Runs {
    /// For each stage its run.
    of: HashMap<ItemId, usize>,
    /// The first number of each.
    starts: Vec<u32>,
    /// The phases that are called by the weeks of their stages, each with those weeks.
    phases: Vec<(ItemId, NumberRange)>,
}

impl Runs {
    /// The runs of a roadmap.
    pub(crate) fn of(roadmap: &Roadmap) -> Self {
        let phases = roadmap.phases().filter_map(called_by_weeks).collect();
        let mut runs = Self { of: HashMap::new(), starts: Vec::new(), phases };
        let mut last: BTreeMap<Option<ItemId>, (usize, u32)> = BTreeMap::new();
        for (stage, track, weeks) in numbered(roadmap) {
            let run = match last.get(&track) {
                Some((run, to)) if to.checked_add(1) == Some(weeks.from) => *run,
                _ => {
                    runs.starts.push(weeks.from);
                    runs.starts.len() - 1
                }
            };
            last.insert(track, (run, weeks.to));
            runs.of.insert(stage, run);
        }
        runs
    }

    /// True for a stage that is in a run.
    pub(crate) fn hold(&self, stage: ItemId) -> bool {
        self.of.contains_key(&stage)
    }

    /// Takes a new stage into the run of another.
    pub(crate) fn join(&mut self, new: ItemId, other: ItemId) {
        if let Some(run) = self.of.get(&other) {
            self.of.insert(new, *run);
        }
    }

    /// Takes a phase that is back along, with what is below it.
    pub(super) fn take_phase_back(&mut self, phase: &Item) {
        self.phases.extend(called_by_weeks(phase));
    }

    /// Takes a stage that is back into the run around it; or else into that of the stage behind it in the same phase,
    /// where that has its number by now, or of the stage before it. One that begins with week 1 again has a run of
    /// its own.
    pub(super) fn take_back(&mut self, roadmap: &Roadmap, stage: ItemId) {
        let stages = numbered(roadmap);
        let Some(at) = stages.iter().position(|(id, ..)| *id == stage) else { return };
        let (before, rest) = stages.split_at(at);
        let Some(((_, track, weeks), behind)) = rest.split_first() else { return };
        let known = |(id, other, weeks): &(ItemId, Option<ItemId>, NumberRange)| {
            let run = self.of.get(id).filter(|_| other == track)?;
            Some((*id, weeks.from, *run))
        };
        let phase = |stage| roadmap.path_to(stage).iter().rev().nth(1).map(|above| above.id);
        let took_its_number =
            |(id, from, _): &(ItemId, u32, usize)| *from == weeks.from && phase(*id) == phase(stage);
        let run = match (before.iter().rev().find_map(known), behind.iter().find_map(known)) {
            (Some((.., run)), Some((.., other))) if run == other => run,
            (_, Some(behind)) if took_its_number(&behind) => behind.2,
            (Some((.., run)), _) if weeks.from > 1 => run,
            (None, Some((.., run))) => run,
            _ => {
                self.starts.push(weeks.from);
                self.starts.len() - 1
            }
        };
        self.of.insert(stage, run);
    }

    /// Numbers the stages of each run, which keep their lengths. Words that say the numbers say the new ones, those
    /// of phases too.
    pub(crate) fn renumber(&self, roadmap: &mut Roadmap) {
        let mut next = self.starts.clone();
        for (stage, _, was) in numbered(roadmap) {
            let Some(from) = self.of.get(&stage).and_then(|run| next.get_mut(*run)) else { continue };
            let weeks = NumberRange { from: *from, to: from.saturating_add(was.count() - 1) };
            *from = weeks.to.saturating_add(1);
            if weeks != was {
                set(roadmap, stage, was, weeks);
            }
        }
        for (phase, was) in &self.phases {
            let Some(phase) = tree::find(roadmap, *phase) else { continue };
            if let Some(text) = weeks_of(phase).and_then(|weeks| said(&phase.text, *was, weeks)) {
                phase.text = text;
            }
        }
    }
}

/// A phase that is called by the weeks of its stages, with those weeks.
fn called_by_weeks(phase: &Item) -> Option<(ItemId, NumberRange)> {
    let weeks = weeks_of(phase)?;
    let (said, _) = week_numbers(&phase.text)?;
    (said == weeks).then_some((phase.id, weeks))
}

/// The weeks from the first to the last that the stages of a phase name.
fn weeks_of(phase: &Item) -> Option<NumberRange> {
    let weeks = |item: &Item| match item.kind {
        Kind::Stage { weeks, .. } => weeks,
        _ => None,
    };
    let join = |one: NumberRange, next: NumberRange| NumberRange {
        from: one.from.min(next.from),
        to: one.to.max(next.to),
    };
    phase.walk().filter_map(weeks).reduce(join)
}

/// Gives a stage other weeks, in its words too.
pub(super) fn set(roadmap: &mut Roadmap, stage: ItemId, was: NumberRange, weeks: NumberRange) {
    let Some(item) = tree::find(roadmap, stage) else { return };
    if let Kind::Stage { weeks: own, .. } = &mut item.kind {
        *own = Some(weeks);
    }
    if let Some(text) = said(&item.text, was, weeks) {
        item.text = text;
    }
}

fn said(text: &str, was: NumberRange, weeks: NumberRange) -> Option<String> {
    let (found, _) = week_numbers(text)?;
    (found == was).then(|| with_weeks(text, weeks)).flatten()
}

/// The stages that name weeks, each with its track and weeks, in the order of the document.
pub(crate) fn numbered(roadmap: &Roadmap) -> Vec<(ItemId, Option<ItemId>, NumberRange)> {
    let mut found = Vec::new();
    let mut left: Vec<_> = roadmap.items.iter().rev().map(|item| (item, None)).collect();
    while let Some((item, mut track)) = left.pop() {
        match item.kind {
            Kind::Stage { weeks: Some(weeks), .. } => found.push((item.id, track, weeks)),
            Kind::Track { .. } => track = Some(item.id),
            _ => {}
        }
        left.extend(item.children.iter().rev().map(|child| (child, track)));
    }
    found
}

/// The stage with weeks that stands before another in the order of the document, in the same track;
/// or else the first behind it.
pub(super) fn neighbour(roadmap: &Roadmap, stage: ItemId) -> Option<(ItemId, NumberRange)> {
    let mut left: Vec<_> = roadmap.items.iter().rev().map(|item| (item, None)).collect();
    let mut stages = Vec::new();
    while let Some((item, mut track)) = left.pop() {
        match item.kind {
            Kind::Stage { weeks, .. } => stages.push((item.id, track, weeks)),
            Kind::Track { .. } => track = Some(item.id),
            _ => {}
        }
        left.extend(item.children.iter().rev().map(|child| (child, track)));
    }
    let at = stages.iter().position(|(id, ..)| *id == stage)?;
    let (_, own, _) = *stages.get(at)?;
    let (before, after) = stages.split_at(at);
    let with_weeks = |(id, track, weeks): &(ItemId, Option<ItemId>, Option<NumberRange>)| {
        (*track == own).then_some((*id, (*weeks)?))
    };
    let behind = || after.iter().skip(1).find_map(with_weeks);
    before.iter().rev().find_map(with_weeks).or_else(behind)
}
