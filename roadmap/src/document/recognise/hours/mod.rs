//! Hours in words: "(15 hours)", "[7 hours total]", "(2-4 hours/day)", "90 min", "15h".
//!
//! [`stretch`] reads a stretch of time wherever it stands, [`mod@planned`] tells which one a text plans for what it
//! says, and [`around`] knows the words and marks around one.

mod around;
mod planned;
mod stretch;
#[cfg(test)]
mod tests;

pub(in crate::document) use planned::without_hours;
pub(super) use planned::{alone, name_before, planned, planned_at, titled};
pub(super) use stretch::{Per, Stretch, place_of, split_of_day, stretch_in};
