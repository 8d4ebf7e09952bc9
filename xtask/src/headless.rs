//! `cargo xtask headless -- COMMAND`: a private desktop, with a screen in memory, a window manager, a session bus and
//! folders of its own. Whatever runs in it is shown on no screen and sees nothing of the person's own session.

use std::{
    env,
    ffi::OsString,
    fs,
    io::{BufRead, BufReader, Read},
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use crate::{
    failure::{Done, Failure},
    packages, process,
    running::Running,
    system,
};

/// `cargo xtask headless -- COMMAND`.
pub(crate) fn chore(arguments: &[OsString]) -> Done {
    let words = arguments.strip_prefix(&[OsString::from("--")]).unwrap_or(arguments);
    let Some((program, rest)) = words.split_first() else {
        return Err(Failure::new("no command", "cargo xtask headless -- COMMAND"));
    };
    system::provide(packages::TO_PRETEND)?;
    let desktop = Desktop::open()?;
    process::run(desktop.dress(Command::new(program).args(rest)))
}

/// Settings of the person's session that would reach into the private one.
const STRIPPED: &[&str] = &[
    "AT_SPI_BUS_ADDRESS",
    "DBUS_SESSION_BUS_ADDRESS",
    "DESKTOP_STARTUP_ID",
    "GTK_MODULES",
    "GTK_THEME",
    "LANGUAGE",
    "SESSION_MANAGER",
    "WAYLAND_DISPLAY",
    // Often recommended, and harmful: with either of these WebKit never answers when asked for a picture.
    "WEBKIT_DISABLE_COMPOSITING_MODE",
    "WEBKIT_DISABLE_DMABUF_RENDERER",
    "XAUTHORITY",
];

/// A private desktop. It is gone, with everything it started and every file it kept, when this is dropped.
pub(crate) struct Desktop {
    settings: Vec<(&'static str, OsString)>,
    // In this order: what is dropped first is what needs the other.
    _window_manager: Running,
    _bus: Running,
    _screen: Running,
    _folder: Folder,
}

impl Desktop {
    /// Opens a desktop and waits until its screen, bus and window manager are ready.
    ///
    /// # Errors
    /// Elsewhere than on Linux, and when one of its parts does not start.
    pub(crate) fn open() -> Result<Self, Failure> {
        if !cfg!(target_os = "linux") {
            return Err(Failure::new(
                "a private desktop can be opened on Linux only",
                "use Linux for this chore",
            ));
        }
        let folder = Folder::new()?;
        let mut settings: Vec<(&'static str, OsString)> = vec![
            ("GDK_BACKEND", "x11".into()),
            ("GSETTINGS_BACKEND", "memory".into()),
            ("LC_ALL", "C.UTF-8".into()),
            ("LIBGL_ALWAYS_SOFTWARE", "1".into()),
            ("NO_AT_BRIDGE", "1".into()),
            ("TZ", "UTC".into()),
            ("XDG_SESSION_TYPE", "x11".into()),
        ];
        for (name, inside) in [
            ("XDG_RUNTIME_DIR", "run"),
            ("XDG_CONFIG_HOME", "config"),
            ("XDG_DATA_HOME", "data"),
            ("XDG_STATE_HOME", "state"),
            ("XDG_CACHE_HOME", "cache"),
        ] {
            settings.push((name, folder.private(inside)?.into()));
        }

        let mut screen = process::command("Xvfb");
        screen.args(["-displayfd", "1", "-screen", "0", "1440x1000x24", "-nolisten", "tcp", "-noreset"]);
        let (screen, display) = start(&mut screen, &folder)?;
        settings.push(("DISPLAY", format!(":{display}").into()));

        let configuration = folder.0.join("bus.conf");
        fs::write(&configuration, include_str!("headless/bus.conf")).map_err(|error| {
            Failure::new(format!("cannot write {}: {error}", configuration.display()), "")
        })?;
        let mut bus = process::command("dbus-daemon");
        // Its socket lies in the folder, so that it goes with it.
        bus.args(["--nofork", "--print-address=1"]);
        bus.arg(format!("--address=unix:dir={}", folder.0.display())).arg("--config-file").arg(configuration);
        let (bus, address) = start(dress(&mut bus, &settings), &folder)?;
        settings.push(("DBUS_SESSION_BUS_ADDRESS", address.into()));

        let mut window_manager = process::command("openbox");
        window_manager.args(["--startup", "echo ready"]);
        let (window_manager, _ready) = start(dress(&mut window_manager, &settings), &folder)?;

        Ok(Self { settings, _window_manager: window_manager, _bus: bus, _screen: screen, _folder: folder })
    }

    /// Makes a command run in this desktop.
    pub(crate) fn dress<'a>(&self, command: &'a mut Command) -> &'a mut Command {
        dress(command, &self.settings)
    }
}

fn dress<'a>(command: &'a mut Command, settings: &[(&'static str, OsString)]) -> &'a mut Command {
    for name in STRIPPED {
        command.env_remove(name);
    }
    command.envs(settings.iter().map(|(name, value)| (name, value)))
}

/// Starts a part of the desktop and waits for the first line it prints, which says that it is ready.
fn start(command: &mut Command, folder: &Folder) -> Result<(Running, String), Failure> {
    let name = command.get_program().to_string_lossy().into_owned();
    let log = folder.0.join(format!("{name}.log"));
    let cannot =
        |error: String| Failure::new(format!("the private desktop's {name} did not start{error}"), "");
    let file = fs::File::create(&log).map_err(|error| cannot(format!(": {error}")))?;
    let started = Running::start(command.stdout(Stdio::piped()).stderr(file));
    let mut running = started.map_err(|error| cannot(format!(": {error}")))?;
    let mut line = String::new();
    if let Some(stdout) = running.stdout() {
        // Only this line is wanted, and the pipe stays open so that later ones harm no one.
        let _length = BufReader::with_capacity(1024, stdout.take(1024)).read_line(&mut line);
    }
    if line.trim().is_empty() {
        let said = fs::read_to_string(&log).unwrap_or_default();
        return Err(cannot(format!(" and said:\n{}", said.trim())));
    }
    Ok((running, line.trim().to_owned()))
}

/// A temporary folder, removed when this is dropped.
struct Folder(PathBuf);

impl Folder {
    fn new() -> Result<Self, Failure> {
        let folder = env::temp_dir().join(format!("waymark-desktop-{}", std::process::id()));
        // A killed chore may have left its folder, and its number is ours now.
        let _leftover = fs::remove_dir_all(&folder);
        make_private(&folder)?;
        Ok(Self(folder))
    }

    fn private(&self, name: &str) -> Result<PathBuf, Failure> {
        let folder = self.0.join(name);
        make_private(&folder)?;
        Ok(folder)
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        // A file left in the temporary folder is not worth failing a chore over.
        let _removed = fs::remove_dir_all(&self.0);
    }
}

/// Makes a folder that no one else may look into, as a session's runtime folder has to be.
fn make_private(folder: &Path) -> Done {
    #[cfg(unix)]
    let made = std::os::unix::fs::DirBuilderExt::mode(&mut fs::DirBuilder::new(), 0o700).create(folder);
    #[cfg(not(unix))]
    let made = fs::create_dir(folder);
    made.map_err(|error| Failure::new(format!("cannot make {}: {error}", folder.display()), ""))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_persons_session_does_not_reach_in() {
        let mut command = Command::new("true");
        dress(&mut command, &[("DISPLAY", ":7".into())]);
        let set: Vec<_> = command.get_envs().collect();
        assert!(set.contains(&("WAYLAND_DISPLAY".as_ref(), None)));
        assert!(set.contains(&("WEBKIT_DISABLE_DMABUF_RENDERER".as_ref(), None)));
        assert!(set.contains(&("DISPLAY".as_ref(), Some(":7".as_ref()))));
    }
}
