//! The figures of a day: focused time, pomodoros, days in a row.

use super::Worked;
use super::ledger::minutes;
use crate::schedule::Schedule;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

/// The figures of a day.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct DaySummary {
    /// The focus alone, in minutes.
    pub focused_minutes: u32,
    /// What counts as worked, in clock minutes.
    pub worked_minutes: u32,
    /// The focus intervals that ran to their end.
    pub pomodoros: u32,
}

/// The figures of that day.
pub fn summary_of(worked: &[Worked], day: NaiveDate) -> DaySummary {
    let of_day = || worked.iter().filter(|session| session.day == day);
    DaySummary {
        focused_minutes: minutes(of_day().map(|session| session.focused_seconds)),
        worked_minutes: minutes(of_day().map(|session| session.worked_seconds)),
        pomodoros: u32::try_from(of_day().filter(|session| session.whole).count()).unwrap_or(u32::MAX),
    }
}

/// The focus that makes a day one of a row without a whole interval, in seconds: ten minutes.
const ENOUGH: u32 = 10 * 60;

/// How many days in a row have been worked up to `today`, from the first of them: those with a whole
/// focus interval or with ten minutes of focus. Days without work in `schedule` keep the row and count with it; today
/// counts once enough is worked and breaks nothing before.
pub fn days_in_a_row(worked: &[Worked], schedule: &Schedule, today: NaiveDate) -> u32 {
    let mut focused: BTreeMap<NaiveDate, u32> = BTreeMap::new();
    for session in worked.iter().filter(|session| session.day <= today) {
        let seconds = if session.whole { ENOUGH } else { session.focused_seconds };
        let day = focused.entry(session.day).or_default();
        *day = day.saturating_add(seconds);
    }
    let days: BTreeSet<NaiveDate> =
        focused.into_iter().filter(|(_, seconds)| *seconds >= ENOUGH).map(|(day, _)| day).collect();
    let Some(first) = days.first() else { return 0 };
    let counts = |day: &NaiveDate| days.contains(day) || !schedule.works_on(*day);
    let yesterday = today.pred_opt().unwrap_or(today);
    let last = if counts(&today) { today } else { yesterday };
    let row = std::iter::successors(Some(last), NaiveDate::pred_opt)
        .take_while(|day| day >= first && counts(day))
        .zip(1..)
        .filter(|(day, _)| days.contains(day))
        .last();
    row.map_or(0, |(_, count)| count)
}
