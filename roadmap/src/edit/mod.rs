//! What a person changes in a roadmap by hand: words, hours, order, what is added, what goes and what comes back.
//!
//! Belongs here: which changes make sense for which items, and carrying them out on the tree. What a
//! person records about an item (ticks, evidence) is its [`Record`](crate::item::Record), and no edit.

mod addable;
mod archive;
mod stages;
#[cfg(test)]
mod tests;
pub(crate) mod tree;
pub(crate) mod weeks;

pub use addable::{Addable, Added, Place, addable};
pub use archive::{Archived, Removed, bring_back, removed};
pub use stages::LONGEST_STAGE;

use crate::item::Budget;
use crate::{Category, Item, ItemId, Kind, Roadmap, document};
use serde::{Deserialize, Serialize};
use weeks::Runs;

/// The most letters an item's words may have.
pub const LONGEST: usize = 500;

/// A change by hand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Edit {
    /// Gives an item other words. What it measures or claims by the way is read from them anew.
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
    /// Gives an activity another kind of work.
    SetCategory {
        /// The activity.
        activity: ItemId,
        /// What it is for.
        category: Category,
    },
    /// Gives a stage another length.
    ///
    /// A stage that names weeks names others, from the same first one on, and so do those that follow on from
    /// it: stages whose weeks followed each other go on doing so. A gap or a repeated number ends
    /// that, and what comes behind it keeps its numbers. Any other stage is measured in days from then on;
    /// an open-ended one has no length.
    SetLength {
        /// The stage.
        stage: ItemId,
        /// Its length in weeks, 1 to [`LONGEST_STAGE`].
        weeks: u32,
    },
    /// Adds a stage behind another, or as the last of a phase. Where stages name weeks it names the next
    /// ones, and those behind it move on as with [`Edit::SetLength`]; the first of all begins with week 1.
    AddStage {
        /// A stage or a phase.
        after: ItemId,
        /// Its words, 1 to [`LONGEST`] letters.
        title: String,
        /// Its length in weeks, 1 to [`LONGEST_STAGE`].
        weeks: u32,
    },
    /// Adds a phase behind another, or as the first. It names no months.
    AddPhase {
        /// The phase before it; none for the first.
        after: Option<ItemId>,
        /// Its words, 1 to [`LONGEST`] letters.
        title: String,
    },
    /// Adds an activity to a stage, behind its others and before its checkpoint.
    AddActivity {
        /// The stage.
        stage: ItemId,
        /// Its words, 1 to [`LONGEST`] letters.
        title: String,
        /// What kind of work it is.
        category: Category,
        /// Its budget.
        budget: Option<Budget>,
    },
    /// Adds a line: within what holds lines behind the last of them and before anything with a label of
    /// its own, and behind any other line. [`addable()`] says what it becomes.
    Add {
        /// The line to add behind, or what to add to.
        at: ItemId,
        /// Its words, 1 to [`LONGEST`] letters.
        text: String,
    },
    /// Takes an item away, with all below it. Stages whose weeks followed each other go on doing so; the
    /// months of phases stay as they are, since they are names as much as lengths.
    Remove {
        /// The item.
        item: ItemId,
    },
    /// Moves an item among its siblings. Weeks and months are as after [`Edit::Remove`].
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
    /// Only a stage has a length.
    #[error("“{text}” has no length of its own: give one to a stage")]
    NoStage {
        /// What it says.
        text: String,
    },
    /// What happens ends it.
    #[error("“{text}” goes on until something ends it, so it has no length: say that it is over when it is")]
    OpenEnded {
        /// What it says.
        text: String,
    },
    /// No weeks or too many.
    #[error("a stage can't last {weeks} weeks: give it 1 to {LONGEST_STAGE}")]
    WrongLength {
        /// How many were asked for.
        weeks: u32,
    },
    /// That can't be added there.
    #[error("nothing of that kind can be added to “{text}”: add it elsewhere")]
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
            let item = tree::find(roadmap, *item).ok_or(EditError::Gone)?;
            Ok(rename(item, text))
        }
        Edit::SetBudget { activity, budget: wanted } => {
            let item = tree::find(roadmap, *activity).ok_or(EditError::Gone)?;
            let Kind::Activity { budget, .. } = &mut item.kind else {
                return Err(EditError::NoActivity { text: item.text.clone() });
            };
            let differs = budget != wanted;
            *budget = *wanted;
            Ok(differs)
        }
        Edit::SetCategory { activity, category: wanted } => {
            let item = tree::find(roadmap, *activity).ok_or(EditError::Gone)?;
            let Kind::Activity { category, .. } = &mut item.kind else {
                return Err(EditError::NoActivity { text: item.text.clone() });
            };
            let differs = category != wanted;
            *category = *wanted;
            Ok(differs)
        }
        Edit::SetLength { stage, weeks } => stages::set_length(roadmap, *stage, *weeks),
        Edit::AddStage { after, title, weeks } => stages::add_stage(roadmap, *after, title, *weeks),
        Edit::AddPhase { after, title } => stages::add_phase(roadmap, *after, title),
        Edit::AddActivity { stage, title, category, budget } => {
            stages::add_activity(roadmap, *stage, title, *category, *budget)
        }
        Edit::Add { at, text } => add(roadmap, *at, words(text)?),
        Edit::Remove { item } => {
            let runs = Runs::of(roadmap);
            let (siblings, at) = tree::siblings(roadmap, *item).ok_or(EditError::Gone)?;
            siblings.remove(at);
            runs.renumber(roadmap);
            Ok(true)
        }
        Edit::Move { item, by } => {
            let runs = Runs::of(roadmap);
            let (siblings, at) = tree::siblings(roadmap, *item).ok_or(EditError::Gone)?;
            let last = siblings.len() - 1;
            let by = isize::try_from(*by).unwrap_or(0);
            let to = at.saturating_add_signed(by).min(last);
            let moved = siblings.remove(at);
            siblings.insert(to, moved);
            runs.renumber(roadmap);
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

/// Gives an item other words. What they measure or claim by the way follows them.
fn rename(item: &mut Item, text: String) -> bool {
    if item.text == text {
        return false;
    }
    let before = std::mem::replace(&mut item.text, text);
    if let Kind::Target { measure } | Kind::Metric { measure } = &mut item.kind {
        *measure = document::measure(&item.text);
    }
    let words = &item.text;
    item.children.retain_mut(|claim| match &mut claim.kind {
        Kind::Target { measure } if claim.text == before => {
            claim.text.clone_from(words);
            *measure = document::claim(words);
            measure.is_some()
        }
        _ => true,
    });
    true
}

fn add(roadmap: &mut Roadmap, at: ItemId, text: String) -> Result<bool, EditError> {
    let id = tree::new_id(roadmap);
    let place = tree::find(roadmap, at).ok_or(EditError::Gone)?;
    match addable::line(place, &text) {
        Some((kind, Place::Within)) => tree::add_line(place, id, kind, text),
        Some((kind, Place::Behind)) => {
            let new = tree::new_item(id, kind, text, place.span);
            let (siblings, place) = tree::siblings(roadmap, at).ok_or(EditError::Gone)?;
            siblings.insert(place + 1, new);
        }
        None => return Err(EditError::NothingToAdd { text: place.text.clone() }),
    }
    Ok(true)
}
