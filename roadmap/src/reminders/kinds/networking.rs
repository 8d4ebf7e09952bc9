//! Time for networking, once a week.

use super::{Kind, Moment, Rule, Situation, Timing, Told, on_dates_of_plan};
use crate::Category;
use crate::reminders::{About, Place};
use chrono::Weekday;

/// Time for networking, once a week.
#[derive(Debug)]
pub(super) struct Networking;

impl Kind for Networking {
    fn name(&self) -> &'static str {
        "networking"
    }

    fn title(&self) -> &'static str {
        "Time for networking, once a week"
    }

    fn usual(&self) -> Option<Timing> {
        Some(Timing::Weekly { weekday: Weekday::Wed, minute: 12 * 60 })
    }

    fn moments<'a>(&self, rule: &Rule, situation: &Situation<'a>) -> Vec<Moment<'a>> {
        on_dates_of_plan(rule, situation)
    }

    fn tell(&self, _: &Rule, _: &Moment<'_>, _: &Situation<'_>) -> Told {
        Told {
            title: "Time for networking".to_owned(),
            body: "One message or one call is enough.".to_owned(),
            category: Some(Category::Networking),
            about: About::Place(Place::Today),
        }
    }
}
