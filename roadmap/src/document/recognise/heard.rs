//! What a node's words say, kept: every heading is asked what it names many times over.

use super::headings::{self, Part};
use super::sections;
use crate::document::outline::Node;
use crate::item::About;
use std::cell::OnceCell;

/// What was heard of a node's words so far. Whoever gives a node other words gives it another of these.
#[derive(Debug, Clone, Default)]
pub(in crate::document) struct Heard {
    part: OnceCell<Option<Part>>,
    about: OnceCell<Option<About>>,
}

impl Node {
    /// The part of the way that its words begin with.
    pub(super) fn part(&self) -> Option<Part> {
        *self.heard.part.get_or_init(|| headings::read(self.text()).part)
    }

    /// What its words say that it is about.
    pub(super) fn about(&self) -> Option<About> {
        *self.heard.about.get_or_init(|| sections::about(self.text()))
    }
}
