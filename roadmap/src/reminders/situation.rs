//! What is due now, and when the next is.

use super::{
    About, Answer, EndedWeek, LATE_AFTER, Occurrence, OccurrenceKey, Rule, RuleKind, Snooze, Upcoming,
};
use super::{block_start, week_end};
use crate::pomodoro::Work;
use chrono::{DateTime, Utc};
use std::collections::HashSet;

/// Everything that decides about reminders.
#[derive(Debug, Clone, Copy)]
pub struct Situation<'a> {
    /// The rules that are turned on.
    pub rules: &'a [Rule],
    /// The blocks around now: at least from yesterday's to tomorrow's.
    pub blocks: &'a [Upcoming],
    /// The week before this one, where it ended behind or ahead.
    pub week: Option<&'a EndedWeek>,
    /// What was put off and has not come again.
    pub snoozes: &'a [Snooze],
    /// The occurrences that are in the inbox.
    pub known: &'a HashSet<OccurrenceKey>,
    /// What the timer is running on, if it is: it needs no reminder.
    pub running: Option<&'a Work>,
    /// Since when these blocks are what the plan says: when it was made or last changed. What began before
    /// that is not missed.
    pub since: DateTime<Utc>,
}

impl Situation<'_> {
    /// The occurrences whose time has come and that are not in the inbox yet, by time. Add all of them;
    /// those [without an answer](Occurrence::is_open) are to be shown.
    pub fn due(&self, now: DateTime<Utc>) -> Vec<Occurrence> {
        let mut seen = HashSet::new();
        let mut due: Vec<_> = self
            .unknown()
            .filter(|occurrence| occurrence.due <= now && seen.insert(occurrence.key.clone()))
            .map(|occurrence| Occurrence { answer: self.answer(&occurrence, now), ..occurrence })
            .collect();
        due.sort_by(|one, other| (one.due, &one.key).cmp(&(other.due, &other.key)));
        due
    }

    /// When the next occurrence is due, after those that are now.
    pub fn next(&self, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
        self.unknown().map(|occurrence| occurrence.due).filter(|due| *due > now).min()
    }

    /// Every occurrence, due or not, that is not in the inbox.
    fn unknown(&self) -> impl Iterator<Item = Occurrence> {
        let ruled = self.rules.iter().flat_map(|rule| {
            let (blocks, lead, week) = match rule.kind {
                RuleKind::BlockStart { lead_minutes } => (self.blocks, lead_minutes, None),
                RuleKind::WeekEnd => (&[][..], 0, self.week),
            };
            let of_week = week.map(|week| week_end::occurrence(&rule.id, week));
            block_start::occurrences(&rule.id, lead, blocks).chain(of_week)
        });
        let put_off = self.snoozes.iter().map(Snooze::occurrence);
        let begun_since = |occurrence: &Occurrence| match &occurrence.about {
            About::Block(block) => block.start_utc >= self.since,
            About::Week(week) => week.due >= self.since,
        };
        ruled.filter(begun_since).chain(put_off).filter(|occurrence| !self.known.contains(&occurrence.key))
    }

    /// The answer that an occurrence has by itself: one that is running is not to be reminded of, and
    /// one that comes too late is not to be shown. Before its block has begun it is never too late; a snooze
    /// was asked for, so it is shown even after its block. How a week ended is news all day.
    fn answer(&self, occurrence: &Occurrence, now: DateTime<Utc>) -> Option<Answer> {
        let block = match &occurrence.about {
            About::Block(block) => block,
            About::Week(week) => return (now >= week.until).then_some(Answer::Missed),
        };
        let snoozed = occurrence.key.snooze > 0;
        let wanted = if snoozed { occurrence.due } else { block.start_utc };
        if self.is_running(block) {
            Some(Answer::Started)
        } else if (!snoozed && now >= block.end_utc) || now - wanted > LATE_AFTER {
            Some(Answer::Missed)
        } else {
            None
        }
    }

    /// Whether the timer is running in that block, or on what the block is for.
    fn is_running(&self, block: &Upcoming) -> bool {
        self.running.is_some_and(|running| {
            let activity = block.work.as_ref().and_then(|work| work.activity);
            running.block.as_deref() == Some(block.subject.as_str())
                || (activity.is_some() && running.activity == activity)
        })
    }
}
