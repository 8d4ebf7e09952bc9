//! The person's roadmaps, side by side.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// A roadmap in the list of them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct RoadmapEntry {
    /// Its name.
    pub id: i64,
    /// Its title.
    pub title: String,
    /// Where it came from.
    pub origin: RoadmapOrigin,
    /// True for the sample with its made-up history.
    pub sample: bool,
    /// True for the one that the screens show.
    pub active: bool,
    /// True for one that was put away.
    pub archived: bool,
    /// The plan's first day, once it has a plan.
    pub start: Option<NaiveDate>,
    /// The plan's last day before its open end.
    pub end: Option<NaiveDate>,
    /// Ticked items of its stages.
    pub done: u32,
    /// Items of its stages that can be ticked.
    pub total: u32,
}

/// Where a roadmap came from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(tag = "from", rename_all = "kebab-case")]
pub enum RoadmapOrigin {
    /// It came with Waymark.
    Bundled {
        /// Its file name in the library.
        name: String,
    },
    /// A Markdown file of the person's own.
    File {
        /// Its path.
        path: String,
    },
    /// The person made it in Waymark.
    Own,
}

/// What a roadmap is exported as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "kebab-case")]
pub enum ExportFormat {
    /// The document, with ticks and edits.
    Markdown,
    /// All of it, history included, to be imported again.
    Json,
}
