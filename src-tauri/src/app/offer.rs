//! What to work on now, and what each activity has next.

use super::course::{self, Course};
use super::{App, Error};
use crate::view::{Now, StepHead, WorkChoice, WorkOffer};
use ::roadmap::item::{Item, Kind};
use ::roadmap::plan::WeekLayout;
use ::roadmap::pomodoro::Work;
use ::roadmap::progress::Worked;
use ::roadmap::schedule::Block;
use ::roadmap::steps::{next_step, steps_of};
use ::roadmap::{Category, ItemId};
use chrono::{NaiveDate, Timelike};
use roadmap_store::table::session::Entry;
use std::collections::HashMap;

/// How many steps are shown around the next one.
const STEPS_SHOWN: usize = 6;

/// Minutes of focus spent on each step.
pub(super) type FocusByStep = HashMap<ItemId, u32>;

pub(super) fn focus_by_step(sessions: &[Entry]) -> FocusByStep {
    let mut seconds: HashMap<ItemId, u32> = HashMap::new();
    for Entry { session, .. } in sessions {
        if let Some(step) = session.work.step {
            *seconds.entry(step).or_default() += session.focused_seconds();
        }
    }
    seconds.into_iter().map(|(step, seconds)| (step, seconds / 60)).collect()
}

pub(super) fn step_head(step: &Item, focus: &FocusByStep) -> StepHead {
    StepHead {
        item: step.id,
        text: step.text.clone(),
        done: step.is_done(),
        focused_minutes: focus.get(&step.id).copied().unwrap_or_default(),
    }
}

impl App {
    /// What to work on now: the work of the block that now is in, or of the next one, or else the first
    /// open activity of the stage. None without a plan or with nothing left.
    pub(super) fn offer(&mut self) -> Result<Option<WorkOffer>, Error> {
        let now = self.now_view();
        let sessions = self.sessions()?;
        let worked = self.worked(&sessions);
        let Some(course) = self.course()? else { return Ok(None) };
        let focus = focus_by_step(&sessions);
        let layout = course.lay_out_from(course.week_of(now.date), &now.so_far(&worked));
        if let Some((block, is_on)) = block_to_work_in(course, &layout, now, &worked) {
            let offer = offer_of_block(course, &block, &focus, is_on);
            // Begun early, it is the block's work all the same, and over with it.
            let block = (is_on || block.date == now.date).then(|| block.key.to_string());
            return Ok(Some(WorkOffer { block, ..offer }));
        }
        let open = layout.demands.iter().find_map(|demand| {
            let activity = course.roadmap.find(demand.activity)?;
            next_step(activity).map(|_| (activity, demand.category))
        });
        Ok(open.map(|(activity, category)| offer_of_activity(activity, category, None, &focus)))
    }
}

impl App {
    /// What is being worked on, with the steps around it: the work of a focus that is under way or has just
    /// ended, and otherwise [what comes next](Self::next_work).
    pub(super) fn work_in_hand(&mut self) -> Result<Option<WorkOffer>, Error> {
        let focused = self.timer.interval().filter(|interval| !interval.kind.is_break());
        let work = match focused.map(|interval| interval.work.clone()) {
            Some(work) => work,
            None if self.timer.interval().is_none() => return self.offer(),
            None => match self.next_work()? {
                Some(work) => work,
                None => return Ok(None),
            },
        };
        let sessions = self.sessions()?;
        let Some(course) = self.course()? else { return Ok(None) };
        let activity = work.activity.and_then(|activity| course.roadmap.find(activity));
        let offer = match activity {
            Some(activity) => {
                offer_of_activity(activity, work.category, work.step, &focus_by_step(&sessions))
            }
            // Of a roadmap that is not the active one any more.
            None if work.activity.is_some() => return self.offer(),
            None => WorkOffer::of(work.category, work.title),
        };
        Ok(Some(WorkOffer { block: work.block, ..offer }))
    }

    /// Everything open that an interval can be for, by activity: those of the stage that today is in first.
    ///
    /// # Errors
    /// [`Error::Stale`] without a plan, [`Error::Store`].
    pub fn work_choices(&mut self) -> Result<Vec<WorkChoice>, Error> {
        let today = self.local_day(self.ports.clock.now());
        let sessions = self.sessions()?;
        let focus = focus_by_step(&sessions);
        let course = self.active()?;
        let running = course.stages.iter().filter(|stage| stage.holds(today));
        let others = course.stages.iter().filter(|stage| !stage.holds(today));
        let stages = running.chain(others).filter_map(|dated| course.roadmap.find(dated.stage));
        Ok(stages.flat_map(|stage| choices_of(stage, &focus)).collect())
    }
}

/// The block that now is in. One can go on after its day has ended, or begin before its day does, where days ended at
/// another time when it was made: then it may be of the week before or after.
pub(super) fn block_now(course: &Course, layout: &WeekLayout, now: Now, worked: &[Worked]) -> Option<Block> {
    let on = |layout: &WeekLayout| layout.blocks.iter().find(|block| now.is_in(block)).cloned();
    let near = [now.date.pred_opt(), now.date.succ_opt()].into_iter().flatten();
    let others = near.map(|day| course.week_of(day)).filter(|week| *week != layout.week);
    let mut others = others.map(|week| course.lay_out_from(week, &now.so_far(worked)));
    on(layout).or_else(|| others.find_map(|other| on(&other)))
}

/// The block to work in: the one that now is in, or else the next of its week that has work; true for the first of these.
pub(super) fn block_to_work_in(
    course: &Course,
    layout: &WeekLayout,
    now: Now,
    worked: &[Worked],
) -> Option<(Block, bool)> {
    let works = |block: &&Block| block.category.is_work() && offers_work(course, block);
    let next = || layout.blocks.iter().filter(works).find(|block| now.is_before(block)).cloned();
    let on = block_now(course, layout, now, worked).map(|block| (block, true));
    on.or_else(|| next().map(|block| (block, false)))
}

/// What can be worked on in a stage: its activities, or itself where it has none.
fn choices_of(stage: &Item, focus: &FocusByStep) -> Vec<WorkChoice> {
    let activities = stage.walk().filter_map(|item| match item.kind {
        Kind::Activity { category, .. } => Some((item, category)),
        _ => None,
    });
    let activities: Vec<(&Item, Category)> = activities.collect();
    let whole = [(stage, Category::Study)];
    let works = if activities.is_empty() { &whole[..] } else { &activities[..] };
    let choice = |(activity, category): &(&Item, Category)| WorkChoice {
        stage: stage.id,
        activity: activity.id,
        category: *category,
        title: course::title(activity),
        steps: steps_of(activity)
            .into_iter()
            .filter(|step| !step.is_done())
            .map(|step| step_head(step, focus))
            .collect(),
    };
    let is_over = |choice: &WorkChoice| {
        choice.steps.is_empty()
            && stage.walk().any(|item| item.id == choice.activity && !steps_of(item).is_empty())
    };
    works.iter().map(choice).filter(|choice| !is_over(choice)).collect()
}

impl WorkOffer {
    /// Work that has no steps.
    fn of(category: Category, title: String) -> Self {
        Self { block: None, activity: None, category, title, step: None, steps: Vec::new(), until: None }
    }
}

impl From<WorkOffer> for Work {
    fn from(offer: WorkOffer) -> Self {
        Self {
            activity: offer.activity,
            step: offer.step.as_ref().map(|step| step.item),
            block: offer.block,
            category: offer.category,
            title: offer.step.map_or(offer.title, |step| step.text),
        }
    }
}

fn offers_work(course: &Course, block: &Block) -> bool {
    block.work.iter().any(|portion| course.roadmap.find(portion.activity).is_some())
}

/// What a block is for; `now` where the offer is to be worked in that block.
pub(super) fn offer_of_block(course: &Course, block: &Block, focus: &FocusByStep, now: bool) -> WorkOffer {
    let portions = block.work.iter().filter_map(|portion| {
        course.roadmap.find(portion.activity).map(|activity| (activity, portion.category))
    });
    let open = portions.clone().find(|(activity, _)| next_step(activity).is_some());
    let base = match open.or_else(|| portions.clone().next()) {
        Some((activity, category)) => offer_of_activity(activity, category, None, focus),
        None => WorkOffer::of(block.category, block.title.clone()),
    };
    WorkOffer { block: now.then(|| block.key.to_string()), until: now.then_some(block.end), ..base }
}

/// An activity with its next step, or with `step` as long as that is open.
fn offer_of_activity(
    activity: &Item,
    category: Category,
    step: Option<ItemId>,
    focus: &FocusByStep,
) -> WorkOffer {
    let steps = steps_of(activity);
    let open = || steps.iter().enumerate().filter(|(_, step)| !step.is_done());
    let wanted = open().find(|(_, open)| Some(open.id) == step);
    let next = wanted.or_else(|| open().next()).map(|(at, _)| at);
    // One done step above the next, so that it is seen where one stands.
    let first = next.unwrap_or(steps.len()).saturating_sub(1).min(steps.len().saturating_sub(STEPS_SHOWN));
    WorkOffer {
        block: None,
        activity: Some(activity.id),
        category,
        title: course::title(activity),
        step: next.and_then(|next| steps.get(next)).map(|step| step_head(step, focus)),
        steps: steps.iter().skip(first).take(STEPS_SHOWN).map(|step| step_head(step, focus)).collect(),
        until: None,
    }
}

/// Minutes after the midnight with which a local day begins; past 1,440 after the next midnight.
pub(super) fn minute_of(local: chrono::NaiveDateTime, day: NaiveDate) -> u16 {
    let days = local.date().signed_duration_since(day).num_days();
    let minute = i64::from(local.num_seconds_from_midnight() / 60) + days * 24 * 60;
    u16::try_from(minute).unwrap_or(0)
}
