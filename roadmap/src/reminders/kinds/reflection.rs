//! Time to look back on the week.

use super::{Kind, Moment, Rule, Situation, Timing, Told, on_dates_of_plan};
use crate::Category;
use crate::reminders::{About, Place};
use chrono::Weekday;

/// Time to look back on the week.
#[derive(Debug)]
pub(super) struct WeeklyReflection;

impl Kind for WeeklyReflection {
    fn name(&self) -> &'static str {
        "weekly-reflection"
    }

    fn title(&self) -> &'static str {
        "Time to look back on the week"
    }

    fn starts_on(&self) -> bool {
        true
    }

    fn usual(&self) -> Option<Timing> {
        Some(Timing::Weekly { weekday: Weekday::Sun, minute: 18 * 60 })
    }

    fn moments<'a>(&self, rule: &Rule, situation: &Situation<'a>) -> Vec<Moment<'a>> {
        on_dates_of_plan(rule, situation)
    }

    fn tell(&self, _: &Rule, _: &Moment<'_>, _: &Situation<'_>) -> Told {
        Told {
            title: "Look back on the week".to_owned(),
            body: "What went well, and what changes next week?".to_owned(),
            category: Some(Category::Review),
            about: About::Place(Place::Week),
        }
    }
}
