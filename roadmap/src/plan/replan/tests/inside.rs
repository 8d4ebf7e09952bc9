//! Another pace, or other dates, inside a stage: what its days that are over asked for stays, and the rest goes on.

use super::*;
use crate::plan::lay_out;
use crate::progress::SLACK;
use crate::schedule::Season;

const TWENTY: Pace = Pace::Hours { per_week_minutes: 20 * 60 };

/// A stage of six weeks at 40 hours and one of four, by the document's weeks.
fn long_stages(today: &str) -> Scene {
    let weeks = vec![
        stage(range(1, 6), vec![hours(HandsOn, 240)]),
        stage(range(7, 10), vec![hours(HandsOn, 160)]),
        crate::plan::fixture::full_time(),
    ];
    Scene::new(roadmap(vec![phase(None, weeks)]), Pace::AsWritten, today)
}

impl Scene {
    fn at_pace(&self, pace: Pace) -> Self {
        self.accept(&at_pace(&self.at(), pace, Buffer::NONE).expect("a plan"))
    }

    fn asked_of(&self, week: NaiveDate) -> u32 {
        self.asks(week).iter().map(|demand| demand.minutes).sum()
    }

    fn planned(&self, week: NaiveDate) -> u32 {
        let asking = Asking::of(&self.roadmap, &self.plan, &self.stages, &self.schedule);
        asking.planned_in(week).iter().map(|demand| demand.minutes).sum()
    }

    fn weeks(&self) -> Vec<NaiveDate> {
        let last = self.at().last_day().expect("an end");
        self.at().weeks_between(date("2026-11-30"), last).collect()
    }

    fn unworked(&self) -> u64 {
        self.at().unworked().iter().map(|(_, minutes)| minutes).sum()
    }
}

/// Holds a pace that was taken today to what a person expects of it.
#[track_caller]
fn goes_on(before: &Scene, after: &Scene, weekly: u32, free: u32) {
    let this_week = week_of(before.today, Weekday::Mon);
    let (was, is) = (before.at().backlog(), after.at().backlog());
    let days_over = |scene: &Scene| {
        let mut blocks =
            lay_out(&scene.roadmap, &scene.plan, &scene.stages, &scene.schedule, this_week).blocks;
        blocks.retain(|block| block.date < before.today);
        blocks
    };
    assert!(days_over(after) == days_over(before), "the blocks of this week's days that are over");
    for week in after.weeks() {
        if week < this_week {
            assert_eq!(after.planned(week), before.planned(week), "the week of {week}, which is over");
            let laid = |scene: &Scene| {
                lay_out(&scene.roadmap, &scene.plan, &scene.stages, &scene.schedule, week).blocks
            };
            assert!(laid(after) == laid(before), "the blocks of the week of {week}");
        } else if week > this_week {
            let stage = after.stages.iter().rfind(|stage| stage.from <= before.today).expect("one that runs");
            // A minute up or down for each activity of each week that misses it. Days are whole, and some are free: a
            // stage may have one of those more by which its hours are reckoned, and two where stages meet.
            let free = if stage.holds(week + Days::new(6)) { free } else { 2 };
            let most = weekly * (7 + free) / 7 + 15;
            assert!(after.asked_of(week) <= most, "{} in the week of {week}", after.asked_of(week));
        }
    }
    assert!(is.ahead <= was.ahead, "{} ahead, {} before", is.ahead, was.ahead);
    assert!(is.total() <= SLACK, "{} missing", is.total());
    let to_come: u32 =
        after.weeks().into_iter().filter(|week| *week > this_week).map(|week| after.asked_of(week)).sum();
    let left = after.unworked() + u64::from(is.ahead);
    assert_eq!(u64::from(to_come + is.open_this_week()), left, "weeks to come ask for what is left");
    assert_eq!(after.asked_in_all(), before.asked_in_all(), "no minute is lost");
}

#[test]
fn a_slower_pace_behind_inside_a_stage_asks_for_what_is_left_and_no_more_a_week_than_it_says() {
    for (today, worked) in [
        ("2026-12-19", vec![("2026-12-01", 35), ("2026-12-08", 35), ("2026-12-15", 35)]),
        ("2026-12-19", vec![("2026-12-01", 40), ("2026-12-15", 20)]),
        ("2026-12-16", vec![("2026-12-01", 40)]),
        ("2026-12-14", vec![("2026-12-01", 40)]),
        ("2026-12-14", vec![]),
        ("2026-12-20", vec![]),
    ] {
        let mut scene = long_stages(today);
        for (day, hours) in worked {
            scene = scene.work(day, hours);
        }
        goes_on(&scene, &scene.at_pace(TWENTY), 20 * 60, 0);
    }
}

#[test]
fn another_pace_leaves_open_work_in_a_week_that_has_room_for_it() {
    let scene = long_stages("2026-12-16").work("2026-12-01", 40).work("2026-12-08", 40);
    // 13 h 20 of Monday and Tuesday, and two thirds of a week; the blocks of four days hold 27 h.
    for (hours, least) in [(10, 20 * 60), (20, 26 * 60), (40, 23 * 60)] {
        let after = scene.at_pace(Pace::Hours { per_week_minutes: hours * 60 });
        let open = after.at().backlog().open_this_week();
        assert!((least..=27 * 60).contains(&open), "{hours} h: {open} min");
        let back = after.at_pace(Pace::Hours { per_week_minutes: 40 * 60 });
        assert!(back.at().backlog().open_this_week() >= 23 * 60, "{hours} h and back");
    }
}

#[test]
fn back_by_the_documents_weeks_late_work_of_a_long_stage_is_not_done_at_the_speed_of_a_short_one() {
    for short in [4, 1, 0] {
        let weeks = vec![
            stage(range(1, 3), vec![hours(HandsOn, 120)]),
            stage(range(4, 4), vec![hours(Study, short)]),
            stage(range(5, 6), vec![hours(HandsOn, 80)]),
            crate::plan::fixture::full_time(),
        ];
        let forty = Pace::Hours { per_week_minutes: 40 * 60 };
        let scene = Scene::new(roadmap(vec![phase(None, weeks)]), forty, "2026-12-21").work("2026-12-01", 40);
        let end = scene.work("2026-12-08", 30).at_pace(Pace::AsWritten).at().end();
        assert!(end <= Some(date("2027-01-31")), "{short} h: {end:?}");
    }
}

#[test]
fn what_was_worked_before_the_plan_began_is_lost_by_no_pace() {
    let mut scene = long_stages("2026-12-02");
    let demand = scene.asks(date("2026-11-30"))[0];
    scene.worked.push(Worked {
        day: date("2026-11-25"),
        activity: Some(demand.activity),
        category: Some(demand.category),
        focused_seconds: 0,
        worked_seconds: 60 * 3600,
        whole: true,
    });
    goes_on(&scene, &scene.at_pace(TWENTY), 20 * 60, 1);
}

#[test]
fn going_by_the_blocks_of_another_template_leaves_the_weeks_that_are_over() {
    let mut scene =
        long_stages("2026-12-19").work("2026-12-01", 40).work("2026-12-08", 20).work("2026-12-15", 35);
    let mut part_time = scene.schedule.seasons()[0].template.clone();
    part_time.blocks.retain(|block| block.start < 12 * 60 || !block.category.is_work());
    let mut seasons = scene.schedule.seasons().to_vec();
    seasons.push(Season { from: scene.today, template: part_time });
    scene.schedule = scene.schedule.clone().with_seasons(seasons);
    let fit = scene.proposal(Way::FitBlocks);
    let Pace::Hours { per_week_minutes } = fit.changes.pace else { panic!("a pace by hours") };
    goes_on(&scene, &scene.accept(&fit), per_week_minutes, 0);
}

#[test]
fn a_pace_that_is_changed_again_keeps_what_both_asked_for() {
    let scene = long_stages("2026-12-14").work("2026-12-01", 40).work("2026-12-08", 40);
    let mut slower = scene.at_pace(TWENTY).work("2026-12-15", 20).work("2026-12-22", 20);
    slower.today = date("2026-12-28");
    let ten = Pace::Hours { per_week_minutes: 10 * 60 };
    let slowest = slower.at_pace(ten);
    goes_on(&slower, &slowest, 10 * 60, 0);
    let asked: Vec<u32> =
        slowest.weeks().into_iter().take(5).map(|week| slowest.asked_of(week) / 60).collect();
    assert_eq!(asked, [40, 40, 20, 20, 10]);
    let same_day = slower.at_pace(TWENTY).at_pace(ten);
    assert_eq!(
        (same_day.stages, same_day.schedule.former_ends),
        (slowest.stages, slowest.schedule.former_ends)
    );
}

#[test]
fn dates_that_are_pushed_inside_a_stage_leave_its_weeks_that_are_over() {
    for way in [Way::PushDates, Way::Compress] {
        let scene =
            long_stages("2026-12-28").work("2026-12-01", 30).work("2026-12-08", 30).work("2026-12-15", 40);
        let after = scene.accept(&scene.proposal(way));
        let over = ["2026-11-30", "2026-12-07", "2026-12-14", "2026-12-21"].map(date);
        let missing = scene.at().backlog();
        for week in over {
            let moved: u32 = missing.left_by(week);
            assert_eq!(after.asked_of(week), scene.asked_of(week) - moved, "{way:?} in the week of {week}");
        }
        assert!(after.at().backlog().total() <= SLACK, "{way:?}");
    }
}

#[test]
fn whatever_the_pace_the_days_of_this_week_that_are_over_keep_what_they_were_for() {
    let weeks = vec![
        stage(range(1, 6), vec![hours(Study, 90), hours(HandsOn, 150)]),
        stage(range(7, 10), vec![hours(Study, 60), hours(HandsOn, 100)]),
        crate::plan::fixture::full_time(),
    ];
    let written = Scene::new(roadmap(vec![phase(None, weeks)]), Pace::AsWritten, "2026-12-16");
    for today in ["2026-12-16", "2026-12-19"] {
        for hours in [5, 10, 12, 20, 60] {
            // All of this week's study by Tuesday, and some of the rest.
            let mut scene =
                written.clone().work("2026-12-01", 40).work("2026-12-08", 40).work("2026-12-15", 28);
            scene.today = date(today);
            let after = scene.at_pace(Pace::Hours { per_week_minutes: hours * 60 });
            let over = |scene: &Scene| {
                let Scene { roadmap, plan, stages, schedule, .. } = scene;
                let blocks = lay_out(roadmap, plan, stages, schedule, date("2026-12-14")).blocks;
                blocks.into_iter().filter(|block| block.date < date(today)).collect::<Vec<_>>()
            };
            assert!(over(&after) == over(&scene), "{hours} h from {today} on");
            let (was, is) = (scene.at().backlog().ahead, after.at().backlog().ahead);
            assert!(is <= was, "{is} ahead at {hours} h from {today} on, {was} before");
        }
    }
}

#[test]
fn days_off_after_a_slower_pace_inside_a_stage_take_as_many_days_as_they_are() {
    let slower = long_stages("2026-12-21")
        .work("2026-12-01", 40)
        .work("2026-12-08", 40)
        .work("2026-12-15", 40)
        .at_pace(TWENTY);
    let off = slower.clone().off("2026-12-28", "2027-01-03");
    let push = off.proposal(Way::PushDates);
    let later = slower.at().end().zip(push.ends.1).map(|(end, then)| (then - end).num_days());
    assert!(matches!(later, Some(6 | 7)), "a week later, but for its Sunday: {later:?}");
    let after = off.accept(&push);
    let most = after.weeks().into_iter().skip(3).map(|week| after.asked_of(week)).max();
    assert!(most <= Some(20 * 60 * 9 / 7 + 15), "{most:?}");
    let before =
        long_stages("2026-12-21").work("2026-12-01", 40).work("2026-12-08", 40).work("2026-12-15", 40);
    let known = before.off("2026-12-28", "2027-01-03").at_pace(TWENTY);
    assert_eq!(known.at().end(), after.at().end(), "known before the pace");
}

#[test]
fn a_stage_that_begins_on_another_day_by_now_keeps_no_end_of_before() {
    let slower = long_stages("2026-12-21").work("2026-12-01", 40).at_pace(TWENTY);
    let mut later = slower.clone();
    later.plan.start = date("2026-12-07");
    later.schedule.moved.clear();
    later.stages = date_stages_with(&later.roadmap, &later.plan, &later.lengths).expect("dates");
    let asked: Vec<u32> =
        later.weeks().into_iter().skip(1).take(4).map(|week| later.asked_of(week)).collect();
    assert!(asked.iter().all(|minutes| minutes.abs_diff(asked[0]) <= 2), "{asked:?}");
}

#[test]
fn back_by_the_documents_weeks_a_stage_takes_as_long_as_what_is_left_does_at_their_speed() {
    let slow = long_stages("2026-11-30").at_pace(TWENTY).work("2026-12-01", 20).work("2026-12-08", 20);
    for (today, worked) in [("2026-12-14", 0), ("2026-12-17", 10), ("2026-12-14", 40)] {
        let mut scene = slow.clone();
        scene.today = date(today);
        if worked > 0 {
            scene = scene.work("2026-12-13", 20).work(today, worked);
        }
        let written = scene.at_pace(Pace::AsWritten);

        goes_on(&scene, &written, 40 * 60, 1);
        assert!(written.is_settled(), "{today}: {:?}", written.ways());
    }
    let ended = |scene: &Scene| {
        scene.stages.iter().map(|stage| stage.to.expect("an end").to_string()).collect::<Vec<_>>()
    };
    let mut scene = slow.clone();
    scene.today = date("2026-12-14");
    assert_eq!(ended(&scene.at_pace(Pace::AsWritten)), ["2027-01-17", "2027-02-14"], "five weeks, and four");
    scene.today = date("2026-11-30");
    scene.worked.clear();
    assert_eq!(
        ended(&scene.at_pace(Pace::AsWritten)),
        ended(&long_stages("2026-11-30")),
        "tried and taken back"
    );
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn another_pace_on_any_day_leaves_what_is_over_and_asks_for_what_is_left(
        day in 1_u64..60,
        worked in prop::collection::vec(0_u32..41, 9),
        ahead in prop::option::of(1_u32..100),
        weekly in 10_u32..40,
    ) {
        let mut scene = long_stages("2026-11-30");
        scene.today = date("2026-11-30") + Days::new(day);
        for (week, hours) in worked.into_iter().enumerate() {
            let day = date("2026-11-30") + Days::new(7 * week as u64 + 1);
            if week_of(day, Weekday::Mon) < week_of(scene.today, Weekday::Mon) {
                scene = scene.work(&day.to_string(), hours);
            }
        }
        let running = scene.stages.iter().rfind(|stage| stage.from <= scene.today).expect("one that runs").stage;
        let asked = scene.asks(week_of(scene.today, Weekday::Mon));
        if let Some(hours) = ahead && let Some(demand) = asked.iter().find(|demand| demand.stage == running) {
            scene.worked.push(Worked {
                day: scene.today,
                activity: Some(demand.activity),
                category: Some(demand.category),
                focused_seconds: 0,
                worked_seconds: hours * 3600,
                whole: true,
            });
        }
        goes_on(&scene, &scene.at_pace(Pace::Hours { per_week_minutes: weekly * 60 }), weekly * 60, 1);
    }
}
