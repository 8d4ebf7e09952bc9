//! Starting at login, hidden in the tray. Whether it does is the system's to say, and is not kept anywhere else.

#[cfg(target_os = "linux")]
mod entry;
#[cfg(not(target_os = "linux"))]
mod registered;

use super::first_instance::name_for;
#[cfg(target_os = "linux")]
use entry::Entry;
#[cfg(not(target_os = "linux"))]
use registered::Entry;
use std::env;
use std::path::{Path, PathBuf};
use tauri::{AppHandle, Manager, Runtime};

/// How the system starts this Waymark at login, and whether it does.
pub(crate) struct Autostart(Entry);

impl Autostart {
    /// The entry of this program on that data folder. Another folder is another Waymark, with an entry of its own.
    ///
    /// # Errors
    /// Where there is no way to: a folder whose name is no text, a person without a home.
    pub(super) fn of<R: Runtime>(app: &AppHandle<R>, data_dir: Option<&Path>) -> Result<Self, String> {
        let mut words = vec![text(&program(app)?)?, "--hidden".to_owned()];
        let mut name = "Waymark".to_owned();
        if let Some(data_dir) = data_dir {
            words.extend(["--data-dir".to_owned(), text(data_dir)?]);
            name = name_for(data_dir);
        }
        Ok(Self(Entry::of(app, &name, words)?))
    }
}

/// Whether the system starts Waymark at login.
///
/// # Errors
/// What the system says.
pub(crate) fn is_on<R: Runtime>(app: &AppHandle<R>) -> Result<bool, String> {
    known(app)?.0.is_on()
}

/// Has the system start Waymark at login, or no more.
///
/// # Errors
/// What the system says.
pub(crate) fn set<R: Runtime>(app: &AppHandle<R>, on: bool) -> Result<(), String> {
    known(app)?.0.set(on)
}

fn known<R: Runtime>(app: &AppHandle<R>) -> Result<tauri::State<'_, Autostart>, String> {
    app.try_state().ok_or_else(|| "there is no way to on this system".to_owned())
}

/// The program to start: an `AppImage` is the file that this one is run from.
fn program<R: Runtime>(app: &AppHandle<R>) -> Result<PathBuf, String> {
    #[cfg(target_os = "linux")]
    if let Some(image) = app.env().appimage {
        return Ok(image.into());
    }
    #[cfg(not(target_os = "linux"))]
    let _ = app;
    env::current_exe().map_err(|error| format!("where Waymark’s program is was not found: {error}"))
}

fn text(path: &Path) -> Result<String, String> {
    let text = path.to_str().ok_or_else(|| format!("the name of {} is no text", path.display()))?;
    Ok(text.to_owned())
}
