//! Stories: what a person does with Waymark from end to end, told through the real commands on a clock that the story
//! moves. One file for each part of a person's day; steps that many stories begin with are in `steps`.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, reason = "all of this is test code")]

mod absence;
mod at_hand;
mod buffer;
mod calendar_export;
mod calendars;
mod corrections;
mod day_ends;
mod document;
mod editing;
mod files;
mod first_run;
mod forecast;
mod former_ends;
mod former_templates;
mod library;
mod mini;
mod modes;
mod moved_blocks;
mod nights;
mod own_reminders;
mod plan_check;
mod recording;
mod reminders;
mod replan;
mod sample;
mod schedule;
mod sessions;
mod settings;
mod shortcuts;
mod sounds;
mod steps;
mod timer;
mod week_ends;
mod weeks;
