//! Times of day: "9:00-12:00", "1:00-3:00" in the afternoon, "7 am – 8 am".

use super::ranges::{Tongue, behind_until};

/// Noon and half a day, in minutes.
const HALF: u16 = 12 * 60;

/// Before this a bare "1:00" is taken for the afternoon, in minutes after midnight.
const EARLIEST: u16 = 5 * 60;

/// A line that begins with a start and an end.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Row<'a> {
    /// Minutes after midnight.
    pub(super) start: u16,
    /// How long it lasts, in minutes.
    pub(super) minutes: u16,
    /// What follows the times.
    pub(super) text: &'a str,
}

/// Reads a line that begins with two times. Twelve-hour times without am or pm are told by what was
/// before: `after` is the end of the row above, in minutes after midnight, and no row goes back.
pub(super) fn row_at(text: &str, after: Option<u16>) -> Option<Row<'_>> {
    let (first, rest) = time_at(without_word(text))?;
    let (last, rest) = time_at(behind_until(rest, Tongue::English)?)?;
    if !(first.sure || last.sure) || rest.starts_with(|c: char| c.is_alphanumeric()) {
        return None;
    }
    let start = match first.half {
        Some(half) => first.in_half(half),
        // "9-11 am" says the half once, behind.
        None if last.half.is_some() => last.half.map_or(first.minute, |half| {
            let start = first.in_half(half);
            if start <= last.in_half(half) { start } else { first.minute }
        }),
        None if after.map_or(first.minute < EARLIEST, |after| first.minute < after)
            && first.minute < HALF =>
        {
            first.minute + HALF
        }
        None => first.minute,
    };
    let mut end = last.half.map_or(last.minute, |half| last.in_half(half));
    if end <= start && last.half.is_none() && end + HALF > start && end < HALF {
        end += HALF;
    }
    let minutes = if end > start { end - start } else { end + 2 * HALF - start };
    Some(Row { start, minutes, text: behind(rest) })
}

/// Reads a line that begins with one time: when it starts, and what follows. `after` is as above.
pub(super) fn start_at(text: &str, after: Option<u16>) -> Option<(u16, &str)> {
    let (time, rest) = time_at(without_word(text)).filter(|(time, _)| time.sure)?;
    if rest.starts_with(char::is_alphanumeric) {
        return None;
    }
    let start = match time.half {
        Some(half) => time.in_half(half),
        None if time.minute < HALF && after.map_or(time.minute < EARLIEST, |after| time.minute < after) => {
            time.minute + HALF
        }
        None => time.minute,
    };
    Some((start, behind(rest)))
}

/// A text without the word before its time: "at 7 pm", "from 9:00".
fn without_word(text: &str) -> &str {
    let text = text.trim_start();
    ["at ", "from ", "@"].iter().find_map(|word| text.strip_prefix(word)).unwrap_or(text).trim_start()
}

/// What follows times, without the marks between.
fn behind(text: &str) -> &str {
    text.trim_start().trim_start_matches([':', '-', '–', '—', '|', '=', ',']).trim()
}

/// The half of a day.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Half {
    Am,
    Pm,
}

struct Time {
    minute: u16,
    half: Option<Half>,
    /// True where it can be nothing but a time.
    sure: bool,
}

impl Time {
    fn in_half(&self, half: Half) -> u16 {
        let morning = if self.minute >= HALF { self.minute - HALF } else { self.minute };
        match half {
            Half::Am => morning,
            Half::Pm => morning + HALF,
        }
    }
}

fn time_at(text: &str) -> Option<(Time, &str)> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let hour: u16 = text.get(..digits).filter(|_| digits <= 2)?.parse().ok()?;
    let mut rest = text.get(digits..)?;
    let mut minute = 0;
    let mut sure = false;
    if let Some(after) = rest.strip_prefix([':', '.'])
        && let Some(figures) = after.get(..2)
        && figures.bytes().all(|byte| byte.is_ascii_digit())
    {
        minute = figures.parse().ok()?;
        rest = after.get(2..)?;
        sure = true;
    }
    let word = rest.trim_start();
    let half = [("am", Half::Am), ("a.m.", Half::Am), ("pm", Half::Pm), ("p.m.", Half::Pm)].into_iter().find(
        |(name, _)| {
            word.get(..name.len()).is_some_and(|start| start.eq_ignore_ascii_case(name))
                && !word.get(name.len()..).is_some_and(|rest| rest.starts_with(char::is_alphanumeric))
        },
    );
    if let Some((name, _)) = half {
        rest = word.get(name.len()..)?;
        sure = true;
    }
    let limit = if half.is_some() { 12 } else { 24 };
    (hour <= limit && minute < 60 && hour * 60 + minute <= 24 * 60)
        .then_some((Time { minute: hour * 60 + minute, half: half.map(|(_, half)| half), sure }, rest))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(text: &str, after: Option<u16>) -> Option<(u16, u16, &str)> {
        row_at(text, after).map(|row| (row.start / 60, row.minutes, row.text))
    }

    #[test]
    fn a_day_in_twelve_hours_goes_on_after_noon() {
        let mut after = None;
        let mut starts = Vec::new();
        for line in
            ["8:30-9:30 a", "9:30-12:30 b", "12:30-1:30 c", "1:30-3:30 d", "7:30-8:30 e", "8:30-9:30 f"]
        {
            let row = row_at(line, after).expect("a row");
            after = Some(row.start + row.minutes);
            starts.push((row.start, row.minutes));
        }
        assert_eq!(starts, [(510, 60), (570, 180), (750, 60), (810, 120), (1170, 60), (1230, 60)]);
    }

    #[test]
    fn a_day_in_twenty_four_hours_stays_as_it_is() {
        assert_eq!(row("13:00-15:00: Reading", Some(780)), Some((13, 120, "Reading")));
        assert_eq!(row("22:00–1:00 Night shift", Some(600)), Some((22, 180, "Night shift")));
    }

    #[test]
    fn am_and_pm_are_kept() {
        assert_eq!(row("7 am - 8 am Run", None), Some((7, 60, "Run")));
        assert_eq!(row("9-11 pm Write", None), Some((21, 120, "Write")));
        assert_eq!(row("12:00 PM – 1:00 PM Lunch", None), Some((12, 60, "Lunch")));
    }

    #[test]
    fn a_start_alone_is_read_too() {
        assert_eq!(start_at("at 7:30 pm: Choir (2 hours)", None), Some((1170, "Choir (2 hours)")));
        assert_eq!(start_at("2:00 Choir", Some(780)), Some((840, "Choir")));
        assert_eq!(start_at("7 songs", None), None);
        assert_eq!(start_at("2:00pm", None), Some((840, "")));
    }

    #[test]
    fn other_numbers_are_no_times() {
        for text in ["5-10 per day", "2 hours", "1. Wake", "9-11 items", "25:00-26:00 x"] {
            assert_eq!(row(text, None), None, "{text}");
        }
    }
}
