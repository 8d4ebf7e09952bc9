//! What the heart does: it tells the timer that time has passed, sends what is due to the inbox, and
//! says when to beat again.

use super::reminding::REPLANNED;
use super::{App, Error, Topic};
use crate::view::TroubleAbout;
use ::roadmap::pomodoro::{Event, SEEN_EVERY, State};
use chrono::{DateTime, Days, TimeDelta, Utc};
use roadmap_store::Table;
use roadmap_store::table::setting;
use std::time::Duration;

/// How far the clock may part from elapsed time before it counts as having been set.
const DRIFT: TimeDelta = TimeDelta::seconds(2);
/// The tables that say what to remind of: which blocks there are, and when.
pub(super) const REMINDED_OF: [Table; 9] = [
    Table::Roadmap,
    Table::Plan,
    Table::Template,
    Table::TemplateBlock,
    Table::Season,
    Table::DaysOff,
    Table::Exception,
    Table::SingleBlock,
    Table::DecidedLength,
];
impl App {
    /// Does everything that is due, and answers how long nothing will be.
    ///
    /// # Errors
    /// [`Error::Store`]; what was not done then is due at the next beat.
    pub fn beat(&mut self) -> Result<Duration, Error> {
        let now = self.ports.clock.now();
        self.notice_set_clock(now)?;
        self.notice_new_day(now);
        self.settle_files_again();
        if self.timer_is_due(now) {
            self.tell_timer(Event::Seen)?;
        }
        self.keep_ticking();
        self.notice_other_plan(now)?;
        let mut reminding = self.reminding(now)?;
        for occurrence in reminding.due() {
            reminding.known.insert(occurrence.key.clone());
            self.announce_occurrence(occurrence, now)?;
        }
        let shown_next = self.show_waiting(&reminding, now)?;
        let next_reminder = reminding.next().into_iter().chain(shown_next).min();
        Ok(self.until_next(next_reminder, now))
    }

    /// Keeps the timer before the app goes, so that the time until it comes back is known.
    ///
    /// # Errors
    /// [`Error::Store`].
    pub fn rest(&mut self) -> Result<(), Error> {
        if self.timer.is_running() { self.tell_timer(Event::Seen) } else { Ok(()) }
    }

    /// A clock that was set is no time that passed.
    pub(super) fn notice_set_clock(&mut self, now: DateTime<Utc>) -> Result<(), Error> {
        let elapsed = self.ports.clock.elapsed();
        let (then, elapsed_then) = std::mem::replace(&mut self.beaten, (now, elapsed));
        let passed = TimeDelta::from_std(elapsed.saturating_sub(elapsed_then)).unwrap_or(TimeDelta::MAX);
        let drift = (now - then) - passed;
        if drift.abs() > DRIFT {
            tracing::info!(%drift, "the clock was set");
            self.tell_timer(Event::ClockSet { by_millis: drift.num_milliseconds() })?;
        }
        Ok(())
    }

    fn notice_new_day(&mut self, now: DateTime<Utc>) {
        let today = self.local_day(now);
        if today == self.today {
            return;
        }
        self.today = today;
        self.news.topics.extend([Topic::Frame, Topic::Plan, Topic::Roadmap]);
        match self.store.back_up(today) {
            Ok(()) => self.settle_trouble(TroubleAbout::Store),
            Err(problem) => {
                self.note_trouble(TroubleAbout::Store, format!("Today's backup was not made: {problem}."));
            }
        }
    }

    /// What another plan has in the past was never to be reminded of, so it is not missed either.
    fn notice_other_plan(&mut self, now: DateTime<Utc>) -> Result<(), Error> {
        if self.replanned {
            let topics = self.news.topics.clone();
            self.keep(now, |to| setting::set(to, REPLANNED, &now))?;
            // Nothing to see.
            self.news.topics = topics;
            self.replanned = false;
        }
        Ok(())
    }

    fn timer_is_due(&self, now: DateTime<Utc>) -> bool {
        match &self.timer.state {
            State::Running(running) => {
                running.deadline.is_some_and(|deadline| now >= deadline)
                    || now < self.timer.last_seen
                    || now - self.timer.last_seen >= SEEN_EVERY
            }
            _ => false,
        }
    }

    fn until_next(&self, reminder: Option<DateTime<Utc>>, now: DateTime<Utc>) -> Duration {
        let seen = self.timer.is_running().then(|| self.timer.last_seen + SEEN_EVERY);
        let new_day = self.ports.clock.resolve(self.today + Days::new(1), self.settings.day_boundary.0);
        let next = [self.timer.next_deadline(), seen, reminder, Some(new_day)].into_iter().flatten().min();
        next.map_or(Duration::MAX, |next| (next - now).to_std().unwrap_or_default())
    }
}
