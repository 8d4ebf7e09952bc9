//! A list to finish before something asks for that very thing.

use super::said::listed;
use super::words::{Thing, plain, root, singular, words};
use super::{Change, Finding, Rule, Survey, claim};
use crate::check::counts::{Count, Role};
use crate::{Item, Kind};
use std::collections::BTreeSet;

/// Words that say nothing of what comes after the list.
const FILLERS: [&str; 10] = ["the", "a", "an", "your", "my", "you", "start", "starting", "first", "begin"];

pub(super) fn findings(survey: &Survey<'_>) -> Vec<Finding> {
    // Each list with what it asks for before itself.
    let mut lists: Vec<(&Item, &str, Vec<&Count<'_>>)> = Vec::new();
    for count in survey.counts.iter().filter(|count| matches!(count.role, Role::List | Role::Event)) {
        let headed = survey.upwards(count.line).skip(1).map(|(_, line)| line.item);
        let Some((list, event)) = headed.filter_map(|item| Some((item, before(item)?))).next() else {
            continue;
        };
        if !is_itself(survey, count, list, event) {
            continue;
        }
        match lists.last_mut().filter(|(last, _, _)| last.id == list.id) {
            Some((_, _, counts)) => counts.push(count),
            None => lists.push((list, event, vec![count])),
        }
    }
    lists.into_iter().map(|(list, event, counts)| finding(list, event, &counts)).collect()
}

/// True where a count is of what the list comes before: it stands below a heading of the same words, or
/// counts what is to come for the first time.
fn is_itself(survey: &Survey<'_>, count: &Count<'_>, list: &Item, event: &str) -> bool {
    let (fillers, named): (Vec<&str>, Vec<&str>) =
        words(event).partition(|word| FILLERS.contains(&plain(word).as_str()));
    let group = survey.upwards(count.line).nth(1).map(|(_, line)| line.item);
    let in_group = group.is_some_and(|group| group.id != list.id && same(&group.text, &named));
    // "Before the race" is before one of them, however many others there were.
    let any = !fillers.iter().any(|word| ["the", "your", "my"].contains(&plain(word).as_str()))
        || fillers.iter().any(|word| plain(word) == "first");
    let deed =
        matches!(named.as_slice(), [word] if word.ends_with("ing") && root(word) == root(&count.thing.noun));
    let thing = || {
        Thing::of(&named)
            .is_some_and(|event| event.noun == count.thing.noun && event.kinds == count.thing.kinds)
    };
    in_group || deed || (any && thing())
}

fn finding(list: &Item, event: &str, counts: &[&Count<'_>]) -> Finding {
    let held: Vec<String> = counts.iter().map(|count| format!("“{}”", count.item.text)).collect();
    let says = format!("“{}” is to be finished before {event}, but holds {}.", name(list), listed(&held));
    let mut claims = vec![claim(list, format!("before {event}"))];
    claims.extend(counts.iter().map(|count| claim(count.item, count.said.clone())));
    let text = name(list).to_owned();
    Finding::new(Rule::BeforeItself, &format!("before {event}"), says, claims)
        .or(format!("Call it “{text}”"), Change::SetText { item: list.id, text })
}

/// What a list's heading says it comes before: "Checklist (before the first concert)".
fn before(list: &Item) -> Option<&str> {
    if !matches!(list.kind, Kind::Section { .. } | Kind::Checkpoint) {
        return None;
    }
    let at = list.text.to_ascii_lowercase().find("before ")?;
    let rest = list.text.get(at + "before ".len()..)?;
    let end = rest.find([')', ',', ';', ':']).unwrap_or(rest.len());
    rest.get(..end).map(str::trim).filter(|rest| !rest.is_empty())
}

/// The heading's words without what it comes before.
fn name(list: &Item) -> &str {
    let at = list.text.to_ascii_lowercase().find("before ").unwrap_or(list.text.len());
    let name = list.text.get(..at).unwrap_or_default().trim_end_matches([' ', '(', '-', '–', '—', ',', ':']);
    if name.is_empty() { "Checklist" } else { name }
}

/// True where both name the same, word by word.
fn same(heading: &str, after: &[&str]) -> bool {
    let set = |words: &mut dyn Iterator<Item = &str>| words.map(singular).collect::<BTreeSet<_>>();
    set(&mut words(heading)) == set(&mut after.iter().copied())
}
