//! Lengths of time in words, whose unit may be in any of several languages: "15 hours", "2–4 h", "1 h 30 min",
//! "2:30 h", "1.000 Stunden".

use super::numbers::number_at;
use super::ranges::{Tongue, behind_until};

/// What hours are called in English.
const HOURS: [&str; 5] = ["h", "hr", "hrs", "hour", "hours"];

/// What they are called in German, Spanish, Portuguese, French, Italian, Dutch and Russian.
pub(super) const HOURS_ELSEWHERE: [&str; 15] = [
    "stunden",
    "stunde",
    "std",
    "horas",
    "hora",
    "heures",
    "heure",
    "ore",
    "ora",
    "uur",
    "uren",
    "часов",
    "часа",
    "час",
    "ч",
];

/// What minutes are called in English.
const MINUTES: [&str; 4] = ["min", "mins", "minute", "minutes"];

/// What they are called in those languages.
pub(super) const MINUTES_ELSEWHERE: [&str; 9] =
    ["minuten", "minutos", "minuto", "minuti", "minuut", "минут", "минуты", "минута", "мин"];

/// What a day is called there, behind "per".
pub(super) const DAY_ELSEWHERE: [&str; 7] = ["tag", "día", "dia", "jour", "giorno", "dag", "день"];

/// What a week is called there, behind "per".
pub(super) const WEEK_ELSEWHERE: [&str; 5] = ["woche", "semana", "semaine", "settimana", "неделю"];

/// Units that a full stop may follow.
const SHORTENED: [&str; 8] = ["h", "hr", "hrs", "std", "min", "mins", "ч", "мин"];

/// Before so many hours "2:30 h" is a length; later it is a time of the day.
const EARLIEST: f64 = 6.0;

/// Reads the time that a text begins with: at least and at most so many minutes, and what follows.
pub(super) fn minutes_at(text: &str) -> Option<(f64, f64, &str)> {
    if let Some((minutes, rest)) = clocked_at(text) {
        return Some((minutes, minutes, rest));
    }
    let (first, rest) = Amount::at(text)?;
    let (last, rest) = behind_until(rest, Tongue::English).and_then(Amount::at).unwrap_or((first, rest));
    let rest = rest.strip_prefix('+').unwrap_or(rest);
    let rest = rest.strip_prefix('-').unwrap_or(rest).trim_start();
    let (unit, rest) = Unit::at(rest)?;
    let (first, last) = (first.counted_in(unit), last.counted_in(unit));
    let (least, most) = (first.min(last) * unit.minutes, first.max(last) * unit.minutes);
    if unit.minutes > 1.0
        && first.total_cmp(&last).is_eq()
        && let Some((minutes, rest)) = minutes_behind(rest)
    {
        return Some((least + minutes, most + minutes, rest));
    }
    Some((least, most, rest))
}

/// True for a text that begins with a unit of time and says no more, or says how often: "h per week". "H2O" and "min. kit"
/// begin with none.
pub(super) fn begins_with_unit(text: &str) -> bool {
    let says_no_more = |rest: &str| {
        !rest.starts_with(char::is_alphanumeric)
            && (!rest.trim_start().starts_with(char::is_alphanumeric)
                || ["per ", "a ", "each ", "total", "in total"]
                    .iter()
                    .any(|how| rest.trim_start().starts_with(how)))
    };
    Unit::at(text.trim_start()).is_some_and(|(_, rest)| says_no_more(rest))
}

/// The minutes that a text begins with as a line of a day's split does: "30m: scales". An "m" alone counts metres
/// too, so more than two figures are none.
pub(super) fn split_at(text: &str) -> Option<(f64, &str)> {
    let (minutes, rest) = number_at(text).filter(|(minutes, _)| *minutes < 100.0)?;
    rest.strip_prefix('m').filter(|rest| rest.starts_with(':')).map(|rest| (minutes, rest))
}

/// A number as it is written.
#[derive(Clone, Copy)]
struct Amount {
    number: f64,
    /// What it is where a dot parts thousands: "1.000".
    dotted: Option<f64>,
}

impl Amount {
    /// A number, or one with a half behind it: "1½"; a half alone; or one with a comma before its fraction: "1,5".
    fn at(text: &str) -> Option<(Self, &str)> {
        let plain = |number| Self { number, dotted: None };
        if let Some(rest) = text.strip_prefix('½') {
            return Some((plain(0.5), rest));
        }
        let (number, rest) = number_at(text)?;
        if let Some((fraction, rest)) = rest.strip_prefix(',').and_then(fraction_at) {
            return Some((plain(number + fraction), rest));
        }
        if let Some(rest) = rest.strip_prefix('½') {
            return Some((plain(number + 0.5), rest));
        }
        let digits = text.get(..text.len() - rest.len()).and_then(|written| written.split_once('.'));
        let is_dotted = digits.is_some_and(|(before, behind)| before.len() <= 3 && behind.len() == 3);
        Some((Self { number, dotted: is_dotted.then_some(number * 1000.0) }, rest))
    }

    fn counted_in(self, unit: Unit) -> f64 {
        self.dotted.filter(|_| unit.is_elsewhere).unwrap_or(self.number)
    }
}

/// The one or two figures behind a decimal comma.
fn fraction_at(text: &str) -> Option<(f64, &str)> {
    let digits = text.bytes().take(3).take_while(u8::is_ascii_digit).count();
    let figures = text.get(..digits).filter(|_| (1..=2).contains(&digits))?;
    let tenths: f64 = figures.parse().ok()?;
    Some((if digits == 1 { tenths / 10.0 } else { tenths / 100.0 }, text.get(digits..)?))
}

/// A unit of time.
#[derive(Clone, Copy)]
struct Unit {
    minutes: f64,
    /// True for one of another language than English.
    is_elsewhere: bool,
}

impl Unit {
    /// The unit that a text begins with, and what follows it.
    fn at(text: &str) -> Option<(Self, &str)> {
        let (word, rest) = text.split_at(text.find(|c: char| !c.is_alphabetic()).unwrap_or(text.len()));
        let lower = word.to_lowercase();
        let is = |words: &[&str]| words.contains(&lower.as_str());
        let is_elsewhere = is(&HOURS_ELSEWHERE) || is(&MINUTES_ELSEWHERE);
        let minutes = if is(&HOURS) || is(&HOURS_ELSEWHERE) {
            60.0
        } else if is_elsewhere || is(&MINUTES) {
            1.0
        } else {
            return None;
        };
        let rest = rest.strip_prefix('.').filter(|_| is(&SHORTENED)).unwrap_or(rest);
        Some((Self { minutes, is_elsewhere }, rest))
    }
}

/// Hours and minutes with a colon between and the unit behind, in minutes: "2:30 h".
fn clocked_at(text: &str) -> Option<(f64, &str)> {
    // Only the first two characters are looked at: a line may have a million numbers.
    let (hours, rest) = text.split_at_checked(1)?;
    let rest = rest.strip_prefix(':')?;
    let hours: f64 = hours.parse().ok().filter(|hours| *hours < EARLIEST)?;
    let digits = rest.bytes().take(3).take_while(u8::is_ascii_digit).count();
    let minutes: f64 = rest.get(..digits).filter(|_| digits == 2)?.parse().ok()?;
    let (unit, rest) = Unit::at(rest.get(digits..)?.trim_start())?;
    (unit.minutes > 1.0 && minutes < 60.0).then_some((hours * 60.0 + minutes, rest))
}

/// The minutes behind whole hours: "1 h 30 min", "1h 30m", "1h30".
fn minutes_behind(text: &str) -> Option<(f64, &str)> {
    let (minutes, rest) = number_at(text.trim_start()).filter(|(minutes, _)| *minutes < 60.0)?;
    let unit = rest.trim_start();
    // Elsewhere "m" stands for metres.
    let short = || unit.strip_prefix('m').filter(|rest| !rest.starts_with(char::is_alphanumeric));
    let found = match Unit::at(unit) {
        Some((unit, rest)) => (unit.minutes <= 1.0).then_some(rest),
        None => short(),
    };
    let is_joined = text.starts_with(|c: char| c.is_ascii_digit());
    let bare = || (is_joined && !rest.starts_with(char::is_alphanumeric)).then_some(rest);
    found.or_else(bare).map(|rest| (minutes, rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Option<(f64, f64, &str)> {
        minutes_at(text)
    }

    #[test]
    fn hours_and_minutes_have_names_in_several_languages() {
        for text in [
            "8 ore",
            "8 uur",
            "8 uren",
            "8 часов",
            "8 часа",
            "8 ч",
            "8 Std.",
            "8 horas",
            "8 heures",
            "8 hrs.",
        ] {
            assert_eq!(of(text), Some((480.0, 480.0, "")), "{text}");
        }
        for text in ["40 minuti", "40 minuten", "40 minuut", "40 минут", "40 мин.", "40 minutos", "40 min."]
        {
            assert_eq!(of(text), Some((40.0, 40.0, "")), "{text}");
        }
        assert_eq!(of("1 час 20 минут"), Some((80.0, 80.0, "")));
        for text in ["8 orecchini", "8 uurwerken", "8 чашек", "8 m", "8 м"] {
            assert_eq!(of(text), None, "{text}");
        }
    }

    #[test]
    fn a_fraction_may_stand_behind_a_comma() {
        assert_eq!(of("2,5 h"), Some((150.0, 150.0, "")));
        assert_eq!(of("1,25–2,75 Stunden"), Some((75.0, 165.0, "")));
        assert_eq!(of("1,000 hours"), Some((60_000.0, 60_000.0, "")));
        assert_eq!(of("1, 5 h"), None);
    }

    #[test]
    fn a_dot_parts_thousands_where_the_unit_says_so() {
        for text in ["1.000 Stunden", "1.000 horas", "1.000 ore", "1.000 uur"] {
            assert_eq!(of(text), Some((60_000.0, 60_000.0, "")), "{text}");
        }
        assert_eq!(of("1.000–1.200 Stunden"), Some((60_000.0, 72_000.0, "")));
        assert_eq!(of("1.5 Stunden"), Some((90.0, 90.0, "")));
        assert_eq!(of("1.000 hours"), Some((60.0, 60.0, "")));
    }

    #[test]
    fn hours_with_a_colon_are_a_length_where_no_day_has_begun() {
        for text in ["2:30 h", "2:30h", "2:30 hours", "2:30 Std."] {
            assert_eq!(of(text), Some((150.0, 150.0, "")), "{text}");
        }
        for text in ["9:30 h", "19:30 h", "2:30", "2:30 min", "2:3 h", "2:300 h", "2:75 h"] {
            assert_eq!(of(text), None, "{text}");
        }
    }
}
