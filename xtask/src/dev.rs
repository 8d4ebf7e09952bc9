//! `cargo xtask run --dev`: the app with a development server behind it. A change to the UI shows at once, a change to
//! Rust rebuilds and restarts the app.

use std::ffi::OsString;

use crate::{failure::Done, places, process};

/// Runs until the window is closed.
pub(crate) fn reload_on_change(app_arguments: &[OsString]) -> Done {
    let tauri = places::ui().join("node_modules/@tauri-apps/cli/tauri.js");
    let mut dev = process::command("node");
    dev.arg(tauri).arg("dev");
    if !app_arguments.is_empty() {
        // Once for tauri's own command line, once for the cargo it runs.
        dev.args(["--", "--"]).args(app_arguments);
    }
    process::run(&mut dev)
}
