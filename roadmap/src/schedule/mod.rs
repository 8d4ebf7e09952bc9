//! The shape of time: templates of a typical week, the blocks of a date, and the local day.
//!
//! Belongs here: when a block is, what it accepts, and how a time of day becomes an instant. What is
//! laid into the blocks, and which stage runs when, belongs to [`crate::plan`].

mod block;
mod day;
mod template;
pub mod weekday;

pub use block::{Block, BlockKey, BlockKeyError, Origin, Portion};
pub use day::{DAY_BOUNDARY, local_day, resolve};
pub use template::{Template, TemplateBlock, TemplateBlockId, templates_of};
