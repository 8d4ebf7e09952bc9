//! Starts Waymark.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

fn main() -> std::process::ExitCode {
    waymark::run(tauri::generate_context!())
}
