//! How alike two lines are.

use super::super::recognise::without_hours;
use crate::item::Item;

/// More letters of a line are not looked at.
const LONGEST: usize = 400;

/// What a line is compared by.
pub(super) struct Looks {
    /// Its pairs of neighbouring letters, sorted.
    pairs: Vec<(char, char)>,
    /// Its digits, in order.
    digits: String,
    letters: usize,
}

impl Looks {
    pub(super) fn of(item: &Item) -> Self {
        // The hours that a line is planned with are none of its numbers.
        let bare = without_hours(&item.text).filter(|rest| !rest.is_empty());
        let text = bare.as_deref().unwrap_or(&item.text);
        let letters: Vec<char> = text
            .chars()
            .take(LONGEST)
            .filter(|letter| letter.is_alphanumeric())
            .flat_map(char::to_lowercase)
            .collect();
        let mut pairs: Vec<(char, char)> =
            letters.iter().copied().zip(letters.iter().copied().skip(1)).collect();
        pairs.sort_unstable();
        let digits = letters.iter().filter(|letter| letter.is_numeric()).collect();
        Self { pairs, digits, letters: letters.len() }
    }

    /// From 0 to 1: the Sørensen-Dice coefficient of the pairs of letters, which minds the order of words
    /// little. (The one in `strsim` counts bytes, and so finds other scripts than Latin less alike.)
    pub(super) fn likeness(&self, other: &Self) -> f64 {
        let (mut ours, mut theirs) = (self.pairs.iter().peekable(), other.pairs.iter().peekable());
        let mut shared = 0_u32;
        while let (Some(a), Some(b)) = (ours.peek(), theirs.peek()) {
            match a.cmp(b) {
                std::cmp::Ordering::Less => drop(ours.next()),
                std::cmp::Ordering::Greater => drop(theirs.next()),
                std::cmp::Ordering::Equal => {
                    shared += 1;
                    ours.next();
                    theirs.next();
                }
            }
        }
        let all = self.pairs.len() + other.pairs.len();
        if all == 0 { 0.0 } else { f64::from(2 * shared) / all as f64 }
    }

    /// True where both name the same numbers.
    pub(super) fn same_digits(&self, other: &Self) -> bool {
        self.digits == other.digits
    }

    /// How many letters and digits it has.
    pub(super) const fn letters(&self) -> usize {
        self.letters
    }
}

/// Of scored pairs those that nothing speaks against: the best first, each place in one pair only. Equal
/// scores go to those that stand most nearly alike.
pub(super) fn best(mut scored: Vec<(f64, usize, usize)>, mut take: impl FnMut(usize, usize) -> bool) {
    scored.sort_by(|(a, from, to), (b, other_from, other_to)| {
        b.total_cmp(a).then_with(|| from.cmp(other_from)).then_with(|| to.cmp(other_to))
    });
    for (_, from, to) in scored {
        take(from, to);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::item::{ItemId, Kind, Record, Span};

    fn likeness(a: &str, b: &str) -> f64 {
        let looks = |text: &str| {
            let (span, record) = (Span::default(), Record::default());
            let kind = Kind::Entry;
            let text = text.to_owned();
            Looks::of(&Item {
                id: ItemId(1),
                kind,
                text,
                note: None,
                span,
                task: None,
                record,
                children: vec![],
            })
        };
        looks(a).likeness(&looks(b))
    }

    #[test]
    fn other_scripts_are_as_alike_as_latin() {
        assert!(likeness("Петь гаммы", "Петь гаммы вслух") > 0.7);
        assert!(likeness("Sing scales", "Sing scales aloud") > 0.7);
        assert!(likeness("Sing scales", "Mow the lawn") < 0.3);
    }
}
