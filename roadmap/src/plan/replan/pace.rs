//! Another pace from now on: what is over keeps its dates, and the rest follows from what is still to do.

use super::fit::held;
use super::lengthen::{ahead, days_of, days_until, decided};
use super::need::Need;
use super::spread::evenly;
use super::{Changes, Proposal, Standpoint, Way};
use crate::plan::stretch::{Stretch, stretches, written_week};
use crate::plan::{Buffer, Lengths, Pace, Plan, PlanError, date_stages_with};

/// Paces are proposed in steps of half an hour a week.
pub(super) const STEP: u32 = 30;
const MOST: u32 = 7 * 24 * 60;

/// The plan at another pace, or with another share of it kept free, from today on.
///
/// # Errors
/// As [`Plan::check`], and [`PlanError::EndOutOfRange`].
pub(super) fn at_pace(at: &Standpoint<'_>, pace: Pace, buffer: Buffer) -> Result<Proposal, PlanError> {
    let plan = Plan { pace, buffer, ..*at.plan };
    plan.check()?;
    let changes = Rest::of(at).at_pace(&plan)?;
    at.proposal(Way::AtPace, changes)
}

/// More hours a week, so that the end stays; nothing where no pace is enough or an open end runs. A plan that goes by the
/// document's weeks can have as many hours as the blocks hold in most weeks, and goes by hours then; one that goes by
/// hours can have more, as who raises them adds blocks.
pub(super) fn raise_hours(at: &Standpoint<'_>) -> Result<Option<Proposal>, PlanError> {
    let Some(end) = at.end().filter(|end| at.today <= *end && at.open_end().is_none()) else {
        return Ok(None);
    };
    let (least, most) = match at.plan.pace {
        Pace::Hours { per_week_minutes } => (per_week_minutes, MOST),
        Pace::AsWritten => (written_pace(at), held(at)),
    };
    let rest = Rest::of(at);
    let ends = |per_week_minutes: u32| {
        let pace = Pace::Hours { per_week_minutes };
        let plan = Plan { pace, ..*at.plan };
        let mut changes = rest.at_pace(&plan)?;
        let mut stages = date_stages_with(at.roadmap, &plan, &changes.lengths)?;
        let lengths = changes.lengths.clone();
        let faster = Standpoint { plan: &plan, lengths: &lengths, stages: &stages, ..*at };
        (changes.lengths, stages) = Need::of(&faster).dates(0)?;
        Ok::<_, PlanError>((super::outcome::end_of(&stages), changes))
    };
    let holds = |minutes: u32| ends(minutes).map(|(found, _)| found.is_some_and(|found| found <= end));
    // The least pace that holds the end, found by halving.
    let (mut low, mut high) = (least / STEP + 1, most / STEP);
    if low > high || !holds(high * STEP)? {
        return Ok(None);
    }
    while low < high {
        let middle = low + (high - low) / 2;
        if holds(middle * STEP)? { high = middle } else { low = middle + 1 }
    }
    let (_, changes) = ends(high * STEP)?;
    let raise = at.proposal(Way::RaiseHours, changes)?;
    let holds = raise.weeks.iter().all(|week| week.after <= most);
    Ok(Some(raise).filter(|_| holds))
}

/// What a week of the stages that are not over asks for on average, in clock minutes.
fn written_pace(at: &Standpoint<'_>) -> u32 {
    let (mut minutes, mut days) = (0, 0);
    for (stage, to) in ahead(at) {
        minutes += u64::from(stage.minutes);
        days += days_of(stage.from, to);
    }
    u32::try_from(minutes * 7 / days.max(1)).unwrap_or(u32::MAX)
}

/// What another pace begins from, read once for any number of paces.
pub(super) struct Rest<'a> {
    at: &'a Standpoint<'a>,
    stretches: Vec<Stretch<'a>>,
    written_week: u32,
    /// What stages that have begun ask for and that is not worked.
    of_begun: u64,
}

impl<'a> Rest<'a> {
    pub(super) fn of(at: &'a Standpoint<'a>) -> Self {
        Self {
            at,
            stretches: stretches(at.roadmap),
            written_week: written_week(at.roadmap),
            of_begun: left_of_begun(at),
        }
    }

    /// The changes of another pace: stages that are over keep their days, the one that runs takes what is left to work
    /// of it and of them, and those ahead go by the pace. In an open end what is missing is spread within it.
    pub(super) fn at_pace(&self, plan: &Plan) -> Result<Changes, PlanError> {
        let Self { at, written_week: week, of_begun: missing, .. } = *self;
        let Plan { pace, buffer, .. } = *plan;
        let mut changes = Changes { pace, buffer, lengths: Lengths::new(), ..at.unchanged() };
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
            && let Some(stretch) = self.stretches.iter().find(|stretch| stretch.item.id == stage.stage)
        {
            let over = days_until(stage.from, at.today);
            let left = match plan.weekly_minutes() {
                // By the document's weeks a stage takes what they are, but for what is over of it.
                None => stretch.days(week).unwrap_or(days).saturating_sub(over.min(days)),
                Some(weekly) => {
                    // Hours that the document doesn't state are never late: their days are over with them.
                    let assumed = if stretch.budgeted() == 0 { stretch.minutes(week) } else { 0 };
                    let rest = assumed * days.saturating_sub(over) / days.max(1);
                    ((rest + missing) * 7).div_ceil(u64::from(weekly))
                }
            };
            let is_over = to < at.today && missing == 0;
            let days = if is_over { days } else { (over + left).max(1) };
            changes.lengths.insert(stage.stage, decided(days, 0));
        }
        let running = current.map(|(stage, ..)| stage).or(at.open_end());
        let stages = date_stages_with(at.roadmap, plan, &changes.lengths)?;
        if let Some(stage) = stages.iter().find(|stage| running.is_some_and(|now| now.stage == stage.stage)) {
            let missing = at.backlog_with(&stages);
            evenly(at, &missing, stage.last_day().max(at.next_week()), &mut changes);
        }
        Ok(changes)
    }
}

/// The clock minutes that the stages with an end of their own which have begun ask for, and that are not worked, but
/// for what is worked ahead on later ones.
fn left_of_begun(at: &Standpoint<'_>) -> u64 {
    let unworked = at.unworked();
    let ahead = unworked.iter().filter(|(stage, _)| stage.from > at.today);
    let of_ahead: u64 = ahead.map(|(stage, _)| u64::from(stage.minutes)).sum();
    unworked.iter().map(|(_, minutes)| minutes).sum::<u64>().saturating_sub(of_ahead)
}
