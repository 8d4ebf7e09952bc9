//! Keys that reach Waymark from every program.

use crate::arguments::Wish;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// The shortcuts, and whether there can be any.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct Shortcuts {
    /// Why this desktop gives a program none, and what to do instead.
    pub unavailable: Option<String>,
    /// One for each thing that can be wished for.
    pub rows: Vec<Shortcut>,
}

/// Keys that do one thing, whichever program is in front.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct Shortcut {
    /// What they do.
    pub wish: Wish,
    /// The keys; none until the person chooses some.
    #[cfg_attr(test, ts(type = "string | null"))]
    pub chord: Option<Chord>,
    /// Why the system does not pass them on, and what to do.
    pub problem: Option<String>,
}

/// Keys that are pressed together: two modifiers or more and one other, or one and a function key. Fewer would be taken
/// away from every other program. Written `Control+Alt+P`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Chord {
    modifiers: Vec<Modifier>,
    key: Key,
}

/// A key that is held, in the order in which they are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Modifier {
    /// Control.
    Control,
    /// Alt; Option on a Mac.
    Alt,
    /// Shift.
    Shift,
    /// The Windows key; Command on a Mac.
    Super,
}

impl Modifier {
    const ALL: [(Self, &str); 4] =
        [(Self::Control, "Control"), (Self::Alt, "Alt"), (Self::Shift, "Shift"), (Self::Super, "Super")];
}

/// The key that is pressed beside the modifiers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Key {
    /// A letter from A to Z.
    Letter(char),
    /// A digit of the row above the letters.
    Digit(char),
    /// F1 to F12.
    Function(u8),
    /// One that has a name.
    Named(&'static str),
}

/// The keys that have a name, as a browser calls them.
const NAMED: [&str; 11] = [
    "Space",
    "ArrowLeft",
    "ArrowRight",
    "ArrowUp",
    "ArrowDown",
    "Home",
    "End",
    "PageUp",
    "PageDown",
    "Insert",
    "Delete",
];

/// Why keys are no chord.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BadChord {
    /// A key that keyboards may not have.
    #[error(
        "“{0}” cannot be a shortcut’s key. Take a letter, a digit, a function key, Space, an arrow, Home, End, Page \
         Up, Page Down, Insert or Delete"
    )]
    Key(String),
    /// Keys that other programs need.
    #[error(
        "other programs need these keys themselves. Hold two of Ctrl, Alt, Shift and Super with a letter or another key, \
         or one with a function key"
    )]
    TooFew,
}

impl Chord {
    /// The keys that are held, each once.
    pub fn modifiers(&self) -> &[Modifier] {
        &self.modifiers
    }

    /// The key that is pressed with them.
    pub fn key(&self) -> Key {
        self.key
    }
}

impl FromStr for Chord {
    type Err = BadChord;

    fn from_str(text: &str) -> Result<Self, BadChord> {
        let mut words: Vec<&str> = text.split('+').collect();
        let last = words.pop().unwrap_or_default();
        let key: Key = last.parse()?;
        let mut modifiers = Vec::new();
        for word in words {
            let known = Modifier::ALL.iter().find(|(_, name)| *name == word);
            modifiers.push(known.ok_or_else(|| BadChord::Key(word.to_owned()))?.0);
        }
        modifiers.sort_unstable();
        modifiers.dedup();
        // Shift alone is how capitals are written, and little else.
        let held = modifiers.iter().filter(|modifier| **modifier != Modifier::Shift).count();
        let enough = if matches!(key, Key::Function(_)) { 1 } else { 2 };
        if held == 0 || modifiers.len() < enough {
            return Err(BadChord::TooFew);
        }
        Ok(Self { modifiers, key })
    }
}

impl FromStr for Key {
    type Err = BadChord;

    fn from_str(text: &str) -> Result<Self, BadChord> {
        let unknown = || BadChord::Key(text.to_owned());
        if let Some(name) = NAMED.iter().find(|name| **name == text) {
            return Ok(Self::Named(name));
        }
        let mut letters = text.chars();
        match (letters.next(), letters.as_str()) {
            (Some(letter @ 'A'..='Z'), "") => Ok(Self::Letter(letter)),
            (Some(digit @ '0'..='9'), "") => Ok(Self::Digit(digit)),
            (Some('F'), number) => {
                let number = number.parse().ok().filter(|number| (1..=12).contains(number));
                number.map(Self::Function).ok_or_else(unknown)
            }
            _ => Err(unknown()),
        }
    }
}

impl fmt::Display for Key {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Letter(sign) | Self::Digit(sign) => write!(to, "{sign}"),
            Self::Function(number) => write!(to, "F{number}"),
            Self::Named(name) => to.write_str(name),
        }
    }
}

impl fmt::Display for Chord {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (modifier, name) in Modifier::ALL {
            if self.modifiers.contains(&modifier) {
                write!(to, "{name}+")?;
            }
        }
        write!(to, "{}", self.key)
    }
}

impl TryFrom<String> for Chord {
    type Error = BadChord;

    fn try_from(text: String) -> Result<Self, BadChord> {
        text.parse()
    }
}

impl From<Chord> for String {
    fn from(chord: Chord) -> Self {
        chord.to_string()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_chord_is_written_in_one_way_however_it_was_pressed() {
        for (pressed, written) in [
            ("Alt+Control+P", "Control+Alt+P"),
            ("Super+Shift+Control+0", "Control+Shift+Super+0"),
            ("Control+F11", "Control+F11"),
            ("Control+Alt+Alt+ArrowUp", "Control+Alt+ArrowUp"),
        ] {
            assert_eq!(pressed.parse::<Chord>().map(|chord| chord.to_string()), Ok(written.to_owned()));
        }
    }

    #[test]
    fn keys_that_other_programs_need_are_no_chord() {
        for pressed in ["P", "Shift+P", "Control+Z", "Super+L", "F5", "Shift+F5", "Control+Control+C"] {
            assert_eq!(pressed.parse::<Chord>(), Err(BadChord::TooFew), "{pressed}");
        }
    }

    #[test]
    fn a_key_that_there_may_not_be_is_named() {
        for (pressed, key) in [
            ("Control+Alt+Ö", "Ö"),
            ("Control+Alt+F13", "F13"),
            ("Control+Alt+", ""),
            ("Hyper+Alt+P", "Hyper"),
        ] {
            assert_eq!(pressed.parse::<Chord>(), Err(BadChord::Key(key.to_owned())), "{pressed}");
        }
    }
}
