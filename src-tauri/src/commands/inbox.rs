//! The inbox.

use super::{Answer, Host};
use crate::view::{InboxAction, InboxEntry};
use roadmap::reminders::SnoozeLength;

/// The inbox, newest first.
#[tauri::command(async)]
pub(crate) fn get_inbox(host: Host<'_>) -> Answer<Vec<InboxEntry>> {
    host.run(|app| app.inbox())
}

/// Marks everything as looked at.
#[tauri::command(async)]
pub(crate) fn see_inbox(host: Host<'_>) -> Answer<()> {
    host.run(|app| app.see_inbox())
}

/// Carries out a button of an entry.
#[tauri::command(async)]
pub(crate) fn answer_inbox(host: Host<'_>, id: i64, action: InboxAction) -> Answer<()> {
    host.run(|app| app.answer_inbox(id, action))
}

/// Puts an entry off.
#[tauri::command(async)]
pub(crate) fn snooze_inbox(host: Host<'_>, id: i64, length: SnoozeLength) -> Answer<()> {
    host.run(|app| app.snooze_inbox(id, length))
}
