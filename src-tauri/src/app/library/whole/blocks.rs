//! The names of blocks: those of a template, and those of one date, have other ones in each store.

use ::roadmap::ItemId;
use ::roadmap::schedule::{BlockKey, Origin, SingleBlockId, Template, TemplateBlockId};
use std::collections::HashMap;

/// What things are called elsewhere.
pub(super) struct Names<'a> {
    pub(super) items: &'a HashMap<ItemId, ItemId>,
    pub(super) blocks: HashMap<TemplateBlockId, TemplateBlockId>,
    pub(super) singles: HashMap<SingleBlockId, SingleBlockId>,
}

impl Names<'_> {
    /// The block under the name it has elsewhere; none where it is gone.
    pub(super) fn of(&self, key: BlockKey) -> Option<BlockKey> {
        let origin = match key.origin {
            Origin::Template(block) => Origin::Template(self.blocks.get(&block).copied()?),
            Origin::Item(item) => Origin::Item(self.items.get(&item).copied()?),
            Origin::Single(single) => Origin::Single(self.singles.get(&single).copied()?),
            place @ Origin::Place(_) => place,
        };
        Some(BlockKey { origin, ..key })
    }

    /// The same of a name in words.
    pub(super) fn of_words(&self, block: Option<String>) -> Option<String> {
        Some(self.of(block?.parse().ok()?)?.to_string())
    }
}

/// The blocks of templates with numbers from 1 in their order.
pub(super) fn numbered<'a>(
    templates: impl IntoIterator<Item = &'a Template>,
) -> impl Iterator<Item = (TemplateBlockId, TemplateBlockId)> {
    let blocks = templates.into_iter().flat_map(|template| &template.blocks);
    blocks.filter_map(|block| block.id).zip((1..).map(TemplateBlockId))
}
