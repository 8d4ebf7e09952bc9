//! The words of a block while they are being gathered.

use super::times::begins_with_time;
use super::words::{is_ornament, plain_start};
use super::{Boxed, Link, Node, Shape, Words, addresses, boxes};
use crate::item::{Span, TaskBox};

pub(super) struct Gathering {
    pub(super) shape: Shape,
    pub(super) words: Words,
    pub(super) start: usize,
    pub(super) end: usize,
    /// What the line begins with: lines of a paragraph that all begin alike are lines of their own.
    pub(super) mark: Option<Mark>,
    bold: Bold,
    link: Option<Link>,
    /// The boxes before the words and cells, each with its place in the words.
    boxes: Vec<Boxed>,
}

/// What a line can begin with.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Mark {
    Strong,
    Emphasis,
    Ornament,
    /// A day of the week or a time of day.
    Time,
    Label,
}

impl Mark {
    /// What a text begins with that is set in no emphasis.
    pub(super) fn of(text: &str) -> Option<Self> {
        if text.starts_with(is_ornament) {
            Some(Self::Ornament)
        } else {
            begins_with_time(text).then_some(Self::Time)
        }
    }
}

/// How far the bold beginning of a line has come.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Bold {
    NotYet,
    Open,
    Over,
}

impl Gathering {
    pub(super) fn new(shape: Shape, start: usize) -> Self {
        let words = Words::default();
        Self {
            shape,
            words,
            start,
            end: start,
            mark: None,
            bold: Bold::NotYet,
            link: None,
            boxes: Vec::new(),
        }
    }

    pub(super) fn push(&mut self, text: &str) {
        if self.words.text.is_empty() {
            self.mark = self.mark.or_else(|| Mark::of(text));
        }
        self.words.text.push_str(text);
    }

    /// Notes the box that the next words begin with in the source, if they do. They begin at that byte.
    pub(super) fn note_box(&mut self, words: &str, start: usize) {
        let bare = words.trim_start();
        let start = start + words.len() - bare.len();
        let in_cell = || boxes::in_cell(bare).filter(|_| self.shape == Shape::Row);
        let sign = || boxes::sign(bare).filter(|found| !found.is_picture);
        let found = boxes::brackets(bare).or_else(in_cell).or_else(sign);
        let from = self.words.text.len() + words.len() - bare.len();
        self.boxes.extend(found.map(|found| Boxed { from, to: from + found.end, task: found.task(start) }));
    }

    pub(super) fn push_html(&mut self, html: &str) {
        if html.starts_with("<br") {
            self.words.text.push(' ');
        } else if !html.starts_with("<!--") {
            self.words.text.push_str(html);
        }
    }

    pub(super) fn start_emphasis(&mut self, mark: Mark) {
        let text = &self.words.text;
        if text.is_empty() {
            self.mark = self.mark.or(Some(mark));
        }
        if mark == Mark::Strong && self.bold == Bold::NotYet && plain_start(text).is_empty() {
            self.bold = Bold::Open;
        }
    }

    pub(super) fn end_strong(&mut self) {
        if self.bold == Bold::Open {
            self.bold = Bold::Over;
            self.words.lead = self.words.text.len();
        }
    }

    /// True for words that are set in bold from end to end.
    pub(super) fn is_bold_line(&self) -> bool {
        self.bold == Bold::Over && self.words.lead == self.words.text.trim_end().len()
    }

    pub(super) fn start_link(&mut self, href: String, span: Span) {
        let from = self.words.text.len();
        self.link = Some(Link { from, to: from, href, span });
    }

    pub(super) fn end_link(&mut self) {
        if let Some(mut link) = self.link.take() {
            link.to = self.words.text.len();
            self.words.links.push(link);
        }
    }

    /// A node with the words, and with the addresses among them as links.
    pub(super) fn into_node(mut self, source: &str, span: impl Fn(usize, usize) -> Span) -> Node {
        let own = source.get(self.start..self.end).unwrap_or_default();
        addresses::link(&mut self.words, own, |from, to| span(self.start + from, self.start + to));
        let task = self.take_box();
        if self.shape == Shape::Row {
            self.words.boxes = std::mem::take(&mut self.boxes);
        }
        let sign = self.sign(own);
        self.words.tidy();
        let task = task.or(sign.filter(|(_, is_picture)| !is_picture).map(|(task, _)| task));
        let shape = if self.shape == Shape::Line && task.is_some() { Shape::Bullet } else { self.shape };
        Node {
            task,
            sign: sign.map(|(task, _)| task),
            ..Node::new(shape, self.words, span(self.start, self.end))
        }
    }

    /// Takes the only box out of the words. Of several in a row none says whether the row is done: each stays, with
    /// its place.
    fn take_box(&mut self) -> Option<TaskBox> {
        let [Boxed { from: at, task, .. }] = *self.boxes.as_slice() else { return None };
        let found = self.words.text.get(at..).and_then(boxes::brackets);
        let in_cell =
            || self.words.text.get(at..).filter(|_| self.shape == Shape::Row).and_then(boxes::in_cell);
        let sign = || self.words.text.get(at..).and_then(boxes::sign);
        let end = at + found.or_else(in_cell).or_else(sign)?.end;
        self.words.cut_out(at..end);
        self.boxes = vec![Boxed { from: at, to: at, task }];
        Some(task)
    }

    /// The sign before the words of a line, and whether it is a picture. `own` is what was read.
    fn sign(&self, own: &str) -> Option<(TaskBox, bool)> {
        if !matches!(self.shape, Shape::Line | Shape::Bullet | Shape::Numbered) {
            return None;
        }
        let words = self.words.text.trim_start();
        let found = boxes::sign(words)?;
        let at = own.find(words.chars().next()?)?;
        Some((found.task(self.start + at), found.is_picture))
    }
}
