//! The shape of time: templates of a typical week, the blocks of a date, and the local day.
//!
//! Belongs here: when a block is, what it accepts, and how a time of day becomes an instant. What is
//! laid into the blocks, and which stage runs when, belongs to [`crate::plan`].

mod block;
mod busy;
mod day;
mod day_off;
mod days;
mod default;
mod exception;
mod former;
mod moved;
mod overflow;
mod overlap;
pub(crate) mod placing;
pub(crate) mod reading;
mod template;
pub mod weekday;
mod weights;

pub use block::{Block, BlockKey, BlockKeyError, Origin, Portion};
pub use busy::BusyTime;
pub(crate) use day::DAY;
pub(crate) use day::wall_clock;
pub use day::{BadBoundary, DayBoundary, local_day, resolve};
pub use day_off::{DaysOff, DaysOffId, Relief};
pub use days::{Schedule, Season};
pub use exception::{Exception, SingleBlock, SingleBlockId};
pub use former::{FormerEnd, FormerEnds};
pub use moved::MovedWork;
pub use overflow::overflow;
pub(crate) use reading::length;
pub use reading::templates_of;
pub use template::{Template, TemplateBlock, TemplateBlockId};
pub(crate) use weights::Weights;

#[cfg(test)]
mod tests;
