//! The person's other calendars, and plans written for them.

use super::{Answer, Host};
use crate::view::{CalendarExport, CalendarLine};

/// The calendars that plans keep clear of.
#[tauri::command(async)]
pub(crate) fn get_calendars(host: Host<'_>) -> Answer<Vec<CalendarLine>> {
    host.run(|app| app.calendars())
}

/// Adds a file, or a folder of them.
#[tauri::command(async)]
pub(crate) fn add_calendar(host: Host<'_>, path: String) -> Answer<()> {
    host.add_calendar(&path)
}

/// Takes one off the list.
#[tauri::command(async)]
pub(crate) fn remove_calendar(host: Host<'_>, id: i64) -> Answer<()> {
    host.run(|app| app.remove_calendar(id))
}

/// Writes the plan into a calendar file.
#[tauri::command(async)]
pub(crate) fn export_calendar(host: Host<'_>, path: String) -> Answer<CalendarExport> {
    host.run(|app| app.export_calendar(&path))
}
