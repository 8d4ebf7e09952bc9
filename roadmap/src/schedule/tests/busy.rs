//! Times at which the person is busy with something else, and what they leave of blocks and days.

use super::super::{Block, BusyTime, DaysOff, Exception, Relief, Schedule, Season};
use crate::Category;
use crate::plan::fixture::{date, resting};
use chrono::{NaiveDate, Weekday};
use std::collections::BTreeMap;

const MONDAY: &str = "2026-11-30";
const TUESDAY: &str = "2026-12-01";

fn time(start: u16, end: u16) -> BusyTime {
    BusyTime { start, end, title: "Dentist".to_owned(), all_day: false }
}

fn whole() -> BusyTime {
    BusyTime { all_day: true, ..time(0, 1440) }
}

/// Days of eight hours from 9:00 on, but for Saturday and Sunday, with these busy times.
fn with(times: &[(&str, BusyTime)]) -> Schedule {
    let mut by_day: BTreeMap<NaiveDate, Vec<BusyTime>> = BTreeMap::new();
    for (day, time) in times {
        by_day.entry(date(day)).or_default().push(time.clone());
    }
    resting(&[Weekday::Sat, Weekday::Sun]).with_busy(by_day)
}

/// What is left of a block of Monday.
fn room(schedule: &Schedule, start: u16, end: u16) -> u32 {
    schedule.adapted(&[date(MONDAY)], |date| vec![block(date, start, end)])[0].room()
}

fn block(date: NaiveDate, start: u16, end: u16) -> Block {
    super::block(date, 0, start, end, Category::Study)
}

#[test]
fn a_block_has_the_minutes_that_are_not_busy() {
    assert_eq!(room(&with(&[(MONDAY, time(600, 660))]), 540, 720), 120);
    assert_eq!(room(&with(&[(MONDAY, time(500, 800))]), 540, 720), 0);
    assert_eq!(room(&with(&[(TUESDAY, time(600, 660))]), 540, 720), 180);
}

#[test]
fn under_other_templates_the_days_are_as_busy_and_as_free_as_before() {
    let schedule = with(&[(MONDAY, whole())]);
    let working = |days: &[Weekday]| resting(days).seasons().to_vec();
    let other = schedule.clone().with_seasons(working(&[Weekday::Tue]));
    let works = |schedule: &Schedule, day: &str| schedule.works_on(date(day));
    assert_eq!((works(&schedule, MONDAY), works(&schedule, TUESDAY)), (false, true));
    assert_eq!((works(&other, MONDAY), works(&other, TUESDAY)), (false, false));
    assert!(works(&other, "2026-12-05") && !works(&schedule, "2026-12-05"), "Saturday");
}

#[test]
fn a_block_is_on_in_the_minutes_that_are_not_busy_and_begins_with_the_first() {
    let within = |from, to| Block { busy: vec![(from, to)], ..block(date(MONDAY), 540, 720) };
    assert_eq!(within(600, 660).free_from(), Some(540));
    assert_eq!(within(500, 570).free_from(), Some(570));
    assert_eq!(within(500, 720).free_from(), None);
    assert_eq!(Block { category: Category::Rest, ..within(600, 660) }.free_from(), None);
    let on = |minute| within(600, 660).is_on(minute);
    let at = [539, 540, 599, 600, 659, 660, 719, 720];
    assert_eq!(at.map(on), [false, true, true, false, false, true, true, false]);
}

#[test]
fn on_a_crowded_night_each_time_goes_on_with_what_is_its_own() {
    let titled = |start, end, title: usize| BusyTime { title: title.to_string(), ..time(start, end) };
    let evening: Vec<BusyTime> = (0..20_000).map(|title| titled(1380, 1440, title)).collect();
    let night: Vec<BusyTime> = (0..20_000).rev().map(|title| titled(0, 60, title)).collect();
    let crowded = BTreeMap::from([(date(MONDAY), evening), (date(TUESDAY), night)]);
    let found = resting(&[]).with_busy(crowded).busy_on(date(MONDAY));
    assert_eq!(found.len(), 20_000);
    assert!(found.iter().all(|time| (time.start, time.end) == (1380, 1500)));
}

#[test]
fn ends_that_touch_are_no_overlap() {
    assert_eq!(room(&with(&[(MONDAY, time(480, 540)), (MONDAY, time(720, 780))]), 540, 720), 180);
}

#[test]
fn times_that_overlap_count_once() {
    let schedule = with(&[(MONDAY, time(600, 660)), (MONDAY, time(630, 690)), (MONDAY, time(640, 650))]);
    assert_eq!(room(&schedule, 540, 720), 90);
    let same = with(&[(MONDAY, time(600, 660)), (MONDAY, time(600, 660))]);
    assert_eq!(room(&same, 540, 720), 120);
}

#[test]
fn a_block_of_the_night_gives_way_to_what_is_busy_after_midnight() {
    let schedule = with(&[(MONDAY, time(1410, 1440)), (TUESDAY, time(0, 30))]);
    assert_eq!(room(&schedule, 1320, 1560), 240 - 60);
    assert_eq!(schedule.busy_on(date(MONDAY)), [time(1410, 1470)], "one time, over midnight");
    assert_eq!(room(&with(&[(TUESDAY, time(120, 300))]), 1320, 1680), 360 - 120, "until the day ends");
}

#[test]
fn a_whole_day_takes_its_blocks_to_their_end_and_none_of_the_evening_before() {
    assert_eq!(room(&with(&[(MONDAY, whole())]), 1320, 1560), 0);
    assert_eq!(room(&with(&[(TUESDAY, whole())]), 1320, 1560), 240);
    assert_eq!(with(&[(TUESDAY, whole())]).busy_on(date(MONDAY)), []);
}

#[test]
fn a_whole_day_takes_a_block_that_goes_on_after_any_days_end() {
    assert_eq!(room(&with(&[(MONDAY, whole())]), 1320, 1440 + 360), 0);
}

#[test]
fn a_block_that_is_moved_away_has_all_of_its_time() {
    let mut schedule = with(&[(MONDAY, time(540, 720))]);
    let key = block(date(MONDAY), 0, 0).key;
    assert_eq!(room(&schedule, 540, 720), 0);
    schedule.exceptions.insert(key, Exception::Moved { date: date(MONDAY), start: 780, end: 960 });
    assert_eq!(room(&schedule, 540, 720), 180);
}

#[test]
fn a_day_that_is_busy_weighs_as_little_as_one_off_and_keeps_its_blocks() {
    let week = |schedule: &Schedule| schedule.weight(date(MONDAY), date("2026-12-06"));
    assert_eq!(week(&with(&[])), 10);
    assert_eq!(week(&with(&[(MONDAY, time(540, 779))])), 10, "less than half of it");
    assert_eq!(week(&with(&[(MONDAY, time(540, 780))])), 9, "half of it");
    assert_eq!(week(&with(&[(MONDAY, time(0, 1439))])), 8);
    assert_eq!(week(&with(&[("2026-12-05", whole())])), 10, "a day of rest");
    let busy = with(&[(MONDAY, whole())]);
    assert!(!busy.works_on(date(MONDAY)) && busy.relief_on(date(MONDAY)).is_none());
    assert_eq!(busy.adapted(&[date(MONDAY)], |date| vec![block(date, 540, 720)]).len(), 1);
}

#[test]
fn a_day_off_that_is_busy_too_is_off_once() {
    let off = DaysOff {
        id: None,
        from: date(MONDAY),
        to: date(TUESDAY),
        relief: Relief::Light,
        title: String::new(),
    };
    let template = resting(&[Weekday::Sat, Weekday::Sun]).seasons()[0].template.clone();
    let busy = BTreeMap::from([(date(MONDAY), vec![whole()])]);
    let schedule = Schedule::new(vec![Season { from: NaiveDate::MIN, template }], vec![off]).with_busy(busy);
    assert_eq!(schedule.weight(date(MONDAY), date("2026-12-06")), 10 - 2 - 1);
}
