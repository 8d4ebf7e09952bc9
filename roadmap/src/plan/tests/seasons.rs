//! What a template that takes over inside a stage changes of what weeks ask.

use super::super::fixture::{date, hours, phase, range, resting, roadmap, stage};
use super::super::{Pace, date_stages, demand};
use super::plan;
use crate::Category::Study;
use crate::schedule::{DaysOff, Relief, Schedule, Season};
use chrono::{Days, NaiveDate, Weekday};
use proptest::prelude::*;

const FIVE: &[Weekday] = &[Weekday::Sat, Weekday::Sun];
const SIX: &[Weekday] = &[Weekday::Sun];
const NONE: &[Weekday] =
    &[Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri, Weekday::Sat, Weekday::Sun];

/// What each day of a stage of four weeks with 160 hours asks, in minutes, under templates that rest on some weekdays
/// from a day on.
fn asked(seasons: &[(&str, &[Weekday])], days_off: Vec<DaysOff>) -> Vec<u32> {
    let roadmap = roadmap(vec![phase(None, vec![stage(range(1, 4), vec![hours(Study, 160)])])]);
    let mut plan = plan(Pace::AsWritten);
    let stages = date_stages(&roadmap, &plan).expect("dates");
    let seasons = seasons.iter().map(|(from, rest)| Season {
        from: from.parse().unwrap_or(NaiveDate::MIN),
        template: resting(rest).seasons()[0].template.clone(),
    });
    let schedule = Schedule::new(seasons.collect(), days_off);
    let begin = plan.start;
    // A week that begins on a day and one that begins on the next differ by what the first day asks.
    let until = |day: u64| -> u32 {
        let day = begin + Days::new(day);
        plan.week_start = chrono::Datelike::weekday(&day);
        (0..4)
            .filter_map(|weeks| day.checked_sub_days(Days::new(7 * weeks + 7)))
            .flat_map(|week| demand(&roadmap, &plan, &stages, week, &schedule))
            .map(|of| of.minutes)
            .sum()
    };
    let untils: Vec<u32> = (0..=28).map(until).collect();
    untils.windows(2).map(|pair| pair[1] - pair[0]).collect()
}

/// The hours of each week.
fn weeks(seasons: &[(&str, &[Weekday])]) -> Vec<u32> {
    asked(seasons, Vec::new()).chunks(7).map(|days| days.iter().sum::<u32>() / 60).collect()
}

#[test]
fn a_working_day_that_is_gained_or_lost_changes_nothing_of_the_days_before() {
    assert_eq!(weeks(&[("", FIVE)]), [40, 40, 40, 40]);
    assert_eq!(weeks(&[("", FIVE), ("2026-12-14", SIX)]), [40, 40, 40, 40]);
    assert_eq!(weeks(&[("", SIX), ("2026-12-14", FIVE)]), [40, 40, 40, 40]);
    let days = asked(&[("", FIVE), ("2026-12-17", SIX)], Vec::new());
    assert_eq!(days[..17], asked(&[("", FIVE)], Vec::new())[..17], "three days into the third week");
    assert_eq!(days[17..21], [480 * 7 / 9, 480 * 7 / 9, 480 * 7 / 9 + 1, 0], "seven days' hours on nine");
}

#[test]
fn hours_that_a_template_without_work_leaves_no_day_for_stay_behind_the_days_that_are_over() {
    assert_eq!(weeks(&[("", FIVE), ("2026-12-14", NONE)]), [40, 40, 40, 40]);
    assert_eq!(weeks(&[("", NONE), ("2026-12-14", FIVE)]), [40, 40, 40, 40]);
}

#[test]
fn a_vacation_and_another_template_after_it_leave_the_days_before_both() {
    let vacation = DaysOff {
        id: None,
        from: date("2026-12-07"),
        to: date("2026-12-13"),
        relief: Relief::Off,
        title: String::new(),
    };
    let days = asked(&[("", FIVE), ("2026-12-21", SIX)], vec![vacation]);
    let weeks: Vec<u32> = days.chunks(7).map(|days| days.iter().sum::<u32>() / 60).collect();
    assert_eq!(weeks, [40, 0, 60, 60]);
}

proptest! {
    #[test]
    fn no_day_asks_for_other_hours_because_of_a_template_after_it(
        rest in proptest::collection::vec(any::<[bool; 7]>(), 3),
        first in 1_u64..14,
        second in 1_u64..14,
    ) {
        let rest: Vec<Vec<Weekday>> = rest
            .iter()
            .map(|rests| NONE.iter().zip(rests).filter(|(_, rests)| **rests).map(|(day, _)| *day).collect())
            .collect();
        let start = plan(Pace::AsWritten).start;
        let days = [start + Days::new(first), start + Days::new(first + second)].map(|day| day.to_string());
        let seasons = [("", &rest[0][..]), (&days[0][..], &rest[1][..]), (&days[1][..], &rest[2][..])];
        let (one, two, three) = (
            asked(&seasons[..1], Vec::new()),
            asked(&seasons[..2], Vec::new()),
            asked(&seasons, Vec::new()),
        );
        let (first, second) = (usize::try_from(first).unwrap(), usize::try_from(first + second).unwrap());
        prop_assert_eq!(&one[..first], &two[..first]);
        prop_assert_eq!(&two[..second], &three[..second]);
        for days in [one, two, three] {
            prop_assert_eq!(days.iter().sum::<u32>(), 160 * 60);
        }
    }
}
