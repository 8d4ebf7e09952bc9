//! Many rules cost little.

use super::*;
use chrono::Weekday;

#[test]
fn a_thousand_rules_are_looked_at_a_few_times_each() {
    let timings = [
        Timing::Daily { minute: 540 },
        Timing::Weekdays { minute: 545 },
        Timing::Weekly { weekday: Weekday::Fri, minute: 550 },
        Timing::Monthly { day: 31, minute: 555 },
        Timing::Once { on: day(2), minute: 560 },
    ];
    let rules = (0..1000).map(|number| own(number, timings[usize::try_from(number).unwrap() % 5]));
    let mut bench = Bench::with(rules.collect(), Vec::new());
    let now = utc(8, 0);
    assert!(
        bench.situation(now).looked_at() <= 200 * (10 + 8 + 2 + 1 + 1),
        "{}",
        bench.situation(now).looked_at()
    );
    bench.due(now);
    assert_eq!(bench.next(now), Some(utc(9, 0)), "the heart sleeps until the first of them");
    assert_eq!(bench.due(utc(9, 0)).len(), 200);
    assert_eq!(bench.next(utc(9, 0)), Some(utc(9, 5)));
}
