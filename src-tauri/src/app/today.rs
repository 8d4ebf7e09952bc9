//! The day: what now?

use super::offer::{block_now, focus_by_step};
use super::replan::standpoint;
use super::week::{Board, stage_head};
use super::{App, Error};
use crate::view::{CheckLine, DayFigures, TodayView};
use ::roadmap::item::{About, Item, Kind};
use ::roadmap::plan::replan::without_room;
use ::roadmap::plan::stage_on;
use ::roadmap::progress::{self, Worked};
use roadmap_store::table::session::Entry;

impl App {
    /// The day as the Today screen shows it.
    ///
    /// # Errors
    /// [`Error::Stale`] without a plan, [`Error::Store`].
    pub fn today(&mut self) -> Result<TodayView, Error> {
        let now = self.now_view();
        let day = now.date;
        let course = self.active()?.clone();
        let week = course.week_of(day);
        let sessions = self.sessions()?;
        let of_week: Vec<Entry> = sessions.iter().filter(|entry| entry.day >= week).cloned().collect();
        let worked = self.worked(&sessions);
        let worked_this_week: Vec<Worked> =
            worked.iter().filter(|session| session.day >= week).copied().collect();
        let work = self.work_in_hand()?;
        let so_far = now.so_far(&worked);
        let layout = course.lay_out_from(week, &so_far);
        let board =
            Board { app: self, course: &course, sessions: &of_week, focus: focus_by_step(&sessions), so_far };
        let today = board.day(day, &board.blocks(&layout), &worked_this_week);
        let stage = stage_on(&course.stages, day);
        let checkpoint = stage.and_then(|stage| course.roadmap.find(stage.stage)).map(checkpoint_of);
        let summary = progress::summary_of(&worked, day);
        let current = block_now(&course, &layout, now, &worked);
        let verdict = progress::verdict(
            &course.roadmap,
            &course.terms.plan,
            &course.stages,
            &course.schedule,
            &worked,
            day,
        );
        Ok(TodayView {
            now,
            week: course.week_number(day),
            weeks: course.weeks(),
            start: course.terms.plan.start,
            stages: stage.map(|stage| stage_head(&course, stage, day)).into_iter().collect(),
            ended_week: self.ended_week(&course, &worked, &verdict, day)?,
            verdict,
            without_room_minutes: without_room(&standpoint(&course, &worked, day)),
            rest: today.rest,
            relief: today.relief,
            off: today.off,
            current: current.map(|block| block.key.to_string()),
            work,
            ledger: progress::ledger(&layout, &worked_this_week, Some(&so_far)),
            checkpoint: checkpoint.unwrap_or_default(),
            checkpoint_by: stage.and_then(|stage| stage.to),
            day_zero: day_zero(&course.roadmap.items),
            figures: DayFigures {
                focused_minutes: summary.focused_minutes,
                worked_minutes: summary.worked_minutes,
                scheduled_minutes: today.scheduled_minutes,
                pomodoros: summary.pomodoros,
                days_in_a_row: progress::days_in_a_row(&worked, &course.schedule, day),
            },
            busy: today.busy,
            blocks: today.blocks,
        })
    }
}

fn checkpoint_of(stage: &Item) -> Vec<CheckLine> {
    stage.walk().filter(|item| item.kind == Kind::CheckpointItem).map(check_line).collect()
}

/// What the document says to do first, while any of it is open.
fn day_zero(items: &[Item]) -> Vec<CheckLine> {
    let next_steps = |item: &&Item| matches!(item.kind, Kind::Section { about: About::NextSteps });
    let sections = items.iter().flat_map(Item::walk).filter(next_steps);
    let steps = sections.flat_map(Item::walk).filter(|item| matches!(item.kind, Kind::Step { .. }));
    let mut lines: Vec<CheckLine> = Vec::new();
    for line in steps.map(check_line) {
        // A section inside another is walked twice.
        if !lines.iter().any(|known| known.item == line.item) {
            lines.push(line);
        }
    }
    if lines.iter().all(|line| line.done) { Vec::new() } else { lines }
}

fn check_line(item: &Item) -> CheckLine {
    CheckLine { item: item.id, text: item.text.clone(), done: item.is_done() }
}
