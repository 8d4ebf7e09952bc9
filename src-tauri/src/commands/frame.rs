//! What stands around every screen.

use super::{Answer, Host};
use crate::view::Frame;

/// What the frame shows.
#[tauri::command(async)]
pub(crate) fn get_frame(host: Host<'_>) -> Answer<Frame> {
    host.run(|app| app.frame())
}

/// Shows the mini window, or closes it.
#[tauri::command(async)]
pub(crate) fn show_mini(host: Host<'_>, shown: bool) -> Answer<()> {
    host.run(|app| app.show_mini(shown))
}

/// Takes the latest change back.
#[tauri::command(async)]
pub(crate) fn undo(host: Host<'_>) -> Answer<Option<String>> {
    host.run(|app| app.undo())
}

/// Does the latest undone change again.
#[tauri::command(async)]
pub(crate) fn redo(host: Host<'_>) -> Answer<Option<String>> {
    host.run(|app| app.redo())
}
