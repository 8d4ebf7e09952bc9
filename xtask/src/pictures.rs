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

/// What a picture is taken in: how the program is told, and the GTK theme that makes the system say the same.
const THEMES: &[(&str, &str)] = &[("light", "Adwaita"), ("dark", "Adwaita:dark")];

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
    for (theme, gtk_theme) in THEMES {
        step(&format!("Photograph every screen, {theme}"), || {
            let desktop = Desktop::open()?;
            let mut photographer = Command::new(places::program("debug", "pictures"));
            photographer.arg(&folder).current_dir(places::root());
            desktop.dress(&mut photographer);
            photographer.envs([("WAYMARK_THEME", *theme), ("GTK_THEME", *gtk_theme)]);
            process::run(photographer.env("WAYMARK_BIN", app::under_test()))
        })?;
    }
    println!("The pictures are in {}", folder.display());
    Ok(())
}
