//! From a document to a dated plan.

use super::{Answer, Host};
use crate::view::{LibraryEntry, Preview, Readings, RoadmapSource, Setup};
use roadmap::ItemId;
use roadmap::document::Taken;
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

/// Picks one of a document's tracks, or none.
#[tauri::command(async)]
pub(crate) fn pick_track(host: Host<'_>, source: RoadmapSource, label: Option<String>) -> Answer<Preview> {
    host.run(|app| app.pick_track(&source, label))
}

/// What an item of a document can be taken for.
#[tauri::command(async)]
pub(crate) fn get_readings(host: Host<'_>, source: RoadmapSource, item: ItemId) -> Answer<Readings> {
    host.run(|app| app.readings(&source, item))
}

/// Says what an item of a document is.
#[tauri::command(async)]
pub(crate) fn correct(host: Host<'_>, source: RoadmapSource, item: ItemId, taken: Taken) -> Answer<Preview> {
    host.run(|app| app.correct(&source, item, taken))
}

/// Leaves an item of a document to the recognition again.
#[tauri::command(async)]
pub(crate) fn take_correction_back(host: Host<'_>, source: RoadmapSource, item: ItemId) -> Answer<Preview> {
    host.run(|app| app.take_correction_back(&source, item))
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
