//! What was worked, as it is kept.

use super::App;
use ::roadmap::pomodoro::SessionRecord;
use chrono::{DateTime, Days, NaiveDate, Utc};
use roadmap_store::table::session::Entry;

impl App {
    /// A session with the local days that it counts for.
    pub(super) fn session_entry(&self, session: SessionRecord) -> Entry {
        let day = self.local_day(session.started_at);
        let days = self.days_between(session.started_at, session.ended_at);
        let outside = session.work.activity.is_none() && session.work.block.is_none();
        Entry { session, day, days, outside }
    }

    /// The local days that a stretch of time reaches into, each with its seconds on the clock; none where it is but one.
    fn days_between(&self, from: DateTime<Utc>, to: DateTime<Utc>) -> Vec<(NaiveDate, u32)> {
        let (mut day, mut since) = (self.local_day(from), from);
        let mut days = Vec::new();
        while since < to {
            let next = day.checked_add_days(Days::new(1)).unwrap_or(day);
            let end = self.ports.clock.resolve(next, self.settings.day_boundary.0).min(to);
            // A day that a zone leaves out has no time.
            if since < end {
                days.push((day, u32::try_from((end - since).num_seconds()).unwrap_or(u32::MAX)));
                since = end;
            }
            if next == day {
                break;
            }
            day = next;
        }
        if days.len() > 1 { days } else { Vec::new() }
    }
}
