//! Headings as stages, with the weeks, days or dates that they name.

use crate::document::outline::Node;
use crate::document::recognise::body::{self, Place};
use crate::document::recognise::headings::{self, Named, Part};
use crate::document::recognise::links::item_saying;
use crate::document::recognise::said::hoist;
use crate::document::recognise::{endings, holding, item, lengths, options};
use crate::item::{Item, Kind, NumberRange, Span};

pub(super) fn stage(node: &Node, weeks: Option<NumberRange>, days: Option<u32>) -> Vec<Item> {
    stage_of(node, &headings::read(node.text()), weeks, days)
}

/// A stage for a heading, with what it names.
pub(super) fn stage_of(
    node: &Node,
    named: &Named<'_>,
    weeks: Option<NumberRange>,
    days: Option<u32>,
) -> Vec<Item> {
    let text = if named.part.is_some_and(Part::is_stage) {
        named.text
    } else {
        endings::last_week(node.text()).unwrap_or(node.text())
    };
    let (text, dates) = match headings::dated(text) {
        Some((date, title)) if days.is_some() && named.part.is_none() => (title, Some(date)),
        _ => (text, named.dates),
    };
    let is_open = || named.open || headings::has_no_end(node.text());
    let days = match weeks {
        None => days.or_else(|| lengths::lasts(text).filter(|_| !is_open())),
        Some(_) => days,
    };
    let stage = item_saying(Kind::Stage { weeks, days }, text, node);
    let stage = Item { note: dates.map(str::to_owned), ..stage };
    let work = match node.children.first().filter(|_| options::picks_below(text, node)) {
        Some(first) => {
            let span = Span { end: first.span.start, ..first.span };
            body::picked(item(Kind::Choice, text, span), &node.children)
        }
        None => body::read(&node.children, Place::Work).items,
    };
    hoist(holding(stage, work))
}

/// A stage for what a heading holds, which has the heading's line itself.
pub(super) fn whole(node: &Node) -> Item {
    item(Kind::Stage { weeks: None, days: None }, node.text(), Span { end: node.span.start, ..node.span })
}
