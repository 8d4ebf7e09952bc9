//! Node and npm: whether they are here and new enough. What is done with them is in `ui`.

use std::process::Command;

use crate::{
    failure::{Done, Failure},
    places,
    process::{command, find, output},
};

/// Checks that Node and npm are here, and that Node is new enough for the UI's build.
///
/// # Errors
/// Names what is missing or too old, and where to get it.
pub(crate) fn check() -> Done {
    judge(output(command("node").arg("--version")).as_deref(), find("npm").is_some())
}

/// npm, in the UI's folder.
pub(crate) fn npm() -> Command {
    let mut npm = command(if cfg!(windows) { "npm.cmd" } else { "npm" });
    npm.current_dir(places::ui());
    npm
}

fn judge(node: Option<&str>, npm: bool) -> Done {
    const WANTED: &str = "install Node 20.19 or later, or 22.12 or later, with npm (https://nodejs.org)";
    let Some(said) = node else { return Err(Failure::new("Node is missing", WANTED)) };
    let Some(version) = version(said) else {
        return Err(Failure::new(format!("`node --version` says \"{said}\", which is no version"), WANTED));
    };
    if !new_enough(version) {
        return Err(Failure::new(format!("Node {said} is too old"), WANTED));
    }
    if !npm {
        return Err(Failure::new("Node is here but npm is missing", WANTED));
    }
    Ok(())
}

/// Major and minor of what `node --version` prints: `v20.19.0`.
fn version(said: &str) -> Option<(u32, u32)> {
    let mut numbers = said.trim().strip_prefix('v')?.split('.').map(str::parse);
    Some((numbers.next()?.ok()?, numbers.next()?.ok()?))
}

/// The versions that Vite, which builds the UI, declares: ^20.19 or >= 22.12.
fn new_enough(version: (u32, u32)) -> bool {
    version >= (22, 12) || (version.0 == 20 && version.1 >= 19)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_read_as_node_prints_them() {
        assert_eq!(version("v20.19.0\n"), Some((20, 19)));
        assert_eq!(version("v24.0.0-nightly"), Some((24, 0)));
        assert_eq!(version("20"), None);
        assert_eq!(version(""), None);
    }

    #[test]
    fn old_versions_are_refused_and_new_ones_taken() {
        for old in [(12, 22), (18, 20), (20, 18), (21, 7), (22, 11)] {
            assert!(!new_enough(old), "{old:?}");
        }
        for new in [(20, 19), (20, 20), (22, 12), (23, 0), (24, 1)] {
            assert!(new_enough(new), "{new:?}");
        }
    }

    #[test]
    fn each_lack_is_one_line_that_names_the_fix() {
        for (node, npm, lack) in [
            (None, true, "Node is missing"),
            (Some("v18.19.0"), true, "Node v18.19.0 is too old"),
            (Some("v20.19.0"), false, "npm is missing"),
        ] {
            let said = judge(node, npm).unwrap_err().to_string();
            assert!(said.contains(lack) && said.contains("install Node 20.19"), "{said}");
            assert_eq!(said.lines().count(), 1, "{said}");
        }
        assert!(judge(Some("v20.19.0"), true).is_ok());
    }
}
