//! The active roadmap's document, and what goes into files of the person's.

use super::RoadmapOrigin;
use roadmap::document::Difference;
use serde::Serialize;

/// The document that the active roadmap was read from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct DocumentView {
    /// Where it came from.
    pub origin: RoadmapOrigin,
    /// Its file name, without the folder; for a roadmap of the person's own its title.
    pub file_name: String,
    /// How the file stands to what was read.
    pub state: DocumentState,
    /// True once the person lets ticks be written into the file.
    pub write_back: bool,
    /// The file that has a progress section, if one has.
    pub progress_file: Option<String>,
    /// True where the progress section is kept fresh.
    pub progress_fresh: bool,
}

/// How a file stands to what was read of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(tag = "is", rename_all = "kebab-case")]
pub enum DocumentState {
    /// It is as it was read or last written.
    AsRead,
    /// It has changed since, outside.
    Changed,
    /// It cannot be read now.
    Unreadable {
        /// What is wrong with it and what to do.
        reason: String,
    },
    /// There is no file: the person made the roadmap.
    None,
}

/// What reading the document again would change. Nothing is kept.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct Comparison {
    /// Names what was read, for [`read_again`](crate::App::read_again).
    pub key: String,
    /// The file name, without the folder.
    pub file_name: String,
    /// The title that the roadmap would have, if it is another one.
    pub title: Option<String>,
    /// What would change, in the order of the document.
    pub differences: Vec<Difference>,
}
