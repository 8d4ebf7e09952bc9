//! The rule that reminds of a block's beginning.

use super::{About, Occurrence, OccurrenceKey, RuleId, Upcoming};
use chrono::TimeDelta;

/// Every occurrence of the rule for these blocks, due or not.
pub(super) fn occurrences(
    rule: &RuleId,
    lead_minutes: u32,
    blocks: &[Upcoming],
) -> impl Iterator<Item = Occurrence> {
    let lead = TimeDelta::minutes(lead_minutes.into());
    blocks.iter().map(move |block| Occurrence {
        key: OccurrenceKey { rule: rule.clone(), subject: block.subject.clone(), at: block.start, snooze: 0 },
        due: block.start_utc.checked_sub_signed(lead).unwrap_or(block.start_utc),
        about: About::Block(block.clone()),
        answer: None,
    })
}
