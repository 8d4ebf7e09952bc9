//! Options that the document newly has ticked.

use crate::item::{Item, ItemId, Kind};
use std::collections::HashSet;

/// Picks the option of each choice that the document newly has ticked, the first of several, and answers those
/// that were not picked before. Never recurses.
pub(super) fn settle(items: &mut [Item], newly_ticked: &[ItemId]) -> Vec<ItemId> {
    let ticked: HashSet<ItemId> = newly_ticked.iter().copied().collect();
    let mut picked = Vec::new();
    let mut left: Vec<&mut Item> = items.iter_mut().rev().collect();
    while let Some(item) = left.pop() {
        let is_option = |child: &&Item| matches!(child.kind, Kind::Option { .. });
        let new = item.children.iter().filter(is_option).find(|option| ticked.contains(&option.id));
        if let Some(new) = new.map(|option| option.id) {
            for option in &mut item.children {
                if option.id == new && !option.record.chosen {
                    picked.push(new);
                }
                option.record.chosen = option.id == new;
            }
        }
        left.extend(item.children.iter_mut().rev());
    }
    picked
}
