//! A week template says how long the plan takes with it, and the hours come to another length.

use super::hours::{Week, budgeted, weeks};
use super::said::{hours, number};
use super::words::{plain, words};
use super::{Change, Finding, Rule, Survey, claim};
use crate::Item;
use crate::check::NewMeasure;
use crate::document::{Figure, figures};
use crate::item::{Comparator, Measure};

/// The weeks of a month.
const WEEKS_OF_A_MONTH: f64 = 52.0 / 12.0;

/// A stated length may be off by as much of itself before it is worth a word.
const TOLERANCE: f64 = 0.1;

/// Words before a length that holds no longer.
const NOT: [&str; 4] = ["instead of", "rather than", "not", "no longer"];

pub(super) fn findings(survey: &Survey<'_>) -> Vec<Finding> {
    let weeks = weeks(survey);
    if weeks.is_empty() {
        return Vec::new();
    }
    let (total, _) = budgeted(survey);
    weeks.iter().filter_map(|week| finding(week, total)).collect()
}

/// A length in words: its number, and how many weeks one of its units is.
struct Length<'a> {
    item: &'a Item,
    measure: Measure,
    unit: &'static str,
    weeks: f64,
}

impl Length<'_> {
    fn holds(&self, weeks: f64) -> bool {
        let (least, most) = (self.measure.value, self.measure.upper.unwrap_or(self.measure.value));
        let slack = TOLERANCE * least;
        let length = weeks / self.weeks;
        // A length that is named as one number is rounded up to whole units.
        least - slack.max(if self.measure.upper.is_none() { 1.0 } else { 0.0 }) < length
            && length <= most + slack
    }
}

fn finding(week: &Week<'_>, total: u64) -> Option<Finding> {
    let weekly = week.stated.unwrap_or_else(|| week.minutes());
    if total == 0 || weekly == 0 {
        return None;
    }
    let needed = total as f64 / f64::from(weekly);
    let (item, lengths) = week.item.children.iter().find_map(|item| {
        let lengths: Vec<Length<'_>> =
            figures(&item.text).filter_map(|figure| length(item, figure)).collect();
        (!lengths.is_empty()).then_some((item, lengths))
    })?;
    if lengths.iter().any(|length| length.holds(needed)) {
        return None;
    }
    let stated = lengths.into_iter().next()?;
    let (least, most) = (stated.measure.value, stated.measure.upper.unwrap_or(stated.measure.value));
    let named = if least < most { format!("{}-{}", number(least), number(most)) } else { number(least) };
    let all = number((total / 60) as f64);
    let says = format!(
        "With the {} the document reckons on {named} {}s, but {all} h at {} a week take {} {}s.",
        week.name(),
        stated.unit,
        hours(weekly),
        number(needed / stated.weeks),
        stated.unit,
    );
    let claims = vec![
        claim(week.item, format!("{}, {} a week", week.name(), hours(weekly))),
        claim(stated.item, format!("{named} {}s", stated.unit)),
    ];
    let (low, high) = ((needed / stated.weeks).floor().max(1.0), (needed / stated.weeks).ceil().max(1.0));
    let upper = (low < high).then_some(high);
    let comparator = if upper.is_some() { Comparator::Between } else { Comparator::AtLeast };
    let measure = Measure { comparator, value: low, upper, unit: stated.measure.unit.clone() };
    let words = upper.map_or_else(|| number(low), |high| format!("{}-{}", number(low), number(high)));
    let measures = vec![NewMeasure { item: item.id, measure }];
    let found = Finding::new(Rule::StatedLength, &format!("{} of {all} h", week.item.text), says, claims);
    Some(found.or(format!("Make it {words} {}s", stated.unit), Change::SetMeasures { measures }))
}

/// A number of weeks or months.
fn length<'a>(item: &'a Item, figure: Figure<'_>) -> Option<Length<'a>> {
    let before = figure.before.trim_end();
    if NOT.iter().any(|words| before.ends_with(words)) {
        return None;
    }
    let (unit, weeks) = match plain(words(&figure.measure.unit).next()?).as_str() {
        "week" | "weeks" => ("week", 1.0),
        "month" | "months" => ("month", WEEKS_OF_A_MONTH),
        _ => return None,
    };
    Some(Length { item, measure: figure.measure, unit, weeks })
}
