//! A length in a name or title: "A 12-week course", "Italian in 12 weeks".

use super::sentences::measured;
use super::terms::{CONDITIONS, LONGEST, OTHERS, SMALL, WHOLES};
use super::{Of, Said};
use crate::Item;
use crate::check::numbering::headed;
use crate::check::words::{plain, words};
use std::ops::Range;

/// A length that a name begins with: "A 12-week course for beginners".
pub(super) fn of_name<'a>(item: &'a Item, start: usize, sentence: &str) -> Option<Said<'a>> {
    let named = lengths(sentence).find(|length| length.is_adjective)?;
    let head = sentence.get(..named.at.start)?;
    let is_small = |word: &str| {
        let word = plain(word);
        SMALL.contains(&word.as_str()) || word == "is" || word == "it"
    };
    let names = names_whole(sentence.get(named.end..)?);
    (words(head).all(is_small) && names).then(|| named.said(Some(item), &item.text, start))
}

/// True where a text soon names the whole: " Italian course".
fn names_whole(text: &str) -> bool {
    let mut next = words(text).take(3).map(plain).peekable();
    // "8 Week Old Puppy Training" is no training of eight weeks.
    next.peek().is_some_and(|first| first != "old") && next.any(|word| WHOLES.contains(&word.as_str()))
}

/// The length that a title names: "12-Week Italian Course", "Italian in 12 weeks", "Italian (12 weeks)".
pub(super) fn of_title(title: &str) -> Option<Said<'_>> {
    let told = words(title).any(|word| CONDITIONS.contains(&plain(word).as_str()));
    let mut all = lengths(title);
    let (length, None) = (all.next()?, all.next()) else { return None };
    let head = title.get(..length.at.start)?.trim_end();
    let last = words(head).last().map(plain).unwrap_or_default();
    let stands_apart = head.is_empty() || head.ends_with([':', '(', '[', '–', '—', '-', '|']);
    // "6-Month Emergency Fund" is six months of something else.
    let is_of_all = if length.is_adjective {
        names_whole(title.get(length.end..)?) && !OTHERS.contains(&last.as_str())
    } else {
        stands_apart || last == "in"
    };
    let of_more = title.get(length.end..)?.trim_start().starts_with("of ");
    (!told && is_of_all && !of_more && headed(title).is_none()).then(|| length.said(None, title, 0))
}

/// A number of weeks or months as a name has it.
struct Length {
    at: Range<usize>,
    /// Behind its unit.
    end: usize,
    of: Of,
    least: u32,
    most: u32,
    /// "12-week", "12 Week".
    is_adjective: bool,
}

impl Length {
    fn said<'a>(self, item: Option<&'a Item>, text: &'a str, start: usize) -> Said<'a> {
        let at = start + self.at.start..start + self.at.end;
        let (least, most) = (f64::from(self.least), f64::from(self.most));
        let number = text.get(at.clone()).unwrap_or_default().to_owned();
        Said { item, text, at, number, of: self.of, least, most, rough: false, plus: false }
    }
}

/// Where a text names weeks or months behind a number, joined by a hyphen or not.
fn lengths(text: &str) -> impl Iterator<Item = Length> {
    let text = text.get(..text.floor_char_boundary(LONGEST)).unwrap_or(text);
    let mut from = 0;
    std::iter::from_fn(move || {
        loop {
            let start = from + text.get(from..)?.find(|c: char| c.is_ascii_digit())?;
            let (least, rest) = whole_number(text.get(start..)?);
            let upper = rest.strip_prefix(['-', '–', '‑']).map(whole_number);
            let upper = upper.and_then(|(upper, rest)| Some((upper?, rest)));
            let (upper, rest) = upper.map_or((None, rest), |(upper, rest)| (Some(upper), rest));
            let end = text.len() - rest.len();
            from = end;
            let stands_alone = !text
                .get(..start)?
                .ends_with(|c: char| c.is_alphanumeric() || matches!(c, '.' | ',' | '-' | '/' | '$'));
            let (Some(least), true) = (least, stands_alone) else { continue };
            let joined = rest.strip_prefix(['-', '‑', '–']);
            let unit = joined.unwrap_or(rest).trim_start();
            let Some((of @ (Of::Weeks | Of::Months), behind)) = measured(unit) else { continue };
            if behind.starts_with(['-', '‑', '/', '\'', '’']) {
                continue;
            }
            let is_one = !unit.get(..unit.len() - behind.len())?.to_lowercase().ends_with('s');
            let most = upper.filter(|upper| *upper > least).unwrap_or(least);
            let is_adjective = joined.is_some() || is_one;
            return Some(Length {
                at: start..end,
                end: text.len() - behind.len(),
                of,
                least,
                most,
                is_adjective,
            });
        }
    })
}

fn whole_number(text: &str) -> (Option<u32>, &str) {
    let end = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    let (number, rest) = text.split_at(end);
    (number.parse().ok().filter(|number| *number > 0), rest)
}
