//! Starting at login, hidden in the tray. Whether it does is the system's to say, and is not kept anywhere else.

use super::first_instance::name_for;
use std::path::Path;
use tauri::plugin::TauriPlugin;
use tauri::{AppHandle, Manager, Runtime};
use tauri_plugin_autostart::{AutoLaunchManager, Builder};

/// The plugin that has the system start the app; another data folder is another Waymark, with an entry of its own.
pub(super) fn plugin<R: Runtime>(data_dir: Option<&Path>) -> TauriPlugin<R> {
    let builder = Builder::new().arg("--hidden");
    match data_dir {
        None => builder.app_name("Waymark").build(),
        Some(data_dir) => {
            let builder = builder.arg("--data-dir").arg(word(data_dir));
            builder.app_name(name_for(data_dir)).build()
        }
    }
}

/// Whether the system starts Waymark at login.
///
/// # Errors
/// What the system says.
pub(crate) fn is_on<R: Runtime>(app: &AppHandle<R>) -> Result<bool, String> {
    manager(app)?.is_enabled().map_err(|error| error.to_string())
}

/// Has the system start Waymark at login, or no more.
///
/// # Errors
/// What the system says.
pub(crate) fn set<R: Runtime>(app: &AppHandle<R>, on: bool) -> Result<(), String> {
    let manager = manager(app)?;
    let done = if on { manager.enable() } else { manager.disable() };
    done.map_err(|error| error.to_string())
}

fn manager<R: Runtime>(app: &AppHandle<R>) -> Result<tauri::State<'_, AutoLaunchManager>, String> {
    app.try_state().ok_or_else(|| "it knows no way to".to_owned())
}

/// A folder as one word of the command line that the system keeps. On macOS that is a list already.
fn word(folder: &Path) -> String {
    let folder = folder.to_string_lossy();
    if cfg!(target_os = "macos") {
        folder.into_owned()
    } else if cfg!(windows) {
        format!("\"{folder}\"")
    } else {
        quoted(&folder)
    }
}

/// A word of `Exec`, as the Desktop Entry Specification has it: quoted, and what was escaped for the quotes once more.
fn quoted(word: &str) -> String {
    let mut inside = String::new();
    for letter in word.chars() {
        match letter {
            '\\' => inside.push_str(r"\\\\"),
            '"' | '`' | '$' => {
                inside.push_str(r"\\");
                inside.push(letter);
            }
            '%' => inside.push_str("%%"),
            letter => inside.push(letter),
        }
    }
    format!("\"{inside}\"")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_folder_stays_one_word_whatever_is_in_its_name() {
        assert_eq!(quoted("/home/ada/my plans"), r#""/home/ada/my plans""#);
        assert_eq!(quoted(r#"/a"b$c%d\e"#), r#""/a\\"b\\$c%%d\\\\e""#);
    }
}
