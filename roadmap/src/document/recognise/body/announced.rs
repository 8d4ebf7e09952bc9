//! What a label opens.

use super::super::choices::CHOOSE;
use super::groups::Rank;
use super::{Body, Place};
use crate::Category;
use crate::document::correction::Taken;
use crate::document::outline::{Node, Shape};
use crate::document::recognise::gates::GateOf;
use crate::document::recognise::labels::{Label, Meaning};
use crate::document::recognise::lines::Role;
use crate::document::recognise::links::{item_of, item_saying};
use crate::document::recognise::options::{self, Choosable};
use crate::document::recognise::{item, lines, links, routines, sections, targets};
use crate::item::{About, Kind};

impl Body {
    /// Reads a label.
    pub(super) fn open_label(&mut self, mut label: Label, node: &Node) {
        if let Some(said) = &node.said {
            label.budget = said.hours.or(label.budget);
            if let Some(taken) = said.taken
                && self.open_said(taken, said.category, &label, node)
            {
                return;
            }
        }
        match (&label.meaning, self.place) {
            (_, Place::Aside) => self.open_part(About::Other, full_name(&label), Role::Entry, node),
            (Meaning::Option(option), _) => self.open_option(option, node),
            // A note has no place for links and boxes.
            (_, Place::Choice)
                if self.awaits_options() && node.words.links.is_empty() && node.task.is_none() =>
            {
                self.introduce(node)
            }
            (Meaning::Choose, _) => {
                if label.budget.is_some() && self.place == Place::Work {
                    self.open_activity(Category::Study, &label, node);
                }
                self.open_choice(&label.name, node);
            }
            (Meaning::Goal, _) => self.open_leaf(Kind::Goal, Role::Goal, &label, node),
            (Meaning::Target, _) => self.open_target(&label, node),
            (Meaning::Deliverable, _) => self.open_leaf(Kind::Deliverable, Role::Deliverable, &label, node),
            (_, Place::Work) => self.open_work(label, node),
            (_, Place::Section(about)) => self.open_section(about, &label, node),
            (_, Place::Loose | Place::Choice) => self.open_section(About::Other, &label, node),
        }
    }

    /// Reads a label as what a person said it is. False for what no label can be.
    fn open_said(&mut self, taken: Taken, category: Option<Category>, label: &Label, node: &Node) -> bool {
        match taken {
            Taken::Activity { .. } => {
                self.open_activity(category.unwrap_or(Category::Study), label, node);
                self.note_rest(label);
            }
            Taken::Checkpoint => {
                self.groups.close_all();
                self.open(Kind::Checkpoint, &label.name, node, Rank::Activity, Role::CheckpointItem);
                self.note_rest(label);
            }
            Taken::Section | Taken::Steps => {
                let role = if taken == Taken::Steps { Role::STEP } else { Role::Entry };
                self.open_part(About::Other, full_name(label), role, node);
            }
            Taken::Resources => self.open_part(About::Reading, full_name(label), Role::Resource, node),
            Taken::Deliverables => self.open_leaf(Kind::Deliverable, Role::Deliverable, label, node),
            Taken::Goals => self.open_leaf(Kind::Goal, Role::Goal, label, node),
            Taken::Targets => {
                let measure = targets::measure(&label.rest);
                self.open_leaf(Kind::Target { measure }, Role::Target, label, node);
            }
            _ => return false,
        }
        true
    }

    /// Keeps what follows the colon of a label whose item is called by its name alone.
    fn note_rest(&mut self, label: &Label) {
        if let Some(item) = self.groups.last_mut().filter(|_| !label.rest.is_empty()) {
            item.note = Some(label.rest.clone());
        }
    }

    /// Opens a group for a label with the links in its words.
    fn open(&mut self, kind: Kind, text: impl Into<String>, node: &Node, rank: Rank, lines: Role) {
        self.groups.open(item_saying(kind, text, node), rank, lines);
    }

    fn open_target(&mut self, label: &Label, node: &Node) {
        let measure = targets::measure(&label.rest);
        if self.place == Place::Loose && measure.is_none() && !label.rest.is_empty() {
            // "Target: head baker", before any part of the way: a role rather than a figure.
            let mut roles = item(Kind::Section { about: About::Roles }, &label.name, node.span);
            roles.children.push(item_saying(Kind::Entry, &label.rest, node));
            self.groups.close_all();
            self.groups.add(roles);
        } else {
            self.open_leaf(Kind::Target { measure }, Role::Target, label, node);
        }
    }

    /// A goal, target or deliverable: on the label's own line, or in the list below it.
    fn open_leaf(&mut self, kind: Kind, role: Role, label: &Label, node: &Node) {
        self.groups.close(Rank::List);
        self.groups.close_sections();
        if label.rest.is_empty() {
            self.open(Kind::Section { about: About::Other }, &label.name, node, Rank::List, role);
        } else {
            self.groups.add(item_saying(kind, &label.rest, node));
        }
    }

    /// A label in a phase or stage.
    fn open_work(&mut self, label: Label, node: &Node) {
        let Label { name, budget, .. } = &label;
        match &label.meaning {
            Meaning::Checkpoint => {
                self.groups.close_all();
                self.open(Kind::Checkpoint, name, node, Rank::Activity, Role::CheckpointItem);
            }
            Meaning::Project(project) => {
                if budget.is_some() {
                    self.open_activity(Category::HandsOn, &label, node);
                }
                self.groups.close(Rank::Part);
                let title = if project.title.is_empty() { name } else { &project.title };
                self.open(Kind::Project { number: project.number }, title, node, Rank::Part, Role::STEP);
                if let Some(item) = self.groups.last_mut() {
                    item.note.clone_from(&project.note);
                }
            }
            Meaning::Routine => {
                self.groups.close(Rank::Part);
                self.open(Kind::Routine, name, node, Rank::Part, Role::STEP);
            }
            Meaning::Part(_) if self.groups.in_routine() => {
                self.groups.close(Rank::Option);
                match routines::block(node) {
                    Some(block) => self.groups.open(block, Rank::Option, Role::STEP),
                    None => self.groups.add(item_of(Kind::Entry, node)),
                }
            }
            Meaning::Resources => {
                self.open_part(About::Reading, name.clone(), Role::Resource, node);
                if node.words.links.is_empty() && links::path(&label.rest).is_some() {
                    let href = Some(label.rest.clone());
                    self.groups.add(item(Kind::Resource { href }, &label.rest, node.span));
                }
            }
            Meaning::Work(category) if budget.is_some() || self.is_other_work(*category) => {
                self.open_activity(*category, &label, node);
            }
            _ if budget.is_some() => self.open_activity(Category::Study, &label, node),
            _ => match sections::about(name) {
                Some(About::Gates) => {
                    self.groups.close_all();
                    self.open(Kind::Gate { months: None }, name, node, Rank::Activity, Role::Metric);
                }
                Some(about) => self.open_part(about, full_name(&label), Role::of_section(about), node),
                None => self.open_part(About::Other, full_name(&label), Role::STEP, node),
            },
        }
    }

    fn open_activity(&mut self, category: Category, label: &Label, node: &Node) {
        self.groups.close_all();
        let kind = Kind::Activity { category, budget: label.budget };
        self.open(kind, &label.name, node, Rank::Activity, Role::STEP);
        if label.category.is_some() {
            self.groups.settle();
        }
    }

    /// True where work of that category needs an activity of its own.
    fn is_other_work(&self, category: Category) -> bool {
        self.groups.activity().is_none_or(|(open, has_lines)| open != category || has_lines)
    }

    /// A part of the open activity, or a list of the stage's own where that already has its lines.
    fn open_part(&mut self, about: About, name: String, role: Role, node: &Node) {
        self.groups.close(Rank::Part);
        let rank = match self.groups.activity() {
            Some((_, false)) => Rank::Part,
            _ => {
                self.groups.close_all();
                Rank::Activity
            }
        };
        self.open(Kind::Section { about }, name, node, rank, role);
    }

    /// A label in a section.
    fn open_section(&mut self, above: About, label: &Label, node: &Node) {
        self.closing = false;
        self.groups.close(Rank::Part);
        let name = full_name(label);
        if above == About::Gates
            && let Some(part) = GateOf::read(&name)
        {
            return self.open(Kind::Gate { months: part.months() }, name, node, Rank::Part, Role::Metric);
        }
        let about = match above {
            // What stands in these is told by the heading alone.
            About::Accounts | About::Checklist | About::Setup | About::Timeline | About::Pitfalls => above,
            _ if label.meaning == Meaning::Checkpoint => About::Checklist,
            _ => sections::about(&name).unwrap_or(above),
        };
        let role = match Role::of_section(about) {
            Role::Account { .. } => Role::Account { paid: sections::is_paid(&name) },
            Role::Step { .. } => Role::Step { optional: sections::is_optional(&name) },
            role => role,
        };
        self.open(Kind::Section { about }, name, node, Rank::Part, role);
    }

    /// That one of the following is to be picked.
    pub(super) fn open_choice(&mut self, name: &str, node: &Node) {
        self.groups.close(Rank::List);
        self.open(Kind::Choice, name, node, Rank::List, Role::STEP);
    }

    /// One of them.
    pub(super) fn open_option(&mut self, option: &Choosable, node: &Node) {
        self.groups.close(Rank::Option);
        if !self.in_choice() {
            // The document goes straight to the options: they still are a choice.
            let name = self.groups.last().map_or_else(|| CHOOSE.to_owned(), |item| item.text.clone());
            self.groups.close(Rank::List);
            self.groups.open(item(Kind::Choice, name, node.span), Rank::List, Role::STEP);
        }
        let kind = Kind::Option { label: option.label.clone(), suits: None };
        self.open(kind, &option.title, node, Rank::Option, Role::STEP);
        if let Some(item) = self.groups.last_mut() {
            item.note.clone_from(&option.note);
        }
    }

    /// Reads a heading that is an option with all that is below it. False for any other.
    pub(super) fn option_heading(&mut self, node: &Node) -> bool {
        let Some(option) = options::option(node.text()).filter(|_| self.place != Place::Aside) else {
            return false;
        };
        self.groups.close(Rank::Option);
        if !self.in_choice() {
            self.groups.close_all();
        }
        self.open_option(&option, node);
        let whom = node.children.first().filter(|line| line.shape == Shape::Line);
        let told = usize::from(whom.is_some_and(|line| self.groups.suit(line)));
        // Labels below an option are its own.
        let place = if self.place == Place::Choice { Place::Work } else { self.place };
        let below = super::read(node.children.get(told..).unwrap_or_default(), place);
        self.groups.extend(below.items);
        self.groups.close(Rank::Option);
        true
    }

    /// A line of the list that a choice is between.
    pub(super) fn listed_option(&mut self, node: &Node) {
        match options::option(node.text()) {
            Some(option) => {
                self.open_option(&option, node);
                self.groups.extend(lines::below(&node.children, Role::STEP));
            }
            None => self.plain_option(node),
        }
    }

    /// A line of a plain list below "Choose one": an option, counted where it has no letter or number.
    fn plain_option(&mut self, node: &Node) {
        let mut option = lines::read(node, Role::STEP);
        if matches!(option.kind, Kind::Step { .. }) {
            let last = self.groups.last().and_then(|choice| choice.children.last());
            let number = match last.map(|item| &item.kind) {
                Some(Kind::Option { label, .. }) => {
                    label.parse().map_or(1, |number: u32| number.saturating_add(1))
                }
                _ => 1,
            };
            let lettered = option
                .text
                .split_once([')', '.', ':'])
                .map(|(mark, rest)| (mark.to_owned(), rest.trim().to_owned()));
            let lettered = lettered.filter(|(mark, rest)| {
                mark.chars().count() == 1 && mark.chars().all(char::is_alphanumeric) && !rest.is_empty()
            });
            let (label, text) =
                lettered.unwrap_or_else(|| (number.to_string(), std::mem::take(&mut option.text)));
            option.text = text;
            option.kind = Kind::Option { label, suits: None };
        }
        self.groups.add(option);
    }
}

/// A label's name with the hours, and with what follows on its line.
fn full_name(label: &Label) -> String {
    if label.rest.is_empty() {
        label.whole.clone()
    } else {
        format!("{}: {}", label.whole, label.rest.trim_end_matches(':'))
    }
}
