//! What the parts of a document come to in hours.

use super::super::headed_hours::{self, Time};
use super::super::{Claim, Survey, claim};
use super::{Amount, ONE, is_short};
use crate::Kind;
use crate::check::phrases::optional;
use crate::check::said::number_between;
use crate::check::survey::Line;
use crate::check::whole::{Of, Said};
use crate::item::Budget;
use crate::plan::Stretch;

/// The hours of all parts.
pub(super) struct Hours {
    pub(super) sum: Amount,
    /// The same where the hours of several weeks are those of each.
    of_each: Amount,
    pub(super) claims: Vec<Claim>,
}

impl Hours {
    /// None unless most stages state some of their own.
    pub(super) fn of(survey: &Survey<'_>, paces: &[&Said<'_>]) -> Option<Self> {
        let mut sum = Amount { least: 0.0, most: 0.0, more: false };
        let mut of_each = sum;
        let (mut stated, mut all) = (0_usize, 0_usize);
        let mut by_stage: Vec<(usize, f64, f64)> = Vec::new();
        for (stage, asked) in headed_hours::of_stages(survey).into_iter().enumerate() {
            let stretch = &survey.stages.get(stage)?.stretch;
            if stretch.is_open() {
                sum.more = true;
                continue;
            }
            all += 1;
            let rest = rest(survey, stage);
            let Some((time, more)) = asked.or_else(|| (rest > 0.0).then_some((Time::NONE, false))) else {
                sum.more = true;
                continue;
            };
            // Some count a day of rest as well.
            let (least, most) = (f64::from(time.least) / 60.0, f64::from(time.most) / 60.0 + rest);
            let least = if optional(stretch.item) { 0.0 } else { least };
            let is_whole = stretch.asks.iter().all(|ask| matches!(ask.budget, Some(Budget::Stage { .. })));
            let times = if is_whole { f64::from(stretch.weeks()) } else { 1.0 };
            sum.more |= is_short(stretch);
            stated += usize::from(!paces.iter().any(|pace| gives(pace, stretch)));
            sum = Amount { least: sum.least + least, most: sum.most + most, more: sum.more | more };
            of_each.least += least * times;
            of_each.most += most * times;
            by_stage.push((stage, least, most));
        }
        of_each.more = sum.more;
        (stated * 2 > all).then(|| Self { sum, of_each, claims: claims(survey, &by_stage) })
    }

    pub(super) fn fit(&self, said: &Said<'_>) -> bool {
        self.sum.fits(said) || self.of_each.fits(said)
    }

    /// The weeks that the parts take at a pace.
    pub(super) fn at(&self, pace: (f64, f64)) -> Self {
        let weeks =
            |hours: Amount| Amount { least: hours.least / pace.1, most: hours.most / pace.0, ..hours };
        Self { sum: weeks(self.sum), of_each: weeks(self.of_each), claims: Vec::new() }
    }
}

/// The hours of a stage that are for rest.
fn rest(survey: &Survey<'_>, stage: usize) -> f64 {
    let weeks = survey.stages.get(stage).map_or(1, |at| at.stretch.weeks());
    let of = |line: &Line<'_>| match line.item.kind {
        Kind::Activity { category, budget: Some(budget) } if !category.is_work() => {
            f64::from(Time::of(budget, weeks).most) / 60.0
        }
        _ => 0.0,
    };
    survey.within(stage).iter().map(of).sum()
}

/// True for a stage that has no hours but those of the pace.
fn gives(pace: &Said<'_>, stretch: &Stretch<'_>) -> bool {
    let budget = |budget: Option<Budget>| match (budget, pace.of) {
        (Some(Budget::Week { least, .. }), Of::Weekly) | (Some(Budget::Day { least, .. }), Of::Daily) => {
            Some(least)
        }
        _ => None,
    };
    let sum = stretch.asks.iter().try_fold(0_u32, |sum, ask| sum.checked_add(budget(ask.budget)?));
    sum.is_some_and(|minutes| (f64::from(minutes) - pace.least * 60.0).abs() < ONE)
}

/// What the phases ask for, or the stages of the only one.
fn claims(survey: &Survey<'_>, by_stage: &[(usize, f64, f64)]) -> Vec<Claim> {
    let mut by_phase: Vec<(Option<usize>, f64, f64)> = Vec::new();
    for (stage, least, most) in by_stage {
        let phase = survey.phase_of_stage(*stage);
        match by_phase.last_mut() {
            Some(last) if last.0 == phase => (last.1, last.2) = (last.1 + least, last.2 + most),
            _ => by_phase.push((phase, *least, *most)),
        }
    }
    let says = |name: String, least: f64, most: f64| format!("{name}: {} h", number_between(least, most));
    let of_phases = by_phase.iter().map(|(phase, least, most)| {
        let item = survey.phases.get((*phase)?)?.item;
        Some(claim(item, says(survey.phase_name((*phase)?), *least, *most)))
    });
    if let Some(claims) = of_phases.collect::<Option<Vec<_>>>().filter(|claims| claims.len() > 1) {
        return claims;
    }
    let of_stages = by_stage.iter().filter_map(|(stage, least, most)| {
        Some(claim(survey.stages.get(*stage)?.stretch.item, says(survey.stage_name(*stage), *least, *most)))
    });
    of_stages.collect()
}
