//! Why a use case could not do what it was asked.

use crate::view::{BadChord, BadVolume, Code, Problem};
use ::roadmap::document::{ImportError, WriteError};
use ::roadmap::edit::EditError;
use ::roadmap::plan::PlanError;
use ::roadmap::pomodoro::{BadIdleMinutes, BadLengths, BadSession, Refused};
use ::roadmap::reminders::{BadQuietHours, BadRule};
use ::roadmap::schedule::BadBoundary;
use roadmap_store::StoreError;

/// Why a use case could not do what it was asked; nothing was changed.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// The input can be mended.
    #[error("{0}")]
    Invalid(String),
    /// A file could not be read, or not as a roadmap.
    #[error("{0}")]
    File(String),
    /// What was asked for is gone, or not possible now.
    #[error("{0}")]
    Stale(String),
    /// The store failed.
    #[error(transparent)]
    Store(#[from] StoreError),
}

impl From<PlanError> for Error {
    fn from(error: PlanError) -> Self {
        Self::Invalid(sentence(&error.to_string()))
    }
}

impl From<EditError> for Error {
    fn from(error: EditError) -> Self {
        let words = sentence(&error.to_string());
        match error {
            EditError::NoWords | EditError::TooLong { .. } | EditError::WrongLength { .. } => {
                Self::Invalid(words)
            }
            EditError::Gone
            | EditError::NoActivity { .. }
            | EditError::NoStage { .. }
            | EditError::OpenEnded { .. }
            | EditError::NothingToAdd { .. } => Self::Stale(words),
        }
    }
}

impl From<WriteError> for Error {
    fn from(error: WriteError) -> Self {
        let words = sentence(&error.to_string());
        match error {
            WriteError::NoTitle { .. } | WriteError::WrongLength { .. } | WriteError::WrongHours { .. } => {
                Self::Invalid(words)
            }
            _ => Self::File(words),
        }
    }
}

impl From<BadLengths> for Error {
    fn from(error: BadLengths) -> Self {
        Self::Invalid(sentence(&error.to_string()))
    }
}

impl From<BadIdleMinutes> for Error {
    fn from(error: BadIdleMinutes) -> Self {
        Self::Invalid(sentence(&error.to_string()))
    }
}

impl From<BadBoundary> for Error {
    fn from(error: BadBoundary) -> Self {
        Self::Invalid(sentence(&error.to_string()))
    }
}

impl From<BadChord> for Error {
    fn from(error: BadChord) -> Self {
        Self::Invalid(sentence(&error.to_string()))
    }
}

impl From<BadVolume> for Error {
    fn from(error: BadVolume) -> Self {
        Self::Invalid(sentence(&error.to_string()))
    }
}

impl From<BadRule> for Error {
    fn from(error: BadRule) -> Self {
        Self::Invalid(sentence(&error.to_string()))
    }
}

impl From<BadQuietHours> for Error {
    fn from(error: BadQuietHours) -> Self {
        Self::Invalid(sentence(&error.to_string()))
    }
}

impl From<Refused> for Error {
    fn from(error: Refused) -> Self {
        let words = sentence(&error.to_string());
        match error {
            Refused::TooLong { .. } | Refused::Lengths(_) => Self::Invalid(words),
            _ => Self::Stale(words),
        }
    }
}

impl From<BadSession> for Error {
    fn from(error: BadSession) -> Self {
        Self::Invalid(sentence(&error.to_string()))
    }
}

impl From<ImportError> for Error {
    fn from(error: ImportError) -> Self {
        Self::File(ended(&error.to_string()))
    }
}

impl From<Error> for Problem {
    fn from(error: Error) -> Self {
        let code = match &error {
            Error::Invalid(_) => Code::Invalid,
            Error::File(_) => Code::File,
            Error::Stale(_) | Error::Store(StoreError::Gone { .. }) => Code::Stale,
            Error::Store(_) => Code::Store,
        };
        let words = error.to_string();
        // The others are sentences already, and may begin with a file's name.
        Self {
            code,
            message: if matches!(error, Error::Store(_)) { sentence(&words) } else { ended(&words) },
        }
    }
}

/// The words of an error as a sentence of their own.
fn sentence(words: &str) -> String {
    let mut letters = words.chars();
    let capital: String = letters.next().into_iter().flat_map(char::to_uppercase).collect();
    ended(&(capital + letters.as_str()))
}

/// The same with a full stop, unless it ends a sentence as it is.
fn ended(words: &str) -> String {
    if words.ends_with(['.', '!', '?']) { words.to_owned() } else { format!("{words}.") }
}
