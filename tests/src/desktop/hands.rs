//! The person's hands on mouse and keyboard: what they do reaches whichever program the screen gives it to, as with real
//! ones. What a web driver does reaches its own page alone.

use x11rb::connection::Connection;
use x11rb::protocol::xproto::{
    BUTTON_PRESS_EVENT, BUTTON_RELEASE_EVENT, ConnectionExt as _, GrabMode, KEY_PRESS_EVENT,
    KEY_RELEASE_EVENT, Keycode, MOTION_NOTIFY_EVENT, ModMask, Window,
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

    /// Presses keys together and lets them go, such as `["Control", "Alt", "p"]`.
    pub fn press(&self, keys: &[&str]) {
        let codes: Vec<Keycode> = keys.iter().map(|key| self.code(key)).collect();
        for code in &codes {
            self.does(KEY_PRESS_EVENT, *code, (0, 0));
        }
        for code in codes.iter().rev() {
            self.does(KEY_RELEASE_EVENT, *code, (0, 0));
        }
    }

    /// Has keys that no other program gets from now on, as one that runs beside would, until these hands are gone.
    #[track_caller]
    pub fn keep_for_myself(&self, keys: &[&str]) {
        let (key, held) = keys.split_last().unwrap();
        let held = held.iter().fold(ModMask::default(), |held, key| {
            held | match *key {
                "Control" => ModMask::CONTROL,
                "Alt" => ModMask::M1,
                "Shift" => ModMask::SHIFT,
                other => panic!("{other} is not held"),
            }
        });
        let way = GrabMode::ASYNC;
        let asked = self.screen.grab_key(false, self.root, held, self.code(key), way, way).unwrap();
        asked.check().expect("keys that nobody has");
    }

    fn code(&self, key: &str) -> Keycode {
        let sign = match key {
            "Shift" => 0xffe1,
            "Control" => 0xffe3,
            "CapsLock" => 0xffe5,
            "Alt" => 0xffe9,
            "F9" => 0xffc6,
            letter => u32::from(letter.chars().next().unwrap()),
        };
        let setup = self.screen.setup();
        let (first, last) = (setup.min_keycode, setup.max_keycode);
        let layout = self.screen.get_keyboard_mapping(first, last - first + 1).unwrap().reply().unwrap();
        let mut keys = layout.keysyms.chunks(layout.keysyms_per_keycode.into());
        first + u8::try_from(keys.position(|signs| signs.contains(&sign)).unwrap()).unwrap()
    }

    fn does(&self, event: u8, detail: u8, (x, y): (i16, i16)) {
        self.screen.xtest_fake_input(event, detail, 0, self.root, x, y, 0).unwrap().check().unwrap();
        // It is done once the server answers.
        self.screen.get_input_focus().unwrap().reply().unwrap();
    }
}
