//! A week of blocks, what each is for, and its ledger.

use super::calendar::{busy_of_day, busy_view};
use super::course::Course;
use super::days_off::off_view;
use super::offer::{FocusByStep, focus_by_step, minute_of, step_head};
use super::own_routine::own_routine;
use super::replan::standpoint;
use super::spread::Spread;
use super::{App, Error};
use crate::view::{AskedWork, BlockView, DayView, Now, Portion, SkippedBlock, StageHead, StepHead, WeekView};
use ::roadmap::item::{Item, Kind};
use ::roadmap::plan::{self, DatedStage, Demand, SoFar, WeekLayout, days_of, stages_in};
use ::roadmap::progress::{self, Worked};
use ::roadmap::schedule::{Block, BlockKey, BusyTime, Exception, Origin, TemplateBlockId};
use ::roadmap::steps::steps_of;
use ::roadmap::{Category, ItemId};
use chrono::{DateTime, NaiveDate, NaiveDateTime, Utc};
use roadmap_store::table::session::Entry;
use std::collections::BTreeMap;

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
        let all_worked = self.worked(&sessions);
        // A session of the night before may reach into the week.
        let worked: Vec<Worked> =
            all_worked.iter().filter(|session| (week..=last).contains(&session.day)).copied().collect();
        let so_far = now.so_far(&all_worked);
        let layout = course.lay_out_from(week, &so_far);
        let board =
            Board { app: self, course: &course, sessions: &of_week, focus: focus_by_step(&sessions), so_far };
        let blocks = board.blocks(&layout);
        let backlog = standpoint(&course, &all_worked, now.date).backlog();
        Ok(WeekView {
            from: week,
            number: course.number_of_week(week),
            weeks: course.weeks(),
            stages: stages_of_week(&course, week)
                .into_iter()
                .map(|stage| stage_head(&course, stage, last))
                .collect(),
            days: days_of(week).map(|date| board.day(date, &blocks, &worked)).collect(),
            ledger: progress::ledger(
                &layout,
                &worked,
                (week <= now.date && now.date <= last).then_some(&so_far),
            ),
            unplaced: layout
                .unplaced
                .iter()
                .map(|left| board.portion(left.activity, left.category, left.minutes, None))
                .collect(),
            behind_minutes: backlog.total(),
            left_open_minutes: backlog.left_by(week),
            asks: asked_work(&course, &layout),
            own_routine: own_routine(&course, &layout),
            skipped: skipped_blocks(&course, week),
            now,
            calendars_until: self.calendars.known_until().filter(|until| *until < last),
            template: course.template_on(last).map(|(_, template)| template.name.clone()).unwrap_or_default(),
        })
    }

    /// Now, by the local clock and the local day.
    pub(super) fn now_view(&self) -> Now {
        self.now_at(self.ports.clock.now())
    }

    /// The local day and minute of an instant.
    pub(super) fn now_at(&self, instant: DateTime<Utc>) -> Now {
        let date = self.local_day(instant);
        Now { date, minute: minute_of(self.ports.clock.local(instant), date) }
    }
}

/// What the blocks of a week are drawn from.
pub(super) struct Board<'a> {
    pub(super) app: &'a App,
    pub(super) course: &'a Course,
    pub(super) sessions: &'a [Entry],
    pub(super) focus: FocusByStep,
    pub(super) so_far: SoFar<'a>,
}

impl Board<'_> {
    /// The blocks of a week, each with the step that comes then.
    pub(super) fn blocks(&self, layout: &WeekLayout) -> Vec<BlockView> {
        let mut spread = Spread::of(self.course, layout, &self.so_far);
        let mut busy: BTreeMap<NaiveDate, Vec<BusyTime>> = BTreeMap::new();
        let blocks = layout.blocks.iter().map(|block| {
            let busy = busy.entry(block.date).or_insert_with(|| self.course.schedule.busy_on(block.date));
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
            let keeps_busy = others_meanwhile(block, &layout.blocks).chain(busy.iter().cloned());
            self.block(block, work.collect(), keeps_busy)
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

    /// A block with its work, and what the person is busy with on its day.
    fn block(&self, block: &Block, work: Vec<Portion>, busy: impl Iterator<Item = BusyTime>) -> BlockView {
        let lengths = self.app.settings.timer.lengths;
        let round = (lengths.focus_seconds + lengths.short_break_seconds).max(60) / 60;
        let key = block.key.to_string();
        let works = block.category.is_work();
        let busy = busy.filter(|time| works && time.start < block.end && block.start < time.end);
        let done = self.sessions.iter().filter(|entry| {
            let session = &entry.session;
            session.is_pomodoro()
                && (session.work.block.as_deref() == Some(&key)
                    || self.within(block, session.started_at, session))
        });
        let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        BlockView {
            template_block: match block.key.origin {
                Origin::Template(TemplateBlockId(id)) => Some(id),
                Origin::Place(_) | Origin::Item(_) | Origin::Single(_) => None,
            },
            single: matches!(block.key.origin, Origin::Single(_)),
            moved: self.course.schedule.exceptions.contains_key(&block.key),
            given: block.given,
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
            pips: if works && block.room() > 0 { (block.room() / round).max(1) } else { 0 },
            busy: busy.map(busy_view).collect(),
            busy_minutes: if works { block.busy_minutes() } else { 0 },
            key,
        }
    }

    /// True for a session without a block of its own that began while this block was on.
    fn within(
        &self,
        block: &Block,
        started: DateTime<Utc>,
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
            template: self
                .course
                .template_on(date)
                .map(|(_, template)| template.name.clone())
                .unwrap_or_default(),
            rest: !blocks.iter().any(|block| block.category.makes_a_working_day()),
            outside: !self.course.stages.iter().any(|stage| stage.holds(date)),
            scheduled_minutes: blocks
                .iter()
                .filter(work)
                .map(|block| u32::from(block.end - block.start) - block.busy_minutes)
                .sum(),
            worked_minutes: worked_seconds / 60,
            relief: self.course.schedule.relief_on(date),
            busy: busy_of_day(&self.course.schedule, date, self.app.settings.day_boundary),
            off: self.course.schedule.days_off().iter().filter(|off| off.holds(date)).map(off_view).collect(),
            blocks,
        }
    }
}

/// The other blocks of work that have the hours in which a block lies over them, as they begin before it; one without a
/// title for what is of another week.
fn others_meanwhile<'a>(block: &'a Block, all: &'a [Block]) -> impl Iterator<Item = BusyTime> + 'a {
    let minute =
        |of: &Block, at: u16| of.date.signed_duration_since(block.date).num_minutes() + i64::from(at);
    let place = |of: &Block| (minute(of, of.start), of.date, of.end, of.key);
    let meanwhile = |other: &Block| {
        let start = u16::try_from(minute(other, other.start)).unwrap_or(0).max(block.start);
        let end = u16::try_from(minute(other, other.end)).unwrap_or(0).min(block.end);
        BusyTime { start, end, title: other.title.clone(), all_day: false }
    };
    let before = all.iter().filter(|other| other.category.is_work() && place(other) < place(block));
    let mut known: Vec<BusyTime> = before.map(meanwhile).filter(|time| time.start < time.end).collect();
    if known.is_empty() && block.start < block.taken_until {
        let (start, end) = (block.start, block.taken_until);
        known.push(BusyTime { start, end, title: String::new(), all_day: false });
    }
    known.into_iter()
}

/// The blocks of a week that are left out, where they would be there otherwise.
fn skipped_blocks(course: &Course, week: NaiveDate) -> Vec<SkippedBlock> {
    let mut schedule = course.schedule.clone();
    let skipped: BTreeMap<BlockKey, Exception> =
        schedule.exceptions.extract_if(.., |_, exception| *exception == Exception::Skipped).collect();
    if skipped.is_empty() {
        return Vec::new();
    }
    let blocks = plan::blocks_of_week(&course.roadmap, &course.terms.plan, &course.stages, &schedule, week);
    blocks
        .into_iter()
        .filter(|block| skipped.contains_key(&block.key))
        .map(|block| SkippedBlock { key: block.key.to_string(), date: block.date, title: block.title })
        .collect()
}

/// What a week asks for, in the order of the document.
fn asked_work(course: &Course, layout: &WeekLayout) -> Vec<AskedWork> {
    let asked = |demand: &Demand| AskedWork {
        activity: demand.activity,
        title: course.title_of(demand.activity),
        stage: course.roadmap.find(demand.stage).map(|stage| stage.text.clone()).unwrap_or_default(),
    };
    layout.demands.iter().map(asked).collect()
}

/// The stages with a day of work in a week; those with any day in it where none has one.
fn stages_of_week(course: &Course, week: NaiveDate) -> Vec<&DatedStage> {
    let works =
        |stage: &&DatedStage| days_of(week).any(|day| stage.holds(day) && course.schedule.works_on(day));
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
