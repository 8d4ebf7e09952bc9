//! What the app notices: time that passes, a clock that is set, an absence and what it was.

use super::super::time::shift;
use super::super::{
    ABSENT_AFTER, Absence, Away, Because, Effect, Ended, Interval, IntervalEnded, IntervalKind, Meanwhile,
    Outcome, Refused, Running, State,
};
use super::{Turn, spend};
use chrono::{DateTime, TimeDelta, Utc};

impl Turn<'_> {
    pub(super) fn move_with_clock(&mut self, delta: TimeDelta) {
        shift(&mut self.timer.last_seen, delta);
        if let Some(last_active) = &mut self.timer.last_active {
            shift(last_active, delta);
        }
        let (interval, instants) = match &mut self.timer.state {
            State::Idle(_) => return,
            State::Running(it) => (&mut it.interval, vec![Some(&mut it.since), it.deadline.as_mut()]),
            State::Paused(it) => (&mut it.interval, vec![Some(&mut it.since)]),
            State::Ended(it) => (&mut it.interval, vec![Some(&mut it.ended_at)]),
            State::Away(it) => {
                let instants = [Some(&mut it.last_seen), Some(&mut it.found_at), it.deadline.as_mut()];
                (&mut it.interval, instants.into())
            }
        };
        shift(&mut interval.started_at, delta);
        for instant in instants.into_iter().flatten() {
            shift(instant, delta);
        }
    }

    pub(super) fn notice_clock_set_back(&mut self) {
        if self.now < self.timer.last_seen {
            self.move_with_clock(self.now - self.timer.last_seen);
        }
    }

    /// Nobody was there since then, though the app was.
    pub(super) fn notice_idle(&mut self, since: DateTime<Utc>) {
        match &mut self.timer.state {
            State::Away(away) => {
                away.found_at = self.now;
                if away.because == Because::Idle {
                    away.because = Because::WasIdle;
                }
            }
            State::Running(running) => {
                let since = since.max(running.since);
                let over = running.deadline.is_some_and(|deadline| deadline <= since);
                if !over && self.now - since > ABSENT_AFTER {
                    self.leave(since, Because::Idle);
                }
            }
            State::Idle(_) | State::Paused(_) | State::Ended(_) => {}
        }
    }

    pub(super) fn notice_time(&mut self) {
        let last_seen = std::mem::replace(&mut self.timer.last_seen, self.now);
        // What begins by itself may be over by now too.
        while let State::Running(Running { interval, since, deadline }) = &self.timer.state {
            let last_seen = last_seen.max(*since);
            if !interval.kind.is_break() && self.now - last_seen > ABSENT_AFTER {
                self.leave(last_seen, Because::Gone);
                return;
            }
            let Some(deadline) = deadline.filter(|deadline| *deadline <= self.now) else { return };
            let mut interval = interval.clone();
            spend(&mut interval, *since, deadline);
            let overtime = self.rules.overtime && !interval.kind.is_break();
            self.reach_deadline(interval, deadline, overtime);
        }
    }

    /// The focus that runs becomes one whose person is away. Breaks run on.
    fn leave(&mut self, last_seen: DateTime<Utc>, because: Because) {
        let State::Running(Running { interval, since, deadline }) = &self.timer.state else { return };
        if interval.kind.is_break() {
            return;
        }
        let (mut interval, deadline) = (interval.clone(), *deadline);
        spend(&mut interval, *since, last_seen);
        self.timer.state = State::Away(Away { interval, last_seen, found_at: self.now, deadline, because });
    }

    /// Ends an interval at its deadline and says so. It may count on, or what comes next begin by itself.
    fn reach_deadline(&mut self, interval: Interval, deadline: DateTime<Utc>, overtime: bool) {
        let ended = interval.clone();
        self.end(interval, deadline);
        let (next, next_seconds) = self.what_comes_after(&ended);
        let meanwhile = if overtime {
            if let State::Ended(Ended { interval, .. }) = self.timer.state.clone() {
                self.timer.state = State::Running(Running { interval, since: deadline, deadline: None });
            }
            Meanwhile::Overtime
        } else if self.go_on_by_itself() {
            Meanwhile::Begun
        } else {
            Meanwhile::Waits
        };
        let Interval { key, kind, work, .. } = ended;
        let ended_at = deadline;
        self.effects.push(Effect::Announce(IntervalEnded {
            key,
            kind,
            work,
            ended_at,
            next,
            next_seconds,
            meanwhile,
        }));
    }

    fn what_comes_after(&self, ended: &Interval) -> (IntervalKind, u32) {
        let earned = if ended.kind.is_break() {
            None
        } else {
            self.timer.break_after(ended.mode, ended.counted_millis(), self.rules)
        };
        earned.unwrap_or((IntervalKind::Focus, self.rules.focus_seconds(self.timer.mode).unwrap_or(0)))
    }

    /// Begins what comes after the interval that has ended, at its end, if the person has it so and is there.
    pub(super) fn go_on_by_itself(&mut self) -> bool {
        let State::Ended(Ended { interval, ended_at }) = self.timer.state.clone() else { return false };
        if self.now - ended_at > ABSENT_AFTER || self.rules.check().is_err() {
            return false;
        }
        if interval.kind.is_break() {
            let work = interval.follow_up().clone();
            self.rules.starts_focus && self.begin_focus(work, self.timer.mode, ended_at).is_ok()
        } else {
            self.rules.starts_breaks && self.begin_break(interval, ended_at).is_ok()
        }
    }

    pub(super) fn resolve(&mut self, absence: Absence) -> Result<(), Refused> {
        let State::Away(away) = self.timer.state.clone() else { return Err(Refused::NoAbsence) };
        let Away { mut interval, last_seen, found_at, deadline, because: _ } = away;
        match absence {
            Absence::Keep => match deadline.filter(|deadline| *deadline <= self.now) {
                Some(deadline) => {
                    spend(&mut interval, last_seen, deadline);
                    // What lies beyond was nobody's.
                    self.reach_deadline(interval, deadline, false);
                }
                None => self.timer.state = State::Running(Running { interval, since: last_seen, deadline }),
            },
            Absence::TrimToLastSeen => {
                let trimmed = self.close(interval, Outcome::Trimmed, last_seen);
                self.rest(trimmed);
            }
            Absence::Discard => {
                let kept = interval.finished_millis.unwrap_or(0).saturating_sub(interval.before_millis);
                let uncounted = interval.spent_millis.saturating_sub(kept);
                interval.away_millis = interval.away_millis.saturating_add(uncounted);
                interval.spent_millis = kept;
                let discarded = self.close(interval, Outcome::Discarded, last_seen);
                self.rest(discarded);
            }
            Absence::CountAsBreak => {
                let focus = self.close(interval, Outcome::Trimmed, last_seen);
                let earned = self.timer.break_after(focus.mode, focus.counted_millis(), self.rules);
                let short = (IntervalKind::ShortBreak, self.rules.lengths.short_break_seconds);
                let (kind, planned_seconds) = earned.unwrap_or(short);
                let mut rested = self.new_interval(kind, focus.work, focus.mode, planned_seconds, last_seen);
                spend(&mut rested, last_seen, found_at);
                let rested = self.close(rested, Outcome::Finished, found_at);
                // For the cycle the person was away since then, whatever it is called.
                self.timer.last_active = Some(last_seen);
                self.rest(rested);
            }
        }
        Ok(())
    }
}
