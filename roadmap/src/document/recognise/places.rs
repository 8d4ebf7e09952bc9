//! Where in a text its numbers stand, to write others in their place.

use super::ordinals::{ordinal_at, ordinal_like};
use super::units::{Numbered, Unit, numbered_at};
use super::{budgets, clock, headings, hours, lengths, rows};
use crate::item::{Budget, Item, NumberRange};
use std::ops::Range;

/// The first weeks that a text names ("Week 3: …", "… (weeks 6–7)"), and where their numbers stand in it.
pub(crate) fn week_numbers(text: &str) -> Option<(NumberRange, Range<usize>)> {
    numbers_of(text, Unit::Week)
}

/// The first numbered days that a text names ("Days 8–14: …"), and where their numbers stand in it.
pub(in crate::document) fn day_numbers(text: &str) -> Option<(NumberRange, Range<usize>)> {
    numbers_of(text, Unit::Day)
}

fn numbers_of(text: &str, unit: Unit) -> Option<(NumberRange, Range<usize>)> {
    let mut before = ' ';
    // Only at the beginning may an ordinal name a part.
    let mut first = true;
    for (at, c) in text.char_indices() {
        if c.is_alphanumeric() && !before.is_alphanumeric() {
            let words = text.get(at..)?;
            let ordinal = if first { ordinal_at(words) } else { None };
            let found = ordinal.or_else(|| numbered_at(words)).filter(|found| found.unit == unit);
            if let Some(Numbered { range, place, .. }) = found {
                return Some((range, at + place.start..at + place.end));
            }
            first = false;
        }
        before = c;
    }
    None
}

/// A text with other weeks in the place of the first it names, and the dash that it had; none where it
/// names none.
pub(crate) fn with_weeks(text: &str, weeks: NumberRange) -> Option<String> {
    let (_, place) = week_numbers(text)?;
    let numbers = numbers(text.get(place.clone())?, weeks);
    Some(format!("{}{numbers}{}", text.get(..place.start)?, text.get(place.end..)?))
}

/// The title behind the weeks that a text begins with, empty where it has none; none where it begins with no weeks.
pub(in crate::document) fn behind_weeks(text: &str) -> Option<&str> {
    let named = headings::read(text);
    let is_week = matches!(named.part, Some(headings::Part::Weeks(_)));
    is_week.then(|| if named.text == text { "" } else { named.text })
}

/// Numbers written as others were, with their dash, or as ordinals.
pub(in crate::document) fn numbers(was: &str, range: NumberRange) -> String {
    if let (Some(from), Some(to)) = (ordinal_like(was, range.from), ordinal_like(was, range.to)) {
        return if range.from == range.to { from } else { format!("{from}-{to}") };
    }
    let dash = was.trim_matches(|c: char| c.is_ascii_digit());
    // A list names each of its numbers, and its comma fits no other.
    let is_list = dash.contains(|c: char| c == ',' || c.is_ascii_digit());
    let dash = if dash.is_empty() || dash == was || is_list { "-" } else { dash };
    match range {
        NumberRange { from, to } if from == to => from.to_string(),
        NumberRange { from, to } => format!("{from}{dash}{to}"),
    }
}

/// Where a text names the first stretch of time: "5 hours", "2-4 hours a day".
pub(in crate::document) fn time_in(text: &str) -> Option<Range<usize>> {
    hours::place_of(text).map(|(_, place)| place)
}

/// Where a text names the time that it [plans](fn@hours::planned) for what it says.
pub(in crate::document) fn planned_in(text: &str) -> Option<Range<usize>> {
    hours::planned_at(text).map(|(_, place)| place)
}

/// The hours that a cell below such a head plans; none where they are not of a column of hours.
pub(in crate::document) fn hours_in_cell(head: &str, cell: &str) -> Option<Budget> {
    hours::planned(&rows::hours_of(head, cell)?).map(|(stretch, _)| stretch.budget())
}

/// True for a line that says how much time what it stands in takes: "Time: 6 hours a week".
pub(in crate::document) fn states_hours(line: &Item) -> bool {
    budgets::stated(line).is_some()
}

/// Where a text names how long something [lasts](lengths::lasts).
pub(in crate::document) fn length_in(text: &str) -> Option<Range<usize>> {
    lengths::length_in(text).map(|(_, place)| place)
}

/// The start and the length in minutes of the times that a text begins with, and where they end in it: "6–8 am scales".
pub(in crate::document) fn times_at(text: &str) -> Option<(u16, u16, usize)> {
    let row = clock::row_at(text, None)?;
    let words = text.trim_end().len() - row.text.len();
    let end = text.get(..words)?.trim_end_matches([':', '-', '–', '—', '|', '=', ',', ' ']).trim_end().len();
    Some((row.start, row.minutes, end))
}

/// The part that a title names and is called by, where it says more than its title does: "Day 5",
/// "Phase 2" of "Phase 2: Frame".
pub(in crate::document) fn named_part(text: &str) -> Option<&str> {
    let named = headings::read(text);
    named.part.filter(|_| named.text == text)?;
    let end = [": ", " - ", " – ", " — ", " ("].iter().filter_map(|mark| text.find(mark)).min();
    text.get(..end.unwrap_or(text.len())).map(|part| part.trim_end_matches(':'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weeks_are_written_in_the_place_of_others() {
        let with = |text: &str| with_weeks(text, NumberRange { from: 8, to: 9 });
        for (text, new) in [
            ("Week 6: Choir", "Week 8-9: Choir"),
            ("**Weeks 6–7:** Choir", "**Weeks 8–9:** Choir"),
            ("Tempo (weeks 5 to 8)", "Tempo (weeks 8 to 9)"),
            ("### Week #6 of 12", "### Week #8-9 of 12"),
            ("Week Two: Choir", "Week 8-9: Choir"),
            ("Weeks 3, 4 and 5: Choir", "Weeks 8-9: Choir"),
            ("Week 6 – Week 7: Choir", "Week 8 – Week 9: Choir"),
            ("W6: Choir", "W8-9: Choir"),
            ("### Third week", "### 8th-9th week"),
            ("**6. Woche:** Choir", "**8.-9. Woche:** Choir"),
        ] {
            assert_eq!(with(text).as_deref(), Some(new));
        }
        assert_eq!(with("Two weekly rehearsals"), None);
        assert_eq!(with("Rest until the third week"), None);
    }
}
