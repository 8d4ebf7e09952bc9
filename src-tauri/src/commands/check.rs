//! The plan check.

use super::{Answer, Host};
use crate::view::PlanCheck;

/// What the check finds.
#[tauri::command(async)]
pub(crate) fn get_plan_check(host: Host<'_>) -> Answer<PlanCheck> {
    host.run(|app| app.plan_check())
}

/// Takes a way out of a finding.
#[tauri::command(async)]
pub(crate) fn resolve_finding(host: Host<'_>, key: String, remedy: usize) -> Answer<()> {
    host.run(|app| app.resolve_finding(&key, remedy))
}

/// Leaves a finding as it is, or looks at it again.
#[tauri::command(async)]
pub(crate) fn accept_finding(host: Host<'_>, key: String, accepted: bool) -> Answer<()> {
    host.run(|app| app.accept_finding(&key, accepted))
}
