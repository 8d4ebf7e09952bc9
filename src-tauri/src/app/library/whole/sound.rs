//! What a file must hold to be taken over: it may be damaged, or made by hand.

use super::super::super::Error;
use super::super::super::source::MOST_ITEMS;
use super::former::Former;
use super::{Placed, Whole};
use ::roadmap::item::{Item, Kind};
use ::roadmap::schedule::TemplateBlock;
use ::roadmap::{ItemId, Roadmap, plan};
use roadmap_store::table::roadmap::Origin;
use std::collections::HashMap;

/// How deep items may stand in each other: far deeper than in any document that is read, and far from what a tree that
/// is walked down could break on.
const DEEPEST: usize = 200;
/// The last minute that a block may end at: the end of the next day.
const LAST_MINUTE: u16 = 2 * 24 * 60;

impl Whole {
    /// Refuses what hangs together badly, by the name of the file.
    pub(super) fn check(&self, name: &str) -> Result<(), Error> {
        let count = self.items.len();
        if count > MOST_ITEMS {
            return Err(Error::File(format!(
                "{name} lists {count} things; a plan has room for {MOST_ITEMS}."
            )));
        }
        self.damage().map_or(Ok(()), |what| {
            Err(Error::File(format!("{name} is damaged: {what}. Export the roadmap anew.")))
        })?;
        let roadmap = Roadmap { title: self.title.clone(), items: self.tree() };
        plan::date_stages_with(&roadmap, &self.plan, &self.days.lengths())?;
        Ok(())
    }

    /// What is wrong, if anything is.
    fn damage(&self) -> Option<String> {
        if Origin::of(&self.origin, self.name.clone()).is_none() {
            return Some(format!("its origin is {:?}", self.origin));
        }
        if self.title.trim().is_empty() {
            return Some("it has no title".to_owned());
        }
        if self.template >= self.templates.len() {
            return Some(format!("it has no template {}", self.template));
        }
        let odd = |block: &&TemplateBlock| block.start >= block.end || block.end > LAST_MINUTE;
        let former = self.former.iter().flat_map(|former| &former.blocks);
        let mut blocks = self.templates.iter().flat_map(|template| &template.blocks).chain(former);
        if let Some(block) = blocks.find(odd) {
            return Some(format!("the block “{}” has no time that a day has", block.title));
        }
        if let Some(damage) = Former::damage(&self.former, self.templates.len()) {
            return Some(damage);
        }
        if let Some(damage) = self.days.damage(self.templates.len(), LAST_MINUTE) {
            return Some(damage);
        }
        let mut depths: HashMap<ItemId, usize> = HashMap::new();
        let live = self.items.iter().map(|Placed { parent, item }| (*parent, item));
        let archived = self.archived.iter().map(|placed| (placed.parent, &placed.item));
        live.chain(archived).find_map(|(parent, item)| self.wrong(parent, item, &mut depths))
    }

    /// What is wrong with an item, if anything is. `depths` learns how deep it stands.
    fn wrong(
        &self,
        parent: Option<ItemId>,
        item: &Item,
        depths: &mut HashMap<ItemId, usize>,
    ) -> Option<String> {
        let text = &item.text;
        let above = parent.map_or(Some(0), |parent| depths.get(&parent).copied());
        let Some(above) = above else {
            return Some(format!("“{text}” stands below something that does not come before it"));
        };
        if above >= DEEPEST {
            return Some(format!("“{text}” stands more than {DEEPEST} levels deep"));
        }
        if depths.insert(item.id, above + 1).is_some() || !item.children.is_empty() {
            return Some(format!("“{text}” is there twice"));
        }
        let is_placed = self.source.get(item.span.start..item.span.end).is_some();
        (!is_placed || !has_sound_numbers(&item.kind))
            .then(|| format!("“{text}” has numbers that nothing can have"))
    }
}

/// False for a range that ends before it begins.
fn has_sound_numbers(kind: &Kind) -> bool {
    let range = match kind {
        Kind::Phase { months, .. } | Kind::Gate { months } => *months,
        Kind::Stage { weeks, .. } => *weeks,
        _ => None,
    };
    range.is_none_or(|range| range.from <= range.to)
}
