//! What starts at login on Windows and macOS: a value in the person's registry, a launch agent.

use auto_launch::{AutoLaunch, AutoLaunchBuilder, MacOSLaunchMode, WindowsEnableMode};
use tauri::{AppHandle, Runtime};

/// What the system keeps of a program that it starts at login.
pub(super) struct Entry(AutoLaunch);

impl Entry {
    /// The entry of that name with those words of a command line, the program first.
    ///
    /// # Errors
    /// What the system says.
    pub(super) fn of<R: Runtime>(_: &AppHandle<R>, name: &str, words: Vec<String>) -> Result<Self, String> {
        let words: Vec<String> = words.into_iter().map(kept).collect();
        let (program, arguments) = words.split_first().ok_or("it names no program")?;
        let mut builder = AutoLaunchBuilder::new();
        builder.set_app_name(name).set_app_path(program).set_args(arguments);
        builder.set_macos_launch_mode(MacOSLaunchMode::LaunchAgent);
        builder.set_windows_enable_mode(WindowsEnableMode::CurrentUser);
        builder.build().map(Self).map_err(|error| error.to_string())
    }

    /// Whether the system has it, and it was not turned off elsewhere.
    pub(super) fn is_on(&self) -> Result<bool, String> {
        self.0.is_enabled().map_err(|error| error.to_string())
    }

    /// Has the system keep it, or forget it.
    pub(super) fn set(&self, on: bool) -> Result<(), String> {
        let done = if on { self.0.enable() } else { self.0.disable() };
        done.map_err(|error| error.to_string())
    }
}

/// A word as the system keeps it: one of a list on macOS, a part of a command line on Windows. No folder's name there
/// has a quotation mark in it.
fn kept(word: String) -> String {
    if cfg!(windows) { format!("\"{word}\"") } else { word }
}
