//! The day.

use super::{Answer, Host};
use crate::view::TodayView;

/// The day: what now?
#[tauri::command(async)]
pub(crate) fn get_today(host: Host<'_>) -> Answer<TodayView> {
    host.run(|app| app.today())
}
