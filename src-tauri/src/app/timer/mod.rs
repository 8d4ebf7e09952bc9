//! The timer: a person's events and the heart's, carried out in one transaction each.

mod idle;
mod next;
mod view;
mod words;

use super::{App, Error, Topic};
use ::roadmap::pomodoro::{self, Absence, Effect, Event, Mode, SessionKey, State, Timer, Work};
use chrono::{DateTime, Utc};
use next::unassigned;
use roadmap_store::table;
use roadmap_store::table::session::Entry;

impl App {
    /// Starts a focus interval on this work, or on what comes next; measured in this mode, or in the last one.
    ///
    /// # Errors
    /// [`Error::Stale`] while an interval is running, [`Error::Invalid`] for a countdown of no length, [`Error::Store`].
    pub fn start_timer(&mut self, work: Option<Work>, mode: Option<Mode>) -> Result<(), Error> {
        let work = match work {
            Some(work) => work,
            None => self.next_work()?.unwrap_or_else(unassigned),
        };
        let mode = mode.unwrap_or(self.timer.mode);
        mode.check()?;
        self.tell_timer(Event::Start { work, mode })
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

    /// Does what comes next of itself, as the one main button: starts, pauses, goes on, begins the break that was earned,
    /// or finishes what is over.
    ///
    /// # Errors
    /// [`Error::Stale`] while an absence is asked about, [`Error::Store`].
    pub fn toggle_timer(&mut self) -> Result<(), Error> {
        // Its end may have passed since it was last told of the time.
        self.tell_timer(Event::Seen)?;
        match &self.timer.state {
            State::Running(_) | State::Paused(_) if self.timer.is_in_overtime() => self.finish_interval(),
            State::Running(_) | State::Away(_) => self.pause_timer(),
            State::Paused(_) => self.resume_timer(),
            State::Ended(ended) if !ended.interval.kind.is_break() && self.has_earned_a_break() => {
                self.start_break()
            }
            State::Ended(_) | State::Idle(_) => self.start_timer(None, None),
        }
    }

    /// Ends the interval early and goes on to what comes next.
    ///
    /// # Errors
    /// [`Error::Stale`] where there is none, [`Error::Store`].
    pub fn skip_interval(&mut self) -> Result<(), Error> {
        let resting = match &self.timer.state {
            State::Running(_) | State::Paused(_) => {
                let over = self.timer.is_in_overtime();
                self.timer.interval().filter(|it| over || it.kind.is_break())
            }
            State::Ended(ended) => Some(&ended.interval)
                .filter(|it| !it.kind.is_break() && !matches!(it.mode, Mode::Countdown { .. })),
            State::Idle(_) | State::Away(_) => None,
        };
        match resting.map(|interval| interval.follow_up().clone()) {
            // To skip a break is to start what comes after it, which may be another step by now.
            Some(work) => {
                let work = self.going_on(&work)?;
                self.tell_timer(Event::Start { work, mode: self.timer.mode })
            }
            None => self.tell_timer(Event::Skip),
        }
    }

    /// Ends the interval now as finished: early, in overtime, or where it counts up.
    ///
    /// # Errors
    /// [`Error::Stale`] where none is under way, [`Error::Store`].
    pub fn finish_interval(&mut self) -> Result<(), Error> {
        self.tell_timer(Event::Finish)
    }

    /// Abandons the interval, with a reason or without; nothing runs then.
    ///
    /// # Errors
    /// [`Error::Stale`] where there is none, [`Error::Invalid`] for a reason that is too long, [`Error::Store`].
    pub fn stop_timer(&mut self, reason: Option<String>) -> Result<(), Error> {
        self.tell_timer(Event::Stop { reason })
    }

    /// Lets the cycle that leads to a long break start anew.
    ///
    /// # Errors
    /// [`Error::Store`].
    pub fn reset_round(&mut self) -> Result<(), Error> {
        self.tell_timer(Event::ResetRound)
    }

    /// Goes on with other work: of a focus that is under way from now on, else with the next one.
    ///
    /// # Errors
    /// [`Error::Stale`] where there is no interval, [`Error::Store`].
    pub fn change_work(&mut self, work: Work) -> Result<(), Error> {
        self.tell_timer(Event::ChangeWork { work })
    }

    /// Chooses how the next focus is measured.
    ///
    /// # Errors
    /// [`Error::Invalid`] for a countdown of no length, [`Error::Store`].
    pub fn choose_mode(&mut self, mode: Mode) -> Result<(), Error> {
        self.tell_timer(Event::ChooseMode { mode })
    }

    /// Notes something of the interval, also of one that has just ended; or of the session that the person saw, where the
    /// timer has gone on since.
    ///
    /// # Errors
    /// [`Error::Stale`] where there is none, [`Error::Invalid`] for a note that is too long, [`Error::Store`].
    pub fn note_interval(&mut self, text: String, of: Option<SessionKey>) -> Result<(), Error> {
        self.tell_timer(Event::Note { of, text })
    }

    /// Counts an interruption of the interval, also of one that has just ended.
    ///
    /// # Errors
    /// [`Error::Stale`] where there is none, [`Error::Store`].
    pub fn count_interruption(&mut self) -> Result<(), Error> {
        self.tell_timer(Event::Interrupted)
    }

    /// Makes the interval longer, also one that has just ended.
    ///
    /// # Errors
    /// [`Error::Stale`] where there is none or it would grow too long, [`Error::Invalid`] where another session was added
    /// since it ended, [`Error::Store`].
    pub fn extend_interval(&mut self, minutes: u32) -> Result<(), Error> {
        // The time since it ended becomes a pause of it.
        if let State::Ended(ended) = &self.timer.state {
            let (from, key) = (ended.ended_at, ended.interval.key);
            self.check_free(from, self.ports.clock.now(), Some(key))?;
        }
        self.tell_timer(Event::Extend { seconds: minutes.saturating_mul(60) })
    }

    /// Says what the time of an absence was.
    ///
    /// # Errors
    /// [`Error::Stale`] where none is asked about, [`Error::Store`].
    pub fn resolve_absence(&mut self, absence: Absence) -> Result<(), Error> {
        self.tell_timer(Event::ResolveAbsence(absence))
    }

    fn has_earned_a_break(&self) -> bool {
        self.timer.earned_break(&self.settings.timer, self.ports.clock.now()).is_some()
    }

    /// Lets an event happen to the timer: the new state and the sessions it gave are kept together.
    pub(super) fn tell_timer(&mut self, event: Event) -> Result<(), Error> {
        let now = self.ports.clock.now();
        if event.is_of_person() {
            self.touched = now;
        }
        let before = self.timer_to_go_on(now)?;
        let (timer, effects) = pomodoro::step(&before, event, &self.settings.timer, now)?;
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
            for (key, note) in notes(&effects) {
                table::session::set_note(to, key, note)?;
            }
            table::timer::keep(to, &timer)
        })?;
        self.timer = timer;
        if heard_of {
            // Nothing to see: the timer only noted that it was alive.
            self.news.topics.remove(&Topic::Timer);
        }
        let sounds = self.sound(&effects, now);
        for effect in effects {
            if let Effect::Announce(ended) = effect {
                self.announce_interval(&ended, sounds, now)?;
            }
        }
        self.settle_interval_entries(now)
    }
}

fn sessions(app: &App, effects: &[Effect]) -> Vec<Entry> {
    let records = effects.iter().filter_map(|effect| match effect {
        Effect::Record(session) => Some(session),
        Effect::Announce(_) | Effect::Begun(_) | Effect::Note { .. } => None,
    });
    records.map(|session| app.session_entry(session.clone())).collect()
}

fn notes(effects: &[Effect]) -> impl Iterator<Item = (SessionKey, Option<&str>)> {
    effects.iter().filter_map(|effect| match effect {
        Effect::Note { key, note } => Some((*key, note.as_deref())),
        Effect::Record(_) | Effect::Announce(_) | Effect::Begun(_) => None,
    })
}

/// True where two timers differ only in when they were last seen.
fn seen_only(before: &Timer, after: &Timer) -> bool {
    let seen =
        |timer: &Timer| Timer { last_seen: DateTime::<Utc>::UNIX_EPOCH, last_active: None, ..timer.clone() };
    seen(before) == seen(after)
}
