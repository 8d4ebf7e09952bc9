//! Where each block stands in what is still to come of its activity, so that steps follow each other over
//! all weeks of a stage.

use super::course::Course;
use ::roadmap::ItemId;
use ::roadmap::plan::{SoFar, WeekLayout, stages_in};
use ::roadmap::schedule::{Block, Portion};
use chrono::NaiveDate;
use std::collections::{BTreeSet, HashMap};

/// How many weeks of a stage are looked at; what lies further ahead changes until then anyway.
const MOST_WEEKS: usize = 104;

/// The minutes still to come of each activity: before the place that was reached, and in all.
pub(super) struct Spread<'a> {
    so_far: SoFar<'a>,
    minutes: HashMap<ItemId, (u32, u32)>,
}

impl<'a> Spread<'a> {
    /// What is still to come of the stages of a week, in that week and in their others.
    pub(super) fn of(course: &Course, layout: &WeekLayout, so_far: &SoFar<'a>) -> Self {
        let mut spread = Self { so_far: *so_far, minutes: HashMap::new() };
        for week in weeks(course, layout.week, so_far.date) {
            if week == layout.week {
                spread.add(layout, false);
            } else {
                spread.add(&course.lay_out_from(week, so_far), week < layout.week);
            }
        }
        spread
    }

    fn add(&mut self, layout: &WeekLayout, before: bool) {
        for block in layout.blocks.iter().filter(|block| !self.so_far.is_over(block)) {
            for portion in &block.work {
                let (at, of) = self.minutes.entry(portion.activity).or_default();
                *of += portion.minutes;
                if before {
                    *at += portion.minutes;
                }
            }
        }
    }

    /// Where the next portion of an activity stands, 0 to 1; none for one that is over.
    pub(super) fn place(&mut self, block: &Block, portion: &Portion) -> Option<f64> {
        if self.so_far.is_over(block) {
            return None;
        }
        let (at, of) = self.minutes.get_mut(&portion.activity)?;
        let place = f64::from(*at) / f64::from((*of).max(1));
        *at += portion.minutes;
        Some(place)
    }
}

/// The weeks still to come of a week's stages, that week among them. An open end has no share to be at.
fn weeks(course: &Course, week: NaiveDate, today: NaiveDate) -> BTreeSet<NaiveDate> {
    let mut weeks = BTreeSet::from([week]);
    for stage in stages_in(&course.stages, week) {
        let Some(to) = stage.to else { continue };
        let first = course.week_of(stage.from.max(today));
        let all = first.iter_weeks().take_while(|week| *week <= to).take(MOST_WEEKS);
        weeks.extend(all);
    }
    weeks
}
