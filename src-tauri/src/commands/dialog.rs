//! What only the desktop can do: its dialogs, and leaving.

use super::{Answer, Host};
use tauri::{AppHandle, Runtime};
use tauri_plugin_dialog::DialogExt;

/// Opens the system's dialog for a Markdown file; none when it was cancelled.
#[tauri::command(async)]
pub(crate) fn pick_roadmap<R: Runtime>(app: AppHandle<R>) -> Answer<Option<String>> {
    let dialog =
        app.dialog().file().set_title("Open a roadmap").add_filter("Markdown", &["md", "markdown", "txt"]);
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

/// Ends the app.
#[tauri::command(async)]
pub(crate) fn quit<R: Runtime>(app: AppHandle<R>) {
    app.exit(0);
}
