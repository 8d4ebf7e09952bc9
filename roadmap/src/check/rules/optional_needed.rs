//! As many as are asked for exist only with what the document calls optional.

use super::asked::{Asked, asked};
use super::counts_differ::would_differ;
use super::said::asks;
use super::{Change, Finding, Rule, Survey, claim};
use crate::check::NewMeasure;
use crate::check::phrases::project_told_optional;
use crate::item::{Comparator, Measure};

pub(super) fn findings(survey: &Survey<'_>) -> Vec<Finding> {
    let needs = |asked: &&Asked<'_, '_>| {
        let built = &asked.built;
        built.required > 0 && built.required < asked.needed && asked.needed <= built.all()
    };
    asked(survey).iter().filter(needs).filter_map(|asked| finding(survey, asked)).collect()
}

fn finding(survey: &Survey<'_>, asked: &Asked<'_, '_>) -> Option<Finding> {
    let (count, built) = (asked.count, &asked.built);
    let first = built.optional.first()?;
    let says = format!(
        "{} for {}, but only {} without what is optional (“{}”).",
        asks(&asked.name),
        count.said,
        match built.required {
            1 => "1 is made".to_owned(),
            many => format!("{many} are made"),
        },
        first.text
    );
    let mut claims: Vec<_> =
        built.optional.iter().map(|item| claim(item, format!("optional: {}", item.text))).collect();
    claims.push(claim(count.item, count.said.clone()));
    let about = format!("{} by {}", count.thing.said, asked.name);
    let found = Finding::new(Rule::OptionalNeeded, &about, says, claims);
    let value = f64::from(built.required);
    let upper = count.measure.upper.or_else(|| (count.measure.value > value).then_some(count.measure.value));
    let comparator = if upper.is_some() { Comparator::Between } else { count.measure.comparator };
    let measure = Measure { comparator, value, upper, unit: count.measure.unit.clone() };
    let lowered = upper.map_or_else(
        || built.required.to_string(),
        |upper| format!("{}-{}", built.required, super::said::number(upper)),
    );
    let differs = would_differ(survey, count, &measure);
    let change = Change::SetMeasures { measures: vec![NewMeasure { item: count.item.id, measure }] };
    let found = if differs { found } else { found.or(format!("Make it {lowered}"), change) };
    // What a sentence says by the way can't be taken out of it.
    let needed = built.optional.len() == 1 && project_told_optional(first).is_none();
    Some(if needed {
        let change = Change::SetOptional { step: first.id, optional: false };
        found.or(format!("Make “{}” part of the plan", first.text), change)
    } else {
        found
    })
}
