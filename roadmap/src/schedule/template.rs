//! The blocks of a typical week.

use super::DAY;
use crate::Category;
use crate::item::Tempo;
use chrono::Weekday;
use serde::{Deserialize, Serialize};

/// The minutes of a week.
const WEEK: u32 = 7 * DAY as u32;

/// The blocks of a typical week.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Template {
    /// What it is called.
    pub name: String,
    /// Whether it is meant for full or part time, where that is known.
    pub tempo: Option<Tempo>,
    /// The minutes a week that the document claims for it; its blocks may say otherwise.
    pub stated_minutes: Option<u32>,
    /// Its blocks, in order from Monday.
    pub blocks: Vec<TemplateBlock>,
}

/// Names a block of a stored template; kept for as long as the block lives.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct TemplateBlockId(pub i64);

/// One block of a typical week.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct TemplateBlock {
    /// Its name once it is stored.
    pub id: Option<TemplateBlockId>,
    /// The day it is on, `mon` to `sun`.
    #[serde(with = "super::weekday")]
    pub weekday: Weekday,
    /// Its start, in minutes after midnight.
    pub start: u16,
    /// Its end, in minutes after midnight; after the start.
    pub end: u16,
    /// What kind of work it is for.
    pub category: Category,
    /// What it is called.
    pub title: String,
    /// What else it takes when its own category leaves room, first choices first.
    pub accepts: Vec<Category>,
    /// True where it is kept outside the stage's hours as long as the stage has no budget in its
    /// category.
    pub standing: bool,
    /// True where replanning must not move it.
    pub pinned: bool,
}

impl TemplateBlock {
    /// How long it is, in minutes.
    pub fn minutes(&self) -> u32 {
        u32::from(self.end.saturating_sub(self.start))
    }
}

impl Template {
    /// The minutes a week of all blocks but rest. Where some lie over one another they count once, also those of
    /// Sunday's night and of the Monday after it.
    pub fn work_minutes(&self) -> u32 {
        let of_week = |block: &TemplateBlock| {
            let midnight = block.weekday.num_days_from_monday() * u32::from(DAY);
            let (start, end) = (midnight + u32::from(block.start), midnight + u32::from(block.end));
            [(start.min(WEEK), end.min(WEEK)), (start.saturating_sub(WEEK), end.saturating_sub(WEEK))]
        };
        let works = self.blocks.iter().filter(|block| block.category.is_work());
        let mut times: Vec<(u32, u32)> = works.flat_map(of_week).collect();
        times.sort_unstable();
        let mut taken = 0;
        let once = |(start, end): (u32, u32)| {
            let from = start.max(taken);
            taken = taken.max(end);
            end.saturating_sub(from)
        };
        times.into_iter().map(once).sum()
    }

    /// The days with a block for more than rest and review, in order from Monday.
    pub fn working_days(&self) -> Vec<Weekday> {
        week().filter(|day| self.works_on(*day)).collect()
    }

    /// The other days, in order from Monday.
    pub fn rest_days(&self) -> Vec<Weekday> {
        week().filter(|day| !self.works_on(*day)).collect()
    }

    /// True on a [working day](Self::working_days).
    pub fn works_on(&self, day: Weekday) -> bool {
        self.blocks.iter().any(|block| block.weekday == day && block.category.makes_a_working_day())
    }
}

fn week() -> impl Iterator<Item = Weekday> {
    (0..7).filter_map(|day| Weekday::try_from(day).ok())
}
