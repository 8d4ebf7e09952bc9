//! Several weeks together budget another number of hours a week than nearly all others do. A single
//! week that differs is taken to be meant so; of several weeks one may have been forgotten.

use super::headed_hours::would_contradict;
use super::hours::{Week, weeks};
use super::said::{hours, listed, sentence};
use super::week_demand::room;
use super::{Change, Finding, Rule, Survey, claim};
use crate::check::NewBudget;
use crate::document::figures;
use crate::item::Budget;
use crate::plan::Ask;
use crate::{Item, Kind};
use std::collections::BTreeMap;

/// The fewest other stages that show what a week has.
const FEWEST: usize = 4;

pub(super) fn findings(survey: &Survey<'_>) -> Vec<Finding> {
    // The minutes of each stage with an end that budgets any, and those of a week of it.
    let budgeted: Vec<(usize, u64, u64)> = survey
        .stages
        .iter()
        .enumerate()
        .filter(|(_, stage)| matches!(stage.stretch.item.kind, Kind::Stage { weeks: Some(_), .. }))
        .filter(|(_, stage)| stage.stretch.budgeted() > 0)
        .map(|(at, stage)| {
            let (all, weeks) = (stage.stretch.budgeted(), u64::from(stage.stretch.weeks().max(1)));
            (at, all, all / weeks)
        })
        .collect();
    let mut times: BTreeMap<u64, usize> = BTreeMap::new();
    for (_, _, weekly) in &budgeted {
        *times.entry(*weekly).or_default() += 1;
    }
    let Some((usual, count)) = times.into_iter().max_by_key(|(_, count)| *count) else { return Vec::new() };
    if count < FEWEST || count * 4 < budgeted.len() * 3 {
        return Vec::new();
    }
    let uneven = budgeted.iter().filter(|(_, _, weekly)| weekly.abs_diff(usual) * 10 >= usual);
    let typical = weeks(survey);
    uneven.filter_map(|(stage, all, _)| finding(survey, &typical, *stage, *all, usual)).collect()
}

fn finding(survey: &Survey<'_>, typical: &[Week<'_>], stage: usize, all: u64, usual: u64) -> Option<Finding> {
    let stretch = &survey.stages.get(stage)?.stretch;
    let weeks = stretch.weeks();
    if weeks < 2 || is_meant(stretch.item, all) {
        return None;
    }
    let wanted = usual.saturating_mul(u64::from(weeks));
    let (all, wanted) = (u32::try_from(all).ok()?, u32::try_from(wanted).ok()?);
    let usual = u32::try_from(usual).ok()?;
    let name = survey.stage_name(stage);
    let says = format!(
        "{} budget {} for {weeks} weeks; at the {} a week of the others it would be {}.",
        sentence(&name),
        hours(all),
        hours(usual),
        hours(wanted)
    );
    let of_stage = |ask: &&Ask| matches!(ask.budget, Some(Budget::Stage { .. }));
    let asks: Vec<_> = stretch.asks.iter().filter(of_stage).collect();
    let lines = survey.within(stage).iter().filter_map(|line| {
        let ask = asks.iter().find(|ask| ask.activity == line.item.id)?;
        Some(claim(
            line.item,
            format!("{}, {}", line.item.text, hours(u32::try_from(ask.minutes(weeks)).ok()?)),
        ))
    });
    let mut claims = vec![claim(stretch.item, format!("{name}: {} of {}", hours(all), hours(wanted)))];
    claims.extend(lines);
    let found = Finding::new(Rule::UnevenStage, &stretch.item.text, says, claims);
    let parts = shared_out(typical, &asks, weeks, i64::from(wanted) - i64::from(all));
    let named = |(ask, minutes): &(Ask, u32)| {
        let part = survey.within(stage).iter().find(|line| line.item.id == ask.activity)?;
        let budget = Budget::Stage { least: *minutes, most: *minutes };
        Some((
            format!("“{}” {}", part.item.text, hours(*minutes)),
            NewBudget { activity: ask.activity, budget },
        ))
    };
    let (names, budgets): (Vec<String>, Vec<NewBudget>) = parts.iter().filter_map(named).unzip();
    if budgets.is_empty() || would_contradict(survey, stage, &budgets) {
        return Some(found);
    }
    Some(found.or(format!("Make {}", listed(&names)), Change::SetBudgets { budgets }))
}

/// Parts with other minutes: the largest takes what is missing, as far as a week has room for its kind of
/// work, and then the next; or it gives what is too much. None where it doesn't come out even.
fn shared_out(typical: &[Week<'_>], asks: &[&Ask], weeks: u32, missing: i64) -> Vec<(Ask, u32)> {
    let minutes = |ask: &Ask| i64::try_from(ask.minutes(weeks)).unwrap_or(i64::MAX);
    let mut parts: Vec<(Ask, i64)> = asks.iter().map(|ask| (**ask, minutes(ask))).collect();
    parts.sort_by_key(|(_, minutes)| std::cmp::Reverse(*minutes));
    let mut left = missing;
    let mut changed = Vec::new();
    for place in 0..parts.len() {
        let Some((ask, own)) = parts.get(place).copied() else { continue };
        let of_kind = parts.iter().filter(|(other, _)| other.category == ask.category);
        let taken = of_kind.map(|(_, minutes)| *minutes).fold(0, i64::saturating_add);
        let free = |room| (i64::from(room) * i64::from(weeks)).saturating_sub(taken).max(0);
        let more = left.min(room(typical, ask.category).map_or(left, free));
        let new = own.saturating_add(more);
        if let Some(minutes) = u32::try_from(new).ok().filter(|minutes| *minutes > 0 && more != 0) {
            parts.get_mut(place).into_iter().for_each(|part| part.1 = new);
            changed.push((ask, minutes));
            left -= more;
        }
        if left == 0 {
            return changed;
        }
    }
    Vec::new()
}

/// True where the stage itself names the sum of its hours: then it is meant so.
fn is_meant(stage: &Item, all: u64) -> bool {
    stage.walk().filter(|item| item.id != stage.id).any(|item| {
        figures(&item.text).any(|figure| {
            let unit = figure.measure.unit.to_lowercase();
            matches!(unit.as_str(), "h" | "hours") && figure.measure.value * 60.0 == all as f64
        })
    })
}
