//! What the person set of the timer.

use super::{BadLengths, Lengths, Mode};
use serde::{Deserialize, Serialize};

/// What the person set of the timer: it holds for what begins and what ends from now on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
#[serde(default)]
pub struct Rules {
    /// How long intervals are.
    #[serde(flatten)]
    pub lengths: Lengths,
    /// The break that flowtime earns, in percent of its focus: 1 to 100.
    pub flow_break_percent: u8,
    /// Whether a focus begins by itself when a break reaches its end.
    pub starts_focus: bool,
    /// Whether a break begins by itself when a focus reaches its end.
    pub starts_breaks: bool,
    /// Whether a focus goes on counting past its end until the person finishes it.
    pub overtime: bool,
}

impl Default for Rules {
    fn default() -> Self {
        Self {
            lengths: Lengths::default(),
            flow_break_percent: 20,
            starts_focus: false,
            starts_breaks: false,
            overtime: false,
        }
    }
}

/// The shortest break that flowtime earns, in seconds, unless a long break is shorter.
const SHORTEST_FLOW_BREAK: u32 = 60;

impl Rules {
    /// Whether the timer can go by these.
    ///
    /// # Errors
    /// As [`Lengths::check`], and [`BadLengths::Share`].
    pub fn check(&self) -> Result<(), BadLengths> {
        self.lengths.check()?;
        let percent = self.flow_break_percent;
        if (1..=100).contains(&percent) { Ok(()) } else { Err(BadLengths::Share { percent }) }
    }

    /// How long a focus is, in seconds; none where it counts up.
    pub const fn focus_seconds(&self, mode: Mode) -> Option<u32> {
        match mode {
            Mode::Pomodoro => Some(self.lengths.focus_seconds),
            Mode::Flowtime => None,
            Mode::Countdown { seconds } => Some(seconds),
        }
    }

    /// The break after so much flowtime, in seconds: the share of it, at least a minute and at most a long
    /// break.
    pub(super) fn flow_break_seconds(&self, focused_millis: u64) -> u32 {
        let longest = self.lengths.long_break_seconds;
        let share = (focused_millis / 1000).saturating_mul(self.flow_break_percent.into()) / 100;
        u32::try_from(share).unwrap_or(u32::MAX).clamp(SHORTEST_FLOW_BREAK.min(longest), longest)
    }
}
