//! Blocks of work that lie over one another.

use super::super::{Block, BusyTime, Schedule, Template, TemplateBlock};
use super::block;
use crate::Category;
use crate::plan::fixture::date;
use chrono::{NaiveDate, Weekday};
use proptest::prelude::*;
use std::collections::{BTreeMap, BTreeSet};

const MONDAY: &str = "2026-11-30";
const TUESDAY: &str = "2026-12-01";

type Time = (&'static str, u16, u16, Category);

/// Monday and Tuesday with these blocks.
fn days(schedule: &Schedule, times: &[Time]) -> Vec<Block> {
    let usual = |day: NaiveDate| {
        let on_day = times.iter().zip(0..).filter(|((of, ..), _)| date(of) == day);
        on_day.map(|((_, start, end, category), place)| block(day, place, *start, *end, *category)).collect()
    };
    schedule.adapted(&[date(MONDAY), date(TUESDAY)], usual)
}

fn rooms(times: &[Time]) -> Vec<u32> {
    days(&Schedule::default(), times).iter().map(Block::room).collect()
}

#[test]
fn of_blocks_that_lie_over_one_another_the_one_that_begins_first_has_the_hours() {
    let study = |start, end| (MONDAY, start, end, Category::Study);
    assert_eq!(rooms(&[study(540, 720), study(660, 780), study(540, 1080)]), [180, 360, 0]);
    assert_eq!(rooms(&[study(540, 720), study(720, 780)]), [180, 60], "they only touch");
}

#[test]
fn a_block_whose_hours_another_has_begins_at_its_time_all_the_same() {
    let blocks = days(&Schedule::default(), &[(MONDAY, 540, 720, Category::Study); 2]);
    assert_eq!((blocks[1].room(), blocks[1].free_from()), (0, Some(540)));
}

#[test]
fn a_meal_takes_no_hours_from_work() {
    let times = [(MONDAY, 540, 1020, Category::Study), (MONDAY, 720, 780, Category::Rest)];
    assert_eq!(rooms(&times), [480, 60]);
}

#[test]
fn work_that_goes_on_after_midnight_has_the_hours_of_the_next_morning() {
    let times = [(MONDAY, 1320, 1560, Category::Study), (TUESDAY, 60, 180, Category::Study)];
    assert_eq!(rooms(&times), [240, 60]);
}

#[test]
fn an_hour_at_the_edge_of_the_days_that_are_laid_out_is_one_blocks_too() {
    let edge = |sunday: (u16, u16), monday: (u16, u16)| {
        let times = [("2026-11-29", sunday), (MONDAY, monday)];
        let usual = |day: NaiveDate| {
            let on_day = times.iter().zip(0..).filter(|((of, _), _)| date(of) == day);
            on_day
                .map(|((_, (start, end)), place)| block(day, place, *start, *end, Category::Study))
                .collect()
        };
        let laid = |days: &[&str]| {
            let days: Vec<NaiveDate> = days.iter().map(|day| date(day)).collect();
            Schedule::default().adapted(&days, usual).iter().map(Block::room).collect::<Vec<u32>>()
        };
        let week_before = laid(&["2026-11-28", "2026-11-29"]);
        (week_before, laid(&[MONDAY, TUESDAY]))
    };
    assert_eq!(edge((1320, 1560), (60, 180)), (vec![240], vec![60]), "Sunday's begins first");
    assert_eq!(edge((1530, 1620), (60, 120)), (vec![60], vec![60]), "Monday's begins first");
    assert_eq!(edge((1320, 1500), (60, 120)), (vec![180], vec![60]), "they only touch");
}

#[test]
fn busy_times_are_no_ones_hours() {
    let busy = BusyTime { start: 600, end: 690, title: String::new(), all_day: false };
    let schedule = Schedule::default().with_busy(BTreeMap::from([(date(MONDAY), vec![busy])]));
    let blocks =
        days(&schedule, &[(MONDAY, 540, 660, Category::Study), (MONDAY, 600, 780, Category::HandsOn)]);
    assert_eq!(blocks.iter().map(Block::room).collect::<Vec<_>>(), [60, 90]);
}

#[test]
fn a_template_has_each_hour_once() {
    let on = |weekday, start, end| TemplateBlock {
        id: None,
        weekday,
        start,
        end,
        category: Category::Study,
        title: String::new(),
        accepts: Vec::new(),
        standing: false,
        pinned: false,
    };
    let blocks = vec![
        on(Weekday::Mon, 540, 720),
        on(Weekday::Mon, 600, 660),
        on(Weekday::Mon, 700, 780),
        on(Weekday::Tue, 540, 720),
    ];
    let of = |blocks| Template { name: String::new(), tempo: None, stated_minutes: None, blocks };
    assert_eq!(of(blocks).work_minutes(), 240 + 180);
    let over_the_week_s_end = vec![on(Weekday::Sun, 1380, 1560), on(Weekday::Mon, 60, 180)];
    assert_eq!(of(over_the_week_s_end).work_minutes(), 180 + 60);
    let in_the_night = vec![on(Weekday::Sun, 1500, 1560), on(Weekday::Mon, 0, 90)];
    assert_eq!(of(in_the_night).work_minutes(), 60 + 60);
}

proptest! {
    #[test]
    fn every_minute_of_work_is_one_blocks(
        times in prop::collection::vec((0..2_usize, 0..1440_u16, 5..400_u16), 0..12),
    ) {
        let times: Vec<Time> = times
            .into_iter()
            .map(|(day, start, minutes)| ([MONDAY, TUESDAY][day], start, (start + minutes).min(1680), Category::Study))
            .collect();
        let blocks = days(&Schedule::default(), &times);
        let minute = |block: &Block, at: u16| {
            block.date.signed_duration_since(date(MONDAY)).num_minutes() + i64::from(at)
        };
        let all: BTreeSet<i64> =
            blocks.iter().flat_map(|block| (block.start..block.end).map(|at| minute(block, at))).collect();
        let on: Vec<i64> = blocks
            .iter()
            .flat_map(|block| (block.start..block.end).filter(|at| block.is_on(*at)).map(|at| minute(block, at)))
            .collect();
        prop_assert_eq!(on.len(), all.len());
        prop_assert_eq!(on.iter().copied().collect::<BTreeSet<i64>>(), all);
        let room: u32 = blocks.iter().map(Block::room).sum();
        prop_assert_eq!(room as usize, on.len());
    }
}
