//! The single times of an event.

use super::reading::{End, Event, Nominal, Stamp};
use super::recurrence::{TooMuch, Work, occurrences};
use super::zone::Zones;
use chrono::{DateTime, Days, NaiveDate, NaiveDateTime, TimeDelta, TimeZone, Utc};
use std::collections::HashSet;
use std::ops::Range;

/// How far apart two clocks may be, and a little: further than this from a window nothing can be in it.
pub(super) const MARGIN: TimeDelta = TimeDelta::days(3);

/// When an event is, in no particular order: each time that has some of itself in `window`. `moved` are the times that
/// other events stand for.
///
/// # Errors
/// Where its rules take too long to work out.
pub(super) fn times<Tz: TimeZone>(
    event: &Event,
    moved: &[Stamp],
    window: &Range<DateTime<Utc>>,
    zones: &Zones<'_, Tz>,
    work: &mut Work,
) -> Result<Vec<Range<DateTime<Utc>>>, TooMuch> {
    let length = Length::of(event.start, event.end, zones);
    let overlaps = |time: &Range<DateTime<Utc>>| {
        let real = time.start < time.end && window.start < window.end;
        real && time.start < window.end && window.start < time.end
    };
    if event.instead_of.is_some() || (event.rules.is_empty() && event.dates.is_empty()) {
        let except = Except::new(&event.except, zones);
        let time = length.from(event.start, zones);
        let kept = event.instead_of.is_some() || !except.holds(event.start, time.start);
        return Ok(Some(time).filter(|time| kept && overlaps(time)).into_iter().collect());
    }
    work.take(moved.len())?;
    let starts = starts(event, &length, window, zones, work)?;
    let except = Except::new(event.except.iter().chain(moved), zones);
    let besides = event.dates.iter().map(|(start, end)| match end {
        Some(end) => (*start, Length::of(*start, *end, zones)),
        None => (*start, length),
    });
    let mut seen = HashSet::new();
    let all = besides.chain(starts.into_iter().map(|wall| (event.start.at(wall), length)));
    let time = |(start, length): (Stamp, Length)| {
        let time = length.from(start, zones);
        (overlaps(&time) && !except.holds(start, time.start) && seen.insert(time.start)).then_some(time)
    };
    Ok(all.filter_map(time).collect())
}

/// True where an event's end comes before its start, which in different zones only the instants tell.
pub(super) fn is_backwards<Tz: TimeZone>(event: &Event, zones: &Zones<'_, Tz>) -> bool {
    match (event.start, event.end) {
        (Stamp::Time(..), End::At(end)) => zones.instant(end) < zones.instant(event.start),
        _ => false,
    }
}

/// What the event's clock shows at the times that are its own and its rules', near the window.
fn starts<Tz: TimeZone>(
    event: &Event,
    length: &Length,
    window: &Range<DateTime<Utc>>,
    zones: &Zones<'_, Tz>,
    work: &mut Work,
) -> Result<Vec<NaiveDateTime>, TooMuch> {
    let first = event.start.wall();
    if event.rules.is_empty() {
        return Ok(vec![first]);
    }
    let earliest = window.start.naive_utc().checked_sub_signed(MARGIN);
    let earliest = earliest.and_then(|earliest| earliest.checked_sub_signed(length.most())).unwrap_or(first);
    let latest = window.end.naive_utc().checked_add_signed(MARGIN).unwrap_or(NaiveDateTime::MAX);
    let mut found = Vec::new();
    for rule in &event.rules {
        let until = rule.until.map(|until| zones.of(event.start).last(until));
        found.extend(occurrences(rule, first, until, &(earliest..latest), work)?);
    }
    Ok(found)
}

/// How long each time of an event is.
#[derive(Debug, Clone, Copy)]
enum Length {
    /// Whole days.
    Days(u64),
    /// Exactly as long as the first one (RFC 5545 section 3.8.5.3, of DTEND).
    Exact(TimeDelta),
    /// By the clock and the calendar (the same, of DURATION).
    Nominal(Nominal),
}

impl Length {
    fn of<Tz: TimeZone>(start: Stamp, end: End, zones: &Zones<'_, Tz>) -> Self {
        let whole_days = |days: i64| Self::Days(u64::try_from(days).unwrap_or_default().max(1));
        match (start, end) {
            (Stamp::Date(_), End::Unsaid) => Self::Days(1),
            (Stamp::Date(start), End::At(end)) => {
                whole_days(end.wall().date().signed_duration_since(start).num_days())
            }
            (Stamp::Date(_), End::After(length)) => {
                whole_days(length.days.saturating_add(length.seconds.div_euclid(86_400)))
            }
            (Stamp::Time(..), End::Unsaid) => Self::Exact(TimeDelta::zero()),
            (Stamp::Time(..), End::At(end)) => {
                Self::Exact(zones.instant(end).signed_duration_since(zones.instant(start)))
            }
            (Stamp::Time(..), End::After(length)) => Self::Nominal(length),
        }
    }

    /// From a start to its end.
    fn from<Tz: TimeZone>(self, start: Stamp, zones: &Zones<'_, Tz>) -> Range<DateTime<Utc>> {
        let from = zones.instant(start);
        let to = match (self, start) {
            (Self::Days(days), Stamp::Date(date)) => {
                let end: NaiveDate = date.checked_add_days(Days::new(days)).unwrap_or(NaiveDate::MAX);
                zones.instant(Stamp::Date(end))
            }
            (Self::Days(days), Stamp::Time(..)) => {
                later(from, TimeDelta::try_days(i64::try_from(days).unwrap_or(i64::MAX)))
            }
            (Self::Exact(length), _) => later(from, Some(length)),
            (Self::Nominal(Nominal { days: 0, seconds }), _) => later(from, TimeDelta::try_seconds(seconds)),
            (Self::Nominal(Nominal { days, seconds }), _) => {
                let wall = start.wall();
                let end =
                    TimeDelta::try_days(days).and_then(|days| wall.checked_add_signed(days)).unwrap_or(wall);
                later(zones.instant(start.at(end)), TimeDelta::try_seconds(seconds))
            }
        };
        from..to
    }

    /// As long as it can get, or longer.
    fn most(self) -> TimeDelta {
        match self {
            Self::Days(days) => {
                TimeDelta::try_days(i64::try_from(days).unwrap_or(i64::MAX)).unwrap_or(TimeDelta::MAX)
            }
            Self::Exact(length) => length,
            Self::Nominal(Nominal { days, seconds }) => {
                let days = TimeDelta::try_days(days).unwrap_or(TimeDelta::MAX);
                TimeDelta::try_seconds(seconds)
                    .and_then(|seconds| days.checked_add(&seconds))
                    .unwrap_or(TimeDelta::MAX)
            }
        }
    }
}

fn later(from: DateTime<Utc>, by: Option<TimeDelta>) -> DateTime<Utc> {
    by.and_then(|by| from.checked_add_signed(by)).unwrap_or(DateTime::<Utc>::MAX_UTC)
}

/// The times at which an event is not. A day is all of its times, as some programs mean it.
struct Except {
    days: HashSet<NaiveDate>,
    instants: HashSet<DateTime<Utc>>,
}

impl Except {
    fn new<'s, Tz: TimeZone>(stamps: impl IntoIterator<Item = &'s Stamp>, zones: &Zones<'_, Tz>) -> Self {
        let mut except = Self { days: HashSet::new(), instants: HashSet::new() };
        for stamp in stamps {
            match stamp {
                Stamp::Date(date) => except.days.insert(*date),
                Stamp::Time(..) => except.instants.insert(zones.instant(*stamp)),
            };
        }
        except
    }

    fn holds(&self, start: Stamp, instant: DateTime<Utc>) -> bool {
        self.days.contains(&start.wall().date()) || self.instants.contains(&instant)
    }
}
