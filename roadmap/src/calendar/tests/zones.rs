//! The zones that calendars name and describe.

use super::*;
use chrono::{Days, NaiveDateTime, NaiveTime, TimeDelta};

fn in_zone(zone: &str, start: &str) -> String {
    event(&format!("DTSTART;TZID={zone}:{start}\nDURATION:PT1H"))
}

fn start(text: &str) -> DateTime<Utc> {
    let overlay = read(text, "2026-01-01", "2028-01-01", Tz::UTC);
    assert_eq!(overlay.problems, [], "{text}");
    overlay.busy[0].from
}

#[test]
fn zones_are_known_by_each_of_their_names() {
    let berlin = utc("2026-12-01T08:00:00Z");
    for name in [
        "Europe/Berlin",
        "W. Europe Standard Time",
        "\"W. Europe Standard Time\"",
        "/freeassociation.sourceforge.net/Europe/Berlin",
        "/example.org/20260101_1/Europe/Berlin",
    ] {
        assert_eq!(start(&in_zone(name, "20261201T090000")), berlin, "{name}");
    }
    assert_eq!(start(&in_zone("Pacific Standard Time", "20260701T090000")), utc("2026-07-01T16:00:00Z"));
    assert_eq!(start(&in_zone("UTC", "20260701T090000")), utc("2026-07-01T09:00:00Z"));
}

#[test]
fn an_unknown_zone_is_taken_as_local_and_said_once() {
    let one = in_zone("Middle-earth/Bree", "20261201T090000");
    let two = one.replace("END:VCALENDAR\n", "") + &one.replace("BEGIN:VCALENDAR\n", "");
    let overlay = read(&two, "2026-11-30", "2026-12-31", chrono_tz::Europe::Berlin);
    assert_eq!(
        overlay.busy.iter().map(|busy| busy.from).collect::<Vec<_>>(),
        [utc("2026-12-01T08:00:00Z"); 2]
    );
    assert_eq!(
        said(&overlay),
        ["line 6: the time zone \"Middle-earth/Bree\" is unknown: its times were taken as local ones"]
    );
}

#[test]
fn a_time_in_a_gap_is_reckoned_from_before_it_and_in_a_fold_the_first() {
    let berlin = |time| start(&in_zone("Europe/Berlin", time));
    assert_eq!(berlin("20270328T023000"), utc("2027-03-28T01:30:00Z"), "03:30 in summer");
    assert_eq!(berlin("20261025T023000"), utc("2026-10-25T00:30:00Z"));
    assert_eq!(start(&in_zone("Europe/Berlin", "20261025T023015")), utc("2026-10-25T00:30:15Z"));
}

#[test]
fn a_calendar_may_describe_a_zone_of_its_own() {
    let text = include_str!("own_zone.ics");
    let overlay = read(text, "2026-01-01", "2028-01-01", Tz::UTC);
    assert_eq!(said(&overlay), [""; 0]);
    let starts: Vec<_> = overlay.busy.iter().map(|busy| busy.from).collect();
    let expected =
        ["2026-07-01T07:00:00Z", "2026-10-25T00:30:00Z", "2026-12-01T08:00:00Z", "2027-03-28T01:30:00Z"];
    assert_eq!(starts, expected.map(utc), "summer, fold, winter and gap, as in Berlin");
}

#[test]
fn a_description_that_is_broken_leaves_the_zone_unknown() {
    let text = include_str!("own_zone.ics").replace("TZOFFSETFROM:+0100", "TZOFFSETFROM:one hour");
    let overlay = read(&text, "2026-01-01", "2028-01-01", Tz::UTC);
    assert_eq!(overlay.busy.len(), 4);
    let said = said(&overlay);
    assert!(said[0].contains("\"Choir Hall\" can't be read"), "{said:?}");
    assert!(said[1].contains("\"Choir Hall\" is unknown"), "{said:?}");
}

/// How far clocks in Berlin are ahead through a year, by the zone data and by a description.
#[test]
fn a_described_clock_shows_what_the_zone_data_says_all_year() {
    let described = include_str!("own_zone.ics");
    let head = described.split("BEGIN:VEVENT").next().unwrap();
    let mut wall = date("2026-01-01").and_time(NaiveTime::MIN);
    let mut events = [String::new(), String::new()];
    while wall.date() < date("2027-12-31") {
        for (events, zone) in events.iter_mut().zip(["Choir Hall", "Europe/Berlin"]) {
            let time = wall.format("%Y%m%dT%H%M%S");
            events
                .push_str(&format!("BEGIN:VEVENT\nDTSTART;TZID={zone}:{time}\nDURATION:PT1M\nEND:VEVENT\n"));
        }
        wall += TimeDelta::minutes(95);
    }
    let read = |events: &String| {
        let text = format!("{head}{events}END:VCALENDAR\n");
        let overlay = read(&text, "2025-12-01", "2028-02-01", Tz::UTC);
        assert_eq!(overlay.problems, []);
        overlay.busy.into_iter().map(|busy| busy.from).collect::<Vec<_>>()
    };
    assert_eq!(read(&events[0]), read(&events[1]));
}

#[test]
fn a_daily_time_keeps_its_hour_in_every_zone() {
    for tz in chrono_tz::TZ_VARIANTS {
        let text =
            event(&format!("DTSTART;TZID={}:20260101T120000\nDURATION:PT1H\nRRULE:FREQ=DAILY", tz.name()));
        let overlay = read(&text, "2026-11-01", "2027-11-01", tz);
        assert_eq!(overlay.problems, [], "{tz}");
        let noon = |day: u64| -> NaiveDateTime {
            (date("2026-11-01") + Days::new(day)).and_time(NaiveTime::from_hms_opt(12, 0, 0).unwrap())
        };
        let shown: Vec<_> =
            overlay.busy.iter().map(|busy| busy.from.with_timezone(&tz).naive_local()).collect();
        assert_eq!(shown, (0..365).map(noon).collect::<Vec<_>>(), "{tz}");
    }
}
