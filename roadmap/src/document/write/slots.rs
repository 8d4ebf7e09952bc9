//! The times of a line as they are written, each with its words: "**6–8 am** scales, 7–9 pm songs".

use super::inline::Definitions;
use super::reworded::instead;
use crate::document::recognise::times_at;
use crate::item::BlockRule;

/// What stands between times and words.
const BETWEEN: [char; 8] = [' ', '\t', ':', '-', '–', '—', '=', ','];

/// What stands before the next times, besides words such as "and".
const BEFORE_NEXT: [char; 5] = [',', ';', '&', '+', '/'];

/// Half a day in minutes: a time without am or pm may be of either half.
const HALF: u32 = 12 * 60;

/// A slot as it is written.
#[derive(Debug, Clone)]
pub(super) struct Slot<'a> {
    /// What stands before it and behind the one before it: ", ".
    between: &'a str,
    /// The marks that begin with its times: "**".
    mark: &'a str,
    /// Its times.
    time: &'a str,
    /// What stands behind them: ": ".
    gap: &'a str,
    /// Its words; empty where it shares those of the next.
    words: &'a str,
    /// The marks that end with its words.
    end: &'a str,
}

/// A slot that stays, with its words where it has others.
pub(super) type Kept<'a> = (usize, Option<&'a str>);

/// A line that says several slots.
#[derive(Debug, Clone)]
pub(super) struct Slots<'a> {
    all: Vec<Slot<'a>>,
    /// Where the first of them begins in the line.
    pub(super) start: usize,
    /// Where the last of them ends.
    pub(super) end: usize,
}

impl<'a> Slots<'a> {
    /// Finds the slots that were read from a line; none where one of them is not found.
    pub(super) fn of(line: &'a str, rules: &[&BlockRule]) -> Option<Self> {
        let mut places = Vec::with_capacity(rules.len());
        let mut from = 0;
        for rule in rules {
            let (start, end) = time_from(line, from, rule)?;
            let bare = line.get(from..start)?.trim_end_matches(is_mark).len();
            places.push((from + bare, start, end));
            from = end;
        }
        let start = places.first()?.0;
        let last = line.trim_end().len();
        let mut between = "";
        let mut all = Vec::with_capacity(places.len());
        for (at, (begins, time, end)) in places.iter().enumerate() {
            let next = places.get(at + 1).map_or(last, |(next, ..)| *next);
            let said = line.get(*end..next)?;
            let said = if next == last { said } else { before_next(said) };
            let mark = line.get(*begins..*time)?;
            let (gap, words, closes) = parted(said, mark);
            all.push(Slot { between, mark, time: line.get(*time..*end)?, gap, words, end: closes });
            between = line.get(end + said.len()..next)?;
        }
        Some(Self { all, start, end: last })
    }

    /// The slots that stay, as they are written. There are no definitions where there is no markup.
    pub(super) fn written(&self, kept: &[Kept<'_>], definitions: Option<&Definitions>) -> String {
        let mut out = String::new();
        for (place, (at, new)) in kept.iter().enumerate() {
            let Some(slot) = self.all.get(*at) else { continue };
            if place > 0 {
                out.push_str(slot.between);
            }
            out.extend([slot.mark, slot.time]);
            let Some(said) = self.said_by(*at) else { continue };
            let shares = |(next, other): &Kept<'_>| next == &(at + 1) && other == new;
            out.push_str(slot.gap);
            if slot.words.is_empty() && kept.get(place + 1).is_some_and(shares) {
                continue;
            }
            if slot.words.is_empty() {
                // The marks behind times are those that they are between.
                out.extend(said.gap.chars().filter(|c| !is_mark(*c)));
            }
            out.push_str(&words(said, *new, definitions));
            out.push_str(slot.end);
        }
        out
    }

    /// The same with plain times, each slot by itself.
    pub(super) fn plain(
        &self,
        kept: &[Kept<'_>],
        rules: &[&BlockRule],
        halves: bool,
        definitions: Option<&Definitions>,
    ) -> Vec<String> {
        let one = |(at, new): &Kept<'_>| {
            let (said, rule) = (self.said_by(*at)?, rules.get(*at)?);
            let start = u32::from(rule.start?);
            let (from, to) = (clock(start, halves), clock(start + rule.minutes, halves));
            Some(format!("{from}–{to} {}", words(said, *new, definitions)).trim_end().to_owned())
        };
        kept.iter().filter_map(one).collect()
    }

    /// True where a time says which half of the day it is of.
    pub(super) fn name_halves(&self) -> bool {
        self.all.iter().any(|slot| slot.time.to_lowercase().contains('m'))
    }

    /// The slot whose words are that one's too.
    fn said_by(&self, at: usize) -> Option<&Slot<'a>> {
        let behind = self.all.get(at..)?;
        behind.iter().find(|slot| !slot.words.is_empty()).or(behind.first())
    }
}

fn words(said: &Slot<'_>, new: Option<&str>, definitions: Option<&Definitions>) -> String {
    match (new, definitions) {
        (None, _) => said.words.to_owned(),
        (Some(new), None) => new.to_owned(),
        (Some(new), Some(definitions)) => instead(said.words, new, definitions),
    }
}

/// Where the times of a block stand, from that byte on.
fn time_from(line: &str, from: usize, rule: &BlockRule) -> Option<(usize, usize)> {
    let start = u32::from(rule.start?);
    let mut before = line.get(..from)?.chars().next_back().unwrap_or(' ');
    for (at, c) in line.get(from..)?.char_indices() {
        let begins = !before.is_alphanumeric() && !matches!(before, ':' | '.') && !c.is_whitespace();
        if begins
            && let Some((found, minutes, end)) = line.get(from + at..).and_then(times_at)
            && u32::from(found) % HALF == start % HALF
            && u32::from(minutes) % HALF == rule.minutes % HALF
        {
            return Some((from + at, from + at + end));
        }
        before = c;
    }
    None
}

const fn is_mark(c: char) -> bool {
    matches!(c, '*' | '_' | '~')
}

/// What is said before the next slot, without what stands between the two.
fn before_next(said: &str) -> &str {
    let mut words = said.trim_end();
    loop {
        let joined = ["and", "then"].iter().find_map(|word| words.strip_suffix(word));
        let joined = joined.filter(|rest| rest.is_empty() || rest.ends_with(char::is_whitespace));
        let Some(rest) = joined.or_else(|| words.strip_suffix(BEFORE_NEXT)) else { return words };
        words = rest.trim_end();
    }
}

/// What follows times: what stands between, the words, and the marks that close what `mark` opened.
fn parted<'a>(said: &'a str, mark: &str) -> (&'a str, &'a str, &'a str) {
    let mut words = said.trim_start_matches(BETWEEN);
    let mut is_open = !mark.is_empty();
    if is_open && let Some(rest) = words.strip_prefix(mark) {
        is_open = false;
        words = rest.trim_start_matches(BETWEEN);
    }
    let gap = said.get(..said.len() - words.len()).unwrap_or_default();
    match words.strip_suffix(mark).filter(|_| is_open) {
        Some(bare) => (gap, bare, words.get(bare.len()..).unwrap_or_default()),
        None => (gap, words, ""),
    }
}

/// A time of day: "19:30", or "7:30 pm".
fn clock(minute: u32, halves: bool) -> String {
    let (hour, minute) = (minute / 60 % 24, minute % 60);
    if !halves {
        return format!("{hour:02}:{minute:02}");
    }
    let half = if hour < 12 { "am" } else { "pm" };
    let hour = if hour.is_multiple_of(12) { 12 } else { hour % 12 };
    format!("{hour}:{minute:02} {half}")
}
