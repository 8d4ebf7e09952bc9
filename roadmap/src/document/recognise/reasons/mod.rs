//! Why items are what they are, told by the same predicates that made them so.
//!
//! The document's tree is read again and each item is looked up in it by its first byte. Parts of the way
//! are told of in [`parts`], labelled work and its hours in [`work`], and single lines here.

mod parts;
mod work;

use super::allotted::Allotted;
use super::contents::{is_heading, name_parts};
use super::links::path;
use super::structure::prepared;
use super::{budgets, labels, sections, targets};
use crate::Roadmap;
use crate::document::correction::{Said, Sayings};
use crate::document::outline::{Node, Shape};
use crate::document::why::Why;
use crate::item::{About, Item, ItemId, Kind};
use labels::Meaning;
use std::collections::HashMap;

/// Why each item is what it is. Linear in the items and the nodes.
pub(in crate::document) fn reasons(
    roadmap: &Roadmap,
    outline: Vec<Node>,
    sayings: &Sayings,
) -> HashMap<ItemId, Why> {
    let outline = prepared(outline, sayings);
    let told = Told {
        named: name_parts(&outline),
        title: &roadmap.title,
        nodes: index(&outline),
        sayings,
        for_all: roadmap.items.iter().find_map(budgets::stated_once),
        allotted: Allotted::of(&outline),
    };
    let mut reasons = HashMap::new();
    let mut left: Vec<Found<'_>> = roadmap.items.iter().rev().map(Found::top).collect();
    while let Some(found) = left.pop() {
        reasons.insert(found.item.id, told.why(&found));
        let around = told.around(&found);
        left.extend(found.item.children.iter().rev().map(|item| Found { item, ..around }));
    }
    reasons
}

/// A clause, and whether it is sure.
type Clause = (String, bool);

fn sure(words: impl Into<String>) -> Clause {
    (words.into(), true)
}

fn guess(words: impl Into<String>) -> Clause {
    (words.into(), false)
}

/// An item with what it stands in.
#[derive(Clone, Copy)]
struct Found<'a> {
    item: &'a Item,
    parent: Option<&'a Item>,
    stage: Option<&'a Item>,
    /// Where the hours of the stage as a whole come from.
    of_stage: Option<&'static str>,
    /// True where the phase says how much time each week or day of it takes.
    of_phase: bool,
    /// True where something above it, within the stage, says by its label or line what it holds.
    labelled: bool,
}

impl<'a> Found<'a> {
    const fn top(item: &'a Item) -> Self {
        Self { item, parent: None, stage: None, of_stage: None, of_phase: false, labelled: false }
    }

    /// True for an item that no words of the document name.
    const fn is_implied(&self) -> bool {
        self.item.span.end == self.item.span.start
    }
}

/// What the document says, to tell reasons by.
struct Told<'a> {
    /// True where headings name weeks, months or phases anywhere.
    named: bool,
    title: &'a str,
    /// The first node at each byte where one begins, with the one behind it.
    nodes: HashMap<usize, (&'a Node, Option<&'a Node>)>,
    sayings: &'a Sayings,
    /// The hours that are said once for the whole document.
    for_all: Option<super::hours::Stretch>,
    /// The hours that tables give the weeks.
    allotted: Allotted,
}

fn index(outline: &[Node]) -> HashMap<usize, (&Node, Option<&Node>)> {
    let mut nodes = HashMap::new();
    let mut left = vec![outline];
    while let Some(siblings) = left.pop() {
        for (node, next) in siblings.iter().zip(siblings.iter().skip(1).map(Some).chain([None])) {
            nodes.entry(node.span.start).or_insert((node, next));
        }
        left.extend(siblings.iter().map(|node| node.children.as_slice()));
    }
    nodes
}

impl<'a> Told<'a> {
    fn why(&self, found: &Found<'a>) -> Why {
        let said_so = self.said_so(found);
        let own = self.node(found.item).is_some() && !found.is_implied() && !is_claim(found);
        let said = said_so.is_some() || own && self.said(found.item).is_some();
        let (reason, sure) = said_so.unwrap_or_else(|| self.clause(found));
        Why { reason, sure, said, hours: self.hours(found) }
    }

    /// What stands around the children of an item.
    fn around(&self, found: &Found<'a>) -> Found<'a> {
        let item = found.item;
        let labelled = found.labelled || holds_its_like(&item.kind) && !found.is_implied();
        let around = Found { parent: Some(item), labelled, ..*found };
        match item.kind {
            Kind::Phase { .. } => Found { of_phase: budgets::for_each(item).is_some(), ..around },
            Kind::Stage { .. } => {
                Found { stage: Some(item), of_stage: self.hours_of_stage(item), labelled: false, ..around }
            }
            _ => around,
        }
    }

    /// The node that an item was read from. None for a part of one, such as a link in it.
    fn node(&self, item: &Item) -> Option<&'a Node> {
        let (node, _) = self.nodes.get(&item.span.start)?;
        Some(*node).filter(|node| node.span.line == item.span.line)
    }

    /// The label that an item was read from.
    fn label(&self, item: &Item) -> Option<labels::Label> {
        let (node, next) = self.nodes.get(&item.span.start)?;
        match node.shape {
            Shape::Heading(_) => Some(labels::of_heading(node.text())),
            Shape::Remark => labels::of_remark(node.text()),
            Shape::Bullet | Shape::Numbered => labels::of_list_line(node),
            _ => labels::read(node, *next),
        }
    }

    fn said(&self, item: &Item) -> Option<&'a Said> {
        self.sayings.get(&item.span.line)
    }

    fn said_so(&self, found: &Found<'a>) -> Option<Clause> {
        let own = self.node(found.item).filter(|_| !found.is_implied() && !is_claim(found))?;
        let taken = own.taken().is_some() && own.span.start == found.item.span.start;
        taken.then(|| sure("you said so"))
    }

    fn clause(&self, found: &Found<'a>) -> Clause {
        let item = found.item;
        match &item.kind {
            Kind::Phase { .. } => self.phase(found),
            Kind::Stage { .. } => self.stage(found),
            Kind::Track { .. } => sure("one of several ways that stand side by side"),
            Kind::Activity { category, budget } => self.activity(found, *category, *budget),
            Kind::Section { about } => self.section(found, *about),
            _ => self.label(item).and_then(|label| announced(&item.kind, &label.meaning)).unwrap_or_else(
                || {
                    let node = self.node(item);
                    self.line(found, node)
                },
            ),
        }
    }

    /// A line, or a label whose own words don't tell.
    fn line(&self, found: &Found<'a>, node: Option<&Node>) -> Clause {
        let item = found.item;
        match &item.kind {
            Kind::Step { .. } if item.task.is_some() => sure("has a task box"),
            Kind::Step { .. } if found.labelled => sure("stands below the label of its work"),
            Kind::Step { .. } if found.stage.is_some() && node.is_some_and(Node::is_list_line) => {
                guess("a line of a list in a stage")
            }
            Kind::Step { .. } if found.stage.is_some() => guess("stands in a stage"),
            Kind::Step { .. } => sure("a line of a list of things to do"),
            Kind::CheckpointItem => sure("a line below a checkpoint"),
            Kind::ChecklistItem => sure("a line of a checklist"),
            Kind::Metric { .. } => sure("a line below success metrics"),
            Kind::Account { .. } => sure("a line of a list of accounts"),
            Kind::Target { .. } if is_claim(found) || targets::bare_claim(&item.text).is_some() => {
                sure("its words name a figure")
            }
            Kind::Target { .. } => sure("a line below a label for targets"),
            Kind::Deliverable => sure("a line below a label for deliverables"),
            Kind::Goal => sure("a line below a label for goals"),
            Kind::Resource { href: Some(href) } if path(href).is_some_and(|whole| whole == item.text) => {
                sure("the path of a file")
            }
            Kind::Resource { href: Some(_) } => sure("has a link"),
            Kind::Resource { href: None } => sure("a line of a list of study material"),
            Kind::Choice => sure("options stand below it"),
            Kind::Option { .. } => sure("is called an option"),
            Kind::Gate { .. } if sections::about(&item.text) == Some(About::Gates) => {
                sure("its label says success metrics")
            }
            Kind::Gate { .. } => sure("a part of the success metrics"),
            Kind::Template { .. } => sure("its lines name times or hours of days"),
            Kind::Routine => sure("its label says routine"),
            Kind::Block(rule) if rule.start.is_some() => sure("names a time of day"),
            Kind::Block(_) => sure("names hours or a part of the day"),
            Kind::Project { .. } => sure("its label says project"),
            Kind::Comment => sure("a comment"),
            Kind::Entry if node.is_some_and(|node| node.shape == Shape::Row) => sure("a row of a table"),
            Kind::Entry if budgets::stated(item).is_some() => sure("says how much time something takes"),
            Kind::Entry if found.stage.is_some() && labels::is_named_remark(&item.text) => {
                guess("a name with words behind its colon")
            }
            // Within a stage it might be something to do.
            Kind::Entry if found.stage.is_some() && !found.labelled => {
                guess("a line to read where it stands")
            }
            Kind::Entry => sure("a line to read where it stands"),
            _ if found.stage.is_some() => guess("nothing known about it"),
            _ => sure("prose outside the stages"),
        }
    }

    fn section(&self, found: &Found<'a>, about: About) -> Clause {
        let item = found.item;
        let Some(node) = self.node(item) else { return guess("a label above lines") };
        let says = |kind| self.label(item).is_some_and(|label| label.meaning == kind);
        let whole = self.label(item).map_or_else(|| item.text.clone(), |label| label.whole);
        let above = found.parent.map(|parent| &parent.kind);
        match about {
            // No correction says a table to be anything else.
            _ if node.shape == Shape::Table => sure("a table"),
            About::Other if says(Meaning::Target) => sure("its label says targets"),
            About::Other if says(Meaning::Deliverable) => sure("its label says deliverables"),
            About::Other if says(Meaning::Goal) || labels::is_goal(node.text()) => {
                sure("its label says goals")
            }
            About::Reading if sections::is_resources(&item.text) => sure("its label says study material"),
            About::Checklist if labels::is_checkpoint(node.text()) => sure("the label says checkpoint"),
            About::Other => self.other(found, node),
            _ if sections::about(&whole) == Some(about) => sure("its words say what it is about"),
            _ if above == Some(&Kind::Section { about }) => sure("stands in a section about the same"),
            _ => guess("its words or lines say what it is about"),
        }
    }

    fn other(&self, found: &Found<'a>, node: &Node) -> Clause {
        let holds = |is: fn(&Item) -> bool| found.item.children.iter().flat_map(Item::walk).any(is);
        let is_part = |item: &Item| {
            item.task.is_some() || matches!(item.kind, Kind::Stage { .. } | Kind::Activity { .. })
        };
        if holds(|item| matches!(item.kind, Kind::Phase { .. } | Kind::Track { .. })) {
            sure("phases or tracks stand below it")
        } else if found.stage.is_some() {
            guess("a label without hours or a kind of work")
        } else if !holds(is_part) {
            guess("no weeks, hours or boxes below it")
        } else if is_heading(node) {
            guess("a heading that names no weeks")
        } else {
            guess("a label outside the stages")
        }
    }
}

/// True for what says of the lines below it what they are.
const fn holds_its_like(kind: &Kind) -> bool {
    matches!(
        kind,
        Kind::Activity { .. }
            | Kind::Project { .. }
            | Kind::Option { .. }
            | Kind::Routine
            | Kind::Block(_)
            | Kind::Step { .. }
            | Kind::Entry
            | Kind::CheckpointItem
            | Kind::Deliverable
            | Kind::Target { .. }
            | Kind::Resource { .. }
    )
}

/// True for what a line claims by the way, which has the line's own place.
fn is_claim(found: &Found<'_>) -> bool {
    matches!(found.item.kind, Kind::Target { .. })
        && found.parent.is_some_and(|parent| parent.span == found.item.span)
}

/// What a label's own words tell.
fn announced(kind: &Kind, meaning: &Meaning) -> Option<Clause> {
    let words = match (kind, meaning) {
        (Kind::Checkpoint, Meaning::Checkpoint) => "the label says checkpoint",
        (Kind::Goal, Meaning::Goal) => "its label says goal",
        (Kind::Target { .. }, Meaning::Target) => "its label says target",
        (Kind::Deliverable, Meaning::Deliverable) => "its label says deliverable",
        (Kind::Project { .. }, Meaning::Project(_)) => "its label says project",
        (Kind::Choice, Meaning::Choose) => "says to pick one",
        (Kind::Routine, Meaning::Routine) => "its label says routine",
        _ => return None,
    };
    Some(sure(words))
}
