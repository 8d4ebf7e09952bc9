//! The day ends.

use super::super::local::later;
use super::super::words::{clock, hours};
use super::{Kind, Moment, Rule, Situation, Timing, Told, day_of, on_working_days};
use crate::reminders::{About, Place};

/// The day ends.
#[derive(Debug)]
pub(super) struct DayEnd;

impl Kind for DayEnd {
    fn name(&self) -> &'static str {
        "day-end"
    }

    fn title(&self) -> &'static str {
        "The day ends"
    }

    fn usual(&self) -> Option<Timing> {
        Some(Timing::Daily { minute: 21 * 60 })
    }

    fn moments<'a>(&self, rule: &Rule, situation: &Situation<'a>) -> Vec<Moment<'a>> {
        on_working_days(rule, situation)
    }

    fn tell(&self, _: &Rule, moment: &Moment<'_>, situation: &Situation<'_>) -> Told {
        let day = day_of(moment);
        let title = match situation.focused.get(&day) {
            Some(minutes) if *minutes > 0 => format!("The day’s end, after {} of focus", hours(*minutes)),
            _ => "The day’s end".to_owned(),
        };
        let tomorrow = situation.working_days().remove(&later(day, 1)).unwrap_or_default();
        let body = match tomorrow.first() {
            Some(block) => {
                let start = clock(block.start.time(), situation.local.hours_24);
                format!("Tomorrow begins at {start} with {}.", block.words())
            }
            None => "Nothing is planned for tomorrow.".to_owned(),
        };
        Told { title, body, category: None, about: About::Place(Place::Today) }
    }
}
