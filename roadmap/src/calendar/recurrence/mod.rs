//! Rules by which events repeat (RFC 5545 section 3.3.10).
//!
//! Worked out on the wall clock and period by period, beginning near the window, so that it makes no difference how
//! long ago a rule began; and only as far as a stated amount of [`Work`] reaches, so that no rule takes forever.

mod days;
mod expand;
mod rule;
mod work;

pub(super) use expand::occurrences;
pub(super) use rule::{Rule, Until};
pub(super) use work::{TooMuch, Work};
