//! Rows of a table that are stages, where there is more to do in their weeks now, or less: pieces of a cell.

use super::changed::{Change, found_whole};
use super::layout::Layout;
use super::{cells, escape, fresh};
use crate::item::{Item, Kind};
use std::collections::BTreeMap;
use std::ops::Range;

/// What a column of work is called where a table has none.
const WORK: &str = "Tasks";

/// The row of the stage that a new thing to do is put into; none for what stands elsewhere.
pub(super) fn row_of(layout: &Layout<'_, '_>, new: usize) -> Option<usize> {
    let is_new = layout.was(new).is_none() && !is_stage(layout, new);
    let mut above = std::iter::successors(layout.now.parent(new), |above| layout.now.parent(*above));
    let stage = above.find(|above| is_new && is_stage(layout, *above))?;
    let was = layout.was(stage)?;
    is_row(layout, was).then_some(stage)
}

fn is_stage(layout: &Layout<'_, '_>, now: usize) -> bool {
    layout.now.item(now).is_some_and(|item| matches!(item.kind, Kind::Stage { .. }))
}

/// True for a stage that is a row of a table, and no head of one.
fn is_row(layout: &Layout<'_, '_>, was: usize) -> bool {
    layout.base.item(was).is_some_and(|stage| {
        let line = stage.span.line;
        stage.span.start < stage.span.end
            && fresh::is_row(layout.pieces.lines.text(line))
            && layout.pieces.head_of(line + 1).is_some_and(|head| head < line)
    })
}

/// The changes of all such rows. Where no column holds work, the table gets one.
pub(super) fn changes(layout: &Layout<'_, '_>) -> Vec<Change> {
    let is = layout.is();
    let mut rows: BTreeMap<usize, Row> = BTreeMap::new();
    for new in (0..layout.now.items.len()).filter(|now| layout.was(*now).is_none()) {
        if let Some(was) = row_of(layout, new).and_then(|stage| layout.was(stage)) {
            rows.entry(was).or_default().added.push(new);
        }
    }
    for (at, gone) in layout.base.items.iter().enumerate() {
        let is_gone = is.get(at).copied().flatten().is_none() && matches!(gone.kind, Kind::Step { .. });
        let above = || std::iter::successors(layout.base.parent(at), |above| layout.base.parent(*above));
        let Some(stage) = is_gone
            .then(above)
            .into_iter()
            .flatten()
            .find(|above| is.get(*above).copied().flatten().is_some_and(|now| is_stage(layout, now)))
        else {
            continue;
        };
        if is_row(layout, stage) {
            rows.entry(stage).or_default();
        }
    }
    let mut columns: BTreeMap<usize, usize> = BTreeMap::new();
    let mut found: Vec<Change> =
        rows.iter().flat_map(|(stage, row)| row.changes(layout, &is, *stage, &mut columns)).collect();
    for head in columns.into_keys() {
        let ends = |line: usize| {
            let (start, _) = layout.pieces.lines.range(line);
            start + layout.pieces.lines.text(line).trim_end().len()
        };
        let bar =
            |line: usize| if layout.pieces.lines.text(line).trim_end().ends_with('|') { "" } else { " |" };
        found.push((ends(head)..ends(head), format!("{} {WORK} |", bar(head))));
        found.push((ends(head + 1)..ends(head + 1), format!("{}---|", bar(head + 1))));
    }
    found
}

/// A row with more or less to do.
#[derive(Default)]
struct Row {
    added: Vec<usize>,
}

impl Row {
    /// The row's cells of work as they are now. `columns` are the heads of the tables that need a column for it, and
    /// how many they have.
    fn changes(
        &self,
        layout: &Layout<'_, '_>,
        is: &[Option<usize>],
        stage: usize,
        columns: &mut BTreeMap<usize, usize>,
    ) -> Vec<Change> {
        let Some(item) = layout.base.item(stage) else { return Vec::new() };
        let (start, _) = layout.pieces.lines.range(item.span.line);
        let row = layout.pieces.lines.text(item.span.line);
        let cells = cells::of(row);
        let words = |cell: &Range<usize>| row.get(cell.clone()).unwrap_or_default();
        // By cell its steps; what the title says by the way stands in none.
        let mut steps: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        let mut titled = Vec::new();
        for at in layout.base.whole(stage) {
            let step = layout.base.item(at).filter(|step| matches!(step.kind, Kind::Step { .. }));
            let Some(step) = step else { continue };
            let holds = |cell: &Range<usize>| found_whole(words(cell), &step.text, false).is_some();
            match cells.iter().position(holds) {
                _ if step.text == item.text => titled.push(at),
                Some(cell) => steps.entry(cell).or_default().push(at),
                None => {}
            }
        }
        let now = |at: usize| is.get(at).copied().flatten();
        let added = || self.added.iter().filter_map(|now| Some((*now, said(layout.now.item(*now)?))));
        let mut found = Vec::new();
        for (place, (cell, own)) in steps.iter().enumerate() {
            let Some(cell) = cells.get(*cell) else { continue };
            let was = words(cell);
            let pieces: Vec<&str> = was.split("<br>").map(str::trim).collect();
            // What did not change is said as it was.
            let kept = own.iter().filter_map(|at| {
                let (was, step) = (layout.base.item(*at)?, layout.now.item(now(*at)?)?);
                let is_same =
                    was.text == step.text && was.task.is_none_or(|task| task.ticked == step.is_done());
                let piece = pieces.iter().find(|piece| found_whole(piece, &was.text, false).is_some());
                let piece = piece.filter(|_| is_same).map(|piece| boxed(piece, step));
                Some((now(*at)?, piece.unwrap_or_else(|| said(step))))
            });
            let new = added().filter(|_| place == 0);
            if own.iter().all(|at| now(*at).is_some()) && (place > 0 || self.added.is_empty()) {
                continue;
            }
            let from = start + cell.start + was.len() - was.trim_start().len();
            found.push((from..from + was.trim().len(), joined(kept.chain(new).collect())));
        }
        let Some(head) = layout.pieces.head_of(item.span.line) else { return found };
        if steps.is_empty() && !self.added.is_empty() {
            let wanted = cells::of(layout.pieces.lines.text(head)).len();
            columns.insert(head, wanted);
            let end = start + row.trim_end().len();
            let bar = if row.trim_end().ends_with('|') { "" } else { " |" };
            let missing = " |".repeat(wanted.saturating_sub(cells.len()));
            let kept = titled.iter().filter_map(|at| Some((now(*at)?, said(layout.now.item(now(*at)?)?))));
            let new = joined(kept.chain(added()).collect());
            found.push((end..end, format!("{bar}{missing} {new} |")));
        }
        found
    }
}

/// Pieces of a cell, in their order.
fn joined(pieces: BTreeMap<usize, String>) -> String {
    let pieces: Vec<String> = pieces.into_values().collect();
    match pieces.as_slice() {
        // An only box would be that of the row.
        [one] => one.strip_prefix("[ ] ").unwrap_or(one).to_owned(),
        _ => pieces.join("<br>"),
    }
}

/// A thing to do as a piece of a cell.
fn said(step: &Item) -> String {
    let hours = match step.kind {
        Kind::Activity { category, budget } => fresh::brackets(&step.text, budget, category),
        _ => None,
    };
    let hours = hours.map(|hours| format!(" {hours}")).unwrap_or_default();
    boxed(&format!("{}{hours}", escape::cell(&step.text)), step)
}

/// A piece of a cell with a box, which tells it from the others.
fn boxed(piece: &str, step: &Item) -> String {
    let has_box = piece.starts_with(['☐', '☑', '☒', '⬜'])
        || ["[ ]", "[x]", "[X]"].iter().any(|mark| piece.starts_with(mark));
    match (has_box, step.is_done()) {
        (true, _) => piece.to_owned(),
        (false, true) => format!("[x] {piece}"),
        (false, false) => format!("[ ] {piece}"),
    }
}
