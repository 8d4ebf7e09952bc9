//! What was said of single blocks by hand, and worked in them, where they go to another day: a block's name has its date.

use super::course::Course;
use ::roadmap::ItemId;
use ::roadmap::plan::days_of;
use ::roadmap::pomodoro::SessionKey;
use ::roadmap::schedule::{BlockKey, Exception, Origin, TemplateBlockId};
use chrono::{Datelike, NaiveDate, Weekday};
use roadmap_store::table::session::Entry;
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
    sessions: Vec<SessionKey>,
}

impl Along {
    /// Of a template's block that goes to another weekday from today on: in each week what was said of it goes there.
    /// The days before keep what they had.
    pub(super) fn to_weekday(
        course: &Course,
        sessions: &[Entry],
        id: TemplateBlockId,
        weekday: Weekday,
        today: NaiveDate,
    ) -> Self {
        let was = course.owner_of(id).map(|(_, block)| block.weekday);
        let schedule = &course.schedule;
        let worked = sessions.iter().filter_map(block_of);
        let mut keys: Vec<BlockKey> =
            schedule.given.keys().chain(schedule.exceptions.keys()).copied().chain(worked).collect();
        keys.sort_unstable();
        keys.dedup();
        let is_of_block = |key: &BlockKey| {
            key.origin == Origin::Template(id) && key.date >= today && Some(key.date.weekday()) == was
        };
        let renamed = keys.into_iter().filter(is_of_block).filter_map(|key| {
            let date = days_of(course.week_of(key.date)).find(|day| day.weekday() == weekday)?;
            // A day that is over has not got it.
            if date < today { None } else { Renamed::of(course, sessions, key, date) }
        });
        Self { roadmap: course.row.id, renamed: renamed.collect() }
    }

    /// Of a block of one date that goes to another one.
    pub(super) fn to_date(course: &Course, sessions: &[Entry], key: BlockKey, date: NaiveDate) -> Self {
        let renamed = Renamed::of(course, sessions, key, date);
        Self { roadmap: course.row.id, renamed: renamed.into_iter().collect() }
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
            for session in &block.sessions {
                table::session::set_block(to, *session, block.to)?;
            }
        }
        Ok(())
    }
}

impl Renamed {
    fn of(course: &Course, sessions: &[Entry], from: BlockKey, date: NaiveDate) -> Option<Self> {
        let worked = sessions.iter().filter(|entry| block_of(entry) == Some(from));
        (from.date != date).then(|| Self {
            from,
            to: BlockKey { date, ..from },
            given: course.schedule.given.get(&from).copied(),
            exception: course.schedule.exceptions.get(&from).copied(),
            sessions: worked.map(|entry| entry.session.key).collect(),
        })
    }
}

/// The block that a session was worked in.
fn block_of(entry: &Entry) -> Option<BlockKey> {
    entry.session.work.block.as_deref()?.parse().ok()
}
