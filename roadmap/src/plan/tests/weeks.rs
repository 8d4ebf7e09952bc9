//! The demand and the blocks of a week, checked against the reference laid out on paper.

use super::super::fixture::{
    activity, date, full_time, hours, phase, range, reference, resting, roadmap, stage,
};
use super::super::{Pace, WeekLayout, blocks_of_week, days_of, demand, lay_out, template_for, week_of};
use super::{by_hours, dated, plan};
use crate::item::Tempo;
use crate::schedule::{Block, BlockKey, Exception, Origin, Schedule, Template, templates_of};
use crate::{Category, ItemId, Roadmap};
use Category::{HandsOn, InterviewPrep, JobSearch, Networking, Review, Study, Writing};
use chrono::{Datelike, Days, NaiveDate, Weekday};
use std::collections::{BTreeMap, BTreeSet};

fn template(roadmap: &Roadmap, tempo: Tempo) -> Template {
    templates_of(roadmap).into_iter().find(|template| template.tempo == Some(tempo)).expect("a template")
}

/// The given week (from 1) of the reference, as written and full time.
fn full_time_week(number: u64) -> WeekLayout {
    let (roadmap, plan) = (reference(), plan(Pace::AsWritten));
    let template = template(&roadmap, Tempo::FullTime);
    lay_out(
        &roadmap,
        &plan,
        &dated(&roadmap, &plan),
        &Schedule::of(template.clone()),
        plan.start + Days::new(7 * (number - 1)),
    )
}

/// Minutes placed, by the block's category and the work's.
fn placed(week: &WeekLayout) -> BTreeMap<(Category, Category), u32> {
    let mut placed = BTreeMap::new();
    for block in &week.blocks {
        for portion in &block.work {
            *placed.entry((block.category, portion.category)).or_default() += portion.minutes;
        }
    }
    placed
}

fn in_hours(placed: BTreeMap<(Category, Category), u32>) -> Vec<(Category, Category, u32)> {
    placed.into_iter().map(|((block, work), minutes)| (block, work, minutes / 60)).collect()
}

#[test]
fn week_1_lays_two_hours_of_study_into_hands_on_blocks() {
    let week = full_time_week(1);
    assert_eq!(in_hours(placed(&week)), [(Study, Study, 13), (HandsOn, Study, 2), (HandsOn, HandsOn, 25)]);
    assert!(week.unplaced.is_empty());
}

#[test]
fn weeks_2_3_and_9_lay_two_hours_of_hands_on_into_the_time_to_catch_up() {
    for number in [2, 3, 9] {
        let week = full_time_week(number);
        assert_eq!(
            in_hours(placed(&week)),
            [(Study, Study, 10), (Study, HandsOn, 2), (HandsOn, HandsOn, 28)]
        );
        assert!(week.unplaced.is_empty(), "week {number}");
        let over =
            week.blocks.iter().find(|b| b.category == Study && b.work.iter().any(|p| p.category == HandsOn));
        assert_eq!(over.map(|block| block.title.as_str()), Some("Catch up"), "week {number}");
    }
}

#[test]
fn week_10_lays_twelve_of_its_forty_hours_into_study_blocks() {
    let week = full_time_week(10);
    assert_eq!(in_hours(placed(&week)), [(Study, HandsOn, 12), (HandsOn, HandsOn, 28)]);
    assert!(week.unplaced.is_empty());
}

#[test]
fn a_double_week_asks_half_of_its_hours_in_each_week() {
    for number in [6, 7] {
        let week = full_time_week(number);
        assert_eq!(in_hours(placed(&week)), [(Study, Study, 5), (HandsOn, HandsOn, 25)]);
    }
}

#[test]
fn practice_writing_and_networking_stay_outside_the_stages_hours() {
    let week = full_time_week(1);
    for category in [InterviewPrep, Writing, Networking, Review] {
        let blocks: Vec<_> = week.blocks.iter().filter(|block| block.category == category).collect();
        assert!(!blocks.is_empty() && blocks.iter().all(|b| b.standing && b.work.is_empty()), "{category:?}");
    }
}

#[test]
fn weeks_11_and_12_have_their_own_three_part_day() {
    let week = full_time_week(11);
    let monday: Vec<_> = week
        .blocks
        .iter()
        .filter(|block| block.date == week.week)
        .map(|block| (block.start / 60, block.end / 60, block.category))
        .collect();
    assert_eq!(monday, [(9, 11, InterviewPrep), (14, 16, InterviewPrep), (19, 21, JobSearch)]);
    let sunday: Vec<_> = week.blocks.iter().filter(|b| b.date.weekday() == Weekday::Sun).collect();
    assert_eq!(sunday.len(), 1, "the template's review stays on the day of rest");
    assert_eq!(
        in_hours(placed(&week)),
        [(InterviewPrep, InterviewPrep, 20), (InterviewPrep, JobSearch, 4), (JobSearch, JobSearch, 12)]
    );
    let left: Vec<_> = week.unplaced.iter().map(|left| (left.category, left.minutes)).collect();
    assert_eq!(left, [(JobSearch, 4 * 60)], "36 h of routine hold 36 of 40 h, and the rest is named");
}

#[test]
fn the_ongoing_stage_makes_its_daily_work_the_day() {
    let week = full_time_week(13);
    let asked: Vec<_> = week.demands.iter().map(|demand| (demand.category, demand.minutes)).collect();
    let each = 6 * 2 * 60;
    assert_eq!(
        asked,
        [(InterviewPrep, each), (JobSearch, each), (HandsOn, each)],
        "the least, Monday to Saturday"
    );
    assert!(week.unplaced.is_empty());
    let saturday: Vec<_> = week
        .blocks
        .iter()
        .filter(|block| block.date.weekday() == Weekday::Sat)
        .map(|block| (block.start / 60, block.category))
        .collect();
    assert_eq!(saturday, [(9, InterviewPrep), (14, JobSearch), (19, HandsOn)]);
}

#[test]
fn the_ongoing_stage_ends_after_three_months() {
    let last = full_time_week(25);
    let days: BTreeSet<NaiveDate> = last.blocks.iter().map(|block| block.date).collect();
    assert_eq!(days.last(), Some(&date("2027-05-21")));
    assert!(full_time_week(26).blocks.is_empty());
}

#[test]
fn at_twenty_hours_each_week_fills_the_part_time_template_and_nothing_is_left() {
    let (roadmap, plan) = (reference(), by_hours(20));
    let (stages, template) = (dated(&roadmap, &plan), template(&roadmap, Tempo::PartTime));
    for number in 0..23 {
        let week = lay_out(
            &roadmap,
            &plan,
            &stages,
            &Schedule::of(template.clone()),
            plan.start + Days::new(7 * number),
        );
        let asked: u32 = week.demands.iter().map(|demand| demand.minutes).sum();
        assert_eq!(asked, 20 * 60, "week {}", number + 1);
        assert!(week.unplaced.is_empty(), "week {}: {:?}", number + 1, week.unplaced);
        assert!(week.blocks.iter().all(|block| block.free_minutes() == 0));
    }
}

#[test]
fn the_first_part_time_week_on_paper() {
    let (roadmap, plan) = (reference(), by_hours(20));
    let (stages, template) = (dated(&roadmap, &plan), template(&roadmap, Tempo::PartTime));
    let week = lay_out(&roadmap, &plan, &stages, &Schedule::of(template.clone()), plan.start);
    let expected = [((Study, Study), 450), ((Study, HandsOn), 450), ((HandsOn, HandsOn), 300)];
    assert_eq!(placed(&week), expected.into_iter().collect());
}

#[test]
fn at_part_time_a_routine_takes_the_times_that_the_template_has() {
    let (roadmap, plan) = (reference(), by_hours(20));
    let (stages, template) = (dated(&roadmap, &plan), template(&roadmap, Tempo::PartTime));
    let schedule = Schedule::of(template.clone());
    let laid = |stage: usize| {
        let week = week_of(stages[stage].from, Weekday::Mon) + Days::new(7);
        lay_out(&roadmap, &plan, &stages, &schedule, week)
    };
    let times = |blocks: &[Block], day: u64, week: NaiveDate| -> Vec<_> {
        let of_day = blocks.iter().filter(|block| block.date == week + Days::new(day));
        of_day.map(|block| (block.start, block.end, block.category)).collect()
    };
    let (interviews, ongoing) = (laid(9), laid(10));
    assert_eq!(
        times(&interviews.blocks, 0, interviews.week),
        [(1140, 1180, InterviewPrep), (1180, 1220, InterviewPrep), (1220, 1260, JobSearch)],
        "two hours in the evening, a third of the day that the document draws"
    );
    assert_eq!(
        times(&ongoing.blocks, 0, ongoing.week),
        [(1140, 1180, InterviewPrep), (1180, 1220, JobSearch), (1220, 1260, HandsOn)]
    );
    for week in [interviews, ongoing] {
        let asked: u32 = week.demands.iter().map(|demand| demand.minutes).sum();
        let held: u32 = week.blocks.iter().filter(|b| !b.standing).map(Block::minutes).sum();
        assert_eq!((asked, held), (20 * 60, 20 * 60), "the pace, and no more");
        assert!(week.unplaced.is_empty(), "{:?}", week.unplaced);
    }
}

#[test]
fn a_time_of_the_template_moved_by_hand_takes_the_routines_work_all_the_same() {
    let (roadmap, plan) = (reference(), by_hours(20));
    let stages = dated(&roadmap, &plan);
    let mut picky = template(&roadmap, Tempo::PartTime);
    for block in &mut picky.blocks {
        (block.category, block.accepts) = (Study, Vec::new());
    }
    let mut schedule = Schedule::of(picky);
    let week = week_of(stages[9].from, Weekday::Mon) + Days::new(7);
    let laid = |schedule: &Schedule| lay_out(&roadmap, &plan, &stages, schedule, week);
    assert!(laid(&schedule).unplaced.is_empty());
    let key = BlockKey { date: week, origin: Origin::Place(0) };
    let moved = Exception::Moved { date: week + Days::new(1), start: 21 * 60, end: 23 * 60 };
    schedule.exceptions.insert(key, moved);
    let laid = laid(&schedule);
    let block = laid.blocks.iter().find(|block| block.key == key).expect("it is there");
    assert_eq!((block.category, block.free_minutes()), (Study, 0), "{:?}", laid.unplaced);
    assert!(laid.unplaced.is_empty());
    assert_eq!(block.accepts, [], "which is lent, and does not go with it elsewhere");
}

#[test]
fn what_a_short_day_has_no_room_for_is_told() {
    let roadmap = reference();
    let plan = by_hours(20);
    let stages = dated(&roadmap, &plan);
    let mut short = template(&roadmap, Tempo::PartTime);
    for block in &mut short.blocks {
        block.end = block.start + 30;
    }
    let week = week_of(stages[10].from, Weekday::Mon) + Days::new(7);
    let laid = lay_out(&roadmap, &plan, &stages, &Schedule::of(short), week);
    let monday: Vec<_> = laid.blocks.iter().filter(|block| block.date == week).map(Block::minutes).collect();
    assert_eq!(monday, [15, 15], "a quarter of an hour is the least");
    let placed: u32 = laid.blocks.iter().flat_map(|block| &block.work).map(|portion| portion.minutes).sum();
    let left: u32 = laid.unplaced.iter().map(|left| left.minutes).sum();
    let asked: u32 = laid.demands.iter().map(|demand| demand.minutes).sum();
    assert_eq!(placed + left, asked);
    assert!(left > 0);
}

#[test]
fn where_weeks_begin_on_sunday_each_still_asks_for_one_week_of_the_document() {
    let roadmap = reference();
    let plan = super::Plan { week_start: Weekday::Sun, ..plan(Pace::AsWritten) };
    let (stages, template) = (dated(&roadmap, &plan), template(&roadmap, Tempo::FullTime));
    let asked = |week: &str| {
        let week = lay_out(&roadmap, &plan, &stages, &Schedule::of(template.clone()), date(week));
        week.demands.iter().map(|demand| (demand.category, demand.minutes / 60)).collect::<Vec<_>>()
    };
    assert_eq!(asked("2026-11-29"), [(Study, 15), (HandsOn, 25)]);
    assert_eq!(asked("2026-12-06"), [(Study, 10), (HandsOn, 30)], "the day of rest asks nothing of week 1");
}

#[test]
fn the_weeks_of_a_stage_together_ask_for_exactly_its_hours() {
    let weekend = [Weekday::Sat, Weekday::Sun];
    for (plan, rest) in [
        (plan(Pace::AsWritten), &weekend[..]),
        (by_hours(20), &[]),
        (by_hours(7), &weekend[1..]),
        (by_hours(33), &weekend[..]),
    ] {
        let roadmap = reference();
        let stages = dated(&roadmap, &plan);
        let mut asked: BTreeMap<ItemId, u32> = BTreeMap::new();
        for number in 0..90 {
            for demand in demand(&roadmap, &plan, &stages, plan.start + Days::new(7 * number), &resting(rest))
            {
                *asked.entry(demand.stage).or_default() += demand.minutes;
            }
        }
        for stage in stages.iter().filter(|stage| stage.to.is_some()) {
            assert_eq!(asked.get(&stage.stage), Some(&stage.minutes));
        }
    }
}

#[test]
fn where_a_stage_begins_within_a_week_its_work_waits_for_its_days() {
    let (roadmap, plan) = (reference(), by_hours(33));
    let stages = dated(&roadmap, &plan);
    let schedule = Schedule::of(template(&roadmap, Tempo::FullTime));
    assert!(stages[1].from.weekday() != Weekday::Mon);
    for week in (0..14).map(|week| plan.start + Days::new(7 * week)) {
        let laid = lay_out(&roadmap, &plan, &stages, &schedule, week);
        for block in &laid.blocks {
            for portion in &block.work {
                let asked = laid.demands.iter().find(|demand| demand.activity == portion.activity);
                let (first, last) = asked.expect("a demand").days;
                let on_own_days = |block: &&Block| first <= block.date && block.date <= last;
                let takes = |block: &&Block| {
                    let serves = |category| block.category == category || block.accepts.contains(&category);
                    block.category.is_work() && !block.standing && serves(portion.category)
                };
                let mut own = laid.blocks.iter().filter(on_own_days).filter(takes);
                let is_full = own.all(|block| block.free_minutes() == 0);
                assert!(on_own_days(&block) || is_full, "{} in {:?}", portion.activity.0, block.key);
            }
        }
    }
}

#[test]
fn there_are_no_blocks_before_the_first_day() {
    let roadmap = reference();
    let plan = super::Plan { start: date("2026-12-02"), ..plan(Pace::AsWritten) };
    let stages = dated(&roadmap, &plan);
    let template = template(&roadmap, Tempo::FullTime);
    let week = blocks_of_week(&roadmap, &plan, &stages, &Schedule::of(template.clone()), date("2026-11-30"));
    assert_eq!(week.first().map(|block| block.date), Some(date("2026-12-02")));
    assert!(
        blocks_of_week(&roadmap, &plan, &stages, &Schedule::of(template.clone()), date("2026-11-23"))
            .is_empty()
    );
}

#[test]
fn a_block_outside_comes_inside_where_the_stage_has_a_budget_for_it() {
    let stages =
        vec![stage(range(1, 1), vec![hours(InterviewPrep, 7)]), stage(range(2, 2), vec![hours(Study, 1)])];
    let roadmap = roadmap(vec![phase(range(1, 1), stages), full_time()]);
    let plan = plan(Pace::AsWritten);
    let (stages, template) = (dated(&roadmap, &plan), template(&roadmap, Tempo::FullTime));
    let first = lay_out(&roadmap, &plan, &stages, &Schedule::of(template.clone()), plan.start);
    assert_eq!(in_hours(placed(&first)), [(InterviewPrep, InterviewPrep, 7)]);
    let second =
        lay_out(&roadmap, &plan, &stages, &Schedule::of(template.clone()), plan.start + Days::new(7));
    assert!(second.blocks.iter().filter(|b| b.category == InterviewPrep).all(|b| b.standing));
}

#[test]
fn a_stage_without_hours_still_says_what_its_blocks_are_for() {
    let roadmap = roadmap(vec![stage(range(1, 1), vec![activity(Study, None), activity(HandsOn, None)])]);
    let plan = plan(Pace::AsWritten);
    let (stages, template) = (dated(&roadmap, &plan), template(&roadmap, Tempo::FullTime));
    let week = lay_out(&roadmap, &plan, &stages, &Schedule::of(template.clone()), plan.start);
    let asked: Vec<_> = week.demands.iter().map(|d| (d.category, d.minutes, d.assumed)).collect();
    assert_eq!(asked, [(Study, 20 * 60, true), (HandsOn, 20 * 60, true)]);
}

#[test]
fn assumed_hours_give_way_to_what_the_blocks_hold() {
    let roadmap = roadmap(vec![stage(range(1, 1), vec![activity(Study, None), activity(HandsOn, None)])]);
    let plan = plan(Pace::AsWritten);
    let (stages, template) = (dated(&roadmap, &plan), template(&roadmap, Tempo::PartTime));
    let week = lay_out(&roadmap, &plan, &stages, &Schedule::of(template.clone()), plan.start);
    assert!(week.unplaced.is_empty());
    assert_eq!(week.demands.iter().map(|demand| demand.minutes).sum::<u32>(), 20 * 60);
}

#[test]
fn keys_are_unique_in_a_week_and_the_same_each_time() {
    let keys = |number| full_time_week(number).blocks.iter().map(|block| block.key).collect::<Vec<_>>();
    for number in [1, 11, 13] {
        let once = keys(number);
        assert_eq!(once, keys(number));
        assert_eq!(once.iter().collect::<BTreeSet<_>>().len(), once.len());
    }
}

#[test]
fn a_template_is_chosen_by_its_hours() {
    let roadmap = reference();
    let templates = templates_of(&roadmap);
    let chosen = |pace| template_for(&templates, pace).and_then(|template| template.tempo);
    let hours = |hours: u32| Pace::Hours { per_week_minutes: hours * 60 };
    assert_eq!(chosen(Pace::AsWritten), Some(Tempo::FullTime));
    assert_eq!(chosen(hours(20)), Some(Tempo::PartTime));
    assert_eq!(chosen(hours(38)), Some(Tempo::FullTime));
    assert_eq!(template_for(&[], Pace::AsWritten), None);
}

#[test]
fn a_week_has_seven_days() {
    let days: Vec<NaiveDate> = days_of(date("2026-12-28")).collect();
    assert_eq!((days.len(), days.last()), (7, Some(&date("2027-01-03"))));
}
