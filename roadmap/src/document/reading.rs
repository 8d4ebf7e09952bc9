//! How a document is read where the person has a say in it.

use super::{Correction, Import, ImportError, import_corrected, keep_track, tracks};
use crate::Kind;
use serde::{Deserialize, Serialize};

/// What a person said of how a document is to be read.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Reading {
    /// The label of the track that was picked among several.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub track: Option<String>,
    /// The guesses that were set right.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub corrections: Vec<Correction>,
}

/// Reads a document as the person said. A track that the document no longer has is not kept, and all are read.
///
/// # Errors
/// As [`import`](super::import).
pub fn import_as(source: &[u8], name: &str, reading: &Reading) -> Result<Import, ImportError> {
    let Import { roadmap, source } = import_corrected(source, name, &reading.corrections)?;
    let named = |label: &str| {
        let is = |kind: &Kind| matches!(kind, Kind::Track { label: own } if own == label);
        tracks(&roadmap).into_iter().find(|track| is(&track.kind)).map(|track| track.id)
    };
    let roadmap = match reading.track.as_deref().and_then(named) {
        Some(track) => keep_track(roadmap, track),
        None => roadmap,
    };
    Ok(Import { roadmap, source })
}
