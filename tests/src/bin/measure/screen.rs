//! What can be seen of a window on an X screen.

use std::collections::HashSet;
use x11rb::connection::Connection;
use x11rb::protocol::xproto::{Atom, AtomEnum, ConnectionExt, ImageFormat, MapState, Window};
use x11rb::rust_connection::RustConnection;

/// Of the rows of a window every one of so many is looked at: more would keep the screen from drawing.
const EVERY: i16 = 4;

/// The part of the points seen that must be different before it counts as a change; a caret's blinking does not.
const CHANGE: f64 = 0.001;

/// How many bytes a point takes on a screen of 24 bits.
const POINT: usize = 4;

/// A connection to the screen that `DISPLAY` names.
pub(crate) struct Screen {
    connection: RustConnection,
    root: Window,
    shown: Atom,
    owner: Atom,
}

impl Screen {
    pub(crate) fn connect() -> Self {
        let (connection, number) = x11rb::connect(None).expect("a screen");
        let root = connection.setup().roots[number].root;
        let atom = |name: &str| connection.intern_atom(false, name.as_bytes()).unwrap().reply().unwrap().atom;
        let (shown, owner) = (atom("_NET_CLIENT_LIST"), atom("_NET_WM_PID"));
        Self { connection, root, shown, owner }
    }

    /// The window of that process which the window manager shows.
    pub(crate) fn window_of(&self, process: u32) -> Option<Window> {
        let shown = self.numbers(self.root, self.shown, AtomEnum::WINDOW);
        shown.into_iter().find(|window| {
            self.numbers(*window, self.owner, AtomEnum::CARDINAL) == [process] && self.is_viewable(*window)
        })
    }

    fn is_viewable(&self, window: Window) -> bool {
        let asked = self.connection.get_window_attributes(window).unwrap();
        asked.reply().is_ok_and(|attributes| attributes.map_state == MapState::VIEWABLE)
    }

    fn numbers(&self, window: Window, property: Atom, kind: AtomEnum) -> Vec<u32> {
        let asked = self.connection.get_property(false, window, property, kind, 0, 1024).unwrap();
        // A window may be gone by the time it is asked.
        asked.reply().ok().and_then(|reply| Some(reply.value32()?.collect())).unwrap_or_default()
    }

    /// What the window shows, unless it is gone or partly off the screen.
    pub(crate) fn picture(&self, window: Window) -> Option<Picture> {
        let size = self.connection.get_geometry(window).unwrap().reply().ok()?;
        let rows = (0..i16::try_from(size.height).ok()?).step_by(EVERY.unsigned_abs().into());
        // All are asked for before the first answer is awaited.
        let asked: Vec<_> = rows
            .map(|row| {
                self.connection
                    .get_image(ImageFormat::Z_PIXMAP, window, 0, row, size.width, 1, u32::MAX)
                    .unwrap()
            })
            .collect();
        let mut points = Vec::with_capacity(asked.len() * usize::from(size.width) * POINT);
        for row in asked {
            points.extend_from_slice(&row.reply().ok()?.data);
        }
        Some(Picture(points))
    }
}

/// The points seen of a window at one moment, as the screen keeps them: blue, green, red and a byte that means nothing.
/// They are taken as they are and compared as a whole, because whoever watches takes time from those it watches.
#[derive(PartialEq, Eq)]
pub(crate) struct Picture(Vec<u8>);

impl std::fmt::Debug for Picture {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "a picture of {} points", self.0.len() / POINT)
    }
}

impl Picture {
    /// Whether it has at least so many colours.
    pub(crate) fn has_colours(&self, least: usize) -> bool {
        let mut colours = HashSet::new();
        self.points().any(|point| colours.insert(point) && colours.len() >= least)
    }

    /// Whether a person would see that something has changed.
    pub(crate) fn differs_from(&self, other: &Self) -> bool {
        if self.0.len() != other.0.len() {
            return true;
        }
        let different = self.points().zip(other.points()).filter(|(one, other)| one != other).count();
        different as f64 > CHANGE * self.points().len() as f64
    }

    fn points(&self) -> impl ExactSizeIterator<Item = &[u8]> {
        self.0.chunks_exact(POINT)
    }
}
