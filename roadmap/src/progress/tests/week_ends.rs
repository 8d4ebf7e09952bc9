//! How a week ended, and where that is no news.

use super::super::{Standing, WeekEnd, Worked, week_end};
use super::worked;
use crate::Category::{HandsOn, Study};
use crate::Roadmap;
use crate::plan::fixture::{date, hours, phase, range, reference, resting, roadmap, stage};
use crate::plan::{Asking, Pace, Plan, date_stages};
use chrono::Weekday::{self, Sun};

fn at(sessions: &[Worked], today: &str) -> Option<WeekEnd> {
    of(&reference(), sessions, today)
}

fn of(roadmap: &Roadmap, sessions: &[Worked], today: &str) -> Option<WeekEnd> {
    let plan = Plan::new(date("2026-11-30"), Pace::AsWritten, Weekday::Mon);
    let stages = date_stages(roadmap, &plan).expect("dates");
    week_end(roadmap, &plan, &stages, &resting(&[Sun]), sessions, date(today))
}

/// Week 1 as asked for, but for some hours of study.
fn first_week_without(study_hours: u32) -> Vec<Worked> {
    vec![
        worked("2026-12-01", Some(3), Study, (15 - study_hours) * 60),
        worked("2026-12-03", Some(5), HandsOn, 25 * 60),
    ]
}

/// Week 2 as asked for.
fn second_week() -> Vec<Worked> {
    vec![worked("2026-12-08", Some(8), Study, 10 * 60), worked("2026-12-10", Some(10), HandsOn, 30 * 60)]
}

#[test]
fn a_week_that_ends_behind_is_said() {
    let end = WeekEnd { week: date("2026-11-30"), standing: Standing::Behind, minutes: 6 * 60 };
    assert_eq!(at(&first_week_without(6), "2026-12-07"), Some(end));
}

#[test]
fn what_is_worked_afterwards_does_not_change_how_it_ended() {
    let mut sessions = first_week_without(6);
    sessions.push(worked("2026-12-07", Some(3), Study, 60));
    assert_eq!(at(&sessions, "2026-12-09"), at(&first_week_without(6), "2026-12-07"));
}

#[test]
fn a_week_within_a_tenth_is_met_and_nothing_is_said() {
    assert_eq!(at(&first_week_without(3), "2026-12-07"), None);
    assert_eq!(at(&first_week_without(0), "2026-12-07"), None);
}

#[test]
fn before_the_first_week_is_over_there_is_nothing_to_say() {
    for today in ["2026-11-20", "2026-11-30", "2026-12-06"] {
        assert_eq!(at(&[], today), None, "{today}");
    }
}

#[test]
fn a_week_that_was_met_does_not_say_again_what_the_one_before_left() {
    let mut sessions = first_week_without(6);
    let first = at(&sessions, "2026-12-07").expect("behind");
    sessions.extend(second_week());
    assert_eq!(at(&sessions, "2026-12-14"), None, "{first:?} was said");
    sessions.pop();
    assert!(at(&sessions, "2026-12-14").is_some_and(|end| end.minutes > first.minutes));
}

#[test]
fn a_week_that_ends_ahead_is_said_by_what_is_more_than_the_next_one_asks_for() {
    let mut sessions = first_week_without(0);
    sessions.extend(second_week());
    sessions.push(worked("2026-12-05", Some(15), HandsOn, 20 * 60));
    for session in &mut sessions {
        session.day = session.day.min(date("2026-12-06"));
    }
    let end = at(&sessions, "2026-12-07").expect("ahead");
    assert_eq!((end.standing, end.minutes), (Standing::Ahead, 20 * 60), "the next week asks for 40 h");
}

#[test]
fn the_last_week_can_end_behind_too_and_only_once() {
    let short = roadmap(vec![phase(None, vec![stage(range(1, 2), vec![hours(Study, 20)])])]);
    let end = of(&short, &[], "2026-12-14").expect("the last week left its hours");
    assert_eq!((end.week, end.standing), (date("2026-12-07"), Standing::Behind));
    assert_eq!(of(&short, &[], "2026-12-21"), None);
}

#[test]
fn in_an_open_end_each_week_that_left_something_is_said_by_what_it_left_itself() {
    for today in ["2027-03-08", "2027-03-15"] {
        let twelve_weeks: Vec<Worked> = closed_stages();
        let end = at(&twelve_weeks, today).expect("behind");
        assert_eq!((end.standing, end.minutes), (Standing::Behind, 36 * 60), "{today}");
    }
}

/// All that the stages with an end ask for, worked in the first week.
fn closed_stages() -> Vec<Worked> {
    let roadmap = reference();
    let plan = Plan::new(date("2026-11-30"), Pace::AsWritten, Weekday::Mon);
    let stages = date_stages(&roadmap, &plan).expect("dates");
    let schedule = resting(&[Sun]);
    let asking = Asking::of(&roadmap, &plan, &stages, &schedule);
    let weeks = plan.start.iter_weeks().take(12);
    let all = weeks
        .flat_map(|week| asking.in_week(week))
        .map(|demand| worked("2026-12-01", Some(demand.activity.0), demand.category, demand.minutes));
    all.collect()
}
