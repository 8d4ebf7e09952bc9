//! The numbers that a text names, each with its place, for those who reckon with them or change them.

use super::targets::{self, Found};
use crate::item::{Comparator, Measure};
use std::ops::Range;

/// A number of a text, with what stands around it.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Figure<'a> {
    /// Its bytes, with the upper end of a range and a plus.
    pub(crate) at: Range<usize>,
    /// What it comes to.
    pub(crate) measure: Measure,
    /// The word or sign before it that compares, if there is one.
    pub(crate) compared: Option<Comparator>,
    /// True where a plus follows it.
    pub(crate) plus: bool,
    /// True within brackets.
    pub(crate) bracketed: bool,
    /// True where it is an example rather than a claim.
    pub(crate) quoted: bool,
    /// True where it measures (ms, km, %) and counts no things.
    pub(crate) measures: bool,
    /// What stands before it.
    pub(crate) before: &'a str,
    /// What stands behind it.
    pub(crate) after: &'a str,
}

/// The numbers of a text in order; none that are part of a word ("p99", "B2").
pub(crate) fn figures(text: &str) -> impl Iterator<Item = Figure<'_>> {
    targets::numbers(text).map(figure)
}

fn figure(found: Found<'_>) -> Figure<'_> {
    let unit = targets::unit(found.rest);
    Figure {
        compared: found.comparator,
        plus: found.plus,
        bracketed: found.bracketed,
        quoted: found.quoted,
        measures: unit == "%" || targets::is_unit(&unit),
        before: found.before,
        after: found.rest,
        measure: Measure { comparator: found.compares(), value: found.value, upper: found.upper, unit },
        at: found.at,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_figure_knows_its_bytes() {
        let text = "Sent 50–100 letters, 20+ of them by hand";
        let found: Vec<_> = figures(text).map(|figure| &text[figure.at]).collect();
        assert_eq!(found, ["50–100", "20+"]);
    }

    #[test]
    fn what_measures_is_told_from_what_counts() {
        let measures = |text| figures(text).next().map(|figure| figure.measures);
        assert_eq!(measures("Run 12 km"), Some(true));
        assert_eq!(measures("Top 5% of all"), Some(true));
        assert_eq!(measures("Run 12 races"), Some(false));
    }
}
