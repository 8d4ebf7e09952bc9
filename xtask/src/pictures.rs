//! `cargo xtask pictures DIR`: photographs of every screen of the real app, in a private desktop. Which screens there
//! are, and how to reach them, is known by the program `pictures` in `tests/`.

use std::{env, ffi::OsString, path::PathBuf, process::Command};

use crate::{
    app,
    failure::{Done, Failure},
    headless::Desktop,
    node, packages, places, process,
    step::step,
    system, ui,
};

/// `cargo xtask pictures DIR`.
pub(crate) fn chore(arguments: &[OsString]) -> Done {
    let [folder] = arguments else {
        return Err(Failure::new("`pictures` takes one folder", "cargo xtask pictures DIR"));
    };
    let folder = env::current_dir().map_or_else(|_| PathBuf::from(folder), |here| here.join(folder));
    node::check()?;
    system::provide(&[packages::TO_RUN, packages::TO_PRETEND, packages::TO_DRIVE].concat())?;
    ui::install_packages()?;
    ui::build()?;
    step("Build the app and its photographer", app::build_with_tests)?;
    step("Photograph every screen, light and dark", || {
        let desktop = Desktop::open()?;
        let mut photographer = Command::new(places::program("debug", "pictures"));
        photographer.arg(&folder).current_dir(places::root());
        process::run(desktop.dress(&mut photographer).env("WAYMARK_BIN", app::under_test()))
    })?;
    println!("The pictures are in {}", folder.display());
    Ok(())
}
