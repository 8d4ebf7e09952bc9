//! A document as a plain tree: headings, lines, lists, the lines of code fences and tables, each
//! with its words and its place in the source.
//!
//! What is written belongs here; what it means belongs to [`super::recognise`]. Every line that is
//! neither blank nor mere structure (a rule, the edge of a fence) belongs to a node, so that
//! whoever reads all nodes has read the whole document.

mod addresses;
mod boxes;
mod crowd;
mod depth;
mod details;
mod fence;
mod gathering;
mod labels;
mod lines;
mod markdown;
mod quoted;
mod table;
mod times;
mod tree;
mod words;

pub(super) use boxes::{at_mark, brackets, marked, picture, sign};
pub(super) use crowd::{Crowd, crowd};
pub(super) use depth::line_too_deep;
pub(super) use lines::{Lines, is_list_line, is_structure};
pub(super) use markdown::read;
pub(super) use words::{Boxed, Link, Words};

use super::correction::Said;
use super::recognise::Heard;
use crate::item::{Span, TaskBox};

/// How many lists deep nodes are nested. What is deeper hangs on the deepest node allowed, so that
/// nothing that follows the tree down can run out of stack.
pub(super) const MOST_LEVELS: usize = 24;

/// A piece of a document.
#[derive(Debug, Clone)]
pub(super) struct Node {
    /// What it is.
    pub(super) shape: Shape,
    /// What it says.
    pub(super) words: Words,
    /// Where it says so, without its children.
    pub(super) span: Span,
    /// Its task box, if it has one.
    pub(super) task: Option<TaskBox>,
    /// The sign before its words that is a box or may be one: "☐ Sing", "✅ Sing".
    pub(super) sign: Option<TaskBox>,
    /// What a person said it is, if anything.
    pub(super) said: Option<Box<Said>>,
    /// What its words were heard to say, once they were.
    pub(super) heard: Heard,
    /// What is below it: a heading's blocks and headings, a list line's lists, a fence's lines.
    pub(super) children: Vec<Node>,
}

/// What a piece of a document is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    /// A heading of that level, from 1.
    Heading(u8),
    /// A paragraph, or a line of one where each line begins with a mark of its own.
    Line,
    /// A paragraph of a quotation.
    Quote,
    /// A line of a bulleted list.
    Bullet,
    /// A line of a numbered list.
    Numbered,
    /// A code fence or an indented code block.
    Fence,
    /// A comment line in a fence.
    Remark,
    /// A list line inside a comment in a fence: `# - like this`.
    RemarkBullet,
    /// Any other line in a fence.
    Code,
    /// A table; its words are the head's.
    Table,
    /// A row of a table; its words are the cells, with bars between.
    Row,
    /// An HTML comment.
    Comment,
    /// Other HTML.
    Html,
    /// A rule between parts.
    Rule,
    /// A line with no block of its own, such as a link definition.
    Stray,
}

impl Node {
    /// A node without children.
    pub(super) fn new(shape: Shape, words: Words, span: Span) -> Self {
        Self {
            shape,
            words,
            span,
            task: None,
            sign: None,
            said: None,
            heard: Heard::default(),
            children: Vec::new(),
        }
    }

    /// Its words.
    pub(super) fn text(&self) -> &str {
        &self.words.text
    }

    /// True for a line of a list, in a fence or outside.
    pub(super) fn is_list_line(&self) -> bool {
        matches!(self.shape, Shape::Bullet | Shape::Numbered)
    }

    /// True for a list line that says nothing itself; what is below it may.
    pub(super) fn is_empty_line(&self) -> bool {
        self.is_list_line() && self.words.text.is_empty() && self.task.is_none()
    }

    /// True for a list line, a fence or a table: what a label can stand above.
    pub(super) fn can_follow_label(&self) -> bool {
        self.is_list_line() || matches!(self.shape, Shape::Fence | Shape::Table)
    }
}
