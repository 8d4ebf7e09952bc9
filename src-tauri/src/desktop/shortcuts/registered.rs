//! Keys on Windows and macOS, which keep a register of them.

use super::{Heard, TAKEN};
use crate::arguments::Wish;
use crate::view::{Chord, Key, Modifier};
use std::sync::Arc;
use tauri::AppHandle;
use tauri_plugin_global_shortcut::{Builder, Code, GlobalShortcutExt, Modifiers, Shortcut, ShortcutState};

/// Keys that are registered.
pub(super) struct Keys {
    app: AppHandle,
    heard: Heard,
}

impl Keys {
    /// Begins to listen.
    ///
    /// # Errors
    /// What the system says.
    pub(super) fn open(app: &AppHandle, heard: Heard) -> Result<Self, String> {
        app.plugin(Builder::new().build()).map_err(|error| error.to_string())?;
        Ok(Self { app: app.clone(), heard })
    }

    /// Asks for keys.
    ///
    /// # Errors
    /// Why they are not to be had.
    pub(super) fn hold(&self, wish: Wish, chord: &Chord) -> Result<(), String> {
        let keys = keys_of(chord).ok_or("This keyboard has no such key. Take another.")?;
        let heard = Arc::clone(&self.heard);
        let asked = self.app.global_shortcut().on_shortcut(keys, move |_, _, press| {
            if press.state == ShortcutState::Pressed {
                heard(wish);
            }
        });
        asked.map_err(|error| {
            // The systems do not tell a key that is taken from one that they keep for themselves.
            tracing::warn!(%error, %chord, "keys were not registered");
            TAKEN.to_owned()
        })
    }

    /// Gives keys back; those that were not to be had are nothing.
    pub(super) fn let_go(&self, chord: &Chord) {
        let Some(keys) = keys_of(chord) else { return };
        let register = self.app.global_shortcut();
        if register.is_registered(keys)
            && let Err(error) = register.unregister(keys)
        {
            tracing::warn!(%error, %chord, "keys were not given back");
        }
    }
}

fn keys_of(chord: &Chord) -> Option<Shortcut> {
    let held = chord.modifiers().iter().map(|modifier| match modifier {
        Modifier::Control => Modifiers::CONTROL,
        Modifier::Alt => Modifiers::ALT,
        Modifier::Shift => Modifiers::SHIFT,
        Modifier::Super => Modifiers::SUPER,
    });
    let code: Code = match chord.key() {
        Key::Letter(letter) => format!("Key{letter}"),
        Key::Digit(digit) => format!("Digit{digit}"),
        key => key.to_string(),
    }
    .parse()
    .ok()?;
    Some(Shortcut::new(Some(held.fold(Modifiers::empty(), |held, one| held | one)), code))
}
