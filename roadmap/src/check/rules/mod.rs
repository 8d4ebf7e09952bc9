//! The rules, a file each. Each reads the [`Survey`] and says what it finds.

mod asked;
mod before_itself;
mod counts_differ;
mod headed_hours;
mod optional_needed;
mod outside_phase;
mod rate_against_count;
mod stated_length;
mod stated_whole;
mod template_balance;
mod template_hours;
mod too_few_built;
mod unbuilt;
mod uneven_stage;
mod week_demand;
mod week_numbers;

use super::finding::{Claim, Finding, Rule};
use super::survey::Survey;
use super::{Change, hours, said, words};
use crate::{Category, Item, ItemId};

/// Every rule.
pub(super) const RULES: [fn(&Survey<'_>) -> Vec<Finding>; 15] = [
    template_hours::findings,
    stated_length::findings,
    template_balance::findings,
    week_demand::findings,
    uneven_stage::findings,
    headed_hours::findings,
    stated_whole::findings,
    week_numbers::findings,
    outside_phase::findings,
    counts_differ::findings,
    rate_against_count::findings,
    unbuilt::findings,
    too_few_built::findings,
    optional_needed::findings,
    before_itself::findings,
];

/// A claim that an item makes.
fn claim(item: &Item, says: impl Into<String>) -> Claim {
    Claim { item: item.id, line: item.span.line, says: says.into() }
}

/// The stage before that moment, and its activity, to add something to be made: the last stage with an
/// end, and in it work of one's own hands before other work. The stage itself where it has no activity.
fn activity_for(survey: &Survey<'_>, moment: usize) -> Option<(usize, ItemId)> {
    let stages = survey.stages.get(..moment)?;
    let (stage, at) = stages.iter().enumerate().rfind(|(_, at)| !at.stretch.is_open())?;
    let of = |wanted: &dyn Fn(Category) -> bool| at.stretch.asks.iter().find(|ask| wanted(ask.category));
    let ask = of(&|category| matches!(category, Category::HandsOn | Category::Writing))
        .or_else(|| of(&|category| category == Category::Study))
        .or_else(|| at.stretch.asks.first());
    Some((stage, ask.map_or(at.stretch.item.id, |ask| ask.activity)))
}
