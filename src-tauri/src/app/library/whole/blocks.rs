//! The blocks that sessions were for: a template's blocks have other names in each store.

use ::roadmap::ItemId;
use ::roadmap::schedule::{BlockKey, Origin, Template, TemplateBlockId};
use std::collections::HashMap;

/// The blocks of templates, numbered from 1 in their order.
pub(super) fn numbers<'a>(
    templates: impl IntoIterator<Item = &'a Template>,
) -> HashMap<TemplateBlockId, i64> {
    templates
        .into_iter()
        .flat_map(|template| &template.blocks)
        .filter_map(|block| block.id)
        .zip(1..)
        .collect()
}

/// The block that a session was for, under the names it has elsewhere; none where it is gone.
pub(super) fn renamed(
    block: Option<String>,
    items: &HashMap<ItemId, ItemId>,
    blocks: impl Fn(TemplateBlockId) -> Option<TemplateBlockId>,
) -> Option<String> {
    let key: BlockKey = block?.parse().ok()?;
    let origin = match key.origin {
        Origin::Template(block) => Origin::Template(blocks(block)?),
        Origin::Item(item) => Origin::Item(items.get(&item).copied()?),
        place @ Origin::Place(_) => place,
    };
    Some(BlockKey { origin, ..key }.to_string())
}
