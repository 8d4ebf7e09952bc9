//! `cargo xtask bench`: how fast the model, the use cases behind the commands and the real window are. What is
//! measured, and what it should come to, stands where it is measured: in `roadmap/benches`, `src-tauri/benches` and
//! the program `measure` in `tests/`.

use std::{ffi::OsString, process::Command};

use crate::{
    app,
    failure::{Done, Failure},
    headless::Desktop,
    node, packages, places, process,
    step::step,
    system, ui,
};

/// A part of Waymark that can be measured.
struct Part {
    name: &'static str,
    measure: fn() -> Done,
}

const PARTS: &[Part] = &[
    Part { name: "model", measure: model },
    Part { name: "commands", measure: commands },
    Part { name: "window", measure: window },
];

/// `cargo xtask bench [model] [commands] [window]`.
pub(crate) fn chore(arguments: &[OsString]) -> Done {
    if let Some(unknown) = arguments.iter().find(|argument| PARTS.iter().all(|part| *argument != part.name)) {
        return Err(Failure::new(
            format!("`bench` does not know {}", unknown.display()),
            "cargo xtask bench [model] [commands] [window]",
        ));
    }
    for part in PARTS {
        if arguments.is_empty() || arguments.iter().any(|argument| argument == part.name) {
            (part.measure)()?;
        }
    }
    Ok(())
}

fn model() -> Done {
    // Rust links with it.
    system::provide(&[packages::Part::CCompiler])?;
    step("Measure the model", || {
        process::run(process::cargo().args(["bench", "--package", "roadmap", "--bench", "*"]))
    })
}

fn commands() -> Done {
    provide(packages::TO_RUN)?;
    step("Measure the use cases behind the commands", || {
        process::run(process::cargo().args(["bench", "--package", "waymark-bench"]))
    })
}

fn window() -> Done {
    if !cfg!(target_os = "linux") {
        println!(
            "The window is measured on Linux only: elsewhere there is no private desktop to open it on."
        );
        return Ok(());
    }
    provide(&[packages::TO_RUN, packages::TO_PRETEND, packages::TO_DRIVE].concat())?;
    step("Build the app as people run it, and an empty window", || {
        // In one go, so that both stand on the very same build of Tauri.
        let both = ["--package", "waymark", "--package", "empty-window"];
        process::run(process::cargo().args(["build", "--release"]).args(both))
    })?;
    step("Build what measures them", app::build_with_tests)?;
    step("Measure the window", || {
        let desktop = Desktop::open()?;
        let mut measure = Command::new(places::program("debug", "measure"));
        measure.arg(places::program("release", "empty-window")).arg(places::ui().join("dist"));
        measure.current_dir(places::root());
        process::run(desktop.dress(&mut measure).env("WAYMARK_BIN", app::released()))
    })
}

/// What the app is built of: the system's parts, and the UI that goes into it.
fn provide(parts: &[packages::Part]) -> Done {
    node::check()?;
    system::provide(parts)?;
    ui::install_packages()?;
    ui::build()
}
