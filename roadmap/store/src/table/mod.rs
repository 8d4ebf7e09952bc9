//! What each table holds and how: a file a noun, with its row, its reads and its writes.
//!
//! Reads take a [`Connection`](rusqlite::Connection), writes the
//! [`Transaction`](rusqlite::Transaction) that [`Store::transact`](crate::Store::transact) gives.

pub mod accepted_finding;
pub mod calendar;
pub mod calendar_reading;
pub mod days_off;
pub mod decided_length;
pub mod document;
pub mod exception;
pub mod exported_event;
pub mod former_end;
pub mod former_template;
pub mod given_block;
pub mod item;
pub mod left_week;
pub mod moved_work;
pub mod occurrence;
pub mod plan;
pub mod reminder_rule;
pub mod roadmap;
pub mod season;
pub mod session;
pub mod setting;
pub mod single_block;
pub mod template;
pub mod timer;
