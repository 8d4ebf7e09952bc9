//! Guesses of the recognition that a person set right, remembered for the next import of a document.

mod place;

pub use place::corrected_lines;

use super::outline;
use super::{Import, ImportError, recognise};
use crate::item::{About, Budget, Item, ItemId, Kind, Span};
use crate::{Category, Roadmap};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;

/// A guess that the person set right. It names its line by its words and by what stands around it, so that it
/// holds when the document changes elsewhere.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Correction {
    /// The line's words in the source, without the white space around them.
    pub line: String,
    /// Which of the lines with these words it is, from 0.
    pub nth: u32,
    /// The heading that it stands below, as it is written; none at the top.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "ts", ts(optional = nullable))]
    pub under: Option<String>,
    /// The line that follows it, if one does.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "ts", ts(optional = nullable))]
    pub before: Option<String>,
    /// What it is.
    pub taken: Taken,
}

/// What a line of a document is taken for.
///
/// Of a list, any of its lines stands for all of them. A line that is said to be a phase or a stage
/// becomes a heading: what follows is below it, until the next heading or the next such line.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "as", rename_all = "kebab-case")]
pub enum Taken {
    /// A phase, with stages below it.
    Phase,
    /// A stage, with work below it.
    Stage,
    /// One of several ways to the same end. Only ever what the document says: as a correction it
    /// changes nothing.
    Track,
    /// Work of a category within a stage.
    Activity {
        /// The category.
        category: Category,
    },
    /// Only to be read: what is below becomes entries and notes.
    Section,
    /// The blocks of a typical week; in a stage, of that stage's own days.
    Schedule,
    /// Its lines are things to do.
    Steps,
    /// Its lines are what to be able to say "yes" to.
    Checkpoint,
    /// Its lines are study material.
    Resources,
    /// Its lines are what exists afterwards.
    Deliverables,
    /// Its lines are measurable claims.
    Targets,
    /// Its lines are what it is all for.
    Goals,
    /// The category of an activity or block, which stays what it is.
    Category {
        /// The category.
        category: Category,
    },
    /// The hours of an activity, or of a stage as a whole.
    Hours {
        /// How much time.
        budget: Budget,
    },
}

/// All that was said of one line.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Said {
    /// What the line is.
    pub(super) taken: Option<Taken>,
    /// The category of its work.
    pub(super) category: Option<Category>,
    /// The hours of its work.
    pub(super) hours: Option<Budget>,
}

/// What was said of lines, by their numbers from 1.
pub(super) type Sayings = HashMap<usize, Said>;

impl Said {
    fn add(&mut self, taken: Taken) {
        match taken {
            Taken::Category { category } => self.category = Some(category),
            Taken::Hours { budget } => self.hours = Some(budget),
            Taken::Activity { category } => {
                self.taken = Some(taken);
                self.category = Some(category);
            }
            Taken::Track => self.taken = None,
            _ => self.taken = Some(taken),
        }
    }
}

/// Reads a document as [`import`](super::import) does, with what a person set right. Of several
/// corrections of a line that contradict each other the last counts; one that fits no line is ignored.
///
/// # Errors
/// As [`import`](super::import).
pub fn import_corrected(
    source: &[u8],
    name: &str,
    corrections: &[Correction],
) -> Result<Import, ImportError> {
    let text = super::text(source, name)?;
    let title = name.strip_suffix(".md").or_else(|| name.strip_suffix(".markdown")).unwrap_or(name);
    let roadmap = recognise::roadmap(outline::read(text), title, &sayings(text, corrections));
    Ok(Import { roadmap, source: text.to_owned() })
}

/// Finds the lines that corrections name.
pub(super) fn sayings(source: &str, corrections: &[Correction]) -> Sayings {
    let mut said = Sayings::new();
    for (number, correction) in corrected_lines(source, corrections).into_iter().zip(corrections) {
        if let Some(number) = number {
            said.entry(number).or_default().add(correction.taken);
        }
    }
    said
}

fn words(line: &str) -> &str {
    line.trim_start_matches('\u{feff}').trim()
}

/// The correction that says what an item is instead. None for an item that no line names.
pub fn correction(roadmap: &Roadmap, source: &str, item: ItemId, taken: Taken) -> Option<Correction> {
    let number = line_of(&roadmap.path_to(item))?;
    place::of(source, number, taken)
}

/// The number of the line that an item is named by, from the way down to it. The work of a stage as a
/// whole goes by the stage.
fn line_of(path: &[&Item]) -> Option<usize> {
    let mut path = path.iter().rev();
    let item = path.next()?;
    let named = match item.kind {
        Kind::Activity { .. } if is_implied(item) => path.next()?,
        Kind::Phase { .. } if is_implied(item) => return None,
        _ => item,
    };
    (named.span != Span::default()).then_some(named.span.line)
}

/// True for an item that no words of the document name.
const fn is_implied(item: &Item) -> bool {
    item.span.end == item.span.start
}

/// What a person can say an item is, what it is now first; empty where there is nothing to choose.
/// Whether it can be given hours as well is told by [`takes_hours`].
///
/// Only what stands on a line that can be corrected is asked for: a heading, a label or bold line, a
/// line of a list, a sentence, a block of a template. No row of a table, and nothing quoted or in HTML.
pub fn readings(roadmap: &Roadmap, source: &str, item: ItemId) -> Vec<Taken> {
    let path = roadmap.path_to(item);
    let Some(found) = path.last().filter(|found| !is_implied(found) || is_activity(found)) else {
        return Vec::new();
    };
    let in_stage = path.iter().any(|above| above.id != item && matches!(above.kind, Kind::Stage { .. }));
    let Some(stands) = Stands::of(found, source).filter(|_| !is_implied(found)) else {
        return match &found.kind {
            Kind::Activity { category, .. } => categories(*category).collect(),
            Kind::Block(rule) => categories(rule.category).collect(),
            _ => Vec::new(),
        };
    };
    let mut readings: Vec<Taken> = present(found).into_iter().collect();
    let lines = [Taken::Steps, Taken::Resources, Taken::Deliverables, Taken::Targets, Taken::Goals];
    match (stands, &found.kind) {
        (_, Kind::Block(rule)) => readings.extend(categories(rule.category)),
        (_, Kind::Activity { category, .. }) => {
            // What its lines are is said of the lines: as one of their labels it would lose its hours.
            readings.extend(categories(*category).skip(1));
            readings.extend([Taken::Stage, Taken::Section, Taken::Checkpoint]);
        }
        (Stands::Part, _) => {
            readings.extend([Taken::Phase, Taken::Stage, Taken::Section]);
            if in_stage {
                readings.extend(activities());
                readings.push(Taken::Checkpoint);
            }
            if !matches!(found.kind, Kind::Phase { .. } | Kind::Stage { .. } | Kind::Track { .. }) {
                readings.extend(lines);
                readings.push(Taken::Schedule);
            } else if is_list_line(found, source) {
                readings.push(Taken::Steps);
            }
        }
        (Stands::Text, _) if in_stage => {
            readings.extend(activities());
            readings.extend(lines.into_iter().chain([Taken::Checkpoint, Taken::Stage]));
        }
        (Stands::Text, _) => readings.extend([Taken::Stage, Taken::Phase, Taken::Goals, Taken::Resources]),
        (Stands::List, _) if readings.is_empty() => {}
        (Stands::List, _) => {
            readings.extend(lines.into_iter().chain([Taken::Section, Taken::Checkpoint]));
            if recognise::names_part(&found.text) && !is_below_another(found, source) {
                readings.push(Taken::Stage);
            }
            if in_stage && names_hours(found) && !is_below_another(found, source) {
                readings.extend(activities());
            }
        }
    }
    let mut known = Vec::with_capacity(readings.len());
    for reading in readings {
        if !known.contains(&reading) {
            known.push(reading);
        }
    }
    known
}

/// False for an item that stands on no line of its own, or on one that can't be corrected.
pub(super) fn can_be_said(item: &Item, source: &str) -> bool {
    is_activity(item) || matches!(item.kind, Kind::Block(_)) || Stands::of(item, source).is_some()
}

fn names_hours(item: &Item) -> bool {
    recognise::without_hours(&item.text).is_some()
}

fn is_list_line(item: &Item, source: &str) -> bool {
    source.get(item.span.start..).is_some_and(outline::is_list_line)
}

/// True for a line of a list that stands below another.
fn is_below_another(item: &Item, source: &str) -> bool {
    source.get(..item.span.start).is_some_and(|before| before.ends_with([' ', '\t']))
}

/// True for an item that can be given hours: an activity, a stage without any, or a step that names some.
pub fn takes_hours(item: &Item) -> bool {
    match item.kind {
        Kind::Step { .. } => names_hours(item),
        Kind::Activity { .. } => true,
        Kind::Stage { .. } => !item.walk().any(|below| is_activity(below) && !is_implied(below)),
        _ => false,
    }
}

const fn is_activity(item: &Item) -> bool {
    matches!(item.kind, Kind::Activity { .. })
}

/// Work of each category.
fn activities() -> impl Iterator<Item = Taken> {
    let work = |category: &Category| category.is_work();
    Category::ALL.into_iter().filter(work).map(|category| Taken::Activity { category })
}

/// The categories of work, the present one first.
fn categories(present: Category) -> impl Iterator<Item = Taken> {
    let others = Category::ALL.into_iter().filter(move |other| *other != present && other.is_work());
    std::iter::once(present).chain(others).map(|category| Taken::Category { category })
}

/// What stands on a line.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Stands {
    /// A heading, label or bold line.
    Part,
    /// A line of a list.
    List,
    /// Words that are neither.
    Text,
}

impl Stands {
    /// What an item stands on; none for what shares its line with others or can't be corrected.
    fn of(item: &Item, source: &str) -> Option<Self> {
        let (before, from) = source.split_at_checked(item.span.start)?;
        let line = words(from.lines().next()?);
        let is_first = before.rsplit('\n').next().is_none_or(|before| words(before).is_empty());
        let is_list = outline::is_list_line(line);
        match item.kind {
            _ if !is_first => None,
            Kind::Phase { .. } | Kind::Stage { .. } | Kind::Track { .. } => Some(Self::Part),
            _ if line.starts_with(['|', '>', '<']) => None,
            // A table without bars at its edges.
            Kind::Section { .. } if line.contains(" | ") => None,
            _ if is_list => Some(Self::List),
            Kind::Activity { .. }
            | Kind::Section { .. }
            | Kind::Checkpoint
            | Kind::Choice
            | Kind::Gate { .. }
            | Kind::Template { .. }
            | Kind::Routine
            | Kind::Project { .. } => Some(Self::Part),
            Kind::Note | Kind::Entry if line.starts_with("**") || line.starts_with("__") => Some(Self::Part),
            Kind::Note | Kind::Entry | Kind::Target { .. } if !line.contains(" | ") => Some(Self::Text),
            _ => None,
        }
    }
}

/// What an item is taken for, where a correction could say so.
fn present(item: &Item) -> Option<Taken> {
    let lines = || item.children.iter().find_map(present_line);
    match &item.kind {
        Kind::Phase { .. } => Some(Taken::Phase),
        Kind::Track { .. } => Some(Taken::Track),
        Kind::Stage { .. } => Some(Taken::Stage),
        Kind::Activity { category, .. } => Some(Taken::Category { category: *category }),
        Kind::Checkpoint => Some(Taken::Checkpoint),
        Kind::Section { about: About::Reading } => Some(Taken::Resources),
        Kind::Template { .. } | Kind::Routine => Some(Taken::Schedule),
        Kind::Section { .. } => lines().or(Some(Taken::Section)),
        _ => present_line(item),
    }
}

const fn present_line(line: &Item) -> Option<Taken> {
    match &line.kind {
        Kind::Step { .. } => Some(Taken::Steps),
        Kind::Resource { .. } => Some(Taken::Resources),
        Kind::Deliverable => Some(Taken::Deliverables),
        Kind::Target { .. } => Some(Taken::Targets),
        Kind::Goal => Some(Taken::Goals),
        Kind::CheckpointItem | Kind::ChecklistItem => Some(Taken::Checkpoint),
        Kind::Entry | Kind::Note => Some(Taken::Section),
        _ => None,
    }
}
