//! The heading of a stage or phase names other hours than its parts come to.

use super::said::{hours, hours_between, sentence};
use super::{Change, Claim, Finding, Rule, Survey, claim};
use crate::check::numbering::headed as headed_weeks;
use crate::check::phrases::optional;
use crate::check::words::is_hours;
use crate::check::{NewBudget, NewMeasure};
use crate::document::{figures, headed_time, steps_time};
use crate::item::{Budget, Comparator, Measure, NumberRange};
use crate::plan::Ask;
use crate::{Item, ItemId, Kind};
use std::collections::HashMap;

/// The days that a day's budget may mean, at least and at most.
const DAYS: (u32, u32) = (5, 7);

pub(super) fn findings(survey: &Survey<'_>) -> Vec<Finding> {
    let stages: Vec<Option<Held<'_>>> =
        (0..survey.stages.len()).map(|stage| of_stage(survey, stage)).collect();
    let of_phases = (0..survey.phases.len()).filter_map(|phase| of_phase(survey, phase, &stages)?.finding());
    stages.iter().flatten().filter_map(Held::finding).chain(of_phases).collect()
}

/// True where other budgets would contradict the hours that the heading of their stage names.
pub(super) fn would_contradict(survey: &Survey<'_>, stage: usize, budgets: &[NewBudget]) -> bool {
    let contradicts = |held: Option<Held<'_>>| {
        held.is_some_and(|held| held.headed.is_some_and(|headed| !held.holds(headed)))
    };
    let new = budgets.iter().map(|new| (new.activity, new.budget)).collect();
    contradicts(with_budgets(survey, stage, &new)) && !contradicts(of_stage(survey, stage))
}

/// What the stages ask for, each for the whole of it, by their headings and parts; none where neither names
/// hours. With that whether parts without hours may take more.
pub(super) fn of_stages(survey: &Survey<'_>) -> Vec<Option<(Time, bool)>> {
    let asked = |stage| {
        let held = of_stage(survey, stage);
        let more = held.as_ref().is_some_and(|held| held.headed.is_none() && held.more);
        Some((asked(survey, stage, held.as_ref())?, more))
    };
    (0..survey.stages.len()).map(asked).collect()
}

/// Minutes, at least and at most.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Time {
    pub(super) least: u32,
    pub(super) most: u32,
}

impl Time {
    /// The minutes of a budget in as many weeks.
    pub(super) fn of(budget: Budget, weeks: u32) -> Self {
        let (Budget::Stage { least, most } | Budget::Week { least, most } | Budget::Day { least, most }) =
            budget;
        let (few, many) = match budget {
            Budget::Stage { .. } => (1, 1),
            Budget::Week { .. } => (weeks, weeks),
            Budget::Day { .. } => (weeks.saturating_mul(DAYS.0), weeks.saturating_mul(DAYS.1)),
        };
        Self { least: least.saturating_mul(few), most: most.max(least).saturating_mul(many) }
    }

    const fn and(self, other: Self) -> Self {
        Self { least: self.least.saturating_add(other.least), most: self.most.saturating_add(other.most) }
    }

    fn or(self, other: Self) -> Self {
        Self { least: self.least.min(other.least), most: self.most.max(other.most) }
    }

    /// True where both can be kept, half an hour or a twentieth more or less.
    fn meets(self, other: Self) -> bool {
        let slack = (self.most / 20).max(30);
        other.least <= self.most.saturating_add(slack) && self.least <= other.most.saturating_add(slack)
    }

    pub(super) const NONE: Self = Self { least: 0, most: 0 };
}

/// A stage or phase with the hours of its heading beside those of its parts.
struct Held<'a> {
    item: &'a Item,
    name: String,
    headed: Option<Budget>,
    weeks: u32,
    parts: Time,
    /// True where parts without hours may take more.
    more: bool,
    claims: Vec<Claim>,
    /// What stands for the whole of a stage without activities, and has the hours of its heading.
    whole: Option<&'a Item>,
    /// The largest part with hours of its own, and its minutes.
    largest: Option<(&'a Item, u32)>,
    /// "blocks", "weeks".
    of: &'static str,
}

/// The hours of a stage.
fn of_stage<'a>(survey: &Survey<'a>, stage: usize) -> Option<Held<'a>> {
    with_budgets(survey, stage, &HashMap::new())
}

/// The hours of a stage where some of its activities have other budgets.
fn with_budgets<'a>(
    survey: &Survey<'a>,
    stage: usize,
    budgets: &HashMap<ItemId, Budget>,
) -> Option<Held<'a>> {
    let stretch = &survey.stages.get(stage)?.stretch;
    let weeks = match stretch.item.kind {
        Kind::Stage { weeks: Some(weeks), .. } => weeks.count(),
        _ => stretch.weeks(),
    };
    if stretch.is_open() {
        return None;
    }
    let items: HashMap<ItemId, &Item> =
        survey.within(stage).iter().map(|line| (line.item.id, line.item)).collect();
    let find = |ask: &Ask| items.get(&ask.activity).copied();
    let budget = |ask: &Ask| budgets.get(&ask.activity).copied().or(ask.budget);
    let mut held = Held {
        item: stretch.item,
        name: survey.stage_name(stage),
        headed: headed_time(stretch.item),
        weeks,
        parts: Time::NONE,
        more: false,
        claims: Vec::new(),
        whole: None,
        largest: None,
        of: "parts",
    };
    // What stands for the whole has no line of its own; its parts are its steps.
    if let [ask] = stretch.asks.as_slice()
        && let Some(whole) = find(ask).filter(|item| item.span.start == item.span.end)
    {
        held.headed = budget(ask);
        held.whole = Some(whole);
        held.parts = Time::of(steps_time(whole)?, weeks);
        // A step may be done more than once.
        held.more = true;
        held.claims = timed_steps(whole);
        return Some(held);
    }
    held.more = stretch.asks.iter().any(|ask| ask.budget.is_none()) || has_loose_steps(stretch.item);
    for ask in &stretch.asks {
        let (Some(budget), Some(item)) = (budget(ask), find(ask)) else { continue };
        let time = Time::of(budget, weeks);
        held.parts = held.parts.and(if optional(item) { Time { least: 0, ..time } } else { time });
        held.claims.push(claim(item, format!("{}, {}", item.text, hours_between(time.least, time.most))));
        let is_own = matches!(budget, Budget::Stage { least, most } if least == most);
        if is_own && held.largest.is_none_or(|(_, most)| time.most > most) {
            held.largest = Some((item, time.most));
        }
    }
    (held.parts.most > 0).then_some(held)
}

/// True where a stage holds steps that no activity does.
fn has_loose_steps(stage: &Item) -> bool {
    let mut left = vec![stage];
    while let Some(item) = left.pop() {
        match item.kind {
            Kind::Step { .. } => return true,
            Kind::Activity { .. } | Kind::Checkpoint => {}
            _ => left.extend(&item.children),
        }
    }
    false
}

fn timed_steps(whole: &Item) -> Vec<Claim> {
    let timed = |item: &&Item| matches!(item.kind, Kind::Step { .. } | Kind::Resource { .. });
    whole.walk().filter(timed).map(|item| claim(item, item.text.clone())).collect()
}

/// The hours of a phase, from those of its stages.
fn of_phase<'a>(survey: &Survey<'a>, phase: usize, stages: &[Option<Held<'a>>]) -> Option<Held<'a>> {
    let item = survey.phases.get(phase)?.item;
    let headed = headed_time(item)?;
    let mut held = Held {
        item,
        name: survey.phase_name(phase),
        headed: Some(headed),
        weeks: 0,
        parts: Time::NONE,
        more: false,
        claims: Vec::new(),
        whole: None,
        largest: None,
        of: "stages",
    };
    let inside =
        survey.stages.iter().enumerate().filter(|(stage, at)| {
            survey.phase_of_stage(*stage) == Some(phase) && at.stretch.item.id != item.id
        });
    for (stage, at) in inside {
        let own = asked(survey, stage, stages.get(stage).and_then(Option::as_ref));
        held.weeks = held.weeks.saturating_add(at.stretch.weeks());
        let Some(own) = own else {
            held.more = true;
            continue;
        };
        held.parts = held.parts.and(own);
        let says = format!("{}: {}", survey.stage_name(stage), hours_between(own.least, own.most));
        held.claims.push(claim(at.stretch.item, says));
    }
    let months = survey.phases.get(phase)?.months.map_or(0, |months| months.count().saturating_mul(4));
    let named = headed_weeks(&item.text).map_or(months, NumberRange::count);
    held.more |= held.weeks < named;
    (held.claims.len() > 1).then_some(held)
}

/// What a stage asks for, by its heading and parts or else by its budget alone.
fn asked(survey: &Survey<'_>, stage: usize, held: Option<&Held<'_>>) -> Option<Time> {
    let budgeted = || {
        let minutes = survey.stages.get(stage)?.stretch.budgeted();
        let minutes = u32::try_from(minutes).ok().filter(|minutes| *minutes > 0)?;
        Some(Time { least: minutes, most: minutes })
    };
    held.map(Held::either).or_else(budgeted)
}

impl Held<'_> {
    /// The hours of the heading, or those of the parts.
    fn either(&self) -> Time {
        match self.headed {
            Some(headed) if self.whole.is_some() && self.holds(headed) => Time::of(headed, self.weeks),
            Some(headed) => self.parts.or(Time::of(headed, self.weeks)),
            None => self.parts,
        }
    }

    /// True where the heading can be meant so.
    fn holds(&self, headed: Budget) -> bool {
        let fits = |stated: Time| stated.meets(self.parts) || (self.more && self.parts.least <= stated.most);
        // The hours of a heading for several weeks may be those of each.
        let of_each = match headed {
            Budget::Stage { least, most } => Time::of(Budget::Week { least, most }, self.weeks),
            _ => Time::of(headed, self.weeks),
        };
        // A rate is what a usual week takes, and one of a phase may be lighter.
        let of_phase = matches!(headed, Budget::Week { .. } | Budget::Day { .. }) && self.of == "stages";
        let lighter = || Time { least: Time::of(headed, self.weeks.saturating_sub(1)).least, ..of_each };
        fits(Time::of(headed, self.weeks)) || fits(of_each) || of_phase && fits(lighter())
    }

    fn finding(&self) -> Option<Finding> {
        let headed = self.headed.filter(|headed| !self.holds(*headed))?;
        let stated = Time::of(headed, self.weeks);
        let (said, come) =
            (hours_between(stated.least, stated.most), hours_between(self.parts.least, self.parts.most));
        let is =
            if self.name.starts_with("weeks ") || self.name.starts_with("months ") { "are" } else { "is" };
        let says =
            format!("{} {is} headed {said}, but the {} come to {come}.", sentence(&self.name), self.of);
        let mut claims = vec![claim(self.item, format!("{}: {said}", self.name))];
        claims.extend(self.claims.iter().cloned());
        let mut found = Finding::new(Rule::HeadedHours, &self.item.text, says, claims);
        if let Some(change) = self.as_parts(headed) {
            found = found.or(format!("Make it {come}"), change);
        }
        let wanted = if stated.most < self.parts.least { stated.most } else { stated.least };
        let change = self.largest.and_then(|(item, minutes)| {
            let minutes =
                minutes.checked_add(wanted)?.checked_sub(self.parts.least).filter(|left| *left > 0)?;
            Some((item, minutes))
        });
        if let Some((item, minutes)) = change.filter(|_| self.parts.least == self.parts.most) {
            let budget = Budget::Stage { least: minutes, most: minutes };
            let change = Change::SetBudgets { budgets: vec![NewBudget { activity: item.id, budget }] };
            found = found.or(format!("Make “{}” {}", item.text, hours(minutes)), change);
        }
        Some(found)
    }

    /// Heads the whole with the hours of its parts.
    fn as_parts(&self, headed: Budget) -> Option<Change> {
        let each = |minutes: u32| match headed {
            Budget::Stage { .. } => Some(minutes),
            Budget::Week { .. } => minutes.checked_div(self.weeks),
            Budget::Day { .. } => None,
        };
        let (least, most) = (each(self.parts.least)?, each(self.parts.most)?);
        if let Some(whole) = self.whole {
            let budget = match headed {
                Budget::Week { .. } => Budget::Week { least, most },
                _ => Budget::Stage { least, most },
            };
            return Some(Change::SetBudgets { budgets: vec![NewBudget { activity: whole.id, budget }] });
        }
        // Only hours that are written as one number are put in the place of it.
        let figure = figures(&self.item.text).find(|figure| is_hours(&figure.measure.unit))?;
        let (Budget::Stage { least: one, .. }
        | Budget::Week { least: one, .. }
        | Budget::Day { least: one, .. }) = headed;
        if figure.measure.value * 60.0 != f64::from(one) {
            return None;
        }
        let in_hours = |minutes: u32| (f64::from(minutes) / 6.0).round() / 10.0;
        let upper = (least < most).then(|| in_hours(most));
        let comparator = if upper.is_some() { Comparator::Between } else { figure.measure.comparator };
        let measure = Measure { comparator, value: in_hours(least), upper, unit: figure.measure.unit };
        Some(Change::SetMeasures { measures: vec![NewMeasure { item: self.item.id, measure }] })
    }
}
