//! The UI's packages and its built form, made when they are missing or out of date and not otherwise.

use std::{fs, slice};

use crate::{
    failure::{Done, Failure},
    node, places,
    process::{download, run},
    stamp::{Stamp, fingerprint},
    step::step,
};

/// What in `ui/` is made, not written.
const MADE: &[&str] =
    &["node_modules", "dist", "coverage", "test-results", "playwright-report", ".svelte-kit"];

/// Installs the UI's packages exactly as the lock file names them, unless they are there already.
///
/// # Errors
/// When npm fails; says so when the network is to blame.
pub(crate) fn install_packages() -> Done {
    // The stamp lies inside the folder it speaks of: who deletes the one deletes the other.
    let stamp = Stamp(places::ui().join("node_modules/.waymark-stamp"));
    let lock = fingerprint(&[places::ui().join("package-lock.json")], &[])?;
    if stamp.is(&lock) {
        return Ok(());
    }
    step("Install the UI's packages", || download(node::npm().args(["ci", "--no-audit", "--no-fund"])))?;
    stamp.set(&lock)
}

/// Builds the UI into `ui/dist`, unless what is there was built from these very sources.
///
/// # Errors
/// When the build fails.
pub(crate) fn build() -> Done {
    let stamp = Stamp(places::target().join("xtask/ui.stamp"));
    let dist = places::ui().join("dist");
    let sources = fingerprint(&[places::ui()], MADE)?;
    // Both ends count: a dist that something else wrote is not ours to trust.
    if dist.join("index.html").is_file()
        && stamp.is(&format!("{sources} {}", fingerprint(slice::from_ref(&dist), &[])?))
    {
        return Ok(());
    }
    step("Build the UI", || run(node::npm().args(["run", "build"])))?;
    stamp.set(&format!("{sources} {}", fingerprint(&[dist], &[])?))
}

/// Whether `ui/package.json` has a script of this name.
///
/// # Errors
/// When the file cannot be read.
pub(crate) fn has_script(name: &str) -> Result<bool, Failure> {
    let path = places::ui().join("package.json");
    let package = fs::read_to_string(&path)
        .map_err(|error| Failure::new(format!("cannot read {}: {error}", path.display()), ""))?;
    Ok(names_script(&package, name))
}

fn names_script(package: &str, name: &str) -> bool {
    let scripts =
        package.split_once("\"scripts\"").and_then(|(_, rest)| rest.split_once('}')).map(|(it, _)| it);
    scripts.is_some_and(|scripts| scripts.contains(&format!("\"{name}\":")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_script_is_found_among_scripts_only() {
        let package =
            r#"{ "name": "ui", "scripts": { "dev": "vite", "e2e": "playwright test" }, "x": { "lint": 1 } }"#;
        assert!(names_script(package, "dev") && names_script(package, "e2e"));
        assert!(!names_script(package, "lint") && !names_script(package, "vite"));
    }
}
