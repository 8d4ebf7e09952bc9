//! The real window: what only the whole app can show, from the page over the app to the desktop and back. Few, as each
//! starts the app; what can be told without a window is told in `stories`.
//!
//! They want a screen with a window manager, and the app built. `cargo xtask test --only window` sees to both.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "all of this is test code")]

mod absence;
mod autostart;
mod calendars;
mod command_line;
mod document;
mod first_run;
mod leaving;
mod mini;
mod plan_check;
mod recording;
mod reminders;
mod schedule;
mod shortcuts;
mod silence;
mod sounds;
mod steps;
mod timer;
mod tray;
