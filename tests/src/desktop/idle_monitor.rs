//! GNOME's compositor as far as it tells programs how long nobody has touched the machine.

use std::sync::Arc;
use std::sync::atomic::{AtomicU32, AtomicU64, Ordering};
use std::time::Duration;
use zbus::interface;

pub(super) const NAME: &str = "org.gnome.Mutter.IdleMonitor";
pub(super) const PATH: &str = "/org/gnome/Mutter/IdleMonitor/Core";

/// The monitor.
#[derive(Debug, Clone, Default)]
pub(super) struct IdleMonitor {
    millis: Arc<AtomicU64>,
    asked: Arc<AtomicU32>,
}

impl IdleMonitor {
    pub(super) fn set(&self, idle: Duration) {
        self.millis.store(u64::try_from(idle.as_millis()).unwrap(), Ordering::Release);
    }

    pub(super) fn asked(&self) -> u32 {
        self.asked.load(Ordering::Acquire)
    }
}

#[interface(name = "org.gnome.Mutter.IdleMonitor")]
impl IdleMonitor {
    #[zbus(name = "GetIdletime")]
    fn idle_time(&self) -> u64 {
        self.asked.fetch_add(1, Ordering::AcqRel);
        self.millis.load(Ordering::Acquire)
    }
}
