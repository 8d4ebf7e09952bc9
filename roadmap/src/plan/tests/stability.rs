//! A small change of a week moves little of it, and whatever is different on its days, no hour is lost or doubled.

use super::super::fixture::{date, reference};
use super::super::{Pace, WeekLayout, lay_out, template_for};
use super::{dated, plan};
use crate::ItemId;
use crate::schedule::{
    Block, BlockKey, BusyTime, DaysOff, Exception, Relief, Schedule, Season, SingleBlock, SingleBlockId,
    templates_of,
};
use crate::{Category, Roadmap};
use chrono::{Days, NaiveDate};
use prop::sample::Index;
use proptest::prelude::*;
use std::collections::BTreeMap;

/// The most other blocks of a full-time week that hold something else when one block is left out or moved within the
/// week: that into which what it held goes on, and that in which an activity then ends.
const MOST_BLOCKS: usize = 2;

fn full_time(roadmap: &Roadmap) -> Schedule {
    Schedule::of(template_for(&templates_of(roadmap), Pace::AsWritten).expect("a template").clone())
}

fn week_with(roadmap: &Roadmap, schedule: &Schedule, number: u64) -> WeekLayout {
    let plan = plan(Pace::AsWritten);
    lay_out(roadmap, &plan, &dated(roadmap, &plan), schedule, plan.start + Days::new(7 * number))
}

fn work(block: &Block) -> Vec<(ItemId, u32)> {
    block.work.iter().map(|portion| (portion.activity, portion.minutes)).collect()
}

/// The blocks, but for one, that hold something else after a change.
fn touched(before: &WeekLayout, after: &WeekLayout, but: BlockKey) -> usize {
    let then: BTreeMap<BlockKey, _> = after.blocks.iter().map(|block| (block.key, work(block))).collect();
    let others = before.blocks.iter().filter(|block| block.key != but);
    others.filter(|block| then.get(&block.key) != Some(&work(block))).count()
}

#[test]
fn a_block_that_is_left_out_or_moved_changes_few_others_of_its_week() {
    let roadmap = reference();
    let usual = full_time(&roadmap);
    let mut most = 0;
    for number in 0..12 {
        let before = week_with(&roadmap, &usual, number);
        for block in &before.blocks {
            let later = block.date + Days::new(1);
            let moved = Exception::Moved { date: later, start: 21 * 60, end: 21 * 60 + 60 };
            let is_last = later > before.week + Days::new(6);
            let changes = [Some(Exception::Skipped), (!is_last).then_some(moved)];
            for change in changes.into_iter().flatten() {
                let mut schedule = usual.clone();
                schedule.exceptions.insert(block.key, change);
                let after = week_with(&roadmap, &schedule, number);
                most = most.max(touched(&before, &after, block.key));
            }
        }
    }
    assert!((1..=MOST_BLOCKS).contains(&most), "{most}");
}

#[test]
fn what_is_different_in_one_week_changes_no_other() {
    let roadmap = reference();
    let usual = full_time(&roadmap);
    let mut schedule = usual.clone();
    for block in week_with(&roadmap, &usual, 3).blocks {
        schedule.exceptions.insert(block.key, Exception::Skipped);
    }
    for number in (0..14).filter(|number| *number != 3) {
        assert_eq!(week_with(&roadmap, &usual, number), week_with(&roadmap, &schedule, number), "{number}");
    }
}

/// Days off, busy times, and blocks that are moved, left out, given away, there only once, and over one another.
fn any_days() -> impl Strategy<Value = (Schedule, u64)> {
    let at = || (0_u16..1400, 15_u16..240);
    let off = prop::collection::vec((0_u64..84, 0_u64..4, any::<bool>()), 0..3);
    let busy = prop::collection::vec((0_u64..7, at(), any::<bool>()), 0..6);
    let changed = prop::collection::vec((any::<Index>(), prop::option::of((0_u64..7, at()))), 0..6);
    let singles = prop::collection::vec((0_u64..7, at(), any::<bool>()), 0..4);
    let given = prop::collection::vec((any::<Index>(), any::<Index>()), 0..4);
    (0_u64..13, off, busy, changed, singles, given).prop_map(
        |(number, off, busy, changed, singles, given)| {
            let roadmap = reference();
            let usual = full_time(&roadmap);
            let first = date("2026-11-30");
            let week = first + Days::new(7 * number);
            let off = off.into_iter().map(|(from, days, light)| DaysOff {
                id: None,
                from: first + Days::new(from),
                to: first + Days::new(from + days),
                relief: if light { Relief::Light } else { Relief::Off },
                title: String::new(),
            });
            let mut times: BTreeMap<NaiveDate, Vec<BusyTime>> = BTreeMap::new();
            for (day, (start, minutes), all_day) in busy {
                let time =
                    BusyTime { start, end: (start + minutes).min(1440), title: String::new(), all_day };
                times.entry(week + Days::new(day)).or_default().push(time);
            }
            let seasons: Vec<Season> = usual.seasons().to_vec();
            let mut schedule = Schedule::new(seasons, off.collect()).with_busy(times);
            let plain = week_with(&roadmap, &usual, number);
            for (which, to) in changed {
                let exception = to.map_or(Exception::Skipped, |(day, (start, minutes))| Exception::Moved {
                    date: week + Days::new(day),
                    start,
                    end: start + minutes,
                });
                schedule.exceptions.insert(which.get(&plain.blocks).key, exception);
            }
            for ((day, (start, minutes), standing), id) in singles.into_iter().zip(1..) {
                schedule.singles.push(SingleBlock {
                    id: SingleBlockId(id),
                    date: week + Days::new(day),
                    start,
                    end: start + minutes,
                    category: Category::HandsOn,
                    title: String::new(),
                    accepts: vec![Category::Study],
                    standing,
                });
            }
            for (block, demand) in given {
                let activity = demand.get(&plain.demands).activity;
                schedule.given.insert(block.get(&plain.blocks).key, activity);
            }
            (schedule, number)
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn whatever_is_different_on_its_days_a_week_holds_each_hour_once((schedule, number) in any_days()) {
        let roadmap = reference();
        let week = week_with(&roadmap, &schedule, number);
        for block in &week.blocks {
            let placed: u32 = block.work.iter().map(|portion| portion.minutes).sum();
            prop_assert!(placed <= block.room(), "{}", block.key);
        }
        for demand in &week.demands {
            let placed = week.blocks.iter().flat_map(|block| &block.work);
            let placed = placed.filter(|portion| portion.activity == demand.activity).map(|p| p.minutes);
            let left = week.unplaced.iter().filter(|left| left.activity == demand.activity);
            let total: u32 = placed.chain(left.map(|left| left.minutes)).sum();
            prop_assert_eq!(total, demand.minutes);
        }
        // No minute has two blocks that take work, also where one goes on in the night of the day before.
        let mut taken = BTreeMap::new();
        for block in &week.blocks {
            let midnight = block.date.signed_duration_since(week.week).num_minutes();
            for minute in (block.start..block.end).filter(|minute| block.is_on(*minute)) {
                let other = taken.insert(midnight + i64::from(minute), block.key);
                prop_assert_eq!(other, None, "{} at {}", block.key, minute);
            }
        }
        prop_assert_eq!(&week, &week_with(&roadmap, &schedule, number));
    }
}
