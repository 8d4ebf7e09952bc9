//! What is different on some days, and which template holds from when.

use chrono::NaiveDate;
use roadmap::Category;
use roadmap::schedule::Relief;
use serde::{Deserialize, Serialize};

/// Days off in a line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct DaysOffLine {
    /// Their name in the store; none for new ones.
    pub id: Option<i64>,
    /// The first of them.
    pub from: NaiveDate,
    /// The last of them.
    pub to: NaiveDate,
    /// How much is left of each day.
    pub relief: Relief,
    /// What they are for; may be empty.
    pub title: String,
}

/// A block on one date, as a person writes it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct DayBlockDraft {
    /// The block to change on its date; none for one that is there only then.
    pub key: Option<String>,
    /// The date it is on.
    pub date: NaiveDate,
    /// Minutes after midnight; before days end it is of the night that ends the day before.
    pub start: u16,
    /// Minutes after midnight, above `start`; past 1,440 in the night that ends the day.
    pub end: u16,
    /// What it is for first. Of a block that is there every week, this and the rest stay as they are.
    pub category: Category,
    /// What else it accepts, in order.
    pub accepts: Vec<Category>,
    /// Its title.
    pub title: String,
    /// Outside the stage's hours.
    pub standing: bool,
}

/// The templates of a roadmap.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct Templates {
    /// All of them.
    pub all: Vec<TemplateLine>,
    /// Which holds from when, the earliest first.
    pub seasons: Vec<SeasonLine>,
}

/// A template in a line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct TemplateLine {
    /// Its name in the store.
    pub id: i64,
    /// What it is called.
    pub name: String,
    /// The minutes a week of its blocks for work.
    pub work_minutes: u32,
}

/// A template from a day on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct SeasonLine {
    /// The first day on which it holds.
    pub from: NaiveDate,
    /// The template.
    pub template: i64,
    /// True for the one that the plan begins with.
    pub first: bool,
}
