//! What a document's tree means: from headings, lines and fences to a roadmap's items.
//!
//! One module per concern. The small ones read one thing from words: [`mod@numbers`], [`ranges`], [`hours`] ([`amounts`]),
//! [`targets`], [`categories`], [`units`], [`ordinals`], [`headings`], [`calendar`], [`weekdays`], [`clock`], [`accounts`],
//! [`sections`], [`endings`], [`cells`], [`links`] (what headings name and are about is kept: [`heard`]),
//! [`mod@figures`], [`places`], [`options`], [`gates`].
//! On them stand [`labels`] (what a label announces), [`lines`] (what a list line is),
//! [`schedules`] (blocks of a week, with their [`slots`], [titles](schedule_titles) and [sections](schedule_sections), and [`timetables`] among them)
//! and [`body`] (what stands below a heading, label by label).
//! [`progress`] sets aside what Waymark itself wrote into a document, [`marks`] tells pictures that are boxes, and
//! [`promotion`] makes headings of the bold lines, list lines, table [`rows`] and [`columns`] that stand for them,
//! [`said`] tells nodes what a person said they are, [`choices`] gathers headings that are options,
//! [`parts`] reads headings by what they hold ([`contents`]) as phases, stages ([`lengths`] tells how long) and [`tracks`], [`besides`] those that are no part of the way, [`structure`] is the whole, and
//! [`budgets`] gives stages the hours that their titles, days and steps name, or a table elsewhere ([`allotted`]). [`mod@reasons`] tells why all that is so.
//!
//! Only words that any field shares are known here; nothing is known about any field itself.

mod accounts;
mod allotted;
mod amounts;
mod besides;
mod body;
mod budgets;
mod calendar;
mod categories;
mod cells;
mod choices;
mod clock;
mod columns;
mod contents;
mod endings;
mod figures;
mod gates;
mod headings;
mod heard;
mod hours;
mod labels;
mod lengths;
mod lines;
mod links;
mod marks;
mod numbers;
mod options;
mod ordinals;
mod parts;
mod phrases;
mod places;
mod progress;
mod promotion;
mod ranges;
mod reasons;
mod routines;
mod rows;
mod said;
mod schedule_sections;
mod schedule_titles;
mod schedules;
mod sections;
mod slots;
mod structure;
mod targets;
mod timetables;
mod tracks;
mod units;
mod weekdays;

pub(crate) use budgets::{headed_time, steps_time};
pub(crate) use calendar::first_day_at;
pub(crate) use categories::named as categories_named;
pub(crate) use figures::{Figure, figures};
pub(crate) use gates::{GateOf, part_name};
pub(super) use headings::names_part;
pub(super) use heard::Heard;
pub(super) use hours::without_hours;
pub(super) use marks::ticks;
pub(super) use options::is_marked_option;
pub(super) use places::{
    behind_weeks, day_numbers, hours_in_cell, length_in, named_part, numbers, planned_in, states_hours,
    time_in, times_at,
};
pub(crate) use places::{week_numbers, with_weeks};
pub(super) use reasons::reasons;
pub(super) use structure::roadmap;
pub(crate) use targets::{claim, measure};
pub(super) use weekdays::begins_with_day;

use crate::item::{Item, ItemId, Kind, Record, Span};

/// A bare item that is yet to be numbered. What stands for a node comes from [`links`], box and all.
fn item(kind: Kind, text: impl Into<String>, span: Span) -> Item {
    Item {
        id: ItemId(0),
        kind,
        text: text.into(),
        note: None,
        span,
        task: None,
        record: Record::default(),
        children: Vec::new(),
    }
}

/// An item with others behind its own children. Documents may have a million items with few
/// children each, so no room is kept for more.
fn holding(mut item: Item, mut below: Vec<Item>) -> Item {
    if item.children.is_empty() {
        below.shrink_to_fit();
        item.children = below;
    } else {
        item.children.reserve_exact(below.len());
        item.children.append(&mut below);
    }
    item
}
