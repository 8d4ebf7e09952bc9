//! An event (RFC 5545 section 3.6.1), as far as it says when the person is busy.

use super::property::Property;
use super::stamp::{Nominal, Place, Stamp, date_or_time, duration};
use crate::calendar::problem::{Trouble, beginning};
use crate::calendar::recurrence::Rule;
use crate::calendar::text::unescaped;
use crate::calendar::zone::Names;

/// The most letters of a title that are kept.
const TITLE: usize = 200;

/// An event.
#[derive(Debug)]
pub(in crate::calendar) struct Event {
    /// The line on which it begins.
    pub(in crate::calendar) line: usize,
    /// Its name, which it shares with the changes to single times of it; may be empty.
    pub(in crate::calendar) uid: String,
    /// What it is called, on one line.
    pub(in crate::calendar) title: String,
    /// When it begins the first time.
    pub(in crate::calendar) start: Stamp,
    /// When it is over.
    pub(in crate::calendar) end: End,
    /// How it repeats.
    pub(in crate::calendar) rules: Vec<Rule>,
    /// When it is besides, and until when where that differs.
    pub(in crate::calendar) dates: Vec<(Stamp, Option<End>)>,
    /// When it is not.
    pub(in crate::calendar) except: Vec<Stamp>,
    /// Which time of the event of the same name it stands for (section 3.8.4.4), if it does for one.
    pub(in crate::calendar) instead_of: Option<Stamp>,
    /// True where it takes no time: cancelled, transparent or marked as free.
    pub(in crate::calendar) free: bool,
}

/// When an event is over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::calendar) enum End {
    /// At that time.
    At(Stamp),
    /// After that long.
    After(Nominal),
    /// It doesn't say: a whole day, or no time at all.
    Unsaid,
}

/// An event of which more is still to be read.
#[derive(Debug)]
pub(super) struct Draft {
    line: usize,
    uid: String,
    title: String,
    start: Option<Stamp>,
    end: End,
    rules: Vec<Rule>,
    dates: Vec<(Stamp, Option<End>)>,
    except: Vec<Stamp>,
    instead_of: Option<Stamp>,
    free: bool,
    /// True where a change is meant for all later times too.
    later: bool,
    /// The first thing that can't be read, and where.
    trouble: Option<(usize, Trouble)>,
}

impl Draft {
    pub(super) fn new(line: usize) -> Self {
        Self {
            line,
            uid: String::new(),
            title: String::new(),
            start: None,
            end: End::Unsaid,
            rules: Vec::new(),
            dates: Vec::new(),
            except: Vec::new(),
            instead_of: None,
            free: false,
            later: false,
            trouble: None,
        }
    }

    pub(super) fn line(&self) -> usize {
        self.line
    }

    /// True for the properties that matter.
    pub(super) fn wants(name: &str) -> bool {
        const WANTED: [&str; 12] = [
            "UID",
            "SUMMARY",
            "DTSTART",
            "DTEND",
            "DURATION",
            "RRULE",
            "RDATE",
            "EXDATE",
            "RECURRENCE-ID",
            "STATUS",
            "TRANSP",
            "X-MICROSOFT-CDO-BUSYSTATUS",
        ];
        WANTED.iter().any(|wanted| wanted.eq_ignore_ascii_case(name))
    }

    /// Takes a property in.
    pub(super) fn take(&mut self, line: usize, name: &str, property: &Property<'_>, names: &mut Names) {
        if let Err(trouble) = self.read(line, name, property, names)
            && self.trouble.is_none()
        {
            self.trouble = Some((line, trouble));
        }
    }

    fn read(
        &mut self,
        line: usize,
        name: &str,
        property: &Property<'_>,
        names: &mut Names,
    ) -> Result<(), Trouble> {
        let value = property.value.trim();
        let says = |word: &str| value.eq_ignore_ascii_case(word);
        let mut stamp = |name, text| stamp(name, text, property, line, names);
        match name.to_ascii_uppercase().as_str() {
            "UID" => self.uid = value.to_owned(),
            "SUMMARY" => self.title = title(value),
            "DTSTART" => self.start = Some(stamp("DTSTART", value)?),
            "DTEND" => self.end = End::At(stamp("DTEND", value)?),
            // Where both are given, which section 3.6.1 forbids, DTEND is believed.
            "DURATION" if matches!(self.end, End::At(_)) => {}
            "DURATION" => self.end = End::After(nominal("DURATION", value)?),
            "RRULE" => {
                let bad = |part| Trouble::BadRule { part: beginning(part) };
                self.rules.push(Rule::read(value).map_err(bad)?);
            }
            "RDATE" => {
                for text in value.split(',').filter(|text| !text.is_empty()) {
                    let date = match text.split_once('/') {
                        Some((from, to)) if to.trim_start_matches('+').starts_with('P') => {
                            (stamp("RDATE", from)?, Some(End::After(nominal("RDATE", to)?)))
                        }
                        Some((from, to)) => (stamp("RDATE", from)?, Some(End::At(stamp("RDATE", to)?))),
                        None => (stamp("RDATE", text)?, None),
                    };
                    self.dates.push(date);
                }
            }
            "EXDATE" => {
                for text in value.split(',').filter(|text| !text.is_empty()) {
                    self.except.push(stamp("EXDATE", text)?);
                }
            }
            "RECURRENCE-ID" => {
                self.instead_of = Some(stamp("RECURRENCE-ID", value)?);
                self.later = property
                    .parameter("RANGE")
                    .is_some_and(|range| range.eq_ignore_ascii_case("THISANDFUTURE"));
            }
            "STATUS" => self.free |= says("CANCELLED"),
            "TRANSP" => self.free |= says("TRANSPARENT"),
            "X-MICROSOFT-CDO-BUSYSTATUS" => self.free |= says("FREE"),
            _ => {}
        }
        Ok(())
    }

    /// The whole event, and what else is to be said about it.
    ///
    /// # Errors
    /// What is wrong with it, and where.
    pub(super) fn finish(self) -> Result<(Event, Option<Trouble>), (usize, Trouble)> {
        if let Some(trouble) = self.trouble {
            return Err(trouble);
        }
        let start = self.start.ok_or((self.line, Trouble::NoStart))?;
        let backwards = match self.end {
            End::At(end @ Stamp::Time(_, place)) => {
                // In different zones either may show less.
                let comparable = matches!(start, Stamp::Time(_, of_start) if of_start == place);
                comparable && end.wall() < start.wall()
            }
            End::At(Stamp::Date(end)) => end < start.wall().date(),
            End::After(length) => length.days < 0 || length.seconds < 0,
            End::Unsaid => false,
        };
        if backwards {
            return Err((self.line, Trouble::EndsBeforeItBegins));
        }
        let event = Event {
            line: self.line,
            uid: self.uid,
            title: self.title,
            start,
            end: self.end,
            rules: self.rules,
            dates: self.dates,
            except: self.except,
            instead_of: self.instead_of,
            free: self.free,
        };
        Ok((event, self.later.then_some(Trouble::LaterTimes)))
    }
}

fn title(value: &str) -> String {
    let cut: String = value.chars().take(2 * TITLE).collect();
    let words: Vec<String> = unescaped(&cut).split_whitespace().map(str::to_owned).collect();
    words.join(" ").chars().take(TITLE).collect()
}

/// A date or time, in the zone that the property names (section 3.2.19).
fn stamp(
    name: &'static str,
    text: &str,
    property: &Property<'_>,
    line: usize,
    names: &mut Names,
) -> Result<Stamp, Trouble> {
    let bad = || Trouble::BadValue { name, value: beginning(text), wanted: "a date or time" };
    Ok(match date_or_time(text).ok_or_else(bad)? {
        (date, None) => Stamp::Date(date),
        (date, Some(_)) if property.is("DATE") => Stamp::Date(date),
        (date, Some((time, true))) => Stamp::Time(date.and_time(time), Place::Utc),
        (date, Some((time, false))) => {
            let place = property.parameter("TZID").map_or(Place::Here, |zone| names.place(zone, line));
            Stamp::Time(date.and_time(time), place)
        }
    })
}

fn nominal(name: &'static str, text: &str) -> Result<Nominal, Trouble> {
    duration(text).ok_or_else(|| Trouble::BadValue { name, value: beginning(text), wanted: "a duration" })
}
