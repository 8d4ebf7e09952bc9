//! A block of the day begins.

use super::super::words::clock;
use super::{Kind, Moment, Rule, Situation, Timing, Told};
use crate::reminders::{About, LATE_AFTER, Place, Upcoming};
use chrono::TimeDelta;
use std::borrow::Cow;

/// A block of the day begins.
#[derive(Debug)]
pub(super) struct BlockStart;

impl Kind for BlockStart {
    fn name(&self) -> &'static str {
        "block-start"
    }

    fn title(&self) -> &'static str {
        "A block begins"
    }

    fn starts_on(&self) -> bool {
        true
    }

    fn usual(&self) -> Option<Timing> {
        Some(Timing::Before { minutes: 0 })
    }

    /// Named by the start, so that another lead time brings no second one. After its block, or some minutes into it, it
    /// is of no use.
    fn moments<'a>(&self, rule: &Rule, situation: &Situation<'a>) -> Vec<Moment<'a>> {
        let blocks = situation.blocks.iter();
        let moment = |block: &'a Upcoming| Moment {
            subject: Cow::Borrowed(&block.subject),
            at: block.start,
            due: block.start_utc.checked_sub_signed(lead(rule)).unwrap_or(block.start_utc),
            begins: block.start_utc,
            until: Some((block.start_utc + LATE_AFTER).min(block.end_utc)),
        };
        blocks.map(moment).collect()
    }

    fn tell(&self, _: &Rule, moment: &Moment<'_>, situation: &Situation<'_>) -> Told {
        let is_it = |block: &&Upcoming| block.subject == moment.subject && block.start == moment.at;
        let Some(block) = situation.blocks.iter().find(is_it) else { return gone() };
        let local = &situation.local;
        let end = local.zone.local(block.end_utc).time();
        let (start, end) = (clock(block.start.time(), local.hours_24), clock(end, local.hours_24));
        Told {
            title: block.words().to_owned(),
            body: format!("{}, {start} to {end}", block.title),
            category: Some(block.category),
            about: About::Block(block.clone()),
        }
    }
}

/// How long before a rule reminds.
pub(super) fn lead(rule: &Rule) -> TimeDelta {
    match rule.timing {
        Timing::Before { minutes } => TimeDelta::minutes(minutes.into()),
        _ => TimeDelta::zero(),
    }
}

/// What is said of a block that is not there: no moment is without its block.
pub(super) fn gone() -> Told {
    let title = "A block".to_owned();
    Told { title, body: String::new(), category: None, about: About::Place(Place::Today) }
}
