//! What a person is told of a merge.

use super::Sides;
use super::aspects::{called, said};
use super::difference::{Aspect, Difference, Differs};
use super::fields::Fields;
use super::layout::Layout;
use super::lots::{Lot, Lots};
use super::outcome::Outcome;
use super::tree::{ROOT, Tree};
use crate::item::{Item, Kind};

struct Report<'a, 'b> {
    sides: &'b Sides<'a>,
    lots: &'b Lots,
    layout: &'b Layout,
    outcome: &'b Outcome,
    /// The differences, each with the place in the new document by which it is listed.
    found: Vec<(usize, Difference)>,
}

/// What differs, in the order of the new document; what is gone stands behind what it stood behind.
pub(super) fn differences(
    sides: &Sides<'_>,
    lots: &Lots,
    layout: &Layout,
    outcome: &Outcome,
) -> Vec<Difference> {
    let mut report = Report { sides, lots, layout, outcome, found: Vec::new() };
    let come = report.counts_of_what_comes();
    for there in sides.theirs.places() {
        match lots.at(there) {
            Lot::Kept(place) => report.kept(there, place),
            lot @ (Lot::New | Lot::Restored(_)) => {
                let below = come.get(there).copied().unwrap_or(0);
                if !report.is_told_above(there) {
                    let restored = lot != Lot::New;
                    report.tell(
                        there,
                        if restored { Differs::Restored { below } } else { Differs::Added { below } },
                    );
                }
            }
            Lot::Archived(_) | Lot::Out => {}
        }
    }
    report.removed();
    report.found.sort_by_key(|(there, _)| *there);
    report.found.into_iter().map(|(_, difference)| difference).collect()
}

impl Report<'_, '_> {
    fn tell(&mut self, there: usize, differs: Differs) {
        let Some((item, fields)) = self.outcome.line_at(there) else { return };
        let line = self.sides.theirs.item(there).map_or(0, |item| item.span.line);
        let mut above = self.lots.home(there);
        let within = loop {
            let Some((_, fields)) = self.outcome.line_at(above) else { break None };
            if is_part(&fields.kind) {
                break Some(fields.kind.title(&fields.text));
            }
            above = self.lots.home(above);
        };
        let text = fields.text.clone();
        self.found.push((there, Difference { item, text, within, line, differs }));
    }

    /// What comes below something that comes is told of with that; only what is back below something new is
    /// told of by itself.
    fn is_told_above(&self, there: usize) -> bool {
        let above = self.lots.at(self.lots.home(there));
        above.comes() && (above != Lot::New || self.lots.at(there) == Lot::New)
    }

    fn counts_of_what_comes(&self) -> Vec<usize> {
        let theirs = &self.sides.theirs;
        let mut counts = vec![0; theirs.len()];
        for there in theirs.places().rev() {
            if self.lots.at(there).comes() && self.is_told_above(there) {
                let own = counts.get(there).copied().unwrap_or(0);
                if let Some(count) = counts.get_mut(self.lots.home(there)) {
                    *count += own + 1;
                }
            }
        }
        counts
    }

    fn kept(&mut self, there: usize, place: usize) {
        let (sides, outcome) = (self.sides, self.outcome);
        let (Some(ours), Some(theirs)) = (sides.ours.item(place), sides.theirs.item(there)) else { return };
        let Some((_, fields)) = outcome.line_at(there) else { return };
        let base = sides.identity.back(there).filter(|base| *base != ROOT);
        if let Some(from) = base.and_then(|base| self.moved(there, base)) {
            self.tell(there, Differs::Moved { from });
        }
        // A target has the words of the line that states it, which is told of already.
        let told = sides.theirs.is_echo(there);
        if fields.text != ours.text && !told {
            self.tell(there, Differs::Renamed { was: ours.text.clone() });
        }
        if !told || fields.text == ours.text {
            self.changed(there, ours, fields);
        }
        for aspect in &fields.clashes {
            let document = said_of(*aspect, theirs);
            self.tell(there, Differs::Conflict { aspect: *aspect, document });
        }
        let was_ticked = base.and_then(|base| sides.base.item(base)?.task).is_some_and(|task| task.ticked);
        match theirs.task {
            Some(task) if task.ticked && !was_ticked && !ours.is_done() => {
                self.tell(there, Differs::Ticked);
            }
            Some(task) if !task.ticked && was_ticked && ours.is_done() => self.tell(there, Differs::Unticked),
            _ => {}
        }
    }

    /// Where it was moved from, if the document moved it.
    fn moved(&self, there: usize, base: usize) -> Option<Option<String>> {
        let above = self.sides.base.parent(base);
        let stayed = |from, to| self.sides.identity.of(from) == Some(to);
        if !stayed(above, self.sides.theirs.parent(there))
            && !stayed(self.sides.base.above(base), self.sides.theirs.above(there))
        {
            let from = self.sides.base.item(above);
            return Some(from.map(Item::title));
        }
        self.layout.is_reordered(there).then_some(None)
    }

    fn changed(&mut self, there: usize, ours: &Item, fields: &Fields) {
        let mut changes = Vec::new();
        if std::mem::discriminant(&ours.kind) != std::mem::discriminant(&fields.kind) {
            let (was, is) = (called(&ours.kind).to_owned(), called(&fields.kind).to_owned());
            changes.push((Aspect::Kind, Some(was), Some(is)));
        } else if ours.kind != fields.kind {
            let pairs = said(&ours.kind).into_iter().zip(said(&fields.kind));
            changes.extend(
                pairs.filter(|(was, is)| was != is).map(|((aspect, was), (_, is))| (aspect, was, is)),
            );
        }
        if ours.note != fields.note {
            changes.push((Aspect::Note, ours.note.clone(), fields.note.clone()));
        }
        for (aspect, was, is) in changes {
            self.tell(there, Differs::Changed { aspect, was, is });
        }
    }

    /// Tells of what the document lost: of what is at the top of it, with what goes below.
    fn removed(&mut self) {
        let sides = self.sides;
        let ours = &sides.ours;
        let is_gone = |place: usize| {
            place != ROOT && self.lots.kept.of(place).is_none() && !self.lots.is_by_hand(sides, place)
        };
        // What goes below each, and on how many of them something is recorded.
        let mut counts = vec![(0_usize, 0_usize); ours.len()];
        for (place, item) in
            ours.items().collect::<Vec<_>>().into_iter().rev().filter(|(place, _)| is_gone(*place))
        {
            let own = counts.get_mut(place).map(|(below, recorded)| {
                *recorded += usize::from(!item.record.is_empty());
                (*below, *recorded)
            });
            let above = counts.get_mut(ours.parent(place));
            if let (Some((below, recorded)), Some((all, all_recorded))) = (own, above) {
                *all += below + 1;
                *all_recorded += recorded;
            }
        }
        let mut gone = Vec::new();
        let mut behind = ROOT;
        for (place, item) in ours.items() {
            if !is_gone(place) {
                behind = self.lots.kept.of(place).unwrap_or(behind);
            } else if !is_gone(ours.parent(place)) {
                let (below, recorded) = counts.get(place).copied().unwrap_or_default();
                let differs = Differs::Removed { below, recorded };
                let (text, within, line) = (item.text.clone(), part_above(ours, place), item.span.line);
                gone.push((behind, Difference { item: item.id, text, within, line, differs }));
            }
        }
        self.found.append(&mut gone);
    }
}

const fn is_part(kind: &Kind) -> bool {
    matches!(kind, Kind::Phase { .. } | Kind::Stage { .. })
}

/// The nearest phase or stage above an item.
fn part_above(tree: &Tree<'_>, place: usize) -> Option<String> {
    let mut above = tree.parent(place);
    while let Some(item) = tree.item(above) {
        if is_part(&item.kind) {
            return Some(item.title());
        }
        above = tree.parent(above);
    }
    None
}

/// What the document says about one thing.
fn said_of(aspect: Aspect, item: &Item) -> Option<String> {
    match aspect {
        Aspect::Words => Some(item.text.clone()),
        Aspect::Note => item.note.clone(),
        Aspect::Kind => Some(called(&item.kind).to_owned()),
        _ => said(&item.kind).into_iter().find(|(about, _)| *about == aspect).and_then(|(_, words)| words),
    }
}
