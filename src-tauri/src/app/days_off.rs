//! Holidays, vacations, light days.

use super::{App, Error};
use crate::view::DaysOffLine;
use ::roadmap::schedule::{DaysOff, DaysOffId};
use chrono::Datelike;
use roadmap_store::table;

/// The years that days off may be in.
const YEARS: std::ops::RangeInclusive<i32> = 1970..=9999;
/// The longest title, in letters.
const LONGEST_TITLE: usize = 200;

impl App {
    /// The active roadmap's days off, by their first day.
    ///
    /// # Errors
    /// [`Error::Stale`] without a plan, [`Error::Store`].
    pub fn days_off(&mut self) -> Result<Vec<DaysOffLine>, Error> {
        Ok(self.active()?.schedule.days_off().iter().map(off_view).collect())
    }

    /// Adds days off, or changes those that have an id. No date of the plan moves by it.
    ///
    /// # Errors
    /// [`Error::Invalid`] says what is wrong, [`Error::Stale`] where they are gone, [`Error::Store`].
    pub fn save_days_off(&mut self, line: &DaysOffLine) -> Result<(), Error> {
        let invalid = |words: &str| Err(Error::Invalid(words.to_owned()));
        let title = line.title.trim().to_owned();
        if line.to < line.from {
            return invalid("The last day off is before the first. Choose a later last day.");
        }
        if !YEARS.contains(&line.from.year()) || !YEARS.contains(&line.to.year()) {
            return invalid("Days off are between the years 1970 and 9999.");
        }
        if title.chars().count() > LONGEST_TITLE {
            return invalid("The title is longer than 200 letters. Shorten it.");
        }
        let roadmap = self.active()?.row.id;
        let (from, to, relief) = (line.from, line.to, line.relief);
        let label = match title.as_str() {
            "" => format!("take off from {} to {}", from.format("%-d %B"), to.format("%-d %B")),
            title => format!("take off for “{title}”"),
        };
        let off = DaysOff { id: line.id.map(DaysOffId), from, to, relief, title };
        self.change(label, |to| table::days_off::save(to, roadmap, &off).map(|_| ()))
    }

    /// Removes days off.
    ///
    /// # Errors
    /// [`Error::Stale`] where they are gone, [`Error::Store`].
    pub fn remove_days_off(&mut self, id: i64) -> Result<(), Error> {
        let id = DaysOffId(id);
        let known = self.active()?.schedule.days_off().iter().any(|off| off.id == Some(id));
        if !known {
            return Err(Error::Stale("These days off are not there any more.".into()));
        }
        self.change("remove days off", |to| table::days_off::remove(to, id))
    }
}

pub(super) fn off_view(off: &DaysOff) -> DaysOffLine {
    DaysOffLine {
        id: off.id.map(|DaysOffId(id)| id),
        from: off.from,
        to: off.to,
        relief: off.relief,
        title: off.title.clone(),
    }
}
