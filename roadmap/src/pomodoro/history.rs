//! Sessions as the person corrects them: other times or work, parted, or added by hand.
//!
//! What lies beside them, and may not be overlapped, is known to whoever keeps them.

use super::time::{millis_between, seconds};
use super::{IntervalKind, LONGEST_NOTE, Lengths, Mode, Outcome, SessionKey, SessionRecord, Work, words};
use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};
use thiserror::Error;

/// What the person says of a session.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct SessionDraft {
    /// What it was for.
    pub work: Work,
    /// When it began.
    pub started_at: DateTime<Utc>,
    /// When it ended.
    pub ended_at: DateTime<Utc>,
    /// What is noted of it.
    pub note: Option<String>,
}

/// Why a session can't be as the person says.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum BadSession {
    /// It ends before it begins, or at once.
    #[error("a session ends a second or more after it begins: choose a later end or an earlier beginning")]
    BackToFront,
    /// It would be longer than any interval.
    #[error("a session can't last more than 24 hours: choose other times, or add several")]
    TooLong,
    /// It reaches beyond now.
    #[error("a session can't end in the future: choose a time that has passed")]
    Future,
    /// It is to be parted where it is not.
    #[error("a session is parted between its beginning and its end, a second or more from both")]
    Outside,
    /// It is for nothing.
    #[error("a session has a title: say what it was for")]
    NoTitle,
    /// Its note is too long.
    #[error("a note can't have {letters} letters: {LONGEST_NOTE} are the most")]
    LongNote {
        /// How many it has.
        letters: usize,
    },
}

impl SessionDraft {
    /// The session that is added by hand: all of it focus.
    ///
    /// # Errors
    /// [`BadSession`] names what can't be.
    pub fn added(self, key: SessionKey, now: DateTime<Utc>) -> Result<SessionRecord, BadSession> {
        check_times(self.started_at, self.ended_at, now)?;
        let (work, note) = self.words()?;
        let length = seconds(millis_between(self.started_at, self.ended_at));
        Ok(SessionRecord {
            key,
            kind: IntervalKind::Focus,
            work,
            started_at: self.started_at,
            ended_at: self.ended_at,
            planned_seconds: length,
            spent_seconds: length,
            paused_seconds: 0,
            away_seconds: 0,
            outcome: Outcome::Added,
            mode: Mode::Pomodoro,
            note,
            interruptions: 0,
            reason: None,
        })
    }

    fn words(&self) -> Result<(Work, Option<String>), BadSession> {
        let title = self.work.title.trim();
        if title.is_empty() {
            return Err(BadSession::NoTitle);
        }
        let note = self.note.as_deref().unwrap_or_default();
        let note = words("a note", note, LONGEST_NOTE)
            .map_err(|_| BadSession::LongNote { letters: note.trim().chars().count() })?;
        Ok((Work { title: title.to_owned(), ..self.work.clone() }, note))
    }
}

impl SessionRecord {
    /// The session as the person says that it was. Pauses and absences keep their length as far as they still fit;
    /// the rest was spent.
    ///
    /// # Errors
    /// [`BadSession`] names what can't be. Times that stay as they were are right.
    pub fn corrected(&self, draft: &SessionDraft, now: DateTime<Utc>) -> Result<Self, BadSession> {
        let (work, note) = draft.words()?;
        let session = Self { work, note, ..self.clone() };
        let SessionDraft { started_at, ended_at, .. } = *draft;
        if (started_at, ended_at) == (self.started_at, self.ended_at) {
            return Ok(session);
        }
        check_times(started_at, ended_at, now)?;
        let length = seconds(millis_between(started_at, ended_at));
        let away_seconds = self.away_seconds.min(length);
        let paused_seconds = self.paused_seconds.min(length - away_seconds);
        let spent_seconds = length - away_seconds - paused_seconds;
        Ok(Self { started_at, ended_at, spent_seconds, paused_seconds, away_seconds, ..session })
    }

    /// The session in two, parted at an instant. What was spent, paused and away is divided by the time on each side,
    /// and adds up. The second part ends as the whole did; the first keeps its name, note and interruptions.
    ///
    /// # Errors
    /// [`BadSession::Outside`].
    pub fn parted(&self, at: DateTime<Utc>, key: SessionKey) -> Result<(Self, Self), BadSession> {
        let first = millis_between(self.started_at, at);
        let whole = millis_between(self.started_at, self.ended_at);
        if first < SHORTEST || whole < first.saturating_add(SHORTEST) {
            return Err(BadSession::Outside);
        }
        let share = |seconds: u32| {
            let share = (u128::from(seconds) * u128::from(first) + u128::from(whole) / 2) / u128::from(whole);
            u32::try_from(share).unwrap_or(seconds)
        };
        let spent_seconds = share(self.spent_seconds);
        let planned_seconds = self.planned_seconds.min(spent_seconds);
        let (paused_seconds, away_seconds) = (share(self.paused_seconds), share(self.away_seconds));
        let before = Self {
            ended_at: at,
            planned_seconds,
            spent_seconds,
            paused_seconds,
            away_seconds,
            outcome: Outcome::Split,
            mode: self.mode.with_length(planned_seconds),
            reason: None,
            ..self.clone()
        };
        let planned_seconds = self.planned_seconds - planned_seconds;
        let after = Self {
            key,
            started_at: at,
            planned_seconds,
            spent_seconds: self.spent_seconds - spent_seconds,
            paused_seconds: self.paused_seconds - paused_seconds,
            away_seconds: self.away_seconds - away_seconds,
            mode: self.mode.with_length(planned_seconds),
            note: None,
            interruptions: 0,
            ..self.clone()
        };
        Ok((before, after))
    }
}

/// The shortest session, in milliseconds.
const SHORTEST: u64 = 1000;

fn check_times(from: DateTime<Utc>, to: DateTime<Utc>, now: DateTime<Utc>) -> Result<(), BadSession> {
    let length = millis_between(from, to);
    if length < SHORTEST {
        Err(BadSession::BackToFront)
    } else if length > u64::from(Lengths::LONGEST) * 1000 {
        Err(BadSession::TooLong)
    } else if to > now {
        Err(BadSession::Future)
    } else {
        Ok(())
    }
}
