//! A stage names weeks that are not among those of its phase.

use super::said::{listed, sentence};
use super::{Change, Finding, Rule, Survey, claim};
use crate::Item;
use crate::check::NewWeeks;
use crate::check::numbering::{NamedWeeks, Numbered, headed, numberings};
use crate::check::survey::numbered;
use crate::document::with_weeks;
use crate::item::NumberRange;

/// The weeks of a month, as the calendar has them and as many documents count them.
const WEEKS_OF_A_MONTH: (f64, f64) = (4.345, 4.0);

pub(super) fn findings(survey: &Survey<'_>) -> Vec<Finding> {
    let (numberings, taken) = (numberings(survey), NamedWeeks::of(survey));
    // Where the numbers begin again, those of a month are its own.
    let throughout = numberings.len() == 1;
    let mut by_phase: Vec<Option<Vec<Numbered>>> = vec![None; survey.phases.len()];
    for stage in numberings.iter().flatten() {
        let phase = survey.phase_of_stage(stage.stage).and_then(|phase| by_phase.get_mut(phase));
        phase.into_iter().for_each(|stages| stages.get_or_insert_default().push(*stage));
    }
    let mut begun = false;
    let (mut named, mut by_months, mut months) = (Vec::new(), Vec::new(), 0_usize);
    for (phase, stages) in by_phase.iter().enumerate() {
        let (Some(at), Some(stages)) = (survey.phases.get(phase), stages) else { continue };
        let begins_anew = stages.iter().any(|stage| stage.weeks.from <= 1);
        if let Some(weeks) = headed(&at.item.text) {
            let has = |stage: &Numbered| weeks.from <= stage.weeks.from && stage.weeks.to <= weeks.to;
            if weeks.from <= 1 || !begins_anew {
                named.extend(finding(survey, &taken, phase, Some(weeks), stages, has));
            }
        } else if let Some(own) = at.months.filter(|own| throughout && (begun || own.from == 1)) {
            months += 1;
            by_months
                .extend(finding(survey, &taken, phase, None, stages, |stage| may_be_in(stage.weeks, own)));
        }
        begun = true;
    }
    // Where most months have other weeks than those of the calendar, the document counts otherwise.
    if by_months.len() > 1 && by_months.len() * 2 >= months {
        by_months.clear();
    }
    named.into_iter().chain(by_months).collect()
}

/// True where some of the weeks may be in those months, a week more or less.
fn may_be_in(weeks: NumberRange, months: NumberRange) -> bool {
    let month = |week: f64, length: f64| (week.max(1.0) / length).ceil();
    let first = month(f64::from(weeks.from) - 1.0, WEEKS_OF_A_MONTH.0);
    let last = month(f64::from(weeks.to) + 1.0, WEEKS_OF_A_MONTH.1);
    first <= f64::from(months.to) && f64::from(months.from) <= last
}

fn finding(
    survey: &Survey<'_>,
    taken: &NamedWeeks,
    phase: usize,
    weeks: Option<NumberRange>,
    stages: &[Numbered],
    has: impl Fn(&Numbered) -> bool,
) -> Option<Finding> {
    let item = survey.phases.get(phase)?.item;
    let outside: Vec<&Numbered> = stages.iter().filter(|stage| !has(stage)).collect();
    if outside.is_empty() {
        return None;
    }
    let of = |stage: &Numbered| Some(survey.stages.get(stage.stage)?.stretch.item);
    let names: Vec<String> = outside.iter().map(|stage| numbered("week", stage.weeks)).collect();
    let one = matches!(outside.as_slice(), [stage] if stage.weeks.count() == 1);
    let around = match weeks {
        Some(weeks) => numbered("week", weeks),
        None => survey.phase_name(phase),
    };
    let says = format!(
        "{} {} in the part for {around}.",
        sentence(&listed(&names)),
        if one { "stands" } else { "stand" }
    );
    let mut claims = vec![claim(item, around)];
    claims
        .extend(outside.iter().zip(&names).filter_map(|(stage, name)| Some(claim(of(stage)?, name.clone()))));
    let mut found = Finding::new(Rule::OutsidePhase, &item.text, says, claims);
    if let [stage] = outside.as_slice()
        && let Some(own) = free_before(taken, stages, stage).filter(|own| has(own))
    {
        let change = Change::SetWeeks { stages: vec![NewWeeks { stage: of(stage)?.id, weeks: own.weeks }] };
        let label = format!("Call {} {}", numbered("week", stage.weeks), numbered("week", own.weeks));
        found = found.or(label, change);
    }
    Some(match weeks.and_then(|weeks| widened(survey, phase, item, weeks, &outside)) {
        Some((weeks, text)) => found.or(
            format!("Make the part {}", numbered("week", weeks)),
            Change::SetText { item: item.id, text },
        ),
        None => found,
    })
}

/// The stage with the numbers behind the stage before it, where no other has them.
fn free_before(taken: &NamedWeeks, stages: &[Numbered], stage: &Numbered) -> Option<Numbered> {
    let before = stages.iter().rev().find(|other| other.stage < stage.stage)?;
    let from = before.weeks.to.checked_add(1)?;
    let weeks = NumberRange { from, to: from.checked_add(stage.weeks.count() - 1)? };
    (!taken.hold(weeks)).then_some(Numbered { weeks, ..*stage })
}

/// The phase's weeks and its words with those of all its stages, where no other phase has them.
fn widened(
    survey: &Survey<'_>,
    phase: usize,
    item: &Item,
    weeks: NumberRange,
    outside: &[&Numbered],
) -> Option<(NumberRange, String)> {
    let all = outside.iter().fold(weeks, |all, stage| NumberRange {
        from: all.from.min(stage.weeks.from),
        to: all.to.max(stage.weeks.to),
    });
    let others = survey.phases.iter().enumerate().filter(|(at, _)| *at != phase);
    let meets = |other: NumberRange| other.from <= all.to && all.from <= other.to;
    let taken = others.filter_map(|(_, other)| headed(&other.item.text)).any(meets);
    let text = with_weeks(&item.text, all).filter(|_| !taken)?;
    Some((all, text))
}
