//! Days that are not like those of the template: holidays, vacations, light days.

use crate::schedule::Block;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// Names days off in the store.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct DaysOffId(pub i64);

/// Days, one after the other, on which there is less to do than usual, or nothing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct DaysOff {
    /// Its name once it is stored.
    pub id: Option<DaysOffId>,
    /// The first of them.
    pub from: NaiveDate,
    /// The last of them, on or after the first.
    pub to: NaiveDate,
    /// How much is left of each day.
    pub relief: Relief,
    /// What they are for ("Vacation"); may be empty.
    pub title: String,
}

/// How much is left of a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "kebab-case")]
pub enum Relief {
    /// Nothing: it has no blocks.
    Off,
    /// The first half of its work.
    Light,
}

impl DaysOff {
    /// True where the day is one of them.
    pub fn holds(&self, day: NaiveDate) -> bool {
        (self.from..=self.to).contains(&day)
    }
}

impl Relief {
    /// What is left of the blocks of a day, in the order of time. Of a light day it is the first half of
    /// the time for work, in whole blocks but for the last; what is for rest stays, as does what is pinned.
    pub(super) fn leaves(self, mut blocks: Vec<Block>) -> Vec<Block> {
        if self == Self::Off {
            return Vec::new();
        }
        let works = |block: &Block| block.category.is_work() && !block.pinned;
        let all: u32 = blocks.iter().filter(|block| works(block)).map(Block::minutes).sum();
        let mut left = all / 2;
        blocks.retain_mut(|block| {
            if !works(block) {
                return true;
            }
            let minutes = block.minutes().min(left);
            left -= minutes;
            block.end = block.start.saturating_add(u16::try_from(minutes).unwrap_or(u16::MAX));
            minutes > 0
        });
        blocks
    }
}

/// The days of some days off as stretches that don't meet, the earliest first: where several meet, what leaves
/// least of a day counts.
pub(super) fn apart(days_off: &[DaysOff]) -> Vec<(NaiveDate, NaiveDate, Relief)> {
    let of =
        |relief| together(days_off.iter().filter(|off| off.relief == relief).map(|off| (off.from, off.to)));
    let off = of(Relief::Off);
    let mut stretches: Vec<_> = off.iter().map(|(from, to)| (*from, *to, Relief::Off)).collect();
    for (from, to) in of(Relief::Light) {
        let mut from = Some(from);
        let first = off.partition_point(|(_, last)| from.is_some_and(|from| *last < from));
        for (off_from, off_to) in off[first..].iter().take_while(|(off_from, _)| *off_from <= to) {
            if let (Some(from), Some(before)) = (from, off_from.pred_opt())
                && from <= before
            {
                stretches.push((from, before, Relief::Light));
            }
            from = off_to.succ_opt();
        }
        if let Some(from) = from.filter(|from| *from <= to) {
            stretches.push((from, to, Relief::Light));
        }
    }
    stretches.sort_unstable_by_key(|(from, ..)| *from);
    stretches
}

/// Stretches of days joined where they meet or follow each other, the earliest first.
fn together(stretches: impl Iterator<Item = (NaiveDate, NaiveDate)>) -> Vec<(NaiveDate, NaiveDate)> {
    let mut sorted: Vec<_> = stretches.filter(|(from, to)| from <= to).collect();
    sorted.sort_unstable();
    let mut joined: Vec<(NaiveDate, NaiveDate)> = Vec::new();
    for (from, to) in sorted {
        match joined.last_mut() {
            Some((_, last)) if last.succ_opt().is_none_or(|after| from <= after) => *last = to.max(*last),
            _ => joined.push((from, to)),
        }
    }
    joined
}
