//! Weeks ask for more of one kind of work than the typical week has room for.

use super::headed_hours::would_contradict;
use super::hours::{Week, WeekBlock, assumed, weeks};
use super::said::{category as named, hours, hours_between, listed};
use super::{Change, Claim, Finding, Rule, Survey, claim};
use crate::check::NewBudget;
use crate::item::{Budget, Tempo};
use crate::{Category, ItemId, Kind};
use std::collections::HashSet;

/// A week may ask for a twentieth more than there is before it is worth a word.
const TOLERANCE: u64 = 20;

pub(super) fn findings(survey: &Survey<'_>) -> Vec<Finding> {
    let weeks = weeks(survey);
    if weeks.is_empty() {
        return Vec::new();
    }
    let assumed = assumed(survey);
    // At a pace by hours the weeks are others than the document's.
    let as_written = weeks.iter().filter(|week| week.tempo != Some(Tempo::PartTime));
    as_written
        .flat_map(|week| Category::ALL.into_iter().filter_map(|it| finding(survey, week, it, &assumed)))
        .collect()
}

/// A stage that asks for more, and how much a week.
struct Asking {
    claims: Vec<Claim>,
    stage: usize,
    minutes: u64,
    /// Budgets that the week has room for.
    budgets: Vec<NewBudget>,
}

fn finding(
    survey: &Survey<'_>,
    week: &Week<'_>,
    category: Category,
    assumed: &HashSet<ItemId>,
) -> Option<Finding> {
    let room = week.room(category);
    // A week without any room may call it by another name.
    if room == 0 {
        return None;
    }
    let asking: Vec<Asking> =
        (0..survey.stages.len()).filter_map(|stage| asks(survey, stage, category, room, assumed)).collect();
    let (least, most) =
        (asking.iter().map(|it| it.minutes).min()?, asking.iter().map(|it| it.minutes).max()?);
    let (least, most) = (u32::try_from(least).ok()?, u32::try_from(most).ok()?);
    let stages: Vec<usize> = asking.iter().map(|it| it.stage).collect();
    let says = format!(
        "{} for {} of {} a week; the {} has {}.",
        asks_words(survey, &stages),
        hours_between(least, most),
        named(category),
        week.name(),
        hours(room)
    );
    let contradicts = asking.iter().any(|it| would_contradict(survey, it.stage, &it.budgets));
    let budgets = asking.iter().flat_map(|it| it.budgets.clone()).collect();
    let mut claims: Vec<Claim> = asking.into_iter().flat_map(|it| it.claims).collect();
    claims.push(claim(week.item, format!("{}: {} of {}", week.name(), hours(room), named(category))));
    let found =
        Finding::new(Rule::WeekDemand, &format!("{} in {}", category.name(), week.item.text), says, claims);
    let opened = week.to_open(category, most);
    let found = if opened.is_empty() { found } else { open(found, &opened, category) };
    if contradicts {
        return Some(found);
    }
    Some(found.or(format!("Ask for {} a week", hours(room)), Change::SetBudgets { budgets }))
}

/// The finding with the way out of opening blocks for a category.
fn open(found: Finding, opened: &[&WeekBlock<'_>], category: Category) -> Finding {
    let names: Vec<String> = opened.iter().map(|block| format!("“{}”", block.item.text)).collect();
    let change = Change::OpenBlocks { blocks: opened.iter().map(|block| block.item.id).collect(), category };
    found.or(format!("Let {} take {} too", listed(&names), named(category)), change)
}

/// The minutes a week that every typical week has for a kind of work, as far as any is named.
pub(super) fn room(weeks: &[Week<'_>], category: Category) -> Option<u32> {
    let as_written = weeks.iter().filter(|week| week.tempo != Some(Tempo::PartTime));
    as_written.map(|week| week.room(category)).filter(|room| *room > 0).min()
}

/// What a stage asks for a week, where that is more than there is room for. A stage with days of its own
/// doesn't use the typical week.
fn asks(
    survey: &Survey<'_>,
    stage: usize,
    category: Category,
    room: u32,
    assumed: &HashSet<ItemId>,
) -> Option<Asking> {
    let stretch = &survey.stages.get(stage)?.stretch;
    let own_days = || survey.within(stage).iter().any(|line| line.item.kind == Kind::Routine);
    let Kind::Stage { weeks: Some(named_weeks), .. } = stretch.item.kind else { return None };
    let weeks = named_weeks.count();
    let of_category =
        || stretch.asks.iter().filter(|ask| ask.category == category && !assumed.contains(&ask.activity));
    let all: u64 = of_category().map(|ask| ask.minutes(weeks)).sum();
    let minutes = all / u64::from(weeks.max(1));
    let room = u64::from(room);
    if minutes <= room + room / TOLERANCE || own_days() {
        return None;
    }
    let is_asked = |id| of_category().any(|ask| ask.activity == id && ask.budget.is_some());
    let lines = survey.within(stage).iter().filter(|line| is_asked(line.item.id));
    let weekly = hours(u32::try_from(minutes).ok()?);
    let name = survey.stage_name(stage);
    let claims =
        lines.map(|line| claim(line.item, format!("{name}: {weekly} of {} a week", named(category))));
    let claims = claims.collect();
    let in_room =
        |minutes: u64| u32::try_from(minutes.saturating_mul(room * u64::from(weeks)) / all.max(1)).ok();
    let budgets = of_category().filter(|ask| ask.budget.is_some()).filter_map(|ask| {
        let minutes = in_room(ask.minutes(weeks))?;
        Some(NewBudget { activity: ask.activity, budget: Budget::Stage { least: minutes, most: minutes } })
    });
    Some(Asking { claims, stage, minutes, budgets: budgets.collect() })
}

/// "Weeks 2, 3 and 9 ask", "Week 2 asks".
fn asks_words(survey: &Survey<'_>, stages: &[usize]) -> String {
    let numbers: Vec<_> = stages
        .iter()
        .filter_map(|stage| match survey.stages.get(*stage)?.stretch.item.kind {
            Kind::Stage { weeks, .. } => weeks,
            _ => None,
        })
        .collect();
    let one = stages.len() == 1 && numbers.first().is_none_or(|weeks| weeks.count() == 1);
    let verb = if one { "asks" } else { "ask" };
    if numbers.len() < stages.len() {
        let names: Vec<String> = stages.iter().map(|stage| survey.stage_name(*stage)).collect();
        return format!("{} {verb}", listed(&names));
    }
    let each = |weeks: &crate::item::NumberRange| match weeks.count() {
        1 => weeks.from.to_string(),
        _ => format!("{}-{}", weeks.from, weeks.to),
    };
    format!(
        "Week{} {} {verb}",
        if one { "" } else { "s" },
        listed(&numbers.iter().map(each).collect::<Vec<_>>())
    )
}
