//! The tree while it grows: which nodes are open, and which lines no node has covered yet.

use super::{Lines, MOST_LEVELS, Node, Shape, Words, is_structure};
use crate::item::{Span, TaskBox};

pub(super) struct Tree<'a> {
    pub(super) lines: Lines<'a>,
    /// The open nodes: first a root without meaning, then headings, then list lines.
    open: Vec<Node>,
    /// How many of the open nodes are list lines.
    items: usize,
    /// How many list lines are open beyond the deepest level allowed.
    beyond: usize,
    /// The first line that no node has covered so far.
    next_line: usize,
}

impl<'a> Tree<'a> {
    pub(super) fn new(source: &'a str) -> Self {
        let root = Node::new(Shape::Rule, Words::default(), Span::default());
        Self { lines: Lines::of(source), open: vec![root], items: 0, beyond: 0, next_line: 1 }
    }

    /// True while a list line is open.
    pub(super) const fn in_list(&self) -> bool {
        self.items > 0
    }

    /// The innermost list line if it has said nothing yet.
    pub(super) fn silent_line(&self) -> Option<Shape> {
        let line = self.open.last().filter(|node| node.is_list_line())?;
        (line.words.text.is_empty() && line.children.is_empty()).then_some(line.shape)
    }

    /// The level of the innermost open heading, or 0.
    pub(super) fn level(&self) -> u8 {
        let level = |node: &Node| match node.shape {
            Shape::Heading(level) => Some(level),
            _ => None,
        };
        self.open.iter().rev().find_map(level).unwrap_or(0)
    }

    /// Ends the headings of that level and below.
    pub(super) fn close_headings(&mut self, level: u8) {
        while matches!(self.open.last(), Some(Node { shape: Shape::Heading(above), .. }) if *above >= level) {
            self.close();
        }
    }

    /// Ends the open heading whose words begin at that byte, if it is still open, and those below it.
    pub(super) fn close_heading_at(&mut self, start: usize) {
        let found = self.open.iter().skip(1).position(|node| node.span.start == start);
        if !self.in_list()
            && let Some(at) = found
        {
            while self.open.len() > at + 1 {
                self.close();
            }
        }
    }

    /// Begins a heading; what follows is below it.
    pub(super) fn open_heading(&mut self, heading: Node) {
        self.cover(heading.span.start, heading.span.end);
        self.open.push(heading);
    }

    /// Begins a list line.
    pub(super) fn open_line(&mut self, shape: Shape, start: usize) {
        let (_, line_end) = self.lines.range(self.lines.number(start));
        let marker = (start + 1).min(line_end).max(start);
        self.keep_before(start);
        if self.items == MOST_LEVELS {
            // Too deep: the line above is over, and this one takes its place.
            self.close();
            self.items -= 1;
            self.beyond += 1;
        }
        self.open.push(Node::new(shape, Words::default(), self.lines.span(start, marker)));
        self.items += 1;
    }

    /// Ends a list line. A label at the margin that ends it stands behind it.
    pub(super) fn close_line(&mut self) {
        if self.beyond > 0 {
            self.beyond -= 1;
            return;
        }
        let at_margin = |node: &mut Node| {
            node.shape == Shape::Line && self.lines.range(node.span.line).0 == node.span.start
        };
        let label = self.open.last_mut().and_then(|line| line.children.pop_if(at_margin));
        self.close();
        self.items = self.items.saturating_sub(1);
        label.into_iter().for_each(|label| self.attach(label));
    }

    /// Gives the innermost list line its words.
    pub(super) fn say(&mut self, words: Words, start: usize, end: usize) {
        self.cover(start, end);
        if let Some(line) = self.open.last_mut() {
            line.words = words;
            line.span.end = line.span.end.max(end);
        }
    }

    /// Gives the innermost list line its box.
    pub(super) fn tick(&mut self, task: TaskBox) {
        self.cover(task.mark, task.mark + 1);
        if let Some(line) = self.open.last_mut().filter(|node| node.is_list_line()) {
            line.task = Some(task);
        }
    }

    /// Gives the innermost list line the sign before its words, which is its box where it has no other.
    pub(super) fn sign(&mut self, sign: Option<TaskBox>, task: Option<TaskBox>) {
        if let Some(line) = self.open.last_mut() {
            line.sign = sign;
            line.task = line.task.or(task);
        }
    }

    /// Adds a node that covers its span.
    pub(super) fn add(&mut self, node: Node) {
        let end = node.span.end;
        self.add_until(node, end);
    }

    /// Adds a node that together with its children covers the bytes up to `end`.
    pub(super) fn add_until(&mut self, node: Node, end: usize) {
        self.cover(node.span.start, end);
        self.attach(node);
    }

    /// Keeps the lines before `start` that belong to no node.
    pub(super) fn keep_before(&mut self, start: usize) {
        let line = self.lines.number(start);
        self.keep_until(line);
    }

    /// Closes everything.
    pub(super) fn finish(mut self) -> Vec<Node> {
        self.keep_until(self.lines.count() + 1);
        while self.open.len() > 1 {
            self.close();
        }
        self.open.pop().map(|root| root.children).unwrap_or_default()
    }

    fn keep_until(&mut self, line: usize) {
        while self.next_line < line {
            let text = self.lines.text(self.next_line);
            if !is_structure(text) {
                let (start, end) = self.lines.range(self.next_line);
                let stray = Node::new(Shape::Stray, Words::plain(text), self.lines.span(start, end));
                self.attach(stray);
            }
            self.next_line += 1;
        }
    }

    fn cover(&mut self, start: usize, end: usize) {
        self.keep_before(start);
        self.next_line = self.next_line.max(self.lines.number(end.saturating_sub(1).max(start)) + 1);
    }

    fn close(&mut self) {
        if self.open.len() > 1
            && let Some(mut node) = self.open.pop()
        {
            node.children.shrink_to_fit();
            self.attach(node);
        }
    }

    fn attach(&mut self, node: Node) {
        if let Some(parent) = self.open.last_mut() {
            parent.children.push(node);
        }
    }
}
