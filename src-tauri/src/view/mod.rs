//! What crosses to the screen: plain data, named like the model, with TypeScript types made from it.
//!
//! A view holds what a screen needs, already worked out; it holds no prose that depends on the
//! locale. Dates are `YYYY-MM-DD`, instants are UTC, times of day are minutes after local midnight,
//! lengths say their unit. Nothing here reads or writes anything.

mod calendar;
mod check;
mod document;
mod first_run;
mod forecast;
mod frame;
mod inbox;
mod library;
mod problem;
mod reminders;
mod replan;
mod roadmap;
mod schedule;
mod session;
mod settings;
mod shortcut;
mod sound;
mod surroundings;
mod timer;
mod today;
mod week;

pub use calendar::*;
pub use check::*;
pub use document::*;
pub use first_run::*;
pub use forecast::*;
pub use frame::*;
pub use inbox::*;
pub use library::*;
pub use problem::*;
pub use reminders::*;
pub use replan::*;
pub use roadmap::*;
pub use schedule::*;
pub use session::*;
pub use settings::*;
pub use shortcut::*;
pub use sound::*;
pub use surroundings::*;
pub use timer::*;
pub use today::*;
pub use week::*;

#[cfg(test)]
mod tests {
    use ts_rs::{Config, TS};

    /// What a command takes and no view holds.
    #[test]
    fn what_only_commands_take_crosses_too() {
        let config = Config::from_env();
        roadmap::pomodoro::Absence::export_all(&config).unwrap();
        roadmap::pomodoro::Mode::export_all(&config).unwrap();
        roadmap::pomodoro::SessionDraft::export_all(&config).unwrap();
        super::RoadmapSource::export_all(&config).unwrap();
        roadmap::edit::Edit::export_all(&config).unwrap();
    }
}
