//! Work that is done in another week than the one that asks for it.

use crate::ItemId;
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// Work of an activity that one week asks for and another takes over. Weeks are told by any of their days, so that
/// the weekday on which they begin makes no difference.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct MovedWork {
    /// The activity.
    pub activity: ItemId,
    /// A day of the week that asks for it.
    pub from: NaiveDate,
    /// A day of the week that takes it over.
    pub to: NaiveDate,
    /// The clock minutes; where the first week asks for fewer, those.
    pub minutes: u32,
    /// True where the days that asked for it were over as that was decided: it is planned on them still, as it was.
    #[serde(default)]
    pub late: bool,
}

impl MovedWork {
    /// True where it was worked before its time: an earlier week takes it over.
    pub(crate) fn is_early(&self) -> bool {
        self.to < self.from
    }
}
