//! Work keeps clear of the times at which the person is busy with something else.

use super::super::fixture::{date, reference};
use super::super::{Pace, SoFar, WeekLayout, lay_out, lay_out_from, template_for};
use super::{dated, plan};
use crate::schedule::{BusyTime, Schedule, templates_of};
use chrono::NaiveDate;
use proptest::prelude::*;
use std::collections::BTreeMap;

type Times = BTreeMap<NaiveDate, Vec<BusyTime>>;

fn times(day: &str, start: u16, end: u16) -> Times {
    let time = BusyTime { start, end, title: "Dentist".to_owned(), all_day: false };
    BTreeMap::from([(date(day), vec![time])])
}

/// A week of the reference, full time, from its first day on.
fn laid(week: &str, busy: Times, so_far: Option<SoFar<'_>>) -> WeekLayout {
    let (roadmap, plan) = (reference(), plan(Pace::AsWritten));
    let template = template_for(&templates_of(&roadmap), plan.pace).expect("a template").clone();
    let (schedule, stages) = (Schedule::of(template).with_busy(busy), dated(&roadmap, &plan));
    match so_far {
        Some(so_far) => lay_out_from(&roadmap, &plan, &stages, &schedule, date(week), &so_far),
        None => lay_out(&roadmap, &plan, &stages, &schedule, date(week)),
    }
}

fn unplaced(week: &WeekLayout) -> u32 {
    week.unplaced.iter().map(|left| left.minutes).sum()
}

fn laid_into(week: &WeekLayout, day: &str, start: u16) -> u32 {
    let block = week.blocks.iter().find(|block| (block.date, block.start) == (date(day), start));
    block.expect("a block").work.iter().map(|portion| portion.minutes).sum()
}

#[test]
fn a_block_keeps_its_place_and_takes_work_for_what_is_left_of_it() {
    let (free, busy) =
        (laid("2026-11-30", Times::new(), None), laid("2026-11-30", times("2026-11-30", 600, 660), None));
    assert_eq!((laid_into(&free, "2026-11-30", 540), laid_into(&busy, "2026-11-30", 540)), (180, 120));
    let places = |week: &WeekLayout| {
        week.blocks.iter().map(|block| (block.key, block.start, block.end)).collect::<Vec<_>>()
    };
    assert_eq!(places(&busy), places(&free));
}

#[test]
fn what_has_no_place_any_more_is_the_number_that_it_always_was() {
    let week = laid("2026-11-30", times("2026-11-30", 0, 1439), None);
    assert!(week.blocks.iter().filter(|block| block.date == date("2026-11-30")).all(|b| b.work.is_empty()));
    let placed: u32 = week.blocks.iter().flat_map(|block| &block.work).map(|portion| portion.minutes).sum();
    let asked: u32 = week.demands.iter().map(|demand| demand.minutes).sum();
    assert!(unplaced(&week) > 0);
    assert_eq!(placed + unplaced(&week), asked);
}

#[test]
fn the_block_that_is_on_takes_what_is_neither_over_nor_busy() {
    let so_far = SoFar { date: date("2026-11-30"), minute: 630, worked: &[] };
    let week = laid("2026-11-30", times("2026-11-30", 600, 660), Some(so_far));
    assert_eq!(laid_into(&week, "2026-11-30", 540), 60, "from 11:00 to 12:00");
}

proptest! {
    #[test]
    fn whatever_is_busy_no_minute_is_lost_and_no_block_takes_more_than_it_has(
        busy in prop::collection::vec((0_u64..7, 0_u16..1440, 1_u16..600, any::<bool>()), 0..12),
        minute in prop::option::of(0_u16..1680),
    ) {
        let mut times = Times::new();
        for (day, start, length, all_day) in busy {
            let time = BusyTime { start, end: (start + length).min(1440), title: String::new(), all_day };
            times.entry(date("2026-11-30") + chrono::Days::new(day)).or_default().push(time);
        }
        let so_far = minute.map(|minute| SoFar { date: date("2026-12-02"), minute, worked: &[] });
        let week = laid("2026-11-30", times, so_far);
        for block in &week.blocks {
            prop_assert!(block.work.iter().map(|portion| portion.minutes).sum::<u32>() <= block.room());
        }
        // What was laid into blocks that are over and is not worked is asked again.
        let ahead = week.blocks.iter().filter(|block| !so_far.is_some_and(|so_far| so_far.is_over(block)));
        let placed: u32 = ahead.flat_map(|block| &block.work).map(|portion| portion.minutes).sum();
        let asked: u32 = week.demands.iter().map(|demand| demand.minutes).sum();
        prop_assert_eq!(placed + unplaced(&week), asked);
    }
}
