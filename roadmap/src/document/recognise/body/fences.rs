//! What a code fence holds: lists with comments as their labels, or the hours of a day.

use super::groups::Rank;
use super::{Body, Place};
use crate::document::outline::{Node, Shape};
use crate::document::recognise::labels::{self, Meaning};
use crate::document::recognise::lines::{self, Role};
use crate::document::recognise::links::{item_of, item_saying};
use crate::document::recognise::sections;
use crate::item::{About, Kind};

impl Body {
    /// Reads a fence; labels in it end with it.
    pub(super) fn fence(&mut self, fence: &Node) {
        let outside = self.groups.depth();
        for line in &fence.children {
            match line.shape {
                Shape::Remark => self.remark(line),
                Shape::RemarkBullet => {
                    let role = if self.groups.in_option() { Role::STEP } else { Role::Entry };
                    self.groups.add(lines::read(line, role));
                }
                Shape::Code => self.code(line),
                _ => self.line(line, None),
            }
        }
        self.groups.close_to(outside);
    }

    /// A comment: a label, whom an option suits, or a remark.
    fn remark(&mut self, line: &Node) {
        if self.groups.suit(line) {
            return;
        }
        match labels::of_remark(line.text()) {
            Some(label) => match label.meaning {
                Meaning::Option(option) => self.open_option(&option, line),
                Meaning::Choose => self.open_choice(&label.name, line),
                _ => self.open_list(&label.whole, line),
            },
            None => self.groups.add(item_of(self.prose_kind(line), line)),
        }
    }

    /// A labelled list.
    fn open_list(&mut self, name: &str, line: &Node) {
        self.groups.close(Rank::List);
        let (about, role) = match self.place {
            Place::Section(about) => (about, Role::of_section(about)),
            Place::Aside => (About::Other, Role::Entry),
            _ => (About::Other, self.groups.role().unwrap_or(Role::STEP)),
        };
        let role = match role {
            Role::Step { .. } => Role::Step { optional: sections::is_optional(name) },
            role => role,
        };
        self.groups.open(item_saying(Kind::Section { about }, name, line), Rank::List, role);
    }

    /// A line that is neither list nor comment.
    fn code(&mut self, line: &Node) {
        if self.groups.in_routine() && self.routine_line(line) {
            return;
        }
        if matches!(self.place, Place::Section(_) | Place::Aside) {
            return self.groups.add(lines::read(line, Role::Entry));
        }
        let mut note = item_of(Kind::Note, line);
        note.children.extend(lines::below(&line.children, Role::Entry));
        self.groups.add(note);
    }
}
