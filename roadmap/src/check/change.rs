//! What a remedy does to a roadmap.

use super::said::rewritten;
use crate::document::categories_named;
use crate::edit::{tree, weeks};
use crate::item::{Budget, Measure, NumberRange};
use crate::{Category, Item, ItemId, Kind, Roadmap};
use serde::{Deserialize, Serialize};

/// What a remedy does. The app applies it in one step that can be taken back.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
#[serde(tag = "kind", rename_all = "kebab-case")]
pub enum Change {
    /// Gives items another number, in their words as well; all of them say the same thing.
    SetMeasures {
        /// Each item with its new number.
        measures: Vec<NewMeasure>,
    },
    /// Sets what a template's heading claims.
    SetStated {
        /// The template.
        template: ItemId,
        /// The minutes a week.
        minutes: u32,
    },
    /// Gives activities other budgets.
    SetBudgets {
        /// Each activity with its new budget.
        budgets: Vec<NewBudget>,
    },
    /// Makes something optional, or part of the plan.
    SetOptional {
        /// A step, or another item that calls itself optional.
        step: ItemId,
        /// Whether it is optional.
        optional: bool,
    },
    /// Adds a step at the end of an activity's own.
    AddStep {
        /// The activity, or a stage that has none.
        activity: ItemId,
        /// The step's words.
        text: String,
    },
    /// Says in the names of blocks that they serve another kind of work too.
    OpenBlocks {
        /// The blocks.
        blocks: Vec<ItemId>,
        /// What else they are for.
        category: Category,
    },
    /// Gives stages other weeks, in their words as well, and in those of a phase that is called by them.
    SetWeeks {
        /// Each stage with its new weeks.
        stages: Vec<NewWeeks>,
    },
    /// Gives an item other words.
    SetText {
        /// The item.
        item: ItemId,
        /// Its words.
        text: String,
    },
    /// Gives several places that say the same thing other words, the roadmap's title among them.
    Reword {
        /// Each item with its new words.
        texts: Vec<NewText>,
        /// The new title; none where it stays.
        title: Option<String>,
    },
}

/// An item's new words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct NewText {
    /// The item.
    pub item: ItemId,
    /// Its words.
    pub text: String,
}

/// An item's new number.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct NewMeasure {
    /// A target, a metric, or any line whose words hold the number.
    pub item: ItemId,
    /// The number. Its unit says which number of the words it takes the place of.
    pub measure: Measure,
}

/// An activity's new budget.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct NewBudget {
    /// The activity.
    pub activity: ItemId,
    /// Its budget.
    pub budget: Budget,
}

/// A stage's new weeks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(export))]
pub struct NewWeeks {
    /// The stage.
    pub stage: ItemId,
    /// Its weeks.
    pub weeks: NumberRange,
}

/// Applies a change. False where it finds nothing to change: the item is gone or of another kind.
pub fn apply(roadmap: &mut Roadmap, change: &Change) -> bool {
    match change {
        Change::SetMeasures { measures } => {
            let set = |new: &NewMeasure| {
                on(roadmap, new.item, |item| set_measure(item, &new.measure)).unwrap_or(false)
            };
            measures.iter().map(set).fold(false, |any, set| any | set)
        }
        Change::SetStated { template, minutes } => on(roadmap, *template, |item| match &mut item.kind {
            Kind::Template { stated_minutes, .. } => replace(stated_minutes, Some(*minutes)),
            _ => false,
        })
        .unwrap_or(false),
        Change::SetBudgets { budgets } => {
            let set = |new: &NewBudget| {
                on(roadmap, new.activity, |item| set_budget(item, new.budget)).unwrap_or(false)
            };
            budgets.iter().map(set).fold(false, |any, set| any | set)
        }
        Change::SetOptional { step, optional } => {
            on(roadmap, *step, |item| set_optional(item, *optional)).unwrap_or(false)
        }
        Change::AddStep { activity, text } => add_step(roadmap, *activity, text),
        Change::OpenBlocks { blocks, category } => {
            let open = |block: &ItemId| on(roadmap, *block, |item| open(item, *category)).unwrap_or(false);
            blocks.iter().map(open).fold(false, |any, opened| any | opened)
        }
        Change::SetWeeks { stages } => {
            let new: Vec<_> = stages.iter().map(|new| (new.stage, new.weeks)).collect();
            weeks::set_all(roadmap, &new)
        }
        Change::SetText { item, text } => {
            on(roadmap, *item, |item| replace(&mut item.text, text.clone())).unwrap_or(false)
        }
        Change::Reword { texts, title } => {
            let set = |new: &NewText| {
                on(roadmap, new.item, |item| replace(&mut item.text, new.text.clone())).unwrap_or(false)
            };
            let any = texts.iter().map(set).fold(false, |any, set| any | set);
            title.clone().is_some_and(|title| replace(&mut roadmap.title, title)) | any
        }
    }
}

fn replace<T: PartialEq>(place: &mut T, new: T) -> bool {
    let differs = *place != new;
    *place = new;
    differs
}

fn on<T>(roadmap: &mut Roadmap, id: ItemId, change: impl FnOnce(&mut Item) -> T) -> Option<T> {
    tree::find(roadmap, id).map(change)
}

/// Sets the number in the words, in the item's own measure, and in the target that a line holds which
/// claims something by the way.
fn set_measure(item: &mut Item, new: &Measure) -> bool {
    let before = item.text.clone();
    let mut changed = rewritten(&before, new).is_some_and(|text| replace(&mut item.text, text));
    if let Kind::Target { measure } | Kind::Metric { measure } = &mut item.kind {
        changed |= replace(measure, Some(new.clone()));
    }
    for claim in &mut item.children {
        if let Kind::Target { measure } = &mut claim.kind
            && claim.text == before
        {
            claim.text.clone_from(&item.text);
            changed |= replace(measure, Some(new.clone()));
        }
    }
    changed
}

fn set_budget(item: &mut Item, new: Budget) -> bool {
    match &mut item.kind {
        Kind::Activity { budget, .. } => replace(budget, Some(new)),
        _ => false,
    }
}

fn set_optional(item: &mut Item, wanted: bool) -> bool {
    let said = if wanted { None } else { without_optional(&item.text) };
    let mut changed = said.is_some_and(|text| replace(&mut item.text, text));
    if let Kind::Step { optional } = &mut item.kind {
        changed |= replace(optional, wanted);
    } else if wanted && !item.text.to_lowercase().contains("optional") {
        item.text.push_str(" (optional)");
        changed = true;
    }
    changed
}

/// The words without the one that makes them optional.
fn without_optional(text: &str) -> Option<String> {
    let found = ["(optional)", "(Optional)", "Optional:", "optional:", "Optional", "optional"]
        .iter()
        .find_map(|word| text.split_once(word));
    let (before, after) = found?;
    let joined = format!("{} {}", before.trim_end(), after.trim_start());
    Some(joined.trim().to_owned())
}

fn add_step(roadmap: &mut Roadmap, activity: ItemId, text: &str) -> bool {
    let id = tree::new_id(roadmap);
    let step = |item: &mut Item| tree::add_line(item, id, Kind::Step { optional: false }, text.to_owned());
    on(roadmap, activity, step).is_some()
}

fn open(block: &mut Item, category: Category) -> bool {
    if !matches!(block.kind, Kind::Block(_)) || categories_named(&block.text).contains(&category) {
        return false;
    }
    block.text.push_str(&format!(", or {}", super::said::category(category)));
    true
}
