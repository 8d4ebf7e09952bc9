//! The day: what now?

use super::{BlockView, BusyView, DaysOffLine, Now, StageHead, StepHead};
use chrono::NaiveDate;
use roadmap::progress::{Ledger, Standing, Verdict};
use roadmap::schedule::Relief;
use roadmap::{Category, ItemId};
use serde::Serialize;

/// The day, as the Today screen shows it.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct TodayView {
    /// Now.
    pub now: Now,
    /// The plan's week, from 1; 0 before the start.
    pub week: u32,
    /// How many weeks the plan has before its open end.
    pub weeks: u32,
    /// The plan's first day.
    pub start: NaiveDate,
    /// The stages that today belongs to.
    pub stages: Vec<StageHead>,
    /// The sentence at the top, as data.
    pub verdict: Verdict,
    /// Clock minutes that the weeks from the next one on ask for beyond what their blocks hold; none where that is
    /// little.
    pub without_room_minutes: u32,
    /// How the week before ended, where that is still to be looked at.
    pub ended_week: Option<EndedWeekView>,
    /// True where no work is planned today.
    pub rest: bool,
    /// How much is left of today; none where it is as usual.
    pub relief: Option<Relief>,
    /// The days off that today is one of.
    pub off: Vec<DaysOffLine>,
    /// The day's blocks by time.
    pub blocks: Vec<BlockView>,
    /// When the person is busy with something else today, by the start.
    pub busy: Vec<BusyView>,
    /// The block that now is in, unless it is rest.
    pub current: Option<String>,
    /// What to work on now: the current block's work, or what comes next.
    pub work: Option<WorkOffer>,
    /// This week's hours.
    pub ledger: Ledger,
    /// The stage's checkpoint.
    pub checkpoint: Vec<CheckLine>,
    /// When the checkpoint is due.
    pub checkpoint_by: Option<NaiveDate>,
    /// What the document says to do first, while any of it is open.
    pub day_zero: Vec<CheckLine>,
    /// Today in figures.
    pub figures: DayFigures,
}

/// A week that ended behind or ahead.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct EndedWeekView {
    /// Its first day.
    pub week: NaiveDate,
    /// The plan's number of it, from 1.
    pub number: u32,
    /// Behind or ahead.
    pub standing: Standing,
    /// By how many clock minutes.
    pub minutes: u32,
}

/// Something to start a focus interval on.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct WorkOffer {
    /// The block it is offered for, if any.
    pub block: Option<String>,
    /// The activity; none for unassigned work.
    pub activity: Option<ItemId>,
    /// What kind of work it is.
    pub category: Category,
    /// The block's or activity's title ("Deep work until 12:00" is made from the block).
    pub title: String,
    /// The step that comes next.
    pub step: Option<StepHead>,
    /// The steps around it, in order.
    pub steps: Vec<StepHead>,
    /// When the block ends, as minutes after midnight.
    pub until: Option<u16>,
}

/// An activity that an interval can be for, with its open steps.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct WorkChoice {
    /// The stage it is in.
    pub stage: ItemId,
    /// The activity; the stage itself where it has none.
    pub activity: ItemId,
    /// What kind of work it is.
    pub category: Category,
    /// What it is called: its project, or its own words.
    pub title: String,
    /// What is to be done in it, in order.
    pub steps: Vec<StepHead>,
}

/// A line that can be ticked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct CheckLine {
    /// The item.
    pub item: ItemId,
    /// Its words.
    pub text: String,
    /// Whether it is ticked.
    pub done: bool,
}

/// Today in figures.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
pub struct DayFigures {
    /// Minutes of focus.
    pub focused_minutes: u32,
    /// Minutes that count as worked.
    pub worked_minutes: u32,
    /// Minutes of work in today's blocks.
    pub scheduled_minutes: u32,
    /// Finished focus intervals.
    pub pomodoros: u32,
    /// Days in a row with focus; rest days keep the row.
    pub days_in_a_row: u32,
}
