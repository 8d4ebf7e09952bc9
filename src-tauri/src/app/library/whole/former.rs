//! What week templates were before they were changed, under the file's names.

use ::roadmap::schedule::{TemplateBlock, TemplateBlockId};
use chrono::NaiveDate;
use roadmap_store::table::former_template::{self, Row};
use roadmap_store::table::template::TemplateId;
use roadmap_store::{RoadmapId, StoreError};
use rusqlite::{Connection, Transaction};
use serde::{Deserialize, Serialize};
use std::collections::{HashMap, HashSet};

/// The blocks that a template had until a day. Templates are counted from 0. Blocks have the numbers of the file: those
/// that are gone by now come after the others.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct Former {
    template: usize,
    until: NaiveDate,
    pub(super) blocks: Vec<TemplateBlock>,
}

impl Former {
    /// Gathers them from the store, in the order of their templates; `numbers` learns those of blocks that are gone.
    pub(super) fn all(
        from: &Connection,
        id: RoadmapId,
        templates: &[TemplateId],
        numbers: &mut HashMap<TemplateBlockId, TemplateBlockId>,
    ) -> Result<Vec<Self>, StoreError> {
        let rows = former_template::all(from, id)?;
        let of_template = |(template, id): (usize, &TemplateId)| {
            let own: Vec<(usize, &Row)> =
                rows.iter().filter(|row| row.template == *id).map(|row| (template, row)).collect();
            own
        };
        let in_order = templates.iter().enumerate().flat_map(of_template);
        let mut number = |name: TemplateBlockId| {
            let next = TemplateBlockId(i64::try_from(numbers.len()).unwrap_or(i64::MAX).saturating_add(1));
            *numbers.entry(name).or_insert(next)
        };
        let all = in_order.map(|(template, row)| Self {
            template,
            until: row.until,
            blocks: renamed(&row.blocks, &mut number),
        });
        Ok(all.collect())
    }

    /// Adds them to the store; `names` learns what the blocks that are gone are called there.
    pub(super) fn add_all(
        all: &[Self],
        to: &Transaction<'_>,
        templates: &[TemplateId],
        names: &mut HashMap<TemplateBlockId, TemplateBlockId>,
    ) -> Result<(), StoreError> {
        for Self { template, until, blocks } in all {
            let gone = StoreError::Gone { what: "template", id: *template as i64 };
            let template = *templates.get(*template).ok_or(gone)?;
            for block in blocks {
                if let Some(number) = block.id.filter(|number| !names.contains_key(number)) {
                    names.insert(number, former_template::name_of_gone(to, template, block)?);
                }
            }
            let blocks = renamed(blocks, |number| names.get(&number).copied().unwrap_or(number));
            former_template::add(to, &Row { template, until: *until, blocks })?;
        }
        Ok(())
    }

    /// What is wrong, if anything is: a template that is not there, two of one on the same day, or blocks without names.
    pub(super) fn damage(all: &[Self], templates: usize) -> Option<String> {
        let mut known = HashSet::new();
        let odd = all.iter().find(|Self { template, until, blocks }| {
            *template >= templates
                || !known.insert((*template, *until))
                || blocks.iter().any(|block| block.id.is_none())
        });
        odd.map(|Self { template, until, .. }| {
            format!("its template {template} was not as it says until {until}")
        })
    }
}

fn renamed(
    blocks: &[TemplateBlock],
    mut name: impl FnMut(TemplateBlockId) -> TemplateBlockId,
) -> Vec<TemplateBlock> {
    blocks.iter().map(|block| TemplateBlock { id: block.id.map(&mut name), ..block.clone() }).collect()
}
