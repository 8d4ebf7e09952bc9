//! The steps of `cargo xtask test`, quick ones first.

use std::{fs, io, path::Path};

use super::{End, Step};
use crate::{
    app,
    failure::{Done, Failure},
    headless::Desktop,
    node,
    packages::{self, Part},
    places,
    process::{self, cargo, find, succeeds},
    run, system, types, ui,
};

pub(super) const STEPS: &[Step] = &[
    Step { name: "system", about: "what this machine needs", after: &[], run: system_parts },
    Step {
        name: "packages",
        about: "Rust and UI packages, as locked",
        after: &["system"],
        run: locked_packages,
    },
    Step {
        name: "fmt",
        about: "Rust is formatted",
        after: &["system"],
        run: || rust(&["fmt", "--all", "--check"]),
    },
    Step { name: "prettier", about: "the UI is formatted", after: &["packages"], run: || script("format") },
    Step { name: "eslint", about: "the UI is clean", after: &["packages"], run: || script("lint") },
    Step {
        name: "svelte-check",
        about: "the UI's types agree",
        after: &["packages"],
        run: || script("check"),
    },
    Step { name: "vitest", about: "the UI's own tests", after: &["packages"], run: || script("test") },
    Step {
        name: "ui",
        about: "the UI is built",
        after: &["packages"],
        run: || ui::build().map(|()| End::Passed),
    },
    Step { name: "clippy", about: "Rust is clean", after: &["ui"], run: clippy },
    Step { name: "build", about: "the app and every test", after: &["ui"], run: build },
    Step {
        name: "types",
        about: "the bridge's types are as committed",
        after: &["build"],
        run: bridge_types,
    },
    Step { name: "tests", about: "model, store, app and stories", after: &["build"], run: tests },
    Step { name: "doctests", about: "the examples in the documentation", after: &["build"], run: doctests },
    Step { name: "docs", about: "the documentation's links", after: &["ui"], run: docs },
    Step { name: "window", about: "the real window, on a private desktop", after: &["build"], run: window },
];

/// Why there are window tests on Linux alone, and not on all of those.
const NO_DRIVER: &str = "no WebKitWebDriver that can drive the window here: use Debian or Ubuntu";

fn system_parts() -> Result<End, Failure> {
    node::check()?;
    let to_drive =
        if can_drive_a_window() { [packages::TO_PRETEND, packages::TO_DRIVE].concat() } else { Vec::new() };
    system::provide(&[packages::TO_RUN, &to_drive].concat())?;
    rust_tools()?;
    Ok(End::Passed)
}

fn can_drive_a_window() -> bool {
    cfg!(target_os = "linux") && system::can_have(Part::WebDriver)
}

/// rustup's minimal profile comes without these two.
fn rust_tools() -> Done {
    for (tool, component) in [("fmt", "rustfmt"), ("clippy", "clippy")] {
        if !succeeds(cargo().args([tool, "--version"])) {
            println!(
                "Rust lacks {component}. It will be installed with:\n  rustup component add {component}"
            );
            process::download(process::command("rustup").args(["component", "add", component]))?;
        }
    }
    Ok(())
}

fn locked_packages() -> Result<End, Failure> {
    ui::install_packages()?;
    run::fetch_crates()?;
    Ok(End::Passed)
}

fn rust(arguments: &[&str]) -> Result<End, Failure> {
    process::run(cargo().args(arguments))?;
    Ok(End::Passed)
}

fn script(name: &str) -> Result<End, Failure> {
    process::run(node::npm().args(["run", name]))?;
    Ok(End::Passed)
}

fn clippy() -> Result<End, Failure> {
    rust(&["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"])
}

fn build() -> Result<End, Failure> {
    app::build_with_tests()?;
    Ok(End::Passed)
}

fn bridge_types() -> Result<End, Failure> {
    types::check()?;
    Ok(End::Passed)
}

/// The target in `tests/` that needs a desktop.
const WINDOW: &str = "window";

fn tests() -> Result<End, Failure> {
    if has_nextest() {
        return rust(&["nextest", "run", "--workspace", "--no-fail-fast", "-E", "not binary(window)"]);
    }
    let mut cargo = cargo();
    cargo.args(["test", "--workspace", "--no-fail-fast", "--lib", "--bins", "--examples"]);
    for target in test_targets(&places::root())?.iter().filter(|target| *target != WINDOW) {
        cargo.args(["--test", target]);
    }
    process::run(&mut cargo)?;
    Ok(End::Passed)
}

fn doctests() -> Result<End, Failure> {
    rust(&["test", "--workspace", "--doc", "--no-fail-fast"])
}

fn docs() -> Result<End, Failure> {
    let mut rustdoc = cargo();
    rustdoc.args(["doc", "--workspace", "--no-deps", "--document-private-items"]);
    process::run(rustdoc.env("RUSTDOCFLAGS", "-D warnings"))?;
    Ok(End::Passed)
}

fn window() -> Result<End, Failure> {
    if !can_drive_a_window() {
        return Ok(End::Skipped(NO_DRIVER));
    }
    let desktop = Desktop::open()?;
    let mut cargo = cargo();
    match has_nextest() {
        true => cargo.args(["nextest", "run", "--workspace", "--no-fail-fast", "-E", "binary(window)"]),
        false => cargo.args(["test", "--workspace", "--no-fail-fast", "--test", WINDOW]),
    };
    process::run(desktop.dress(&mut cargo).env("WAYMARK_BIN", app::under_test()))?;
    Ok(End::Passed)
}

fn has_nextest() -> bool {
    find("cargo-nextest").is_some()
}

/// The names of the workspace's integration tests. `cargo test` can name targets to run but none to leave out.
fn test_targets(root: &Path) -> Result<Vec<String>, Failure> {
    let cannot =
        |path: &Path, error: io::Error| Failure::new(format!("cannot read {}: {error}", path.display()), "");
    let manifest = root.join("Cargo.toml");
    let workspace = fs::read_to_string(&manifest).map_err(|error| cannot(&manifest, error))?;
    let mut targets = Vec::new();
    for folder in
        members(&workspace).map(|member| root.join(member).join("tests")).filter(|folder| folder.is_dir())
    {
        for entry in fs::read_dir(&folder).map_err(|error| cannot(&folder, error))? {
            let path = entry.map_err(|error| cannot(&folder, error))?.path();
            let is_target =
                path.extension().is_some_and(|ending| ending == "rs") || path.join("main.rs").is_file();
            if let Some(name) = path.file_stem().filter(|_| is_target) {
                targets.push(name.to_string_lossy().into_owned());
            }
        }
    }
    Ok(targets)
}

/// The folders of the workspace's members, as its manifest lists them: one a line, a remark behind.
fn members(workspace: &str) -> impl Iterator<Item = &str> {
    let list = workspace.lines().skip_while(|line| !line.starts_with("members")).skip(1);
    list.take_while(|line| !line.starts_with(']')).filter_map(|line| line.split('"').nth(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_members_are_read_from_the_workspace() {
        let workspace = "[workspace]\nmembers = [\n    \"roadmap\", # the model\n    \"tests\",\n]\nexclude = [\n\"x\",\n]\n";
        assert_eq!(members(workspace).collect::<Vec<_>>(), ["roadmap", "tests"]);
    }

    #[test]
    fn the_windows_tests_are_among_the_targets_by_their_name() {
        let targets = test_targets(&places::root()).unwrap();
        assert!(targets.iter().any(|target| target == WINDOW), "{targets:?}");
    }
}
