//! The words of a line as they are shown, and where its markup, links and pictures stand.

use crate::document::outline;
use pulldown_cmark::{BrokenLink, CowStr, Event, Options, Parser, Tag};
use std::cmp::Reverse;
use std::collections::HashMap;
use std::ops::Range;

/// The addresses that a document gives to names: `[1]: oak.md`.
#[derive(Debug, Default)]
pub(super) struct Definitions(HashMap<String, String>);

impl Definitions {
    /// Those of a document.
    pub(super) fn of(source: &str) -> Self {
        if !source.contains("]:") {
            return Self::default();
        }
        let parser = Parser::new(source);
        let all = parser.reference_definitions().iter();
        Self(all.map(|(name, found)| (name.to_lowercase(), found.dest.to_string())).collect())
    }
}

/// What an element is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Element {
    /// Emphasis and the like, and what is written otherwise than it is shown.
    Markup,
    /// A link.
    Link,
    /// A picture.
    Picture,
}

/// A part of a line that stands whole.
#[derive(Debug, Clone)]
pub(super) struct Found {
    pub(super) element: Element,
    /// Where it is written.
    pub(super) place: Range<usize>,
    /// Its words, as they are shown.
    pub(super) said: Range<usize>,
    /// True where nothing in it can be told apart: an escape, an entity, code.
    pub(super) is_atom: bool,
    /// Where a link leads.
    pub(super) href: String,
}

/// A line as it is shown.
#[derive(Debug, Default)]
pub(super) struct Inline {
    /// Its words.
    pub(super) text: String,
    /// What stands whole in it, the outer before the inner.
    pub(super) elements: Vec<Found>,
    /// For words that are written as they are shown where they begin: shown, written, and how long they are.
    runs: Vec<(usize, usize, usize)>,
}

impl Inline {
    /// Reads words that begin at that byte of a line.
    pub(super) fn read(line: &str, from: usize, definitions: &Definitions) -> Self {
        let words = line.get(from..).unwrap_or_default();
        let known = |link: BrokenLink<'_>| {
            let found = definitions.0.get(&link.reference.to_lowercase())?;
            Some((CowStr::from(found.clone()), CowStr::from("")))
        };
        let parser = Parser::new_with_broken_link_callback(words, Options::ENABLE_STRIKETHROUGH, Some(known));
        let mut inline = Self::default();
        let mut open = Vec::new();
        for (event, place) in parser.into_offset_iter() {
            let place = place.start + from..place.end + from;
            match event {
                Event::Start(tag) => {
                    let found = match tag {
                        Tag::Link { dest_url, .. } => Some((Element::Link, dest_url)),
                        Tag::Image { .. } => Some((Element::Picture, "".into())),
                        Tag::Emphasis | Tag::Strong | Tag::Strikethrough => {
                            Some((Element::Markup, "".into()))
                        }
                        _ => None,
                    };
                    open.push(found.map(|(element, href)| {
                        // The empty brackets of a reference are no part of what is read where it is looked up here.
                        let is_cut = element != Element::Markup
                            && line
                                .get(place.clone())
                                .is_some_and(|link| link.ends_with(']') && !link.ends_with("[]"))
                            && line.get(place.end..).is_some_and(|rest| rest.starts_with("[]"));
                        let place = place.start..place.end + if is_cut { 2 } else { 0 };
                        inline.begin(element, place, &href)
                    }));
                }
                Event::End(_) => {
                    if let Some(found) = open.pop().flatten().and_then(|at| inline.elements.get_mut(at)) {
                        found.said.end = inline.text.len();
                    }
                }
                Event::Text(text) => inline.text(line, &text, place),
                Event::SoftBreak | Event::HardBreak => inline.whole(" ", place),
                Event::Code(text) => inline.whole(&text, place),
                _ => {}
            }
        }
        inline.addresses(line, from);
        inline
    }

    /// Takes the addresses that stand bare among the words as links.
    fn addresses(&mut self, line: &str, from: usize) {
        let words = line.get(from..).unwrap_or_default();
        if !words.contains("://") {
            return;
        }
        let mut behind = 0;
        for link in outline::read(words).iter().flat_map(|node| &node.words.links) {
            let place = from + link.span.start..from + link.span.end;
            let is_known = |found: &Found| {
                found.element != Element::Markup
                    && found.place.start <= place.start
                    && place.end <= found.place.end
            };
            if line.get(place.clone()) != Some(&link.href) || self.elements.iter().any(is_known) {
                continue;
            }
            let Some(at) = self.text.get(behind..).and_then(|text| text.find(&link.href)) else { break };
            let said = behind + at..behind + at + link.href.len();
            behind = said.end;
            self.elements.push(Found {
                element: Element::Link,
                place,
                said,
                is_atom: false,
                href: link.href.clone(),
            });
        }
        self.elements.sort_by_key(|found| (found.place.start, Reverse(found.place.end)));
    }

    fn begin(&mut self, element: Element, place: Range<usize>, href: &str) -> usize {
        let at = self.text.len();
        self.elements.push(Found { element, place, said: at..at, is_atom: false, href: href.to_owned() });
        self.elements.len() - 1
    }

    fn whole(&mut self, text: &str, place: Range<usize>) {
        let at = self.begin(Element::Markup, place, "");
        self.text.push_str(text);
        if let Some(found) = self.elements.get_mut(at) {
            found.said.end = self.text.len();
            found.is_atom = true;
        }
    }

    fn text(&mut self, line: &str, text: &str, place: Range<usize>) {
        if line.get(place.clone()) != Some(text) {
            return self.whole(text, place);
        }
        let first = text.chars().next().map_or(0, char::len_utf8);
        let is_escaped = text.starts_with(|c: char| c.is_ascii_punctuation())
            && line.get(..place.start).is_some_and(|before| before.ends_with('\\'));
        let (escaped, rest) = text.split_at(if is_escaped { first } else { 0 });
        if is_escaped {
            self.whole(escaped, place.start - 1..place.start + first);
        }
        self.runs.push((self.text.len(), place.end - rest.len(), rest.len()));
        self.text.push_str(rest);
    }

    /// Where words are written that are shown there; none where that would part what stands whole.
    pub(super) fn place(&self, said: &Range<usize>) -> Option<Range<usize>> {
        let within = |found: &&Found| {
            said.start <= found.said.start && found.said.end <= said.end && !found.said.is_empty()
        };
        let parts = |found: &Found| {
            !found.said.is_empty()
                && (found.said.start < said.start && said.start < found.said.end && found.said.end < said.end
                    || said.start < found.said.start
                        && found.said.start < said.end
                        && said.end < found.said.end)
        };
        if self.elements.iter().any(parts) {
            return None;
        }
        let of_elements =
            self.elements.iter().filter(within).map(|found| (found.said.clone(), found.place.clone()));
        let of_runs = self.runs.iter().filter_map(|(shown, written, len)| {
            let from = said.start.max(*shown);
            let to = said.end.min(shown + len);
            (from < to).then(|| (from..to, written + from - shown..written + to - shown))
        });
        let all: Vec<(Range<usize>, Range<usize>)> = of_elements.chain(of_runs).collect();
        let start =
            all.iter().filter(|(shown, _)| shown.start == said.start).map(|(_, place)| place.start).min()?;
        let end = all.iter().filter(|(shown, _)| shown.end == said.end).map(|(_, place)| place.end).max()?;
        (start <= end).then_some(start..end)
    }
}
