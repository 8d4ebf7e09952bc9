//! The timer as it is kept, and what can be read off it.

use super::time::{earlier, millis_between};
use super::{Interval, IntervalKind, Mode, Rules, Running, SessionKey, State, Work};
use chrono::{DateTime, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

/// The timer: plain data, to be saved whole.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Timer {
    /// What it is doing.
    pub state: State,
    /// How the next focus is measured: as the last one was, or as the person chose since.
    #[serde(default)]
    pub mode: Mode,
    /// How many focus intervals have finished in this cycle, from 0 to the
    /// [length of a cycle](super::Lengths::long_break_after).
    pub round: u32,
    /// When the app was last there.
    pub last_seen: DateTime<Utc>,
    /// When an interval last came to its end, for the cycle; none before the first.
    pub last_active: Option<DateTime<Utc>>,
    /// The key of the latest session.
    pub last_key: SessionKey,
}

impl Timer {
    /// An idle timer that has never run.
    pub fn new(now: DateTime<Utc>) -> Self {
        Self {
            state: State::default(),
            mode: Mode::default(),
            round: 0,
            last_seen: now,
            last_active: None,
            last_key: SessionKey::default(),
        }
    }

    /// The interval that is under way, has just ended, or waits for an answer.
    pub fn interval(&self) -> Option<&Interval> {
        match &self.state {
            State::Idle(_) => None,
            State::Running(state) => Some(&state.interval),
            State::Paused(state) => Some(&state.interval),
            State::Ended(state) => Some(&state.interval),
            State::Away(state) => Some(&state.interval),
        }
    }

    pub(super) const fn interval_mut(&mut self) -> Option<&mut Interval> {
        match &mut self.state {
            State::Idle(_) => None,
            State::Running(state) => Some(&mut state.interval),
            State::Paused(state) => Some(&mut state.interval),
            State::Ended(state) => Some(&mut state.interval),
            State::Away(state) => Some(&mut state.interval),
        }
    }

    /// True while an interval runs, and the app is to be [seen](super::Event::Seen).
    pub const fn is_running(&self) -> bool {
        matches!(self.state, State::Running(_))
    }

    /// True while a focus counts on past its deadline, or is held there.
    pub fn is_in_overtime(&self) -> bool {
        let counts_up = match &self.state {
            State::Running(running) => running.deadline.is_none(),
            State::Paused(paused) => paused.remaining_millis.is_none(),
            State::Away(away) => away.deadline.is_none(),
            State::Idle(_) | State::Ended(_) => false,
        };
        counts_up && self.interval().is_some_and(|interval| interval.finished_millis.is_some())
    }

    /// When the next thing happens by itself: the deadline of what is running. By then at the latest,
    /// send [`Event::Seen`](super::Event::Seen).
    pub const fn next_deadline(&self) -> Option<DateTime<Utc>> {
        match &self.state {
            State::Running(running) => running.deadline,
            _ => None,
        }
    }

    /// What is left of the interval, from its whole length down to zero; none while idle, and where it
    /// counts up. During an unanswered absence it is what was left when the app was last there.
    pub fn remaining(&self, now: DateTime<Utc>) -> Option<TimeDelta> {
        let millis = match &self.state {
            State::Idle(_) => return None,
            _ if self.is_in_overtime() => 0,
            // A clock that was set back must not give time back.
            State::Running(running) => millis_between(now.max(self.last_seen), running.deadline?),
            State::Paused(paused) => paused.remaining_millis?,
            State::Ended(_) => 0,
            State::Away(away) => millis_between(away.last_seen, away.deadline?),
        };
        Some(delta(millis))
    }

    /// How long the interval has run, for whatever work; none while idle.
    pub fn elapsed(&self, now: DateTime<Utc>) -> Option<TimeDelta> {
        Some(delta(self.interval()?.counted_millis().saturating_add(self.running_millis(now))))
    }

    /// How far over its end the interval is; none unless it is in overtime.
    pub fn overtime(&self, now: DateTime<Utc>) -> Option<TimeDelta> {
        let over = self.interval()?.over_millis().filter(|_| self.is_in_overtime())?;
        Some(delta(over.saturating_add(self.running_millis(now))))
    }

    /// The instant from which what counts up is counted while it runs, as if it had never been held: of
    /// flowtime its beginning, in overtime its end.
    pub fn counts_from(&self) -> Option<DateTime<Utc>> {
        let State::Running(Running { interval, since, deadline: None }) = &self.state else { return None };
        Some(earlier(*since, interval.over_millis().unwrap_or_else(|| interval.counted_millis())))
    }

    /// How much of the interval is over, from 0 to 1; 0 while idle, and of flowtime.
    pub fn progress(&self, now: DateTime<Utc>) -> f32 {
        let (Some(remaining), Some(interval)) = (self.remaining(now), self.interval()) else { return 0.0 };
        let length = interval.length_millis().max(1) as f64;
        (1.0 - remaining.num_milliseconds() as f64 / length).clamp(0.0, 1.0) as f32
    }

    /// Which break the focus of now has earned if it ends now, or those that finished so far, and its length
    /// in seconds; none for a countdown.
    pub fn earned_break(&self, rules: &Rules, now: DateTime<Utc>) -> Option<(IntervalKind, u32)> {
        let focus = self.interval().filter(|interval| !interval.kind.is_break());
        let counted =
            focus.map_or(0, |focus| focus.counted_millis().saturating_add(self.running_millis(now)));
        self.break_after(self.interval().map_or(self.mode, |interval| interval.mode), counted, rules)
    }

    /// Which break a focus of that mode and length earns in this round.
    pub(super) fn break_after(
        &self,
        mode: Mode,
        focused_millis: u64,
        rules: &Rules,
    ) -> Option<(IntervalKind, u32)> {
        let Rules { lengths, .. } = rules;
        match mode {
            Mode::Countdown { .. } => None,
            Mode::Flowtime => Some((IntervalKind::ShortBreak, rules.flow_break_seconds(focused_millis))),
            Mode::Pomodoro if self.round > 0 && self.round >= u32::from(lengths.long_break_after) => {
                Some((IntervalKind::LongBreak, lengths.long_break_seconds))
            }
            Mode::Pomodoro => Some((IntervalKind::ShortBreak, lengths.short_break_seconds)),
        }
    }

    /// Says what the focus after the break, or after what has ended, is for. No time passes by that. A focus
    /// that is under way is left as it is.
    pub fn follow_with(&mut self, work: Work) {
        let ended = matches!(self.state, State::Ended(_));
        if let Some(interval) = self.interval_mut().filter(|interval| ended || interval.kind.is_break()) {
            interval.next_work = (work != interval.work).then_some(work);
        }
    }

    /// The same where blocks that its work is in have other names: those that `renamed` has for them.
    #[must_use]
    pub fn with_blocks(mut self, renamed: impl Fn(&str) -> Option<String>) -> Self {
        let rename = |work: &mut Work| {
            if let Some(name) = work.block.as_deref().and_then(&renamed) {
                work.block = Some(name);
            }
        };
        if let State::Idle(idle) = &mut self.state {
            idle.work.iter_mut().for_each(rename);
        } else if let Some(interval) = self.interval_mut() {
            rename(&mut interval.work);
            interval.next_work.iter_mut().for_each(rename);
        }
        self
    }

    /// What has run since the accounts were last brought up to date, in milliseconds.
    fn running_millis(&self, now: DateTime<Utc>) -> u64 {
        match &self.state {
            State::Running(running) => millis_between(running.since, now.max(self.last_seen)),
            _ => 0,
        }
    }
}

fn delta(millis: u64) -> TimeDelta {
    i64::try_from(millis).ok().and_then(TimeDelta::try_milliseconds).unwrap_or(TimeDelta::MAX)
}
