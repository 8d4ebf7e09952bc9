//! Dates and estimates.

use super::super::fixture::{
    activity, daily, date, hours, item, phase, range, reference, roadmap, stage, step,
};
use super::super::{
    DecidedLength, Lengths, Pace, Plan, PlanError, date_stages, date_stages_with, end_of, estimate,
    last_day_of, week_number, week_of, weeks_of,
};
use super::{by_hours, dated, plan};
use crate::item::About;
use crate::schedule::Schedule;
use crate::{Category, Kind};
use chrono::{Days, NaiveDate, Weekday};
use proptest::prelude::*;

#[test]
fn as_written_the_reference_takes_its_twelve_weeks() {
    let (roadmap, plan) = (reference(), plan(Pace::AsWritten));
    let stages = dated(&roadmap, &plan);
    let ends: Vec<String> = stages.iter().filter_map(|s| s.to).map(|to| to.to_string()).collect();
    assert_eq!(
        ends,
        [
            "2026-12-06",
            "2026-12-13",
            "2026-12-20",
            "2026-12-27",
            "2027-01-03",
            "2027-01-17",
            "2027-01-24",
            "2027-01-31",
            "2027-02-07",
            "2027-02-21"
        ]
    );
    assert_eq!(weeks_of(&plan, &stages), Some(12));
    let open = stages.last().expect("the open-ended stage");
    assert_eq!((open.from, open.to), (date("2027-02-22"), None));
    assert_eq!(open.latest, Some(date("2027-05-21")), "three months later");
}

#[test]
fn at_twenty_hours_the_reference_takes_23_weeks() {
    let (roadmap, plan) = (reference(), by_hours(20));
    let stages = dated(&roadmap, &plan);
    assert_eq!(stages[0].to, Some(date("2026-12-13")), "40 h at 20 h are 14 days");
    let estimate = estimate(&roadmap, &plan, &stages, &Schedule::default(), plan.start);
    assert_eq!(estimate.minutes, 460 * 60);
    assert_eq!(estimate.weeks, 23);
    assert_eq!(estimate.end, Some(date("2027-05-09")));
    assert_eq!(estimate.weekly_minutes, 20 * 60);
    assert_eq!(estimate.stated.as_deref(), Some("Plan on 6-9 months instead"));
}

#[test]
fn as_written_the_estimate_gives_the_average_week() {
    let (roadmap, plan) = (reference(), plan(Pace::AsWritten));
    let estimate = estimate(&roadmap, &plan, &dated(&roadmap, &plan), &Schedule::default(), plan.start);
    assert_eq!((estimate.weeks, estimate.weekly_minutes), (12, 460 * 60 / 12));
    assert_eq!(estimate.latest, Some(date("2027-05-21")));
    assert_eq!(estimate.stated, None, "the document's slower pace isn't this one");
}

#[test]
fn the_estimate_says_where_decided_lengths_make_it_other_weeks_than_the_pace() {
    let (roadmap, plan) = (reference(), by_hours(20));
    let first = dated(&roadmap, &plan)[0].stage;
    let told = |days| {
        let lengths = Lengths::from([(first, DecidedLength { days, off: 0 })]);
        let stages = date_stages_with(&roadmap, &plan, &lengths).unwrap();
        estimate(&roadmap, &plan, &stages, &Schedule::default(), plan.start)
    };
    let (little, far) = (told(28), told(600));
    assert_eq!((little.weeks, little.goes_by_pace), (25, true), "two weeks more are a tenth");
    assert_eq!((far.weeks, far.goes_by_pace), (107, false));
}

#[test]
fn an_open_end_has_no_end_of_its_own_even_once_it_is_over() {
    let (mut roadmap, plan) = (reference(), plan(Pace::AsWritten));
    let open = dated(&roadmap, &plan).last().expect("the open-ended stage").stage;
    let parts = roadmap.items.iter_mut().flat_map(|part| &mut part.children);
    parts.filter(|stage| stage.id == open).for_each(|stage| stage.record.ended_on = Some(date("2027-04-01")));
    let stages = dated(&roadmap, &plan);
    assert_eq!(end_of(&stages), Some(date("2027-02-21")));
    assert_eq!((last_day_of(&stages), weeks_of(&plan, &stages)), (Some(date("2027-04-01")), Some(12)));
}

#[test]
fn a_part_of_a_day_counts_as_a_day_once_and_not_for_each_stage() {
    let stages = (1..=7).map(|week| stage(range(week, week), vec![hours(Category::Study, 1)])).collect();
    let roadmap = roadmap(vec![phase(range(1, 2), stages)]);
    let stages = dated(&roadmap, &by_hours(3));
    assert_eq!(stages[0].to, Some(date("2026-12-02")), "7/3 of a day more than two days");
    assert_eq!(stages[6].to, Some(date("2026-12-16")), "7 h at 3 h are 49/3 days");
}

#[test]
fn a_document_of_months_without_weeks_shares_them_among_its_stages() {
    let months = vec![
        phase(
            range(1, 2),
            vec![stage(None, vec![step("a")]), stage(None, vec![step("b")]), stage(None, vec![])],
        ),
        phase(range(3, 3), vec![step("c")]),
    ];
    let stages = dated(&roadmap(months), &plan(Pace::AsWritten));
    let lengths: Vec<i64> =
        stages.iter().map(|s| s.last_day().signed_duration_since(s.from).num_days() + 1).collect();
    assert_eq!(lengths, [21, 21, 21, 28], "nine weeks for two months, thirteen for three");
    assert_eq!(stages[3].phase, Some(stages[3].stage), "a phase without stages stands for one");
}

#[test]
fn a_task_list_without_weeks_takes_an_hour_for_each_task() {
    let tasks = (0..40).map(|n| item(Kind::ChecklistItem, &format!("Task {n}"), vec![])).collect();
    let list = item(Kind::Section { about: About::Checklist }, "To do", tasks);
    let roadmap = roadmap(vec![item(Kind::Note, "Some words", vec![]), list]);
    let stages = dated(&roadmap, &plan(Pace::AsWritten));
    assert_eq!(stages.len(), 1);
    assert_eq!(stages[0].to, Some(date("2026-12-06")), "40 tasks in a working week");
    assert_eq!(stages[0].minutes, 0, "the document gives no hours");
    assert_eq!(dated(&roadmap, &by_hours(10))[0].to, Some(date("2026-12-27")));
}

#[test]
fn weeks_without_hours_count_as_working_weeks_at_a_pace_by_hours() {
    let weeks = (1..=8).map(|week| stage(range(week, week), vec![activity(Category::Study, None)])).collect();
    let roadmap = roadmap(weeks);
    assert_eq!(dated(&roadmap, &plan(Pace::AsWritten))[7].to, Some(date("2027-01-24")), "8 weeks");
    assert_eq!(dated(&roadmap, &by_hours(20))[7].to, Some(date("2027-03-21")), "16 weeks");
}

#[test]
fn open_ended_stages_of_a_phase_run_side_by_side() {
    let open = Kind::Phase { months: None, open_ended: true };
    let stages = vec![stage(None, vec![daily(Category::Study, 1, 1)]), stage(None, vec![step("b")])];
    let roadmap = roadmap(vec![item(open, "On and on", stages)]);
    let stages = dated(&roadmap, &plan(Pace::AsWritten));
    assert_eq!((stages[0].from, stages[0].latest), (stages[1].from, stages[1].latest));
    assert_eq!(stages[0].latest, Some(date("2027-02-27")), "three months where none are named");
}

#[test]
fn an_open_ended_stage_ends_when_the_person_says_so_and_what_follows_comes_sooner() {
    let open = Kind::Phase { months: None, open_ended: true };
    let stages = vec![stage(None, vec![daily(Category::Study, 1, 1)]), stage(None, vec![step("b")])];
    let after = phase(range(1, 1), vec![stage(range(1, 1), vec![hours(Category::Study, 1)])]);
    let mut roadmap = roadmap(vec![item(open, "On and on", stages), after]);
    let plan = plan(Pace::AsWritten);
    let mut end = |at: usize, day: &str| {
        roadmap.items[0].children[at].record.ended_on = Some(date(day));
        let stages = dated(&roadmap, &plan);
        (stages[at].from, stages[at].to, stages[at].latest, stages[2].from)
    };
    let (start, planned) = (date("2026-11-30"), date("2027-02-28"));
    assert_eq!(end(0, "2026-12-20"), (start, Some(date("2026-12-20")), None, planned), "the other goes on");
    assert_eq!(end(1, "2027-01-10"), (start, Some(date("2027-01-10")), None, date("2027-01-11")));
    assert_eq!(end(1, "2026-01-01").1, Some(start), "never before it began");
}

#[test]
fn a_roadmap_without_anything_to_do_has_no_dates() {
    let roadmap = roadmap(vec![item(Kind::Note, "Words", vec![])]);
    assert_eq!(date_stages(&roadmap, &plan(Pace::AsWritten)), Ok(vec![]));
}

#[test]
fn a_plan_that_cannot_be_is_refused_with_its_reason() {
    let roadmap = reference();
    let refused = |start: NaiveDate, pace| {
        let plan = Plan::new(start, pace, Weekday::Mon);
        date_stages(&roadmap, &plan).expect_err("refused")
    };
    let day = date("2026-11-30");
    let late = NaiveDate::from_ymd_opt(9999, 12, 1).expect("a date");
    let beyond = NaiveDate::from_ymd_opt(12000, 1, 1).expect("a date");
    let pace = |minutes| Pace::Hours { per_week_minutes: minutes };
    assert_eq!(refused(day, pace(0)), PlanError::NoHours);
    assert_eq!(refused(day, pace(10_081)), PlanError::MoreThanAWeek { per_week_minutes: 10_081 });
    assert_eq!(refused(beyond, Pace::AsWritten), PlanError::StartOutOfRange { start: beyond });
    assert_eq!(refused(late, Pace::AsWritten), PlanError::EndOutOfRange { start: late });
    assert_eq!(
        refused(NaiveDate::MAX, Pace::AsWritten),
        PlanError::StartOutOfRange { start: NaiveDate::MAX }
    );
    let words = refused(late, pace(1)).to_string();
    assert!(words.contains("9999-12-01") && words.contains("start earlier"), "{words}");
}

#[test]
fn huge_hours_at_a_minute_a_week_are_refused_and_do_not_hang() {
    let weeks =
        (1..=50).map(|week| stage(range(week, week), vec![hours(Category::Study, 2_000_000)])).collect();
    let refused = date_stages(&roadmap(weeks), &plan(Pace::Hours { per_week_minutes: 1 }));
    assert_eq!(refused, Err(PlanError::EndOutOfRange { start: date("2026-11-30") }));
}

#[test]
fn weeks_begin_where_the_person_has_them_begin() {
    assert_eq!(week_of(date("2026-11-30"), Weekday::Sun), date("2026-11-29"));
    assert_eq!(week_of(date("2026-11-29"), Weekday::Mon), date("2026-11-23"));
}

#[test]
fn the_plans_weeks_count_from_its_first_day_wherever_a_week_begins() {
    let from_wednesday = Plan { start: date("2026-12-02"), ..plan(Pace::AsWritten) };
    for plan in [Plan { week_start: Weekday::Sun, ..from_wednesday }, from_wednesday] {
        assert_eq!(week_number(&plan, date("2026-12-01")), None);
        assert_eq!(week_number(&plan, date("2026-12-02")), Some(1));
        assert_eq!(week_number(&plan, date("2026-12-08")), Some(1));
        assert_eq!(week_number(&plan, date("2026-12-09")), Some(2));
        let roadmap = reference();
        assert_eq!(weeks_of(&plan, &dated(&roadmap, &plan)), Some(12));
    }
}

proptest! {
    #[test]
    fn stages_follow_each_other_without_gap_or_overlap(
        budgets in prop::collection::vec(0_u32..200, 1..20),
        per_week in 1_u32..5000,
        offset in 0_u64..4000,
        by_hours in any::<bool>(),
    ) {
        let stages = budgets.iter().zip(1..).map(|(budget, week)| {
            stage(range(week, week), vec![hours(Category::Study, *budget)])
        });
        let roadmap = roadmap(vec![phase(None, stages.collect())]);
        let pace = if by_hours { Pace::Hours { per_week_minutes: per_week } } else { Pace::AsWritten };
        let start = date("2024-01-01") + Days::new(offset);
        let plan = Plan::new(start, pace, Weekday::Mon);
        let stages = dated(&roadmap, &plan);
        prop_assert_eq!(stages.len(), budgets.len());
        prop_assert_eq!(stages[0].from, start);
        for pair in stages.windows(2) {
            prop_assert!(pair[0].from <= pair[0].last_day());
            prop_assert_eq!(pair[0].last_day() + Days::new(1), pair[1].from);
        }
    }
}
