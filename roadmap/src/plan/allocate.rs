//! Laying work into blocks.

use super::{Buffer, Demand};
use crate::schedule::{Block, Portion};
use crate::{Category, ItemId};
use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, VecDeque};

/// Work of a week that found no place in its blocks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unplaced {
    /// The activity it belongs to.
    pub activity: ItemId,
    /// What kind of work it is.
    pub category: Category,
    /// The clock minutes without a place.
    pub minutes: u32,
}

/// Minutes given to categories, in the order in which they were given.
type Given = Vec<(Category, u32)>;

/// Lays what a week asks into its blocks and returns what found no place.
///
/// Each block serves its own category first; then what it [accepts](Block::accepts), first choices
/// before second ones, earlier blocks before later ones. Within a category the activities follow
/// each other in the order of `demands`, which is the document's. Standing blocks and rest take
/// nothing. A block that the person has [given](Block::given) to an activity, standing or not, takes what that
/// activity asks for before all others do, and nothing else. Work that a block held before is replaced. Every minute of `demands` is either in a
/// block or in the result, once; no block is given more than its [room](Block::room): none while the person is
/// busy with something else.
pub fn allocate(demands: &[Demand], blocks: &mut [Block]) -> Vec<Unplaced> {
    allocate_beside(Buffer::NONE, demands, blocks)
}

/// The same where each block keeps a share of its minutes free. What was given by hand takes its block whole.
pub fn allocate_beside(buffer: Buffer, demands: &[Demand], blocks: &mut [Block]) -> Vec<Unplaced> {
    let mut in_time: Vec<&mut Block> = blocks.iter_mut().collect();
    in_time.sort_by_key(|block| (block.date, block.start, block.end, block.key));
    let mut demands = demands.to_vec();
    take_given(&mut demands, &mut in_time);
    let given = share_out(buffer, &demands, &in_time);
    deal(&demands, &mut in_time, &given)
}

/// Lays what was given by hand, and takes it off what is asked for.
fn take_given(demands: &mut [Demand], blocks: &mut [&mut Block]) {
    for block in blocks {
        block.work.clear();
        let Some(activity) = block.given else { continue };
        let mut free = block.room();
        for demand in demands.iter_mut().filter(|demand| demand.activity == activity) {
            let minutes = demand.minutes.min(free);
            demand.minutes -= minutes;
            free -= minutes;
            if minutes > 0 {
                block.work.push(Portion { activity, category: demand.category, minutes });
            }
        }
    }
}

/// How much of each block goes to which category.
fn share_out(buffer: Buffer, demands: &[Demand], blocks: &[&mut Block]) -> Vec<Given> {
    let mut left: BTreeMap<Category, u64> = BTreeMap::new();
    for demand in demands {
        *left.entry(demand.category).or_default() += u64::from(demand.minutes);
    }
    let mut free: Vec<u32> = blocks.iter().map(|block| buffer.leaves(capacity(block))).collect();
    let mut given: Vec<Given> = vec![Vec::new(); blocks.len()];
    let mut give = |at: usize, category: Category| {
        let Some(left) = left.get_mut(&category) else { return };
        let minutes = u32::try_from(*left).unwrap_or(u32::MAX).min(free[at]);
        if minutes > 0 {
            *left -= u64::from(minutes);
            free[at] -= minutes;
            given[at].push((category, minutes));
        }
    };
    for (at, block) in blocks.iter().enumerate() {
        give(at, block.category);
    }
    let choices = blocks.iter().map(|block| block.accepts.len()).max().unwrap_or(0);
    for choice in 0..choices {
        for (at, block) in blocks.iter().enumerate() {
            if let Some(category) = block.accepts.get(choice) {
                give(at, *category);
            }
        }
    }
    given
}

fn capacity(block: &Block) -> u32 {
    let takes = block.given.is_none() && !block.standing && block.category.is_work();
    if takes { block.room() } else { 0 }
}

/// Gives each category's minutes to its activities, in order of document and time.
fn deal(demands: &[Demand], blocks: &mut [&mut Block], given: &[Given]) -> Vec<Unplaced> {
    let mut queues: BTreeMap<Category, VecDeque<(ItemId, u32)>> = BTreeMap::new();
    for demand in demands.iter().filter(|demand| demand.minutes > 0) {
        queues.entry(demand.category).or_default().push_back((demand.activity, demand.minutes));
    }
    for (block, given) in blocks.iter_mut().zip(given) {
        for (category, minutes) in given {
            let Some(queue) = queues.get_mut(category) else { continue };
            take(queue, *category, *minutes, &mut block.work);
        }
    }
    let rest = |(category, queue): (Category, VecDeque<(ItemId, u32)>)| {
        queue.into_iter().map(move |(activity, minutes)| Unplaced { activity, category, minutes })
    };
    let mut unplaced: Vec<Unplaced> = queues.into_iter().flat_map(rest).collect();
    let place = |left: &Unplaced| {
        demands.iter().position(|demand| (demand.activity, demand.category) == (left.activity, left.category))
    };
    unplaced.sort_by_key(place);
    unplaced
}

/// Moves minutes from the front of a category's queue into a block.
fn take(queue: &mut VecDeque<(ItemId, u32)>, category: Category, mut minutes: u32, work: &mut Vec<Portion>) {
    while minutes > 0 {
        let Some((activity, left)) = queue.front_mut() else { return };
        let portion = minutes.min(*left);
        work.push(Portion { activity: *activity, category, minutes: portion });
        minutes -= portion;
        *left -= portion;
        if *left == 0 {
            queue.pop_front();
        }
    }
}
