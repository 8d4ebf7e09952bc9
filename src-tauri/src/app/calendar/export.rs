//! Blocks and gates as a calendar file.

use super::super::course::Course;
use super::super::{App, Error, file};
use super::count;
use crate::ports::Zone;
use crate::view::CalendarExport;
use ::roadmap::calendar::{CalendarEvent, ExportedEvent, When, calendar_text};
use ::roadmap::plan::SoFar;
use ::roadmap::progress::{self, Counts};
use chrono::{Days, NaiveDate};
use roadmap_store::table;
use roadmap_store::table::roadmap::Row;
use std::collections::{HashMap, HashSet};
use std::path::Path;
use std::sync::Arc;

/// How much of what is over is written: four weeks.
const PAST: Days = Days::new(4 * 7);

impl App {
    /// Writes the active plan into a calendar file: its blocks of work from its start or the last four weeks on, but
    /// for those that are wholly busy, and its gates. Read by a calendar again, it brings that up to date: what the last
    /// file had and is gone from the plan is cancelled.
    ///
    /// # Errors
    /// [`Error::Invalid`] for a file that something else is read from, [`Error::File`] where it can't be written,
    /// [`Error::Stale`] without a plan, [`Error::Store`].
    pub fn export_calendar(&mut self, path: &str) -> Result<CalendarExport, Error> {
        let path = Path::new(path);
        self.check_export(path)?;
        let now = self.now_view();
        let sessions = self.sessions()?;
        let worked = self.worked(&sessions);
        let (zone, boundary) = (Zone(Arc::clone(&self.ports.clock)), self.settings.day_boundary);
        let course = self.active()?;
        let first = course.terms.plan.start.max(now.date.checked_sub_days(PAST).unwrap_or(now.date));
        let blocks = blocks(course, first, &now.so_far(&worked), &zone);
        let gates = gates(course, first);
        let last = |event: &CalendarEvent| match event.when {
            When::Day(day) => day,
            When::Span { from, .. } => zone.0.local_day(from, boundary),
        };
        let written = CalendarExport {
            blocks: count(blocks.len()),
            gates: count(gates.len()),
            until: blocks.iter().chain(&gates).map(last).max(),
        };
        let (roadmap, title) = (course.row.id, course.row.title.clone());
        let mut events: Vec<CalendarEvent> = blocks.into_iter().chain(gates).collect();
        let known: HashSet<&str> = events.iter().map(|event| event.uid.as_str()).collect();
        let before: Vec<ExportedEvent> = table::exported_event::all(self.store.read(), roadmap)?;
        let is_gone = |event: &&CalendarEvent| !known.contains(event.uid.as_str()) && first <= last(event);
        let gone: Vec<CalendarEvent> =
            before.iter().map(|before| &before.event).filter(is_gone).cloned().collect();
        events.extend(gone.into_iter().map(|event| CalendarEvent { cancelled: true, ..event }));
        let before: HashMap<&str, &ExportedEvent> =
            before.iter().map(|before| (before.event.uid.as_str(), before)).collect();
        let at = self.ports.clock.now();
        let exported = |event: CalendarEvent| {
            let known = before.get(event.uid.as_str()).copied();
            ExportedEvent::after(known, event, at)
        };
        let events: Vec<ExportedEvent> = events.into_iter().map(exported).collect();
        file::write(path, calendar_text(&events, &title).as_bytes())?;
        // What is cancelled stays so in later files, as nobody may have read this one.
        self.keep(at, |to| table::exported_event::set_all(to, roadmap, &events))?;
        Ok(written)
    }

    /// A file that is the person's own is not written over.
    fn check_export(&self, path: &Path) -> Result<(), Error> {
        let name = file::name(path);
        // Of a link the target is written.
        let target = path.canonicalize();
        let path = target.as_deref().unwrap_or(path);
        if let Some(Row { title, .. }) = self.roadmap_of_file(&path.to_string_lossy())? {
            return Err(Error::Invalid(format!(
                "{name} is the file that “{title}” was read from. Choose another name."
            )));
        }
        let has_progress = |row: &Row| {
            row.progress_file.as_ref().is_some_and(|progress| file::is_same(Path::new(progress), path))
        };
        if let Some(Row { title, .. }) =
            table::roadmap::all(self.store.read())?.into_iter().find(has_progress)
        {
            return Err(Error::Invalid(format!(
                "{name} is the file with the progress of “{title}”. Choose another name."
            )));
        }
        let is_read = self.calendars.rows.iter().find(|row| {
            let own = Path::new(&row.path);
            let place = if row.folder { path.parent().unwrap_or(path) } else { path };
            file::is_same(own, place)
        });
        match is_read {
            Some(row) if row.folder => Err(Error::Invalid(format!(
                "{name} would be among the calendars of the folder {}, which are only read. Choose another folder.",
                file::name(Path::new(&row.path))
            ))),
            Some(_) => Err(Error::Invalid(format!(
                "{name} is a calendar that is read here, and is never written. Choose another name."
            ))),
            None => Ok(()),
        }
    }
}

/// The blocks of work from a day to the plan's last, that of an open end at the latest.
fn blocks(course: &Course, first: NaiveDate, so_far: &SoFar<'_>, zone: &Zone) -> Vec<CalendarEvent> {
    let Some(last) = course.last_day() else { return Vec::new() };
    let next = |week: &NaiveDate| week.checked_add_days(Days::new(7));
    let weeks = std::iter::successors(Some(course.week_of(first)), next).take_while(|week| *week <= last);
    weeks
        .flat_map(|week| course.lay_out_from(week, so_far).blocks)
        .filter(|block| (first..=last).contains(&block.date) && block.free_from().is_some())
        .map(|block| CalendarEvent::of_block(&course.row.uid, &course.roadmap, &block, zone))
        .collect()
}

/// The gates, each on the last day of its phase.
fn gates(course: &Course, first: NaiveDate) -> Vec<CalendarEvent> {
    let day_of = |phase| {
        let stages = course.stages.iter().filter(|stage| stage.phase == Some(phase));
        stages.filter_map(|stage| stage.to).max()
    };
    progress::gates(&course.roadmap, &Counts::default())
        .into_iter()
        .filter_map(|reading| {
            let day = day_of(reading.phase?).filter(|day| first <= *day)?;
            let (gate, phase) = (course.roadmap.find(reading.gate)?, course.roadmap.find(reading.phase?)?);
            Some(CalendarEvent::of_gate(&course.row.uid, gate, phase, day))
        })
        .collect()
}
