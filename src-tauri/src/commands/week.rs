//! A week and its blocks.

use super::{Answer, Host};
use crate::view::{BlockDraft, WeekView};
use chrono::NaiveDate;

/// The week that holds a day.
#[tauri::command(async)]
pub(crate) fn get_week(host: Host<'_>, day: NaiveDate) -> Answer<WeekView> {
    host.run(|app| app.week(day))
}

/// Changes or adds a block of the template.
#[tauri::command(async)]
pub(crate) fn save_block(host: Host<'_>, draft: BlockDraft) -> Answer<()> {
    host.run(|app| app.save_block(&draft))
}

/// Removes a block of the template.
#[tauri::command(async)]
pub(crate) fn remove_block(host: Host<'_>, id: i64) -> Answer<()> {
    host.run(|app| app.remove_block(id))
}
