//! The hours of stages that have no activity with a budget: they may stand in the stage's title, in a
//! line of its own ("Time: 6 hours a week"), in the schedule of the day that an activity is named for,
//! behind each step, once for the whole document, or in a table ([`super::allotted`]). Where nothing else tells,
//! those steps count that name some.
//!
//! Which of them holds is settled here; [`mod@stated`] reads titles and lines, [`mod@by_day`] schedules and
//! [`mod@by_steps`] steps, and [`whole`] gives a stage's hours to its activities.

mod by_day;
mod by_steps;
mod stated;
mod whole;

pub(crate) use by_steps::steps_time;
pub(super) use by_steps::{sum_of_named_steps, sum_of_steps};
pub(crate) use stated::headed_time;
pub(super) use stated::{for_each, gives_months_hours, names_whole, stated, stated_once, states_total};
pub(super) use whole::{gather_work, wrap};

use super::allotted::Allotted;
use super::hours::{Per, Stretch, titled};
use super::lengths;
use super::phrases::Terms;
use crate::document::correction::Sayings;
use crate::item::{Item, Kind};
use by_day::{by_day, sessions};
use by_steps::{by_named_steps, by_steps};
use stated::LENGTHS;

/// Gives the stages their hours.
pub(super) fn settle(items: &mut [Item], allotted: &Allotted, sayings: &Sayings) {
    let sessions = sessions(items);
    let everywhere = items.iter_mut().filter(|item| !is_part(item)).find_map(stated_for_each);
    let mut left: Vec<(&mut Item, Option<Stretch>)> =
        items.iter_mut().map(|item| (item, everywhere)).collect();
    while let Some((item, around)) = left.pop() {
        if matches!(item.kind, Kind::Stage { .. }) {
            settle_stage(item, around, sessions.as_ref(), sayings);
            continue;
        }
        let own = if is_part(item) { for_each(item) } else { None };
        left.extend(item.children.iter_mut().map(|child| (child, own.or(around))));
    }
    allotted.settle(items, sayings);
    by_named_steps(items, sayings);
    if !sayings.is_empty() {
        settle_said(items, sayings);
    }
}

/// Gives activities and blocks the category and hours that a person said they have.
fn settle_said(items: &mut [Item], sayings: &Sayings) {
    let mut left: Vec<&mut Item> = items.iter_mut().collect();
    while let Some(item) = left.pop() {
        // What stands for a stage's whole work has no line of its own.
        let is_own = item.span.end > item.span.start;
        let said = sayings.get(&item.span.line);
        match (&mut item.kind, said) {
            (Kind::Activity { category, budget }, Some(said)) if is_own => {
                *category = said.category.unwrap_or(*category);
                *budget = said.hours.or(*budget);
            }
            (Kind::Block(rule), Some(said)) => rule.category = said.category.unwrap_or(rule.category),
            (Kind::Stage { .. }, Some(said)) => {
                for whole in item.children.iter_mut().filter(|child| child.span.end == child.span.start) {
                    if let (Kind::Activity { category, .. }, Some(wanted)) = (&mut whole.kind, said.category)
                    {
                        *category = wanted;
                    }
                }
            }
            _ => {}
        }
        left.extend(&mut item.children);
    }
}

fn is_part(item: &Item) -> bool {
    matches!(item.kind, Kind::Phase { .. } | Kind::Stage { .. } | Kind::Track { .. })
}

/// True for an activity that has hours.
pub(super) fn is_budgeted(item: &Item) -> bool {
    matches!(item.kind, Kind::Activity { budget: Some(_), .. })
}

/// What something that stands before the stages says about each week or day of them.
fn stated_for_each(item: &mut Item) -> Option<Stretch> {
    let line = if stated(item).is_some() {
        item
    } else {
        item.children.iter_mut().find(|line| stated(line).is_some())?
    };
    let stretch = stated(line).filter(|stretch| stretch.per != Per::Whole)?;
    understand(line);
    Some(stretch)
}

/// A line that was taken for a remark or a thing to do is neither.
fn understand(line: &mut Item) {
    if line.task.is_none() && matches!(line.kind, Kind::Note | Kind::Step { .. }) {
        line.kind = Kind::Entry;
    }
}

fn settle_stage(stage: &mut Item, around: Option<Stretch>, sessions: Option<&[u32; 7]>, sayings: &Sayings) {
    last(stage);
    if let Some(hours) = sayings.get(&stage.span.line).and_then(|said| said.hours) {
        if let Some((_, text)) = titled(&stage.text).filter(|(_, text)| !text.is_empty()) {
            stage.text = text;
        }
        return wrap(stage, Stretch::of(hours));
    }
    if stage.walk().any(is_budgeted) {
        return by_steps(stage, sayings);
    }
    let named = titled(&stage.text);
    if let Some((stretch, text)) = named.filter(|(_, text)| !text.is_empty()) {
        stage.text = text;
        return wrap(stage, stretch);
    }
    if let Some(at) = stage.children.iter().position(|line| stated(line).is_some())
        && let Some(stretch) = stage.children.get(at).and_then(stated)
    {
        stage.children.get_mut(at).into_iter().for_each(understand);
        return wrap(stage, stretch);
    }
    if let Some(sessions) = sessions {
        by_day(stage, sessions, sayings);
    }
    by_steps(stage, sayings);
    if let Some(stretch) = around
        && !stage.walk().any(is_budgeted)
    {
        wrap(stage, stretch);
    }
}

/// Gives a stage the days that a line of its own says it lasts: "Duration: 2 weeks".
fn last(stage: &mut Item) {
    let length = |line: &Item| {
        let (name, rest) = line.text.split_once(": ")?;
        let names_length = !matches!(line.kind, Kind::Resource { .. }) && Terms::of(name).are_any(&LENGTHS);
        if names_length { lengths::lasts(&format!("x ({})", rest.trim_end_matches('.'))) } else { None }
    };
    if let Kind::Stage { weeks: None, days: days @ None } = &mut stage.kind {
        *days = stage.children.iter().find_map(length);
    }
}
