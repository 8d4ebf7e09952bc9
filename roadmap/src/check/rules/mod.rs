//! The rules, a file each. Each reads the [`Survey`] and says what it finds.

mod before_itself;
mod counts_differ;
mod rate_against_count;
mod stated_length;
mod template_balance;
mod template_hours;
mod uneven_stage;
mod week_demand;

use super::finding::{Claim, Finding, Rule};
use super::survey::Survey;
use super::{Change, hours, said, words};
use crate::Item;

/// Every rule.
pub(super) const RULES: [fn(&Survey<'_>) -> Vec<Finding>; 8] = [
    template_hours::findings,
    stated_length::findings,
    template_balance::findings,
    week_demand::findings,
    uneven_stage::findings,
    counts_differ::findings,
    rate_against_count::findings,
    before_itself::findings,
];

/// A claim that an item makes.
fn claim(item: &Item, says: impl Into<String>) -> Claim {
    Claim { item: item.id, line: item.span.line, says: says.into() }
}
