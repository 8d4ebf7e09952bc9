//! A block of the day ends.

use super::super::words::clock;
use super::block_start::{gone, lead};
use super::{Kind, Moment, Rule, Situation, Timing, Told};
use crate::reminders::{About, LATE_AFTER, Place, Upcoming};
use std::borrow::Cow;

/// A block of the day ends.
#[derive(Debug)]
pub(super) struct BlockEnd;

impl Kind for BlockEnd {
    fn name(&self) -> &'static str {
        "block-end"
    }

    fn title(&self) -> &'static str {
        "A block ends"
    }

    fn usual(&self) -> Option<Timing> {
        Some(Timing::Before { minutes: 5 })
    }

    /// Named by the block's start, as everything of a block is; never before it.
    fn moments<'a>(&self, rule: &Rule, situation: &Situation<'a>) -> Vec<Moment<'a>> {
        let moment = |block: &'a Upcoming| {
            let due = block.end_utc.checked_sub_signed(lead(rule)).unwrap_or(block.end_utc);
            Moment {
                subject: Cow::Borrowed(&block.subject),
                at: block.start,
                due: due.max(block.start_utc),
                begins: block.end_utc,
                until: Some(block.end_utc + LATE_AFTER),
            }
        };
        situation.blocks.iter().map(moment).collect()
    }

    fn tell(&self, _: &Rule, moment: &Moment<'_>, situation: &Situation<'_>) -> Told {
        let is_it = |block: &&Upcoming| block.subject == moment.subject && block.start == moment.at;
        let Some(block) = situation.blocks.iter().find(is_it) else { return gone() };
        let end = clock(situation.local.zone.local(block.end_utc).time(), situation.local.hours_24);
        let over = situation.now >= block.end_utc;
        Told {
            title: format!("{} {}", block.title, if over { "is over" } else { "ends soon" }),
            body: if over { format!("It ended at {end}.") } else { format!("It ends at {end}.") },
            category: Some(block.category),
            about: About::Place(Place::Today),
        }
    }
}
