//! Several weeks together budget another number of hours a week than nearly all others do. A single
//! week that differs is taken to be meant so; of several weeks one may have been forgotten.

use super::said::{hours, sentence};
use super::{Change, Finding, Rule, Survey, claim};
use crate::check::NewBudget;
use crate::document::figures;
use crate::item::Budget;
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
    uneven.filter_map(|(stage, all, _)| finding(survey, *stage, *all, usual)).collect()
}

fn finding(survey: &Survey<'_>, stage: usize, all: u64, usual: u64) -> Option<Finding> {
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
    let of_stage = |ask: &&crate::plan::Ask| matches!(ask.budget, Some(Budget::Stage { .. }));
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
    // The largest part takes what is missing, or gives what is too much.
    let largest = asks.iter().max_by_key(|ask| ask.minutes(weeks))?;
    let own = u32::try_from(largest.minutes(weeks)).ok()?;
    let minutes = own.saturating_add(wanted).checked_sub(all).filter(|minutes| *minutes > 0);
    let Some(minutes) = minutes else { return Some(found) };
    let activity = survey.within(stage).iter().find(|line| line.item.id == largest.activity)?.item;
    let budget = Budget::Stage { least: minutes, most: minutes };
    let change = Change::SetBudgets { budgets: vec![NewBudget { activity: activity.id, budget }] };
    Some(found.or(format!("Make “{}” {}", activity.text, hours(minutes)), change))
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
