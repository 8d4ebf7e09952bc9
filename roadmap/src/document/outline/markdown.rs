//! From Markdown events to the tree. Walks the events once and never recurses.

use super::words::{is_ornament, plain_start};
use super::{Lines, Link, MOST_LEVELS, Node, Shape, Words, fence, is_structure, table};
use crate::item::{Span, TaskBox};
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
    let mut builder = Builder::new(source);
    let mut events = Parser::new_ext(body, options)
        .into_offset_iter()
        .map(|(event, range)| (event, range.start + offset..range.end + offset))
        .peekable();
    while let Some((event, range)) = events.next() {
        let next = events.peek().map(|(event, _)| event);
        builder.event(event, range, next);
    }
    builder.finish()
}

/// The words of a block while they are being gathered.
struct Gathering {
    shape: Shape,
    words: Words,
    start: usize,
    end: usize,
    /// What the line begins with: lines of a paragraph that all begin alike are lines of their own.
    mark: Option<Mark>,
    bold: Bold,
    link: Option<Link>,
}

/// What a line can begin with.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Mark {
    Strong,
    Emphasis,
    Ornament,
}

/// How far the bold beginning of a line has come.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Bold {
    NotYet,
    Open,
    Over,
}

struct Builder<'a> {
    source: &'a str,
    lines: Lines<'a>,
    /// The open nodes: first a root without meaning, then headings, then list lines.
    open: Vec<Node>,
    /// How many of the open nodes are list lines.
    items: usize,
    /// How many list lines are open beyond the deepest level allowed.
    beyond: usize,
    /// For each open list whether it is numbered.
    numbered: Vec<bool>,
    quotes: usize,
    /// Quotes that are no quotes: `>90% of it`.
    claims: usize,
    gathering: Option<Gathering>,
    fence: Option<(Range<usize>, Vec<Range<usize>>)>,
    html: Option<Range<usize>>,
    table: Option<table::Table>,
    in_metadata: bool,
    /// The first line that no node has covered so far.
    next_line: usize,
}

impl<'a> Builder<'a> {
    fn new(source: &'a str) -> Self {
        let root = Node::new(Shape::Rule, Words::default(), Span::default());
        Self {
            source,
            lines: Lines::of(source),
            open: vec![root],
            items: 0,
            beyond: 0,
            numbered: Vec::new(),
            quotes: 0,
            claims: 0,
            gathering: None,
            fence: None,
            html: None,
            table: None,
            in_metadata: false,
            next_line: 1,
        }
    }

    fn event(&mut self, event: Event<'_>, range: Range<usize>, next: Option<&Event<'_>>) {
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
                self.cover(range.start, range.end);
                let node = Node::new(Shape::Rule, Words::default(), self.lines.span(range.start, range.end));
                self.attach(node);
            }
            Event::TaskListMarker(ticked) => {
                if self.items > 0
                    && let Some(item) = self.open.last_mut()
                {
                    item.task = Some(TaskBox { mark: range.start + 1, ticked });
                }
            }
            Event::FootnoteReference(_) => {}
        }
    }

    fn start(&mut self, tag: Tag<'_>, range: Range<usize>) {
        match tag {
            Tag::Heading { level, .. } => {
                self.settle();
                self.uncovered_before(range.start);
                let shape = if self.items == 0 && self.quotes == 0 {
                    let level = level as u8;
                    while matches!(self.open.last(), Some(Node { shape: Shape::Heading(above), .. }) if *above >= level)
                    {
                        self.close();
                    }
                    Shape::Heading(level)
                } else {
                    Shape::Line
                };
                self.begin(shape, range);
            }
            Tag::Paragraph => {
                self.settle();
                let shape = if self.quotes > 0 { Shape::Quote } else { Shape::Line };
                self.begin(shape, range);
            }
            Tag::BlockQuote(_) => {
                self.settle();
                if self.claims > 0 || self.compares(range.start) {
                    self.claims += 1;
                } else {
                    self.quotes += 1;
                }
            }
            Tag::List(first) => {
                self.settle();
                self.numbered.push(first.is_some());
            }
            Tag::Item => self.start_item(range),
            Tag::CodeBlock(_) => {
                self.settle();
                self.fence = Some((range, Vec::new()));
            }
            Tag::HtmlBlock => {
                self.settle();
                self.html = Some(range);
            }
            Tag::Table(_) => {
                self.settle();
                self.table = Some(table::Table::default());
            }
            Tag::TableHead | Tag::TableRow => self.begin(Shape::Row, range),
            Tag::TableCell => {
                if let Some(gathering) = &mut self.gathering
                    && let Some(table) = &mut self.table
                    && table.next_cell()
                {
                    gathering.words.text.push_str(" | ");
                }
            }
            Tag::MetadataBlock(_) => {
                self.settle();
                self.in_metadata = true;
            }
            Tag::Strong => self.emphasis(range, Mark::Strong),
            Tag::Emphasis => self.emphasis(range, Mark::Emphasis),
            Tag::Link { dest_url, .. } => {
                let span = self.lines.span(range.start, range.end);
                let gathering = self.gather(range);
                let from = gathering.words.text.len();
                gathering.link = Some(Link { from, to: from, href: dest_url.into_string(), span });
            }
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
                }
            }
            TagEnd::List(_) => {
                self.settle();
                self.numbered.pop();
            }
            TagEnd::Item => self.end_item(),
            TagEnd::CodeBlock => self.end_fence(),
            TagEnd::HtmlBlock => self.end_html(range),
            TagEnd::TableHead | TagEnd::TableRow => {
                if let Some(row) = self.gathering.take().map(|row| self.node(row))
                    && let Some(table) = &mut self.table
                {
                    table.push(row);
                }
            }
            TagEnd::Table => {
                if let Some(node) = self.table.take().and_then(table::Table::into_node) {
                    self.cover(range.start, range.end);
                    self.attach(node);
                }
            }
            TagEnd::MetadataBlock(_) => self.in_metadata = false,
            TagEnd::Strong => {
                if let Some(gathering) = &mut self.gathering
                    && gathering.bold == Bold::Open
                {
                    gathering.bold = Bold::Over;
                    gathering.words.lead = gathering.words.text.len();
                }
            }
            TagEnd::Link => {
                if let Some(gathering) = &mut self.gathering
                    && let Some(mut link) = gathering.link.take()
                {
                    link.to = gathering.words.text.len();
                    gathering.words.links.push(link);
                }
            }
            _ => {}
        }
    }

    fn text(&mut self, text: &str, range: Range<usize>) {
        if let Some((_, lines)) = &mut self.fence {
            lines.push(range);
        } else if !self.in_metadata {
            let gathering = self.gather(range);
            if gathering.words.text.is_empty() && text.starts_with(is_ornament) {
                gathering.mark = gathering.mark.or(Some(Mark::Ornament));
            }
            gathering.words.text.push_str(text);
        }
    }

    fn inline_html(&mut self, html: &str, range: Range<usize>) {
        let gathering = self.gather(range);
        if html.starts_with("<br") {
            gathering.words.text.push(' ');
        } else if !html.starts_with("<!--") {
            gathering.words.text.push_str(html);
        }
    }

    fn emphasis(&mut self, range: Range<usize>, mark: Mark) {
        let gathering = self.gather(range);
        let words = &gathering.words.text;
        if words.is_empty() {
            gathering.mark = gathering.mark.or(Some(mark));
        }
        if mark == Mark::Strong && gathering.bold == Bold::NotYet && plain_start(words).is_empty() {
            gathering.bold = Bold::Open;
        }
    }

    /// A line break in the source: the next line is a line of its own if it begins as this one does.
    fn soft_break(&mut self, range: Range<usize>, next: Option<&Event<'_>>) {
        let mark = match next {
            Some(Event::Start(Tag::Strong)) => Some(Mark::Strong),
            Some(Event::Start(Tag::Emphasis)) => Some(Mark::Emphasis),
            Some(Event::Text(text)) if text.starts_with(is_ornament) => Some(Mark::Ornament),
            _ => None,
        };
        let gathering = self.gather(range.clone());
        if mark.is_some() && gathering.mark == mark && gathering.shape == Shape::Line {
            self.next_of_paragraph(range.end);
        } else {
            gathering.words.text.push(' ');
        }
    }

    fn hard_break(&mut self, range: Range<usize>) {
        let gathering = self.gather(range.clone());
        if gathering.shape == Shape::Line {
            self.next_of_paragraph(range.end);
        } else {
            gathering.words.text.push(' ');
        }
    }

    fn next_of_paragraph(&mut self, start: usize) {
        self.settle();
        self.begin(Shape::Line, start..start);
    }

    /// Begins the words of a block.
    fn begin(&mut self, shape: Shape, range: Range<usize>) {
        let shape = if shape == Shape::Line && self.wants_words() { self.item_shape() } else { shape };
        let mut words = Words::default();
        if self.claims > 0 {
            words.text.push('>');
        }
        self.gathering = Some(Gathering {
            shape,
            words,
            start: range.start,
            end: range.start,
            mark: None,
            bold: Bold::NotYet,
            link: None,
        });
    }

    /// The words being gathered, which now reach to the end of `range`. A tight list has no
    /// paragraphs around its words, so they may begin here.
    fn gather(&mut self, range: Range<usize>) -> &mut Gathering {
        if self.gathering.is_none() {
            let shape = if self.quotes > 0 { Shape::Quote } else { Shape::Line };
            self.begin(shape, range.clone());
        }
        let gathering = self.gathering.get_or_insert_with(|| Gathering {
            shape: Shape::Line,
            words: Words::default(),
            start: range.start,
            end: range.start,
            mark: None,
            bold: Bold::NotYet,
            link: None,
        });
        gathering.end = gathering.end.max(range.end);
        gathering
    }

    /// True while the innermost open node is a list line that has said nothing yet.
    fn wants_words(&self) -> bool {
        self.open
            .last()
            .is_some_and(|node| node.is_list_line() && node.words.text.is_empty() && node.children.is_empty())
    }

    fn item_shape(&self) -> Shape {
        self.open.last().map_or(Shape::Bullet, |node| node.shape)
    }

    /// True where a quote's mark stands right before a figure, and so says "more than".
    fn compares(&self, at: usize) -> bool {
        let rest = self.source.get(at..).unwrap_or_default().trim_start_matches(' ').as_bytes();
        matches!(rest, [b'>', b'0'..=b'9', ..] | [b'>', b'=', b' ' | b'0'..=b'9', ..])
    }

    /// Ends the words that are being gathered, if any, and puts them where they belong.
    fn settle(&mut self) {
        let Some(gathering) = self.gathering.take() else { return };
        let shape = gathering.shape;
        let (start, end) = (gathering.start, gathering.end);
        let node = self.node(gathering);
        match shape {
            Shape::Bullet | Shape::Numbered => {
                self.cover(start, end);
                if let Some(item) = self.open.last_mut() {
                    item.words = node.words;
                    item.span.end = item.span.end.max(end);
                }
            }
            Shape::Heading(_) => {
                self.cover(start, end);
                self.open.push(node);
            }
            _ => {
                if !node.words.text.is_empty() {
                    self.cover(start, end);
                    self.attach(node);
                }
            }
        }
    }

    fn node(&self, mut gathering: Gathering) -> Node {
        gathering.words.tidy();
        Node::new(gathering.shape, gathering.words, self.lines.span(gathering.start, gathering.end))
    }

    fn start_item(&mut self, range: Range<usize>) {
        self.settle();
        let (_, line_end) = self.lines.range(self.lines.number(range.start));
        let marker = (range.start + 1).min(line_end).max(range.start);
        self.cover(range.start, marker);
        if self.items == MOST_LEVELS {
            // Too deep: the line above is over, and this one takes its place.
            self.close();
            self.items -= 1;
            self.beyond += 1;
        }
        let shape = if self.numbered.last() == Some(&true) { Shape::Numbered } else { Shape::Bullet };
        let span = self.lines.span(range.start, marker);
        self.open.push(Node::new(shape, Words::default(), span));
        self.items += 1;
    }

    fn end_item(&mut self) {
        self.settle();
        if self.beyond > 0 {
            self.beyond -= 1;
        } else {
            self.close();
            self.items = self.items.saturating_sub(1);
        }
    }

    fn end_fence(&mut self) {
        let Some((range, lines)) = self.fence.take() else { return };
        self.uncovered_before(range.start);
        let mut node = Node::new(Shape::Fence, Words::default(), self.lines.span(range.start, range.end));
        node.children = fence::read(self.source, &self.lines, &lines);
        self.cover(range.start, range.end);
        self.attach(node);
    }

    fn end_html(&mut self, range: Range<usize>) {
        let Some(html) = self.html.take() else { return };
        let (start, end) = (html.start, html.end.max(range.end));
        let text = self.source.get(start..end).unwrap_or_default().trim();
        let (shape, text) = match text.strip_prefix("<!--") {
            Some(comment) => (Shape::Comment, comment.trim_end_matches("-->").trim()),
            None => (Shape::Html, text),
        };
        self.cover(start, end);
        let end = start + self.source.get(start..end).unwrap_or_default().trim_end().len();
        self.attach(Node::new(shape, Words::plain(text), self.lines.span(start, end)));
    }

    /// Ends the innermost open node.
    fn close(&mut self) {
        if self.open.len() > 1
            && let Some(node) = self.open.pop()
        {
            self.attach(node);
        }
    }

    fn attach(&mut self, node: Node) {
        if let Some(parent) = self.open.last_mut() {
            parent.children.push(node);
        }
    }

    /// Notes that a node covers these bytes, and keeps what no node covered before them.
    fn cover(&mut self, start: usize, end: usize) {
        self.uncovered_before(start);
        self.next_line = self.next_line.max(self.lines.number(end.saturating_sub(1).max(start)) + 1);
    }

    /// Keeps the lines before `start` that belong to no node.
    fn uncovered_before(&mut self, start: usize) {
        let line = self.lines.number(start);
        while self.next_line < line {
            self.keep_line(self.next_line);
            self.next_line += 1;
        }
    }

    fn keep_line(&mut self, number: usize) {
        let text = self.lines.text(number);
        if !is_structure(text) {
            let (start, end) = self.lines.range(number);
            let node = Node::new(Shape::Stray, Words::plain(text), self.lines.span(start, end));
            self.attach(node);
        }
    }

    fn finish(mut self) -> Vec<Node> {
        self.settle();
        while self.next_line <= self.lines.count() {
            self.keep_line(self.next_line);
            self.next_line += 1;
        }
        while self.open.len() > 1 {
            self.close();
        }
        self.open.pop().map(|root| root.children).unwrap_or_default()
    }
}
