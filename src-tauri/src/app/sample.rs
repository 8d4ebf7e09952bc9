//! The sample: the bundled roadmap after six whole weeks, with a made-up history, so that what grows with time
//! can be seen before one has a history. It is marked as a sample and removed whole.

use super::first_run::{Added, add, template_index};
use super::source::{Draft, read};
use super::{App, Error};
use crate::view::{RoadmapSource, Setup};
use ::roadmap::document::{self, Reading};
use ::roadmap::item::{About, Item, Kind, Tempo};
use ::roadmap::plan::{self, Buffer, DatedStage, Pace, Plan, WEEKS_NEEDED, stage_on};
use ::roadmap::pomodoro::{IntervalKind, Lengths, Mode, Outcome, SessionKey, SessionRecord, Work};
use ::roadmap::progress::{Counts, gates};
use ::roadmap::schedule::{Block, Schedule, templates_of};
use ::roadmap::steps::steps_of;
use ::roadmap::{ItemId, Roadmap};
use chrono::{DateTime, Days, NaiveDate, TimeDelta, Utc};
use roadmap_store::table;
use roadmap_store::table::session::Entry;
use std::collections::HashMap;

/// How many whole weeks lie behind the sample's today: as many as a forecast takes.
const WEEKS_BEHIND: u64 = WEEKS_NEEDED as u64;

impl App {
    /// Makes the sample the active roadmap. The person's own stays as it is.
    ///
    /// # Errors
    /// [`Error::Store`].
    pub fn load_sample(&mut self) -> Result<(), Error> {
        let name = document::bundled().first().map(|bundled| bundled.name.to_owned()).unwrap_or_default();
        let draft = read(&RoadmapSource::Bundled { name }, Reading::default())?;
        let now = self.ports.clock.now();
        let today = self.local_day(now);
        let week_start = self.settings.week_start.unwrap_or(self.ports.locale.week_start);
        let this_week = plan::week_of(today, week_start);
        let setup = Setup {
            start: this_week - Days::new(7 * WEEKS_BEHIND),
            pace: Pace::AsWritten,
            template: template_index(&templates_of(&draft.roadmap), Tempo::FullTime),
            week_start,
            buffer: Buffer::NONE,
            role: None,
        };
        let history = self.history(&draft, &setup, now)?;
        self.change("load the sample", |to| {
            table::roadmap::remove_samples(to)?;
            let Added { roadmap, names } = add(to, &draft, &setup, true, now)?;
            for (item, done_at) in &history.done {
                if let Some(item) = names.get(item) {
                    table::item::set_done(to, *item, Some(*done_at))?;
                }
            }
            for entry in &history.sessions {
                let mut entry = entry.clone();
                let named = |item: Option<ItemId>| item.and_then(|item| names.get(&item).copied());
                entry.session.work.activity = named(entry.session.work.activity);
                entry.session.work.step = named(entry.session.work.step);
                table::session::keep(to, Some(roadmap), &entry)?;
            }
            Ok(())
        })
    }

    /// Removes the sample and all its history; the person's own roadmap is active again, if there is one.
    ///
    /// # Errors
    /// [`Error::Store`].
    pub fn remove_sample(&mut self) -> Result<(), Error> {
        self.change("remove the sample", table::roadmap::remove_samples)
    }

    /// What a diligent person would have done until now: most of what the blocks ask for, on most days.
    fn history(&self, draft: &Draft, setup: &Setup, now: DateTime<Utc>) -> Result<History, Error> {
        let plan = Plan::new(setup.start, setup.pace, setup.week_start);
        let stages = plan::date_stages(&draft.roadmap, &plan)?;
        let templates = templates_of(&draft.roadmap);
        let Some(template) = templates.get(setup.template as usize) else { return Ok(History::default()) };
        let schedule = Schedule::of(template.clone());
        let today = self.local_day(now);
        let mut history = History::default();
        for week in 0..=WEEKS_BEHIND {
            let layout =
                plan::lay_out(&draft.roadmap, &plan, &stages, &schedule, setup.start + Days::new(7 * week));
            for block in &layout.blocks {
                if block.category.is_work() {
                    self.work_off(draft, block, now, &mut history);
                }
            }
        }
        history.pass_gates(&draft.roadmap, &stages, today, now);
        history.finish_day_zero(&draft.roadmap, self.ports.clock.resolve(setup.start, 8 * 60));
        for stage in &stages {
            let Some(item) = draft.roadmap.find(stage.stage) else { continue };
            let current = stage_on(&stages, today).is_some_and(|current| current.stage == stage.stage);
            if current {
                history.finish_part(&draft.roadmap, stage.stage, now);
            } else if let Some(end) = stage.to.filter(|end| *end < today) {
                let evening = self.ports.clock.resolve(end, 18 * 60);
                let ticked = item.walk().filter(|item| item.can_be_done());
                history.done.extend(ticked.map(|item| (item.id, evening)));
            }
        }
        Ok(history)
    }

    /// Fills a block with the rounds of the timer that are over by now, and leaves some out as people do.
    fn work_off(&self, draft: &Draft, block: &Block, now: DateTime<Utc>, history: &mut History) {
        let lengths = Lengths::default();
        let round = lengths.focus_seconds + lengths.short_break_seconds;
        let rounds = block.minutes() * 60 / round;
        let missed = if block.work.is_empty() { rounds / 2 } else { missed(block.date, block.start) };
        let portion = block.work.first();
        let activity = portion.and_then(|portion| draft.roadmap.find(portion.activity));
        let steps = activity.map(steps_of).unwrap_or_default();
        let begin = self.ports.clock.resolve(block.date, block.start);
        for at in 0..rounds.saturating_sub(missed) {
            let start = begin + TimeDelta::seconds((at * round).into());
            let focused = start + TimeDelta::seconds(lengths.focus_seconds.into());
            let rested = focused + TimeDelta::seconds(lengths.short_break_seconds.into());
            if rested > now {
                break;
            }
            let work = Work {
                activity: portion.map(|portion| portion.activity),
                step: activity.and_then(|activity| step_of_round(&steps, history.rounds_of(activity.id))),
                block: None,
                category: portion.map_or(block.category, |portion| portion.category),
                title: activity.map_or_else(|| block.title.clone(), super::course::title),
            };
            history.add(IntervalKind::Focus, &work, start, focused, block.date);
            history.add(IntervalKind::ShortBreak, &work, focused, rested, block.date);
        }
    }
}

/// The step that an activity's nth round was for: a step takes four rounds, and the last one the rest.
fn step_of_round(steps: &[&Item], round: usize) -> Option<ItemId> {
    steps.get((round / 4).min(steps.len().saturating_sub(1))).map(|step| step.id)
}

/// How many rounds of a block were left out: a fixed pattern that looks like none.
fn missed(date: NaiveDate, start: u16) -> u32 {
    let days = date.signed_duration_since(NaiveDate::default()).num_days();
    match (days * 31 + i64::from(start) / 60 * 17).rem_euclid(9) {
        0 => 2,
        3 | 6 => 1,
        _ => 0,
    }
}

/// A made-up history: what was ticked when, and what was worked.
#[derive(Default)]
struct History {
    done: Vec<(ItemId, DateTime<Utc>)>,
    sessions: Vec<Entry>,
    rounds: HashMap<ItemId, usize>,
}

impl History {
    fn add(
        &mut self,
        kind: IntervalKind,
        work: &Work,
        from: DateTime<Utc>,
        to: DateTime<Utc>,
        day: NaiveDate,
    ) {
        if let Some(activity) = work.activity.filter(|_| !kind.is_break()) {
            *self.rounds.entry(activity).or_default() += 1;
        }
        let seconds = u32::try_from((to - from).num_seconds()).unwrap_or(0);
        let session = SessionRecord {
            // Below zero, where no real session's key is.
            key: SessionKey(-from.timestamp_millis()),
            kind,
            work: work.clone(),
            started_at: from,
            ended_at: to,
            planned_seconds: seconds,
            spent_seconds: seconds,
            paused_seconds: 0,
            away_seconds: 0,
            outcome: Outcome::Finished,
            mode: Mode::Pomodoro,
            note: None,
            interruptions: 0,
            reason: None,
        };
        self.sessions.push(Entry { session, day, days: Vec::new(), outside: false });
    }

    /// How many rounds an activity has had.
    fn rounds_of(&self, activity: ItemId) -> usize {
        self.rounds.get(&activity).copied().unwrap_or_default()
    }

    /// What the document says to do first, and the accounts to have.
    fn finish_day_zero(&mut self, roadmap: &Roadmap, at: DateTime<Utc>) {
        let first = |item: &&Item| {
            matches!(item.kind, Kind::Section { about: About::NextSteps | About::Accounts | About::Setup })
        };
        let sections = roadmap.walk().filter(first).flat_map(Item::walk);
        self.done.extend(sections.filter(|item| item.can_be_done()).map(|item| (item.id, at)));
    }

    /// The gates of the phases that are over.
    fn pass_gates(&mut self, roadmap: &Roadmap, stages: &[DatedStage], today: NaiveDate, now: DateTime<Utc>) {
        for gate in gates(roadmap, &Counts::default()) {
            let mut own =
                stages.iter().filter(|stage| gate.phase.is_some() && stage.phase == gate.phase).peekable();
            let over = own.peek().is_some() && own.all(|stage| stage.to.is_some_and(|to| to < today));
            if over {
                self.done.extend(gate.metrics.iter().map(|metric| (metric.metric, now)));
            }
        }
    }

    /// The first third of the running stage's steps.
    fn finish_part(&mut self, roadmap: &Roadmap, stage: ItemId, now: DateTime<Utc>) {
        let Some(stage) = roadmap.find(stage) else { return };
        let activities = stage.walk().filter(|item| matches!(item.kind, Kind::Activity { .. }));
        for activity in activities {
            let steps = steps_of(activity);
            let done = steps.len().div_ceil(3);
            self.done.extend(steps.into_iter().take(done).map(|step| (step.id, now)));
        }
    }
}
