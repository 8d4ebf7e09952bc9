//! A week laid out: its blocks, what each is for, and what found no place.

use super::routine::OwnDay;
use super::stretch::Stretch;
use super::{Asking, DatedStage, Demand, Pace, Plan, Unplaced, days_of};
use crate::item::Tempo;
use crate::schedule::{Block, BlockKey, Origin, Schedule, Template, TemplateBlock};
use crate::{Category, ItemId, Roadmap};
use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};
use std::cell::OnceCell;
use std::collections::{BTreeSet, HashMap};

/// A week of a plan: what it asks and what it has got.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WeekLayout {
    /// The week's first day.
    pub week: NaiveDate,
    /// The blocks in the order of time, with the work laid into them.
    pub blocks: Vec<Block>,
    /// What the stages ask for; of days that are over what was planned for them, also where other weeks took it over.
    pub demands: Vec<Demand>,
    /// What found no place in the blocks.
    pub unplaced: Vec<Unplaced>,
}

/// Lays out the week that begins on `week`: [the blocks](blocks_of_week), [what the stages
/// ask](super::demand()), and [the one laid into the other](super::allocate()). Where the minutes that a
/// stage asks for are an assumption, it asks for no more than the blocks hold.
pub fn lay_out(
    roadmap: &Roadmap,
    plan: &Plan,
    stages: &[DatedStage],
    schedule: &Schedule,
    week: NaiveDate,
) -> WeekLayout {
    Laying::of(roadmap, plan, stages, schedule).week(week)
}

/// A plan read once, to lay out any number of its weeks.
pub(super) struct Laying<'a> {
    pub(super) asking: Asking<'a>,
    plan: &'a Plan,
    schedule: &'a Schedule,
    /// What each stage changes about its days, once one of them is laid out.
    stage_days: Vec<OnceCell<StageDay>>,
}

impl<'a> Laying<'a> {
    pub(super) fn of(
        roadmap: &'a Roadmap,
        plan: &'a Plan,
        stages: &[DatedStage],
        schedule: &'a Schedule,
    ) -> Self {
        let asking = Asking::of(roadmap, plan, stages, schedule);
        let stage_days = std::iter::repeat_with(OnceCell::new).take(asking.stages().len()).collect();
        Self { asking, plan, schedule, stage_days }
    }

    /// See [`lay_out`].
    pub(super) fn week(&self, week: NaiveDate) -> WeekLayout {
        let mut blocks = self.blocks(week);
        let mut demands = self.asking.planned_in(week);
        let mut left = demands.clone();
        let over = self.before_cuts(week, &mut blocks, &mut left);
        let mut unplaced = super::allocate_beside(self.plan.kept_in_blocks(), &left, &mut blocks);
        blocks.splice(..0, over);
        give_way(&mut demands, &mut unplaced);
        WeekLayout { week, blocks, demands, unplaced }
    }

    /// Takes the days out of a week that came before a stage got another end in it, with what they were for by the end of
    /// then, and that off what is left to lay into the others.
    fn before_cuts(&self, week: NaiveDate, blocks: &mut Vec<Block>, left: &mut [Demand]) -> Vec<Block> {
        let mut over = Vec::new();
        for cut in self.asking.cuts_in(week) {
            let mut then = [over.as_slice(), blocks].concat();
            then.iter_mut().for_each(|block| block.work.clear());
            let planned = self.asking.planned_as_of(week, cut.pred_opt().unwrap_or(cut));
            super::allocate_beside(self.plan.kept_in_blocks(), &planned, &mut then);
            let of_then = |block: &Block| {
                blocks.first().is_some_and(|first| first.date <= block.date) && block.date < cut
            };
            over.extend(then.into_iter().filter(of_then));
            blocks.retain(|block| cut <= block.date);
        }
        for portion in over.iter().flat_map(|block| &block.work) {
            if let Some(demand) = left.iter_mut().find(|demand| demand.activity == portion.activity) {
                demand.minutes = demand.minutes.saturating_sub(portion.minutes);
            }
        }
        over
    }

    /// See [`blocks_of_week`].
    pub(super) fn blocks(&self, week: NaiveDate) -> Vec<Block> {
        let schedule = self.schedule;
        let usual = |date: NaiveDate| {
            let template = schedule.template_on(date).filter(|_| date >= self.plan.start);
            let Some(template) = template else { return Vec::new() };
            let on_day: Vec<&StageDay> =
                self.asking.on_day(date).map(|stage| self.stage_day(stage)).collect();
            if on_day.is_empty() {
                return Vec::new();
            }
            let budgeted = |category| on_day.iter().any(|day| day.budgeted.contains(&category));
            let blocks = of_template(template, date, budgeted);
            match self.own_on(date) {
                None => blocks,
                Some(own) => {
                    let fits = own.fits && template.works_on(date.weekday());
                    // What was moved by hand stays there, and its usual time is free.
                    let (moved, blocks): (Vec<Block>, Vec<Block>) =
                        blocks.into_iter().partition(|block| schedule.moves(&block.key));
                    let blocks = match fits {
                        true => own.day.blocks(date, blocks.into_iter().filter(|b| b.pinned).collect()),
                        false => own.day.in_times_of(date, blocks),
                    };
                    [blocks, moved].concat()
                }
            }
        };
        let mut blocks = schedule.adapted(&days_of(week).collect::<Vec<_>>(), usual);
        // A time of work that was moved by hand takes what its day is for, as the day's other times do.
        let moved =
            |block: &&mut Block| schedule.moves(&block.key) && block.category.is_work() && !block.standing;
        for block in blocks.iter_mut().filter(moved) {
            let own = self.own_on(block.date).into_iter().flat_map(|own| own.day.categories());
            for category in own.filter(|category| *category != block.category) {
                if !block.takes_too().any(|taken| taken == category) {
                    block.lent.push(category);
                }
            }
        }
        blocks
    }

    /// The own day of a stage that takes the template's place on a date.
    fn own_on(&self, date: NaiveDate) -> Option<Own<'_>> {
        let template = self.schedule.template_on(date)?;
        self.asking.on_day(date).find_map(|stage| self.stage_day(stage).own_in(template, self.plan))
    }

    /// What the stage in that place changes about its days.
    fn stage_day(&self, place: usize) -> &StageDay {
        self.stage_days[place].get_or_init(|| StageDay::of(&self.asking.stages()[place].1))
    }
}

/// Takes what found no place off the demands it comes from, where they are assumptions, and tells of it no more.
pub(super) fn give_way(demands: &mut [Demand], unplaced: &mut Vec<Unplaced>) {
    let mut assumed: HashMap<ItemId, &mut Demand> =
        demands.iter_mut().filter(|demand| demand.assumed).map(|demand| (demand.activity, demand)).collect();
    unplaced.retain(|left| match assumed.get_mut(&left.activity) {
        Some(demand) => {
            demand.minutes -= left.minutes.min(demand.minutes);
            false
        }
        None => true,
    });
}

/// The blocks of the week that begins on `week`, in the order of time, still without work.
///
/// They are those of the day's template. Where a stage has a routine of its own, or is open-ended with work for
/// every day, those blocks take the template's place on its working days, as long as a week of them
/// fits into the template's hours and the pace, around what is pinned or moved by hand. Where it does not, as at most slower paces, the template's times
/// stay, since who works beside a job has no other, and what the routine names takes them, in its order and each
/// part cut as the day is. A block outside the stage's hours comes inside where
/// the stage budgets its category. Then comes what is [different](Schedule) on a day: days off, blocks that are
/// moved or left out, and those of one date. There are no blocks of a template before the plan's first day, and
/// none after its last.
pub fn blocks_of_week(
    roadmap: &Roadmap,
    plan: &Plan,
    stages: &[DatedStage],
    schedule: &Schedule,
    week: NaiveDate,
) -> Vec<Block> {
    Laying::of(roadmap, plan, stages, schedule).blocks(week)
}

/// A stage's own day, and whether a week of it fits.
struct Own<'a> {
    day: &'a OwnDay,
    fits: bool,
}

/// What a stage changes about its days.
struct StageDay {
    own: OwnDay,
    budgeted: BTreeSet<Category>,
}

impl StageDay {
    fn of(stretch: &Stretch<'_>) -> Self {
        let budgeted = stretch.asks_hours_of().map(|ask| ask.category).collect();
        Self { own: OwnDay::of(stretch), budgeted }
    }

    /// Its own day beside a template; none where it has none.
    fn own_in(&self, template: &Template, plan: &Plan) -> Option<Own<'_>> {
        let asks = self.own.week_minutes(template);
        let hours = || {
            let has = template.work_minutes();
            plan.weekly_minutes().map_or(has, |weekly| weekly.min(has))
        };
        (asks > 0).then(|| Own { day: &self.own, fits: asks <= hours() })
    }
}

fn of_template(template: &Template, date: NaiveDate, budgeted: impl Fn(Category) -> bool) -> Vec<Block> {
    let of_day = |(block, _): &(&TemplateBlock, u32)| block.weekday == date.weekday();
    let mut blocks: Vec<Block> = template
        .blocks
        .iter()
        .zip(0..)
        .filter(of_day)
        .map(|(block, place)| Block {
            key: BlockKey { date, origin: block.id.map_or(Origin::Place(place), Origin::Template) },
            date,
            start: block.start,
            end: block.end,
            category: block.category,
            title: block.title.clone(),
            accepts: block.accepts.clone(),
            lent: Vec::new(),
            standing: block.standing && !budgeted(block.category),
            pinned: block.pinned,
            given: None,
            busy: Vec::new(),
            taken_until: 0,
            work: Vec::new(),
        })
        .collect();
    blocks.sort_by_key(|block| block.start);
    blocks
}

/// The template that fits a pace best: a full-time one for weeks as written, and otherwise the one
/// whose stated hours (or else its own) are nearest to the pace, full time where two are as near.
/// None only where there is none.
pub fn template_for(templates: &[Template], pace: Pace) -> Option<&Template> {
    match pace {
        Pace::AsWritten => templates
            .iter()
            .find(|template| template.tempo == Some(Tempo::FullTime))
            .or_else(|| templates.iter().max_by_key(|template| template.work_minutes())),
        Pace::Hours { per_week_minutes } => templates.iter().min_by_key(|template| {
            let hours = template.stated_minutes.unwrap_or_else(|| template.work_minutes());
            (hours.abs_diff(per_week_minutes), template.tempo != Some(Tempo::FullTime))
        }),
    }
}
