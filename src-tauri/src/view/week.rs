//! A week of blocks and its ledger.

use super::{BusyView, DaysOffLine};
use chrono::{NaiveDate, Weekday};
use roadmap::plan::SoFar;
use roadmap::progress::{Ledger, Worked};
use roadmap::schedule::{Block, Relief};
use roadmap::{Category, ItemId};
use serde::{Deserialize, Serialize};

/// One week, as the Week screen shows it.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct WeekView {
    /// The week's first day.
    pub from: NaiveDate,
    /// Its number in the plan, from 1; 0 outside the plan.
    pub number: u32,
    /// How many weeks the plan has before its open end.
    pub weeks: u32,
    /// The stages that the week belongs to; more than one where a stage ends inside the week.
    pub stages: Vec<StageHead>,
    /// Its seven days.
    pub days: Vec<DayView>,
    /// Planned, scheduled and worked hours of each category that has any, and their sum.
    pub ledger: Ledger,
    /// What found no place, by activity.
    pub unplaced: Vec<Portion>,
    /// How far behind the plan is, in clock minutes: the same number on each screen.
    pub behind_minutes: u32,
    /// Of that, what this week left open once it was over.
    pub left_open_minutes: u32,
    /// What its stages ask for, in the order of the document: what its blocks can be given to.
    pub asks: Vec<AskedWork>,
    /// Where a stage has a routine of its own, which takes the template's place on days of the week.
    pub own_routine: Option<OwnRoutine>,
    /// Blocks that are left out this week.
    pub skipped: Vec<SkippedBlock>,
    /// The last day that other calendars were read for, where the week goes on after it.
    pub calendars_until: Option<NaiveDate>,
    /// Now.
    pub now: Now,
    /// The name of the template in force.
    pub template: String,
}

/// Work that a week asks for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct AskedWork {
    /// The activity; the stage itself where it has none.
    pub activity: ItemId,
    /// What it is called.
    pub title: String,
    /// The title of its stage.
    pub stage: String,
}

/// A stage's own routine in the template's place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct OwnRoutine {
    /// The first day after it that has the template's blocks of work; none where the plan has no such day.
    pub template_again: Option<NaiveDate>,
}

/// A stage in a line.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct StageHead {
    /// The stage.
    pub stage: ItemId,
    /// The document's weeks, as first and last.
    pub weeks: Option<(u32, u32)>,
    /// Its title without the numbers.
    pub title: String,
    /// Its own goal, or its phase's.
    pub goal: Option<String>,
    /// Which of its weeks this is, from 1.
    pub week: u32,
    /// How many weeks it takes at this pace; none for an open end.
    pub of: Option<u32>,
    /// The last day; none for an open end.
    pub to: Option<NaiveDate>,
}

/// One day.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct DayView {
    /// The day.
    pub date: NaiveDate,
    /// The name of the template in force on it.
    pub template: String,
    /// True where no work is planned.
    pub rest: bool,
    /// True before the plan's first day and after its last.
    pub outside: bool,
    /// Minutes of work in its blocks.
    pub scheduled_minutes: u32,
    /// Minutes that count as worked.
    pub worked_minutes: u32,
    /// How much is left of it; none where it is as usual.
    pub relief: Option<Relief>,
    /// The days off that it is one of.
    pub off: Vec<DaysOffLine>,
    /// When the person is busy with something else, by the start: whole days, and times from its boundary to the next.
    pub busy: Vec<BusyView>,
    /// Its blocks by time.
    pub blocks: Vec<BlockView>,
}

/// One block of a day.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct BlockView {
    /// Names the block: the same for the same block of the same day.
    pub key: String,
    /// The template block behind it; none for a block of a stage's own routine.
    pub template_block: Option<i64>,
    /// True for a block of its date alone.
    pub single: bool,
    /// True where it is elsewhere than usually.
    pub moved: bool,
    /// The activity that the person says it is for.
    pub given: Option<ItemId>,
    /// The day.
    pub date: NaiveDate,
    /// Minutes after midnight.
    pub start: u16,
    /// Minutes after midnight.
    pub end: u16,
    /// What it is for first.
    pub category: Category,
    /// What else it accepts, in order.
    pub accepts: Vec<Category>,
    /// The template's title ("Deep work").
    pub title: String,
    /// True for a block outside the stage's hours.
    pub standing: bool,
    /// True for a block that nothing moves.
    pub pinned: bool,
    /// What it is for.
    pub work: Vec<Portion>,
    /// What keeps the person busy with something else in it, blocks that began before it among that; of no matter for
    /// rest.
    pub busy: Vec<BusyView>,
    /// For how many of its minutes: they take no work.
    pub busy_minutes: u32,
    /// Focus intervals finished in it.
    pub pips_done: u32,
    /// Focus intervals that fit into it.
    pub pips: u32,
}

/// A block that is left out on its date.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct SkippedBlock {
    /// Names the block.
    pub key: String,
    /// The day on which it would be.
    pub date: NaiveDate,
    /// What it is called.
    pub title: String,
}

/// Some minutes for one activity.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct Portion {
    /// The activity.
    pub activity: ItemId,
    /// The activity's category.
    pub category: Category,
    /// What it is called.
    pub title: String,
    /// The step that comes next in it.
    pub step: Option<StepHead>,
    /// Clock minutes.
    pub minutes: u32,
}

/// A step in a line.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct StepHead {
    /// The step, or the resource to study.
    pub item: ItemId,
    /// Its words.
    pub text: String,
    /// Whether it is ticked.
    pub done: bool,
    /// Minutes of focus spent on it.
    pub focused_minutes: u32,
}

/// Now, in the person's own time.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct Now {
    /// The local day.
    pub date: NaiveDate,
    /// Minutes after its midnight; past 1,440 in the night that ends it.
    pub minute: u16,
}

impl Now {
    /// What has become of weeks until now.
    pub(crate) const fn so_far<'a>(&self, worked: &'a [Worked]) -> SoFar<'a> {
        SoFar { date: self.date, minute: self.minute, worked }
    }

    /// True in the time that a block has for work.
    pub(crate) fn is_in(&self, block: &Block) -> bool {
        u16::try_from(self.so_far(&[]).minute_on(block.date)).is_ok_and(|minute| block.is_on(minute))
    }

    /// True before a block begins.
    pub(crate) fn is_before(&self, block: &Block) -> bool {
        self.so_far(&[]).minute_on(block.date) < i64::from(block.start)
    }
}

/// A block of the template, as a person writes it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct BlockDraft {
    /// The template block to change; none for a new one.
    pub id: Option<i64>,
    /// A day of the week that it is added in: on each of its days it joins the template that holds then.
    pub week: NaiveDate,
    /// The days it is on; one when an existing block is changed.
    #[serde(with = "roadmap::item::weekdays")]
    #[cfg_attr(test, ts(type = "string[]"))]
    pub days: Vec<Weekday>,
    /// Minutes after midnight; before days end it is of the night that ends the day before.
    pub start: u16,
    /// Minutes after midnight, above `start`.
    pub end: u16,
    /// What it is for first.
    pub category: Category,
    /// What else it accepts, in order.
    pub accepts: Vec<Category>,
    /// Its title.
    pub title: String,
    /// Outside the stage's hours.
    pub standing: bool,
    /// Nothing moves it.
    pub pinned: bool,
}
