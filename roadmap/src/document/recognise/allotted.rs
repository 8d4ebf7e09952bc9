//! The hours that a table outside the stages gives their weeks: "| Weeks | Study | Projects | Total |".
//!
//! They count only where no stage has hours of its own: such a table mostly says again what the stages
//! say.

use super::contents::is_heading;
use super::hours::{Per, Stretch, planned};
use super::phrases::Terms;
use super::{budgets, categories, item, rows};
use crate::Category;
use crate::document::correction::Sayings;
use crate::document::outline::{Node, Shape, Words};
use crate::item::{Item, Kind, NumberRange, Span};
use std::collections::BTreeMap;

/// Heads of columns that add up the others.
const TOTALS: [&str; 5] = ["total", "total hours", "total h", "sum", "hours"];

/// Words of a heading that makes the numbers of the table below it hours.
const SPENT: [&str; 4] = ["hour*", "hrs", "time", "workload"];

/// The most weeks of a stage that has its hours from a table.
const MOST_WEEKS: u32 = 60;

/// What a table gives a week of one kind of work, or of all where it names no category.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Piece {
    work: Option<(String, Category)>,
    least: u32,
    most: u32,
}

/// What tables give each week.
#[derive(Debug, Default)]
pub(super) struct Allotted {
    /// For each week the line of its table, and the pieces.
    weeks: BTreeMap<u32, (usize, Vec<Piece>)>,
}

impl Allotted {
    /// Reads the tables that stand in no stage; of those that name a week twice the first counts.
    pub(super) fn of(outline: &[Node]) -> Self {
        let mut allotted = Self::default();
        let mut left: Vec<(&Node, bool)> = outline.iter().rev().map(|node| (node, false)).collect();
        while let Some((node, spent)) = left.pop() {
            if node.shape == Shape::Table {
                allotted.table(node, spent);
            } else if is_heading(node) && !node.part().is_some_and(|part| part.is_stage()) {
                // Most headings stand above no table.
                let has_table = node.children.iter().any(|below| below.shape == Shape::Table);
                let is_spent = |text: &str| has_table && Terms::of(text).hold_any(&SPENT);
                let mut spent = is_spent(node.text());
                let below = node.children.iter().map(|below| {
                    spent |= below.shape == Shape::Line && is_spent(below.text());
                    (below, spent)
                });
                let below: Vec<_> = below.collect();
                left.extend(below.into_iter().rev());
            }
        }
        allotted
    }

    fn table(&mut self, table: &Node, spent: bool) {
        let heads = table.words.cells();
        let mut found: BTreeMap<u32, Vec<Piece>> = BTreeMap::new();
        for (weeks, cells) in rows::weeks(table) {
            let pieces = pieces(&heads, &cells, weeks, spent);
            if pieces.is_empty() {
                continue;
            }
            let count = u64::from(weeks.count());
            for (week, part) in (weeks.from..=weeks.to).zip(0_u64..) {
                // What is left over by a division falls to the later weeks.
                let until = |whole: u32, part: u64| u64::from(whole) * part / count;
                let share =
                    |whole| u32::try_from(until(whole, part + 1) - until(whole, part)).unwrap_or(whole);
                let of_week = pieces.iter().map(|piece| Piece {
                    least: share(piece.least),
                    most: share(piece.most),
                    ..piece.clone()
                });
                found.entry(week).or_insert_with(|| of_week.collect());
            }
        }
        for (week, pieces) in found {
            self.weeks.entry(week).or_insert((table.span.line, pieces));
        }
    }

    /// What the tables give those weeks together; nothing where they leave one out.
    fn of_weeks(&self, weeks: NumberRange) -> Vec<Piece> {
        let mut sum: Vec<Piece> = Vec::new();
        if weeks.count() > MOST_WEEKS {
            return sum;
        }
        for week in weeks.from..=weeks.to {
            let Some((_, pieces)) = self.weeks.get(&week) else { return Vec::new() };
            for piece in pieces {
                match sum.iter_mut().find(|known| known.work == piece.work) {
                    Some(known) => {
                        known.least = known.least.saturating_add(piece.least);
                        known.most = known.most.saturating_add(piece.most);
                    }
                    None => sum.push(piece.clone()),
                }
            }
        }
        sum
    }

    /// The line of the table that gives those weeks their hours, or the first of them; none where no table does.
    pub(super) fn line_of(&self, weeks: NumberRange) -> Option<usize> {
        let has_all = !self.of_weeks(weeks).is_empty();
        self.weeks.get(&weeks.from).filter(|_| has_all).map(|(line, _)| *line)
    }

    /// Gives the stages what the tables give their weeks, where none has hours of its own but those that
    /// a person gave it.
    pub(super) fn settle(&self, items: &mut [Item], sayings: &Sayings) {
        let is_said = |item: &Item| sayings.get(&item.span.line).is_some_and(|said| said.hours.is_some());
        if self.weeks.is_empty() {
            return;
        }
        let has_own = |stage: &Item| {
            !is_said(stage) && stage.walk().any(|item| budgets::is_budgeted(item) && !is_said(item))
        };
        let is_stage = |item: &&Item| matches!(item.kind, Kind::Stage { .. });
        if items.iter().flat_map(Item::walk).filter(is_stage).any(has_own) {
            return;
        }
        let mut left: Vec<&mut Item> = items.iter_mut().collect();
        while let Some(item) = left.pop() {
            match item.kind {
                Kind::Stage { weeks: Some(weeks), .. } if !item.walk().any(budgets::is_budgeted) => {
                    give(item, self.of_weeks(weeks));
                }
                Kind::Stage { .. } => {}
                _ => left.extend(&mut item.children),
            }
        }
    }
}

/// What the columns of a row hold: hours by category, or those of the whole.
fn pieces(heads: &[Words], cells: &[Words], weeks: NumberRange, spent: bool) -> Vec<Piece> {
    let columns = || heads.iter().zip(cells).map(|(head, cell)| (head.text.as_str(), cell.text.as_str()));
    let piece = |work, text: &str| {
        let (stretch, rest) = planned(text)?;
        let times = match stretch.per {
            Per::Whole => 1,
            Per::Week => weeks.count(),
            Per::Day => weeks.count().saturating_mul(7),
        };
        let (least, most) = (stretch.least.saturating_mul(times), stretch.most.saturating_mul(times));
        (rest.is_empty() && most > 0).then_some(Piece { work, least, most })
    };
    let is_total = |head: &str| Terms::of(head).are_any(&TOTALS);
    let bare = |head: &str, cell: &str| rows::hours_of(&format!("{head} hours"), cell);
    let by_category = |bare_too: bool| -> Vec<Piece> {
        let named = columns().filter(|(head, _)| !is_total(head)).filter_map(|(head, cell)| {
            let category = categories::of(head).filter(|category| category.is_work())?;
            let text = rows::hours_of(head, cell).or_else(|| {
                let has_unit = planned(cell).is_some();
                (has_unit || bare_too).then(|| bare(head, cell)).flatten()
            })?;
            piece(Some((name_of(head).to_owned(), category)), &text)
        });
        named.collect()
    };
    let total = columns().find_map(|(head, cell)| {
        let text = rows::hours_of(head, cell);
        let total = || is_total(head).then(|| bare(head, cell)).flatten();
        let named = categories::of(head).is_some();
        (!named).then(|| text.or_else(total).and_then(|text| piece(None, &text))).flatten()
    });
    let bare_ones = by_category(true);
    let sum = |of: fn(&Piece) -> u32| bare_ones.iter().map(|piece| u64::from(of(piece))).sum::<u64>();
    let adds_up = total.as_ref().is_some_and(|total| {
        sum(|piece| piece.least) == u64::from(total.least) && sum(|piece| piece.most) == u64::from(total.most)
    });
    let named = if spent || adds_up { bare_ones } else { by_category(false) };
    if !named.is_empty() {
        return named;
    }
    // A bare total may be of anything.
    let says_hours =
        columns().any(|(head, cell)| rows::hours_of(head, cell).is_some() || planned(cell).is_some());
    total.filter(|_| spent || says_hours).into_iter().collect()
}

/// A column's head without its unit: "Study (h/week)".
fn name_of(head: &str) -> &str {
    head.split(['(', '[']).next().map(str::trim).filter(|name| !name.is_empty()).unwrap_or(head)
}

/// Gives a stage hours: to its activities of the same category, and else to new ones, of which the
/// first that fits holds its work.
fn give(stage: &mut Item, pieces: Vec<Piece>) {
    let mut left = Vec::new();
    for Piece { work, least, most } in pieces {
        let stretch = Stretch { least, most, per: Per::Whole };
        let Some((name, category)) = work else { return budgets::wrap(stage, stretch) };
        let open = stage.children.iter_mut().find_map(|child| match &mut child.kind {
            Kind::Activity { category: of, budget: budget @ None } if *of == category => Some(budget),
            _ => None,
        });
        match open {
            Some(budget) => *budget = Some(stretch.budget()),
            None => left.push((name, Kind::Activity { category, budget: Some(stretch.budget()) })),
        }
    }
    let is_activity = |item: &Item| matches!(item.kind, Kind::Activity { .. });
    let mut at = stage.children.iter().rposition(is_activity).map(|last| last + 1);
    if at.is_none() && !left.is_empty() {
        let below = categories::of_most(stage.children.iter().map(|line| line.text.as_str()));
        let fits = |(_, kind): &(String, Kind)| matches!(kind, Kind::Activity { category, .. } if Some(*category) == below);
        let (name, kind) = left.remove(left.iter().position(fits).unwrap_or(0));
        at = Some(budgets::gather_work(stage, name, kind) + 1);
    }
    let at = at.unwrap_or_default();
    let before = at.checked_sub(1).and_then(|at| stage.children.get(at));
    let end = before.and_then(|before| before.walk().last()).map_or(stage.span, |last| last.span);
    let place = Span { start: end.end, ..end };
    let empty = left.into_iter().map(|(name, kind)| item(kind, name, place));
    stage.children.splice(at..at, empty.collect::<Vec<_>>());
}
