//! The hours of activities and stages, from those that their steps name.

use super::{is_budgeted, wrap};
use crate::document::correction::Sayings;
use crate::document::recognise::hours::{Stretch, planned};
use crate::item::{Budget, Item, Kind};
use crate::steps::steps_until;

/// The time of all steps below an item; none unless each of them has some.
pub(crate) fn steps_time(item: &Item) -> Option<Budget> {
    sum_of_steps(item, &Sayings::new()).map(Stretch::budget)
}

/// Gives activities, or a stage without any, the hours that each of their steps names.
pub(super) fn by_steps(stage: &mut Item, sayings: &Sayings) {
    let has_activities = stage.walk().any(|item| matches!(item.kind, Kind::Activity { .. }));
    if !has_activities {
        // Without activities there is no budget yet, so the stage itself is one.
        if let Some(sum) = sum_of_steps(stage, sayings) {
            wrap(stage, sum);
        }
        return;
    }
    for activity in &mut stage.children {
        if matches!(activity.kind, Kind::Activity { budget: None, .. })
            && let Some(sum) = sum_of_steps(activity, sayings)
            && let Kind::Activity { budget, .. } = &mut activity.kind
        {
            *budget = Some(sum.budget());
        }
    }
}

/// Gives stages without any hours those of the steps that name some.
pub(super) fn by_named_steps(items: &mut [Item], sayings: &Sayings) {
    let mut left: Vec<&mut Item> = items.iter_mut().collect();
    while let Some(item) = left.pop() {
        if !matches!(item.kind, Kind::Stage { .. }) {
            left.extend(&mut item.children);
        } else if !item.walk().any(is_budgeted)
            && let Some(sum) = sum_of_named_steps(item, sayings)
        {
            wrap(item, sum);
        }
    }
}

/// The hours of all steps; none unless each of them has some.
pub(in crate::document::recognise) fn sum_of_steps(item: &Item, sayings: &Sayings) -> Option<Stretch> {
    let is_silent = |(step, time): &(&Item, Option<Stretch>)| {
        time.is_none() && matches!(step.kind, Kind::Step { optional: false })
    };
    let steps = timed_steps(item, sayings);
    if steps.iter().any(is_silent) { None } else { sum(steps) }
}

/// The hours of the steps that name some; none where none does.
pub(in crate::document::recognise) fn sum_of_named_steps(item: &Item, sayings: &Sayings) -> Option<Stretch> {
    sum(timed_steps(item, sayings))
}

/// The steps with the time that each names or was said to take. One that does stands for what is below it.
fn timed_steps<'a>(item: &'a Item, sayings: &Sayings) -> Vec<(&'a Item, Option<Stretch>)> {
    let time = |step: &Item| {
        let said = sayings.get(&step.span.line).and_then(|said| said.hours).map(Stretch::of);
        let named = || planned(&step.text).or_else(|| planned(step.note.as_deref()?));
        said.or_else(|| named().map(|(stretch, _)| stretch))
    };
    let steps = steps_until(item, |step| time(step).is_some());
    steps.into_iter().map(|step| (step, time(step))).collect()
}

/// What steps that are not optional take together; none where some are counted by the week and some are not.
fn sum(steps: Vec<(&Item, Option<Stretch>)>) -> Option<Stretch> {
    let mut sum: Option<Stretch> = None;
    for (step, time) in steps {
        let counts = matches!(step.kind, Kind::Step { optional: false } | Kind::Resource { .. });
        let Some(time) = time.filter(|_| counts) else { continue };
        let sum = sum.get_or_insert(Stretch { least: 0, most: 0, per: time.per });
        if time.per != sum.per {
            return None;
        }
        sum.least = sum.least.saturating_add(time.least);
        sum.most = sum.most.saturating_add(time.most);
    }
    sum
}
