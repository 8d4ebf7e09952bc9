//! Building the desktop app, and where what was built lies.

use std::path::PathBuf;

use crate::{failure::Done, places, process};

/// The app that people run.
pub(crate) fn released() -> PathBuf {
    places::program("release", "waymark")
}

/// The app that tests drive.
pub(crate) fn under_test() -> PathBuf {
    places::program("debug", "waymark")
}

/// Builds the app that people run. Needs the built UI, which goes into it.
///
/// # Errors
/// When the build fails.
pub(crate) fn build() -> Done {
    process::run(process::cargo().args(["build", "--release", "--package", "waymark"]))
}

/// Builds every program and every test at once. Built one by one, they would ask for the same crates with other
/// features, and build those again.
///
/// # Errors
/// When the build fails.
pub(crate) fn build_with_tests() -> Done {
    process::run(process::cargo().args(["build", "--workspace", "--bins", "--tests", "--examples"]))
}
