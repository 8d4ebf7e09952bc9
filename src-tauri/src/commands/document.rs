//! The document of the active roadmap, and what goes into files of the person's.

use super::{Answer, Host};
use crate::view::{Comparison, DocumentView};

/// The document and how its file stands to it.
#[tauri::command(async)]
pub(crate) fn get_document(host: Host<'_>) -> Answer<DocumentView> {
    host.run(|app| app.document())
}

/// Lets ticks be written into the file, or no longer.
#[tauri::command(async)]
pub(crate) fn set_write_back(host: Host<'_>, consent: bool) -> Answer<()> {
    host.run(|app| app.set_write_back(consent))
}

/// What reading the document again would change; `path` where it is another file now.
#[tauri::command(async)]
pub(crate) fn compare_document(host: Host<'_>, path: Option<String>) -> Answer<Comparison> {
    host.run(|app| app.compare_document(path.as_deref()))
}

/// Reads the document again as it was compared.
#[tauri::command(async)]
pub(crate) fn read_again(host: Host<'_>, path: Option<String>, key: String) -> Answer<()> {
    host.run(|app| app.read_again(path.as_deref(), &key))
}

/// Says which file has a progress section, and writes it.
#[tauri::command(async)]
pub(crate) fn set_progress_file(host: Host<'_>, path: Option<String>, fresh: bool) -> Answer<()> {
    host.run(|app| app.set_progress_file(path.as_deref(), fresh))
}

/// Writes the progress section anew.
#[tauri::command(async)]
pub(crate) fn refresh_progress(host: Host<'_>) -> Answer<()> {
    host.run(|app| app.refresh_progress())
}
