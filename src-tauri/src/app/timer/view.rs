//! The timer as screens and tray show it.

use super::super::{App, Error};
use crate::view::{TimerState, TimerView};
use ::roadmap::pomodoro::{Because, IntervalKind, State};
use chrono::TimeDelta;
use roadmap_store::{StoreError, table};

impl App {
    /// The timer as screens and tray show it.
    ///
    /// # Errors
    /// [`Error::Store`] where the work to propose cannot be read.
    pub fn timer_view(&mut self) -> Result<TimerView, Error> {
        let now = self.ports.clock.now();
        let rules = self.settings.timer;
        let timer = &self.timer;
        let interval = timer.interval();
        let planned = match interval {
            Some(interval) => u32::try_from(interval.length_millis() / 1000).unwrap_or(u32::MAX),
            None => rules.focus_seconds(timer.mode).unwrap_or(0),
        };
        let remaining = match interval {
            Some(_) => timer.remaining(now).map_or(0, begun_seconds),
            None => planned,
        };
        let earned = timer.earned_break(&rules, now);
        let (next_break, next_break_seconds) = earned.unwrap_or((IntervalKind::ShortBreak, 0));
        let state = match &timer.state {
            State::Idle(_) => TimerState::Idle,
            State::Running(_) => TimerState::Running,
            State::Paused(_) => TimerState::Paused,
            State::Ended(_) => TimerState::Ended,
            State::Away(_) => TimerState::Away,
        };
        let (session, note) = self.noted()?;
        let view = TimerView {
            state,
            next_mode: timer.mode,
            session,
            mode: interval.map_or(timer.mode, |interval| interval.mode),
            interval: interval.map_or(IntervalKind::Focus, |interval| interval.kind),
            work: interval.map(|interval| interval.work.clone()),
            next: None,
            deadline: timer.next_deadline(),
            counts_from: timer.counts_from(),
            remaining_seconds: remaining,
            planned_seconds: planned,
            elapsed_seconds: timer.elapsed(now).map_or(0, whole_seconds),
            over_seconds: timer.overtime(now).map(whole_seconds),
            note,
            interruptions: interval.map_or(0, |interval| interval.interruptions),
            round: u8::try_from(timer.round).unwrap_or(u8::MAX),
            rounds: rules.lengths.long_break_after,
            earns_break: earned.is_some(),
            next_break,
            next_break_seconds,
            away_since: match &timer.state {
                State::Away(away) => Some(away.last_seen),
                _ => None,
            },
            away_idle: matches!(&timer.state, State::Away(away) if away.because != Because::Gone),
        };
        let under_way = matches!(view.state, TimerState::Running | TimerState::Paused | TimerState::Away);
        let focusing = under_way && !view.interval.is_break() && view.over_seconds.is_none();
        let next = if focusing { None } else { self.next_work()? };
        let work = view.work.or_else(|| next.clone());
        Ok(TimerView { work, next, ..view })
    }
}

impl App {
    /// The session that is noted now, and what is noted of it: of the interval, or in a break of the focus before it. None
    /// where that was removed.
    fn noted(&self) -> Result<(Option<i64>, Option<String>), Error> {
        let Some(interval) = self.timer.interval() else { return Ok((None, None)) };
        let Some(focus) = interval.rests_from else {
            return Ok((Some(interval.key.0), interval.note.clone()));
        };
        match table::session::one(self.store.read(), focus) {
            Ok(entry) => Ok((Some(focus.0), entry.session.note)),
            Err(StoreError::Gone { .. }) => Ok((None, None)),
            Err(trouble) => Err(trouble.into()),
        }
    }
}

/// A second that has begun counts as a whole one, as people count down.
fn begun_seconds(left: TimeDelta) -> u32 {
    u32::try_from((left.num_milliseconds() + 999) / 1000).unwrap_or_default()
}

/// What counts up has a second once that is over.
fn whole_seconds(counted: TimeDelta) -> u32 {
    u32::try_from(counted.num_seconds()).unwrap_or(u32::MAX)
}
