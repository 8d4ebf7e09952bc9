//! The words of a line: its text without markup and ornaments, its bold lead and its links.

use crate::item::{Span, TaskBox};

/// What a line says, without markup.
#[derive(Debug, Clone, Default)]
pub(in crate::document) struct Words {
    /// The text, without markup and without ornaments at its beginning.
    pub(in crate::document) text: String,
    /// How many bytes of the text are set in bold at its beginning.
    pub(in crate::document) lead: usize,
    /// The links in it, in order.
    pub(in crate::document) links: Vec<Link>,
    /// The boxes in a row, in order; an only one is no longer among the words, but its place is kept.
    pub(in crate::document) boxes: Vec<Boxed>,
}

/// A box among the words of a row.
#[derive(Debug, Clone, Copy)]
pub(in crate::document) struct Boxed {
    /// Where it begins in the row's text.
    pub(in crate::document) from: usize,
    /// Where it ends.
    pub(in crate::document) to: usize,
    /// The box.
    pub(in crate::document) task: TaskBox,
}

/// A link in a line.
#[derive(Debug, Clone)]
pub(in crate::document) struct Link {
    /// Where its words begin in the line's text.
    pub(in crate::document) from: usize,
    /// Where they end.
    pub(in crate::document) to: usize,
    /// Where it leads, as written.
    pub(in crate::document) href: String,
    /// Where it stands in the source.
    pub(in crate::document) span: Span,
}

impl Words {
    /// Words without lead and links.
    pub(in crate::document) fn plain(text: &str) -> Self {
        let mut words = Self { text: text.to_owned(), ..Self::default() };
        words.tidy();
        words
    }

    /// The bold beginning.
    pub(in crate::document) fn lead(&self) -> &str {
        self.text.get(..self.lead).unwrap_or_default()
    }

    /// What follows the bold beginning.
    pub(in crate::document) fn after_lead(&self) -> &str {
        self.text.get(self.lead..).unwrap_or_default()
    }

    /// The words of a link.
    pub(in crate::document) fn link_text(&self, link: &Link) -> &str {
        self.text.get(link.from..link.to).unwrap_or_default()
    }

    /// The link that the line begins with, if it does.
    pub(in crate::document) fn leading_link(&self) -> Option<&Link> {
        self.links.first().filter(|link| link.from == 0)
    }

    /// The words between those bytes, with the links that stand whole between them.
    pub(in crate::document) fn slice(&self, from: usize, to: usize) -> Self {
        self.cut(&self.links, &self.boxes, from, to)
    }

    /// The words behind each of its boxes, with that box; first what stands before them all.
    pub(in crate::document) fn boxed(&self) -> Vec<(Self, Option<TaskBox>)> {
        let starts =
            [(0, None)].into_iter().chain(self.boxes.iter().map(|found| (found.to, Some(found.task))));
        let ends = self.boxes.iter().map(|found| found.from).chain([self.text.len()]);
        // Links are in order, so that each piece looks only at its own; one over a box ends before it.
        let mut links = self.links.as_slice();
        let mut pieces = Vec::with_capacity(self.boxes.len() + 1);
        for ((from, task), to) in starts.zip(ends) {
            let own = links.iter().position(|link| link.from >= to && link.to > to).unwrap_or(links.len());
            let (own, rest) = links.split_at(own);
            links = rest;
            let until_box = |link: &Link| Link { to: link.to.min(to), ..link.clone() };
            let own: Vec<Link> = own.iter().map(until_box).collect();
            let words = self.cut(&own, &[], from, to);
            // A box with no words behind it is there to be filled in.
            let task = task.filter(|_| !words.text.is_empty());
            pieces.push((words, task));
        }
        pieces.retain(|(words, _)| !words.text.is_empty() || !words.links.is_empty());
        pieces
    }

    fn cut(&self, links: &[Link], boxes: &[Boxed], from: usize, to: usize) -> Self {
        let text = self.text.get(from..to).unwrap_or_default();
        let inside = |link: &&Link| from <= link.from && link.to <= to;
        let moved = |link: &Link| Link { from: link.from - from, to: link.to - from, ..link.clone() };
        let mut words = Self {
            text: text.to_owned(),
            lead: self.lead.min(to).saturating_sub(from),
            links: links.iter().filter(inside).map(moved).collect(),
            boxes: boxes
                .iter()
                .filter(|found| from <= found.from && found.to <= to)
                .map(|found| Boxed { from: found.from - from, to: found.to - from, ..*found })
                .collect(),
        };
        words.tidy();
        words
    }

    /// These words behind a label.
    pub(in crate::document) fn behind(&self, label: &str) -> Self {
        let by = label.len();
        let moved = |link: &Link| Link { from: link.from + by, to: link.to + by, ..link.clone() };
        let links = self.links.iter().map(moved).collect();
        Self { text: format!("{label}{}", self.text), links, ..Self::default() }
    }

    /// The cells of a table's row.
    pub(in crate::document) fn cells(&self) -> Vec<Self> {
        let mut links = self.links.iter().peekable();
        let mut cells = Vec::new();
        let mut start = 0;
        for (at, _) in self.text.match_indices('|') {
            while links.next_if(|link| link.to <= at).is_some() {}
            // A bar within a link's words parts nothing.
            if links.peek().is_none_or(|link| at < link.from) {
                cells.push((start, at));
                start = at + 1;
            }
        }
        cells.push((start, self.text.len()));
        // Links are in order, so that each cell looks only at its own.
        let (mut links, mut boxes) = (self.links.as_slice(), self.boxes.as_slice());
        let cell = |(from, to): (usize, usize)| {
            let own = links.iter().position(|link| link.from > to).unwrap_or(links.len());
            let (own, rest) = links.split_at(own);
            links = rest;
            let own_boxes = boxes.iter().position(|found| found.from > to).unwrap_or(boxes.len());
            let (own_boxes, rest) = boxes.split_at(own_boxes);
            boxes = rest;
            self.cut(own, own_boxes, from, to)
        };
        cells.into_iter().map(cell).collect()
    }

    /// Takes those bytes out.
    pub(in crate::document) fn cut_out(&mut self, part: std::ops::Range<usize>) {
        let moved = |at: usize| if at >= part.end { at - part.len() } else { at.min(part.start) };
        self.lead = moved(self.lead);
        for link in &mut self.links {
            (link.from, link.to) = (moved(link.from), moved(link.to));
        }
        self.text.replace_range(part, "");
    }

    /// Takes ornaments and white space off both ends.
    pub(in crate::document) fn tidy(&mut self) {
        let ornaments = self.text.len() - plain_start(&self.text).len();
        if ornaments > 0 {
            self.text.drain(..ornaments);
            self.lead = self.lead.saturating_sub(ornaments);
            for link in &mut self.links {
                link.from = link.from.saturating_sub(ornaments);
                link.to = link.to.saturating_sub(ornaments);
            }
            for found in &mut self.boxes {
                found.from = found.from.saturating_sub(ornaments);
                found.to = found.to.saturating_sub(ornaments);
            }
        }
        self.text.truncate(self.text.trim_end().len());
        let len = self.text.len();
        self.lead = self.lead.min(len);
        for link in &mut self.links {
            link.to = link.to.min(len);
            link.from = link.from.min(link.to);
        }
        for found in &mut self.boxes {
            found.to = found.to.min(len);
            found.from = found.from.min(found.to);
        }
    }
}

/// The text from its first plain character on.
pub(in crate::document) fn plain_start(text: &str) -> &str {
    text.trim_start_matches(|c: char| c.is_whitespace() || is_ornament(c))
}

/// True for emoji and other pictures that decorate a line without saying anything.
pub(in crate::document) fn is_ornament(c: char) -> bool {
    matches!(u32::from(c),
        0x2600..=0x27bf          // symbols, dingbats: check marks, crosses, stars
        | 0x2b00..=0x2bff        // more arrows and stars
        | 0x23e9..=0x23ff        // clocks and buttons
        | 0x25a0..=0x25ff        // squares, circles
        | 0x1f000..=0x1faff      // pictures
        | 0xfe00..=0xfe0f        // variation selectors
        | 0x200d | 0x20e3 | 0x2022 | 0xfeff)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ornaments_go_and_the_lead_moves_with_its_words() {
        let mut words = Words { text: "📚 Grammar: verbs ".to_owned(), lead: 13, ..Words::default() };
        words.tidy();
        assert_eq!(words.text, "Grammar: verbs");
        assert_eq!(words.lead(), "Grammar:");
    }

    #[test]
    fn comparisons_and_brackets_are_words() {
        for text in ["<80 ms", ">90%", "≥ 3", "(optional) run", "$20", "→ next"] {
            assert_eq!(plain_start(text), text);
        }
    }
}
