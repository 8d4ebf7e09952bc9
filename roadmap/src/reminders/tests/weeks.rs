//! How a week ended is said once.

use super::*;
use crate::progress::{Standing, WeekEnd};

/// A week that was over on 7 December at 4:00, to be said at 9:00.
fn a_week_behind() -> Bench {
    let next = day(7).and_time(time(9, 0)).and_utc();
    let end = WeekEnd {
        week: NaiveDate::from_ymd_opt(2026, 11, 30).unwrap(),
        standing: Standing::Behind,
        minutes: 360,
    };
    let week = EndedWeek {
        end,
        number: 1,
        at: day(7).and_time(time(4, 0)),
        due: next,
        until: day(8).and_time(time(4, 0)).and_utc(),
    };
    Bench { week: Some(week), ..Bench::new(Vec::new()) }
}

#[test]
fn a_week_that_ends_behind_is_said_once_as_the_next_days_work_begins() {
    let mut bench = a_week_behind();
    let due = day(7).and_time(time(9, 0)).and_utc();
    assert_eq!(bench.ask(due - TimeDelta::minutes(1)), []);
    assert_eq!(bench.next(due - TimeDelta::hours(3)), Some(due));
    assert_eq!(bench.ask(due).len(), 1);
    assert_eq!(bench.ask(due + TimeDelta::days(2)), []);
    bench.week.as_mut().unwrap().due += TimeDelta::hours(2);
    assert_eq!(
        bench.ask(due + TimeDelta::days(3)),
        [],
        "work that begins later that day says it no second time"
    );
}

#[test]
fn how_a_week_ended_is_news_all_day_and_later_only_kept() {
    let due = day(7).and_time(time(9, 0)).and_utc();
    let told = |now| a_week_behind().ask(now).into_iter().map(|(_, answer)| answer).collect::<Vec<_>>();
    assert_eq!(told(due + TimeDelta::hours(12)), [None]);
    assert_eq!(told(due + TimeDelta::minutes(19 * 60 + 1)), [Some(Answer::Missed)]);
}

#[test]
fn a_plan_made_after_the_week_says_nothing_of_it() {
    let mut bench = a_week_behind();
    bench.since = day(7).and_time(time(10, 0)).and_utc();
    assert_eq!(bench.ask(bench.since), []);
}
