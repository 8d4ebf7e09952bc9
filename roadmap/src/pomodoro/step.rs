//! What follows from an event.

use super::time::{later, millis_between, seconds, shift};
use super::{
    ABSENT_AFTER, Absence, Away, CYCLE_LAPSES_AFTER, Effect, Ended, Event, Idle, Interval, IntervalEnded,
    IntervalKind, Lengths, Outcome, Paused, Refused, Running, SessionKey, SessionRecord, State, Timer, Work,
};
use chrono::{DateTime, TimeDelta, Utc};

/// The timer after an event, and what the app is to do about it.
///
/// `lengths` are those of intervals that begin now; one that is under way keeps its own.
///
/// # Errors
/// [`Refused`] where the event makes no sense in the timer's state. What the passing of time alone
/// brings is then not returned either; the next [`Event::Seen`] brings it, as nothing was saved.
pub fn step(
    timer: &Timer,
    event: Event,
    lengths: &Lengths,
    now: DateTime<Utc>,
) -> Result<(Timer, Vec<Effect>), Refused> {
    // Whole milliseconds, so that the accounts of an interval add up.
    let now = DateTime::from_timestamp_millis(now.timestamp_millis()).unwrap_or(now);
    let mut turn = Turn { timer: timer.clone(), effects: Vec::new(), lengths, now };
    if let Event::ClockSet { by_millis } = event {
        turn.move_with_clock(TimeDelta::try_milliseconds(by_millis).unwrap_or_default());
    }
    turn.notice_time();
    match event {
        Event::Seen | Event::ClockSet { .. } => {}
        Event::Start { work } => turn.start(work)?,
        Event::Pause => turn.pause()?,
        Event::Resume => turn.resume()?,
        Event::Skip => turn.skip()?,
        Event::Stop => turn.stop()?,
        Event::Extend { seconds } => turn.extend(seconds)?,
        Event::StartBreak => turn.start_break()?,
        Event::ResolveAbsence(absence) => turn.resolve(absence)?,
    }
    Ok((turn.timer, turn.effects))
}

/// One step under way.
struct Turn<'a> {
    timer: Timer,
    effects: Vec<Effect>,
    lengths: &'a Lengths,
    now: DateTime<Utc>,
}

impl Turn<'_> {
    fn move_with_clock(&mut self, delta: TimeDelta) {
        shift(&mut self.timer.last_seen, delta);
        if let Some(last_active) = &mut self.timer.last_active {
            shift(last_active, delta);
        }
        let (interval, instants) = match &mut self.timer.state {
            State::Idle(_) => return,
            State::Running(it) => (&mut it.interval, vec![&mut it.since, &mut it.deadline]),
            State::Paused(it) => (&mut it.interval, vec![&mut it.since]),
            State::Ended(it) => (&mut it.interval, vec![&mut it.ended_at]),
            State::Away(it) => {
                (&mut it.interval, vec![&mut it.last_seen, &mut it.found_at, &mut it.deadline])
            }
        };
        shift(&mut interval.started_at, delta);
        for instant in instants {
            shift(instant, delta);
        }
    }

    fn notice_time(&mut self) {
        if self.now < self.timer.last_seen {
            self.move_with_clock(self.now - self.timer.last_seen);
        }
        let last_seen = std::mem::replace(&mut self.timer.last_seen, self.now);
        let State::Running(running) = &self.timer.state else { return };
        let deadline = running.deadline;
        let absent = running.interval.kind == IntervalKind::Focus && self.now - last_seen > ABSENT_AFTER;
        if absent {
            let mut interval = running.interval.clone();
            spend(&mut interval, running.since, last_seen);
            let found_at = self.now;
            self.timer.state = State::Away(Away { interval, last_seen, found_at, deadline });
        } else if self.now >= deadline {
            let mut interval = running.interval.clone();
            spend(&mut interval, running.since, deadline);
            self.finish(interval, deadline);
        }
    }

    fn start(&mut self, work: Work) -> Result<(), Refused> {
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
        self.begin_focus(work)
    }

    fn pause(&mut self) -> Result<(), Refused> {
        match self.timer.state.clone() {
            State::Running(Running { mut interval, since, deadline }) => {
                spend(&mut interval, since, self.now);
                let remaining_millis = millis_between(self.now, deadline);
                self.timer.last_active = Some(self.now);
                self.timer.state = State::Paused(Paused { interval, since: self.now, remaining_millis });
                Ok(())
            }
            State::Away(_) => Err(Refused::AbsenceUnanswered),
            State::Idle(_) | State::Paused(_) | State::Ended(_) => Err(Refused::NothingRunning),
        }
    }

    fn resume(&mut self) -> Result<(), Refused> {
        match self.timer.state.clone() {
            State::Paused(Paused { remaining_millis, .. }) => {
                let interval = self.settled()?;
                self.lapse_cycle();
                let deadline = later(self.now, remaining_millis);
                self.timer.state = State::Running(Running { interval, since: self.now, deadline });
                Ok(())
            }
            State::Away(_) => Err(Refused::AbsenceUnanswered),
            State::Idle(_) | State::Running(_) | State::Ended(_) => Err(Refused::NothingPaused),
        }
    }

    fn skip(&mut self) -> Result<(), Refused> {
        if let State::Ended(Ended { interval, .. }) = &self.timer.state {
            if interval.kind.is_break() {
                return Err(Refused::NothingToSkip);
            }
            return self.begin_focus(interval.work.clone());
        }
        let interval = self.settled()?;
        let was_break = interval.kind.is_break();
        let work = self.close(interval, Outcome::Skipped, self.now);
        if was_break { self.begin_focus(work) } else { self.begin_break(work) }
    }

    fn stop(&mut self) -> Result<(), Refused> {
        let work = match self.timer.state.clone() {
            State::Ended(ended) => ended.interval.work,
            State::Away(away) => self.close(away.interval, Outcome::Trimmed, away.last_seen),
            State::Idle(_) | State::Running(_) | State::Paused(_) => {
                let interval = self.settled()?;
                self.close(interval, Outcome::Stopped, self.now)
            }
        };
        self.rest(work);
        Ok(())
    }

    fn extend(&mut self, by: u32) -> Result<(), Refused> {
        let extended = |interval: &mut Interval| {
            let total = interval.extended_seconds.saturating_add(by);
            if by == 0 || total > Lengths::LONGEST {
                return Err(Refused::BadExtension { seconds: by });
            }
            interval.extended_seconds = total;
            Ok(u64::from(by) * 1000)
        };
        match &mut self.timer.state {
            State::Idle(_) => return Err(Refused::NoInterval),
            State::Away(_) => return Err(Refused::AbsenceUnanswered),
            State::Running(running) => {
                running.deadline = later(running.deadline, extended(&mut running.interval)?);
            }
            State::Paused(paused) => {
                paused.remaining_millis =
                    paused.remaining_millis.saturating_add(extended(&mut paused.interval)?);
            }
            State::Ended(ended) => {
                let mut interval = ended.interval.clone();
                let deadline = later(self.now, extended(&mut interval)?);
                wait(&mut interval, ended.ended_at, self.now);
                self.timer.state = State::Running(Running { interval, since: self.now, deadline });
            }
        }
        Ok(())
    }

    fn start_break(&mut self) -> Result<(), Refused> {
        match &self.timer.state {
            State::Ended(Ended { interval, .. }) if !interval.kind.is_break() => {
                self.begin_break(interval.work.clone())
            }
            State::Away(_) => Err(Refused::AbsenceUnanswered),
            _ => Err(Refused::NoFocusEnded),
        }
    }

    fn resolve(&mut self, absence: Absence) -> Result<(), Refused> {
        let State::Away(away) = self.timer.state.clone() else { return Err(Refused::NoAbsence) };
        let Away { mut interval, last_seen, found_at, deadline } = away;
        match absence {
            Absence::Keep if self.now < deadline => {
                self.timer.state = State::Running(Running { interval, since: last_seen, deadline });
            }
            Absence::Keep => {
                spend(&mut interval, last_seen, deadline);
                self.finish(interval, deadline);
            }
            Absence::TrimToLastSeen => {
                let work = self.close(interval, Outcome::Trimmed, last_seen);
                self.rest(work);
            }
            Absence::Discard => {
                let kept = interval.finished_millis.unwrap_or(0);
                let uncounted = interval.spent_millis.saturating_sub(kept);
                interval.away_millis = interval.away_millis.saturating_add(uncounted);
                interval.spent_millis = kept;
                let work = self.close(interval, Outcome::Discarded, last_seen);
                self.rest(work);
            }
            Absence::CountAsBreak => {
                let work = self.close(interval, Outcome::Trimmed, last_seen);
                let (kind, planned_seconds) = self.timer.earned_break(self.lengths);
                let mut rested = self.new_interval(kind, work, planned_seconds, last_seen);
                spend(&mut rested, last_seen, found_at);
                let work = self.close(rested, Outcome::Finished, found_at);
                // For the cycle the person was away since then, whatever it is called.
                self.timer.last_active = Some(last_seen);
                self.rest(work);
            }
        }
        Ok(())
    }

    fn begin_focus(&mut self, work: Work) -> Result<(), Refused> {
        self.lapse_cycle();
        if self.timer.round >= u32::from(self.lengths.long_break_after) {
            self.timer.round = 0;
        }
        self.begin(IntervalKind::Focus, work, self.lengths.focus_seconds)
    }

    fn begin_break(&mut self, work: Work) -> Result<(), Refused> {
        let (kind, planned_seconds) = self.timer.earned_break(self.lengths);
        self.begin(kind, work, planned_seconds)
    }

    fn begin(&mut self, kind: IntervalKind, work: Work, planned_seconds: u32) -> Result<(), Refused> {
        self.lengths.check()?;
        let interval = self.new_interval(kind, work, planned_seconds, self.now);
        let deadline = later(self.now, interval.length_millis());
        self.timer.state = State::Running(Running { interval, since: self.now, deadline });
        Ok(())
    }

    fn new_interval(
        &mut self,
        kind: IntervalKind,
        work: Work,
        planned_seconds: u32,
        started_at: DateTime<Utc>,
    ) -> Interval {
        let unused = self.timer.last_key.0.saturating_add(1);
        let key = SessionKey(started_at.timestamp_millis().max(unused));
        self.timer.last_key = key;
        Interval {
            key,
            kind,
            work,
            started_at,
            planned_seconds,
            extended_seconds: 0,
            spent_millis: 0,
            paused_millis: 0,
            away_millis: 0,
            finished_millis: None,
        }
    }

    /// The running or paused interval with its accounts up to now.
    fn settled(&self) -> Result<Interval, Refused> {
        let mut interval = self.timer.interval().cloned().ok_or(Refused::NoInterval)?;
        match &self.timer.state {
            State::Running(running) => spend(&mut interval, running.since, self.now),
            State::Paused(paused) => wait(&mut interval, paused.since, self.now),
            State::Away(_) => return Err(Refused::AbsenceUnanswered),
            State::Idle(_) | State::Ended(_) => return Err(Refused::NoInterval),
        }
        Ok(interval)
    }

    /// Ends an interval at its deadline.
    fn finish(&mut self, mut interval: Interval, ended_at: DateTime<Utc>) {
        if interval.kind == IntervalKind::Focus && interval.finished_millis.is_none() {
            self.timer.round = self.timer.round.saturating_add(1);
        }
        interval.finished_millis = Some(interval.spent_millis);
        self.record(&interval, Outcome::Finished, ended_at);
        let (next, next_seconds) = if interval.kind.is_break() {
            (IntervalKind::Focus, self.lengths.focus_seconds)
        } else {
            self.timer.earned_break(self.lengths)
        };
        self.effects.push(Effect::Announce(IntervalEnded {
            key: interval.key,
            kind: interval.kind,
            work: interval.work.clone(),
            ended_at,
            next,
            next_seconds,
        }));
        self.timer.state = State::Ended(Ended { interval, ended_at });
    }

    /// Ends an interval before its deadline. Says what it was for.
    fn close(&mut self, interval: Interval, outcome: Outcome, ended_at: DateTime<Utc>) -> Work {
        let outcome = if interval.finished_millis.is_some() { Outcome::Finished } else { outcome };
        self.record(&interval, outcome, ended_at);
        interval.work
    }

    fn record(&mut self, interval: &Interval, outcome: Outcome, ended_at: DateTime<Utc>) {
        self.timer.last_active = Some(ended_at);
        self.effects.push(Effect::Record(SessionRecord {
            key: interval.key,
            kind: interval.kind,
            work: interval.work.clone(),
            started_at: interval.started_at,
            ended_at,
            planned_seconds: interval.planned_seconds,
            spent_seconds: seconds(interval.spent_millis),
            paused_seconds: seconds(interval.paused_millis),
            away_seconds: seconds(interval.away_millis),
            outcome,
        }));
    }

    fn rest(&mut self, work: Work) {
        self.timer.state = State::Idle(Idle { work: Some(work) });
    }

    fn lapse_cycle(&mut self) {
        if self.timer.last_active.is_some_and(|active| self.now - active >= CYCLE_LAPSES_AFTER) {
            self.timer.round = 0;
        }
    }
}

fn spend(interval: &mut Interval, from: DateTime<Utc>, to: DateTime<Utc>) {
    interval.spent_millis = interval.spent_millis.saturating_add(millis_between(from, to));
}

fn wait(interval: &mut Interval, from: DateTime<Utc>, to: DateTime<Utc>) {
    interval.paused_millis = interval.paused_millis.saturating_add(millis_between(from, to));
}
