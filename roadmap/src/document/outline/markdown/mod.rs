//! From Markdown events to the tree. Walks the events once and never recurses.
//!
//! [`breaks`] tells which lines of a paragraph are lines of their own, and [`ends`] puts what is over into the tree.

mod breaks;
mod ends;

use super::details::Details;
use super::gathering::{Gathering, Mark};
use super::quoted::Quoted;
use super::tree::Tree;
use super::{Node, Shape, Words, table};
use crate::item::TaskBox;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use std::ops::Range;

/// Reads a document's tree. What stands before the first heading comes first.
pub(in crate::document) fn read(source: &str) -> Vec<Node> {
    let body = source.trim_start_matches('\u{feff}');
    let offset = source.len() - body.len();
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS;
    let mut reader = Reader::new(source);
    let mut events = Parser::new_ext(body, options)
        .into_offset_iter()
        .map(|(event, range)| (event, range.start + offset..range.end + offset))
        .peekable();
    while let Some((event, range)) = events.next() {
        let next = events.peek().map(|(event, _)| event);
        reader.event(event, range, next);
    }
    reader.settle();
    reader.tree.finish()
}

struct Reader<'a> {
    source: &'a str,
    tree: Tree<'a>,
    /// For each open list whether it is numbered.
    numbered: Vec<bool>,
    quotes: usize,
    /// True in a quotation that names a part of the way in a heading.
    quotes_part: bool,
    /// The quotation being read, or the one that was just over.
    quoted: Option<Quoted>,
    details: Details,
    /// Quotes that are no quotes: `>90% of it`.
    claims: usize,
    gathering: Option<Gathering>,
    fence: Option<(Range<usize>, Vec<Range<usize>>)>,
    html: Option<Range<usize>>,
    table: Option<table::Table>,
    in_metadata: bool,
}

impl<'a> Reader<'a> {
    fn new(source: &'a str) -> Self {
        Self {
            source,
            tree: Tree::new(source),
            numbered: Vec::new(),
            quotes: 0,
            quotes_part: false,
            quoted: None,
            details: Details::default(),
            claims: 0,
            gathering: None,
            fence: None,
            html: None,
            table: None,
            in_metadata: false,
        }
    }

    fn event(&mut self, event: Event<'_>, range: Range<usize>, next: Option<&Event<'_>>) {
        // Quotations right behind each other are one.
        if self.quotes == 0 && !matches!(event, Event::Start(Tag::BlockQuote(_))) {
            self.end_quoted();
        }
        match event {
            Event::Start(tag) => self.start(tag, range),
            Event::End(tag) => self.end(tag, range),
            Event::Text(text) => self.text(&text, range),
            Event::Code(text) | Event::InlineMath(text) | Event::DisplayMath(text) => {
                self.gather(range).words.text.push_str(&text);
            }
            Event::InlineHtml(html) => self.inline_html(&html, range),
            Event::Html(_) => {
                let html = self.html.get_or_insert(range.clone());
                html.end = range.end;
            }
            Event::SoftBreak => self.soft_break(range, next),
            Event::HardBreak => self.hard_break(range),
            Event::Rule => {
                self.settle();
                let span = self.tree.lines.span(range.start, range.end);
                self.tree.add(Node::new(Shape::Rule, Words::default(), span));
            }
            Event::TaskListMarker(ticked) => self.tree.tick(TaskBox { mark: range.start + 1, ticked }),
            Event::FootnoteReference(_) => {}
        }
    }

    fn start(&mut self, tag: Tag<'_>, range: Range<usize>) {
        match tag {
            Tag::Strong => return self.gather(range).start_emphasis(Mark::Strong),
            Tag::Emphasis => return self.gather(range).start_emphasis(Mark::Emphasis),
            Tag::Strikethrough | Tag::Image { .. } => return,
            Tag::Link { dest_url, .. } => {
                let span = self.tree.lines.span(range.start, range.end);
                return self.gather(range).start_link(dest_url.into_string(), span);
            }
            Tag::TableCell => return self.next_cell(range),
            Tag::TableHead | Tag::TableRow => return self.begin(Shape::Row, range.start),
            _ => self.settle(),
        }
        match tag {
            Tag::Heading { level, .. } if !self.tree.in_list() => {
                self.begin(Shape::Heading(level as u8), range.start);
                self.note_box(range);
            }
            Tag::Paragraph | Tag::Heading { .. } => self.begin(self.paragraph(), range.start),
            Tag::BlockQuote(_) if self.claims > 0 || self.compares(range.start) => self.claims += 1,
            Tag::BlockQuote(_) => {
                self.quoted.get_or_insert(Quoted::below(self.tree.level()));
                self.quotes += 1;
            }
            Tag::List(first) => self.numbered.push(first.is_some()),
            Tag::Item => {
                // With a tab before it, an item's range may begin before its marker.
                let words = self.source.get(range.clone()).unwrap_or_default();
                let start = range.start + words.len() - words.trim_start().len();
                let numbered = self.numbered.last() == Some(&true);
                self.tree.open_line(if numbered { Shape::Numbered } else { Shape::Bullet }, start);
            }
            Tag::CodeBlock(_) => self.fence = Some((range, Vec::new())),
            Tag::HtmlBlock => self.html = Some(range),
            Tag::Table(_) => self.table = Some(table::Table::default()),
            Tag::MetadataBlock(_) => self.in_metadata = true,
            _ => {}
        }
    }

    fn end(&mut self, tag: TagEnd, range: Range<usize>) {
        match tag {
            TagEnd::Paragraph | TagEnd::Heading(_) => self.settle(),
            TagEnd::BlockQuote(_) => {
                self.settle();
                if self.claims > 0 {
                    self.claims -= 1;
                } else {
                    self.quotes = self.quotes.saturating_sub(1);
                    self.quotes_part &= self.quotes > 0;
                }
            }
            TagEnd::List(_) => {
                self.settle();
                self.numbered.pop();
            }
            TagEnd::Item => {
                self.settle();
                self.tree.close_line();
            }
            TagEnd::CodeBlock => self.end_fence(),
            TagEnd::HtmlBlock => self.end_html(range),
            TagEnd::TableHead | TagEnd::TableRow => {
                let row = self.gathering.take();
                let row =
                    row.map(|row| row.into_node(self.source, |start, end| self.tree.lines.span(start, end)));
                if let (Some(row), Some(table)) = (row, &mut self.table) {
                    table.push(row);
                }
            }
            TagEnd::Table => self.end_table(),
            TagEnd::MetadataBlock(_) => self.in_metadata = false,
            TagEnd::Strong => self.gather(range).end_strong(),
            TagEnd::Link => self.gather(range).end_link(),
            _ => {}
        }
    }

    fn text(&mut self, text: &str, range: Range<usize>) {
        if let Some((_, lines)) = &mut self.fence {
            lines.push(range);
        } else if !self.in_metadata {
            self.gather(range).push(text);
        }
    }

    /// HTML in a line. In a cell a line break parts what may have boxes of their own.
    fn inline_html(&mut self, html: &str, range: Range<usize>) {
        let end = range.end;
        let in_row = self.table.as_ref().is_some_and(|table| !table.is_head());
        let source = self.source;
        let gathering = self.gather(range);
        gathering.push_html(html);
        if in_row && html.starts_with("<br") {
            let rest = source.get(end..).unwrap_or_default();
            gathering.note_box(rest.split(['<', '|', '\n']).next().unwrap_or_default(), end);
        }
    }

    fn next_cell(&mut self, range: Range<usize>) {
        let (Some(gathering), Some(table)) = (&mut self.gathering, &mut self.table) else { return };
        if table.next_cell() {
            gathering.words.text.push_str(" | ");
        }
        let words = self.source.get(range.clone()).unwrap_or_default();
        // A head with nothing but a box is that of a column of boxes.
        if !table.is_head() || words.chars().any(|c| c.is_alphanumeric() && !matches!(c, 'x' | 'X')) {
            self.note_box(range);
        }
    }

    /// Notes the box that a heading or cell begins with.
    fn note_box(&mut self, range: Range<usize>) {
        let words = self.source.get(range.clone()).unwrap_or_default();
        let bare = words.trim_start_matches(['#', '|', ' ', '\t']);
        let start = range.start + words.len() - bare.len();
        if let Some(gathering) = &mut self.gathering {
            gathering.note_box(bare, start);
        }
    }

    fn paragraph(&self) -> Shape {
        if self.quotes > 0 && !self.quotes_part { Shape::Quote } else { Shape::Line }
    }

    /// Begins the words of a block. A list line's first words are its own.
    fn begin(&mut self, shape: Shape, start: usize) {
        let shape = match (shape, self.tree.silent_line()) {
            (Shape::Line | Shape::Quote, Some(line)) => line,
            _ => shape,
        };
        let mut gathering = Gathering::new(shape, start);
        if self.claims > 0 {
            gathering.words.text.push('>');
        }
        self.gathering = Some(gathering);
    }

    /// The words being gathered, which now reach to the end of `range`. A tight list has no
    /// paragraphs around its words, so they may begin here.
    fn gather(&mut self, range: Range<usize>) -> &mut Gathering {
        if self.gathering.is_none() {
            self.begin(self.paragraph(), range.start);
        }
        let gathering = self.gathering.get_or_insert_with(|| Gathering::new(Shape::Line, range.start));
        gathering.end = gathering.end.max(range.end);
        gathering
    }

    /// True where a quote's mark stands right before a figure, and so says "more than".
    fn compares(&self, at: usize) -> bool {
        let rest = self.source.get(at..).unwrap_or_default().trim_start_matches(' ').as_bytes();
        matches!(rest, [b'>', b'0'..=b'9', ..] | [b'>', b'=', b' ' | b'0'..=b'9', ..])
            || matches!(rest, [b'>', b' ', b'0'..=b'9', ..]) && self.is_behind_marker(at)
    }

    /// True right behind the marker of a list line, where a quotation is rare and a figure is not.
    fn is_behind_marker(&self, at: usize) -> bool {
        let line = self.source.get(..at).unwrap_or_default().rsplit('\n').next().unwrap_or_default();
        self.tree.in_list() && line.trim_end().ends_with(['-', '*', '+', '.', ')'])
    }
}
