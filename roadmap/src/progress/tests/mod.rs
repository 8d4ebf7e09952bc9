//! What progress promises, on roadmaps made by hand.

mod backlogs;
mod days;
mod gates;
mod ledgers;
mod over_days;
mod verdicts;
mod week_ends;

use super::Worked;
use crate::plan::fixture::date;
use crate::{Category, ItemId};

/// So many minutes of work on a day for an activity; five sixths of them focused.
fn worked(day: &str, activity: Option<i64>, category: Category, minutes: u32) -> Worked {
    Worked {
        day: date(day),
        activity: activity.map(ItemId),
        category: Some(category),
        focused_seconds: minutes * 50,
        worked_seconds: minutes * 60,
        whole: true,
    }
}
