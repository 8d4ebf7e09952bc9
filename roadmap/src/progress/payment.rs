//! Work that pays off what is asked: its own activity, or its category where it has none.

use super::Worked;
use crate::{Category, ItemId};
use std::collections::BTreeMap;

/// Work that has not paid anything off yet, in seconds. What it pays is whole minutes.
#[derive(Debug, Default)]
pub(crate) struct Payment {
    of_activity: BTreeMap<ItemId, u64>,
    of_category: BTreeMap<Category, u64>,
}

impl Payment {
    /// All of these sessions; what was for nothing of the roadmap pays nothing.
    pub(crate) fn of<'a>(sessions: impl IntoIterator<Item = &'a Worked>) -> Self {
        let mut payment = Self::default();
        for session in sessions {
            let seconds = u64::from(session.worked_seconds);
            match (session.activity, session.category) {
                (Some(activity), _) => *payment.of_activity.entry(activity).or_default() += seconds,
                (None, Some(category)) => *payment.of_category.entry(category).or_default() += seconds,
                (None, None) => {}
            }
        }
        payment
    }

    /// Pays minutes of an activity off with work on it, and then with work of its category; answers what is left.
    pub(crate) fn pay(&mut self, activity: ItemId, category: Category, minutes: u64) -> u64 {
        let left = self.pay_with_own(activity, minutes);
        self.pay_with_category(category, left)
    }

    /// Pays minutes of an activity off with work on it; answers what is left.
    pub(crate) fn pay_with_own(&mut self, activity: ItemId, minutes: u64) -> u64 {
        self.of_activity.get_mut(&activity).map_or(minutes, |seconds| pay(seconds, minutes))
    }

    /// Pays minutes off with work of a category that was for no activity; answers what is left.
    pub(crate) fn pay_with_category(&mut self, category: Category, minutes: u64) -> u64 {
        self.of_category.get_mut(&category).map_or(minutes, |seconds| pay(seconds, minutes))
    }

    /// The minutes that have paid nothing yet.
    pub(crate) fn over(&self) -> u64 {
        self.of_activity.values().chain(self.of_category.values()).map(|seconds| seconds / 60).sum()
    }
}

fn pay(seconds: &mut u64, minutes: u64) -> u64 {
    let paid = minutes.min(*seconds / 60);
    *seconds -= paid * 60;
    minutes - paid
}
