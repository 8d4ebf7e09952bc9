//! What is different on some days of a roadmap's plan, under the file's names.

use super::blocks::Names;
use ::roadmap::ItemId;
use ::roadmap::plan::{DecidedLength, Lengths};
use ::roadmap::schedule::{BlockKey, DaysOff, Exception, FormerEnd, MovedWork, SingleBlock, SingleBlockId};
use chrono::NaiveDate;
use roadmap_store::table::template::TemplateId;
use roadmap_store::{RoadmapId, StoreError, table};
use rusqlite::{Connection, Transaction};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeSet, HashMap, HashSet};

/// What is different on some days. Blocks of one date are numbered from 1, templates from 0.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub(super) struct Days {
    seasons: Vec<(NaiveDate, usize)>,
    off: Vec<DaysOff>,
    pub(super) singles: Vec<SingleBlock>,
    exceptions: Vec<(BlockKey, Exception)>,
    given: Vec<(BlockKey, ItemId)>,
    #[serde(default)]
    lengths: Vec<(ItemId, DecidedLength)>,
    /// The ends that stages had before, of each the earliest first.
    #[serde(default)]
    former_ends: Vec<(ItemId, FormerEnd)>,
    #[serde(default)]
    moved: Vec<MovedWork>,
    /// The weeks that are left as they ended, by their first day.
    #[serde(default)]
    left: BTreeSet<NaiveDate>,
}

impl Days {
    /// The lengths that were decided.
    pub(super) fn lengths(&self) -> Lengths {
        self.lengths.iter().copied().collect()
    }

    /// Gathers them from the store.
    pub(super) fn of(
        from: &Connection,
        id: RoadmapId,
        templates: &[TemplateId],
        names: &Names<'_>,
    ) -> Result<Self, StoreError> {
        let place = |wanted: TemplateId| templates.iter().position(|known| *known == wanted);
        let seasons = table::season::all(from, id)?.into_iter();
        let single =
            |single: SingleBlock| Some(SingleBlock { id: names.singles.get(&single.id).copied()?, ..single });
        let given = table::given_block::all(from, id)?.into_iter();
        Ok(Self {
            seasons: seasons.filter_map(|(day, template)| Some((day, place(template)?))).collect(),
            off: table::days_off::all(from, id)?.into_iter().map(|off| DaysOff { id: None, ..off }).collect(),
            singles: table::single_block::all(from, id)?.into_iter().filter_map(single).collect(),
            exceptions: table::exception::all(from, id)?
                .into_iter()
                .filter_map(|(key, exception)| Some((names.of(key)?, exception)))
                .collect(),
            lengths: table::decided_length::all(from, id)?
                .into_iter()
                .filter_map(|(stage, length)| Some((names.items.get(&stage).copied()?, length)))
                .collect(),
            former_ends: table::former_end::all(from, id)?
                .iter()
                .filter_map(|(stage, end)| Some((names.items.get(&stage).copied()?, *end)))
                .collect(),
            moved: table::moved_work::all(from, id)?
                .into_iter()
                .filter_map(|moved| {
                    Some(MovedWork { activity: names.items.get(&moved.activity).copied()?, ..moved })
                })
                .collect(),
            left: table::left_week::all(from, id)?,
            given: given
                .filter_map(|(key, item)| Some((names.of(key)?, names.items.get(&item).copied()?)))
                .collect(),
        })
    }

    /// Adds the blocks of one date to the store, and answers what they are called there.
    pub(super) fn add_singles(
        &self,
        to: &Transaction<'_>,
        id: RoadmapId,
    ) -> Result<HashMap<SingleBlockId, SingleBlockId>, StoreError> {
        let add = |single: &SingleBlock| Ok((single.id, table::single_block::add(to, id, single)?));
        self.singles.iter().map(add).collect()
    }

    /// Adds the rest to the store.
    pub(super) fn add(
        &self,
        to: &Transaction<'_>,
        id: RoadmapId,
        templates: &[TemplateId],
        names: &Names<'_>,
    ) -> Result<(), StoreError> {
        for (day, template) in &self.seasons {
            table::season::set(to, id, *day, templates.get(*template).copied())?;
        }
        for off in &self.off {
            table::days_off::save(to, id, off)?;
        }
        for (key, exception) in &self.exceptions {
            if let Some(key) = names.of(*key) {
                table::exception::set(to, id, key, Some(*exception))?;
            }
        }
        for (key, item) in &self.given {
            if let (Some(key), Some(item)) = (names.of(*key), names.items.get(item)) {
                table::given_block::set(to, id, key, Some(*item))?;
            }
        }
        for week in &self.left {
            table::left_week::add(to, id, *week)?;
        }
        let named = |item: &ItemId| names.items.get(item).copied();
        let lengths = self.lengths.iter().filter_map(|(stage, length)| Some((named(stage)?, *length)));
        table::decided_length::set_all(to, id, &lengths.collect())?;
        let ends = self.former_ends.iter().filter_map(|(stage, end)| Some((named(stage)?, *end)));
        table::former_end::set_all(to, id, &ends.collect())?;
        let moved = self.moved.iter();
        let moved = moved.filter_map(|moved| Some(MovedWork { activity: named(&moved.activity)?, ..*moved }));
        table::moved_work::set_all(to, id, &moved.collect::<Vec<_>>())
    }

    /// What is wrong, if anything is: a day that ends before it begins, a template that is not there.
    pub(super) fn damage(&self, templates: usize, last_minute: u16) -> Option<String> {
        let odd = |start: u16, end: u16| start >= end || end > last_minute;
        if let Some(off) = self.off.iter().find(|off| off.to < off.from) {
            return Some(format!("the days off from {} end before they begin", off.from));
        }
        if self.lengths.iter().any(|(_, length)| length.days == 0) {
            return Some("a stage takes no day at all".to_owned());
        }
        let mut known = HashSet::new();
        if let Some((_, end)) =
            self.former_ends.iter().find(|(stage, end)| !known.insert((*stage, end.until)))
        {
            return Some(format!("a stage had two ends until {}", end.until));
        }
        if let Some((day, _)) = self.seasons.iter().find(|(_, template)| *template >= templates) {
            return Some(format!("from {day} on it has no template"));
        }
        if let Some(block) = self.singles.iter().find(|block| odd(block.start, block.end)) {
            return Some(format!("the block “{}” has no time that a day has", block.title));
        }
        let moved = self.exceptions.iter().find_map(|(key, exception)| match exception {
            Exception::Moved { start, end, .. } if odd(*start, *end) => Some(key),
            _ => None,
        });
        moved.map(|key| format!("the block {key} has no time that a day has"))
    }
}
