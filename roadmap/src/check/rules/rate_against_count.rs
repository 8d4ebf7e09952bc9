//! So many a day or week come to several times what the phase asks for, or never reach it.

use super::counts_differ::would_differ;
use super::said::{asking, listed, number};
use super::{Change, Claim, Finding, Rule, Survey, claim};
use crate::check::NewMeasure;
use crate::check::counts::{Count, Role};
use crate::check::rates::Rate;
use crate::item::{Comparator, Measure};

/// More than so many times what is asked for is too much.
const SEVERAL: f64 = 2.0;

/// So many rates are named in the sentence; all of them are among its lines.
const MOST_NAMED: usize = 3;

pub(super) fn findings(survey: &Survey<'_>) -> Vec<Finding> {
    let gates = survey.counts.iter().filter(|count| count.role == Role::Gate);
    gates.filter_map(|gate| finding(survey, gate)).collect()
}

/// True where a gate of the same phase counts the thing and tells no more than that it is done.
fn is_counted_plainly(survey: &Survey<'_>, gate: &Count<'_>) -> bool {
    let plainly = |other: &Count<'_>| {
        let same = other.role == Role::Gate && other.phase == gate.phase && other.told.is_plain();
        same && other.thing.fits(&gate.thing)
    };
    survey.counts.iter().any(plainly)
}

fn finding(survey: &Survey<'_>, gate: &Count<'_>) -> Option<Finding> {
    let phase = gate.phase?;
    let of_phase = |rate: &&Rate<'_>| survey.phase_of_stage(rate.stage) == Some(phase);
    // Work that tells no more than that it is done is for the gate that tells no more either.
    let takes_any = gate.told.is_plain();
    let takes_plain = takes_any || !is_counted_plainly(survey, gate);
    let is_for = |rate: &&Rate<'_>| {
        let does = takes_any || rate.told.does_same(&gate.told) || takes_plain && rate.told.is_plain();
        does && rate.thing.fits(&gate.thing)
    };
    let rates: Vec<&Rate<'_>> = survey.rates.iter().filter(of_phase).filter(is_for).collect();
    let first = *rates.first()?;
    let before = earlier(survey, gate);
    let total = rates.iter().map(|rate| rate.total(survey));
    let (low, high) = total.fold((0.0, 0.0), |(low, high), (least, most)| (low + least, high + most));
    let (least, most) = gate.range();
    if before + low <= most * SEVERAL && before + high >= least {
        return None;
    }
    let sum = if low < high { format!("{}-{}", number(low), number(high)) } else { number(low) };
    let beside = if before > 0.0 { format!(", with {} from before", number(before)) } else { String::new() };
    let says = format!(
        "{} come to {sum} in {}{beside}; {} for {}.",
        listed(&said(survey, &rates)),
        span(survey, &rates),
        asking(&survey.phase_name(phase)),
        gate.said
    );
    let mut claims: Vec<Claim> =
        rates.iter().map(|rate| claim(rate.item, format!("{} {}", rate.said, each(rate)))).collect();
    claims.push(claim(gate.item, gate.said.clone()));
    let found = Finding::new(Rule::RateAgainstCount, &gate.thing.said, says, claims);
    let reached = if before + high < least { before + high } else { before + low };
    let measure = Measure { value: reached, upper: None, ..gate.measure.clone() };
    let measure = Measure { comparator: Comparator::AtLeast, ..measure };
    let differs = would_differ(survey, gate, &measure);
    let ask = Change::SetMeasures { measures: vec![NewMeasure { item: gate.item.id, measure }] };
    let found = match other_rate(survey, &rates, least - before, most * SEVERAL - before) {
        Some((words, change)) => found.or(format!("Make it {words} {}", each(first)), change),
        None => found,
    };
    Some(if differs { found } else { found.or(format!("Ask for {}", number(reached)), ask) })
}

fn each(rate: &Rate<'_>) -> &'static str {
    if rate.daily { "a day" } else { "a week" }
}

/// The rates in words, each with its stage where there are several.
fn said(survey: &Survey<'_>, rates: &[&Rate<'_>]) -> Vec<String> {
    if let [rate] = rates {
        return vec![format!("{} {}", rate.said, each(rate))];
    }
    let in_stage =
        |rate: &&Rate<'_>| format!("{} {} in {}", rate.said, each(rate), survey.stage_name(rate.stage));
    let mut said: Vec<String> = rates.iter().take(MOST_NAMED).map(in_stage).collect();
    let more = rates.len().saturating_sub(MOST_NAMED);
    said.extend((more > 0).then(|| format!("{more} more")));
    said
}

/// How long the rates hold.
fn span(survey: &Survey<'_>, rates: &[&Rate<'_>]) -> String {
    match rates {
        [rate] if rate.daily => format!("{} working days", rate.times(survey)),
        [rate] => format!("{} weeks", rate.times(survey)),
        _ => "all".to_owned(),
    }
}

/// What was asked for by the end of the phases before.
fn earlier(survey: &Survey<'_>, gate: &Count<'_>) -> f64 {
    let before = survey.counts.iter().filter(|count| {
        let same = count.subject == gate.subject && count.role == Role::Gate;
        same && count.moment.is_some() && count.moment < gate.moment
    });
    before.map(|count| count.range().0).fold(0.0, f64::max)
}

/// Another rate that comes to what is missing, and not to several times that; only for a single rate.
fn other_rate(survey: &Survey<'_>, rates: &[&Rate<'_>], least: f64, most: f64) -> Option<(String, Change)> {
    let [rate] = rates else { return None };
    let times = f64::from(rate.times(survey));
    let value = (least / times).ceil().max(1.0);
    if times == 0.0 || value * times > most {
        return None;
    }
    let upper = rate.measure.upper.map(|_| value + 1.0);
    let comparator = if upper.is_some() { Comparator::Between } else { Comparator::AtLeast };
    let measure = Measure { comparator, value, upper, unit: rate.measure.unit.clone() };
    let words = upper.map_or_else(|| number(value), |upper| format!("{}-{}", number(value), number(upper)));
    Some((words, Change::SetMeasures { measures: vec![NewMeasure { item: rate.item.id, measure }] }))
}
