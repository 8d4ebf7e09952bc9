//! What is written into a calendar.

use crate::item::{Item, Kind};
use crate::schedule::{Block, resolve};
use crate::{Category, Roadmap};
use chrono::{DateTime, NaiveDate, TimeDelta, TimeZone, Utc};
use serde::{Deserialize, Serialize};

/// One thing to write into a calendar.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CalendarEvent {
    /// Its name, which no other event anywhere has and which stays when it moves: a calendar program knows by it that
    /// a later export means the same event (RFC 5545 section 3.8.4.7).
    pub uid: String,
    /// When it is.
    pub when: When,
    /// What it is called.
    pub title: String,
    /// What it is for, in lines; may be empty.
    pub description: String,
    /// What kind of work it is for, if it is for work.
    pub category: Option<Category>,
    /// True where an earlier file had it and it is no more.
    pub cancelled: bool,
}

/// An event as calendar files have it, and since when they do.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ExportedEvent {
    /// The event.
    #[serde(flatten)]
    pub event: CalendarEvent,
    /// When it was first written as it is. None of an earlier Waymark, which did not keep it.
    #[serde(default)]
    pub since: Option<DateTime<Utc>>,
}

impl ExportedEvent {
    /// An event that is written `now`, where the last file had it as `before`, if it did: it is as old as that where
    /// nothing about it has changed, and otherwise newer, also where the clock was set back.
    pub fn after(before: Option<&Self>, event: CalendarEvent, now: DateTime<Utc>) -> Self {
        let written = before.and_then(|before| before.since);
        let since = match written {
            Some(since) if before.is_some_and(|before| before.event == event) => since,
            Some(since) => since.checked_add_signed(TimeDelta::seconds(1)).map_or(now, |next| next.max(now)),
            None => now,
        };
        Self { event, since: Some(since) }
    }
}

/// When an event is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum When {
    /// From one instant to a later one. The time is taken.
    Span {
        /// Its start.
        from: DateTime<Utc>,
        /// Its end.
        to: DateTime<Utc>,
    },
    /// A whole day wherever one is. No time is taken.
    Day(NaiveDate),
}

impl When {
    /// From one minute of a local day to another, both counted from midnight of `date`, as [`resolve`] has it: in a gap
    /// the first valid time, in a fold the first of two. What a gap swallows whole comes after it, as long as it was.
    pub fn local<Tz: TimeZone>(tz: &Tz, date: NaiveDate, start: u16, end: u16) -> Self {
        let from = resolve(tz, date, start);
        let to = resolve(tz, date, end);
        let length = TimeDelta::minutes(end.saturating_sub(start).max(1).into());
        Self::Span { from, to: if from < to { to } else { from.checked_add_signed(length).unwrap_or(from) } }
    }
}

impl CalendarEvent {
    /// A block of the roadmap, at its local time in `tz`. It says which activities it is for, and for how long each.
    ///
    /// `name` is the roadmap's: the same at each export, and no other roadmap's, on this machine or another.
    pub fn of_block<Tz: TimeZone>(name: &str, roadmap: &Roadmap, block: &Block, tz: &Tz) -> Self {
        let line = |portion: &crate::schedule::Portion| {
            let activity = roadmap.find(portion.activity)?;
            Some(format!("{} ({} min)", activity.title(), portion.minutes))
        };
        let lines: Vec<String> = block.work.iter().filter_map(line).collect();
        Self {
            uid: uid(name, &block.key.to_string()),
            when: When::local(tz, block.date, block.start, block.end),
            title: block.title.clone(),
            description: lines.join("\n"),
            category: Some(block.category),
            cancelled: false,
        }
    }

    /// The gate of a phase, on the day on which that ends. It says what has to be met.
    ///
    /// `name` as for [`of_block`](Self::of_block).
    pub fn of_gate(name: &str, gate: &Item, phase: &Item, day: NaiveDate) -> Self {
        let metric = |item: &Item| matches!(item.kind, Kind::Metric { .. }).then(|| item.text.clone());
        let lines: Vec<String> = gate.walk().filter_map(metric).collect();
        let (own, of) = (gate.title(), phase.title());
        // Most are called as their phase begins: "Month 1" of "Month 1: Voice".
        let begins = of.strip_prefix(&own).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric));
        let title = if begins { of } else { format!("{own} ({of})") };
        Self {
            uid: uid(name, &format!("gate-{}", gate.id.0)),
            when: When::Day(day),
            title: format!("Gate: {title}"),
            description: lines.join("\n"),
            category: None,
            cancelled: false,
        }
    }
}

/// What the names of Waymark's own events end in.
const OWN: &str = ".waymark";

fn uid(roadmap: &str, thing: &str) -> String {
    format!("{thing}@{roadmap}{OWN}")
}

/// True for the name of an event that Waymark wrote.
pub(super) fn is_own(uid: &str) -> bool {
    uid.ends_with(OWN)
}
