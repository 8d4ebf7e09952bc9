//! The templates that a document states, as blocks with times.

use super::placing::{Taken, wished};
use super::{Template, TemplateBlock, default, overflow};
use crate::item::{BlockRule, Tempo};
use crate::{Category, Item, Kind, Roadmap};
use chrono::Weekday;

/// Up to this many minutes a week, a template that doesn't say is meant for part time: 25 h.
const PART_TIME: u32 = 25 * 60;

/// The templates of a document, full time first, and one of the app's own for each tempo that the
/// document leaves out; so there is always one for full and one for part time.
///
/// Blocks without a time get one: mornings from 9:00, afternoons from 14:00, evenings and weeknights
/// from 19:00, Saturdays and Sundays from 9:00, and later where that is taken. Where two blocks
/// overlap, the later one begins when the earlier is over. Each accepts what [`overflow()`] says.
/// Review is standing, and beside it interview practice, applications, writing and networking, in a
/// full-time template only: part time has no hours outside the stage's.
pub fn templates_of(roadmap: &Roadmap) -> Vec<Template> {
    let mut found: Vec<Template> = roadmap.walk().filter_map(template).collect();
    for tempo in [Tempo::FullTime, Tempo::PartTime] {
        if found.iter().all(|template| template.tempo != Some(tempo)) {
            found.push(default::template(tempo));
        }
    }
    found.sort_by_key(|template| template.tempo == Some(Tempo::PartTime));
    found
}

/// True for blocks that stay outside the stage's hours as long as it has no budget for them.
pub(super) const fn stands(category: Category, tempo: Tempo) -> bool {
    match category {
        Category::Review => true,
        Category::InterviewPrep | Category::JobSearch | Category::Writing | Category::Networking => {
            matches!(tempo, Tempo::FullTime)
        }
        Category::Study | Category::HandsOn | Category::Rest => false,
    }
}

fn template(item: &Item) -> Option<Template> {
    let Kind::Template { stated_minutes, tempo } = item.kind else { return None };
    let rules: Vec<(&Item, &BlockRule)> = item.walk().filter_map(rule).collect();
    let work: usize =
        rules.iter().filter(|(_, rule)| rule.category.is_work()).map(|(_, rule)| minutes(rule)).sum();
    if work == 0 {
        return None;
    }
    let tempo = tempo.unwrap_or(if work <= PART_TIME as usize { Tempo::PartTime } else { Tempo::FullTime });
    let days = (0..7).filter_map(|day| Weekday::try_from(day).ok());
    let blocks = days.flat_map(|day| blocks_of_day(day, &rules, tempo)).collect();
    Some(Template { name: item.text.clone(), tempo: Some(tempo), stated_minutes, blocks })
}

fn rule(item: &Item) -> Option<(&Item, &BlockRule)> {
    match &item.kind {
        Kind::Block(rule) => Some((item, rule)),
        _ => None,
    }
}

/// The minutes a week of a rule.
fn minutes(rule: &BlockRule) -> usize {
    rule.days.len() * length(rule) as usize
}

/// The least of a range, unless that is nothing.
pub(crate) fn length(rule: &BlockRule) -> u32 {
    if rule.minutes > 0 { rule.minutes } else { rule.most }
}

fn blocks_of_day(day: Weekday, rules: &[(&Item, &BlockRule)], tempo: Tempo) -> Vec<TemplateBlock> {
    let mut of_day: Vec<_> =
        rules.iter().filter(|(_, rule)| rule.days.contains(&day) && length(rule) > 0).collect();
    of_day.sort_by_key(|(_, rule)| (rule.start.is_none(), rule.start));
    let mut taken = Taken::default();
    let place = |(item, rule): &&(&Item, &BlockRule)| {
        let (start, end) = match rule.start {
            Some(start) => taken.at(start, length(rule)),
            None => taken.from(wished(rule.part, day), length(rule)),
        }?;
        Some(block(day, start, end, &item.text, rule.category, tempo))
    };
    let mut blocks: Vec<TemplateBlock> = of_day.iter().filter_map(place).collect();
    blocks.sort_by_key(|block| block.start);
    blocks
}

/// A block with the app's own answers to what the document leaves open.
pub(super) fn block(
    weekday: Weekday,
    start: u16,
    end: u16,
    title: &str,
    category: Category,
    tempo: Tempo,
) -> TemplateBlock {
    let category = if catches_up(title) && category == Category::Review { Category::Study } else { category };
    TemplateBlock {
        id: None,
        weekday,
        start,
        end,
        category,
        title: title.to_owned(),
        accepts: overflow(category).to_vec(),
        standing: stands(category, tempo),
        pinned: false,
    }
}

/// True for time to catch up in, which takes whatever is left over.
fn catches_up(title: &str) -> bool {
    let title = title.to_lowercase();
    ["catch up", "catch-up", "catching up"].iter().any(|words| title.contains(words))
}
