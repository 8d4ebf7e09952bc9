//! What ends a focus interval, and what it earns.

use super::{BadLengths, Lengths};
use serde::{Deserialize, Serialize};

/// How a focus interval is measured. A break carries the mode of the focus before it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Mode {
    /// As long as the [lengths](Lengths) say; a break follows, a long one at a cycle's end.
    #[default]
    Pomodoro,
    /// Counts up until the person finishes it, and earns a break in proportion.
    Flowtime,
    /// As long as was said at its start. It earns no break and does not count towards the cycle.
    Countdown {
        /// Its length, in seconds.
        seconds: u32,
    },
}

impl Mode {
    /// The name as it is stored: `flowtime`.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Pomodoro => "pomodoro",
            Self::Flowtime => "flowtime",
            Self::Countdown { .. } => "countdown",
        }
    }

    /// The mode of that [name](Self::name), if there is one; a countdown has that length.
    pub fn named(name: &str, seconds: u32) -> Option<Self> {
        [Self::Pomodoro, Self::Flowtime, Self::Countdown { seconds }]
            .into_iter()
            .find(|mode| mode.name() == name)
    }

    /// The same for a part of that length, in seconds.
    pub(super) const fn with_length(self, seconds: u32) -> Self {
        match self {
            Self::Countdown { .. } => Self::Countdown { seconds },
            Self::Pomodoro | Self::Flowtime => self,
        }
    }

    /// Whether a focus can be measured so.
    ///
    /// # Errors
    /// [`BadLengths::Length`] for a countdown that is too short or too long.
    pub const fn check(self) -> Result<(), BadLengths> {
        match self {
            Self::Countdown { seconds } => Lengths::check_one("a countdown", seconds),
            Self::Pomodoro | Self::Flowtime => Ok(()),
        }
    }
}
