//! Calendar files (RFC 5545): blocks and gates out, for any calendar program; busy times in, to plan around.
//!
//! [`calendar_text`] writes concrete events, each with a name that stays, so that a later export updates what an
//! earlier one brought. [`overlay()`] reads another calendar, whole or broken, into the times at which the person is
//! busy.
//!
//! Belongs here: text of calendars, and what it means in time. Which blocks there are is [`crate::schedule`]'s
//! matter; opening files and fetching is the app's.

mod event;
mod export;
mod local;
mod overlay;
mod problem;
mod reading;
mod recurrence;
mod series;
mod text;
mod zone;

#[cfg(test)]
mod tests;

pub use event::{CalendarEvent, ExportedEvent, When};
pub use export::calendar_text;
pub use local::{DayTimes, MOST_TIMES};
pub use overlay::{Busy, MOST_BUSY, MOST_BYTES, Overlay, OverlayError, overlay};
pub use problem::{MOST_PROBLEMS, Problem, Trouble};
