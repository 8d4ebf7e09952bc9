//! The same thing is counted differently for the same time.
//!
//! A number that grows from phase to phase is none of this. What is compared: all that is said for the
//! end of the same stage or phase, and a list for the very end with the last gates.

use super::said::{listed, number};
use super::{Change, Claim, Finding, Rule, Survey, claim};
use crate::check::NewMeasure;
use crate::check::counts::{Count, Role};
use crate::item::Measure;
use std::collections::{BTreeMap, BTreeSet};

pub(super) fn findings(survey: &Survey<'_>) -> Vec<Finding> {
    let mut subjects: BTreeMap<usize, Vec<&Count<'_>>> = BTreeMap::new();
    for count in survey.counts.iter().filter(|count| count.role != Role::Event) {
        subjects.entry(count.subject).or_default().push(count);
    }
    subjects
        .values()
        .filter(|counts| counts.len() > 1)
        .flat_map(|counts| of_subject(survey, counts))
        .collect()
}

/// So many counts of one thing are compared anew for a way out.
const MOST: usize = 100;

/// True where a count with another number would contradict others of the same thing, or where those are
/// too many to say.
pub(super) fn would_differ(survey: &Survey<'_>, count: &Count<'_>, measure: &Measure) -> bool {
    let same = |other: &&Count<'_>| other.subject == count.subject && other.role != Role::Event;
    let all: Vec<&Count<'_>> = survey.counts.iter().filter(same).collect();
    let changed = Count { measure: measure.clone(), ..count.clone() };
    if all.len() > MOST {
        return true;
    }
    let mut after = all.clone();
    after.iter_mut().filter(|other| other.is(count)).for_each(|other| *other = &changed);
    conflicts(survey, &after).len() > conflicts(survey, &all).len()
}

/// Counts of one thing that can't all hold.
struct Conflict<'c> {
    moment: usize,
    counts: Vec<&'c Count<'c>>,
}

fn of_subject<'c>(survey: &Survey<'_>, counts: &[&'c Count<'c>]) -> Vec<Finding> {
    conflicts(survey, counts).iter().map(|conflict| finding(survey, conflict)).collect()
}

fn conflicts<'c>(survey: &Survey<'_>, counts: &[&'c Count<'c>]) -> Vec<Conflict<'c>> {
    let first = counts.iter().filter_map(|count| count.moment).min();
    let mut at: BTreeMap<usize, Vec<&Count<'_>>> = BTreeMap::new();
    for count in counts {
        let Some(moment) = count.moment else { continue };
        // A stage's own target says nothing of what came before it.
        if count.role != Role::Target || Some(moment) == first {
            at.entry(moment).or_default().push(count);
        }
    }
    let lists: Vec<&Count<'_>> = counts
        .iter()
        .filter(|count| count.moment.is_none() && !fits_in(survey, count, &at))
        .copied()
        .collect();
    let last = last_gate(survey, &at);
    let mut conflicts: Vec<Conflict<'_>> = at
        .into_iter()
        .map(|(moment, counts)| Conflict { moment, counts })
        .filter(|conflict| Some(conflict.moment) == last && !lists.is_empty() || disagree(&conflict.counts))
        .collect();
    if let Some(with) = conflicts.iter_mut().find(|conflict| Some(conflict.moment) == last) {
        with.counts.extend(lists);
    }
    conflicts
}

fn disagree(counts: &[&Count<'_>]) -> bool {
    counts.iter().enumerate().any(|(at, one)| counts.iter().skip(at + 1).any(|other| !one.agrees(other)))
}

/// The last time by which anything is asked for before the open end.
fn last_gate(survey: &Survey<'_>, at: &BTreeMap<usize, Vec<&Count<'_>>>) -> Option<usize> {
    let end = survey.last_moment();
    at.range(..=end).next_back().or_else(|| at.iter().next()).map(|(moment, _)| *moment)
}

/// True for a list's number that can hold beside the gates: not below what the last stage with an end
/// asks for, and not above what the very last phase does.
fn fits_in(survey: &Survey<'_>, list: &Count<'_>, at: &BTreeMap<usize, Vec<&Count<'_>>>) -> bool {
    let known = |moment: Option<usize>| moment.and_then(|moment| at.get(&moment)).into_iter().flatten();
    let (least, most) = list.range();
    let below = known(last_gate(survey, at)).any(|count| most < count.range().0 && !count.does_other(list));
    let end = survey.stages.len();
    let above = known(Some(end)).any(|count| least > count.range().1 && !count.does_other(list));
    !below && !above
}

fn finding(survey: &Survey<'_>, conflict: &Conflict<'_>) -> Finding {
    let (lists, timed): (Vec<&Count<'_>>, Vec<_>) =
        conflict.counts.iter().copied().partition(|count| count.role == Role::List);
    let numbers = |counts: &[&Count<'_>]| {
        let mut known = BTreeSet::new();
        let said = counts.iter().map(|count| count.said.split(' ').next().unwrap_or_default().to_owned());
        listed(&said.filter(|said| known.insert(said.clone())).collect::<Vec<_>>())
    };
    let phase = timed.iter().filter(|count| count.role == Role::Gate).find_map(|count| count.phase);
    let by = match phase {
        Some(phase) => survey.phase_name(phase),
        None => survey.stage_name(conflict.moment.saturating_sub(1)),
    };
    let thing = conflict.counts.iter().map(|count| &count.thing).max_by_key(|thing| thing.kinds.len());
    let thing = thing.map_or("", |thing| thing.said.as_str());
    let mut says = format!("By the end of {by} the document asks for {} {thing}", numbers(&timed));
    if lists.is_empty() {
        says.push_str(&format!(" in {} places.", conflict.counts.len()));
    } else {
        let names: BTreeSet<String> = lists.iter().map(|list| list_name(survey, list)).collect();
        says.push_str(&format!(
            ", {} for {}.",
            listed(&names.into_iter().collect::<Vec<_>>()),
            numbers(&lists)
        ));
    }
    let claims: Vec<Claim> =
        conflict.counts.iter().map(|count| claim(count.item, count.said.clone())).collect();
    let mut found = Finding::new(Rule::CountsDiffer, thing, says, claims);
    for chosen in choices(&conflict.counts) {
        let others = conflict.counts.iter().filter(|count| !count.agrees(chosen));
        let measures: Vec<NewMeasure> = others.map(|count| with_number_of(count, chosen)).collect();
        let label = format!("Make it {} everywhere", chosen.said.split(' ').next().unwrap_or_default());
        found = found.or(label, Change::SetMeasures { measures });
    }
    found
}

/// The numbers to choose from, each once: that of a gate first, then from the highest down. One that
/// would not settle it is left out.
fn choices<'c>(counts: &[&'c Count<'c>]) -> Vec<&'c Count<'c>> {
    let mut sorted: Vec<&Count<'_>> = counts.to_vec();
    sorted.sort_by(|a, b| {
        (b.role == Role::Gate).cmp(&(a.role == Role::Gate)).then(b.range().0.total_cmp(&a.range().0))
    });
    let mut known = BTreeSet::new();
    sorted.retain(|count| known.insert(number(count.range().0)) && settles(counts, count));
    sorted
}

/// True where all that would stay beside it agree with each other.
fn settles(counts: &[&Count<'_>], chosen: &Count<'_>) -> bool {
    let stay: Vec<&Count<'_>> = counts.iter().filter(|count| count.agrees(chosen)).copied().collect();
    !disagree(&stay)
}

fn with_number_of(count: &Count<'_>, chosen: &Count<'_>) -> NewMeasure {
    let mut measure = chosen.measure.clone();
    measure.unit.clone_from(&count.measure.unit);
    NewMeasure { item: count.item.id, measure }
}

/// The heading that a list stands below, without its brackets.
fn list_name(survey: &Survey<'_>, list: &Count<'_>) -> String {
    let top = survey.upwards(list.line).last().map_or("", |(_, line)| line.item.text.as_str());
    format!("“{}”", top.split(" (").next().unwrap_or(top))
}
