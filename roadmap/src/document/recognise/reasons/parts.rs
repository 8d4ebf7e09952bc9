//! Why something is a phase or a stage.

use super::{Clause, Found, Told, guess, sure};
use crate::document::recognise::headings::{self, Part};
use crate::document::recognise::lengths;
use crate::item::{Item, Kind, NumberRange};

impl Told<'_> {
    pub(super) fn phase(&self, found: &Found<'_>) -> Clause {
        let is_part = |item: &Item| matches!(item.kind, Kind::Stage { .. });
        let holds_stages = found.item.children.iter().any(is_part);
        let node = self.node(found.item).filter(|_| !found.is_implied());
        match node.and_then(|node| node.part()) {
            Some(Part::Months(months)) => sure(numbered("month", months)),
            Some(Part::Numbered) => sure("has a number, as parts of the way have"),
            _ if found.is_implied() || found.item.text == self.title => {
                guess("holds the stages that stand in no phase")
            }
            _ if holds_stages && self.named => sure("its stages stand below it"),
            _ if holds_stages => guess("its stages stand below it"),
            _ => guess("stands for the whole"),
        }
    }

    pub(super) fn stage(&self, found: &Found<'_>) -> Clause {
        let Some(node) = self.node(found.item).filter(|_| !found.is_implied()) else {
            return match self.node(found.item) {
                Some(first) if first.is_list_line() => guess("lists that stand below no heading"),
                _ => guess("work that stands right below its phase"),
            };
        };
        let named = headings::read(node.text());
        match (named.part, named.weeks_mentioned) {
            (Some(Part::Weeks(weeks)), _) => sure(numbered("week", weeks)),
            (Some(Part::Days(_)), _) if named.dates.is_some() => sure("names dates"),
            (Some(Part::Days(1)), _) => sure("names a day"),
            (Some(Part::Days(days)), _) => sure(format!("names {days} days")),
            (Some(Part::Onward), _) => sure("names a beginning and no end"),
            _ if headings::is_ongoing(node.text()) => sure("says that it has no end"),
            (Some(Part::Months(months)), _) => sure(numbered("month", months)),
            (_, Some(weeks)) => sure(numbered("week", weeks)),
            _ if lengths::lasts(node.text()).is_some() => sure("says how long it lasts"),
            _ if headings::dated(node.text()).is_some() && found.item.note.is_some() => {
                sure("names its first day")
            }
            _ if headings::is_turn(node.text()) => sure("has a number, as sprints have"),
            _ if self.named => guess("a heading above lists, in a part that names no weeks"),
            _ => guess("a heading above lists, in a document that names no weeks"),
        }
    }
}

/// "names week 6", "names months 4-6".
fn numbered(unit: &str, range: NumberRange) -> String {
    let NumberRange { from, to } = range;
    if from == to { format!("names {unit} {from}") } else { format!("names {unit}s {from}-{to}") }
}
