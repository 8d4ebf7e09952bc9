//! The use cases, a file a feature. Window, tray and notifications all take the same path through here;
//! nothing in this folder knows of Tauri.
//!
//! [`App`] owns the state: the store, the running timer, the active course. Each use case reads `now`
//! once from the clock, changes the store in one transaction, and leaves word of what changed in
//! [`App::take_news`].

mod along;
mod archive;
mod at_hand;
mod beat;
mod block;
mod calendar;
mod check;
mod correct;
mod course;
mod days_off;
mod document;
mod edit;
mod error;
mod file;
mod first_run;
mod forecast;
mod former;
mod frame;
mod inbox;
mod library;
mod mini;
mod news;
mod offer;
mod own_routine;
mod reminders;
mod reminding;
mod replan;
mod roadmap;
mod sample;
mod sessions;
mod settings;
mod shortcuts;
mod sounds;
mod source;
mod spread;
mod suggestion;
mod template;
mod timer;
mod today;
mod undo;
mod week;
mod week_end;

pub use at_hand::{AtHand, Hold};
pub use calendar::{Found, Wanted};
pub use error::Error;
pub use news::{News, Topic};
pub use shortcuts::Chords;

use crate::ports::Ports;
use crate::view::{Settings, Trouble, TroubleAbout, Volume};
use ::roadmap::Roadmap;
use ::roadmap::pomodoro::Timer;
use calendar::Calendars;
use chrono::{DateTime, NaiveDate, Utc};
use course::Course;
use roadmap_store::table::session::Entry;
use roadmap_store::{Changes, Done, Label, Opened, RoadmapId, Store, StoreError, Table};
use rusqlite::Transaction;
use std::sync::Arc;
use std::time::Duration;

/// The application's state and its use cases.
pub struct App {
    ports: Ports,
    store: Store,
    settings: Settings,
    /// Whether the mini window is wanted.
    mini: bool,
    timer: Timer,
    /// How loud the clock was last told to tick.
    ticking: Option<Volume>,
    /// When a person last asked something of the timer, since the start: a sign that somebody is there.
    touched: DateTime<Utc>,
    /// The active roadmap with its plan, read when first asked for and again after a change.
    course: Option<Course>,
    /// What the latest course was of: it outlasts a change of the plan's days.
    roadmap: Option<(RoadmapId, Arc<Roadmap>)>,
    /// The active roadmap's sessions by time, likewise.
    sessions: Option<Arc<[Entry]>>,
    calendars: Calendars,
    /// The plan was changed, and what it reminds of is to be counted from here.
    replanned: bool,
    /// The document that the first run is looking at, so that it is read once.
    draft: Option<source::Draft>,
    offered: Option<String>,
    /// A file of the person's may not show yet what was changed.
    files_behind: bool,
    troubles: Vec<Trouble>,
    /// What the system says to the shortcuts.
    heard: shortcuts::Heard,
    news: News,
    /// Clock and elapsed time when the heart last beat, to notice a clock that was set.
    beaten: (DateTime<Utc>, Duration),
    /// The local day that was last noticed to have begun: of its start, and then of each beat.
    today: NaiveDate,
}

impl App {
    /// Takes over an opened store. A timer that ran when the app was last seen goes on, or asks.
    ///
    /// # Errors
    /// [`Error::Store`] where the store holds what it must not hold.
    pub fn new(opened: Opened, ports: Ports) -> Result<Self, Error> {
        let Opened { mut store, today, backup_problem } = opened;
        let now = ports.clock.now();
        let timer = roadmap_store::table::timer::kept(store.read())?.unwrap_or_else(|| Timer::new(now));
        let settings = roadmap_store::table::setting::get(store.read(), settings::NAME)?.unwrap_or_default();
        let mini = mini::kept(store.read())?;
        let calendars = Calendars::open(&mut store, now)?;
        let beaten = (now, ports.clock.elapsed());
        let mut app = Self {
            ports,
            store,
            settings,
            mini,
            timer,
            ticking: None,
            touched: DateTime::<Utc>::MIN_UTC,
            course: None,
            roadmap: None,
            sessions: None,
            calendars,
            replanned: false,
            draft: None,
            offered: None,
            files_behind: true,
            troubles: Vec::new(),
            heard: shortcuts::Heard::default(),
            news: News::default(),
            beaten,
            today,
        };
        if let Some(problem) = backup_problem {
            app.note_trouble(TroubleAbout::Store, format!("Today's backup was not made: {problem}."));
        }
        Ok(app)
    }

    /// What changed since this was last asked, for whoever shows it.
    pub fn take_news(&mut self) -> News {
        std::mem::take(&mut self.news)
    }

    /// Notes that something does not work on this machine; said once for each thing it is about, and no news where it
    /// was said in these words already.
    pub fn note_trouble(&mut self, about: TroubleAbout, message: impl Into<String>) {
        let message = message.into();
        if self.troubles.iter().any(|trouble| trouble.about == about && trouble.message == message) {
            return;
        }
        tracing::warn!(?about, message, "trouble");
        self.troubles.retain(|trouble| trouble.about != about);
        self.troubles.push(Trouble { about, message });
        self.news.topics.insert(Topic::Frame);
    }

    /// Notes that something works again.
    pub fn settle_trouble(&mut self, about: TroubleAbout) {
        if self.troubles.extract_if(.., |trouble| trouble.about == about).count() > 0 {
            self.news.topics.insert(Topic::Frame);
        }
    }

    /// Writes a person's change: it can be undone under these words.
    fn change<T>(
        &mut self,
        words: impl Into<String>,
        work: impl FnOnce(&Transaction<'_>) -> Result<T, StoreError>,
    ) -> Result<T, Error> {
        let now = self.ports.clock.now();
        let done = self.store.transact(&Label::change(words), now, work)?;
        Ok(self.note_and_settle(done))
    }

    /// Writes what the app notes by itself.
    fn keep<T>(
        &mut self,
        now: DateTime<Utc>,
        work: impl FnOnce(&Transaction<'_>) -> Result<T, StoreError>,
    ) -> Result<T, Error> {
        let done = self.store.transact(&Label::Own, now, work)?;
        Ok(self.note(done))
    }

    /// Passes on what a transaction touched.
    fn note<T>(&mut self, done: Done<T>) -> T {
        self.note_changes(&done.changes);
        done.value
    }

    /// The same for a person's change, which files of theirs may have to follow.
    fn note_and_settle<T>(&mut self, done: Done<T>) -> T {
        let changes = done.changes.clone();
        let value = self.note(done);
        self.settle_files(&changes);
        value
    }

    fn note_changes(&mut self, changes: &Changes) {
        if changes.iter().any(|table| course::READS.contains(table)) {
            self.course = None;
        }
        if changes.contains(&Table::Item) || changes.contains(&Table::Roadmap) {
            self.roadmap = None;
        }
        if changes.contains(&Table::Calendar) {
            self.list_calendars();
        }
        if changes.contains(&Table::Reading) {
            self.draft = None;
        }
        if changes.contains(&Table::Session) || changes.contains(&Table::Roadmap) {
            self.sessions = None;
        }
        self.replanned |= changes.iter().any(|table| beat::REMINDED_OF.contains(table));
        if changes.contains(&Table::Setting) {
            match roadmap_store::table::setting::get(self.store.read(), settings::NAME) {
                Ok(settings) => self.settings = settings.unwrap_or_default(),
                Err(error) => tracing::error!(%error, "the settings cannot be read"),
            }
        }
        self.news.topics.extend(changes.iter().flat_map(|table| news::topics_of(*table)));
    }
}
