//! What was said of single blocks by hand, and worked in them, where they get another name: a block's name has its date.

use super::course::Course;
use super::offer::block_to_work_in;
use super::{App, Error};
use crate::view::Now;
use ::roadmap::ItemId;
use ::roadmap::plan::days_of;
use ::roadmap::pomodoro::{SessionKey, Timer, Work};
use ::roadmap::progress::Worked;
use ::roadmap::schedule::{
    Block, BlockKey, Exception, Origin, SingleBlock, SingleBlockId, TemplateBlock, TemplateBlockId,
};
use chrono::{Datelike, NaiveDate};
use roadmap_store::table::session::Entry;
use roadmap_store::{RoadmapId, StoreError, table};
use rusqlite::Transaction;
use std::sync::Arc;

/// What goes along with blocks that get another name.
pub(super) struct Along {
    roadmap: RoadmapId,
    renamed: Vec<Renamed>,
    /// What stays on its date as a block of that alone.
    stays: Option<(SingleBlock, Said)>,
    /// What stayed so, and has its block back.
    back: Option<SingleBlockId>,
}

/// What was worked in blocks: the sessions that are kept, and the timer's interval.
pub(super) struct Done {
    pub(super) sessions: Arc<[Entry]>,
    pub(super) timer: Timer,
}

struct Renamed {
    to: BlockKey,
    exception: Option<Exception>,
    said: Said,
}

/// What is known of a block by its name.
struct Said {
    from: BlockKey,
    given: Option<ItemId>,
    sessions: Vec<SessionKey>,
}

impl Along {
    /// Of a template's block that goes to another weekday from today on: in each week what was said of it goes there.
    /// The days before keep what they had. Where this week's new day is over already, the block stays in this week as
    /// it was; where it comes back to a time that stayed so, that is the block again.
    pub(super) fn to_weekday(
        course: &Course,
        done: &Done,
        id: TemplateBlockId,
        block: &TemplateBlock,
        today: NaiveDate,
    ) -> Self {
        let weekday = block.weekday;
        let was = course.owner_of(id).map(|(_, block)| block.weekday);
        let schedule = &course.schedule;
        let of_timer = done.timer.interval().into_iter();
        let of_timer = of_timer.flat_map(|interval| [&interval.work, interval.follow_up()]);
        let worked =
            done.sessions.iter().map(|entry| &entry.session.work).chain(of_timer).filter_map(block_of);
        let mut keys: Vec<BlockKey> =
            schedule.given.keys().chain(schedule.exceptions.keys()).copied().chain(worked).collect();
        keys.sort_unstable();
        keys.dedup();
        let is_of_block = |key: &BlockKey| {
            key.origin == Origin::Template(id) && key.date >= today && Some(key.date.weekday()) == was
        };
        let day_in = |week: NaiveDate, weekday| days_of(week).find(|day| day.weekday() == weekday);
        let renamed = keys.into_iter().filter(is_of_block).filter_map(|key| {
            let date = day_in(course.week_of(key.date), weekday).filter(|date| *date >= today)?;
            Renamed::of(course, done, key, date)
        });
        let mut renamed: Vec<Renamed> = renamed.collect();
        let this_week = course.week_of(today);
        let was_over = was.and_then(|was| day_in(this_week, was)).is_some_and(|date| date < today);
        let comes = day_in(this_week, weekday).filter(|date| was_over && *date >= today);
        let back = comes.and_then(|date| schedule.singles.iter().find(|single| is_as(single, block, date)));
        if let Some(single) = back {
            let from = BlockKey { date: single.date, origin: Origin::Single(single.id) };
            let to = BlockKey { date: single.date, origin: Origin::Template(id) };
            renamed.push(Renamed { to, exception: None, said: Said::of(course, done, from) });
        }
        let is_over = day_in(this_week, weekday).is_some_and(|date| date < today);
        let still_to_come =
            was.and_then(|was| day_in(this_week, was)).filter(|date| is_over && *date >= today);
        let stays = still_to_come.and_then(|date| {
            let key = BlockKey { date, origin: Origin::Template(id) };
            Some((single(course.block(key)?), Said::of(course, done, key)))
        });
        Self { roadmap: course.row.id, renamed, stays, back: back.map(|single| single.id) }
    }

    /// Of a block of one date that goes to another one.
    pub(super) fn to_date(course: &Course, done: &Done, key: BlockKey, date: NaiveDate) -> Self {
        let renamed = Renamed::of(course, done, key, date);
        Self { roadmap: course.row.id, renamed: renamed.into_iter().collect(), stays: None, back: None }
    }

    /// Writes it under the blocks' new names; answers the timer with them.
    pub(super) fn write(mut self, to: &Transaction<'_>, timer: Timer) -> Result<Timer, StoreError> {
        if let Some((block, said)) = self.stays {
            let id = table::single_block::add(to, self.roadmap, &block)?;
            let key = BlockKey { date: block.date, origin: Origin::Single(id) };
            self.renamed.push(Renamed { to: key, exception: None, said });
        }
        if let Some(single) = self.back {
            table::single_block::remove(to, single)?;
        }
        for Renamed { said, .. } in &self.renamed {
            table::given_block::set(to, self.roadmap, said.from, None)?;
            table::exception::set(to, self.roadmap, said.from, None)?;
        }
        for Renamed { to: name, exception, said } in &self.renamed {
            if said.given.is_some() {
                table::given_block::set(to, self.roadmap, *name, said.given)?;
            }
            if exception.is_some() {
                table::exception::set(to, self.roadmap, *name, *exception)?;
            }
            for session in &said.sessions {
                table::session::set_block(to, *session, *name)?;
            }
        }
        let renamed = timer.clone().with_blocks(|block| {
            let known = self.renamed.iter().find(|renamed| renamed.said.from.to_string() == block);
            known.map(|renamed| renamed.to.to_string())
        });
        if renamed != timer {
            table::timer::keep(to, &renamed)?;
        }
        Ok(renamed)
    }
}

impl Renamed {
    fn of(course: &Course, done: &Done, from: BlockKey, date: NaiveDate) -> Option<Self> {
        (from.date != date).then(|| Self {
            to: BlockKey { date, ..from },
            exception: course.schedule.exceptions.get(&from).copied(),
            said: Said::of(course, done, from),
        })
    }
}

impl Said {
    fn of(course: &Course, done: &Done, from: BlockKey) -> Self {
        let worked = done.sessions.iter().filter(|entry| block_of(&entry.session.work) == Some(from));
        Self {
            from,
            given: course.schedule.given.get(&from).copied(),
            sessions: worked.map(|entry| entry.session.key).collect(),
        }
    }
}

impl App {
    pub(super) fn done_in_blocks(&mut self) -> Result<Done, Error> {
        Ok(Done { sessions: self.sessions()?, timer: self.timer.clone() })
    }

    /// Lets the timer follow the blocks that its interval and what comes after are in where undo or redo gave those other
    /// names: each is the same block in its week. Where there is none, an interval is in the one that it was begun in, or
    /// for.
    pub(super) fn follow_block(&mut self) -> Result<(), Error> {
        let Some(interval) = self.timer.interval() else { return Ok(()) };
        let (was, begun) = (block_of(&interval.work), self.now_at(interval.started_at));
        let sessions = self.sessions()?;
        let worked = self.worked(&sessions);
        let timer = self.timer.clone();
        let Some(course) = self.course()? else { return Ok(()) };
        let renamed = timer.clone().with_blocks(|block| {
            let key: BlockKey = block.parse().ok().filter(|key| course.block(*key).is_none())?;
            let begun_for = || (Some(key) == was).then(|| course.block_begun(begun, &worked)).flatten();
            course.renamed(key).or_else(begun_for).map(|key| key.to_string())
        });
        if renamed != timer {
            self.keep(self.ports.clock.now(), |to| table::timer::keep(to, &renamed))?;
            self.timer = renamed;
        }
        Ok(())
    }
}

impl Course {
    /// The name that a block has now which is not there under the one it had.
    fn renamed(&self, was: BlockKey) -> Option<BlockKey> {
        match was.origin {
            Origin::Single(id) => {
                let date = self.schedule.singles.iter().find(|single| single.id == id)?.date;
                Some(BlockKey { date, ..was })
            }
            Origin::Template(_) => {
                let blocks = self.lay_out(self.week_of(was.date)).blocks;
                blocks.iter().map(|block| block.key).find(|key| key.origin == was.origin)
            }
            // They have the dates that their stage has.
            Origin::Item(_) | Origin::Place(_) => None,
        }
    }

    /// The block of what was begun then: the one that was on, or else the next one of that day.
    fn block_begun(&self, then: Now, worked: &[Worked]) -> Option<BlockKey> {
        let layout = self.lay_out_from(self.week_of(then.date), &then.so_far(worked));
        let (block, is_on) = block_to_work_in(self, &layout, then, worked)?;
        (is_on || block.date == then.date).then_some(block.key)
    }
}

/// A block of its date alone that is as another one.
fn single(block: Block) -> SingleBlock {
    let Block { date, start, end, category, title, accepts, standing, .. } = block;
    SingleBlock { id: SingleBlockId(0), date, start, end, category, title, accepts, standing }
}

/// True for a block of that date alone which is as one of a template.
fn is_as(single: &SingleBlock, block: &TemplateBlock, date: NaiveDate) -> bool {
    (single.date, single.start, single.end, single.category, single.title.as_str())
        == (date, block.start, block.end, block.category, block.title.as_str())
}

/// The block that something was worked in.
fn block_of(work: &Work) -> Option<BlockKey> {
    work.block.as_deref()?.parse().ok()
}
