//! Measurable claims: "<100 ms p99", "top 50%", "50-100 applications", "5+ interviews".

use super::numbers::number_at;
use super::units::Unit;
use crate::item::{Comparator, Measure};
use std::ops::Range;

/// Units that are written right behind or close after their number.
const UNITS: [&str; 24] = [
    "%", "ms", "s", "sec", "seconds", "min", "minutes", "h", "hours", "kb", "mb", "gb", "tb", "km", "kg",
    "m", "bpm", "fps", "qps", "rps", "wpm", "x", "points", "K",
];

/// Words that compare, when they stand before a number.
const WORDS: [(&str, Comparator); 17] = [
    ("at least", Comparator::AtLeast),
    ("no less than", Comparator::AtLeast),
    ("at most", Comparator::AtMost),
    ("no more than", Comparator::AtMost),
    ("up to", Comparator::AtMost),
    ("top", Comparator::AtMost),
    ("less than", Comparator::Below),
    ("fewer than", Comparator::Below),
    ("under", Comparator::Below),
    ("below", Comparator::Below),
    ("more than", Comparator::Above),
    ("over", Comparator::Above),
    ("above", Comparator::Above),
    (">=", Comparator::AtLeast),
    ("<=", Comparator::AtMost),
    ("≥", Comparator::AtLeast),
    ("≤", Comparator::AtMost),
];

/// Words that end the name of what is counted.
const ENDS: [&str; 22] = [
    "in", "on", "for", "to", "with", "and", "or", "per", "at", "from", "by", "of", "before", "after",
    "within", "until", "using", "that", "each", "a", "the", "weekly",
];

/// The most words that name what is counted.
const MOST_WORDS: usize = 4;

/// The most bytes of a line that is a claim and no sentence.
const LONGEST_BARE: usize = 40;

/// How many bytes of a line are looked at; what comes later is no claim but a story.
const MOST_BYTES: usize = 400;

/// What a line says that is a target by its label, or a metric: any number in it counts.
pub(crate) fn measure(text: &str) -> Option<Measure> {
    numbers(text).next().map(|found| {
        let comparator = found.compares();
        Measure { comparator, value: found.value, upper: found.upper, unit: unit(found.rest) }
    })
}

/// What a line claims by the way: only a number that is compared with something, or has a plus.
pub(crate) fn claim(text: &str) -> Option<Measure> {
    numbers(text).find_map(|found| {
        let unit = unit(found.rest);
        let comparator = match found.comparator {
            Some(comparator) => comparator,
            None if found.plus && !found.bracketed && !unit.is_empty() => Comparator::AtLeast,
            None => return None,
        };
        (!found.quoted).then_some(Measure { comparator, value: found.value, upper: found.upper, unit })
    })
}

/// What a line measures that is nothing but a range of things: "50-100 applications".
pub(super) fn range_of_things(text: &str) -> Option<Measure> {
    let found = numbers(text).next().filter(|found| found.at.start == 0 && found.upper.is_some())?;
    let unit = unit(found.rest);
    let counts_things = found.rest.trim() == unit && !unit.is_empty() && !is_unit(&unit);
    let comparator = found.compares();
    (counts_things && Unit::named(&unit).is_none()).then_some(Measure {
        comparator,
        value: found.value,
        upper: found.upper,
        unit,
    })
}

/// What a short line of its own claims that begins with a comparison: "<100 ms p99", "Top 50 %".
pub(super) fn bare_claim(text: &str) -> Option<Measure> {
    let found = numbers(text).next().filter(|_| text.len() <= LONGEST_BARE)?;
    let before = found.before.trim();
    let is_comparison =
        matches!(before, "<" | ">") || WORDS.iter().any(|(word, _)| word.eq_ignore_ascii_case(before));
    let unit = unit(found.rest);
    (is_comparison && is_unit(&unit)).then(|| Measure {
        comparator: found.compares(),
        value: found.value,
        upper: found.upper,
        unit,
    })
}

/// A number with what stands around it.
pub(super) struct Found<'a> {
    pub(super) comparator: Option<Comparator>,
    pub(super) value: f64,
    pub(super) upper: Option<f64>,
    pub(super) plus: bool,
    pub(super) bracketed: bool,
    /// True within quotation marks, or after "e.g." and the like: an example rather than a claim.
    pub(super) quoted: bool,
    /// The bytes of the number, a range and a plus included.
    pub(super) at: Range<usize>,
    pub(super) before: &'a str,
    pub(super) rest: &'a str,
}

impl Found<'_> {
    /// How it compares: as it says, or else a range is one and a bare number is a least.
    pub(super) fn compares(&self) -> Comparator {
        match (self.comparator, self.upper) {
            (Some(comparator), _) => comparator,
            (None, Some(_)) => Comparator::Between,
            (None, None) => Comparator::AtLeast,
        }
    }
}

/// The numbers of a text that are no part of a word.
pub(super) fn numbers(text: &str) -> impl Iterator<Item = Found<'_>> {
    let text = text.get(..text.floor_char_boundary(MOST_BYTES)).unwrap_or(text);
    let mut from = 0;
    std::iter::from_fn(move || {
        loop {
            let at = from + text.get(from..)?.find(|c: char| c.is_ascii_digit())?;
            let before = text.get(..at)?;
            let (value, rest) = number_at(text.get(at..)?)?;
            from = text.len() - rest.len();
            if is_part_of_a_word(before, rest) {
                continue;
            }
            let (upper, rest) = upper(value, rest);
            from = text.len() - rest.len();
            let (plus, rest) = rest.strip_prefix('+').map_or((false, rest), |rest| (true, rest));
            return Some(Found {
                comparator: comparator(before),
                value,
                upper,
                plus,
                bracketed: before.matches('(').count() > before.matches(')').count(),
                quoted: is_example(before),
                at: at..text.len() - rest.len(),
                before,
                rest,
            });
        }
    })
}

/// The upper end of a range behind its lower end, and what follows.
fn upper(lower: f64, rest: &str) -> (Option<f64>, &str) {
    ["-", "–", " to "]
        .iter()
        .find_map(|dash| rest.strip_prefix(dash))
        .and_then(number_at)
        .filter(|(upper, _)| *upper > lower)
        .map_or((None, rest), |(upper, rest)| (Some(upper), rest))
}

/// True for the number of a name ("p99", "B2", "5-year-old") or a time, not of a count.
fn is_part_of_a_word(before: &str, after: &str) -> bool {
    let mut back = before.chars().rev();
    let behind = match back.next() {
        Some('-' | '.' | '_' | '#') => back.next().is_some_and(char::is_alphanumeric),
        Some(':') => back.next().is_some_and(|c| c.is_ascii_digit()),
        Some(c) => c.is_alphabetic(),
        None => false,
    };
    let mut ahead = after.chars();
    behind
        || match ahead.next() {
            Some('-') => ahead.next().is_some_and(char::is_alphabetic),
            // "3:10" is a time, of which neither number is a value.
            Some(':') => ahead.next().is_some_and(|c| c.is_ascii_digit()),
            _ => false,
        }
}

fn comparator(before: &str) -> Option<Comparator> {
    let before = before.trim_end().trim_end_matches(['~', '$', '€', '£']).trim_end();
    let word = WORDS.iter().find(|(word, _)| ends_with_word(before, word));
    word.map(|(_, comparator)| *comparator).or_else(|| match before.chars().next_back() {
        Some('<') => Some(Comparator::Below),
        Some('>') => Some(Comparator::Above),
        _ => None,
    })
}

fn ends_with_word(text: &str, word: &str) -> bool {
    let Some(start) = text.len().checked_sub(word.len()) else { return false };
    let Some(end) = text.get(start..) else { return false };
    let stands_alone = text.get(..start).is_some_and(|rest| !rest.ends_with(char::is_alphanumeric));
    end.eq_ignore_ascii_case(word) && (stands_alone || !word.starts_with(char::is_alphabetic))
}

fn is_example(before: &str) -> bool {
    let quotes =
        before.matches('"').count() % 2 == 1 || before.matches('“').count() > before.matches('”').count();
    let lower = before.to_lowercase();
    quotes || lower.contains("e.g.") || lower.contains("such as") || lower.contains("for example")
}

/// True for what measures and counts no things.
pub(super) fn is_unit(word: &str) -> bool {
    UNITS.iter().any(|unit| unit.eq_ignore_ascii_case(word))
}

/// What is counted: a unit, or the next few words.
pub(super) fn unit(rest: &str) -> String {
    let rest = rest.trim_start();
    if rest.starts_with('%') {
        return "%".to_owned();
    }
    let mut words = Vec::new();
    for word in rest.split_whitespace() {
        let bare = word.trim_end_matches([',', '.', ';', ':', ')', '!', '?']);
        if words.is_empty() && is_unit(bare) {
            return bare.to_owned();
        }
        if bare.is_empty()
            || !word.starts_with(char::is_alphanumeric)
            || ENDS.contains(&bare.to_lowercase().as_str())
        {
            break;
        }
        words.push(bare);
        if bare.len() < word.len() || words.len() == MOST_WORDS {
            break;
        }
    }
    // "4 projects deployed" counts projects.
    while words.len() > 1 && words.last().is_some_and(|word| word.ends_with("ed") || is_state(word)) {
        words.pop();
    }
    words.join(" ")
}

fn is_state(word: &str) -> bool {
    ["live", "online", "done", "written", "sent", "held", "built", "made", "read", "won"].contains(&word)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn says(measure: Option<Measure>) -> Option<(Comparator, f64, Option<f64>, String)> {
        measure.map(|measure| (measure.comparator, measure.value, measure.upper, measure.unit))
    }

    fn is(
        comparator: Comparator,
        value: f64,
        upper: Option<f64>,
        unit: &str,
    ) -> Option<(Comparator, f64, Option<f64>, String)> {
        Some((comparator, value, upper, unit.to_owned()))
    }

    #[test]
    fn targets_have_comparator_number_and_unit() {
        assert_eq!(says(measure("Top 25% in the benchmark")), is(Comparator::AtMost, 25.0, None, "%"));
        assert_eq!(
            says(measure("50-100 applications")),
            is(Comparator::Between, 50.0, Some(100.0), "applications")
        );
        assert_eq!(says(measure("p95 latency <80 ms")), is(Comparator::Below, 80.0, None, "ms"));
        assert_eq!(says(measure("5+ final rounds")), is(Comparator::AtLeast, 5.0, None, "final rounds"));
        assert_eq!(says(measure("2 blog posts published")), is(Comparator::AtLeast, 2.0, None, "blog posts"));
        assert_eq!(
            says(measure("Run at least 12 km without a break")),
            is(Comparator::AtLeast, 12.0, None, "km")
        );
        assert_eq!(says(measure("≥ 85 % of words known")), is(Comparator::AtLeast, 85.0, None, "%"));
        assert_eq!(
            says(measure("Sent 50+ applications")),
            is(Comparator::AtLeast, 50.0, None, "applications")
        );
        assert_eq!(says(measure("Coding rounds feel routine")), None);
    }

    #[test]
    fn a_time_has_no_value() {
        for text in ["Finish in < 3:10", "Under 3:10:30", "3:10"] {
            assert_eq!(says(measure(text)), None, "{text}");
            assert_eq!(says(claim(text)), None, "{text}");
        }
        assert_eq!(says(measure("Ratio: 3")), is(Comparator::AtLeast, 3.0, None, ""));
    }

    #[test]
    fn a_range_of_things_alone_can_be_measured() {
        let between = is(Comparator::Between, 50.0, Some(100.0), "applications");
        assert_eq!(says(range_of_things("50-100 applications")), between);
        for text in
            ["50 applications", "50-100 min", "3-4 weeks", "Send 5-10 letters", "5-10 letters to friends"]
        {
            assert_eq!(says(range_of_things(text)), None, "{text}");
        }
    }

    #[test]
    fn a_claim_needs_a_comparison() {
        assert_eq!(says(claim("<80ms p95 latency")), is(Comparator::Below, 80.0, None, "ms"));
        assert_eq!(says(claim("Image size <120MB")), is(Comparator::Below, 120.0, None, "MB"));
        assert_eq!(says(claim(">95% of pages stored")), is(Comparator::Above, 95.0, None, "%"));
        assert_eq!(says(claim("Held 3+ rehearsals")), is(Comparator::AtLeast, 3.0, None, "rehearsals"));
        assert_eq!(says(claim("Story told in <4 min")), is(Comparator::Below, 4.0, None, "min"));
    }

    #[test]
    fn counts_names_and_examples_are_no_claims() {
        for text in [
            "Finished 4 programs",
            "Python 3.12+",
            "Explain it to a 5-year-old",
            "Sample files (2000+ photos, 4-8 albums)",
            "Numbers in each line (e.g., \"99% uptime\", \"<80ms bids\")",
            "FP32 → INT8",
            "ResNet-50 at p99",
        ] {
            assert_eq!(says(claim(text)), None, "{text}");
        }
    }
}
