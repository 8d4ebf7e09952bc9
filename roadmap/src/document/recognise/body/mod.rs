//! What stands below a heading, read label by label.
//!
//! A label opens a group and what follows belongs to it, until a label of the same or a higher rank
//! comes: an activity holds projects and lists, a project holds a choice, a choice its options.
//! What a label opens is told in [`announced`], what a code fence holds in [`fences`], what a table
//! with a column of hours holds in [`tables`], and what a schedule holds in [`timed`].

mod announced;
mod fences;
mod groups;
mod tables;
mod timed;

use super::lines::{self, Role};
use super::{holding, labels, links, options, parts, routines, said, schedule_sections, targets};
use crate::document::correction::Taken;
use crate::document::outline::{Node, Shape};
use crate::item::{About, Item, Kind};
use groups::{Groups, Rank};
use labels::{Label, Meaning};
use timed::{rows_of, until_label};

/// Where a body stands, which decides what its labels and lines are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// In no part of the document.
    Loose,
    /// In a phase or stage: labels are activities, lines are steps.
    Work,
    /// In a choice: labels are options.
    Choice,
    /// In a section.
    Section(About),
    /// Below what is only to be read: labels are sections, lines are entries.
    Aside,
}

/// What was read.
pub(super) struct Read {
    /// The items, in order.
    pub(super) items: Vec<Item>,
    /// What a choice says before its options, and where that ends.
    pub(super) intro: Option<(String, usize)>,
}

/// Reads what stands below a heading in that place; headings among it are labels.
pub(super) fn read(nodes: &[Node], place: Place) -> Read {
    let mut body = Body { place, groups: Groups::default(), closing: false, listed: None, intro: None };
    body.read(nodes);
    Read { items: body.groups.finish(), intro: body.intro }
}

/// Reads what stands below the heading of a choice between the lines of a list.
pub(super) fn picked(choice: Item, below: &[Node]) -> Vec<Item> {
    let mut body =
        Body { place: Place::Work, groups: Groups::default(), closing: false, listed: None, intro: None };
    body.groups.open(choice, Rank::List, Role::STEP);
    body.read(below);
    body.groups.finish()
}

/// Reads a line of a list that says to pick one of those below it.
fn choice_of_lines(node: &Node) -> Option<Item> {
    let mut body =
        Body { place: Place::Work, groups: Groups::default(), closing: false, listed: None, intro: None };
    body.open_choice(node.text().trim_end_matches(':'), node);
    body.read(&node.children);
    let mut items = body.groups.finish().into_iter();
    items.next().map(|choice| holding(choice, items.collect()))
}

/// What the lines of a list of options have in common.
#[derive(Clone, Copy, PartialEq, Eq)]
struct Listed {
    /// They have boxes.
    boxed: bool,
    /// Each begins as "Option B" does.
    named: bool,
}

impl Listed {
    fn of(node: &Node) -> Self {
        Self { boxed: node.task.is_some(), named: options::option(node.text()).is_some() }
    }

    /// True for a line of the same list: beside named ones no other is an option.
    fn goes_on(self, other: Self) -> bool {
        self.boxed == other.boxed && (!self.named || other.named)
    }
}

/// A body while it is being read.
struct Body {
    place: Place,
    groups: Groups,
    /// True behind a rule: what is said there is no longer about the heading.
    closing: bool,
    /// While the options of the open choice are lines of a list: what these are like.
    listed: Option<Listed>,
    /// What a choice says before its options.
    intro: Option<(String, usize)>,
}

impl Body {
    fn read(&mut self, nodes: &[Node]) {
        let mut rest = nodes;
        while let Some((node, after)) = rest.split_first() {
            rest = self.node(node, after);
        }
    }

    /// Reads a node, and returns those that are still to be read.
    fn node<'a>(&mut self, node: &'a Node, after: &'a [Node]) -> &'a [Node] {
        if !node.is_list_line() {
            self.end_listed();
        }
        match node.shape {
            Shape::Heading(_)
                if self.place == Place::Aside
                    || matches!(node.taken(), Some(Taken::Phase | Taken::Stage | Taken::Section))
                    || node.taken() == Some(Taken::Schedule) && self.place != Place::Work =>
            {
                self.groups.close_all();
                self.groups.extend(parts::said(node));
            }
            Shape::Heading(_) if node.said.is_none() && self.option_heading(node) => {}
            Shape::Heading(_) if node.task.is_some() && node.children.is_empty() => {
                self.groups.close_all();
                self.groups.add(lines::read(node, self.own_role()));
            }
            Shape::Heading(_) => {
                let own_days = self.own_days(node, node.text(), || until_label(&node.children));
                if own_days.is_none() {
                    self.groups.close_all();
                    self.open_label(labels::of_heading(node.text()), node);
                }
                self.read(own_days.unwrap_or(&node.children));
                self.groups.close_all();
            }
            Shape::Rule => {
                self.groups.close_all();
                self.closing = true;
            }
            Shape::Line if node.taken() == Some(Taken::Schedule) => {
                if let Some(after) = self.own_days(node, node.text(), || rows_of(after)) {
                    return after;
                }
                let (rows, after) = rows_of(after);
                self.groups.close_all();
                self.groups.add(schedule_sections::said(node, node.text().trim_end_matches(':'), rows));
                return after;
            }
            Shape::Line if let Some(role) = self.said_itself(node, after.first()) => {
                self.groups.add(lines::read(node, role));
            }
            Shape::Line if node.said.is_some() => {
                let label = labels::read(node, after.first()).unwrap_or_else(|| labels::of_said(node));
                self.open_label(label, node);
            }
            Shape::Line => match labels::read(node, after.first()) {
                Some(label) => return self.label(label, node, after),
                None => self.prose(node),
            },
            Shape::Bullet | Shape::Numbered => self.line(node, after.first()),
            Shape::Fence => self.fence(node),
            Shape::Table if self.place == Place::Work && self.days_of_stage(node) => {}
            Shape::Table if self.place == Place::Work && self.table(node) => {}
            Shape::Table if self.place == Place::Section(About::Gates) && self.gates(node) => {}
            _ => {
                let prose = self.prose_kind(node);
                self.groups.extend(lines::remark(node, prose));
            }
        }
        after
    }

    /// What a line was said to be that has no lines of a list below it: not they are meant, but itself.
    fn said_itself(&self, node: &Node, next: Option<&Node>) -> Option<Role> {
        let has_lines = next.is_some_and(Node::can_follow_label);
        node.taken().filter(|_| !has_lines).and_then(said::role)
    }

    /// Reads a line that may be a label here, and returns the nodes that are still to be read.
    fn label<'a>(&mut self, label: Label, node: &Node, after: &'a [Node]) -> &'a [Node] {
        if self.is_schedule(&label) {
            let (rows, after) = rows_of(after);
            self.groups.close_all();
            self.groups.add(schedule_sections::section(node, &label.whole, rows));
            return after;
        }
        if label.rest.is_empty()
            && let Some(after) = self.own_days(node, &label.whole, || rows_of(after))
        {
            return after;
        }
        if self.takes(&label, after.first()) {
            self.open_label(label, node);
        } else {
            self.prose(node);
        }
        after
    }

    /// True for a label that means something here: behind the colon of others stands mere prose.
    fn takes(&self, label: &Label, next: Option<&Node>) -> bool {
        let followed = next.is_some_and(Node::can_follow_label);
        label.rest.is_empty()
            || match label.meaning {
                Meaning::Goal | Meaning::Target | Meaning::Deliverable => {
                    !self.closing || self.place == Place::Work
                }
                Meaning::Project(_) | Meaning::Option(_) => true,
                Meaning::Resources if links::path(&label.rest).is_some() => self.place == Place::Work,
                _ => followed && (label.rest.ends_with(':') || self.place != Place::Work),
            }
    }

    /// A line of a list.
    fn line(&mut self, node: &Node, next: Option<&Node>) {
        if node.is_empty_line() {
            return self.read(&node.children);
        }
        if matches!(node.taken(), Some(Taken::Activity { .. })) && self.place == Place::Work {
            self.open_label(labels::of_said(node), node);
            self.groups.extend(lines::below(&node.children, Role::STEP));
            return self.groups.close_all();
        }
        if node.said_role().is_some() {
            self.groups.take_line();
            return self.groups.add(lines::read(node, self.own_role()));
        }
        if self.groups.in_routine() && node.task.is_none() && self.routine_line(node) {
            return;
        }
        let like = Listed::of(node);
        if self.listed.is_some_and(|listed| !listed.goes_on(like)) {
            self.end_listed();
        }
        if self.is_option_line(node, like) || self.begins_options(like, next) {
            self.listed.get_or_insert(like);
            return self.listed_option(node);
        }
        let role = self.groups.take_line().unwrap_or_else(|| self.own_role());
        let choice = matches!(role, Role::Step { .. }) && options::are_below(node);
        let choice = choice.then(|| choice_of_lines(node)).flatten();
        self.groups.add(choice.unwrap_or_else(|| lines::read(node, role)));
    }

    /// True for a line of the list that a choice is between.
    fn is_option_line(&self, node: &Node, like: Listed) -> bool {
        let begins = match self.groups.last() {
            Some(item) => item.kind == Kind::Choice && (self.listed.is_some() || item.children.is_empty()),
            None => false,
        };
        let goes_on = node.task.is_none() || self.listed.is_some();
        begins || (self.in_choice() || self.groups.in_option()) && goes_on && like.named
    }

    /// True for the first of several list lines that are options by their names.
    fn begins_options(&self, like: Listed, next: Option<&Node>) -> bool {
        let role = self.groups.role().unwrap_or_else(|| self.own_role());
        like.named
            && matches!(role, Role::Step { .. })
            && next.is_some_and(|next| next.is_list_line() && Listed::of(next) == like)
    }

    /// Closes a choice between the lines of a list: what follows the list is about something else.
    fn end_listed(&mut self) {
        if self.listed.take().is_some() {
            self.groups.close(Rank::List);
        }
    }

    /// A line of a routine that begins a block. False for any other.
    fn routine_line(&mut self, node: &Node) -> bool {
        let Some(block) = routines::block(node) else { return false };
        self.groups.close(Rank::Option);
        self.groups.open(block, Rank::Option, Role::STEP);
        self.groups.extend(lines::below(&node.children, Role::STEP));
        true
    }

    /// A line that is no label.
    fn prose(&mut self, node: &Node) {
        if self.groups.suit(node) {
            return;
        }
        if self.awaits_options() && node.words.links.is_empty() && !labels::is_named_remark(node.text()) {
            self.introduce(node);
            return;
        }
        let claim = targets::bare_claim(node.text()).filter(|_| self.place == Place::Work);
        let prose =
            claim.map_or_else(|| self.prose_kind(node), |claim| Kind::Target { measure: Some(claim) });
        self.groups.extend(lines::remark(node, prose));
    }

    /// What a sentence is here.
    fn prose_kind(&self, node: &Node) -> Kind {
        match self.place {
            Place::Work | Place::Choice if labels::is_named_remark(node.text()) => Kind::Entry,
            Place::Section(_) | Place::Aside if !self.closing || self.groups.are_open() => Kind::Entry,
            _ => Kind::Note,
        }
    }

    /// What lines are outside any label.
    const fn own_role(&self) -> Role {
        match self.place {
            Place::Work | Place::Choice => Role::STEP,
            Place::Section(about) => Role::of_section(about),
            Place::Loose | Place::Aside => Role::Entry,
        }
    }

    fn in_choice(&self) -> bool {
        self.groups.last().map_or(self.place == Place::Choice, |item| item.kind == Kind::Choice)
    }

    /// True where a choice has said nothing of its options yet.
    fn awaits_options(&self) -> bool {
        match self.groups.last() {
            Some(item) => item.kind == Kind::Choice && item.children.is_empty(),
            None => self.place == Place::Choice && self.groups.are_empty(),
        }
    }

    /// Takes a line as what a choice says before its options.
    fn introduce(&mut self, node: &Node) {
        let words = node.text().trim_end_matches(':');
        if let Some(choice) = self.groups.last_mut().filter(|item| item.kind == Kind::Choice) {
            join(choice.note.get_or_insert_default(), words);
            choice.span.end = node.span.end;
        } else {
            let (intro, end) = self.intro.get_or_insert_with(|| (String::new(), 0));
            join(intro, words);
            *end = node.span.end;
        }
    }
}

fn join(text: &mut String, words: &str) {
    if !text.is_empty() {
        text.push(' ');
    }
    text.push_str(words);
}
