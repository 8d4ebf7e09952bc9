//! Lines that are links, under another name: the link stays and leads where it led.

use super::escape;
use super::inline::{Definitions, Element, Inline};
use std::ops::Range;

/// Where a line that begins with its link says the name of it, and what stands there for another. `said` is the
/// line, whose words begin at `from`. None where it begins with no link.
pub(super) fn renamed(said: &str, from: usize, href: &str, name: &str) -> Option<(Range<usize>, String)> {
    let name = escape::words(name);
    let words = said.get(from..)?;
    let bare =
        words.trim_start_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '[' | '<' | '.' | '/'));
    let start = said.len() - bare.len();
    let written = || format!("[{name}]({})", target(href));
    if let Some(link) = brackets(said, start) {
        let behind = said.get(link.end..)?;
        // The words of any other link are the name of its address, which is given elsewhere.
        let is_own = behind.starts_with('(') || behind.starts_with('[') && !behind.starts_with("[]");
        let end = link.end + if behind.starts_with("[]") { 2 } else { 0 };
        return Some(if is_own {
            let pictures = said.get(link.start + 1..link.end - 1).map(pictures).unwrap_or_default();
            (link.start + 1..link.end - 1, format!("{name}{pictures}"))
        } else {
            (link.start..end, written())
        });
    }
    let end = start + bare.strip_prefix('<').map_or(0, |_| 2) + href.len();
    let is_bare = said.get(start..end)?.trim_matches(['<', '>']) == href;
    is_bare.then(|| (start..end, written()))
}

/// The first link with words of its own in a line: "[oak](oak.md)".
pub(super) fn first(said: &str, from: usize) -> Option<&str> {
    let inline = Inline::read(said, from, &Definitions::default());
    let mut links = inline.elements.into_iter().filter(|found| found.element == Element::Link);
    links.find_map(|link| said.get(link.place).filter(|link| link.starts_with('[')))
}

/// The pictures among words that stand in no link, each behind a space.
pub(super) fn pictures(words: &str) -> String {
    let inline = Inline::read(words, 0, &Definitions::default());
    let mut end = 0;
    let mut pictures = String::new();
    for found in inline.elements.into_iter().filter(|found| found.element != Element::Markup) {
        if found.place.start < end {
            continue;
        }
        end = found.place.end;
        if found.element == Element::Picture {
            pictures.extend([" ", words.get(found.place).unwrap_or_default()]);
        }
    }
    pictures
}

/// The brackets that begin at that byte, with all they hold.
fn brackets(said: &str, start: usize) -> Option<Range<usize>> {
    let mut depth = 0_usize;
    let mut escaped = false;
    for (at, c) in said.get(start..)?.char_indices() {
        match c {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '[' => depth += 1,
            ']' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth == 0 {
            return (at > 0).then_some(start..start + at + 1);
        }
    }
    None
}

/// An address as the target of a link.
fn target(href: &str) -> String {
    let is_plain = !href.contains(|c: char| c.is_whitespace() || matches!(c, '(' | ')' | '<' | '>'));
    if is_plain { href.to_owned() } else { format!("<{href}>") }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_keeps_where_it_leads() {
        let renamed = |said: &str, href: &str| {
            let (place, new) = renamed(said, 2, href, "Ash & *elm*").expect("a link");
            format!("{}{new}{}", &said[..place.start], &said[place.end..])
        };
        for (said, href, wanted) in [
            ("- [Oak](oak.md) - slowly", "oak.md", "- [Ash & \\*elm\\*](oak.md) - slowly"),
            ("- **[*Oak* [1]](oak.md)**", "oak.md", "- **[Ash & \\*elm\\*](oak.md)**"),
            ("- 🌳 [Oak][o]", "oak.md", "- 🌳 [Ash & \\*elm\\*][o]"),
            ("- [Oak][]", "oak.md", "- [Ash & \\*elm\\*](oak.md)"),
            ("- [Oak]", "oak (1).md", "- [Ash & \\*elm\\*](<oak (1).md>)"),
            (
                "- https://example.org/oak - slowly",
                "https://example.org/oak",
                "- [Ash & \\*elm\\*](https://example.org/oak) - slowly",
            ),
            (
                "- <https://example.org/oak>",
                "https://example.org/oak",
                "- [Ash & \\*elm\\*](https://example.org/oak)",
            ),
            ("- ./oak.pdf", "./oak.pdf", "- [Ash & \\*elm\\*](./oak.pdf)"),
        ] {
            assert_eq!(renamed(said, href), wanted);
        }
        assert_eq!(super::renamed("- See [oak](oak.md)", 2, "oak.md", "Ash"), None, "words come first");
        assert_eq!(first("- See [oak](oak.md) now", 2), Some("[oak](oak.md)"));
    }
}
