//! The day begins, with what is planned for it.

use super::super::words::{clock, counted, hours};
use super::{Kind, Moment, Rule, Situation, Timing, Told, day_of, on_working_days};
use crate::reminders::{About, Place};

/// The day begins, with what is planned for it.
#[derive(Debug)]
pub(super) struct DayStart;

/// How many blocks are named.
const NAMED: usize = 3;

impl Kind for DayStart {
    fn name(&self) -> &'static str {
        "day-start"
    }

    fn title(&self) -> &'static str {
        "The day begins, with its plan"
    }

    fn usual(&self) -> Option<Timing> {
        Some(Timing::Daily { minute: 8 * 60 + 30 })
    }

    fn moments<'a>(&self, rule: &Rule, situation: &Situation<'a>) -> Vec<Moment<'a>> {
        on_working_days(rule, situation)
    }

    fn tell(&self, _: &Rule, moment: &Moment<'_>, situation: &Situation<'_>) -> Told {
        let blocks = situation.working_days().remove(&day_of(moment)).unwrap_or_default();
        let minutes: i64 = blocks.iter().map(|block| (block.end_utc - block.start_utc).num_minutes()).sum();
        let named = blocks.iter().take(NAMED);
        let mut lines: Vec<String> = named
            .map(|block| format!("{} {}", clock(block.start.time(), situation.local.hours_24), block.words()))
            .collect();
        if let Some(more) = blocks.len().checked_sub(NAMED).filter(|more| *more > 0) {
            lines.push(format!("and {more} more"));
        }
        let planned = hours(u32::try_from(minutes).unwrap_or_default());
        Told {
            title: format!("Today: {}, {planned}", counted(blocks.len(), "block")),
            body: lines.join("\n"),
            category: None,
            about: About::Place(Place::Today),
        }
    }
}
