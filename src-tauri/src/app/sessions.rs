//! What was worked, as it is kept, listed and corrected. A session that the timer still holds is the timer's.

use super::{App, Error};
use crate::view::{SessionLine, SessionPage};
use ::roadmap::pomodoro::{SessionDraft, SessionKey, SessionRecord, State};
use chrono::{DateTime, Days, NaiveDate, Utc};
use roadmap_store::table;
use roadmap_store::table::session::Entry;

/// How many sessions a page of the list has.
const PAGE: u32 = 100;

impl App {
    /// A page of the sessions that began on some local days, of whatever roadmap, the latest first. Pages count from 0.
    ///
    /// # Errors
    /// [`Error::Store`].
    pub fn sessions_of_days(
        &mut self,
        from: NaiveDate,
        to: NaiveDate,
        page: u32,
    ) -> Result<SessionPage, Error> {
        let skipped = page.saturating_mul(PAGE);
        let mut found = table::session::of_days(self.store.read(), from, to, skipped, PAGE + 1)?;
        let more = found.len() > PAGE as usize;
        found.truncate(PAGE as usize);
        let sessions = found.into_iter().map(|entry| self.session_line(entry)).collect();
        Ok(SessionPage { sessions, more })
    }

    /// Adds a session by hand.
    ///
    /// # Errors
    /// [`Error::Invalid`] for times that can't be or are taken, [`Error::Store`].
    pub fn add_session(&mut self, draft: SessionDraft) -> Result<(), Error> {
        let now = self.ports.clock.now();
        let key = table::session::key_below(self.store.read())?;
        let session = draft.added(key, now)?;
        self.check_free(session.started_at, session.ended_at, None)?;
        let roadmap = self.course()?.map(|course| course.row.id);
        let entry = self.session_entry(session);
        self.change(format!("add the session “{}”", entry.session.work.title), |to| {
            table::session::keep(to, roadmap, &entry)
        })
    }

    /// Changes what a session was for, when it was, and what is noted of it.
    ///
    /// # Errors
    /// [`Error::Invalid`] for times that can't be or are taken, [`Error::Stale`] for a session that the timer holds or
    /// that is gone, [`Error::Store`].
    pub fn change_session(&mut self, id: i64, draft: &SessionDraft) -> Result<(), Error> {
        let now = self.ports.clock.now();
        let was = self.closed_session(id)?;
        let session = was.session.corrected(draft, now)?;
        let title = was.session.work.title.clone();
        let stays = (session.started_at, session.ended_at) == (was.session.started_at, was.session.ended_at);
        if !stays {
            self.check_free(session.started_at, session.ended_at, Some(session.key))?;
        }
        let same_work = session.work == was.session.work;
        let entry = self.session_entry(session);
        // The days of what stays where it is are those of then, whatever zone the person is in now.
        let (day, days) = if stays { (was.day, was.days) } else { (entry.day, entry.days) };
        let outside = if same_work { was.outside } else { entry.outside };
        let entry = Entry { day, days, outside, ..entry };
        self.change(format!("change the session “{title}”"), |to| table::session::change(to, &entry))
    }

    /// Makes two sessions of one, parted at an instant.
    ///
    /// # Errors
    /// [`Error::Invalid`] for an instant outside of it, [`Error::Stale`] for a session that the timer holds or that is
    /// gone, [`Error::Store`].
    pub fn split_session(&mut self, id: i64, at: DateTime<Utc>) -> Result<(), Error> {
        let was = self.closed_session(id)?;
        let roadmap = table::session::roadmap_of(self.store.read(), was.session.key)?;
        let key = table::session::key_below(self.store.read())?;
        let (before, after) = was.session.parted(at, key)?;
        let part = |session| Entry { outside: was.outside, ..self.session_entry(session) };
        let (before, after) = (part(before), part(after));
        self.change(format!("split the session “{}”", before.session.work.title), |to| {
            table::session::change(to, &before)?;
            table::session::keep(to, roadmap, &after)
        })
    }

    /// Removes a session: what was worked in it counts no more.
    ///
    /// # Errors
    /// [`Error::Stale`] for a session that the timer holds or that is gone, [`Error::Store`].
    pub fn remove_session(&mut self, id: i64) -> Result<(), Error> {
        let SessionRecord { key, work, .. } = self.closed_session(id)?.session;
        self.change(format!("remove the session “{}”", work.title), |to| table::session::remove(to, key))
    }

    /// A session with the local days that it counts for.
    pub(super) fn session_entry(&self, session: SessionRecord) -> Entry {
        let day = self.local_day(session.started_at);
        let days = self.days_between(session.started_at, session.ended_at);
        let outside = session.work.activity.is_none() && session.work.block.is_none();
        Entry { session, day, days, outside }
    }

    /// Refuses what would overlap another session, or what is under way.
    pub(super) fn check_free(
        &self,
        from: DateTime<Utc>,
        to: DateTime<Utc>,
        own: Option<SessionKey>,
    ) -> Result<(), Error> {
        let face = self.clock_format();
        let time = |at| self.ports.clock.local(at).format(face).to_string();
        let under_way = match &self.timer.state {
            State::Running(_) | State::Paused(_) | State::Away(_) => self.timer.interval(),
            State::Idle(_) | State::Ended(_) => None,
        };
        if let Some(interval) = under_way.filter(|interval| to > interval.started_at) {
            let (title, since) = (&interval.work.title, time(interval.started_at));
            return Err(Error::Invalid(format!(
                "It overlaps “{title}”, which has been under way since {since}: choose an end before that."
            )));
        }
        let Some(Entry { session, .. }) = table::session::between(self.store.read(), from, to, own)? else {
            return Ok(());
        };
        let date = self.ports.clock.local(session.started_at).format("%-d %B").to_string();
        let (start, end) = (time(session.started_at), time(session.ended_at));
        let title = session.work.title;
        Err(Error::Invalid(format!(
            "It overlaps “{title}” on {date} from {start} to {end}: choose other times, or change that one first."
        )))
    }

    /// A session that nothing but the person changes any more.
    fn closed_session(&self, id: i64) -> Result<Entry, Error> {
        let entry = table::session::one(self.store.read(), SessionKey(id))?;
        if self.holds(entry.session.key) {
            let title = &entry.session.work.title;
            return Err(Error::Stale(format!(
                "The timer still holds “{title}”: start what comes next or stop it, and then change the session."
            )));
        }
        Ok(entry)
    }

    fn holds(&self, key: SessionKey) -> bool {
        self.timer.interval().is_some_and(|interval| interval.key == key)
    }

    fn session_line(&self, entry: Entry) -> SessionLine {
        let Entry { session, day, outside, .. } = entry;
        SessionLine {
            id: session.key.0,
            kind: session.kind,
            mode: session.mode,
            outside,
            day,
            started_at: session.started_at,
            ended_at: session.ended_at,
            spent_seconds: session.spent_seconds,
            paused_seconds: session.paused_seconds,
            away_seconds: session.away_seconds,
            outcome: session.outcome,
            pomodoro: session.is_pomodoro(),
            interruptions: session.interruptions,
            held: self.holds(session.key),
            work: session.work,
            note: session.note,
            reason: session.reason,
        }
    }

    /// The local days that a stretch of time reaches into, each with its seconds on the clock; none where it is but one.
    fn days_between(&self, from: DateTime<Utc>, to: DateTime<Utc>) -> Vec<(NaiveDate, u32)> {
        let (mut day, mut since) = (self.local_day(from), from);
        let mut days = Vec::new();
        while since < to {
            let next = day.checked_add_days(Days::new(1)).unwrap_or(day);
            let end = self.ports.clock.resolve(next, self.settings.day_boundary.0).min(to);
            // A day that a zone leaves out has no time.
            if since < end {
                days.push((day, u32::try_from((end - since).num_seconds()).unwrap_or(u32::MAX)));
                since = end;
            }
            if next == day {
                break;
            }
            day = next;
        }
        if days.len() > 1 { days } else { Vec::new() }
    }
}
