//! Reminders in plain words.

use super::*;
use crate::reminders::phrase::{Phrase, parse, print};
use chrono::Weekday;
use chrono_tz::Europe;
use proptest::prelude::*;

/// Tuesday, 1 December 2026, 10:00 in UTC.
fn read(phrase: &str) -> Phrase {
    parse(phrase, utc(10, 0), &Tz::UTC, true).unwrap_or_else(|error| panic!("{phrase}: {error}"))
}

#[track_caller]
fn reads(phrase: &str, timing: Timing, text: &str) {
    assert_eq!(read(phrase), Phrase { timing, text: text.to_owned() }, "{phrase}");
}

const fn once(on: NaiveDate, minute: u16) -> Timing {
    Timing::Once { on, minute }
}

fn weekly(weekday: Weekday, minute: u16) -> Timing {
    Timing::Weekly { weekday, minute }
}

#[test]
fn phrases_as_people_write_them() {
    reads("every friday 17:00", weekly(Weekday::Fri, 1020), "");
    reads("tomorrow 9am call Ada", once(day(2), 540), "call Ada");
    reads("daily 21:30 write", Timing::Daily { minute: 1290 }, "write");
    reads("weekdays at 8", Timing::Weekdays { minute: 480 }, "");
    reads("on the 1st 10:00 pay rent", Timing::Monthly { day: 1, minute: 600 }, "pay rent");
    reads("in 20 minutes", once(day(1), 620), "");
}

#[test]
fn the_same_said_otherwise() {
    reads("Every Friday at 5 PM: review", weekly(Weekday::Fri, 1020), "review");
    reads("fridays at 17h review", weekly(Weekday::Fri, 1020), "review");
    reads("weekly on fri 17.00", weekly(Weekday::Fri, 1020), "");
    reads("every week on friday at noon", weekly(Weekday::Fri, 720), "");
    reads("call Ada tomorrow at 9", once(day(2), 540), "call Ada");
    reads("tomorrow call Ada at 9:15", once(day(2), 555), "call Ada");
    reads("remind me tomorrow morning to call Ada", once(day(2), 540), "call Ada");
    reads("Remind me to stretch in half an hour", once(day(1), 630), "stretch");
    reads("in an hour - stretch", once(day(1), 660), "stretch");
    reads("in 2 days look again", once(day(3), 600), "look again");
    reads("9:30 pm read", once(day(1), 1290), "read");
    reads("9:30 read", once(day(2), 570), "read");
    reads("tonight water plants", once(day(1), 1140), "water plants");
    reads("friday call Ada", once(day(4), 540), "call Ada");
    reads("tuesday 11:00 call", once(day(1), 660), "call");
    reads("tuesday 9:00 call", once(day(8), 540), "call");
    reads("every morning run", Timing::Daily { minute: 540 }, "run");
    reads("monthly on the 31st at 18:00 pay", Timing::Monthly { day: 31, minute: 1080 }, "pay");
    reads("every 15th of the month pay", Timing::Monthly { day: 15, minute: 540 }, "pay");
    reads("on 24 december 18:00 carols", once(day(24), 1080), "carols");
    reads("dec 24th carols", once(day(24), 540), "carols");
    reads("2026-12-24 at 18:00: carols", once(day(24), 1080), "carols");
    let leap = NaiveDate::from_ymd_opt(2028, 2, 29).unwrap();
    reads("29 feb dance", once(leap, 540), "dance");
    let new_year = NaiveDate::from_ymd_opt(2027, 1, 1).unwrap();
    reads("1 january 2027 0:00 cheer", once(new_year, 0), "cheer");
}

#[test]
fn numbers_that_are_no_times_stay_in_the_text() {
    reads("daily 8 pushups", Timing::Daily { minute: 540 }, "8 pushups");
    reads("tomorrow at 9: 5pm is too late", once(day(2), 540), "5pm is too late");
    reads("tomorrow: 5pm is too late", once(day(2), 540), "5pm is too late");
}

#[test]
fn with_twelve_hours_a_bare_one_to_six_is_in_the_afternoon() {
    let minute = |phrase, hours_24| parse(phrase, utc(10, 0), &Tz::UTC, hours_24).unwrap().timing.minute();
    assert_eq!(minute("tomorrow at 5", false), Some(1020));
    assert_eq!(minute("tomorrow at 7", false), Some(420));
    assert_eq!(minute("tomorrow at 5", true), Some(300));
    assert_eq!(minute("tomorrow at 5am", false), Some(300));
    assert_eq!(minute("tomorrow at 12 am", false), Some(0));
}

#[test]
fn what_is_not_understood_says_what_was_and_gives_examples() {
    let why = |phrase: &str| {
        let error = parse(phrase, utc(10, 0), &Tz::UTC, true).expect_err(phrase).to_string();
        assert!(error.contains("“every friday 17:00”"), "{error}");
        error
    };
    assert!(why("call Ada").starts_with("Nothing in “call Ada” says when."));
    assert!(why("").starts_with("Say when, and of what."));
    assert!(
        why("tomorrow at 25:00 call").starts_with("“25:00” is no time of day. Understood was “tomorrow”.")
    );
    assert!(why("daily at 13pm").starts_with("“13pm” is no time of day."));
    assert!(why("on the 32nd pay").starts_with("No month has a day “32nd”."));
    assert!(why("30 february").starts_with("There is no “30 february”."));
    assert!(why("2026-13-01 x").starts_with("There is no “2026-13-01”."));
    assert!(why("today at 9:00").starts_with("Tuesday, 1 December at 9:00 is over."));
    assert!(why("2020-01-01").contains("is over."));
    assert!(why("in 0 minutes").starts_with("In no time at all is now."));
    assert!(why("in 999999999 weeks").starts_with("That is more than five years away."));
    assert!(why("2099-01-01").starts_with("That is more than five years away."));
    assert!(why(&"x ".repeat(300)).starts_with("A reminder has at most 300 letters."));
}

#[test]
fn in_some_minutes_is_never_early_also_while_the_clock_changes() {
    // Berlin's clock goes back at 1:00 of UTC on 25 October 2026, and forward at that time on 28 March 2027.
    for (month, date, year) in [(10, 25, 2026), (3, 28, 2027)] {
        let day = NaiveDate::from_ymd_opt(year, month, date).unwrap();
        for minute in -180..180 {
            let now = day.and_time(time(1, 0)).and_utc() + TimeDelta::seconds(60 * minute + 30);
            let phrase = parse("in 20 minutes", now, &Europe::Berlin, true).unwrap();
            let Timing::Once { on, minute } = phrase.timing else { panic!("{phrase:?}") };
            let due = Europe::Berlin.resolve(on, minute);
            assert!(due >= now + TimeDelta::minutes(20), "{now}: {phrase:?}");
            assert!(due <= now + TimeDelta::minutes(81), "{now}: {phrase:?}");
        }
    }
}

fn any_timing() -> impl Strategy<Value = Timing> {
    let minute = 0_u16..1440;
    let weekday = (0_u8..7).prop_map(|day| Weekday::try_from(day).unwrap());
    prop_oneof![
        (1_u32..1800, minute.clone())
            .prop_map(|(days, minute)| once(day(1) + chrono::Days::new(days.into()), minute)),
        minute.clone().prop_map(|minute| Timing::Daily { minute }),
        minute.clone().prop_map(|minute| Timing::Weekdays { minute }),
        (weekday, minute.clone()).prop_map(|(weekday, minute)| weekly(weekday, minute)),
        (1_u8..=31, minute).prop_map(|(day, minute)| Timing::Monthly { day, minute }),
    ]
}

/// Texts, many of words that phrases are made of.
fn any_text() -> impl Strategy<Value = String> {
    let word = prop_oneof![
        prop::sample::select(vec![
            "pm",
            "am",
            "at",
            "9",
            "9:00",
            "9pm:",
            ":",
            "-",
            "to",
            "every",
            "friday",
            "on",
            "the",
            "1st",
            "in",
            "20",
            "minutes",
            "noon",
            "tomorrow",
            "call",
            "Ada",
            "of",
            "month",
            "2026-12-24",
            "remind",
            "me",
            "2027",
        ])
        .prop_map(str::to_owned),
        "\\PC{1,8}",
    ];
    prop::collection::vec(word, 0..8)
        .prop_map(|words| words.join(" ").split_whitespace().collect::<Vec<_>>().join(" "))
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn what_is_printed_reads_as_the_same(timing in any_timing(), text in any_text(), hours_24: bool) {
        let phrase = Phrase { timing, text };
        let printed = print(&phrase, hours_24);
        let read = parse(&printed, utc(10, 0), &Tz::UTC, hours_24);
        prop_assert_eq!(read, Ok(phrase), "{}", printed);
    }

    #[test]
    fn no_phrase_makes_it_panic(text in any_text(), wild in "\\PC{0,60}", hours_24: bool) {
        for phrase in [&text, &wild, &format!("{text} {wild}"), &format!("in {wild} {text}")] {
            if let Ok(read) = parse(phrase, utc(10, 0), &Tz::UTC, hours_24) {
                let rule = Rule::own(1, read.timing, &read.text, utc(10, 0));
                prop_assert_eq!(rule.check(), Ok(()), "{}", phrase);
            }
        }
    }
}
