//! The zones that a calendar names and describes.

use super::{Clock, Zone};
use crate::calendar::problem::{Problems, Trouble, beginning};
use crate::calendar::reading::{Observance, Place};
use crate::calendar::recurrence::Work;
use chrono::{NaiveDateTime, TimeZone};
use std::collections::HashMap;
use std::ops::Range;
use windows_timezones::WindowsTimezone;

/// The zones that a calendar names, each with a number, and what it says of them.
#[derive(Debug, Default)]
pub(in crate::calendar) struct Names {
    /// Each name, and the line where it stands first.
    named: Vec<(String, usize)>,
    numbers: HashMap<String, u32>,
    described: HashMap<String, Vec<Observance>>,
}

impl Names {
    /// The place of that name.
    pub(in crate::calendar) fn place(&mut self, name: &str, line: usize) -> Place {
        if let Some(number) = self.numbers.get(name) {
            return Place::Named(*number);
        }
        let number = u32::try_from(self.named.len()).unwrap_or(u32::MAX);
        self.named.push((name.to_owned(), line));
        self.numbers.insert(name.to_owned(), number);
        Place::Named(number)
    }

    /// Keeps a zone's description. The first of a name is believed.
    pub(in crate::calendar) fn describe(&mut self, name: String, observances: Vec<Observance>) {
        self.described.entry(name).or_insert(observances);
    }

    /// The zones by their numbers, described ones for the times in `within`. An unknown one is taken as the person's
    /// own, which is said.
    pub(in crate::calendar) fn zones<'a, Tz: TimeZone>(
        &self,
        here: &'a Tz,
        within: &Range<NaiveDateTime>,
        work: &mut Work,
        problems: &mut Problems,
    ) -> Vec<Zone<'a, Tz>> {
        let mut zone = |(name, line): &(String, usize)| {
            if let Some(zone) = known(name) {
                return Zone::Known(zone);
            }
            work.next_event();
            let described = self.described.get(name).map(|observances| Clock::new(observances, within, work));
            match described {
                Some(Ok(clock)) => Zone::Described(clock),
                _ => {
                    problems.add(*line, Trouble::UnknownZone { zone: beginning(name) });
                    Zone::Here(here)
                }
            }
        };
        self.named.iter().map(&mut zone).collect()
    }
}

/// The zone of that name, by the zone data or by Windows. Some programs write the name with a path before it, such as
/// `/freeassociation.sourceforge.net/Europe/Berlin`.
fn known(name: &str) -> Option<chrono_tz::Tz> {
    let of_windows = || name.parse::<WindowsTimezone>().ok().and_then(|zone| zone.tzdb_id().parse().ok());
    let after_path = || {
        let path = name.strip_prefix('/')?;
        path.match_indices('/').find_map(|(slash, _)| path.get(slash + 1..)?.parse().ok())
    };
    name.parse().ok().or_else(of_windows).or_else(after_path)
}
