//! Waymark's chores: `cargo xtask help` lists them.
//!
//! One file per chore, and beside them what chores share: processes, steps, stamps, the system's packages, the
//! private desktop. Nothing of the app itself belongs here, and no dependency that a fresh machine would have to
//! compile before it can be told what it lacks.
#![allow(clippy::print_stdout, reason = "a chore talks to the person at the terminal")]

mod app;
mod bench;
mod dev;
mod failure;
mod headless;
#[cfg(feature = "icons")]
mod icons;
mod network;
mod node;
mod packages;
mod pictures;
mod places;
mod process;
mod run;
mod running;
mod sounds;
mod stamp;
mod step;
mod system;
mod test;
mod types;
mod ui;

use std::{env, ffi::OsString, process::ExitCode};

use failure::{Done, Failure};

/// A chore's name, what its arguments look like, what it is for, and its code.
struct Chore {
    name: &'static str,
    arguments: &'static str,
    about: &'static str,
    run: fn(&[OsString]) -> Done,
}

const CHORES: &[Chore] = &[
    Chore {
        name: "run",
        arguments: "[--dev] [-- ARGS]",
        about: "install what is missing, build, open the window; --dev reloads on every change",
        run: run::chore,
    },
    Chore {
        name: "test",
        arguments: "[--only STEP] [--keep-going] [--list]",
        about: "every check and test, up to the real window; this is what CI runs",
        run: test::chore,
    },
    Chore {
        name: "types",
        arguments: "",
        about: "write the TypeScript types that cross the bridge",
        run: types::chore,
    },
    Chore {
        name: "headless",
        arguments: "-- COMMAND",
        about: "run a command in a private desktop: no screen needed, none disturbed",
        run: headless::chore,
    },
    Chore {
        name: "pictures",
        arguments: "DIR",
        about: "photograph every screen of the real app into DIR",
        run: pictures::chore,
    },
    Chore {
        name: "bench",
        arguments: "[model] [commands] [window]",
        about: "measure them, or all three: the window against an empty one",
        run: bench::chore,
    },
    Chore {
        name: "icons",
        arguments: "[--check]",
        about: "render icons/ to the sizes each platform wants; --check only compares",
        run: render_icons,
    },
    Chore {
        name: "sounds",
        arguments: "[--check]",
        about: "play the score of the app's sounds into sounds/; --check only compares",
        run: sounds::chore,
    },
    Chore { name: "help", arguments: "", about: "this list", run: help },
];

fn main() -> ExitCode {
    let arguments: Vec<OsString> = env::args_os().skip(1).collect();
    let (name, rest) = match arguments.split_first() {
        Some((name, rest)) => (name.to_string_lossy().into_owned(), rest),
        None => ("help".into(), &[][..]),
    };
    let name = if matches!(name.as_str(), "--help" | "-h") { "help" } else { &name };
    let outcome = match CHORES.iter().find(|chore| chore.name == name) {
        Some(chore) => (chore.run)(rest),
        None => Err(Failure::new(
            format!("there is no chore `{name}`"),
            "`cargo xtask help` lists those there are",
        )),
    };
    match outcome {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            failure.say();
            ExitCode::from(failure.exit_code())
        }
    }
}

fn help(_: &[OsString]) -> Done {
    println!("Waymark's chores: cargo xtask CHORE\n");
    let usage = |chore: &Chore| format!("{} {}", chore.name, chore.arguments);
    let width = CHORES.iter().map(|chore| usage(chore).len()).max().unwrap_or(0);
    for chore in CHORES {
        println!("  {:width$}  {}", usage(chore), chore.about);
    }
    Ok(())
}

#[cfg(feature = "icons")]
fn render_icons(arguments: &[OsString]) -> Done {
    icons::chore(arguments)
}

/// Drawing needs dependencies that no other chore does, so it is built on demand, in a folder of its own: this very
/// program is running and could not be replaced on every platform.
#[cfg(not(feature = "icons"))]
fn render_icons(arguments: &[OsString]) -> Done {
    process::run(
        process::cargo()
            .args(["run", "--package", "xtask", "--features", "icons", "--target-dir"])
            .arg(places::target().join("icons"))
            .args(["--", "icons"])
            .args(arguments),
    )
}
