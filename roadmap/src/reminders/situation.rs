//! What is due now, and when the next is.

use super::local::{earlier, later};
use super::{
    About, Answer, EndedWeek, Hold, LATE_AFTER, LOOK_AHEAD_DAYS, LOOK_BACK_DAYS, Local, MOST_AT_ONCE, Moment,
    Occurrence, OccurrenceKey, PlanDays, Quiet, Rule, RuleId, Showing, Snooze, Stillness, Upcoming,
};
use crate::pomodoro::Work;
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use std::collections::{BTreeMap, HashSet};

/// How many days are seen at a look: those back, and those ahead.
const DAYS_SEEN: i64 = (LOOK_BACK_DAYS + LOOK_AHEAD_DAYS) as i64;
/// How often a rule that reminds seldom is looked for further ahead: a month and some days.
const FURTHEST_LOOKS: i64 = 4;

/// Everything that decides about reminders.
#[derive(Clone, Copy)]
pub struct Situation<'a> {
    /// Now.
    pub now: DateTime<Utc>,
    /// How time is told.
    pub local: Local<'a>,
    /// The rules; those that are off remind of nothing.
    pub rules: &'a [Rule],
    /// The work blocks around now: at least from yesterday's to those of the day after tomorrow.
    pub blocks: &'a [Upcoming],
    /// The week before this one, where it ended behind or ahead.
    pub week: Option<&'a EndedWeek>,
    /// The days of the plan; none without a plan.
    pub plan: Option<&'a PlanDays>,
    /// The minutes of focus of each of the last days that has some.
    pub focused: &'a BTreeMap<NaiveDate, u32>,
    /// What was put off and has not come again.
    pub snoozes: &'a [Snooze],
    /// The occurrences that are in the inbox.
    pub known: &'a HashSet<OccurrenceKey>,
    /// What the timer is running on, if it is: it needs no reminder.
    pub running: Option<&'a Work>,
    /// Since when the plan says what it says: when it was made or last changed. What began before that is not
    /// missed.
    pub since: DateTime<Utc>,
    /// What holds reminders back.
    pub stillness: Stillness,
}

impl<'a> Situation<'a> {
    /// The occurrences whose time has come and that are not in the inbox yet, by time. Add all of them, and show
    /// each as its [`Showing`] says.
    pub fn due(&self) -> Vec<Occurrence> {
        let mut seen = HashSet::new();
        let of_rules = self.unknown(|due| due <= self.now);
        let of_rules = of_rules.filter(|(_, key, _)| seen.insert(key.clone()));
        let mut due: Vec<_> =
            of_rules.map(|(rule, key, moment)| self.occurrence(rule, key, &moment)).collect();
        let put_off = self.put_off().filter(|snooze| snooze.until <= self.now);
        due.extend(put_off.map(|snooze| self.snoozed(snooze)));
        due.sort_by(|one, other| (one.due, &one.key).cmp(&(other.due, &other.key)));
        if due.iter().filter(|occurrence| occurrence.showing == Showing::Now).count() > MOST_AT_ONCE {
            let shown = due.iter_mut().filter(|occurrence| occurrence.showing == Showing::Now);
            shown.for_each(|occurrence| occurrence.showing = Showing::Together);
        }
        due
    }

    /// When the next occurrence is due, after those that are now: in the next two days, or none. To be asked again
    /// each day.
    pub fn next(&self) -> Option<DateTime<Utc>> {
        let of_rules = self.unknown(|due| due > self.now).map(|(_, _, moment)| moment.due);
        let put_off = self.put_off().map(|snooze| snooze.until).filter(|due| *due > self.now);
        of_rules.chain(put_off).min()
    }

    /// When a rule reminds next, to be shown: in the next five weeks, or none. Only what comes by the date is
    /// known further ahead than two days.
    pub fn next_of(&self, rule: &'a Rule) -> Option<DateTime<Utc>> {
        if !rule.on {
            return None;
        }
        (0..=FURTHEST_LOOKS).find_map(|looks| {
            let then = self.now.checked_add_signed(TimeDelta::days(looks * DAYS_SEEN))?;
            let moments = Situation { now: then, ..*self }.moments(rule);
            moments.map(|moment| moment.due).filter(|due| *due > self.now).min()
        })
    }

    /// What holds back the reminders of a rule, also of one that is gone.
    pub fn hold(&self, rule: &RuleId, snoozed: bool) -> Option<Hold> {
        let rule = self.rules.iter().find(|known| known.id == *rule);
        let quiet = rule.map_or(Quiet::General, |rule| rule.quiet);
        self.stillness.hold(quiet, snoozed, self.now, self.local.zone)
    }

    /// The dates around now that rules look at.
    pub fn dates(&self) -> impl Iterator<Item = NaiveDate> + use<> {
        let today = self.local.zone.local(self.now).date();
        let days = LOOK_BACK_DAYS + LOOK_AHEAD_DAYS + 1;
        earlier(today, LOOK_BACK_DAYS).iter_days().take(usize::try_from(days).unwrap_or_default())
    }

    /// The local days around now that there are blocks of, each with its blocks in order.
    pub fn working_days(&self) -> BTreeMap<NaiveDate, Vec<&'a Upcoming>> {
        let mut days: BTreeMap<NaiveDate, Vec<&Upcoming>> = BTreeMap::new();
        for block in self.blocks {
            days.entry(self.local.day(block.start_utc)).or_default().push(block);
        }
        days.values_mut().for_each(|blocks| blocks.sort_by_key(|block| block.start_utc));
        days
    }

    /// The last date that rules look at.
    pub(super) fn horizon(&self) -> NaiveDate {
        later(self.local.zone.local(self.now).date(), LOOK_AHEAD_DAYS)
    }

    /// How many moments the rules have around now: what asking costs.
    #[cfg(test)]
    pub(super) fn looked_at(&self) -> usize {
        self.rules.iter().map(|rule| self.moments(rule).count()).sum()
    }

    fn moments(&self, rule: &'a Rule) -> impl Iterator<Item = Moment<'a>> + use<'a> {
        let of_plan = rule.kind.is_of_plan();
        let since = if of_plan { self.since.max(rule.since) } else { rule.since };
        let moments = if rule.on { rule.kind.moments(rule, self) } else { Vec::new() };
        moments.into_iter().filter(move |moment| moment.begins >= since)
    }

    /// Every moment of the rules that is due at a time that is asked for, and is not in the inbox.
    fn unknown(
        &self,
        when: impl Fn(DateTime<Utc>) -> bool + Copy,
    ) -> impl Iterator<Item = (&'a Rule, OccurrenceKey, Moment<'a>)> {
        let of_rule = move |rule: &'a Rule| {
            self.moments(rule).filter(move |moment| when(moment.due)).map(move |moment| {
                let subject = moment.subject.clone().into_owned();
                (rule, OccurrenceKey { rule: rule.id.clone(), subject, at: moment.at, snooze: 0 }, moment)
            })
        };
        self.rules.iter().flat_map(of_rule).filter(|(_, key, _)| !self.known.contains(key))
    }

    fn put_off(&self) -> impl Iterator<Item = &'a Snooze> + '_ {
        self.snoozes.iter().filter(|snooze| !self.known.contains(&snooze.key))
    }

    fn occurrence(&self, rule: &Rule, key: OccurrenceKey, moment: &Moment<'_>) -> Occurrence {
        let told = rule.kind.tell(rule, moment, self);
        let missed = moment.until.is_some_and(|until| self.now > until);
        self.found(key, moment.due, told, rule.kind.is_of_plan(), missed)
    }

    /// A snooze was asked for, so it keeps.
    fn snoozed(&self, snooze: &Snooze) -> Occurrence {
        let Snooze { key, until, told, of_plan } = snooze.clone();
        self.found(key, until, told, of_plan, false)
    }

    fn found(
        &self,
        key: OccurrenceKey,
        due: DateTime<Utc>,
        told: super::Told,
        of_plan: bool,
        missed: bool,
    ) -> Occurrence {
        let answer = match &told.about {
            About::Block(block) if self.is_running(block) => Some(Answer::Started),
            _ => missed.then_some(Answer::Missed),
        };
        let showing = match answer {
            Some(Answer::Missed) if self.local.day(due) == self.local.day(self.now) => Showing::Together,
            Some(_) => Showing::Never,
            None if self.now - due > LATE_AFTER => Showing::Together,
            None if self.hold(&key.rule, key.snooze > 0).is_some() => Showing::Together,
            None => Showing::Now,
        };
        Occurrence { key, due, told, of_plan, answer, showing }
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
