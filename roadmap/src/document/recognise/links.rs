//! The links in a line, kept as resources below what the line says.

use super::item;
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
