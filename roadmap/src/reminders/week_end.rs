//! The rule that says once how a week ended.

use super::{About, EndedWeek, Occurrence, OccurrenceKey, RuleId};

/// The occurrence of the rule for a week, due or not.
pub(super) fn occurrence(rule: &RuleId, week: &EndedWeek) -> Occurrence {
    let subject = week.end.week.to_string();
    Occurrence {
        key: OccurrenceKey { rule: rule.clone(), subject, at: week.at, snooze: 0 },
        due: week.due,
        about: About::Week(week.clone()),
        answer: None,
    }
}
