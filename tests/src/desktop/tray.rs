//! A tray host: where programs register their icons, after the StatusNotifierItem protocol.

use std::sync::{Arc, Mutex};
use zbus::interface;
use zbus::message::Header;
use zbus::object_server::SignalEmitter;

pub(super) const NAME: &str = "org.kde.StatusNotifierWatcher";
pub(super) const PATH: &str = "/StatusNotifierWatcher";

/// The bus name and the object path of an icon.
type Item = (String, String);

/// The host.
#[derive(Debug, Clone, Default)]
pub(super) struct Watcher(Arc<Mutex<Vec<Item>>>);

impl Watcher {
    /// The icon that was registered last: an earlier one may be of a program that is gone.
    pub(super) fn latest(&self) -> Option<Item> {
        self.0.lock().unwrap().last().cloned()
    }

    /// Knows of no icon any more.
    pub(super) fn forget(&self) {
        self.0.lock().unwrap().clear();
    }
}

#[interface(name = "org.kde.StatusNotifierWatcher")]
impl Watcher {
    async fn register_status_notifier_item(
        &self,
        service: String,
        #[zbus(header)] header: Header<'_>,
        #[zbus(signal_emitter)] emitter: SignalEmitter<'_>,
    ) {
        // Ayatana gives a path on its own connection; others give a name and mean the usual path.
        let item = if service.starts_with('/') {
            (header.sender().unwrap().to_string(), service)
        } else {
            (service, "/StatusNotifierItem".to_owned())
        };
        let full = format!("{}{}", item.0, item.1);
        self.0.lock().unwrap().push(item);
        Self::status_notifier_item_registered(&emitter, &full).await.unwrap();
    }

    fn register_status_notifier_host(&self, _service: String) {}

    #[zbus(property)]
    fn registered_status_notifier_items(&self) -> Vec<String> {
        self.0.lock().unwrap().iter().map(|(name, path)| format!("{name}{path}")).collect()
    }

    #[zbus(property)]
    fn is_status_notifier_host_registered(&self) -> bool {
        true
    }

    #[zbus(property)]
    fn protocol_version(&self) -> i32 {
        0
    }

    #[zbus(signal)]
    async fn status_notifier_item_registered(emitter: &SignalEmitter<'_>, service: &str) -> zbus::Result<()>;
}
