//! The whole: what stands at the top of a document, and how it comes together.

use super::allotted::Allotted;
use super::body::{self, Place};
use super::contents::{has_options, is_heading, name_parts};
use super::parts::{self, Level};
use super::promotion::{self, PROMOTED};
use super::{
    accounts, budgets, choices, endings, headings, item, labels, lengths, links, marks, options, progress,
    said,
};
use crate::document::correction::Sayings;
use crate::document::outline::{Node, Shape};
use crate::item::{Item, ItemId, Kind, Roadmap, Span};

/// The name of the stage that holds the boxes and lists of a document without headings.
const TASKS: &str = "Tasks";

/// A document's tree as it is recognised: without a progress section, with the pictures that are boxes, with
/// headings for what stands for them, and with what a person said of its lines.
pub(super) fn prepared(mut outline: Vec<Node>, sayings: &Sayings) -> Vec<Node> {
    progress::set_aside(&mut outline);
    marks::settle(&mut outline);
    let mut outline = said::attach(promotion::promote(outline), sayings);
    choices::gather(&mut outline);
    outline
}

/// Reads a document's tree as a roadmap, with what a person said of its lines. `name` is its title if
/// it has none.
pub(in crate::document) fn roadmap(outline: Vec<Node>, name: &str, sayings: &Sayings) -> Roadmap {
    let outline = prepared(outline, sayings);
    let named = name_parts(&outline);
    let is_dated = lengths::until_next(&outline).iter().any(Option::is_some);
    let title = outline
        .iter()
        .find(|node| is_heading(node))
        .filter(|node| matches!(node.shape, Shape::Heading(level) if level < PROMOTED))
        .filter(|node| !(options::chooses(node.text()) && has_options(node)))
        .filter(|node| !options::picks_below(node.text(), node))
        .filter(|node| node.part().is_none() && !is_track(node, &outline))
        // What can be ticked is a thing to do and no title.
        .filter(|node| node.taken().is_none() && node.task.is_none())
        .filter(|node| headings::dated(node.text()).is_none() || !is_dated);
    let mut reader =
        Reader { named, items: Vec::new(), title: title.map(|node| (node.text().to_owned(), node.span)) };
    let mut rest = outline.as_slice();
    while let Some((first, after)) = rest.split_first() {
        let is_title = |node: &Node| title.is_some_and(|title| std::ptr::eq(title, node));
        if is_title(first) {
            reader.items.extend(links::resources(first));
            reader.nodes(&first.children);
            rest = after;
        } else {
            let same = |node: &Node| is_heading(node) == is_heading(first) && !is_title(node);
            let run = rest.iter().take_while(|node| same(node)).count();
            let (run, after) = rest.split_at(run);
            if is_heading(first) {
                reader.headings(run)
            } else {
                reader.blocks(run)
            }
            rest = after;
        }
    }
    reader.finish(name, &Allotted::of(&outline), sayings)
}

/// True for a heading that is one of several tracks, and so no title.
fn is_track(node: &Node, outline: &[Node]) -> bool {
    let at = outline.iter().position(|other| std::ptr::eq(other, node));
    at.and_then(|at| super::tracks::labels(outline).into_iter().nth(at)).flatten().is_some()
}

/// True for a line that names the work listed below it with its hours.
fn names_work(blocks: &[Node], at: usize) -> bool {
    let label = blocks.get(at).and_then(|line| labels::read(line, blocks.get(at + 1)));
    label.is_some_and(|label| label.rest.is_empty() && label.budget.is_some())
}

/// What is being put together at the top.
struct Reader {
    /// True where headings name weeks, months or phases anywhere.
    named: bool,
    items: Vec<Item>,
    title: Option<(String, Span)>,
}

impl Reader {
    fn nodes(&mut self, nodes: &[Node]) {
        let blocks = nodes.iter().position(is_heading).unwrap_or(nodes.len());
        let (blocks, headings) = nodes.split_at(blocks);
        self.blocks(blocks);
        self.headings(headings);
    }

    /// What stands below no heading but the title.
    fn blocks(&mut self, blocks: &[Node]) {
        let tasks = if self.named { None } else { blocks.iter().position(Node::is_list_line) };
        match tasks {
            Some(first) => {
                let named = first.checked_sub(1).filter(|before| names_work(blocks, *before));
                let (before, tasks) = blocks.split_at(named.unwrap_or(first));
                self.items.extend(body::read(before, Place::Loose).items);
                let span = tasks.first().map(|node| node.span).unwrap_or_default();
                let kind = Kind::Stage { weeks: None, days: None };
                let mut stage = item(kind, TASKS, Span { end: span.start, ..span });
                stage.children = body::read(tasks, Place::Work).items;
                self.items.push(stage);
            }
            None => self.items.extend(body::read(blocks, Place::Loose).items),
        }
    }

    fn headings(&mut self, headings: &[Node]) {
        let level = Level::of(headings, !self.named);
        self.items.extend(parts::read(headings, level));
    }

    fn finish(self, name: &str, allotted: &Allotted, sayings: &Sayings) -> Roadmap {
        let title = self.title.as_ref().map_or(name, |(title, _)| title);
        let items = gather(self.items, title, self.title.as_ref().map(|(_, span)| *span));
        let mut roadmap = Roadmap { title: title.to_owned(), items };
        if !sayings.is_empty() {
            lengths::follow_on(&mut roadmap.items, sayings);
        }
        budgets::settle(&mut roadmap.items, allotted, sayings);
        accounts::settle(&mut roadmap.items);
        number(&mut roadmap);
        roadmap
    }
}

/// Puts stages that stand in no phase into one: the phase before them, or one with the title.
pub(super) fn gather(items: Vec<Item>, title: &str, span: Option<Span>) -> Vec<Item> {
    let mut gathered: Vec<Item> = Vec::with_capacity(items.len());
    let mut phase = None;
    let is_part =
        |item: &Item| matches!(item.kind, Kind::Phase { .. } | Kind::Stage { .. } | Kind::Track { .. });
    let has_parts = items.iter().flat_map(Item::walk).any(is_part);
    for item in items {
        match (&item.kind, phase) {
            (Kind::Phase { .. }, _) => {
                phase = Some(gathered.len());
                gathered.push(item);
            }
            (Kind::Track { .. }, _) => {
                phase = None;
                gathered.push(item);
            }
            (Kind::Stage { .. }, Some(place)) => {
                let between = gathered.split_off(place + 1);
                if let Some(phase) = gathered.get_mut(place) {
                    phase.children.extend(between);
                    hold(phase, item);
                }
            }
            (Kind::Stage { .. }, None) => {
                phase = Some(gathered.len());
                let span = span.unwrap_or(Span { end: item.span.start, ..item.span });
                let mut whole = self::item(whole(), title, span);
                hold(&mut whole, item);
                gathered.push(whole);
            }
            _ => gathered.push(item),
        }
    }
    if !has_parts {
        let span = span.or_else(|| gathered.first().map(|item| Span { end: item.span.start, ..item.span }));
        gathered.insert(0, item(whole(), title, span.unwrap_or_default()));
    }
    gathered
}

/// Puts a stage into a phase, which has no end if the stage has none.
fn hold(phase: &mut Item, stage: Item) {
    if let Kind::Phase { open_ended, .. } = &mut phase.kind {
        let lasts = !matches!(stage.kind, Kind::Stage { weeks: None, days: None });
        *open_ended |= !lasts && (headings::read(&stage.text).open || endings::says_ongoing(&stage.text));
    }
    phase.children.push(stage);
}

const fn whole() -> Kind {
    Kind::Phase { months: None, open_ended: false }
}

/// Numbers the items in the order of the document. Never recurses.
fn number(roadmap: &mut Roadmap) {
    let mut next = 1;
    let mut left: Vec<&mut Item> = roadmap.items.iter_mut().rev().collect();
    while let Some(item) = left.pop() {
        item.id = ItemId(next);
        next += 1;
        left.extend(item.children.iter_mut().rev());
    }
}
