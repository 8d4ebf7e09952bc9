//! Keys that reach Waymark from every program: asks the system for those that the person chose, and does what they are for.

#[cfg(not(target_os = "linux"))]
mod registered;
#[cfg(target_os = "linux")]
mod x11;

use super::first_instance::grant;
use super::{Desk, is_wayland, run_aside, window};
use crate::app::Chords;
use crate::arguments::Wish;
#[cfg(not(target_os = "linux"))]
use registered::Keys;
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, PoisonError};
use tauri::{AppHandle, Manager};
#[cfg(target_os = "linux")]
use x11::Keys;

/// Does what keys are for.
type Heard = Arc<dyn Fn(Wish) + Send + Sync>;

/// Said of keys that are taken.
const TAKEN: &str = "Another program already has these keys. Take others; once they are free, Waymark has them from its \
                     next start.";

/// Where the display server keeps keys from every program but the one in front.
const WAYLAND: &str = "Under Wayland no program hears keys while another is in front. The desktop’s own keyboard settings \
                       can: give a key there the command waymark --toggle, waymark --skip or waymark --show.";

/// What is asked of the system by now.
#[derive(Default)]
pub(super) struct Shortcuts(Mutex<Held>);

#[derive(Default)]
struct Held {
    chords: Chords,
    /// Opened with the first keys: without any it costs nothing.
    keys: Option<Keys>,
}

/// Begins to follow what the person chooses.
pub(super) fn start(app: &AppHandle) {
    if is_wayland() {
        let noted = app.state::<Desk>().waymark.run(|app| {
            app.note_no_shortcuts(WAYLAND.to_owned());
            Ok(())
        });
        if let Err(problem) = noted {
            tracing::warn!(problem.message, "that there are no shortcuts is not said");
        }
    }
    follow(app);
}

/// Asks the system for the keys that are wanted by now, and gives back the others.
pub(super) fn follow(app: &AppHandle) {
    let desk = app.state::<Desk>();
    if is_wayland() {
        return;
    }
    let problems = {
        let mut held = desk.shortcuts.0.lock().unwrap_or_else(PoisonError::into_inner);
        let Ok(wanted) = desk.waymark.run(|app| app.chords()) else { return };
        if held.chords == wanted {
            return;
        }
        held.follow(app, wanted)
    };
    // It is news, and comes here again: the turn is over by now.
    let noted = desk.waymark.run(|app| {
        app.note_unheard(problems);
        Ok(())
    });
    if let Err(problem) = noted {
        tracing::warn!(problem.message, "what the system says to the shortcuts is not said");
    }
}

/// Gives all keys back.
pub(super) fn let_go(desk: &Desk) {
    let mut held = desk.shortcuts.0.lock().unwrap_or_else(PoisonError::into_inner);
    if let Held { keys: Some(keys), chords } = &mut *held {
        for chord in std::mem::take(chords).values() {
            keys.let_go(chord);
        }
    }
}

impl Held {
    /// Takes over what is wanted, and answers why some of it is not heard.
    fn follow(&mut self, app: &AppHandle, wanted: Chords) -> BTreeMap<Wish, String> {
        let before = std::mem::replace(&mut self.chords, wanted);
        if self.keys.is_none() {
            match Keys::open(app, heard(app)) {
                Ok(keys) => self.keys = Some(keys),
                Err(error) => {
                    let why = format!("The system cannot be asked for keys: {error}.");
                    return self.chords.keys().map(|wish| (*wish, why.clone())).collect();
                }
            }
        }
        let Some(keys) = &self.keys else { return BTreeMap::new() };
        for chord in before.values() {
            keys.let_go(chord);
        }
        let refused = self.chords.iter().filter_map(|(wish, chord)| {
            let refusal = keys.hold(*wish, chord).err()?;
            tracing::warn!(%chord, refusal, "the system does not pass these keys on");
            Some((*wish, refusal))
        });
        refused.collect()
    }
}

fn heard(app: &AppHandle) -> Heard {
    let app = app.clone();
    Arc::new(move |wish| {
        let app = app.clone();
        run_aside("shortcut", move || match wish {
            Wish::Show => window::show(&app),
            Wish::Toggle | Wish::Skip => grant(&app, wish),
        });
    })
}
