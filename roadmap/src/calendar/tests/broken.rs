//! Broken calendars: what is broken is named, and the rest is read.

use super::*;

/// A calendar whose first and last event are sound, with others between them.
fn between(events: &str) -> String {
    let sound = |day: u32| {
        format!("BEGIN:VEVENT\nSUMMARY:Sound\nDTSTART:202612{day:02}T080000Z\nDURATION:PT1H\nEND:VEVENT\n")
    };
    format!("BEGIN:VCALENDAR\n{}{events}{}END:VCALENDAR\n", sound(1), sound(20))
}

/// What is said where the two sound events are still read.
fn said_of(events: &str) -> Vec<String> {
    let overlay = read(&between(events), "2026-11-30", "2026-12-31", Tz::UTC);
    assert_eq!(overlay.busy.iter().filter(|busy| busy.title == "Sound").count(), 2, "{events}");
    said(&overlay)
}

fn said_of_lines(lines: &str) -> Vec<String> {
    said_of(&format!("BEGIN:VEVENT\n{lines}\nEND:VEVENT\n"))
}

#[test]
fn an_event_without_a_readable_time_is_named() {
    assert_eq!(said_of_lines("SUMMARY:A"), ["line 7: the event has no start: it was left out"]);
    assert_eq!(
        said_of_lines("DTSTART:tomorrow"),
        ["line 8: DTSTART is \"tomorrow\", which is not a date or time: the event was left out"]
    );
    for wrong in ["20261301T000000Z", "20261130T250000Z", "2026113", "20261130T0800Z", "", "２０261130"] {
        assert_eq!(said_of_lines(&format!("DTSTART:{wrong}")).len(), 1, "{wrong}");
    }
    for wrong in ["1 hour", "P", "PT", "P1H", "PT1D", "P99999999999D", "P1DT-1H"] {
        let said = said_of_lines(&format!("DTSTART:20261130T080000Z\nDURATION:{wrong}"));
        assert!(said[0].starts_with("line 9: DURATION is"), "{wrong}: {said:?}");
    }
}

#[test]
fn an_event_that_ends_before_it_begins_is_named() {
    let said = ["line 7: the event ends before it begins: it was left out"];
    assert_eq!(said_of_lines("DTSTART:20261130T080000Z\nDTEND:20261130T075959Z"), said);
    assert_eq!(said_of_lines("DTSTART;VALUE=DATE:20261130\nDTEND;VALUE=DATE:20261129"), said);
    assert_eq!(said_of_lines("DTSTART:20261130T080000Z\nDURATION:-PT1H"), said);
    let zones = "DTSTART;TZID=America/New_York:20261130T080000\nDTEND;TZID=Europe/Berlin:20261130T090000";
    assert_eq!(said_of_lines(zones), said);
    let flight = "DTSTART;TZID=Europe/Berlin:20261130T120000\nDTEND;TZID=America/New_York:20261130T100000";
    assert_eq!(said_of_lines(flight), [""; 0], "a flight lands earlier by the clock than it began");
}

#[test]
fn a_rule_that_is_not_understood_is_named() {
    for (rule, part) in [
        ("FREQ=FORTNIGHTLY", "FREQ=FORTNIGHTLY"),
        ("COUNT=3", "COUNT=3"),
        ("FREQ=DAILY;INTERVAL=0", "INTERVAL=0"),
        ("FREQ=DAILY;COUNT=-1", "COUNT=-1"),
        ("FREQ=MONTHLY;BYDAY=XX", "BYDAY=XX"),
        ("FREQ=MONTHLY;BYDAY=0MO", "BYDAY=0MO"),
        ("FREQ=MONTHLY;BYMONTHDAY=32", "BYMONTHDAY=32"),
        ("FREQ=DAILY;UNTIL=later", "UNTIL=later"),
        ("FREQ=MONTHLY;SKIP=FORWARD", "SKIP=FORWARD"),
        ("", ""),
    ] {
        let said = said_of_lines(&format!("DTSTART:20261130T080000Z\nDURATION:PT1H\nRRULE:{rule}"));
        assert_eq!(
            said,
            [format!("line 10: the rule says {part:?}, which is not understood: the event was left out")]
        );
    }
}

#[test]
fn an_event_without_an_end_line_is_named_and_the_next_one_read() {
    let said = said_of("BEGIN:VEVENT\nDTSTART:20261130T080000Z\nDURATION:PT1H\n");
    assert_eq!(said, ["line 7: VEVENT has no end: VEVENT was left out"]);
    let alarm = said_of("BEGIN:VEVENT\nDTSTART:20261130T080000Z\nDURATION:PT1H\nBEGIN:VALARM\nEND:VEVENT\n");
    assert_eq!(alarm, [""; 0], "an alarm's end is no matter");
}

#[test]
fn a_line_that_is_no_property_is_named_and_its_event_read() {
    let text = between(
        "BEGIN:VEVENT\nSUMMARY:A\nDTSTART:20261130T080000Z\nas agreed by phone\nDURATION:PT1H\nEND:VEVENT\n",
    );
    let overlay = read(&text, "2026-11-30", "2026-12-31", Tz::UTC);
    assert_eq!(overlay.busy.len(), 3);
    assert_eq!(said(&overlay), ["line 10: \"as agreed by phone\" is no property: the line was left out"]);
}

#[test]
fn a_calendar_cut_short_anywhere_is_read_up_to_there() {
    let text = include_str!("moved.ics");
    let whole = read(text, "2026-11-30", "2026-12-31", Tz::UTC);
    for end in "BEGIN:VCALENDAR".len()..text.len() {
        let overlay =
            overlay(&text.as_bytes()[..end], "choir.ics", date("2026-11-30")..date("2026-12-31"), &Tz::UTC);
        let overlay = overlay.expect("a calendar");
        let is_whole = text[end..].trim().is_empty();
        assert_eq!(overlay.problems.is_empty(), is_whole, "cut at {end}");
        if is_whole {
            assert_eq!(overlay, whole);
        }
    }
    let short = text.trim_end().trim_end_matches("END:VCALENDAR");
    let overlay = read(short, "2026-11-30", "2026-12-31", Tz::UTC);
    assert_eq!(overlay.busy, whole.busy);
    assert_eq!(
        said(&overlay),
        ["line 1: the calendar has no end, so the rest of it may be missing: what was there has been read"]
    );
}

#[test]
fn what_is_no_calendar_is_refused_and_says_so() {
    let refused = |bytes: &[u8]| {
        overlay(bytes, "notes.txt", date("2026-11-30")..date("2026-12-31"), &Tz::UTC).unwrap_err()
    };
    for bytes in [
        &b""[..],
        b"# Notes\n\nBuy milk: today\n",
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
        b"\xff\xfe\0\0",
        b"<html>",
    ] {
        let said = refused(bytes).to_string();
        assert_eq!(
            said,
            "notes.txt is not a calendar (no line says BEGIN:VCALENDAR): choose an iCalendar file, such as basic.ics"
        );
    }
}

#[test]
fn a_calendar_that_is_too_long_is_refused_unread() {
    let bytes = vec![b'A'; MOST_BYTES + 1];
    let error = overlay(&bytes, "years.ics", date("2026-11-30")..date("2026-12-31"), &Tz::UTC).unwrap_err();
    assert_eq!(
        error.to_string(),
        "years.ics has 50000001 bytes, and a calendar may have 50000000: export a shorter time of it"
    );
}

#[test]
fn messages_repeat_only_the_beginning_of_what_is_wrong() {
    let said = said_of_lines(&format!("DTSTART:{}", "9".repeat(1_000_000)));
    assert!(said[0].len() < 200, "{}", said[0].len());
}
