//! What stands below a heading, read label by label.
//!
//! A label opens a group and what follows belongs to it, until a label of the same or a higher rank
//! comes: an activity holds projects and lists, a project holds a choice, a choice its options.

use super::lines::{self, Role};
use super::{categories, headings, item, item_of, labels, routines, sections, targets};
use crate::Category;
use crate::document::outline::{Node, Shape};
use crate::item::{About, Item, Kind, Span};
use labels::{Label, Meaning};

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
}

/// How high a group stands; a lower number holds higher ones.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Rank {
    /// Activities, checkpoints.
    Activity,
    /// Projects, and parts of an activity or section.
    Part,
    /// What belongs to a part: deliverables, a choice, a labelled list in a fence.
    List,
    /// What belongs to a list: an option, a block of a routine.
    Option,
}

/// An open label with what follows it.
struct Group {
    item: Item,
    rank: Rank,
    lines: Role,
    /// True once a line of its own has followed, rather than another label.
    has_lines: bool,
}

/// A body while it is being read.
pub(super) struct Body {
    place: Place,
    done: Vec<Item>,
    open: Vec<Group>,
    /// True behind a rule: what is said there is no longer about the heading.
    closing: bool,
    /// What a choice says before its options.
    intro: Option<(String, usize)>,
}

/// What was read.
pub(super) struct Read {
    /// The items, in order.
    pub(super) items: Vec<Item>,
    /// What a choice says before its options, and where that ends.
    pub(super) intro: Option<(String, usize)>,
}

impl Body {
    /// A body in that place.
    pub(super) fn new(place: Place) -> Self {
        Self { place, done: Vec::new(), open: Vec::new(), closing: false, intro: None }
    }

    /// Reads blocks; headings among them are labels, with what is below them.
    pub(super) fn read(&mut self, nodes: &[Node]) {
        for (at, node) in nodes.iter().enumerate() {
            self.node(node, nodes.get(at + 1));
        }
    }

    /// Closes everything.
    pub(super) fn finish(mut self) -> Read {
        self.close_from(0);
        Read { items: self.done, intro: self.intro }
    }

    fn node(&mut self, node: &Node, next: Option<&Node>) {
        match node.shape {
            Shape::Heading(_) => {
                self.close_from(0);
                self.open_label(labels::of_heading(node.text()), node);
                self.read(&node.children);
                self.close_from(0);
            }
            Shape::Rule => {
                self.close_from(0);
                self.closing = true;
            }
            Shape::Line => match labels::read(node, next) {
                Some(label) if self.takes(&label, next) => self.open_label(label, node),
                _ => self.prose(node),
            },
            Shape::Bullet | Shape::Numbered => self.line(node),
            Shape::Fence => self.fence(node),
            _ => {
                let prose = self.prose_kind(node.text());
                if let Some(item) = lines::remark(node, prose) {
                    self.push(item);
                }
            }
        }
    }

    /// True for a label that means something here: behind the colon of others stands mere prose.
    fn takes(&self, label: &Label, next: Option<&Node>) -> bool {
        let followed = next.is_some_and(Node::can_follow_label);
        label.rest.is_empty()
            || match label.meaning {
                Meaning::Goal | Meaning::Target | Meaning::Deliverable => !self.closing,
                Meaning::Project(_) | Meaning::Option(_) => true,
                _ => followed && (label.rest.ends_with(':') || self.place != Place::Work),
            }
    }

    fn open_label(&mut self, label: Label, node: &Node) {
        match (&label.meaning, self.place) {
            (Meaning::Option(option), _) => self.open_option(option, node),
            (Meaning::Choose, Place::Choice) => self.introduce(node),
            (_, Place::Choice) if self.open.is_empty() && self.done.is_empty() => self.introduce(node),
            (Meaning::Choose, _) => self.open_choice(&label.name, node.span),
            (Meaning::Goal, _) => self.open_leaf(Kind::Goal, Role::Goal, &label, node),
            (Meaning::Target, _) => {
                let measure = targets::measure(&label.rest);
                self.open_leaf(Kind::Target { measure }, Role::Target, &label, node);
            }
            (Meaning::Deliverable, _) => self.open_leaf(Kind::Deliverable, Role::Deliverable, &label, node),
            (_, Place::Work) => self.open_work(label, node),
            (_, Place::Section(about)) => self.open_section(about, &label, node),
            (_, Place::Loose | Place::Choice) => self.open_section(About::Other, &label, node),
        }
    }

    /// A goal, target or deliverable: on the label's own line, or in the list below it.
    fn open_leaf(&mut self, kind: Kind, role: Role, label: &Label, node: &Node) {
        self.close_rank(if role == Role::Goal { Rank::Activity } else { Rank::List });
        while self.open.last().is_some_and(|group| matches!(group.item.kind, Kind::Section { .. })) {
            self.close_last();
        }
        if label.rest.is_empty() {
            self.open(item(Kind::Section { about: About::Other }, &label.name, node.span), Rank::List, role);
        } else {
            let leaf = Item { children: lines::resources(node), ..item(kind, &label.rest, node.span) };
            self.attach(leaf);
        }
    }

    /// A label in a phase or stage.
    fn open_work(&mut self, label: Label, node: &Node) {
        let span = node.span;
        match label.meaning {
            Meaning::Checkpoint => {
                self.close_rank(Rank::Activity);
                self.open(item(Kind::Checkpoint, label.name, span), Rank::Activity, Role::CheckpointItem);
            }
            Meaning::Project(project) => {
                if label.budget.is_some() {
                    let kind = Kind::Activity { category: Category::HandsOn, budget: label.budget };
                    self.close_rank(Rank::Activity);
                    self.open(item(kind, &label.name, span), Rank::Activity, Role::STEP);
                }
                self.close_rank(Rank::Part);
                let title = if project.title.is_empty() { label.name } else { project.title };
                let mut item = item(Kind::Project { number: project.number }, title, span);
                item.note = project.note;
                self.open(item, Rank::Part, Role::STEP);
            }
            Meaning::Routine => {
                self.close_rank(Rank::Part);
                self.open(item(Kind::Routine, label.name, span), Rank::Part, Role::STEP);
            }
            Meaning::Part(_) if self.in_routine() => {
                self.close_rank(Rank::Option);
                match routines::block(node) {
                    Some(block) => self.open(block, Rank::Option, Role::STEP),
                    None => self.push(item_of(Kind::Entry, node)),
                }
            }
            Meaning::Resources => self.open_part(About::Reading, label.name, Role::Resource, node),
            Meaning::Work(category) if label.budget.is_some() || self.is_other_work(category) => {
                self.close_rank(Rank::Activity);
                let kind = Kind::Activity { category, budget: label.budget };
                self.open(item(kind, label.name, span), Rank::Activity, Role::STEP);
            }
            _ if label.budget.is_some() => {
                self.close_rank(Rank::Activity);
                let kind = Kind::Activity { category: Category::Study, budget: label.budget };
                self.open(item(kind, label.name, span), Rank::Activity, Role::STEP);
            }
            _ => match sections::about(&label.name) {
                Some(About::Gates) => {
                    self.close_rank(Rank::Activity);
                    self.open(
                        item(Kind::Gate { months: None }, label.name, span),
                        Rank::Activity,
                        Role::Metric,
                    );
                }
                about => {
                    let name = whole_name(&label);
                    self.open_part(about.unwrap_or(About::Other), name, Role::STEP, node);
                }
            },
        }
    }

    /// A part of the open activity, or a list of the stage's own where that already has its lines.
    fn open_part(&mut self, about: About, name: String, role: Role, node: &Node) {
        self.close_rank(Rank::Part);
        let rank = match self.open.last() {
            Some(activity) if !activity.has_lines && matches!(activity.item.kind, Kind::Activity { .. }) => {
                Rank::Part
            }
            Some(_) => {
                self.close_rank(Rank::Activity);
                Rank::Activity
            }
            None => Rank::Activity,
        };
        let mut part = item(Kind::Section { about }, name, node.span);
        part.children = lines::resources(node);
        self.open(part, rank, role);
    }

    /// A label in a section.
    fn open_section(&mut self, above: About, label: &Label, node: &Node) {
        self.closing = false;
        self.close_rank(Rank::Part);
        let name = whole_name(label);
        if above == About::Gates
            && let Some(months) = headings::months(&name)
        {
            let gate = item(Kind::Gate { months: Some(months) }, name, node.span);
            return self.open(gate, Rank::Part, Role::Metric);
        }
        let about = match above {
            // What stands in these is told by the heading alone.
            About::Accounts | About::Checklist | About::Setup | About::Timeline | About::Pitfalls => above,
            _ if label.meaning == Meaning::Checkpoint => About::Checklist,
            _ => sections::about(&name).unwrap_or(above),
        };
        let role = match Role::of_section(about) {
            Role::Account { .. } => Role::Account { paid: sections::is_paid(&name) },
            Role::Step { .. } => Role::Step { optional: is_optional(&name) },
            role => role,
        };
        let mut section = item(Kind::Section { about }, name, node.span);
        section.children = lines::resources(node);
        self.open(section, Rank::Part, role);
    }

    fn open_choice(&mut self, name: &str, span: Span) {
        self.close_rank(Rank::List);
        self.open(item(Kind::Choice, name, span), Rank::List, Role::STEP);
    }

    fn open_option(&mut self, option: &labels::Choosable, node: &Node) {
        self.close_rank(Rank::Option);
        if !self.in_choice() {
            // The document goes straight to the options: they still are a choice.
            let name = self.open.last().map_or_else(|| option.title.clone(), |group| group.item.text.clone());
            self.open_choice(&name, node.span);
        }
        let kind = Kind::Option { label: option.label.clone(), suits: None };
        let mut item = item(kind, option.title.clone(), node.span);
        item.children = lines::resources(node);
        self.open(item, Rank::Option, Role::STEP);
    }

    /// A line of a list.
    fn line(&mut self, node: &Node) {
        if self.in_routine() && node.task.is_none() && self.routine_line(node) {
            return;
        }
        if node.task.is_none()
            && (self.in_choice() || self.in_option())
            && let Some(option) = labels::option(node.text())
        {
            self.open_option(&option, node);
            for line in lines::below(&node.children, Role::STEP) {
                self.push(line);
            }
            return;
        }
        let role = self.open.last().map_or_else(|| self.own_role(), |group| group.lines);
        if let Some(group) = self.open.last_mut() {
            group.has_lines = true;
        }
        self.push(lines::read(node, role));
    }

    /// A line of a routine that begins a block. False for any other.
    fn routine_line(&mut self, node: &Node) -> bool {
        let Some(block) = routines::block(node) else { return false };
        self.close_rank(Rank::Option);
        self.open(block, Rank::Option, Role::STEP);
        for line in lines::below(&node.children, Role::STEP) {
            self.push(line);
        }
        true
    }

    fn fence(&mut self, fence: &Node) {
        let outside = self.open.len();
        for line in &fence.children {
            match line.shape {
                Shape::Remark => self.remark(line),
                Shape::RemarkBullet => {
                    let role = if self.in_option() { Role::STEP } else { Role::Entry };
                    self.push(lines::read(line, role));
                }
                Shape::Code => self.code(line),
                _ => self.line(line),
            }
        }
        self.close_from(outside);
    }

    /// A comment in a fence: a label, whom an option suits, or a remark.
    fn remark(&mut self, line: &Node) {
        if self.suit(line) {
            return;
        }
        match labels::of_remark(line.text()) {
            Some(label) => match label.meaning {
                Meaning::Option(option) => self.open_option(&option, line),
                Meaning::Choose => self.open_choice(&label.name, line.span),
                _ => self.open_list(&label.name, line),
            },
            None => self.push(item_of(self.prose_kind(line.text()), line)),
        }
    }

    /// A labelled list within a fence.
    fn open_list(&mut self, name: &str, line: &Node) {
        self.close_rank(Rank::List);
        let (above, role) = match self.place {
            Place::Section(about) => (about, Role::of_section(about)),
            _ => (About::Other, self.open.last().map_or(Role::STEP, |group| group.lines)),
        };
        let role = match role {
            Role::Step { .. } => Role::Step { optional: is_optional(name) },
            role => role,
        };
        self.open(item(Kind::Section { about: above }, name, line.span), Rank::List, role);
    }

    /// A line of a fence that is neither list nor comment.
    fn code(&mut self, line: &Node) {
        if self.in_routine() && self.routine_line(line) {
            return;
        }
        match self.place {
            Place::Section(_) => self.push(lines::read(line, Role::Entry)),
            _ => {
                let mut note = item_of(Kind::Note, line);
                note.children = lines::below(&line.children, Role::Entry);
                self.push(note);
            }
        }
    }

    /// A line that is no label.
    fn prose(&mut self, node: &Node) {
        if self.suit(node) {
            return;
        }
        if self.awaits_options() && !labels::is_named_remark(node.text()) {
            self.introduce(node);
            return;
        }
        let prose = self.prose_kind(node.text());
        if let Some(item) = lines::remark(node, prose) {
            self.push(item);
        }
    }

    /// Takes a line as what an open option says about whom it suits.
    fn suit(&mut self, node: &Node) -> bool {
        let Some(group) = self.open.last_mut() else { return false };
        if let Kind::Option { suits: suits @ None, .. } = &mut group.item.kind
            && group.item.children.is_empty()
            && let Some(whom) = labels::suits(node.text())
        {
            *suits = Some(whom.to_owned());
            group.item.span.end = node.span.end;
            return true;
        }
        false
    }

    /// Takes a line as what a choice says before its options.
    fn introduce(&mut self, node: &Node) {
        let words = node.text().trim_end_matches(':');
        if let Some(group) = self.open.last_mut().filter(|group| group.item.kind == Kind::Choice) {
            let note = group.item.note.get_or_insert_default();
            join(note, words);
            group.item.span.end = node.span.end;
        } else {
            let (intro, end) = self.intro.get_or_insert_with(|| (String::new(), 0));
            join(intro, words);
            *end = node.span.end;
        }
    }

    fn prose_kind(&self, text: &str) -> Kind {
        match self.place {
            _ if self.closing && self.open.is_empty() => Kind::Note,
            Place::Section(_) => Kind::Entry,
            _ if labels::is_named_remark(text) && self.place != Place::Loose => Kind::Entry,
            _ => Kind::Note,
        }
    }

    /// What lines are outside any label.
    fn own_role(&self) -> Role {
        match self.place {
            Place::Work | Place::Choice => Role::STEP,
            Place::Section(about) => Role::of_section(about),
            Place::Loose => Role::Entry,
        }
    }

    fn in_choice(&self) -> bool {
        self.open.last().map_or(self.place == Place::Choice, |group| group.item.kind == Kind::Choice)
    }

    fn in_option(&self) -> bool {
        self.open.last().is_some_and(|group| matches!(group.item.kind, Kind::Option { .. }))
    }

    fn in_routine(&self) -> bool {
        self.open.iter().any(|group| group.item.kind == Kind::Routine)
    }

    fn awaits_options(&self) -> bool {
        match self.open.last() {
            Some(group) => group.item.kind == Kind::Choice && group.item.children.is_empty(),
            None => self.place == Place::Choice && self.done.is_empty(),
        }
    }

    /// True where work of that category needs an activity of its own.
    fn is_other_work(&self, category: Category) -> bool {
        match self.open.first().map(|group| (&group.item.kind, group.has_lines)) {
            Some((Kind::Activity { category: open, .. }, has_lines)) => *open != category || has_lines,
            _ => true,
        }
    }

    fn open(&mut self, item: Item, rank: Rank, lines: Role) {
        self.open.push(Group { item, rank, lines, has_lines: false });
    }

    fn push(&mut self, item: Item) {
        self.attach(item);
    }

    fn attach(&mut self, item: Item) {
        match self.open.last_mut() {
            Some(group) => group.item.children.push(item),
            None => self.done.push(item),
        }
    }

    fn close_rank(&mut self, rank: Rank) {
        while self.open.last().is_some_and(|group| group.rank >= rank) {
            self.close_last();
        }
    }

    fn close_from(&mut self, depth: usize) {
        while self.open.len() > depth {
            self.close_last();
        }
    }

    fn close_last(&mut self) {
        let Some(mut group) = self.open.pop() else { return };
        match &mut group.item.kind {
            Kind::Block(_) => {
                let around = self.open.iter().rev().find_map(|group| match group.item.kind {
                    Kind::Activity { category, .. } => Some(category),
                    _ => None,
                });
                routines::settle(&mut group.item, around);
            }
            Kind::Activity { category, .. } if categories::of(&group.item.text).is_none() => {
                let below = categories::of_most(group.item.children.iter().map(|line| line.text.as_str()));
                *category = below.unwrap_or(*category);
            }
            _ => {}
        }
        self.attach(group.item);
    }
}

fn whole_name(label: &Label) -> String {
    if label.rest.is_empty() {
        label.name.clone()
    } else {
        format!("{}: {}", label.name, label.rest.trim_end_matches(':'))
    }
}

fn is_optional(name: &str) -> bool {
    let lower = name.to_lowercase();
    ["optional", "nice to have", "later"].iter().any(|word| lower.contains(word))
}

fn join(text: &mut String, words: &str) {
    if !text.is_empty() {
        text.push(' ');
    }
    text.push_str(words);
}
