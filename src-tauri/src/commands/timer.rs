//! The timer.

use super::{Answer, Host};
use crate::view::{TimerView, WorkChoice};
use roadmap::pomodoro::{Absence, Work};

/// The timer.
#[tauri::command(async)]
pub(crate) fn get_timer(host: Host<'_>) -> Answer<TimerView> {
    host.run(|app| app.timer_view())
}

/// Everything open that an interval can be for.
#[tauri::command(async)]
pub(crate) fn get_work_choices(host: Host<'_>) -> Answer<Vec<WorkChoice>> {
    host.run(|app| app.work_choices())
}

/// Starts a focus interval.
#[tauri::command(async)]
pub(crate) fn start_timer(host: Host<'_>, work: Option<Work>) -> Answer<()> {
    host.run(|app| app.start_timer(work))
}

/// Starts the earned break.
#[tauri::command(async)]
pub(crate) fn start_break(host: Host<'_>) -> Answer<()> {
    host.run(|app| app.start_break())
}

/// Holds the interval.
#[tauri::command(async)]
pub(crate) fn pause_timer(host: Host<'_>) -> Answer<()> {
    host.run(|app| app.pause_timer())
}

/// Goes on with it.
#[tauri::command(async)]
pub(crate) fn resume_timer(host: Host<'_>) -> Answer<()> {
    host.run(|app| app.resume_timer())
}

/// Ends it early and goes on to what comes next.
#[tauri::command(async)]
pub(crate) fn skip_interval(host: Host<'_>) -> Answer<()> {
    host.run(|app| app.skip_interval())
}

/// Ends it early.
#[tauri::command(async)]
pub(crate) fn stop_timer(host: Host<'_>) -> Answer<()> {
    host.run(|app| app.stop_timer())
}

/// Makes it longer.
#[tauri::command(async)]
pub(crate) fn extend_interval(host: Host<'_>, minutes: u32) -> Answer<()> {
    host.run(|app| app.extend_interval(minutes))
}

/// Says what an absence was.
#[tauri::command(async)]
pub(crate) fn resolve_absence(host: Host<'_>, choice: Absence) -> Answer<()> {
    host.run(|app| app.resolve_absence(choice))
}
