//! `cargo xtask bench`: how fast the model and the store are.

use std::ffi::OsString;

use crate::{failure::Done, packages, process, step::step, system};

/// `cargo xtask bench`.
pub(crate) fn chore(_: &[OsString]) -> Done {
    // The store compiles SQLite.
    system::provide(&packages::TO_RUN[..1])?;
    step("Measure the model and the store", || {
        process::run(process::cargo().args(["bench", "--package", "roadmap", "--package", "roadmap-store"]))
    })
}
