//! Lines that say several blocks, "6–8 am scales, 7–9 pm songs", where some of them went or are called otherwise.

use super::changed::Change;
use super::layout::Layout;
use super::pieces::Piece;
use super::slots::{Kept, Slots};
use super::{cells, fresh};
use crate::Roadmap;
use crate::document::import;
use crate::item::{BlockRule, Item, Kind};
use chrono::Weekday;
use std::collections::BTreeMap;
use std::ops::Range;

/// A line with what its blocks are now, and the ways to say so, the best first.
struct Line {
    number: usize,
    blocks: Vec<Said>,
    ways: Vec<Vec<Change>>,
}

/// What a block says: its days, start, least and most minutes, and words.
type Said = (Vec<Weekday>, Option<u16>, u32, u32, String);

/// The lines that say several blocks, written as those are now.
///
/// What is written is read again, and where the document would say other blocks then, the line is written in a plainer
/// way: its times as on a clock, or a line for each block.
pub(super) fn changes(layout: &Layout<'_, '_>) -> Vec<Change> {
    let is = layout.is();
    let lines: Vec<Line> = layout.pieces.all.iter().filter_map(|piece| line(layout, piece, &is)).collect();
    let Some(before) = (!lines.is_empty()).then(|| read(layout.source)).flatten() else { return Vec::new() };
    let best: Vec<&Change> = lines.iter().filter_map(|line| line.ways.first()).flatten().collect();
    if is_read(layout.source, &before, &lines, &best, true) {
        return best.into_iter().cloned().collect();
    }
    lines.iter().flat_map(|line| chosen(layout.source, &before, line)).cloned().collect()
}

/// The first way of writing a line that is read as it is meant, or else with the times that are meant: new words may be
/// such that no line says them and nothing else.
fn chosen<'a>(source: &str, before: &Roadmap, line: &'a Line) -> &'a [Change] {
    let is_right = |way: &&Vec<Change>, by_words: bool| {
        let changes: Vec<&Change> = way.iter().collect();
        is_read(source, before, std::slice::from_ref(line), &changes, by_words)
    };
    let found =
        [true, false].iter().find_map(|by_words| line.ways.iter().find(|way| is_right(way, *by_words)));
    found.or(line.ways.first()).map(Vec::as_slice).unwrap_or_default()
}

/// The line of a piece, where some of its blocks stay and not all are as they were.
fn line(layout: &Layout<'_, '_>, piece: &Piece, is: &[Option<usize>]) -> Option<Line> {
    let was: Vec<&Item> = piece.blocks.iter().filter_map(|was| layout.base.item(*was)).collect();
    let now: Vec<Option<&Item>> = piece
        .blocks
        .iter()
        .map(|was| is.get(*was).copied().flatten().and_then(|now| layout.now.item(now)))
        .collect();
    let kept: Vec<Kept<'_>> = was
        .iter()
        .zip(&now)
        .enumerate()
        .filter_map(|(at, (was, now))| {
            Some((at, Some((*now)?.text.as_str()).filter(|text| *text != was.text)))
        })
        .collect();
    let first = was.first()?;
    let text = layout.source.get(first.span.start..first.span.end)?;
    // The cells of a row stay, whichever of its blocks went.
    let is_row = fresh::is_row(text);
    let is_same = kept.iter().all(|(_, new)| new.is_none()) && (is_row || kept.len() == was.len());
    if is_same || kept.is_empty() {
        return None;
    }
    let stays = |(was, now): (&&Item, &Option<&Item>)| {
        let text = now.map(|now| now.text.as_str()).or_else(|| is_row.then_some(was.text.as_str()))?;
        said(was, text)
    };
    let blocks = was.iter().zip(&now).filter_map(stays).collect();
    let ways = if is_row {
        vec![cells::changes(text, &was, &kept)]
    } else {
        ways(layout, first, text, &was, &kept)?
    };
    let moved = |(place, new): Change| (first.span.start + place.start..first.span.start + place.end, new);
    let ways = ways.into_iter().map(|way| way.into_iter().map(moved).collect()).collect();
    Some(Line { number: first.span.line, blocks, ways })
}

/// The ways to write a line that is no row, as changes of its text.
fn ways(
    layout: &Layout<'_, '_>,
    first: &Item,
    text: &str,
    was: &[&Item],
    kept: &[Kept<'_>],
) -> Option<Vec<Vec<Change>>> {
    let rules: Vec<&BlockRule> = was.iter().filter_map(|was| rule(was)).collect();
    let slots = Slots::of(text, &rules)?;
    let is_raw = layout.pieces.in_fence(first.span.line);
    let definitions = (!is_raw).then(|| layout.definitions());
    let head = text.get(..slots.start)?;
    // The box is the first block's and goes with it.
    let box_ = first.task.and_then(|task| own_box(head, task.mark.checked_sub(first.span.start)?));
    let gone_box = box_.clone().filter(|_| kept.first().is_some_and(|(at, _)| *at > 0));
    let bare = match &box_ {
        Some(own) => format!("{}{}", head.get(..own.start)?, head.get(own.end..)?),
        None => head.to_owned(),
    };
    let next = format!("{}{}{bare}", layout.line_break, lead(layout, first.span.start)?);
    let mut all = vec![slots.written(kept, definitions)];
    for halves in [slots.name_halves(), !slots.name_halves()] {
        let plain = slots.plain(kept, &rules, halves, definitions);
        all.push(plain.join(", "));
        if is_raw || fresh::marker(text).is_some() {
            all.push(plain.join(&next));
        }
    }
    let way = |new: String| {
        let own = gone_box.clone().map(|own| (own, String::new()));
        own.into_iter().chain([(slots.start..slots.end, new)]).collect()
    };
    Some(all.into_iter().map(way).collect())
}

/// The box with its mark at that byte, up to the words behind it.
fn own_box(head: &str, mark: usize) -> Option<Range<usize>> {
    let from = if head.get(..mark)?.ends_with('[') { mark - 1 } else { mark };
    let behind = head.get(mark..)?.chars().next()?.len_utf8() + usize::from(from < mark);
    let words = head.get(mark + behind..)?.trim_start_matches(['\u{fe0f}', ' ', '\t']);
    Some(from..head.len() - words.len())
}

/// What a line below another begins with, to stand as deep as that which begins at that byte.
fn lead(layout: &Layout<'_, '_>, start: usize) -> Option<String> {
    let (line, _) = layout.pieces.lines.range(layout.pieces.lines.number(start));
    let kept = |c: char| if matches!(c, ' ' | '\t' | '>') { c } else { ' ' };
    Some(layout.source.get(line..start)?.chars().map(kept).collect())
}

/// True where the document with those changes says the blocks that it said, and of those lines what is wanted.
fn is_read(source: &str, before: &Roadmap, lines: &[Line], changes: &[&Change], by_words: bool) -> bool {
    let wanted: BTreeMap<usize, &[Said]> =
        lines.iter().map(|line| (line.number, line.blocks.as_slice())).collect();
    let mut trial = String::with_capacity(source.len());
    let mut from = 0;
    for (place, new) in changes {
        trial.push_str(source.get(from..place.start).unwrap_or_default());
        trial.push_str(new);
        from = place.end;
    }
    trial.push_str(source.get(from..).unwrap_or_default());
    let Some(after) = read(&trial) else { return false };
    let mut all: Vec<Said> = Vec::new();
    let mut last = 0;
    for block in before.walk().filter(|item| rule(item).is_some()) {
        match wanted.get(&block.span.line) {
            None => all.extend(said(block, &block.text)),
            Some(wanted) if last != block.span.line => all.extend_from_slice(wanted),
            Some(_) => {}
        }
        last = block.span.line;
    }
    let is_same = |(is, wanted): (&Said, &Said)| {
        (&is.0, is.1, is.2, is.3) == (&wanted.0, wanted.1, wanted.2, wanted.3)
            && (!by_words || is.4 == wanted.4)
    };
    let after: Vec<Said> = after.walk().filter_map(|item| said(item, &item.text)).collect();
    after.len() == all.len() && after.iter().zip(&all).all(is_same)
}

fn said(block: &Item, text: &str) -> Option<Said> {
    let rule = rule(block)?;
    Some((rule.days.clone(), rule.start, rule.minutes, rule.most, text.to_owned()))
}

const fn rule(item: &Item) -> Option<&BlockRule> {
    if let Kind::Block(rule) = &item.kind { Some(rule) } else { None }
}

fn read(source: &str) -> Option<Roadmap> {
    import(source.as_bytes(), "roadmap").ok().map(|import| import.roadmap)
}
