//! A week that the numbers of the stages leave out, or name twice.

use super::said::sentence;
use super::words::{singular, words};
use super::{Change, Finding, Rule, Survey, claim};
use crate::check::NewWeeks;
use crate::check::numbering::{NamedWeeks, Numbered, numberings};
use crate::check::survey::numbered;
use crate::item::{About, NumberRange};
use crate::{Item, Kind};

/// The most of a document. Each has a way out that numbers all stages behind it anew.
const MOST: usize = 50;

/// The fewest weeks and stages that show how a document counts.
const FEWEST: (u32, usize) = (3, 3);

/// What a heading between two stages calls a week of its own.
const PAUSES: [&str; 8] = ["week", "break", "holiday", "vacation", "rest", "pause", "buffer", "recovery"];

pub(super) fn findings(survey: &Survey<'_>) -> Vec<Finding> {
    let named = NamedWeeks::of(survey);
    numberings(survey).iter().flat_map(|stages| of_numbering(survey, stages, &named)).take(MOST).collect()
}

/// How a stage's numbers follow those of the stage before it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Follows {
    /// Weeks between them have no stage.
    Behind(NumberRange),
    /// It begins before the other one ends.
    Within(NumberRange),
    /// It has the same numbers.
    Again,
}

fn of_numbering(survey: &Survey<'_>, stages: &[Numbered], named: &NamedWeeks) -> Vec<Finding> {
    let weeks = stages.iter().fold(0_u32, |sum, stage| sum.saturating_add(stage.weeks.count()));
    let pairs = || stages.windows(2).zip(1..);
    let mut found: Vec<(usize, Follows)> = Vec::new();
    for (pair, place) in pairs() {
        let [before, stage] = pair else { continue };
        // A stage without weeks between them may take any.
        if before.stage + 1 == stage.stage
            && !pauses_between(survey, before.stage, stage.stage)
            && let Some(follows) = follows(named, before.weeks, stage.weeks)
        {
            found.push((place, follows));
        }
    }
    // A week that stands where the next one belongs is one slip and no two.
    let slips: Vec<usize> = found.iter().filter(|it| is_slip(stages, **it)).map(|it| it.0).collect();
    found.retain(|(place, follows)| {
        !(matches!(follows, Follows::Behind(_)) && slips.iter().any(|slip| slip + 1 == *place))
    });
    let count = |is: fn(Follows) -> bool| found.iter().filter(|(_, follows)| is(*follows)).count();
    let behind = count(|follows| matches!(follows, Follows::Behind(_)));
    let within = count(|follows| matches!(follows, Follows::Within(_)));
    let again = count(|follows| follows == Follows::Again);
    let missing = found.iter().fold(0_u32, |sum, (_, follows)| match follows {
        Follows::Behind(weeks) => sum.saturating_add(weeks.count()),
        _ => sum,
    });
    let few = |count: usize| count == 1 || count * 4 < stages.len();
    let is_exception = |follows: Follows| match follows {
        Follows::Behind(_) => few(behind) && missing < weeks && weeks >= FEWEST.0,
        // Where every stage begins in the week that ends the one before, the numbers are moments.
        Follows::Within(_) => within == 1 || within + 1 < stages.len(),
        Follows::Again => few(again) && stages.len() > FEWEST.1,
    };
    let each = found.iter().filter(|(_, follows)| is_exception(*follows));
    each.filter_map(|(place, follows)| finding(survey, stages, *place, *follows)).take(MOST).collect()
}

/// True where something between two stages takes time and is no stage: a heading of its own among them,
/// or a line that calls itself a week, or free time.
fn pauses_between(survey: &Survey<'_>, before: usize, stage: usize) -> bool {
    let place = |stage: usize| survey.stages.get(stage).map(|stage| stage.line);
    let (Some(before), Some(stage)) = (place(before), place(stage)) else { return false };
    let line = |place: usize| survey.lines.get(place);
    let (end, around) =
        (line(before).map_or(stage, |line| line.end), line(stage).and_then(|line| line.above));
    let is_pause = |item: &Item| words(&item.text).any(|word| PAUSES.contains(&singular(word).as_str()));
    survey.lines.get(end..stage).unwrap_or_default().iter().any(|line| match line.item.kind {
        Kind::Section { about: About::Other } if around.is_some() && line.above == around => true,
        Kind::Section { .. } | Kind::Note => is_pause(line.item),
        _ => false,
    })
}

fn follows(named: &NamedWeeks, before: NumberRange, weeks: NumberRange) -> Option<Follows> {
    if before == weeks {
        return Some(Follows::Again);
    }
    if before.from < weeks.from && weeks.from <= before.to && before.to < weeks.to {
        return Some(Follows::Within(NumberRange { from: weeks.from, to: before.to }));
    }
    let next = before.to.checked_add(1).filter(|next| *next < weeks.from)?;
    let between = NumberRange { from: next, to: weeks.from - 1 };
    (!named.hold(between)).then_some(Follows::Behind(between))
}

/// True for numbers that come twice where the next ones are free.
fn is_slip(stages: &[Numbered], (place, follows): (usize, Follows)) -> bool {
    let weeks = |place: usize| stages.get(place).map(|stage| stage.weeks);
    let (Some(own), Some(next)) = (weeks(place), weeks(place + 1)) else { return false };
    follows == Follows::Again && next.from == own.to.saturating_add(own.count()).saturating_add(1)
}

fn finding(survey: &Survey<'_>, stages: &[Numbered], place: usize, follows: Follows) -> Option<Finding> {
    let (before, stage) = (stages.get(place.checked_sub(1)?)?, stages.get(place)?);
    let (former, named) = (numbered("week", before.weeks), numbered("week", stage.weeks));
    let says = match follows {
        Follows::Behind(weeks) => format!(
            "{} missing: {} {former}.",
            sentence(&verb(weeks, "is", "are")),
            verb(stage.weeks, "follows", "follow")
        ),
        Follows::Within(weeks) => {
            format!("{} named twice, in {former} and in {named}.", sentence(&verb(weeks, "is", "are")))
        }
        Follows::Again => format!("{} there twice.", sentence(&verb(stage.weeks, "is", "are"))),
    };
    let of = |numbered: &Numbered| Some(survey.stages.get(numbered.stage)?.stretch.item);
    let (first, second) = (of(before)?, of(stage)?);
    let about = match follows {
        Follows::Behind(weeks) => format!("{} missing", numbered("week", weeks)),
        Follows::Within(weeks) => format!("{} twice", numbered("week", weeks)),
        Follows::Again => format!("{} twice", first.text),
    };
    let claims = vec![claim(first, former), claim(second, named.clone())];
    let found = Finding::new(Rule::WeekNumbers, &about, says, claims);
    let next = before.weeks.to.checked_add(1)?;
    let own = match follows {
        Follows::Within(_) => Some(NumberRange { from: next, to: stage.weeks.to }),
        Follows::Again if stages.get(place + 1).is_none() || is_slip(stages, (place, follows)) => {
            Some(NumberRange { from: next, to: next.checked_add(stage.weeks.count() - 1)? })
        }
        _ => None,
    };
    let found = match own {
        Some(weeks) => {
            let which = if follows == Follows::Again { format!("the second {named}") } else { named };
            let change = Change::SetWeeks { stages: vec![NewWeeks { stage: second.id, weeks }] };
            found.or(format!("Call {which} {}", numbered("week", weeks)), change)
        }
        None => found,
    };
    if own.is_some() && follows == Follows::Again {
        return Some(found);
    }
    // A word that was not understood may name the weeks that are missed.
    if !is_sure(first) || !is_sure(second) {
        return Some(found);
    }
    let moved = counted_on(survey, stages.get(place..)?, next)?;
    Some(found.or(format!("Count on from week {next}"), Change::SetWeeks { stages: moved }))
}

/// True where no more than a stage's weeks was read of them: its name does not go on as a range does.
fn is_sure(stage: &Item) -> bool {
    let goes_on = |word: &str| matches!(word, "to" | "through" | "thru" | "until" | "till" | "and");
    let begins = stage.text.trim_start();
    !begins.starts_with(['-', '–', '—', '&', '+', '/', ',']) && !words(begins).next().is_some_and(goes_on)
}

/// The stages with numbers that go on from there.
fn counted_on(survey: &Survey<'_>, stages: &[Numbered], from: u32) -> Option<Vec<NewWeeks>> {
    let first = stages.first()?.weeks.from;
    let moved = |number: u32| number.checked_add(from)?.checked_sub(first);
    let each = stages.iter().map(|numbered| {
        let weeks = NumberRange { from: moved(numbered.weeks.from)?, to: moved(numbered.weeks.to)? };
        Some(NewWeeks { stage: survey.stages.get(numbered.stage)?.stretch.item.id, weeks })
    });
    each.collect()
}

/// "Week 3 is", "weeks 3-4 are".
fn verb(weeks: NumberRange, one: &str, many: &str) -> String {
    format!("{} {}", numbered("week", weeks), if weeks.count() == 1 { one } else { many })
}
