//! What becomes of something that ends, and goes into the tree: words, headings, quotations, fences, HTML, tables.

use super::Reader;
use crate::document::outline::quoted::Quoted;
use crate::document::outline::{Node, Shape, Words, fence, is_structure, table};
use crate::document::recognise::names_part;
use std::ops::Range;

impl Reader<'_> {
    /// Ends the words that are being gathered, if any, and puts them where they belong.
    pub(super) fn settle(&mut self) {
        let Some(gathering) = self.gathering.take() else { return };
        let is_line = gathering.shape == Shape::Line;
        let node = gathering.into_node(self.source, |start, end| self.tree.lines.span(start, end));
        match node.shape {
            Shape::Heading(level) => self.heading(node, level),
            // What has no words once its ornaments are gone belongs to no node; the line is kept.
            _ if node.words.text.is_empty() => {}
            // A line of a paragraph that begins with a box is one of a list.
            Shape::Bullet if is_line => self.tree.add(node),
            Shape::Bullet | Shape::Numbered => {
                self.tree.sign(node.sign, node.task);
                self.tree.say(node.words, node.span.start, node.span.end);
            }
            _ => self.tree.add(node),
        }
    }

    /// Ends a quotation with the headings in it.
    pub(super) fn end_quoted(&mut self) {
        let Some(around) = self.quoted.take().and_then(|quoted| quoted.left()) else { return };
        self.tree.close_headings(around + 1);
        self.details.end_at_heading(around);
    }

    /// Opens a heading. In a quotation only one that names a part of the way is one, and what stands below it there.
    fn heading(&mut self, mut node: Node, mut level: u8) {
        let has_room = self.quoted.as_ref().is_some_and(Quoted::has_room);
        self.quotes_part |= self.quotes > 0 && has_room && names_part(node.text());
        if self.quotes > 0 && !self.quotes_part {
            if node.words.text.is_empty() {
                return;
            }
            return self.tree.add(Node { shape: Shape::Quote, ..node });
        }
        if let Some(quoted) = &mut self.quoted {
            level = quoted.level(level);
            node.shape = Shape::Heading(level);
        }
        self.details.end_at_heading(level);
        self.tree.keep_before(node.span.start);
        self.tree.close_headings(level);
        self.tree.open_heading(node);
    }

    pub(super) fn end_fence(&mut self) {
        let Some((range, lines)) = self.fence.take() else { return };
        let span = self.tree.lines.span(range.start, range.end);
        let mut fence = Node::new(Shape::Fence, Words::default(), span);
        fence.children = fence::read(self.source, &self.tree.lines, &lines);
        self.tree.add(fence);
    }

    pub(super) fn end_html(&mut self, range: Range<usize>) {
        let Some(html) = self.html.take() else { return };
        let text = self.source.get(html.start..html.end.max(range.end)).unwrap_or_default().trim_end();
        let block = html.start..html.start + text.len();
        let can_fold = !self.tree.in_list() && self.quotes == 0;
        if can_fold && self.details.put(&mut self.tree, self.source, block) || text.lines().all(is_structure)
        {
            return;
        }
        let span = self.tree.lines.span(html.start, html.start + text.len());
        let (shape, text) = match text.trim_start().strip_prefix("<!--") {
            Some(comment) => (Shape::Comment, comment.trim_end_matches("-->").trim()),
            None => (Shape::Html, text),
        };
        self.tree.add(Node::new(shape, Words::plain(text), span));
    }

    pub(super) fn end_table(&mut self) {
        if let Some(table) = self.table.take().and_then(table::Table::into_node) {
            let end = table.children.last().map_or(table.span.end, |row| row.span.end);
            self.tree.add_until(table, end);
        }
    }
}
