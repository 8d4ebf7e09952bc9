//! The timer.

use super::{Answer, Host};
use crate::view::{TimerView, WorkChoice};
use roadmap::pomodoro::{Absence, Mode, SessionKey, Work};

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
pub(crate) fn start_timer(host: Host<'_>, work: Option<Work>, mode: Option<Mode>) -> Answer<()> {
    host.run(|app| app.start_timer(work, mode))
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

/// Ends it as finished.
#[tauri::command(async)]
pub(crate) fn finish_interval(host: Host<'_>) -> Answer<()> {
    host.run(|app| app.finish_interval())
}

/// Abandons it.
#[tauri::command(async)]
pub(crate) fn stop_timer(host: Host<'_>, reason: Option<String>) -> Answer<()> {
    host.run(|app| app.stop_timer(reason))
}

/// Lets the cycle start anew.
#[tauri::command(async)]
pub(crate) fn reset_round(host: Host<'_>) -> Answer<()> {
    host.run(|app| app.reset_round())
}

/// Goes on with other work.
#[tauri::command(async)]
pub(crate) fn change_work(host: Host<'_>, work: Work) -> Answer<()> {
    host.run(|app| app.change_work(work))
}

/// Chooses how the next focus is measured.
#[tauri::command(async)]
pub(crate) fn choose_mode(host: Host<'_>, mode: Mode) -> Answer<()> {
    host.run(|app| app.choose_mode(mode))
}

/// Notes something of it, or of a session that the timer has gone on from.
#[tauri::command(async)]
pub(crate) fn note_interval(host: Host<'_>, text: String, session: Option<i64>) -> Answer<()> {
    host.run(|app| app.note_interval(text, session.map(SessionKey)))
}

/// Counts an interruption.
#[tauri::command(async)]
pub(crate) fn count_interruption(host: Host<'_>) -> Answer<()> {
    host.run(|app| app.count_interruption())
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
