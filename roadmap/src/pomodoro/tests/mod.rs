//! Claims about the timer.

mod absence;
mod begun;
mod by_itself;
mod change_work;
mod every_pair;
mod history;
mod modes;
mod overtime;
mod properties;
mod rounds;
mod sessions;
mod told;
mod watch;

use super::*;
use crate::{Category, ItemId};
use chrono::{DateTime, TimeDelta, Utc};

/// A timer under test: its events come at seconds after the start, and what it asks to record is kept
/// as a store would, by key.
struct Bench {
    timer: Timer,
    rules: Rules,
    effects: Vec<Effect>,
}

fn start() -> DateTime<Utc> {
    DateTime::from_timestamp(1_764_576_000, 0).unwrap()
}

fn at(second: i64) -> DateTime<Utc> {
    start() + TimeDelta::seconds(second)
}

fn work(title: &str) -> Work {
    Work {
        activity: Some(ItemId(7)),
        step: None,
        block: Some("monday-2".to_owned()),
        category: Category::HandsOn,
        title: title.to_owned(),
    }
}

fn begin(title: &str) -> Event {
    begin_as(Mode::Pomodoro, title)
}

fn begin_as(mode: Mode, title: &str) -> Event {
    Event::Start { work: work(title), mode }
}

fn change_to(title: &str) -> Event {
    Event::ChangeWork { work: work(title) }
}

fn stop() -> Event {
    Event::Stop { reason: None }
}

impl Bench {
    fn new() -> Self {
        Self { timer: Timer::new(start()), rules: Rules::default(), effects: Vec::new() }
    }

    fn running_focus() -> Self {
        let mut bench = Self::new();
        bench.send(0, begin("Feature store"));
        bench
    }

    fn ended_focus() -> Self {
        let mut bench = Self::running_focus();
        bench.seen_until(1, 1500);
        bench
    }

    fn try_send(&mut self, second: i64, event: Event) -> Result<(), Refused> {
        let (timer, effects) = step(&self.timer, event, &self.rules, at(second))?;
        self.timer = timer;
        self.effects.extend(effects);
        Ok(())
    }

    fn send(&mut self, second: i64, event: Event) {
        self.try_send(second, event).unwrap();
    }

    /// The heartbeat, every 30 seconds and at the end.
    fn seen_until(&mut self, from: i64, to: i64) {
        for second in (from..to).step_by(30).chain([to]) {
            self.send(second, Event::Seen);
        }
    }

    /// A whole focus interval from that second on, seen all along.
    fn focus_from(&mut self, second: i64) {
        self.send(second, begin("Feature store"));
        self.seen_until(second, second + i64::from(self.rules.lengths.focus_seconds));
    }

    /// What a store holds: the last record of each key, in the order of the keys.
    fn sessions(&self) -> Vec<SessionRecord> {
        let by_key: std::collections::BTreeMap<_, _> = self
            .effects
            .iter()
            .filter_map(|effect| match effect {
                Effect::Record(session) => Some((session.key, session.clone())),
                Effect::Announce(_) | Effect::Begun(_) | Effect::Note { .. } => None,
            })
            .collect();
        by_key.into_values().collect()
    }

    fn announced(&self) -> Vec<IntervalEnded> {
        let ends = self.effects.iter().filter_map(|effect| match effect {
            Effect::Announce(end) => Some(end.clone()),
            Effect::Record(_) | Effect::Begun(_) | Effect::Note { .. } => None,
        });
        ends.collect()
    }

    /// What has begun, and at which second.
    fn begun(&self) -> Vec<(IntervalKind, i64)> {
        let begun = self.effects.iter().filter_map(|effect| match effect {
            Effect::Begun(begun) => Some((begun.kind, (begun.at - start()).num_seconds())),
            Effect::Record(_) | Effect::Announce(_) | Effect::Note { .. } => None,
        });
        begun.collect()
    }

    /// The state in a word.
    fn state(&self) -> String {
        let over = self.timer.is_in_overtime();
        let kind = |interval: &Interval| match interval {
            interval if interval.kind.is_break() => "break",
            _ if over => "overtime",
            Interval { mode: Mode::Pomodoro, .. } => "focus",
            Interval { mode, .. } => mode.name(),
        };
        match &self.timer.state {
            State::Idle(_) => "idle".to_owned(),
            State::Running(it) => format!("running {}", kind(&it.interval)),
            State::Paused(it) => format!("paused {}", kind(&it.interval)),
            State::Ended(it) => format!("ended {}", kind(&it.interval)),
            State::Away(_) => "away".to_owned(),
        }
    }
}
