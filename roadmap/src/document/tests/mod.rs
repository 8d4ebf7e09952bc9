//! Whole documents: what each dialect comes to, and that nothing is lost on the way.

mod accounted;
mod allotted;
mod budgets;
mod bundled;
mod choices;
mod corrections;
mod dialects;
pub(crate) mod fixtures;
mod hostile;
mod layouts;
mod marks;
mod material;
mod mixed;
pub(super) mod nothing_lost;
mod reference;
mod refused;
mod scan;
mod stages;
mod tables;
mod tracks;
mod weeks;
mod why;

use super::{Import, import};
use crate::item::Item;
use crate::{Kind, Roadmap};

fn read(source: &str) -> Import {
    import(source.as_bytes(), "plan.md").expect("a document that can be read")
}

/// The items as lines, indented by depth: kind and text.
fn drawn(source: &str) -> String {
    drawn_roadmap(&read(source).roadmap)
}

fn drawn_roadmap(roadmap: &Roadmap) -> String {
    let mut lines = String::new();
    let mut left: Vec<(&Item, usize)> = roadmap.items.iter().rev().map(|item| (item, 0)).collect();
    while let Some((item, depth)) = left.pop() {
        let kind = serde_json::to_value(item).expect("an item is JSON");
        let name = kind["kind"].as_str().expect("a kind");
        lines.push_str(&format!("{}{name}: {}\n", "  ".repeat(depth), item.text));
        left.extend(item.children.iter().rev().map(|child| (child, depth + 1)));
    }
    lines
}

fn count(import: &Import, is: impl Fn(&Kind) -> bool) -> usize {
    import.roadmap.walk().filter(|item| is(&item.kind)).count()
}
