//! Keys that reach Waymark from every program: none until the person chooses some. The desktop asks the system for them, and
//! notes here what comes of it.

use super::{App, Error, Topic};
use crate::arguments::Wish;
use crate::view::{Chord, Shortcut, Shortcuts};
use roadmap_store::table;
use std::collections::BTreeMap;

/// The name that they are stored under.
const NAME: &str = "shortcuts";

/// What can be wished for, as the screen lists it.
const WISHES: [Wish; 3] = [Wish::Toggle, Wish::Skip, Wish::Show];

/// The keys for each thing that can be wished for.
pub type Chords = BTreeMap<Wish, Chord>;

/// What the system says to the keys.
#[derive(Debug, Default)]
pub(super) struct Heard {
    unavailable: Option<String>,
    problems: BTreeMap<Wish, String>,
}

impl App {
    /// The shortcuts, with what the system says to them.
    ///
    /// # Errors
    /// [`Error::Store`].
    pub fn shortcuts(&mut self) -> Result<Shortcuts, Error> {
        let mut chords = self.chords()?;
        let rows = WISHES.into_iter().map(|wish| Shortcut {
            wish,
            chord: chords.remove(&wish),
            problem: self.heard.problems.get(&wish).cloned(),
        });
        Ok(Shortcuts { rows: rows.collect(), unavailable: self.heard.unavailable.clone() })
    }

    /// The keys that the person has chosen.
    ///
    /// # Errors
    /// [`Error::Store`].
    pub fn chords(&mut self) -> Result<Chords, Error> {
        Ok(table::setting::get(self.store.read(), NAME)?.unwrap_or_default())
    }

    /// Chooses the keys for something, or none.
    ///
    /// # Errors
    /// [`Error::Invalid`] for keys that cannot be a shortcut, or that are one already; [`Error::Store`].
    pub fn set_shortcut(&mut self, wish: Wish, chord: Option<&str>) -> Result<(), Error> {
        let chord: Option<Chord> = chord.map(str::parse).transpose()?;
        let mut chords = self.chords()?;
        if chords.get(&wish) == chord.as_ref() {
            return Ok(());
        }
        if let Some(chord) = &chord
            && let Some((other, _)) = chords.iter().find(|(other, taken)| **other != wish && *taken == chord)
        {
            let does = words(*other);
            return Err(Error::Invalid(format!(
                "These keys already {does}. Take others, or take them away there first."
            )));
        }
        match chord {
            Some(chord) => chords.insert(wish, chord),
            None => chords.remove(&wish),
        };
        self.change("change a shortcut", |to| table::setting::set(to, NAME, &chords))
    }

    /// Notes why this desktop gives a program no shortcuts.
    pub fn note_no_shortcuts(&mut self, reason: String) {
        self.heard.unavailable = Some(reason);
        self.news.topics.insert(Topic::Frame);
    }

    /// Notes which keys the system does not pass on, and why.
    pub fn note_unheard(&mut self, problems: BTreeMap<Wish, String>) {
        if self.heard.problems != problems {
            self.heard.problems = problems;
            self.news.topics.insert(Topic::Frame);
        }
    }
}

/// What a wish does, after "these keys already".
fn words(wish: Wish) -> &'static str {
    match wish {
        Wish::Toggle => "start, pause or resume the timer",
        Wish::Skip => "skip to what comes next",
        Wish::Show => "bring Waymark’s window to the front",
    }
}
