//! Sentences and labels that say what the whole takes: "Duration: 12 weeks", "It takes 240 hours in total".

use super::names::of_name;
use super::terms::{
    BESIDE, COMPARED, CONDITIONS, IN_TOTAL, JOINS, LONGEST, MEASURED, RECKON, ROUGH, SHORT, SMALL, TAKES,
    TOTAL, WHOLES,
};
use super::{Of, Said};
use crate::check::words::{is_hours, plain, words};
use crate::document::{Figure, figures};
use crate::item::Comparator;
use crate::{Item, Kind};

/// What an item says of the whole, a sentence at a time.
pub(super) fn of_item(item: &Item) -> Vec<Said<'_>> {
    let mut found = Vec::new();
    let is_told = |text: &str| words(text).any(|word| CONDITIONS.contains(&plain(word).as_str()));
    if item.note.as_deref().is_some_and(is_told) {
        return found;
    }
    for (start, sentence) in sentences(&item.text) {
        if sentence.len() <= LONGEST && sentence.contains(|c: char| c.is_ascii_digit()) && !is_told(sentence)
        {
            of_sentence(item, start, sentence, &mut found);
        }
    }
    found
}

/// The sentences of a text, each with its place.
fn sentences(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut from = 0;
    std::iter::from_fn(move || {
        let rest = text.get(from..).filter(|rest| !rest.is_empty())?;
        let ends = |(at, c): (usize, char)| {
            let behind = rest.get(at + c.len_utf8()..).unwrap_or_default();
            let ends = matches!(c, '\n' | ';' | '!' | '?')
                || c == '.'
                    && (behind.is_empty() || behind.starts_with(char::is_whitespace))
                    && !rest.get(..at).is_some_and(|said| SHORT.iter().any(|short| said.ends_with(short)));
            ends.then_some((at, at + c.len_utf8()))
        };
        let (end, next) = rest.char_indices().find_map(ends).unwrap_or((rest.len(), rest.len()));
        let start = from;
        from += next;
        Some((start, rest.get(..end)?))
    })
}

/// What stands before a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Before {
    Nothing,
    /// A label, and whether it is one of a total.
    Label(bool),
    /// A sentence about the whole, or one about what to reckon with.
    Sentence {
        of_whole: bool,
    },
    /// Another number of the whole.
    Number,
}

fn of_sentence<'a>(item: &'a Item, start: usize, sentence: &str, found: &mut Vec<Said<'a>>) {
    let mut behind_last = None;
    for figure in figures(sentence).filter(|figure| !figure.quoted) {
        let Some((mut of, rest)) = measured(figure.after) else { continue };
        let (in_total, rest) = without_total(rest);
        if !is_end(rest) {
            continue;
        }
        let (head, rough) = bare(figure.before);
        let between = |last: usize| head.get(last..).map(str::trim);
        let joined = behind_last.and_then(between).is_some_and(|between| JOINS.contains(&between));
        let before = if joined { Some(Before::Number) } else { before(head) };
        let Some(before) = before else { continue };
        if let (Of::Hours, Before::Label(_)) = (of, before) {
            let says = |wanted: &str| words(head).any(|word| plain(word) == wanted);
            of = if says("weekly") {
                Of::Weekly
            } else if says("daily") {
                Of::Daily
            } else {
                of
            };
        }
        let of_all = in_total || matches!(before, Before::Label(true) | Before::Sentence { of_whole: true });
        let is_meant =
            match of {
                Of::Hours => of_all,
                Of::Weeks | Of::Months => of_all || !matches!(before, Before::Sentence { .. }),
                Of::Weekly | Of::Daily => !in_total,
            } && (in_total || before == Before::Label(true) || (item.note.is_none() && is_last(rest)));
        // A heading says more than its number: what is below it may be one way among others.
        let is_heading = matches!(item.kind, Kind::Section { .. });
        if is_meant && (!is_heading || matches!(before, Before::Label(_))) {
            behind_last = Some(sentence.len() - rest.len());
            found.push(figured(item, start, &figure, of, rough));
        }
    }
    if found.iter().all(|said| said.at.start < start)
        && let Some(said) = of_name(item, start, sentence)
    {
        found.push(said);
    }
}

fn figured<'a>(item: &'a Item, start: usize, figure: &Figure<'_>, of: Of, rough: bool) -> Said<'a> {
    let value = figure.measure.value;
    let (least, most) = match figure.compared {
        Some(Comparator::AtLeast | Comparator::Above) => (value, f64::INFINITY),
        Some(Comparator::AtMost | Comparator::Below) => (0.0, figure.measure.upper.unwrap_or(value)),
        _ if figure.plus => (value, f64::INFINITY),
        _ => (value, figure.measure.upper.unwrap_or(value)),
    };
    let at = start + figure.at.start..start + figure.at.end;
    let number = item.text.get(at.clone()).unwrap_or_default().to_owned();
    Said { item: Some(item), text: &item.text, at, number, of, least, most, rough, plus: figure.plus }
}

/// What a number is of by the words behind it, and what follows them.
pub(super) fn measured(after: &str) -> Option<(Of, &str)> {
    let after = after.trim_start();
    let end = after.find(|c: char| !c.is_alphabetic()).unwrap_or(after.len());
    let (unit, rest) = after.split_at(end);
    match unit.to_lowercase().as_str() {
        "week" | "weeks" => Some((Of::Weeks, rest)),
        "month" | "months" => Some((Of::Months, rest)),
        unit if is_hours(unit) => Some(match rate(rest) {
            Some(rated) => rated,
            None => (Of::Hours, rest),
        }),
        _ => None,
    }
}

/// "/week", "a day".
fn rate(rest: &str) -> Option<(Of, &str)> {
    let bare = rest.trim_start();
    let each = ["/", "per ", "a ", "each ", "every "];
    let behind = each.iter().find_map(|word| bare.strip_prefix(word)).map_or(bare, str::trim_start);
    let end = behind.find(|c: char| !c.is_alphabetic()).unwrap_or(behind.len());
    let (word, after) = behind.split_at(end);
    let is_each = behind.len() < bare.len();
    match word.to_lowercase().as_str() {
        "week" | "wk" if is_each => Some((Of::Weekly, after)),
        "day" if is_each => Some((Of::Daily, after)),
        "weekly" if !is_each => Some((Of::Weekly, after)),
        "daily" if !is_each => Some((Of::Daily, after)),
        _ => None,
    }
}

/// True, and what follows, where the number is said to be one of all.
fn without_total(rest: &str) -> (bool, &str) {
    let bare = rest.trim_start();
    let is = |word: &&str| {
        let behind = bare.get(word.len()..).filter(|behind| !behind.starts_with(char::is_alphanumeric));
        behind.filter(|_| bare.get(..word.len()).is_some_and(|own| own.eq_ignore_ascii_case(word)))
    };
    IN_TOTAL.iter().find_map(is).map_or((false, rest), |behind| (true, behind))
}

/// True where a mark or nothing follows, or another number, and no word that the number could be told of.
fn is_end(rest: &str) -> bool {
    let rest = rest.trim_start();
    let marks = [',', '.', ')', ']', '(', '[', '–', '—', '|', '·'];
    rest.starts_with(marks) || rest.starts_with("- ") || is_last(rest)
}

/// True where nothing else is said, or only another number: not "4 weeks – scales".
fn is_last(rest: &str) -> bool {
    let rest = rest.trim();
    let joined = JOINS.iter().find_map(|join| rest.strip_prefix(join)).map(|behind| {
        let bare = behind.trim_start();
        ROUGH.iter().find_map(|word| bare.strip_prefix(word)).unwrap_or(bare).trim_start()
    });
    rest.trim_matches(['.', ')', ']']).is_empty()
        || joined.is_some_and(|number| number.starts_with(|c: char| c.is_ascii_digit()))
}

/// What stands before a number without the words that compare, and whether it is a rough one.
fn bare(before: &str) -> (&str, bool) {
    let (mut head, mut rough) = (before.trim_end(), false);
    loop {
        let without = |word: &&str| {
            let cut = head.len().checked_sub(word.len())?;
            let stands_alone = head.get(..cut)?;
            let is = head.get(cut..)?.eq_ignore_ascii_case(word)
                && !(word.starts_with(char::is_alphabetic) && stands_alone.ends_with(char::is_alphanumeric));
            is.then_some(stands_alone.trim_end())
        };
        let (shorter, is_rough) = match (ROUGH.iter().find_map(without), COMPARED.iter().find_map(without)) {
            (Some(shorter), _) => (shorter, true),
            (None, Some(shorter)) => (shorter, false),
            (None, None) => return (head, rough),
        };
        head = shorter;
        rough |= is_rough;
    }
}

fn before(head: &str) -> Option<Before> {
    let head = head.trim();
    if head.is_empty() {
        return Some(Before::Nothing);
    }
    let said: Vec<String> = words(head).map(plain).collect();
    let has = |words: &[&str]| said.iter().any(|word| words.contains(&word.as_str()));
    let are =
        |sets: &[&[&str]]| said.iter().all(|word| sets.iter().any(|words| words.contains(&word.as_str())));
    if head.ends_with([':', '|', '–', '—']) {
        let is_label = are(&[&MEASURED, &BESIDE]) && (has(&MEASURED) || has(&["pace", "weekly", "daily"]));
        return is_label.then(|| Before::Label(has(&TOTAL)));
    }
    if !are(&[&WHOLES, &TAKES, &RECKON, &SMALL]) {
        return None;
    }
    let of_whole = has(&WHOLES)
        && said.last().is_some_and(|last| {
            TAKES.contains(&last.as_str()) || last == "to" || last == "for" || last == "over"
        })
        && has(&TAKES);
    (of_whole || has(&RECKON)).then_some(Before::Sentence { of_whole })
}
