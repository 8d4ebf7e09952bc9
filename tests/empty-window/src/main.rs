//! A window of Waymark's size with a line of text in it, and nothing else: no commands, no plugins, no scripts. How
//! long it takes to be painted is what the web view costs whoever uses it.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

fn main() -> tauri::Result<()> {
    tauri::Builder::default().run(tauri::generate_context!())
}
