//! A week has ended behind or ahead.

use super::super::words::hours;
use super::{Kind, Moment, Rule, Situation, Timing, Told};
use crate::progress::Standing;
use crate::reminders::{About, Place};
use std::borrow::Cow;

/// A week has ended behind or ahead.
#[derive(Debug)]
pub(super) struct WeekEnd;

impl Kind for WeekEnd {
    fn name(&self) -> &'static str {
        "week-end"
    }

    fn title(&self) -> &'static str {
        "A week ended behind or ahead"
    }

    fn starts_on(&self) -> bool {
        true
    }

    fn usual(&self) -> Option<Timing> {
        Some(Timing::AsItComes)
    }

    /// As work begins on the day after; news all that day.
    fn moments<'a>(&self, _: &Rule, situation: &Situation<'a>) -> Vec<Moment<'a>> {
        let week = situation.week.iter();
        week.map(|week| Moment {
            subject: Cow::Owned(week.end.week.to_string()),
            at: week.at,
            due: week.due,
            begins: week.due,
            until: Some(week.until),
        })
        .collect()
    }

    fn tell(&self, _: &Rule, _: &Moment<'_>, situation: &Situation<'_>) -> Told {
        let (title, about) = match situation.week {
            Some(week) => {
                let standing = if week.end.standing == Standing::Ahead { "ahead" } else { "behind" };
                let by = hours(week.end.minutes);
                (format!("Week {} ended {by} {standing}", week.number), About::Week(week.end.week))
            }
            None => ("The week has ended".to_owned(), About::Place(Place::Replan)),
        };
        let body = "Nothing has to move. There are ways out to look at.".to_owned();
        Told { title, body, category: None, about }
    }
}
