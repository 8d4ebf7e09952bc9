//! The roadmap with its dates and progress.

use super::DaysOffLine;
use chrono::NaiveDate;
use roadmap::ItemId;
use roadmap::edit::Addable;
use roadmap::item::Item;
use roadmap::progress::GateReading;
use serde::Serialize;
use std::collections::BTreeMap;

/// The whole roadmap, as the Roadmap screen shows it.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct RoadmapView {
    /// The document's title.
    pub title: String,
    /// The file it was read from, or the library's name of it.
    pub origin: String,
    /// The folder or address that relative links are resolved against, once the person has given it.
    pub resource_base: Option<String>,
    /// Everything the document says, with what the person recorded.
    pub items: Vec<Item>,
    /// The stages with their dates and progress, in order.
    pub stages: Vec<StageProgress>,
    /// The activities' hours.
    pub activities: Vec<ActivityHours>,
    /// The stage that today is in.
    pub current: Option<ItemId>,
    /// The role aimed at.
    pub role: Option<String>,
    /// For each choice, the option that suits the role.
    pub suggestions: Vec<Suggestion>,
    /// How far each gate is met, in the order of the document.
    pub gates: Vec<GateReading>,
    /// The days off.
    pub days_off: Vec<DaysOffLine>,
    /// What can be added by hand at an item, by its kind.
    pub addable: BTreeMap<String, Vec<Addable>>,
    /// The local day that now belongs to.
    pub today: NaiveDate,
    /// The plan's first day.
    pub start: NaiveDate,
}

/// A stage's dates and how far it is.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct StageProgress {
    /// The stage.
    pub stage: ItemId,
    /// Its phase, if it is in one.
    pub phase: Option<ItemId>,
    /// The first day.
    pub from: NaiveDate,
    /// The last day; none for an open end.
    pub to: Option<NaiveDate>,
    /// For an open end: the day it ends on at the latest, if the document says how long it may take.
    pub latest: Option<NaiveDate>,
    /// Budgeted minutes.
    pub planned_minutes: u32,
    /// Minutes that count as worked.
    pub worked_minutes: u32,
    /// Ticked items that can be ticked.
    pub done: u32,
    /// Items that can be ticked.
    pub total: u32,
}

/// An activity's hours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct ActivityHours {
    /// The activity.
    pub activity: ItemId,
    /// Budgeted minutes; 0 where the document gives none.
    pub planned_minutes: u32,
    /// Minutes that count as worked.
    pub worked_minutes: u32,
    /// Minutes of focus among them.
    pub focused_minutes: u32,
}

/// The option of a choice that suits the person's role.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct Suggestion {
    /// The choice.
    pub choice: ItemId,
    /// The option that suits.
    pub option: ItemId,
}

/// What was taken out of the roadmap in one go, as one line.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct RemovedLine {
    /// The item that was taken out, without what is below it.
    pub item: Item,
    /// What it stood in, from the top down, each without what is below it.
    pub within: Vec<Item>,
    /// The local day it was taken out on.
    pub on: NaiveDate,
    /// How many items went with it.
    pub below: u32,
    /// How many of them and of itself are ticked.
    pub done: u32,
    /// Minutes that count as worked on them.
    pub worked_minutes: u32,
}

/// An item's place in its document.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct SourceExcerpt {
    /// The file name.
    pub file_name: String,
    /// The number of the first line shown.
    pub first_line: usize,
    /// The lines around the item.
    pub lines: Vec<String>,
    /// The item's first line.
    pub from: usize,
    /// The item's last line.
    pub to: usize,
}
