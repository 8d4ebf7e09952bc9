//! A list to finish before something asks for that very thing.

use super::said::listed;
use super::{Change, Finding, Rule, Survey, claim};
use crate::check::counted::counted;
use crate::check::counts::is_ability;
use crate::check::event::{Event, name};
use crate::document::figures;
use crate::{Item, Kind};

/// A line of a list, with what it says of what comes after.
type Held<'a> = (&'a Item, String);

pub(super) fn findings(survey: &Survey<'_>) -> Vec<Finding> {
    // Each list with what it asks for before itself.
    let mut lists: Vec<(&Item, Event<'_>, Vec<Held<'_>>)> = Vec::new();
    for place in 0..survey.lines.len() {
        let Some((list, event)) = list_of(survey, place) else { continue };
        let Some(held) = held(survey, place, list, &event) else { continue };
        match lists.last_mut().filter(|(last, _, _)| last.id == list.id) {
            Some((_, _, all)) => all.push(held),
            None => lists.push((list, event, vec![held])),
        }
    }
    lists.into_iter().map(|(list, event, held)| finding(list, event.said, held)).collect()
}

/// The list that a line to finish stands in, and what it comes before.
fn list_of<'a>(survey: &Survey<'a>, place: usize) -> Option<(&'a Item, Event<'a>)> {
    let is_line = |kind: &Kind| {
        matches!(kind, Kind::ChecklistItem | Kind::CheckpointItem | Kind::Step { .. } | Kind::Entry)
    };
    survey.lines.get(place).filter(|line| is_line(&line.item.kind))?;
    let is_list = |item: &&Item| matches!(item.kind, Kind::Section { .. } | Kind::Checkpoint);
    let around = survey.upwards(place).skip(1).map(|(_, line)| line.item).filter(is_list);
    around.filter_map(|list| Some((list, Event::of(&list.text)?))).next()
}

/// What a line has of what the list comes before: it stands below a heading of the same words and counts
/// something, counts what is to come for the first time, or says that it is done.
fn held<'a>(survey: &Survey<'a>, place: usize, list: &Item, event: &Event<'_>) -> Option<Held<'a>> {
    let item = survey.lines.get(place)?.item;
    if event.is_done_in(&item.text) {
        return Some((item, item.text.clone()));
    }
    if is_ability(&item.text) {
        return None;
    }
    let in_group = survey
        .upwards(place)
        .nth(1)
        .is_some_and(|(_, group)| group.item.id != list.id && event.is_called(&group.item.text));
    figures(&item.text).find_map(|figure| {
        let counted = counted(&figure).filter(|counted| counted.per.is_none())?;
        let thing = survey.nouns.thing(&counted);
        let number = item.text.get(figure.at.clone())?.replace(['–', '—'], "-");
        let says = || format!("{number} {}", counted.thing.said);
        (in_group || event.counts(&item.text, &counted, &thing)).then(|| (item, says()))
    })
}

fn finding(list: &Item, event: &str, held: Vec<Held<'_>>) -> Finding {
    let lines: Vec<String> = held.iter().map(|(item, _)| format!("“{}”", item.text)).collect();
    let says =
        format!("“{}” is to be finished before {event}, but holds {}.", name(&list.text), listed(&lines));
    let mut claims = vec![claim(list, format!("before {event}"))];
    claims.extend(held.into_iter().map(|(item, says)| claim(item, says)));
    let text = name(&list.text).to_owned();
    Finding::new(Rule::BeforeItself, &format!("before {event}"), says, claims)
        .or(format!("Call it “{text}”"), Change::SetText { item: list.id, text })
}
