//! Settings and the plan's terms.

use super::{Answer, Host};
use crate::view::{PlanTerms, Settings, Setup};
use roadmap::plan::Estimate;

/// Keeps the settings.
#[tauri::command(async)]
pub(crate) fn save_settings(host: Host<'_>, settings: Settings) -> Answer<()> {
    host.run(|app| app.save_settings(&settings))
}

/// The plan's terms.
#[tauri::command(async)]
pub(crate) fn get_terms(host: Host<'_>) -> Answer<PlanTerms> {
    host.run(|app| app.terms())
}

/// What other terms would come to.
#[tauri::command(async)]
pub(crate) fn estimate_terms(host: Host<'_>, setup: Setup) -> Answer<Estimate> {
    host.run(|app| app.estimate_terms(&setup))
}

/// Changes the plan's terms.
#[tauri::command(async)]
pub(crate) fn save_terms(host: Host<'_>, setup: Setup) -> Answer<()> {
    host.run(|app| app.save_terms(&setup))
}
