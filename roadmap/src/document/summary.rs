//! A roadmap in figures.

use super::coverage::note_lines;
use super::tracks::FirstTrack;
use crate::item::{Budget, Item, Kind};
use crate::{Category, Roadmap};
use serde::{Serialize, Serializer};
use std::collections::BTreeSet;

/// How much of everything a roadmap holds. Of alternative tracks that are still to be picked among,
/// the first counts.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Summary {
    /// Its title.
    pub title: String,
    /// Phases.
    pub phases: usize,
    /// Stages, open-ended ones included.
    pub stages: usize,
    /// Weeks of the stages, as [`weeks_of`] counts them.
    pub weeks: usize,
    /// Activities.
    pub activities: usize,
    /// Steps, nested ones included.
    pub steps: usize,
    /// Task boxes of any kind.
    pub task_boxes: usize,
    /// Checkpoint items of all stages.
    pub checkpoint_items: usize,
    /// Links to study material.
    pub resources: usize,
    /// Deliverables.
    pub deliverables: usize,
    /// Measurable claims.
    pub targets: usize,
    /// Choices.
    pub choices: usize,
    /// Week templates.
    pub templates: usize,
    /// Budgeted hours.
    pub hours: Hours,
    /// Lines of the source that were not understood and are kept as notes.
    pub unrecognised_lines: usize,
}

/// Budgeted clock hours: of a range the least, as everywhere. Daily and weekly budgets count for the
/// weeks that a stage names; a stage without weeks has no end, so they are not in here.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize)]
pub struct Hours {
    /// All of them.
    #[serde(serialize_with = "whole")]
    pub total: f64,
    /// Study.
    #[serde(serialize_with = "whole")]
    pub study: f64,
    /// Hands-on work.
    #[serde(serialize_with = "whole")]
    pub hands_on: f64,
    /// Interview preparation.
    #[serde(serialize_with = "whole")]
    pub interview_prep: f64,
    /// Job search.
    #[serde(serialize_with = "whole")]
    pub job_search: f64,
    /// Writing.
    #[serde(serialize_with = "whole")]
    pub writing: f64,
    /// Networking.
    #[serde(serialize_with = "whole")]
    pub networking: f64,
    /// Review.
    #[serde(serialize_with = "whole")]
    pub review: f64,
}

/// Sums a roadmap up. `source` is the text it was read from.
pub fn summary(roadmap: &Roadmap, source: &str) -> Summary {
    let mut sum = Summary {
        title: roadmap.title.clone(),
        phases: 0,
        stages: 0,
        weeks: weeks_of(counted(roadmap)),
        activities: 0,
        steps: 0,
        task_boxes: 0,
        checkpoint_items: 0,
        resources: 0,
        deliverables: 0,
        targets: 0,
        choices: 0,
        templates: 0,
        hours: hours(roadmap),
        unrecognised_lines: note_lines(roadmap, source).len(),
    };
    for item in counted(roadmap) {
        sum.task_boxes += usize::from(item.task.is_some());
        let count = match &item.kind {
            Kind::Phase { .. } => &mut sum.phases,
            Kind::Stage { .. } => &mut sum.stages,
            Kind::Activity { .. } => &mut sum.activities,
            Kind::Step { .. } => &mut sum.steps,
            Kind::CheckpointItem => &mut sum.checkpoint_items,
            Kind::Resource { href: Some(_) } => &mut sum.resources,
            Kind::Deliverable => &mut sum.deliverables,
            Kind::Target { .. } => &mut sum.targets,
            Kind::Choice => &mut sum.choices,
            Kind::Template { .. } => &mut sum.templates,
            _ => continue,
        };
        *count += 1;
    }
    sum
}

/// Every item but those of tracks that don't count.
fn counted(roadmap: &Roadmap) -> impl Iterator<Item = &Item> {
    let mut first = FirstTrack::default();
    let mut left: Vec<&Item> = roadmap.items.iter().rev().collect();
    std::iter::from_fn(move || {
        loop {
            let item = left.pop()?;
            if first.takes(item) {
                left.extend(item.children.iter().rev());
                return Some(item);
            }
        }
    })
}

fn stages(roadmap: &Roadmap) -> impl Iterator<Item = &Item> {
    counted(roadmap).filter(|item| matches!(item.kind, Kind::Stage { .. }))
}

/// How many weeks some items' stages come to: the different ones that they name, and those that their
/// days fill or begin. Where the numbers begin again in a phase, its weeks are others than those before it.
pub fn weeks_of<'a>(items: impl Iterator<Item = &'a Item>) -> usize {
    let mut weeks = BTreeSet::new();
    let mut before: usize = 0;
    let mut days: usize = 0;
    let mut is_first = false;
    for item in items {
        match item.kind {
            Kind::Phase { .. } => is_first = true,
            Kind::Stage { weeks: Some(named), .. } => {
                if is_first && weeks.first().is_some_and(|first| named.from <= *first) {
                    before = before.saturating_add(weeks.len());
                    weeks.clear();
                }
                is_first = false;
                weeks.extend(named.from..=named.to);
            }
            Kind::Stage { days: Some(lasts), .. } => {
                days = days.saturating_add(usize::try_from(lasts).unwrap_or(usize::MAX));
            }
            _ => {}
        }
    }
    before.saturating_add(weeks.len()).saturating_add(days.div_ceil(7))
}

fn hours(roadmap: &Roadmap) -> Hours {
    let mut hours = Hours::default();
    for stage in stages(roadmap) {
        let weeks = match stage.kind {
            Kind::Stage { weeks: Some(weeks), .. } => weeks.count(),
            Kind::Stage { days: Some(days), .. } => days.div_ceil(7),
            _ => 0,
        };
        for (category, minutes) in stage.walk().filter_map(|item| budgeted(item, weeks)) {
            let spent = f64::from(minutes) / 60.0;
            hours.total += spent;
            match category {
                Category::Study => hours.study += spent,
                Category::HandsOn => hours.hands_on += spent,
                Category::InterviewPrep => hours.interview_prep += spent,
                Category::JobSearch => hours.job_search += spent,
                Category::Writing => hours.writing += spent,
                Category::Networking => hours.networking += spent,
                Category::Review => hours.review += spent,
                Category::Rest => hours.total -= spent,
            }
        }
    }
    hours
}

fn budgeted(item: &Item, weeks: u32) -> Option<(Category, u32)> {
    let Kind::Activity { category, budget: Some(budget) } = item.kind else { return None };
    let minutes = match budget {
        Budget::Stage { least, .. } => least,
        Budget::Week { least, .. } => least.saturating_mul(weeks),
        Budget::Day { least, .. } => least.saturating_mul(7).saturating_mul(weeks),
    };
    Some((category, minutes))
}

/// Writes whole hours as whole numbers.
fn whole<S: Serializer>(hours: &f64, to: S) -> Result<S::Ok, S::Error> {
    if hours.fract() == 0.0 { to.serialize_u64(*hours as u64) } else { to.serialize_f64(*hours) }
}
