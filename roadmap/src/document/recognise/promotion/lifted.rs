//! The headings that are open while lines are made into headings.

use super::Rank;
use crate::document::outline::Node;

/// Nodes with the headings that are open.
#[derive(Default)]
pub(super) struct Lifted {
    pub(super) done: Vec<Node>,
    part: Option<Node>,
    stage: Option<Node>,
}

impl Lifted {
    /// Opens a heading of that rank.
    pub(super) fn open(&mut self, heading: Node, rank: Rank) {
        self.close_stage();
        if rank == Rank::Part {
            self.close();
            self.part = Some(heading);
        } else {
            self.stage = Some(heading);
        }
    }

    /// Adds what stands below the innermost open heading.
    pub(super) fn add(&mut self, node: Node) {
        match self.stage.as_mut().or(self.part.as_mut()) {
            Some(heading) => heading.children.push(node),
            None => self.done.push(node),
        }
    }

    fn close_stage(&mut self) {
        if let Some(stage) = self.stage.take() {
            match &mut self.part {
                Some(part) => part.children.push(stage),
                None => self.done.push(stage),
            }
        }
    }

    /// Closes every heading.
    pub(super) fn close(&mut self) {
        self.close_stage();
        self.done.extend(self.part.take());
    }
}
