//! What the schedule promises: templates with times, names of blocks, and local time.

mod local_time;
mod templates;
