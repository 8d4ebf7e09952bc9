//! What is not worked rolls on inside its week.

use super::super::fixture::{activity, date, hours, phase, range, reference, roadmap, stage};
use super::super::{Pace, Plan, SoFar, WeekLayout, lay_out, lay_out_from, template_for};
use super::{dated, plan};
use crate::progress::Worked;
use crate::schedule::{Block, Origin, Schedule, SingleBlock, SingleBlockId, templates_of};
use crate::{Category, ItemId, Roadmap};
use proptest::prelude::*;

fn full_time() -> (Roadmap, Plan, Schedule) {
    let (roadmap, plan) = (reference(), plan(Pace::AsWritten));
    let template = template_for(&templates_of(&roadmap), plan.pace).expect("a template").clone();
    (roadmap, plan, Schedule::of(template))
}

fn at(day: &str, minute: u16, worked: &[Worked]) -> WeekLayout {
    let (roadmap, plan, schedule) = full_time();
    let so_far = SoFar { date: date(day), minute, worked };
    lay_out_from(&roadmap, &plan, &dated(&roadmap, &plan), &schedule, plan.start, &so_far)
}

fn usual() -> WeekLayout {
    let (roadmap, plan, schedule) = full_time();
    lay_out(&roadmap, &plan, &dated(&roadmap, &plan), &schedule, plan.start)
}

fn session(activity: ItemId, category: Category, minutes: u32) -> Worked {
    Worked {
        day: date("2026-11-30"),
        activity: Some(activity),
        category: Some(category),
        focused_seconds: minutes * 50,
        worked_seconds: minutes * 60,
        whole: true,
    }
}

/// Minutes of an activity in blocks from a day on.
fn ahead(week: &WeekLayout, activity: ItemId, from: &str) -> u32 {
    let blocks = week.blocks.iter().filter(|block| block.date >= date(from));
    let work = blocks.flat_map(|block| &block.work).filter(|portion| portion.activity == activity);
    work.map(|portion| portion.minutes).sum()
}

#[test]
fn before_its_first_block_has_ended_a_week_is_as_always() {
    assert_eq!(at("2026-11-30", 0, &[]), usual());
    assert_eq!(at("2026-12-07", 700, &[]), usual(), "and so is another one");
}

#[test]
fn what_was_missed_on_monday_is_laid_into_the_days_after_it() {
    let (hands_on, usual) = (usual().demands[1], usual());
    assert_eq!(hands_on.category, Category::HandsOn);
    let missed = at("2026-12-01", 0, &[]);
    let placed = ahead(&missed, hands_on.activity, "2026-12-01");
    assert!(placed > ahead(&usual, hands_on.activity, "2026-12-01"));
    let left: u32 = missed
        .unplaced
        .iter()
        .filter(|left| left.activity == hands_on.activity)
        .map(|left| left.minutes)
        .sum();
    assert_eq!(placed + left, hands_on.minutes);
    let monday = |week: &WeekLayout| {
        week.blocks.iter().filter(|block| block.date == date("2026-11-30")).cloned().collect::<Vec<_>>()
    };
    assert_eq!(monday(&missed), monday(&usual), "what is over keeps what it was for");
}

#[test]
fn what_was_worked_is_not_laid_into_blocks_again() {
    let study = usual().demands[0];
    let done = at("2026-12-01", 0, &[session(study.activity, study.category, study.minutes)]);
    assert_eq!(ahead(&done, study.activity, "2026-12-01"), 0);
}

#[test]
fn what_was_worked_ahead_in_the_week_before_is_asked_for_and_laid_out_no_more() {
    let weeks = vec![stage(range(1, 2), vec![hours(Category::Study, 20), hours(Category::HandsOn, 60)])];
    let mut parts = vec![phase(None, weeks)];
    parts.push(super::super::fixture::full_time());
    let (roadmap, plan) = (roadmap(parts), plan(Pace::AsWritten));
    let template = template_for(&templates_of(&roadmap), plan.pace).expect("a template").clone();
    let (schedule, stages) = (Schedule::of(template), dated(&roadmap, &plan));
    let second = date("2026-12-07");
    let usual = lay_out(&roadmap, &plan, &stages, &schedule, second);
    let study = usual.demands[0];
    assert_eq!((study.category, study.minutes), (Category::Study, 10 * 60));
    for (hours, asked) in [(10, 10), (16, 4), (20, 0)] {
        let worked = [session(study.activity, study.category, hours * 60)];
        let so_far = SoFar { date: second, minute: 0, worked: &worked };
        let layout = lay_out_from(&roadmap, &plan, &stages, &schedule, second, &so_far);
        let of_study = |demand: &&crate::plan::Demand| demand.activity == study.activity;
        let asks: u32 = layout.demands.iter().filter(of_study).map(|demand| demand.minutes).sum();
        assert_eq!(asks, asked * 60, "{hours} h in the first week");
        assert_eq!(ahead(&layout, study.activity, "2026-12-07"), asked * 60, "{hours} h in the first week");
    }
}

#[test]
fn work_on_an_activity_without_hours_of_its_own_pays_for_its_category_as_in_the_verdict() {
    let loose = activity(Category::Study, None);
    let week = stage(range(1, 1), vec![hours(Category::Study, 10), loose]);
    let roadmap = roadmap(vec![phase(None, vec![week])]);
    let stated = roadmap.items[0].children[0].children[0].id;
    let loose = roadmap.items[0].children[0].children[1].id;
    let (plan, schedule) = (plan(Pace::AsWritten), full_time().2);
    let worked = [session(loose, Category::Study, 240)];
    let so_far = SoFar { date: date("2026-12-01"), minute: 0, worked: &worked };
    let week = lay_out_from(&roadmap, &plan, &dated(&roadmap, &plan), &schedule, plan.start, &so_far);
    let left: u32 = week.unplaced.iter().map(|left| left.minutes).sum();
    assert_eq!(ahead(&week, stated, "2026-12-01") + left, 6 * 60);
}

#[test]
fn what_was_worked_before_the_first_block_has_ended_is_not_laid_into_blocks_again() {
    let study = usual().demands[0];
    let done = at("2026-11-30", 7 * 60, &[session(study.activity, study.category, study.minutes)]);
    assert_eq!(ahead(&done, study.activity, "2026-11-30"), 0);
}

#[test]
fn the_block_that_is_on_takes_what_is_left_of_it() {
    let week = at("2026-11-30", 10 * 60 + 30, &[]);
    let now = week
        .blocks
        .iter()
        .find(|block| block.date == date("2026-11-30") && block.start == 540)
        .expect("deep work");
    assert_eq!(now.end, 720, "it keeps its times");
    assert_eq!(now.work.iter().map(|portion| portion.minutes).sum::<u32>(), 90);
}

#[test]
fn a_block_that_goes_on_when_the_next_day_has_begun_is_on_until_its_end() {
    let (roadmap, plan, mut schedule) = full_time();
    let id = SingleBlockId(1);
    schedule.singles.push(SingleBlock {
        id,
        date: date("2026-11-30"),
        start: 22 * 60,
        end: 26 * 60,
        category: Category::HandsOn,
        title: "Late".to_owned(),
        accepts: Vec::new(),
        standing: false,
    });
    let late = |minute| {
        let so_far = SoFar { date: date("2026-12-01"), minute, worked: &[] };
        let stages = dated(&roadmap, &plan);
        let layout = lay_out_from(&roadmap, &plan, &stages, &schedule, plan.start, &so_far);
        let is_late = |block: &&Block| block.key.origin == Origin::Single(id);
        let late = layout.blocks.iter().find(is_late).expect("the block").clone();
        let held: u32 = late.work.iter().map(|portion| portion.minutes).sum();
        (so_far.is_over(&late), (late.start, late.end), held)
    };
    assert_eq!(late(75), (false, (1320, 1560), 45), "it holds what is left of it");
    assert!(late(120).0, "over at 2:00");
}

proptest! {
    #[test]
    fn nothing_is_lost_or_doubled_as_the_week_goes_on(
        day in 0_u64..7,
        minute in 0_u16..1440,
        worked in prop::collection::vec((0_usize..2, 0_u32..900), 0..4),
    ) {
        let demands = usual().demands;
        let worked: Vec<Worked> = worked
            .into_iter()
            .map(|(at, minutes)| {
                let demand = demands[at % demands.len()];
                session(demand.activity, demand.category, minutes)
            })
            .collect();
        let today = (date("2026-11-30") + chrono::Days::new(day)).to_string();
        let week = at(&today, minute, &worked);
        let so_far = SoFar { date: date(&today), minute, worked: &worked };
        if so_far.has_begun(&week) {
            for demand in &demands {
                let done: u32 = worked.iter().filter(|one| one.activity == Some(demand.activity)).map(|one| one.worked_seconds / 60).sum();
                let blocks = week.blocks.iter().filter(|block| !so_far.is_over(block));
                let placed: u32 = blocks.flat_map(|block| &block.work).filter(|p| p.activity == demand.activity).map(|p| p.minutes).sum();
                let left: u32 = week.unplaced.iter().filter(|left| left.activity == demand.activity).map(|left| left.minutes).sum();
                prop_assert_eq!(placed + left, demand.minutes.saturating_sub(done));
            }
        }
        for block in &week.blocks {
            prop_assert!(block.work.iter().map(|portion| portion.minutes).sum::<u32>() <= block.minutes());
        }
    }
}
