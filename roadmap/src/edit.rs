//! What a person changes in a roadmap by hand: words, hours, order, what is added and what goes.
//!
//! Belongs here: which changes make sense for which items, and carrying them out on the tree. What a
//! person records about an item (ticks, evidence) is its [`Record`], and no edit.

use crate::item::{Budget, Record, Span};
use crate::{Item, ItemId, Kind, Roadmap};
use serde::{Deserialize, Serialize};

/// The most letters an item's words may have.
pub const LONGEST: usize = 500;

/// A change by hand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Edit {
    /// Gives an item other words.
    Rename {
        /// The item.
        item: ItemId,
        /// Its words, 1 to [`LONGEST`] letters.
        text: String,
    },
    /// Gives an activity other hours, or none.
    SetBudget {
        /// The activity.
        activity: ItemId,
        /// Its budget.
        budget: Option<Budget>,
    },
    /// Adds an item: a step at the end of an activity, a project or a stage's checkpoint, and behind any
    /// other line one of its own kind.
    Add {
        /// The line to add behind, or what to add to.
        at: ItemId,
        /// Its words, 1 to [`LONGEST`] letters.
        text: String,
    },
    /// Takes an item away, with all below it.
    Remove {
        /// The item.
        item: ItemId,
    },
    /// Moves an item among its siblings.
    Move {
        /// The item.
        item: ItemId,
        /// By how many places; above zero towards the end. It stops at the ends.
        by: i32,
    },
}

/// Why an edit can't be carried out.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum EditError {
    /// The item is not in the roadmap.
    #[error("this part of the roadmap is not there any more")]
    Gone,
    /// No words at all.
    #[error("an item needs a few words")]
    NoWords,
    /// More words than a line has room for.
    #[error("that is {letters} letters, and an item has room for {LONGEST}: shorten it")]
    TooLong {
        /// How many there are.
        letters: usize,
    },
    /// Only an activity has hours.
    #[error("“{text}” has no hours of its own: give them to an activity")]
    NoActivity {
        /// What it says.
        text: String,
    },
    /// Nothing can be added there.
    #[error("nothing can be added to “{text}”")]
    NothingToAdd {
        /// What it says.
        text: String,
    },
}

/// Carries an edit out and says whether it changed anything.
///
/// # Errors
/// [`EditError`]; the roadmap is then as it was.
pub fn edit(roadmap: &mut Roadmap, edit: &Edit) -> Result<bool, EditError> {
    match edit {
        Edit::Rename { item, text } => {
            let text = words(text)?;
            let item = find(roadmap, *item).ok_or(EditError::Gone)?;
            let differs = item.text != text;
            item.text = text;
            Ok(differs)
        }
        Edit::SetBudget { activity, budget: wanted } => {
            let item = find(roadmap, *activity).ok_or(EditError::Gone)?;
            let Kind::Activity { budget, .. } = &mut item.kind else {
                return Err(EditError::NoActivity { text: item.text.clone() });
            };
            let differs = budget != wanted;
            *budget = *wanted;
            Ok(differs)
        }
        Edit::Add { at, text } => add(roadmap, *at, words(text)?),
        Edit::Remove { item } => {
            let (siblings, at) = siblings(roadmap, *item).ok_or(EditError::Gone)?;
            siblings.remove(at);
            Ok(true)
        }
        Edit::Move { item, by } => {
            let (siblings, at) = siblings(roadmap, *item).ok_or(EditError::Gone)?;
            let last = siblings.len() - 1;
            let by = isize::try_from(*by).unwrap_or(0);
            let to = at.saturating_add_signed(by).min(last);
            let moved = siblings.remove(at);
            siblings.insert(to, moved);
            Ok(to != at)
        }
    }
}

fn words(text: &str) -> Result<String, EditError> {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    match text.chars().count() {
        0 => Err(EditError::NoWords),
        letters if letters > LONGEST => Err(EditError::TooLong { letters }),
        _ => Ok(text),
    }
}

fn add(roadmap: &mut Roadmap, at: ItemId, text: String) -> Result<bool, EditError> {
    let id = ItemId(roadmap.walk().map(|item| item.id.0).max().unwrap_or(0).saturating_add(1));
    let place = find(roadmap, at).ok_or(EditError::Gone)?;
    if let Some(kind) = within(&place.kind) {
        let new = new_item(id, kind, text, place.span);
        place.children.push(new);
        return Ok(true);
    }
    let kind = beside(&place.kind, &text);
    let kind = kind.ok_or_else(|| EditError::NothingToAdd { text: place.text.clone() })?;
    let new = new_item(id, kind, text, place.span);
    let (siblings, place) = siblings(roadmap, at).ok_or(EditError::Gone)?;
    siblings.insert(place + 1, new);
    Ok(true)
}

/// What is added within an item of this kind.
const fn within(kind: &Kind) -> Option<Kind> {
    match kind {
        Kind::Activity { .. } | Kind::Project { .. } | Kind::Stage { .. } | Kind::Option { .. } => {
            Some(Kind::Step { optional: false })
        }
        Kind::Checkpoint => Some(Kind::CheckpointItem),
        Kind::Gate { .. } => Some(Kind::Metric { measure: None }),
        Kind::Section { .. } => Some(Kind::Entry),
        _ => None,
    }
}

/// What is added behind a line of this kind.
fn beside(kind: &Kind, text: &str) -> Option<Kind> {
    match kind {
        Kind::Step { .. } => Some(Kind::Step { optional: false }),
        Kind::Target { .. } => Some(Kind::Target { measure: None }),
        Kind::Metric { .. } => Some(Kind::Metric { measure: None }),
        Kind::Account { paid, .. } => Some(Kind::Account { price: None, paid: *paid }),
        Kind::Resource { .. } => {
            let link = ["http://", "https://"].iter().any(|scheme| text.starts_with(scheme));
            Some(Kind::Resource { href: link.then(|| text.to_owned()) })
        }
        Kind::CheckpointItem | Kind::ChecklistItem | Kind::Deliverable | Kind::Entry | Kind::Note => {
            Some(kind.clone())
        }
        _ => None,
    }
}

/// An item that the document does not say: its place is an empty one, behind the words of another.
const fn new_item(id: ItemId, kind: Kind, text: String, behind: Span) -> Item {
    let span = Span { start: behind.end, end: behind.end, line: behind.line };
    let record = Record { done_at: None, chosen: false, evidence: None, reading: None, ended_on: None };
    Item { id, kind, text, note: None, span, task: None, record, children: Vec::new() }
}

fn find(roadmap: &mut Roadmap, id: ItemId) -> Option<&mut Item> {
    let mut left: Vec<&mut Item> = roadmap.items.iter_mut().collect();
    while let Some(item) = left.pop() {
        if item.id == id {
            return Some(item);
        }
        left.extend(item.children.iter_mut());
    }
    None
}

/// The list that an item is in, and its place there.
fn siblings(roadmap: &mut Roadmap, id: ItemId) -> Option<(&mut Vec<Item>, usize)> {
    let mut left: Vec<&mut Vec<Item>> = vec![&mut roadmap.items];
    while let Some(items) = left.pop() {
        if let Some(at) = items.iter().position(|item| item.id == id) {
            return Some((items, at));
        }
        left.extend(items.iter_mut().map(|item| &mut item.children));
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document;

    const DOCUMENT: &str = "# A choir

## Month 1: Voices

### Week 1: Breath

**Study (5 hours):**

1. Breathe
2. Hum
3. Sing

**Checkpoint:**

- [ ] A long note
";

    fn choir() -> Roadmap {
        document::import(DOCUMENT.as_bytes(), "choir.md").expect("a roadmap").roadmap
    }

    fn id(roadmap: &Roadmap, text: &str) -> ItemId {
        roadmap.walk().find(|item| item.text == text).map(|item| item.id).expect(text)
    }

    fn steps(roadmap: &Roadmap) -> Vec<&str> {
        let is_step = |item: &&Item| matches!(item.kind, Kind::Step { .. });
        roadmap.walk().filter(is_step).map(|item| item.text.as_str()).collect()
    }

    #[test]
    fn words_are_changed_and_spaces_folded() {
        let mut roadmap = choir();
        let item = id(&roadmap, "Hum");
        assert_eq!(edit(&mut roadmap, &Edit::Rename { item, text: "  Hum\n softly ".into() }), Ok(true));
        assert_eq!(edit(&mut roadmap, &Edit::Rename { item, text: "Hum softly".into() }), Ok(false));
        assert_eq!(steps(&roadmap), ["Breathe", "Hum softly", "Sing"]);
    }

    #[test]
    fn no_words_and_too_many_are_refused_and_change_nothing() {
        let mut roadmap = choir();
        let item = id(&roadmap, "Hum");
        let before = roadmap.clone();
        let rename = |text: String| Edit::Rename { item, text };
        assert_eq!(edit(&mut roadmap, &rename(" ".into())), Err(EditError::NoWords));
        let long = edit(&mut roadmap, &rename("a".repeat(501)));
        assert_eq!(long, Err(EditError::TooLong { letters: 501 }));
        let gone = Edit::Rename { item: ItemId(-1), text: "Who?".into() };
        assert_eq!(edit(&mut roadmap, &gone), Err(EditError::Gone));
        assert_eq!(roadmap, before);
    }

    #[test]
    fn a_line_is_added_behind_its_like_and_within_a_heading() {
        let mut roadmap = choir();
        let behind = Edit::Add { at: id(&roadmap, "Hum"), text: "Whistle".into() };
        assert_eq!(edit(&mut roadmap, &behind), Ok(true));
        let within = Edit::Add { at: id(&roadmap, "Study"), text: "Rest".into() };
        assert_eq!(edit(&mut roadmap, &within), Ok(true));
        assert_eq!(steps(&roadmap), ["Breathe", "Hum", "Whistle", "Sing", "Rest"]);
        let check = Edit::Add { at: id(&roadmap, "A long note"), text: "A high one".into() };
        assert_eq!(edit(&mut roadmap, &check), Ok(true));
        let added = roadmap.find(id(&roadmap, "A high one")).expect("it");
        assert_eq!((&added.kind, added.span.start), (&Kind::CheckpointItem, added.span.end));
        let ids: std::collections::BTreeSet<_> = roadmap.walk().map(|item| item.id).collect();
        assert_eq!(ids.len(), roadmap.walk().count(), "each has a name of its own");
    }

    #[test]
    fn lines_move_among_their_siblings_and_stop_at_the_ends() {
        let mut roadmap = choir();
        let item = id(&roadmap, "Breathe");
        assert_eq!(edit(&mut roadmap, &Edit::Move { item, by: 1 }), Ok(true));
        assert_eq!(steps(&roadmap), ["Hum", "Breathe", "Sing"]);
        assert_eq!(edit(&mut roadmap, &Edit::Move { item, by: 9 }), Ok(true));
        assert_eq!(edit(&mut roadmap, &Edit::Move { item, by: 1 }), Ok(false));
        assert_eq!(steps(&roadmap), ["Hum", "Sing", "Breathe"]);
        assert_eq!(edit(&mut roadmap, &Edit::Move { item, by: i32::MIN }), Ok(true));
        assert_eq!(steps(&roadmap), ["Breathe", "Hum", "Sing"]);
    }

    #[test]
    fn what_goes_takes_along_what_is_below_it() {
        let mut roadmap = choir();
        let item = id(&roadmap, "Study");
        assert_eq!(edit(&mut roadmap, &Edit::Remove { item }), Ok(true));
        assert!(steps(&roadmap).is_empty());
    }

    #[test]
    fn only_an_activity_has_hours() {
        let mut roadmap = choir();
        let budget = Some(Budget::Stage { least: 600, most: 600 });
        let activity = id(&roadmap, "Study");
        assert_eq!(edit(&mut roadmap, &Edit::SetBudget { activity, budget }), Ok(true));
        let step = id(&roadmap, "Hum");
        let refused = edit(&mut roadmap, &Edit::SetBudget { activity: step, budget });
        assert_eq!(refused, Err(EditError::NoActivity { text: "Hum".into() }));
    }
}
