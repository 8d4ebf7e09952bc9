//! What a week asks: minutes for each activity of the stages in it.

use super::moves::Moves;
use super::share::{Share, as_of, days_between, got_another_end};
use super::stretch::{Ask, Stretch, stretches, written_week};
use super::{DatedStage, Plan, days_of};
use crate::item::Budget;
use crate::schedule::Schedule;
use crate::{Category, ItemId, Roadmap};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use std::cell::OnceCell;
use std::collections::{HashMap, HashSet};
use std::ops::Range;

/// What a week asks for one activity.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Demand {
    /// The activity; the stage itself where it has none.
    pub activity: ItemId,
    /// The stage it belongs to.
    pub stage: ItemId,
    /// What kind of work it is.
    pub category: Category,
    /// The clock minutes it asks for in that week.
    pub minutes: u32,
    /// The first and the last day that its work belongs on: those of its stage, or any where its week took it over.
    pub days: (NaiveDate, NaiveDate),
    /// True where the document gives the stage no hours and the minutes are an assumption.
    pub assumed: bool,
}

/// What the week that begins on `week` asks, in the order of the document.
///
/// A stage's hours are spread evenly over its days with work in `schedule`, a light day taking half of one
/// (over all of them where it has no such days), so that the weeks of a stage together ask for exactly its hours. Days
/// off put what they take behind them, never before: no week asks for more as one after it is off. An open-ended stage asks
/// for its daily budgets on each of those days, and spreads its weekly ones over them; at a pace by hours
/// they are cut in proportion where they ask for more than the pace gives for as many of them. Of a budget's range the least counts. A
/// stage without any hours asks for what [`date_stages`](super::date_stages) assumes, the same for
/// each of its activities.
pub fn demand(
    roadmap: &Roadmap,
    plan: &Plan,
    stages: &[DatedStage],
    week: NaiveDate,
    schedule: &Schedule,
) -> Vec<Demand> {
    Asking::of(roadmap, plan, stages, schedule).in_week(week)
}

/// What all stages ask, read once for any number of weeks.
pub(crate) struct Asking<'a> {
    stages: Vec<(DatedStage, Stretch<'a>)>,
    /// The day on which each of them and all before it are over.
    over: Vec<NaiveDate>,
    schedule: &'a Schedule,
    weekly: Option<u32>,
    written_week: u32,
    moves: Moves,
    /// Where each activity stands, once that is asked for.
    places: OnceCell<HashMap<ItemId, usize>>,
    /// The activities that it asks hours of, once that is asked for.
    asks_hours_of: OnceCell<HashSet<ItemId>>,
}

impl<'a> Asking<'a> {
    /// What the stages of this plan ask on these days.
    pub(crate) fn of(
        roadmap: &'a Roadmap,
        plan: &Plan,
        stages: &[DatedStage],
        schedule: &'a Schedule,
    ) -> Self {
        let by_name: HashMap<ItemId, &DatedStage> = stages.iter().map(|stage| (stage.stage, stage)).collect();
        let dated = |stretch: Stretch<'a>| Some((**by_name.get(&stretch.item.id)?, stretch));
        let stages: Vec<(DatedStage, Stretch<'a>)> =
            stretches(roadmap).into_iter().filter_map(dated).collect();
        let mut last = NaiveDate::MIN;
        let over = stages.iter().map(|(stage, _)| {
            last = last.max(stage.last_day());
            last
        });
        let mut asking = Self {
            over: over.collect(),
            stages,
            schedule,
            weekly: plan.weekly_minutes(),
            written_week: written_week(roadmap),
            moves: Moves::default(),
            places: OnceCell::new(),
            asks_hours_of: OnceCell::new(),
        };
        asking.moves = Moves::of(&schedule.moved, plan.week_start, |week| asking.before_moves(week));
        asking
    }

    /// The stages with their dates, in the order of the document.
    pub(super) fn stages(&self) -> &[(DatedStage, Stretch<'a>)] {
        &self.stages
    }

    /// The places of the stages that a day belongs to.
    pub(super) fn on_day(&self, day: NaiveDate) -> impl Iterator<Item = usize> {
        self.between(day, day).filter(move |place| self.stages[*place].0.holds(day))
    }

    /// The places of the stages that may have a day between these two: they begin one after the other.
    fn between(&self, first: NaiveDate, last: NaiveDate) -> Range<usize> {
        let from = self.over.partition_point(|over| *over < first);
        let until = self.stages.partition_point(|(stage, _)| stage.from <= last);
        from..until
    }

    /// What the week that begins on `week` asks; see [`demand`].
    pub(crate) fn in_week(&self, week: NaiveDate) -> Vec<Demand> {
        self.with_moves(week, false, self.before_moves(week))
    }

    /// The same with what other weeks took over once it was late, and without what was worked in it before its time: what
    /// was planned for that week.
    pub(crate) fn planned_in(&self, week: NaiveDate) -> Vec<Demand> {
        self.with_moves(week, true, self.before_moves(week))
    }

    /// The days of a week after its first on which stages got another end, the earliest first.
    pub(super) fn cuts_in(&self, week: NaiveDate) -> Vec<NaiveDate> {
        let last = days_of(week).last().unwrap_or(week);
        let stages = self.stages.get(self.between(week, last)).unwrap_or_default();
        let cuts = stages.iter().flat_map(|(stage, _)| got_another_end(stage, self.schedule));
        let mut cuts: Vec<NaiveDate> = cuts.filter(|cut| week < *cut && *cut <= last).collect();
        cuts.sort_unstable();
        cuts.dedup();
        cuts
    }

    /// What was planned for a week by the ends that stages had on a day.
    pub(super) fn planned_as_of(&self, week: NaiveDate, day: NaiveDate) -> Vec<Demand> {
        let mut schedule = self.schedule.clone();
        schedule.former_ends = schedule.former_ends.known_on(day);
        let stages = self.stages.iter();
        let then = Asking {
            stages: stages
                .map(|(stage, stretch)| (as_of(stage, self.schedule, day), stretch.clone()))
                .collect(),
            over: self.over.clone(),
            schedule: &schedule,
            weekly: self.weekly,
            written_week: self.written_week,
            moves: Moves::default(),
            places: OnceCell::new(),
            asks_hours_of: OnceCell::new(),
        };
        self.with_moves(week, true, then.before_moves(week))
    }

    fn with_moves(&self, week: NaiveDate, as_planned: bool, mut demands: Vec<Demand>) -> Vec<Demand> {
        if self.moves.apply(week, as_planned, &mut demands) {
            demands.sort_by_key(|demand| self.place(demand.activity));
            demands.retain(|demand| demand.minutes > 0);
        }
        demands
    }

    /// True for an activity that some week may ask hours of: one with hours, or any of a stage that has none.
    pub(crate) fn asks_hours_of(&self, activity: ItemId) -> bool {
        let hours_of = |(stage, stretch): &(DatedStage, Stretch<'_>)| {
            let whole = stretch.asks.is_empty().then_some(stage.stage);
            whole.into_iter().chain(stretch.asks_hours_of().map(|ask| ask.activity)).collect::<Vec<_>>()
        };
        self.asks_hours_of.get_or_init(|| self.stages.iter().flat_map(hours_of).collect()).contains(&activity)
    }

    /// Where what is asked for an activity stands in the document; a stage stands for itself where it has none.
    fn place(&self, activity: ItemId) -> Option<usize> {
        let names = self.stages.iter().flat_map(|(stage, stretch)| {
            std::iter::once(stage.stage).chain(stretch.asks.iter().map(|ask| ask.activity))
        });
        let places = self.places.get_or_init(|| names.zip(0..).collect());
        places.get(&activity).copied()
    }

    /// What the days of a week before one of them ask for, but for what is moved.
    pub(crate) fn in_week_until(&self, week: NaiveDate, day: NaiveDate) -> Vec<Demand> {
        self.of_days(week, |of_week| of_week < day)
    }

    fn before_moves(&self, week: NaiveDate) -> Vec<Demand> {
        self.of_days(week, |_| true)
    }

    fn of_days(&self, week: NaiveDate, wanted: impl Fn(NaiveDate) -> bool) -> Vec<Demand> {
        let schedule = self.schedule;
        let (mut demands, mut open) = (Vec::new(), Vec::new());
        let mut open_days = 0;
        let last_of_week = days_of(week).last().unwrap_or(week);
        for (stage, stretch) in self.stages.get(self.between(week, last_of_week)).unwrap_or_default() {
            let days: Vec<NaiveDate> =
                days_of(week).filter(|day| wanted(*day) && stage.holds(*day)).collect();
            let (Some(first), Some(last)) = (days.first(), days.last()) else { continue };
            let within = Share::of(stage, *first, *last, schedule);
            if stretch.is_open() {
                let working = to_unsigned(days.iter().filter(|day| schedule.works_on(**day)).count());
                open_days = open_days.max(working);
                open.extend(self.of_open(stage, stretch, within, working));
            } else {
                demands.extend(self.of_closed(stage, stretch, within));
            }
        }
        let in_a_week = schedule.template_on(week).map_or(0, |template| template.working_days().len());
        self.cut_to_pace(&mut open, open_days, to_unsigned(in_a_week));
        demands.extend(open);
        demands.retain(|demand| demand.minutes > 0);
        demands
    }

    fn of_closed(&self, stage: &DatedStage, stretch: &Stretch<'_>, within: Share) -> Vec<Demand> {
        if stage.assumed {
            return assumed(stage, stretch, within, stretch.minutes(self.written_week));
        }
        let weeks = stretch.weeks();
        let demand = |ask: &Ask| of_ask(stage, ask, within.of_total(ask.minutes(weeks)));
        stretch.asks.iter().map(demand).collect()
    }

    fn of_open(&self, stage: &DatedStage, stretch: &Stretch<'_>, within: Share, working: u64) -> Vec<Demand> {
        if stage.assumed {
            let total = u64::from(self.written_week) * length(stage) / 7;
            return assumed(stage, stretch, within, total);
        }
        let minutes = |ask: &Ask| match ask.budget {
            None => 0,
            Some(Budget::Stage { least, .. }) => within.of_total(u64::from(least)),
            Some(Budget::Week { least, .. }) => within.of_total(u64::from(least) * length(stage) / 7),
            Some(Budget::Day { least, .. }) => u64::from(least) * working,
        };
        stretch.asks.iter().map(|ask| of_ask(stage, ask, minutes(ask))).collect()
    }

    /// Holds what open-ended stages ask to what the pace gives for as many of a week's working days.
    fn cut_to_pace(&self, demands: &mut [Demand], days: u64, in_a_week: u64) {
        let Some(weekly) = self.weekly else { return };
        let cap = u64::from(weekly) * days / in_a_week.max(1);
        let asked: u64 = demands.iter().map(|demand| u64::from(demand.minutes)).sum();
        if asked > cap {
            for demand in demands {
                demand.minutes = to_minutes(u64::from(demand.minutes) * cap / asked);
            }
        }
    }
}

/// A stage's part of a total that the document doesn't state, the same for each of its activities.
fn assumed(stage: &DatedStage, stretch: &Stretch<'_>, within: Share, total: u64) -> Vec<Demand> {
    let whole = Ask { activity: stage.stage, category: Category::Study, budget: None };
    let asks = if stretch.asks.is_empty() { std::slice::from_ref(&whole) } else { &stretch.asks };
    let count = to_unsigned(asks.len());
    let until = |part: u64| total.saturating_mul(part) / count.max(1);
    asks.iter()
        .zip(0..)
        .map(|(ask, part)| of_ask(stage, ask, within.of_total(until(part + 1) - until(part))))
        .map(|demand| Demand { assumed: true, ..demand })
        .collect()
}

fn of_ask(stage: &DatedStage, ask: &Ask, minutes: u64) -> Demand {
    let Ask { activity, category, .. } = *ask;
    let days = (stage.from, stage.last_day());
    Demand { activity, stage: stage.stage, category, minutes: to_minutes(minutes), days, assumed: false }
}

fn length(stage: &DatedStage) -> u64 {
    days_between(stage.from, stage.last_day())
}

fn to_unsigned<N: TryInto<u64>>(number: N) -> u64 {
    number.try_into().unwrap_or(0)
}

fn to_minutes(minutes: u64) -> u32 {
    u32::try_from(minutes).unwrap_or(u32::MAX)
}
