//! The links in a line, kept as resources below what the line says.

use super::item;
use super::phrases::{at_brackets, at_dash};
use crate::document::outline::{Link, Node};
use crate::item::{Item, Kind};

/// An item that says what a node says, with its box and links.
pub(super) fn item_of(kind: Kind, node: &Node) -> Item {
    item_saying(kind, node.text(), node)
}

/// An item that says those words of a node, with its box and links.
pub(super) fn item_saying(kind: Kind, text: impl Into<String>, node: &Node) -> Item {
    Item { task: node.task, children: resources(node), ..item(kind, text, node.span) }
}

/// The links in a node's words.
pub(super) fn resources(node: &Node) -> Vec<Item> {
    node.words.links.iter().map(|link| resource(node, link)).collect()
}

/// A resource in a link's words, or its address where it has none.
pub(super) fn resource(node: &Node, link: &Link) -> Item {
    let words = node.words.link_text(link).trim();
    let text = if words.is_empty() { link.href.as_str() } else { words };
    item(Kind::Resource { href: Some(link.href.clone()) }, text, link.span)
}

/// Endings of files that can be study material.
const FILES: [&str; 16] = [
    ".md", ".pdf", ".txt", ".html", ".htm", ".epub", ".ipynb", ".mp3", ".mp4", ".wav", ".ogg", ".doc",
    ".docx", ".odt", ".png", ".jpg",
];

/// The path of a file that a line of study material begins with: "./scales/minor.pdf - all keys".
pub(super) fn path(text: &str) -> Option<&str> {
    let (head, _) = at_dash(text);
    let (head, _) = at_brackets(head);
    let head = head.split(": ").next().unwrap_or_default().trim_end_matches(':');
    let climbs = head.starts_with("./") || head.starts_with("../");
    let first = head.split('/').next().unwrap_or_default();
    // "example.org/notes.pdf" begins with a host.
    let is_local = climbs || !first.contains('.') || first.len() == head.len();
    let lower = head.to_lowercase();
    let is_file = FILES.iter().any(|ending| lower.len() > ending.len() && lower.ends_with(ending));
    let is_plain = !head.contains(char::is_whitespace) && !head.contains("://") && !head.starts_with('/');
    (is_plain && is_local && (climbs && head.len() > 3 || is_file)).then_some(head)
}

#[cfg(test)]
mod tests {
    use super::path;

    #[test]
    fn paths_are_told_from_words_and_hosts() {
        for text in
            ["./scales/minor.pdf - all keys", "../choir/", "scales.md (short)", "notes/scales.mp3: listen"]
        {
            assert!(path(text).is_some(), "{text}");
        }
        for text in [
            "Scales and modes.pdf",
            "example.org",
            "example.org/x.pdf",
            "https://x.org/a.md",
            "/etc/x.md",
            ".md",
        ] {
            assert_eq!(path(text), None, "{text}");
        }
    }
}
