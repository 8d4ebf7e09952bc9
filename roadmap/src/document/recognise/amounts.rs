//! Lengths of time in words, whose unit may be in any of several languages: "15 hours", "2–4 h", "1 h 30 min".

use super::numbers::number_at;
use super::ranges::{Tongue, behind_until};

/// What hours are called in English.
const HOURS: [&str; 5] = ["h", "hr", "hrs", "hour", "hours"];

/// What they are called in German, Spanish, Portuguese and French.
pub(super) const HOURS_ELSEWHERE: [&str; 7] =
    ["stunden", "stunde", "std", "horas", "hora", "heures", "heure"];

/// What minutes are called in English.
const MINUTES: [&str; 4] = ["min", "mins", "minute", "minutes"];

/// What they are called in those languages.
const MINUTES_ELSEWHERE: [&str; 3] = ["minuten", "minutos", "minuto"];

/// Units that a full stop may follow.
const SHORTENED: [&str; 1] = ["std"];

/// Reads the time that a text begins with: at least and at most so many minutes, and what follows.
pub(super) fn minutes_at(text: &str) -> Option<(f64, f64, &str)> {
    let (first, rest) = amount_at(text)?;
    let (last, rest) = behind_until(rest, Tongue::English).and_then(amount_at).unwrap_or((first, rest));
    let rest = rest.strip_prefix('+').unwrap_or(rest);
    let rest = rest.strip_prefix('-').unwrap_or(rest).trim_start();
    let (each, rest) = unit_at(rest)?;
    let (least, most) = (first.min(last) * each, first.max(last) * each);
    if each > 1.0
        && first.total_cmp(&last).is_eq()
        && let Some((minutes, rest)) = minutes_behind(rest)
    {
        return Some((least + minutes, most + minutes, rest));
    }
    Some((least, most, rest))
}

/// The minutes that a text begins with as a line of a day's split does: "30m: scales". An "m" alone counts metres
/// too, so more than two figures are none.
pub(super) fn split_at(text: &str) -> Option<(f64, &str)> {
    let (minutes, rest) = number_at(text).filter(|(minutes, _)| *minutes < 100.0)?;
    rest.strip_prefix('m').filter(|rest| rest.starts_with(':')).map(|rest| (minutes, rest))
}

/// A number, or one with a half behind it: "1½"; a half alone; or one with a comma before its tenths: "1,5".
fn amount_at(text: &str) -> Option<(f64, &str)> {
    if let Some(rest) = text.strip_prefix('½') {
        return Some((0.5, rest));
    }
    let (number, rest) = number_at(text)?;
    if let Some(tenths) = rest.strip_prefix(',').and_then(number_at)
        && let (1.0..10.0, after) = tenths
        && rest.len() - after.len() == 2
    {
        return Some((number + tenths.0 / 10.0, after));
    }
    Some(rest.strip_prefix('½').map_or((number, rest), |rest| (number + 0.5, rest)))
}

/// How many minutes the unit at the start of the text has, and what follows it.
fn unit_at(text: &str) -> Option<(f64, &str)> {
    let (word, rest) = text.split_at(text.find(|c: char| !c.is_alphabetic()).unwrap_or(text.len()));
    let lower = word.to_lowercase();
    let is = |words: &[&str]| words.contains(&lower.as_str());
    let minutes = if is(&HOURS) || is(&HOURS_ELSEWHERE) {
        60.0
    } else if is(&MINUTES) || is(&MINUTES_ELSEWHERE) {
        1.0
    } else {
        return None;
    };
    Some((minutes, rest.strip_prefix('.').filter(|_| is(&SHORTENED)).unwrap_or(rest)))
}

/// The minutes behind whole hours: "1 h 30 min", "1h 30m", "1h30".
fn minutes_behind(text: &str) -> Option<(f64, &str)> {
    let (minutes, rest) = number_at(text.trim_start()).filter(|(minutes, _)| *minutes < 60.0)?;
    let unit = rest.trim_start();
    // Elsewhere "m" stands for metres.
    let short = || unit.strip_prefix('m').filter(|rest| !rest.starts_with(char::is_alphanumeric));
    let found = match unit_at(unit) {
        Some((each, rest)) => (each <= 1.0).then_some(rest),
        None => short(),
    };
    let is_joined = text.starts_with(|c: char| c.is_ascii_digit());
    let bare = || (is_joined && !rest.starts_with(char::is_alphanumeric)).then_some(rest);
    found.or_else(bare).map(|rest| (minutes, rest))
}
