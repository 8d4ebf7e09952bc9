//! The UI's packages and its built form, made when they are missing or out of date and not otherwise.

use std::slice;

use crate::{
    failure::Done,
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
    // The app's icon is drawn once, in `icons/`, and shown by the UI as well.
    let sources = fingerprint(&[places::ui(), places::root().join("icons")], MADE)?;
    // Both ends count: a dist that something else wrote is not ours to trust.
    if dist.join("index.html").is_file()
        && stamp.is(&format!("{sources} {}", fingerprint(slice::from_ref(&dist), &[])?))
    {
        return Ok(());
    }
    step("Build the UI", || run(node::npm().args(["run", "build"])))?;
    stamp.set(&format!("{sources} {}", fingerprint(&[dist], &[])?))
}
