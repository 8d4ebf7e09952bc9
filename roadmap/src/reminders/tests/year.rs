//! Over 400 days in every zone, with a clock that goes right or wrong: none twice, none missed.

use super::*;
use chrono::{Datelike, Days, Offset, TimeZone, Weekday};
use chrono_tz::{America, Asia, Australia, Europe, Pacific, TZ_VARIANTS};
use proptest::prelude::*;

const DAYS: usize = 400;
/// How often is asked where it is asked at fixed times, and not when the next is due.
const SELDOM: TimeDelta = TimeDelta::hours(12);

/// The blocks from yesterday to the day after tomorrow: at a time of day that zones skip or repeat, at midnight, and at
/// noon.
fn around(zone: Tz, today: NaiveDate) -> Vec<Upcoming> {
    let days = (today - Days::new(1)).iter_days().take(4);
    let blocks = days.flat_map(|date| {
        [("night", time(2, 15)), ("midnight", time(0, 0)), ("noon", time(11, 0))]
            .map(|(name, start)| block(zone, &format!("{date} {name}"), date.and_time(start), 45))
    });
    blocks.collect()
}

/// Every kind of rule, at times of day that zones skip or repeat too.
fn rules(begin: DateTime<Utc>) -> Vec<Rule> {
    let timings = [
        Timing::Daily { minute: 2 * 60 + 30 },
        Timing::Daily { minute: 0 },
        Timing::Weekdays { minute: 60 },
        Timing::Weekly { weekday: Weekday::Sun, minute: 150 },
        Timing::Monthly { day: 31, minute: 1439 },
    ];
    let own = timings.into_iter().zip(1..).map(|(timing, number)| own(number, timing));
    let usual = Rule::all_usual().filter(|rule| rule.id.0 != "week-end");
    usual.chain(own).map(|rule| Rule { on: true, since: begin, ..rule }).collect()
}

/// A plan with something that ends every fortnight.
fn plan() -> PlanDays {
    let events = |offset: usize| {
        day(1).iter_days().skip(offset).step_by(14).take(28).map(|on| {
            let subject = format!("event {on}");
            PlanEvent { subject, title: "Stage".to_owned(), on, open: 1, of: 2 }
        })
    };
    PlanDays { first: day(1), last: None, checkpoints: events(10).collect(), gates: events(13).collect() }
}

fn begin(zone: Tz) -> DateTime<Utc> {
    resolve(zone, day(1).and_time(NaiveTime::MIN))
}

/// Lives some days in a zone as the app does: asks when the next is due, as a day begins, and at least every so often;
/// `clock` tells how wrong the clock is then.
fn live(
    zone: Tz,
    days: usize,
    longest: TimeDelta,
    clock: impl Fn(DateTime<Utc>) -> TimeDelta,
) -> Vec<Occurrence> {
    let begin = begin(zone);
    let mut bench = Bench { zone, since: begin, plan: Some(plan()), ..Bench::with(rules(begin), Vec::new()) };
    let remembering = Remembering::new(&zone);
    let mut loaded = None;
    let mut real = begin;
    let end = begin + TimeDelta::days(days as i64);
    while real < end {
        let now = real + clock(real);
        let today = zone.local_day(now, DayBoundary::default());
        if loaded.replace(today) != Some(today) {
            bench.blocks = around(zone, today);
        }
        let due = bench.situation_in(&remembering, now).due();
        bench.take(due);
        if longest == SELDOM {
            real += longest;
            continue;
        }
        let situation = bench.situation_in(&remembering, now);
        let next = situation.next().into_iter().chain([situation.local.end_of(today)]).min().unwrap();
        real += longest.min(next - now).max(TimeDelta::seconds(1));
    }
    bench.inbox
}

/// How many of a rule each date has.
fn by_date(inbox: &[Occurrence]) -> BTreeMap<(&str, NaiveDate), usize> {
    let mut counts = BTreeMap::new();
    for occurrence in inbox {
        *counts.entry((occurrence.key.rule.0.as_str(), occurrence.key.at.date())).or_default() += 1;
    }
    counts
}

#[track_caller]
fn none_twice(zone: Tz, inbox: &[Occurrence]) {
    let keys: HashSet<_> = inbox.iter().map(|occurrence| &occurrence.key).collect();
    assert_eq!(keys.len(), inbox.len(), "no doubles in {zone}");
}

/// What the rules above have on a date, said by the calendar alone.
#[track_caller]
fn none_missed(zone: Tz, inbox: &[Occurrence], days: usize) {
    let counts = by_date(inbox);
    for (number, date) in day(1).iter_days().take(days).enumerate() {
        let weekday = date.weekday();
        let last = date.succ_opt().unwrap().day() == 1;
        let working = usize::from(!matches!(weekday, Weekday::Sat | Weekday::Sun));
        let on = |wanted| usize::from(weekday == wanted);
        let expected = [
            ("block-start", 3),
            ("block-end", 3),
            // A block after midnight is of the evening before, which has blocks of its own.
            ("day-start", 1),
            ("day-end", 1),
            ("nothing-by-noon", 1),
            ("weekly-planning", on(Weekday::Sun)),
            ("weekly-reflection", on(Weekday::Sun)),
            ("networking", on(Weekday::Wed)),
            ("checkpoint", usize::from(number % 14 == 10)),
            ("gate", usize::from(number % 14 == 13)),
            ("own-1", 1),
            ("own-2", 1),
            ("own-3", working),
            ("own-4", on(Weekday::Sun)),
            ("own-5", usize::from(last)),
        ];
        for (rule, count) in expected {
            assert_eq!(counts.get(&(rule, date)).copied().unwrap_or(0), count, "{rule} on {date} in {zone}");
        }
    }
}

/// One zone of each set whose clocks show the same all the while.
fn every_zone() -> Vec<Tz> {
    let mut seen = HashSet::new();
    let hours = (-48..24 * (DAYS as i64 + 2)).step_by(3);
    let mut zones = TZ_VARIANTS.to_vec();
    zones.retain(|zone| {
        let offsets: Vec<i32> = hours
            .clone()
            .map(|hour| {
                let at = utc(0, 0) + TimeDelta::hours(hour);
                zone.offset_from_utc_datetime(&at.naive_utc()).fix().local_minus_utc()
            })
            .collect();
        seen.insert(offsets)
    });
    zones
}

#[test]
fn over_four_hundred_days_each_comes_exactly_once_in_every_zone() {
    let zones = every_zone();
    assert!(zones.len() > 50, "{}", zones.len());
    for zone in zones {
        let inbox = live(zone, DAYS, SELDOM, |_| TimeDelta::zero());
        none_twice(zone, &inbox);
        none_missed(zone, &inbox, DAYS - 1);
    }
}

const ZONES: [Tz; 6] = [
    Europe::Berlin,
    America::New_York,
    Australia::Lord_Howe,
    America::Santiago,
    Pacific::Chatham,
    Asia::Kathmandu,
];

#[test]
fn who_asks_when_the_next_is_due_has_each_in_time() {
    for zone in ZONES {
        let inbox = live(zone, DAYS, TimeDelta::days(1), |_| TimeDelta::zero());
        none_twice(zone, &inbox);
        none_missed(zone, &inbox, DAYS - 1);
        assert!(inbox.iter().all(Occurrence::is_open), "none late in {zone}");
    }
}

#[test]
fn a_clock_that_goes_wrong_and_right_again_brings_none_twice_and_loses_none() {
    for zone in ZONES {
        let inbox = live(zone, 150, TimeDelta::minutes(50), |real| match real.hour() {
            3 => TimeDelta::hours(-5),
            11 => TimeDelta::hours(-1),
            15 => TimeDelta::hours(9),
            22 => TimeDelta::minutes(70),
            _ => TimeDelta::zero(),
        });
        none_twice(zone, &inbox);
        none_missed(zone, &inbox, 148);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn whatever_the_clock_and_the_zone_do_none_comes_twice_and_none_is_lost(
        jumps in prop::collection::vec((0_i64..1440, -2880_i64..2880, 0_usize..6), 1..40),
    ) {
        let first = begin(ZONES[0]);
        let mut bench = Bench { zone: ZONES[0], since: first, ..Bench::with(rules(first), Vec::new()) };
        bench.rules.retain(|rule| !rule.kind.is_of_plan());
        let mut now = first;
        for (pass, jump, zone) in &jumps {
            now += TimeDelta::minutes(*pass);
            bench.due(now);
            bench.zone = ZONES[*zone];
            bench.due(now + TimeDelta::minutes(*jump));
        }
        let last = bench.zone.local(now).date();
        bench.due(now);
        none_twice(bench.zone, &bench.inbox);
        // What began before the first moment in the first zone was never to come.
        for date in (day(1) + Days::new(2)).iter_days().take_while(|date| *date < last) {
            if (last - date).num_days() <= 7 {
                let daily = bench.inbox.iter().filter(|it| it.key.rule.0 == "own-2" && it.key.at.date() == date);
                prop_assert_eq!(daily.count(), 1, "{}", date);
            }
        }
    }
}
