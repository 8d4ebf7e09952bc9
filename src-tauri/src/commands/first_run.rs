//! From a document to a dated plan.

use super::{Answer, Host};
use crate::view::{LibraryEntry, Preview, RoadmapSource, Setup};
use roadmap::plan::Estimate;

/// The roadmaps that come with Waymark.
#[tauri::command(async)]
pub(crate) fn library(host: Host<'_>) -> Answer<Vec<LibraryEntry>> {
    host.run(|app| app.library())
}

/// What is recognised in a document.
#[tauri::command(async)]
pub(crate) fn preview(host: Host<'_>, source: RoadmapSource) -> Answer<Preview> {
    host.run(|app| app.preview(&source))
}

/// What a setup comes to.
#[tauri::command(async)]
pub(crate) fn estimate(host: Host<'_>, source: RoadmapSource, setup: Setup) -> Answer<Estimate> {
    host.run(|app| app.estimate(&source, &setup))
}

/// Takes a document over as the active roadmap.
#[tauri::command(async)]
pub(crate) fn begin(host: Host<'_>, source: RoadmapSource, setup: Setup) -> Answer<()> {
    host.run(|app| app.begin(&source, &setup))
}

/// Makes the sample the active roadmap.
#[tauri::command(async)]
pub(crate) fn load_sample(host: Host<'_>) -> Answer<()> {
    host.run(|app| app.load_sample())
}

/// Removes the sample and its history.
#[tauri::command(async)]
pub(crate) fn remove_sample(host: Host<'_>) -> Answer<()> {
    host.run(|app| app.remove_sample())
}
