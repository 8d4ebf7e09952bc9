//! A stage's own day, which takes the template's place.

use super::stretch::Stretch;
use crate::item::{BlockRule, Budget, PartOfDay};
use crate::schedule::placing::{Taken, wished};
use crate::schedule::{Block, BlockKey, Origin, Template, overflow, reading};
use crate::{Category, ItemId, Kind};
use chrono::{Datelike, NaiveDate, Weekday};

/// A stage's own day: its routine, or the daily work of an open-ended stage.
#[derive(Debug, Clone, Default)]
pub(super) struct OwnDay {
    parts: Vec<Part>,
}

#[derive(Debug, Clone)]
struct Part {
    item: ItemId,
    title: String,
    category: Category,
    minutes: u32,
    start: Option<u16>,
    part: Option<PartOfDay>,
    /// The days it is on; all of them where the document names none.
    days: Vec<Weekday>,
}

impl OwnDay {
    /// The own day of a stretch; without parts where it has none.
    pub(super) fn of(stretch: &Stretch<'_>) -> Self {
        let mut parts: Vec<Part> = Vec::new();
        for routine in stretch.item.walk().filter(|item| matches!(item.kind, Kind::Routine)) {
            for item in routine.walk() {
                if let Kind::Block(rule) = &item.kind {
                    parts.push(of_rule(item.id, &item.text, rule));
                }
            }
        }
        if parts.is_empty() && stretch.is_open() {
            parts = daily_work(stretch);
        }
        parts.retain(|part| part.minutes > 0);
        Self { parts }
    }

    /// True where it has something to do, and a week of it fits into `minutes`.
    pub(super) fn fits(&self, template: &Template, minutes: u32) -> bool {
        let working = template.working_days();
        let week: u32 = working
            .iter()
            .flat_map(|day| self.on(*day))
            .filter(|part| part.category.is_work())
            .map(|part| part.minutes)
            .sum();
        week > 0 && week <= minutes
    }

    /// Its blocks on that date, in the order of time.
    pub(super) fn blocks(&self, date: NaiveDate) -> Vec<Block> {
        let mut parts: Vec<&Part> = self.on(date.weekday()).collect();
        parts.sort_by_key(|part| (part.start.is_none(), part.start));
        let mut taken = Taken::default();
        let place = |part: &Part| {
            let (start, end) = match part.start {
                Some(start) => taken.at(start, part.minutes),
                None => taken.from(wished(part.part, date.weekday()), part.minutes),
            }?;
            Some(Block {
                key: BlockKey { date, origin: Origin::Item(part.item) },
                date,
                start,
                end,
                category: part.category,
                title: part.title.clone(),
                accepts: overflow(part.category).to_vec(),
                standing: false,
                pinned: false,
                given: None,
                busy: Vec::new(),
                work: Vec::new(),
            })
        };
        let mut blocks: Vec<Block> = parts.into_iter().filter_map(place).collect();
        blocks.sort_by_key(|block| block.start);
        blocks
    }

    fn on(&self, day: Weekday) -> impl Iterator<Item = &Part> {
        self.parts.iter().filter(move |part| part.days.is_empty() || part.days.contains(&day))
    }
}

fn of_rule(item: ItemId, title: &str, rule: &BlockRule) -> Part {
    Part {
        item,
        title: title.to_owned(),
        category: rule.category,
        minutes: reading::length(rule),
        start: rule.start,
        part: rule.part,
        days: rule.days.clone(),
    }
}

/// The activities with a daily budget: spread over morning, afternoon and evening in their order.
fn daily_work(stretch: &Stretch<'_>) -> Vec<Part> {
    const PARTS: [PartOfDay; 3] = [PartOfDay::Morning, PartOfDay::Afternoon, PartOfDay::Evening];
    let daily: Vec<(ItemId, Category, u32)> = stretch
        .asks
        .iter()
        .filter_map(|ask| match ask.budget {
            Some(Budget::Day { least, most }) => {
                Some((ask.activity, ask.category, if least > 0 { least } else { most }))
            }
            _ => None,
        })
        .collect();
    let in_a_part = daily.len().div_ceil(PARTS.len()).max(1);
    let title = |id| stretch.item.walk().find(|item| item.id == id).map(|item| item.text.clone());
    daily
        .iter()
        .zip(0..)
        .map(|((item, category, minutes), place)| Part {
            item: *item,
            title: title(*item).unwrap_or_default(),
            category: *category,
            minutes: *minutes,
            start: None,
            part: PARTS.get(place / in_a_part).copied(),
            days: Vec::new(),
        })
        .collect()
}
