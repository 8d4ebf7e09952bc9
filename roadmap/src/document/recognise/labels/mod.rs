//! Labels: the bold or colon-ended lines that announce what follows ("**Study (15 hours):**").
//!
//! Which lines are labels, and how they are taken apart. [`mod@meaning`] tells what one announces.

mod meaning;
#[cfg(test)]
mod tests;

pub(super) use meaning::{Meaning, is_checkpoint, is_goal, part_of_day};

use super::hours::{name_before, stretch_in};
use super::options::{self, option};
use super::phrases::Terms;
use super::ranges::is_dash;
use super::{budgets, categories, links};
use crate::Category;
use crate::document::outline::{Node, Shape, Words};
use crate::item::Budget;
use meaning::meaning;

/// The most bytes of a line without bold words that can still be a label.
const LONGEST_PLAIN: usize = 80;
/// The most words of a name that stands without a colon.
const MOST_WORDS: usize = 6;

/// A label, taken apart.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Label {
    /// Its words without colon and hours.
    pub(super) name: String,
    /// Its words without colon, hours included.
    pub(super) whole: String,
    /// What follows the colon on the same line; may be empty.
    pub(super) rest: String,
    /// The hours that it names.
    pub(super) budget: Option<Budget>,
    /// What it announces.
    pub(super) meaning: Meaning,
    /// What its brackets say beside the hours that it is for: "Violin (5 hours, hands-on)".
    pub(super) category: Option<Category>,
}

/// Reads a line as a label; `next` is the node that follows it.
pub(super) fn read(node: &Node, next: Option<&Node>) -> Option<Label> {
    if node.shape != Shape::Line || node.task.is_some() {
        return None;
    }
    let followed = next.is_some_and(announces);
    if node.words.lead == 0 {
        return plain(node.text(), followed);
    }
    let (name, rest, colon) = at_colon(&node.words)?;
    if let Some(title) = rest.strip_prefix(is_dash).filter(|title| title.starts_with(' '))
        && option(name).is_some_and(|option| option.title.is_empty())
    {
        return Some(of(name, title.trim()));
    }
    let label = of(name, rest);
    let known = matches!(label.meaning, Meaning::Project(_) | Meaning::Option(_));
    (colon || (rest.is_empty() && (followed || known))).then_some(label)
}

/// Reads a line as a label since a person said that it is one.
pub(super) fn of_said(node: &Node) -> Label {
    let text = node.text().trim_end();
    let (name, rest, _) = at_colon(&node.words).unwrap_or_else(|| {
        let (name, rest) = text.split_once(": ").unwrap_or((text.trim_end_matches(':'), ""));
        (name, rest, true)
    });
    if name.is_empty() { of(text, "") } else { of(name, rest.trim_start_matches(['-', '–', '—', ' '])) }
}

/// Reads a heading below a stage as a label.
pub(super) fn of_heading(text: &str) -> Label {
    let name = text.trim_end().trim_end_matches(':');
    of(name, "")
}

/// Reads a list line's bold beginning as a label: "**Target:** 10 km"; without bold words only what
/// names one thing.
pub(super) fn of_list_line(node: &Node) -> Option<Label> {
    if node.words.lead == 0 {
        let (name, rest) = node.text().split_once(": ")?;
        let singular = ["goal", "target", "deliverable"];
        return Terms::of(name).are_any(&singular).then(|| of(name, rest.trim()));
    }
    let (name, rest, colon) = at_colon(&node.words)?;
    (colon && !name.is_empty()).then(|| of(name, rest))
}

/// Reads a remark in a fence that ends in a colon as a label.
pub(super) fn of_remark(text: &str) -> Option<Label> {
    if let Some(option) = option(text) {
        return Some(Label {
            name: text.to_owned(),
            whole: text.to_owned(),
            rest: String::new(),
            budget: None,
            meaning: Meaning::Option(option),
            category: None,
        });
    }
    text.strip_suffix(':').map(|name| of(name, ""))
}

/// True for a line that is a short name, a colon and words: "Skills: patience, rhythm".
pub(super) fn is_named_remark(text: &str) -> bool {
    text.split_once(": ").is_some_and(|(name, rest)| !rest.trim().is_empty() && Terms::of(name).count() <= 3)
}

/// True for what a label can announce.
fn announces(node: &Node) -> bool {
    node.can_follow_label() || (node.shape == Shape::Line && option(node.text()).is_some())
}

fn plain(text: &str, followed: bool) -> Option<Label> {
    if followed
        && text.len() <= LONGEST_PLAIN
        && let Some(name) =
            text.strip_suffix(':').or_else(|| (options::picks_one(text) || plans_hours(text)).then_some(text))
    {
        return Some(of(name, ""));
    }
    if options::is_marked_option(text) && !text.contains(": ") {
        return Some(of(text, ""));
    }
    let (name, rest) = text.split_once(": ").filter(|(name, _)| name.len() <= LONGEST_PLAIN)?;
    let label = of(name, rest.trim());
    let known = match label.meaning {
        Meaning::Goal => is_goal(name),
        Meaning::Resources => links::path(&label.rest).is_some(),
        Meaning::Target | Meaning::Deliverable | Meaning::Project(_) | Meaning::Option(_) => true,
        _ => false,
    };
    known.then_some(label)
}

/// True for the name of work with the hours that it takes: "Scales (2 hours)", and not "Total – 2 hours".
fn plans_hours(text: &str) -> bool {
    // A sentence about the hours of each day is none.
    let is_name = |name: &str| {
        let words = Terms::of(name);
        words.count() <= MOST_WORDS && !words.hold_any(&["every", "each", "per"])
    };
    name_before(text).is_some_and(|name| is_name(&name) && !budgets::names_whole(&name))
}

/// The bold words without their colon, what follows, and whether there was a colon. Brackets right
/// behind the bold words belong to them: "**Study** (15 hours):".
fn at_colon(words: &Words) -> Option<(&str, &str, bool)> {
    let lead = words.lead().trim_end();
    if lead.is_empty() {
        return None;
    }
    let after = words.after_lead().trim_start();
    let bracket = after.starts_with('(').then(|| after.find(')')).flatten().map(|at| at + 1);
    let closed = bracket.and_then(|at| after.get(at..)).map(str::trim_start);
    let (name, rest) = match closed {
        Some(rest) if rest.is_empty() || rest.starts_with(':') => {
            words.text.split_at(words.text.len() - rest.len())
        }
        _ => (lead, after),
    };
    let name = name.trim_end();
    let bare = name.trim_end_matches(':').trim_end();
    match rest.strip_prefix(':') {
        Some(rest) => Some((bare, rest.trim(), true)),
        None => Some((bare, rest.trim(), bare.len() < name.len())),
    }
}

fn of(name: &str, rest: &str) -> Label {
    let stretch = stretch_in(name);
    let budget = stretch.as_ref().map(|(stretch, _)| stretch.budget());
    let bare = stretch.map_or_else(|| name.trim().to_owned(), |(_, bare)| bare);
    let category = budget.and_then(|_| categories::stated(name));
    let meaning = match option(name) {
        // The hours of an option are among its words.
        Some(option) => Meaning::Option(option.followed_by(rest)),
        None => match meaning(&bare, rest, budget.is_some()) {
            meaning @ Meaning::Project(_) => meaning,
            meaning => category.map_or(meaning, Meaning::Work),
        },
    };
    Label { name: bare, whole: name.trim().to_owned(), rest: rest.to_owned(), budget, meaning, category }
}
