//! A stretch of a zone's year, STANDARD or DAYLIGHT (RFC 5545 section 3.6.5).

use super::property::Property;
use super::stamp::{date_or_time, offset};
use crate::calendar::recurrence::Rule;
use chrono::{NaiveDateTime, NaiveTime, TimeDelta};

/// Since when, and how far ahead of UTC a zone's clock is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::calendar) struct Observance {
    /// What the clock shows when it begins the first time, before it is changed.
    pub(in crate::calendar) start: NaiveDateTime,
    /// How far it was ahead until then.
    pub(in crate::calendar) from: TimeDelta,
    /// How far it is ahead from then on.
    pub(in crate::calendar) to: TimeDelta,
    /// How it comes back.
    pub(in crate::calendar) rules: Vec<Rule>,
    /// When it begins besides.
    pub(in crate::calendar) dates: Vec<NaiveDateTime>,
}

/// An observance of which more is still to be read.
#[derive(Debug, Default)]
pub(super) struct Draft {
    start: Option<NaiveDateTime>,
    from: Option<TimeDelta>,
    to: Option<TimeDelta>,
    rules: Vec<Rule>,
    dates: Vec<NaiveDateTime>,
    broken: bool,
}

impl Draft {
    /// Takes a property in.
    pub(super) fn take(&mut self, name: &str, property: &Property<'_>) {
        let value = property.value;
        match name.to_ascii_uppercase().as_str() {
            "DTSTART" => self.start = wall(value),
            "TZOFFSETFROM" => self.from = offset(value),
            "TZOFFSETTO" => self.to = offset(value),
            "RRULE" => match Rule::read(value) {
                Ok(rule) => self.rules.push(rule),
                Err(_) => self.broken = true,
            },
            "RDATE" => {
                for text in value.split(',') {
                    match wall(text) {
                        Some(date) => self.dates.push(date),
                        None => self.broken = true,
                    }
                }
            }
            _ => {}
        }
    }

    /// The whole observance; none where something is missing or can't be read.
    pub(super) fn finish(self) -> Option<Observance> {
        if self.broken {
            return None;
        }
        let Self { rules, dates, .. } = self;
        Some(Observance { start: self.start?, from: self.from?, to: self.to?, rules, dates })
    }
}

fn wall(text: &str) -> Option<NaiveDateTime> {
    let (date, time) = date_or_time(text)?;
    Some(date.and_time(time.map_or(NaiveTime::MIN, |(time, _)| time)))
}
