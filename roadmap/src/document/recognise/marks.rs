//! Pictures that say whether a line is done: "✅ Sow", "❌ Reap".
//!
//! Mostly they decorate: ticks before all that one will have in the end, crosses before what to avoid. They are
//! boxes where they tell the lines of a list apart, and in a document that has such lists, before other things
//! to do too.

use super::contents::is_heading;
use super::phrases::Terms;
use super::sections;
use crate::document::outline::{Node, Shape};
use crate::item::About;

/// Words that what is better left begins with.
const WARNINGS: [&str; 8] = ["don't", "don’t", "no", "not", "never", "avoid", "stop", "skip"];

/// Makes boxes of the pictures that are such.
pub(super) fn settle(nodes: &mut [Node]) {
    let mut has_states = false;
    for_lists(nodes, None, &mut |list, about| {
        let is_ballot = |line: &Node| line.sign.is_some() && line.sign == line.task;
        let has_both = has(list, true) && has(list, false);
        has_states |= tells_apart(list, about) && (has_both || list.iter().any(is_ballot));
    });
    for_lists(nodes, None, &mut |list, about| {
        if tells_apart(list, about) || has_states && is_to_do(about) {
            list.iter_mut().for_each(tick);
        }
    });
}

/// Visits each list, and each run of lines with signs, with what its heading or label is about.
fn for_lists(nodes: &mut [Node], around: Option<About>, visit: &mut impl FnMut(&mut [Node], Option<About>)) {
    let mut about = around;
    for run in nodes.chunk_by_mut(are_of_one_list) {
        match run.first() {
            Some(first) if is_listed(first) => visit(run, about),
            Some(first) if is_heading(first) || first.shape == Shape::Line => {
                about = sections::about(first.text()).or(around);
            }
            _ => {}
        }
        for node in run {
            for_lists(&mut node.children, about, visit);
        }
    }
}

/// True for a line of a list, and for any other with a sign that announces no list.
fn is_listed(node: &Node) -> bool {
    let is_label = node.text().trim_end().ends_with(':');
    node.is_list_line() || node.shape == Shape::Line && node.sign.is_some() && !is_label
}

fn are_of_one_list(one: &Node, next: &Node) -> bool {
    is_listed(one) && is_listed(next) && one.is_list_line() == next.is_list_line()
}

/// True where a sign of the list says so of its line.
fn has(list: &[Node], ticked: bool) -> bool {
    list.iter().filter_map(|line| line.sign).any(|sign| sign.ticked == ticked)
}

/// True where some lines of a list are done and others not, and where a box stands among them in any case. What
/// to do and what not to do are no such lines, and neither are those that have a box beside their picture.
fn tells_apart(list: &[Node], about: Option<About>) -> bool {
    let warns = |line: &Node| {
        let words = Terms::of(line.text());
        line.sign.is_some_and(|sign| !sign.ticked) && WARNINGS.iter().any(|word| words.find(word) == Some(0))
    };
    let has_both = |line: &Node| line.sign.is_some() && line.task.is_some() && line.sign != line.task;
    let is_open = |line: &Node| line.sign.is_none_or(|sign| !sign.ticked);
    !matches!(about, Some(About::Pitfalls | About::Tips))
        && !list.iter().any(|line| warns(line) || has_both(line))
        && (list.iter().any(|line| line.task.is_some()) || has(list, true) && list.iter().any(is_open))
}

/// True where lines are things to do, or may be.
const fn is_to_do(about: Option<About>) -> bool {
    matches!(
        about,
        None | Some(
            About::Checklist
                | About::Setup
                | About::NextSteps
                | About::Reading
                | About::Timeline
                | About::Other
        )
    )
}

/// Takes a line's sign as its box, where it has no other.
fn tick(line: &mut Node) {
    if line.task.is_none() && line.sign.is_some() {
        line.task = line.sign;
        if line.shape == Shape::Line {
            line.shape = Shape::Bullet;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::outline;

    /// The words of the lines with a box, and whether each is ticked.
    fn boxes(source: &str) -> Vec<(String, bool)> {
        let mut nodes = outline::read(source);
        settle(&mut nodes);
        let mut found = Vec::new();
        let mut left: Vec<&Node> = nodes.iter().rev().collect();
        while let Some(node) = left.pop() {
            found.extend(node.task.map(|task| (node.text().to_owned(), task.ticked)));
            left.extend(node.children.iter().rev());
        }
        found
    }

    fn told(found: &[(&str, bool)]) -> Vec<(String, bool)> {
        found.iter().map(|(text, ticked)| ((*text).to_owned(), *ticked)).collect()
    }

    #[test]
    fn ballots_are_boxes_anywhere() {
        for source in [
            "- ☑ Sow\n- ☐ Reap\n",
            "☑ Sow\n☐ Reap\n",
            "```\n☑ Sow\n- ☐ Reap\n```\n",
            "1. ☑️ Sow\n2. ⬜ Reap\n",
        ] {
            assert_eq!(boxes(source), told(&[("Sow", true), ("Reap", false)]), "{source}");
        }
        assert_eq!(boxes("☑ Sow\n"), told(&[("Sow", true)]));
        assert_eq!(boxes("☐ means open, ☑ done.\n"), [], "words about them");
    }

    #[test]
    fn pictures_are_boxes_where_they_tell_lines_apart() {
        let both = told(&[("Sow", true), ("Reap", false)]);
        for source in ["- ✅ Sow\n- ❌ Reap\n", "✔ Sow\n❌ Reap\n", "- ✔️ Sow\n- [ ] Reap\n"] {
            assert_eq!(boxes(source), both, "{source}");
        }
        assert_eq!(boxes("- ✅ Sow\n- Reap\n"), told(&[("Sow", true)]));
        let elsewhere = "## One\n- ✅ Dig\n## Two\n- ✅ Sow\n- ❌ Reap\n";
        assert_eq!(boxes(elsewhere), told(&[("Dig", true), ("Sow", true), ("Reap", false)]));
    }

    #[test]
    fn pictures_that_all_lines_share_decorate() {
        for source in ["- ✅ Sow\n- ✅ Reap\n", "❌ Haste\n❌ Waste\n", "- ❌ Haste\n- Waste\n", "✅ Sown\n"]
        {
            assert_eq!(boxes(source), [], "{source}");
        }
    }

    #[test]
    fn a_line_above_a_list_is_none_of_it() {
        assert_eq!(boxes("✅ You will have:\n\n- Beans\n- Peas\n"), []);
        assert_eq!(boxes("✅ Sown and watered\n\n- Beans\n- Peas\n"), []);
    }

    #[test]
    fn a_box_beside_a_picture_leaves_it_a_picture() {
        assert_eq!(boxes("- [x] ✅ Sow\n- ✅ Reap\n- Rest\n"), told(&[("Sow", true)]));
    }

    #[test]
    fn what_to_do_and_what_not_is_advice() {
        for source in [
            "- ✅ Water daily\n- ❌ Don't drown it\n",
            "## Tips\n- ✅ Water\n- ❌ Drown\n",
            "**Mistakes:**\n- ✅ Water\n- ❌ Drown\n",
        ] {
            assert_eq!(boxes(source), [], "{source}");
        }
        let outcomes = "## Overview\n- ✅ A garden\n## Week 1\n- ✅ Sow\n- ❌ Reap\n";
        assert_eq!(boxes(outcomes), told(&[("Sow", true), ("Reap", false)]), "what will be is not done yet");
    }
}
