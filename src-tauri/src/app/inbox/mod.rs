//! The inbox: everything that was announced, and what the buttons do.

mod announce;
mod subject;
mod waiting;

pub(super) use subject::{About, Answer, InboxRow, snooze_of};

use super::{App, Error};
use crate::view::{InboxAction, InboxAnswer, InboxEntry};
use ::roadmap::ItemId;
use ::roadmap::pomodoro::{Event, Mode, SessionKey, State, Work};
use ::roadmap::reminders::{HeldBy, SnoozeLength, Upcoming};
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use roadmap_store::StoreError;
use roadmap_store::table::occurrence::{self, Entry, OccurrenceId};
use std::collections::BTreeMap;

/// What names the ends of intervals, as a rule's name does.
const INTERVAL_RULE: &str = "interval-end";
/// How far back the inbox reaches, and how many entries it shows.
const REACH: TimeDelta = TimeDelta::days(30);
const MOST: u32 = 200;

impl App {
    /// The inbox of the last 30 days, newest first.
    ///
    /// # Errors
    /// [`Error::Store`].
    pub fn inbox(&mut self) -> Result<Vec<InboxEntry>, Error> {
        let now = self.ports.clock.now();
        let rows: Vec<InboxRow> = occurrence::since(self.store.read(), now - REACH, MOST)?;
        let held = self.held_back(now)?;
        Ok(rows.into_iter().map(|row| self.inbox_entry(row, &held)).collect())
    }

    fn inbox_entry(&self, row: InboxRow, held: &BTreeMap<OccurrenceId, HeldBy>) -> InboxEntry {
        let Entry { id, entry, seen } = row;
        let again = match entry.answer {
            Some(Answer::Snoozed { until }) => Some(until),
            _ => None,
        };
        let actions = if entry.answer.is_some() { Vec::new() } else { self.actions(&entry.about) };
        InboxEntry {
            id: id.0,
            kind: entry.about.kind(),
            place: entry.about.place(),
            at: entry.due,
            title: entry.title,
            body: entry.body,
            category: entry.category,
            answer: entry.answer.map(InboxAnswer::from),
            again,
            held: held.get(&id).copied(),
            actions,
            seen,
        }
    }

    /// What can be done about an open entry now.
    fn actions(&self, about: &About) -> Vec<InboxAction> {
        match about {
            About::Block { .. } => vec![InboxAction::Start, InboxAction::Snooze, InboxAction::Skip],
            About::Interval { key, kind, .. } if self.waits_after(*key) => {
                let earns_break = !kind.is_break() && !matches!(self.timer.mode, Mode::Countdown { .. });
                let next = if earns_break { InboxAction::StartBreak } else { InboxAction::Start };
                let skip = earns_break.then_some(InboxAction::Skip);
                [next, InboxAction::Extend].into_iter().chain(skip).collect()
            }
            About::Week { week } if self.ended_last(*week) => vec![InboxAction::SeeWays],
            About::Reminder { .. } => vec![InboxAction::Done, InboxAction::Snooze, InboxAction::Skip],
            About::Interval { .. } | About::Week { .. } | About::Word => Vec::new(),
        }
    }

    /// True of the week before this one.
    fn ended_last(&self, week: NaiveDate) -> bool {
        (7..14).contains(&self.today.signed_duration_since(week).num_days())
    }

    /// True while the timer waits for what comes after that interval, or counts on until then.
    fn waits_after(&self, key: SessionKey) -> bool {
        let waits = match &self.timer.state {
            State::Ended(_) => true,
            State::Running(_) | State::Paused(_) => self.timer.is_in_overtime(),
            State::Idle(_) | State::Away(_) => false,
        };
        waits && self.timer.interval().is_some_and(|interval| interval.key == key)
    }

    /// Marks everything as looked at.
    ///
    /// # Errors
    /// [`Error::Store`].
    pub fn see_inbox(&mut self) -> Result<(), Error> {
        let now = self.ports.clock.now();
        self.keep(now, occurrence::see_all)
    }

    /// Carries out a button of an entry or of its notification. A button of something that is over does
    /// nothing.
    ///
    /// # Errors
    /// [`Error::Stale`] where the entry is gone or can't be answered so, [`Error::Store`].
    pub fn answer_inbox(&mut self, id: i64, action: InboxAction) -> Result<(), Error> {
        let now = self.ports.clock.now();
        let row: InboxRow = match occurrence::one(self.store.read(), OccurrenceId(id)) {
            // It went with its roadmap; its notification may still be shown.
            Err(StoreError::Gone { .. }) => return Ok(()),
            found => found?,
        };
        if row.entry.answer.is_some() || !self.actions(&row.entry.about).contains(&action) {
            return Ok(());
        }
        if action == InboxAction::SeeWays {
            // It shows a place, from which the person may come back without having taken a way.
            self.ports.notifier.withdraw(id);
            return Ok(());
        }
        let answer = match (&row.entry.about, action) {
            (About::Block { block }, InboxAction::Start) => {
                if self.timer_is_for(block) {
                    if matches!(self.timer.state, State::Paused(_)) {
                        self.resume_timer()?;
                    }
                } else {
                    let work = self.work_of(block, now)?;
                    self.make_way()?;
                    self.start_timer(work, None)?;
                }
                Answer::Started
            }
            (_, InboxAction::Snooze) => return self.snooze_inbox(id, SnoozeLength::TenMinutes),
            (_, InboxAction::Done) => Answer::Done,
            (About::Interval { .. }, InboxAction::StartBreak) => {
                self.tell_timer(Event::StartBreak)?;
                Answer::Started
            }
            (About::Interval { work, .. }, InboxAction::Start) => {
                let work = self.timer.interval().map_or(work, |interval| interval.follow_up()).clone();
                let work = self.going_on(&work)?;
                self.start_timer(Some(work), None)?;
                Answer::Started
            }
            (About::Interval { .. }, InboxAction::Extend) => {
                self.extend_interval(5)?;
                Answer::Extended
            }
            (About::Interval { .. }, InboxAction::Skip) => {
                self.skip_interval()?;
                Answer::Skipped
            }
            _ => Answer::Skipped,
        };
        self.keep(now, |to| occurrence::answer(to, row.id, &answer, now))?;
        self.ports.notifier.withdraw(id);
        Ok(())
    }

    /// Puts an entry off: it comes again as one of its own. One that is over is left as it is.
    ///
    /// # Errors
    /// [`Error::Store`].
    pub fn snooze_inbox(&mut self, id: i64, length: SnoozeLength) -> Result<(), Error> {
        let now = self.ports.clock.now();
        let row: InboxRow = match occurrence::one(self.store.read(), OccurrenceId(id)) {
            Err(StoreError::Gone { .. }) => return Ok(()),
            found => found?,
        };
        if row.entry.answer.is_some() || !self.actions(&row.entry.about).contains(&InboxAction::Snooze) {
            return Ok(());
        }
        let until = self.reminding(now)?.ask(|it| length.until(it.blocks, &it.local, now));
        self.keep(now, |to| occurrence::answer(to, row.id, &Answer::Snoozed { until }, now))?;
        self.ports.notifier.withdraw(id);
        Ok(())
    }

    /// True while a focus on that block is under way.
    fn timer_is_for(&self, block: &Upcoming) -> bool {
        self.is_focusing()
            && self.timer.interval().is_some_and(|it| it.work.block.as_deref() == Some(&block.subject))
    }

    fn is_focusing(&self) -> bool {
        matches!(self.timer.state, State::Running(_) | State::Paused(_))
            && self.timer.interval().is_some_and(|interval| !interval.kind.is_break())
    }

    /// Ends a focus that is under way on something else: who starts a block wants to be in it. What was done
    /// until now is kept as its session.
    fn make_way(&mut self) -> Result<(), Error> {
        if self.is_focusing() { self.stop_timer(None) } else { Ok(()) }
    }

    /// What a block is for by now. Of one that is over, or no longer in the plan, the work is started
    /// without it.
    fn work_of(&mut self, block: &Upcoming, now: DateTime<Utc>) -> Result<Option<Work>, Error> {
        let today = self.local_day(now);
        let upcoming = self.upcoming(today)?;
        let current =
            upcoming.into_iter().find(|other| other.subject == block.subject && now < other.end_utc);
        if let Some(current) = current {
            return Ok(current.work);
        }
        let course = self.active()?;
        let known = |item: &ItemId| course.roadmap.find(*item).is_some();
        Ok(block.work.clone().map(|work| {
            let activity = work.activity.filter(known);
            let step = work.step.filter(known);
            // Without an activity it is the block's, however late.
            let block = work.block.clone().filter(|_| activity.is_none());
            Work { activity, step, block, ..work }
        }))
    }

    /// Closes the entries of intervals that the timer no longer waits after, however it went on.
    pub(super) fn settle_interval_entries(&mut self, now: DateTime<Utc>) -> Result<(), Error> {
        let open: Vec<InboxRow> = occurrence::open(self.store.read(), INTERVAL_RULE)?;
        for row in open {
            let About::Interval { key, .. } = row.entry.about else { continue };
            if !self.waits_after(key) {
                self.keep(now, |to| occurrence::answer(to, row.id, &Answer::Settled, now))?;
                self.ports.notifier.withdraw(row.id.0);
            }
        }
        Ok(())
    }
}
