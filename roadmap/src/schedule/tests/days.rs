//! Templates that change, days off, and what is different on one date.

use super::super::{
    BlockKey, DaysOff, Exception, Origin, Relief, Schedule, Season, SingleBlock, SingleBlockId,
};
use crate::plan::fixture::{date, resting};
use crate::schedule::{Block, Template};
use crate::{Category, ItemId};
use chrono::{NaiveDate, Weekday};
use proptest::prelude::*;

const WEEKEND: [Weekday; 2] = [Weekday::Sat, Weekday::Sun];

fn template(rest: &[Weekday]) -> Template {
    resting(rest).seasons()[0].template.clone()
}

fn off(from: &str, to: &str, relief: Relief) -> DaysOff {
    DaysOff { id: None, from: date(from), to: date(to), relief, title: String::new() }
}

fn with_off(days_off: Vec<DaysOff>) -> Schedule {
    let season = Season { from: NaiveDate::MIN, template: template(&WEEKEND) };
    Schedule::new(vec![season], days_off)
}

/// A block of three hours in the morning and one in the afternoon.
fn usual(date: NaiveDate) -> Vec<Block> {
    let block = |place, start, end, category| super::block(date, place, start, end, category);
    vec![
        block(0, 540, 720, Category::Study),
        block(1, 720, 780, Category::Rest),
        block(2, 780, 840, Category::HandsOn),
    ]
}

fn times(schedule: &Schedule, days: &[&str]) -> Vec<(u16, u16)> {
    let days: Vec<NaiveDate> = days.iter().map(|day| date(day)).collect();
    schedule.adapted(&days, usual).iter().map(|block| (block.start, block.end)).collect()
}

#[test]
fn a_template_holds_from_its_day_on_and_the_first_before_it_too() {
    let (five, six) = (template(&WEEKEND), template(&[Weekday::Sun]));
    let seasons = vec![
        Season { from: date("2026-12-07"), template: six },
        Season { from: date("2026-11-30"), template: five },
    ];
    let schedule = Schedule::new(seasons, Vec::new());
    let works = |day| schedule.works_on(date(day));
    assert!(!works("2026-11-28") && works("2026-11-27"), "before the first");
    assert!(!works("2026-12-05") && works("2026-12-12"));
    assert_eq!(schedule.weight(date("2026-11-30"), date("2026-12-13")), 2 * (5 + 6));
}

#[test]
fn a_day_off_has_no_blocks_and_a_light_day_the_first_half_of_its_work() {
    let schedule = with_off(vec![
        off("2026-12-01", "2026-12-01", Relief::Off),
        off("2026-12-02", "2026-12-02", Relief::Light),
    ]);
    assert!(times(&schedule, &["2026-12-01"]).is_empty());
    assert_eq!(times(&schedule, &["2026-12-02"]), [(540, 660), (720, 780)]);
    assert_eq!(times(&schedule, &["2026-12-03"]).len(), 3);
}

#[test]
fn where_days_off_meet_the_one_that_leaves_least_counts() {
    let schedule = with_off(vec![
        off("2026-12-01", "2026-12-11", Relief::Light),
        off("2026-12-03", "2026-12-04", Relief::Off),
        off("2026-12-04", "2026-12-08", Relief::Off),
    ]);
    let relief = |day| schedule.relief_on(date(day));
    assert_eq!(relief("2026-11-30"), None);
    assert_eq!(relief("2026-12-02"), Some(Relief::Light));
    assert_eq!(relief("2026-12-06"), Some(Relief::Off));
    assert_eq!(relief("2026-12-09"), Some(Relief::Light));
    assert_eq!(relief("2026-12-12"), None);
}

#[test]
fn a_block_is_left_out_moved_to_another_day_or_there_only_once() {
    let key = |day, place| BlockKey { date: date(day), origin: Origin::Place(place) };
    let mut schedule = with_off(Vec::new());
    schedule.exceptions.insert(key("2026-12-01", 0), Exception::Skipped);
    let later = Exception::Moved { date: date("2026-12-09"), start: 600, end: 660 };
    schedule.exceptions.insert(key("2026-12-01", 2), later);
    schedule.given.insert(key("2026-12-01", 2), ItemId(7));
    let id = SingleBlockId(4);
    schedule.singles.push(SingleBlock {
        id,
        date: date("2026-12-01"),
        start: 1200,
        end: 1260,
        category: Category::Networking,
        title: "Meetup".into(),
        accepts: Vec::new(),
        standing: true,
    });
    assert_eq!(times(&schedule, &["2026-12-01"]), [(720, 780), (1200, 1260)]);
    let elsewhere = schedule.adapted(&[date("2026-12-09")], usual);
    let moved = elsewhere.iter().find(|block| block.key == key("2026-12-01", 2)).expect("moved there");
    assert_eq!((moved.start, moved.pinned, moved.given), (600, true, Some(ItemId(7))));
    assert_eq!(elsewhere.len(), 4);
    let name = BlockKey { date: date("2026-12-01"), origin: Origin::Single(id) };
    assert_eq!(name.to_string().parse(), Ok(name));
}

#[test]
fn a_vacation_until_the_end_of_time_is_weighed_at_once() {
    let schedule = with_off(vec![off("1970-01-01", "9999-12-31", Relief::Off)]);
    assert_eq!(schedule.weight(date("1970-01-01"), date("9999-12-31")), 0);
    let backwards = with_off(vec![off("2026-12-31", "2026-12-01", Relief::Off)]);
    assert_eq!(backwards.weight(date("2026-12-07"), date("2026-12-13")), 10, "is no day at all");
}

proptest! {
    #[test]
    fn the_weight_of_days_is_the_sum_of_each(
        offs in prop::collection::vec((0_u64..60, 0_u64..20, any::<bool>()), 0..6),
        second in 0_u64..80,
        first in 0_u64..60,
        length in 0_u64..40,
    ) {
        let day = |days| date("2026-11-30") + chrono::Days::new(days);
        let relief = |light| if light { Relief::Light } else { Relief::Off };
        let days_off = offs
            .into_iter()
            .map(|(from, days, light)| DaysOff {
                id: None,
                from: day(from),
                to: day(from + days),
                relief: relief(light),
                title: String::new(),
            })
            .collect();
        let seasons = vec![
            Season { from: day(0), template: template(&WEEKEND) },
            Season { from: day(second), template: template(&[Weekday::Mon]) },
        ];
        let schedule = Schedule::new(seasons, days_off);
        let of_day = |day: NaiveDate| match schedule.relief_on(day) {
            _ if !schedule.works_on(day) => 0,
            Some(Relief::Light) => 1,
            _ => 2,
        };
        let each: u64 = (first..=first + length).map(|days| of_day(day(days))).sum();
        prop_assert_eq!(schedule.weight(day(first), day(first + length)), each);
    }
}

#[test]
fn a_block_that_was_moved_to_another_day_stays_when_its_own_day_is_taken_off_or_made_light() {
    for relief in [Relief::Off, Relief::Light] {
        let mut schedule = with_off(vec![off("2026-12-01", "2026-12-01", relief)]);
        let usual = times(&schedule, &["2026-12-09"]).len();
        let key = BlockKey { date: date("2026-12-01"), origin: Origin::Place(2) };
        let later = Exception::Moved { date: date("2026-12-09"), start: 900, end: 960 };
        schedule.exceptions.insert(key, later);
        assert_eq!(times(&schedule, &["2026-12-09"]).len(), usual + 1, "{relief:?}");
    }
}
