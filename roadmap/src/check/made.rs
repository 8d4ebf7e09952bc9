//! What the stages make: deliverables, steps that make something, and projects.

use super::phrases::{
    Phrase, makes, of_deliverable, of_step, optional, project_number, project_told_optional,
};
use super::survey::{Line, Survey};
use super::words::Thing;
use crate::item::Budget;
use crate::{Item, ItemId, Kind};
use std::collections::{BTreeMap, HashMap};

/// So many things are kept for each noun; a document with more is none that a person wrote.
const MOST: usize = 2_000;

/// What the stages of a roadmap make.
#[derive(Debug, Default)]
pub(super) struct Made<'a> {
    by_noun: HashMap<String, Vec<Making<'a>>>,
    projects: BTreeMap<Named, Project<'a>>,
}

/// A line that makes something.
#[derive(Debug)]
struct Making<'a> {
    item: &'a Item,
    stage: usize,
    phrase: Phrase,
    /// True for a step; what it makes may be the stage's deliverable.
    step: bool,
    /// What calls it optional: itself, or what it stands in.
    by_choice: Option<&'a Item>,
}

/// A project's name: its number, or itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Named {
    Number(u32),
    Item(ItemId),
}

#[derive(Debug)]
struct Project<'a> {
    item: &'a Item,
    optional: Option<&'a Item>,
    moment: usize,
}

/// What is made of something by some time.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Built<'a> {
    /// So many in any case.
    pub(super) required: u32,
    /// So many more by choice.
    pub(super) by_choice: u32,
    /// True where more are made than can be counted.
    pub(super) uncounted: bool,
    /// The lines that make them.
    pub(super) lines: Vec<&'a Item>,
    /// The lines that call theirs optional.
    pub(super) optional: Vec<&'a Item>,
}

impl<'a> Built<'a> {
    fn add_optional(&mut self, item: &'a Item) {
        if self.optional.last().is_none_or(|last| last.id != item.id) {
            self.optional.push(item);
        }
    }

    /// How many there are with what is made by choice.
    pub(super) const fn all(&self) -> u32 {
        self.required.saturating_add(self.by_choice)
    }
}

impl<'a> Made<'a> {
    /// Reads what all stages make.
    pub(super) fn of(survey: &Survey<'a>) -> Self {
        let mut made = Self::default();
        let by_choice = by_choice(survey);
        for ((place, line), by_choice) in survey.lines.iter().enumerate().zip(by_choice) {
            if line.stage.is_none() && line.phase.is_none() {
                continue;
            }
            made.project(survey, line, by_choice);
            if !is_open_option(survey, place) {
                made.thing(survey, place, line, by_choice);
            }
        }
        for line in &survey.lines {
            made.told_of(line.item);
        }
        made
    }

    fn project(&mut self, survey: &Survey<'a>, line: &Line<'a>, by_choice: Option<&'a Item>) {
        let item = line.item;
        let makes = match item.kind {
            Kind::Step { .. } => makes(&item.text),
            Kind::Choice => true,
            _ => false,
        };
        let named = match item.kind {
            Kind::Project { number: Some(number) } => Named::Number(number),
            Kind::Project { number: None } => Named::Item(item.id),
            _ if makes => match project_number(&item.text) {
                Some(number) => Named::Number(number),
                None => return,
            },
            _ => return,
        };
        let of_phase = || line.phase.and_then(|phase| survey.phases.get(phase)).map(|phase| phase.moment);
        let moment = line.stage.map(|stage| stage + 1).or_else(of_phase).unwrap_or(0);
        let known = self.projects.entry(named).or_insert(Project { item, optional: None, moment });
        known.moment = known.moment.min(moment);
        known.optional = known.optional.or(by_choice);
    }

    /// Takes in that a line calls a project optional by its number: "5-6 projects, the fifth is optional".
    fn told_of(&mut self, item: &'a Item) {
        let project =
            project_told_optional(item).and_then(|number| self.projects.get_mut(&Named::Number(number)));
        if let Some(project) = project {
            project.optional = project.optional.or(Some(item));
        }
    }

    fn thing(&mut self, survey: &Survey<'a>, place: usize, line: &Line<'a>, by_choice: Option<&'a Item>) {
        let Some(stage) = line.stage else { return };
        let step = matches!(line.item.kind, Kind::Step { .. });
        let phrases = match line.item.kind {
            Kind::Deliverable => of_deliverable(&line.item.text),
            Kind::Step { .. } => of_step(&line.item.text).into_iter().collect(),
            _ => return,
        };
        let again = step && is_repeated(survey, place, stage);
        for mut phrase in phrases {
            phrase.count = phrase.count.filter(|_| !again);
            let making = Making { item: line.item, stage, step, by_choice, phrase };
            let known = self.by_noun.entry(making.phrase.thing.noun.clone()).or_default();
            if known.len() < MOST {
                known.push(making);
            }
        }
    }

    /// How many of a thing are made in the first so many stages.
    pub(super) fn built(&self, thing: &Thing, moment: usize) -> Built<'a> {
        if thing.noun == "project" && !self.projects.is_empty() {
            return self.projects(moment);
        }
        let mut built = Built::default();
        // A stage's step and its deliverable may be the same thing, so the greater number counts.
        let mut stages: BTreeMap<usize, [u32; 2]> = BTreeMap::new();
        let all = self.by_noun.get(&thing.noun).map_or(&[][..], Vec::as_slice);
        for making in all.iter().filter(|making| making.stage < moment && making.phrase.thing.fits(thing)) {
            let Some(count) = making.phrase.count else {
                built.uncounted = true;
                continue;
            };
            if let Some(optional) = making.by_choice {
                built.by_choice = built.by_choice.saturating_add(count);
                built.add_optional(optional);
            } else {
                let made = &mut stages.entry(making.stage).or_default()[usize::from(making.step)];
                *made = made.saturating_add(count);
                built.lines.push(making.item);
            }
        }
        let most = stages.values().filter_map(|kinds| kinds.iter().copied().max());
        built.required = most.fold(0, u32::saturating_add);
        built
    }

    /// How many of a thing a stage's deliverables and its steps make.
    pub(super) fn of_stage(&self, thing: &Thing, stage: usize) -> [u32; 2] {
        let all = self.by_noun.get(&thing.noun).map_or(&[][..], Vec::as_slice);
        let here = all.iter().filter(|making| making.stage == stage && making.phrase.thing.fits(thing));
        here.filter(|making| making.by_choice.is_none()).fold([0, 0], |mut kinds, making| {
            let made = &mut kinds[usize::from(making.step)];
            *made = made.saturating_add(making.phrase.count.unwrap_or(0));
            kinds
        })
    }

    /// How many projects are made in the first so many stages.
    pub(super) fn projects(&self, moment: usize) -> Built<'a> {
        let mut built = Built::default();
        for project in self.projects.values().filter(|project| project.moment <= moment) {
            match project.optional {
                Some(item) => {
                    built.by_choice += 1;
                    built.add_optional(item);
                }
                None => {
                    built.required += 1;
                    built.lines.push(project.item);
                }
            }
        }
        built
    }
}

/// What calls each line optional: the line, or the activity, stage or heading that it stands in.
fn by_choice<'a>(survey: &Survey<'a>) -> Vec<Option<&'a Item>> {
    let mut found: Vec<Option<&Item>> = Vec::with_capacity(survey.lines.len());
    for line in &survey.lines {
        let around = line.above.and_then(|above| found.get(above).copied().flatten());
        found.push(if optional(line.item) { Some(line.item) } else { around });
    }
    found
}

/// True below an option that nobody has picked.
fn is_open_option(survey: &Survey<'_>, place: usize) -> bool {
    let option = survey.above(place, |kind| matches!(kind, Kind::Option { .. }));
    option.is_some_and(Item::is_unpicked)
}

/// True for what is done again and again, so that nobody knows how often.
fn is_repeated(survey: &Survey<'_>, place: usize, stage: usize) -> bool {
    let again = |kind: &Kind| {
        matches!(
            kind,
            Kind::Block(_)
                | Kind::Routine
                | Kind::Activity { budget: Some(Budget::Day { .. } | Budget::Week { .. }), .. }
        )
    };
    survey.above(place, again).is_some()
        || survey.stages.get(stage).is_some_and(|stage| stage.stretch.is_open())
}
