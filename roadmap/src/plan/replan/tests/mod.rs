//! Proposals: what each way out changes, and what holds for all of them.

mod days_off;
mod dropping;
mod fit;
mod free_again;
mod inside;
mod open_end;
mod over;
mod pinned;
mod properties;
mod weeks_off;

use super::{Proposal, Standpoint, Way, WeekLoad, at_pace, proposals, short_of_days, without_room};
use crate::plan::fixture::{daily, date, hours, item, phase, range, reference, roadmap, stage, step};
use crate::plan::{
    Asking, Buffer, DatedStage, Demand, Lengths, Pace, Plan, date_stages_with, template_for, week_of,
};
use crate::progress::{Standing, Worked, verdict};
use crate::schedule::{DaysOff, Relief, Schedule, templates_of};
use crate::{Category, Item, ItemId, Kind, Roadmap};
use Category::{HandsOn, Study};
use chrono::{Days, NaiveDate, Weekday};
use proptest::prelude::*;

/// A plan with all that proposals begin from.
#[derive(Debug, Clone)]
struct Scene {
    roadmap: Roadmap,
    plan: Plan,
    lengths: Lengths,
    stages: Vec<DatedStage>,
    schedule: Schedule,
    worked: Vec<Worked>,
    today: NaiveDate,
    in_hand: Option<ItemId>,
}

impl Scene {
    fn new(roadmap: Roadmap, pace: Pace, today: &str) -> Self {
        let plan = Plan::new(date("2026-11-30"), pace, Weekday::Mon);
        let lengths = Lengths::new();
        let stages = date_stages_with(&roadmap, &plan, &lengths).expect("dates");
        let template = template_for(&templates_of(&roadmap), pace).expect("a template").clone();
        let (schedule, worked) = (Schedule::of(template), Vec::new());
        Self { roadmap, plan, lengths, stages, schedule, worked, today: date(today), in_hand: None }
    }

    fn at(&self) -> Standpoint<'_> {
        let Self { roadmap, plan, lengths, stages, schedule, worked, today, in_hand } = self;
        let (today, in_hand) = (*today, *in_hand);
        Standpoint { roadmap, plan, lengths, stages, schedule, worked, today, in_hand }
    }

    /// Works so many hours on what a day's week asks for first.
    fn work(mut self, day: &str, hours: u32) -> Self {
        let day = date(day);
        let week = week_of(day, Weekday::Mon);
        let mut left = hours * 60;
        for demand in self.asks(week) {
            let minutes = demand.minutes.min(left);
            left -= minutes;
            self.worked.push(Worked {
                day,
                activity: Some(demand.activity),
                category: Some(demand.category),
                focused_seconds: minutes * 50,
                worked_seconds: minutes * 60,
                whole: true,
            });
        }
        self
    }

    fn off(mut self, from: &str, to: &str) -> Self {
        let off =
            DaysOff { id: None, from: date(from), to: date(to), relief: Relief::Off, title: "Away".into() };
        let mut days_off = self.schedule.days_off().to_vec();
        days_off.push(off);
        let Schedule { moved, former_ends, .. } = self.schedule.clone();
        self.schedule = Schedule::new(self.schedule.seasons().to_vec(), days_off);
        (self.schedule.moved, self.schedule.former_ends) = (moved, former_ends);
        self
    }

    fn asks(&self, week: NaiveDate) -> Vec<Demand> {
        Asking::of(&self.roadmap, &self.plan, &self.stages, &self.schedule).in_week(week)
    }

    /// All minutes that stages with an end ask for, over all weeks.
    fn asked_in_all(&self) -> u64 {
        let closed: Vec<ItemId> =
            self.stages.iter().filter(|stage| stage.to.is_some()).map(|stage| stage.stage).collect();
        let first = week_of(self.plan.start, Weekday::Mon);
        let weeks = (0..200).map(|week| first + Days::new(7 * week));
        let asking = Asking::of(&self.roadmap, &self.plan, &self.stages, &self.schedule);
        let demands = weeks.flat_map(|week| asking.in_week(week));
        demands.filter(|demand| closed.contains(&demand.stage)).map(|demand| u64::from(demand.minutes)).sum()
    }

    fn proposals(&self) -> Vec<Proposal> {
        proposals(&self.at()).expect("proposals")
    }

    fn ways(&self) -> Vec<Way> {
        self.proposals().iter().map(|proposal| proposal.way).collect()
    }

    /// True where nothing is missing and days off take no time any more; what the blocks lack is another matter.
    fn is_settled(&self) -> bool {
        self.ways().iter().all(|way| *way == Way::FitBlocks)
    }

    fn proposal(&self, way: Way) -> Proposal {
        let all = self.proposals();
        let ways: Vec<Way> = all.iter().map(|proposal| proposal.way).collect();
        all.into_iter().find(|found| found.way == way).unwrap_or_else(|| panic!("{way:?} not in {ways:?}"))
    }

    /// The scene once a proposal is accepted.
    fn accept(&self, proposal: &Proposal) -> Self {
        let mut after = self.clone();
        let changes = &proposal.changes;
        if let Some(changed) = super::dropping::with_budgets(&after.roadmap, &changes.budgets) {
            after.roadmap = changed;
        }
        (after.plan.pace, after.plan.buffer) = (changes.pace, changes.buffer);
        after.lengths.clone_from(&changes.lengths);
        after.schedule.moved.clone_from(&changes.moved);
        after.schedule.former_ends.clone_from(&changes.former_ends);
        after.stages = date_stages_with(&after.roadmap, &after.plan, &after.lengths).expect("dates");
        after
    }

    fn standing(&self) -> Standing {
        let Self { roadmap, plan, stages, schedule, worked, today, .. } = self;
        verdict(roadmap, plan, stages, schedule, worked, *today).standing
    }
}

fn full_time(today: &str) -> Scene {
    Scene::new(reference(), Pace::AsWritten, today)
}

fn by_hours(today: &str) -> Scene {
    Scene::new(reference(), Pace::Hours { per_week_minutes: 20 * 60 }, today)
}

#[test]
fn a_plan_that_holds_needs_no_proposal() {
    assert_eq!(full_time("2026-11-30").ways(), []);
    assert_eq!(full_time("2026-12-07").work("2026-12-01", 40).ways(), []);
    assert_eq!(full_time("2026-12-03").ways(), [], "a week that is not over is not late");
}

#[test]
fn what_is_missing_is_named_by_its_activity_and_week() {
    let scene = full_time("2026-12-14").work("2026-12-01", 15).work("2026-12-08", 40);
    let missing = scene.at().backlog();
    let named: Vec<_> =
        missing.missing.iter().map(|missing| (missing.category, missing.from, missing.minutes)).collect();
    assert_eq!(named, [(HandsOn, date("2026-11-30"), 25 * 60)]);
}

#[test]
fn a_missed_week_pushes_all_dates_by_a_week_and_the_plan_holds_again() {
    let scene = full_time("2026-12-07");
    let push = scene.proposal(Way::PushDates);
    assert_eq!(push.ends, (Some(date("2027-02-21")), Some(date("2027-02-28"))));
    assert_eq!(push.phases.len(), 4, "the phase with the open end too");
    assert_eq!(push.left_minutes, 0);
    let after = scene.accept(&push);
    assert_eq!(after.standing(), Standing::OnPace);
    assert_eq!(after.stages[0], scene.stages[0], "what is over is over");
    assert_eq!(after.stages[1].to, Some(date("2026-12-20")));
}

#[test]
fn weeks_hold_what_is_pushed_into_them_in_their_blocks() {
    for scene in
        [full_time("2026-12-07"), full_time("2026-12-16"), by_hours("2026-12-07"), by_hours("2026-12-30")]
    {
        let push = scene.proposal(Way::PushDates);
        let moved = |week: &&WeekLoad| push.changes.moved.iter().any(|moved| moved.to == week.week);
        for week in push.weeks.iter().filter(moved) {
            assert!(week.after <= week.room, "{:?} {week:?}", scene.today);
        }
    }
}

#[test]
fn compressing_keeps_the_end_and_each_week_takes_its_part() {
    let scene = full_time("2026-12-07");
    let compress = scene.proposal(Way::Compress);
    assert_eq!(compress.ends.0, compress.ends.1);
    let more: Vec<u32> = compress.weeks.iter().map(|week| week.after - week.before).collect();
    assert_eq!(more.len(), 11);
    assert_eq!(more.iter().sum::<u32>(), 40 * 60);
    assert!(more.iter().all(|more| (215..=222).contains(more)), "{more:?}");
    assert_eq!(scene.accept(&compress).standing(), Standing::OnPace);
}

#[test]
fn slack_is_used_where_blocks_have_room_the_earliest_first() {
    let scene = full_time("2026-12-07").work("2026-12-01", 30);
    let slack = scene.proposal(Way::UseSlack);
    assert_eq!(slack.ends.0, slack.ends.1);
    assert_eq!(slack.left_minutes, 0);
    let fits = |week: &WeekLoad| week.after <= week.room || week.after == week.before;
    assert!(slack.weeks.iter().all(fits), "{:?}", slack.weeks);
    let first = slack.weeks.iter().position(|week| week.after > week.before).expect("some room");
    assert!(first < 4, "in week {first}");
    assert_eq!(scene.accept(&slack).standing(), Standing::OnPace);
}

#[test]
fn what_was_moved_and_is_missed_again_moves_on() {
    let scene = full_time("2026-12-07");
    for first in [Way::Compress, Way::PushDates] {
        let mut after = scene.accept(&scene.proposal(first));
        after.today = date("2026-12-21");
        for again in [Way::Compress, Way::PushDates] {
            let again = after.proposal(again);
            assert_eq!(again.left_minutes, 0, "{first:?}, then {:?}", again.way);
            assert_eq!(after.accept(&again).standing(), Standing::OnPace, "{first:?}, then {:?}", again.way);
        }
    }
}

#[test]
fn more_hours_a_week_keep_the_end() {
    let scene = by_hours("2027-01-04");
    let raise = scene.proposal(Way::RaiseHours);
    assert!(raise.ends.1 <= raise.ends.0);
    let Pace::Hours { per_week_minutes } = raise.changes.pace else { panic!("a pace by hours") };
    assert!((25 * 60..=28 * 60).contains(&per_week_minutes), "{per_week_minutes}");
    let after = scene.accept(&raise);
    assert_eq!(after.standing(), Standing::OnPace);
}

#[test]
fn no_more_hours_a_week_are_proposed_than_anybody_works() {
    let most = |week: &WeekLoad| week.after <= 84 * 60;
    assert!(by_hours("2027-03-29").proposal(Way::RaiseHours).weeks.iter().all(most));
    let late = by_hours("2027-04-19");
    assert!(!late.ways().contains(&Way::RaiseHours), "153 h a week: {:?}", late.ways());
}

#[test]
fn another_pace_takes_along_what_weeks_to_come_took_over() {
    let scene = full_time("2027-01-11");
    for way in [Way::PushDates, Way::Compress] {
        let after = scene.accept(&scene.proposal(way));
        let pace = Pace::Hours { per_week_minutes: 20 * 60 };
        let paced = at_pace(&after.at(), pace, Buffer::NONE).expect("a proposal");
        let most = paced.weeks.iter().map(|week| week.after).max();
        assert!(most <= Some(21 * 60), "{way:?}: {most:?}");
        let then = after.accept(&paced);
        assert_eq!(
            (then.standing(), then.asked_in_all()),
            (Standing::OnPace, scene.asked_in_all()),
            "{way:?}"
        );
    }
}

#[test]
fn a_plan_by_the_documents_weeks_can_have_more_hours_where_its_weeks_have_blocks_for_them() {
    let mut weeks: Vec<Item> = (1..=6).map(|week| stage(range(week, week), vec![hours(Study, 20)])).collect();
    weeks.push(crate::plan::fixture::full_time());
    let scene = Scene::new(roadmap(vec![phase(None, weeks)]), Pace::AsWritten, "2026-12-07");
    let raise = scene.proposal(Way::RaiseHours);
    assert!(raise.ends.1 <= raise.ends.0 && raise.ends.1 < scene.proposal(Way::PushDates).ends.1);
    let Pace::Hours { per_week_minutes } = raise.changes.pace else { panic!("a pace by hours") };
    assert!((24 * 60..25 * 60).contains(&per_week_minutes), "120 h in 5 weeks: {per_week_minutes}");
    let after = scene.accept(&raise);
    assert_eq!((after.standing(), after.ways()), (Standing::OnPace, vec![]));
    let full = full_time("2026-12-07");
    assert!(
        !full.ways().contains(&Way::RaiseHours),
        "its blocks hold no 42 h beside what is outside the hours"
    );
}

#[test]
fn a_stage_of_which_all_is_optional_has_an_end_without_it_too() {
    let optional = |text: &str| Item { kind: Kind::Step { optional: true }, ..step(text) };
    let mut extra = hours(HandsOn, 20);
    extra.children = vec![optional("a"), optional("b")];
    let weeks = vec![
        stage(range(1, 1), vec![hours(Study, 10)]),
        stage(None, vec![extra]),
        stage(range(3, 3), vec![hours(Study, 10)]),
        crate::plan::fixture::full_time(),
    ];
    let scene = Scene::new(roadmap(vec![phase(None, weeks)]), Pace::AsWritten, "2026-12-07");
    let drop = scene.proposal(Way::DropOptional);
    assert_eq!(drop.changes.budgets.iter().map(|(_, minutes)| *minutes).collect::<Vec<_>>(), [0]);
    assert_eq!(drop.ends, (Some(date("2026-12-17")), Some(date("2026-12-14"))), "four days become one");
    assert!(scene.accept(&drop).stages.iter().all(|stage| !stage.open_ended));
}

#[test]
fn what_is_optional_can_go_with_its_part_of_the_hours() {
    let optional = |text: &str| Item { kind: Kind::Step { optional: true }, ..step(text) };
    let mut practice = hours(HandsOn, 20);
    practice.children = vec![step("a"), step("b"), step("c"), optional("d")];
    let weeks = vec![
        stage(range(1, 1), vec![hours(Study, 10)]),
        stage(range(2, 3), vec![practice]),
        crate::plan::fixture::full_time(),
    ];
    let scene = Scene::new(roadmap(vec![phase(None, weeks)]), Pace::AsWritten, "2026-12-07");
    let drop = scene.proposal(Way::DropOptional);
    assert_eq!(drop.changes.dropped.len(), 1);
    assert_eq!(drop.changes.budgets.iter().map(|(_, minutes)| *minutes).collect::<Vec<_>>(), [15 * 60]);
    let after: u32 = drop.weeks.iter().map(|week| week.after).sum();
    assert_eq!(after, (10 + 15) * 60);
}

#[test]
fn a_vacation_pushes_the_dates_by_what_it_takes_and_a_single_day_does_not() {
    let scene = full_time("2026-12-01").off("2026-12-25", "2026-12-25");
    assert_eq!(scene.ways(), []);
    let scene = full_time("2026-12-01").off("2026-12-21", "2027-01-03");
    let push = scene.proposal(Way::PushDates);
    assert_eq!(push.ends.1, Some(date("2027-03-07")), "two weeks later");
    assert_eq!(push.left_minutes, 0);
    let after = scene.accept(&push);
    assert_eq!(after.ways(), [], "once is enough");
    let longer = after.off("2027-01-04", "2027-01-10").proposal(Way::PushDates);
    assert_eq!(longer.ends.1, Some(date("2027-03-14")), "and another week");
}

#[test]
fn days_off_that_are_over_or_in_worked_stages_push_nothing() {
    let all_worked_for = |today: &str, weeks: u64, hours: u32| {
        let mut scene = full_time(today).off("2027-02-15", "2027-02-21");
        for week in 0..weeks {
            let day = date("2026-11-30") + Days::new(7 * week);
            scene = scene.work(&day.to_string(), hours);
        }
        scene
    };
    assert!(all_worked_for("2027-02-08", 10, 40).ways().contains(&Way::PushDates), "still to come");
    assert_eq!(all_worked_for("2027-02-22", 12, 40).ways(), [], "over, and made up for");
    let mut ahead = all_worked_for("2027-02-10", 12, 40);
    for session in &mut ahead.worked {
        session.day = session.day.min(ahead.today);
    }
    assert!(!ahead.ways().contains(&Way::PushDates), "its hours are worked");
}

#[test]
fn a_second_vacation_in_a_long_stage_pushes_once_the_first_is_over() {
    let weeks = vec![stage(range(1, 8), vec![hours(Study, 160)]), crate::plan::fixture::full_time()];
    let scene = Scene::new(roadmap(vec![phase(None, weeks)]), Pace::AsWritten, "2026-12-01")
        .off("2026-12-14", "2026-12-20");
    let mut after = scene.accept(&scene.proposal(Way::PushDates));
    assert_eq!(after.ways(), [], "once is enough");
    for (day, hours) in [("2026-11-30", 20), ("2026-12-07", 20), ("2026-12-21", 20)] {
        after = after.work(day, hours);
    }
    after.today = date("2026-12-28");
    assert_eq!(after.ways(), [], "still enough");
    let push = after.off("2027-01-04", "2027-01-10").proposal(Way::PushDates);
    assert_eq!(push.ends, (Some(date("2027-01-31")), Some(date("2027-02-07"))));
}

#[test]
fn a_vacation_without_an_end_pushes_nothing_out_of_time() {
    let scene = full_time("2026-12-07").off("2026-12-01", "9999-12-31");
    assert!(proposals(&scene.at()).is_ok());
}

#[test]
fn what_was_worked_ahead_pulls_the_dates_forward() {
    for (mut scene, hours) in [(full_time("2026-12-07"), 40), (by_hours("2026-12-07"), 20)] {
        for day in ["2026-12-01", "2026-12-08", "2026-12-15", "2026-12-22"] {
            scene = scene.work(day, hours);
        }
        for session in &mut scene.worked {
            session.day = session.day.min(scene.today);
        }
        assert_eq!(scene.standing(), Standing::Ahead);
        let pull = scene.proposal(Way::PullForward);
        assert_eq!(scene.ways(), [Way::PullForward]);
        assert!(pull.ends.1 < pull.ends.0, "{:?}", pull.ends);
        let after = scene.accept(&pull);
        let comes_later = |(before, after): (&DatedStage, &DatedStage)| after.last_day() > before.last_day();
        assert!(!scene.stages.iter().zip(&after.stages).any(comes_later));
    }
}

#[test]
fn another_pace_dates_what_is_left_anew() {
    let scene = full_time("2026-11-30");
    let slower =
        at_pace(&scene.at(), Pace::Hours { per_week_minutes: 20 * 60 }, Buffer::NONE).expect("a plan");
    assert_eq!(slower.ends.1, Some(date("2027-05-09")), "460 h at 20 h a week");
    let later = full_time("2026-12-14").work("2026-12-01", 40).work("2026-12-08", 40);
    let slower =
        at_pace(&later.at(), Pace::Hours { per_week_minutes: 20 * 60 }, Buffer::NONE).expect("a plan");
    assert_eq!(slower.ends.1, Some(date("2027-05-02") - Days::new(7)), "380 h are 19 weeks");
    let refused = at_pace(&scene.at(), Pace::Hours { per_week_minutes: 0 }, Buffer::NONE);
    assert!(refused.is_err());
}

#[test]
fn another_pace_keeps_the_week_that_is_open_and_what_was_worked_ahead() {
    let twenty = Pace::Hours { per_week_minutes: 20 * 60 };
    let ends = |scene: &Scene| at_pace(&scene.at(), twenty, Buffer::NONE).expect("a plan").ends.1;
    let nothing = full_time("2026-12-06");
    assert_eq!(
        ends(&nothing),
        Some(date("2026-12-07") + Days::new(7 * 23 - 1)),
        "460 h are 23 weeks from Monday on"
    );
    let mut both = full_time("2026-12-09").work("2026-12-01", 40).work("2026-12-08", 40);
    for session in &mut both.worked {
        session.day = date("2026-12-08");
    }
    assert_eq!(
        ends(&both),
        Some(date("2026-12-10") + Days::new(7 * 19 - 1)),
        "380 h are 19 weeks, from the day after a stage of which all is worked"
    );
}

#[test]
fn what_is_kept_free_from_now_on_dates_what_is_left_anew() {
    let scene = by_hours("2026-12-14").work("2026-12-01", 20).work("2026-12-08", 20);
    let twenty = Pace::Hours { per_week_minutes: 20 * 60 };
    let kept = at_pace(&scene.at(), twenty, Buffer { percent: 20 }).expect("a plan");
    let sixteen =
        at_pace(&scene.at(), Pace::Hours { per_week_minutes: 16 * 60 }, Buffer::NONE).expect("a plan");
    assert_eq!(kept.ends, sixteen.ends);
    assert!(kept.ends.1 > kept.ends.0);
    let after = scene.accept(&kept);
    assert_eq!((after.plan.buffer, after.standing()), (Buffer { percent: 20 }, Standing::OnPace));
}

#[test]
fn slack_leaves_what_is_kept_free() {
    let mut scene = full_time("2026-12-07").work("2026-12-01", 10);
    let all = scene.proposal(Way::UseSlack);
    scene.plan.buffer = Buffer { percent: 20 };
    let slack = scene.proposal(Way::UseSlack);
    let fits = |week: &WeekLoad| week.after <= week.room || week.after == week.before;
    assert!(slack.weeks.iter().all(fits), "{:?}", slack.weeks);
    let poured = |slack: &Proposal| slack.changes.moved.iter().map(|moved| moved.minutes).sum::<u32>();
    assert!(0 < poured(&slack) && poured(&slack) < poured(&all));
}
