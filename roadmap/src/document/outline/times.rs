//! Lines that begin with a day of the week or a time of day: those of a paragraph are lines of their own.

use crate::document::recognise::begins_with_day;

/// True for a line that begins with a day of the week ("Mon/Wed 18:00") or a time of day ("18:00–19:30").
pub(super) fn begins_with_time(line: &str) -> bool {
    begins_with_day(line) || begins_with_clock(line)
}

fn begins_with_clock(line: &str) -> bool {
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let behind = line.get(digits..).unwrap_or_default().as_bytes();
    let is_minute = matches!(behind, [b':', b'0'..=b'5', b'0'..=b'9', ..]);
    let word: Vec<u8> = behind
        .trim_ascii_start()
        .iter()
        .take_while(|c| c.is_ascii_alphabetic())
        .map(u8::to_ascii_lowercase)
        .collect();
    matches!(digits, 1 | 2) && (is_minute || word == b"am" || word == b"pm")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_and_times_are_told_from_other_beginnings() {
        for line in
            ["Mon/Wed/Fri 6:00-7:00 Swim", "Saturday:", "Thurs: off", "6:00 - 9:00 Read", "7 pm Choir", "7am"]
        {
            assert!(begins_with_time(line), "{line}");
        }
        for line in
            ["Month 1", "Sunken ships", "Friends come", "10 songs", "6 to 9", "2026 in short", "", "7 amps"]
        {
            assert!(!begins_with_time(line), "{line}");
        }
    }
}
