//! A document cut up by its items: which lines are whose.

use super::pairs::Flat;
use crate::document::outline::{self, Lines, Node, Shape, is_structure};
use crate::item::Kind;
use std::collections::{BTreeMap, HashMap};
use std::ops::Range;

/// The lines from one item's first up to the next item's first.
#[derive(Debug, Clone)]
pub(super) struct Piece {
    /// The item whose lines they are. The title has none, since it never moves.
    pub(super) owner: Option<usize>,
    /// The blocks that its first line says, the owner among them, where that says several.
    pub(super) blocks: Vec<usize>,
    /// What they say, without the last line break.
    pub(super) body: Range<usize>,
    /// The rest: a line break and lines that are mere structure. It stays when the item goes.
    pub(super) tail: Range<usize>,
}

/// A code fence: the lines of its edges.
#[derive(Debug, Clone, Copy)]
pub(super) struct Fence {
    /// The line that opens it.
    pub(super) opens: usize,
    /// The line that closes it, or its last one.
    pub(super) closes: usize,
}

/// A document cut up.
pub(super) struct Pieces<'a> {
    /// Its lines.
    pub(super) lines: Lines<'a>,
    /// Where the first piece begins; what stands before belongs to no item.
    pub(super) start: usize,
    /// The pieces, in order.
    pub(super) all: Vec<Piece>,
    /// For each item its piece; none for what shares a line with another.
    pub(super) of: Vec<Option<usize>>,
    /// Its code fences, in order.
    pub(super) fences: Vec<Fence>,
    /// The lines that are heads of tables, in order.
    tables: Vec<usize>,
}

impl<'a> Pieces<'a> {
    /// Cuts a document up by the items it is read as.
    pub(super) fn of(source: &'a str, title: &str, base: &Flat<'_>) -> Self {
        let lines = Lines::of(source);
        let nodes = outline::read(source);
        let mut owners: BTreeMap<usize, Option<usize>> = BTreeMap::new();
        let heading = nodes.iter().find(|node| matches!(node.shape, Shape::Heading(_)));
        if let Some(heading) = heading.filter(|heading| heading.text() == title) {
            owners.insert(heading.span.line, None);
        }
        for (index, item) in base.items.iter().enumerate().filter(|(_, item)| item.span.start < item.span.end)
        {
            owners.entry(item.span.line).or_insert(Some(index));
        }
        let mut blocks = blocks(base);
        let Edges { fences, underlined, tables } = Edges::of(&nodes, &lines);
        let bom = source.len() - source.trim_start_matches('\u{feff}').len();
        let begins = |line: usize| lines.range(line).0.max(bom);
        let mut of = vec![None; base.items.len()];
        let mut all = Vec::with_capacity(owners.len());
        let mut next = owners.keys().skip(1);
        for (line, owner) in &owners {
            let after = next.next().copied().unwrap_or(lines.count() + 1);
            let says = |number: &usize| !is_structure(lines.text(*number));
            let mut last = (*line + 1..after).rev().find(says).unwrap_or(*line);
            if underlined.binary_search(line).is_ok() && last + 1 < after {
                last += 1;
            }
            let end = if after > lines.count() { source.len() } else { lines.range(after).0 };
            let body = begins(*line)..lines.range(last).1;
            if let Some(place) = owner.and_then(|owner| of.get_mut(owner)) {
                *place = Some(all.len());
            }
            let blocks = owner.and_then(|owner| blocks.remove(&owner)).unwrap_or_default();
            all.push(Piece { owner: *owner, blocks, tail: body.end..end, body });
        }
        let start = all.first().map_or(source.len(), |piece| piece.body.start);
        Self { lines, start, all, of, fences, tables }
    }

    /// True where the line stands in a fence, or is an edge of one.
    pub(super) fn in_fence(&self, line: usize) -> bool {
        self.fence(line).is_some()
    }

    /// The fence that the line stands in, or is an edge of.
    pub(super) fn fence(&self, line: usize) -> Option<Fence> {
        let at = self.fences.partition_point(|fence| fence.opens <= line).checked_sub(1)?;
        self.fences.get(at).copied().filter(|fence| line <= fence.closes)
    }

    /// The line of the head of the last table that begins before that line.
    pub(super) fn head_of(&self, line: usize) -> Option<usize> {
        let at = self.tables.partition_point(|head| *head < line).checked_sub(1)?;
        self.tables.get(at).copied()
    }

    /// Where the tail of a block begins: behind the edge of a fence that was opened within the block.
    pub(super) fn tail(&self, first: &Piece, last: &Piece) -> Range<usize> {
        let (from, to) = (self.lines.number(first.body.start), self.lines.number(last.body.end));
        let own = self.fence(to).filter(|fence| from <= fence.opens && to < fence.closes);
        let end = own.map(|fence| self.lines.range(fence.closes).1).filter(|end| *end <= last.tail.end);
        end.map_or(last.tail.start, |end| end.max(last.tail.start))..last.tail.end
    }
}

/// By the first of them the blocks that stand on one line, where several do.
fn blocks(base: &Flat<'_>) -> HashMap<usize, Vec<usize>> {
    let mut by_place: HashMap<(usize, usize), Vec<usize>> = HashMap::new();
    for (index, item) in base.items.iter().enumerate() {
        if matches!(item.kind, Kind::Block(_)) && item.span.start < item.span.end {
            by_place.entry((item.span.start, item.span.end)).or_default().push(index);
        }
    }
    let several = by_place.into_values().filter(|blocks| blocks.len() > 1);
    several.filter_map(|blocks| Some((*blocks.first()?, blocks))).collect()
}

/// What belongs together in a document.
struct Edges {
    /// Its fences.
    fences: Vec<Fence>,
    /// The lines that have a line of marks below them which is theirs: headings with a line under them, and the heads of
    /// tables.
    underlined: Vec<usize>,
    /// The heads of tables.
    tables: Vec<usize>,
}

impl Edges {
    fn of(nodes: &[Node], lines: &Lines<'_>) -> Self {
        let (mut fences, mut underlined, mut tables) = (Vec::new(), Vec::new(), Vec::new());
        let mut left: Vec<&Node> = nodes.iter().collect();
        while let Some(node) = left.pop() {
            let line = node.span.line;
            match node.shape {
                Shape::Fence => {
                    let last = lines.number(node.span.end.saturating_sub(1).max(node.span.start));
                    fences.push(Fence { opens: line, closes: last });
                }
                Shape::Heading(_)
                    if !lines.text(line).trim_start_matches('\u{feff}').trim_start().starts_with('#') =>
                {
                    underlined.push(line);
                }
                Shape::Table => {
                    underlined.push(line);
                    tables.push(line);
                }
                _ => {}
            }
            left.extend(&node.children);
        }
        fences.sort_by_key(|fence| fence.opens);
        underlined.sort_unstable();
        tables.sort_unstable();
        Self { fences, underlined, tables }
    }
}
