//! What a person says of how a document is to be read: which of its tracks, and what was guessed wrong. It is
//! remembered for the next time the same document is read.

use super::source::{self, Draft};
use super::{App, Error};
use crate::view::{Preview, Readings, Reason, RoadmapSource, TrackChoice};
use ::roadmap::ItemId;
use ::roadmap::document::{self, Correction, Import, Reading, Taken};
use ::roadmap::item::{Item, Kind};
use roadmap_store::table;

/// The longest document of which each reading is tried before it is offered, in bytes.
const LONG: usize = 200_000;

impl App {
    /// Picks one of a document's tracks by its label, or none, and answers the preview that follows.
    ///
    /// # Errors
    /// As [`preview`](Self::preview), and [`Error::Store`].
    pub fn pick_track(&mut self, from: &RoadmapSource, label: Option<String>) -> Result<Preview, Error> {
        let words =
            label.as_ref().map_or("take back which way to go".into(), |label| format!("go by “{label}”"));
        let mut reading = self.draft(from)?.reading.clone();
        reading.track = label;
        self.read_as(from, reading, words)
    }

    /// What an item of a document can be taken for.
    ///
    /// # Errors
    /// As [`preview`](Self::preview).
    pub fn readings(&mut self, from: &RoadmapSource, item: ItemId) -> Result<Readings, Error> {
        let draft = self.draft(from)?;
        let Draft { roadmap, source, .. } = draft;
        let takes_hours = roadmap.find(item).is_some_and(document::takes_hours);
        let mut taken = document::readings(roadmap, source, item);
        let mut at = 0;
        taken.retain(|taken| {
            at += 1;
            // The first is what it is taken for now.
            at == 1 || changes_something(draft, item, *taken)
        });
        if taken.len() < 2 {
            taken.clear();
        }
        Ok(Readings { taken, takes_hours })
    }

    /// Says what an item of a document is, and answers the preview that follows.
    ///
    /// # Errors
    /// [`Error::Stale`] for an item that nothing can be said of, as [`preview`](Self::preview), and [`Error::Store`].
    pub fn correct(&mut self, from: &RoadmapSource, item: ItemId, taken: Taken) -> Result<Preview, Error> {
        let Said { correction, mut reading, name } = self.correction(from, item, taken)?;
        let words = format!("say what “{name}” is");
        say(&mut reading, correction, &self.draft(from)?.source);
        self.read_as(from, reading, words)
    }

    /// Leaves an item of a document to the recognition again, and answers the preview that follows.
    ///
    /// # Errors
    /// As [`correct`](Self::correct).
    pub fn take_correction_back(&mut self, from: &RoadmapSource, item: ItemId) -> Result<Preview, Error> {
        let Said { correction, mut reading, name } = self.correction(from, item, Taken::Section)?;
        let words = format!("take back what “{name}” is");
        forget(&mut reading, &correction, &self.draft(from)?.source, |_| true);
        self.read_as(from, reading, words)
    }

    fn correction(&mut self, from: &RoadmapSource, item: ItemId, taken: Taken) -> Result<Said, Error> {
        let Draft { roadmap, source, reading, .. } = self.draft(from)?;
        let correction = document::correction(roadmap, source, item, taken);
        let correction = correction.ok_or_else(|| {
            Error::Stale("This part of the document cannot be taken for anything else.".into())
        })?;
        let name = roadmap.find(item).map(Item::title).unwrap_or_default();
        Ok(Said { correction, reading: reading.clone(), name })
    }

    /// Reads a document in another way, and remembers it once it was read.
    fn read_as(&mut self, from: &RoadmapSource, reading: Reading, words: String) -> Result<Preview, Error> {
        source::read(from, reading.clone())?;
        let origin = source::origin(from);
        self.change(words, |to| table::document::remember(to, &origin, &reading))?;
        self.preview(from)
    }
}

/// What is said of an item, what was said of its document before, and what the item is called.
struct Said {
    correction: Correction,
    reading: Reading,
    name: String,
}

/// True where a correction makes another roadmap of the document. Not tried on a long one, which takes its time.
fn changes_something(draft: &Draft, item: ItemId, taken: Taken) -> bool {
    let Draft { file_name, source, roadmap, reading, .. } = draft;
    if source.len() > LONG {
        return true;
    }
    let Some(correction) = document::correction(roadmap, source, item, taken) else { return false };
    let mut reading = reading.clone();
    say(&mut reading, correction, source);
    document::import_as(source.as_bytes(), file_name, &reading).is_ok_and(|import| import.roadmap != *roadmap)
}

/// Adds a correction in the place of those of its line that say the same thing: what a line is, its category and
/// its hours are said apart.
fn say(reading: &mut Reading, correction: Correction, source: &str) {
    let about = |taken: &Taken| match taken {
        Taken::Category { .. } => 1,
        Taken::Hours { .. } => 2,
        _ => 0,
    };
    let again = about(&correction.taken);
    forget(reading, &correction, source, |other| about(&other.taken) == again);
    reading.corrections.push(correction);
}

/// Takes out what was said of a correction's line, as far as it is meant.
fn forget(
    reading: &mut Reading,
    correction: &Correction,
    source: &str,
    is_meant: impl Fn(&Correction) -> bool,
) {
    let line = document::corrected_lines(source, std::slice::from_ref(correction));
    let mut lines = document::corrected_lines(source, &reading.corrections).into_iter();
    reading.corrections.retain(|other| lines.next() != line.first().copied() || !is_meant(other));
}

/// The tracks of a document to pick one among, whichever was picked.
pub(super) fn tracks(draft: &Draft) -> Result<Vec<TrackChoice>, Error> {
    let Draft { file_name, source, roadmap, reading, .. } = draft;
    let whole;
    let roadmap = if reading.track.is_some() {
        let plain = Reading { track: None, ..reading.clone() };
        let Import { roadmap, .. } = document::import_as(source.as_bytes(), file_name, &plain)?;
        whole = roadmap;
        &whole
    } else {
        roadmap
    };
    let tracks = document::tracks(roadmap);
    if tracks.len() < 2 {
        return Ok(Vec::new());
    }
    let choice = |track: &Item| match &track.kind {
        Kind::Track { label } => Some(TrackChoice {
            label: label.clone(),
            title: track.text.clone(),
            weeks: u32::try_from(document::weeks_of(track.walk())).unwrap_or(u32::MAX),
            line: track.span.line,
        }),
        _ => None,
    };
    Ok(tracks.into_iter().filter_map(choice).collect())
}

/// Why each item of a document was taken for what it was.
pub(super) fn reasons(draft: &Draft) -> Vec<Reason> {
    let corrections = &draft.reading.corrections;
    let mut reasons: Vec<Reason> = document::why(&draft.roadmap, &draft.source, corrections)
        .into_iter()
        .map(|(item, why)| Reason {
            item,
            because: match &why.hours {
                Some(hours) => format!("{}; {}", why.reason, hours.reason),
                None => why.reason,
            },
            sure: why.sure && why.hours.is_none_or(|hours| hours.sure),
            corrected: why.said,
        })
        .collect();
    reasons.sort_unstable_by_key(|reason| reason.item);
    reasons
}
