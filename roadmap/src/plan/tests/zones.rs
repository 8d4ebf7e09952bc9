//! A plan's blocks in every zone, over the nights in which clocks change.

use super::super::fixture::{date, hours, phase, range, roadmap, stage};
use super::super::{Pace, lay_out};
use super::{dated, plan};
use crate::Category;
use crate::schedule::{
    Block, BlockKey, DayBoundary, Schedule, Template, TemplateBlock, TemplateBlockId, local_day, resolve,
};
use chrono::{Days, NaiveDate, Weekday};
use std::collections::{BTreeMap, BTreeSet};

/// How many days are looked at: every change of clocks of a year, and then some.
const DAYS: u64 = 400;

/// Blocks on each day from the day's boundary until two hours past midnight, some where clocks change.
fn around_the_clock() -> Template {
    let times = [
        (4 * 60, 5 * 60),
        (9 * 60, 12 * 60),
        (22 * 60, 24 * 60),
        (24 * 60, 26 * 60),
        (26 * 60, 27 * 60 + 30),
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

/// The blocks of as many days, each by its key.
fn blocks() -> BTreeMap<BlockKey, Block> {
    let weeks = range(1, 60);
    let roadmap = roadmap(vec![phase(None, vec![stage(weeks, vec![hours(Category::Study, 3000)])])]);
    let plan = plan(Pace::AsWritten);
    let (stages, schedule) = (dated(&roadmap, &plan), Schedule::of(around_the_clock()));
    let weeks = (0..DAYS.div_ceil(7)).map(|week| plan.start + Days::new(7 * week));
    let laid = weeks.flat_map(|week| lay_out(&roadmap, &plan, &stages, &schedule, week).blocks);
    let mut blocks = BTreeMap::new();
    for block in laid {
        assert!(blocks.insert(block.key, block).is_none(), "a block is there once");
    }
    blocks
}

#[test]
fn over_four_hundred_days_each_block_is_there_once_in_every_zone() {
    let blocks = blocks();
    let days: BTreeSet<NaiveDate> = blocks.keys().map(|key| key.date).collect();
    let wanted: BTreeSet<NaiveDate> = date("2026-11-30").iter_days().take(days.len()).collect();
    assert_eq!(days, wanted);
    assert!(days.len() >= 400 && blocks.len() == days.len() * 5, "{} of {}", blocks.len(), days.len());
    let mut in_time: Vec<&Block> = blocks.values().collect();
    in_time.sort_by_key(|block| (block.date, block.start));
    for tz in chrono_tz::TZ_VARIANTS {
        let mut over = None;
        for block in &in_time {
            let start = resolve(&tz, block.date, block.start);
            let end = resolve(&tz, block.date, block.end);
            assert!(start <= end, "{tz} {}: it ends before it begins", block.key);
            assert!(over <= Some(start), "{tz} {}: it begins before the one before it is over", block.key);
            assert_eq!(local_day(&tz, start, DayBoundary::default()), block.date, "{tz} {}", block.key);
            // A block that clocks change in is shorter or longer by that, two hours at most (in Antarctica).
            let minutes = (end - start).num_minutes();
            let change = (minutes - i64::from(block.minutes())).abs();
            assert!(change <= 120, "{tz} {}: {minutes} of {} min", block.key, block.minutes());
            over = Some(end);
        }
    }
}
