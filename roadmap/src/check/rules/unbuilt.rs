//! A success metric asks for something to exist, and nothing up to its phase's end names it.

use super::said::asks;
use super::words::{plain, root, words};
use super::{Change, Finding, Rule, Survey, claim};
use crate::item::About;
use crate::{Item, Kind};
use std::collections::{HashMap, HashSet};

/// What is said of something that exists, and the step that brings it about.
const STATES: [(&str, &str); 20] = [
    ("launched", "Launch the {}"),
    ("live", "Put the {} live"),
    ("online", "Put the {} online"),
    ("published", "Publish the {}"),
    ("built", "Build the {}"),
    ("created", "Create the {}"),
    ("written", "Write the {}"),
    ("recorded", "Record the {}"),
    ("released", "Release the {}"),
    ("shipped", "Ship the {}"),
    ("opened", "Open the {}"),
    ("printed", "Print the {}"),
    ("filmed", "Film the {}"),
    ("drawn", "Draw the {}"),
    ("painted", "Paint the {}"),
    ("composed", "Compose the {}"),
    ("drafted", "Draft the {}"),
    ("set", "Set up the {}"),
    ("made", "Make the {}"),
    ("finished", "Finish the {}"),
];

/// Words that say nothing of what a thing is.
const EMPTY: [&str; 14] =
    ["a", "an", "the", "and", "with", "your", "my", "own", "for", "first", "new", "full", "all", "its"];

pub(super) fn findings(survey: &Survey<'_>) -> Vec<Finding> {
    let wanted: Vec<Wanted<'_>> =
        survey.lines.iter().enumerate().filter_map(|(at, _)| wanted(survey, at)).collect();
    if wanted.is_empty() {
        return Vec::new();
    }
    let named = named(survey, &wanted);
    let each = wanted.iter().filter_map(|it| {
        let first = it.roots.iter().filter_map(|root| named.get(root)).min_by_key(|first| first.stage);
        first.is_none_or(|first| first.stage >= it.moment).then(|| finding(survey, it, first))
    });
    each.collect()
}

/// A metric for something that is to exist.
struct Wanted<'a> {
    item: &'a Item,
    phase: usize,
    moment: usize,
    /// The thing in words, and the step that brings it about.
    thing: String,
    step: &'static str,
    roots: Vec<String>,
}

fn wanted<'a>(survey: &Survey<'a>, line: usize) -> Option<Wanted<'a>> {
    let item = survey.lines.get(line)?.item;
    if !matches!(item.kind, Kind::Metric { measure: None }) {
        return None;
    }
    let phase = survey.phase_of_metric(line)?;
    let moment = survey.phases.get(phase)?.moment;
    let clause = item.text.split(['(', ',', ';', ':']).next()?;
    let said: Vec<&str> = words(clause).collect();
    let (at, step) = said.iter().enumerate().skip(1).find_map(|(at, word)| {
        let word = plain(word);
        STATES.iter().find(|(state, _)| *state == word).map(|(_, step)| (at, *step))
    })?;
    let before = said.get(..at)?;
    let roots: Vec<String> = before
        .iter()
        .filter(|word| word.len() > 2 && !EMPTY.contains(&plain(word).as_str()))
        .map(|word| root(word))
        .collect();
    let named = before.iter().skip_while(|word| EMPTY.contains(&plain(word).as_str()));
    let thing = named.copied().collect::<Vec<_>>().join(" ");
    (moment > 0 && !roots.is_empty()).then_some(Wanted { item, phase, moment, thing, step, roots })
}

/// The first work that names something.
struct First<'a> {
    stage: usize,
    item: &'a Item,
}

/// The first work that names each wanted word.
fn named<'a>(survey: &Survey<'a>, wanted: &[Wanted<'_>]) -> HashMap<String, First<'a>> {
    let roots: HashSet<&String> = wanted.iter().flat_map(|it| &it.roots).collect();
    let mut named: HashMap<String, First<'a>> = HashMap::new();
    for (at, line) in survey.lines.iter().enumerate() {
        let of_phase = || line.phase.and_then(|phase| survey.phases.get(phase)).map(|phase| phase.moment);
        let Some(stage) = line.stage.or_else(|| of_phase().map(|moment| moment.saturating_sub(1))) else {
            continue;
        };
        if !is_work(&line.item.kind)
            || survey.above(at, |kind| matches!(kind, Kind::Checkpoint | Kind::Gate { .. })).is_some()
        {
            continue;
        }
        for word in words(&line.item.text).chain(line.item.note.as_deref().into_iter().flat_map(words)) {
            let root = root(word);
            if roots.contains(&root) {
                let first = named.entry(root).or_insert(First { stage, item: line.item });
                if stage < first.stage {
                    *first = First { stage, item: line.item };
                }
            }
        }
    }
    named
}

/// True for what says what is done. A checkpoint asks, a resource is read, and a remark does nothing.
fn is_work(kind: &Kind) -> bool {
    match kind {
        Kind::Section { about } => !matches!(about, About::Reading | About::Gates | About::Tips),
        Kind::Checkpoint
        | Kind::CheckpointItem
        | Kind::Metric { .. }
        | Kind::Gate { .. }
        | Kind::Resource { .. }
        | Kind::Note
        | Kind::Comment => false,
        _ => true,
    }
}

fn finding(survey: &Survey<'_>, wanted: &Wanted<'_>, first: Option<&First<'_>>) -> Finding {
    let name = survey.phase_name(wanted.phase);
    let later = first.map_or_else(String::new, |first| {
        format!("; {} the first to name it", is_or_are(&survey.stage_name(first.stage)))
    });
    let says =
        format!("{} for “{}”, but nothing up to then works on it{later}.", asks(&name), wanted.item.text);
    let mut claims = vec![claim(wanted.item, wanted.item.text.clone())];
    claims.extend(
        first.map(|first| {
            claim(first.item, format!("{}: {}", survey.stage_name(first.stage), first.item.text))
        }),
    );
    let found = Finding::new(Rule::Unbuilt, &format!("{} by {name}", wanted.thing), says, claims);
    let Some(activity) = super::activity_for(survey, wanted.moment) else { return found };
    let text = wanted.step.replace("{}", &decapitalised(&wanted.thing));
    let at = survey.stage_name(activity.0);
    found.or(format!("Add “{text}” to {at}"), Change::AddStep { activity: activity.1, text })
}

fn is_or_are(name: &str) -> String {
    format!("{name} {}", if name.starts_with("weeks ") { "are" } else { "is" })
}

/// The first letter small, unless the word is an abbreviation or a name with other capitals.
fn decapitalised(words: &str) -> String {
    let mut letters = words.chars();
    match (letters.next(), letters.clone().next()) {
        (Some(first), Some(second)) if second.is_lowercase() => first.to_lowercase().chain(letters).collect(),
        _ => words.to_owned(),
    }
}
