//! Repeating events against another program's reckoning, in windows near and far.

use super::*;
use crate::calendar::recurrence::{Rule, Work, occurrences};
use chrono::{NaiveDateTime, TimeDelta};
use proptest::prelude::*;

fn some<T: std::fmt::Debug + Clone + ToString>(
    name: &'static str,
    one: impl Strategy<Value = T> + Clone,
    most: usize,
) -> impl Strategy<Value = String> {
    let list = prop::collection::vec(one, 1..=most);
    prop::option::weighted(0.35, list).prop_map(move |list| {
        let joined = |list: Vec<T>| list.iter().map(ToString::to_string).collect::<Vec<_>>().join(",");
        list.map(|list| format!(";{name}={}", joined(list))).unwrap_or_default()
    })
}

/// From either end.
fn either(most: i32) -> impl Strategy<Value = i32> + Clone {
    prop_oneof![1..=most, -most..=-1]
}

/// Weeks that are in one year only: of the others, that program leaves out those that began in the year before.
fn inner_weeks() -> impl Strategy<Value = i32> + Clone {
    prop_oneof![2..=51, -51..=-2]
}

fn weekdays() -> impl Strategy<Value = String> + Clone {
    prop::sample::select(vec!["MO", "TU", "WE", "TH", "FR", "SA", "SU"]).prop_map(str::to_owned)
}

fn rule() -> impl Strategy<Value = String> {
    // Where a list has some weekdays with a place and some without, that program wants both to hold; section 3.3.10
    // calls it a list of days, each of which counts.
    let placed = (either(5), weekdays()).prop_map(|(place, day)| format!("{place}{day}"));
    let days = prop_oneof![some("BYDAY", placed, 3), some("BYDAY", weekdays(), 3)].boxed();
    let ends = prop_oneof![Just(String::new()), (1..60_u32).prop_map(|count| format!(";COUNT={count}"))];
    let common = (1..5_u32, ends, prop::sample::select(vec!["MO", "SU", "TH"]));
    let times = (some("BYHOUR", 0..24_i32, 2), some("BYMINUTE", 0..60_i32, 2));
    let yearly = (
        some("BYMONTH", 1..=12_i32, 3),
        some("BYYEARDAY", either(366), 3),
        some("BYMONTHDAY", either(31), 3),
    );
    let kinds = prop_oneof![
        (yearly, days.clone()).prop_map(|((a, b, c), d)| format!("FREQ=YEARLY{a}{b}{c}{d}")),
        (some("BYWEEKNO", inner_weeks(), 3), weekdays()).prop_filter_map("weeks", |(a, day)| (!a.is_empty())
            .then(|| format!("FREQ=YEARLY{a};BYDAY={day}"))),
        (some("BYMONTH", 1..=12_i32, 3), some("BYMONTHDAY", either(31), 3), days)
            .prop_map(|(a, b, c)| format!("FREQ=MONTHLY{a}{b}{c}")),
        (some("BYMONTH", 1..=12_i32, 3), some("BYDAY", weekdays(), 3))
            .prop_map(|(a, b)| format!("FREQ=WEEKLY{a}{b}")),
        (some("BYMONTH", 1..=12_i32, 3), some("BYMONTHDAY", either(31), 3), some("BYDAY", weekdays(), 3))
            .prop_map(|(a, b, c)| format!("FREQ=DAILY{a}{b}{c}")),
    ];
    let placed = prop::option::weighted(0.3, either(4));
    (kinds, common, times, placed).prop_map(|(kind, (interval, ends, week), (hours, minutes), place)| {
        let has_part = kind.contains("BY") || !hours.is_empty() || !minutes.is_empty();
        let place = place.filter(|_| has_part).map(|place| format!(";BYSETPOS={place}")).unwrap_or_default();
        format!("{kind};INTERVAL={interval};WKST={week}{hours}{minutes}{place}{ends}")
    })
}

/// The first times of a rule by the crate `rrule`.
fn by_another(start: NaiveDateTime, rule: &str) -> Option<Vec<NaiveDateTime>> {
    let text = format!("DTSTART:{}\nRRULE:{rule}", start.format("%Y%m%dT%H%M%SZ"));
    let set: rrule::RRuleSet = text.parse().ok()?;
    let times = set.limit().all(60);
    (!times.limited || times.dates.len() == 60)
        .then(|| times.dates.iter().map(|time| time.naive_utc()).collect())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 150, ..ProptestConfig::default() })]

    #[test]
    fn a_rule_means_what_another_program_takes_it_for(rule in rule(), day in 0..2_000_i64, later in 0..60_usize) {
        let start = date("2019-01-01").and_hms_opt(9, 30, 0).unwrap() + TimeDelta::days(day);
        // That program leaves out a first time that the rule doesn't have; so begin with one that it has.
        let Some(first) = by_another(start, &rule).and_then(|times| times.first().copied()) else { return Ok(()) };
        let Some(expected) = by_another(first, &rule) else { return Ok(()) };
        prop_assume!(expected.first() == Some(&first));
        let end = *expected.last().unwrap() + TimeDelta::seconds(1);
        let read = Rule::read(&rule).unwrap();
        let found = |window| occurrences(&read, first, None, &window, &mut Work::of_a_calendar()).unwrap();
        prop_assert_eq!(&found(first..end), &expected, "{} from {}", rule, first);
        let from = expected[later % expected.len()];
        let rest: Vec<_> = expected.iter().copied().filter(|time| *time >= from).collect();
        prop_assert_eq!(found(from..end), rest, "{} from {}, seen from {}", rule, first, from);
    }
}

#[test]
fn the_last_week_of_a_year_reaches_into_the_next() {
    let text = event("DTSTART;VALUE=DATE:20191228\nRRULE:FREQ=YEARLY;BYWEEKNO=52;BYDAY=SA");
    let days = shown(&text, "2021-12-01", "2023-01-01", Tz::UTC);
    assert_eq!(days, ["2022-01-01 00:00 - 2022-01-02 00:00", "2022-12-31 00:00 - 2023-01-01 00:00"]);
}

#[test]
fn each_of_a_list_of_days_counts() {
    let text = event("DTSTART;VALUE=DATE:20261101\nRRULE:FREQ=MONTHLY;BYDAY=1SU,SA;COUNT=4");
    let days: Vec<_> =
        read(&text, "2026-11-01", "2027-01-01", Tz::UTC).busy.into_iter().map(|busy| busy.from).collect();
    assert_eq!(days, [1, 7, 14, 21].map(|day| utc(&format!("2026-11-{day:02}T00:00:00Z"))));
}

#[test]
fn how_long_ago_a_rule_began_makes_no_difference() {
    let each_second = event("DTSTART:19000101T000000Z\nDURATION:PT1S\nRRULE:FREQ=SECONDLY;INTERVAL=3600");
    assert_eq!(read(&each_second, "2026-11-30", "2026-12-01", Tz::UTC).busy.len(), 24);
    let counted =
        event("DTSTART:20260101T000000Z\nDURATION:PT1S\nRRULE:FREQ=SECONDLY;INTERVAL=3600;COUNT=4000000000");
    assert_eq!(read(&counted, "2026-11-30", "2026-12-01", Tz::UTC).busy.len(), 24);
}

#[test]
fn a_count_ends_a_rule_however_far_from_its_start() {
    let text = event("DTSTART:20200101T090000Z\nDTEND:20200101T100000Z\nRRULE:FREQ=DAILY;COUNT=2527");
    assert_eq!(
        shown(&text, "2026-11-29", "2026-12-31", Tz::UTC),
        ["2026-11-29 09:00 - 10:00", "2026-11-30 09:00 - 10:00", "2026-12-01 09:00 - 10:00"]
    );
}

#[test]
fn dates_are_added_and_taken_away() {
    let text = event(
        "DTSTART:20261130T090000Z\nDTEND:20261130T100000Z\nRRULE:FREQ=DAILY;COUNT=4\n\
         EXDATE:20261201T090000Z,20261202T090000Z\nRDATE:20261205T120000Z,20261130T090000Z\n\
         RDATE;VALUE=PERIOD:20261206T120000Z/PT3H,20261207T120000Z/20261207T123000Z",
    );
    assert_eq!(
        shown(&text, "2026-11-29", "2026-12-31", Tz::UTC),
        [
            "2026-11-30 09:00 - 10:00",
            "2026-12-03 09:00 - 10:00",
            "2026-12-05 12:00 - 13:00",
            "2026-12-06 12:00 - 15:00",
            "2026-12-07 12:00 - 12:30",
        ]
    );
}

#[test]
fn an_exception_by_date_takes_that_days_times_away() {
    let text = event(
        "DTSTART:20261130T090000Z\nDURATION:PT1H\nRRULE:FREQ=DAILY;COUNT=2\nEXDATE;VALUE=DATE:20261130",
    );
    assert_eq!(shown(&text, "2026-11-29", "2026-12-31", Tz::UTC), ["2026-12-01 09:00 - 10:00"]);
}

#[test]
fn single_times_are_moved_and_cancelled() {
    let text = include_str!("moved.ics");
    let berlin = chrono_tz::Europe::Berlin;
    assert_eq!(
        shown(text, "2026-11-30", "2026-12-31", berlin),
        [
            "2026-12-01 19:00 - 21:00",
            "2026-12-09 18:00 - 19:30",
            "2026-12-22 19:00 - 21:00",
            "2026-12-24 10:00 - 11:00",
        ],
        "the 8th is moved to the 9th, the 15th cancelled, the 29th marked as free"
    );
    assert_eq!(read(text, "2026-12-08", "2026-12-09", berlin).busy, [], "moved out of the window");
    let titles: Vec<String> =
        read(text, "2026-12-09", "2026-12-10", berlin).busy.into_iter().map(|busy| busy.title).collect();
    assert_eq!(titles, ["Rehearsal, in the chapel"]);
}

#[test]
fn a_change_to_all_later_times_is_taken_for_one_and_said_so() {
    let text =
        include_str!("moved.ics").replace("RECURRENCE-ID;TZID", "RECURRENCE-ID;RANGE=THISANDFUTURE;TZID");
    let overlay = read(&text, "2026-11-30", "2026-12-31", chrono_tz::Europe::Berlin);
    assert_eq!(overlay.busy.len(), 4);
    assert!(said(&overlay)[0].ends_with("was taken as a change to this one"), "{:?}", said(&overlay));
}

#[test]
fn times_keep_their_length_over_a_change_of_clocks() {
    let night = |end: &str| {
        event(&format!("DTSTART;TZID=Europe/Berlin:20261023T220000\n{end}\nRRULE:FREQ=DAILY;COUNT=3"))
    };
    let shown = |end| shown(&night(end), "2026-10-23", "2026-10-27", chrono_tz::Europe::Berlin);
    let exact = shown("DTEND;TZID=Europe/Berlin:20261024T060000");
    assert_eq!(exact[1], "2026-10-24 22:00 - 2026-10-25 05:00", "eight hours, one of them twice");
    assert_eq!(shown("DURATION:PT8H"), exact);
    assert_eq!(shown("DURATION:P1D")[1], "2026-10-24 22:00 - 2026-10-25 22:00", "a day, of 25 hours");
}
