//! Numbers as the check says and writes them.

use crate::Category;
use crate::document::{Figure, figures};
use crate::item::{Comparator, Measure};

/// Minutes as hours: "40 h", "7.5 h".
pub(super) fn hours(minutes: u32) -> String {
    format!("{} h", number(f64::from(minutes) / 60.0))
}

/// At least and at most so many minutes: "2-3 h".
pub(super) fn hours_between(least: u32, most: u32) -> String {
    format!("{} h", number_between(f64::from(least) / 60.0, f64::from(most) / 60.0))
}

/// At least and at most so many: "2-3".
pub(super) fn number_between(least: f64, most: f64) -> String {
    let (low, high) = (number(least), number(most));
    if low == high { low } else { format!("{low}-{high}") }
}

/// A number with at most one digit behind the point.
pub(super) fn number(value: f64) -> String {
    let rounded = (value * 10.0).round() / 10.0;
    format!("{rounded}")
}

/// A number and what is counted, in the singular where it is one: "1 post", "2 posts".
pub(super) fn counted(count: u32, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}

/// Words in a row: "a", "a and b", "a, b and c".
pub(super) fn listed(words: &[String]) -> String {
    match words {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

/// A category in a sentence.
pub(super) const fn category(category: Category) -> &'static str {
    match category {
        Category::InterviewPrep => "interview prep",
        Category::JobSearch => "job search",
        Category::HandsOn => "hands-on work",
        other => other.name(),
    }
}

/// Who asks: "month 2 asks", "months 4-6 ask".
pub(super) fn asking(name: &str) -> String {
    let many = name.starts_with("months ") || name.starts_with("weeks ");
    format!("{name} {}", if many { "ask" } else { "asks" })
}

/// Who asks, at the beginning of a sentence.
pub(super) fn asks(name: &str) -> String {
    sentence(&asking(name))
}

/// The first letter large.
pub(super) fn sentence(words: &str) -> String {
    let mut letters = words.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// The words with another number in the place of the one with that unit; none where there is none.
pub(super) fn rewritten(text: &str, new: &Measure) -> Option<String> {
    let same = |figure: &Figure<'_>| figure.measure.unit == new.unit && !figure.quoted;
    let figure = figures(text).find(same)?;
    let mut words = text.to_owned();
    words.replace_range(figure.at.clone(), &written(new, &figure));
    Some(words)
}

/// The number as the figure writes its own: with a plus where it has one.
fn written(new: &Measure, old: &Figure<'_>) -> String {
    let value = number(new.value);
    match (new.comparator, new.upper) {
        (_, Some(upper)) => format!("{value}-{}", number(upper)),
        (Comparator::AtLeast, None)
            if old.compared.is_none() && (old.plus || old.measure.upper.is_some()) =>
        {
            format!("{value}+")
        }
        _ => value,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at_least(value: f64, unit: &str) -> Measure {
        Measure { comparator: Comparator::AtLeast, value, upper: None, unit: unit.to_owned() }
    }

    #[test]
    fn a_number_is_rewritten_in_its_own_manner() {
        let rewritten = |text, value, unit| rewritten(text, &at_least(value, unit)).expect("a number");
        assert_eq!(rewritten("Sang 3+ songs, 5+ hymns", 7.0, "hymns"), "Sang 3+ songs, 7+ hymns");
        assert_eq!(rewritten("2 songs written", 3.0, "songs"), "3 songs written");
        assert_eq!(rewritten("Learn at least 4 songs", 3.0, "songs"), "Learn at least 3 songs");
    }

    #[test]
    fn hours_have_no_needless_digits() {
        assert_eq!([hours(2400), hours(450), hours(50)], ["40 h", "7.5 h", "0.8 h"]);
        assert_eq!(hours_between(120, 180), "2-3 h");
    }
}
