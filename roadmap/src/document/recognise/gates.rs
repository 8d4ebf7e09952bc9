//! Which part of the way success metrics are for: "Month 1", "After month 1", "By week 4", "Phase 2: Essays".

use super::headings::{self, Part};
use crate::item::NumberRange;

/// What may stand before the part, the longer ones first.
const BEFORE: [&str; 8] =
    ["by the end of ", "at the end of ", "until the end of ", "end of ", "after ", "until ", "by ", "in "];

/// The part of the way that success metrics are for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum GateOf {
    /// Months.
    Months(NumberRange),
    /// Weeks.
    Weeks(NumberRange),
    /// The phase of that [name](part_name).
    Phase(String),
}

impl GateOf {
    /// The part that a heading or label names.
    pub(crate) fn read(text: &str) -> Option<Self> {
        let bare = text.trim_start();
        let behind = |words: &&str| {
            bare.get(..words.len()).filter(|start| start.eq_ignore_ascii_case(words))?;
            bare.get(words.len()..)
        };
        let bare = BEFORE.iter().find_map(behind).unwrap_or(bare);
        match headings::read(bare).part? {
            Part::Months(months) => Some(Self::Months(months)),
            Part::Weeks(weeks) => Some(Self::Weeks(weeks)),
            Part::Numbered => part_name(bare).map(Self::Phase),
            Part::Days(_) | Part::Onward => None,
        }
    }

    /// The months, where it is some.
    pub(super) const fn months(&self) -> Option<NumberRange> {
        match self {
            Self::Months(months) => Some(*months),
            _ => None,
        }
    }
}

/// What a numbered part is called without its title: "phase 2" of "Phase 2: Essays". None for any other text.
pub(crate) fn part_name(text: &str) -> Option<String> {
    let is_numbered = headings::read(text).part == Some(Part::Numbered);
    let words = headings::without_number(text).split(|c: char| !c.is_alphanumeric());
    let words: Vec<String> = words.filter(|word| !word.is_empty()).take(2).map(str::to_lowercase).collect();
    is_numbered.then(|| words.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn range(from: u32, to: u32) -> NumberRange {
        NumberRange { from, to }
    }

    #[test]
    fn metrics_may_be_for_any_part_of_the_way() {
        for (text, part) in [
            ("Month 1", GateOf::Months(range(1, 1))),
            ("After Month 1", GateOf::Months(range(1, 1))),
            ("End of month 2", GateOf::Months(range(2, 2))),
            ("By the end of months 2-3", GateOf::Months(range(2, 3))),
            ("By week 4", GateOf::Weeks(range(4, 4))),
            ("Week 4:", GateOf::Weeks(range(4, 4))),
            ("Phase 2: Essays", GateOf::Phase("phase 2".to_owned())),
            ("After phase 2", GateOf::Phase("phase 2".to_owned())),
        ] {
            assert_eq!(GateOf::read(text), Some(part), "{text}");
        }
        for text in ["Technical", "After the concert", "In public", "Weekly"] {
            assert_eq!(GateOf::read(text), None, "{text}");
        }
    }
}
