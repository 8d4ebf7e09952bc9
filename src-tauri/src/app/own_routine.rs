//! Days that have a routine of their stage's own in the place of their template's blocks.

use super::course::Course;
use crate::view::OwnRoutine;
use ::roadmap::Category;
use ::roadmap::plan::{DatedStage, WeekLayout, blocks_of_week, days_of};
use ::roadmap::schedule::{Block, Origin};
use chrono::NaiveDate;

/// How many weeks ahead the template's blocks are looked for.
const MOST_WEEKS: usize = 104;

/// The routine that takes the template's place on days of a week; none where it does on no day.
pub(super) fn own_routine(course: &Course, layout: &WeekLayout) -> Option<OwnRoutine> {
    let days = days_of(layout.week);
    let last =
        days.filter(|day| has(&layout.blocks, *day, is_own) && !is_usual(&layout.blocks, *day)).last()?;
    let end = course.stages.iter().map(DatedStage::last_day).max()?;
    let mut weeks = layout.week.iter_weeks().take(MOST_WEEKS).take_while(|week| *week <= end);
    let template_again = weeks.find_map(|week| {
        let blocks =
            blocks_of_week(&course.roadmap, &course.terms.plan, &course.stages, &course.schedule, week);
        days_of(week).find(|day| *day > last && is_usual(&blocks, *day))
    });
    Some(OwnRoutine { template_again })
}

/// True for a day with its template's blocks for more than rest and review: a day without has no routine.
fn is_usual(blocks: &[Block], day: NaiveDate) -> bool {
    let works = |block: &Block| !matches!(block.category, Category::Rest | Category::Review);
    has(blocks, day, |block| matches!(block.key.origin, Origin::Template(_)) && works(block))
}

fn is_own(block: &Block) -> bool {
    matches!(block.key.origin, Origin::Item(_))
}

/// True where one of the blocks that are usually on a day is like that.
fn has(blocks: &[Block], day: NaiveDate, like: impl Fn(&Block) -> bool) -> bool {
    blocks.iter().any(|block| block.key.date == day && like(block))
}
