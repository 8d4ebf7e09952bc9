//! A rule's times within a window.

use super::days::week_of;
use super::rule::{Frequency, Rule};
use super::{TooMuch, Work};
use chrono::{Datelike, Days, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Timelike};
use std::ops::Range;

/// What the event's clock shows at each time of a rule that is in `within`, in order. `start` is the event's first
/// time, which is always one of them and counts for COUNT; `until` the last that the rule allows.
///
/// # Errors
/// Where there is too much to look at.
pub(in crate::calendar) fn occurrences(
    rule: &Rule,
    start: NaiveDateTime,
    until: Option<NaiveDateTime>,
    within: &Range<NaiveDateTime>,
    work: &mut Work,
) -> Result<Vec<NaiveDateTime>, TooMuch> {
    let last = until.unwrap_or(NaiveDateTime::MAX);
    let mut found = Vec::new();
    if start > last || start >= within.end {
        return Ok(found);
    }
    if within.contains(&start) {
        found.push(start);
    }
    let periods = Periods::new(rule, start);
    work.take(periods.offsets.len())?;
    let skipped = periods.first_near(within.start);
    // How many times are left after the first; where periods were skipped, each had exactly one.
    let mut left = match rule.count {
        Some(count) => count.saturating_sub(1).saturating_sub(skipped.saturating_sub(1)),
        None => u64::MAX,
    };
    let needs_all = rule.count.is_some() || !rule.positions.is_empty();
    for number in skipped.. {
        let Some(bases) = periods.bases(number) else { break };
        let Some(first) = bases.first else { break };
        if left == 0 || first >= within.end || first > last {
            break;
        }
        for time in periods.times(&bases, if needs_all { None } else { Some(within) }, work)? {
            if time <= start {
                continue;
            }
            if left == 0 || time > last || time >= within.end {
                return Ok(found);
            }
            left -= 1;
            if time >= within.start {
                found.push(time);
            }
        }
    }
    Ok(found)
}

/// The periods of a rule, numbered from the one that its start is in.
struct Periods {
    rule: Rule,
    start: NaiveDateTime,
    /// When in a base its times are, in seconds after the base.
    offsets: Vec<u32>,
}

/// What a period is made of: days, or the hour, minute or second that it is.
struct Bases {
    /// When the period begins.
    first: Option<NaiveDateTime>,
    /// How many days it has; none where it is shorter than a day.
    days: Option<u64>,
}

impl Periods {
    fn new(rule: &Rule, start: NaiveDateTime) -> Self {
        let rule = rule.filled(start.date());
        let or = |list: &[i32], own: u32| match list {
            [] => vec![own],
            list => list.iter().filter_map(|number| u32::try_from(*number).ok()).collect(),
        };
        let none = || vec![0];
        let hours = if rule.frequency >= Frequency::Daily { or(&rule.hours, start.hour()) } else { none() };
        let minutes =
            if rule.frequency >= Frequency::Hourly { or(&rule.minutes, start.minute()) } else { none() };
        let seconds =
            if rule.frequency >= Frequency::Minutely { or(&rule.seconds, start.second()) } else { none() };
        let mut offsets = Vec::with_capacity(hours.len() * minutes.len() * seconds.len());
        for hour in &hours {
            for minute in &minutes {
                offsets.extend(seconds.iter().map(|second| 3600 * hour + 60 * minute + second.min(&59)));
            }
        }
        offsets.dedup();
        Self { rule, start, offsets }
    }

    /// The number of a period that begins no later than `time`, from which on looking is enough. Where times are
    /// counted, that is the first one, unless each period has exactly one time.
    fn first_near(&self, time: NaiveDateTime) -> u64 {
        if self.rule.count.is_some() && !self.is_plain() {
            return 0;
        }
        let months = |time: NaiveDateTime| 12 * i64::from(time.year()) + i64::from(time.month0());
        let between = time.signed_duration_since(self.start);
        let periods = match self.rule.frequency {
            Frequency::Yearly => i64::from(time.year()) - i64::from(self.start.year()),
            Frequency::Monthly => months(time) - months(self.start),
            Frequency::Weekly => between.num_weeks() - 1,
            Frequency::Daily => between.num_days() - 1,
            Frequency::Hourly => between.num_hours() - 1,
            Frequency::Minutely => between.num_minutes() - 1,
            Frequency::Secondly => between.num_seconds() - 1,
        };
        u64::try_from(periods).unwrap_or_default() / u64::from(self.rule.interval)
    }

    /// True where each period has exactly one time.
    fn is_plain(&self) -> bool {
        let rule = &self.rule;
        let weekdays = usize::from(rule.frequency == Frequency::Weekly);
        rule.frequency <= Frequency::Weekly
            && rule.days.len() == weekdays
            && rule.takes(self.start.date())
            && [&rule.months, &rule.weeks, &rule.year_days, &rule.month_days]
                .iter()
                .all(|list| list.is_empty())
            && [&rule.hours, &rule.minutes, &rule.seconds, &rule.positions].iter().all(|list| list.is_empty())
    }

    /// The period of that number; none where it is out of reach.
    fn bases(&self, number: u64) -> Option<Bases> {
        let along = i64::try_from(number).ok()?.checked_mul(self.rule.interval.into())?;
        let date = self.start.date();
        let of_days = |first: Option<NaiveDate>, days: u64| Bases {
            first: first.map(|first| first.and_time(NaiveTime::MIN)),
            days: Some(days),
        };
        let from = |second: u32, unit: i64| {
            let truncated = self.start.checked_sub_signed(TimeDelta::seconds(second.into()))?;
            truncated.checked_add_signed(TimeDelta::try_seconds(along.checked_mul(unit)?)?)
        };
        Some(match self.rule.frequency {
            Frequency::Yearly => {
                let first =
                    NaiveDate::from_ymd_opt(i32::try_from(i64::from(date.year()) + along).ok()?, 1, 1)?;
                of_days(Some(first), if first.leap_year() { 366 } else { 365 })
            }
            Frequency::Monthly => {
                let months = 12 * i64::from(date.year()) + i64::from(date.month0()) + along;
                let month = u32::try_from(months.rem_euclid(12)).ok()? + 1;
                let first = NaiveDate::from_ymd_opt(i32::try_from(months.div_euclid(12)).ok()?, month, 1)?;
                of_days(Some(first), first.num_days_in_month().into())
            }
            Frequency::Weekly => {
                let first = week_of(date, self.rule.week_start)?;
                of_days(first.checked_add_days(Days::new(u64::try_from(along).ok()?.checked_mul(7)?)), 7)
            }
            Frequency::Daily => of_days(date.checked_add_days(Days::new(u64::try_from(along).ok()?)), 1),
            Frequency::Hourly => {
                Bases { first: from(60 * self.start.minute() + self.start.second(), 3600), days: None }
            }
            Frequency::Minutely => Bases { first: from(self.start.second(), 60), days: None },
            Frequency::Secondly => Bases { first: from(0, 1), days: None },
        })
    }

    /// The times of a period, in order; only those near a window where that is given.
    fn times(
        &self,
        bases: &Bases,
        near: Option<&Range<NaiveDateTime>>,
        work: &mut Work,
    ) -> Result<Vec<NaiveDateTime>, TooMuch> {
        let Some(first) = bases.first else { return Ok(Vec::new()) };
        let mut times = Vec::new();
        work.take(1)?;
        match bases.days {
            None if self.holds(first) => self.add_offsets(first, &mut times, work)?,
            None => {}
            Some(days) => {
                // Eight days are looked at in the time that a candidate takes.
                work.take(usize::try_from(days / 8).unwrap_or_default())?;
                for day in (0..days).filter_map(|day| first.date().checked_add_days(Days::new(day))) {
                    let base = day.and_time(NaiveTime::MIN);
                    let out = near.is_some_and(|near| day < near.start.date() || base >= near.end);
                    if !out && self.rule.takes(day) {
                        self.add_offsets(base, &mut times, work)?;
                    }
                }
            }
        }
        Ok(if self.rule.positions.is_empty() { times } else { self.at_positions(&times) })
    }

    fn add_offsets(
        &self,
        base: NaiveDateTime,
        to: &mut Vec<NaiveDateTime>,
        work: &mut Work,
    ) -> Result<(), TooMuch> {
        work.take(self.offsets.len())?;
        let at = |offset: &u32| base.checked_add_signed(TimeDelta::seconds((*offset).into()));
        to.extend(self.offsets.iter().filter_map(at));
        Ok(())
    }

    /// True for an hour, minute or second that the rule takes.
    fn holds(&self, base: NaiveDateTime) -> bool {
        let rule = &self.rule;
        let within = |list: &[i32], number: u32| {
            list.is_empty() || i32::try_from(number).is_ok_and(|number| list.contains(&number))
        };
        let by_minute = rule.frequency < Frequency::Hourly;
        let by_second = rule.frequency < Frequency::Minutely;
        within(&rule.hours, base.hour())
            && (!by_minute || within(&rule.minutes, base.minute()))
            && (!by_second || within(&rule.seconds, base.second()))
            && rule.takes(base.date())
    }

    /// Only the times at the places that BYSETPOS names.
    fn at_positions(&self, times: &[NaiveDateTime]) -> Vec<NaiveDateTime> {
        let place = |position: &i32| {
            let from_end = usize::try_from(position.unsigned_abs()).ok()?;
            if *position > 0 { Some(from_end - 1) } else { times.len().checked_sub(from_end) }
        };
        let mut picked: Vec<NaiveDateTime> =
            self.rule.positions.iter().filter_map(|position| times.get(place(position)?).copied()).collect();
        picked.sort_unstable();
        picked.dedup();
        picked
    }
}
