//! What the next focus is for.

use super::super::{App, Error};
use ::roadmap::item::Item;
use ::roadmap::pomodoro::{CYCLE_LAPSES_AFTER, Timer, Work};
use ::roadmap::steps::next_step;
use ::roadmap::{Category, ItemId};
use chrono::{DateTime, Utc};

impl App {
    /// What the next focus is for: the work of the interval before goes on; without one, or where that was
    /// long ago, what the day offers.
    pub(in crate::app) fn next_work(&mut self) -> Result<Option<Work>, Error> {
        let now = self.ports.clock.now();
        let lapsed = self.timer.last_active.is_some_and(|active| now - active >= CYCLE_LAPSES_AFTER);
        match self.timer.interval().filter(|_| !lapsed).map(|interval| interval.follow_up().clone()) {
            Some(work) => self.going_on(&work).map(Some),
            None => self.proposed_work(),
        }
    }

    /// How some work goes on: with the same step, or with what comes next once that is done, its block is
    /// over, or its activity belongs to another roadmap.
    pub(in crate::app) fn going_on(&mut self, work: &Work) -> Result<Work, Error> {
        let is_over = match &work.block {
            Some(block) => self.is_over(block)?,
            None => false,
        };
        let Some(course) = self.course()? else { return Ok(work.clone()) };
        let find = |item: Option<ItemId>| item.and_then(|item| course.roadmap.find(item));
        let is_foreign = work.activity.is_some() && find(work.activity).is_none();
        if !is_over && !is_foreign {
            if !find(work.step).is_some_and(Item::is_done) {
                return Ok(work.clone());
            }
            if let Some(step) = find(work.activity).and_then(next_step) {
                return Ok(Work { step: Some(step.id), title: step.text.clone(), ..work.clone() });
            }
        }
        Ok(self.proposed_work()?.unwrap_or_else(|| work.clone()))
    }

    /// The timer, told what comes after the break that is over by now, where that begins by itself.
    pub(super) fn timer_to_go_on(&mut self, now: DateTime<Utc>) -> Result<Timer, Error> {
        let mut timer = self.timer.clone();
        let over = timer.next_deadline().is_some_and(|deadline| deadline <= now);
        let rest = timer.interval().filter(|interval| over && interval.kind.is_break());
        if let Some(work) = rest.map(|rest| rest.follow_up().clone())
            && self.settings.timer.starts_focus
        {
            timer.follow_with(self.going_on(&work)?);
        }
        Ok(timer)
    }

    /// True for a block that has ended, or is not in the plan any more.
    fn is_over(&mut self, block: &str) -> Result<bool, Error> {
        let now = self.ports.clock.now();
        let today = self.local_day(now);
        Ok(!self.upcoming(today)?.iter().any(|other| other.subject == block && now < other.end_utc))
    }

    /// What Start would begin with: what the day offers.
    fn proposed_work(&mut self) -> Result<Option<Work>, Error> {
        Ok(self.offer()?.map(Work::from))
    }
}

/// Work that belongs to nothing, until it is assigned.
pub(super) fn unassigned() -> Work {
    Work { activity: None, step: None, block: None, category: Category::Study, title: "Focus".into() }
}
