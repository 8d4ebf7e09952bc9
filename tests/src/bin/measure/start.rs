//! One start of one program, from the moment it is spawned until its window has come to rest.
#![allow(clippy::disallowed_methods, reason = "it watches real programs, on a real clock")]

use crate::processes::{memory, tree};
use crate::screen::{Picture, Screen};
use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::thread::sleep;
use std::time::{Duration, Instant};
use tempfile::TempDir;
use waymark_tests::{Desktop, patiently};

/// A window with this many colours is painted: text with smoothed edges has dozens, a blank window one or two.
const COLOURS: usize = 8;

/// A window that has not changed for so long has come to rest.
const STILL: Duration = Duration::from_secs(1);

/// How long to wait for that at most.
const LONG: Duration = Duration::from_secs(60);

/// How often to look for the window, and at it.
const LOOK: Duration = Duration::from_millis(10);

/// A program that opens a window.
pub(crate) struct Program {
    pub(crate) name: &'static str,
    pub(crate) path: PathBuf,
    /// Whether it takes its data folder as an argument.
    pub(crate) takes_data: bool,
    /// What is in that folder before each start; empty otherwise.
    pub(crate) data: Option<PathBuf>,
}

/// What was seen of one start. Times are since the program was spawned.
pub(crate) struct Start {
    /// The window manager shows the window.
    pub(crate) window: Duration,
    /// It holds at least [`COLOURS`] colours.
    pub(crate) painted: Duration,
    /// It changed for the last time before it came to rest.
    pub(crate) ready: Duration,
    /// Of the program and all its children, in bytes, once it has come to rest.
    pub(crate) memory: u64,
}

impl Program {
    /// Starts it for a person of its own, watches until its window has come to rest, and ends it. What the system has
    /// learned of fonts and shaders is in `caches`, and is there for the next start.
    pub(crate) fn start(&self, desktop: &Desktop, caches: &Path) -> Start {
        let home = tempfile::tempdir().unwrap();
        let mut command = self.command(desktop, &home, caches);
        let screen = Screen::connect();
        let begin = Instant::now();
        let running =
            Running(command.spawn().unwrap_or_else(|error| panic!("{}: {error}", self.path.display())));
        let (mut window, mut watch) = (None, Watch::default());
        while !watch.is_still(begin.elapsed()) {
            assert!(begin.elapsed() < LONG, "{} did not come to rest: {watch:?}", self.name);
            window = window.or_else(|| screen.window_of(running.0.id()));
            if let Some(window) = window {
                watch.window.get_or_insert_with(|| begin.elapsed());
                if let Some(picture) = screen.picture(window) {
                    watch.see(picture, begin.elapsed());
                }
            }
            sleep(LOOK);
        }
        let memory = memory(&tree(running.0.id()));
        let seen = "a window at rest was seen, and painted";
        let painted = watch.painted.expect(seen);
        Start { window: watch.window.expect(seen), painted, ready: watch.changed.max(painted), memory }
    }

    fn command(&self, desktop: &Desktop, home: &TempDir, caches: &Path) -> Command {
        let inside = |name: &str| home.path().join(name);
        let mut command = Command::new(&self.path);
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        command.env("DBUS_SESSION_BUS_ADDRESS", desktop.address());
        for (variable, name) in
            [("XDG_DATA_HOME", "data"), ("XDG_CONFIG_HOME", "config"), ("XDG_STATE_HOME", "state")]
        {
            command.env(variable, inside(name));
        }
        command.env("XDG_CACHE_HOME", caches);
        if let Some(data) = &self.data {
            copy(data, &inside("waymark"));
        }
        if self.takes_data {
            command.arg("--data-dir").arg(inside("waymark"));
        }
        command
    }
}

fn copy(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let to = to.join(entry.file_name());
        match entry.file_type().unwrap().is_dir() {
            true => copy(&entry.path(), &to),
            false => _ = fs::copy(entry.path(), to).unwrap(),
        }
    }
}

/// What has been seen of a window so far.
#[derive(Debug, Default)]
struct Watch {
    window: Option<Duration>,
    painted: Option<Duration>,
    changed: Duration,
    last: Option<Picture>,
}

impl Watch {
    fn see(&mut self, picture: Picture, at: Duration) {
        // Most often nothing has changed at all.
        if self.last.as_ref() == Some(&picture) {
            return;
        }
        if self.painted.is_none() && picture.has_colours(COLOURS) {
            self.painted = Some(at);
        }
        if self.last.as_ref().is_some_and(|last| !picture.differs_from(last)) {
            return;
        }
        self.changed = at;
        self.last = Some(picture);
    }

    fn is_still(&self, now: Duration) -> bool {
        self.painted.is_some() && now > self.changed + STILL
    }
}

/// The program that was started. When this is dropped, it is ended with all its children.
struct Running(Child);

impl Drop for Running {
    fn drop(&mut self) {
        let children = tree(self.0.id());
        // It may have ended by itself, which is as good.
        let _ended = self.0.kill().and_then(|()| self.0.wait());
        patiently("the program's children to end", || {
            children.iter().all(|child| child.has_ended()).then_some(())
        });
    }
}
