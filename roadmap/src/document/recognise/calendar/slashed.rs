//! Dates whose numbers are parted by strokes, "26/01 – 01/02": others beside them tell the day from the month.

use super::date::{Date, ends_number, year_at};
use super::{after_dash, between};
use crate::document::recognise::numbers::whole_at;

/// Two numbers, one of a day and one of a month, and a year that may not be given.
type Figures = (u32, u32, Option<i32>);

/// From a date to another, both written with strokes: "26/01 – 01/02". Which of the numbers are days
/// it need not say.
#[derive(Debug, Clone, Copy)]
pub(in crate::document::recognise) struct Slashed {
    first: Figures,
    last: Figures,
}

impl Slashed {
    /// Reads what a text begins with, and what follows it.
    pub(in crate::document::recognise) fn at(text: &str) -> Option<(Self, &str)> {
        let (first, rest) = slashed_at(text.trim_start())?;
        let (last, rest) = slashed_at(after_dash(rest)?)?;
        Some((Self { first, last }, rest))
    }

    fn days(self, day_first: bool) -> Option<u32> {
        let date = |(one, other, year): Figures| {
            let (day, month) = if day_first { (one, other) } else { (other, one) };
            Date { year, month, day }
        };
        between(date(self.first), date(self.last))
    }
}

/// How many days each of those dates holds that stand side by side. One number among them that is no
/// month tells for all which are the days; without one none is known.
pub(in crate::document::recognise) fn slashed_days(dates: &[Option<Slashed>]) -> Vec<Option<u32>> {
    let ends = || dates.iter().flatten().flat_map(|dates| [dates.first, dates.last]);
    let day_first = ends().any(|(one, ..)| one > 12);
    if day_first == ends().any(|(_, other, _)| other > 12) {
        return vec![None; dates.len()];
    }
    dates.iter().map(|dates| dates.and_then(|dates| dates.days(day_first))).collect()
}

/// Two numbers with a stroke between, and a year where there is one: "26/01", "26/01/2026".
fn slashed_at(text: &str) -> Option<(Figures, &str)> {
    let number = |text| whole_at(text).filter(|(number, _)| (1..=31).contains(number));
    let (one, rest) = number(text)?;
    let (other, rest) = number(rest.strip_prefix('/')?)?;
    let (year, rest) = rest.strip_prefix('/').map_or((None, rest), year_at);
    ends_number(rest).then_some(((one, other, year), rest))
}
