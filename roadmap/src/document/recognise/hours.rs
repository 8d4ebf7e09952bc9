//! Hours in words: "(15 hours)", "[7 hours total]", "(2-4 hours/day)", "90 min", "15h".

use super::amounts::{DAY_ELSEWHERE, WEEK_ELSEWHERE, minutes_at, split_at};
use super::numbers::number_at;
use crate::item::Budget;
use std::ops::Range;

/// The most hours that a budget may name; more is taken for something else.
const MOST_HOURS: f64 = 10_000.0;

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

/// Words behind which a stretch at the end of a title is spoken of rather than planned: "Sing in under 2 h".
const SPOKEN: [&str; 26] = [
    "in", "under", "over", "above", "below", "within", "than", "by", "after", "before", "at", "every",
    "each", "until", "for", "of", "to", "from", "the", "a", "first", "last", "next", "final", "past", "only",
];

/// What a day is called behind "per", or a part of it.
const DAY: [&str; 6] = ["day", "d", "night", "weekday", "morning", "evening"];

/// What a week is called there.
const WEEK: [&str; 3] = ["week", "wk", "w"];

/// A stretch of time that a text names.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Stretch {
    /// At least so many minutes.
    pub(super) least: u32,
    /// At most so many.
    pub(super) most: u32,
    /// For each what.
    pub(super) per: Per,
}

/// What a stretch of time is for each of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Per {
    /// The whole.
    Whole,
    /// A week.
    Week,
    /// A day.
    Day,
}

impl Stretch {
    /// A budget as a stretch.
    pub(super) const fn of(budget: Budget) -> Self {
        match budget {
            Budget::Stage { least, most } => Self { least, most, per: Per::Whole },
            Budget::Week { least, most } => Self { least, most, per: Per::Week },
            Budget::Day { least, most } => Self { least, most, per: Per::Day },
        }
    }

    /// The stretch as an activity's budget.
    pub(super) const fn budget(self) -> Budget {
        let Self { least, most, per } = self;
        match per {
            Per::Whole => Budget::Stage { least, most },
            Per::Week => Budget::Week { least, most },
            Per::Day => Budget::Day { least, most },
        }
    }
}

/// The first stretch of time in the text, and the text without the brackets or words that name it.
pub(super) fn stretch_in(text: &str) -> Option<(Stretch, String)> {
    place_of(text).map(|(stretch, place)| (stretch, without(text, place.start, place.end)))
}

/// The first stretch of time in the text, and where its words stand.
pub(super) fn place_of(text: &str) -> Option<(Stretch, Range<usize>)> {
    let mut from = 0;
    while let Some(at) = number_from(text, from) {
        if let Some((stretch, end)) = stretch_at(text, at) {
            return Some((stretch, at..end));
        }
        from = behind_figures(text, at);
    }
    None
}

/// Where the next number of a text begins.
fn number_from(text: &str, from: usize) -> Option<usize> {
    text.get(from..)?.find(|c: char| c.is_ascii_digit() || c == '½').map(|found| from + found)
}

/// Where the figures end that begin at that byte.
fn behind_figures(text: &str, at: usize) -> usize {
    let figures = text.get(at..).unwrap_or_default();
    let end = figures.find(|c: char| !c.is_ascii_digit()).unwrap_or(figures.len());
    at + if end == 0 { figures.chars().next().map_or(1, char::len_utf8) } else { end }
}

/// The stretch that a text plans for what it says, and the text without it: in brackets, at its
/// beginning or at its end ("Scales (45 min)", "45 min of scales", "Scales – 1 h"). A time that is
/// spoken of otherwise ("in under 20 minutes") is no plan.
pub(super) fn planned(text: &str) -> Option<(Stretch, String)> {
    let (stretch, place) = planned_at(text)?;
    if text.get(..place.start)?.trim_start_matches(is_before).is_empty() {
        let rest = text.get(place.end..)?.trim_start_matches([' ', ':', '-', '–', '—', ',', '|']);
        return Some((stretch, rest.strip_prefix("of ").unwrap_or(rest).trim().to_owned()));
    }
    let rest = without(text, place.start, place.end);
    // What parted a bracket at the beginning from the words: "(15 hours): Scales".
    Some((stretch, rest.trim_start_matches([' ', ':', '-', '–', '—', '|']).to_owned()))
}

/// The stretch that a text plans for what it says, and where its words stand.
pub(super) fn planned_at(text: &str) -> Option<(Stretch, Range<usize>)> {
    let bare = text.trim_start_matches(is_before);
    let mut from = text.len() - bare.len();
    if let Some((stretch, end)) = stretch_at(text, from) {
        return Some((stretch, from..end));
    }
    while let Some(at) = number_from(text, from) {
        let before = text.get(..at)?.trim_end_matches([' ', '~', '≈']);
        let before = without_bound(before);
        let opens = before.ends_with(['(', '[', '{']);
        let marked = before.ends_with(is_mark) || before.ends_with(" /");
        if (opens || marked)
            && let Some((stretch, end)) = stretch_at(text, at)
        {
            let after = text.get(end..)?.trim_start();
            if opens && after_total(after).starts_with([')', ']', '}', ',', ';']) || marked && is_end(after) {
                return Some((stretch, at..end));
            }
        }
        from = behind_figures(text, at);
    }
    None
}

/// The stretch that a title plans, which needs no mark at its end: "Scales 15 h".
pub(super) fn titled(text: &str) -> Option<(Stretch, String)> {
    planned(text).or_else(|| {
        let (stretch, place) = place_of(text)?;
        let before = text.get(..place.start)?.trim_end_matches([' ', '~', '≈']);
        let word = before.rsplit(' ').next()?;
        let is_word = word.chars().any(char::is_alphabetic) && word.ends_with(char::is_alphanumeric);
        let is_spoken = SPOKEN.iter().any(|spoken| spoken.eq_ignore_ascii_case(word));
        let is_last = is_end(text.get(place.end..)?.trim_start());
        (is_word && !is_spoken && is_last).then(|| (stretch, without(text, place.start, place.end)))
    })
}

/// What may stand before the hours that a text begins with: "~2 h", "⏱ 2 h".
const fn is_before(c: char) -> bool {
    matches!(c, '~' | '≈' | ' ') || is_clock(c)
}

/// What may part hours from the words before them.
const fn is_mark(c: char) -> bool {
    matches!(c, '-' | '–' | '—' | ':' | ',' | ';' | '|' | '·') || is_clock(c)
}

/// True for a picture of a clock, or the sign that makes a picture of the character before it.
const fn is_clock(c: char) -> bool {
    matches!(c, '\u{231a}' | '\u{231b}' | '\u{23f0}'..='\u{23f3}' | '\u{1f550}'..='\u{1f567}' | '\u{fe0f}')
}

/// The hours of a text that says nothing else: "about 6 h".
pub(super) fn alone(text: &str) -> Option<Stretch> {
    // Few texts have figures.
    text.find(|c: char| c.is_ascii_digit() || c == '½')?;
    let bare = text.trim_start_matches(is_before);
    let figures = bare.trim_start_matches(|c: char| c.is_alphabetic() || matches!(c, ' ' | '.' | '~' | '≈'));
    let before = bare.get(..bare.len() - figures.len())?.trim_end_matches(is_before);
    let (stretch, rest) = planned(figures).filter(|_| without_bound(before).is_empty())?;
    rest.is_empty().then_some(stretch)
}

/// What a text plans the hours at its end for: "Scales" of "Scales (2 h)", "Scales – 2 h". None where a colon stands
/// before them, which says what they are: "Time: 2 h".
pub(super) fn name_before(text: &str) -> Option<String> {
    let (_, place) = planned_at(text)?;
    let is_told = without_bound(text.get(..place.start)?.trim_end_matches(is_before)).ends_with(':');
    let name = without(text, place.start, place.end);
    // What stands behind the hours would be in the way.
    (!is_told && !name.is_empty() && text.starts_with(name.as_str())).then_some(name)
}

/// What stands before "about" or "at least".
fn without_bound(text: &str) -> &str {
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

/// A line's words without the hours that it is planned with; none where it names none.
pub(in crate::document) fn without_hours(text: &str) -> Option<String> {
    planned(text).map(|(_, rest)| rest)
}

/// What follows the word that a stretch is all there is: "7 hours total]".
fn after_total(text: &str) -> &str {
    let bare = text.strip_prefix("in ").unwrap_or(text);
    ["total", "altogether", "overall"]
        .iter()
        .find_map(|word| bare.strip_prefix(word))
        .map_or(text, str::trim_start)
}

/// What a line of a day's split is for, and how long: "30m: scales".
pub(super) fn split_of_day(text: &str) -> Option<(Stretch, String)> {
    let (minutes, rest) = split_at(text)?;
    let minutes = minutes.round() as u32;
    let words = rest.trim_start_matches([':', ' ']).trim_end();
    Some((Stretch { least: minutes, most: minutes, per: Per::Whole }, words.to_owned()))
}

fn is_end(text: &str) -> bool {
    text.chars().all(|c| matches!(c, '.' | ')' | '*' | ' '))
}

/// A stretch whose number begins at that byte, and where its words end.
fn stretch_at(text: &str, at: usize) -> Option<(Stretch, usize)> {
    let before = text.get(..at)?;
    let joined = before.ends_with(|c: char| c.is_alphanumeric() || matches!(c, '.' | ',' | ':' | '$'));
    // A minus makes a range of what is before it, unless it stands alone: "Scales - 2 h".
    if joined || before.ends_with('-') && !before.ends_with(" -") {
        return None;
    }
    let (times, start) = times_at(text.get(at..)?).unwrap_or((1.0, text.get(at..)?));
    let (least, most, rest) = minutes_at(start)?;
    let (per, rest) = per(rest);
    let (often, per, rest) = if per == Per::Whole { often(rest) } else { (1.0, per, rest) };
    let (least, most) = (least * times * often, most * times * often);
    if most > MOST_HOURS * 60.0 {
        return None;
    }
    let stretch = Stretch { least: least.round() as u32, most: most.round() as u32, per };
    Some((stretch, text.len() - rest.len()))
}

/// How often what follows is done: "3 × 45 min".
fn times_at(text: &str) -> Option<(f64, &str)> {
    let (times, rest) = number_at(text)?;
    let rest = rest.trim_start();
    let rest = rest.strip_prefix(['×', 'x', '*'])?.trim_start();
    rest.starts_with(|c: char| c.is_ascii_digit()).then_some((times, rest))
}

/// How often a week what stands before is done: "45 min, 3 times a week", "45 min × 3/week".
fn often(text: &str) -> (f64, Per, &str) {
    let found = || {
        let rest = text.trim_start().trim_start_matches([',', ';']).trim_start();
        let sign = rest.strip_prefix(['×', 'x', '*']).map(str::trim_start);
        let (times, rest) = number_at(sign.unwrap_or(rest)).filter(|(times, _)| *times <= 50.0)?;
        let word = rest.trim_start();
        let behind =
            ["times", "x", "×", "days", "sessions"].iter().find_map(|word_| word.strip_prefix(word_));
        let (per, after) = per(behind.or(sign.map(|_| rest))?);
        (per == Per::Week).then_some((times, per, after))
    };
    found().unwrap_or((1.0, Per::Whole, text))
}

/// What stands behind the unit: "/day", " a week", " per day", " daily".
fn per(text: &str) -> (Per, &str) {
    let rest = text.trim_start();
    for sign in
        ["/", "per ", "a ", "each ", "every ", "pro ", "por ", "par ", "am ", "al ", "alla ", "в ", ""]
    {
        let Some(unit) = rest.strip_prefix(sign).map(str::trim_start) else { continue };
        let letters = unit.find(|c: char| !c.is_alphabetic()).unwrap_or(unit.len());
        let (word, after) = unit.split_at(letters);
        let word = word.to_lowercase();
        let is = |words: &[&str]| words.contains(&word.as_str());
        match sign {
            "" if word == "daily" => return (Per::Day, after),
            "" if word == "weekly" => return (Per::Week, after),
            "" => {}
            _ if is(&DAY) || is(&DAY_ELSEWHERE) => return (Per::Day, after),
            _ if is(&WEEK) || is(&WEEK_ELSEWHERE) => return (Per::Week, after),
            _ => {}
        }
    }
    (Per::Whole, text)
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
fn without(text: &str, from: usize, to: usize) -> String {
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

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Option<(u32, u32, Per, String)> {
        stretch_in(text).map(|(stretch, rest)| (stretch.least, stretch.most, stretch.per, rest))
    }

    #[test]
    fn hours_are_read_in_every_spelling() {
        for text in
            ["Scales (15 hours)", "Scales (15h)", "Scales: 15 hrs", "Scales - 15 h", "Scales (15-hour)"]
        {
            assert_eq!(of(text), Some((900, 900, Per::Whole, "Scales".to_owned())), "{text}");
        }
        assert_eq!(of("Reading (90 min)"), Some((90, 90, Per::Whole, "Reading".to_owned())));
        assert_eq!(of("Reading (1.5 hours)"), Some((90, 90, Per::Whole, "Reading".to_owned())));
    }

    #[test]
    fn hours_are_read_in_other_languages() {
        for text in
            ["Lesen (5 Std.)", "Lesen (5 Stunden)", "Lesen: 5 Std", "Lesen (5 horas)", "Lesen (5 heures)"]
        {
            assert_eq!(of(text), Some((300, 300, Per::Whole, "Lesen".to_owned())), "{text}");
        }
        for text in ["Lesen (5 Std./Woche)", "Lesen (5 Stunden pro Woche)", "Lesen (5 horas por semana)"] {
            assert_eq!(of(text), Some((300, 300, Per::Week, "Lesen".to_owned())), "{text}");
        }
        assert_eq!(of("Lesen (90 Minuten am Tag)"), Some((90, 90, Per::Day, "Lesen".to_owned())));
        assert_eq!(of("5 Stundenpläne"), None);
        for text in ["Letture (5 ore a settimana)", "Letture (5 uur per week)", "Letture (5 часов в неделю)"]
        {
            assert_eq!(of(text), Some((300, 300, Per::Week, "Letture".to_owned())), "{text}");
        }
        for text in
            ["Letture (40 minuti al giorno)", "Letture (40 minuten per dag)", "Letture (40 минут в день)"]
        {
            assert_eq!(of(text), Some((40, 40, Per::Day, "Letture".to_owned())), "{text}");
        }
    }

    #[test]
    fn hours_a_day_and_a_week_are_told_from_the_whole() {
        assert_eq!(of("Runs (2-4 hours/day)"), Some((120, 240, Per::Day, "Runs".to_owned())));
        assert_eq!(of("Runs (2–4 hours a day)"), Some((120, 240, Per::Day, "Runs".to_owned())));
        assert_eq!(of("Part-time (20 hours/week)"), Some((1200, 1200, Per::Week, "Part-time".to_owned())));
        assert_eq!(
            of("Light review (2-3 hours max)"),
            Some((120, 180, Per::Whole, "Light review".to_owned()))
        );
    }

    #[test]
    fn hours_and_minutes_add_up_and_multiply() {
        for text in
            ["Runs (1 h 30 min)", "Runs (1h30)", "Runs: 1½ hours", "Runs (2 × 45 min)", "Runs (90 minutes)"]
        {
            assert_eq!(of(text), Some((90, 90, Per::Whole, "Runs".to_owned())), "{text}");
        }
        for text in ["Runs (45 min, 3 times a week)", "Runs (45 min × 3/week)", "Runs (3 x 45 min per week)"]
        {
            assert_eq!(of(text), Some((135, 135, Per::Week, "Runs".to_owned())), "{text}");
        }
    }

    #[test]
    fn only_a_time_of_its_own_is_planned() {
        let of = |text: &str| planned(text).map(|(stretch, rest)| (stretch.least, rest));
        for text in
            ["Scales (45 min)", "45 min: Scales", "45 min of Scales", "Scales – 45 min", "Scales, ~45 min"]
        {
            assert_eq!(of(text), Some((45, "Scales".to_owned())), "{text}");
        }
        assert_eq!(of("Scales (45 min): all keys"), Some((45, "Scales: all keys".to_owned())));
        for text in ["Scales [45 min]", "[45 min] Scales", "[45 min]: Scales", "Scales [45 min total]"] {
            assert_eq!(of(text), Some((45, "Scales".to_owned())), "{text}");
        }
        assert_eq!(of("Scales [7 hours total]: all keys"), Some((420, "Scales: all keys".to_owned())));
        assert_eq!(of("Scales (7 hours in total)"), Some((420, "Scales".to_owned())));
        assert_eq!(of("[Scales] (6h)"), Some((360, "[Scales]".to_owned())));
        assert_eq!(of("Week 3 - 2 h"), Some((120, "Week 3".to_owned())));
        for text in [
            "Play it in under 20 minutes",
            "If stuck > 20 min, rest",
            "A 45 min concert to hear",
            "Scales",
            "Scales [6 hymns]",
            "Scales [6h of them]",
            "Scales [see 6h]",
            "Scales [6h totally]",
        ] {
            assert_eq!(of(text), None, "{text}");
        }
    }

    #[test]
    fn a_title_plans_what_stands_at_its_end() {
        let of = |text: &str| titled(text).map(|(stretch, rest)| (stretch.least, stretch.per, rest));
        for (text, minutes, per) in [
            ("Scales 15h", 900, Per::Whole),
            ("Scales · 15h", 900, Per::Whole),
            ("Scales 2 hours/day", 120, Per::Day),
            ("Scales (about 15 hours)", 900, Per::Whole),
            ("Scales (at least 15 h)", 900, Per::Whole),
            ("Scales (1,5 h)", 90, Per::Whole),
            ("Scales (½ hour)", 30, Per::Whole),
            ("Scales ½ h", 30, Per::Whole),
        ] {
            assert_eq!(of(text), Some((minutes, per, "Scales".to_owned())), "{text}");
        }
        for text in [
            "Scales, approx. 15 h",
            "Scales, about 15 hours",
            "Scales – About 15 hours",
            "Scales, ca. 15 Stunden",
            "Scales about 15 h",
            "Scales (est. 15h)",
            "Scales (15 hrs.)",
            "Scales {15h}",
            "Scales ⏱ 15h",
            "Scales ⏱️ ~15h",
            "Scales | 15h",
            "Scales / 15h",
            "⏱ 15h Scales",
        ] {
            assert_eq!(of(text), Some((900, Per::Whole, "Scales".to_owned())), "{text}");
        }
        assert_eq!(of("Sing with Max 2 h"), Some((120, Per::Whole, "Sing with Max".to_owned())));
        assert_eq!(of("Max (2 h)"), Some((120, Per::Whole, "Max".to_owned())));
        for text in [
            "Sing in under 2 h",
            "Scales {see 6h}",
            "The first 24 hours",
            "A 45 min concert",
            "Scales 15",
            "½",
            "Top ½",
        ] {
            assert_eq!(of(text), None, "{text}");
        }
    }

    #[test]
    fn a_name_stands_before_hours_at_the_end() {
        for text in ["Scales (2 h)", "Scales – 2 h", "Scales, about 2 h", "Scales (2 h, hands-on)"] {
            assert_eq!(name_before(text).as_deref(), Some("Scales"), "{text}");
        }
        for text in [
            "Scales",
            "Scales (2 h) in C",
            "Scales (2 h).",
            "Time: 2 h",
            "Time: ~2 h",
            "2 h: Scales",
            "(2 h)",
        ] {
            assert_eq!(name_before(text), None, "{text}");
        }
    }

    #[test]
    fn metres_are_no_minutes() {
        for text in ["Scales (1h 30m)", "Scales (1 h 30 m)", "Scales – 1h30m"] {
            assert_eq!(planned(text).map(|(stretch, _)| stretch.least), Some(90), "{text}");
        }
        for text in [
            "4 x 100 m freestyle",
            "8x50 m",
            "5x400m",
            "200 m swim",
            "Dive 30m",
            "Sprint (800 m)",
            "400m: easy",
        ] {
            assert_eq!(
                (of(text), planned(text), titled(text), split_of_day(text)),
                (None, None, None, None),
                "{text}"
            );
        }
        let split = split_of_day("30m: scales").map(|(stretch, rest)| (stretch.least, rest));
        assert_eq!(split, Some((30, "scales".to_owned())));
    }

    #[test]
    fn other_numbers_are_no_hours() {
        for text in ["Run 10 km", "Read 2 books", "Version 3.10", "24/7", "5k run", "Project 2", "$20/month"]
        {
            assert_eq!(of(text), None, "{text}");
        }
    }
}
