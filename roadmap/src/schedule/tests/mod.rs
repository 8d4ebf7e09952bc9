//! What the schedule promises: templates with times, names of blocks, and local time.

mod busy;
mod days;
mod local_time;
mod overlap;
mod templates;
