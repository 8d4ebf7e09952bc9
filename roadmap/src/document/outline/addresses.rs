//! Addresses that stand bare among the words: `https://example.org/scales`.

use super::{Link, Words};
use crate::item::Span;
use std::ops::Range;

/// How an address begins that is meant to be opened.
const SCHEMES: [&str; 2] = ["https://", "http://"];

/// Makes links of the addresses in a line's words that are none yet. `source` is the text that the
/// words were read from, and `span` tells where a part of it stands in the document.
pub(super) fn link(words: &mut Words, source: &str, span: impl Fn(usize, usize) -> Span) {
    if !source.contains("://") {
        return;
    }
    let mut known = words.links.iter().map(|link| link.from..link.to).peekable();
    let mut found = Vec::new();
    let (mut from, mut place) = (0, 0);
    while let Some(range) = next(&words.text, from) {
        from = range.end;
        while known.next_if(|link| link.end <= range.start).is_some() {}
        let address = words.text.get(range.clone()).unwrap_or_default();
        let Some(at) = source.get(place..).and_then(|rest| rest.find(address)).map(|at| place + at) else {
            // Written with escapes: from here on words and source go apart.
            break;
        };
        place = at + address.len();
        let is_code = source.get(..at).is_some_and(|before| before.ends_with('`'));
        let is_known = known.peek().is_some_and(|link| link.start < range.end);
        if is_known || is_code || is_example(words.text.get(..range.start).unwrap_or_default()) {
            continue;
        }
        let span = span(at, place);
        found.push(Link { from: range.start, to: range.end, href: address.to_owned(), span });
    }
    words.links.append(&mut found);
    words.links.sort_by_key(|link| link.from);
}

/// The first address from that byte on.
fn next(text: &str, mut from: usize) -> Option<Range<usize>> {
    loop {
        let at = from + text.get(from..)?.find("http")?;
        let rest = text.get(at..)?;
        let scheme =
            SCHEMES.iter().find(|scheme| rest.starts_with(**scheme)).map_or(0, |scheme| scheme.len());
        let inside = text.get(..at).is_some_and(|before| before.ends_with(char::is_alphanumeric));
        let len =
            rest.find(|c: char| c.is_whitespace() || matches!(c, '<' | '>' | '"' | '|' | '`' | '“' | '”'));
        let address = bare(rest.get(..len.unwrap_or(rest.len()))?);
        from = at + address.len().max(4);
        let host =
            address.get(scheme..).unwrap_or_default().split(['/', ':', '?', '#']).next().unwrap_or_default();
        let is_name = host.contains('.') && host.chars().any(char::is_alphabetic);
        if scheme > 0 && !inside && is_name {
            return Some(at..at + address.len());
        }
    }
}

/// True behind "e.g.": an address that stands for one's own.
fn is_example(before: &str) -> bool {
    let before = before.trim_end_matches([' ', ',', ':']);
    ["e.g.", "e.g", "example"].iter().any(|word| before.ends_with(word))
}

/// An address without the marks of the sentence around it.
fn bare(address: &str) -> &str {
    let mut closing = address.matches(')').count().saturating_sub(address.matches('(').count());
    address.trim_end_matches(|c: char| {
        let spare = c == ')' && closing > 0;
        closing -= usize::from(spare);
        spare || matches!(c, '.' | ',' | ';' | ':' | '!' | '?' | '\'' | '*' | '_' | '…' | ']')
    })
}

#[cfg(test)]
mod tests {
    use crate::document::outline::read;

    fn links(source: &str) -> Vec<String> {
        let nodes = read(source);
        let links: Vec<_> = nodes[0].words.links.iter().collect();
        assert!(links.iter().all(|link| source[link.span.start..link.span.end].contains(&link.href)));
        links.iter().map(|link| link.href.clone()).collect()
    }

    #[test]
    fn addresses_in_a_sentence_are_links() {
        assert_eq!(
            links("See https://example.org/a_b_(c)?d=e#f, please.\n"),
            ["https://example.org/a_b_(c)?d=e#f"]
        );
        assert_eq!(links("(at http://example.org/x)\n"), ["http://example.org/x"]);
        assert_eq!(links("- **https://example.org/x** - read\n"), ["https://example.org/x"]);
        assert_eq!(
            links("[one](https://example.org/1), https://example.org/2 and <https://example.org/3>\n"),
            ["https://example.org/1", "https://example.org/2", "https://example.org/3"]
        );
    }

    #[test]
    fn what_is_not_to_be_opened_is_no_link() {
        for source in [
            "Run `http://example.org/x` first\n",
            "Open http://localhost:8000/x\n",
            "The http:// part\n",
            "xhttps://example.org\n",
            "http://127.0.0.1/x\n",
            "A page of your own (e.g., https://you.example.org)\n",
        ] {
            assert_eq!(links(source), Vec::<String>::new(), "{source}");
        }
        assert_eq!(links("[https://example.org/1](https://example.org/2)\n"), ["https://example.org/2"]);
    }
}
