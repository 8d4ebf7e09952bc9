//! The ends that stages had before their dates were decided anew.

use crate::ItemId;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The end that a stage had until a day. The days before it ask for what they asked for by that end, unless the stage
/// begins on another day by now.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct FormerEnd {
    /// The stage's first day.
    pub from: NaiveDate,
    /// The first day on which the end no longer holds.
    pub until: NaiveDate,
    /// The stage's last day as it was then.
    pub to: NaiveDate,
    /// How many of its days were added for days off then.
    pub off: u32,
}

/// The former ends of stages, of each the earliest first.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FormerEnds(BTreeMap<ItemId, Vec<FormerEnd>>);

impl FormerEnds {
    /// Those of a stage, the earliest first.
    pub fn of(&self, stage: ItemId) -> &[FormerEnd] {
        self.0.get(&stage).map(Vec::as_slice).unwrap_or_default()
    }

    /// All of them, by their stages.
    pub fn iter(&self) -> impl Iterator<Item = (ItemId, &FormerEnd)> {
        self.0.iter().flat_map(|(stage, ends)| ends.iter().map(|end| (*stage, end)))
    }

    /// Those that were kept until a day.
    #[must_use]
    pub fn known_on(&self, day: NaiveDate) -> Self {
        self.iter().filter(|(_, end)| end.until <= day).map(|(stage, end)| (stage, *end)).collect()
    }

    /// Keeps the end that a stage has until a day. Where one is kept until that day already it stays, as no day had the
    /// end that came after it; one kept until a later day, as the clock was ahead then, holds until this day instead.
    pub fn keep(&mut self, stage: ItemId, end: FormerEnd) {
        let ends = self.0.entry(stage).or_default();
        let before = ends.partition_point(|known| known.until < end.until);
        let first = ends.get(before).map_or(end, |later| FormerEnd { until: end.until, ..*later });
        ends.truncate(before);
        ends.push(first);
    }

    /// Forgets the last end kept for a stage where it is this one: what comes after it is no other.
    pub fn forget_last(&mut self, stage: ItemId, end: FormerEnd) {
        if let Some(ends) = self.0.get_mut(&stage) {
            ends.pop_if(|last| *last == end);
        }
        self.0.retain(|_, ends| !ends.is_empty());
    }
}

impl FromIterator<(ItemId, FormerEnd)> for FormerEnds {
    fn from_iter<T: IntoIterator<Item = (ItemId, FormerEnd)>>(ends: T) -> Self {
        let mut all = Self::default();
        for (stage, end) in ends {
            all.0.entry(stage).or_default().push(end);
        }
        for ends in all.0.values_mut() {
            ends.sort_by_key(|end| end.until);
        }
        all
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 12, day).expect("a day")
    }

    fn end(until: u32, to: u32) -> FormerEnd {
        FormerEnd { from: date(1), until: date(until), to: date(to), off: 0 }
    }

    #[test]
    fn the_first_end_of_a_day_is_kept_and_one_of_a_later_day_holds_until_today() {
        let stage = ItemId(1);
        let mut ends = FormerEnds::default();
        ends.keep(stage, end(7, 20));
        ends.keep(stage, end(7, 25));
        assert_eq!(ends.of(stage), [end(7, 20)], "no day had the one that came between");
        ends.keep(stage, end(14, 25));
        ends.keep(stage, end(10, 30));
        assert_eq!(ends.of(stage), [end(7, 20), end(10, 25)], "the clock was ahead");
    }

    #[test]
    fn an_end_that_became_no_other_is_forgotten() {
        let stage = ItemId(1);
        let mut ends: FormerEnds = [(stage, end(14, 25)), (stage, end(7, 20))].into_iter().collect();
        ends.forget_last(stage, end(14, 26));
        assert_eq!(ends.of(stage), [end(7, 20), end(14, 25)]);
        ends.forget_last(stage, end(14, 25));
        ends.forget_last(stage, end(7, 20));
        assert_eq!(ends, FormerEnds::default());
    }
}
