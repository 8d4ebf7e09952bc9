//! What the person says of the interval: other work, a note, an interruption; and how the next one is measured.

use super::super::{
    Effect, Ended, Interval, LONGEST_NOTE, Mode, Outcome, Refused, SessionKey, State, Work, words,
};
use super::Turn;

/// The youngest focus that is parted when its work is changed, in milliseconds.
const YOUNGEST_PARTED: u64 = 1000;

impl Turn<'_> {
    pub(super) fn change_work(&mut self, work: Work) -> Result<(), Refused> {
        match &self.timer.state {
            State::Idle(_) => Err(Refused::NoInterval),
            State::Away(_) => Err(Refused::AbsenceUnanswered),
            State::Running(_) | State::Paused(_)
                if self.timer.interval().is_some_and(|interval| !interval.kind.is_break()) =>
            {
                self.part(work)
            }
            State::Running(_) | State::Paused(_) | State::Ended(_) => {
                self.timer.follow_with(work);
                Ok(())
            }
        }
    }

    /// Parts the focus that is under way: what went before is a session, the rest is for other work.
    fn part(&mut self, work: Work) -> Result<(), Refused> {
        let interval = self.settled()?;
        if interval.work == work {
            return Ok(());
        }
        let age =
            interval.spent_millis.saturating_add(interval.paused_millis).saturating_add(interval.away_millis);
        // What has finished is recorded already.
        if age < YOUNGEST_PARTED && interval.finished_millis.is_none() {
            self.put_back(Interval { work, ..interval });
            return Ok(());
        }
        self.record(&interval, Outcome::Split, None, self.now);
        let rest = Interval {
            key: self.new_key(self.now),
            work,
            next_work: None,
            started_at: self.now,
            before_millis: interval.counted_millis(),
            spent_millis: 0,
            paused_millis: 0,
            away_millis: 0,
            note: None,
            interruptions: 0,
            ..interval
        };
        if rest.finished_millis.is_some() {
            // It counts as finished at every moment.
            self.record(&rest, Outcome::Finished, None, self.now);
        }
        self.put_back(rest);
        Ok(())
    }

    pub(super) fn choose_mode(&mut self, mode: Mode) -> Result<(), Refused> {
        mode.check()?;
        self.timer.mode = mode;
        Ok(())
    }

    pub(super) fn note(&mut self, of: Option<SessionKey>, text: &str) -> Result<(), Refused> {
        let note = words("a note", text, LONGEST_NOTE)?;
        let held = self.timer.interval().map(|interval| interval.key);
        match of.filter(|key| held != Some(*key)) {
            Some(key) => self.effects.push(Effect::Note { key, note }),
            None => self.annotate(|interval| interval.note = note)?,
        }
        Ok(())
    }

    pub(super) fn interrupted(&mut self) -> Result<(), Refused> {
        self.annotate(|interval| interval.interruptions = interval.interruptions.saturating_add(1))
    }

    /// Adds something to the interval, and to its session where that is recorded already.
    fn annotate(&mut self, change: impl FnOnce(&mut Interval)) -> Result<(), Refused> {
        change(self.timer.interval_mut().ok_or(Refused::NoInterval)?);
        if let State::Ended(Ended { interval, ended_at }) = self.timer.state.clone() {
            self.record(&interval, Outcome::Finished, None, ended_at);
        }
        Ok(())
    }
}
