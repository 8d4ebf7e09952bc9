//! Headings that are no part of the way, with all that is below them: sections, goals, gates and schedules.

use super::body::{self, Place};
use super::contents::{is_day, is_heading, split};
use super::gates::GateOf;
use super::links::item_of;
use super::parts::{Above, part, unnamed};
use super::said::hoist;
use super::{holding, schedule_sections, schedules};
use crate::document::outline::Node;
use crate::item::{About, Item, Kind};

/// What it is all for, below a heading of its own.
pub(super) fn goals(node: &Node) -> Vec<Item> {
    let mut section = section(node, About::Other);
    for item in section.iter_mut().take(1).flat_map(|section| &mut section.children) {
        if item.kind == Kind::Entry {
            item.kind = Kind::Goal;
        }
    }
    section
}

/// A heading that is no part of the way, with what is below it.
pub(super) fn section(node: &Node, about: About) -> Vec<Item> {
    let (blocks, below) = split(node);
    let kind = match (about, GateOf::read(node.text())) {
        (About::Gates, Some(part)) => Kind::Gate { months: part.months() },
        (About::Schedule, _) => return schedule(node, schedule_sections::heading),
        _ if below.len() > 1 && below.iter().all(is_day) && schedules::are_days(below) => {
            return schedule(node, schedule_sections::heading);
        }
        _ => Kind::Section { about },
    };
    let mut items = body::read(blocks, Place::Section(about)).items;
    items.extend(below.iter().flat_map(|below| match about {
        _ if below.taken().is_some() || !is_heading(below) => part(below, Above::Section(about)),
        // A heading over different subjects leaves each its own.
        About::Other => unnamed(below, Above::Section(About::Other), None),
        About::Gates if GateOf::read(below.text()).is_some() => section(below, about),
        _ => section(below, below.about().unwrap_or(about)),
    }));
    hoist(holding(item_of(kind, node), items))
}

/// The metrics of a phase, which are its gate unless they are told for parts of it.
pub(super) fn gate(mut section: Vec<Item>) -> Vec<Item> {
    let is_gate = |item: &Item| matches!(item.kind, Kind::Gate { .. });
    if let Some(whole) = section.first_mut().filter(|whole| !whole.walk().any(is_gate)) {
        whole.kind = Kind::Gate { months: None };
    }
    section
}

/// A schedule, up to the next heading below it that a person said something of.
pub(super) fn schedule(node: &Node, read: fn(&Node, &[Node]) -> Item) -> Vec<Item> {
    let until = node.children.iter().position(|below| is_heading(below) && below.taken().is_some());
    let (own, said) = node.children.split_at(until.unwrap_or(node.children.len()));
    let mut schedule = read(node, own);
    schedule.children.extend(said.iter().flat_map(|below| part(below, Above::Section(About::Schedule))));
    hoist(schedule)
}

/// A heading with what is below it only to be read.
pub(super) fn aside(node: &Node) -> Vec<Item> {
    let (blocks, below) = split(node);
    let mut items = body::read(blocks, Place::Aside).items;
    items.extend(below.iter().flat_map(|below| match below.taken() {
        Some(_) => part(below, Above::Section(About::Other)),
        None if !is_heading(below) => body::read(std::slice::from_ref(below), Place::Aside).items,
        None => aside(below),
    }));
    hoist(holding(item_of(Kind::Section { about: About::Other }, node), items))
}
