//! What an item's kind says, in words.

use super::difference::Aspect;
use crate::item::{About, BlockRule, Budget, Comparator, Kind, Measure, NumberRange, PartOfDay, Tempo};

/// What a kind says beside what it is.
pub(super) fn said(kind: &Kind) -> Vec<(Aspect, Option<String>)> {
    let number = |number: &Option<u32>| number.map(|number| number.to_string());
    match kind {
        Kind::Phase { months, open_ended } => vec![
            (Aspect::Months, months.map(range)),
            (Aspect::Length, open_ended.then(|| "open-ended".to_owned())),
        ],
        Kind::Gate { months } => vec![(Aspect::Months, months.map(range))],
        Kind::Stage { weeks, days } => vec![
            (Aspect::Weeks, weeks.map(range)),
            (Aspect::Length, days.map(|days| counted(days, "day", "days"))),
        ],
        Kind::Activity { category, budget } => {
            vec![(Aspect::Category, Some(category.words().to_owned())), (Aspect::Hours, budget.map(budgeted))]
        }
        Kind::Track { label } => vec![(Aspect::Label, Some(label.clone()))],
        Kind::Project { number: named } => vec![(Aspect::Label, number(named))],
        Kind::Option { label, suits } => {
            vec![(Aspect::Label, Some(label.clone())), (Aspect::Suits, suits.clone())]
        }
        Kind::Step { optional } => vec![(Aspect::Optional, optional.then(|| "optional".to_owned()))],
        Kind::Target { measure } | Kind::Metric { measure } => {
            vec![(Aspect::Measure, measure.as_ref().map(measured))]
        }
        Kind::Resource { href } => vec![(Aspect::Link, href.clone())],
        Kind::Template { stated_minutes, tempo } => vec![
            (Aspect::Hours, stated_minutes.map(|minutes| format!("{} a week", hours(minutes, minutes)))),
            (Aspect::Tempo, tempo.map(|tempo| paced(tempo).to_owned())),
        ],
        Kind::Block(rule) => vec![(Aspect::Times, Some(timed(rule)))],
        Kind::Account { price, paid } => {
            let price = price.clone().or_else(|| paid.then(|| "paid".to_owned()));
            vec![(Aspect::Price, price)]
        }
        Kind::Section { about } => vec![(Aspect::About, subject(*about))],
        _ => Vec::new(),
    }
}

/// What a kind is called.
pub(super) const fn called(kind: &Kind) -> &'static str {
    match kind {
        Kind::Phase { .. } => "phase",
        Kind::Track { .. } => "track",
        Kind::Stage { .. } => "stage",
        Kind::Goal => "goal",
        Kind::Activity { .. } => "activity",
        Kind::Project { .. } => "project",
        Kind::Step { .. } => "step",
        Kind::Checkpoint => "checkpoint",
        Kind::CheckpointItem => "checkpoint item",
        Kind::Target { .. } => "target",
        Kind::Deliverable => "deliverable",
        Kind::Choice => "choice",
        Kind::Option { .. } => "option",
        Kind::Gate { .. } => "gate",
        Kind::Metric { .. } => "metric",
        Kind::Resource { .. } => "study material",
        Kind::Template { .. } => "week template",
        Kind::Routine => "routine",
        Kind::Block(_) => "block",
        Kind::Account { .. } => "account",
        Kind::ChecklistItem => "checklist item",
        Kind::Section { .. } => "section",
        Kind::Entry => "entry",
        Kind::Note => "note",
        Kind::Comment => "comment",
    }
}

/// What a section is about, in the words of its name.
fn subject(about: About) -> Option<String> {
    let name = serde_json::to_value(about).ok()?;
    name.as_str().map(|name| name.replace('-', " "))
}

fn range(range: NumberRange) -> String {
    if range.from == range.to { range.from.to_string() } else { format!("{}-{}", range.from, range.to) }
}

fn counted(count: u32, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}

/// Minutes as hours, with at most one digit behind the point: "7.5 h", "2-3 h".
fn hours(least: u32, most: u32) -> String {
    let number = |minutes: u32| (f64::from(minutes) / 6.0).round() / 10.0;
    if least == most {
        format!("{} h", number(least))
    } else {
        format!("{}-{} h", number(least), number(most))
    }
}

fn budgeted(budget: Budget) -> String {
    match budget {
        Budget::Stage { least, most } => hours(least, most),
        Budget::Week { least, most } => format!("{} a week", hours(least, most)),
        Budget::Day { least, most } => format!("{} a day", hours(least, most)),
    }
}

fn measured(measure: &Measure) -> String {
    let sign = match measure.comparator {
        Comparator::Below => "<",
        Comparator::AtMost => "≤",
        Comparator::AtLeast => "≥",
        Comparator::Above => ">",
        Comparator::Between => "",
    };
    let upper = measure.upper.map_or_else(String::new, |upper| format!("-{upper}"));
    format!("{sign}{}{upper} {}", measure.value, measure.unit).trim_end().to_owned()
}

const fn paced(tempo: Tempo) -> &'static str {
    match tempo {
        Tempo::FullTime => "full time",
        Tempo::PartTime => "part time",
    }
}

fn timed(rule: &BlockRule) -> String {
    let days: Vec<String> = rule.days.iter().map(ToString::to_string).collect();
    let start = rule.start.map(|start| format!("{}:{:02}", start / 60, start % 60));
    let part = rule.part.map(|part| match part {
        PartOfDay::Morning => "morning".to_owned(),
        PartOfDay::Afternoon => "afternoon".to_owned(),
        PartOfDay::Evening => "evening".to_owned(),
    });
    let length = Some(hours(rule.minutes, rule.most));
    let category = Some(rule.category.words().to_owned());
    let said = [Some(days.join(" ")), start, part, length, category];
    said.into_iter().flatten().filter(|words| !words.is_empty()).collect::<Vec<_>>().join(", ")
}
