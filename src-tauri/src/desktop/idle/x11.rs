//! X11, with its extension MIT-SCREEN-SAVER, which every usual server has.

use std::time::Duration;
use x11rb::connection::{Connection, RequestConnection};
use x11rb::protocol::screensaver::{ConnectionExt as _, X11_EXTENSION_NAME};

/// How long nobody has touched keyboard or mouse. Asked seldom, so no connection is kept.
///
/// # Errors
/// A screen that cannot be reached, or does not tell.
pub(super) fn idle_for() -> Result<Duration, String> {
    let unreachable =
        |reason: String| format!("The screen does not tell whether somebody is there: {reason}.");
    let (screen, number) = x11rb::connect(None).map_err(|error| unreachable(error.to_string()))?;
    let known =
        screen.extension_information(X11_EXTENSION_NAME).map_err(|error| unreachable(error.to_string()))?;
    if known.is_none() {
        return Err(unreachable("it lacks the extension MIT-SCREEN-SAVER".to_owned()));
    }
    let root = screen.setup().roots[number].root;
    let asked = screen.screensaver_query_info(root).map_err(|error| unreachable(error.to_string()))?;
    let info = asked.reply().map_err(|error| unreachable(error.to_string()))?;
    Ok(Duration::from_millis(info.ms_since_user_input.into()))
}
