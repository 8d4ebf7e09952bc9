//! What was worked.

use super::{Answer, Host};
use crate::view::SessionPage;
use chrono::{DateTime, NaiveDate, Utc};
use roadmap::pomodoro::SessionDraft;

/// A page of the sessions that began on some days, the latest first.
#[tauri::command(async)]
pub(crate) fn get_sessions(host: Host<'_>, from: NaiveDate, to: NaiveDate, page: u32) -> Answer<SessionPage> {
    host.run(|app| app.sessions_of_days(from, to, page))
}

/// Adds a session by hand.
#[tauri::command(async)]
pub(crate) fn add_session(host: Host<'_>, draft: SessionDraft) -> Answer<()> {
    host.run(|app| app.add_session(draft))
}

/// Changes a session.
#[tauri::command(async)]
pub(crate) fn change_session(host: Host<'_>, id: i64, draft: SessionDraft) -> Answer<()> {
    host.run(|app| app.change_session(id, &draft))
}

/// Makes two of a session.
#[tauri::command(async)]
pub(crate) fn split_session(host: Host<'_>, id: i64, at: DateTime<Utc>) -> Answer<()> {
    host.run(|app| app.split_session(id, at))
}

/// Removes a session.
#[tauri::command(async)]
pub(crate) fn remove_session(host: Host<'_>, id: i64) -> Answer<()> {
    host.run(|app| app.remove_session(id))
}
