//! Line breaks in a paragraph: which of its lines are lines of their own.

use super::Reader;
use crate::document::outline::gathering::Mark;
use crate::document::outline::{Shape, labels};
use pulldown_cmark::{Event, Tag};
use std::ops::Range;

impl Reader<'_> {
    /// A line break in the source: the next line is a line of its own if it begins as this one does, or
    /// if this one is bold from end to end. A label is one in any case.
    pub(super) fn soft_break(&mut self, range: Range<usize>, next: Option<&Event<'_>>) {
        let mark = match next {
            Some(Event::Start(Tag::Strong)) => Some(Mark::Strong),
            Some(Event::Start(Tag::Emphasis)) => Some(Mark::Emphasis),
            Some(Event::Text(text)) => Mark::of(text),
            _ => None,
        };
        if self.labels_anew(range.end) {
            return self.next_of_paragraph(range.end);
        }
        let labelled = matches!(next, Some(Event::Text(text))
            if labels::begins_line(text));
        let end = range.end;
        let gathering = self.gather(range);
        let over = gathering.mark == Some(Mark::Label) && gathering.words.text.trim_end().ends_with('.');
        if (labelled || over) && gathering.shape == Shape::Line {
            self.next_of_paragraph(end);
            if let Some(next) = self.gathering.as_mut().filter(|_| labelled) {
                next.mark = Some(Mark::Label);
            }
            return;
        }
        let alike = mark.is_some() && gathering.mark == mark;
        if (alike || gathering.is_bold_line()) && gathering.shape == Shape::Line {
            self.next_of_paragraph(end);
        } else {
            gathering.words.text.push(' ');
        }
    }

    /// True where a label follows a line of a list right at the margin ("**Saturday:**"): Markdown takes it for
    /// more of that line, who wrote it did not.
    fn labels_anew(&self, next: usize) -> bool {
        let in_list =
            self.gathering.as_ref().is_some_and(|line| matches!(line.shape, Shape::Bullet | Shape::Numbered));
        let line =
            || self.source.get(next..).and_then(|rest| rest.lines().next()).unwrap_or_default().trim_end();
        in_list && self.quotes == 0 && labels::is_at_margin(line())
    }

    pub(super) fn hard_break(&mut self, range: Range<usize>) {
        if self.labels_anew(range.end) {
            return self.next_of_paragraph(range.end);
        }
        let end = range.end;
        let gathering = self.gather(range);
        if gathering.shape == Shape::Line {
            self.next_of_paragraph(end);
        } else {
            gathering.words.text.push(' ');
        }
    }

    fn next_of_paragraph(&mut self, start: usize) {
        self.settle();
        self.begin(Shape::Line, start);
    }
}
