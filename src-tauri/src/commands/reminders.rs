//! The rules of reminders.

use super::{Answer, Host};
use crate::view::{PhraseReading, ReminderDraft, ReminderRule};
use chrono::{DateTime, Utc};

/// Every rule.
#[tauri::command(async)]
pub(crate) fn get_reminders(host: Host<'_>) -> Answer<Vec<ReminderRule>> {
    host.run(|app| app.reminders())
}

/// Changes a rule.
#[tauri::command(async)]
pub(crate) fn save_reminder(host: Host<'_>, draft: ReminderDraft) -> Answer<()> {
    host.run(|app| app.save_reminder(&draft))
}

/// Reads a reminder in plain words.
#[tauri::command(async)]
pub(crate) fn read_reminder(host: Host<'_>, words: String) -> Answer<PhraseReading> {
    host.run(|app| app.read_reminder(&words))
}

/// Adds a reminder from plain words.
#[tauri::command(async)]
pub(crate) fn add_reminder(host: Host<'_>, words: String) -> Answer<String> {
    host.run(|app| app.add_reminder(&words))
}

/// Removes a reminder.
#[tauri::command(async)]
pub(crate) fn remove_reminder(host: Host<'_>, id: String) -> Answer<()> {
    host.run(|app| app.remove_reminder(&id))
}

/// Holds all reminders back until then, or no longer.
#[tauri::command(async)]
pub(crate) fn hold_reminders(host: Host<'_>, until: Option<DateTime<Utc>>) -> Answer<()> {
    host.run(|app| app.hold_reminders(until))
}
