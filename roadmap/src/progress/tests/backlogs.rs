//! What is missing and what is ahead, by its one reckoning.

use super::super::{Backlog, Worked, backlog};
use super::worked;
use crate::Category::{HandsOn, InterviewPrep, JobSearch, Study};
use crate::plan::fixture::{activity, date, hours, item, phase, range, reference, resting, roadmap, stage};
use crate::plan::{Asking, Pace, Plan, date_stages};
use crate::schedule::{MovedWork, Schedule};
use crate::{Category, ItemId, Kind, Roadmap};
use chrono::Weekday::{self, Sun};

fn of(roadmap: &Roadmap, schedule: &Schedule, sessions: &[Worked], today: &str) -> Backlog {
    let plan = Plan::new(date("2026-11-30"), Pace::AsWritten, Weekday::Mon);
    let stages = date_stages(roadmap, &plan).expect("dates");
    backlog(roadmap, &plan, &stages, schedule, sessions, date(today))
}

fn at(sessions: &[Worked], today: &str) -> Backlog {
    of(&reference(), &resting(&[Sun]), sessions, today)
}

fn named(backlog: &Backlog) -> Vec<(Category, u32)> {
    backlog.missing.iter().map(|missing| (missing.category, missing.minutes / 60)).collect()
}

/// All that the stages with an end ask for, each week worked on its first day.
fn twelve_weeks() -> Vec<Worked> {
    let roadmap = reference();
    let plan = Plan::new(date("2026-11-30"), Pace::AsWritten, Weekday::Mon);
    let stages = date_stages(&roadmap, &plan).expect("dates");
    let schedule = resting(&[Sun]);
    let asking = Asking::of(&roadmap, &plan, &stages, &schedule);
    let work = |week: chrono::NaiveDate| {
        let demands = asking.in_week(week).into_iter();
        let day = week.to_string();
        demands.map(move |demand| worked(&day, Some(demand.activity.0), demand.category, demand.minutes))
    };
    plan.start.iter_weeks().take(12).flat_map(work).collect()
}

#[test]
fn hours_beyond_what_an_activity_asks_for_pay_for_no_other() {
    let sessions =
        [worked("2026-12-01", Some(3), Study, 12 * 60), worked("2026-12-03", Some(5), HandsOn, 28 * 60)];
    let backlog = at(&sessions, "2026-12-07");
    assert_eq!((backlog.total(), named(&backlog)), (180, vec![(Study, 3)]));
    let ahead = at(&[worked("2026-12-03", Some(5), HandsOn, 90 * 60)], "2026-12-03");
    assert_eq!(ahead.ahead, 0, "no week to come is any nearer");
}

#[test]
fn categories_together_are_all_that_is_missing() {
    let sessions = [worked("2026-12-01", Some(3), Study, 14 * 60 + 50)];
    let backlog = at(&sessions, "2026-12-07");
    assert_eq!(backlog.by_category(), [(HandsOn, 25 * 60), (Study, 10)]);
    assert_eq!(backlog.total(), 25 * 60 + 10);
}

#[test]
fn work_on_an_activity_without_hours_of_its_own_counts_for_its_category() {
    let loose = activity(Study, None);
    let week = stage(range(1, 1), vec![hours(Study, 10), loose]);
    let roadmap = roadmap(vec![phase(None, vec![week])]);
    let loose = roadmap.items[0].children[0].children[1].id;
    let sessions = [worked("2026-12-01", Some(loose.0), Study, 4 * 60)];
    assert_eq!(of(&roadmap, &resting(&[Sun]), &sessions, "2026-12-07").total(), 6 * 60);
}

#[test]
fn practice_from_before_a_stage_asks_for_it_does_not_pay_for_that_stage() {
    let early = worked("2026-12-02", None, InterviewPrep, 30 * 60);
    let late = worked("2027-02-10", None, InterviewPrep, 30 * 60);
    let outside = Worked { category: None, ..late };
    let left = |session: Worked| {
        let backlog = at(&[session], "2027-02-22");
        let all = backlog.by_category().into_iter();
        all.filter(|(category, _)| *category == InterviewPrep).map(|(_, minutes)| minutes).sum::<u32>()
    };
    assert_eq!((left(early), left(outside), left(late)), (40 * 60, 40 * 60, 10 * 60));
}

#[test]
fn work_that_another_week_took_over_is_late_with_that_one() {
    let mut schedule = resting(&[Sun]);
    let (from, to) = (date("2026-11-30"), date("2026-12-14"));
    schedule.moved.push(MovedWork { activity: ItemId(3), from, to, minutes: 15 * 60, late: true });
    let missing = |today| of(&reference(), &schedule, &[], today).total() / 60;
    assert_eq!((missing("2026-12-07"), missing("2026-12-14"), missing("2026-12-21")), (25, 65, 120));
}

#[test]
fn what_each_week_left_is_said_by_week_and_its_work_by_what_it_made_up() {
    let sessions = [
        worked("2026-12-01", Some(5), HandsOn, 25 * 60),
        worked("2026-12-08", Some(3), Study, 5 * 60),
        worked("2026-12-09", Some(8), Study, 2 * 60),
    ];
    let backlog = at(&sessions, "2026-12-09");
    assert_eq!((backlog.total(), backlog.left_by(date("2026-11-30"))), (10 * 60, 10 * 60));
    assert_eq!((backlog.made_up_this_week, backlog.open_this_week()), (5 * 60, 38 * 60));
}

#[test]
fn of_an_open_end_only_the_last_week_counts() {
    for today in ["2027-03-01", "2027-05-03", "2027-05-17"] {
        let backlog = at(&twelve_weeks(), today);
        assert_eq!(backlog.total(), 36 * 60, "six working days of six hours, on {today}");
        assert!(backlog.missing.iter().all(|missing| missing.open_ended));
    }
}

#[test]
fn an_open_ends_early_weeks_neither_owe_nor_pay() {
    let mut sessions = twelve_weeks();
    let ongoing = of(&reference(), &resting(&[Sun]), &sessions, "2027-03-01").missing[0];
    let on_it = |day| worked(day, Some(ongoing.activity.0), ongoing.category, 12 * 60);
    sessions.push(Worked { worked_seconds: 360_000, ..on_it("2027-02-23") });
    assert_eq!(at(&sessions, "2027-03-15").total(), 36 * 60, "what was more weeks ago");
    sessions.push(on_it("2027-03-16"));
    assert_eq!(at(&sessions, "2027-03-16").total(), 24 * 60, "what is made up in the week after");
}

#[test]
fn what_stages_with_an_end_left_stays_in_the_open_end() {
    let mut sessions = twelve_weeks();
    sessions.retain(|session| session.category != Some(JobSearch));
    let backlog = at(&sessions, "2027-05-03");
    assert_eq!(backlog.total(), (40 + 36) * 60);
}

#[test]
fn an_open_end_that_something_has_ended_left_nothing() {
    let mut ended = stage(None, vec![crate::plan::fixture::daily(Study, 2, 2)]);
    ended.record.ended_on = Some(date("2026-12-10"));
    let open = Kind::Phase { months: range(1, 3), open_ended: true };
    let roadmap = roadmap(vec![item(open, "Open", vec![ended])]);
    assert_eq!(of(&roadmap, &resting(&[Sun]), &[], "2026-12-10").total(), 12 * 60, "it runs");
    assert_eq!(of(&roadmap, &resting(&[Sun]), &[], "2026-12-11").total(), 0);
}
