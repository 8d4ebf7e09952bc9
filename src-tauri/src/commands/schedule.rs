//! What is different on some days, which template holds from when, and ways out when the plan does not hold.

use super::{Answer, Host};
use crate::view::{DayBlockDraft, DaysOffLine, ForecastLine, ReplanView, Templates};
use chrono::NaiveDate;
use roadmap::ItemId;
use roadmap::plan::replan::Way;

/// Moves a block on its date alone, or adds one that is there only then.
#[tauri::command(async)]
pub(crate) fn save_day_block(host: Host<'_>, draft: DayBlockDraft) -> Answer<()> {
    host.run(|app| app.save_day_block(&draft))
}

/// Leaves a block out on its date.
#[tauri::command(async)]
pub(crate) fn skip_block(host: Host<'_>, key: String) -> Answer<()> {
    host.run(|app| app.skip_block(&key))
}

/// Puts a block back where it usually is.
#[tauri::command(async)]
pub(crate) fn restore_block(host: Host<'_>, key: String) -> Answer<()> {
    host.run(|app| app.restore_block(&key))
}

/// Says what a block is for.
#[tauri::command(async)]
pub(crate) fn give_block(host: Host<'_>, key: String, activity: Option<ItemId>) -> Answer<()> {
    host.run(|app| app.give_block(&key, activity))
}

/// The days off.
#[tauri::command(async)]
pub(crate) fn get_days_off(host: Host<'_>) -> Answer<Vec<DaysOffLine>> {
    host.run(|app| app.days_off())
}

/// Adds or changes days off.
#[tauri::command(async)]
pub(crate) fn save_days_off(host: Host<'_>, line: DaysOffLine) -> Answer<()> {
    host.run(|app| app.save_days_off(&line))
}

/// Removes days off.
#[tauri::command(async)]
pub(crate) fn remove_days_off(host: Host<'_>, id: i64) -> Answer<()> {
    host.run(|app| app.remove_days_off(id))
}

/// The week templates.
#[tauri::command(async)]
pub(crate) fn get_templates(host: Host<'_>) -> Answer<Templates> {
    host.run(|app| app.templates())
}

/// Lets a template take over from a day on.
#[tauri::command(async)]
pub(crate) fn use_template(host: Host<'_>, day: NaiveDate, template: Option<i64>) -> Answer<()> {
    host.run(|app| app.use_template(day, template))
}

/// Adds a template.
#[tauri::command(async)]
pub(crate) fn add_template(host: Host<'_>, name: String, copy: Option<i64>) -> Answer<i64> {
    host.run(|app| app.add_template(&name, copy))
}

/// Renames a template.
#[tauri::command(async)]
pub(crate) fn rename_template(host: Host<'_>, id: i64, name: String) -> Answer<()> {
    host.run(|app| app.rename_template(id, &name))
}

/// Removes a template.
#[tauri::command(async)]
pub(crate) fn remove_template(host: Host<'_>, id: i64) -> Answer<()> {
    host.run(|app| app.remove_template(id))
}

/// When gates and the end are reached at the person's own pace.
#[tauri::command(async)]
pub(crate) fn get_forecast(host: Host<'_>) -> Answer<Vec<ForecastLine>> {
    host.run(|app| app.forecast())
}

/// What is missing of the plan, and the ways out.
#[tauri::command(async)]
pub(crate) fn get_replan(host: Host<'_>) -> Answer<ReplanView> {
    host.run(|app| app.replan())
}

/// Accepts a way out.
#[tauri::command(async)]
pub(crate) fn accept_proposal(host: Host<'_>, way: Way, key: String) -> Answer<()> {
    host.run(|app| app.accept_proposal(way, &key))
}
