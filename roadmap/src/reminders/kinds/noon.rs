//! It is noon, and nothing was focused on yet.

use super::super::words::clock;
use super::{Kind, Moment, Rule, Situation, Timing, Told, day_of, on_working_days};
use crate::reminders::{About, Place};

/// It is noon, and nothing was focused on yet.
#[derive(Debug)]
pub(super) struct NothingByNoon;

impl Kind for NothingByNoon {
    fn name(&self) -> &'static str {
        "nothing-by-noon"
    }

    fn title(&self) -> &'static str {
        "Nothing was focused on by noon"
    }

    fn usual(&self) -> Option<Timing> {
        Some(Timing::Daily { minute: 12 * 60 })
    }

    /// On days whose first block began before; none while a focus runs.
    fn moments<'a>(&self, rule: &Rule, situation: &Situation<'a>) -> Vec<Moment<'a>> {
        let days = situation.working_days();
        let today = situation.local.day(situation.now);
        let mut moments = on_working_days(rule, situation);
        moments.retain(|moment| {
            let day = day_of(moment);
            let begun =
                days.get(&day).and_then(|blocks| blocks.first()).is_some_and(|it| it.start_utc < moment.due);
            let running = day == today && situation.running.is_some();
            begun && !running && situation.focused.get(&day).is_none_or(|minutes| *minutes == 0)
        });
        moments
    }

    fn tell(&self, _: &Rule, moment: &Moment<'_>, situation: &Situation<'_>) -> Told {
        let blocks = situation.working_days().remove(&day_of(moment)).unwrap_or_default();
        let next = blocks.iter().find(|block| block.end_utc > situation.now);
        let body = match next {
            Some(block) if block.start_utc > situation.now => {
                let start = clock(block.start.time(), situation.local.hours_24);
                format!("Next is {} at {start}.", block.words())
            }
            Some(block) => format!("It is time for {}.", block.words()),
            None => "A short session counts too.".to_owned(),
        };
        Told {
            title: "There is still time today".to_owned(),
            body,
            category: None,
            about: About::Place(Place::Today),
        }
    }
}
