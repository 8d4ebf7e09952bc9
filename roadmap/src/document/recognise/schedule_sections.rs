//! What stands below the heading or label of a schedule: a template, a stage's own day, or only words.

use super::clock::row_at;
use super::contents::split_blocks;
use super::links::{item_of, item_saying};
use super::schedule_titles::{is_daily, is_plain, title};
use super::schedules::{self, Week, hold_blocks};
use super::slots::slots_of;
use super::{holding, weekdays};
use crate::document::outline::{Node, Shape};
use crate::item::{About, Item, Kind};

/// Reads a heading of a schedule: its templates stand below headings of their own, or it is one itself.
pub(super) fn heading(node: &Node, children: &[Node]) -> Item {
    let (blocks, below) = split_blocks(children);
    let is_days = |node: &Node| weekdays::days_at(node.text()).is_some();
    if below.iter().any(is_days) || below.is_empty() {
        return section(node, node.text(), children);
    }
    let mut items = schedules::read(blocks);
    items.extend(below.iter().map(|node| section(node, node.text(), &node.children)));
    holding(item_of(Kind::Section { about: About::Schedule }, node), items)
}

/// Reads a heading as a schedule since a person said that it is one.
pub(super) fn said_heading(node: &Node, children: &[Node]) -> Item {
    said(node, node.text(), children)
}

/// Reads what stands below a heading or label: a template if it has blocks, otherwise a section.
pub(super) fn section(node: &Node, name: &str, below: &[Node]) -> Item {
    let is_whole = is_plain(name) && says_whose(node, name) && below.iter().map(times).sum::<usize>() > 1;
    read(node, name, below, is_whole)
}

/// Reads a label as a schedule since a person said that it is one.
pub(super) fn said(node: &Node, name: &str, below: &[Node]) -> Item {
    read(node, name, below, true)
}

/// Reads a schedule; its lines are for every day if nothing else is said and `is_whole`.
fn read(node: &Node, name: &str, below: &[Node], is_whole: bool) -> Item {
    let mut daily = is_daily(name);
    let mut week = Week::of(daily, below);
    if is_whole && (week.has_no_days() || begins_without_days(below)) {
        daily = true;
        week = Week::of(daily, below);
    }
    let every_day = daily && week.is_for_every_day();
    let items = week.finish();
    let section = if hold_blocks(&items) {
        let title = title(name, every_day);
        let kind = Kind::Template { stated_minutes: title.stated_minutes, tempo: title.tempo };
        item_saying(kind, title.name, node)
    } else {
        item_saying(Kind::Section { about: About::Schedule }, name, node)
    };
    holding(section, items)
}

/// True where timed lines stand before the first that names days: they are for every day.
fn begins_without_days(below: &[Node]) -> bool {
    let before = below.iter().take_while(|node| weekdays::days_at(node.text()).is_none());
    before.map(times).sum::<usize>() > 0
}

/// Reads a schedule in a stage as the stage's own days; none where it holds no blocks.
pub(super) fn routine(node: &Node, name: &str, below: &[Node]) -> Option<Item> {
    let mut week = Week::of(is_daily(name), below);
    if week.has_no_days() {
        week = Week::of(true, below);
    }
    let items = week.finish();
    hold_blocks(&items).then(|| holding(item_saying(Kind::Routine, name, node), items))
}

/// True for nodes that tell of a week whatever stands above them: two lines at least begin with days and a
/// time of day each.
pub(super) fn are_a_week(nodes: &[Node]) -> bool {
    let tells = |node: &&Node| {
        let is_line = node.is_list_line() || node.shape == Shape::Line;
        let timed =
            |rest: &str| !slots_of(rest.trim_start_matches([':', ' ', '-', '–', '—', ',']), None).is_empty();
        is_line && node.task.is_none() && weekdays::days_at(node.text()).is_some_and(|(_, rest)| timed(rest))
    };
    nodes.iter().filter(tells).nth(1).is_some()
}

/// True for a schedule at the top, and for one further down that says more than that it is one: what stands
/// below "Race day" is the schedule of that day.
fn says_whose(node: &Node, name: &str) -> bool {
    let is_at_top = matches!(node.shape, Shape::Heading(level) if level <= 2);
    is_at_top
        || !matches!(name.trim().to_lowercase().as_str(), "schedule" | "timetable" | "times" | "the schedule")
}

/// How many lines begin with a start and an end.
fn times(node: &Node) -> usize {
    let own = row_at(node.text(), None).is_some_and(|row| !row.text.is_empty());
    usize::from(own) + node.children.iter().map(times).sum::<usize>()
}
