//! Calendar files (RFC 5545): busy times in, to plan around.
//!
//! [`overlay()`] reads another calendar, whole or broken, into the times at which the person is busy.
//!
//! Belongs here: text of calendars, and what it means in time. Opening files and
//! fetching is the app's matter.

mod overlay;
mod problem;
mod reading;
mod recurrence;
mod series;
mod text;
mod zone;

#[cfg(test)]
mod tests;

pub use overlay::{Busy, MOST_BUSY, MOST_BYTES, Overlay, OverlayError, overlay};
pub use problem::{MOST_PROBLEMS, Problem, Trouble};
