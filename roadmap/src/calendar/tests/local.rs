//! Busy times by the days and minutes of a clock on the wall.

use super::super::DayTimes;
use super::*;
use crate::schedule::BusyTime;
use chrono::NaiveDateTime;
use chrono_tz::Europe::Berlin;
use std::collections::BTreeMap;
use std::ops::Range;

/// The times of one calendar by day.
fn by_day(
    busy: &[Busy],
    days: &Range<NaiveDate>,
    local: impl Fn(DateTime<Utc>) -> NaiveDateTime,
) -> BTreeMap<NaiveDate, Vec<BusyTime>> {
    let mut times = DayTimes::default();
    times.add(busy, days, local);
    times.into_map()
}

/// What a clock in Berlin shows of a calendar of one event, as day, start and end.
fn days(lines: &str) -> Vec<String> {
    let busy = read(&event(lines), "2026-01-01", "2027-12-31", Berlin).busy;
    let local = |at: DateTime<Utc>| at.with_timezone(&Berlin).naive_local();
    let line = |day: NaiveDate, start: u16, end: u16| {
        format!("{day} {}:{:02} - {}:{:02}", start / 60, start % 60, end / 60, end % 60)
    };
    let days = by_day(&busy, &(date("2026-01-01")..date("2027-12-31")), local);
    days.iter().flat_map(|(day, times)| times.iter().map(|time| line(*day, time.start, time.end))).collect()
}

#[test]
fn a_time_is_cut_at_midnight_and_ends_with_it() {
    assert_eq!(
        days("DTSTART:20261130T220000\nDTEND:20261201T013000"),
        ["2026-11-30 22:00 - 24:00", "2026-12-01 0:00 - 1:30"]
    );
    assert_eq!(days("DTSTART:20261130T220000\nDTEND:20261201T000000"), ["2026-11-30 22:00 - 24:00"]);
}

#[test]
fn whole_days_are_whole_on_each_of_them() {
    assert_eq!(
        days("DTSTART;VALUE=DATE:20261130\nDTEND;VALUE=DATE:20261202"),
        ["2026-11-30 0:00 - 24:00", "2026-12-01 0:00 - 24:00"]
    );
}

#[test]
fn a_whole_day_before_a_midnight_that_is_skipped_has_nothing_of_the_next_day() {
    for (zone, from, to) in [
        (chrono_tz::Africa::Cairo, "20260423", "20260424"),
        (chrono_tz::America::Havana, "20260307", "20260308"),
        (chrono_tz::America::Santiago, "20260905", "20260906"),
        (chrono_tz::Asia::Beirut, "20260328", "20260329"),
    ] {
        let text = event(&format!("DTSTART;VALUE=DATE:{from}\nDTEND;VALUE=DATE:{to}"));
        let busy = read(&text, "2026-01-01", "2026-12-31", zone).busy;
        let local = |at: DateTime<Utc>| at.with_timezone(&zone).naive_local();
        let days = by_day(&busy, &(date("2026-01-01")..date("2026-12-31")), local);
        let told: Vec<String> = days.keys().map(|day| day.format("%Y%m%d").to_string()).collect();
        assert_eq!(told, [from], "{zone}");
    }
}

#[test]
fn a_minute_that_is_busy_in_part_is_busy() {
    assert_eq!(days("DTSTART:20261130T090030\nDTEND:20261130T094501"), ["2026-11-30 9:00 - 9:46"]);
}

#[test]
fn an_hour_that_is_skipped_is_within_what_goes_on_over_it() {
    assert_eq!(days("DTSTART:20260329T003000Z\nDTEND:20260329T013000Z"), ["2026-03-29 1:30 - 3:30"]);
}

#[test]
fn an_hour_that_comes_twice_is_busy_where_either_is() {
    assert_eq!(
        days("DTSTART:20261025T003000Z\nDTEND:20261025T011500Z"),
        ["2026-10-25 2:30 - 3:00", "2026-10-25 2:00 - 2:15"],
        "from the first 2:30 to the second 2:15"
    );
    assert_eq!(days("DTSTART:20261025T013000Z\nDTEND:20261025T020000Z"), ["2026-10-25 2:30 - 3:00"]);
    assert_eq!(days("DTSTART:20261025T003000Z\nDTEND:20261025T023000Z"), ["2026-10-25 2:00 - 3:30"]);
}

#[test]
fn what_goes_on_over_the_hour_that_comes_twice_is_one_time() {
    assert_eq!(
        days("DTSTART;VALUE=DATE:20261025\nDTEND;VALUE=DATE:20261026"),
        ["2026-10-25 0:00 - 24:00"],
        "a whole day"
    );
    assert_eq!(
        days("DTSTART:20261024T220000\nDTEND:20261025T060000"),
        ["2026-10-24 22:00 - 24:00", "2026-10-25 0:00 - 6:00"],
        "a night"
    );
}

#[test]
fn a_time_that_began_long_ago_is_cut_to_the_days_that_are_looked_at() {
    let long = "DTSTART:19960101T000000Z\nDTEND:20560101T000000Z";
    let shown = days(long);
    assert_eq!((shown.len(), shown[0].as_str()), (729, "2026-01-01 0:00 - 24:00"));
    assert_eq!(shown[728], "2027-12-30 0:00 - 24:00");
}

#[test]
fn however_many_times_go_on_for_long_no_more_than_the_most_are_kept_and_whose_are_left_out_is_known() {
    let days = date("2026-01-01")..date("2026-01-11");
    let long = Busy {
        from: utc("1996-01-01T00:00:00Z"),
        to: utc("2056-01-01T00:00:00Z"),
        title: String::new(),
        all_day: true,
    };
    let mut times = DayTimes::default();
    let mut add = |count: usize| times.add(&vec![long.clone(); count], &days, |at| at.naive_utc());
    assert_eq!([add(MOST_TIMES / 10 - 1), add(1)], [true, true], "as many as there is room for");
    assert_eq!([add(0), add(1)], [true, false]);
    assert_eq!(times.into_map().values().map(Vec::len).sum::<usize>(), MOST_TIMES);
}

#[test]
fn what_waymark_wrote_itself_keeps_nobody_busy() {
    let text = event("DTSTART:20261130T080000Z\nDURATION:PT1H");
    assert_eq!(read(&text, "2026-11-30", "2026-12-07", Berlin).busy.len(), 1);
    let own = text.replace("UID:1\n", "UID:2026-11-30/block-1@5f0c.waymark\n");
    assert_eq!(read(&own, "2026-11-30", "2026-12-07", Berlin).busy, []);
}
