//! Another pace from now on: what is over keeps its dates, and the rest follows from what is still to do.

use super::backlog::{self, Backlog};
use super::lengthen::{days_of, decided};
use super::spread::evenly;
use super::{Changes, Proposal, Standpoint, Way};
use crate::plan::stretch::{stretches, written_week};
use crate::plan::{Buffer, Lengths, Pace, Plan, PlanError, date_stages_with};
use chrono::NaiveDate;

/// Paces are proposed in steps of half an hour a week.
const STEP: u64 = 30;
const MOST: u64 = 7 * 24 * 60;

/// The plan at another pace, or with another share of it kept free, from today on.
///
/// # Errors
/// As [`Plan::check`], and [`PlanError::EndOutOfRange`].
pub fn at_pace(at: &Standpoint<'_>, pace: Pace, buffer: Buffer) -> Result<Proposal, PlanError> {
    let plan = Plan { pace, buffer, ..*at.plan };
    plan.check()?;
    let changes = re_paced(at, &plan, &backlog::backlog(at))?;
    at.proposal(Way::AtPace, changes)
}

/// More hours a week, so that the end stays; nothing where the plan goes by the document's weeks, no pace is enough, or
/// an open end runs.
pub(super) fn raise_hours(at: &Standpoint<'_>, missing: &Backlog) -> Result<Option<Proposal>, PlanError> {
    let (Pace::Hours { per_week_minutes }, Some(end)) = (at.plan.pace, at.end()) else { return Ok(None) };
    if end < at.today || at.open_end().is_some() {
        return Ok(None);
    }
    let ends = |minutes: u64| {
        let pace = Pace::Hours { per_week_minutes: u32::try_from(minutes).unwrap_or(u32::MAX) };
        let plan = Plan { pace, ..*at.plan };
        let changes = re_paced(at, &plan, missing)?;
        let stages = date_stages_with(at.roadmap, &plan, &changes.lengths)?;
        Ok::<_, PlanError>((super::outcome::end_of(&stages), changes))
    };
    let holds = |minutes: u64| ends(minutes).map(|(found, _)| found.is_some_and(|found| found <= end));
    // The least pace that holds the end, found by halving.
    let (mut low, mut high) = (u64::from(per_week_minutes) / STEP + 1, MOST / STEP);
    if low > high || !holds(high * STEP)? {
        return Ok(None);
    }
    while low < high {
        let middle = low + (high - low) / 2;
        if holds(middle * STEP)? { high = middle } else { low = middle + 1 }
    }
    let (_, changes) = ends(high * STEP)?;
    at.proposal(Way::RaiseHours, changes).map(Some)
}

/// The changes of another pace: stages that are over keep their days, the one that runs takes what is left of it and
/// what is missing, and those ahead go by the pace. In an open end what is missing is spread within it.
fn re_paced(at: &Standpoint<'_>, plan: &Plan, missing: &Backlog) -> Result<Changes, PlanError> {
    let Plan { pace, buffer, .. } = *plan;
    let mut changes = Changes { pace, buffer, lengths: Lengths::new(), ..at.unchanged() };
    let week = written_week(at.roadmap);
    let stretches = stretches(at.roadmap);
    let mut current = None;
    for stage in at.stages.iter().filter(|stage| stage.from <= at.today) {
        current = None;
        let Some(to) = stage.to.filter(|_| !stage.open_ended) else { continue };
        let days = days_of(stage.from, to);
        let off = at.lengths.get(&stage.stage).map_or(0, |length| u64::from(length.off));
        changes.lengths.insert(stage.stage, decided(days, off));
        current = Some((stage, to, days));
    }
    if let Some((stage, to, days)) = current
        && let Some(stretch) = stretches.iter().find(|stretch| stretch.item.id == stage.stage)
    {
        let over = days_of(stage.from, at.today.pred_opt().unwrap_or(at.today)).min(days);
        let left = match plan.weekly_minutes() {
            // By the document's weeks a stage takes what they are, but for what is over of it.
            None => stretch.days(week).unwrap_or(days).saturating_sub(over),
            Some(weekly) => {
                let rest = stretch.minutes(week) * days.saturating_sub(over) / days.max(1);
                let minutes = rest + u64::from(missing.total());
                (minutes * 7).div_ceil(u64::from(weekly))
            }
        };
        let is_over = to < at.today && missing.total() == 0;
        let days = if is_over { days } else { (over.max(days_until(stage.from, at.today)) + left).max(1) };
        changes.lengths.insert(stage.stage, decided(days, 0));
    }
    let running = current.map(|(stage, ..)| stage).or(at.open_end());
    let stages = date_stages_with(at.roadmap, plan, &changes.lengths)?;
    if let Some(stage) = stages.iter().find(|stage| running.is_some_and(|now| now.stage == stage.stage)) {
        let missing = backlog::of_dates(at, &stages, at.schedule);
        evenly(at, &missing, stage.last_day().max(at.next_week()), &mut changes);
    }
    Ok(changes)
}

/// The days from one to the day before the other.
fn days_until(from: NaiveDate, to: NaiveDate) -> u64 {
    u64::try_from(to.signed_duration_since(from).num_days()).unwrap_or(0)
}
