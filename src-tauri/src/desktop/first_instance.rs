//! A second start brings the first window forward and hands over its file.
//!
//! That holds per data folder: another folder is another Waymark. Where there is no bus to find the first by,
//! the second one starts and meets the folder's lock.

use super::{Desk, events, run_aside, window};
use crate::arguments::Arguments;
use std::path::Path;
use tauri::plugin::TauriPlugin;
use tauri::{AppHandle, Manager, Wry};

/// The plugin that finds the first start; none where it cannot tell data folders apart.
pub(super) fn plugin(data_dir: Option<&Path>) -> Option<TauriPlugin<Wry>> {
    let builder = tauri_plugin_single_instance::Builder::new()
        .callback(|app, words, folder| on_second_start(app, words, Path::new(&folder)));
    match data_dir {
        None => Some(builder.build()),
        #[cfg(target_os = "linux")]
        Some(data_dir) => Some(builder.dbus_id(name_for(data_dir)).build()),
        #[cfg(not(target_os = "linux"))]
        Some(_) => None,
    }
}

/// A name on the bus that belongs to a data folder.
#[cfg(target_os = "linux")]
fn name_for(data_dir: &Path) -> String {
    use std::hash::{DefaultHasher, Hash, Hasher};
    let mut hasher = DefaultHasher::new();
    data_dir.canonicalize().unwrap_or_else(|_| data_dir.to_owned()).hash(&mut hasher);
    format!("app.waymark.Waymark.in{:016x}", hasher.finish())
}

fn on_second_start(app: &AppHandle, words: Vec<String>, folder: &Path) {
    // The first one may still be starting: it shows itself anyway.
    if app.try_state::<Desk>().is_none() {
        return;
    }
    let arguments =
        Arguments::parse(words.into_iter().skip(1).map(Into::into)).unwrap_or_default().seen_from(folder);
    let handle = app.clone();
    run_aside("second start", move || {
        window::show(&handle);
        if let Some(file) = arguments.file {
            events::offer_file(&handle, file);
        }
    });
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::*;

    #[test]
    fn the_same_folder_has_the_same_name_however_it_is_written() {
        let folder = tempfile::tempdir().unwrap();
        let inside = folder.path().join("a");
        std::fs::create_dir(&inside).unwrap();
        assert_eq!(name_for(&inside), name_for(&folder.path().join("a/../a")));
        assert_ne!(name_for(&inside), name_for(folder.path()));
    }
}
