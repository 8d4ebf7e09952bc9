//! Fewer things are made than a gate or a list for the end asks for.

use super::asked::{Asked, asked};
use super::counts_differ::would_differ;
use super::said::{asks, counted};
use super::words::words;
use super::{Change, Finding, Rule, Survey, claim};
use crate::check::NewMeasure;
use crate::document::categories_named;
use crate::item::Measure;
use crate::{Category, Kind};

pub(super) fn findings(survey: &Survey<'_>) -> Vec<Finding> {
    let too_few = |asked: &&Asked<'_, '_>| {
        let built = &asked.built;
        // Of what nothing makes, nobody knows whether it has another name.
        !asked.are_projects && built.required > 0 && built.all() < asked.needed
    };
    asked(survey).iter().filter(too_few).map(|asked| finding(survey, asked)).collect()
}

fn finding(survey: &Survey<'_>, asked: &Asked<'_, '_>) -> Finding {
    let (count, built) = (asked.count, &asked.built);
    let made = built.all();
    let until = if count.moment.is_some() { "the weeks up to then name" } else { "the weeks name" };
    let says = format!(
        "{} for {}, but {until} {}.",
        asks(&asked.name),
        count.said,
        counted(made, &count.thing.one(), &count.thing.said)
    );
    let mut claims: Vec<_> =
        built.lines.iter().chain(&built.optional).map(|item| claim(item, item.text.clone())).collect();
    claims.push(claim(count.item, count.said.clone()));
    let found =
        Finding::new(Rule::TooFewBuilt, &format!("{} by {}", count.thing.said, asked.name), says, claims);
    // A project needs more than a step.
    let place = super::activity_for(survey, asked.moment).filter(|_| count.thing.noun != "project");
    let found = match place {
        Some((stage, activity)) => {
            // A stage's steps may be for its deliverables, so a step names those that have none too.
            let [deliverables, steps] = survey.made.of_stage(&count.thing, stage);
            let number = (asked.needed - made).saturating_add(deliverables.saturating_sub(steps));
            let one = count.thing.one();
            let verb = verb(asked, &one);
            let text = if number == 1 {
                format!("{verb} {} {one}", article(&one))
            } else {
                format!("{verb} {number} {}", count.thing.said)
            };
            let label = format!("Add “{text}” to {}", survey.stage_name(stage));
            found.or(label, Change::AddStep { activity, text })
        }
        None => found,
    };
    let measure = Measure { value: f64::from(made), upper: None, ..count.measure.clone() };
    if would_differ(survey, count, &measure) {
        return found;
    }
    let change = Change::SetMeasures { measures: vec![NewMeasure { item: count.item.id, measure }] };
    found.or(format!("Ask for {made}"), change)
}

/// The verb of a step that makes such a thing already, or else a plain one.
fn verb<'a>(asked: &Asked<'_, 'a>, one: &str) -> &'a str {
    let steps = asked.built.lines.iter().filter(|item| matches!(item.kind, Kind::Step { .. }));
    let known = steps.filter_map(|item| words(&item.text).next()).next();
    known.unwrap_or(if categories_named(one).contains(&Category::Writing) { "Write" } else { "Make" })
}

fn article(word: &str) -> &'static str {
    if word.to_lowercase().starts_with(['a', 'e', 'i', 'o', 'u']) { "an" } else { "a" }
}
