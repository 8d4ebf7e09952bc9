//! Laying work into blocks: examples, and what holds for any work and any blocks.

use super::super::fixture::date;
use super::super::{Buffer, Demand, Unplaced, allocate, allocate_beside};
use crate::schedule::{Block, BlockKey, Origin, Portion};
use crate::{Category, ItemId};
use Category::{HandsOn, Rest, Study, Writing};
use chrono::Days;
use proptest::prelude::*;
use std::collections::BTreeMap;

fn block(day: u64, start: u16, minutes: u16, category: Category, accepts: &[Category]) -> Block {
    let date = date("2026-11-30") + Days::new(day);
    Block {
        key: BlockKey { date, origin: Origin::Place(start.into()) },
        date,
        start,
        end: start + minutes,
        category,
        title: String::new(),
        accepts: accepts.to_vec(),
        lent: Vec::new(),
        standing: false,
        pinned: false,
        given: None,
        busy: Vec::new(),
        taken_until: 0,
        work: Vec::new(),
    }
}

fn asks(activity: i64, category: Category, minutes: u32) -> Demand {
    let days = (date("2026-11-30"), date("2026-12-06"));
    Demand { activity: ItemId(activity), stage: ItemId(0), category, minutes, days, assumed: false }
}

fn work(block: &Block) -> Vec<(i64, u32)> {
    block.work.iter().map(|portion| (portion.activity.0, portion.minutes)).collect()
}

#[test]
fn a_block_serves_its_own_category_before_what_it_accepts() {
    let mut blocks = [block(0, 540, 60, Study, &[HandsOn]), block(0, 600, 60, HandsOn, &[])];
    let unplaced = allocate(&[asks(1, HandsOn, 90), asks(2, Study, 40)], &mut blocks);
    assert_eq!(work(&blocks[0]), [(2, 40), (1, 20)]);
    assert_eq!(work(&blocks[1]), [(1, 60)]);
    assert_eq!(unplaced, [Unplaced { activity: ItemId(1), category: HandsOn, minutes: 10 }]);
}

#[test]
fn first_choices_come_before_second_ones_in_all_blocks() {
    let mut blocks =
        [block(0, 540, 60, Writing, &[HandsOn, Study]), block(1, 540, 60, Writing, &[Study, HandsOn])];
    let unplaced = allocate(&[asks(1, Study, 60), asks(2, HandsOn, 60)], &mut blocks);
    assert_eq!((work(&blocks[0]), work(&blocks[1])), (vec![(2, 60)], vec![(1, 60)]));
    assert!(unplaced.is_empty());
}

#[test]
fn activities_keep_the_documents_order_in_time() {
    let mut blocks = [
        block(1, 540, 60, HandsOn, &[]),
        block(0, 540, 60, Study, &[HandsOn]),
        block(2, 540, 60, HandsOn, &[]),
    ];
    allocate(&[asks(1, HandsOn, 90), asks(2, HandsOn, 60)], &mut blocks);
    assert_eq!(work(&blocks[1]), [(1, 30)], "Monday");
    assert_eq!(work(&blocks[0]), [(1, 60)], "Tuesday");
    assert_eq!(work(&blocks[2]), [(2, 60)], "Wednesday");
}

#[test]
fn work_stays_on_its_stages_days_as_long_as_they_hold_it() {
    let until = |day: &str| (date("2026-11-30"), date(day));
    let first = Demand { days: until("2026-12-01"), ..asks(1, Study, 150) };
    let second = Demand { days: (date("2026-12-02"), date("2026-12-06")), ..asks(2, Study, 30) };
    let week = [
        block(0, 540, 60, Study, &[]),
        block(1, 540, 60, HandsOn, &[Study]),
        block(2, 540, 60, Study, &[]),
        block(3, 540, 60, Study, &[]),
    ];
    let mut blocks = week.clone();
    assert_eq!(allocate(&[Demand { minutes: 90, ..first }, second], &mut blocks), []);
    assert_eq!(blocks.each_ref().map(work), [vec![(1, 60)], vec![(1, 30)], vec![(2, 30)], vec![]]);
    let mut blocks = week;
    assert_eq!(allocate(&[first, second], &mut blocks), [], "what they don't hold is not lost");
    assert_eq!(blocks.each_ref().map(work), [vec![(1, 60)], vec![(1, 60)], vec![(2, 30), (1, 30)], vec![]]);
}

#[test]
fn standing_blocks_and_rest_take_nothing() {
    let standing = Block { standing: true, ..block(0, 540, 60, Study, &[]) };
    let mut blocks = [standing, block(0, 720, 60, Rest, &[Study])];
    let unplaced = allocate(&[asks(1, Study, 30)], &mut blocks);
    assert!(blocks.iter().all(|block| block.work.is_empty()));
    assert_eq!(unplaced.len(), 1);
}

#[test]
fn what_a_block_held_before_is_replaced() {
    let old = Portion { activity: ItemId(9), category: Study, minutes: 60 };
    let mut blocks = [Block { work: vec![old], ..block(0, 540, 60, Study, &[]) }];
    allocate(&[], &mut blocks);
    assert!(blocks[0].work.is_empty());
}

#[test]
fn a_block_that_was_given_to_an_activity_takes_its_work_first_and_nothing_else() {
    let given = Block { given: Some(ItemId(2)), standing: true, ..block(2, 540, 60, Writing, &[]) };
    let mut blocks = [block(0, 540, 60, Study, &[]), block(1, 540, 60, Study, &[]), given];
    let unplaced = allocate(&[asks(1, Study, 70), asks(2, Study, 80)], &mut blocks);
    assert_eq!(work(&blocks[2]), [(2, 60)]);
    assert_eq!((work(&blocks[0]), work(&blocks[1])), (vec![(1, 60)], vec![(1, 10), (2, 20)]));
    assert!(unplaced.is_empty());
    allocate(&[asks(1, Study, 500), asks(2, Study, 15)], &mut blocks);
    assert_eq!(work(&blocks[2]), [(2, 15)]);
}

fn any_category() -> impl Strategy<Value = Category> {
    prop::sample::select(Category::ALL.to_vec())
}

fn any_block() -> impl Strategy<Value = Block> {
    let accepts = prop::collection::vec(any_category(), 0..5);
    let given = prop::option::weighted(0.2, (1_i64..14).prop_map(ItemId));
    let busy = prop::option::of((0_u16..240, 1_u16..240));
    let taken = prop::option::weighted(0.3, 1_u16..300);
    (0_u64..7, 0_u16..1200, 1_u16..240, any_category(), accepts, any::<bool>(), given, (busy, taken))
        .prop_map(|(day, start, minutes, category, accepts, standing, given, (busy, taken))| Block {
            standing,
            given,
            taken_until: taken.map_or(0, |taken| start + taken.min(minutes)),
            busy: busy.map(|(after, length)| (start + after, start + after + length)).into_iter().collect(),
            ..block(day, start, minutes, category, &accepts)
        })
}

fn any_demands() -> impl Strategy<Value = Vec<Demand>> {
    let demand = (any_category(), 0_u32..2000);
    prop::collection::vec(demand, 0..12).prop_map(|asked| {
        asked.into_iter().zip(1..).map(|((category, minutes), id)| asks(id, category, minutes)).collect()
    })
}

/// Demands of two stages, one after the other within the week.
fn demands_of_two_stages() -> impl Strategy<Value = Vec<Demand>> {
    (any_demands(), any_demands(), 1_u64..7).prop_map(|(first, second, day)| {
        let begins = date("2026-11-30") + Days::new(day);
        let until = |demand: Demand| Demand { days: (demand.days.0, begins - Days::new(1)), ..demand };
        let from = |demand: Demand| Demand {
            activity: ItemId(demand.activity.0 + 100),
            days: (begins, demand.days.1),
            ..demand
        };
        first.into_iter().map(until).chain(second.into_iter().map(from)).collect()
    })
}

proptest! {
    #[test]
    fn no_minute_is_lost_doubled_or_beyond_capacity(
        demands in demands_of_two_stages(),
        mut blocks in prop::collection::vec(any_block(), 0..30),
    ) {
        let unplaced = allocate(&demands, &mut blocks);
        for block in &blocks {
            let placed: u32 = block.work.iter().map(|portion| portion.minutes).sum();
            prop_assert!(placed <= block.room());
            prop_assert_eq!(block.room() + block.busy_minutes(), block.minutes());
            let allowed = |p: &Portion| match block.given {
                Some(given) => p.activity == given,
                None => p.category == block.category || block.accepts.contains(&p.category),
            };
            prop_assert!(block.work.iter().all(|p| p.minutes > 0 && allowed(p)));
            prop_assert!(!block.standing || block.given.is_some() || block.work.is_empty());
        }
        for demand in &demands {
            let placed = blocks.iter().flat_map(|b| &b.work).filter(|p| p.activity == demand.activity);
            let left = unplaced.iter().filter(|left| left.activity == demand.activity);
            let total: u32 = placed.map(|p| p.minutes).chain(left.map(|left| left.minutes)).sum();
            prop_assert_eq!(total, demand.minutes);
        }
    }

    #[test]
    fn within_a_category_activities_keep_their_order(
        demands in any_demands(),
        mut blocks in prop::collection::vec(any_block(), 0..30),
    ) {
        blocks.retain(|block| block.given.is_none());
        let unplaced = allocate(&demands, &mut blocks);
        blocks.sort_by_key(|block| (block.date, block.start, block.end, block.key));
        let mut last: BTreeMap<Category, ItemId> = BTreeMap::new();
        let placed = blocks.iter().flat_map(|b| &b.work).map(|p| (p.category, p.activity));
        for (category, activity) in placed.chain(unplaced.iter().map(|left| (left.category, left.activity))) {
            let before = last.insert(category, activity);
            prop_assert!(before.is_none_or(|before| before <= activity));
        }
    }

    #[test]
    fn work_is_left_over_only_where_no_block_that_takes_it_has_room(
        demands in demands_of_two_stages(),
        mut blocks in prop::collection::vec(any_block(), 0..30),
    ) {
        for left in allocate(&demands, &mut blocks) {
            let takes = |b: &&Block| {
                b.given.is_some() || b.category == left.category || b.accepts.contains(&left.category)
            };
            let open = |b: &&Block| match b.given {
                Some(given) => given == left.activity,
                None => !b.standing && b.category.is_work(),
            };
            prop_assert!(blocks.iter().filter(takes).filter(open).all(|b| b.free_minutes() == 0));
        }
    }

    #[test]
    fn the_order_in_which_blocks_are_given_changes_nothing(
        demands in demands_of_two_stages(),
        blocks in prop::collection::vec(any_block(), 0..30),
    ) {
        let mut unique = BTreeMap::new();
        for block in blocks {
            unique.insert((block.date, block.start), block);
        }
        let mut forward: Vec<Block> = unique.into_values().collect();
        let mut backward: Vec<Block> = forward.iter().rev().cloned().collect();
        prop_assert_eq!(allocate(&demands, &mut forward), allocate(&demands, &mut backward));
        backward.reverse();
        prop_assert_eq!(forward, backward);
    }

    #[test]
    fn what_is_kept_free_of_a_block_takes_no_work_and_loses_none(
        demands in demands_of_two_stages(),
        mut blocks in prop::collection::vec(any_block(), 0..30),
        percent in 0_u8..=50,
    ) {
        let buffer = Buffer { percent };
        let unplaced = allocate_beside(buffer, &demands, &mut blocks);
        for block in blocks.iter().filter(|block| block.given.is_none()) {
            let placed: u32 = block.work.iter().map(|portion| portion.minutes).sum();
            prop_assert!(placed <= buffer.leaves(block.minutes()));
        }
        let placed: u32 = blocks.iter().flat_map(|block| &block.work).map(|portion| portion.minutes).sum();
        let left: u32 = unplaced.iter().map(|left| left.minutes).sum();
        prop_assert_eq!(placed + left, demands.iter().map(|demand| demand.minutes).sum::<u32>());
    }

    /// The bound: a minute less in one block changes what any block holds of any category by a minute at most, and
    /// what finds no place by a minute at most in all. Each step of the sharing takes the smaller of what is left
    /// and what is free from both, so that a difference of one minute stays one, wherever it goes.
    #[test]
    fn a_minute_less_in_one_block_moves_no_more_than_a_minute_of_any_other(
        demands in demands_of_two_stages(),
        blocks in prop::collection::vec(any_block(), 1..30),
        which in any::<prop::sample::Index>(),
        percent in 0_u8..=50,
    ) {
        let mut unique = BTreeMap::new();
        for block in blocks {
            unique.insert((block.date, block.start), block);
        }
        let mut before: Vec<Block> = unique.into_values().collect();
        let mut after = before.clone();
        let shorter = which.index(after.len());
        after[shorter].end -= 1;
        let buffer = Buffer { percent };
        let sum = |left: Vec<Unplaced>| left.iter().map(|left| left.minutes).sum::<u32>();
        let left = sum(allocate_beside(buffer, &demands, &mut before));
        prop_assert!(left.abs_diff(sum(allocate_beside(buffer, &demands, &mut after))) <= 1);
        for (before, after) in before.iter().zip(&after) {
            for category in Category::ALL {
                let of = |block: &Block| {
                    let portions = block.work.iter().filter(|portion| portion.category == category);
                    portions.map(|portion| portion.minutes).sum::<u32>()
                };
                prop_assert!(of(before).abs_diff(of(after)) <= 1, "{:?} of {:?}", category, before.key);
            }
        }
    }
    /// The bound: a block that is gone changes what any other holds of any category by no more minutes than it had, and
    /// what finds no place by no more in all: those minutes taken off one by one, each moves a minute at most.
    #[test]
    fn a_block_that_is_gone_moves_no_more_minutes_of_any_other_than_it_had(
        demands in demands_of_two_stages(),
        blocks in prop::collection::vec(any_block(), 1..30),
        which in any::<prop::sample::Index>(),
    ) {
        let mut unique = BTreeMap::new();
        for block in blocks {
            unique.insert((block.date, block.start), block);
        }
        let mut before: Vec<Block> = unique.into_values().collect();
        let mut after = before.clone();
        let gone = after.remove(which.index(before.len()));
        let sum = |left: Vec<Unplaced>| left.iter().map(|left| left.minutes).sum::<u32>();
        let left = sum(allocate(&demands, &mut before));
        prop_assert!(left.abs_diff(sum(allocate(&demands, &mut after))) <= gone.room());
        let others = before.iter().filter(|block| (block.date, block.start) != (gone.date, gone.start));
        for (before, after) in others.zip(&after) {
            for category in Category::ALL {
                let of = |block: &Block| {
                    let portions = block.work.iter().filter(|portion| portion.category == category);
                    portions.map(|portion| portion.minutes).sum::<u32>()
                };
                prop_assert!(of(before).abs_diff(of(after)) <= gone.room(), "{:?} of {:?}", category, before.key);
            }
        }
    }
}
