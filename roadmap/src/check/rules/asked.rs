//! What gates and lists for the end ask for, beside what the stages make of it.

use super::Survey;
use crate::check::counts::{Count, Role};
use crate::check::made::Built;
use std::collections::BTreeMap;

/// A number that is asked for, and what is made of the thing by then.
pub(super) struct Asked<'s, 'a> {
    pub(super) count: &'s Count<'a>,
    /// Who asks: "month 2", "“Final checklist”".
    pub(super) name: String,
    /// How many stages are over by then.
    pub(super) moment: usize,
    pub(super) needed: u32,
    pub(super) built: Built<'a>,
    /// True where the document gives its projects another name, and counts them by it.
    pub(super) are_projects: bool,
}

/// Everything asked for whose making can be counted.
pub(super) fn asked<'s, 'a>(survey: &'s Survey<'a>) -> Vec<Asked<'s, 'a>> {
    // Whatever is told of them: "3 services built" and "4 services deployed" count the same projects.
    let mut things: BTreeMap<&str, Vec<&Count<'a>>> = BTreeMap::new();
    for count in survey.counts.iter().filter(|count| matches!(count.role, Role::Gate | Role::List)) {
        things.entry(&count.thing.noun).or_default().push(count);
    }
    let mut asked: Vec<Asked<'s, 'a>> = Vec::new();
    for counts in things.into_values() {
        let are_projects = are_projects(survey, &counts);
        for count in counts {
            let moment = count.moment.unwrap_or(survey.stages.len());
            let built = if are_projects {
                survey.made.projects(moment)
            } else {
                survey.made.built(&count.thing, moment)
            };
            let needed = count.measure.value.clamp(0.0, f64::from(u32::MAX)) as u32;
            if !built.uncounted {
                asked.push(Asked { count, name: name(survey, count), moment, needed, built, are_projects });
            }
        }
    }
    asked
}

/// True for "3 services" where three projects are made by then, at every gate before the open end.
fn are_projects(survey: &Survey<'_>, counts: &[&Count<'_>]) -> bool {
    let end = survey.last_moment();
    let same = |count: &&&Count<'_>| {
        let made = survey.made.projects(count.moment.unwrap_or(end)).required;
        made > 0 && count.measure.value == f64::from(made)
    };
    let gates: Vec<&&Count<'_>> =
        counts.iter().filter(|count| count.moment.is_some_and(|at| at <= end)).collect();
    if gates.is_empty() {
        counts.iter().all(|count| same(&count))
    } else {
        gates.len() > 1 && gates.iter().all(same)
    }
}

fn name(survey: &Survey<'_>, count: &Count<'_>) -> String {
    match count.phase {
        Some(phase) => survey.phase_name(phase),
        None => {
            let top = survey.upwards(count.line).last().map_or("", |(_, line)| line.item.text.as_str());
            format!("“{}”", top.split(" (").next().unwrap_or(top))
        }
    }
}
