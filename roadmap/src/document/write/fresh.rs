//! What the document does not say yet, put into words like those around it.

use super::changed::{found_whole, numbers_of};
use super::layout::{Layout, body};
use super::{cells, escape, label};
use crate::Category;
use crate::document::categories_named;
use crate::document::recognise::{behind_weeks, day_numbers, named_part, names_part, numbers};
use crate::item::{Budget, Item, Kind, NumberRange};
use std::collections::HashMap;
use std::ops::Range;

/// A list line's beginning.
#[derive(Debug, Clone, Copy)]
pub(super) struct Marker<'a> {
    /// Its indentation, with the marks of quotes.
    pub(super) lead: &'a str,
    /// Its bullet or number.
    pub(super) mark: &'a str,
    /// The white space behind that.
    pub(super) gap: &'a str,
    /// True where a box follows.
    pub(super) boxed: bool,
}

/// How a list line begins; none for any other line.
pub(super) fn marker(body: &str) -> Option<Marker<'_>> {
    let line = body.lines().next()?;
    let rest = line.trim_start_matches([' ', '\t', '>']);
    let lead = line.get(..line.len() - rest.len())?;
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let ends: &[char] = if digits == 0 { &['-', '*', '+', '•'] } else { &['.', ')'] };
    let after = rest.get(digits..)?.strip_prefix(ends)?;
    let mark = rest.get(..rest.len() - after.len())?;
    let words = after.trim_start_matches([' ', '\t']);
    let gap = after.get(..after.len() - words.len()).filter(|gap| !gap.is_empty())?;
    let boxed = matches!(words.as_bytes(), [b'[', b' ' | b'x' | b'X' | b'\t', b']', b' ' | b'\t', ..]);
    Some(Marker { lead, mark, gap, boxed })
}

/// How the innermost list line on a line begins, and what stands before it on the lines below: three columns in
/// "1. - [ ] Saw".
fn innermost(body: &str) -> Option<(String, Marker<'_>)> {
    let mut outer = String::new();
    let mut rest = body;
    let mut found = marker(rest)?;
    loop {
        let width = found.lead.len() + found.mark.len() + found.gap.len();
        let Some(inner) = rest.get(width..).filter(|_| !found.boxed) else { break };
        let Some(next) = marker(inner).filter(|next| next.lead.is_empty()) else { break };
        outer.push_str(found.lead);
        outer.push_str(&" ".repeat(found.mark.chars().count() + found.gap.len()));
        (rest, found) = (inner, next);
    }
    Some((outer, found))
}

/// True for a line of a list.
pub(super) fn is_list_line(body: &str) -> bool {
    marker(body).is_some()
}

/// Minutes as hours where they are such: "5 hours", "1.5 hours", "20 min".
pub(super) fn time(minutes: u32) -> String {
    between(minutes, minutes)
}

fn between(least: u32, most: u32) -> String {
    let are_hours = [least, most].iter().all(|minutes| minutes.is_multiple_of(15)) && most >= 60;
    let amount = |minutes: u32| f64::from(minutes) / if are_hours { 60.0 } else { 1.0 };
    let unit = match (are_hours, most) {
        (true, 60) => "hour",
        (true, _) => "hours",
        (false, _) => "min",
    };
    if least == most {
        format!("{} {unit}", amount(least))
    } else {
        format!("{}-{} {unit}", amount(least), amount(most))
    }
}

/// A budget in words.
pub(super) fn budget(budget: Budget) -> String {
    match budget {
        Budget::Stage { least, most } => between(least, most),
        Budget::Week { least, most } => format!("{} a week", between(least, most)),
        Budget::Day { least, most } => format!("{} a day", between(least, most)),
    }
}

/// A budget in mere figures, as hours and as minutes.
pub(super) fn figures(budget: Budget) -> [String; 2] {
    let (Budget::Stage { least, most } | Budget::Week { least, most } | Budget::Day { least, most }) = budget;
    [60.0, 1.0].map(|unit| {
        let amount = |minutes: u32| f64::from(minutes) / unit;
        if least == most { amount(least).to_string() } else { format!("{}-{}", amount(least), amount(most)) }
    })
}

/// What stands in brackets behind an activity's name: its hours, and what it is for where its name does not
/// say so. Without hours nothing tells what it is for.
pub(super) fn brackets(name: &str, hours: Option<Budget>, category: Category) -> Option<String> {
    let hours = budget(hours?);
    if categories_named(name).first() == Some(&category) {
        return Some(format!("({hours})"));
    }
    Some(format!("({hours}, {})", label(category).to_lowercase()))
}

/// Weeks in words: "Week 3", "Weeks 3-4".
pub(super) fn weeks(range: NumberRange) -> String {
    match range {
        NumberRange { from, to } if from == to => format!("Week {from}"),
        NumberRange { from, to } => format!("Weeks {from}-{to}"),
    }
}

/// A stage's title with its weeks before it, unless it is called by them. Other weeks that it begins with make
/// way for them.
pub(super) fn stage(text: &str, weeks_: Option<NumberRange>) -> String {
    let named = crate::document::week_numbers(text).map(|(range, _)| range);
    match weeks_ {
        Some(range) if named != weeks_ => match behind_weeks(text).unwrap_or(text) {
            "" => weeks(range),
            title => format!("{}: {}", weeks(range), escape::words(title)),
        },
        _ => escape::words(text),
    }
}

/// A phase's title with the month or number that makes a phase of its heading, counted on from those before it.
fn phase(layout: &Layout<'_, '_>, item: usize, siblings: &[usize]) -> String {
    let text = layout.now.item(item).map_or("", |new| new.text.as_str());
    if names_part(text) {
        return escape::words(text);
    }
    let months = |other: &usize| match layout.now.item(*other)?.kind {
        Kind::Phase { months, .. } => months,
        _ => None,
    };
    let (before, after): (Vec<usize>, Vec<usize>) = siblings.iter().copied().partition(|other| *other < item);
    let title = escape::words(text);
    if let Some(last) = before.iter().rev().find_map(months)
        && after.iter().all(|other| months(other).is_none())
    {
        let added = before.iter().rev().take_while(|other| months(other).is_none());
        let added = added.filter(|other| is_phase(layout, **other)).count();
        let month = last.to.saturating_add(u32::try_from(added).unwrap_or_default()).saturating_add(1);
        return format!("Month {month}: {title}");
    }
    let phases: Vec<usize> = siblings.iter().copied().filter(|other| is_phase(layout, *other)).collect();
    let part = |other: &usize| {
        let (word, number) = named_part(&layout.now.item(*other)?.text)?.rsplit_once(' ')?;
        Some((word, number.parse::<usize>().ok().filter(|_| word.chars().all(char::is_alphabetic))?))
    };
    let word = phases.iter().find_map(part).map_or("Phase", |(word, _)| word);
    let taken: Vec<usize> = phases.iter().filter_map(part).map(|(_, number)| number).collect();
    let place = phases.iter().position(|other| *other == item).map_or(1, |at| at + 1);
    let number = (place..).find(|number| !taken.contains(number)).unwrap_or(place);
    format!("{word} {number}: {title}")
}

fn is_phase(layout: &Layout<'_, '_>, item: usize) -> bool {
    layout.now.item(item).is_some_and(|item| matches!(item.kind, Kind::Phase { .. }))
}

/// A stage's title with the days it lasts: numbered where those of the one before it are, and otherwise in
/// brackets, where they are read as a part of its words.
fn lasting(text: &str, days: u32, like: Option<&str>) -> String {
    let words = escape::words(text);
    if let Some((before, _)) = like.and_then(day_numbers) {
        let (from, to) = (before.to.saturating_add(1), before.to.saturating_add(days));
        return if from == to {
            format!("Day {from}: {words}")
        } else {
            format!("Days {from}-{to}: {words}")
        };
    }
    format!("{words} ({})", length(days))
}

/// A number of days, in weeks where they are such.
pub(super) fn length(days: u32) -> String {
    match days {
        1 => "1 day".to_owned(),
        7 => "1 week".to_owned(),
        _ if days.is_multiple_of(7) => format!("{} weeks", days / 7),
        _ => format!("{days} days"),
    }
}

/// What an item that was added by hand says in the document. `at` tells where each item stands.
pub(super) fn text(layout: &Layout<'_, '_>, item: usize, at: &HashMap<usize, usize>) -> Option<String> {
    let new = layout.now.item(item)?;
    let parent = layout.now.parent(item);
    let siblings = layout.now.below(parent);
    let own = siblings.iter().position(|sibling| *sibling == item)?;
    let (before, after) = siblings.split_at(own);
    let mut near = before.iter().rev().chain(after.iter().skip(1)).copied();
    let same = |other: &usize| {
        let other = layout.now.item(*other);
        other.is_some_and(|other| std::mem::discriminant(&other.kind) == std::mem::discriminant(&new.kind))
    };
    let said = |item: usize| at.get(&item).and_then(|at| body(layout, *at));
    let like = near.clone().filter(same).find_map(|item| Some((item, said(item)?)));
    Some(match &new.kind {
        Kind::Phase { .. } => {
            // Beside what has no heading of its own a phase ends all headings but the title.
            let highest = || at.values().filter_map(|at| level(body(layout, *at)?)).min();
            let level = like.and_then(|(_, body)| level(body)).or_else(highest).unwrap_or(2);
            format!("{} {}", "#".repeat(level), phase(layout, item, siblings))
        }
        Kind::Stage { weeks, days } => {
            if let Some(row) = like.and_then(|(like, body)| stage_row(layout, new, like, body)) {
                return Some(row);
            }
            let like = like.map(|(_, body)| body);
            let title = match days {
                Some(days) => lasting(&new.text, *days, like),
                None => stage(&new.text, *weeks),
            };
            match like.map(|body| (level(body), marker(body), body)) {
                Some((Some(level), ..)) => format!("{} {title}", "#".repeat(level)),
                Some((None, Some(Marker { lead, mark, gap, .. }), body)) if body.contains("**") => {
                    match title.split_once(": ").filter(|_| has_bold_part(body)) {
                        Some((part, title)) => format!("{lead}{mark}{gap}**{part}:** {title}"),
                        None => format!("{lead}{mark}{gap}**{title}**"),
                    }
                }
                Some((None, Some(Marker { lead, mark, gap, .. }), _)) => format!("{lead}{mark}{gap}{title}"),
                Some((None, None, _)) => format!("**{title}**"),
                None => format!("{} {title}", "#".repeat(above(layout, parent, at) + 1)),
            }
        }
        Kind::Activity { category, budget } => {
            let brackets = brackets(&new.text, *budget, *category);
            let words = escape::words(&new.text);
            let name = brackets.map_or_else(|| words.clone(), |brackets| format!("{words} {brackets}"));
            match like.and_then(|(_, body)| level(body)) {
                Some(level) => format!("{} {name}", "#".repeat(level)),
                None => format!("**{name}:**"),
            }
        }
        _ => {
            let name = match new.kind {
                _ if like.is_some() => "",
                Kind::Target { .. } => "**Target:** ",
                Kind::Goal => "**Goal:** ",
                Kind::Deliverable => "**Deliverable:** ",
                _ => "",
            };
            let like = like.or_else(|| near.find_map(|item| Some((item, said(item)?))));
            let holder = std::iter::successors(parent, |above| layout.now.parent(*above)).find_map(said);
            line(layout, new, name, like, holder)
        }
    })
}

/// True where only what comes before a title is bold: "**Week 1:** Chords".
fn has_bold_part(body: &str) -> bool {
    let line = body.lines().next().unwrap_or_default();
    let behind = line.rsplit_once("**").map(|(_, behind)| behind.trim());
    behind.is_some_and(|title| !title.is_empty()) || line.trim_end().ends_with(":**")
}

/// A line like another one, or else the first of a list.
fn line(
    layout: &Layout<'_, '_>,
    new: &Item,
    name: &str,
    like: Option<(usize, &str)>,
    parent: Option<&str>,
) -> String {
    let words = format!("{name}{}", escape::words(&new.text));
    let ticked = if new.is_done() { "[x] " } else { "[ ] " };
    if let Some((like, body)) = like {
        let like = layout.now.item(like);
        let text = like.map(|like| like.text.as_str()).unwrap_or_default();
        let is_head = like.is_some_and(|like| matches!(like.kind, Kind::Section { .. }));
        if is_row(body) && !is_head {
            return row(body, text, &escape::cell(&new.text));
        }
        let label = if name.is_empty() { name_before(body, text) } else { "" };
        if let Some((outer, Marker { lead, mark, gap, boxed })) = innermost(body) {
            let ticked = if boxed || new.is_done() { ticked } else { "" };
            return format!("{outer}{lead}{mark}{gap}{ticked}{label}{words}");
        }
        if matches!(new.kind, Kind::Note | Kind::Entry) || !label.is_empty() {
            return format!("{label}{words}");
        }
    }
    let lead = parent.and_then(marker).map_or_else(String::new, |Marker { lead, mark, gap, .. }| {
        format!("{lead}{}", " ".repeat(mark.chars().count() + gap.len()))
    });
    let boxed = matches!(new.kind, Kind::Step { .. } | Kind::CheckpointItem | Kind::ChecklistItem);
    let ticked = if boxed || new.is_done() { ticked } else { "" };
    format!("{lead}- {ticked}{words}")
}

/// True for a row of a table.
pub(super) fn is_row(body: &str) -> bool {
    body.trim_start().starts_with('|')
}

/// A row like another one, with words where that has its own and nothing else.
fn row(like: &str, text: &str, words: &str) -> String {
    let cells: Vec<&str> = like.trim().trim_matches('|').split('|').collect();
    let own = cells.iter().position(|cell| !text.is_empty() && cell.contains(text)).unwrap_or(0);
    let cell = |at: usize| if at == own { format!(" {words} |") } else { " |".to_owned() };
    std::iter::once("|".to_owned()).chain((0..cells.len()).map(cell)).collect()
}

/// A row for a new stage, like that of another: with its weeks and title where that has its own.
fn stage_row(layout: &Layout<'_, '_>, new: &Item, like: usize, row: &str) -> Option<String> {
    let read = layout.was(like).and_then(|was| layout.base.item(was)).or_else(|| layout.now.item(like))?;
    let (Kind::Stage { weeks: Some(before), .. }, Kind::Stage { weeks: Some(weeks), .. }) =
        (&read.kind, &new.kind)
    else {
        return None;
    };
    let place = is_row(row).then(|| numbers_of(row, *before)).flatten()?;
    let cells = cells::of(row);
    let of_weeks = |cell: &Range<usize>| cell.start <= place.start && place.end <= cell.end;
    let title = cells.iter().position(|cell| {
        !of_weeks(cell)
            && row.get(cell.clone()).is_some_and(|cell| found_whole(cell, &read.text, false).is_some())
    });
    let cell = |(at, cell): (usize, &Range<usize>)| match () {
        () if of_weeks(cell) => {
            let part = |range: Range<usize>| row.get(range).unwrap_or_default();
            let numbers = numbers(part(place.clone()), *weeks);
            let named = format!("{}{numbers}{}", part(cell.start..place.start), part(place.end..cell.end));
            format!(" {} |", named.trim())
        }
        () if Some(at) == title => format!(" {} |", escape::cell(&new.text)),
        () => " |".to_owned(),
    };
    title.map(|_| std::iter::once("|".to_owned()).chain(cells.iter().enumerate().map(cell)).collect())
}

/// The bold name before a line's words: "**Target:** ".
fn name_before<'a>(body: &'a str, text: &str) -> &'a str {
    let found = || {
        let before = body.get(..body.find(text)?)?;
        let name = before.get(before.find("**")?..)?;
        (name.trim_end().ends_with(":**") || name.trim_end().ends_with("**:")).then_some(name)
    };
    found().unwrap_or_default()
}

/// The level of a heading.
fn level(body: &str) -> Option<usize> {
    let line = body.trim_start_matches([' ', '>', '\u{feff}']);
    let level = line.bytes().take_while(|byte| *byte == b'#').count();
    (1..=6).contains(&level).then_some(level)
}

/// The level of the heading that a new one goes below: 1 for the title.
fn above(layout: &Layout<'_, '_>, parent: Option<usize>, at: &HashMap<usize, usize>) -> usize {
    let mut above = parent;
    while let Some(item) = above {
        if let Some(level) = at.get(&item).and_then(|at| body(layout, *at)).and_then(level) {
            return level.min(5);
        }
        above = layout.now.parent(item);
    }
    1
}
