//! What follows from an event: the machine itself.
//!
//! Here is what all events share: how intervals begin and end. What the person asks for is in `asked` and
//! `told`, what the app notices in `noticed`.

mod asked;
mod noticed;
mod told;

use super::time::{later, millis_between, seconds};
use super::{
    CYCLE_LAPSES_AFTER, Effect, Ended, Event, Idle, Interval, IntervalBegun, IntervalKind, Mode, Outcome,
    Paused, Refused, Rules, Running, SessionKey, SessionRecord, State, Timer, Work,
};
use chrono::{DateTime, TimeDelta, Utc};

/// The timer after an event, and what the app is to do about it.
///
/// `rules` are those of intervals that begin or end now; one that is under way keeps its length.
///
/// # Errors
/// [`Refused`] where the event makes no sense in the timer's state. What the passing of time alone
/// brings is then not returned either; the next [`Event::Seen`] brings it, as nothing was saved.
pub fn step(
    timer: &Timer,
    event: Event,
    rules: &Rules,
    now: DateTime<Utc>,
) -> Result<(Timer, Vec<Effect>), Refused> {
    // Whole milliseconds, so that the accounts of an interval add up.
    let now = DateTime::from_timestamp_millis(now.timestamp_millis()).unwrap_or(now);
    let mut turn = Turn { timer: timer.clone(), effects: Vec::new(), rules, now };
    if let Event::ClockSet { by_millis } = event {
        turn.move_with_clock(TimeDelta::try_milliseconds(by_millis).unwrap_or_default());
    }
    turn.notice_clock_set_back();
    if let Event::Idle { since } = event {
        turn.notice_idle(since);
    }
    turn.notice_time();
    match event {
        Event::Seen | Event::ClockSet { .. } | Event::Idle { .. } => {}
        Event::Start { work, mode } => turn.start(work, mode)?,
        Event::Pause => turn.pause()?,
        Event::Resume => turn.resume()?,
        Event::Skip => turn.skip()?,
        Event::Finish => turn.finish()?,
        Event::Stop { reason } => turn.stop(reason)?,
        Event::Extend { seconds } => turn.extend(seconds)?,
        Event::StartBreak => turn.start_break()?,
        Event::ResetRound => turn.timer.round = 0,
        Event::ChangeWork { work } => turn.change_work(work)?,
        Event::ChooseMode { mode } => turn.choose_mode(mode)?,
        Event::Note { of, text } => turn.note(of, &text)?,
        Event::Interrupted => turn.interrupted()?,
        Event::ResolveAbsence(absence) => turn.resolve(absence)?,
    }
    Ok((turn.timer, turn.effects))
}

/// One step under way.
struct Turn<'a> {
    timer: Timer,
    effects: Vec<Effect>,
    rules: &'a Rules,
    now: DateTime<Utc>,
}

impl Turn<'_> {
    fn begin_focus(&mut self, work: Work, mode: Mode, at: DateTime<Utc>) -> Result<(), Refused> {
        mode.check()?;
        self.lapse_cycle();
        if mode == Mode::Pomodoro && self.timer.round >= u32::from(self.rules.lengths.long_break_after) {
            self.timer.round = 0;
        }
        self.timer.mode = mode;
        self.begin(IntervalKind::Focus, work, mode, self.rules.focus_seconds(mode), at)
    }

    /// Begins the break that a focus has earned.
    fn begin_break(&mut self, focus: Interval, at: DateTime<Utc>) -> Result<(), Refused> {
        let earned = self.timer.break_after(focus.mode, focus.counted_millis(), self.rules);
        let (kind, planned_seconds) = earned.ok_or(Refused::NoBreakEarned)?;
        let Interval { key, work, next_work, mode, .. } = focus;
        self.begin(kind, work, mode, Some(planned_seconds), at)?;
        if let Some(rest) = self.timer.interval_mut() {
            rest.rests_from = Some(key);
        }
        if let Some(next) = next_work {
            self.timer.follow_with(next);
        }
        Ok(())
    }

    /// Begins an interval of that length, or one that counts up.
    fn begin(
        &mut self,
        kind: IntervalKind,
        work: Work,
        mode: Mode,
        planned_seconds: Option<u32>,
        at: DateTime<Utc>,
    ) -> Result<(), Refused> {
        self.rules.check()?;
        let interval = self.new_interval(kind, work, mode, planned_seconds.unwrap_or(0), at);
        let deadline = planned_seconds.map(|_| later(at, interval.length_millis()));
        self.timer.state = State::Running(Running { interval, since: at, deadline });
        self.effects.push(Effect::Begun(IntervalBegun { kind, at }));
        Ok(())
    }

    fn new_interval(
        &mut self,
        kind: IntervalKind,
        work: Work,
        mode: Mode,
        planned_seconds: u32,
        started_at: DateTime<Utc>,
    ) -> Interval {
        Interval {
            key: self.new_key(started_at),
            kind,
            mode,
            work,
            next_work: None,
            rests_from: None,
            started_at,
            planned_seconds,
            extended_seconds: 0,
            before_millis: 0,
            spent_millis: 0,
            paused_millis: 0,
            away_millis: 0,
            finished_millis: None,
            note: None,
            interruptions: 0,
        }
    }

    fn new_key(&mut self, started_at: DateTime<Utc>) -> SessionKey {
        let unused = self.timer.last_key.0.saturating_add(1);
        let key = SessionKey(started_at.timestamp_millis().max(unused));
        self.timer.last_key = key;
        key
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

    /// Puts a settled interval back where it was, with its accounts up to now.
    fn put_back(&mut self, interval: Interval) {
        let since = self.now;
        match self.timer.state {
            State::Running(Running { deadline, .. }) => {
                self.timer.state = State::Running(Running { interval, since, deadline });
            }
            State::Paused(Paused { remaining_millis, .. }) => {
                self.timer.state = State::Paused(Paused { interval, since, remaining_millis });
            }
            State::Idle(_) | State::Ended(_) | State::Away(_) => {}
        }
    }

    /// Ends an interval as finished: its cycle counts it once, and it waits for what comes next.
    fn end(&mut self, mut interval: Interval, ended_at: DateTime<Utc>) {
        if interval.is_of_cycle() && interval.finished_millis.is_none() {
            self.timer.round = self.timer.round.saturating_add(1);
        }
        interval.finished_millis = Some(interval.counted_millis());
        self.record(&interval, Outcome::Finished, None, ended_at);
        self.timer.state = State::Ended(Ended { interval, ended_at });
    }

    /// Ends an overtime, as it does for whatever comes after it.
    fn end_overtime(&mut self) {
        if self.timer.is_in_overtime()
            && let Ok(interval) = self.settled()
        {
            self.end(interval, self.now);
        }
    }

    /// Ends an interval before its deadline. Answers it.
    fn close(&mut self, interval: Interval, outcome: Outcome, ended_at: DateTime<Utc>) -> Interval {
        self.close_because(interval, outcome, None, ended_at)
    }

    fn close_because(
        &mut self,
        interval: Interval,
        outcome: Outcome,
        reason: Option<String>,
        ended_at: DateTime<Utc>,
    ) -> Interval {
        let outcome = if interval.finished_millis.is_some() { Outcome::Finished } else { outcome };
        self.record(&interval, outcome, reason, ended_at);
        interval
    }

    fn record(
        &mut self,
        interval: &Interval,
        outcome: Outcome,
        reason: Option<String>,
        ended_at: DateTime<Utc>,
    ) {
        self.timer.last_active = Some(ended_at);
        // The parts of an interval add up to the whole second.
        let before = seconds(interval.before_millis);
        let spent_seconds = seconds(interval.counted_millis()).saturating_sub(before);
        let left = interval.planned_seconds.saturating_sub(before);
        let planned_seconds = if outcome == Outcome::Split { left.min(spent_seconds) } else { left };
        self.effects.push(Effect::Record(SessionRecord {
            key: interval.key,
            kind: interval.kind,
            work: interval.work.clone(),
            started_at: interval.started_at,
            ended_at,
            planned_seconds,
            spent_seconds,
            paused_seconds: seconds(interval.paused_millis),
            away_seconds: seconds(interval.away_millis),
            outcome,
            mode: interval.mode.with_length(planned_seconds),
            note: interval.note.clone(),
            interruptions: interval.interruptions,
            reason,
        }));
    }

    fn rest(&mut self, after: Interval) {
        self.timer.state = State::Idle(Idle { work: Some(after.work) });
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
