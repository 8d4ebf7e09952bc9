//! The numbers of the weeks, which follow on from each other and go on doing so.

use super::tree;
use crate::document::{week_numbers, with_weeks};
use crate::item::NumberRange;
use crate::{Item, ItemId, Kind, Roadmap};
use std::collections::{BTreeMap, HashMap, HashSet};

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

    /// Takes stages that are back into runs: each into one in which it has the number that it had, which is that of the
    /// stage before it or behind it, or else one of its own where the document had a gap there or repeated weeks. Where
    /// it can't have its number any more it follows on from the stage before it. One that begins with week 1 again has
    /// a run of its own.
    ///
    /// What stood before them may be shorter or longer by now. So several that come back at once, and one between
    /// stages that follow each other, have runs of their own only where weeks are left out or repeated elsewhere.
    pub(super) fn take_back(&mut self, roadmap: &Roadmap, back: &HashSet<ItemId>) {
        let stages = with_parents(roadmap);
        let has_gaps = has_gaps(&stages, back);
        let allowed = Own { between: has_gaps, elsewhere: has_gaps || back.len() < 2 };
        let mut known_behind: Vec<Option<Known>> = Vec::with_capacity(stages.len());
        let mut next: HashMap<Option<ItemId>, Known> = HashMap::new();
        for stage in stages.iter().rev() {
            known_behind.push(next.get(&stage.track).copied());
            if let Some(known) = self.known(stage) {
                next.insert(stage.track, known);
            }
        }
        let mut last: HashMap<Option<ItemId>, Known> = HashMap::new();
        for (stage, behind) in stages.iter().zip(known_behind.into_iter().rev()) {
            if back.contains(&stage.id) {
                let run = self.run_of(stage, last.get(&stage.track).copied(), behind, allowed);
                self.of.insert(stage.id, run);
            }
            if let Some(known) = self.known(stage) {
                last.insert(stage.track, known);
            }
        }
    }

    fn known(&self, stage: &Numbered) -> Option<Known> {
        let run = *self.of.get(&stage.id)?;
        Some(Known { run, parent: stage.parent, weeks: stage.weeks })
    }

    /// The run of a stage that is back.
    fn run_of(
        &mut self,
        stage: &Numbered,
        before: Option<Known>,
        behind: Option<Known>,
        allowed: Own,
    ) -> usize {
        let from = stage.weeks.from;
        let took_its_number = behind.filter(|behind| behind.weeks.from == from);
        let is_between = matches!((before, behind), (Some(one), Some(other)) if one.run == other.run);
        let follows = before.is_some_and(|before| before.weeks.to.checked_add(1) == Some(from));
        let fits = before.is_none_or(|before| before.weeks.from <= from)
            && (before.is_some() && !is_between || behind.is_none_or(|behind| from < behind.weeks.from));
        let has_own = fits && if is_between { allowed.between } else { allowed.elsewhere };
        match (before, behind) {
            (Some(before), _) if is_between && (follows || !has_own) => before.run,
            (_, Some(behind)) if took_its_number.is_some() && behind.parent == stage.parent => behind.run,
            (Some(before), _) if from > 1 && follows => before.run,
            (_, Some(behind)) if from > 1 && took_its_number.is_some() => behind.run,
            (Some(before), _) if from > 1 && !has_own => before.run,
            (None, Some(behind)) if !has_own => behind.run,
            _ => {
                self.starts.push(from);
                self.starts.len() - 1
            }
        }
    }

    /// Numbers the stages of each run, which keep their lengths. Words that say the numbers say the new ones, those
    /// of phases too.
    pub(crate) fn renumber(&self, roadmap: &mut Roadmap) {
        let mut next = self.starts.clone();
        let mut changed: HashMap<ItemId, (NumberRange, NumberRange)> = HashMap::new();
        for (stage, _, was) in numbered(roadmap) {
            let Some(from) = self.of.get(&stage).and_then(|run| next.get_mut(*run)) else { continue };
            let weeks = NumberRange { from: *from, to: from.saturating_add(was.count() - 1) };
            *from = weeks.to.saturating_add(1);
            if weeks != was {
                changed.insert(stage, (was, weeks));
            }
        }
        tree::visit(roadmap, |item| {
            if let Some((was, weeks)) = changed.get(&item.id) {
                give(item, *was, *weeks);
            }
        });
        call_by_weeks(roadmap, &self.phases);
    }
}

/// Calls the phases by the weeks that their stages have now.
fn call_by_weeks(roadmap: &mut Roadmap, phases: &[(ItemId, NumberRange)]) {
    let phases: HashMap<ItemId, NumberRange> = phases.iter().copied().collect();
    tree::visit(roadmap, |item| {
        if let Some(was) = phases.get(&item.id)
            && let Some(text) = weeks_of(item).and_then(|weeks| said(&item.text, *was, weeks))
        {
            item.text = text;
        }
    });
}

/// A stage with weeks.
struct Numbered {
    id: ItemId,
    track: Option<ItemId>,
    /// What it is below.
    parent: Option<ItemId>,
    weeks: NumberRange,
}

/// Where stages that are back may have runs of their own.
#[derive(Clone, Copy)]
struct Own {
    /// Between stages that follow each other.
    between: bool,
    elsewhere: bool,
}

/// A stage that has a run.
#[derive(Clone, Copy)]
struct Known {
    run: usize,
    parent: Option<ItemId>,
    weeks: NumberRange,
}

/// True where a stage leaves weeks out behind the one before it or repeats them, among what is back and among all else.
fn has_gaps(stages: &[Numbered], back: &HashSet<ItemId>) -> bool {
    let mut last: HashMap<(Option<ItemId>, bool), u32> = HashMap::new();
    stages.iter().any(|stage| {
        let before = last.insert((stage.track, back.contains(&stage.id)), stage.weeks.to);
        let follows = |to: u32| to.checked_add(1) == Some(stage.weeks.from);
        stage.weeks.from > 1 && before.is_some_and(|to| !follows(to))
    })
}

/// Gives stages that name weeks others; a phase that is called by the weeks of its stages follows. False where all
/// have theirs already.
pub(crate) fn set_all(roadmap: &mut Roadmap, new: &[(ItemId, NumberRange)]) -> bool {
    let phases: Vec<_> = roadmap.phases().filter_map(called_by_weeks).collect();
    let new: HashMap<ItemId, NumberRange> = new.iter().copied().collect();
    let mut changed = false;
    tree::visit(roadmap, |item| {
        if let Kind::Stage { weeks: Some(was), .. } = item.kind
            && let Some(weeks) = new.get(&item.id).filter(|weeks| **weeks != was)
        {
            give(item, was, *weeks);
            changed = true;
        }
    });
    call_by_weeks(roadmap, &phases);
    changed
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
    if let Some(item) = tree::find(roadmap, stage) {
        give(item, was, weeks);
    }
}

fn give(stage: &mut Item, was: NumberRange, weeks: NumberRange) {
    if let Kind::Stage { weeks: own, .. } = &mut stage.kind {
        *own = Some(weeks);
    }
    if let Some(text) = said(&stage.text, was, weeks) {
        stage.text = text;
    }
}

fn said(text: &str, was: NumberRange, weeks: NumberRange) -> Option<String> {
    let (found, _) = week_numbers(text)?;
    (found == was).then(|| with_weeks(text, weeks)).flatten()
}

/// The stages that name weeks, each with its track and weeks, in the order of the document.
pub(crate) fn numbered(roadmap: &Roadmap) -> Vec<(ItemId, Option<ItemId>, NumberRange)> {
    with_parents(roadmap).into_iter().map(|stage| (stage.id, stage.track, stage.weeks)).collect()
}

fn with_parents(roadmap: &Roadmap) -> Vec<Numbered> {
    let mut found = Vec::new();
    let mut left: Vec<_> = roadmap.items.iter().rev().map(|item| (item, None, None)).collect();
    while let Some((item, mut track, parent)) = left.pop() {
        match item.kind {
            Kind::Stage { weeks: Some(weeks), .. } => {
                found.push(Numbered { id: item.id, track, parent, weeks });
            }
            Kind::Track { .. } => track = Some(item.id),
            _ => {}
        }
        left.extend(item.children.iter().rev().map(|child| (child, track, Some(item.id))));
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
