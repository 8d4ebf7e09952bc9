//! GNOME, whose compositor Mutter counts for itself, over D-Bus.

use std::time::Duration;
use zbus::blocking::connection::Builder;

const NAME: &str = "org.gnome.Mutter.IdleMonitor";
/// The one that heeds every keyboard and mouse.
const PATH: &str = "/org/gnome/Mutter/IdleMonitor/Core";

/// How long it may take for an answer.
const PATIENCE: Duration = Duration::from_secs(2);

/// How long nobody has touched keyboard or mouse. Asked seldom, so no connection is kept.
///
/// # Errors
/// What the bus says; also where there is no Mutter.
pub(super) fn idle_for() -> zbus::Result<Duration> {
    let bus = Builder::session()?.method_timeout(PATIENCE).build()?;
    let millis: u64 =
        bus.call_method(Some(NAME), PATH, Some(NAME), "GetIdletime", &())?.body().deserialize()?;
    Ok(Duration::from_millis(millis))
}
