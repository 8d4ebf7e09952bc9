//! A desktop that the test plays: a session bus of its own with a notification daemon and a tray host on it, or
//! without either. Nothing here knows Waymark; the screen and the window manager are whoever's runs the tests.

mod bus;
mod hands;
mod idle_monitor;
mod menu;
mod notifications;
mod screen;
mod tray;

pub use hands::Hands;
pub use menu::{Entry, Tray};
pub use notifications::{Manners, Shown};
pub use screen::close_window;

use crate::patience::within;
use crate::patiently;
use bus::Bus;
use idle_monitor::IdleMonitor;
use notifications::Notifications;
use std::time::Duration;
use tray::Watcher;
use zbus::blocking::Connection;

/// What a desktop offers its programs.
#[derive(Debug, Clone, Copy)]
struct Offer {
    notifications: Option<Manners>,
    tray: bool,
    wayland: Option<Wayland>,
}

/// A Wayland session, as far as programs are told: their windows are X11's all the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wayland {
    /// GNOME's.
    Gnome,
    /// One that tells programs little.
    Other,
}

/// A desktop of the test's own. Programs join it by [its address](Self::address).
#[derive(Debug)]
pub struct Desktop {
    notifications: Notifications,
    watcher: Watcher,
    idle: IdleMonitor,
    wayland: bool,
    gnome: bool,
    connection: Connection,
    // Dropped last: the connection needs it.
    bus: Bus,
}

impl Desktop {
    /// One with a polite notification daemon and a tray.
    pub fn start() -> Self {
        Self::offering(Offer { notifications: Some(Manners::Polite), tray: true, wayland: None })
    }

    /// One whose notification daemon has those manners.
    pub fn with_notifications(manners: Manners) -> Self {
        Self::offering(Offer { notifications: Some(manners), tray: true, wayland: None })
    }

    /// One with notifications and no tray.
    pub fn without_tray() -> Self {
        Self::offering(Offer { notifications: Some(Manners::Polite), tray: false, wayland: None })
    }

    /// A bare one: neither notifications nor a tray.
    pub fn bare() -> Self {
        Self::offering(Offer { notifications: None, tray: false, wayland: None })
    }

    /// One with a polite notification daemon and a tray, in a Wayland session.
    pub fn under_wayland(wayland: Wayland) -> Self {
        let notifications = Some(Manners::Polite);
        Self::offering(Offer { notifications, tray: true, wayland: Some(wayland) })
    }

    fn offering(offer: Offer) -> Self {
        let bus = Bus::start();
        let notifications = Notifications::new(offer.notifications.unwrap_or(Manners::Polite));
        let watcher = Watcher::default();
        let mut desktop = zbus::blocking::connection::Builder::address(bus.address()).unwrap();
        desktop = desktop.serve_at(tray::PATH, watcher.clone()).unwrap();
        let idle = IdleMonitor::default();
        if offer.wayland == Some(Wayland::Gnome) {
            desktop = desktop.serve_at(idle_monitor::PATH, idle.clone()).unwrap();
            desktop = desktop.name(idle_monitor::NAME).unwrap();
        }
        if offer.notifications.is_some() {
            desktop = desktop.serve_at(notifications::PATH, notifications.clone()).unwrap();
            desktop = desktop.name(notifications::NAME).unwrap();
        }
        if offer.tray {
            desktop = desktop.name(tray::NAME).unwrap();
        }
        let connection = desktop.build().expect("a connection to the session bus that was just started");
        let (wayland, gnome) = (offer.wayland.is_some(), offer.wayland == Some(Wayland::Gnome));
        Self { notifications, watcher, idle, wayland, gnome, connection, bus }
    }

    /// Starts the tray's host: what was there before it may join now.
    pub fn start_tray(&self) {
        self.connection.request_name(tray::NAME).unwrap();
    }

    /// Ends the tray's host, as a panel that crashes does.
    pub fn end_tray(&self) {
        self.connection.release_name(tray::NAME).unwrap();
        self.watcher.forget();
    }

    /// Ends the session bus, and with it everything that this desktop offers.
    pub fn unplug(&mut self) {
        self.bus.end();
    }

    /// Where the session bus listens: `DBUS_SESSION_BUS_ADDRESS` of the programs that join.
    pub fn address(&self) -> &str {
        self.bus.address()
    }

    /// The person asks Plasma not to disturb, or no longer.
    pub fn inhibit(&self, inhibited: bool) {
        self.notifications.inhibit(&self.connection, inhibited);
    }

    /// What the programs that join find in their environment.
    pub(crate) fn environment(&self) -> Vec<(&'static str, String)> {
        let bus = ("DBUS_SESSION_BUS_ADDRESS", self.address().to_owned());
        let wayland = self.wayland.then(|| ("WAYLAND_DISPLAY", "wayland-of-the-test".to_owned()));
        let desktop = ("XDG_CURRENT_DESKTOP", if self.gnome { "test:GNOME" } else { "test" }.to_owned());
        let settings = self.gnome.then(|| ("GSETTINGS_BACKEND", "keyfile".to_owned()));
        [bus, desktop].into_iter().chain(settings).chain(wayland).collect()
    }

    /// Has GNOME say that nobody has touched the machine for so long.
    pub fn says_idle(&self, idle: Duration) {
        self.idle.set(idle);
    }

    /// How often GNOME was asked that.
    pub fn asked_for_idle(&self) -> u32 {
        self.idle.asked()
    }

    /// Every notification so far.
    pub fn shown(&self) -> Vec<Shown> {
        self.notifications.shown()
    }

    /// Waits for the first open notification with these words in its title or body.
    #[track_caller]
    pub fn notification(&self, words: &str) -> Shown {
        patiently(&format!("a notification about {words:?} (there are {:?})", self.shown()), || {
            self.open_about(words)
        })
    }

    /// The same for one that comes when the clock's next minute but one begins.
    #[track_caller]
    pub fn notification_after_next_minute(&self, words: &str) -> Shown {
        const LONGEST: Duration = Duration::from_secs(150);
        within(LONGEST, &format!("a notification about {words:?}"), || self.open_about(words))
    }

    fn open_about(&self, words: &str) -> Option<Shown> {
        let about =
            |shown: &Shown| !shown.closed && (shown.title.contains(words) || shown.body.contains(words));
        self.shown().into_iter().find(about)
    }

    /// Presses a button by what is written on it.
    #[track_caller]
    pub fn press(&self, shown: &Shown, label: &str) {
        let buttons = &shown.buttons;
        let button = buttons.iter().find(|button| button.label == label);
        let button = button.unwrap_or_else(|| panic!("no button {label:?} among {buttons:?}"));
        self.hears("ActionInvoked");
        self.notifications.press(&self.connection, shown.id, &button.key);
    }

    /// Closes a notification as a person does who is not interested.
    #[track_caller]
    pub fn dismiss(&self, shown: &Shown) {
        self.hears("NotificationClosed");
        self.notifications.dismiss(&self.connection, shown.id);
    }

    /// Waits for an icon in the tray; of several it is the latest.
    #[track_caller]
    pub fn tray(&self) -> Tray<'_> {
        let (name, path) = patiently("an icon in the tray", || self.watcher.latest());
        Tray::new(&self.connection, name, path)
    }

    /// Waits until somebody listens to that signal of the notification daemon. Some libraries begin to after
    /// `Notify` has answered, and miss what comes before.
    #[track_caller]
    fn hears(&self, signal: &str) {
        patiently(&format!("somebody who listens to {signal}"), || {
            let rules = self.bus.match_rules(&self.connection);
            let of_notifications = |rule: &&String| rule.contains(notifications::NAME);
            let of_signal = |rule: &&String| !rule.contains("member=") || rule.contains(signal);
            rules.iter().filter(of_notifications).find(of_signal).map(drop)
        });
    }
}
