//! The text of a calendar taken apart: lines, properties, values, and the events and zones they make.

mod components;
mod event;
mod line;
mod observance;
mod property;
mod stamp;

pub(super) use components::{Components, components};
pub(super) use event::{End, Event};
pub(super) use observance::Observance;
pub(super) use stamp::{Nominal, Place, Stamp, date_or_time, instant};
