//! What the person wants to be reminded of.

use super::super::phrase;
use super::{Kind, Moment, Rule, Situation, Timing, Told, on_date};
use crate::reminders::{About, Place};

/// What the person wants to be reminded of.
#[derive(Debug)]
pub(super) struct Own;

impl Kind for Own {
    fn name(&self) -> &'static str {
        "own"
    }

    fn title(&self) -> &'static str {
        "Your own reminder"
    }

    fn starts_on(&self) -> bool {
        true
    }

    fn usual(&self) -> Option<Timing> {
        None
    }

    fn can_be(&self, timing: &Timing) -> bool {
        matches!(
            timing,
            Timing::Once { .. }
                | Timing::Daily { .. }
                | Timing::Weekdays { .. }
                | Timing::Weekly { .. }
                | Timing::Monthly { .. }
        )
    }

    fn is_of_plan(&self) -> bool {
        false
    }

    /// What comes once keeps, however long nobody asked.
    fn moments<'a>(&self, rule: &Rule, situation: &Situation<'a>) -> Vec<Moment<'a>> {
        let Some(minute) = rule.timing.minute() else { return Vec::new() };
        if let Timing::Once { on, .. } = rule.timing {
            let near = on <= situation.horizon();
            return near.then(|| on_date(on, minute, situation)).into_iter().collect();
        }
        let dates = situation.dates().filter(|date| rule.timing.is_on(*date));
        dates.map(|date| on_date(date, minute, situation)).collect()
    }

    fn tell(&self, rule: &Rule, _: &Moment<'_>, situation: &Situation<'_>) -> Told {
        let words = phrase::timing(&rule.timing, situation.local.hours_24);
        let once = matches!(rule.timing, Timing::Once { .. });
        Told {
            title: if rule.text.is_empty() { "Reminder".to_owned() } else { rule.text.clone() },
            body: if once { String::new() } else { sentence(&words) },
            category: None,
            about: About::Place(Place::Inbox),
        }
    }
}

fn sentence(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}
