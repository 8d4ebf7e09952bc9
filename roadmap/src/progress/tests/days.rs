//! The figures of a day and days in a row.

use super::super::{DaySummary, days_in_a_row, summary_of};
use super::worked;
use crate::Category::Study;
use crate::plan::fixture::{date, resting};
use crate::progress::Worked;
use chrono::Weekday::Sun;

#[test]
fn a_day_counts_focus_work_and_whole_pomodoros_of_its_own() {
    let broken_off = Worked { whole: false, ..worked("2026-12-02", Some(1), Study, 6) };
    let sessions = [worked("2026-12-01", None, Study, 30), worked("2026-12-02", None, Study, 30), broken_off];
    let expected = DaySummary { focused_minutes: 30, worked_minutes: 36, pomodoros: 1 };
    assert_eq!(summary_of(&sessions, date("2026-12-02")), expected);
    assert_eq!(summary_of(&sessions, date("2026-12-03")), DaySummary::default());
}

#[test]
fn seconds_are_added_before_they_become_minutes() {
    let short = Worked { focused_seconds: 40, ..worked("2026-12-02", None, Study, 1) };
    assert_eq!(summary_of(&[short, short, short], date("2026-12-02")).focused_minutes, 2);
}

#[test]
fn a_day_of_rest_keeps_the_row() {
    let friday_to_tuesday =
        ["2026-12-04", "2026-12-05", "2026-12-07", "2026-12-08"].map(|day| worked(day, None, Study, 30));
    assert_eq!(days_in_a_row(&friday_to_tuesday, &resting(&[Sun]), date("2026-12-08")), 5);
    assert_eq!(days_in_a_row(&friday_to_tuesday, &resting(&[]), date("2026-12-08")), 2);
}

#[test]
fn today_counts_once_worked_and_breaks_nothing_before() {
    let sessions = ["2026-12-01", "2026-12-02"].map(|day| worked(day, None, Study, 30));
    assert_eq!(days_in_a_row(&sessions, &resting(&[Sun]), date("2026-12-02")), 2);
    assert_eq!(days_in_a_row(&sessions, &resting(&[Sun]), date("2026-12-03")), 2);
    assert_eq!(days_in_a_row(&sessions, &resting(&[Sun]), date("2026-12-04")), 0);
}

#[test]
fn a_focus_that_was_hardly_begun_makes_no_day() {
    let begun = Worked { whole: false, ..worked("2026-12-02", None, Study, 4) };
    assert_eq!(days_in_a_row(&[begun, begun], &resting(&[]), date("2026-12-02")), 0);
    assert_eq!(
        days_in_a_row(&[begun, begun, begun], &resting(&[]), date("2026-12-02")),
        1,
        "twelve minutes do"
    );
}

#[test]
fn rest_alone_makes_no_row() {
    assert_eq!(days_in_a_row(&[], &resting(&[Sun]), date("2026-12-06")), 0);
    let monday = [worked("2026-12-07", None, Study, 30)];
    assert_eq!(
        days_in_a_row(&monday, &resting(&[Sun]), date("2026-12-07")),
        1,
        "the Sunday before doesn't count"
    );
}
