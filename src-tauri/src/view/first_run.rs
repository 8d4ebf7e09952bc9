//! From a document to a dated plan.

use chrono::{NaiveDate, Weekday};
use roadmap::document::Taken;
use roadmap::item::{Item, Tempo};
use roadmap::plan::{Buffer, Pace};
use roadmap::{Category, ItemId};
use serde::{Deserialize, Serialize};

/// Where a roadmap comes from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(tag = "from", rename_all = "kebab-case")]
pub enum RoadmapSource {
    /// One that comes with Waymark.
    Bundled {
        /// Its file name in the library.
        name: String,
    },
    /// A Markdown file of the person's own.
    File {
        /// Its absolute path.
        path: String,
    },
    /// Nothing yet: a plain roadmap of weeks that are all alike, to be filled by hand.
    Own {
        /// Its title.
        title: String,
        /// How many weeks it has.
        weeks: u32,
        /// The minutes a week of each category.
        minutes: Vec<CategoryMinutes>,
    },
}

/// A roadmap that comes with Waymark.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct LibraryEntry {
    /// Its file name, to name it by.
    pub name: String,
    /// Its title.
    pub title: String,
    /// Named weeks before its open end.
    pub weeks: u32,
    /// Budgeted minutes.
    pub minutes: u32,
}

/// What was recognised in a document, before anything is kept.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct Preview {
    /// Where it was read from.
    pub source: RoadmapSource,
    /// Its file name, without the folder.
    pub file_name: String,
    /// The document's title.
    pub title: String,
    /// The roadmap that was read from this file before, by its name in the list of them; none for a new one.
    pub already: Option<i64>,
    /// The phases with their stages.
    pub phases: Vec<PreviewPhase>,
    /// How much of everything.
    pub counts: PreviewCounts,
    /// Everything that was recognised, as the tree it is.
    pub items: Vec<Item>,
    /// The document's lines, to show beside what they were taken for (line 1 first); the first 20,000.
    pub lines: Vec<String>,
    /// What was not understood and is kept as notes, where it stands.
    pub notes: Vec<SourceLine>,
    /// In how many places the document disagrees with itself.
    pub findings: u32,
    /// The roles the document aims at.
    pub roles: Vec<String>,
    /// The week templates to choose from, the document's own first.
    pub templates: Vec<TemplateChoice>,
    /// What the document itself says of a part-time pace ("6-9 months").
    pub stated_part_time: Option<String>,
    /// The tracks to pick one among; none, or at least two.
    pub tracks: Vec<TrackChoice>,
    /// The track that was picked; none while the first is only proposed.
    pub track: Option<String>,
    /// Why each item was taken for what it was.
    pub reasons: Vec<Reason>,
    /// How many links are relative and need a folder or address to be opened.
    pub relative_links: u32,
    /// What to propose in the next step.
    pub proposal: Setup,
}

/// One of several ways to the same end, of which one is picked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct TrackChoice {
    /// What the document tells it from the others by ("A").
    pub label: String,
    /// Its heading.
    pub title: String,
    /// How many weeks its stages name.
    pub weeks: u32,
    /// Its line in the document.
    pub line: usize,
}

/// Why an item was taken for what it was.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct Reason {
    /// The item.
    pub item: ItemId,
    /// Why, as a clause ("its heading names weeks 6-7").
    pub because: String,
    /// False where it is a guess.
    pub sure: bool,
    /// True where the person said so.
    pub corrected: bool,
}

/// What a person can say that an item is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct Readings {
    /// What it can be taken for, what it is taken for now first; empty where there is nothing to choose.
    pub taken: Vec<Taken>,
    /// True where it can be given hours.
    pub takes_hours: bool,
}

/// A phase in the preview.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct PreviewPhase {
    /// Its heading without the numbers ("Foundations + First Production Project").
    pub title: String,
    /// Its months, as first and last.
    pub months: Option<(u32, u32)>,
    /// True where it has no fixed end.
    pub open_ended: bool,
    /// How many weeks its stages name.
    pub weeks: u32,
    /// The budgeted minutes of its stages.
    pub minutes: u32,
    /// Its line in the document.
    pub line: usize,
    /// Its stages.
    pub stages: Vec<PreviewStage>,
}

/// A stage in the preview.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct PreviewStage {
    /// Its weeks, as first and last; none for an open-ended one and for one that is measured in days.
    pub weeks: Option<(u32, u32)>,
    /// How many days it lasts, where it names those.
    pub days: Option<u32>,
    /// Its heading without the numbers.
    pub title: String,
    /// The budgeted minutes, in all.
    pub minutes: u32,
    /// The budgeted minutes of each category that has any.
    pub by_category: Vec<CategoryMinutes>,
    /// Its line in the document.
    pub line: usize,
}

/// Minutes of one category.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct CategoryMinutes {
    /// The category.
    pub category: Category,
    /// Clock minutes.
    pub minutes: u32,
}

/// How much of everything a document holds.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct PreviewCounts {
    /// Phases.
    pub phases: u32,
    /// Stages.
    pub stages: u32,
    /// Named weeks.
    pub weeks: u32,
    /// Budgeted minutes.
    pub minutes: u32,
    /// Steps.
    pub steps: u32,
    /// Task boxes.
    pub task_boxes: u32,
    /// Checkpoint items.
    pub checkpoint_items: u32,
    /// Study links.
    pub resources: u32,
    /// Deliverables.
    pub deliverables: u32,
    /// Measurable targets.
    pub targets: u32,
    /// Choices to make.
    pub choices: u32,
    /// Gate metrics.
    pub metrics: u32,
}

/// A line of the document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct SourceLine {
    /// Counted from 1.
    pub line: usize,
    /// Its text.
    pub text: String,
}

/// A week template to choose.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct TemplateChoice {
    /// Its place in the list, to name it by.
    pub index: u32,
    /// Its name ("Full-Time Study").
    pub name: String,
    /// Full or part time, where it says so.
    pub tempo: Option<Tempo>,
    /// The minutes of its blocks a week, meals and rest left out.
    pub minutes: u32,
}

/// What a person decides before a roadmap becomes a plan.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct Setup {
    /// The first day.
    pub start: NaiveDate,
    /// The pace.
    pub pace: Pace,
    /// The chosen template's index.
    pub template: u32,
    /// The day a week starts on.
    #[serde(with = "roadmap::schedule::weekday")]
    #[cfg_attr(test, ts(type = "string"))]
    pub week_start: Weekday,
    /// What of each week is kept free for what comes in between, in percent.
    #[serde(default)]
    #[cfg_attr(test, ts(type = "number"))]
    pub buffer: Buffer,
    /// The role aimed at.
    pub role: Option<String>,
}
