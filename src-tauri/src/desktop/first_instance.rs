//! A second start hands over to the first what it was started with: to bring the window forward, with a file, or to do
//! something without showing it.
//!
//! That holds per data folder: another folder is another Waymark. Where there is no bus to find the first by,
//! the second one starts and meets the folder's lock.

use super::{Desk, events, run_aside, window};
use crate::arguments::{Arguments, Wish};
use std::path::Path;
use std::sync::{Arc, Mutex, PoisonError};
use tauri::plugin::TauriPlugin;
use tauri::{AppHandle, Manager, Wry};

/// What second starts have handed over while the first was not ready; nothing waits once it is.
#[derive(Debug, Default)]
pub(super) struct Waiting(Mutex<Queue>);

#[derive(Debug, Default)]
struct Queue {
    ready: bool,
    waiting: Vec<Arguments>,
}

impl Waiting {
    /// Takes what was handed over, or gives it back where the first is ready for it.
    fn keep(&self, arguments: Arguments) -> Option<Arguments> {
        let mut queue = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if queue.ready {
            return Some(arguments);
        }
        queue.waiting.push(arguments);
        None
    }

    /// The first is ready: does what has waited.
    pub(super) fn is_over(&self, app: &AppHandle) {
        let waiting = {
            let mut queue = self.0.lock().unwrap_or_else(PoisonError::into_inner);
            queue.ready = true;
            std::mem::take(&mut queue.waiting)
        };
        for arguments in waiting {
            take_over(app, arguments);
        }
    }
}

/// The plugin that finds the first start; none where it cannot tell data folders apart.
pub(super) fn plugin(data_dir: Option<&Path>, waiting: Arc<Waiting>) -> Option<TauriPlugin<Wry>> {
    let builder = tauri_plugin_single_instance::Builder::new().callback(move |app, words, folder| {
        let words = words.into_iter().skip(1).map(Into::into);
        let arguments = Arguments::parse(words).unwrap_or_default().seen_from(Path::new(&folder));
        if let Some(arguments) = waiting.keep(arguments) {
            take_over(app, arguments);
        }
    });
    match data_dir {
        None => Some(builder.build()),
        #[cfg(target_os = "linux")]
        Some(data_dir) => Some(builder.dbus_id(name_for(data_dir)).build()),
        #[cfg(not(target_os = "linux"))]
        Some(_) => None,
    }
}

/// A name that belongs to a data folder: on the bus, and among what starts at login.
pub(super) fn name_for(data_dir: &Path) -> String {
    use std::hash::{DefaultHasher, Hash, Hasher};
    let mut hasher = DefaultHasher::new();
    data_dir.canonicalize().unwrap_or_else(|_| data_dir.to_owned()).hash(&mut hasher);
    format!("app.waymark.Waymark.in{:016x}", hasher.finish())
}

/// Does what a second start was started for.
fn take_over(app: &AppHandle, arguments: Arguments) {
    let handle = app.clone();
    run_aside("second start", move || {
        if !arguments.stays_hidden() {
            window::show(&handle);
        }
        if let Some(wish) = arguments.wish {
            grant(&handle, wish);
        }
        if let Some(file) = arguments.file {
            events::offer_file(&handle, file);
        }
    });
}

/// Does what was wished for of the timer. Not on the main thread, which waits for nothing.
pub(super) fn grant(app: &AppHandle, wish: Wish) {
    let waymark = &app.state::<Desk>().waymark;
    let outcome = match wish {
        Wish::Show => Ok(()),
        Wish::Toggle => waymark.run(|app| app.toggle_timer()),
        Wish::Skip => waymark.run(|app| app.skip_interval()),
    };
    if let Err(problem) = outcome {
        tracing::warn!(problem.message, ?wish, "what was wished for could not be done");
    }
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
