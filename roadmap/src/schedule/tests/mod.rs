//! What the schedule promises: templates with times, names of blocks, and local time.

mod busy;
mod days;
mod local_time;
mod overlap;
mod templates;

use super::{Block, BlockKey, Origin};
use crate::Category;
use chrono::NaiveDate;

/// A block of a day in a place of its own, with nothing in it yet.
fn block(date: NaiveDate, place: u32, start: u16, end: u16, category: Category) -> Block {
    Block {
        key: BlockKey { date, origin: Origin::Place(place) },
        date,
        start,
        end,
        category,
        title: String::new(),
        accepts: Vec::new(),
        lent: Vec::new(),
        standing: false,
        pinned: false,
        given: None,
        busy: Vec::new(),
        taken_until: 0,
        work: Vec::new(),
    }
}
