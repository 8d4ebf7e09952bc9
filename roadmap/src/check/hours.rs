//! Hours: what the weeks ask for, and what a typical week has, by kind of work.

use super::survey::{Line, Survey};
use crate::document::categories_named;
use crate::item::{BlockRule, Tempo};
use crate::schedule::reading::length;
use crate::{Category, Item, ItemId, Kind};
use chrono::Weekday;
use std::collections::HashSet;

/// So many templates are read; a document with more is none that a person wrote.
const MOST: usize = 16;

/// A typical week as the document states it.
pub(super) struct Week<'a> {
    pub(super) item: &'a Item,
    pub(super) tempo: Option<Tempo>,
    /// The minutes that its heading claims.
    pub(super) stated: Option<u32>,
    pub(super) blocks: Vec<WeekBlock<'a>>,
}

/// A block of it, on all its days.
pub(super) struct WeekBlock<'a> {
    pub(super) item: &'a Item,
    pub(super) rule: &'a BlockRule,
    /// What its words, or the lines below it, say it is for.
    pub(super) serves: Vec<Category>,
}

impl WeekBlock<'_> {
    /// At least so many minutes a week.
    pub(super) fn minutes(&self) -> u32 {
        length(self.rule).saturating_mul(self.days())
    }

    /// At most so many minutes a week.
    pub(super) fn most(&self) -> u32 {
        self.rule.most.max(length(self.rule)).saturating_mul(self.days())
    }

    fn days(&self) -> u32 {
        u32::try_from(self.rule.days.len()).unwrap_or(7)
    }
}

impl<'a> Week<'a> {
    /// The blocks for anything but rest.
    pub(super) fn work(&self) -> impl Iterator<Item = &WeekBlock<'a>> {
        self.blocks.iter().filter(|block| block.rule.category.is_work())
    }

    /// The blocks that stand on days with nothing but review: a light review on a day of rest.
    pub(super) fn light(&self) -> Vec<&WeekBlock<'a>> {
        let works = |day: &Weekday| {
            self.work().any(|block| block.rule.category != Category::Review && block.rule.days.contains(day))
        };
        self.work().filter(|block| !block.rule.days.iter().any(works)).collect()
    }

    /// The minutes of all working days.
    pub(super) fn minutes(&self) -> u32 {
        let light = total(self.light().iter().map(|block| block.minutes()));
        total(self.work().map(WeekBlock::minutes)).saturating_sub(light)
    }

    /// The blocks that serve a category.
    pub(super) fn serving(&self, category: Category) -> impl Iterator<Item = &WeekBlock<'a>> {
        self.work().filter(move |block| block.serves.contains(&category))
    }

    /// The minutes of the blocks that serve a category.
    pub(super) fn room(&self, category: Category) -> u32 {
        total(self.serving(category).map(WeekBlock::minutes))
    }

    /// Its name in a sentence: "full-time week", "week “Term time”".
    pub(super) fn name(&self) -> String {
        match self.tempo {
            Some(Tempo::FullTime) => "full-time week".to_owned(),
            Some(Tempo::PartTime) => "part-time week".to_owned(),
            None => format!("week “{}”", self.item.text),
        }
    }

    /// Blocks to open for a category, those with the most room first, until there is room for as much;
    /// none where all blocks together are too few.
    pub(super) fn to_open(&self, category: Category, minutes: u32) -> Vec<&WeekBlock<'a>> {
        let mut closed: Vec<&WeekBlock<'a>> =
            self.work().filter(|block| !block.serves.contains(&category)).collect();
        // Review keeps its time, and what lies nearest to the work is opened first.
        closed.retain(|block| block.rule.category != Category::Review);
        let near = crate::schedule::overflow(category);
        let rank = |block: &WeekBlock<'_>| near.iter().position(|other| *other == block.rule.category);
        closed.sort_by_key(|block| (rank(block).unwrap_or(near.len()), std::cmp::Reverse(block.minutes())));
        let mut room = self.room(category);
        let mut opened = Vec::new();
        for block in closed {
            if room >= minutes {
                break;
            }
            room = room.saturating_add(block.minutes());
            opened.push(block);
        }
        if room >= minutes { opened } else { Vec::new() }
    }
}

/// The sum of some minutes; a document may name any number of them.
pub(super) fn total(minutes: impl Iterator<Item = u32>) -> u32 {
    minutes.fold(0, u32::saturating_add)
}

/// The typical weeks that the document states.
pub(super) fn weeks<'a>(survey: &Survey<'a>) -> Vec<Week<'a>> {
    let templates = survey.lines.iter().filter_map(|line| match line.item.kind {
        Kind::Template { stated_minutes, tempo } => {
            let blocks = line.item.walk().filter_map(block).collect();
            Some(Week { item: line.item, tempo, stated: stated_minutes, blocks })
        }
        _ => None,
    });
    templates.filter(|week: &Week<'_>| week.minutes() > 0).take(MOST).collect()
}

fn block(item: &Item) -> Option<WeekBlock<'_>> {
    let Kind::Block(rule) = &item.kind else { return None };
    let below = item.children.iter().map(|line| line.text.as_str());
    let mut serves: Vec<Category> =
        std::iter::once(item.text.as_str()).chain(below).flat_map(categories_named).collect();
    if rule.category == Category::Review {
        // What one looks back on in a review is no work of its own.
        serves = vec![Category::Review];
    } else if serves.is_empty() {
        // A name that tells no kind of work may stand for any.
        serves = Category::ALL.to_vec();
    } else {
        serves.push(rule.category);
    }
    Some(WeekBlock { item, rule, serves })
}

/// The minutes that the stages with an end budget, and of them those that are said to be for each category.
pub(super) fn budgeted(survey: &Survey<'_>) -> (u64, Vec<(Category, u64)>) {
    let assumed = assumed(survey);
    let mut of: Vec<(Category, u64)> = Category::ALL.map(|category| (category, 0)).to_vec();
    let mut all = 0_u64;
    for stretch in survey.stages.iter().map(|stage| &stage.stretch).filter(|stretch| !stretch.is_open()) {
        for ask in &stretch.asks {
            let own = ask.minutes(stretch.weeks());
            all = all.saturating_add(own);
            let said = !assumed.contains(&ask.activity);
            if let Some((_, minutes)) = of.iter_mut().find(|(category, _)| *category == ask.category && said)
            {
                *minutes = minutes.saturating_add(own);
            }
        }
    }
    (all, of)
}

/// The activities whose hours are only assumed to be for study, as is what names no kind of work: neither
/// their words nor the lines below speak of it.
pub(super) fn assumed(survey: &Survey<'_>) -> HashSet<ItemId> {
    let studies = |line: &Line<'_>| {
        line.stage.is_some() && categories_named(&line.item.text).contains(&Category::Study)
    };
    let mut says: Vec<bool> = survey.lines.iter().map(studies).collect();
    for (place, line) in survey.lines.iter().enumerate().rev() {
        let said = says.get(place).copied().unwrap_or(false);
        if let Some(above) = line.above.and_then(|above| says.get_mut(above)) {
            *above |= said;
        }
    }
    let is_study = |item: &Item| matches!(item.kind, Kind::Activity { category: Category::Study, .. });
    let unsaid = survey.lines.iter().zip(says).filter(|(line, said)| !said && is_study(line.item));
    unsaid.map(|(line, _)| line.item.id).collect()
}
