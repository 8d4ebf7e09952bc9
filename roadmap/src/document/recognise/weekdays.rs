//! Weekdays in words: "Monday-Friday", "Mon, Wed & Fri", "Weeknights", "Weekend".

use super::ranges::{Tongue, behind_and, behind_until};
use chrono::Weekday;
use chrono::Weekday::{Fri, Mon, Sat, Sun, Thu, Tue, Wed};

/// The days from Monday.
pub(super) const WEEK: [Weekday; 7] = [Mon, Tue, Wed, Thu, Fri, Sat, Sun];

/// The days that a text begins with, and what follows them.
pub(super) fn days_at(text: &str) -> Option<(Vec<Weekday>, &str)> {
    let (word, rest) = word(text);
    if !may_be_days(word) {
        return None;
    }
    match word.to_lowercase().as_str() {
        "weekdays" | "weeknights" | "workdays" | "weekday" | "weeknight" => {
            return Some((WEEK[..5].to_vec(), rest));
        }
        "weekend" | "weekends" => return Some((WEEK[5..].to_vec(), rest)),
        "daily" => return Some((WEEK.to_vec(), rest)),
        "every" | "each" => {
            let (word, rest) = self::word(rest.trim_start());
            return match word.to_lowercase().as_str() {
                "day" => Some((WEEK.to_vec(), rest)),
                word => day(word).map(|day| (vec![day], rest)),
            };
        }
        _ => {}
    }
    let mut days = vec![day(word)?];
    let mut rest = rest;
    loop {
        let dash = behind_until(rest, Tongue::Any);
        let comma = rest.trim_start().strip_prefix([',', '/', '+']).or_else(|| behind_and(rest, Tongue::Any));
        let Some(next) = dash.or(comma) else { break };
        let (word, after) = self::word(next.trim_start());
        let Some(next) = day(word) else { break };
        if dash.is_some() {
            while let Some(last) = days.last().copied()
                && last != next
                && days.len() < 7
            {
                days.push(last.succ());
            }
        } else {
            days.push(next);
        }
        rest = after;
    }
    days.sort_by_key(Weekday::num_days_from_monday);
    days.dedup();
    Some((days, rest))
}

/// True for a text that begins with the name of a day.
pub(in crate::document) fn begins_with_day(text: &str) -> bool {
    day(word(text).0).is_some()
}

/// True for what says that nothing is done on a day.
pub(super) fn is_off(words: &str) -> bool {
    ["rest", "off", "rest day", "day off"].iter().any(|off| off.eq_ignore_ascii_case(words.trim()))
}

fn word(text: &str) -> (&str, &str) {
    text.split_at(text.find(|c: char| !c.is_alphabetic()).unwrap_or(text.len()))
}

/// False for most words, from their first letter.
fn may_be_days(word: &str) -> bool {
    let first = word.bytes().next().map(|first| first.to_ascii_lowercase());
    first.is_some_and(|first| b"mtwfsdeljv".contains(&first))
}

fn day(word: &str) -> Option<Weekday> {
    if !may_be_days(word) {
        return None;
    }
    let word = word.to_lowercase();
    let of_day = |word: &&str| ["day", "tag", "woch"].iter().any(|end| word.ends_with(end));
    let word = word.strip_suffix('s').filter(of_day).unwrap_or(&word);
    Some(match word {
        "monday" | "mon" | "montag" | "lunes" | "lundi" => Mon,
        "tuesday" | "tue" | "tues" | "dienstag" | "martes" | "mardi" => Tue,
        "wednesday" | "wed" | "mittwoch" | "miércoles" | "mercredi" => Wed,
        "thursday" | "thu" | "thur" | "thurs" | "donnerstag" | "jueves" | "jeudi" => Thu,
        "friday" | "fri" | "freitag" | "viernes" | "vendredi" => Fri,
        "saturday" | "sat" | "samstag" | "sonnabend" | "sábado" | "samedi" => Sat,
        "sunday" | "sun" | "sonntag" | "domingo" | "dimanche" => Sun,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ranges_and_lists_of_days_are_read() {
        assert_eq!(days_at("Monday-Friday:"), Some((WEEK[..5].to_vec(), ":")));
        assert_eq!(days_at("Tue – Thu run"), Some((vec![Tue, Wed, Thu], " run")));
        assert_eq!(days_at("Mon, Wed & Fri: run"), Some((vec![Mon, Wed, Fri], ": run")));
        assert_eq!(days_at("Saturdays and Sundays"), Some((vec![Sat, Sun], "")));
        assert_eq!(days_at("Saturday to Monday"), Some((vec![Mon, Sat, Sun], "")));
        assert_eq!(days_at("Weeknights (2 hours)"), Some((WEEK[..5].to_vec(), " (2 hours)")));
        assert_eq!(days_at("Every day"), Some((WEEK.to_vec(), "")));
    }

    #[test]
    fn days_are_read_in_other_languages() {
        assert_eq!(days_at("Montag: Atem"), Some((vec![Mon], ": Atem")));
        assert_eq!(days_at("Montag bis Freitag"), Some((WEEK[..5].to_vec(), "")));
        assert_eq!(days_at("Dienstags und donnerstags"), Some((vec![Tue, Thu], "")));
        assert_eq!(days_at("Lunes a viernes: coro"), Some((WEEK[..5].to_vec(), ": coro")));
        assert_eq!(days_at("Samedi et dimanche"), Some((WEEK[5..].to_vec(), "")));
        assert_eq!(days_at("Montage: Bilder"), None);
    }

    #[test]
    fn other_words_are_no_days() {
        assert_eq!(days_at("Month 1"), None);
        assert_eq!(days_at("Weekly"), None);
        assert_eq!(days_at("Sundry"), None);
        assert_eq!(days_at("Saturday, then rest"), Some((vec![Sat], ", then rest")));
    }
}
