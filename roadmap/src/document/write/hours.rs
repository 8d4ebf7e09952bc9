//! Other hours than were read: behind the name of an activity, in its cell of a table, or where a stage has them that
//! stands for the work itself.

use super::changed::{Change, found_whole, line_of};
use super::layout::Layout;
use super::{cells, fresh};
use crate::document::categories_named;
use crate::document::recognise::{hours_in_cell, planned_in, states_hours, time_in};
use crate::item::{Budget, Item, Kind};
use std::collections::HashSet;
use std::ops::Range;

/// The changes of what has other hours now, or is another kind of work.
pub(super) fn changes(layout: &Layout<'_, '_>) -> Vec<Change> {
    let mut found = Vec::new();
    let is = layout.is();
    let parted = parted(layout, &is);
    for (at, was) in layout.base.items.iter().enumerate() {
        let stage = layout.base.parent(at).filter(|stage| is_stage(layout, *stage));
        let now = is.get(at).copied().flatten().and_then(|now| layout.now.item(now));
        match (now, stage) {
            (None, Some(stage)) if is_implied(was) && is.get(stage).copied().flatten().is_some() => {
                found.extend(of_stage(layout, stage, was, None));
            }
            (Some(now), Some(stage)) if is_implied(was) => {
                if let (Some((before, _)), Some((budget, _))) = (activity(was), activity(now))
                    && before != budget
                {
                    found.extend(of_stage(layout, stage, was, budget));
                }
            }
            (Some(now), stage) => {
                let is_parted = stage.is_some_and(|stage| parted.contains(&stage));
                found.extend(own(layout, was, now, is_parted));
            }
            (None, _) => {}
        }
    }
    for stage in parted {
        let line = layout.base.item(stage).and_then(|stage| line_of(layout, stage));
        found.extend(line.and_then(|(start, line)| titled(start, line, &planned_in(line)?, None)));
    }
    found
}

fn activity(item: &Item) -> Option<(Option<Budget>, crate::Category)> {
    match item.kind {
        Kind::Activity { category, budget } => Some((budget, category)),
        _ => None,
    }
}

/// True for an activity that stands for the work of its stage and has no words of its own.
fn is_implied(item: &Item) -> bool {
    matches!(item.kind, Kind::Activity { .. }) && item.span.start == item.span.end
}

fn is_stage(layout: &Layout<'_, '_>, at: usize) -> bool {
    layout.base.item(at).is_some_and(|item| matches!(item.kind, Kind::Stage { .. }))
}

/// The stages whose title has the hours of several activities, of which one has others now. Each of them needs its own
/// then.
fn parted(layout: &Layout<'_, '_>, is: &[Option<usize>]) -> HashSet<usize> {
    let says_hours = |item: &Item| line_of(layout, item).is_some_and(|(_, line)| planned_in(line).is_some());
    let stages = (0..layout.base.items.len()).filter(|at| is_stage(layout, *at));
    let is_parted = |stage: &usize| {
        let now = is.get(*stage).copied().flatten();
        let activities: Vec<(usize, &Item)> = layout
            .base
            .below(Some(*stage))
            .iter()
            .filter_map(|at| Some((*at, layout.base.item(*at)?)))
            .filter(|(_, item)| activity(item).is_some())
            .collect();
        let keeps = |(at, was): &(usize, &Item)| {
            let now = is.get(*at).copied().flatten().and_then(|now| layout.now.item(now));
            now.and_then(activity).map(|(budget, _)| budget) == activity(was).map(|(budget, _)| budget)
        };
        let is_new = |at: &usize| {
            layout.was(*at).is_none()
                && layout.now.item(*at).and_then(activity).is_some_and(|(budget, _)| budget.is_some())
        };
        now.is_some()
            && !activities.is_empty()
            && activities.iter().all(|(_, item)| !is_implied(item) && !says_hours(item))
            && layout.base.item(*stage).is_some_and(says_hours)
            && (!activities.iter().all(keeps) || layout.now.below(now).iter().any(is_new))
    };
    stages.filter(is_parted).collect()
}

/// The hours of what has words of its own.
fn own(layout: &Layout<'_, '_>, was: &Item, is: &Item, is_parted: bool) -> Option<Change> {
    let (before, wanted, new) = match (&was.kind, &is.kind) {
        (
            Kind::Activity { category: category_before, budget: before },
            Kind::Activity { category, budget },
        ) if is_parted
            || (category_before, before) != (category, budget)
            || was.text != is.text && categories_named(&is.text).first() != Some(category) =>
        {
            (*before, *budget, fresh::brackets(&is.text, *budget, *category))
        }
        (
            Kind::Template { stated_minutes: before, .. },
            Kind::Template { stated_minutes: Some(minutes), .. },
        ) if *before != Some(*minutes) => {
            let budget = Budget::Week { least: *minutes, most: *minutes };
            (None, Some(budget), Some(format!("({})", fresh::budget(budget))))
        }
        _ => return None,
    };
    let (start, line) = line_of(layout, was)?;
    if fresh::is_row(line)
        && let Some(change) = in_cell(layout, was, wanted)
    {
        return Some(change);
    }
    if let Some(place) = time_in(line) {
        let colon = if new.is_none() { plain(start, line, &was.text) } else { None };
        if colon.is_some() {
            return colon;
        }
        return written(start, line, &place, new);
    }
    let new = new.filter(|_| was.span.start < was.span.end && (before.is_none() || !was.text.is_empty()))?;
    let at = line.find(was.text.as_str())? + was.text.len();
    Some((start + at..start + at, format!(" {new}")))
}

/// A colon in the place of the hours behind a name that is neither bold nor behind any other mark: without hours it
/// takes one to announce the list below.
fn plain(start: usize, line: &str, name: &str) -> Option<Change> {
    let bare = line.trim();
    let mark =
        ["*", "_"].into_iter().find(|mark| bare.starts_with(mark) && !name.starts_with(mark)).unwrap_or("");
    let behind =
        bare.strip_prefix(mark)?.strip_prefix(name).filter(|_| !name.is_empty())?.strip_suffix(mark)?;
    let from = line.find(bare)? + mark.len() + name.len();
    let is_plain = !behind.contains(['*', '_', '`']) && !behind.ends_with(':');
    is_plain.then(|| (start + from..start + from + behind.len(), ":".to_owned()))
}

/// The hours of a stage's whole work, where the stage has them: in its title or cell, in a line of its own, or else
/// around the stage, which has its own from then on.
fn of_stage(layout: &Layout<'_, '_>, stage: usize, was: &Item, budget: Option<Budget>) -> Option<Change> {
    let item = layout.base.item(stage)?;
    let (start, line) = line_of(layout, item)?;
    if fresh::is_row(line)
        && let Some(change) = in_cell(layout, item, budget)
    {
        return Some(change);
    }
    let new = budget.map(|budget| format!("({})", fresh::budget(budget)));
    if let Some(place) = planned_in(line) {
        return titled(start, line, &place, new);
    }
    let below = layout.base.below(Some(stage)).iter().filter_map(|below| layout.base.item(*below));
    if let Some(stated) = below.into_iter().find(|below| states_hours(below)) {
        let (start, line) = line_of(layout, stated)?;
        let bare = || {
            let from = line.find(':')? + 1;
            let number = line.get(from..)?.trim();
            let from = from + line.get(from..)?.find(number)?;
            Some(from..from + number.len())
        };
        return written(start, line, &time_in(line).or_else(bare)?, Some(new?));
    }
    let new = new.filter(|_| activity(was).is_some_and(|(before, _)| before != budget))?;
    let end = if fresh::is_row(line) {
        found_whole(line, &item.text, false)? + item.text.len()
    } else {
        line.trim_end().trim_end_matches([':', '*', '_']).len()
    };
    Some((start + end..start + end, format!(" {new}")))
}

/// Other hours in the cell of a row that has some, written as they are there.
fn in_cell(layout: &Layout<'_, '_>, item: &Item, budget: Option<Budget>) -> Option<Change> {
    let (start, _) = layout.pieces.lines.range(item.span.line);
    let row = layout.pieces.lines.text(item.span.line);
    let head = layout.pieces.lines.text(layout.pieces.head_of(item.span.line)?);
    let words = |text: &str, cell: &Range<usize>| {
        text.get(cell.clone()).unwrap_or_default().trim_matches([' ', '\t', '*', '_', '`']).to_owned()
    };
    let cells = cells::of(row);
    let mut columns = cells::of(head).into_iter().zip(&cells);
    let (name, cell) = columns.find_map(|(name, cell)| {
        let name = words(head, &name);
        hours_in_cell(&name, &words(row, cell)).map(|_| (name, cell))
    })?;
    let was = words(row, cell);
    let at = start + cell.start + row.get(cell.clone())?.find(&was)?;
    let Some(budget) = budget else { return Some((at..at + was.len(), String::new())) };
    let mut ways = vec![fresh::budget(budget)];
    if !was.contains(char::is_alphabetic) {
        ways.splice(0..0, fresh::figures(budget));
    }
    let says = |way: &&String| hours_in_cell(&name, way) == Some(budget);
    let new = ways.iter().find(says).or(ways.first())?.clone();
    Some((at..at + was.len(), new))
}

/// Hours in the place of others in a title. What else its brackets hold stays: "(2 weeks, 5 hours)".
fn titled(start: usize, line: &str, place: &Range<usize>, new: Option<String>) -> Option<Change> {
    let is_mark = |c: char| matches!(c, ',' | ';');
    let bracket = bracketed(line, place)
        .filter(|bracket| line.get(bracket.clone()).is_some_and(|all| all.contains(is_mark)));
    let Some(bracket) = bracket else { return written(start, line, place, new) };
    if let Some(new) = new {
        return Some((start + place.start..start + place.end, new.trim_matches(['(', ')']).to_owned()));
    }
    let before = line.get(bracket.start + 1..place.start)?;
    let behind = line.get(place.end..)?;
    let place = match before.rfind(is_mark) {
        Some(mark) => bracket.start + 1 + mark..place.end,
        None => place.start..place.end + behind.len() - behind.trim_start_matches([',', ';', ' ']).len(),
    };
    Some((start + place.start..start + place.end, String::new()))
}

/// Hours in the place of others in a line, or none, with the brackets around them.
fn written(start: usize, line: &str, place: &Range<usize>, new: Option<String>) -> Option<Change> {
    let bracket = bracketed(line, place);
    let (place, new) = match (bracket, new) {
        (Some(bracket), Some(new)) => (bracket, new),
        (Some(bracket), None) => (trimmed(line, &bracket), String::new()),
        (None, Some(new)) => (place.clone(), new.trim_matches(['(', ')']).to_owned()),
        (None, None) => (trimmed(line, place), String::new()),
    };
    Some((start + place.start..start + place.end, new))
}

/// The brackets around a place, with all they hold.
fn bracketed(line: &str, place: &Range<usize>) -> Option<Range<usize>> {
    let open = line.get(..place.start)?.rfind('(')?;
    let close = place.end + line.get(place.end..)?.find(')')? + 1;
    (!line.get(open..place.start)?.contains(')')).then_some(open..close)
}

/// A place with the white space before it.
fn trimmed(line: &str, place: &Range<usize>) -> Range<usize> {
    line.get(..place.start).map_or(place.start, |before| before.trim_end().len())..place.end
}
