//! A week of blocks, what each is for, and its ledger.

use super::course::Course;
use super::offer::{FocusByStep, focus_by_step, minute_of, step_head};
use super::spread::Spread;
use super::{App, Error};
use crate::view::{BlockDraft, BlockView, DayView, Now, Portion, StageHead, StepHead, WeekView};
use ::roadmap::item::{Item, Kind};
use ::roadmap::plan::{DatedStage, WeekLayout, days_of, stages_in};
use ::roadmap::progress::{self, Worked};
use ::roadmap::schedule::{Block, Origin, TemplateBlock, TemplateBlockId};
use ::roadmap::steps::steps_of;
use ::roadmap::{Category, ItemId};
use chrono::{Datelike, NaiveDate, NaiveDateTime};
use roadmap_store::table;
use roadmap_store::table::session::Entry;

/// The shortest block, and the last minute of a day that one may end at.
const SHORTEST: u16 = 5;
const LAST: u16 = 24 * 60;

impl App {
    /// The week that holds a day.
    ///
    /// # Errors
    /// [`Error::Stale`] without a plan, [`Error::Store`].
    pub fn week(&mut self, day: NaiveDate) -> Result<WeekView, Error> {
        let now = self.now_view();
        let course = self.active()?.clone();
        let week = course.week_of(day);
        let last = days_of(week).last().unwrap_or(week);
        let sessions = self.sessions()?;
        let of_week: Vec<Entry> =
            sessions.iter().filter(|entry| (week..=last).contains(&entry.day)).cloned().collect();
        let worked = self.worked(&of_week);
        let layout = course.lay_out(week);
        let board =
            Board { app: self, course: &course, sessions: &of_week, focus: focus_by_step(&sessions), now };
        let blocks = board.blocks(&layout);
        Ok(WeekView {
            from: week,
            number: course.number_of_week(week),
            weeks: course.weeks(),
            stages: stages_of_week(&course, week)
                .into_iter()
                .map(|stage| stage_head(&course, stage, last))
                .collect(),
            days: days_of(week).map(|date| board.day(date, &blocks, &worked)).collect(),
            ledger: progress::ledger(&layout.demands, &layout.blocks, &layout.unplaced, &worked),
            unplaced: layout
                .unplaced
                .iter()
                .map(|left| board.portion(left.activity, left.category, left.minutes, None))
                .collect(),
            now,
            template: course.template.name.clone(),
        })
    }

    /// Changes a block of the template, or adds one on each of its days.
    ///
    /// # Errors
    /// [`Error::Invalid`] says what is wrong with it, [`Error::Stale`], [`Error::Store`].
    pub fn save_block(&mut self, draft: &BlockDraft) -> Result<(), Error> {
        check(draft)?;
        let course = self.active()?;
        let template = course.terms.template;
        let title = draft.title.trim().to_owned();
        let words = if draft.id.is_some() { "change" } else { "add" };
        let block = |weekday| TemplateBlock {
            id: None,
            weekday,
            start: draft.start,
            end: draft.end,
            category: draft.category,
            title: title.clone(),
            accepts: draft.accepts.iter().copied().filter(|accepted| *accepted != draft.category).collect(),
            standing: draft.standing,
            pinned: draft.pinned,
        };
        let id = draft.id.map(TemplateBlockId);
        self.change(format!("{words} the block “{title}”"), |to| {
            for day in &draft.days {
                match id {
                    Some(id) => table::template::set_block(to, id, &block(*day))?,
                    None => {
                        table::template::add_block(to, template, &block(*day))?;
                    }
                }
            }
            Ok(())
        })
    }

    /// Removes a block of the template.
    ///
    /// # Errors
    /// [`Error::Stale`] where it is gone, [`Error::Store`].
    pub fn remove_block(&mut self, id: i64) -> Result<(), Error> {
        let blocks = &self.active()?.template.blocks;
        let block = blocks.iter().find(|block| block.id == Some(TemplateBlockId(id)));
        let title = block
            .map(|block| block.title.clone())
            .ok_or_else(|| Error::Stale("This block is not there any more.".into()))?;
        self.change(format!("remove the block “{title}”"), |to| {
            table::template::remove_block(to, TemplateBlockId(id))
        })
    }

    /// Now, by the local clock and the local day.
    pub(super) fn now_view(&self) -> Now {
        let now = self.ports.clock.now();
        let date = self.ports.clock.local_day(now);
        Now { date, minute: minute_of(self.ports.clock.local(now), date) }
    }
}

fn check(draft: &BlockDraft) -> Result<(), Error> {
    let invalid = |words: &str| Err(Error::Invalid(words.to_owned()));
    if draft.title.trim().is_empty() {
        return invalid("The block needs a title.");
    }
    if draft.days.is_empty() {
        return invalid("Choose at least one day for the block.");
    }
    if draft.id.is_some() && draft.days.len() > 1 {
        return invalid("A block is on one day. Add another block for the other days.");
    }
    if draft.end > LAST {
        return invalid("The block ends after midnight. End it at 24:00 and add another on the next day.");
    }
    if draft.end < draft.start.saturating_add(SHORTEST) {
        return invalid("The block ends before it begins, or within five minutes. Choose a later end.");
    }
    Ok(())
}

/// What the blocks of a week are drawn from.
pub(super) struct Board<'a> {
    pub(super) app: &'a App,
    pub(super) course: &'a Course,
    pub(super) sessions: &'a [Entry],
    pub(super) focus: FocusByStep,
    pub(super) now: Now,
}

impl Board<'_> {
    /// The blocks of a week, each with the step that comes then.
    pub(super) fn blocks(&self, layout: &WeekLayout) -> Vec<BlockView> {
        let mut spread = Spread::of(self.course, layout, self.now);
        let blocks = layout.blocks.iter().map(|block| {
            let routine = self.routine_words(block);
            let work = block.work.iter().map(|portion| {
                let place = spread.place(block, portion);
                let view = self.portion(portion.activity, portion.category, portion.minutes, place);
                match &routine {
                    // Other work that found its place here goes by its own words.
                    Some(words) if portion.category == block.category => {
                        Portion { title: words.clone(), step: None, ..view }
                    }
                    _ => view,
                }
            });
            self.block(block, work.collect())
        });
        blocks.collect()
    }

    /// What a stage's own routine says is to be done in a block of it.
    fn routine_words(&self, block: &Block) -> Option<String> {
        let Origin::Item(item) = block.key.origin else { return None };
        let item = self.course.roadmap.find(item).filter(|item| matches!(item.kind, Kind::Block(_)))?;
        let steps = item.children.iter().filter(|child| matches!(child.kind, Kind::Step { .. }));
        let words: Vec<&str> = steps.map(|step| step.text.as_str()).collect();
        (!words.is_empty()).then(|| words.join("; "))
    }

    fn block(&self, block: &Block, work: Vec<Portion>) -> BlockView {
        let lengths = self.app.settings.lengths;
        let round = (lengths.focus_seconds + lengths.short_break_seconds).max(60) / 60;
        let key = block.key.to_string();
        let done = self.sessions.iter().filter(|entry| {
            let session = &entry.session;
            let whole = !session.kind.is_break() && session.outcome == ::roadmap::pomodoro::Outcome::Finished;
            whole
                && (session.work.block.as_deref() == Some(&key)
                    || self.within(block, session.started_at, session))
        });
        let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        BlockView {
            template_block: match block.key.origin {
                Origin::Template(TemplateBlockId(id)) => Some(id),
                Origin::Place(_) | Origin::Item(_) => None,
            },
            date: block.date,
            start: block.start,
            end: block.end,
            category: block.category,
            accepts: block.accepts.clone(),
            title: block.title.clone(),
            standing: block.standing,
            pinned: block.pinned,
            work,
            pips_done: count(done.count()),
            pips: if block.category.is_work() { (block.minutes() / round).max(1) } else { 0 },
            key,
        }
    }

    /// True for a session without a block of its own that began while this block was on.
    fn within(
        &self,
        block: &Block,
        started: chrono::DateTime<chrono::Utc>,
        session: &::roadmap::pomodoro::SessionRecord,
    ) -> bool {
        let local: NaiveDateTime = self.app.ports.clock.local(started);
        session.work.block.is_none()
            && block.category.is_work()
            && (block.start..block.end).contains(&minute_of(local, block.date))
            && local.date() >= block.date
    }

    /// Some minutes of an activity; `place` is where they stand in what is still to come of it, 0 to 1.
    pub(super) fn portion(
        &self,
        activity: ItemId,
        category: Category,
        minutes: u32,
        place: Option<f64>,
    ) -> Portion {
        let step = place.and_then(|place| self.step_at(activity, place));
        Portion { activity, category, title: self.course.title_of(activity), step, minutes }
    }

    fn step_at(&self, activity: ItemId, place: f64) -> Option<StepHead> {
        let open: Vec<&Item> = steps_of(self.course.roadmap.find(activity)?)
            .into_iter()
            .filter(|step| !step.is_done())
            .collect();
        let step = open.get((place * open.len() as f64) as usize).or(open.last())?;
        Some(step_head(step, &self.focus))
    }

    /// One day of the week.
    pub(super) fn day(&self, date: NaiveDate, blocks: &[BlockView], worked: &[Worked]) -> DayView {
        let blocks: Vec<BlockView> = blocks.iter().filter(|block| block.date == date).cloned().collect();
        let work = |block: &&BlockView| block.category.is_work();
        let worked_seconds: u32 =
            worked.iter().filter(|session| session.day == date).map(|session| session.worked_seconds).sum();
        DayView {
            date,
            rest: !blocks.iter().any(|block| block.category.is_work() && block.category != Category::Review),
            outside: !self.course.stages.iter().any(|stage| stage.holds(date)),
            scheduled_minutes: blocks
                .iter()
                .filter(work)
                .map(|block| u32::from(block.end - block.start))
                .sum(),
            worked_minutes: worked_seconds / 60,
            blocks,
        }
    }
}

/// The stages with a day of work in a week; those with any day in it where none has one.
fn stages_of_week(course: &Course, week: NaiveDate) -> Vec<&DatedStage> {
    let rest = course.rest();
    let works =
        |stage: &&DatedStage| days_of(week).any(|day| stage.holds(day) && !rest.contains(&day.weekday()));
    let all: Vec<&DatedStage> = stages_in(&course.stages, week).collect();
    let working: Vec<&DatedStage> = all.iter().copied().filter(works).collect();
    if working.is_empty() { all } else { working }
}

/// A stage in a line, as seen from a day of it; a day after it is as good as its last.
pub(super) fn stage_head(course: &Course, dated: &DatedStage, day: NaiveDate) -> StageHead {
    let stage = course.roadmap.find(dated.stage);
    let week_of = |day: NaiveDate| {
        let days = day.signed_duration_since(dated.from).num_days();
        u32::try_from(days / 7 + 1).unwrap_or(1)
    };
    let goal_of = |item: &Item| {
        item.children.iter().find(|child| child.kind == Kind::Goal).map(|goal| goal.text.clone())
    };
    let phase = dated.phase.and_then(|phase| course.roadmap.find(phase));
    StageHead {
        stage: dated.stage,
        weeks: match stage.map(|stage| &stage.kind) {
            Some(Kind::Stage { weeks, .. }) => weeks.map(super::first_run::pair),
            _ => None,
        },
        title: stage.map(|stage| stage.text.clone()).unwrap_or_default(),
        goal: stage.and_then(goal_of).or_else(|| phase.and_then(goal_of)),
        week: week_of(day.clamp(dated.from, dated.last_day())),
        of: dated.to.map(week_of),
        to: dated.to,
    }
}
