//! `cargo xtask run --dev`: the app with Vite behind it, so that a change to the UI shows at once. A change to Rust
//! needs a restart.

use std::{
    ffi::OsString,
    io::{BufRead, BufReader},
    process::Stdio,
    thread,
};

use crate::{
    failure::{Done, Failure},
    places, process,
    running::Running,
    step::step,
};

/// Runs until the window is closed.
///
/// # Errors
/// When Vite or the app does not start.
pub(crate) fn reload_on_change(app_arguments: &[OsString]) -> Done {
    let _vite = step("Start Vite", start_vite)?;
    // From where the person stands, so that a relative path means what it says.
    // Without its default features the app asks Vite for the UI instead of bringing its own.
    process::run(
        process::cargo()
            .args(["run", "--package", "waymark", "--no-default-features", "--"])
            .args(app_arguments)
            .current_dir("."),
    )
}

/// Starts Vite, and returns when it is ready to serve. What it says goes on to the terminal.
fn start_vite() -> Result<Running, Failure> {
    let ended = || Failure::new("Vite ended before it was ready", "its own message is above");
    // Not through npm: what npm starts does not end with it.
    let mut vite = process::command("node");
    vite.arg("node_modules/vite/bin/vite.js").current_dir(places::ui()).stdout(Stdio::piped());
    let mut vite = Running::start(&mut vite).map_err(|error| {
        Failure::new(format!("cannot start Vite: {error}"), "is Node on the search path (PATH)?")
    })?;
    let mut lines = BufReader::new(vite.take_stdout().ok_or_else(ended)?).lines().map_while(Result::ok);
    loop {
        let line = lines.next().ok_or_else(ended)?;
        println!("    {line}");
        if line.contains("Local") {
            break;
        }
    }
    thread::spawn(move || lines.for_each(|line| println!("vite: {line}")));
    Ok(vite)
}
