//! The person's hands on mouse and keyboard: what they do reaches whichever program the screen gives it to, as with real
//! ones. What a web driver does reaches its own page alone.

use x11rb::connection::Connection;
use x11rb::protocol::xproto::{
    BUTTON_PRESS_EVENT, BUTTON_RELEASE_EVENT, ConnectionExt as _, MOTION_NOTIFY_EVENT, Window,
};
use x11rb::protocol::xtest::ConnectionExt as _;
use x11rb::rust_connection::RustConnection;

/// The mouse's left button.
const LEFT: u8 = 1;

/// A mouse and a keyboard on the screen that the test runs on.
#[derive(Debug)]
pub struct Hands {
    screen: RustConnection,
    root: Window,
}

impl Default for Hands {
    fn default() -> Self {
        Self::new()
    }
}

impl Hands {
    /// Those of a person who rests.
    pub fn new() -> Self {
        let (screen, number) = x11rb::connect(None).expect("a screen");
        let root = screen.setup().roots[number].root;
        Self { screen, root }
    }

    /// Moves the pointer there.
    pub fn point_at(&self, (x, y): (i64, i64)) {
        let (x, y) = (i16::try_from(x).unwrap(), i16::try_from(y).unwrap());
        self.does(MOTION_NOTIFY_EVENT, 0, (x, y));
    }

    /// Presses the mouse's button where the pointer is, and holds it.
    pub fn hold(&self) {
        self.does(BUTTON_PRESS_EVENT, LEFT, (0, 0));
    }

    /// Lets the mouse's button go.
    pub fn let_go(&self) {
        self.does(BUTTON_RELEASE_EVENT, LEFT, (0, 0));
    }

    fn does(&self, event: u8, detail: u8, (x, y): (i16, i16)) {
        self.screen.xtest_fake_input(event, detail, 0, self.root, x, y, 0).unwrap().check().unwrap();
        // It is done once the server answers.
        self.screen.get_input_focus().unwrap().reply().unwrap();
    }
}
