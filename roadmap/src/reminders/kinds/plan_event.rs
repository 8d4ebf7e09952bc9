//! What the kinds about dates of the plan have in common.

use super::super::local::{at_minute, earlier};
use super::{Moment, Rule, Situation, Timing};
use crate::reminders::{LOOK_BACK_DAYS, PlanEvent};
use chrono::NaiveTime;
use std::borrow::Cow;

/// The moments of a rule some days before each event. They are named by the event's date, so that another lead brings no
/// second one, and are of use until that day is over.
pub(super) fn moments<'a>(
    rule: &Rule,
    events: &'a [PlanEvent],
    situation: &Situation<'a>,
) -> Vec<Moment<'a>> {
    let Timing::DaysBefore { days, minute } = rule.timing else { return Vec::new() };
    let first = earlier(situation.horizon(), LOOK_BACK_DAYS);
    let near =
        |event: &&PlanEvent| event.on >= first && earlier(event.on, days.into()) <= situation.horizon();
    let moment = |event: &'a PlanEvent| {
        let (_, due) = at_minute(situation.local.zone, earlier(event.on, days.into()), minute);
        let end = situation.local.end_of(event.on);
        let subject = Cow::Borrowed(event.subject.as_str());
        Moment { subject, at: event.on.and_time(NaiveTime::MIN), due, begins: end, until: Some(end) }
    };
    events.iter().filter(near).map(moment).collect()
}

/// The event that a moment is of.
pub(super) fn of<'a>(moment: &Moment<'_>, events: &'a [PlanEvent]) -> Option<&'a PlanEvent> {
    events.iter().find(|event| event.subject == moment.subject)
}
