//! What days off change of what weeks ask.

use super::super::dates::{DecidedLength, Lengths};
use super::super::fixture::{date, hours, phase, range, resting, roadmap, stage};
use super::super::{Pace, date_stages_with, demand};
use super::plan;
use crate::Category::Study;
use crate::Roadmap;
use crate::schedule::{DaysOff, Relief, Schedule};
use chrono::{Days, Weekday};
use proptest::prelude::*;

/// A stage of eight weeks with 320 hours.
fn eight_weeks() -> Roadmap {
    roadmap(vec![phase(None, vec![stage(range(1, 8), vec![hours(Study, 320)])])])
}

fn off(from: &str, to: &str, relief: Relief) -> DaysOff {
    DaysOff { id: None, from: date(from), to: date(to), relief, title: String::new() }
}

/// What each week of it asks, in hours, with so many days added for days off.
fn asked(days_off: Vec<DaysOff>, added: u32) -> Vec<u32> {
    let (roadmap, plan) = (eight_weeks(), plan(Pace::AsWritten));
    let length = DecidedLength { days: 56 + added, off: added };
    let lengths: Lengths = [(roadmap.items[0].children[0].id, length)].into();
    let stages = date_stages_with(&roadmap, &plan, &lengths).expect("dates");
    let schedule = Schedule::new(resting(&[Weekday::Sat, Weekday::Sun]).seasons().to_vec(), days_off);
    let weeks = (0..8 + u64::from(added) / 7).map(|week| plan.start + Days::new(7 * week));
    let minutes =
        weeks.map(|week| demand(&roadmap, &plan, &stages, week, &schedule).iter().map(|of| of.minutes).sum());
    minutes.map(|minutes: u32| minutes / 60).collect()
}

#[test]
fn a_vacation_asks_nothing_more_of_the_weeks_before_it() {
    let three_weeks = || vec![off("2026-12-28", "2027-01-17", Relief::Off)];
    assert_eq!(asked(three_weeks(), 0), [40, 40, 40, 40, 0, 0, 0, 160]);
    assert_eq!(
        asked(three_weeks(), 21),
        [40, 40, 40, 40, 0, 0, 0, 40, 40, 40, 40],
        "once the dates are pushed"
    );
}

#[test]
fn a_vacation_at_the_end_of_a_stage_keeps_what_has_no_other_place() {
    assert_eq!(
        asked(vec![off("2027-01-11", "2027-01-24", Relief::Off)], 0),
        [40, 40, 40, 40, 40, 40, 40, 40]
    );
}

#[test]
fn a_light_week_asks_for_half_and_the_weeks_after_it_for_the_rest() {
    assert_eq!(
        asked(vec![off("2027-01-04", "2027-01-10", Relief::Light)], 0),
        [40, 40, 40, 40, 40, 20, 50, 50]
    );
}

proptest! {
    #[test]
    fn no_hour_is_lost_to_days_off_and_no_week_before_them_asks_for_more(
        stretches in proptest::collection::vec((0_u64..56, 0_u64..20, any::<bool>()), 1..4),
    ) {
        let start = plan(Pace::AsWritten).start;
        let days_off: Vec<DaysOff> = stretches
            .iter()
            .map(|(from, days, light)| DaysOff {
                id: None,
                from: start + Days::new(*from),
                to: start + Days::new(from + days),
                relief: if *light { Relief::Light } else { Relief::Off },
                title: String::new(),
            })
            .collect();
        let before = stretches.iter().map(|(from, ..)| *from / 7).min().unwrap_or_default();
        let (roadmap, plan) = (eight_weeks(), plan(Pace::AsWritten));
        let stages = date_stages_with(&roadmap, &plan, &Lengths::new()).expect("dates");
        let schedule =
            Schedule::new(resting(&[Weekday::Sat, Weekday::Sun]).seasons().to_vec(), days_off);
        let asked = |week: u64| -> u32 {
            let week = demand(&roadmap, &plan, &stages, start + Days::new(7 * week), &schedule);
            week.iter().map(|of| of.minutes).sum()
        };
        prop_assert_eq!((0..8).map(asked).sum::<u32>(), 320 * 60);
        for week in 0..before {
            prop_assert_eq!(asked(week), 40 * 60);
        }
    }
}
