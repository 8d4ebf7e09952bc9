//! Headings that are alternatives: "Track A – quick" beside "Track B – thorough".

use super::phrases::{Terms, at_brackets, at_dash};
use crate::document::outline::{Node, Shape};

/// Words that name such a way, with a letter or number behind.
const WAYS: [&str; 5] = ["track", "path", "route", "pathway", "learning path"];

/// Words that do so only where several of them hold weeks or months.
const OTHERS: [&str; 4] = ["plan", "version", "variant", "option"];

/// For each of some headings that stand side by side the label of the track that it is; none of them
/// unless there are at least two to pick among.
pub(super) fn labels(nodes: &[Node]) -> Vec<Option<String>> {
    let kinds: [fn(&Node) -> Option<String>; 3] =
        [|node| numbered(node, &WAYS), |node| numbered(node, &OTHERS).filter(|_| holds_part(node)), named];
    let unsaid = |node: &&Node| node.taken().is_none();
    let found = kinds
        .into_iter()
        .map(|label| nodes.iter().map(|node| Some(node).filter(unsaid).and_then(label)).collect::<Vec<_>>());
    let to_pick = |labels: &Vec<Option<String>>| {
        let told: Vec<(&Node, &String)> =
            nodes.iter().zip(labels).filter_map(|(node, label)| Some((node, label.as_ref()?))).collect();
        let first = told.first().map(|(_, label)| *label);
        told.iter().any(|(_, label)| Some(*label) != first) && told.iter().any(|(node, _)| holds_work(node))
    };
    found.into_iter().find(to_pick).unwrap_or_else(|| vec![None; nodes.len()])
}

/// "Track A", "Path 2: …".
fn numbered(node: &Node, ways: &[&str]) -> Option<String> {
    if !matches!(node.shape, Shape::Heading(_)) {
        return None;
    }
    let text = node.text();
    let way =
        ways.iter().find(|way| text.get(..way.len()).is_some_and(|start| start.eq_ignore_ascii_case(way)))?;
    let rest = text.get(way.len()..)?.strip_prefix([' ', '\u{a0}'])?.trim_start().trim_start_matches('#');
    let end = rest.find(|c: char| !c.is_alphanumeric()).unwrap_or(rest.len());
    let label = rest.get(..end)?;
    let letters = label.chars().count();
    let is_ordinal = label.chars().all(|c| c.is_ascii_digit())
        || letters == 1 && label.chars().all(char::is_uppercase)
        || label.chars().all(|c| matches!(c, 'I' | 'V' | 'X'));
    ((1..=4).contains(&letters) && is_ordinal).then(|| label.to_owned())
}

/// "Fast track (6 months)", "Standard track": with weeks or months below.
fn named(node: &Node) -> Option<String> {
    if !matches!(node.shape, Shape::Heading(_)) || !holds_part(node) {
        return None;
    }
    let (head, _) = at_dash(node.text());
    let (head, _) = at_brackets(head);
    let head = head.split(':').next().unwrap_or_default().trim();
    let words = Terms::of(head);
    let last = words.iter().last()?;
    let named = WAYS.contains(&last) && words.count() > 1;
    let name = head.get(..head.len().checked_sub(last.len())?)?.trim_end_matches([' ', '-', '‑']);
    (named && !name.is_empty()).then(|| name.to_owned())
}

fn holds_part(node: &Node) -> bool {
    node.children.iter().any(|below| {
        matches!(below.shape, Shape::Heading(_)) && (below.part().is_some() || holds_part(below))
    })
}

fn holds_work(node: &Node) -> bool {
    holds_part(node) || node.children.iter().any(|below| below.can_follow_label() || holds_work(below))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::outline;

    fn of(source: &str) -> Vec<Option<String>> {
        labels(&outline::read(source))
    }

    fn some(label: &str) -> Option<String> {
        Some(label.to_owned())
    }

    #[test]
    fn letters_numbers_and_names_tell_tracks_apart() {
        assert_eq!(of("# Track A – quick\n- a\n# Tips\n- b\n# Track B\n"), [some("A"), None, some("B")]);
        assert_eq!(of("# Path 1: Stage\n## Week 1\n# Path 2: Studio\n"), [some("1"), some("2")]);
        assert_eq!(
            of("# Fast track (2 months)\n## Week 1\n# Slow Track\n## Week 1\n"),
            [some("Fast"), some("Slow")]
        );
        assert_eq!(of("# Plan A\n## Week 1\n# Plan B\n## Week 1\n"), [some("A"), some("B")]);
    }

    #[test]
    fn what_is_alone_or_holds_nothing_is_no_track() {
        for source in [
            "# Track A\n## Week 1\n# Tips\n",
            "# Track A\n# Track B\n",
            "# Plan A\n- a\n# Plan B\n- b\n",
            "# Option A\n- a\n# Option B\n- b\n",
            "# Tracking\n- a\n# Track record\n- b\n",
            "# Track B\n- a\n# Track B\n- b\n",
        ] {
            assert!(of(source).iter().all(Option::is_none), "{source:?}");
        }
    }
}
