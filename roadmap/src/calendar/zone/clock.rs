//! A zone's clock by the calendar's own description (RFC 5545 section 3.6.5).

use crate::calendar::reading::Observance;
use crate::calendar::recurrence::{TooMuch, Until, Work, occurrences};
use chrono::{DateTime, NaiveDateTime, NaiveTime, TimeDelta, Utc};
use std::ops::Range;

/// How far before a window its zone's last change is looked for where it changes by a rule: two years and some.
const BEFORE: TimeDelta = TimeDelta::days(800);

/// The changes of a clock, in order.
pub(in crate::calendar) struct Clock {
    changes: Vec<Change>,
}

/// A change of a clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Change {
    /// What it shows just before.
    at: NaiveDateTime,
    /// How far it was ahead of UTC.
    from: TimeDelta,
    /// How far it is from then on.
    to: TimeDelta,
}

impl Clock {
    /// The clock as described, near the times in `within`.
    ///
    /// # Errors
    /// Where its rules take too long to work out.
    pub(in crate::calendar) fn new(
        observances: &[Observance],
        within: &Range<NaiveDateTime>,
        work: &mut Work,
    ) -> Result<Self, TooMuch> {
        let near = within.start.checked_sub_signed(BEFORE).unwrap_or(NaiveDateTime::MIN)..within.end;
        let mut changes = Vec::new();
        for observance in observances {
            let change = |at| Change { at, from: observance.from, to: observance.to };
            changes.push(change(observance.start));
            changes.extend(observance.dates.iter().copied().map(change));
            for rule in &observance.rules {
                let until = rule.until.map(|until| last(until, observance.from));
                changes
                    .extend(occurrences(rule, observance.start, until, &near, work)?.into_iter().map(change));
            }
        }
        changes.sort_unstable();
        changes.dedup();
        Ok(Self { changes })
    }

    /// The instant at which it shows that: in a fold the first, in a gap by the offset before the gap.
    pub(in crate::calendar) fn instant(&self, wall: NaiveDateTime) -> DateTime<Utc> {
        let next = self.changes.partition_point(|change| change.at <= wall);
        let ahead = match next.checked_sub(1).and_then(|last| self.changes.get(last)) {
            Some(change) if minus(wall, change.to - change.from) < change.at => change.from,
            Some(change) => change.to,
            None => self.first(),
        };
        minus(wall, ahead).and_utc()
    }

    /// What it shows at an instant.
    pub(in crate::calendar) fn wall(&self, instant: DateTime<Utc>) -> NaiveDateTime {
        let utc = instant.naive_utc();
        let next = self.changes.partition_point(|change| minus(change.at, change.from) <= utc);
        let last = next.checked_sub(1).and_then(|last| self.changes.get(last));
        let ahead = last.map_or_else(|| self.first(), |change| change.to);
        minus(utc, -ahead)
    }

    /// How far it is ahead before its first change.
    fn first(&self) -> TimeDelta {
        self.changes.first().map_or(TimeDelta::zero(), |change| change.from)
    }
}

/// The last that a rule's end allows, on the clock before it changes.
fn last(until: Until, from: TimeDelta) -> NaiveDateTime {
    match until {
        Until::Day(day) => day.and_hms_opt(23, 59, 59).unwrap_or_else(|| day.and_time(NaiveTime::MIN)),
        Until::Wall(wall) => wall,
        Until::Instant(instant) => minus(instant.naive_utc(), -from),
    }
}

fn minus(time: NaiveDateTime, delta: TimeDelta) -> NaiveDateTime {
    time.checked_sub_signed(delta).unwrap_or(time)
}
