//! The system's clock and zone: the only place that reads them.

use crate::ports::{Clock, zoned};
use chrono::{DateTime, Local, NaiveDate, NaiveDateTime, Utc};
use roadmap::schedule::DayBoundary;
use std::time::Duration;

/// The clock of the machine, in the zone that the system is set to now.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct SystemClock;

impl Clock for SystemClock {
    #[allow(clippy::disallowed_methods, reason = "this is the one Clock")]
    fn now(&self) -> DateTime<Utc> {
        Utc::now()
    }

    fn elapsed(&self) -> Duration {
        since_a_fixed_moment()
    }

    fn local(&self, instant: DateTime<Utc>) -> NaiveDateTime {
        zoned::local(&Local, instant)
    }

    fn resolve(&self, date: NaiveDate, minute: u16) -> DateTime<Utc> {
        zoned::resolve(&Local, date, minute)
    }

    fn local_day(&self, instant: DateTime<Utc>, boundary: DayBoundary) -> NaiveDate {
        zoned::local_day(&Local, instant, boundary)
    }
}

/// Linux stops its monotonic clock while the machine sleeps and has another that goes on; macOS counts
/// sleep in the monotonic one.
#[cfg(unix)]
fn since_a_fixed_moment() -> Duration {
    #[cfg(target_os = "linux")]
    const THROUGH_SLEEP: rustix::time::ClockId = rustix::time::ClockId::Boottime;
    #[cfg(not(target_os = "linux"))]
    const THROUGH_SLEEP: rustix::time::ClockId = rustix::time::ClockId::Monotonic;

    let time = rustix::time::clock_gettime(THROUGH_SLEEP);
    Duration::new(
        u64::try_from(time.tv_sec).unwrap_or_default(),
        u32::try_from(time.tv_nsec).unwrap_or_default(),
    )
}

/// Windows counts sleep in the one clock it has for this.
#[cfg(not(unix))]
#[allow(clippy::disallowed_methods, reason = "this is the one Clock")]
fn since_a_fixed_moment() -> Duration {
    use std::sync::LazyLock;
    use std::time::Instant;
    static START: LazyLock<Instant> = LazyLock::new(Instant::now);
    START.elapsed()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn elapsed_time_never_goes_back() {
        let first = SystemClock.elapsed();
        assert!(SystemClock.elapsed() >= first);
    }
}
