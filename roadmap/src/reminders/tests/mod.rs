//! Claims about reminders: what they are made on.

mod blocks;
mod each_kind;
mod many;
mod phrases;
mod quiet;
mod weeks;
mod year;

use super::*;
use crate::pomodoro::Work;
use crate::schedule::DayBoundary;
use crate::{Category, ItemId};
use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Timelike, Utc};
use chrono_tz::Tz;
use std::collections::{BTreeMap, HashSet};

fn work(activity: i64) -> Work {
    Work {
        activity: Some(ItemId(activity)),
        step: None,
        block: None,
        category: Category::Study,
        title: "Gradient boosting".to_owned(),
    }
}

fn resolve(zone: Tz, local: NaiveDateTime) -> DateTime<Utc> {
    let minute = u16::try_from(local.time().num_seconds_from_midnight() / 60).unwrap();
    zone.resolve(local.date(), minute)
}

fn block(zone: Tz, subject: &str, start: NaiveDateTime, minutes: i64) -> Upcoming {
    let start_utc = resolve(zone, start);
    Upcoming {
        subject: subject.to_owned(),
        start,
        start_utc,
        end_utc: start_utc + TimeDelta::minutes(minutes),
        title: "Study".to_owned(),
        category: Category::Study,
        work: Some(work(7)),
    }
}

fn day(day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 12, day).unwrap()
}

fn time(hour: u32, minute: u32) -> NaiveTime {
    NaiveTime::from_hms_opt(hour, minute, 0).unwrap()
}

fn utc(hour: u32, minute: u32) -> DateTime<Utc> {
    day(1).and_time(time(hour, minute)).and_utc()
}

/// A day with its reminders, and the inbox that they go to.
struct Bench {
    zone: Tz,
    rules: Vec<Rule>,
    blocks: Vec<Upcoming>,
    week: Option<EndedWeek>,
    plan: Option<PlanDays>,
    focused: BTreeMap<NaiveDate, u32>,
    snoozes: Vec<Snooze>,
    known: HashSet<OccurrenceKey>,
    running: Option<Work>,
    since: DateTime<Utc>,
    stillness: Stillness,
    inbox: Vec<Occurrence>,
}

impl Bench {
    /// With the usual rules about blocks and the week's end.
    fn new(blocks: Vec<Upcoming>) -> Self {
        Self::with(vec![usual("block-start"), usual("week-end")], blocks)
    }

    fn with(rules: Vec<Rule>, blocks: Vec<Upcoming>) -> Self {
        Self {
            zone: Tz::UTC,
            rules,
            blocks,
            week: None,
            plan: None,
            focused: BTreeMap::new(),
            snoozes: Vec::new(),
            known: HashSet::new(),
            running: None,
            since: DateTime::UNIX_EPOCH,
            stillness: Stillness::default(),
            inbox: Vec::new(),
        }
    }

    /// Three blocks of 1 December 2026 in UTC: 9:00 to 11:00, 11:00 to 11:05, 14:00 to 16:00.
    fn three_blocks() -> Self {
        Self::new(three_blocks())
    }

    fn situation(&self, now: DateTime<Utc>) -> Situation<'_> {
        self.situation_in(&self.zone, now)
    }

    fn situation_in<'a>(&'a self, zone: &'a dyn LocalTime, now: DateTime<Utc>) -> Situation<'a> {
        Situation {
            now,
            local: Local { zone, boundary: DayBoundary::default(), hours_24: true },
            rules: &self.rules,
            blocks: &self.blocks,
            week: self.week.as_ref(),
            plan: self.plan.as_ref(),
            focused: &self.focused,
            snoozes: &self.snoozes,
            known: &self.known,
            running: self.running.as_ref(),
            since: self.since,
            stillness: self.stillness,
        }
    }

    fn due(&mut self, now: DateTime<Utc>) -> Vec<Occurrence> {
        let due = self.situation(now).due();
        self.take(due)
    }

    /// Adds to the inbox.
    fn take(&mut self, due: Vec<Occurrence>) -> Vec<Occurrence> {
        self.known.extend(due.iter().map(|occurrence| occurrence.key.clone()));
        self.inbox.extend(due.clone());
        due
    }

    fn next(&self, now: DateTime<Utc>) -> Option<DateTime<Utc>> {
        self.situation(now).next()
    }

    /// What is due, as subjects, with what is added to the inbox.
    fn ask(&mut self, now: DateTime<Utc>) -> Vec<(String, Option<Answer>)> {
        self.due(now).into_iter().map(|it| (it.key.subject, it.answer)).collect()
    }

    /// The titles of what is due, with how they are to be shown.
    fn told(&mut self, now: DateTime<Utc>) -> Vec<(String, Showing)> {
        self.due(now).into_iter().map(|it| (it.told.title, it.showing)).collect()
    }
}

fn three_blocks() -> Vec<Upcoming> {
    let zone = Tz::UTC;
    vec![
        block(zone, "first", day(1).and_time(time(9, 0)), 120),
        block(zone, "short", day(1).and_time(time(11, 0)), 5),
        block(zone, "last", day(1).and_time(time(14, 0)), 120),
    ]
}

/// The usual rule of a kind, turned on.
fn usual(kind: &str) -> Rule {
    Rule { on: true, ..Rule::usual(kinds::named(kind).unwrap()).unwrap() }
}

fn own(number: i64, timing: Timing) -> Rule {
    Rule::own(number, timing, "Call Ada", DateTime::UNIX_EPOCH)
}

fn shown(subject: &str) -> (String, Option<Answer>) {
    (subject.to_owned(), None)
}

fn answered(subject: &str, answer: Answer) -> (String, Option<Answer>) {
    (subject.to_owned(), Some(answer))
}

/// Puts the latest of the inbox off by ten minutes.
fn snoozed(bench: &Bench, now: DateTime<Utc>) -> Snooze {
    let latest = bench.inbox.last().unwrap();
    Snooze::of(latest, SnoozeLength::TenMinutes.until(&bench.blocks, &bench.situation(now).local, now))
}
