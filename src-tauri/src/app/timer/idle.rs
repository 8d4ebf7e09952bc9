//! Whether somebody is there: what comes of it that nobody has touched the machine for a while.

use super::super::{App, Error};
use ::roadmap::pomodoro::{BACK_EVERY, Event, Watch};
use chrono::{DateTime, TimeDelta, Utc};
use std::time::Duration;

impl App {
    /// True while it makes a difference whether somebody is there: the person wants to be asked about such times, and a
    /// focus runs. The system needs not be asked otherwise.
    pub fn is_watching(&self) -> bool {
        self.settings.idle_minutes.is_some() && self.timer.is_watched()
    }

    /// Takes note that nobody has touched the machine for so long. Answers how long it need not be looked again; none while
    /// it makes no difference.
    ///
    /// # Errors
    /// [`Error::Store`].
    pub fn notice_idle(&mut self, idle: Duration) -> Result<Option<Duration>, Error> {
        let Some(minutes) = self.settings.idle_minutes else { return Ok(None) };
        let now = self.ports.clock.now();
        self.notice_set_clock(now)?;
        let after = TimeDelta::minutes(minutes.into());
        let touched = TimeDelta::from_std(idle).ok().and_then(|idle| now.checked_sub_signed(idle));
        // What is asked of Waymark itself is a sign too, and may come from no key of this machine.
        let touched = touched.unwrap_or(DateTime::<Utc>::MIN_UTC).max(self.touched);
        if let Watch::Tell { since } = self.timer.watch(touched, after, now) {
            self.tell_timer(Event::Idle { since })?;
        }
        let again = match self.timer.watch(touched, after, now) {
            Watch::Off => return Ok(None),
            Watch::Until(then) => then - now,
            Watch::Tell { .. } => BACK_EVERY,
        };
        Ok(Some(again.to_std().unwrap_or_default()))
    }
}
