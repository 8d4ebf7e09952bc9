//! A stage's own day, which takes the template's place.

use super::stretch::Stretch;
use crate::item::{BlockRule, Budget, PartOfDay};
use crate::schedule::placing::{Taken, wished};
use crate::schedule::{Block, BlockKey, Origin, Template, overflow, reading};
use crate::{Category, ItemId, Kind};
use chrono::{Datelike, NaiveDate, Weekday};

/// The shortest part that a short day is cut into, in minutes.
const LEAST: u32 = 15;

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

    /// The kinds of work that it is for, in the order of its parts.
    pub(super) fn categories(&self) -> impl Iterator<Item = Category> + use<'_> {
        self.parts.iter().map(|part| part.category).filter(|category| category.is_work())
    }

    /// The minutes of work in a week of it, on the template's working days.
    pub(super) fn week_minutes(&self, template: &Template) -> u32 {
        let working = template.working_days();
        let work = working.iter().flat_map(|day| self.on(*day)).filter(|part| part.category.is_work());
        work.fold(0, |sum, part| sum.saturating_add(part.minutes))
    }

    /// Its work in the times that a template has on that date, where a week of it does not fit: the parts follow each
    /// other in the document's order through the template's blocks, each cut in the proportion that the day is too
    /// short, but to no less than a quarter of an hour, so that on a very short day the last ones have no place. Rest,
    /// blocks outside the stage's hours and pinned ones stay as they are; a time that holds no part stays the
    /// template's. What the day no longer holds is told by what found no place.
    pub(super) fn in_times_of(&self, date: NaiveDate, template: Vec<Block>) -> Vec<Block> {
        let (times, mut blocks): (Vec<Block>, Vec<Block>) = template
            .into_iter()
            .partition(|block| block.category.is_work() && !block.standing && !block.pinned);
        let mut parts = self.on(date.weekday()).filter(|part| part.category.is_work()).peekable();
        let asked: u32 = self.on(date.weekday()).filter(|p| p.category.is_work()).map(|p| p.minutes).sum();
        let has: u32 = times.iter().map(Block::minutes).sum();
        for time in times {
            let (mut start, mut holds_none) = (time.start, true);
            while let Some(part) = parts.peek() {
                let left = u32::from(time.end.saturating_sub(start));
                let wanted = cut(part.minutes, has, asked);
                // What is too short for this time may have the next one, and what nearly fills it takes it all.
                if left < LEAST.min(wanted) || wanted == 0 {
                    break;
                }
                let rest = left.saturating_sub(wanted);
                let minutes = if rest < LEAST { left.min(wanted + rest) } else { wanted };
                let end =
                    start + u16::try_from(minutes).unwrap_or(u16::MAX).min(time.end.saturating_sub(start));
                blocks.push(block(date, part, start, end));
                (start, holds_none) = (end, false);
                parts.next();
            }
            if holds_none || (parts.peek().is_none() && u32::from(time.end.saturating_sub(start)) >= LEAST) {
                blocks.push(Block { start, ..time });
            }
        }
        blocks.sort_by_key(|block| block.start);
        blocks
    }

    /// Its blocks on that date, in the order of time, around those that must not move.
    pub(super) fn blocks(&self, date: NaiveDate, pinned: Vec<Block>) -> Vec<Block> {
        let mut parts: Vec<&Part> = self.on(date.weekday()).collect();
        parts.sort_by_key(|part| (part.start.is_none(), part.start));
        let mut taken = Taken::default();
        for block in &pinned {
            taken.at(block.start, block.minutes());
        }
        let place = |part: &Part| {
            let (start, end) = match part.start {
                Some(start) => taken.at(start, part.minutes),
                None => taken.from(wished(part.part, date.weekday()), part.minutes),
            }?;
            Some(block(date, part, start, end))
        };
        let own: Vec<Block> = parts.into_iter().filter_map(place).collect();
        let mut blocks = [pinned, own].concat();
        blocks.sort_by_key(|block| block.start);
        blocks
    }

    fn on(&self, day: Weekday) -> impl Iterator<Item = &Part> {
        self.parts.iter().filter(move |part| part.days.is_empty() || part.days.contains(&day))
    }
}

/// A part of a day as a block.
fn block(date: NaiveDate, part: &Part, start: u16, end: u16) -> Block {
    Block {
        key: BlockKey { date, origin: Origin::Item(part.item) },
        date,
        start,
        end,
        category: part.category,
        title: part.title.clone(),
        accepts: overflow(part.category).to_vec(),
        lent: Vec::new(),
        standing: false,
        pinned: false,
        given: None,
        busy: Vec::new(),
        taken_until: 0,
        work: Vec::new(),
    }
}

/// A part's minutes on a day that has so many of those that are asked for, in steps of five minutes.
fn cut(minutes: u32, has: u32, asked: u32) -> u32 {
    if has >= asked {
        return minutes;
    }
    let share = u64::from(minutes) * u64::from(has) / u64::from(asked.max(1));
    u32::try_from(share / 5 * 5).unwrap_or(minutes).max(LEAST.min(minutes))
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
