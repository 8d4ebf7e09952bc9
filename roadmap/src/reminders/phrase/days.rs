//! Days in words.

use super::Unclear;
use super::reader::Reader;
use chrono::{Datelike, Month, NaiveDate, NaiveDateTime, Weekday};

/// A day, or several, as words have them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Day {
    Today,
    Tonight,
    Tomorrow,
    /// The next that is such a day.
    Next(Weekday),
    On(NaiveDate),
    /// In so many minutes.
    In(u32),
    Every,
    EveryWeekday,
    EveryWeek(Weekday),
    /// A day of each month.
    EveryMonth(u8),
}

/// The day that comes next; none where the words say nothing of one.
pub(super) fn day(reader: &mut Reader<'_>, now: NaiveDateTime) -> Result<Option<Day>, Unclear> {
    let begin = reader.taken();
    let found = any(reader, now);
    if !matches!(found, Ok(Some(_))) {
        reader.back_to(begin);
    }
    found
}

fn any(reader: &mut Reader<'_>, now: NaiveDateTime) -> Result<Option<Day>, Unclear> {
    if let Some(found) = named(reader) {
        return Ok(Some(found));
    }
    if reader.takes(&["every", "each"]) {
        return every(reader);
    }
    if reader.takes(&["weekly"]) {
        reader.takes(&["on"]);
        return Ok(weekday(reader).map(|(weekday, _)| Day::EveryWeek(weekday)));
    }
    if reader.takes(&["monthly"]) {
        reader.takes(&["on"]);
        reader.takes(&["the"]);
        return Ok(ordinal(reader)?.map(Day::EveryMonth));
    }
    if reader.takes(&["in"]) {
        return minutes(reader);
    }
    let on = reader.takes(&["on"]);
    reader.takes(&["next", "this"]);
    if let Some((weekday, many)) = weekday(reader) {
        return Ok(Some(if many { Day::EveryWeek(weekday) } else { Day::Next(weekday) }));
    }
    if let Some(date) = date(reader, now)? {
        return Ok(Some(Day::On(date)));
    }
    if reader.takes(&["the"]) || on {
        let day = ordinal(reader)?;
        of_each_month(reader);
        return Ok(day.map(Day::EveryMonth));
    }
    Ok(None)
}

fn named(reader: &mut Reader<'_>) -> Option<Day> {
    let found = match reader.peek()?.as_str() {
        "today" => Day::Today,
        "tonight" => Day::Tonight,
        "tomorrow" => Day::Tomorrow,
        "daily" | "everyday" => Day::Every,
        "weekdays" | "workdays" => Day::EveryWeekday,
        _ => return None,
    };
    reader.take(1);
    Some(found)
}

/// What follows "every".
fn every(reader: &mut Reader<'_>) -> Result<Option<Day>, Unclear> {
    if reader.takes(&["day"]) {
        return Ok(Some(Day::Every));
    }
    if reader.takes(&["weekday", "workday"]) {
        return Ok(Some(Day::EveryWeekday));
    }
    // The word is the time too.
    if matches!(reader.peek().as_deref(), Some("morning" | "afternoon" | "evening")) {
        return Ok(Some(Day::Every));
    }
    if let Some((weekday, _)) = weekday(reader) {
        return Ok(Some(Day::EveryWeek(weekday)));
    }
    if reader.takes(&["month", "months"]) {
        reader.takes(&["on"]);
        reader.takes(&["the"]);
        return Ok(ordinal(reader)?.map(Day::EveryMonth));
    }
    if reader.takes(&["week"]) {
        reader.takes(&["on"]);
        return Ok(weekday(reader).map(|(weekday, _)| Day::EveryWeek(weekday)));
    }
    let day = ordinal(reader)?;
    of_each_month(reader);
    Ok(day.map(Day::EveryMonth))
}

/// "of the month", "of each month".
fn of_each_month(reader: &mut Reader<'_>) {
    let begin = reader.taken();
    let whole = reader.takes(&["of"]) && reader.takes(&["the", "each", "every"]) && reader.takes(&["month"]);
    if !whole {
        reader.back_to(begin);
    }
}

/// A weekday, and whether several are meant: "fridays".
fn weekday(reader: &mut Reader<'_>) -> Option<(Weekday, bool)> {
    let word = reader.peek()?;
    let found = weekday_named(&word).map(|day| (day, false));
    let found = found.or_else(|| {
        let one = word.strip_suffix('s').filter(|one| one.ends_with("day"))?;
        weekday_named(one).map(|day| (day, true))
    })?;
    reader.take(1);
    Some(found)
}

fn weekday_named(word: &str) -> Option<Weekday> {
    Some(match word {
        "mon" | "monday" => Weekday::Mon,
        "tue" | "tues" | "tuesday" => Weekday::Tue,
        "wed" | "weds" | "wednesday" => Weekday::Wed,
        "thu" | "thur" | "thurs" | "thursday" => Weekday::Thu,
        "fri" | "friday" => Weekday::Fri,
        "sat" | "saturday" => Weekday::Sat,
        "sun" | "sunday" => Weekday::Sun,
        _ => return None,
    })
}

/// "1st", "31st": a day of a month.
fn ordinal(reader: &mut Reader<'_>) -> Result<Option<u8>, Unclear> {
    let Some(word) = reader.peek() else { return Ok(None) };
    let Some(day) = ordinal_of(&word) else { return Ok(None) };
    let fits = u8::try_from(day).ok().filter(|day| (1..=31).contains(day));
    let day = fits.ok_or(Unclear::NoDayOfMonth { word })?;
    reader.take(1);
    Ok(Some(day))
}

fn ordinal_of(word: &str) -> Option<u32> {
    ["st", "nd", "rd", "th"].iter().find_map(|ending| digits(word.strip_suffix(ending)?))
}

/// "20 minutes", "an hour", "2 days", after "in".
fn minutes(reader: &mut Reader<'_>) -> Result<Option<Day>, Unclear> {
    let Some(word) = reader.peek() else { return Ok(None) };
    let half = word == "half" && reader.peek_after(1).as_deref() == Some("an");
    let (count, unit_at) = match word.as_str() {
        _ if half => (30, 2),
        "a" | "an" | "one" => (1, 1),
        word => match digits(word) {
            Some(count) => (count, 1),
            None => return Ok(None),
        },
    };
    let minutes = match reader.peek_after(unit_at).as_deref() {
        Some("hour") if half => 1,
        Some("min" | "mins" | "minute" | "minutes") => 1,
        Some("h" | "hour" | "hours") => 60,
        Some("day" | "days") => 24 * 60,
        Some("week" | "weeks") => 7 * 24 * 60,
        _ => return Ok(None),
    };
    let minutes = count.checked_mul(minutes).ok_or(Unclear::TooFar)?;
    if minutes == 0 {
        return Err(Unclear::Nothing);
    }
    reader.take(unit_at + 1);
    Ok(Some(Day::In(minutes)))
}

/// "2026-12-01", "1 december", "december 1st 2026": without a year the next such day.
fn date(reader: &mut Reader<'_>, now: NaiveDateTime) -> Result<Option<NaiveDate>, Unclear> {
    let Some(word) = reader.peek() else { return Ok(None) };
    if word.len() == 10
        && let [year, month, day] = word.split('-').collect::<Vec<_>>()[..]
        && let (Some(year), Some(month), Some(day)) = (digits(year), digits(month), digits(day))
    {
        let date = i32::try_from(year).ok().and_then(|year| NaiveDate::from_ymd_opt(year, month, day));
        let date = date.ok_or(Unclear::NoDate { words: word })?;
        reader.take(1);
        return Ok(Some(date));
    }
    let Some(second) = reader.peek_after(1) else { return Ok(None) };
    let number = |word: &str| ordinal_of(word).or_else(|| digits(word));
    let (day, month) = match (number(&word), month(&second), month(&word), number(&second)) {
        (Some(day), Some(month), ..) | (_, _, Some(month), Some(day)) => (day, month),
        _ => return Ok(None),
    };
    let year = reader.peek_after(2).filter(|year| year.len() == 4);
    let year = year.and_then(|year| i32::try_from(digits(&year)?).ok());
    let words = format!("{word} {second}");
    let month = month.number_from_month();
    let on = |year| NaiveDate::from_ymd_opt(year, month, day);
    let date = match year {
        Some(year) => on(year),
        // 29 February may be some years away.
        None => (now.year()..=now.year().saturating_add(8)).filter_map(on).find(|date| *date >= now.date()),
    };
    let date = date.ok_or(Unclear::NoDate { words })?;
    reader.take(if year.is_some() { 3 } else { 2 });
    Ok(Some(date))
}

fn month(word: &str) -> Option<Month> {
    if word == "sept" { Some(Month::September) } else { word.parse().ok() }
}

/// A number of up to nine digits.
fn digits(word: &str) -> Option<u32> {
    let fits = !word.is_empty() && word.len() <= 9 && word.bytes().all(|byte| byte.is_ascii_digit());
    if fits { word.parse().ok() } else { None }
}
