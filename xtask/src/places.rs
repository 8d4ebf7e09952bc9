//! Where things are in the checkout. Only paths: nothing here looks at what they hold.

use std::{
    env,
    path::{Path, PathBuf},
};

/// The checkout's top folder.
pub(crate) fn root() -> PathBuf {
    // Cargo says where the package is when it runs it; the compiled-in path serves a copied executable.
    let package =
        env::var_os("CARGO_MANIFEST_DIR").map_or_else(|| env!("CARGO_MANIFEST_DIR").into(), PathBuf::from);
    package.parent().map_or_else(|| package.clone(), Path::to_path_buf)
}

/// The UI's package.
pub(crate) fn ui() -> PathBuf {
    root().join("ui")
}

/// Cargo's target folder, wherever the person's settings put it: this program lies in `<target>/<profile>/`.
pub(crate) fn target() -> PathBuf {
    env::current_exe()
        .ok()
        .and_then(|program| Some(program.parent()?.parent()?.to_path_buf()))
        .unwrap_or_else(|| root().join("target"))
}

/// A program that cargo built, such as `program("release", "waymark")`.
pub(crate) fn program(profile: &str, name: &str) -> PathBuf {
    target().join(profile).join(format!("{name}{}", env::consts::EXE_SUFFIX))
}
