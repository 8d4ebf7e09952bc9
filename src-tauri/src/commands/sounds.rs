//! The app's own sounds. What is set of them is with the settings.

use super::{Answer, Host};
use crate::view::Sound;

/// Plays a sound as it would be heard.
#[tauri::command(async)]
pub(crate) fn play_sound(host: Host<'_>, sound: Sound) -> Answer<()> {
    host.run(|app| app.play_sound(sound))
}
