//! A plan's blocks in every zone, over the nights in which clocks change.

use super::super::fixture::{date, hours, phase, range, roadmap, stage};
use super::super::{Pace, Plan, lay_out, week_of};
use super::{dated, plan};
use crate::Category;
use crate::schedule::{
    Block, DayBoundary, Schedule, Template, TemplateBlock, TemplateBlockId, local_day, resolve,
};
use chrono::{Days, NaiveDate, Offset, TimeDelta, TimeZone, Weekday};
use std::collections::BTreeMap;

/// How many days are looked at: every change of clocks of a year, and then some.
const DAYS: u64 = 400;

/// The first days of plans: a Monday, and a Sunday before a leap day, on which a week is cut in two.
const STARTS: [&str; 2] = ["2026-11-30", "2028-02-27"];

/// Blocks on each day from the day's boundary until the next one, some where clocks change.
fn around_the_clock() -> Template {
    let times = [
        (4 * 60, 5 * 60),
        (9 * 60, 12 * 60),
        (22 * 60, 24 * 60),
        (24 * 60, 26 * 60),
        (26 * 60, DayBoundary::default().day_end()),
    ];
    let days = (0..7).filter_map(|day| Weekday::try_from(day).ok());
    let blocks = days.flat_map(|weekday| times.map(|(start, end)| (weekday, start, end))).zip(1..);
    let block = |((weekday, start, end), id)| TemplateBlock {
        id: Some(TemplateBlockId(id)),
        weekday,
        start,
        end,
        category: Category::Study,
        title: "Study".to_owned(),
        accepts: Vec::new(),
        standing: false,
        pinned: false,
    };
    Template {
        name: "Around the clock".to_owned(),
        tempo: None,
        stated_minutes: None,
        blocks: blocks.map(block).collect(),
    }
}

/// The blocks of as many days from that one on, in the order of time.
fn blocks(start: NaiveDate) -> Vec<Block> {
    let weeks = range(1, 60);
    let roadmap = roadmap(vec![phase(None, vec![stage(weeks, vec![hours(Category::Study, 3000)])])]);
    let plan = Plan { start, ..plan(Pace::AsWritten) };
    let (stages, schedule) = (dated(&roadmap, &plan), Schedule::of(around_the_clock()));
    let weeks = week_of(start, plan.week_start).iter_weeks();
    let weeks = weeks.take_while(|week| *week < start + Days::new(DAYS));
    let laid = weeks.flat_map(|week| lay_out(&roadmap, &plan, &stages, &schedule, week).blocks);
    let mut blocks = BTreeMap::new();
    for block in laid.filter(|block| block.date < start + Days::new(DAYS)) {
        assert!(blocks.insert(block.key, block).is_none(), "a block is there once");
    }
    let mut in_time: Vec<Block> = blocks.into_values().collect();
    in_time.sort_by_key(|block| (block.date, block.start));
    in_time
}

#[test]
fn over_four_hundred_days_each_block_is_there_once_in_every_zone() {
    for start in STARTS.map(date) {
        let in_time = blocks(start);
        let each_day = around_the_clock().blocks.len() / 7;
        let wanted: Vec<NaiveDate> =
            start.iter_days().take(400).flat_map(|day| vec![day; each_day]).collect();
        assert_eq!(in_time.iter().map(|block| block.date).collect::<Vec<_>>(), wanted);
        in_every_zone(&in_time);
    }
}

#[test]
fn the_zones_are_those_of_the_whole_world() {
    assert!(chrono_tz::TZ_VARIANTS.len() > 590, "{}", chrono_tz::TZ_VARIANTS.len());
    let changing = |tz: &&chrono_tz::Tz| {
        let at = |day: &str| tz.offset_from_utc_date(&date(day)).fix();
        at("2027-01-15") != at("2027-07-15")
    };
    assert!(chrono_tz::TZ_VARIANTS.iter().filter(changing).count() > 150, "clocks change in many of them");
}

/// Each block, seen from a zone, begins and ends on its day, in its order, and is as long as it is.
fn in_every_zone(in_time: &[Block]) {
    for tz in chrono_tz::TZ_VARIANTS {
        let mut over = None;
        for block in in_time {
            let start = resolve(&tz, block.date, block.start);
            let end = resolve(&tz, block.date, block.end);
            assert!(start <= end, "{tz} {}: it ends before it begins", block.key);
            assert!(over <= Some(start), "{tz} {}: it begins before the one before it is over", block.key);
            assert_eq!(local_day(&tz, start, DayBoundary::default()), block.date, "{tz} {}", block.key);
            if start < end {
                let last = end - TimeDelta::seconds(1);
                assert_eq!(
                    local_day(&tz, last, DayBoundary::default()),
                    block.date,
                    "{tz} {}: its end",
                    block.key
                );
            }
            // A block that clocks change in is shorter or longer by that, two hours at most (in Antarctica).
            let minutes = (end - start).num_minutes();
            let change = (minutes - i64::from(block.minutes())).abs();
            assert!(change <= 120, "{tz} {}: {minutes} of {} min", block.key, block.minutes());
            over = Some(end);
        }
    }
}
