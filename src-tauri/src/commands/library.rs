//! The person's roadmaps, side by side.

use super::{Answer, Host};
use crate::view::{ExportFormat, RoadmapEntry};

/// The person's roadmaps.
#[tauri::command(async)]
pub(crate) fn get_roadmaps(host: Host<'_>) -> Answer<Vec<RoadmapEntry>> {
    host.run(|app| app.roadmaps())
}

/// Makes another roadmap the active one.
#[tauri::command(async)]
pub(crate) fn activate_roadmap(host: Host<'_>, id: i64) -> Answer<()> {
    host.run(|app| app.activate_roadmap(id))
}

/// Puts a roadmap away, or takes it back.
#[tauri::command(async)]
pub(crate) fn archive_roadmap(host: Host<'_>, id: i64, archived: bool) -> Answer<()> {
    host.run(|app| app.archive_roadmap(id, archived))
}

/// Gives a roadmap another title.
#[tauri::command(async)]
pub(crate) fn rename_roadmap(host: Host<'_>, id: i64, title: String) -> Answer<()> {
    host.run(|app| app.rename_roadmap(id, &title))
}

/// Makes a copy of a roadmap.
#[tauri::command(async)]
pub(crate) fn duplicate_roadmap(host: Host<'_>, id: i64) -> Answer<()> {
    host.run(|app| app.duplicate_roadmap(id))
}

/// Writes a roadmap to a file, whole or as Markdown.
#[tauri::command(async)]
pub(crate) fn export_roadmap(host: Host<'_>, id: i64, format: ExportFormat, path: String) -> Answer<()> {
    host.run(|app| app.export_roadmap(id, format, &path))
}

/// Takes an exported roadmap over.
#[tauri::command(async)]
pub(crate) fn import_roadmap(host: Host<'_>, path: String) -> Answer<()> {
    host.run(|app| app.import_roadmap(&path))
}
