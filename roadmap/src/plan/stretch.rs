//! What of a roadmap is dated, and how long each part is: its stages, or what stands in for them
//! where it has none.
//!
//! Belongs here: reading lengths and budgets off the items. Days and dates belong to `dates`.

use super::reckoned::{is_set_aside, kept_option, reckoned, reckoned_below};
use crate::document::FirstTrack;
use crate::item::{Budget, NumberRange, Tempo};
use crate::{Category, Item, ItemId, Kind, Roadmap};

/// The hours of a week where a document names weeks but neither hours nor blocks: a working week of 40 h.
const WORKING_WEEK: u32 = 40 * 60;

/// What one thing to do takes where a document gives no time at all: an hour.
pub(super) const ITEM_MINUTES: u32 = 60;

/// How long an open-ended stage lasts at the latest where its phase names no months.
const OPEN_MONTHS: u32 = 3;

/// A part of a roadmap that gets dates of its own.
#[derive(Debug, Clone)]
pub(crate) struct Stretch<'a> {
    /// A stage, or what stands in for one.
    pub(crate) item: &'a Item,
    /// The phase it is in, or is.
    pub(super) phase: Option<&'a Item>,
    /// How long it is as written.
    pub(super) length: Length,
    /// What it budgets.
    pub(crate) asks: Vec<Ask>,
}

/// How long a stretch is as written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Length {
    /// As many weeks as it names.
    Weeks(u32),
    /// As many days as it names.
    Days(u32),
    /// One of `parts` equal parts of its phase's months.
    Months { months: NumberRange, part: u32, parts: u32 },
    /// As long as that many minutes take.
    Minutes(u64),
    /// Until something happens; as many months at the latest.
    Open { months: u32 },
}

/// What a stretch asks for one activity.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Ask {
    pub(crate) activity: ItemId,
    pub(crate) category: Category,
    pub(crate) budget: Option<Budget>,
}

impl Ask {
    /// The least minutes in as many weeks; a day's budget counts seven times a week.
    pub(crate) fn minutes(self, weeks: u32) -> u64 {
        match self.budget {
            None => 0,
            Some(Budget::Stage { least, .. }) => u64::from(least),
            Some(Budget::Week { least, .. }) => u64::from(least) * u64::from(weeks),
            Some(Budget::Day { least, .. }) => u64::from(least) * u64::from(weeks) * 7,
        }
    }
}

impl Stretch<'_> {
    /// True where it ends with an event.
    pub(crate) const fn is_open(&self) -> bool {
        matches!(self.length, Length::Open { .. })
    }

    /// The weeks that its weekly and daily budgets are given for: its own, at least one.
    pub(crate) fn weeks(&self) -> u32 {
        match self.length {
            Length::Weeks(weeks) => weeks,
            Length::Days(days) => days.div_ceil(7).max(1),
            Length::Months { months, part, parts } => share(weeks_of(months), part, parts).max(1),
            Length::Minutes(_) | Length::Open { .. } => 1,
        }
    }

    /// How many weeks it takes by what the document says of its length; none where only its work tells, or
    /// an event.
    pub(crate) fn named_weeks(&self) -> Option<f64> {
        match self.length {
            Length::Weeks(weeks) => Some(f64::from(weeks)),
            Length::Days(days) => Some(f64::from(days) / 7.0),
            Length::Months { months, part, parts } => {
                Some(f64::from(share(7 * weeks_of(months), part, parts)) / 7.0)
            }
            Length::Minutes(_) | Length::Open { .. } => None,
        }
    }

    /// The weeks that it lasts, at the latest where it is open-ended.
    pub(crate) fn lasts(&self) -> u32 {
        match self.length {
            Length::Open { months } => weeks_of(NumberRange { from: 1, to: months }),
            _ => self.weeks(),
        }
    }

    /// True where the document gives hours for any of it, also where they are none: where it gives no hours at all,
    /// they are assumed.
    pub(crate) fn states_hours(&self) -> bool {
        state_hours(&self.asks)
    }

    /// The activities that it asks hours of: those with hours, or all of them where none has any.
    pub(crate) fn asks_hours_of(&self) -> impl Iterator<Item = &Ask> {
        let states = self.states_hours();
        self.asks.iter().filter(move |ask| ask.budget.is_some() || !states)
    }

    /// The minutes that the document budgets for the whole of it; 0 where it is open-ended.
    pub(crate) fn budgeted(&self) -> u64 {
        if self.is_open() {
            return 0;
        }
        self.asks.iter().map(|ask| ask.minutes(self.weeks())).sum()
    }

    /// The minutes to reckon with: what is budgeted, or else an assumption from its length.
    pub(super) fn minutes(&self, week: u32) -> u64 {
        match self.length {
            _ if self.states_hours() => self.budgeted(),
            Length::Minutes(minutes) => minutes,
            Length::Open { .. } => 0,
            Length::Weeks(weeks) => u64::from(weeks) * u64::from(week),
            Length::Days(days) => u64::from(days) * u64::from(week) / 7,
            Length::Months { months, part, parts } => {
                u64::from(share(7 * weeks_of(months), part, parts)) * u64::from(week) / 7
            }
        }
    }

    /// How many days it takes as written, at least one; none where it is open-ended.
    pub(super) fn days(&self, week: u32) -> Option<u64> {
        let days = match self.length {
            Length::Open { .. } => return None,
            Length::Weeks(weeks) => 7 * u64::from(weeks),
            Length::Days(days) => u64::from(days),
            Length::Months { months, part, parts } => u64::from(share(7 * weeks_of(months), part, parts)),
            Length::Minutes(_) => (self.minutes(week).saturating_mul(7)).div_ceil(u64::from(week.max(1))),
        };
        Some(days.max(1))
    }
}

/// The minutes of a week as the document means it: what it states for its full-time week, or what the
/// blocks of that week come to, or 40 h.
pub(super) fn written_week(roadmap: &Roadmap) -> u32 {
    roadmap
        .walk()
        .find_map(|item| match item.kind {
            Kind::Template { tempo: None | Some(Tempo::FullTime), stated_minutes } => {
                stated_minutes.or_else(|| Some(work_minutes(item)))
            }
            _ => None,
        })
        .filter(|minutes| *minutes > 0)
        .unwrap_or(WORKING_WEEK)
}

/// The minutes of work in the blocks of a week.
fn work_minutes(template: &Item) -> u32 {
    let minutes = template.walk().filter_map(|item| match &item.kind {
        Kind::Block(rule) if rule.category.is_work() => {
            u32::try_from(rule.days.len()).ok()?.checked_mul(crate::schedule::length(rule))
        }
        _ => None,
    });
    minutes.fold(0, u32::saturating_add)
}

/// What a roadmap says of lengths and hours, read once for any number of plans.
#[derive(Debug)]
pub(super) struct Written<'a> {
    /// What is dated.
    pub(super) stretches: Vec<Stretch<'a>>,
    /// The minutes of a week as the document means it.
    pub(super) week: u32,
}

impl<'a> Written<'a> {
    pub(super) fn of(roadmap: &'a Roadmap) -> Self {
        Self { stretches: stretches(roadmap), week: written_week(roadmap) }
    }
}

/// What of the roadmap is dated, in the order of the document: its stages, and phases that have
/// none; without any of those, the top items that hold something to do. Of alternative tracks that
/// are still to be picked among, the first; of a choice, what is [`reckoned`] with.
pub(crate) fn stretches(roadmap: &Roadmap) -> Vec<Stretch<'_>> {
    all_stretches(roadmap).into_iter().filter_map(|(stretch, dated)| dated.then_some(stretch)).collect()
}

/// The same of every track, each with whether it is dated.
pub(super) fn all_stretches(roadmap: &Roadmap) -> Vec<(Stretch<'_>, bool)> {
    let mut found = Vec::new();
    let mut tracks = Vec::new();
    let mut first = FirstTrack::default();
    let mut left: Vec<(&Item, Option<&Item>, bool)> =
        roadmap.items.iter().rev().map(|item| (item, None, true)).collect();
    while let Some((item, mut phase, around)) = left.pop() {
        let dated = around && first.takes(item);
        match item.kind {
            Kind::Stage { .. } => {
                found.push(stretch(item, phase));
                tracks.push(dated);
                continue;
            }
            Kind::Phase { .. } if !item.walk().any(is_stage) => {
                found.push(stretch(item, Some(item)));
                tracks.push(dated);
                continue;
            }
            Kind::Phase { .. } => phase = Some(item),
            _ => {}
        }
        let kept = kept_option(item);
        let below = item.children.iter().rev();
        left.extend(below.map(|child| (child, phase, dated && !is_set_aside(child, kept))));
    }
    if !tracks.contains(&true) {
        let with_work = |item: &&Item| item.walk().any(|part| part.can_be_done() || is_activity(part));
        found.extend(roadmap.items.iter().filter(with_work).map(|item| stretch(item, None)));
    }
    share_months(&mut found);
    tracks.resize(found.len(), true);
    found.into_iter().zip(tracks).collect()
}

fn is_stage(item: &Item) -> bool {
    matches!(item.kind, Kind::Stage { .. })
}

fn is_activity(item: &Item) -> bool {
    matches!(item.kind, Kind::Activity { .. })
}

fn stretch<'a>(item: &'a Item, phase: Option<&'a Item>) -> Stretch<'a> {
    let asks = asks(item);
    Stretch { item, phase, length: length(item, phase, &asks), asks }
}

/// Its outermost activities with a budget, and those without one that hold none with one; of a choice, those
/// of the option that is [`reckoned`] with.
fn asks(stretch: &Item) -> Vec<Ask> {
    let mut asks = Vec::new();
    let mut left = vec![stretch];
    while let Some(item) = left.pop() {
        let inner = || reckoned_below(item).flat_map(reckoned).any(is_activity);
        match item.kind {
            Kind::Activity { category, budget } if budget.is_some() || !inner() => {
                asks.push(Ask { activity: item.id, category, budget });
            }
            _ => left.extend(reckoned_below(item).rev()),
        }
    }
    asks.retain(|ask| ask.category.is_work());
    asks
}

fn length(item: &Item, phase: Option<&Item>, asks: &[Ask]) -> Length {
    match item.kind {
        Kind::Stage { weeks: Some(weeks), .. } => return Length::Weeks(weeks.count()),
        Kind::Stage { days: Some(days), .. } => return Length::Days(days),
        _ => {}
    }
    let (months, open) = match phase.map(|phase| &phase.kind) {
        Some(Kind::Phase { months, open_ended }) => (*months, *open_ended),
        _ => (None, false),
    };
    let is_for_all = |ask: &&Ask| matches!(ask.budget, Some(Budget::Stage { .. }));
    let budgeted: u64 = asks.iter().filter(is_for_all).map(|ask| ask.minutes(1)).sum();
    // Hours for the whole of it give it an end, even where they are none any more.
    let has_end = asks.iter().any(|ask| is_for_all(&ask));
    let endless = months.is_none() && !has_end && state_hours(asks);
    if open || endless {
        return Length::Open { months: months.map_or(OPEN_MONTHS, NumberRange::count) };
    }
    match months {
        Some(months) => Length::Months { months, part: 0, parts: 1 },
        None if has_end => Length::Minutes(budgeted),
        None => Length::Minutes(items_minutes(item)),
    }
}

/// See [`Stretch::states_hours`].
fn state_hours(asks: &[Ask]) -> bool {
    asks.iter().any(|ask| ask.budget.is_some())
}

/// An hour for each thing to do, and one for a stretch without any.
fn items_minutes(item: &Item) -> u64 {
    let items = reckoned(item).filter(|part| part.can_be_done()).count().max(1);
    u64::try_from(items).unwrap_or(u64::MAX).saturating_mul(u64::from(ITEM_MINUTES))
}

/// Divides a phase's months among its stages, where none of them names weeks; where some do, the
/// months are theirs, and the others are as long as their hours or items take.
fn share_months(found: &mut [Stretch<'_>]) {
    for group in
        found.chunk_by_mut(|a, b| a.phase.is_some() && a.phase.map(|p| p.id) == b.phase.map(|p| p.id))
    {
        let weeks_named =
            group.iter().any(|stretch| matches!(stretch.length, Length::Weeks(_) | Length::Days(_)));
        let shared = group.iter().filter(|s| matches!(s.length, Length::Months { .. })).count();
        let parts = u32::try_from(shared).unwrap_or(u32::MAX);
        let mut next = 0;
        for stretch in group {
            if let Length::Months { part, parts: of, .. } = &mut stretch.length {
                (*part, *of) = (next, parts);
                next += 1;
                if weeks_named {
                    let budgeted: u64 = stretch.asks.iter().map(|ask| ask.minutes(1)).sum();
                    let minutes = if stretch.states_hours() { budgeted } else { items_minutes(stretch.item) };
                    stretch.length = Length::Minutes(minutes);
                }
            }
        }
    }
}

/// The whole weeks of some months, three months having thirteen: months 1 to 6 end after 4, 9, 13,
/// 17, 22 and 26 weeks.
fn weeks_of(months: NumberRange) -> u32 {
    let end = |month: u32| (u64::from(month) * 26 + 3) / 6;
    let weeks = end(months.to) - end(months.from.saturating_sub(1));
    u32::try_from(weeks).unwrap_or(u32::MAX / 7).min(u32::MAX / 7)
}

/// The share of one of `parts` equal parts, such that all together make the whole.
fn share(whole: u32, part: u32, parts: u32) -> u32 {
    let until = |part: u32| u64::from(whole) * u64::from(part) / u64::from(parts.max(1));
    u32::try_from(until(part + 1) - until(part)).unwrap_or(whole)
}
