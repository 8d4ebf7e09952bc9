//! Whether there is a tray at all. On Linux it takes a library to make an icon, and a host on the session
//! bus to show it, which may come and go; elsewhere there always is one.

/// Whether an icon can be made here.
///
/// # Errors
/// What is missing and what to do about it.
#[cfg(target_os = "linux")]
pub(super) fn can_make_icons() -> Result<(), &'static str> {
    // The names under which the tray's library is looked for when the first icon is made; without any of
    // them that panics.
    const LIBRARIES: [&str; 2] = ["libayatana-appindicator3.so.1", "libappindicator3.so.1"];
    #[allow(
        unsafe_code,
        reason = "asking whether a library is there means loading it; it is loaded next anyway"
    )]
    let found = LIBRARIES.iter().any(|name| unsafe { libloading::Library::new(name) }.is_ok());
    if found {
        Ok(())
    } else {
        Err(
            "There is no tray icon, as libayatana-appindicator is not installed, so closing the window quits \
             Waymark. Install it (libayatana-appindicator3-1 on Debian and Ubuntu) and start Waymark again.",
        )
    }
}

/// Whether an icon can be made here.
///
/// # Errors
/// None here.
#[cfg(not(target_os = "linux"))]
pub(super) fn can_make_icons() -> Result<(), &'static str> {
    Ok(())
}

/// What to say where nothing shows icons.
pub(super) const NO_HOST: &str = "This desktop shows no tray icons, so closing the window quits Waymark. On GNOME \
     the AppIndicator extension adds them.";

/// Tells whether something shows icons, at once and again whenever that changes.
#[cfg(target_os = "linux")]
pub(super) fn watch(heard: impl Fn(bool) + Send + 'static) -> std::io::Result<()> {
    let watching = move || {
        if let Err(error) = watch_the_bus(&heard) {
            tracing::info!(%error, "no tray host can be found");
            heard(false);
        }
    };
    std::thread::Builder::new().name("tray host".into()).spawn(watching)?;
    Ok(())
}

/// Tells whether something shows icons.
#[cfg(not(target_os = "linux"))]
pub(super) fn watch(heard: impl Fn(bool) + Send + 'static) -> std::io::Result<()> {
    heard(true);
    Ok(())
}

/// A host owns this name, as the StatusNotifierItem protocol has it.
#[cfg(target_os = "linux")]
const HOST: &str = "org.kde.StatusNotifierWatcher";

#[cfg(target_os = "linux")]
fn watch_the_bus(heard: &impl Fn(bool)) -> zbus::Result<()> {
    let connection = zbus::blocking::Connection::session()?;
    let bus = zbus::blocking::fdo::DBusProxy::new(&connection)?;
    // Before asking, so that no change falls between.
    let changes = bus.receive_name_owner_changed_with_args(&[(0, HOST)])?;
    heard(bus.name_has_owner(HOST.try_into()?)?);
    for change in changes {
        heard(change.args()?.new_owner().is_some());
    }
    Err(zbus::Error::Failure("the session bus is gone".into()))
}
