//! Times of day in words.

use super::Unclear;
use super::reader::Reader;

/// When an evening is, in minutes after midnight.
pub(super) const EVENING: u16 = 19 * 60;

/// Times of day that have names.
const NAMED: [(&str, u16); 5] = [
    ("noon", 12 * 60),
    ("midday", 12 * 60),
    ("morning", 9 * 60),
    ("afternoon", 14 * 60),
    ("evening", EVENING),
];

/// The time of day that comes next, in minutes after midnight; none where the words say nothing of one.
pub(super) fn time(reader: &mut Reader<'_>, hours_24: bool) -> Result<Option<u16>, Unclear> {
    let begin = reader.taken();
    let at = reader.takes(&["at", "@"]);
    let found = time_after(reader, at, hours_24);
    if !matches!(found, Ok(Some(_))) {
        reader.back_to(begin);
    }
    found
}

fn time_after(reader: &mut Reader<'_>, at: bool, hours_24: bool) -> Result<Option<u16>, Unclear> {
    let Some(word) = reader.peek() else { return Ok(None) };
    if let Some((_, minute)) = NAMED.iter().find(|(name, _)| *name == word) {
        reader.take(1);
        return Ok(Some(*minute));
    }
    let (digits, half) = split_half(&word);
    let mut half = half;
    let Some(clock) = Clock::of(digits) else { return Ok(None) };
    let mut words = 1;
    if half.is_none()
        && let Some(next) = reader.peek_after(1)
        && let ("", Some(found)) = split_half(&next)
    {
        half = Some(found);
        words = 2;
    }
    // A number alone is a time only after "at".
    if clock.minute.is_none() && half.is_none() && !at && !clock.marked {
        return Ok(None);
    }
    let minute = clock.minutes(half, hours_24).ok_or_else(|| Unclear::NoTimeOfDay { word: word.clone() })?;
    reader.take(words);
    Ok(Some(minute))
}

/// Which half of the day.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Half {
    Am,
    Pm,
}

/// A word without "am" or "pm" at its end, and which it was.
fn split_half(word: &str) -> (&str, Option<Half>) {
    for (ending, half) in [("am", Half::Am), ("a.m.", Half::Am), ("pm", Half::Pm), ("p.m.", Half::Pm)] {
        if let Some(rest) = word.strip_suffix(ending) {
            return (rest, Some(half));
        }
    }
    (word, None)
}

/// What stands on a clock.
struct Clock {
    hour: u16,
    minute: Option<u16>,
    /// Written as "17h".
    marked: bool,
}

impl Clock {
    fn of(word: &str) -> Option<Self> {
        let (hour, minute, marked) = match word.split_once([':', '.', 'h']) {
            Some((hour, "")) if word.ends_with('h') => (hour, None, true),
            Some((hour, minute)) if minute.len() == 2 => (hour, Some(number(minute)?), false),
            Some(_) => return None,
            None => (word, None, false),
        };
        Some(Self { hour: number(hour)?, minute, marked })
    }

    /// In minutes after midnight; none for a time that no clock shows.
    fn minutes(&self, half: Option<Half>, hours_24: bool) -> Option<u16> {
        let hour = match half {
            Some(_) if !(1..=12).contains(&self.hour) => return None,
            Some(Half::Am) => self.hour % 12,
            Some(Half::Pm) => self.hour % 12 + 12,
            None if !hours_24 && (1..=6).contains(&self.hour) => self.hour + 12,
            None => self.hour,
        };
        let minute = self.minute.unwrap_or(0);
        (hour < 24 && minute < 60).then_some(hour * 60 + minute)
    }
}

fn number(digits: &str) -> Option<u16> {
    let fits = !digits.is_empty() && digits.len() <= 2 && digits.bytes().all(|byte| byte.is_ascii_digit());
    if fits { digits.parse().ok() } else { None }
}
