//! The labels that are open, with what has followed them so far.

use crate::Category;
use crate::document::outline::Node;
use crate::document::recognise::lines::Role;
use crate::document::recognise::{categories, options, routines};
use crate::item::{Item, Kind};

/// How high a group stands; an earlier one holds later ones.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Rank {
    /// Activities, checkpoints.
    Activity,
    /// Projects, and parts of an activity or section.
    Part,
    /// What belongs to a part: deliverables, a choice, a labelled list in a fence.
    List,
    /// What belongs to a list: an option, a block of a routine.
    Option,
}

/// A label with what follows it.
struct Group {
    item: Item,
    rank: Rank,
    /// What its lines are.
    lines: Role,
    /// True once a line of its own has followed, rather than another label.
    has_lines: bool,
    /// True where the label says plainly what kind of work it is for.
    settled: bool,
}

/// The open labels, and everything that is over.
#[derive(Default)]
pub(super) struct Groups {
    done: Vec<Item>,
    open: Vec<Group>,
}

impl Groups {
    /// Opens a label below those that are open.
    pub(super) fn open(&mut self, item: Item, rank: Rank, lines: Role) {
        self.open.push(Group { item, rank, lines, has_lines: false, settled: false });
    }

    /// Notes that the innermost open label says plainly what kind of work it is for.
    pub(super) fn settle(&mut self) {
        if let Some(group) = self.open.last_mut() {
            group.settled = true;
        }
    }

    /// Adds an item to the innermost open label.
    pub(super) fn add(&mut self, item: Item) {
        match self.open.last_mut() {
            Some(group) => group.item.children.push(item),
            None => self.done.push(item),
        }
    }

    /// Adds items to the innermost open label.
    pub(super) fn extend(&mut self, items: impl IntoIterator<Item = Item>) {
        for item in items {
            self.add(item);
        }
    }

    /// Closes labels of that rank and below.
    pub(super) fn close(&mut self, rank: Rank) {
        while self.open.last().is_some_and(|group| group.rank >= rank) {
            self.close_last();
        }
    }

    /// Closes every label.
    pub(super) fn close_all(&mut self) {
        self.close_to(0);
    }

    /// Closes labels until so many are open.
    pub(super) fn close_to(&mut self, depth: usize) {
        while self.open.len() > depth {
            self.close_last();
        }
    }

    /// Closes labels while the innermost is a section.
    pub(super) fn close_sections(&mut self) {
        while self.last().is_some_and(|item| matches!(item.kind, Kind::Section { .. })) {
            self.close_last();
        }
    }

    /// What the next list line is by the innermost open label, which then has lines of its own.
    pub(super) fn take_line(&mut self) -> Option<Role> {
        let group = self.open.last_mut()?;
        group.has_lines = true;
        Some(group.lines)
    }

    /// What list lines are by the innermost open label.
    pub(super) fn role(&self) -> Option<Role> {
        self.open.last().map(|group| group.lines)
    }

    /// How many labels are open.
    pub(super) const fn depth(&self) -> usize {
        self.open.len()
    }

    /// True while a label is open.
    pub(super) const fn are_open(&self) -> bool {
        !self.open.is_empty()
    }

    /// True while nothing was read at all.
    pub(super) const fn are_empty(&self) -> bool {
        self.open.is_empty() && self.done.is_empty()
    }

    /// The item of the innermost open label.
    pub(super) fn last(&self) -> Option<&Item> {
        self.open.last().map(|group| &group.item)
    }

    /// The item of the innermost open label.
    pub(super) fn last_mut(&mut self) -> Option<&mut Item> {
        self.open.last_mut().map(|group| &mut group.item)
    }

    /// The open activity, and whether it has lines of its own.
    pub(super) fn activity(&self) -> Option<(Category, bool)> {
        self.open.iter().rev().find_map(|group| match group.item.kind {
            Kind::Activity { category, .. } => Some((category, group.has_lines)),
            _ => None,
        })
    }

    /// True while an activity with a budget is open.
    pub(super) fn in_budget(&self) -> bool {
        self.open.iter().any(|group| matches!(group.item.kind, Kind::Activity { budget: Some(_), .. }))
    }

    /// True while a routine is open.
    pub(super) fn in_routine(&self) -> bool {
        self.open.iter().any(|group| group.item.kind == Kind::Routine)
    }

    /// True while an option is the innermost.
    pub(super) fn in_option(&self) -> bool {
        self.last().is_some_and(|item| matches!(item.kind, Kind::Option { .. }))
    }

    /// Takes a line as what an open option says about whom it suits.
    pub(super) fn suit(&mut self, node: &Node) -> bool {
        if let Some(option) = self.last_mut()
            && let Kind::Option { suits: suits @ None, .. } = &mut option.kind
            && option.children.is_empty()
            && node.words.links.is_empty()
            && let Some(whom) = options::suits(node.text())
        {
            *suits = Some(whom.to_owned());
            option.span.end = node.span.end;
            return true;
        }
        false
    }

    /// Closes everything.
    pub(super) fn finish(mut self) -> Vec<Item> {
        self.close_all();
        self.done
    }

    fn close_last(&mut self) {
        let Some(mut group) = self.open.pop() else { return };
        let around = self.activity().map(|(category, _)| category);
        let item = &mut group.item;
        item.children.shrink_to_fit();
        match &mut item.kind {
            Kind::Block(_) => routines::settle(item, around),
            Kind::Activity { category, .. } if !group.settled && categories::of(&item.text).is_none() => {
                let below = categories::of_most(item.children.iter().map(|line| line.text.as_str()));
                *category = below.unwrap_or(*category);
            }
            _ => {}
        }
        self.add(group.item);
    }
}
