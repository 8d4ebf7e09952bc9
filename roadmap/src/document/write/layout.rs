//! The pieces of a document in their new order: what moved, what went, what came.

use super::inline::Definitions;
use super::pairs::Flat;
use super::pieces::{Piece, Pieces};
use super::{escape, fresh, rows};
use crate::item::{Item, Kind};
use std::borrow::Cow;
use std::cell::OnceCell;
use std::collections::HashMap;

/// A place in the document that is being put together.
#[derive(Debug, Clone)]
pub(super) struct Slot<'a> {
    /// What stands there.
    pub(super) body: Body,
    /// What follows it.
    pub(super) tail: Cow<'a, str>,
    /// The item that it is now.
    pub(super) item: Option<usize>,
    /// By how many more columns its lines are indented.
    pub(super) deeper: usize,
}

/// What stands at a place.
#[derive(Debug, Clone)]
pub(super) enum Body {
    /// A piece of the document.
    Source(usize),
    /// Words that it did not have.
    Fresh(String),
}

/// Everything needed to put the document together.
pub(super) struct Layout<'a, 'b> {
    pub(super) source: &'a str,
    pub(super) line_break: &'static str,
    pub(super) pieces: &'b Pieces<'a>,
    pub(super) base: &'b Flat<'b>,
    pub(super) now: &'b Flat<'b>,
    /// For each item as it is now the one that it was read as.
    pub(super) pairs: &'b [Option<usize>],
    pub(super) slots: Vec<Slot<'a>>,
    /// The addresses that the document gives to names, once they are asked for.
    pub(super) definitions: OnceCell<Definitions>,
}

impl<'a> Layout<'a, '_> {
    /// The addresses that the document gives to names.
    pub(super) fn definitions(&self) -> &Definitions {
        self.definitions.get_or_init(|| Definitions::of(self.source))
    }

    /// What an item was read as.
    pub(super) fn was(&self, now: usize) -> Option<usize> {
        self.pairs.get(now).copied().flatten()
    }

    /// For each item that was read the one that it is now.
    pub(super) fn is(&self) -> Vec<Option<usize>> {
        let mut is = vec![None; self.base.items.len()];
        for (now, was) in self.pairs.iter().enumerate().filter_map(|(now, was)| Some((now, (*was)?))) {
            if let Some(place) = is.get_mut(was) {
                *place = Some(now);
            }
        }
        is
    }

    /// Puts every piece where the document has it. A line that says several blocks stays as long as one of them does.
    pub(super) fn fill(&mut self) {
        let is = self.is();
        let is = |was: &usize| is.get(*was).copied().flatten();
        let slot = |(index, piece): (usize, &Piece)| Slot {
            body: Body::Source(index),
            tail: Cow::Borrowed(self.source.get(piece.tail.clone()).unwrap_or_default()),
            item: piece.owner.iter().chain(&piece.blocks).find_map(is),
            deeper: 0,
        };
        self.slots = self.pieces.all.iter().enumerate().map(slot).collect();
    }

    /// Moves what stands in another order now, each list of siblings by itself. What shares its lines with
    /// its siblings can't be moved and stays.
    pub(super) fn arrange(&mut self) {
        let (now, pairs) = (self.now, self.pairs);
        for list in now.lists() {
            let was: Vec<usize> =
                list.iter().filter_map(|item| pairs.get(*item).copied().flatten()).collect();
            if was.is_sorted() {
                continue;
            }
            let places = self.places();
            let blocks: Option<Vec<_>> = was
                .iter()
                .filter_map(|was| match self.block(*was, &places) {
                    None => Some(None),
                    Some(place) => place.map(Some),
                })
                .collect();
            let Some(wanted) = blocks else { continue };
            let mut there = wanted.clone();
            there.sort_by_key(|block| block.start);
            if there.iter().zip(there.iter().skip(1)).any(|(one, next)| one.end > next.start) {
                continue;
            }
            self.permute(&there, &wanted);
        }
    }

    /// The places of each piece.
    fn places(&self) -> Vec<usize> {
        let mut places = vec![0; self.pieces.all.len()];
        for (at, slot) in self.slots.iter().enumerate() {
            if let Body::Source(piece) = slot.body
                && let Some(place) = places.get_mut(piece)
            {
                *place = at;
            }
        }
        places
    }

    /// Where an item stands with all below it: nowhere if it has no lines, and none if others stand between.
    fn block(&self, was: usize, places: &[usize]) -> Option<Option<std::ops::Range<usize>>> {
        let pieces = self.base.whole(was).filter_map(|item| self.pieces.of.get(item).copied().flatten());
        let at: Vec<usize> = pieces.filter_map(|piece| places.get(piece).copied()).collect();
        let (Some(first), Some(last)) = (at.iter().min(), at.iter().max()) else { return Some(None) };
        (last - first + 1 == at.len()).then_some(Some(*first..last + 1))
    }

    /// Puts the wanted blocks where others are, one for one. The tails of the places stay.
    fn permute(&mut self, there: &[std::ops::Range<usize>], wanted: &[std::ops::Range<usize>]) {
        let mut out: Vec<Slot<'a>> = Vec::with_capacity(self.slots.len());
        let mut from = 0;
        for (old, new) in there.iter().zip(wanted) {
            out.extend(self.slots.get(from..old.start).unwrap_or_default().iter().cloned());
            let tail = self.split(old).1;
            let (own, _) = self.split(new);
            out.extend(self.slots.get(new.clone()).unwrap_or_default().iter().cloned());
            if let Some(last) = out.last_mut() {
                last.tail = own + tail;
            }
            from = old.end;
        }
        out.extend(self.slots.get(from..).unwrap_or_default().iter().cloned());
        self.slots = out;
    }

    /// The tail of a block: what closes a fence of its own, and the rest.
    fn split(&self, block: &std::ops::Range<usize>) -> (Cow<'a, str>, Cow<'a, str>) {
        let slots = self.slots.get(block.clone()).unwrap_or_default();
        let (Some(first), Some(last)) = (slots.first(), slots.last()) else { return Default::default() };
        self.split_tail(first, last)
    }

    fn split_tail(&self, first: &Slot<'a>, last: &Slot<'a>) -> (Cow<'a, str>, Cow<'a, str>) {
        let piece = |slot: &Slot<'a>| match slot.body {
            Body::Source(piece) => self.pieces.all.get(piece),
            Body::Fresh(_) => None,
        };
        let own = match (piece(first), piece(last)) {
            (Some(first), Some(last)) => self.pieces.tail(first, last).start - last.tail.start,
            _ => 0,
        };
        let cut = |tail: &str, from: usize, to: usize| tail.get(from..to).unwrap_or_default().to_owned();
        let own = own.min(last.tail.len());
        (cut(&last.tail, 0, own).into(), cut(&last.tail, own, last.tail.len()).into())
    }

    /// Takes away what is not there any more.
    pub(super) fn thin_out(&mut self) {
        let gone = |slot: &Slot<'_>| match slot.body {
            Body::Source(piece) => {
                slot.item.is_none() && self.pieces.all.get(piece).is_some_and(|piece| piece.owner.is_some())
            }
            Body::Fresh(_) => false,
        };
        let mut out: Vec<Slot<'a>> = Vec::with_capacity(self.slots.len());
        let mut lead = String::new();
        for run in self.slots.chunk_by(|one, next| gone(one) == gone(next)) {
            if !run.first().is_some_and(gone) {
                out.extend(run.iter().cloned());
                continue;
            }
            let left = self.left_of(run);
            match out.last_mut() {
                Some(before) => before.tail = joined(&before.tail, &left).into(),
                None => lead = left,
            }
        }
        // What is left before the first line that stays is only worth keeping where it opens a fence.
        if lead.contains("```") || lead.contains("~~~") {
            out.insert(0, Slot { body: Body::Fresh(lead), tail: Cow::Borrowed(""), item: None, deeper: 0 });
        }
        self.slots = out;
    }

    /// What stays of lines that go: the end of the last of them, and the edges of fences that others are in.
    fn left_of(&self, run: &[Slot<'a>]) -> String {
        let pieces: Vec<&Piece> = run
            .iter()
            .filter_map(|slot| match slot.body {
                Body::Source(piece) => self.pieces.all.get(piece),
                Body::Fresh(_) => None,
            })
            .collect();
        let lines = &self.pieces.lines;
        let goes = |line: usize| {
            let (from, _) = lines.range(line);
            pieces.iter().any(|piece| (piece.body.start..piece.tail.end).contains(&from))
        };
        let mut left = String::new();
        for (index, piece) in pieces.iter().enumerate() {
            let text = self.source.get(piece.body.start..piece.tail.end).unwrap_or_default();
            let mut from = piece.body.start;
            for line in text.split_inclusive('\n') {
                let number = lines.number(from);
                let fence =
                    self.pieces.fence(number).filter(|fence| fence.opens == number || fence.closes == number);
                let stays = match fence {
                    Some(fence) => !(goes(fence.opens) && goes(fence.closes)),
                    None => index + 1 == pieces.len() && from > piece.body.end,
                };
                if stays && from > piece.body.end {
                    left.push_str(line);
                }
                from += line.len();
            }
        }
        left
    }

    /// Adds what the document does not say yet.
    pub(super) fn add(&mut self) {
        let added = (0..self.now.items.len())
            .filter(|item| self.was(*item).is_none() && rows::row_of(self, *item).is_none());
        for item in added.collect::<Vec<_>>() {
            self.add_one(item);
        }
    }

    fn add_one(&mut self, item: usize) {
        let at: HashMap<usize, usize> =
            self.slots.iter().enumerate().filter_map(|(at, slot)| Some((slot.item?, at))).collect();
        let parent = self.now.parent(item);
        let siblings = self.now.below(parent);
        let own = siblings.iter().position(|sibling| *sibling == item).unwrap_or_default();
        let (before, after) = siblings.split_at(own);
        let block = |item: &usize| {
            let slots: Vec<usize> = self.now.whole(*item).filter_map(|item| at.get(&item).copied()).collect();
            Some((*slots.iter().min()?, *slots.iter().max()?))
        };
        // What has no words of its own stands where the nearest above it does.
        let mut behind = before.iter().rev().find_map(block);
        let mut above = parent;
        while let Some(holder) = above.filter(|_| behind.is_none()) {
            behind = at.get(&holder).map(|at| (*at, *at));
            above = self.now.parent(holder);
            let siblings = self.now.below(above).iter().take_while(|sibling| **sibling != holder);
            behind = behind.or_else(|| siblings.filter_map(block).last());
        }
        let next = after.iter().find_map(block).map(|(first, _)| first);
        let Some(mut text) = fresh::text(self, item, &at) else { return };
        if let Some(line) =
            self.said_by_title(before, &text).filter(|_| !before.iter().any(|item| block(item).is_some()))
        {
            text = format!("{line}{}{text}", self.line_break);
        }
        let new = |tail| Slot { body: Body::Fresh(text.clone()), tail, item: Some(item), deeper: 0 };
        match (behind, next) {
            (Some((first, last)), _) => {
                // Only a row goes between the rows of a table.
                let is_row = |at: usize| body(self, at).is_some_and(fresh::is_row);
                let last = if fresh::is_row(&text) || !is_row(last) {
                    last
                } else {
                    (last..self.slots.len()).take_while(|at| is_row(*at)).last().unwrap_or(last)
                };
                let (Some(one), Some(other)) = (self.slots.get(first), self.slots.get(last)) else { return };
                let (own, rest) = self.split_tail(one, other);
                let gap = if self.is_close(last, &text) {
                    self.line_break.to_owned()
                } else {
                    self.line_break.repeat(2)
                };
                let slot = new(if rest.is_empty() { Cow::Borrowed("") } else { rest });
                if let Some(before) = self.slots.get_mut(last) {
                    before.tail = format!("{own}{gap}").into();
                }
                self.slots.insert(last + 1, slot);
            }
            (None, Some(next)) => self.slots.insert(next, new(self.line_break.repeat(2).into())),
            (None, None) => {
                if let Some(last) = self.slots.last_mut()
                    && !last.tail.ends_with("\n\n")
                {
                    last.tail = self.line_break.repeat(2).into();
                }
                self.slots.push(new(self.line_break.into()));
            }
        }
    }

    /// The line of a list for the thing to do that a stage is itself, once there is more: "- **Week 1:** Scales".
    fn said_by_title(&self, before: &[usize], like: &str) -> Option<String> {
        let step = self.now.item(*before.last()?)?;
        let was = self.base.item(self.was(*before.last()?)?)?;
        let is_said = |stage: &Item| matches!(stage.kind, Kind::Stage { .. }) && stage.span == was.span;
        let mut above =
            std::iter::successors(self.was(*before.last()?), |above| self.base.parent(*above)).skip(1);
        above.find_map(|above| self.base.item(above).filter(|item| is_said(item)))?;
        let fresh::Marker { lead, mark, gap, boxed } = fresh::marker(like)?;
        let ticked = match (boxed, step.is_done()) {
            (_, true) => "[x] ",
            (true, false) => "[ ] ",
            (false, false) => "",
        };
        let words = escape::words(&step.text);
        (matches!(step.kind, Kind::Step { .. }) && !step.text.is_empty())
            .then(|| format!("{lead}{mark}{gap}{ticked}{words}"))
    }

    /// True where new words go on the very next line: list lines that stand close together, a list right
    /// below its label, lines in a fence.
    fn is_close(&self, at: usize, text: &str) -> bool {
        let Some(slot) = self.slots.get(at) else { return false };
        let (is_line, in_fence) = match &slot.body {
            Body::Source(piece) => {
                let piece = self.pieces.all.get(*piece);
                let body = piece.and_then(|piece| self.source.get(piece.body.clone())).unwrap_or_default();
                let line = piece.map_or(0, |piece| self.pieces.lines.number(piece.body.end));
                (fresh::is_list_line(body), self.pieces.in_fence(line))
            }
            Body::Fresh(body) => (fresh::is_list_line(body), false),
        };
        let is_row = fresh::is_row(text);
        // What is no row needs a blank line to end a table.
        if !is_row && body(self, at).is_some_and(fresh::is_row) {
            return false;
        }
        let is_loose = slot.tail.matches('\n').count() > 1;
        is_row || in_fence || fresh::is_list_line(text) && (is_line || !is_loose && !slot.tail.is_empty())
    }
}

/// The words at a place, as far as they are known yet.
pub(super) fn body<'b>(layout: &'b Layout<'_, '_>, at: usize) -> Option<&'b str> {
    match &layout.slots.get(at)?.body {
        Body::Source(piece) => layout.source.get(layout.pieces.all.get(*piece)?.body.clone()),
        Body::Fresh(text) => Some(text),
    }
}

/// Two tails as one: no blank line or rule is doubled.
fn joined(before: &str, after: &str) -> String {
    let is_rule = |line: &str| {
        let line = line.trim();
        line.len() > 2 && line.chars().all(|c| matches!(c, '-' | '*' | '_' | ' '))
    };
    let ends_blank =
        before.matches('\n').count() > 1 && before.lines().last().is_some_and(|line| line.trim().is_empty());
    let has_rule = before.lines().any(is_rule);
    let mut out = before.to_owned();
    let mut blank = ends_blank;
    for line in after.split_inclusive('\n') {
        let is_blank = line.trim().is_empty();
        if is_blank && blank || has_rule && is_rule(line) {
            continue;
        }
        blank = is_blank;
        out.push_str(line);
    }
    out
}
