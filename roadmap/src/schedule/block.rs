//! A block on a date, and the work laid into it.

use super::{SingleBlockId, TemplateBlockId};
use crate::{Category, ItemId};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;

/// A block on a date.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Block {
    /// Its name, the same whenever the week is laid out again.
    pub key: BlockKey,
    /// Its date.
    pub date: NaiveDate,
    /// Its start, in minutes after midnight of its date.
    pub start: u16,
    /// Its end, in minutes after midnight of its date.
    pub end: u16,
    /// What kind of work it is for.
    pub category: Category,
    /// What it is called.
    pub title: String,
    /// What else it takes when its own category leaves room, first choices first.
    pub accepts: Vec<Category>,
    /// What its day lends it besides, where the day is a stage's own: taken last, and no part of what it is.
    pub lent: Vec<Category>,
    /// True where it stays outside the stage's hours: it takes no budgeted work.
    pub standing: bool,
    /// True where replanning must not move it.
    pub pinned: bool,
    /// The activity that the person says it is for.
    pub given: Option<ItemId>,
    /// When the person is busy with something else in it, in minutes after midnight of its date: stretches that don't
    /// meet, the earliest first. They take no work.
    pub busy: Vec<(u16, u16)>,
    /// Until when blocks of work that begin before it have the hour, in minutes after midnight of its date: that takes
    /// no work either. 0 where it lies over none.
    pub taken_until: u16,
    /// What it is for, in the order of time; may leave room.
    pub work: Vec<Portion>,
}

/// A part of a block given to an activity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Portion {
    /// The activity.
    pub activity: ItemId,
    /// The activity's category, which may be another than the block's.
    pub category: Category,
    /// The clock minutes given to it.
    pub minutes: u32,
}

impl Block {
    /// What else it takes on its day, first choices first.
    pub(crate) fn takes_too(&self) -> impl Iterator<Item = Category> + '_ {
        self.accepts.iter().chain(&self.lent).copied()
    }

    /// How long it is, in minutes.
    pub fn minutes(&self) -> u32 {
        u32::from(self.end.saturating_sub(self.start))
    }

    /// The minutes that take no work, as the person is busy with something else or another block has them.
    pub fn busy_minutes(&self) -> u32 {
        let own = self.taken_until.clamp(self.start, self.end.max(self.start));
        let inside =
            |(start, end): &(u16, u16)| u32::from((*end).min(self.end).saturating_sub((*start).max(own)));
        u32::from(own - self.start) + self.busy.iter().map(inside).sum::<u32>()
    }

    /// The minutes that it has for work.
    pub fn room(&self) -> u32 {
        self.minutes().saturating_sub(self.busy_minutes())
    }

    /// When it begins, after midnight of its date: with the first minute in which the person is not busy with something
    /// else. None where all of it is busy, or for rest.
    pub fn free_from(&self) -> Option<u16> {
        let mut from = self.start;
        for (start, end) in &self.busy {
            if *start <= from {
                from = from.max(*end);
            }
        }
        (self.category.is_work() && from < self.end).then_some(from)
    }

    /// True at a minute, after midnight of its date, that it has for work.
    pub fn is_on(&self, minute: u16) -> bool {
        self.category.is_work()
            && (self.start.max(self.taken_until)..self.end).contains(&minute)
            && !self.busy.iter().any(|(start, end)| (start..end).contains(&&minute))
    }

    /// The minutes that no work has been laid into.
    pub fn free_minutes(&self) -> u32 {
        self.room().saturating_sub(self.work.iter().map(|portion| portion.minutes).sum())
    }
}

/// Names a block: its date, and where it comes from. Written as `2026-11-30/block-12`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct BlockKey {
    /// The block's date.
    pub date: NaiveDate,
    /// Where it comes from.
    pub origin: Origin,
}

/// Where a block comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Origin {
    /// A block of a stored template: `block-12`.
    Template(TemplateBlockId),
    /// A block of a template that isn't stored, by its place in the template: `place-3`.
    Place(u32),
    /// A block of a stage's own routine, or an open-ended stage's daily activity: `item-80`.
    Item(ItemId),
    /// A block of one date alone: `single-4`.
    Single(SingleBlockId),
}

/// Words that are no block's name.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} names no block: expected a date and an origin, such as 2026-11-30/block-12")]
pub struct BlockKeyError(pub String);

impl fmt::Display for BlockKey {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.origin {
            Origin::Template(TemplateBlockId(id)) => write!(to, "{}/block-{id}", self.date),
            Origin::Place(place) => write!(to, "{}/place-{place}", self.date),
            Origin::Item(ItemId(id)) => write!(to, "{}/item-{id}", self.date),
            Origin::Single(SingleBlockId(id)) => write!(to, "{}/single-{id}", self.date),
        }
    }
}

impl FromStr for BlockKey {
    type Err = BlockKeyError;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        let parts = || {
            let (date, origin) = text.split_once('/')?;
            let (from, number) = origin.split_once('-')?;
            let origin = match from {
                "block" => Origin::Template(TemplateBlockId(number.parse().ok()?)),
                "place" => Origin::Place(number.parse().ok()?),
                "item" => Origin::Item(ItemId(number.parse().ok()?)),
                "single" => Origin::Single(SingleBlockId(number.parse().ok()?)),
                _ => return None,
            };
            Some(Self { date: date.parse().ok()?, origin })
        };
        parts().ok_or_else(|| BlockKeyError(text.to_owned()))
    }
}

impl Serialize for BlockKey {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for BlockKey {
    fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        String::deserialize(from)?.parse().map_err(serde::de::Error::custom)
    }
}
