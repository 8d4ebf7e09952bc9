//! Headings that begin with a term and its number: "Phase 2", "Part II", "Module B", "Sprint Two".

use crate::document::recognise::units::{self, written_out};

/// Terms that name a numbered part with stages below it.
pub(super) const PARTS: [&str; 8] =
    ["phase", "part", "module", "quarter", "term", "semester", "level", "unit"];

/// Terms that name a numbered stage of no length of its own.
const TURNS: [&str; 3] = ["sprint", "iteration", "cycle"];

/// A heading without a number of its own before the part: "1. Week 1".
pub(in crate::document::recognise) fn without_number(text: &str) -> &str {
    let text = text.trim_start().trim_start_matches('[');
    let rest = text.trim_start_matches(|c: char| c.is_ascii_digit());
    match rest.strip_prefix(['.', ')']) {
        Some(rest) if rest.starts_with(' ') && !text.starts_with(['.', ')']) => rest.trim_start(),
        _ => text,
    }
}

/// True for "Sprint 3: Dialogues": a stage that stands beside weeks, as long as its work takes.
pub(in crate::document::recognise) fn is_turn(text: &str) -> bool {
    let text = without_number(text);
    // "Sprint 5 times" is something to do.
    let behind = first_word(text).and_then(|(_, rest)| first_word(rest.trim_start().trim_start_matches('#')));
    is_numbered(text, &TURNS) && behind.is_some_and(|(_, rest)| units::ends_part(rest))
}

/// The numbered part that a text begins with, in lower case: "phase 2".
pub(in crate::document::recognise) fn number_of(text: &str) -> Option<String> {
    let text = without_number(text);
    let (word, rest) = first_word(text).filter(|_| is_numbered(text, &PARTS))?;
    let (number, _) = first_word(rest.trim_start().trim_start_matches('#'))?;
    Some(format!("{word} {number}").to_lowercase())
}

/// True for words that number something and say nothing of it: "2", "Phase 2".
pub(in crate::document::recognise) fn is_count(text: &str) -> bool {
    let bare = text.trim_start_matches('#').trim_end_matches('.');
    let is_bare = !bare.is_empty() && bare.bytes().all(|byte| byte.is_ascii_digit());
    is_bare || number_of(text).is_some_and(|number| number.len() == text.len())
}

/// True for "Phase 2", "Part II", "Module B", "Level One".
pub(super) fn is_numbered(text: &str, terms: &[&str]) -> bool {
    let Some((word, rest)) = first_word(text) else { return false };
    terms.iter().any(|term| term.eq_ignore_ascii_case(word)) && is_number(rest)
}

fn is_number(rest: &str) -> bool {
    let rest = rest.trim_start().trim_start_matches('#');
    let word = first_word(rest).map_or("", |(word, _)| word);
    let roman = !word.is_empty() && word.chars().all(|c| matches!(c, 'I' | 'V' | 'X'));
    let letter = word.len() == 1 && word.chars().all(|c| c.is_ascii_uppercase());
    word.starts_with(|c: char| c.is_ascii_digit()) || roman || letter || written_out(rest).is_some()
}

fn first_word(text: &str) -> Option<(&str, &str)> {
    let text = text.trim_start();
    let end = text.find(|c: char| !c.is_alphanumeric()).unwrap_or(text.len());
    (end > 0).then(|| text.split_at(end))
}
