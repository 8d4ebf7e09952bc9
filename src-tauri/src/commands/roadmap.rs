//! The roadmap, and what a person records about it.

use super::{Answer, Host};
use crate::view::{RemovedLine, RoadmapView, SourceExcerpt};
use chrono::NaiveDate;
use roadmap::ItemId;
use roadmap::edit::Edit;

/// The whole roadmap.
#[tauri::command(async)]
pub(crate) fn get_roadmap(host: Host<'_>) -> Answer<RoadmapView> {
    host.run(|app| app.roadmap())
}

/// Where an item stands in its document.
#[tauri::command(async)]
pub(crate) fn get_source(host: Host<'_>, item: ItemId) -> Answer<SourceExcerpt> {
    host.run(|app| app.source_of(item))
}

/// Ticks an item or opens it again.
#[tauri::command(async)]
pub(crate) fn set_done(host: Host<'_>, item: ItemId, done: bool) -> Answer<()> {
    host.run(|app| app.set_done(item, done))
}

/// Changes what the roadmap says.
#[tauri::command(async)]
pub(crate) fn edit_roadmap(host: Host<'_>, edit: Edit) -> Answer<()> {
    host.run(|app| app.edit_roadmap(&edit))
}

/// What was taken out of the roadmap.
#[tauri::command(async)]
pub(crate) fn get_removed(host: Host<'_>) -> Answer<Vec<RemovedLine>> {
    host.run(|app| app.removed())
}

/// Brings back what was taken out.
#[tauri::command(async)]
pub(crate) fn bring_back(host: Host<'_>, item: ItemId) -> Answer<()> {
    host.run(|app| app.bring_back(item))
}

/// Picks an option of a choice, or none.
#[tauri::command(async)]
pub(crate) fn choose(host: Host<'_>, choice: ItemId, option: Option<ItemId>) -> Answer<()> {
    host.run(|app| app.choose(choice, option))
}

/// Notes where a deliverable can be seen.
#[tauri::command(async)]
pub(crate) fn set_evidence(host: Host<'_>, item: ItemId, evidence: Option<String>) -> Answer<()> {
    host.run(|app| app.set_evidence(item, evidence.as_deref()))
}

/// Notes a reading of a target or metric.
#[tauri::command(async)]
pub(crate) fn set_reading(host: Host<'_>, item: ItemId, reading: Option<f64>) -> Answer<()> {
    host.run(|app| app.set_reading(item, reading))
}

/// Says when an open-ended stage ended, or that it goes on.
#[tauri::command(async)]
pub(crate) fn end_stage(host: Host<'_>, stage: ItemId, on: Option<NaiveDate>) -> Answer<()> {
    host.run(|app| app.end_stage(stage, on))
}

/// Says what relative links are resolved against.
#[tauri::command(async)]
pub(crate) fn set_resource_base(host: Host<'_>, base: Option<String>) -> Answer<()> {
    host.run(|app| app.set_resource_base(base.as_deref()))
}

/// Opens a resource outside.
#[tauri::command(async)]
pub(crate) fn open_resource(host: Host<'_>, item: ItemId) -> Answer<()> {
    host.run(|app| app.open_resource(item))
}
