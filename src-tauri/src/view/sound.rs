//! The app's own sounds, and what the person set of them.

use serde::{Deserialize, Serialize};

/// A sound that the app brings: `sounds/` has them, and `cargo xtask sounds` plays them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "kebab-case")]
pub enum Sound {
    /// Three bells upwards.
    Chime,
    /// One bell.
    Bell,
    /// Two bars of a marimba.
    Marimba,
    /// Two knocks on wood.
    Wood,
}

/// How loud sounds are, in percent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct Volume(pub u8);

impl Volume {
    /// The loudest.
    pub const MOST: u8 = 100;

    /// What samples are multiplied by, from 0 to 1. The square, as ears hear by ratios: half the volume is heard as half.
    pub fn gain(self) -> f32 {
        (f32::from(self.0) / f32::from(Self::MOST)).powi(2)
    }
}

/// A volume that there is none of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the volume can't be {} %: choose 0 to 100 %", .0.0)]
pub struct BadVolume(pub Volume);

/// What the person set of the sounds.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(default, deny_unknown_fields)]
pub struct Sounds {
    /// Whether there are any.
    pub on: bool,
    /// How loud they are.
    pub volume: Volume,
    /// What is heard when a focus begins.
    pub focus_begins: Option<Sound>,
    /// What is heard when a focus reaches its end.
    pub focus_ends: Option<Sound>,
    /// What is heard when a break reaches its end.
    pub break_ends: Option<Sound>,
    /// Whether a clock ticks while a focus runs.
    pub ticking: bool,
}

impl Default for Sounds {
    fn default() -> Self {
        Self {
            on: true,
            volume: Volume(60),
            focus_begins: None,
            focus_ends: Some(Sound::Bell),
            break_ends: Some(Sound::Marimba),
            ticking: false,
        }
    }
}

impl Sounds {
    /// Whether there can be such sounds.
    ///
    /// # Errors
    /// [`BadVolume`] for a volume above 100 %.
    pub fn check(&self) -> Result<(), BadVolume> {
        if self.volume.0 <= Volume::MOST { Ok(()) } else { Err(BadVolume(self.volume)) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn half_the_volume_is_a_quarter_of_the_amplitude_and_none_is_silence() {
        assert_eq!([0, 50, 100].map(|percent| Volume(percent).gain()), [0.0, 0.25, 1.0]);
    }
}
