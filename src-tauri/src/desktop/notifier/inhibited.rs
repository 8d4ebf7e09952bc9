//! Plasma: its notification daemon has a property `Inhibited`, over D-Bus. Other daemons lack it.

use super::silence::Silence;
use std::time::Duration;
use zbus::MatchRule;
use zbus::blocking::connection::Builder;
use zbus::blocking::fdo::DBusProxy;
use zbus::blocking::{Connection, MessageIterator};
use zbus::message::Type;
use zbus::names::OwnedUniqueName;
use zbus::zvariant::OwnedValue;

const NAME: &str = "org.freedesktop.Notifications";
const PATH: &str = "/org/freedesktop/Notifications";
const PROPERTIES: &str = "org.freedesktop.DBus.Properties";
const BUS: &str = "org.freedesktop.DBus";

/// How long the daemon may take for an answer.
const PATIENCE: Duration = Duration::from_secs(2);

/// Listens until the bus is gone.
///
/// # Errors
/// Where there is no bus.
pub(super) fn listen(silence: &Silence) -> zbus::Result<()> {
    let bus = Builder::session()?.method_timeout(PATIENCE).build()?;
    let signal = || MatchRule::builder().msg_type(Type::Signal);
    let changed =
        signal().interface(PROPERTIES)?.member("PropertiesChanged")?.path(PATH)?.arg(0, NAME)?.build();
    let other_daemon = signal().sender(BUS)?.member("NameOwnerChanged")?.arg(0, NAME)?.build();
    let heard = MessageIterator::from(&bus);
    let asked = DBusProxy::new(&bus)?;
    asked.add_match_rule(changed)?;
    asked.add_match_rule(other_daemon)?;
    silence.say(read(&bus));
    // The bus passes on no other signals than these, so each is a reason to look.
    for message in heard {
        if message?.message_type() == Type::Signal {
            silence.say(read(&bus));
        }
    }
    Ok(())
}

/// What the daemon says now. It is called by its name of the moment, as none that is not running is to be started for this.
/// Only [`Connection::call_method`] heeds the time limit, and a proxy's calls with flags do not.
fn read(bus: &Connection) -> Option<bool> {
    let owner = bus.call_method(Some(BUS), "/org/freedesktop/DBus", Some(BUS), "GetNameOwner", &NAME).ok()?;
    let owner: OwnedUniqueName = owner.body().deserialize().ok()?;
    let answer = bus.call_method(Some(owner), PATH, Some(PROPERTIES), "Get", &(NAME, "Inhibited")).ok()?;
    let inhibited: OwnedValue = answer.body().deserialize().ok()?;
    inhibited.try_into().ok()
}
