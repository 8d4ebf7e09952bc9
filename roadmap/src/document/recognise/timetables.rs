//! Tables of a week: a row a day ("| Monday | 18:00-19:00 | Scales |"), or a column a day.

use super::clock::{row_at, start_at};
use super::hours::planned;
use super::links::item_saying;
use super::{categories, holding, lines, rows, weekdays};
use crate::Category;
use crate::document::outline::{Node, Words};
use crate::item::{About, BlockRule, Item, Kind};
use chrono::Weekday;

/// How many columns are looked at; a week has seven days.
const MOST_COLUMNS: usize = 32;

/// What a time of the table says.
#[derive(Clone, Copy)]
struct Time {
    start: Option<u16>,
    least: u32,
    most: u32,
}

/// Reads a table as a section with its blocks; a row that is none is an entry. `days` are those that
/// stand above the table, for rows that name none.
pub(super) fn read(table: &Node, days: &[Weekday]) -> Option<Item> {
    let heads: Vec<Words> = table.words.cells();
    let columns: Vec<Option<Vec<Weekday>>> =
        heads.iter().map(|head| weekdays::days_at(&head.text).map(|(days, _)| days)).collect();
    let by_column = columns.iter().flatten().count() > 1;
    let section = item_saying(Kind::Section { about: About::Schedule }, table.text(), table);
    let mut items = Vec::with_capacity(table.children.len());
    for row in &table.children {
        let cells = row.words.cells();
        let blocks = if by_column {
            of_columns(row, &columns, &cells)
        } else {
            of_row(row, &heads, &cells, days).into_iter().collect()
        };
        match blocks.len() {
            0 => items.push(lines::row(row)),
            _ => items.extend(with_more(blocks, row, &cells)),
        }
    }
    Some(holding(section, items))
}

/// Reads a table in a stage as the stage's own days; none unless its rows have no boxes and most of them name days
/// with times of day.
pub(super) fn routine(table: &Node) -> Option<Item> {
    let names_days =
        |words: &Words| weekdays::days_at(words.text.trim()).is_some_and(|(_, rest)| rest.is_empty());
    let tells_days = table.words.cells().iter().filter(|head| names_days(head)).nth(1).is_some()
        || table.children.first().is_some_and(|row| row.words.cells().iter().any(names_days));
    if !tells_days || table.children.iter().any(|row| row.task.is_some()) {
        return None;
    }
    let mut section = read(table, &[])?;
    let is_timed = |item: &&Item| matches!(&item.kind, Kind::Block(rule) if rule.start.is_some());
    let timed = section.children.iter().filter(is_timed).count();
    section.kind = Kind::Routine;
    (timed * 2 > section.children.len()).then_some(section)
}

/// The blocks of a row with the row's links and boxes at the first of them.
fn with_more(mut blocks: Vec<Item>, row: &Node, cells: &[Words]) -> Vec<Item> {
    if let Some(first) = blocks.first_mut() {
        first.task = row.task;
        first.children.extend(lines::unboxed_links(cells, row));
        first.children.extend(lines::boxed_steps(cells, row));
    }
    blocks
}

/// A row that names its days, or stands below them, with a time or length in one of its cells.
fn of_row(row: &Node, heads: &[Words], cells: &[Words], days: &[Weekday]) -> Option<Item> {
    let named =
        cells.iter().position(|cell| weekdays::days_at(&cell.text).is_some_and(|(_, rest)| rest.is_empty()));
    let days = match named.and_then(|at| cells.get(at)) {
        Some(cell) => weekdays::days_at(&cell.text)?.0,
        None => days.to_vec(),
    };
    let others = || cells.iter().enumerate().filter(|(at, cell)| Some(*at) != named && !cell.text.is_empty());
    let head = |at: usize| heads.get(at).map_or("", |head| head.text.as_str());
    let clock = others().find_map(|(at, cell)| Some((at, clock(&cell.text)?)));
    // "18:00-19:30 Scales" says in one cell when and what.
    let timed = || others().find_map(|(at, cell)| Some((at, timed(&cell.text)?)));
    let (clock, said) = match clock.map_or_else(timed, |_| None) {
        Some((at, (time, said))) => (Some((at, time)), Some(said)),
        None => (clock, None),
    };
    let hours = others().find_map(|(at, cell)| {
        let (stretch, _) = planned(&rows::hours_of(head(at), &cell.text)?)?;
        Some((at, (stretch.least, stretch.most)))
    });
    let words: Vec<&str> = said
        .into_iter()
        .chain(
            others()
                .filter(|(at, _)| {
                    Some(*at) != clock.map(|(at, _)| at) && Some(*at) != hours.map(|(at, _)| at)
                })
                .map(|(_, cell)| cell.text.as_str()),
        )
        .collect();
    let mut text = words.join(" – ");
    let lengths = hours.map(|(_, lengths)| lengths).or_else(|| {
        let (stretch, rest) = planned(&text).filter(|(_, rest)| !rest.is_empty())?;
        text = rest;
        Some((stretch.least, stretch.most))
    });
    let time = match (clock.map(|(_, time)| time), lengths) {
        (Some(time), _) if time.least > 0 => time,
        (time, Some((least, most))) => Time { start: time.and_then(|time| time.start), least, most },
        _ => return None,
    };
    (!days.is_empty() && time.most > 0).then(|| block(row, days, time, text))
}

/// A row with a time or a length for each of several days: one block for the days with the same words.
fn of_columns(row: &Node, columns: &[Option<Vec<Weekday>>], cells: &[Words]) -> Vec<Item> {
    let time = cells.first().and_then(|cell| clock(&cell.text)).filter(|time| time.least > 0);
    let mut found: Vec<(Vec<Weekday>, Time, String)> = Vec::new();
    for (days, cell) in columns.iter().zip(cells).take(MOST_COLUMNS) {
        let Some(days) = days.as_ref().filter(|_| cell.text.chars().any(char::is_alphanumeric)) else {
            continue;
        };
        let own = timed(&cell.text).map(|(time, text)| (time, text.to_owned()));
        let lasting = || {
            let (stretch, text) = planned(&cell.text)?;
            Some((Time { start: None, least: stretch.least, most: stretch.most }, text))
        };
        let told = time.map(|time| (time, cell.text.clone())).or(own).or_else(lasting);
        let Some((time, text)) = told else { continue };
        match found.iter_mut().find(|(_, known, words)| {
            *words == text && (known.start, known.least) == (time.start, time.least)
        }) {
            Some((known, _, _)) => known.extend(days),
            None => found.push((days.clone(), time, text)),
        }
    }
    found.into_iter().map(|(days, time, text)| block(row, days, time, text)).collect()
}

/// A cell that begins with a start and an end and goes on with what they are for.
fn timed(cell: &str) -> Option<(Time, &str)> {
    let row = row_at(cell, None).filter(|row| !row.text.is_empty())?;
    let minutes = u32::from(row.minutes);
    Some((Time { start: Some(row.start), least: minutes, most: minutes }, row.text))
}

/// A cell that is a time of day, with an end or without.
fn clock(cell: &str) -> Option<Time> {
    if let Some(row) = row_at(cell, None).filter(|row| row.text.is_empty()) {
        let minutes = u32::from(row.minutes);
        return Some(Time { start: Some(row.start), least: minutes, most: minutes });
    }
    let (start, _) = start_at(cell, None).filter(|(_, rest)| rest.is_empty())?;
    Some(Time { start: Some(start), least: 0, most: 0 })
}

fn block(row: &Node, days: Vec<Weekday>, time: Time, text: String) -> Item {
    let category = categories::of(&text).unwrap_or(Category::Study);
    let mut days = days;
    days.sort_by_key(Weekday::num_days_from_monday);
    days.dedup();
    let rule =
        BlockRule { days, start: time.start, minutes: time.least, most: time.most, part: None, category };
    super::item(Kind::Block(rule), text, row.span)
}
