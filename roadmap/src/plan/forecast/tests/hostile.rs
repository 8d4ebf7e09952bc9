//! What nobody would ask: huge numbers, no numbers, the end of the calendar.

use super::{ahead, hours_left, past, reached, today};
use crate::plan::forecast::{Ahead, PastWeek, Reached, forecast};
use chrono::NaiveDate;

#[test]
fn huge_numbers_never_end_the_reckoning() {
    let endless = hours_left(&[0, 1, u32::MAX, 0, u32::MAX]);
    for minutes in [[u32::MAX; 16], [1; 16], [0; 16]] {
        let all = reached(&past(&minutes), &endless, &[]);
        assert_eq!(all.len(), 5, "{minutes:?}");
    }
    let mut weeks = [0; 16];
    weeks[3] = u32::MAX;
    assert_eq!(reached(&past(&weeks), &endless, &[1.0; 2_000]).len(), 5);
}

#[test]
fn shares_of_days_off_that_are_none_are_kept_within_a_week() {
    for odd in [f64::NAN, f64::INFINITY, -f64::INFINITY, -3.0, 7.0] {
        let history: Vec<PastWeek> = past(&[600, 500, 700, 600, 800, 550, 600])
            .into_iter()
            .map(|week| PastWeek { off: odd, ..week })
            .collect();
        assert_eq!(reached(&history, &hours_left(&[6_000]), &[odd; 30]).len(), 1, "{odd}");
    }
}

#[test]
fn the_end_of_the_calendar_is_the_last_day() {
    for day in [NaiveDate::MAX, NaiveDate::MIN, NaiveDate::from_ymd_opt(9999, 12, 31).expect("a date")] {
        for left in [0, 600, u32::MAX] {
            assert_eq!(forecast(&past(&[600; 8]), &hours_left(&[left]), &ahead(&[], day)).len(), 1);
            let template = Ahead { today: day, days_off: &[], template_minutes: u32::MAX };
            assert_eq!(forecast(&[], &hours_left(&[left]), &template).len(), 1);
        }
    }
}

#[test]
fn a_template_without_hours_names_no_day() {
    let nothing = Ahead { today: today(), days_off: &[], template_minutes: 0 };
    let forecasts = forecast(&[], &hours_left(&[600]), &nothing);
    assert_eq!(forecasts[0].reached, Reached::TooEarly { weeks_seen: 0, weeks_needed: 6, by_template: None });
}

#[test]
fn no_milestones_ask_for_no_forecast() {
    assert_eq!(reached(&past(&[600; 8]), &[], &[]), []);
}
