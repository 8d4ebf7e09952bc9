//! `cargo xtask run`: from a bare machine to the open window. Each part is done only when it is needed, so that the
//! second time the window simply opens.

use std::{
    env,
    ffi::OsString,
    process::{Command, Stdio},
};

use crate::{
    app, dev,
    failure::{Done, Failure},
    node, packages, places, process,
    stamp::{Stamp, fingerprint},
    step::step,
    system, ui,
};

/// `cargo xtask run [--dev] [-- ARGS]`.
pub(crate) fn chore(arguments: &[OsString]) -> Done {
    let (wanted, app_arguments) = Wanted::read(arguments)?;
    prepare()?;
    match wanted {
        Wanted::Dev => dev::reload_on_change(app_arguments),
        Wanted::App => {
            ui::build()?;
            build()?;
            open(app_arguments)
        }
    }
}

#[derive(Debug, PartialEq, Eq)]
enum Wanted {
    App,
    Dev,
}

impl Wanted {
    fn read(arguments: &[OsString]) -> Result<(Self, &[OsString]), Failure> {
        let mut wanted = Self::App;
        for (at, argument) in arguments.iter().enumerate() {
            match argument.to_str() {
                Some("--") => return Ok((wanted, &arguments[at + 1..])),
                Some("--dev") => wanted = Self::Dev,
                _ => {
                    return Err(Failure::new(
                        format!("`run` does not know {}", argument.display()),
                        "cargo xtask run [--dev] [-- what the app should be given]",
                    ));
                }
            }
        }
        Ok((wanted, &[]))
    }
}

/// What has to be there before anything can be built.
fn prepare() -> Done {
    node::check()?;
    system::provide(packages::TO_RUN)?;
    ui::install_packages()?;
    fetch_crates()
}

/// Downloads the Rust packages that the lock file names, unless that was done.
///
/// # Errors
/// When one cannot be had; says so when the network is to blame.
pub(crate) fn fetch_crates() -> Done {
    let stamp = Stamp(places::target().join("xtask/crates.stamp"));
    let lock = fingerprint(&[places::root().join("Cargo.lock")], &[])?;
    if stamp.is(&lock) {
        return Ok(());
    }
    step("Download the Rust packages", || {
        let mut cargo = process::cargo();
        cargo.arg("fetch");
        if let Some(host) = host() {
            cargo.args(["--target", &host]);
        }
        process::download_in_sight(&mut cargo)
    })?;
    stamp.set(&lock)
}

/// The platform this machine builds for, such as `x86_64-unknown-linux-gnu`.
fn host() -> Option<String> {
    let said = process::output(process::command("rustc").arg("-vV"))?;
    said.lines().find_map(|line| line.strip_prefix("host: ").map(str::to_owned))
}

fn build() -> Done {
    match app::released().is_file() {
        // Most often there is nothing to do; cargo says so in a line, and shows its progress when there is.
        true => app::build(),
        false => step("Build the app (the first time takes minutes)", app::build),
    }
}

fn open(arguments: &[OsString]) -> Done {
    let app = app::released();
    let screen = |name| env::var_os(name).is_some_and(|value| !value.is_empty());
    if cfg!(target_os = "linux") && !screen("DISPLAY") && !screen("WAYLAND_DISPLAY") {
        return Err(Failure::new(
            format!("{} is built, but there is no screen to open its window on", app.display()),
            "start it from a graphical session (neither DISPLAY nor WAYLAND_DISPLAY is set)",
        ));
    }
    // From where the person stands, so that a relative path means what it says.
    process::run(Command::new(app).args(arguments).stdin(Stdio::null()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(words: &[&str]) -> Vec<OsString> {
        words.iter().map(OsString::from).collect()
    }

    #[test]
    fn what_follows_the_dashes_goes_to_the_app() {
        let given = words(&["--dev", "--", "plan.md", "--dev"]);
        let (wanted, rest) = Wanted::read(&given).unwrap();
        assert_eq!((wanted, rest), (Wanted::Dev, &words(&["plan.md", "--dev"])[..]));
    }

    #[test]
    fn an_unknown_option_is_named_and_not_passed_on() {
        let said = Wanted::read(&words(&["--devv"])).unwrap_err().to_string();
        assert!(said.contains("--devv"), "{said}");
    }
}
