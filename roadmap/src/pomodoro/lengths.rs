//! How long intervals are.

use serde::{Deserialize, Serialize};
use thiserror::Error;

/// How long focus and breaks are, and how often the break is a long one.
///
/// The default is the Pomodoro Technique's own: 25 and 5 minutes, 15 after the fourth.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct Lengths {
    /// A focus interval, in seconds.
    pub focus_seconds: u32,
    /// A break between two focus intervals, in seconds.
    pub short_break_seconds: u32,
    /// The break that ends a cycle, in seconds.
    pub long_break_seconds: u32,
    /// How many finished focus intervals make a cycle; 1 makes every break a long one.
    pub long_break_after: u8,
}

impl Default for Lengths {
    fn default() -> Self {
        Self {
            focus_seconds: 25 * 60,
            short_break_seconds: 5 * 60,
            long_break_seconds: 15 * 60,
            long_break_after: 4,
        }
    }
}

impl Lengths {
    /// The shortest interval, in seconds.
    pub const SHORTEST: u32 = 1;
    /// The longest interval, in seconds: a day.
    pub const LONGEST: u32 = 24 * 60 * 60;

    /// Whether an interval can have these lengths.
    ///
    /// # Errors
    /// Names the first length that is not within [`SHORTEST`](Self::SHORTEST) and
    /// [`LONGEST`](Self::LONGEST), or a cycle of no interval.
    pub fn check(&self) -> Result<(), BadLengths> {
        for (which, seconds) in [
            ("a focus interval", self.focus_seconds),
            ("a short break", self.short_break_seconds),
            ("a long break", self.long_break_seconds),
        ] {
            Self::check_one(which, seconds)?;
        }
        if self.long_break_after == 0 { Err(BadLengths::Cycle) } else { Ok(()) }
    }

    pub(super) const fn check_one(which: &'static str, seconds: u32) -> Result<(), BadLengths> {
        if seconds < Self::SHORTEST || seconds > Self::LONGEST {
            return Err(BadLengths::Length { which, seconds });
        }
        Ok(())
    }
}

/// Why an interval can't have some lengths.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
pub enum BadLengths {
    /// Too short or too long.
    #[error("{which} can't last {seconds} seconds: choose a length from one second to 24 hours")]
    Length {
        /// Which of the lengths.
        which: &'static str,
        /// What it was set to.
        seconds: u32,
    },
    /// No focus interval before the long break.
    #[error("a long break can't come after 0 focus intervals: choose 1 or more")]
    Cycle,
    /// A share of flowtime that is no break, or more than the focus itself.
    #[error("the break of flowtime can't be {percent} % of its focus: choose 1 to 100 %")]
    Share {
        /// What it was set to.
        percent: u8,
    },
}
