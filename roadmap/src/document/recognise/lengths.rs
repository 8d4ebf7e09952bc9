//! How long stages last that do not say it themselves: until the date of the next, or their share of
//! the phase that they are in.

use super::contents::is_heading;
use super::{calendar, headings};
use crate::document::outline::Node;
use crate::item::{Item, Kind};

/// The days of headings that stand side by side and begin with a day each ("2026-01-05: Scales"):
/// until the day of the next, and for the last as long as the one before it. None for other headings,
/// and none at all where the days do not follow one another.
pub(super) fn until_next(nodes: &[Node]) -> Vec<Option<u32>> {
    let day = |node: &Node| {
        let taken = !is_heading(node) || node.taken().is_some();
        calendar::iso_day_at(node.text()).map(|(day, _)| day).filter(|_| !taken)
    };
    let dated: Vec<_> = nodes.iter().enumerate().filter_map(|(at, node)| Some((at, day(node)?))).collect();
    let mut lengths = vec![None; nodes.len()];
    let mut found = Vec::with_capacity(dated.len());
    for ((_, day), (_, next)) in dated.iter().zip(dated.iter().skip(1)) {
        match u32::try_from(next.signed_duration_since(*day).num_days()) {
            Ok(days @ 1..=366) => found.push(days),
            _ => return lengths,
        }
    }
    if let Some(last) = found.last().copied() {
        found.push(last);
    }
    for ((at, _), days) in dated.into_iter().zip(found) {
        // From a day to another says it itself.
        let is_single = nodes.get(at).is_some_and(|node| headings::read(node.text()).part.is_none());
        if let Some(length) = lengths.get_mut(at).filter(|_| is_single) {
            *length = Some(days);
        }
    }
    lengths
}

/// Shares the days that a phase lasts among its stages, where none of them says how long it is.
pub(super) fn share(items: &mut [Item], lasts: Option<u32>) {
    let Some(lasts) = lasts else { return };
    let silent = |item: &Item| {
        matches!(item.kind, Kind::Stage { weeks: None, days: None }) && !headings::is_ongoing(&item.text)
    };
    let stages = items.iter().filter(|item| matches!(item.kind, Kind::Stage { .. })).count();
    let parts = items.iter().filter(|item| silent(item)).count();
    let Some(parts) = u32::try_from(parts).ok().filter(|_| parts == stages) else { return };
    let until = |part: u32| lasts.saturating_mul(part) / parts.max(1);
    for (stage, part) in items.iter_mut().filter(|item| silent(item)).zip(0..) {
        stage.kind = Kind::Stage { weeks: None, days: Some((until(part + 1) - until(part)).max(1)) };
    }
}
