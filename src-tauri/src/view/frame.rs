//! What stands around every screen.

use super::Settings;
use chrono::{DateTime, NaiveDate, Utc, Weekday};
use serde::Serialize;

/// What the frame shows, and whether there is a plan at all: without one the first run is shown.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct Frame {
    /// The active plan; none before the first run is through.
    pub plan: Option<PlanHead>,
    /// Until when the person holds all reminders back, while that lasts.
    pub held_until: Option<DateTime<Utc>>,
    /// Inbox entries that were not seen yet.
    pub unread: u32,
    /// What the next undo takes back ("Tick “Model deployed”").
    pub undo: Option<String>,
    /// What the next redo does again.
    pub redo: Option<String>,
    /// What does not work on this machine, said where it matters.
    pub troubles: Vec<Trouble>,
    /// The person's settings.
    pub settings: Settings,
    /// True where times are written as 13:00, by the settings or else the locale.
    pub hours_24: bool,
    /// The day that weeks begin on: of the plan, or of the next one.
    #[serde(with = "roadmap::schedule::weekday")]
    #[cfg_attr(test, ts(type = "string"))]
    pub week_start: Weekday,
    /// When days can end, in minutes after midnight.
    pub day_ends: Vec<u16>,
    /// Whether the mini window is shown.
    pub mini: bool,
    /// A Markdown file given on the command line, waiting for its preview.
    pub offered_file: Option<String>,
}

/// The active plan in a line.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct PlanHead {
    /// The roadmap's title.
    pub title: String,
    /// True while the sample history is loaded.
    pub sample: bool,
    /// The plan's week that today is in, from 1; 0 before the start.
    pub week: u32,
    /// How many weeks the plan has before its open end.
    pub weeks: u32,
    /// The first day.
    pub start: NaiveDate,
    /// The last day before the open end, if the plan has dated stages.
    pub end: Option<NaiveDate>,
    /// The last day that has a date, that of an open end at the latest.
    pub last_day: Option<NaiveDate>,
    /// The local day that now belongs to.
    pub today: NaiveDate,
}

/// Something that does not work on this machine.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct Trouble {
    /// What it is about.
    pub about: TroubleAbout,
    /// What happened and what to do.
    pub message: String,
}

/// What a trouble is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "kebab-case")]
pub enum TroubleAbout {
    /// Native notifications are not shown; the inbox has them all.
    Notifications,
    /// There is no tray; closing the window quits.
    Tray,
    /// A file of the person's could not be written.
    Document,
    /// Sounds cannot be heard.
    Sound,
    /// The store could not do all it should (a backup failed).
    Store,
}
