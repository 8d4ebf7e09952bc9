//! What is kept free of each week: dates from hours move, written weeks stay.

use super::super::fixture::reference;
use super::super::{Buffer, Pace, Plan, PlanError, WeekLayout, date_stages, estimate, lay_out};
use super::{by_hours, dated, plan};
use crate::ItemId;
use crate::item::Tempo;
use crate::schedule::{Block, Schedule, templates_of};
use chrono::Days;

fn keeping(percent: u8, plan: Plan) -> Plan {
    Plan { buffer: Buffer { percent }, ..plan }
}

fn week(plan: &Plan, number: u64, schedule: &Schedule) -> WeekLayout {
    let roadmap = reference();
    lay_out(&roadmap, plan, &dated(&roadmap, plan), schedule, plan.start + Days::new(7 * (number - 1)))
}

fn full_time() -> Schedule {
    let templates = templates_of(&reference());
    Schedule::of(templates.into_iter().find(|one| one.tempo == Some(Tempo::FullTime)).expect("a template"))
}

fn placed(block: &Block) -> u32 {
    block.work.iter().map(|portion| portion.minutes).sum()
}

#[test]
fn a_fifth_of_twenty_hours_kept_free_dates_the_plan_as_sixteen_do() {
    let roadmap = reference();
    let kept = keeping(20, by_hours(20));
    assert_eq!(dated(&roadmap, &kept), dated(&roadmap, &by_hours(16)));
    let told = estimate(&roadmap, &kept, &dated(&roadmap, &kept), &Schedule::default(), kept.start);
    assert_eq!(
        (told.weekly_minutes, told.weeks),
        (20 * 60, 29),
        "460 h at 16 h, and the pace stays the pace"
    );
}

#[test]
fn nothing_is_kept_free_unless_it_is_asked_for() {
    assert_eq!(plan(Pace::AsWritten).buffer, Buffer::NONE);
    let without = r#"{"start": "2026-11-30", "pace": {"kind": "as-written"}, "week_start": "mon"}"#;
    assert_eq!(serde_json::from_str::<Plan>(without).expect("an older plan").buffer, Buffer::NONE);
}

#[test]
fn written_weeks_keep_their_dates_and_each_block_a_fifth_of_its_minutes() {
    let roadmap = reference();
    let kept = keeping(20, plan(Pace::AsWritten));
    assert_eq!(dated(&roadmap, &kept), dated(&roadmap, &plan(Pace::AsWritten)));
    let laid = week(&kept, 1, &full_time());
    for block in &laid.blocks {
        assert!(placed(block) <= block.minutes() * 4 / 5, "{}", block.title);
    }
    let asked: u32 = laid.demands.iter().map(|demand| demand.minutes).sum();
    let left: u32 = laid.unplaced.iter().map(|left| left.minutes).sum();
    assert_eq!(laid.blocks.iter().map(placed).sum::<u32>() + left, asked, "no minute is lost");
    assert!(left > 0, "what the rest does not hold is told");
    assert!(week(&plan(Pace::AsWritten), 1, &full_time()).unplaced.is_empty());
}

#[test]
fn what_is_given_by_hand_takes_its_block_whole() {
    let kept = keeping(30, plan(Pace::AsWritten));
    let mut schedule = full_time();
    let laid = week(&kept, 1, &schedule);
    let block = laid.blocks.iter().find(|block| !block.work.is_empty()).expect("a block with work");
    let activity: ItemId = laid.demands.iter().max_by_key(|demand| demand.minutes).expect("work").activity;
    schedule.given.insert(block.key, activity);
    let given = week(&kept, 1, &schedule);
    let again = given.blocks.iter().find(|found| found.key == block.key).expect("the same block");
    assert_eq!(placed(again), again.minutes());
}

#[test]
fn more_than_half_is_refused() {
    let refused = date_stages(&reference(), &keeping(51, by_hours(20)));
    assert_eq!(refused, Err(PlanError::BufferTooLarge { percent: 51 }));
    assert!(date_stages(&reference(), &keeping(50, by_hours(20))).is_ok());
}
