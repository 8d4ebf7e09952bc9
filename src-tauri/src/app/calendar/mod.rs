//! The person's other calendars, which plans keep clear of, and plans written for them.
//!
//! Their files are read aside, as they may be long: the app says what is [`Wanted`], reads that without holding up
//! anyone, and takes over what was [`Found`]. They are never written.

mod export;
mod reading;

use super::{App, Error, Topic, file};
use crate::ports::Zone;
use crate::view::{BusyView, CalendarLine};
use ::roadmap::calendar::{DayTimes, MOST_TIMES};
use ::roadmap::schedule::{BusyTime, DayBoundary, Schedule};
use chrono::{DateTime, Days, NaiveDate, Utc};
use reading::{CalendarReading, SHOWN_PROBLEMS, Source, listed_already};
pub use reading::{Found, Wanted};
use roadmap_store::table::calendar::{self, CalendarId, Row};
use roadmap_store::table::calendar_reading;
use roadmap_store::{Label, Store};
use std::collections::{BTreeMap, HashMap, HashSet};
use std::ops::Range;
use std::path::Path;
use std::sync::Arc;

/// How long before today and after a plan's last day, that of an open end at the latest, calendars are read.
const BEFORE: Days = Days::new(4 * 7);
const AFTER: Days = Days::new(26 * 7);
/// How much further they are read than they have to be, so that it isn't done each day.
const AHEAD: Days = Days::new(4 * 7);
/// The weeks that the list counts busy times of.
const COUNTED: Days = Days::new(4 * 7);

/// The times of all calendars by day.
#[derive(Clone, Default)]
struct ByDay {
    times: Arc<BTreeMap<NaiveDate, Vec<BusyTime>>>,
    /// The calendars of which some found no room.
    left_out: HashSet<CalendarId>,
}

/// The calendars in the list and what was read of any, also of those that were removed: undo may bring them back.
pub(super) struct Calendars {
    rows: Vec<Row>,
    readings: HashMap<String, Arc<CalendarReading>>,
    by_day: Option<ByDay>,
}

impl Calendars {
    /// What the store knows, and no more of what was removed when the app was last open.
    pub(super) fn open(store: &mut Store, now: DateTime<Utc>) -> Result<Self, Error> {
        store.transact(&Label::Own, now, calendar_reading::tidy)?;
        let readings = calendar_reading::all(store.read())?;
        let readings = readings.into_iter().map(|(path, reading)| (path, Arc::new(reading))).collect();
        Ok(Self { rows: calendar::all(store.read())?, readings, by_day: None })
    }

    fn reading(&self, row: &Row) -> Option<&Arc<CalendarReading>> {
        self.readings.get(&row.path)
    }

    fn listed(&self) -> impl Iterator<Item = &Arc<CalendarReading>> {
        self.rows.iter().filter_map(|row| self.reading(row))
    }

    /// The days that any of them was read for.
    fn days(&self) -> Range<NaiveDate> {
        let start = self.listed().map(|reading| reading.days.start).min();
        let end = self.listed().map(|reading| reading.days.end).max();
        start.unwrap_or_default()..end.unwrap_or_default()
    }

    /// The last day that all of them were read for; none without any.
    pub(super) fn known_until(&self) -> Option<NaiveDate> {
        self.listed().map(|reading| reading.days.end).min()?.pred_opt()
    }
}

impl App {
    /// The calendars that plans keep clear of, in the order in which they were added.
    ///
    /// # Errors
    /// [`Error::Store`].
    pub fn calendars(&mut self) -> Result<Vec<CalendarLine>, Error> {
        let now = self.ports.clock.now();
        let until = self.ports.clock.resolve(self.local_day(now) + COUNTED, 0);
        let left_out = self.busy_by_day().left_out.clone();
        let line = |row: &Row| {
            let reading = self.calendars.reading(row);
            let of_all = left_out.contains(&row.id).then(no_room);
            let known = reading.map_or(0, |reading| reading.problem_count()) + usize::from(of_all.is_some());
            let own = reading.into_iter().flat_map(|reading| reading.problems());
            CalendarLine {
                id: row.id.0,
                name: file::name(Path::new(&row.path)),
                path: row.path.clone(),
                files: row.folder.then(|| count(reading.map_or(0, |reading| reading.files.len()))),
                busy: count(reading.map_or(0, |reading| {
                    reading.times().filter(|busy| busy.from < until && now < busy.to).count()
                })),
                read_at: reading.and_then(|reading| reading.read_at()),
                problems: of_all.into_iter().chain(own).take(SHOWN_PROBLEMS).collect(),
                more_problems: count(known.saturating_sub(SHOWN_PROBLEMS)),
                trouble: reading.and_then(|reading| reading.trouble()),
            }
        };
        Ok(self.calendars.rows.iter().map(line).collect())
    }

    /// What to read before a calendar is added.
    ///
    /// # Errors
    /// [`Error::Store`].
    pub fn calendar_to_add(&mut self, path: &str, folder: bool) -> Result<Wanted, Error> {
        let listed = self.calendars.rows.iter().map(|row| row.path.clone()).collect();
        let wanted = self.wanted(vec![Source { path: path.to_owned(), folder, known: None }])?;
        Ok(Wanted { listed, ..wanted })
    }

    /// Adds a calendar that was read.
    ///
    /// # Errors
    /// [`Error::File`] where it could not be read as one, [`Error::Invalid`] where it is in the list already,
    /// [`Error::Store`].
    pub fn add_calendar(&mut self, path: &str, found: Found) -> Result<(), Error> {
        if let Some(listed) = found.listed() {
            return Err(Error::Invalid(listed_already(listed)));
        }
        // Another may have added it while it was read.
        if self.calendars.rows.iter().any(|row| row.path == path) {
            return Err(Error::Invalid(listed_already(path)));
        }
        if let Some(trouble) = found.refusal() {
            return Err(Error::File(trouble));
        }
        // What is due until now is due by the times until now.
        self.beat()?;
        let (name, folder) = (file::name(Path::new(path)), found.is_folder());
        self.change(format!("keep clear of “{name}”"), |to| {
            calendar::add(to, path, folder)?;
            found.keep(to)
        })?;
        self.take_over(found, true);
        Ok(())
    }

    /// Takes a calendar off the list. Its file stays as it is.
    ///
    /// # Errors
    /// [`Error::Stale`] where it is gone, [`Error::Store`].
    pub fn remove_calendar(&mut self, id: i64) -> Result<(), Error> {
        let row = self.calendars.rows.iter().find(|row| row.id.0 == id);
        let row = row.ok_or_else(|| Error::Stale("This calendar is not in the list any more.".into()))?;
        let words = format!("remove “{}”", file::name(Path::new(&row.path)));
        self.change(words, |to| calendar::remove(to, CalendarId(id)))
    }

    /// What is to be read of the calendars, with what is known of them.
    ///
    /// # Errors
    /// [`Error::Store`].
    pub fn wanted_calendars(&mut self) -> Result<Wanted, Error> {
        let source = |row: &Row| Source {
            path: row.path.clone(),
            folder: row.folder,
            known: self.calendars.reading(row).cloned(),
        };
        let sources = self.calendars.rows.iter().map(source).collect();
        self.wanted(sources)
    }

    /// Takes over what was read. Where it has other times than before, plans follow at once.
    ///
    /// # Errors
    /// [`Error::Store`].
    pub fn keep_calendars(&mut self, found: Found) -> Result<(), Error> {
        let now = self.ports.clock.now();
        let others = found.readings.iter().any(|(path, reading)| {
            let known = self.calendars.readings.get(path);
            !known.is_some_and(|known| known.is_like(reading))
        });
        if others {
            // What is due until now is due by the times until now.
            self.beat()?;
        }
        if !found.is_empty() {
            self.keep(now, |to| found.keep(to))?;
        }
        self.take_over(found, others);
        Ok(())
    }

    fn take_over(&mut self, found: Found, others: bool) {
        let readings = found.readings.into_iter().map(|(path, reading)| (path, Arc::new(reading)));
        self.calendars.readings.extend(readings);
        if others {
            self.replanned = true;
            self.forget_busy();
            self.news.topics.extend([Topic::Frame, Topic::Roadmap, Topic::Plan]);
        }
    }

    /// Reads the list anew, after it was changed.
    pub(super) fn list_calendars(&mut self) {
        match calendar::all(self.store.read()) {
            Ok(rows) => self.calendars.rows = rows,
            Err(error) => tracing::error!(%error, "the calendars cannot be read"),
        }
        self.replanned = true;
        self.forget_busy();
    }

    /// The busy times of all calendars.
    pub(super) fn busy(&mut self) -> Arc<BTreeMap<NaiveDate, Vec<BusyTime>>> {
        Arc::clone(&self.busy_by_day().times)
    }

    fn busy_by_day(&mut self) -> &ByDay {
        let Self { calendars, ports, .. } = self;
        let by_day = calendars.by_day.take().unwrap_or_else(|| {
            let days = calendars.days();
            let (mut times, mut left_out) = (DayTimes::default(), HashSet::new());
            for row in &calendars.rows {
                let busy = calendars.reading(row).into_iter().flat_map(|reading| reading.times());
                if !times.add(busy, &days, |instant| ports.clock.local(instant)) {
                    left_out.insert(row.id);
                }
            }
            ByDay { times: Arc::new(times.into_map()), left_out }
        });
        calendars.by_day.insert(by_day)
    }

    fn forget_busy(&mut self) {
        self.calendars.by_day = None;
        self.course = None;
    }

    fn wanted(&mut self, sources: Vec<Source>) -> Result<Wanted, Error> {
        let now = self.ports.clock.now();
        let today = self.local_day(now);
        let plan = self.course()?.map(|course| (course.terms.plan.start, course.last_day()));
        let first = plan.map_or(today, |(start, _)| start).min(today);
        let last = plan.and_then(|(_, last)| last).unwrap_or(today).max(today);
        let needed =
            first.checked_sub_days(BEFORE).unwrap_or(first)..last.checked_add_days(AFTER).unwrap_or(last);
        let days = needed.start..needed.end.checked_add_days(AHEAD).unwrap_or(needed.end);
        let zone = Zone(Arc::clone(&self.ports.clock));
        Ok(Wanted { sources, listed: Vec::new(), needed, days, now, zone })
    }
}

/// When the person is busy on a day, from its boundary to the next.
pub(super) fn busy_of_day(schedule: &Schedule, day: NaiveDate, boundary: DayBoundary) -> Vec<BusyView> {
    let (first, last) = (boundary.0, boundary.day_end());
    let within = |time: BusyTime| {
        let (start, end) = (time.start.max(first), time.end.min(last));
        match time.all_day {
            true => Some(busy_view(time)),
            false => (start < end).then(|| busy_view(BusyTime { start, end, ..time })),
        }
    };
    schedule.busy_on(day).into_iter().filter_map(within).collect()
}

pub(super) fn busy_view(time: BusyTime) -> BusyView {
    let BusyTime { start, end, title, all_day } = time;
    BusyView { start, end, title, all_day }
}

/// Says that some times of a calendar are not heeded.
fn no_room() -> String {
    format!(
        "All calendars together may have {MOST_TIMES} times of days, and some of this one had no room: blocks are not kept \
         clear of them. Export a shorter time of it, or remove another calendar."
    )
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
