//! Another calendar as the times at which the person is busy.

use super::event::is_own;
use super::problem::{Problem, Problems, Trouble};
use super::reading::{Components, End, Event, Stamp, components};
use super::recurrence::Work;
use super::series::{MARGIN, is_backwards, times};
use super::zone::Zones;
use crate::schedule::resolve;
use chrono::{DateTime, NaiveDate, TimeDelta, TimeZone, Utc};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;
use std::ops::Range;

/// The most bytes a calendar may have: 50 MB, some twenty years of a full one.
pub const MOST_BYTES: usize = 50_000_000;

/// The most busy times of a window that are kept.
pub const MOST_BUSY: usize = 20_000;

/// The times at which the person is busy, by some calendar.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Overlay {
    /// The times, by their start; they may overlap, and the first and last may reach beyond the window.
    pub busy: Vec<Busy>,
    /// What could not be read, by its line. Everything else was.
    pub problems: Vec<Problem>,
}

/// A time at which the person is busy.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Busy {
    /// Its start; of a whole day, when that begins where the person is.
    pub from: DateTime<Utc>,
    /// Its end, later than its start.
    pub to: DateTime<Utc>,
    /// What keeps the person busy, on one line of 200 letters at the most; may be empty.
    pub title: String,
    /// True where whole days are meant, and not hours.
    pub all_day: bool,
}

/// Why a calendar can't be read at all. Each message names the file and says what to do about it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum OverlayError {
    /// It is longer than [`MOST_BYTES`].
    #[error("{name} has {bytes} bytes, and a calendar may have {limit}: export a shorter time of it")]
    TooLarge {
        /// The file's name.
        name: String,
        /// Its length.
        bytes: usize,
        /// The most that is read.
        limit: usize,
    },
    /// No calendar begins anywhere in it.
    #[error(
        "{name} is not a calendar (no line says BEGIN:VCALENDAR): choose an iCalendar file, such as basic.ics"
    )]
    NotACalendar {
        /// The file's name.
        name: String,
    },
}

/// Reads the busy times of a calendar (RFC 5545) in the days from `days.start` to the one before `days.end`, as the
/// person's clock in `tz` has them. `name` is the file's, for errors.
///
/// Events that are cancelled, transparent or marked as free take no time, and neither do those without an end, nor
/// those that Waymark wrote itself: its blocks are not in their own way. What is
/// broken is left out and named, and the rest is read: UTF-8, or Latin-1 where a line isn't that, with any line ends.
/// Rules that never end are worked out in the window only, and no further than some seconds of work.
///
/// # Errors
/// Where it is too long, or no calendar: see [`OverlayError`].
pub fn overlay<Tz: TimeZone>(
    source: &[u8],
    name: &str,
    days: Range<NaiveDate>,
    tz: &Tz,
) -> Result<Overlay, OverlayError> {
    if source.len() > MOST_BYTES {
        return Err(OverlayError::TooLarge { name: name.to_owned(), bytes: source.len(), limit: MOST_BYTES });
    }
    let window = resolve(tz, days.start, 0)..resolve(tz, days.end, 0);
    let near = near(&window);
    let Components { is_calendar, events, names, mut problems } =
        components(source, |event| may_matter(event, &near));
    if !is_calendar {
        return Err(OverlayError::NotACalendar { name: name.to_owned() });
    }
    let mut work = Work::of_a_calendar();
    let zones = names.zones(tz, &(near.start.naive_utc()..near.end.naive_utc()), &mut work, &mut problems);
    let busy = busy(&events, &window, &Zones::new(tz, zones), &mut work, &mut problems);
    Ok(Overlay { busy, problems: problems.into_list() })
}

/// A window with what may be in it by some clock.
fn near(window: &Range<DateTime<Utc>>) -> Range<DateTime<Utc>> {
    let start = window.start.checked_sub_signed(MARGIN).unwrap_or(DateTime::<Utc>::MIN_UTC);
    start..window.end.checked_add_signed(MARGIN).unwrap_or(DateTime::<Utc>::MAX_UTC)
}

/// False for events that are over before the window or begin after it, whatever the zone, and for Waymark's own.
fn may_matter(event: &Event, near: &Range<DateTime<Utc>>) -> bool {
    if is_own(&event.uid) {
        return false;
    }
    if event.instead_of.is_some() {
        return true;
    }
    if event.free || event.start.wall() > near.end.naive_utc() && event.dates.is_empty() {
        return false;
    }
    let end = match event.end {
        End::At(end) => end.wall().checked_add_signed(TimeDelta::days(1)),
        End::After(_) => None,
        End::Unsaid => event.start.wall().checked_add_signed(TimeDelta::days(1)),
    };
    !event.rules.is_empty() || !event.dates.is_empty() || end.is_none_or(|end| end >= near.start.naive_utc())
}

/// One busy time and the number of its event.
type Found = (DateTime<Utc>, DateTime<Utc>, usize);

fn busy<Tz: TimeZone>(
    events: &[Event],
    window: &Range<DateTime<Utc>>,
    zones: &Zones<'_, Tz>,
    work: &mut Work,
    problems: &mut Problems,
) -> Vec<Busy> {
    let mut moved: HashMap<&str, Vec<Stamp>> = HashMap::new();
    for event in events {
        if let Some(stamp) = event.instead_of.filter(|_| !event.uid.is_empty()) {
            moved.entry(&event.uid).or_default().push(stamp);
        }
    }
    let mut found: Vec<Found> = Vec::new();
    let mut window = window.clone();
    let mut cut_at: Option<usize> = None;
    for (number, event) in events.iter().enumerate().filter(|(_, event)| !event.free) {
        if is_backwards(event, zones) {
            problems.add(event.line, Trouble::EndsBeforeItBegins);
            continue;
        }
        work.next_event();
        let moved = moved.get(event.uid.as_str()).map_or(&[][..], Vec::as_slice);
        match times(event, moved, &window, zones, work) {
            Ok(times) => found.extend(times.into_iter().map(|time| (time.start, time.end, number))),
            Err(_) => problems.add(event.line, Trouble::TooOften),
        }
        if found.len() > 2 * MOST_BUSY {
            cut_at = cut_at.or(Some(event.line));
            keep_first(&mut found);
            // Whatever begins after the last that is kept would be left out: it isn't worked out at all.
            let last = found.last().and_then(|(from, ..)| from.checked_add_signed(TimeDelta::seconds(1)));
            window.end = last.map_or(window.end, |end| end.min(window.end));
        }
    }
    if found.len() > MOST_BUSY {
        cut_at = cut_at.or(events.last().map(|event| event.line));
        keep_first(&mut found);
    }
    if let Some(line) = cut_at {
        problems.add(line, Trouble::TooManyBusy { limit: MOST_BUSY });
    }
    let with_title = |(from, to, number): Found| {
        let event = events.get(number)?;
        let all_day = matches!(event.start, Stamp::Date(_));
        Some(Busy { from, to, title: event.title.clone(), all_day })
    };
    let mut busy: Vec<Busy> = found.into_iter().filter_map(with_title).collect();
    busy.sort();
    busy
}

fn keep_first(found: &mut Vec<Found>) {
    found.sort_unstable();
    found.truncate(MOST_BUSY);
}
