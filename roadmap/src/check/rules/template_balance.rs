//! A typical week gives little room to what most of the plan is made of.

use super::hours::{Week, WeekBlock, budgeted, weeks};
use super::said::{category as named, hours, sentence};
use super::{Change, Finding, Rule, Survey, claim};
use crate::Category;

/// A category counts where it has at least this share of the plan, in percent.
const WORTH: u64 = 30;

/// Where a week has no room at all for a category, it may go by another name there; so it counts only
/// from this share on, in percent.
const WORTH_OF_NONE: u64 = 50;

/// It has too little room where its share of the week is less than half its share of the plan.
const HALF: u64 = 2;

pub(super) fn findings(survey: &Survey<'_>) -> Vec<Finding> {
    let weeks = weeks(survey);
    if weeks.is_empty() {
        return Vec::new();
    }
    let (total, by_category) = budgeted(survey);
    let each = |week: &Week<'_>| {
        let shares = by_category
            .iter()
            .map(|(category, minutes)| (*category, (minutes * 100 + total / 2) / total.max(1)));
        shares.filter_map(|(category, share)| finding(week, category, share)).collect::<Vec<_>>()
    };
    weeks.iter().flat_map(each).collect()
}

fn finding(week: &Week<'_>, category: Category, share: u64) -> Option<Finding> {
    let (all, room) = (week.minutes(), week.room(category));
    let of_week = u64::from(room) * 100 / u64::from(all).max(1);
    let worth = if room == 0 { WORTH_OF_NONE } else { WORTH };
    if share < worth || of_week * HALF >= share {
        return None;
    }
    let says = format!(
        "{} is {share} % of the plan's hours, but the {} gives it {} of its {}.",
        sentence(named(category)),
        week.name(),
        hours(room),
        hours(all)
    );
    let mut claims = vec![claim(week.item, format!("{}, {}", week.name(), hours(all)))];
    let block =
        |block: &WeekBlock<'_>| claim(block.item, format!("{}: {}", block.item.text, hours(block.minutes())));
    claims.extend(week.serving(category).map(block));
    let about = format!("{} in {}, {share} %", category.name(), week.item.text);
    let found = Finding::new(Rule::TemplateBalance, &about, says, claims);
    let wanted = u32::try_from(u64::from(all) * share / 100).unwrap_or(all);
    let opened = week.to_open(category, wanted);
    if opened.is_empty() {
        return Some(found);
    }
    let names: Vec<String> = opened.iter().map(|block| format!("“{}”", block.item.text)).collect();
    let change = Change::OpenBlocks { blocks: opened.iter().map(|block| block.item.id).collect(), category };
    Some(found.or(format!("Let {} take {} too", super::said::listed(&names), named(category)), change))
}
