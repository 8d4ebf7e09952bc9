//! Waymark's model: a roadmap read from Markdown, what contradicts itself in it, the plan it becomes,
//! the timer that works it off and the reminders that keep it in view.
//!
//! Everything here is pure. Functions take what they need, `now` included, and return what follows
//! from it; nothing reads a clock, a file or a database, and nothing knows of windows. Keeping is
//! the work of `roadmap-store`, showing that of `waymark`.
#![forbid(unsafe_code)]

pub mod calendar;
pub mod category;
pub mod check;
pub mod document;
pub mod edit;
pub mod item;
pub mod plan;
pub mod pomodoro;
pub mod progress;
pub mod reminders;
pub mod schedule;
pub mod steps;

pub use category::Category;
pub use item::{Item, ItemId, Kind, Roadmap};
