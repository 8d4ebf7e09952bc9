//! Schedules among what stands below a heading: templates outside the stages, and a stage's own days.

use super::{Body, Place};
use crate::document::correction::Taken;
use crate::document::outline::{Node, Shape};
use crate::document::recognise::clock::row_at;
use crate::document::recognise::labels::{self, Label, Meaning};
use crate::document::recognise::{schedule_sections, sections, timetables, weekdays};
use crate::item::About;

impl Body {
    /// Reads the schedule of a stage as the stage's own days: the first of two parts of what stands below it.
    /// Answers the second; none, with nothing read, for anything else.
    pub(super) fn own_days<'a>(
        &mut self,
        node: &Node,
        name: &str,
        parts: impl FnOnce() -> (&'a [Node], &'a [Node]),
    ) -> Option<&'a [Node]> {
        let says_so = match node.taken() {
            // A routine has a way of its own to be written in.
            None if labels::of_heading(name).meaning == Meaning::Routine => false,
            None => node.said.is_none() && sections::about(name) == Some(About::Schedule),
            taken => taken == Some(Taken::Schedule),
        };
        if self.place != Place::Work || !says_so {
            return None;
        }
        let (rows, after) = parts();
        let routine = schedule_sections::routine(node, name.trim_end_matches(':'), rows)?;
        self.groups.close_all();
        self.groups.add(routine);
        Some(after)
    }

    /// Reads a table of a stage's own days. False for any other.
    pub(super) fn days_of_stage(&mut self, table: &Node) -> bool {
        let Some(routine) = timetables::routine(table) else { return false };
        self.groups.close_all();
        self.groups.add(routine);
        true
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
