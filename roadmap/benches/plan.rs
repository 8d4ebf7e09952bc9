//! How long it takes to date a roadmap, to lay out a week and to judge a year, on the bundled
//! roadmap and on ones of 5,000 things to do: `cargo bench -p roadmap --bench plan`.
#![allow(clippy::expect_used, missing_docs)]

use chrono::{Days, NaiveDate, Weekday};
use divan::{Bencher, black_box};
use roadmap::document::{bundled, import};
use roadmap::plan::replan::{Standpoint, proposals};
use roadmap::plan::{
    Ahead, DatedStage, Lengths, Milestone, Pace, PastWeek, Plan, date_stages, demand, forecast, lay_out,
    template_for,
};
use roadmap::progress::{Worked, verdict};
use roadmap::schedule::{Schedule, templates_of};
use roadmap::{Category, ItemId, Roadmap};

fn main() {
    divan::main();
}

const SIZES: [&str; 3] = ["bundled", "5,000 items", "5,000 items in one stage"];

struct Scene {
    roadmap: Roadmap,
    plan: Plan,
    stages: Vec<DatedStage>,
    schedule: Schedule,
}

impl Scene {
    fn of(size: &str) -> Self {
        let document = match size {
            "bundled" => bundled()[0].source.to_owned(),
            "5,000 items" => two_years(),
            _ => two_years_in_one_stage(),
        };
        let roadmap = import(document.as_bytes(), "plan.md").expect("a roadmap").roadmap;
        let start = NaiveDate::from_ymd_opt(2026, 11, 30).expect("a date");
        let plan = Plan::new(start, Pace::Hours { per_week_minutes: 20 * 60 }, Weekday::Mon);
        let stages = date_stages(&roadmap, &plan).expect("dates");
        let template = template_for(&templates_of(&roadmap), plan.pace).expect("a template").clone();
        Self { roadmap, plan, stages, schedule: Schedule::of(template) }
    }

    fn week(&self, number: u64) -> NaiveDate {
        self.plan.start + Days::new(7 * number)
    }
}

/// 104 weeks with 48 things to do each.
fn two_years() -> String {
    let steps = "- Read a chapter and write down what is new in it\n".repeat(24);
    let week = |week| {
        format!(
            "### Week {week}: Onwards\n\n**Study (8 hours):**\n\n{steps}\n**Hands-On (12 hours):**\n\n{steps}\n"
        )
    };
    format!("# Two years\n\n## Phase 1: All of it\n\n{}", (1..=104).map(week).collect::<String>())
}

/// The same as one stage of 104 weeks.
fn two_years_in_one_stage() -> String {
    let steps = "- Read a chapter and write down what is new in it\n".repeat(104 * 24);
    format!(
        "# Two years\n\n## Phase 1: All of it\n\n### Weeks 1-104: Onwards\n\n**Study (832 hours):**\n\n{steps}\n**Hands-On (1248 hours):**\n\n{steps}\n"
    )
}

#[divan::bench(args = SIZES)]
fn date_all_stages(bencher: Bencher<'_, '_>, size: &str) {
    let scene = Scene::of(size);
    bencher.bench_local(|| date_stages(black_box(&scene.roadmap), &scene.plan));
}

#[divan::bench(args = SIZES)]
fn lay_out_a_week(bencher: Bencher<'_, '_>, size: &str) {
    let Scene { roadmap, plan, stages, schedule } = &Scene::of(size);
    let week = plan.start + Days::new(7 * 3);
    bencher.bench_local(|| lay_out(black_box(roadmap), plan, stages, schedule, week));
}

#[divan::bench(args = SIZES)]
fn judge_half_a_year(bencher: Bencher<'_, '_>, size: &str) {
    let scene = Scene::of(size);
    let activity = scene.stages.first().map(|stage| stage.stage);
    let sessions: Vec<Worked> = (0..26 * 7)
        .flat_map(|day| {
            let day = scene.plan.start + Days::new(day);
            let one = Worked {
                day,
                activity,
                category: Some(Category::Study),
                focused_seconds: 1500,
                worked_seconds: 1800,
                whole: true,
            };
            [one; 6]
        })
        .collect();
    let Scene { roadmap, plan, stages, schedule } = &scene;
    let today = scene.week(26);
    bencher.bench_local(|| verdict(black_box(roadmap), plan, stages, schedule, &sessions, today));
}

#[divan::bench(args = SIZES)]
fn replan_when_six_weeks_are_missed(bencher: Bencher<'_, '_>, size: &str) {
    let Scene { roadmap, plan, stages, schedule } = &Scene::of(size);
    let (lengths, today) = (Lengths::new(), plan.start + Days::new(7 * 6));
    let at =
        Standpoint { roadmap, plan, lengths: &lengths, stages, schedule, worked: &[], today, in_hand: None };
    bencher.bench_local(|| proposals(black_box(&at)));
}

/// Late in the plan, with 42 sessions in each of its weeks: nine of ten hours that they asked for.
#[divan::bench(args = SIZES)]
fn replan_when_half_a_year_went_slowly(bencher: Bencher<'_, '_>, size: &str) {
    let Scene { roadmap, plan, stages, schedule } = &Scene::of(size);
    let mut worked = Vec::new();
    for week in (0..26).map(|week| plan.start + Days::new(7 * week)) {
        for demand in demand(roadmap, plan, stages, week, schedule) {
            let seconds = demand.minutes * 60 / 10 * 9;
            worked.extend((0..21).map(|session| Worked {
                day: week + Days::new(session / 3),
                activity: Some(demand.activity),
                category: Some(demand.category),
                focused_seconds: seconds / 21,
                worked_seconds: seconds / 21,
                whole: true,
            }));
        }
    }
    let (lengths, today) = (Lengths::new(), plan.start + Days::new(7 * 26));
    let at = Standpoint {
        roadmap,
        plan,
        lengths: &lengths,
        stages,
        schedule,
        worked: &worked,
        today,
        in_hand: None,
    };
    bencher.bench_local(|| proposals(black_box(&at)));
}

/// Sixteen weeks that differ, six gates and the end: at the pace of the weeks, and at one so slow that every
/// future is followed for ten years.
#[divan::bench(args = [1, 100])]
fn forecast_seven_milestones(bencher: Bencher<'_, '_>, times: u32) {
    let today = NaiveDate::from_ymd_opt(2027, 3, 1).expect("a date");
    let week = |week: u32| PastWeek {
        first_day: today - Days::new(7 * u64::from(week)),
        minutes: 400 + 97 * week % 500,
        items: 3,
        off: 0.0,
    };
    let history: Vec<PastWeek> = (1..=16).rev().map(week).collect();
    let milestone = |part: u32| Milestone {
        item: ItemId(i64::from(part)),
        minutes_left: 4_300 * part * times,
        items_left: 0,
    };
    let milestones: Vec<Milestone> = (1..=7).map(milestone).collect();
    let ahead = Ahead { today, days_off: &[], template_minutes: 1_200 };
    bencher.bench_local(|| forecast(black_box(&history), &milestones, &ahead));
}
