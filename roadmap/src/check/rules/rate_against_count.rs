//! So many a day or week come to several times what the phase asks for, or never reach it.

use super::said::{asking, number};
use super::{Change, Claim, Finding, Rule, Survey, claim};
use crate::check::NewMeasure;
use crate::check::counts::{Count, Role};
use crate::check::rates::Rate;
use crate::item::{Comparator, Measure};

/// More than so many times what is asked for is too much.
const SEVERAL: f64 = 2.0;

pub(super) fn findings(survey: &Survey<'_>) -> Vec<Finding> {
    let gates = survey.counts.iter().filter(|count| count.role == Role::Gate);
    gates.filter_map(|gate| finding(survey, gate)).collect()
}

fn finding(survey: &Survey<'_>, gate: &Count<'_>) -> Option<Finding> {
    let phase = gate.phase?;
    let of_phase = |rate: &&Rate<'_>| survey.phase_of_stage(rate.stage) == Some(phase);
    let rates: Vec<&Rate<'_>> =
        survey.rates.iter().filter(|rate| rate.thing.fits(&gate.thing)).filter(of_phase).collect();
    let first = *rates.first()?;
    let before = earlier(survey, gate);
    let total = rates.iter().map(|rate| rate.total(survey));
    let (low, high) = total.fold((0.0, 0.0), |(low, high), (least, most)| (low + least, high + most));
    let (least, most) = gate.range();
    if before + low <= most * SEVERAL && before + high >= least {
        return None;
    }
    let each = |rate: &Rate<'_>| if rate.daily { "a day" } else { "a week" };
    let span = if first.daily { "working days" } else { "weeks" };
    let sum = if low < high { format!("{}-{}", number(low), number(high)) } else { number(low) };
    let beside = if before > 0.0 { format!(", with {} from before", number(before)) } else { String::new() };
    let says = format!(
        "{} {} come to {sum} in {} {span}{beside}; {} for {}.",
        first.said,
        each(first),
        first.times(survey),
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
    let ask = Change::SetMeasures { measures: vec![NewMeasure { item: gate.item.id, measure }] };
    let asked = format!("Ask for {}", number(reached));
    Some(match other_rate(survey, &rates, least - before, most * SEVERAL - before) {
        Some((words, change)) => found.or(format!("Make it {words} {}", each(first)), change).or(asked, ask),
        None => found.or(asked, ask),
    })
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
