//! Finding a time of day for blocks that a document gives only a length or a part of the day.

use super::DAY;
use crate::item::PartOfDay;
use chrono::Weekday;

/// When a block begins at the earliest that has no time: mornings at 9:00, afternoons at 14:00,
/// evenings at 19:00. Without a part of the day it is 19:00 on weekdays, after other work, and 9:00
/// on Saturday and Sunday.
pub(crate) fn wished(part: Option<PartOfDay>, day: Weekday) -> u16 {
    match part {
        Some(PartOfDay::Morning) => 9 * 60,
        Some(PartOfDay::Afternoon) => 14 * 60,
        Some(PartOfDay::Evening) => 19 * 60,
        None if matches!(day, Weekday::Sat | Weekday::Sun) => 9 * 60,
        None => 19 * 60,
    }
}

/// The times of a day that are already taken, in order, none overlapping another.
#[derive(Debug, Clone, Default)]
pub(crate) struct Taken(Vec<(u16, u16)>);

impl Taken {
    /// Takes `minutes` from `start` on, or what of it is free after what is taken before; none
    /// where nothing is left.
    pub(crate) fn at(&mut self, start: u16, minutes: u32) -> Option<(u16, u16)> {
        let end = to_time(u32::from(start) + minutes);
        let pushed =
            |start: u16, taken: &(u16, u16)| if taken.0 <= start { start.max(taken.1) } else { start };
        let start = self.0.iter().fold(start, pushed);
        let next = self.0.iter().map(|taken| taken.0).find(|from| *from > start).unwrap_or(DAY);
        let end = end.min(next);
        (start < end).then(|| self.keep(start, end))
    }

    /// Takes the first `minutes` in a row that are free from `wished` on; failing that, the last of
    /// the day; failing that, the longest stretch that is free. None where nothing is.
    pub(crate) fn from(&mut self, wished: u16, minutes: u32) -> Option<(u16, u16)> {
        let fits = |(start, end): &(u16, u16)| u32::from(end - start) >= minutes;
        let later = self.free(wished).into_iter().find(fits);
        let any = || self.free(0).into_iter().rfind(fits);
        let longest = || self.free(0).into_iter().max_by_key(|(start, end)| (end - start, DAY - start));
        let (start, end) = later.or_else(any).or_else(longest).filter(|(start, end)| start < end)?;
        let late_start = end.saturating_sub(to_time(minutes)).max(start);
        let start = if start < wished && end <= wished { late_start } else { start };
        Some(self.keep(start, end.min(to_time(u32::from(start) + minutes))))
    }

    /// What is free from a time on, in order.
    fn free(&self, from: u16) -> Vec<(u16, u16)> {
        let mut free = Vec::new();
        let mut start = from;
        for (taken, until) in self.0.iter().copied().chain([(DAY, DAY)]) {
            if start < taken {
                free.push((start, taken));
            }
            start = start.max(until);
        }
        free
    }

    fn keep(&mut self, start: u16, end: u16) -> (u16, u16) {
        let place = self.0.partition_point(|taken| taken.0 < start);
        self.0.insert(place, (start, end));
        (start, end)
    }
}

fn to_time(minutes: u32) -> u16 {
    u16::try_from(minutes).unwrap_or(DAY).min(DAY)
}
