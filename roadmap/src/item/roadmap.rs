//! The whole tree, and the ways to look through it.

use super::{Item, ItemId, Kind, Walk};
use serde::{Deserialize, Serialize};

/// A roadmap: its title and its items, phases among them, in the order of the document.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Roadmap {
    /// The document's first heading, or its file name where it has none.
    pub title: String,
    /// The top items: phases in order, and everything else the document says.
    pub items: Vec<Item>,
}

impl Roadmap {
    /// Every item, in the order of the document. Never recurses.
    pub fn walk(&self) -> Walk<'_> {
        Walk { left: vec![self.items.iter()] }
    }

    /// The item of that name.
    pub fn find(&self, id: ItemId) -> Option<&Item> {
        self.walk().find(|item| item.id == id)
    }

    /// The phases, in order.
    pub fn phases(&self) -> impl Iterator<Item = &Item> {
        self.walk().filter(|item| matches!(item.kind, Kind::Phase { .. }))
    }

    /// The stages of all phases, in order.
    pub fn stages(&self) -> impl Iterator<Item = &Item> {
        self.walk().filter(|item| matches!(item.kind, Kind::Stage { .. }))
    }

    /// The way from a top item down to the item of that name, itself included; empty if there is none.
    pub fn path_to(&self, id: ItemId) -> Vec<&Item> {
        let mut path: Vec<(&[Item], usize)> = vec![(&self.items, 0)];
        while let Some((siblings, at)) = path.last().copied() {
            let Some(item) = siblings.get(at) else {
                path.pop();
                if let Some((_, parent)) = path.last_mut() {
                    *parent += 1;
                }
                continue;
            };
            if item.id == id {
                return path.iter().filter_map(|(siblings, at)| siblings.get(*at)).collect();
            }
            path.push((&item.children, 0));
        }
        Vec::new()
    }
}
