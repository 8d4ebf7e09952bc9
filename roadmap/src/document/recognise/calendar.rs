//! Dates in words: "Jan 5 – Jan 11", "5–11 January", "2026-01-05 to 2026-01-11", "12.01. – 18.01.2026",
//! "week of May 4"; and "26/01 – 01/02", where other dates beside it tell the day from the month.

use super::numbers::whole_at;
use super::ranges::{Tongue, behind_until};
use chrono::{Datelike, Months, NaiveDate};

/// Stands in where no year is given: a leap year, so that each day of any year has its place.
const SOME_YEAR: i32 = 2024;

/// The months in the order of the year, each told by its first three letters.
const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// The names of months in German, Italian, Spanish, French, Portuguese and Dutch where English has others.
const MONTHS_ELSEWHERE: [&[&str]; 12] = [
    &["januar", "gennaio", "enero", "janvier", "janeiro", "januari"],
    &["februar", "febbraio", "febrero", "février", "fevereiro", "februari"],
    &["märz", "marzo", "mars", "março", "maart"],
    &["aprile", "abril", "avril"],
    &["mai", "maggio", "mayo", "maio", "mei"],
    &["juni", "giugno", "junio", "juin", "junho"],
    &["juli", "luglio", "julio", "juillet", "julho"],
    &["agosto", "août", "augustus"],
    &["settembre", "septiembre", "septembre", "setembro"],
    &["oktober", "ottobre", "octubre", "octobre", "outubro"],
    &["noviembre", "novembre", "novembro"],
    &["dezember", "dicembre", "diciembre", "décembre", "dezembro"],
];

/// Words before the first of two dates.
const FROM: [&str; 10] =
    ["from the ", "from ", "vom ", "von ", "dal ", "del ", "desde el ", "du ", "de ", "van "];

/// How many days the dates at the start of a text hold, both ends among them, and what follows the
/// dates. One date alone says nothing of how long something lasts, but "week of" it does.
pub(super) fn days_at(text: &str) -> Option<(u32, &str)> {
    if let Some(rest) = after_words(text, "week of ").or_else(|| after_words(text, "week from ")) {
        let rest = after_words(rest, "the ").unwrap_or(rest);
        return days_at(rest).or_else(|| date_at(rest).map(|(_, rest)| (7, rest)));
    }
    let (first, last, rest) = range_at(text)?;
    Some((between(first, last)?, rest))
}

/// The first day that a text begins with, if it or the one that it lasts until has a year.
pub(crate) fn first_day_at(text: &str) -> Option<NaiveDate> {
    if let Some((day, _)) = full_day_at(text) {
        return Some(day);
    }
    let text = after_words(text, "week of ").or_else(|| after_words(text, "week from ")).unwrap_or(text);
    let (first, last) = match range_at(text) {
        Some((first, last, _)) => (first, Some(last)),
        None => (date_at(text)?.0, None),
    };
    let before_last = |last: Date| {
        let is_earlier = (last.month, last.day) >= (first.month, first.day);
        last.year.map(|year| if is_earlier { year } else { year - 1 })
    };
    let year = first.year.or_else(|| last.and_then(before_last))?;
    NaiveDate::from_ymd_opt(year, first.month, first.day)
}

/// A date and another behind it, and what follows them.
fn range_at(text: &str) -> Option<(Date, Date, &str)> {
    // Nearly every heading is asked, and most begin with neither a number nor a month.
    let begins_so =
        |text: &str| text.trim_start().starts_with(|c: char| c.is_ascii_digit()) || month_at(text).is_some();
    let may_say_from = text.starts_with(['f', 'F', 'v', 'V', 'd', 'D']);
    let behind = || FROM.iter().find_map(|from| after_words(text, from));
    let text = if may_say_from { behind().unwrap_or(text) } else { text };
    if !begins_so(text) {
        return None;
    }
    range_in_month(text).or_else(|| {
        let (first, rest) = date_at(text)?;
        let (last, rest) = date_at(after_dash(rest)?)?;
        Some((first, last, rest))
    })
}

/// The day that a text begins with, written "2026-01-05" or "05.01.2026", and what follows it.
pub(super) fn full_day_at(text: &str) -> Option<(NaiveDate, &str)> {
    let text = text.trim_start();
    let (date, rest) = iso_at(text).or_else(|| dotted_at(text))?;
    Some((NaiveDate::from_ymd_opt(date.year?, date.month, date.day)?, rest))
}

/// The days of the month that a text begins with, "December", and what follows it; of a year with 365 days.
pub(super) fn month_days_at(text: &str) -> Option<(u32, &str)> {
    let (month, rest) = month_at(text)?;
    let first = NaiveDate::from_ymd_opt(SOME_YEAR + 1, month, 1)?;
    Some((u32::from(first.num_days_in_month()), rest))
}

/// The days of the month of a year that a text begins with, "January 2026", and what follows it.
pub(super) fn month_of_year_at(text: &str) -> Option<(u32, &str)> {
    let (month, rest) = month_at(text)?;
    let (Some(year), rest) = year_at(rest) else { return None };
    let first = NaiveDate::from_ymd_opt(year, month, 1)?;
    Some((u32::from(first.num_days_in_month()), rest))
}

/// Two numbers, one of a day and one of a month, and a year that may not be given.
type Figures = (u32, u32, Option<i32>);

/// From a date to another, both written with strokes: "26/01 – 01/02". Which of the numbers are days
/// it need not say.
#[derive(Debug, Clone, Copy)]
pub(super) struct Slashed {
    first: Figures,
    last: Figures,
}

impl Slashed {
    /// Reads what a text begins with, and what follows it.
    pub(super) fn at(text: &str) -> Option<(Self, &str)> {
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
pub(super) fn slashed_days(dates: &[Option<Slashed>]) -> Vec<Option<u32>> {
    let ends = || dates.iter().flatten().flat_map(|dates| [dates.first, dates.last]);
    let day_first = ends().any(|(one, ..)| one > 12);
    if day_first == ends().any(|(_, other, _)| other > 12) {
        return vec![None; dates.len()];
    }
    dates.iter().map(|dates| dates.and_then(|dates| dates.days(day_first))).collect()
}

/// A day of a year that may not be given.
#[derive(Clone, Copy)]
struct Date {
    year: Option<i32>,
    month: u32,
    day: u32,
}

/// "Jan 5–11" and "5–11 January".
fn range_in_month(text: &str) -> Option<(Date, Date, &str)> {
    let named = month_at(text).and_then(|(month, rest)| {
        let (first, rest) = day_at(rest)?;
        let (last, rest) = day_at(after_dash(rest)?)?;
        // In "Jan 5 – 11 Feb" the second day has a month of its own.
        month_at(rest).is_none().then_some((month, first, last, rest))
    });
    if named.is_none()
        && let Some(found) = dotted_range_in_month(text)
    {
        return Some(found);
    }
    let (month, first, last, rest) = named.or_else(|| {
        let (first, rest) = day_at(text)?;
        let (last, rest) = day_at(after_dash(rest)?)?;
        let (month, rest) = month_behind(rest)?;
        Some((month, first, last, rest))
    })?;
    let (year, rest) = year_at(rest);
    let date = |day| Date { year, month, day };
    Some((date(first), date(last), rest))
}

/// "12.–18.01.2026".
fn dotted_range_in_month(text: &str) -> Option<(Date, Date, &str)> {
    let (day, rest) = day_at(text)?;
    let (last, rest) = dotted_at(after_dash(rest)?).filter(|(last, _)| last.year.is_some())?;
    Some((Date { day, ..last }, last, rest))
}

fn between(first: Date, last: Date) -> Option<u32> {
    let year = first.year.or(last.year).unwrap_or(SOME_YEAR);
    let from = NaiveDate::from_ymd_opt(year, first.month, first.day)?;
    let mut to = NaiveDate::from_ymd_opt(last.year.unwrap_or(from.year()), last.month, last.day)?;
    if to < from && last.year.is_none() {
        to = to.checked_add_months(Months::new(12))?;
    }
    u32::try_from(to.signed_duration_since(from).num_days() + 1).ok().filter(|days| (1..=366).contains(days))
}

/// A date at the start of a text, and what follows it.
fn date_at(text: &str) -> Option<(Date, &str)> {
    let text = text.trim_start();
    if let Some(found) = iso_at(text).or_else(|| dotted_at(text)) {
        return Some(found);
    }
    let (month, day, rest) = match month_at(text) {
        Some((month, rest)) => day_at(rest).map(|(day, rest)| (month, day, rest))?,
        None => {
            let (day, rest) = day_at(text)?;
            let (month, rest) = month_behind(rest)?;
            (month, day, rest)
        }
    };
    let (year, rest) = year_at(rest);
    Some((Date { year, month, day }, rest))
}

fn iso_at(text: &str) -> Option<(Date, &str)> {
    let is_year = text.as_bytes().iter().take(4).all(u8::is_ascii_digit);
    let date: NaiveDate = text.get(..10).filter(|date| is_year && date.is_ascii())?.parse().ok()?;
    let rest = text.get(10..).filter(|rest| !rest.starts_with(char::is_alphanumeric))?;
    Some((Date { year: Some(date.year()), month: date.month(), day: date.day() }, rest))
}

/// "12.01.2026" and "12.01.": the last dot tells it from a version or a fraction.
fn dotted_at(text: &str) -> Option<(Date, &str)> {
    let (day, rest) = whole_at(text).filter(|(day, _)| (1..=31).contains(day))?;
    let (month, rest) = whole_at(rest.strip_prefix('.')?).filter(|(month, _)| (1..=12).contains(month))?;
    let rest = rest.strip_prefix('.')?;
    let (year, rest) =
        if rest.starts_with(|c: char| c.is_ascii_digit()) { year_at(rest) } else { (None, rest) };
    ends_number(rest).then_some((Date { year, month, day }, rest))
}

/// Two numbers with a stroke between, and a year where there is one: "26/01", "26/01/2026".
fn slashed_at(text: &str) -> Option<(Figures, &str)> {
    let number = |text| whole_at(text).filter(|(number, _)| (1..=31).contains(number));
    let (one, rest) = number(text)?;
    let (other, rest) = number(rest.strip_prefix('/')?)?;
    let (year, rest) = rest.strip_prefix('/').map_or((None, rest), year_at);
    ends_number(rest).then_some(((one, other, year), rest))
}

/// True unless the figures before that go on: "12.01.2026.4", "26/01/5".
fn ends_number(rest: &str) -> bool {
    let behind = rest.trim_start_matches(['.', '/', ',', ':']);
    let goes_on = behind.len() < rest.len() && behind.starts_with(|c: char| c.is_ascii_digit());
    !goes_on && !rest.starts_with('/') && !rest.starts_with(char::is_alphanumeric)
}

/// A month's name, whole or shortened, and what follows it.
fn month_at(text: &str) -> Option<(u32, &str)> {
    let text = text.trim_start();
    // Nearly every heading is asked, and no month begins with another letter.
    let initial = text.bytes().next()?.to_ascii_lowercase();
    if !matches!(initial, b'a' | b'd'..=b'g' | b'j' | b'm'..=b'o' | b's') {
        return None;
    }
    let (word, rest) = text.split_at(text.find(|c: char| !c.is_alphabetic()).unwrap_or(text.len()));
    let begins = |name: &&str| name.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word));
    let elsewhere = |names: &&[&str]| names.iter().any(|name| is_name(name, word));
    let number = MONTHS
        .iter()
        .position(|name| word.len() >= 3 && begins(name))
        .or_else(|| MONTHS_ELSEWHERE.iter().position(elsewhere))?;
    Some((u32::try_from(number).ok()? + 1, rest.strip_prefix('.').unwrap_or(rest)))
}

/// The month behind a day: "of March", "de marzo".
fn month_behind(text: &str) -> Option<(u32, &str)> {
    let text = text.trim_start();
    month_at(after_words(text, "of ").or_else(|| after_words(text, "de ")).unwrap_or(text))
}

fn is_name(name: &str, word: &str) -> bool {
    name.len() == word.len() && name.chars().eq(word.chars().flat_map(char::to_lowercase))
}

/// A day of a month ("5", "5th", "5."), and what follows it.
fn day_at(text: &str) -> Option<(u32, &str)> {
    let (day, rest) = whole_at(text.trim_start()).filter(|(day, _)| (1..=31).contains(day))?;
    let ending = ["st", "nd", "rd", "th", "er", "."].iter().find_map(|ending| rest.strip_prefix(ending));
    let rest = ending.unwrap_or(rest);
    let is_clock = rest.strip_prefix(':').is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    (!rest.starts_with(char::is_alphanumeric) && !is_clock).then_some((day, rest))
}

/// A year behind a date, and what follows it.
fn year_at(text: &str) -> (Option<i32>, &str) {
    let after = text.trim_start().trim_start_matches(',').trim_start();
    let digits = after.bytes().take_while(u8::is_ascii_digit).count();
    match after.get(..digits).filter(|_| digits == 4).and_then(|year| year.parse().ok()) {
        Some(year) => (Some(year), after.get(digits..).unwrap_or_default()),
        None => (None, text),
    }
}

fn after_dash(text: &str) -> Option<&str> {
    let text = text.trim_start();
    behind_until(text, Tongue::Any)
}

/// What follows those words at the start of a text, whatever their case.
fn after_words<'a>(text: &'a str, words: &str) -> Option<&'a str> {
    text.get(..words.len()).filter(|start| start.eq_ignore_ascii_case(words))?;
    text.get(words.len()..)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_of_dates_are_counted_in_days() {
        for (text, days) in [
            ("Jan 5 - Jan 11: Scales", 7),
            ("Jan. 5–11: Scales", 7),
            ("January 5th to January 11th, 2026: Scales", 7),
            ("5–11 January 2026: Scales", 7),
            ("5. – 18. Sept: Scales", 14),
            ("2026-01-05 to 2026-01-11: Scales", 7),
            ("2026-12-28 → 2027-01-03: Scales", 7),
            ("Dec 28 — Jan 3: Scales", 7),
            ("12.01.2026 – 18.01.2026: Scales", 7),
            ("12.1.2026 to 18.1.2026: Scales", 7),
            ("12.01. – 18.01.2026: Scales", 7),
            ("12.–18.01.2026: Scales", 7),
            ("28.12.2026 – 03.01.2027: Scales", 7),
            ("28.12. – 03.01.: Scales", 7),
            ("Week of 04.05.2026: Scales", 7),
            ("Week of May 4: Scales", 7),
            ("Week of the 4th of May: Scales", 7),
            ("12.01.2026 bis 18.01.2026: Scales", 7),
            ("Vom 12. Januar bis 18. Januar: Scales", 7),
            ("Dal 1 al 15 marzo: Scales", 15),
            ("Del 1 al 15 de marzo: Scales", 15),
            ("Du 1er au 15 AOÛT: Scales", 15),
            ("from March 1 to March 15: Scales", 15),
        ] {
            assert_eq!(days_at(text), Some((days, ": Scales")), "{text}");
        }
    }

    #[test]
    fn the_first_day_has_its_year_or_that_of_the_last() {
        for (text, year, month) in [
            ("2026-01-05: Scales", 2026, 1),
            ("Jan 5, 2026 – Jan 11: Scales", 2026, 1),
            ("Jan 5 – Jan 11, 2026", 2026, 1),
            ("5–11 January 2026", 2026, 1),
            ("Dec 5 – Jan 3, 2026", 2025, 12),
            ("Week of January 5, 2026", 2026, 1),
        ] {
            assert_eq!(first_day_at(text), NaiveDate::from_ymd_opt(year, month, 5), "{text}");
        }
        for text in ["Jan 5 – Jan 11", "January 2026", "5 songs", "Week of May 4"] {
            assert_eq!(first_day_at(text), None, "{text}");
        }
    }

    #[test]
    fn a_single_day_has_its_year() {
        let day = NaiveDate::from_ymd_opt(2026, 1, 12);
        for text in ["2026-01-12: Scales", "12.01.2026: Scales", "12.1.2026: Scales"] {
            assert_eq!(full_day_at(text), day.map(|day| (day, ": Scales")), "{text}");
        }
        for text in ["12.01.: Scales", "12.01.26: Scales", "31.02.2026: Scales", "1.2.20265", "3.1.4"] {
            assert_eq!(full_day_at(text), None, "{text}");
        }
    }

    #[test]
    fn the_order_of_strokes_is_told_by_one_number_that_is_no_month() {
        let days = |texts: &[&str]| {
            let dates: Vec<_> = texts.iter().map(|text| Slashed::at(text).map(|found| found.0)).collect();
            slashed_days(&dates)
        };
        assert_eq!(days(&["26/01 – 01/02: Scales", "02/02 – 08/02: Chords"]), [Some(7), Some(7)]);
        assert_eq!(days(&["01/26 - 02/01", "02/02 - 02/15"]), [Some(7), Some(14)]);
        assert_eq!(days(&["28/12 – 03/01", "no date", "04/01/2027 – 10/01/2027"]), [Some(7), None, Some(7)]);
        for texts in [
            ["02/02 – 08/02", "09/02 – 10/02"],
            ["26/01 – 01/02", "01/26 – 02/01"],
            ["26/01 – 02/27", "02/02 – 08/02"],
            ["26/26 – 27/27", "02/02 – 08/02"],
        ] {
            assert_eq!(days(&texts), [None, None], "{texts:?}");
        }
        for text in ["1/8: Scales", "26/01: Scales", "3/4 and 6/8 time", "26/01/5 – 01/02"] {
            assert!(Slashed::at(text).is_none(), "{text}");
        }
    }

    #[test]
    fn other_figures_are_no_dates() {
        for text in [
            "Jan 5: Scales",
            "May the best win",
            "5-10 per day",
            "March",
            "Mark 5-7",
            "2026",
            "Feb 30 - Mar 2",
            "5 - 11",
            "31:00",
            "From March: Scales",
            "Mars 5",
            "De 3 a 4",
            "Decide on 3-4",
            "12.01.2026: Scales",
            "18.01.2026 – 12.01.2026",
            "12.13.2026 – 18.13.2026",
            "1.2.3 – 1.2.4",
            "1.2 – 1.3",
            "12.01.2026.4 – 18.01.2026.5",
            "10.01 – 18.01 km",
            "26/01 – 01/02",
        ] {
            assert_eq!(days_at(text), None, "{text}");
        }
    }
}
