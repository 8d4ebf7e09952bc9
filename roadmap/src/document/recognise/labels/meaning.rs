//! What a label announces, by its words: a goal, a checkpoint, a project, an option, work of a category.

use crate::Category;
use crate::document::recognise::numbers::whole_at;
use crate::document::recognise::options::{self, Choosable};
use crate::document::recognise::phrases::{Terms, at_brackets};
use crate::document::recognise::{categories, sections};
use crate::item::PartOfDay;

/// The word for a stage's last questions.
const CHECKPOINT: &str = "checkpoint*";

/// Words for what it is all for.
const GOALS: [&str; 10] = [
    "goal",
    "goals",
    "objective",
    "objectives",
    "aim",
    "aims",
    "main goal",
    "weekly goal",
    "learning goals",
    "learning objectives",
];

/// What a label announces.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::document::recognise) enum Meaning {
    /// What it is all for.
    Goal,
    /// Measurable claims.
    Target,
    /// What exists afterwards.
    Deliverable,
    /// What to be able to say "yes" to.
    Checkpoint,
    /// A project, with its number and title.
    Project(Project),
    /// An option of a choice.
    Option(Choosable),
    /// That one of the following is to be picked.
    Choose,
    /// The blocks of a day.
    Routine,
    /// A part of the day.
    Part(PartOfDay),
    /// Links and books.
    Resources,
    /// Work of a category, by its name alone.
    Work(Category),
    /// Anything else.
    Plain,
}

/// A project's number and title.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::document::recognise) struct Project {
    /// Its number, if it has one.
    pub(in crate::document::recognise) number: Option<u32>,
    /// Its title.
    pub(in crate::document::recognise) title: String,
    /// What stands in brackets behind the number: "continued".
    pub(in crate::document::recognise) note: Option<String>,
}

/// True for what announces a checkpoint.
pub(in crate::document::recognise) fn is_checkpoint(text: &str) -> bool {
    Terms::of(text).hold(CHECKPOINT)
}

/// True for the heading of what it is all for.
pub(in crate::document::recognise) fn is_goal(text: &str) -> bool {
    Terms::of(text).are_any(&GOALS)
}

pub(super) fn meaning(name: &str, rest: &str, has_budget: bool) -> Meaning {
    if let Some(mut project) = project(name) {
        if project.title.is_empty() {
            rest.clone_into(&mut project.title);
        }
        return Meaning::Project(project);
    }
    let words = Terms::of(name);
    let is = |phrases: &[&str]| words.are_any(phrases);
    if is(&GOALS) || is(&["focus"]) {
        Meaning::Goal
    } else if is(&["target", "targets"]) {
        Meaning::Target
    } else if is(&["deliverable", "deliverables"]) {
        Meaning::Deliverable
    } else if words.hold(CHECKPOINT) {
        Meaning::Checkpoint
    } else if words.hold("routine") {
        Meaning::Routine
    } else if options::are_choice(&words) || at_brackets(name).1.is_some_and(options::chooses) {
        Meaning::Choose
    } else if let Some(part) = part_of_day(name) {
        Meaning::Part(part)
    } else if has_budget {
        categories::of(name).map_or(Meaning::Plain, Meaning::Work)
    } else if sections::is_resources(name) {
        Meaning::Resources
    } else {
        names_category(name, &words).map_or(Meaning::Plain, Meaning::Work)
    }
}

/// The category of a label that is hardly more than the category's name.
fn names_category(name: &str, words: &Terms) -> Option<Category> {
    (words.count() <= 3).then(|| categories::of(name)).flatten().filter(|category| category.is_work())
}

/// "Project 1 (continued): Choir": number, title, note.
fn project(name: &str) -> Option<Project> {
    let rest = name.strip_prefix("Project").or_else(|| name.strip_prefix("project"))?;
    if let Some(title) = rest.strip_prefix(':') {
        return Some(Project { number: None, title: title.trim().to_owned(), note: None });
    }
    let (number, rest) = whole_at(rest.trim_start().trim_start_matches('#'))?;
    let (head, title) = match rest.find([':', '–', '—']) {
        Some(at) => (rest.get(..at)?, rest.get(at..)?.trim_start_matches([':', '–', '—', ' '])),
        None => match rest.trim_start().strip_prefix("- ") {
            Some(title) => ("", title),
            None => (rest, ""),
        },
    };
    let note = at_brackets(&format!("x{head}")).1.map(str::to_owned);
    Some(Project { number: Some(number), title: title.trim().to_owned(), note })
}

/// The part of the day that a text begins with.
pub(in crate::document::recognise) fn part_of_day(text: &str) -> Option<PartOfDay> {
    let end = text.find(|c: char| !c.is_alphabetic()).unwrap_or(text.len());
    match text.get(..end)?.to_lowercase().as_str() {
        "morning" | "mornings" => Some(PartOfDay::Morning),
        "afternoon" | "afternoons" => Some(PartOfDay::Afternoon),
        "evening" | "evenings" | "night" | "weeknights" => Some(PartOfDay::Evening),
        _ => None,
    }
}
