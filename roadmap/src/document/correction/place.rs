//! Which line of a document a correction is about, in this state of the document or another.

use super::{Correction, Taken, words};
use std::collections::HashMap;

/// A line with what stands around it.
struct Line<'a> {
    number: usize,
    words: &'a str,
    under: Option<&'a str>,
    before: Option<&'a str>,
}

impl Line<'_> {
    /// How well a correction fits the line, of those with its words the one with that place among them: what
    /// follows it says more than its heading, and that more than how many come before.
    fn fits(&self, nth: usize, correction: &Correction) -> u8 {
        let same = |was: Option<&String>, is: Option<&str>| was.is_some() && was.map(String::as_str) == is;
        4 * u8::from(same(correction.before.as_ref(), self.before))
            + 2 * u8::from(same(correction.under.as_ref(), self.under))
            + u8::from(u32::try_from(nth) == Ok(correction.nth))
    }
}

/// The numbers of the lines that corrections name in a document, from 1; none for one that fits no line.
pub fn corrected_lines(source: &str, corrections: &[Correction]) -> Vec<Option<usize>> {
    if corrections.is_empty() {
        return Vec::new();
    }
    let mut wanted: HashMap<&str, Vec<Line<'_>>> =
        corrections.iter().map(|correction| (correction.line.as_str(), Vec::new())).collect();
    for line in lines(source) {
        if let Some(found) = wanted.get_mut(line.words) {
            found.push(line);
        }
    }
    let best = |correction: &Correction| {
        let found = wanted.get(correction.line.as_str())?;
        let fits = |(nth, line): (usize, &Line<'_>)| (line.fits(nth, correction), line.number);
        let (fit, number) = found.iter().enumerate().map(fits).rev().max_by_key(|(fit, _)| *fit)?;
        (fit > 0).then_some(number)
    };
    corrections.iter().map(best).collect()
}

/// The correction of the line with that number, from 1.
pub(super) fn of(source: &str, number: usize, taken: Taken) -> Option<Correction> {
    let mut same = HashMap::<&str, u32>::new();
    for line in lines(source) {
        let nth = same.entry(line.words).or_default();
        if line.number == number {
            let owned = |words: Option<&str>| words.map(str::to_owned);
            let (under, before) = (owned(line.under), owned(line.before));
            return Some(Correction { line: line.words.to_owned(), nth: *nth, under, before, taken });
        }
        *nth = nth.saturating_add(1);
    }
    None
}

/// The lines that say something, each with the heading above it and the line behind it.
fn lines(source: &str) -> impl Iterator<Item = Line<'_>> {
    let said = source.lines().map(words).zip(1..).map(|(words, number)| (number, words));
    let mut lines = said.filter(|(_, words)| !words.is_empty()).peekable();
    // The open headings, by their levels.
    let mut headings = Vec::<(usize, &str)>::new();
    std::iter::from_fn(move || {
        let (number, words) = lines.next()?;
        let level = words.bytes().take_while(|byte| *byte == b'#').count();
        if level > 0 {
            headings.retain(|(above, _)| *above < level);
        }
        let under = headings.last().map(|(_, heading)| *heading);
        if level > 0 {
            headings.push((level, words));
        }
        let before = lines.peek().map(|(_, words)| *words);
        Some(Line { number, words, under, before })
    })
}
