//! Hours in words: "(15 hours)", "(2-4 hours/day)", "90 min", "15h".

use super::numbers::number_at;
use crate::item::Budget;

/// The most hours that a budget may name; more is taken for something else.
const MOST_HOURS: f64 = 10_000.0;

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
    let mut from = 0;
    while let Some(found) = text.get(from..)?.find(|c: char| c.is_ascii_digit()) {
        let at = from + found;
        if let Some((stretch, end)) = stretch_at(text, at) {
            return Some((stretch, without(text, at, end)));
        }
        let digits = text.get(at..)?.bytes().take_while(u8::is_ascii_digit).count();
        from = at + digits;
    }
    None
}

/// A stretch whose number begins at that byte, and where its words end.
fn stretch_at(text: &str, at: usize) -> Option<(Stretch, usize)> {
    if text.get(..at)?.ends_with(|c: char| c.is_alphanumeric() || matches!(c, '-' | '.' | ',' | ':' | '$')) {
        return None;
    }
    let (least, rest) = number_at(text.get(at..)?)?;
    let after = rest.trim_start();
    let (most, rest) = ["-", "–", "—", "to "]
        .iter()
        .find_map(|dash| after.strip_prefix(dash))
        .and_then(|after| number_at(after.trim_start()))
        .unwrap_or((least, rest));
    let rest = rest.strip_prefix('+').unwrap_or(rest);
    let rest = rest.strip_prefix('-').unwrap_or(rest).trim_start();
    let letters = rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len());
    let minutes_each = match rest.get(..letters)?.to_lowercase().as_str() {
        "h" | "hr" | "hrs" | "hour" | "hours" => 60.0,
        "m" | "min" | "mins" | "minute" | "minutes" => 1.0,
        _ => return None,
    };
    let (per, rest) = per(rest.get(letters..)?);
    let (least, most) = (least.min(most) * minutes_each, most.max(least) * minutes_each);
    if most > MOST_HOURS * 60.0 {
        return None;
    }
    let stretch = Stretch { least: least.round() as u32, most: most.round() as u32, per };
    Some((stretch, text.len() - rest.len()))
}

/// What stands behind the unit: "/day", " a week", " per day", " daily".
fn per(text: &str) -> (Per, &str) {
    let rest = text.trim_start();
    for sign in ["/", "per ", "a ", "each ", "every ", ""] {
        let Some(unit) = rest.strip_prefix(sign).map(str::trim_start) else { continue };
        let letters = unit.find(|c: char| !c.is_alphabetic()).unwrap_or(unit.len());
        let (word, after) = unit.split_at(letters);
        match (sign, word.to_lowercase().as_str()) {
            ("", "daily") => return (Per::Day, after),
            ("", "weekly") => return (Per::Week, after),
            ("", _) => {}
            (_, "day" | "d" | "night" | "weekday" | "morning" | "evening") => return (Per::Day, after),
            (_, "week" | "wk" | "w") => return (Per::Week, after),
            _ => {}
        }
    }
    (Per::Whole, text)
}

/// The text without what names the stretch: its brackets with all they hold, or its bare words.
fn without(text: &str, from: usize, to: usize) -> String {
    let (before, after) = (text.get(..from).unwrap_or_default(), text.get(to..).unwrap_or_default());
    let open = before.rfind('(').filter(|at| !before.get(*at..).unwrap_or_default().contains(')'));
    let (before, after) = match (open, after.find(')')) {
        (Some(open), Some(close)) => {
            (before.get(..open).unwrap_or_default(), after.get(close + 1..).unwrap_or_default())
        }
        _ => (before, after),
    };
    let before = before.trim_end().trim_end_matches([',', '-', '–', '—', ':']).trim_end();
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
    fn other_numbers_are_no_hours() {
        for text in ["Run 10 km", "Read 2 books", "Version 3.10", "24/7", "5k run", "Project 2", "$20/month"]
        {
            assert_eq!(of(text), None, "{text}");
        }
    }
}
