//! Keys under X11, which passes on those that a program has grabbed.
//!
//! Asked directly, as the `global-hotkey` crate looks for them twenty times a second and takes a screen that it cannot reach
//! for one that has granted all.

use super::{Heard, TAKEN};
use crate::arguments::Wish;
use crate::view::{Chord, Key, Modifier};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use tauri::AppHandle;
use x11rb::connection::{Connection, RequestConnection};
use x11rb::errors::ReplyError;
use x11rb::protocol::xproto::{ConnectionExt as _, GrabMode, KeyButMask, Keycode, Keysym, ModMask, Window};
use x11rb::protocol::{ErrorKind, Event, xkb};
use x11rb::rust_connection::RustConnection;

/// Caps Lock and Num Lock count as held keys: what is grabbed is grabbed with and without them.
const LOCKS: [u16; 4] = [0, LOCK, NUM, LOCK | NUM];
const LOCK: u16 = 1 << 1;
const NUM: u16 = 1 << 4;

/// Keys on one screen.
pub(super) struct Keys {
    screen: Arc<RustConnection>,
    root: Window,
    grabs: Arc<Mutex<Vec<(Grab, Wish)>>>,
}

/// A key with what is held beside it, as the screen counts them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Grab {
    code: Keycode,
    held: u16,
}

impl Keys {
    /// Begins to listen.
    ///
    /// # Errors
    /// A screen that cannot be reached.
    pub(super) fn open(_: &AppHandle, heard: Heard) -> Result<Self, String> {
        let (screen, number) = x11rb::connect(None).map_err(|error| error.to_string())?;
        let root = screen.setup().roots[number].root;
        tell_repeats_apart(&screen)?;
        let keys = Self { screen: Arc::new(screen), root, grabs: Arc::default() };
        let (screen, grabs) = (Arc::clone(&keys.screen), Arc::clone(&keys.grabs));
        let listening = thread::Builder::new().name("shortcuts".into());
        listening.spawn(move || listen(&screen, &grabs, &heard)).map_err(|error| error.to_string())?;
        Ok(keys)
    }

    /// Asks for keys.
    ///
    /// # Errors
    /// Why they are not to be had.
    pub(super) fn hold(&self, wish: Wish, chord: &Chord) -> Result<(), String> {
        let grab = self.grab_of(chord).ok_or("This keyboard has no such key. Take another.")?;
        for locks in LOCKS {
            let asked = self.screen.grab_key(
                false,
                self.root,
                ModMask::from(grab.held | locks),
                grab.code,
                GrabMode::ASYNC,
                GrabMode::ASYNC,
            );
            if let Err(error) = asked.map_err(ReplyError::from).and_then(x11rb::cookie::VoidCookie::check) {
                self.ungrab(grab);
                return Err(match error {
                    ReplyError::X11Error(error) if error.error_kind == ErrorKind::Access => TAKEN.to_owned(),
                    error => format!("The screen does not pass these keys on: {error}."),
                });
            }
        }
        self.grabs.lock().unwrap_or_else(PoisonError::into_inner).push((grab, wish));
        Ok(())
    }

    /// Gives keys back; those that were not to be had are nothing.
    pub(super) fn let_go(&self, chord: &Chord) {
        let Some(grab) = self.grab_of(chord) else { return };
        let mut grabs = self.grabs.lock().unwrap_or_else(PoisonError::into_inner);
        if grabs.extract_if(.., |(held, _)| *held == grab).count() > 0 {
            self.ungrab(grab);
        }
    }

    fn ungrab(&self, grab: Grab) {
        for locks in LOCKS {
            let asked = self.screen.ungrab_key(grab.code, self.root, ModMask::from(grab.held | locks));
            // A screen that is gone holds nothing.
            _ = asked.map_err(ReplyError::from).and_then(x11rb::cookie::VoidCookie::check);
        }
    }

    fn grab_of(&self, chord: &Chord) -> Option<Grab> {
        let held = chord.modifiers().iter().map(|modifier| mask(*modifier)).fold(0, |held, one| held | one);
        Some(Grab { code: self.code(sign(chord.key()))?, held })
    }

    /// The key that gives a sign on the keyboard as it is laid out now.
    fn code(&self, sign: Keysym) -> Option<Keycode> {
        let setup = self.screen.setup();
        let (first, last) = (setup.min_keycode, setup.max_keycode);
        let layout = self.screen.get_keyboard_mapping(first, last - first + 1).ok()?.reply().ok()?;
        let mut keys = layout.keysyms.chunks(layout.keysyms_per_keycode.into());
        keys.position(|signs| signs.contains(&sign)).and_then(|at| u8::try_from(at).ok()).map(|at| first + at)
    }
}

/// Hears a key that stays down once, and not with each repeat as pressed anew.
fn tell_repeats_apart(screen: &RustConnection) -> Result<(), String> {
    use xkb::ConnectionExt as _;
    let flag = xkb::PerClientFlag::DETECTABLE_AUTO_REPEAT;
    let nothing = xkb::BoolCtrl::default();
    let ask = || -> Result<(), ReplyError> {
        screen.prefetch_extension_information(xkb::X11_EXTENSION_NAME)?;
        screen.xkb_use_extension(1, 0)?.reply()?;
        let keyboard = xkb::ID::USE_CORE_KBD.into();
        screen.xkb_per_client_flags(keyboard, flag, flag, nothing, nothing, nothing)?.reply()?;
        Ok(())
    };
    ask().map_err(|error| error.to_string())
}

fn listen(screen: &RustConnection, grabs: &Mutex<Vec<(Grab, Wish)>>, heard: &Heard) {
    let held_keys = KeyButMask::SHIFT | KeyButMask::CONTROL | KeyButMask::MOD1 | KeyButMask::MOD4;
    let mut down = None;
    loop {
        match screen.wait_for_event() {
            Ok(Event::KeyPress(press)) if down != Some(press.detail) => {
                down = Some(press.detail);
                let pressed = Grab { code: press.detail, held: u16::from(press.state & held_keys) };
                let grabs = grabs.lock().unwrap_or_else(PoisonError::into_inner);
                if let Some((_, wish)) = grabs.iter().find(|(grab, _)| *grab == pressed) {
                    heard(*wish);
                }
            }
            Ok(Event::KeyRelease(release)) if down == Some(release.detail) => down = None,
            Ok(_) => {}
            Err(error) => {
                tracing::warn!(%error, "no shortcut is heard any more");
                return;
            }
        }
    }
}

fn mask(modifier: Modifier) -> u16 {
    u16::from(match modifier {
        Modifier::Control => ModMask::CONTROL,
        Modifier::Alt => ModMask::M1,
        Modifier::Shift => ModMask::SHIFT,
        Modifier::Super => ModMask::M4,
    })
}

/// A key's sign, as X11's `keysymdef.h` numbers them.
fn sign(key: Key) -> Keysym {
    match key {
        Key::Letter(letter) => u32::from(letter.to_ascii_lowercase()),
        Key::Digit(digit) => u32::from(digit),
        Key::Function(number) => 0xffbd + u32::from(number),
        Key::Named(name) => match name {
            "Home" => 0xff50,
            "ArrowLeft" => 0xff51,
            "ArrowUp" => 0xff52,
            "ArrowRight" => 0xff53,
            "ArrowDown" => 0xff54,
            "PageUp" => 0xff55,
            "PageDown" => 0xff56,
            "End" => 0xff57,
            "Insert" => 0xff63,
            "Delete" => 0xffff,
            _ => 0x20,
        },
    }
}
