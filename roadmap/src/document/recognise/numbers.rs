//! Numbers in words: "6-7", "6–7", "6 to 7", "50+".

use super::ranges::{Tongue, behind_and, behind_until};
use crate::item::NumberRange;

/// The highest week or month that a heading may name; more is taken for something else.
const HIGHEST: u32 = 600;

/// A range of whole numbers at the start of the text, and what follows it.
pub(super) fn range_at(text: &str) -> Option<(NumberRange, &str)> {
    range_in(text, Tongue::English)
}

/// A range behind a word of another language than English: "7 bis 10", "5 a 8".
pub(super) fn range_elsewhere_at(text: &str) -> Option<(NumberRange, &str)> {
    range_in(text, Tongue::Any)
}

fn range_in(text: &str, tongue: Tongue) -> Option<(NumberRange, &str)> {
    let (from, rest) = whole_at(text)?;
    let next = behind_until(rest, tongue).or_else(|| behind_and(rest, tongue)).and_then(whole_at);
    // "6/7" is both, but "1/8" is the first of eight.
    let pair = || rest.trim_start().strip_prefix('/').and_then(whole_at).filter(|(to, _)| *to == from + 1);
    match next.or_else(pair) {
        Some((to, rest)) if to >= from => Some((NumberRange { from, to }, rest)),
        _ => Some((NumberRange { from, to: from }, rest)),
    }
}

/// A range with the numbers listed behind it, one after the other ("3, 4 and 5"), and what follows.
pub(super) fn listed(first: NumberRange, rest: &str) -> (NumberRange, &str) {
    let (mut range, mut behind) = (first, rest);
    while let Some((next, after)) = next_listed(behind).filter(|(next, _)| next.from == range.to + 1) {
        (range.to, behind) = (next.to, after);
    }
    // In "Week 1, 2 songs" the second number counts something else.
    let counts = behind.trim_start().starts_with(char::is_alphanumeric);
    if counts { (first, rest) } else { (range, behind) }
}

fn next_listed(text: &str) -> Option<(NumberRange, &str)> {
    let text = text.trim_start();
    let after = text.strip_prefix(',').map_or(text, str::trim_start);
    let next = after.strip_prefix('&').or_else(|| after.strip_prefix("and ")).unwrap_or(after).trim_start();
    if next.len() == text.len() { None } else { range_at(next) }
}

/// A whole number at the start of the text, and what follows it.
pub(super) fn whole_at(text: &str) -> Option<(u32, &str)> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let number = text.get(..digits)?.parse().ok().filter(|number| *number <= HIGHEST)?;
    Some((number, text.get(digits..)?))
}

/// A number with or without a fraction at the start of the text ("1.5", "1,000"), and what follows.
pub(super) fn number_at(text: &str) -> Option<(f64, &str)> {
    let bytes = text.as_bytes();
    let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    if !digit(0) {
        return None;
    }
    let mut end = 0;
    let mut fraction = false;
    let mut number = String::new();
    loop {
        match bytes.get(end) {
            Some(byte) if byte.is_ascii_digit() => number.push(char::from(*byte)),
            Some(b'.') if !fraction && digit(end + 1) => {
                fraction = true;
                number.push('.');
            }
            // A comma before exactly three digits parts thousands.
            Some(b',') if !fraction && (1..=3).all(|next| digit(end + next)) && !digit(end + 4) => {}
            _ => break,
        }
        end += 1;
    }
    Some((number.parse().ok()?, text.get(end..)?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_dash_makes_a_range() {
        for text in ["6-7: x", "6–7: x", "6 – 7: x", "6 to 7: x", "6 & 7: x", "6/7: x"] {
            assert_eq!(range_at(text), Some((NumberRange { from: 6, to: 7 }, ": x")), "{text}");
        }
    }

    #[test]
    fn numbers_listed_one_after_the_other_are_a_range() {
        let of = |text| range_at(text).map(|(first, rest)| listed(first, rest));
        for text in ["3, 4 and 5: x", "3, 4, and 5: x", "3, 4 & 5: x", "3 and 4 and 5: x", "3-4, 5: x"] {
            assert_eq!(of(text), Some((NumberRange { from: 3, to: 5 }, ": x")), "{text}");
        }
        for (text, rest) in [("3, 4 songs", ", 4 songs"), ("3, 7: x", ", 7: x"), ("3, x", ", x")] {
            assert_eq!(of(text), Some((NumberRange { from: 3, to: 3 }, rest)), "{text}");
        }
    }

    #[test]
    fn what_is_no_range_is_one_number() {
        assert_eq!(range_at("7-3"), Some((NumberRange { from: 7, to: 7 }, "-3")));
        assert_eq!(range_at("1/8: x"), Some((NumberRange { from: 1, to: 1 }, "/8: x")));
        assert_eq!(range_at("4+ x"), Some((NumberRange { from: 4, to: 4 }, "+ x")));
        assert_eq!(range_at("x"), None);
        assert_eq!(range_at("99999999999"), None);
    }

    #[test]
    fn fractions_and_thousands_are_read() {
        assert_eq!(number_at("1.5 h"), Some((1.5, " h")));
        assert_eq!(number_at("1,000 words"), Some((1000.0, " words")));
        assert_eq!(number_at("3, 4"), Some((3.0, ", 4")));
        assert_eq!(number_at("5."), Some((5.0, ".")));
    }
}
