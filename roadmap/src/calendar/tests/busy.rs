//! Which events keep a person busy, and when.

use super::*;

const DAYS: (&str, &str) = ("2026-11-30", "2026-12-07");

fn in_berlin(lines: &str) -> Vec<String> {
    shown(&event(lines), DAYS.0, DAYS.1, chrono_tz::Europe::Berlin)
}

#[test]
fn an_event_has_an_end_or_a_duration() {
    assert_eq!(in_berlin("DTSTART:20261130T080000Z\nDTEND:20261130T093000Z"), ["2026-11-30 09:00 - 10:30"]);
    assert_eq!(in_berlin("DTSTART:20261130T080000Z\nDURATION:PT1H30M"), ["2026-11-30 09:00 - 10:30"]);
    assert_eq!(
        in_berlin("DTSTART:20261130T080000Z\nDURATION:P1W2DT3H"),
        ["2026-11-30 09:00 - 2026-12-09 12:00"]
    );
}

#[test]
fn an_event_without_an_end_takes_no_time() {
    assert_eq!(in_berlin("DTSTART:20261130T080000Z"), [""; 0]);
    assert_eq!(in_berlin("DTSTART:20261130T080000Z\nDTEND:20261130T080000Z"), [""; 0]);
}

#[test]
fn a_date_is_a_day_where_the_person_is() {
    let day = event("DTSTART;VALUE=DATE:20261130");
    for tz in [chrono_tz::Europe::Berlin, chrono_tz::Pacific::Apia, chrono_tz::America::New_York] {
        assert_eq!(shown(&day, DAYS.0, DAYS.1, tz), ["2026-11-30 00:00 - 2026-12-01 00:00"], "{tz}");
        assert_eq!(shown(&day, "2026-12-01", "2026-12-02", tz), [""; 0], "{tz}");
        assert!(read(&day, DAYS.0, DAYS.1, tz).busy[0].all_day);
    }
    assert_eq!(
        in_berlin("DTSTART;VALUE=DATE:20261201\nDTEND;VALUE=DATE:20261204"),
        ["2026-12-01 00:00 - 2026-12-04 00:00"]
    );
    assert_eq!(
        in_berlin("DTSTART;VALUE=DATE:20261201\nDTEND;VALUE=DATE:20261201"),
        ["2026-12-01 00:00 - 2026-12-02 00:00"]
    );
    assert_eq!(
        in_berlin("DTSTART:20261201\nDURATION:P2D"),
        ["2026-12-01 00:00 - 2026-12-03 00:00"],
        "without VALUE"
    );
}

#[test]
fn a_floating_time_is_a_time_where_the_person_is() {
    let text = event("DTSTART:20261130T090000\nDTEND:20261130T100000");
    for tz in [chrono_tz::Europe::Berlin, chrono_tz::America::New_York] {
        assert_eq!(shown(&text, DAYS.0, DAYS.1, tz), ["2026-11-30 09:00 - 10:00"]);
    }
}

#[test]
fn what_takes_no_time_is_left_out() {
    let hour = "DTSTART:20261130T080000Z\nDURATION:PT1H";
    for free in
        ["STATUS:CANCELLED", "TRANSP:TRANSPARENT", "transp:transparent", "X-MICROSOFT-CDO-BUSYSTATUS:FREE"]
    {
        assert_eq!(in_berlin(&format!("{hour}\n{free}")), [""; 0], "{free}");
    }
    for busy in ["STATUS:TENTATIVE", "STATUS:CONFIRMED", "TRANSP:OPAQUE", "X-MICROSOFT-CDO-BUSYSTATUS:BUSY"] {
        assert_eq!(in_berlin(&format!("{hour}\n{busy}")).len(), 1, "{busy}");
    }
}

#[test]
fn only_what_reaches_into_the_window_is_told() {
    let text = event("DTSTART;TZID=Europe/Berlin:20261129T230000\nDTEND;TZID=Europe/Berlin:20261130T010000");
    let of = |from, to| shown(&text, from, to, chrono_tz::Europe::Berlin).len();
    assert_eq!(of("2026-11-29", "2026-11-30"), 1);
    assert_eq!(of("2026-11-30", "2026-12-01"), 1);
    assert_eq!(of("2026-12-01", "2026-12-02"), 0);
    assert_eq!(of("2026-11-28", "2026-11-29"), 0);
    let until_midnight = text.replace("20261130T010000", "20261130T000000");
    assert_eq!(shown(&until_midnight, "2026-11-30", "2026-12-01", chrono_tz::Europe::Berlin), [""; 0]);
    let term = event("DTSTART:20260901T060000Z\nDTEND:20270131T060000Z");
    assert_eq!(shown(&term, "2026-11-30", "2026-12-01", Tz::UTC).len(), 1, "longer than the window");
}

#[test]
fn times_are_told_in_order_and_may_overlap() {
    let text = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nSUMMARY:B\nDTSTART:20261201T100000Z\nDURATION:PT1H\nEND:VEVENT\n\
        BEGIN:VEVENT\nSUMMARY:A\nDTSTART:20261201T093000Z\nDURATION:PT1H\nEND:VEVENT\nEND:VCALENDAR\n";
    let titles: Vec<String> =
        read(text, DAYS.0, DAYS.1, Tz::UTC).busy.into_iter().map(|busy| busy.title).collect();
    assert_eq!(titles, ["A", "B"], "without UIDs they have nothing to do with each other");
}

#[test]
fn only_events_count_and_their_alarms_do_not() {
    let text = "BEGIN:VCALENDAR\nBEGIN:VTODO\nSUMMARY:Buy strings\nDTSTART:20261130T080000Z\nDUE:20261130T090000Z\n\
        END:VTODO\nBEGIN:VEVENT\nSUMMARY:Lesson\nDTSTART:20261201T080000Z\nDURATION:PT1H\nBEGIN:VALARM\n\
        SUMMARY:Go\nTRIGGER:-PT15M\nDURATION:PT5M\nEND:VALARM\nLOCATION:Hall\nEND:VEVENT\nEND:VCALENDAR\n";
    let overlay = read(text, DAYS.0, DAYS.1, Tz::UTC);
    assert_eq!(overlay.problems, []);
    let [busy] = overlay.busy.as_slice() else { panic!("one event: {:?}", overlay.busy) };
    assert_eq!((busy.title.as_str(), busy.to), ("Lesson", utc("2026-12-01T09:00:00Z")));
}

#[test]
fn words_are_read_in_whatever_way_they_are_written() {
    let title = |bytes: &[u8]| {
        let overlay = overlay(bytes, "choir.ics", date(DAYS.0)..date(DAYS.1), &Tz::UTC).expect("a calendar");
        assert_eq!(overlay.problems, []);
        overlay.busy[0].title.clone()
    };
    let text = event("DTSTART:20261130T080000Z\nDURATION:PT1H")
        .replace("Choir", "Chor\\, groß\\nund klein\\; \\\\o/");
    let expected = "Chor, groß und klein; \\o/";
    assert_eq!(title(text.as_bytes()), expected);
    assert_eq!(title(text.replace('\n', "\r\n").as_bytes()), expected);
    assert_eq!(title(text.replace('\n', "\r").as_bytes()), expected);
    assert_eq!(title(format!("\u{feff}{text}").as_bytes()), expected, "with a byte order mark");
    let latin: Vec<u8> = text.chars().map(|letter| u8::try_from(u32::from(letter)).unwrap()).collect();
    assert_eq!(title(&latin), expected, "Latin-1");
    // Folded in the middle of the two bytes of a letter, as the RFC once asked for.
    let at = text.find('ß').unwrap() + 1;
    let folded = [&text.as_bytes()[..at], b"\r\n\t", &text.as_bytes()[at..]].concat();
    assert_eq!(title(&folded), expected);
}

#[test]
fn names_and_values_are_read_in_any_case_and_with_parameters_of_any_kind() {
    let text = "begin:vcalendar\nbegin:vevent\nsummary;language=\"a:b;c\":Choir\n\
        dtstart;x-a=\"1;2:3\";tzid=\"Europe/Berlin\":20261130T090000\nduration:PT1H\nend:vevent\nend:vcalendar\n";
    assert_eq!(shown(text, DAYS.0, DAYS.1, chrono_tz::Europe::Berlin), ["2026-11-30 09:00 - 10:00"]);
}
