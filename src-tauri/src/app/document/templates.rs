//! Week templates of a document that was read again: those that the person has not changed follow it.

use super::super::former::Followed;
use ::roadmap::Roadmap;
use ::roadmap::schedule::{Template, TemplateBlock, templates_of};
use roadmap_store::table::template::TemplateId;
use roadmap_store::{RoadmapId, StoreError, table};
use rusqlite::Transaction;

/// A template as the document has it now, and the one of the plan that it takes the place of, if it is not new.
pub(super) type Changed = (Option<TemplateId>, Template);

/// What the document changed in its templates. They go by their names; one that the person changed stays as it is, and
/// so does one that the document no longer has, for the plan may be in it.
pub(super) fn changed(base: &Roadmap, theirs: &Roadmap, ours: &[(TemplateId, Template)]) -> Vec<Changed> {
    let base = templates_of(base);
    let same_name = |template: &Template, name: &str| template.name == name;
    templates_of(theirs)
        .into_iter()
        .filter_map(|template| {
            let was = base.iter().find(|other| same_name(other, &template.name));
            let own = ours.iter().find(|(_, other)| same_name(other, &template.name));
            match (was, own) {
                (None, None) => Some((None, template)),
                (Some(was), Some((id, own))) if *was != template && is_like(was, own) => {
                    Some((Some(*id), template))
                }
                _ => None,
            }
        })
        .collect()
}

/// True for templates that say the same, whatever their blocks are called in the store.
fn is_like(one: &Template, other: &Template) -> bool {
    let plain = |template: &Template| -> Vec<TemplateBlock> {
        template.blocks.iter().map(|block| TemplateBlock { id: None, ..block.clone() }).collect()
    };
    one.tempo == other.tempo && one.stated_minutes == other.stated_minutes && plain(one) == plain(other)
}

/// Writes what changed; days before today stay as they were.
pub(super) fn write(
    to: &Transaction<'_>,
    roadmap: RoadmapId,
    changed: &[Changed],
    followed: &Followed,
) -> Result<(), StoreError> {
    for (id, template) in changed {
        match id {
            Some(id) => followed.keep(to, *id, || table::template::replace(to, *id, template))?,
            None => {
                table::template::add_all(to, roadmap, std::slice::from_ref(template))?;
            }
        }
    }
    Ok(())
}
