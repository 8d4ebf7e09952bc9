//! What the person asks for: to begin, to hold, to go on, to end.

use super::super::time::{later, millis_between};
use super::super::{Ended, Interval, Lengths, Mode, Outcome, Paused, Refused, Running, State, Work};
use super::super::{LONGEST_REASON, words};
use super::{Turn, spend, wait};

impl Turn<'_> {
    pub(super) fn start(&mut self, work: Work, mode: Mode) -> Result<(), Refused> {
        self.end_overtime();
        match self.timer.state.clone() {
            State::Idle(_) | State::Ended(_) => {}
            State::Away(away) => {
                self.close(away.interval, Outcome::Trimmed, away.last_seen);
            }
            State::Running(Running { interval, .. }) | State::Paused(Paused { interval, .. })
                if !interval.kind.is_break() =>
            {
                return Err(Refused::FocusUnderWay { title: interval.work.title });
            }
            State::Running(_) | State::Paused(_) => {
                let interval = self.settled()?;
                self.close(interval, Outcome::Skipped, self.now);
            }
        }
        self.begin_focus(work, mode, self.now)
    }

    pub(super) fn pause(&mut self) -> Result<(), Refused> {
        match self.timer.state.clone() {
            State::Running(Running { mut interval, since, deadline }) => {
                spend(&mut interval, since, self.now);
                let remaining_millis = deadline.map(|deadline| millis_between(self.now, deadline));
                self.timer.last_active = Some(self.now);
                self.timer.state = State::Paused(Paused { interval, since: self.now, remaining_millis });
                Ok(())
            }
            State::Away(_) => Err(Refused::AbsenceUnanswered),
            State::Idle(_) | State::Paused(_) | State::Ended(_) => Err(Refused::NothingRunning),
        }
    }

    pub(super) fn resume(&mut self) -> Result<(), Refused> {
        match self.timer.state.clone() {
            State::Paused(Paused { remaining_millis, .. }) => {
                let interval = self.settled()?;
                self.lapse_cycle();
                let deadline = remaining_millis.map(|remaining| later(self.now, remaining));
                self.timer.state = State::Running(Running { interval, since: self.now, deadline });
                Ok(())
            }
            State::Away(_) => Err(Refused::AbsenceUnanswered),
            State::Idle(_) | State::Running(_) | State::Ended(_) => Err(Refused::NothingPaused),
        }
    }

    pub(super) fn skip(&mut self) -> Result<(), Refused> {
        self.end_overtime();
        if let State::Ended(Ended { interval, .. }) = &self.timer.state {
            if interval.kind.is_break() || matches!(interval.mode, Mode::Countdown { .. }) {
                return Err(Refused::NothingToSkip);
            }
            return self.begin_focus(interval.follow_up().clone(), self.timer.mode, self.now);
        }
        let interval = self.settled()?;
        let skipped = self.close(interval, Outcome::Skipped, self.now);
        if skipped.kind.is_break() {
            return self.begin_focus(skipped.follow_up().clone(), self.timer.mode, self.now);
        }
        match skipped.mode {
            Mode::Countdown { .. } => {
                self.rest(skipped);
                Ok(())
            }
            Mode::Pomodoro | Mode::Flowtime => self.begin_break(skipped, self.now),
        }
    }

    pub(super) fn finish(&mut self) -> Result<(), Refused> {
        let interval = self.settled()?;
        self.end(interval, self.now);
        self.go_on_by_itself();
        Ok(())
    }

    pub(super) fn stop(&mut self, reason: Option<String>) -> Result<(), Refused> {
        let reason = words("a reason", &reason.unwrap_or_default(), LONGEST_REASON)?;
        let stopped = match self.timer.state.clone() {
            State::Ended(ended) => ended.interval,
            State::Away(away) => self.close_because(away.interval, Outcome::Trimmed, reason, away.last_seen),
            State::Idle(_) | State::Running(_) | State::Paused(_) => {
                let interval = self.settled()?;
                self.close_because(interval, Outcome::Stopped, reason, self.now)
            }
        };
        self.rest(stopped);
        Ok(())
    }

    pub(super) fn extend(&mut self, by: u32) -> Result<(), Refused> {
        let extended = |interval: &mut Interval| {
            let total = interval.extended_seconds.saturating_add(by);
            if by == 0 || total > Lengths::LONGEST {
                return Err(Refused::BadExtension { seconds: by });
            }
            interval.extended_seconds = total;
            Ok(u64::from(by) * 1000)
        };
        // What is over already gets that much from now on.
        let over = self.timer.is_in_overtime();
        match &mut self.timer.state {
            State::Idle(_) => return Err(Refused::NoInterval),
            State::Away(_) => return Err(Refused::AbsenceUnanswered),
            State::Running(running) => {
                let from = running.deadline.or(over.then_some(self.now)).ok_or(Refused::NoEnd)?;
                running.deadline = Some(later(from, extended(&mut running.interval)?));
            }
            State::Paused(paused) => {
                let left = paused.remaining_millis.or(over.then_some(0)).ok_or(Refused::NoEnd)?;
                paused.remaining_millis = Some(left.saturating_add(extended(&mut paused.interval)?));
            }
            State::Ended(ended) => {
                let mut interval = ended.interval.clone();
                let deadline = Some(later(self.now, extended(&mut interval)?));
                wait(&mut interval, ended.ended_at, self.now);
                self.timer.state = State::Running(Running { interval, since: self.now, deadline });
            }
        }
        Ok(())
    }

    pub(super) fn start_break(&mut self) -> Result<(), Refused> {
        self.end_overtime();
        match &self.timer.state {
            State::Ended(Ended { interval, .. }) if !interval.kind.is_break() => {
                self.begin_break(interval.clone(), self.now)
            }
            State::Away(_) => Err(Refused::AbsenceUnanswered),
            _ => Err(Refused::NoFocusEnded),
        }
    }
}
