//! What nobody would plan: it is refused in clear words, or comes to something sensible, and never hangs.

use super::super::fixture::{date, hours, item, phase, range, reference, roadmap, stage};
use super::super::replan::{Standpoint, at_pace, proposals};
use super::super::{
    Ahead, Buffer, DatedStage, Lengths, Milestone, Pace, PastWeek, Plan, PlanError, date_stages, forecast,
    lay_out, remaining, week_of,
};
use super::{by_hours, plan};
use crate::item::{Kind, NumberRange};
use crate::progress::{Standing, verdict, week_end};
use crate::schedule::{DaysOff, Relief, Schedule, Template, TemplateBlock};
use crate::{Category, Roadmap};
use chrono::{Days, NaiveDate, Weekday};

fn block(weekday: Weekday, start: u16, end: u16) -> TemplateBlock {
    TemplateBlock {
        id: None,
        weekday,
        start,
        end,
        category: Category::Study,
        title: "Study".to_owned(),
        accepts: vec![Category::HandsOn],
        standing: false,
        pinned: false,
    }
}

fn template(blocks: Vec<TemplateBlock>) -> Template {
    Template { name: "Odd".to_owned(), tempo: None, stated_minutes: None, blocks }
}

/// Weeks of mornings, as a person would have them.
fn mornings() -> Template {
    template((0..5).map(|day| block(Weekday::try_from(day).expect("a day"), 540, 780)).collect())
}

/// Dates the plan and asks everything of it: weeks, verdict, ways out, another pace, forecast. No minute is lost.
fn everything(roadmap: &Roadmap, plan: &Plan, schedule: &Schedule, today: NaiveDate) -> Vec<DatedStage> {
    let stages = date_stages(roadmap, plan).expect("dates");
    for week in [week_of(today, Weekday::Mon), plan.start] {
        let laid = lay_out(roadmap, plan, &stages, schedule, week);
        let placed: u64 = laid.blocks.iter().flat_map(|b| &b.work).map(|p| u64::from(p.minutes)).sum();
        let left: u64 = laid.unplaced.iter().map(|left| u64::from(left.minutes)).sum();
        let asked: u64 = laid.demands.iter().map(|demand| u64::from(demand.minutes)).sum();
        assert_eq!(placed + left, asked);
    }
    let verdict = verdict(roadmap, plan, &stages, schedule, &[], today);
    let begins = stages.iter().map(|stage| stage.from).min();
    assert_eq!(verdict.standing == Standing::NoPlan, stages.is_empty());
    assert!(verdict.ends >= begins, "{verdict:?}");
    assert_eq!(verdict.ahead_minutes, 0, "nothing is worked");
    let ended = week_end(roadmap, plan, &stages, schedule, &[], today);
    assert!(ended.is_none_or(|week| week.standing == Standing::Behind && week.minutes > 0), "{ended:?}");
    let lengths = Lengths::new();
    let at = Standpoint {
        roadmap,
        plan,
        lengths: &lengths,
        stages: &stages,
        schedule,
        worked: &[],
        today,
        in_hand: None,
    };
    let missing = at.backlog();
    assert_eq!(missing.total(), verdict.behind_minutes);
    assert!(missing.missing.iter().all(|missing| missing.minutes > 0 && missing.from < today));
    let out_of_range = PlanError::EndOutOfRange { start: plan.start };
    match proposals(&at) {
        Ok(found) => {
            assert!(found.iter().all(|proposal| proposal.weeks.len() <= 520));
            assert!(found.iter().all(|proposal| proposal.left_minutes <= missing.total()));
        }
        Err(problem) => assert_eq!(problem, out_of_range),
    }
    match at_pace(&at, Pace::Hours { per_week_minutes: 10 * 60 }, Buffer { percent: 20 }) {
        Ok(slower) => assert!(slower.weeks.len() <= 520),
        Err(problem) => assert_eq!(problem, out_of_range),
    }
    let left = remaining(roadmap, &stages, &[]);
    let milestones: Vec<Milestone> = left
        .iter()
        .map(|left| Milestone { item: left.stage, minutes_left: left.minutes, items_left: left.items })
        .collect();
    let history: Vec<PastWeek> = (1..9)
        .filter_map(|week| today.checked_sub_days(Days::new(7 * week)))
        .map(|first_day| PastWeek { first_day, minutes: 600, items: 1, off: 0.0 })
        .collect();
    let ahead = Ahead { today, days_off: &[1.0; 600], template_minutes: 0 };
    assert_eq!(forecast(&history, &milestones, &ahead).len(), milestones.len());
    stages
}

#[test]
fn blocks_that_overlap_each_keep_their_own_minutes() {
    let twice =
        vec![block(Weekday::Mon, 540, 660), block(Weekday::Mon, 600, 720), block(Weekday::Mon, 540, 660)];
    everything(&reference(), &plan(Pace::AsWritten), &Schedule::of(template(twice)), date("2026-12-14"));
}

#[test]
fn a_block_that_ends_before_it_begins_has_no_minutes() {
    let odd = template(vec![block(Weekday::Mon, 660, 540), block(Weekday::Tue, 540, 540)]);
    assert_eq!(odd.work_minutes(), 0);
    for pace in [plan(Pace::AsWritten), by_hours(20)] {
        everything(&reference(), &pace, &Schedule::of(odd.clone()), date("2026-12-14"));
    }
}

#[test]
fn a_template_without_blocks_leaves_everything_without_a_place() {
    let roadmap = reference();
    let stages =
        everything(&roadmap, &plan(Pace::AsWritten), &Schedule::of(template(vec![])), date("2026-12-14"));
    let laid = lay_out(
        &roadmap,
        &plan(Pace::AsWritten),
        &stages,
        &Schedule::of(template(vec![])),
        date("2026-11-30"),
    );
    let left: u32 = laid.unplaced.iter().map(|left| left.minutes).sum();
    assert_eq!((laid.blocks.len(), left), (0, 40 * 60));
}

#[test]
fn work_of_no_hours_at_all_is_dated_as_it_is_written() {
    let none = roadmap(vec![phase(None, vec![stage(range(1, 2), vec![hours(Category::Study, 0)])])]);
    for pace in [plan(Pace::AsWritten), by_hours(1)] {
        let stages = everything(&none, &pace, &Schedule::of(mornings()), date("2026-12-14"));
        assert_eq!(stages.len(), 1);
    }
    let empty = roadmap(Vec::new());
    assert_eq!(everything(&empty, &plan(Pace::AsWritten), &Schedule::of(mornings()), date("2026-12-14")), []);
}

#[test]
fn a_start_long_ago_is_a_plan_that_is_behind_or_over() {
    for start in ["1970-01-01", "2020-02-29"] {
        let plan = Plan { start: date(start), ..plan(Pace::AsWritten) };
        everything(&reference(), &plan, &Schedule::of(mornings()), date("2026-12-14"));
    }
}

#[test]
fn a_start_beyond_all_calendars_is_refused_with_its_date() {
    for start in ["0001-01-01", "1969-12-31"] {
        let start = date(start);
        let refused = date_stages(&reference(), &Plan { start, ..plan(Pace::AsWritten) });
        let problem = refused.expect_err("no calendar shows it");
        assert_eq!(problem, PlanError::StartOutOfRange { start });
        assert!(problem.to_string().contains("between 1970 and 9999"), "{problem}");
    }
    let start = date("9999-12-01");
    let refused = date_stages(&reference(), &Plan { start, ..plan(Pace::AsWritten) });
    assert_eq!(refused, Err(PlanError::EndOutOfRange { start }));
    let just = Plan { start: date("9999-01-01"), ..plan(Pace::AsWritten) };
    everything(&reference(), &just, &Schedule::of(mornings()), date("9999-03-01"));
    let (last, first) = (date("9999-12-31"), date("1970-01-01"));
    for today in [last, first] {
        everything(&reference(), &just, &Schedule::of(mornings()), today);
    }
}

#[test]
fn a_vacation_over_everything_asks_for_nothing_less_and_proposes_nothing_endless() {
    for (from, to) in [("2026-11-01", "2027-12-31"), ("1970-01-01", "9999-12-31")] {
        let off = DaysOff {
            id: None,
            from: date(from),
            to: date(to),
            relief: Relief::Off,
            title: "Away".to_owned(),
        };
        let schedule = Schedule::new(Schedule::of(mornings()).seasons().to_vec(), vec![off]);
        for pace in [plan(Pace::AsWritten), by_hours(20)] {
            everything(&reference(), &pace, &schedule, date("2026-12-14"));
        }
    }
}

#[test]
fn a_stage_of_two_thousand_hours_takes_its_weeks_and_tells_what_does_not_fit() {
    let huge = roadmap(vec![phase(None, vec![stage(range(1, 1), vec![hours(Category::Study, 2_000)])])]);
    let written = everything(&huge, &plan(Pace::AsWritten), &Schedule::of(mornings()), date("2026-12-14"));
    assert_eq!(written[0].to, Some(date("2026-12-06")), "its own week");
    let paced = everything(&huge, &by_hours(20), &Schedule::of(mornings()), date("2026-12-14"));
    assert_eq!(paced[0].to, Some(date("2026-11-30") + Days::new(7 * 100 - 1)), "a hundred weeks of 20 h");
}

#[test]
fn a_plan_of_ten_thousand_weeks_is_dated_and_looked_at_for_ten_years() {
    let stages = (0..10_000).map(|week| {
        let weeks = Some(NumberRange { from: week + 1, to: week + 1 });
        item(Kind::Stage { weeks, days: None }, "A stage", vec![hours(Category::Study, 10)])
    });
    let long = roadmap(vec![phase(None, stages.collect())]);
    for pace in [plan(Pace::AsWritten), by_hours(10)] {
        let stages = everything(&long, &pace, &Schedule::of(mornings()), date("2026-12-14"));
        assert_eq!(stages.len(), 10_000);
    }
}
