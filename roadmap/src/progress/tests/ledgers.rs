//! The ledger of a week.

use super::super::ledger;
use super::worked;
use crate::Category::{self, HandsOn, InterviewPrep, JobSearch, Rest, Study};
use crate::item::Tempo;
use crate::plan::fixture::{date, reference};
use crate::plan::{Pace, Plan, WeekLayout, date_stages, lay_out};
use crate::progress::{Ledger, LedgerLine};
use crate::schedule::{Schedule, templates_of};
use chrono::{Days, Weekday};

/// A week of the reference, as written and full time.
fn week(number: u64) -> WeekLayout {
    let roadmap = reference();
    let plan = Plan { start: date("2026-11-30"), pace: Pace::AsWritten, week_start: Weekday::Mon };
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
    let ledger = ledger(&week.demands, &week.blocks, &week.unplaced, &sessions);
    let study = line(&ledger, Study);
    assert_eq!((study.planned_minutes, study.scheduled_minutes), (15 * 60, 15 * 60));
    assert_eq!((study.worked_minutes, study.focused_minutes), (90, 75));
    assert_eq!((ledger.total.planned_minutes, ledger.total.worked_minutes), (40 * 60, 150));
    assert_eq!(ledger.total.category, None);
}

#[test]
fn work_in_a_block_of_another_category_is_scheduled_in_its_own() {
    let week = week(10);
    let ledger = ledger(&week.demands, &week.blocks, &week.unplaced, &[]);
    assert_eq!(line(&ledger, HandsOn).scheduled_minutes, 40 * 60);
    assert!(ledger.lines.iter().all(|line| line.category != Some(Study)), "no study is asked for");
}

#[test]
fn blocks_outside_the_stages_hours_are_scheduled_and_not_planned() {
    let week = week(1);
    let ledger = ledger(&week.demands, &week.blocks, &week.unplaced, &[]);
    let practice = line(&ledger, InterviewPrep);
    assert_eq!(
        (practice.planned_minutes, practice.scheduled_minutes, practice.standing_minutes),
        (0, 420, 420)
    );
}

#[test]
fn what_found_no_place_has_its_own_figure() {
    let week = week(11);
    let ledger = ledger(&week.demands, &week.blocks, &week.unplaced, &[]);
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
    let ledger = ledger(&week.demands, &week.blocks, &week.unplaced, &[worked("2026-12-01", None, Rest, 60)]);
    assert!(ledger.lines.iter().all(|line| line.category != Some(Rest)));
}
