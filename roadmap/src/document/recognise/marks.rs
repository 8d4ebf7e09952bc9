//! Pictures that say whether a line is done: "✅ Sow", "❌ Reap".
//!
//! Mostly they decorate: ticks before all that one will have in the end, crosses before what to avoid, both before
//! what speaks for and against. They are boxes only where both tell the lines of a list apart, or where a box stands
//! in the list: a tick that nobody made is worse than a line without a box.

use super::contents::is_heading;
use super::phrases::Terms;
use crate::document::outline::{self, Node, Shape};
use crate::item::{About, TaskBox};
use std::collections::HashMap;

/// Words that what is better left begins with.
const WARNINGS: [&str; 8] = ["don't", "don’t", "no", "not", "never", "avoid", "stop", "skip"];

/// Words of headings and labels whose lists weigh up or describe, and say nothing of what is done.
const ASIDES: [&str; 14] = [
    "pros",
    "cons",
    "advantages",
    "who",
    "why",
    "feature*",
    "tool*",
    "option*",
    "legend",
    "key",
    "vs",
    "versus",
    "for you",
    "includes",
];

/// What the head of a table says that explains signs.
const LEGENDS: [&str; 4] = ["meaning*", "means", "stands for", "legend"];

/// Makes boxes of the pictures that are such, and none of the signs that a table explains.
pub(super) fn settle(nodes: &mut [Node]) {
    for_lists(nodes, None, &mut |list, about| {
        if tells_apart(list, about) {
            list.iter_mut().for_each(tick);
        }
    });
    leave_legends(nodes);
}

/// Takes the boxes of rows that explain what a sign means.
fn leave_legends(nodes: &mut [Node]) {
    for node in nodes {
        if node.shape == Shape::Table && Terms::of(node.text()).hold_any(&LEGENDS) {
            node.children.iter_mut().for_each(|row| row.task = None);
        }
        leave_legends(&mut node.children);
    }
}

/// The sign of a tick for each line that is to be ticked, by the byte of its sign, in lists that all other signs are
/// pictures in.
pub(in crate::document) fn ticks(source: &str) -> HashMap<usize, char> {
    let mut ticks = HashMap::new();
    for_lists(&mut outline::read(source), None, &mut |list, _| {
        let sign = |sign: &TaskBox| Some((sign.mark, source.get(sign.mark..)?.chars().next()?));
        let signs: Vec<(usize, char)> = list.iter().filter_map(|line| sign(&line.sign?)).collect();
        let has_brackets = list.iter().any(|line| line.task.is_some() && line.sign.is_none());
        let ballots = signs.iter().filter(|(_, sign)| outline::picture(*sign).is_none()).count();
        let ticked = signs.iter().find(|(_, sign)| outline::picture(*sign) == Some(true));
        let crossed = signs.iter().find(|(_, sign)| outline::picture(*sign) == Some(false));
        let tick = match (ticked, crossed) {
            (Some((_, tick)), _) => *tick,
            (None, Some((_, '✗'))) => '✔',
            (None, Some(_)) => '✅',
            (None, None) => return,
        };
        let fits = |sign: char| ballots == 0 || ballots == 1 && outline::picture(sign).is_none();
        if !has_brackets {
            ticks.extend(signs.iter().filter(|(_, sign)| fits(*sign)).map(|(mark, _)| (*mark, tick)));
        }
    });
    ticks
}

/// Visits each list, and each run of lines with signs, with what its heading or label is about.
fn for_lists(nodes: &mut [Node], around: Option<About>, visit: &mut impl FnMut(&mut [Node], Option<About>)) {
    let mut about = around;
    for run in nodes.chunk_by_mut(are_of_one_list) {
        match run.first() {
            Some(first) if is_listed(first) => visit(run, about),
            Some(first) if is_heading(first) || first.shape == Shape::Line => {
                let is_aside = Terms::of(first.text()).hold_any(&ASIDES);
                about = if is_aside { Some(About::Tips) } else { first.about().or(around) };
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

/// True where signs say of some lines that they are done and of others that they are not, and where a box stands among them. What
/// to do and what not to do are no such lines, and neither are those that have a box beside their picture.
fn tells_apart(list: &[Node], about: Option<About>) -> bool {
    let warns = |line: &Node| {
        let words = Terms::of(line.text());
        line.sign.is_some_and(|sign| !sign.ticked) && WARNINGS.iter().any(|word| words.find(word) == Some(0))
    };
    let has_both = |line: &Node| line.sign.is_some() && line.task.is_some() && line.sign != line.task;
    !matches!(about, Some(About::Pitfalls | About::Tips))
        && !list.iter().any(|line| warns(line) || has_both(line))
        && (list.iter().any(|line| line.task.is_some()) || has(list, true) && has(list, false))
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
        let elsewhere = "## One\n- ✅ Dig\n## Two\n- ✅ Sow\n- ❌ Reap\n";
        assert_eq!(boxes(elsewhere), both, "a list speaks for itself alone");
    }

    #[test]
    fn pictures_that_all_lines_share_decorate() {
        for source in [
            "- ✅ Sow\n- ✅ Reap\n",
            "❌ Haste\n❌ Waste\n",
            "- ❌ Haste\n- Waste\n",
            "✅ Sown\n",
            "- ✅ Sow\n- Reap\n",
        ] {
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
    fn what_weighs_up_describes_or_explains_is_no_state() {
        for source in [
            "## Pros and cons\n- ✅ Keeps for a week\n- ❌ Dense crumb\n",
            "### Who this is for\n- ✅ You like bread\n- ❌ You like cake\n",
            "**Tools:**\n- ✅ Steel mill\n- ❌ Stone mill\n",
            "- ✅ = done\n- ❌ = still to do\n",
            "☑ = done\n",
        ] {
            assert_eq!(boxes(source), [], "{source}");
        }
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
