//! GNOME: not to disturb is to show no banners, which is a setting of the desktop.
//!
//! Read as GTK reads settings. The portal for settings, which is asked over D-Bus, passes on those of looks and input alone.

use super::silence::Silence;
use gio::glib::{MainContext, MainLoop};
use gio::prelude::SettingsExt;
use std::sync::Arc;

const SCHEMA: &str = "org.gnome.desktop.notifications";
const KEY: &str = "show-banners";

/// Listens as long as the app runs. False at once where the desktop has no such setting.
pub(super) fn listen(silence: &Arc<Silence>) -> bool {
    // To ask for a setting that there is not ends the program.
    let known = gio::SettingsSchemaSource::default().and_then(|source| source.lookup(SCHEMA, true));
    if !known.is_some_and(|schema| schema.has_key(KEY)) {
        return false;
    }
    let context = MainContext::new();
    let listening = context.with_thread_default(|| {
        let settings = gio::Settings::new(SCHEMA);
        let heard = Arc::clone(silence);
        settings.connect_changed(Some(KEY), move |settings, _| heard.say(Some(!settings.boolean(KEY))));
        // A change is told only once the setting was read.
        silence.say(Some(!settings.boolean(KEY)));
        MainLoop::new(Some(&context), false).run();
    });
    listening.is_ok()
}
