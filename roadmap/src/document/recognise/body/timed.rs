//! Schedules among what stands below a heading: templates outside the stages, and a stage's own days.

use super::{Body, Place};
use crate::document::correction::Taken;
use crate::document::outline::{Node, Shape};
use crate::document::recognise::clock::row_at;
use crate::document::recognise::labels::{self, Label, Meaning};
use crate::document::recognise::{schedule_sections, sections, weekdays};
use crate::item::About;

impl Body {
    /// Reads the schedule of a stage as the stage's own days. False for anything else.
    pub(super) fn own_days(&mut self, node: &Node, name: &str, rows: &[Node]) -> bool {
        let says_so = match node.taken() {
            // A routine has a way of its own to be written in.
            None if labels::of_heading(name).meaning == Meaning::Routine => false,
            None => node.said.is_none() && sections::about(name) == Some(About::Schedule),
            taken => taken == Some(Taken::Schedule),
        };
        if self.place != Place::Work || !says_so {
            return false;
        }
        let routine = schedule_sections::routine(node, name.trim_end_matches(':'), rows);
        if routine.is_some() {
            self.groups.close_all();
        }
        let found = routine.is_some();
        self.groups.extend(routine);
        found
    }

    /// True for the label of a schedule outside the stages, with its rows right below.
    pub(super) fn is_schedule(&self, label: &Label) -> bool {
        matches!(self.place, Place::Loose | Place::Section(About::Other))
            && label.rest.is_empty()
            && sections::about(&label.name) == Some(About::Schedule)
    }
}

/// The nodes that a label of a schedule is for, and those behind them.
pub(super) fn rows_of(after: &[Node]) -> (&[Node], &[Node]) {
    let tells_time = |node: &Node| {
        let text = node.text();
        node.shape == Shape::Line && (weekdays::days_at(text).is_some() || row_at(text, None).is_some())
    };
    after.split_at(after.iter().take_while(|node| node.can_follow_label() || tells_time(node)).count())
}

/// What stands below the heading of a schedule before a label that begins something else.
pub(super) fn until_label(below: &[Node]) -> (&[Node], &[Node]) {
    let begins = |(at, node): (usize, &Node)| {
        weekdays::days_at(node.text()).is_none() && labels::read(node, below.get(at + 1)).is_some()
    };
    below.split_at(below.iter().enumerate().position(begins).unwrap_or(below.len()))
}
