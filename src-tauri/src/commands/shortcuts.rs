//! Keys that reach Waymark from every program.

use super::{Answer, Host};
use crate::arguments::Wish;
use crate::view::Shortcuts;

/// The shortcuts, with what the system says to them.
#[tauri::command(async)]
pub(crate) fn get_shortcuts(host: Host<'_>) -> Answer<Shortcuts> {
    host.run(|app| app.shortcuts())
}

/// Chooses the keys for something, or none.
#[tauri::command(async)]
pub(crate) fn set_shortcut(host: Host<'_>, wish: Wish, chord: Option<&str>) -> Answer<()> {
    host.run(|app| app.set_shortcut(wish, chord))
}
