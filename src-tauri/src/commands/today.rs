//! The day.

use super::{Answer, Host};
use crate::view::TodayView;
use chrono::NaiveDate;

/// The day: what now?
#[tauri::command(async)]
pub(crate) fn get_today(host: Host<'_>) -> Answer<TodayView> {
    host.run(|app| app.today())
}

/// Leaves a week as it ended.
#[tauri::command(async)]
pub(crate) fn leave_week(host: Host<'_>, week: NaiveDate) -> Answer<()> {
    host.run(|app| app.leave_week(week))
}
