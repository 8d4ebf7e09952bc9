//! Laying work into blocks.

use super::{Buffer, Demand};
use crate::schedule::{Block, Portion};
use crate::{Category, ItemId};
use chrono::NaiveDate;
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

/// A first and a last day.
type Days = (NaiveDate, NaiveDate);

/// Minutes given to groups of demands, in the order in which they were given.
type Given = Vec<(usize, u32)>;

/// Lays what a week asks into its blocks and returns what found no place.
///
/// Each block serves its own category first; then what it [accepts](Block::accepts), first choices
/// before second ones, earlier blocks before later ones. Work goes to blocks on the [days](Demand::days) it belongs on,
/// and to others only where none of those takes it. Within a category the activities follow
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
    let (mut groups, group_of) = groups_of(&demands);
    let given = share_out(buffer, &mut groups, &in_time);
    deal(&demands, &group_of, &mut in_time, &given)
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

/// The demands of one category that belong on the same days, and how much of them has no block yet.
struct Group {
    category: Category,
    days: Days,
    minutes: u64,
}

/// The groups of some demands in their order, and which of them each demand is in.
fn groups_of(demands: &[Demand]) -> (Vec<Group>, Vec<usize>) {
    let mut groups: Vec<Group> = Vec::new();
    let mut known: BTreeMap<(Category, Days), usize> = BTreeMap::new();
    let mut group_of = Vec::with_capacity(demands.len());
    for Demand { category, days, minutes, .. } in demands {
        let at = *known.entry((*category, *days)).or_insert_with(|| {
            groups.push(Group { category: *category, days: *days, minutes: 0 });
            groups.len() - 1
        });
        groups[at].minutes += u64::from(*minutes);
        group_of.push(at);
    }
    (groups, group_of)
}

/// How much of each block goes to which group: first on the group's own days, and what these don't hold on others.
fn share_out(buffer: Buffer, groups: &mut [Group], blocks: &[&mut Block]) -> Vec<Given> {
    let mut free: Vec<u32> = blocks.iter().map(|block| buffer.leaves(capacity(block))).collect();
    let mut given: Vec<Given> = vec![Vec::new(); blocks.len()];
    let choices = blocks.iter().map(|block| block.takes_too().count()).max().unwrap_or(0);
    for on_own_days in [true, false] {
        let mut give = |at: usize, category: Category| {
            let date = blocks[at].date;
            for (name, group) in groups.iter_mut().enumerate() {
                let (first, last) = group.days;
                if group.category != category || (first <= date && date <= last) != on_own_days {
                    continue;
                }
                let minutes = u32::try_from(group.minutes).unwrap_or(u32::MAX).min(free[at]);
                if minutes > 0 {
                    group.minutes -= u64::from(minutes);
                    free[at] -= minutes;
                    given[at].push((name, minutes));
                }
            }
        };
        for (at, block) in blocks.iter().enumerate() {
            give(at, block.category);
        }
        for choice in 0..choices {
            for (at, block) in blocks.iter().enumerate() {
                if let Some(category) = block.takes_too().nth(choice) {
                    give(at, category);
                }
            }
        }
    }
    given
}

fn capacity(block: &Block) -> u32 {
    let takes = block.given.is_none() && !block.standing && block.category.is_work();
    if takes { block.room() } else { 0 }
}

/// Gives each group's minutes to its activities, in order of document and time.
fn deal(demands: &[Demand], group_of: &[usize], blocks: &mut [&mut Block], given: &[Given]) -> Vec<Unplaced> {
    let mut queues: BTreeMap<usize, VecDeque<(usize, u32)>> = BTreeMap::new();
    for (place, (demand, group)) in demands.iter().zip(group_of).enumerate() {
        if demand.minutes > 0 {
            queues.entry(*group).or_default().push_back((place, demand.minutes));
        }
    }
    for (block, given) in blocks.iter_mut().zip(given) {
        for (group, minutes) in given {
            if let Some(queue) = queues.get_mut(group) {
                take(demands, queue, *minutes, &mut block.work);
            }
        }
    }
    let mut left: Vec<(usize, u32)> = queues.into_values().flatten().collect();
    left.sort_unstable();
    let unplaced = |(place, minutes): (usize, u32)| {
        let Demand { activity, category, .. } = demands[place];
        Unplaced { activity, category, minutes }
    };
    left.into_iter().map(unplaced).collect()
}

/// Moves minutes from the front of a group's queue into a block.
fn take(demands: &[Demand], queue: &mut VecDeque<(usize, u32)>, mut minutes: u32, work: &mut Vec<Portion>) {
    while minutes > 0 {
        let Some((place, left)) = queue.front_mut() else { return };
        let Demand { activity, category, .. } = demands[*place];
        let portion = minutes.min(*left);
        work.push(Portion { activity, category, minutes: portion });
        minutes -= portion;
        *left -= portion;
        if *left == 0 {
            queue.pop_front();
        }
    }
}
