//! The inbox: everything that was announced, and what the buttons do.

use super::{App, Error};
use crate::ports::Notice;
use crate::view::{InboxAction, InboxAnswer, InboxEntry, InboxKind};
use ::roadmap::pomodoro::{Event, IntervalEnded, IntervalKind, Meanwhile, Mode, SessionKey, State, Work};
use ::roadmap::progress::Standing;
use ::roadmap::reminders::{
    EndedWeek, LATE_AFTER, Occurrence, OccurrenceKey, RuleId, SNOOZE_MINUTES, Snooze, Upcoming,
};
use ::roadmap::{Category, ItemId};
use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use roadmap_store::StoreError;
use roadmap_store::table::occurrence::{self, Entry, NewEntry, OccurrenceId};
use roadmap_store::table::setting;
use serde::{Deserialize, Serialize};

/// What an entry's buttons act on.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(tag = "about", rename_all = "kebab-case")]
pub(super) enum About {
    /// A block that begins.
    Block {
        /// The block.
        block: Upcoming,
    },
    /// An interval that has ended.
    Interval {
        /// Its name.
        key: SessionKey,
        /// What it was.
        kind: IntervalKind,
        /// What it was for.
        work: Work,
    },
    /// A week that ended behind or ahead.
    Week {
        /// Its first day.
        week: NaiveDate,
    },
    /// Something said once.
    Word,
}

/// What was done with an entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "answer", rename_all = "kebab-case")]
pub(super) enum Answer {
    Started,
    Snoozed { until: DateTime<Utc> },
    Skipped,
    Extended,
    Missed,
    Settled,
}

pub(super) type InboxRow = Entry<About, Answer>;

const INTERVAL_RULE: &str = "interval-end";
const HIDDEN_SAID: &str = "hidden-said";
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
        Ok(rows.into_iter().map(|row| self.inbox_entry(row)).collect())
    }

    fn inbox_entry(&self, row: InboxRow) -> InboxEntry {
        let Entry { id, entry, seen } = row;
        let actions = if entry.answer.is_some() { Vec::new() } else { self.actions(&entry.about) };
        InboxEntry {
            id: id.0,
            kind: match entry.about {
                About::Block { .. } => InboxKind::BlockStart,
                About::Interval { .. } => InboxKind::IntervalEnd,
                About::Week { .. } => InboxKind::WeekEnd,
                About::Word => InboxKind::Word,
            },
            at: entry.due,
            title: entry.title,
            body: entry.body,
            category: entry.category,
            answer: entry.answer.map(|answer| match answer {
                Answer::Started => InboxAnswer::Started,
                Answer::Snoozed { .. } => InboxAnswer::Snoozed,
                Answer::Skipped => InboxAnswer::Skipped,
                Answer::Extended => InboxAnswer::Extended,
                Answer::Missed => InboxAnswer::Missed,
                Answer::Settled => InboxAnswer::Settled,
            }),
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
            (About::Block { .. }, InboxAction::Snooze) => {
                Answer::Snoozed { until: now + TimeDelta::minutes(SNOOZE_MINUTES.into()) }
            }
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

    /// Announces that an interval has ended.
    pub(super) fn announce_interval(
        &mut self,
        ended: &IntervalEnded,
        now: DateTime<Utc>,
    ) -> Result<(), Error> {
        let IntervalEnded { key, kind, work, ended_at, .. } = ended;
        let (title, body) = self.words_of_end(ended)?;
        // What goes on by itself waits for no answer.
        let answer = (ended.meanwhile == Meanwhile::Begun).then_some(Answer::Settled);
        let about = About::Interval { key: *key, kind: *kind, work: work.clone() };
        let at = self.ports.clock.local(*ended_at);
        let rule = RuleId(INTERVAL_RULE.into());
        let key = OccurrenceKey { rule, subject: key.0.to_string(), at, snooze: 0 };
        let category = Some(work.category);
        let roadmap = self.course()?.map(|course| course.row.id);
        let due = *ended_at;
        let entry = NewEntry { key, roadmap, due, title, body, category, about, answer };
        // A break that ended while nobody was there is no news.
        self.announce(entry, now - *ended_at <= LATE_AFTER, now)
    }

    /// Announces what a rule brings; what came too late only goes to the inbox.
    pub(super) fn announce_occurrence(
        &mut self,
        occurrence: Occurrence,
        now: DateTime<Utc>,
    ) -> Result<(), Error> {
        let Occurrence { key, due, about, answer } = occurrence;
        let answer = answer.map(|answer| match answer {
            ::roadmap::reminders::Answer::Started => Answer::Started,
            ::roadmap::reminders::Answer::Snoozed { until } => Answer::Snoozed { until },
            ::roadmap::reminders::Answer::Skipped | ::roadmap::reminders::Answer::Dismissed => {
                Answer::Skipped
            }
            ::roadmap::reminders::Answer::Missed => Answer::Missed,
        });
        let (title, body, category, about) = match about {
            ::roadmap::reminders::About::Block(block) => self.words_of_block(block),
            ::roadmap::reminders::About::Week(week) => words_of_week(&week),
        };
        let show = answer.is_none();
        let roadmap = self.course()?.map(|course| course.row.id);
        let entry = NewEntry { key, roadmap, due, title, body, category, about, answer };
        self.announce(entry, show, now)
    }

    fn words_of_block(&self, block: Upcoming) -> (String, String, Option<Category>, About) {
        let face = self.clock_format();
        let start = block.start.format(face);
        let until = self.ports.clock.local(block.end_utc);
        let until = until.format(face);
        let title = block.work.as_ref().map_or_else(|| block.title.clone(), |work| work.title.clone());
        let body = format!("{}, {start} to {until}", block.title);
        (title, body, Some(block.category), About::Block { block })
    }

    /// Says once that the app goes on in the tray after its window was closed.
    ///
    /// # Errors
    /// [`Error::Store`].
    pub fn tell_hidden(&mut self) -> Result<(), Error> {
        if setting::get::<bool>(self.store.read(), HIDDEN_SAID)?.unwrap_or_default() {
            return Ok(());
        }
        let now = self.ports.clock.now();
        self.keep(now, |to| setting::set(to, HIDDEN_SAID, &true))?;
        let rule = RuleId(HIDDEN_SAID.into());
        let key = OccurrenceKey { rule, subject: String::new(), at: self.ports.clock.local(now), snooze: 0 };
        let entry = NewEntry {
            key,
            roadmap: None,
            due: now,
            title: "Waymark stays in the tray".into(),
            body: "The timer and the reminders go on. Quit from the tray's menu.".into(),
            category: None,
            about: About::Word,
            answer: None,
        };
        self.announce(entry, true, now)
    }

    /// Puts an entry into the inbox, unless it is there already, and then shows it if it is to be shown.
    fn announce(
        &mut self,
        entry: NewEntry<About, Answer>,
        show: bool,
        now: DateTime<Utc>,
    ) -> Result<(), Error> {
        let show = show && self.settings.notify;
        let added = self.keep(now, |to| {
            let added = occurrence::add(to, &entry)?;
            if let Some(id) = added
                && show
            {
                occurrence::note_notified(to, id, now)?;
            }
            Ok(added)
        })?;
        if let Some(OccurrenceId(id)) = added
            && show
        {
            let actions = self.actions(&entry.about);
            self.ports.notifier.show(Notice { entry: id, title: entry.title, body: entry.body, actions });
        }
        Ok(())
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

fn words_of_week(week: &EndedWeek) -> (String, String, Option<Category>, About) {
    let EndedWeek { end, number, .. } = week;
    let standing = if end.standing == Standing::Ahead { "ahead" } else { "behind" };
    let title = format!("Week {number} ended {} {standing}", hours(end.minutes));
    let body = "Nothing has to move. There are ways out to look at.".to_owned();
    (title, body, None, About::Week { week: end.week })
}

/// "6 h", "6 h 30 min", "45 min".
fn hours(minutes: u32) -> String {
    match (minutes / 60, minutes % 60) {
        (0, minutes) => format!("{minutes} min"),
        (hours, 0) => format!("{hours} h"),
        (hours, minutes) => format!("{hours} h {minutes} min"),
    }
}

/// The snooze that a row was put off by, if it was.
pub(super) fn snooze_of(row: &InboxRow) -> Option<Snooze> {
    let (About::Block { block }, Some(Answer::Snoozed { until })) = (&row.entry.about, row.entry.answer)
    else {
        return None;
    };
    let key = OccurrenceKey { snooze: row.entry.key.snooze.saturating_add(1), ..row.entry.key.clone() };
    Some(Snooze { key, until, about: ::roadmap::reminders::About::Block(block.clone()) })
}
