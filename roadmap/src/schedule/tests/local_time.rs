//! Local time in zones that change their clocks.

use super::super::{DayBoundary, local_day, resolve};
use crate::plan::fixture::date;
use chrono::{
    DateTime, Days, FixedOffset, MappedLocalTime, NaiveDate, NaiveDateTime, TimeDelta, TimeZone, Utc,
};
use chrono_tz::{
    Africa::Casablanca, America::Havana, America::New_York, Australia::Lord_Howe, Europe::Berlin,
    Pacific::Apia, Tz,
};

/// When days end unless the person says otherwise.
const FOUR: DayBoundary = DayBoundary(4 * 60);

fn utc(text: &str) -> DateTime<Utc> {
    text.parse().expect("an instant")
}

#[test]
fn an_ordinary_time_is_that_time() {
    assert_eq!(resolve(&Berlin, date("2026-11-30"), 9 * 60), utc("2026-11-30T08:00:00Z"));
}

#[test]
fn in_a_gap_it_is_the_first_valid_time() {
    let end = utc("2027-03-28T01:00:00Z");
    for minute in [2 * 60, 2 * 60 + 30, 3 * 60] {
        assert_eq!(resolve(&Berlin, date("2027-03-28"), minute), end, "{minute}");
    }
    assert_eq!(resolve(&Lord_Howe, date("2027-10-03"), 2 * 60 + 10), utc("2027-10-02T15:30:00Z"));
}

#[test]
fn in_a_fold_it_is_the_first() {
    assert_eq!(resolve(&Berlin, date("2026-10-25"), 2 * 60 + 30), utc("2026-10-25T00:30:00Z"));
    assert_eq!(resolve(&New_York, date("2026-11-01"), 90), utc("2026-11-01T05:30:00Z"));
}

#[test]
fn a_day_that_a_zone_left_out_becomes_the_next_midnight() {
    assert_eq!(resolve(&Apia, date("2011-12-30"), 9 * 60), utc("2011-12-30T10:00:00Z"));
}

#[test]
fn minutes_beyond_midnight_are_on_the_next_day() {
    assert_eq!(resolve(&Berlin, date("2026-11-30"), 25 * 60), utc("2026-12-01T00:00:00Z"));
    assert_eq!(resolve(&Berlin, date("2027-03-27"), 26 * 60 + 30), utc("2027-03-28T01:00:00Z"));
}

#[test]
fn work_after_midnight_counts_for_the_evening_before() {
    let day = |text| local_day(&Berlin, utc(text), FOUR);
    assert_eq!(day("2026-12-01T02:59:59Z"), date("2026-11-30"), "03:59:59");
    assert_eq!(day("2026-12-01T03:00:00Z"), date("2026-12-01"), "04:00");
    assert_eq!(local_day(&Berlin, utc("2026-12-01T02:59:59Z"), DayBoundary(0)), date("2026-12-01"));
    assert_eq!(local_day(&Casablanca, utc("2026-12-01T02:30:00Z"), FOUR), date("2026-11-30"));
}

#[test]
fn a_day_begins_at_the_persons_own_boundary() {
    let day = |minutes, text| local_day(&Berlin, utc(text), DayBoundary(minutes));
    assert_eq!(day(0, "2026-11-30T22:59:59Z"), date("2026-11-30"), "23:59:59");
    assert_eq!(day(0, "2026-11-30T23:30:00Z"), date("2026-12-01"), "0:30");
    assert_eq!(day(360, "2026-12-01T04:30:00Z"), date("2026-11-30"), "5:30");
    assert_eq!(day(360, "2026-12-01T05:00:00Z"), date("2026-12-01"), "6:00");
}

#[test]
fn days_end_at_a_whole_quarter_of_an_hour_until_six() {
    for minutes in [0, 15, 240, 360] {
        assert_eq!(DayBoundary(minutes).check(), Ok(()), "{minutes}");
    }
    for minutes in [1, 247, 375, 1440, u16::MAX] {
        let refused = DayBoundary(minutes).check().expect_err("no boundary").to_string();
        assert!(refused.contains(&format!("{minutes} minutes after midnight")), "{refused}");
    }
    assert_eq!(DayBoundary(60).day_end(), 1500);
    assert_eq!(DayBoundary(u16::MAX).day_end(), u16::MAX);
}

#[test]
fn a_day_that_has_begun_goes_on_where_the_clock_is_set_back_over_its_boundary() {
    let day = |text| local_day(&Berlin, utc(text), DayBoundary(150));
    let (before, after) = (date("2026-10-24"), date("2026-10-25"));
    assert_eq!(day("2026-10-25T00:29:59Z"), before, "2:29:59 in summer time");
    assert_eq!(day("2026-10-25T00:30:00Z"), after, "2:30 in summer time");
    assert_eq!(day("2026-10-25T01:00:00Z"), after, "2:00 in winter time");
    assert_eq!(day("2026-10-25T01:45:00Z"), after, "2:45 in winter time");
}

#[test]
fn a_boundary_that_the_clock_leaves_out_is_when_it_goes_on() {
    let day = |text| local_day(&Berlin, utc(text), DayBoundary(150));
    assert_eq!(day("2027-03-28T00:59:59Z"), date("2027-03-27"), "1:59:59");
    assert_eq!(day("2027-03-28T01:00:00Z"), date("2027-03-28"), "3:00");
}

#[test]
fn whenever_days_end_none_comes_back_and_each_begins_when_it_is_reckoned_to() {
    let nights: [(Tz, &str); 6] = [
        (Berlin, "2027-03-27"),
        (Berlin, "2026-10-24"),
        (New_York, "2026-10-31"),
        (Havana, "2026-10-31"),
        (Lord_Howe, "2027-04-03"),
        (Casablanca, "2027-02-06"),
    ];
    for (tz, night) in nights {
        let night = date(night);
        for boundary in (0..=DayBoundary::LATEST).step_by(DayBoundary::STEP.into()).map(DayBoundary) {
            let begins = resolve(&tz, night + Days::new(1), boundary.0);
            let from = resolve(&tz, night, 20 * 60);
            for minute in 0..16 * 60 {
                let instant = from + TimeDelta::minutes(minute);
                let day = if instant < begins { night } else { night + Days::new(1) };
                assert_eq!(local_day(&tz, instant, boundary), day, "{tz} {boundary:?} {instant}");
            }
        }
    }
}

#[test]
fn no_instant_is_out_of_reach() {
    assert_eq!(local_day(&Berlin, DateTime::<Utc>::MAX_UTC, FOUR).to_string(), "+262142-12-31");
    let _ = local_day(&Apia, DateTime::<Utc>::MIN_UTC, FOUR);
    let _ = local_day(&Apia, DateTime::<Utc>::MIN_UTC, DayBoundary(0));
    let _ = local_day(&Berlin, DateTime::<Utc>::MAX_UTC, DayBoundary(u16::MAX));
    let _ = resolve(&Apia, NaiveDate::MAX, u16::MAX);
}

#[test]
fn in_every_zone_a_day_of_blocks_keeps_its_order_and_its_date() {
    for tz in chrono_tz::TZ_VARIANTS {
        for day in 0..400 {
            let date = date("2026-11-30") + Days::new(day);
            let [morning, noon, evening] = [9, 12, 21].map(|hour| resolve(&tz, date, hour * 60));
            assert!(morning < noon && noon < evening, "{tz} {date}");
            let next = resolve(&tz, date + Days::new(1), 9 * 60);
            assert!(evening < next, "{tz} {date}: each block is there exactly once");
            for instant in [morning, noon, evening] {
                assert_eq!(local_day(&tz, instant, FOUR), date, "{tz}");
            }
        }
    }
}

#[test]
fn each_minute_of_a_changing_night_comes_no_earlier_than_the_one_before() {
    let nights: [(Tz, &str); 5] = [
        (Berlin, "2027-03-28"),
        (Berlin, "2026-10-25"),
        (New_York, "2027-03-14"),
        (Lord_Howe, "2027-10-03"),
        (Casablanca, "2027-02-07"),
    ];
    for (tz, night) in nights {
        let instants: Vec<_> = (0..2880).map(|minute| resolve(&tz, date(night), minute)).collect();
        assert!(instants.is_sorted(), "{tz} {night}");
        let wall = |instant: &DateTime<Utc>| tz.from_utc_datetime(&instant.naive_utc()).naive_local();
        assert!(instants.iter().map(wall).collect::<Vec<_>>().is_sorted(), "{tz} {night}");
    }
}

/// Finland in autumn 2026: 04:00 becomes 03:00. Like the system's own zone it takes 04:00 for ambiguous, although
/// only the second one is ever shown.
#[derive(Clone)]
struct Helsinki;

impl Helsinki {
    fn change() -> NaiveDateTime {
        utc("2026-10-25T01:00:00Z").naive_utc()
    }

    fn hours_ahead(hours: i32) -> FixedOffset {
        FixedOffset::east_opt(hours * 3600).expect("an offset")
    }
}

impl TimeZone for Helsinki {
    type Offset = FixedOffset;

    fn from_offset(_: &FixedOffset) -> Self {
        Self
    }

    fn offset_from_local_date(&self, _: &NaiveDate) -> MappedLocalTime<FixedOffset> {
        MappedLocalTime::None
    }

    fn offset_from_local_datetime(&self, local: &NaiveDateTime) -> MappedLocalTime<FixedOffset> {
        let [summer, winter] = [3, 2].map(Self::hours_ahead);
        match *local {
            local if local < Self::change() + winter => MappedLocalTime::Single(summer),
            local if local <= Self::change() + summer => MappedLocalTime::Ambiguous(summer, winter),
            _ => MappedLocalTime::Single(winter),
        }
    }

    fn offset_from_utc_date(&self, _: &NaiveDate) -> FixedOffset {
        Self::hours_ahead(2)
    }

    fn offset_from_utc_datetime(&self, utc: &NaiveDateTime) -> FixedOffset {
        Self::hours_ahead(if *utc < Self::change() { 3 } else { 2 })
    }
}

#[test]
fn the_end_of_a_fold_is_no_part_of_it() {
    let night = date("2026-10-25");
    assert_eq!(resolve(&Helsinki, night, 3 * 60 + 30), utc("2026-10-25T00:30:00Z"));
    let morning = resolve(&Helsinki, night, FOUR.0);
    assert_eq!(morning, utc("2026-10-25T02:00:00Z"), "when the clock first shows 04:00");
    assert_eq!(local_day(&Helsinki, morning, FOUR), night);
}
