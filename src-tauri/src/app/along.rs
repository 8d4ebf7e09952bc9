//! What was said of single blocks by hand, where they go to another day: a block's name has its date.

use super::course::Course;
use ::roadmap::ItemId;
use ::roadmap::plan::days_of;
use ::roadmap::schedule::{BlockKey, Exception, Origin, TemplateBlockId};
use chrono::{Datelike, NaiveDate, Weekday};
use roadmap_store::{RoadmapId, StoreError, table};
use rusqlite::Transaction;

/// What goes along with blocks that get another name.
pub(super) struct Along {
    roadmap: RoadmapId,
    renamed: Vec<Renamed>,
}

struct Renamed {
    from: BlockKey,
    to: BlockKey,
    given: Option<ItemId>,
    exception: Option<Exception>,
}

impl Along {
    /// Of a template's block that goes to another weekday: in each week what was said of it goes there.
    pub(super) fn to_weekday(course: &Course, id: TemplateBlockId, weekday: Weekday) -> Self {
        let was = course.template_block(id).map(|block| block.weekday);
        let schedule = &course.schedule;
        let mut keys: Vec<BlockKey> =
            schedule.given.keys().chain(schedule.exceptions.keys()).copied().collect();
        keys.sort_unstable();
        keys.dedup();
        let is_of_block =
            |key: &BlockKey| key.origin == Origin::Template(id) && Some(key.date.weekday()) == was;
        let renamed = keys.into_iter().filter(is_of_block).filter_map(|key| {
            let date = days_of(course.week_of(key.date)).find(|day| day.weekday() == weekday)?;
            Renamed::of(course, key, date)
        });
        Self { roadmap: course.row.id, renamed: renamed.collect() }
    }

    /// Of a block of one date that goes to another one.
    pub(super) fn to_date(course: &Course, key: BlockKey, date: NaiveDate) -> Self {
        Self { roadmap: course.row.id, renamed: Renamed::of(course, key, date).into_iter().collect() }
    }

    /// Writes it under the blocks' new names.
    pub(super) fn write(&self, to: &Transaction<'_>) -> Result<(), StoreError> {
        for block in &self.renamed {
            table::given_block::set(to, self.roadmap, block.from, None)?;
            table::exception::set(to, self.roadmap, block.from, None)?;
        }
        for block in &self.renamed {
            if block.given.is_some() {
                table::given_block::set(to, self.roadmap, block.to, block.given)?;
            }
            if block.exception.is_some() {
                table::exception::set(to, self.roadmap, block.to, block.exception)?;
            }
        }
        Ok(())
    }
}

impl Renamed {
    fn of(course: &Course, from: BlockKey, date: NaiveDate) -> Option<Self> {
        (from.date != date).then(|| Self {
            from,
            to: BlockKey { date, ..from },
            given: course.schedule.given.get(&from).copied(),
            exception: course.schedule.exceptions.get(&from).copied(),
        })
    }
}
