//! What only the desktop can do: its dialogs, its windows, starting at login, and leaving.

use super::{Answer, Host};
use crate::desktop::{autostart, idle};
use crate::view::{Code, ExportFormat, Problem, Surroundings};
use tauri::{AppHandle, Runtime};
use tauri_plugin_dialog::DialogExt;

/// Opens the system's dialog for a Markdown file; none when it was cancelled.
#[tauri::command(async)]
pub(crate) fn pick_roadmap<R: Runtime>(app: AppHandle<R>) -> Answer<Option<String>> {
    let dialog = app
        .dialog()
        .file()
        .set_title("Open a roadmap")
        .add_filter("Roadmaps", &["md", "markdown", "txt", "json"]);
    Ok(dialog.blocking_pick_file().map(|path| path.to_string()))
}

/// Opens the system's dialog for the folder that relative links point into, and takes it; none when it
/// was cancelled.
#[tauri::command(async)]
pub(crate) fn pick_resource_base<R: Runtime>(app: AppHandle<R>, host: Host<'_>) -> Answer<Option<String>> {
    let picked =
        app.dialog().file().set_title("Choose the folder of the study material").blocking_pick_folder();
    let Some(folder) = picked.map(|path| path.to_string()) else { return Ok(None) };
    host.run(|app| app.set_resource_base(Some(&folder)))?;
    Ok(Some(folder))
}

/// Opens the system's dialog for the file to export to; none when it was cancelled.
#[tauri::command(async)]
pub(crate) fn pick_export<R: Runtime>(
    app: AppHandle<R>,
    title: &str,
    format: ExportFormat,
) -> Answer<Option<String>> {
    let (kind, ending) = match format {
        ExportFormat::Markdown => ("Markdown", "md"),
        ExportFormat::Json => ("Waymark roadmap", "json"),
    };
    let dialog = app.dialog().file().set_title("Export the roadmap").add_filter(kind, &[ending]);
    let picked = dialog.set_file_name(format!("{}.{ending}", file_name_of(title))).blocking_save_file();
    Ok(picked.map(|path| path.to_string()))
}

/// A title as any system takes it for a file's name.
fn file_name_of(title: &str) -> String {
    let safe = title.replace(|letter: char| !letter.is_alphanumeric() && !" -_".contains(letter), "-");
    safe.trim().to_owned()
}

/// Opens the system's dialog for a calendar file, or for a folder of them; none when it was cancelled.
#[tauri::command(async)]
pub(crate) fn pick_calendar<R: Runtime>(app: AppHandle<R>, folder: bool) -> Answer<Option<String>> {
    let dialog = app.dialog().file();
    let picked = match folder {
        true => dialog.set_title("Choose a folder of calendars").blocking_pick_folder(),
        false => {
            let dialog = dialog.set_title("Choose a calendar").add_filter("iCalendar", &["ics"]);
            dialog.blocking_pick_file()
        }
    };
    Ok(picked.map(|path| path.to_string()))
}

/// Opens the system's dialog for the calendar file to write the plan to; none when it was cancelled.
#[tauri::command(async)]
pub(crate) fn pick_calendar_export<R: Runtime>(app: AppHandle<R>, title: &str) -> Answer<Option<String>> {
    let dialog = app.dialog().file().set_title("Export the plan’s calendar");
    let dialog = dialog.add_filter("iCalendar", &["ics"]);
    let picked = dialog.set_file_name(format!("{}.ics", file_name_of(title))).blocking_save_file();
    Ok(picked.map(|path| path.to_string()))
}

/// Opens the system's dialog for the Markdown file that gets a progress section; none when it was cancelled.
#[tauri::command(async)]
pub(crate) fn pick_progress_file<R: Runtime>(app: AppHandle<R>) -> Answer<Option<String>> {
    let dialog = app.dialog().file().set_title("Choose the file for the progress section");
    let dialog = dialog.add_filter("Markdown", &["md", "markdown", "txt"]);
    Ok(dialog.blocking_pick_file().map(|path| path.to_string()))
}

/// Whether the system starts Waymark at login.
#[tauri::command(async)]
pub(crate) fn get_autostart<R: Runtime>(app: AppHandle<R>) -> Answer<bool> {
    autostart::is_on(&app)
        .map_err(|error| refused(format!("Whether Waymark starts at login could not be found out: {error}.")))
}

/// What the system does not tell of the person.
#[tauri::command(async)]
pub(crate) fn get_surroundings(host: Host<'_>) -> Answer<Surroundings> {
    Ok(Surroundings { no_idle: idle::unavailable(), no_silence: host.run(|app| Ok(app.no_silence()))? })
}

/// Has the system start Waymark at login, or no more.
#[tauri::command(async)]
pub(crate) fn set_autostart<R: Runtime>(app: AppHandle<R>, on: bool) -> Answer<()> {
    autostart::set(&app, on).map_err(|error| {
        let what = if on { "Starting at login could not be set up" } else { "Starting at login is still on" };
        refused(format!("{what}: {error}. The system’s own settings for what starts at login can do it too."))
    })
}

fn refused(message: String) -> Problem {
    Problem { code: Code::File, message }
}

/// Brings the main window to the front.
#[tauri::command(async)]
pub(crate) fn show_window<R: Runtime>(app: AppHandle<R>) {
    crate::desktop::show_window(&app);
}

/// Ends the app.
#[tauri::command(async)]
pub(crate) fn quit<R: Runtime>(app: AppHandle<R>) {
    app.exit(0);
}
