//! Labels: the bold or colon-ended lines that announce what follows ("**Study (15 hours):**").

use super::hours::{name_before, stretch_in};
use super::numbers::whole_at;
use super::options::{self, Choosable, option};
use super::phrases::{Terms, at_brackets};
use super::ranges::is_dash;
use super::{budgets, categories, links, sections};
use crate::Category;
use crate::document::outline::{Node, Shape, Words};
use crate::item::{Budget, PartOfDay};

/// The most bytes of a line without bold words that can still be a label.
const LONGEST_PLAIN: usize = 80;
/// The most words of a name that stands without a colon.
const MOST_WORDS: usize = 6;

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

/// What a label announces.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Meaning {
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
pub(super) struct Project {
    /// Its number, if it has one.
    pub(super) number: Option<u32>,
    /// Its title.
    pub(super) title: String,
    /// What stands in brackets behind the number: "continued".
    pub(super) note: Option<String>,
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

/// True for what announces a checkpoint.
pub(super) fn is_checkpoint(text: &str) -> bool {
    Terms::of(text).hold(CHECKPOINT)
}

/// True for the heading of what it is all for.
pub(super) fn is_goal(text: &str) -> bool {
    Terms::of(text).are_any(&GOALS)
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

fn meaning(name: &str, rest: &str, has_budget: bool) -> Meaning {
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
pub(super) fn part_of_day(text: &str) -> Option<PartOfDay> {
    let end = text.find(|c: char| !c.is_alphabetic()).unwrap_or(text.len());
    match text.get(..end)?.to_lowercase().as_str() {
        "morning" | "mornings" => Some(PartOfDay::Morning),
        "afternoon" | "afternoons" => Some(PartOfDay::Afternoon),
        "evening" | "evenings" | "night" | "weeknights" => Some(PartOfDay::Evening),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::document::outline;

    fn label(source: &str) -> Option<Label> {
        let nodes = outline::read(source);
        read(&nodes[0], nodes.get(1))
    }

    fn meaning_of(source: &str) -> Option<Meaning> {
        label(source).map(|label| label.meaning)
    }

    #[test]
    fn a_colon_may_stand_inside_or_behind_the_bold_words() {
        for source in ["**Goal:** Sing", "**Goal**: Sing", "Goal: Sing"] {
            let label = label(source).expect("a label");
            assert_eq!((label.meaning, label.rest.as_str()), (Meaning::Goal, "Sing"), "{source}");
        }
    }

    #[test]
    fn hours_are_taken_off_the_name() {
        for source in
            ["**Vocal study (15 hours):**", "**Vocal study** (15 hours):", "**Vocal study (15h)**\n- a"]
        {
            let label = label(source).expect("a label");
            assert_eq!(label.name, "Vocal study", "{source}");
            assert_eq!(label.budget, Some(Budget::Stage { least: 900, most: 900 }), "{source}");
            assert_eq!(label.meaning, Meaning::Work(Category::Study), "{source}");
        }
    }

    #[test]
    fn a_plain_name_with_hours_is_a_label_above_a_list() {
        for source in [
            "Violin (5 hours)\n- a",
            "Violin – 5 hours\n1. a",
            "*Violin (5h)*\n- a",
            "Violin, about 5 h\n\n- a",
            "Violin (5 hours):\n- a",
        ] {
            let label = label(source).expect("a label");
            assert_eq!(label.name, "Violin", "{source}");
            assert_eq!(label.budget, Some(Budget::Stage { least: 300, most: 300 }), "{source}");
        }
        for source in [
            "Violin (5 hours)\n\nMore",
            "Violin (5 hours) and more\n- a",
            "You need this (5 hours).\n- a",
            "Total – 5 hours\n- a",
            "Time – 5 hours\n- a",
            "Commute: 5 hours\n- a",
            "5 hours\n- a",
            "Violin (5 strings)\n- a",
        ] {
            assert_eq!(label(source), None, "{source}");
        }
    }

    #[test]
    fn brackets_with_hours_may_say_what_they_are_for() {
        for source in ["**Violin (5 hours, hands-on):**", "Violin (Hands-On, 5 h):\n- a"] {
            assert_eq!(meaning_of(source), Some(Meaning::Work(Category::HandsOn)), "{source}");
        }
        assert_eq!(meaning_of("**Study (5 hours, mostly review):**"), Some(Meaning::Work(Category::Study)));
    }

    #[test]
    fn bold_words_without_a_colon_are_a_label_only_above_a_list() {
        assert_eq!(meaning_of("**Deliverables**\n- a"), Some(Meaning::Deliverable));
        assert_eq!(label("**Sing out!**\n\nMore"), None);
        assert_eq!(label("**Hurry** - do not wait"), None);
    }

    #[test]
    fn projects_have_numbers_titles_and_notes() {
        let project = |source: &str| match meaning_of(source) {
            Some(Meaning::Project(project)) => project,
            other => panic!("{source} is {other:?}"),
        };
        let first = project("**Project 1: A duet**");
        assert_eq!((first.number, first.title.as_str(), first.note), (Some(1), "A duet", None));
        let again = project("**Project 1 (continued): The duet on stage**");
        assert_eq!(
            (again.number, again.title.as_str(), again.note.as_deref()),
            (Some(1), "The duet on stage", Some("continued"))
        );
    }

    #[test]
    fn options_and_choices_are_told_from_other_picks() {
        assert!(
            matches!(meaning_of("**Option B: Opera**\n- a"), Some(Meaning::Option(option)) if option.label == "B" && option.title == "Opera")
        );
        assert_eq!(meaning_of("Choose one:\n- a"), Some(Meaning::Choose));
        assert_eq!(meaning_of("Pick a single one:\n- a"), Some(Meaning::Choose));
        assert_eq!(meaning_of("Whichever you pick needs:\n- a"), Some(Meaning::Plain));
        assert_eq!(option("Optional songs"), None);
    }

    #[test]
    fn long_sentences_are_no_labels() {
        let long = format!("{}:\n- a", "word ".repeat(30));
        assert_eq!(label(&long), None);
    }
}
