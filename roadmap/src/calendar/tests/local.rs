//! Busy times by the days and minutes of a clock on the wall.

use super::super::by_day;
use super::*;
use chrono_tz::Europe::Berlin;

/// What a clock in Berlin shows of a calendar of one event, as day, start and end.
fn days(lines: &str) -> Vec<String> {
    let busy = read(&event(lines), "2026-01-01", "2027-12-31", Berlin).busy;
    let local = |at: DateTime<Utc>| at.with_timezone(&Berlin).naive_local();
    let line = |day: NaiveDate, start: u16, end: u16| {
        format!("{day} {}:{:02} - {}:{:02}", start / 60, start % 60, end / 60, end % 60)
    };
    let days = by_day(&busy, local);
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
    assert_eq!(
        days("DTSTART:20261025T003000Z\nDTEND:20261025T023000Z"),
        ["2026-10-25 2:30 - 3:00", "2026-10-25 2:00 - 3:30"]
    );
}

#[test]
fn what_waymark_wrote_itself_keeps_nobody_busy() {
    let text = event("DTSTART:20261130T080000Z\nDURATION:PT1H");
    assert_eq!(read(&text, "2026-11-30", "2026-12-07", Berlin).busy.len(), 1);
    let own = text.replace("UID:1\n", "UID:2026-11-30/block-1@5f0c.waymark\n");
    assert_eq!(read(&own, "2026-11-30", "2026-12-07", Berlin).busy, []);
}
