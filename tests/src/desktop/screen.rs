//! The screen's own doings with windows.

use x11rb::connection::Connection;
use x11rb::protocol::xproto::{Atom, AtomEnum, ClientMessageEvent, ConnectionExt, EventMask, Window};
use x11rb::rust_connection::RustConnection;

/// Closes a process's window as the button in its corner does: the window manager is asked to, and asks the
/// program in turn. Answers whether there was a window to close.
pub fn close_window(process: u32) -> bool {
    let (screen, number) = x11rb::connect(None).expect("a screen");
    let root = screen.setup().roots[number].root;
    let Some(window) =
        windows(&screen, root).into_iter().find(|window| owner(&screen, *window) == Some(process))
    else {
        return false;
    };
    let by_a_person = [0, 2, 0, 0, 0];
    let message = ClientMessageEvent::new(32, window, atom(&screen, "_NET_CLOSE_WINDOW"), by_a_person);
    let to_the_manager = EventMask::SUBSTRUCTURE_REDIRECT | EventMask::SUBSTRUCTURE_NOTIFY;
    screen.send_event(false, root, to_the_manager, message).unwrap().check().unwrap();
    true
}

fn windows(screen: &RustConnection, root: Window) -> Vec<Window> {
    numbers(screen, root, "_NET_CLIENT_LIST", AtomEnum::WINDOW.into())
}

fn owner(screen: &RustConnection, window: Window) -> Option<u32> {
    numbers(screen, window, "_NET_WM_PID", AtomEnum::CARDINAL.into()).first().copied()
}

fn numbers(screen: &RustConnection, window: Window, property: &str, kind: Atom) -> Vec<u32> {
    let asked = screen.get_property(false, window, atom(screen, property), kind, 0, 1024).unwrap();
    // A window may be gone by the time it is asked.
    asked.reply().ok().and_then(|reply| Some(reply.value32()?.collect())).unwrap_or_default()
}

fn atom(screen: &RustConnection, name: &str) -> Atom {
    screen.intern_atom(false, name.as_bytes()).unwrap().reply().unwrap().atom
}
