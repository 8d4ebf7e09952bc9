//! What stands around hours in a text, and the text without them: marks, brackets, "about", "at least".

/// Words for "more or less" and for a bound, before a stretch.
const BOUNDS: [&str; 27] = [
    "about",
    "around",
    "approx",
    "approx.",
    "approximately",
    "roughly",
    "circa",
    "ca",
    "ca.",
    "est",
    "est.",
    "estimated",
    "at least",
    "at most",
    "up to",
    "max",
    "max.",
    "etwa",
    "ungefähr",
    "rund",
    "mindestens",
    "environ",
    "aprox.",
    "unas",
    "ongeveer",
    "около",
    "примерно",
];

/// What may stand before the hours that a text begins with: "~2 h", "⏱ 2 h".
pub(super) const fn is_before(c: char) -> bool {
    matches!(c, '~' | '≈' | ' ') || is_clock(c)
}

/// What may part hours from the words before them.
pub(super) const fn is_mark(c: char) -> bool {
    matches!(c, '-' | '–' | '—' | ':' | ',' | ';' | '|' | '·') || is_clock(c)
}

/// True for a picture of a clock, or the sign that makes a picture of the character before it.
const fn is_clock(c: char) -> bool {
    matches!(c, '\u{231a}' | '\u{231b}' | '\u{23f0}'..='\u{23f3}' | '\u{1f550}'..='\u{1f567}' | '\u{fe0f}')
}

/// What stands before "about" or "at least".
pub(super) fn without_bound(text: &str) -> &str {
    // Most numbers stand behind a mark or bracket.
    if !text.ends_with(|c: char| c.is_alphabetic() || c == '.') {
        return text;
    }
    let bare = |bound: &&str| {
        let start = text.len().checked_sub(bound.len())?;
        text.get(start..).filter(|end| end.eq_ignore_ascii_case(bound))?;
        text.get(..start).filter(|rest| !rest.ends_with(char::is_alphanumeric))
    };
    BOUNDS.iter().find_map(bare).map_or(text, str::trim_end)
}

/// What stands before "about" where hours without brackets follow it. A word with a capital is one of its own, unless
/// a mark stands before it: "With Max 2 h", "Scales – About 2 h".
fn behind_no_bound(before: &str) -> &str {
    let before = before.trim_end_matches(is_before);
    let rest = without_bound(before);
    let is_bound =
        before.get(rest.len()..).is_some_and(|bound| !bound.trim_start().starts_with(char::is_uppercase));
    if is_bound || rest.ends_with(is_mark) { rest } else { before }
}

/// The text without what names the stretch: its brackets with all they hold, or its bare words.
pub(super) fn without(text: &str, from: usize, to: usize) -> String {
    let (before, after) = (text.get(..from).unwrap_or_default(), text.get(to..).unwrap_or_default());
    let opens = |open: char, close: char| {
        let at = before.rfind(open)?;
        (!before.get(at..)?.contains(close)).then_some((at, close))
    };
    let inner =
        [('(', ')'), ('[', ']'), ('{', '}')].into_iter().filter_map(|(open, close)| opens(open, close));
    let inner = inner.max();
    let (before, after) = match (inner.map(|(at, _)| at), inner.and_then(|(_, close)| after.find(close))) {
        (Some(open), Some(close)) => {
            (before.get(..open).unwrap_or_default(), after.get(close + 1..).unwrap_or_default())
        }
        _ => (behind_no_bound(before), after),
    };
    let is_left = |c: char| is_mark(c) || is_before(c) || c == '/';
    let before = before.trim_end_matches(is_left);
    let after = after.trim_start();
    if before.is_empty() || after.is_empty() || after.starts_with([':', ',', '.']) {
        format!("{before}{after}")
    } else {
        format!("{before} {after}")
    }
}
