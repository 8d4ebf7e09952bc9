//! A week that has begun: what is not worked of it rolls on into the blocks that are left.

use super::layout::Laying;
use super::{Buffer, DatedStage, Demand, Plan, WeekLayout, allocate_beside};
use crate::progress::{Payment, Worked, paid_before, paying_for};
use crate::schedule::{Block, Schedule};
use crate::{ItemId, Roadmap};
use chrono::NaiveDate;

/// What has become of a week until now.
#[derive(Debug, Clone, Copy)]
pub struct SoFar<'a> {
    /// The local day.
    pub date: NaiveDate,
    /// Minutes after midnight of that day; past 1,440 in the night that ends it.
    pub minute: u16,
    /// What was worked for the roadmap; of it, what is of the week counts.
    pub worked: &'a [Worked],
}

impl SoFar<'_> {
    /// True for a block that has ended.
    pub fn is_over(&self, block: &Block) -> bool {
        i64::from(block.end) <= self.minute_on(block.date)
    }

    /// Now in minutes after midnight of a date: past 1,440 in the night that follows it, below 0 before it.
    pub fn minute_on(&self, date: NaiveDate) -> i64 {
        i64::from(self.minute) + self.date.signed_duration_since(date).num_minutes()
    }

    /// True for a week of which a block has ended, or something is worked.
    pub(crate) fn has_begun(&self, layout: &WeekLayout) -> bool {
        layout.blocks.iter().any(|block| self.is_over(block)) || self.of_week(layout.week).next().is_some()
    }

    /// What was worked in the week that begins on `week`.
    fn of_week(&self, week: NaiveDate) -> impl Iterator<Item = &Worked> {
        self.worked.iter().filter(move |session| {
            (0..7).contains(&session.day.signed_duration_since(week).num_days()) && session.day <= self.date
        })
    }
}

/// [Lays out](super::lay_out) the week that begins on `week` as it stands by now. Until a block of it has ended or
/// something is worked for it, then or before, it is laid out as always. Then blocks that have ended keep what they were
/// for; what is asked and not worked yet is laid into the others anew, the block that is on taking what is left of it.
/// What was worked ahead for it in weeks before is asked for no more. So nothing is late inside its week, and what has no
/// place any more is a number at once. What pays, and for what, is as in the [verdict](crate::progress::paying). A week
/// that now is not in is laid out as always.
pub fn lay_out_from(
    roadmap: &Roadmap,
    plan: &Plan,
    stages: &[DatedStage],
    schedule: &Schedule,
    week: NaiveDate,
    so_far: &SoFar<'_>,
) -> WeekLayout {
    let laying = Laying::of(roadmap, plan, stages, schedule);
    let mut layout = laying.week(week);
    let is_now = (0..7).contains(&so_far.date.signed_duration_since(week).num_days());
    if !is_now {
        return layout;
    }
    let ahead = paid_before(&laying.asking, plan, stages, so_far.worked, week);
    if so_far.has_begun(&layout) || !ahead.is_empty() {
        let worked: Vec<Worked> = so_far.of_week(week).copied().collect();
        // What other weeks took over stays planned where it was late, and is asked for no more.
        layout.demands = laying.asking.in_week(week);
        take_off(&mut layout.demands, &ahead);
        let open = still_open(&layout.demands, &paying_for(&laying.asking, plan, &worked));
        roll_on(&mut layout, plan.kept_in_blocks(), &open, so_far);
    }
    layout
}

/// Takes off what is worked already.
fn take_off(demands: &mut Vec<Demand>, ahead: &[(ItemId, u32)]) {
    for (activity, minutes) in ahead {
        if let Some(demand) = demands.iter_mut().find(|demand| demand.activity == *activity) {
            demand.minutes = demand.minutes.saturating_sub(*minutes);
        }
    }
    demands.retain(|demand| demand.minutes > 0);
}

fn roll_on(layout: &mut WeekLayout, buffer: Buffer, open: &[Demand], so_far: &SoFar<'_>) {
    let (over, mut ahead): (Vec<Block>, Vec<Block>) =
        layout.blocks.drain(..).partition(|block| so_far.is_over(block));
    let starts: Vec<u16> = ahead.iter().map(|block| block.start).collect();
    for block in &mut ahead {
        let minute = u16::try_from(so_far.minute_on(block.date).max(0)).unwrap_or(block.end);
        block.start = block.start.max(minute.min(block.end));
    }
    let mut unplaced = allocate_beside(buffer, open, &mut ahead);
    for (block, start) in ahead.iter_mut().zip(starts) {
        block.start = start;
    }
    super::layout::give_way(&mut layout.demands, &mut unplaced);
    layout.unplaced = unplaced;
    layout.blocks = over.into_iter().chain(ahead).collect();
    layout.blocks.sort_by_key(|block| (block.date, block.start, block.end, block.key));
}

/// What is asked and not paid off yet.
fn still_open(demands: &[Demand], paying: &[Worked]) -> Vec<Demand> {
    let mut payment = Payment::of(paying);
    let mut open = demands.to_vec();
    for demand in &mut open {
        let left = payment.pay(demand.activity, demand.category, u64::from(demand.minutes));
        demand.minutes = u32::try_from(left).unwrap_or(demand.minutes);
    }
    open
}
