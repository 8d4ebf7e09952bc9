//! The blocks of a stage's own day: "Morning (2 hours)" with what it is for.

use super::clock::row_at;
use super::hours::stretch_in;
use super::links::item_saying;
use super::{categories, labels};
use crate::Category;
use crate::document::outline::Node;
use crate::item::{BlockRule, Item, Kind, PartOfDay};
use chrono::Weekday;

const WEEK: [Weekday; 7] =
    [Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri, Weekday::Sat, Weekday::Sun];

/// Reads a line as a block of every day; none where it names neither a part of the day nor a time.
/// Its category is what its own words say, or study until [`settle`] has seen what is below it.
pub(super) fn block(node: &Node) -> Option<Item> {
    let text = node.text().trim_end_matches(':');
    if let Some(row) = row_at(text, None) {
        let rule = rule(Some(row.start), u32::from(row.minutes), u32::from(row.minutes), None, row.text);
        return Some(item_saying(Kind::Block(rule), row.text, node));
    }
    let part = labels::part_of_day(text)?;
    let (stretch, name) = stretch_in(text)?;
    let rule = rule(None, stretch.least, stretch.most, Some(part), &name);
    Some(item_saying(Kind::Block(rule), name.trim_end_matches(':'), node))
}

/// Gives a block the category that most of the lines below it have, else `otherwise`.
pub(super) fn settle(block: &mut Item, otherwise: Option<Category>) {
    let below = categories::of_most(block.children.iter().map(|line| line.text.as_str()));
    if let Kind::Block(rule) = &mut block.kind
        && let Some(category) = below.or(otherwise).filter(|_| categories::of(&block.text).is_none())
    {
        rule.category = category;
    }
}

fn rule(start: Option<u16>, minutes: u32, most: u32, part: Option<PartOfDay>, text: &str) -> BlockRule {
    let category = categories::of(text).unwrap_or(Category::Study);
    BlockRule { days: WEEK.to_vec(), start, minutes, most, part, category }
}
