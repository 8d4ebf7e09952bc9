//! The verdict from before the start to after the end.

use super::super::{Shortfall, Standing, Verdict, Worked, verdict};
use super::worked;
use crate::Category::{HandsOn, InterviewPrep, Study};
use crate::Roadmap;
use crate::plan::fixture::{activity, date, phase, range, reference, resting, roadmap, stage};
use crate::plan::{Pace, Plan, date_stages};
use chrono::Weekday::{self, Sun};

fn at(roadmap: &Roadmap, sessions: &[Worked], today: &str) -> Verdict {
    let plan = Plan::new(date("2026-11-30"), Pace::AsWritten, Weekday::Mon);
    let stages = date_stages(roadmap, &plan).expect("dates");
    verdict(roadmap, &plan, &stages, &resting(&[Sun]), sessions, date(today))
}

/// Week 1 as asked for, but for some hours of study.
fn first_week_without(study_hours: u32) -> Vec<Worked> {
    vec![
        worked("2026-12-01", Some(3), Study, (15 - study_hours) * 60),
        worked("2026-12-03", Some(5), HandsOn, 25 * 60),
    ]
}

#[test]
fn before_the_start_nothing_is_late() {
    let verdict = at(&reference(), &[], "2026-11-23");
    assert_eq!((verdict.standing, verdict.week), (Standing::BeforeStart, None));
    assert_eq!((verdict.starts, verdict.ends), (Some(date("2026-11-30")), Some(date("2027-02-21"))));
    assert_eq!(verdict.behind_minutes, 0);
}

#[test]
fn inside_the_first_week_nothing_is_late() {
    let verdict = at(&reference(), &[], "2026-12-06");
    assert_eq!((verdict.standing, verdict.week, verdict.weeks), (Standing::OnPace, Some(1), Some(12)));
    assert_eq!((verdict.behind_minutes, verdict.week_left_minutes), (0, 40 * 60));
}

#[test]
fn three_hours_of_study_missing_are_told_and_still_on_pace() {
    let verdict = at(&reference(), &first_week_without(3), "2026-12-07");
    assert_eq!((verdict.standing, verdict.week), (Standing::OnPace, Some(2)));
    assert_eq!(verdict.behind, [Shortfall { category: Study, minutes: 180 }]);
    assert_eq!(verdict.ends, Some(date("2027-02-21")));
}

#[test]
fn more_than_a_tenth_of_a_week_is_behind() {
    let verdict = at(&reference(), &first_week_without(5), "2026-12-07");
    assert_eq!((verdict.standing, verdict.behind_minutes), (Standing::Behind, 300));
}

#[test]
fn what_is_missing_is_carried_over_and_can_be_made_up() {
    let mut sessions = first_week_without(5);
    sessions.push(worked("2026-12-07", Some(3), Study, 5 * 60));
    let verdict = at(&reference(), &sessions, "2026-12-08");
    assert_eq!((verdict.standing, verdict.behind_minutes), (Standing::OnPace, 0));
    assert_eq!(verdict.week_left_minutes, 40 * 60, "it paid off last week, not this one");
}

#[test]
fn the_category_that_misses_most_comes_first() {
    let verdict = at(&reference(), &[], "2026-12-07");
    let categories: Vec<_> = verdict.behind.iter().map(|shortfall| shortfall.category).collect();
    assert_eq!(categories, [HandsOn, Study]);
}

#[test]
fn work_of_weeks_to_come_beyond_what_this_one_asks_is_ahead() {
    let mut sessions = first_week_without(0);
    sessions.push(worked("2026-12-08", Some(8), Study, 10 * 60));
    sessions.push(worked("2026-12-09", Some(10), HandsOn, 30 * 60));
    sessions.push(worked("2026-12-09", Some(13), Study, 3 * 60));
    let verdict = at(&reference(), &sessions, "2026-12-09");
    assert_eq!((verdict.standing, verdict.ahead_minutes), (Standing::Ahead, 180));
    assert_eq!(verdict.week_left_minutes, 0);
}

#[test]
fn practice_outside_the_stages_hours_makes_up_for_nothing() {
    let mut sessions = first_week_without(5);
    sessions.push(worked("2026-12-02", None, InterviewPrep, 5 * 60));
    assert_eq!(at(&reference(), &sessions, "2026-12-07").standing, Standing::Behind);
}

#[test]
fn work_without_an_activity_counts_where_its_week_asks_for_it() {
    let mut sessions = first_week_without(5);
    sessions.push(worked("2026-12-02", None, Study, 5 * 60));
    assert_eq!(at(&reference(), &sessions, "2026-12-07").standing, Standing::OnPace);
}

#[test]
fn a_plan_that_starts_again_later_keeps_what_was_worked_on_it() {
    let mut sessions = vec![
        worked("2026-11-17", Some(3), Study, 15 * 60),
        worked("2026-11-19", Some(5), HandsOn, 25 * 60),
        worked("2026-11-20", None, Study, 5 * 60),
    ];
    let verdict = at(&reference(), &sessions, "2026-12-07");
    assert_eq!((verdict.standing, verdict.behind_minutes), (Standing::OnPace, 0));
    assert_eq!((verdict.ahead_minutes, verdict.week_left_minutes), (0, 40 * 60));
    sessions.remove(1);
    assert_eq!(at(&reference(), &sessions, "2026-12-07").behind_minutes, 25 * 60);
}

#[test]
fn what_is_yet_to_come_does_not_count() {
    let sessions = [worked("2026-12-09", Some(3), Study, 600)];
    assert_eq!(at(&reference(), &sessions, "2026-12-08").behind_minutes, 40 * 60);
}

#[test]
fn after_the_dated_stages_the_open_end_counts_and_after_that_it_is_finished() {
    let open = at(&reference(), &[], "2027-02-22");
    assert_eq!((open.week, open.ends), (Some(13), Some(date("2027-05-21"))));
    assert_eq!(at(&reference(), &[], "2027-05-22").standing, Standing::Finished);
}

#[test]
fn hours_that_the_document_does_not_state_are_never_late() {
    let roadmap = roadmap(vec![phase(None, vec![stage(range(1, 4), vec![activity(Study, None)])])]);
    let verdict = at(&roadmap, &[], "2026-12-20");
    assert_eq!((verdict.standing, verdict.behind_minutes), (Standing::OnPace, 0));
}

#[test]
fn without_stages_there_is_no_plan_to_judge() {
    let verdict = at(&roadmap(vec![]), &[], "2026-12-20");
    assert_eq!((verdict.standing, verdict.ends, verdict.weeks), (Standing::NoPlan, None, None));
}
