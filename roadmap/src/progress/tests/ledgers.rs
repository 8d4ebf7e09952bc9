//! The ledger of a week.

use super::super::ledger;
use super::worked;
use crate::Category::{self, HandsOn, InterviewPrep, JobSearch, Rest, Study};
use crate::item::Tempo;
use crate::plan::fixture::{date, reference};
use crate::plan::{Pace, Plan, SoFar, WeekLayout, date_stages, lay_out, lay_out_from};
use crate::progress::{Ledger, LedgerLine};
use crate::schedule::{Schedule, templates_of};
use chrono::{Days, Weekday};

/// A week of the reference, as written and full time.
fn week(number: u64) -> WeekLayout {
    let roadmap = reference();
    let plan = Plan::new(date("2026-11-30"), Pace::AsWritten, Weekday::Mon);
    let stages = date_stages(&roadmap, &plan).expect("dates");
    let template =
        templates_of(&roadmap).into_iter().find(|t| t.tempo == Some(Tempo::FullTime)).expect("one");
    lay_out(&roadmap, &plan, &stages, &Schedule::of(template), plan.start + Days::new(7 * (number - 1)))
}

fn line(ledger: &Ledger, category: Category) -> LedgerLine {
    *ledger.lines.iter().find(|line| line.category == Some(category)).expect("a line")
}

#[test]
fn a_week_says_what_is_planned_scheduled_and_worked() {
    let week = week(1);
    let sessions = [worked("2026-11-30", Some(3), Study, 90), worked("2026-12-01", Some(5), HandsOn, 60)];
    let ledger = ledger(&week, &sessions, None);
    let study = line(&ledger, Study);
    assert_eq!((study.planned_minutes, study.scheduled_minutes), (15 * 60, 15 * 60));
    assert_eq!((study.worked_minutes, study.focused_minutes), (90, 75));
    assert_eq!((ledger.total.planned_minutes, ledger.total.worked_minutes), (40 * 60, 150));
    assert_eq!(ledger.total.category, None);
}

#[test]
fn work_in_a_block_of_another_category_is_scheduled_in_its_own() {
    let week = week(10);
    let ledger = ledger(&week, &[], None);
    assert_eq!(line(&ledger, HandsOn).scheduled_minutes, 40 * 60);
    assert!(ledger.lines.iter().all(|line| line.category != Some(Study)), "no study is asked for");
}

#[test]
fn blocks_outside_the_stages_hours_are_scheduled_and_not_planned() {
    let week = week(1);
    let ledger = ledger(&week, &[], None);
    let practice = line(&ledger, InterviewPrep);
    assert_eq!(
        (practice.planned_minutes, practice.scheduled_minutes, practice.standing_minutes),
        (0, 420, 420)
    );
}

#[test]
fn what_found_no_place_has_its_own_figure() {
    let week = week(11);
    let ledger = ledger(&week, &[], None);
    let search = line(&ledger, JobSearch);
    assert_eq!((search.planned_minutes, search.scheduled_minutes, search.unplaced_minutes), (1200, 960, 240));
    assert_eq!(ledger.total.unplaced_minutes, 240);
    assert!(
        ledger.lines.iter().all(|line| line.planned_minutes + line.standing_minutes
            == line.scheduled_minutes + line.unplaced_minutes)
    );
}

#[test]
fn rest_has_no_line() {
    let week = week(1);
    assert!(week.blocks.iter().any(|block| block.category == Rest));
    let ledger = ledger(&week, &[worked("2026-12-01", None, Rest, 60)], None);
    assert!(ledger.lines.iter().all(|line| line.category != Some(Rest)));
}

#[test]
fn in_a_week_that_has_begun_what_is_scheduled_is_worked_or_still_to_come() {
    let (roadmap, plan) = (reference(), Plan::new(date("2026-11-30"), Pace::AsWritten, Weekday::Mon));
    let stages = date_stages(&roadmap, &plan).expect("dates");
    let template =
        templates_of(&roadmap).into_iter().find(|t| t.tempo == Some(Tempo::FullTime)).expect("one");
    let schedule = Schedule::of(template);
    let hands_on = full_week_activity(&roadmap);
    let sessions = [worked("2026-11-30", Some(hands_on), HandsOn, 120)];
    let so_far = SoFar { date: date("2026-12-02"), minute: 0, worked: &sessions };
    let week = lay_out_from(&roadmap, &plan, &stages, &schedule, plan.start, &so_far);
    let ledger = ledger(&week, &sessions, Some(&so_far));
    let line = ledger.lines.iter().find(|line| line.category == Some(HandsOn)).expect("hands-on");
    let ahead: u32 = week
        .blocks
        .iter()
        .filter(|block| !so_far.is_over(block))
        .flat_map(|block| &block.work)
        .filter(|portion| portion.category == HandsOn)
        .map(|portion| portion.minutes)
        .sum();
    assert_eq!(line.scheduled_minutes, ahead + 120);
    assert_eq!(line.planned_minutes, ahead + 120 + line.unplaced_minutes);
}

#[test]
fn a_standing_block_that_is_given_to_an_activity_counts_once() {
    let (roadmap, plan) = (reference(), Plan::new(date("2026-11-30"), Pace::AsWritten, Weekday::Mon));
    let stages = date_stages(&roadmap, &plan).expect("dates");
    let template =
        templates_of(&roadmap).into_iter().find(|t| t.tempo == Some(Tempo::FullTime)).expect("one");
    let mut schedule = Schedule::of(template);
    let before = lay_out(&roadmap, &plan, &stages, &schedule, plan.start);
    let practice = |block: &&crate::schedule::Block| block.standing && block.category == InterviewPrep;
    let block = before.blocks.iter().find(practice).expect("practice");
    let study = before.demands.iter().find(|demand| demand.category == Study).expect("study").activity;
    schedule.given.insert(block.key, study);
    let after = lay_out(&roadmap, &plan, &stages, &schedule, plan.start);
    let (was, is) = (ledger(&before, &[], None), ledger(&after, &[], None));
    assert_eq!(line(&is, Study).scheduled_minutes, line(&was, Study).scheduled_minutes);
    assert_eq!(
        line(&is, InterviewPrep).standing_minutes,
        line(&was, InterviewPrep).standing_minutes - block.minutes()
    );
    assert_eq!(is.total.scheduled_minutes, was.total.scheduled_minutes - block.minutes());
}

#[test]
fn work_before_the_weeks_first_block_is_scheduled_as_done() {
    let (roadmap, plan) = (reference(), Plan::new(date("2026-11-30"), Pace::AsWritten, Weekday::Mon));
    let stages = date_stages(&roadmap, &plan).expect("dates");
    let template =
        templates_of(&roadmap).into_iter().find(|t| t.tempo == Some(Tempo::FullTime)).expect("one");
    let sessions = [worked("2026-11-30", Some(full_week_activity(&roadmap)), HandsOn, 120)];
    let so_far = SoFar { date: date("2026-11-30"), minute: 7 * 60, worked: &sessions };
    let week = lay_out_from(&roadmap, &plan, &stages, &Schedule::of(template), plan.start, &so_far);
    let line = line(&ledger(&week, &sessions, Some(&so_far)), HandsOn);
    assert_eq!(line.scheduled_minutes + line.unplaced_minutes, line.planned_minutes);
}

/// The hands-on activity of the first week.
fn full_week_activity(roadmap: &crate::Roadmap) -> i64 {
    let is_hands_on =
        |item: &&crate::Item| matches!(item.kind, crate::Kind::Activity { category: HandsOn, .. });
    roadmap.walk().find(is_hands_on).expect("an activity").id.0
}
