//! Ways out where days off take the time that the plan counts on.

use super::*;

/// The first of the two weeks of a stage in month 2 is off, and all weeks until now are worked.
fn week_off_in_month_two() -> Scene {
    full_time("2026-12-01").off("2027-01-04", "2027-01-10")
}

/// The same in a plan of 20 h a week, where the blocks hold more.
fn week_off_in_weeks_with_room() -> Scene {
    let weeks = vec![
        stage(range(1, 1), vec![hours(Study, 20)]),
        stage(range(2, 3), vec![hours(Study, 40)]),
        stage(range(4, 8), vec![hours(Study, 100)]),
        crate::plan::fixture::full_time(),
    ];
    Scene::new(roadmap(vec![phase(None, weeks)]), Pace::AsWritten, "2026-12-01")
        .off("2026-12-07", "2026-12-13")
}

#[test]
fn a_week_off_leaves_all_ways_that_give_its_hours_time() {
    let scene = week_off_in_month_two();
    assert_eq!(scene.ways(), [Way::PushDates, Way::Compress], "the weeks after have no room");
}

#[test]
fn keeping_the_dates_over_a_week_off_settles_it_and_loses_no_hour() {
    let scene = week_off_in_month_two();
    let keep = scene.proposal(Way::Compress);
    assert_eq!(keep.ends.0, keep.ends.1);
    let of = |week: &str| *keep.weeks.iter().find(|load| load.week == date(week)).expect("the week");
    assert_eq!((of("2027-01-11").before, of("2027-01-11").after), (60 * 60, 30 * 60), "its usual hours");
    assert_eq!(of("2027-01-18").after, 46 * 60, "each of the five weeks after takes its part");
    let after = scene.accept(&keep);
    assert_eq!(after.asked_in_all(), scene.asked_in_all());
    assert!(after.is_settled(), "{:?}", after.ways());
}

#[test]
fn more_hours_a_week_keep_the_end_over_a_week_off() {
    let scene = week_off_in_weeks_with_room();
    let raise = scene.proposal(Way::RaiseHours);
    assert!(raise.ends.1 <= raise.ends.0, "{:?}", raise.ends);
    assert!(raise.weeks.iter().all(|week| week.after <= week.room), "{:?}", raise.weeks);
    let after = scene.accept(&raise);
    assert_eq!((after.asked_in_all(), after.ways()), (scene.asked_in_all(), vec![]));
}

#[test]
fn room_after_a_week_off_is_used_where_it_is_enough() {
    let scene = week_off_in_weeks_with_room();
    let slack = scene.proposal(Way::UseSlack);
    assert_eq!(slack.ends.0, slack.ends.1);
    assert!(slack.weeks.iter().all(|week| week.after <= week.room), "{:?}", slack.weeks);
    let after = scene.accept(&slack);
    assert_eq!((after.asked_in_all(), after.ways()), (scene.asked_in_all(), vec![]));
}

#[test]
fn what_is_optional_leaves_less_for_the_weeks_after_a_week_off() {
    let optional = |text: &str| Item { kind: Kind::Step { optional: true }, ..step(text) };
    let mut practice = hours(HandsOn, 60);
    practice.children = vec![step("a"), step("b"), optional("c")];
    let weeks = vec![
        stage(range(1, 1), vec![hours(Study, 10)]),
        stage(range(2, 3), vec![practice]),
        stage(range(4, 6), vec![hours(Study, 90)]),
        crate::plan::fixture::full_time(),
    ];
    let scene = Scene::new(roadmap(vec![phase(None, weeks)]), Pace::AsWritten, "2026-12-01")
        .off("2026-12-07", "2026-12-13");
    let drop = scene.proposal(Way::DropOptional);
    let asked: u32 = drop.weeks.iter().map(|week| week.after).sum();
    assert_eq!(asked, (40 + 90) * 60);
    assert_eq!(scene.accept(&drop).ways(), []);
}

#[test]
fn an_illness_that_takes_part_of_a_stage_of_one_week_is_seen_on_each_of_its_days() {
    for today in ["2026-11-30", "2026-12-01", "2026-12-02"] {
        let scene = full_time(today).off("2026-12-02", "2026-12-06");
        let ways = scene.ways();
        assert!(ways.contains(&Way::PushDates) && ways.contains(&Way::Compress), "{today}: {ways:?}");
        let keep = scene.proposal(Way::Compress);
        let given = keep.changes.moved.iter().map(|moved| moved.minutes).sum::<u32>();
        assert_eq!(given, 1600, "two of the week's six working days are left");
        let after = scene.accept(&keep);
        assert_eq!(after.asked_in_all(), scene.asked_in_all(), "{today}");
        assert!(after.is_settled(), "{today}: {:?}", after.ways());
    }
}

#[test]
fn keeping_the_dates_leaves_a_week_what_its_days_can_hold() {
    let scene = full_time("2026-11-30").off("2026-12-02", "2026-12-13");
    let keep = scene.proposal(Way::Compress);
    let after: Vec<u32> = keep.weeks.iter().take(2).map(|load| load.after).collect();
    assert_eq!(after, [800, 0], "two days of six, and none");
    assert!(scene.accept(&keep).is_settled(), "{:?}", scene.accept(&keep).ways());
}

#[test]
fn room_for_a_part_alone_says_what_it_leaves() {
    let weeks = vec![
        stage(range(1, 1), vec![hours(Study, 20)]),
        stage(range(2, 3), vec![hours(Study, 80)]),
        stage(range(4, 4), vec![hours(Study, 35)]),
        crate::plan::fixture::full_time(),
    ];
    let scene = Scene::new(roadmap(vec![phase(None, weeks)]), Pace::AsWritten, "2026-12-07")
        .work("2026-12-01", 18)
        .off("2026-12-14", "2026-12-20");
    let slack = scene.proposal(Way::UseSlack);
    let given: u32 = slack.changes.moved.iter().map(|moved| moved.minutes).sum();
    assert_eq!(slack.left_minutes, (2 + 40) * 60 - given);
    assert!(slack.left_minutes > 0);
}

#[test]
fn another_pace_knows_the_days_off() {
    let scene = by_hours("2026-12-01").off("2026-12-14", "2027-01-03");
    let pace = Pace::Hours { per_week_minutes: 21 * 60 };
    let proposal = at_pace(&scene.at(), pace, Buffer::NONE).expect("a proposal");
    let after = scene.accept(&proposal);
    assert!(after.is_settled(), "{:?}", after.ways());
    let again = at_pace(&after.at(), pace, Buffer::NONE).expect("a proposal");
    assert_eq!(again.ends.1, proposal.ends.1, "once is enough");
}

#[test]
fn a_plan_without_stated_hours_is_pushed_by_a_week_off_too() {
    let weeks = (1..=4).map(|week| stage(range(week, week), vec![step("Read")])).collect();
    let all = vec![phase(None, weeks), crate::plan::fixture::full_time()];
    let scene = Scene::new(roadmap(all), Pace::AsWritten, "2026-12-01").off("2026-12-07", "2026-12-13");
    let ways = scene.ways();
    assert!(ways.contains(&Way::PushDates) && !ways.contains(&Way::Compress), "{ways:?}");
}

#[test]
fn a_second_vacation_takes_no_way_out_away_from_the_first() {
    let one = full_time("2026-12-01").off("2026-12-07", "2026-12-13");
    assert!(one.ways().contains(&Way::Compress));
    let two = one.off("2027-02-08", "2027-02-14");
    let keep = two.proposal(Way::Compress);
    let of = |week: &str| *keep.weeks.iter().find(|load| load.week == date(week)).expect("the week");
    assert!(of("2026-12-14").after > of("2026-12-14").before, "the first goes to the weeks after it");
    assert_eq!(keep.left_minutes, 40 * 60, "no week is left after the second");
    let after = two.accept(&keep);
    assert_eq!(after.asked_in_all(), two.asked_in_all());
    assert!(after.ways().contains(&Way::PushDates), "the second still has none: {:?}", after.ways());
}

#[test]
fn a_push_that_can_go_no_further_is_offered_as_far_as_it_goes() {
    let mut scene = full_time("2026-12-16");
    let later = date("9999-06-21").signed_duration_since(scene.plan.start).num_days();
    let later = Days::new(later.try_into().expect("days"));
    (scene.plan.start, scene.today) = (scene.plan.start + later, scene.today + later);
    scene.stages = date_stages_with(&scene.roadmap, &scene.plan, &scene.lengths).expect("dates");
    assert!(scene.ways().contains(&Way::PushDates), "another week would be out of range");
}

#[test]
fn work_that_was_moved_into_a_week_is_seen_once_that_week_is_off() {
    let scene = full_time("2026-12-07");
    let after = scene.accept(&scene.proposal(Way::Compress)).off("2026-12-21", "2026-12-27");
    let asked = after.asked_in_all();
    let again = after.proposal(Way::Compress);
    let of = |week: &str| again.weeks.iter().find(|load| load.week == date(week)).expect("the week").after;
    assert_eq!((of("2026-12-21"), again.left_minutes), (0, 0));
    let then = after.accept(&again);
    assert_eq!((then.asked_in_all(), then.at().backlog().total()), (asked, 0));
    assert!(!short_of_days(&then.at()));
}

#[test]
fn days_off_after_which_no_day_has_work_are_said_and_no_date_is_proposed() {
    for today in ["2026-11-30", "2026-12-07", "2027-01-20", "2028-01-20"] {
        let scene = full_time(today).off("2026-11-30", "9999-12-31");
        assert_eq!(scene.ways(), [], "{today}");
        assert_eq!(short_of_days(&scene.at()), today < "2027-03-01", "{today}");
    }
    let later = full_time("2026-12-07").off("2027-02-01", "9999-12-31");
    assert!(!later.ways().contains(&Way::PushDates), "{:?}", later.ways());
    assert!(short_of_days(&later.at()));
}

#[test]
fn a_vacation_over_all_of_a_plan_pushes_it_to_where_days_have_work() {
    for today in ["2026-11-30", "2026-12-07", "2027-01-20"] {
        let scene = full_time(today).off("2026-11-30", "2027-02-21");
        let push = scene.proposal(Way::PushDates);
        let is_off = |week: &WeekLoad| week.week <= date("2027-02-15");
        assert!(push.weeks.iter().all(|week| is_off(week) == (week.after == 0)), "{today} {:?}", push.weeks);
        assert_eq!(push.ends.1, Some(date("2027-05-16")), "{today}");
        assert_eq!(scene.accept(&push).ways(), [], "{today}");
    }
}

#[test]
fn work_that_was_moved_for_one_vacation_does_not_hide_another() {
    let weeks = vec![
        stage(range(1, 2), vec![hours(Study, 40)]),
        stage(range(3, 4), vec![step("Read")]),
        stage(range(5, 6), vec![hours(Study, 40)]),
        crate::plan::fixture::full_time(),
    ];
    let scene = Scene::new(roadmap(vec![phase(None, weeks)]), Pace::AsWritten, "2026-11-30")
        .off("2026-12-07", "2026-12-13");
    let kept = scene.accept(&scene.proposal(Way::Compress));
    assert_eq!(kept.ways(), []);
    let both = kept.off("2026-12-21", "2026-12-27");
    let push = both.proposal(Way::PushDates);
    assert!(push.ends.1 > push.ends.0);
    assert_eq!(both.accept(&push).ways(), []);
}

#[test]
fn one_way_settles_what_is_missing_and_what_days_off_take() {
    let scene = full_time("2026-12-07").off("2026-12-21", "2026-12-27");
    for way in [Way::PushDates, Way::Compress] {
        let proposal = scene.proposal(way);
        assert_eq!(proposal.left_minutes, 0, "{way:?}");
        let after = scene.accept(&proposal);
        let left = (after.at().backlog().total(), short_of_days(&after.at()));
        assert_eq!((after.asked_in_all(), left), (scene.asked_in_all(), (0, false)), "{way:?}");
    }
}

#[test]
fn days_of_an_open_end_that_runs_are_none_for_the_stages_after_it() {
    let scene =
        Scene::new(open_end::between_stages(), Pace::AsWritten, "2026-12-28").off("2027-02-14", "9999-12-31");
    assert!(scene.at().open_end().is_some());
    assert!(short_of_days(&scene.at()));
    assert!(!scene.ways().contains(&Way::PushDates), "no later day has work: {:?}", scene.ways());
}

#[test]
fn room_elsewhere_is_no_way_out_where_a_week_of_few_days_is_asked_for_more_than_they_hold() {
    let scene = full_time("2026-12-02").off("2026-12-03", "2026-12-08");
    let crowded = scene.asks(date("2026-12-07")).iter().map(|demand| demand.minutes).sum::<u32>();
    assert_eq!(crowded, 40 * 60, "two days off of a week are few");
    let ways = scene.ways();
    assert!(!ways.contains(&Way::UseSlack) && ways.contains(&Way::PushDates), "{ways:?}");
}
