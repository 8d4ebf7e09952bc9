//! The timer: a person's events and the heart's, carried out in one transaction each.

use super::{App, Error, Topic};
use crate::view::{TimerState, TimerView};
use ::roadmap::item::Item;
use ::roadmap::pomodoro::{
    self, Absence, CYCLE_LAPSES_AFTER, Effect, Event, IntervalKind, SessionRecord, State, Timer, Work,
};
use ::roadmap::steps::next_step;
use ::roadmap::{Category, ItemId};
use chrono::{DateTime, Utc};
use roadmap_store::table;
use roadmap_store::table::session::Entry;

impl App {
    /// The timer as screens and tray show it.
    ///
    /// # Errors
    /// [`Error::Store`] where the work to propose cannot be read.
    pub fn timer_view(&mut self) -> Result<TimerView, Error> {
        let now = self.ports.clock.now();
        let lengths = self.settings.lengths;
        let timer = &self.timer;
        let interval = timer.interval();
        let planned = interval.map_or(lengths.focus_seconds, |interval| {
            u32::try_from(interval.length_millis() / 1000).unwrap_or(u32::MAX)
        });
        let remaining = timer.remaining(now).map_or(planned, |left| {
            u32::try_from((left.num_milliseconds() + 999) / 1000).unwrap_or_default()
        });
        let (next_break, next_break_seconds) = timer.earned_break(&lengths);
        let state = match &timer.state {
            State::Idle(_) => TimerState::Idle,
            State::Running(_) => TimerState::Running,
            State::Paused(_) => TimerState::Paused,
            State::Ended(_) => TimerState::Ended,
            State::Away(_) => TimerState::Away,
        };
        let view = TimerView {
            state,
            interval: interval.map_or(IntervalKind::Focus, |interval| interval.kind),
            work: interval.map(|interval| interval.work.clone()),
            next: None,
            deadline: timer.next_deadline(),
            remaining_seconds: remaining,
            planned_seconds: planned,
            round: u8::try_from(timer.round).unwrap_or(u8::MAX),
            rounds: lengths.long_break_after,
            next_break,
            next_break_seconds,
            away_since: match &timer.state {
                State::Away(away) => Some(away.last_seen),
                _ => None,
            },
        };
        let focusing = matches!(view.state, TimerState::Running | TimerState::Paused | TimerState::Away)
            && !view.interval.is_break();
        let next = if focusing { None } else { self.next_work()? };
        let work = view.work.or_else(|| next.clone());
        Ok(TimerView { work, next, ..view })
    }

    /// Starts a focus interval on this work, or on what comes next.
    ///
    /// # Errors
    /// [`Error::Stale`] while an interval is running, [`Error::Store`].
    pub fn start_timer(&mut self, work: Option<Work>) -> Result<(), Error> {
        let work = match work {
            Some(work) => work,
            None => self.next_work()?.unwrap_or_else(unassigned),
        };
        self.tell_timer(Event::Start { work })
    }

    /// Starts the break that a finished focus interval has earned.
    ///
    /// # Errors
    /// [`Error::Stale`] where none has ended, [`Error::Store`].
    pub fn start_break(&mut self) -> Result<(), Error> {
        self.tell_timer(Event::StartBreak)
    }

    /// Holds the running interval.
    ///
    /// # Errors
    /// [`Error::Stale`] where none runs, [`Error::Store`].
    pub fn pause_timer(&mut self) -> Result<(), Error> {
        self.tell_timer(Event::Pause)
    }

    /// Goes on with a held interval.
    ///
    /// # Errors
    /// [`Error::Stale`] where none is held, [`Error::Store`].
    pub fn resume_timer(&mut self) -> Result<(), Error> {
        self.tell_timer(Event::Resume)
    }

    /// Ends the interval early and goes on to what comes next.
    ///
    /// # Errors
    /// [`Error::Stale`] where there is none, [`Error::Store`].
    pub fn skip_interval(&mut self) -> Result<(), Error> {
        let resting = match &self.timer.state {
            State::Running(_) | State::Paused(_) => self.timer.interval().filter(|it| it.kind.is_break()),
            State::Ended(ended) => Some(&ended.interval).filter(|it| !it.kind.is_break()),
            State::Idle(_) | State::Away(_) => None,
        };
        match resting.map(|interval| interval.work.clone()) {
            // To skip a break is to start what comes after it, which may be another step by now.
            Some(work) => {
                let work = self.going_on(&work)?;
                self.tell_timer(Event::Start { work })
            }
            None => self.tell_timer(Event::Skip),
        }
    }

    /// Ends the interval early; nothing runs then.
    ///
    /// # Errors
    /// [`Error::Stale`] where there is none, [`Error::Store`].
    pub fn stop_timer(&mut self) -> Result<(), Error> {
        self.tell_timer(Event::Stop)
    }

    /// Makes the interval longer, also one that has just ended.
    ///
    /// # Errors
    /// [`Error::Stale`] where there is none or it would grow too long, [`Error::Store`].
    pub fn extend_interval(&mut self, minutes: u32) -> Result<(), Error> {
        self.tell_timer(Event::Extend { seconds: minutes.saturating_mul(60) })
    }

    /// Says what the time of an absence was.
    ///
    /// # Errors
    /// [`Error::Stale`] where none is asked about, [`Error::Store`].
    pub fn resolve_absence(&mut self, absence: Absence) -> Result<(), Error> {
        self.tell_timer(Event::ResolveAbsence(absence))
    }

    /// Lets an event happen to the timer: the new state and the sessions it gave are kept together.
    pub(super) fn tell_timer(&mut self, event: Event) -> Result<(), Error> {
        let now = self.ports.clock.now();
        let (timer, effects) = pomodoro::step(&self.timer, event, &self.settings.lengths, now)?;
        if timer == self.timer && effects.is_empty() {
            return Ok(());
        }
        let heard_of = seen_only(&self.timer, &timer) && effects.is_empty();
        let roadmap = self.course()?.map(|course| course.row.id);
        let entries = sessions(self, &effects);
        self.keep(now, |to| {
            for entry in &entries {
                table::session::keep(to, roadmap, entry)?;
            }
            table::timer::keep(to, &timer)
        })?;
        self.timer = timer;
        if heard_of {
            // Nothing to see: the timer only noted that it was alive.
            self.news.topics.remove(&Topic::Timer);
        }
        for effect in effects {
            if let Effect::Announce(ended) = effect {
                self.announce_interval(&ended, now)?;
            }
        }
        self.settle_interval_entries(now)
    }

    /// What the next focus is for: the work of the interval before goes on; without one, or where that was
    /// long ago, what the day offers.
    pub(super) fn next_work(&mut self) -> Result<Option<Work>, Error> {
        let now = self.ports.clock.now();
        let lapsed = self.timer.last_active.is_some_and(|active| now - active >= CYCLE_LAPSES_AFTER);
        match self.timer.interval().filter(|_| !lapsed).map(|interval| interval.work.clone()) {
            Some(work) => self.going_on(&work).map(Some),
            None => self.proposed_work(),
        }
    }

    /// How some work goes on: with the same step, or with what comes next once that is done, its block is
    /// over, or its activity belongs to another roadmap.
    pub(super) fn going_on(&mut self, work: &Work) -> Result<Work, Error> {
        let is_over = match &work.block {
            Some(block) => self.is_over(block)?,
            None => false,
        };
        let Some(course) = self.course()? else { return Ok(work.clone()) };
        let find = |item: Option<ItemId>| item.and_then(|item| course.roadmap.find(item));
        let is_foreign = work.activity.is_some() && find(work.activity).is_none();
        if !is_over && !is_foreign {
            if !find(work.step).is_some_and(Item::is_done) {
                return Ok(work.clone());
            }
            if let Some(step) = find(work.activity).and_then(next_step) {
                return Ok(Work { step: Some(step.id), title: step.text.clone(), ..work.clone() });
            }
        }
        Ok(self.proposed_work()?.unwrap_or_else(|| work.clone()))
    }

    /// True for a block that has ended, or is not in the plan any more.
    fn is_over(&mut self, block: &str) -> Result<bool, Error> {
        let now = self.ports.clock.now();
        let today = self.local_day(now);
        Ok(!self.upcoming(today)?.iter().any(|other| other.subject == block && now < other.end_utc))
    }

    /// What Start would begin with: what the day offers.
    fn proposed_work(&mut self) -> Result<Option<Work>, Error> {
        Ok(self.offer()?.map(Work::from))
    }
}

fn sessions(app: &App, effects: &[Effect]) -> Vec<Entry> {
    let records = effects.iter().filter_map(|effect| match effect {
        Effect::Record(session) => Some(session),
        Effect::Announce(_) => None,
    });
    records.map(|session: &SessionRecord| entry(app, session.clone())).collect()
}

fn entry(app: &App, session: SessionRecord) -> Entry {
    let day = app.local_day(session.started_at);
    let outside = session.work.activity.is_none() && session.work.block.is_none();
    Entry { session, day, outside }
}

/// True where two timers differ only in when they were last seen.
fn seen_only(before: &Timer, after: &Timer) -> bool {
    let seen =
        |timer: &Timer| Timer { last_seen: DateTime::<Utc>::UNIX_EPOCH, last_active: None, ..timer.clone() };
    seen(before) == seen(after)
}

/// Work that belongs to nothing, until it is assigned.
fn unassigned() -> Work {
    Work { activity: None, step: None, block: None, category: Category::Study, title: "Focus".into() }
}
