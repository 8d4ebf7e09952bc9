//! The whole: which headings are phases, stages and sections, and what each holds.

use super::body::{self, Place, Read};
use super::headings::{self, Part};
use super::links::{item_of, item_saying};
use super::{holding, item, labels, links, schedules, sections};
use crate::document::outline::{Node, Shape};
use crate::item::{About, Item, ItemId, Kind, NumberRange, Roadmap, Span};

/// The name of the stage that holds the boxes and lists of a document without headings.
const TASKS: &str = "Tasks";

/// Reads a document's tree as a roadmap. `name` is its title if it has none.
pub(in crate::document) fn roadmap(outline: &[Node], name: &str) -> Roadmap {
    let named = outline.iter().any(names_parts);
    let title = outline
        .iter()
        .find(|node| is_heading(node))
        .filter(|node| headings::read(node.text()).part.is_none());
    let mut reader =
        Reader { named, items: Vec::new(), title: title.map(|node| (node.text().to_owned(), node.span)) };
    let mut rest = outline;
    while let Some((first, after)) = rest.split_first() {
        if title.is_some_and(|title| std::ptr::eq(title, first)) {
            reader.items.extend(links::resources(first));
            reader.nodes(&first.children);
            rest = after;
        } else if is_heading(first) {
            reader.heading(first);
            rest = after;
        } else {
            let blocks = rest.iter().position(is_heading).unwrap_or(rest.len());
            let (blocks, after) = rest.split_at(blocks);
            reader.blocks(blocks);
            rest = after;
        }
    }
    reader.finish(name)
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
        headings.iter().for_each(|heading| self.heading(heading));
    }

    /// What stands below no heading but the title.
    fn blocks(&mut self, blocks: &[Node]) {
        let tasks = if self.named { None } else { blocks.iter().position(Node::is_list_line) };
        match tasks {
            Some(first) => {
                let (before, tasks) = blocks.split_at(first);
                self.items.extend(body::read(before, Place::Loose).items);
                let span = tasks.first().map(|node| node.span).unwrap_or_default();
                let mut stage = item(Kind::Stage { weeks: None }, TASKS, Span { end: span.start, ..span });
                stage.children = body::read(tasks, Place::Work).items;
                self.items.push(stage);
            }
            None => self.items.extend(body::read(blocks, Place::Loose).items),
        }
    }

    fn heading(&mut self, node: &Node) {
        let stages_by_heading = !self.named;
        self.items.push(part(node, Above::Root { stages_by_heading }));
    }

    fn finish(self, name: &str) -> Roadmap {
        let title = self.title.as_ref().map_or(name, |(title, _)| title);
        let items = gather(self.items, title, self.title.as_ref().map(|(_, span)| *span));
        let mut roadmap = Roadmap { title: title.to_owned(), items };
        number(&mut roadmap);
        roadmap
    }
}

/// What a heading stands below.
#[derive(Clone, Copy)]
enum Above {
    /// Nothing but the title.
    Root {
        /// True where headings are stages since none names a week.
        stages_by_heading: bool,
    },
    /// A phase.
    Phase {
        /// True where headings are stages since none below it names a week.
        stages_by_heading: bool,
    },
    /// A section.
    Section(About),
}

/// Reads a heading with all that is below it.
fn part(node: &Node, above: Above) -> Item {
    if let Above::Section(about) = above {
        return section(node, about);
    }
    let named = headings::read(node.text());
    match (named.part, above) {
        (Some(Part::Weeks(weeks)), _) => stage(node, Some(weeks), named.text),
        (_, Above::Phase { .. }) if headings::is_ongoing(node.text()) => stage(node, None, named.text),
        (Some(Part::Months(months)), Above::Root { .. }) if !holds_part(node, is_months) => {
            phase(node, Some(months), named.text, named.weeks_mentioned)
        }
        (Some(Part::Months(_)), Above::Phase { .. }) => stage(node, None, node.text()),
        (Some(Part::Numbered), Above::Root { .. }) if !holds_part(node, is_months) => {
            phase(node, None, named.text, named.weeks_mentioned)
        }
        _ => unnamed(node, above, named.weeks_mentioned),
    }
}

/// Reads a heading that names no part of the way.
fn unnamed(node: &Node, above: Above, weeks: Option<NumberRange>) -> Item {
    let subject = sections::about(node.text());
    if holds_part(node, is_months) {
        return section(node, subject.unwrap_or(About::Other));
    }
    if matches!(above, Above::Root { .. }) && holds_part(node, is_weeks) {
        return phase(node, None, node.text(), None);
    }
    if has_options(node) {
        return choice(node);
    }
    if let Some(about) = subject {
        return section(node, about);
    }
    let by_heading = match above {
        Above::Root { stages_by_heading } | Above::Phase { stages_by_heading } => stages_by_heading,
        Above::Section(_) => false,
    };
    match weeks {
        Some(_) => stage(node, weeks, node.text()),
        None if by_heading && has_lists(node) => stage(node, None, node.text()),
        None if labels::is_checkpoint(node.text()) => section(node, About::Checklist),
        None => section(node, About::Other),
    }
}

fn phase(node: &Node, months: Option<NumberRange>, text: &str, weeks: Option<NumberRange>) -> Item {
    let (blocks, below) = split(node);
    let has_stages = below.iter().any(|node| holds_weeks(node) || headings::is_ongoing(node.text()));
    let mut items = body::read(blocks, Place::Work).items;
    let above = Above::Phase { stages_by_heading: !has_stages };
    items.extend(below.iter().map(|node| part(node, above)));
    if !items.iter().any(|item| matches!(item.kind, Kind::Stage { .. })) && items.iter().any(is_work) {
        // Work right below the phase needs a stage to be dated with.
        let goals = items.iter().position(is_work).unwrap_or(0);
        let mut stage = item(Kind::Stage { weeks }, text, Span { end: node.span.start, ..node.span });
        stage.children = items.split_off(goals);
        items.push(stage);
    }
    let ends =
        |item: &Item| matches!(item.kind, Kind::Stage { weeks: None }) && headings::is_ongoing(&item.text);
    let open_ended = items.iter().any(ends);
    holding(item_saying(Kind::Phase { months, open_ended }, text, node), items)
}

fn stage(node: &Node, weeks: Option<NumberRange>, text: &str) -> Item {
    holding(item_saying(Kind::Stage { weeks }, text, node), body::read(&node.children, Place::Work).items)
}

fn choice(node: &Node) -> Item {
    let Read { items, intro } = body::read(&node.children, Place::Choice);
    let mut choice = holding(item_of(Kind::Choice, node), items);
    if let Some((intro, end)) = intro {
        choice.note = Some(intro);
        choice.span.end = end;
    }
    choice
}

fn section(node: &Node, about: About) -> Item {
    let (blocks, below) = split(node);
    let kind = match (about, headings::months(node.text())) {
        (About::Gates, Some(months)) => Kind::Gate { months: Some(months) },
        (About::Schedule, _) => return schedule(node),
        _ => Kind::Section { about },
    };
    let mut items = body::read(blocks, Place::Section(about)).items;
    items.extend(below.iter().map(|below| match about {
        // A heading over different subjects leaves each its own.
        About::Other => unnamed(below, Above::Section(About::Other), None),
        About::Gates if headings::months(below.text()).is_some() => section(below, about),
        _ => section(below, sections::about(below.text()).unwrap_or(about)),
    }));
    holding(item_of(kind, node), items)
}

/// A schedule: its templates stand below headings of their own, or it is one itself.
fn schedule(node: &Node) -> Item {
    let (blocks, below) = split(node);
    let is_days = |node: &Node| super::weekdays::days_at(node.text()).is_some();
    if below.iter().any(is_days) || below.is_empty() {
        return schedules::section(node, node.text(), &node.children);
    }
    let mut items = schedules::read(blocks);
    items.extend(below.iter().map(|node| schedules::section(node, node.text(), &node.children)));
    holding(item_of(Kind::Section { about: About::Schedule }, node), items)
}

/// Puts stages that stand in no phase into one: the phase before them, or one with the title.
fn gather(items: Vec<Item>, title: &str, span: Option<Span>) -> Vec<Item> {
    let mut gathered: Vec<Item> = Vec::with_capacity(items.len());
    let mut phase = None;
    let has_parts = items.iter().any(|item| matches!(item.kind, Kind::Phase { .. } | Kind::Stage { .. }));
    for item in items {
        match (&item.kind, phase) {
            (Kind::Phase { .. }, _) => {
                phase = Some(gathered.len());
                gathered.push(item);
            }
            (Kind::Stage { .. }, Some(place)) => {
                let between = gathered.split_off(place + 1);
                if let Some(phase) = gathered.get_mut(place) {
                    phase.children.extend(between);
                    phase.children.push(item);
                }
            }
            (Kind::Stage { .. }, None) => {
                phase = Some(gathered.len());
                let span = span.unwrap_or(Span { end: item.span.start, ..item.span });
                gathered.push(Item { children: vec![item], ..self::item(whole(), title, span) });
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

fn split(node: &Node) -> (&[Node], &[Node]) {
    let blocks = node.children.iter().position(is_heading).unwrap_or(node.children.len());
    node.children.split_at(blocks)
}

const fn is_heading(node: &Node) -> bool {
    matches!(node.shape, Shape::Heading(_))
}

/// True where the heading or one below it names a part of the way.
fn names_parts(node: &Node) -> bool {
    is_heading(node) && (headings::read(node.text()).part.is_some() || node.children.iter().any(names_parts))
}

/// True where a heading below this one names such a part.
fn holds_part(node: &Node, is: fn(Part) -> bool) -> bool {
    node.children.iter().any(|below| {
        is_heading(below) && (headings::read(below.text()).part.is_some_and(is) || holds_part(below, is))
    })
}

fn holds_weeks(node: &Node) -> bool {
    headings::read(node.text()).part.is_some_and(is_weeks) || holds_part(node, is_weeks)
}

const fn is_weeks(part: Part) -> bool {
    matches!(part, Part::Weeks(_))
}

const fn is_months(part: Part) -> bool {
    matches!(part, Part::Months(_))
}

/// True where labels right below the heading are options.
fn has_options(node: &Node) -> bool {
    node.children.iter().any(|below| {
        matches!(below.shape, Shape::Line | Shape::Heading(_)) && labels::option(below.text()).is_some()
    })
}

fn has_lists(node: &Node) -> bool {
    node.children.iter().any(|below| below.can_follow_label() || (is_heading(below) && has_lists(below)))
}

/// True for what makes a stage: something to do or to spend hours on.
fn is_work(item: &Item) -> bool {
    item.can_be_done()
        || matches!(
            item.kind,
            Kind::Activity { .. } | Kind::Project { .. } | Kind::Checkpoint | Kind::Choice | Kind::Routine
        )
}
