//! Why each line of a document was taken for what it was taken for.

use super::correction::{Correction, can_be_said, sayings};
use super::{outline, recognise};
use crate::{ItemId, Roadmap};
use std::collections::HashMap;

/// Why an item is what it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Why {
    /// What told so, in a clause: "names weeks 6-7".
    pub reason: String,
    /// False for a guess that a person can set right.
    pub sure: bool,
    /// True where the person said something of its line.
    pub said: bool,
    /// For an activity with a budget: where its hours come from.
    pub hours: Option<HoursFrom>,
}

/// Where an activity's hours come from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HoursFrom {
    /// Where, in a clause: "15 hours, from its label".
    pub reason: String,
    /// False for a guess.
    pub sure: bool,
}

/// Why each item of a roadmap is what it is. The roadmap must be as it was
/// [read](super::import_corrected) from `source` with these corrections: what a person edited since is
/// told wrong.
pub fn why(roadmap: &Roadmap, source: &str, corrections: &[Correction]) -> HashMap<ItemId, Why> {
    let mut whys = recognise::reasons(roadmap, outline::read(source), &sayings(source, corrections));
    for item in roadmap.walk().filter(|item| !can_be_said(item, source)) {
        if let Some(why) = whys.get_mut(&item.id) {
            why.sure = true;
        }
    }
    whys
}
