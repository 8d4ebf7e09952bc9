//! A roadmap's items in a row, so that what is known of them can be kept beside them.

use crate::edit::tree::has_words;
use crate::{Item, Kind, Roadmap};

/// The place of a roadmap itself, above its top items.
pub(super) const ROOT: usize = 0;

/// The items in the order of the document, each with its place: its number in that order, from 1.
pub(super) struct Tree<'a> {
    nodes: Vec<Node<'a>>,
}

struct Node<'a> {
    item: Option<&'a Item>,
    parent: usize,
    /// The place behind the last item below it.
    end: usize,
    children: Vec<usize>,
}

impl<'a> Tree<'a> {
    pub(super) fn of(roadmap: &'a Roadmap) -> Self {
        let node = |item, parent| Node { item, parent, end: 0, children: Vec::new() };
        let mut nodes = vec![node(None, ROOT)];
        let mut left: Vec<(usize, &Item)> = roadmap.items.iter().rev().map(|item| (ROOT, item)).collect();
        while let Some((parent, item)) = left.pop() {
            let at = nodes.len();
            nodes.push(node(Some(item), parent));
            if let Some(parent) = nodes.get_mut(parent) {
                parent.children.push(at);
            }
            left.extend(item.children.iter().rev().map(|child| (at, child)));
        }
        let mut tree = Self { nodes };
        for at in (0..tree.len()).rev() {
            let end = tree.children(at).last().map_or(at + 1, |last| tree.end(*last));
            if let Some(node) = tree.nodes.get_mut(at) {
                node.end = end;
            }
        }
        tree
    }

    /// How many places there are, the root's included.
    pub(super) const fn len(&self) -> usize {
        self.nodes.len()
    }

    /// Every place but the root's.
    pub(super) const fn places(&self) -> std::ops::Range<usize> {
        1..self.nodes.len()
    }

    /// The item there; the root has none.
    pub(super) fn item(&self, at: usize) -> Option<&'a Item> {
        self.nodes.get(at).and_then(|node| node.item)
    }

    /// Every item with its place.
    pub(super) fn items(&self) -> impl Iterator<Item = (usize, &'a Item)> {
        self.nodes.iter().enumerate().filter_map(|(at, node)| Some((at, node.item?)))
    }

    /// What it is directly below; the root is below itself.
    pub(super) fn parent(&self, at: usize) -> usize {
        self.nodes.get(at).map_or(ROOT, |node| node.parent)
    }

    /// What is directly below it.
    pub(super) fn children(&self, at: usize) -> &[usize] {
        self.nodes.get(at).map_or(&[], |node| &node.children)
    }

    /// The place behind the last item below it.
    pub(super) fn end(&self, at: usize) -> usize {
        self.nodes.get(at).map_or(at, |node| node.end)
    }

    /// The places below it, at any depth.
    pub(super) fn below(&self, at: usize) -> std::ops::Range<usize> {
        at + 1..self.end(at).max(at + 1)
    }

    /// True for what the document only implies: its place is an empty one.
    pub(super) fn is_implied(&self, at: usize) -> bool {
        self.item(at).is_some_and(|item| !has_words(item.span))
    }

    /// True for an activity that the document only implies, as its lines name hours: whatever is below it belongs to
    /// the stage above it as well.
    pub(super) fn is_implied_activity(&self, at: usize) -> bool {
        self.is_implied(at) && self.item(at).is_some_and(|item| matches!(item.kind, Kind::Activity { .. }))
    }

    /// What it is below, implied activities aside.
    pub(super) fn above(&self, at: usize) -> usize {
        let mut above = self.parent(at);
        while self.is_implied_activity(above) {
            above = self.parent(above);
        }
        above
    }

    /// True for a claim with the very words of the line above it that makes it.
    pub(super) fn is_echo(&self, at: usize) -> bool {
        let (item, above) = (self.item(at), self.item(self.parent(at)));
        item.zip(above).is_some_and(|(item, above)| {
            matches!(item.kind, Kind::Target { .. }) && item.span == above.span && item.text == above.text
        })
    }
}
