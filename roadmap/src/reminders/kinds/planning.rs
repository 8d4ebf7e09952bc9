//! Time to plan the week.

use super::{Kind, Moment, Rule, Situation, Timing, Told, on_dates_of_plan};
use crate::reminders::{About, Place};
use chrono::Weekday;

/// Time to plan the week.
#[derive(Debug)]
pub(super) struct WeeklyPlanning;

impl Kind for WeeklyPlanning {
    fn name(&self) -> &'static str {
        "weekly-planning"
    }

    fn title(&self) -> &'static str {
        "Time to plan the week"
    }

    fn usual(&self) -> Option<Timing> {
        Some(Timing::Weekly { weekday: Weekday::Sun, minute: 18 * 60 })
    }

    fn moments<'a>(&self, rule: &Rule, situation: &Situation<'a>) -> Vec<Moment<'a>> {
        on_dates_of_plan(rule, situation)
    }

    fn tell(&self, _: &Rule, _: &Moment<'_>, _: &Situation<'_>) -> Told {
        Told {
            title: "Plan the week ahead".to_owned(),
            body: "Look at its blocks, and move what will not fit.".to_owned(),
            category: None,
            about: About::Place(Place::Week),
        }
    }
}
