//! Reminders in plain words: "every friday 17:00", "tomorrow 9am call Ada", "in 20 minutes".
//!
//! The words that say when come first or last; the rest is the text. What is printed of a reminder reads as the
//! same reminder again.

mod days;
mod error;
mod print;
mod reader;
mod times;

pub use error::{NotUnderstood, Unclear};
pub use print::{print, timing};

use super::rule::MOST_LETTERS;
use super::{LocalTime, Timing};
use chrono::{DateTime, Days, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Utc};
use days::Day;
use reader::Reader;

/// A reminder that was read from words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Phrase {
    /// When it comes.
    pub timing: Timing,
    /// What it says; may be empty.
    pub text: String,
}

/// The longest phrase, in letters.
const MOST: usize = MOST_LETTERS + 100;
/// The time of day where only the day is said, in minutes after midnight.
const MORNING: u16 = 9 * 60;
/// How far ahead a reminder may be.
const FURTHEST: Days = Days::new(366 * 5);

/// Reads a reminder. `hours_24` says how the person reads a clock: with 12 hours, a bare one to six is in the afternoon.
///
/// # Errors
/// [`NotUnderstood`] says what was understood, what was not, and gives examples.
pub fn parse(
    phrase: &str,
    now: DateTime<Utc>,
    zone: &dyn LocalTime,
    hours_24: bool,
) -> Result<Phrase, NotUnderstood> {
    if phrase.chars().count() > MOST {
        return Err(NotUnderstood::of(Unclear::TooLong { most: MOST }));
    }
    let asked = Asked { now, zone, local: zone.local(now), hours_24 };
    let words: Vec<&str> = phrase.split_whitespace().collect();
    let words = without_asking(&words);
    asked.read(words)
}

/// The words after "remind me".
fn without_asking<'a>(words: &'a [&'a str]) -> &'a [&'a str] {
    match words {
        [first, second, rest @ ..]
            if first.eq_ignore_ascii_case("remind") && second.eq_ignore_ascii_case("me") =>
        {
            rest
        }
        _ => words,
    }
}

/// Who asks, and when.
struct Asked<'a> {
    now: DateTime<Utc>,
    zone: &'a dyn LocalTime,
    local: NaiveDateTime,
    hours_24: bool,
}

/// The words that say when, as far as they go.
struct When {
    day: Option<Day>,
    minute: Option<u16>,
    /// How many words it took.
    taken: usize,
    /// Whether a colon ended it: what follows is the text, as it is.
    closed: bool,
}

impl Asked<'_> {
    fn read(&self, words: &[&str]) -> Result<Phrase, NotUnderstood> {
        let mut unclear = None;
        let first = self.when(words).unwrap_or_else(|problem| {
            unclear = Some(problem);
            None
        });
        if let Some(mut when) = first {
            let mut text = words.get(when.taken..).unwrap_or_default();
            if !when.closed {
                // "tomorrow call Ada at 9"
                if when.minute.is_none()
                    && !matches!(when.day, Some(Day::In(_)))
                    && let Some((minute, from)) = self.time_at_end(text)
                {
                    when.minute = Some(minute);
                    text = text.get(..from).unwrap_or_default();
                }
                text = without_opening(text);
            }
            return self.phrase(&when, text);
        }
        // "call Ada tomorrow at 9"
        for from in 1..words.len() {
            let Some(rest) = words.get(from..) else { break };
            match self.when(rest) {
                Ok(Some(when)) if when.taken == rest.len() => {
                    return self.phrase(&when, without_opening(words.get(..from).unwrap_or_default()));
                }
                Ok(_) => {}
                Err(problem) => unclear = unclear.or(Some(problem)),
            }
        }
        Err(unclear.unwrap_or_else(|| NotUnderstood::of(Unclear::NoTime { phrase: words.join(" ") })))
    }

    /// The time that some words end with, and where it begins.
    fn time_at_end(&self, words: &[&str]) -> Option<(u16, usize)> {
        (0..words.len()).find_map(|from| {
            let mut reader = Reader::of(words.get(from..)?);
            let minute = times::time(&mut reader, self.hours_24).ok()??;
            reader.is_over().then_some((minute, from))
        })
    }

    /// The words at the beginning that say when; none where they say nothing of it.
    fn when(&self, words: &[&str]) -> Result<Option<When>, NotUnderstood> {
        let mut reader = Reader::of(words);
        let problem = |unclear, reader: &Reader<'_>| NotUnderstood {
            unclear,
            understood: words.get(..reader.taken()).unwrap_or_default().join(" "),
        };
        let early = times::time(&mut reader, self.hours_24);
        let early = early.map_err(|unclear| problem(unclear, &reader))?;
        let day = if reader.is_closed() { Ok(None) } else { days::day(&mut reader, self.local) };
        let day = day.map_err(|unclear| problem(unclear, &reader))?;
        let mut minute = early;
        if early.is_none() && day.is_some() && !reader.is_closed() {
            let late = times::time(&mut reader, self.hours_24);
            minute = late.map_err(|unclear| problem(unclear, &reader))?;
        }
        if day.is_none() && minute.is_none() {
            return Ok(None);
        }
        Ok(Some(When { day, minute, taken: reader.taken(), closed: reader.is_closed() }))
    }

    fn phrase(&self, when: &When, text: &[&str]) -> Result<Phrase, NotUnderstood> {
        let text = text.join(" ");
        if text.chars().count() > MOST_LETTERS {
            return Err(NotUnderstood::of(Unclear::TooLong { most: MOST_LETTERS }));
        }
        let timing = self.timing(when).map_err(NotUnderstood::of)?;
        Ok(Phrase { timing, text })
    }

    fn timing(&self, when: &When) -> Result<Timing, Unclear> {
        let minute = when.minute.unwrap_or(match when.day {
            Some(Day::Tonight) => times::EVENING,
            _ => MORNING,
        });
        let today = self.local.date();
        Ok(match when.day {
            None => {
                let over = self.zone.resolve(today, minute) <= self.now;
                self.once(if over { next_day(today) } else { today }, minute)?
            }
            Some(Day::Today | Day::Tonight) => self.once(today, minute)?,
            Some(Day::Tomorrow) => self.once(next_day(today), minute)?,
            Some(Day::Next(weekday)) => {
                let mut days = today.iter_days().filter(|day| chrono::Datelike::weekday(day) == weekday);
                let first = days.next().unwrap_or(today);
                let over = self.zone.resolve(first, minute) <= self.now;
                self.once(if over { days.next().unwrap_or(first) } else { first }, minute)?
            }
            Some(Day::On(date)) => self.once(date, minute)?,
            Some(Day::In(minutes)) => self.in_minutes(minutes)?,
            Some(Day::Every) => Timing::Daily { minute },
            Some(Day::EveryWeekday) => Timing::Weekdays { minute },
            Some(Day::EveryWeek(weekday)) => Timing::Weekly { weekday, minute },
            Some(Day::EveryMonth(day)) => Timing::Monthly { day, minute },
        })
    }

    fn once(&self, on: NaiveDate, minute: u16) -> Result<Timing, Unclear> {
        let at = on.and_time(NaiveTime::MIN) + TimeDelta::minutes(minute.into());
        if self.zone.resolve(on, minute) <= self.now {
            return Err(Unclear::Over { at, hours_24: self.hours_24 });
        }
        if self.local.date().checked_add_days(FURTHEST).is_none_or(|last| on > last) {
            return Err(Unclear::TooFar);
        }
        Ok(Timing::Once { on, minute })
    }

    /// The first minute of the clock that is not before so many minutes have passed: never early, whatever the clock
    /// does meanwhile.
    fn in_minutes(&self, minutes: u32) -> Result<Timing, Unclear> {
        let wanted =
            self.now.checked_add_signed(TimeDelta::minutes(minutes.into())).ok_or(Unclear::TooFar)?;
        let local = self.zone.local(wanted);
        let date = local.date();
        let minute_of = |time: NaiveTime| {
            let seconds = time.signed_duration_since(NaiveTime::MIN).num_seconds();
            u16::try_from((seconds + 59) / 60).unwrap_or_default()
        };
        let first = minute_of(local.time());
        // In the hour that a clock shows twice, what follows it.
        let found = (first..=first + 240).find(|minute| self.zone.resolve(date, *minute) >= wanted);
        let minute = found.unwrap_or(first);
        let on = if minute < 1440 { date } else { next_day(date) };
        self.once(on, minute % 1440)
    }
}

fn next_day(day: NaiveDate) -> NaiveDate {
    day.succ_opt().unwrap_or(day)
}

/// A text without what joins it to the words before: "to", a dash.
fn without_opening<'a>(text: &'a [&'a str]) -> &'a [&'a str] {
    match text {
        [first, rest @ ..] if matches!(*first, "-" | "–" | "—" | ":" | "to" | "To") => rest,
        _ => text,
    }
}
