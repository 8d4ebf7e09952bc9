//! The days of a plan: which template holds from when, and what is different on some of them.

use super::busy::BusyTimes;
use super::day_off::apart;
use super::overlap::have_each_hour_once;
use super::weights::Weights;
use super::{
    Block, BlockKey, BusyTime, DaysOff, Exception, FormerEnds, MovedWork, Relief, SingleBlock, Template,
};
use crate::ItemId;
use chrono::{Datelike, NaiveDate};
use std::collections::BTreeMap;
use std::sync::Arc;

/// A template that holds from a day on.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Season {
    /// The first day on which it holds.
    pub from: NaiveDate,
    /// The blocks of its weeks.
    pub template: Template,
}

/// The days of a plan.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Schedule {
    seasons: Vec<Season>,
    days_off: Vec<DaysOff>,
    /// The same, as stretches that don't meet.
    off: Vec<(NaiveDate, NaiveDate, Relief)>,
    busy: BusyTimes,
    /// The days off, and those of which busy times leave as little, as stretches that don't meet.
    less: Vec<(NaiveDate, NaiveDate, Relief)>,
    /// What becomes of single blocks on their dates.
    pub exceptions: BTreeMap<BlockKey, Exception>,
    /// The blocks of one date alone.
    pub singles: Vec<SingleBlock>,
    /// What the person says that blocks are for: an activity each.
    pub given: BTreeMap<BlockKey, ItemId>,
    /// Work that another week took over, in the order in which that was decided.
    pub moved: Vec<MovedWork>,
    /// The ends that stages had before, so that days which are over keep what they asked for.
    pub former_ends: FormerEnds,
}

impl Schedule {
    /// Days that follow these templates but for some days off. The earliest template holds for all days
    /// before it too; without any, no day has blocks.
    pub fn new(mut seasons: Vec<Season>, days_off: Vec<DaysOff>) -> Self {
        seasons.sort_by_key(|season| season.from);
        let off = apart(&days_off);
        Self { seasons, days_off, less: off.clone(), off, ..Self::default() }
    }

    /// The same days under other templates.
    #[must_use]
    pub fn with_seasons(mut self, mut seasons: Vec<Season>) -> Self {
        seasons.sort_by_key(|season| season.from);
        self.seasons = seasons;
        let busy = Arc::clone(&self.busy.0);
        self.with_busy(busy)
    }

    /// The same days with times at which the person is busy with something else, by their date on the wall clock and
    /// none beyond its midnight. Blocks stay where they are and take no work meanwhile. Where nothing is left of the
    /// work of a day's template, or half of it at the most, the day counts as off or light wherever work is spread.
    #[must_use]
    pub fn with_busy(mut self, times: impl Into<Arc<BTreeMap<NaiveDate, Vec<BusyTime>>>>) -> Self {
        self.busy = BusyTimes(times.into());
        let taken = self.busy.reliefs(|day| self.template_on(day));
        let taken =
            taken.map(|(day, relief)| DaysOff { id: None, from: day, to: day, relief, title: String::new() });
        let less: Vec<DaysOff> = self.days_off.iter().cloned().chain(taken).collect();
        self.less = apart(&less);
        self
    }

    /// When the person is busy with something else on a day and in the night after it, by the start.
    pub fn busy_on(&self, day: NaiveDate) -> Vec<BusyTime> {
        self.busy.on(day)
    }

    /// Days that all follow one template.
    pub fn of(template: Template) -> Self {
        Self::new(vec![Season { from: NaiveDate::MIN, template }], Vec::new())
    }

    /// The templates and from when each holds, the earliest first.
    pub fn seasons(&self) -> &[Season] {
        &self.seasons
    }

    /// The days with less to do than their template has, or nothing.
    pub fn days_off(&self) -> &[DaysOff] {
        &self.days_off
    }

    /// The template of a day.
    pub fn template_on(&self, day: NaiveDate) -> Option<&Template> {
        let begun = self.seasons.partition_point(|season| season.from <= day);
        self.seasons.get(begun.saturating_sub(1)).map(|season| &season.template)
    }

    /// How much is left of a day; none where it is as usual.
    pub fn relief_on(&self, day: NaiveDate) -> Option<Relief> {
        relief_in(&self.off, day)
    }

    /// True on a day with a block of its template for more than rest and review, and neither off nor wholly busy.
    pub fn works_on(&self, day: NaiveDate) -> bool {
        relief_in(&self.less, day) != Some(Relief::Off)
            && self.template_on(day).is_some_and(|template| template.works_on(day.weekday()))
    }

    /// What the days from one to the other, both included, [weigh](Weights) where work is spread over them.
    pub(crate) fn weight(&self, from: NaiveDate, to: NaiveDate) -> u64 {
        self.weights().of(from, to)
    }

    /// What they would weigh with none of them off or busy.
    pub(crate) fn usual_weight(&self, from: NaiveDate, to: NaiveDate) -> u64 {
        self.weights().usual(from, to)
    }

    /// What all days weigh.
    pub(crate) fn weights(&self) -> Weights<'_> {
        Weights { seasons: &self.seasons, less: &self.less }
    }

    /// The stretches of days that weigh less than usual from one day to the other, both included, the earliest first.
    pub(crate) fn less_between(
        &self,
        from: NaiveDate,
        to: NaiveDate,
    ) -> impl Iterator<Item = (NaiveDate, NaiveDate)> {
        let first = self.less.partition_point(|(_, last, _)| *last < from);
        let less = self.less[first..].iter().take_while(move |(begin, ..)| *begin <= to);
        less.map(move |(begin, end, _)| (from.max(*begin), to.min(*end)))
    }

    /// The share of the work of the days from one to the other, both included, that days off and busy ones take: 0 to 1.
    pub fn share_off(&self, from: NaiveDate, to: NaiveDate) -> f64 {
        let usual = self.usual_weight(from, to);
        if usual == 0 { 0.0 } else { 1.0 - self.weight(from, to) as f64 / usual as f64 }
    }

    /// True for a block that was moved by hand.
    pub(crate) fn moves(&self, block: &BlockKey) -> bool {
        matches!(self.exceptions.get(block), Some(Exception::Moved { .. }))
    }

    /// The blocks of some days in a row as they are in the end, in the order of time. `usual` gives the blocks of a
    /// day before anything is different on it. Where blocks of work lie over one another, the one that begins first
    /// has the time, also where that is one of the day before or after.
    pub(crate) fn adapted(&self, days: &[NaiveDate], usual: impl Fn(NaiveDate) -> Vec<Block>) -> Vec<Block> {
        let before = days.first().and_then(NaiveDate::pred_opt);
        let after = days.last().and_then(NaiveDate::succ_opt);
        let near: Vec<NaiveDate> = before.into_iter().chain(days.iter().copied()).chain(after).collect();
        let mut blocks = self.changed_by_hand(&near, usual);
        have_each_hour_once(&mut blocks);
        blocks.retain(|block| days.contains(&block.date));
        blocks.sort_by_key(|block| (block.date, block.start, block.end, block.key));
        blocks
    }

    /// The blocks of some days after days off and what was changed by hand, and when the person is busy during each.
    fn changed_by_hand(&self, days: &[NaiveDate], usual: impl Fn(NaiveDate) -> Vec<Block>) -> Vec<Block> {
        let is_moved = |block: &Block| self.moves(&block.key);
        let on = |day: NaiveDate| {
            let Some(relief) = self.relief_on(day) else { return usual(day) };
            // What was moved by hand stays, whatever becomes of the day it was on.
            let (moved, others): (Vec<Block>, Vec<Block>) = usual(day).into_iter().partition(is_moved);
            moved.into_iter().chain(relief.leaves(others)).collect()
        };
        let from_elsewhere = self.exceptions.iter().filter_map(|(key, exception)| match exception {
            Exception::Moved { date, .. } if days.contains(date) && !days.contains(&key.date) => {
                Some(key.date)
            }
            _ => None,
        });
        let mut all: Vec<NaiveDate> = days.iter().copied().chain(from_elsewhere).collect();
        all.sort_unstable();
        all.dedup();
        let mut blocks: Vec<Block> = all
            .into_iter()
            .flat_map(on)
            .filter_map(|block| match self.exceptions.get(&block.key) {
                Some(exception) => exception.adapt(block),
                None => Some(block),
            })
            .chain(self.singles.iter().filter(|single| days.contains(&single.date)).map(SingleBlock::block))
            .filter(|block| days.contains(&block.date))
            .collect();
        for block in &mut blocks {
            block.given = self.given.get(&block.key).copied();
            block.busy = self.busy.within(block.date, block.start, block.end);
        }
        blocks
    }
}

/// What stretches that don't meet say of a day.
fn relief_in(stretches: &[(NaiveDate, NaiveDate, Relief)], day: NaiveDate) -> Option<Relief> {
    let next = stretches.partition_point(|(from, ..)| *from <= day);
    let (_, to, relief) = *stretches.get(next.checked_sub(1)?)?;
    (day <= to).then_some(relief)
}
