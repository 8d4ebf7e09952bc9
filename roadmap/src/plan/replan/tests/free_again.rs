//! Days off that a plan made room for, and that are given up.

use super::*;

/// The scene with no day off any more.
fn all_free(scene: &Scene) -> Scene {
    let mut free = scene.clone();
    free.schedule = Schedule::new(scene.schedule.seasons().to_vec(), Vec::new());
    free.schedule.moved.clone_from(&scene.schedule.moved);
    free
}

#[test]
fn dates_that_were_pushed_for_days_off_can_be_pulled_back_once_those_are_free_again() {
    for (plan, today) in [
        (full_time as fn(&str) -> Scene, "2026-12-01"),
        (by_hours, "2026-12-01"),
        (full_time, "2026-12-08"),
        (by_hours, "2026-12-08"),
    ] {
        let before = plan(today).work("2026-11-30", 40);
        let away = before.clone().off("2026-12-21", "2027-01-03");
        let pushed = away.accept(&away.proposal(Way::PushDates));
        assert_eq!(pushed.ways(), [], "{today}: as long as they are off");
        let free = all_free(&pushed);
        let pull = free.proposal(Way::PullForward);
        assert_eq!(pull.ends, (pushed.at().end(), before.at().end()), "{today}");
        let after = free.accept(&pull);
        assert_eq!((after.ways(), after.stages), (vec![], before.stages), "{today}");
    }
}

#[test]
fn of_two_vacations_the_one_that_stays_keeps_its_days() {
    let one = full_time("2026-12-01").off("2027-01-18", "2027-01-24");
    let both = one.clone().off("2026-12-14", "2026-12-20");
    let pushed = both.accept(&both.proposal(Way::PushDates));
    let mut free = pushed.clone();
    free.schedule = one.schedule;
    let pull = free.proposal(Way::PullForward);
    assert_eq!(pull.ends, (Some(date("2027-03-07")), Some(date("2027-02-28"))));
    assert_eq!(free.accept(&pull).ways(), []);
}

#[test]
fn weeks_that_gave_work_away_for_days_off_can_have_it_back_once_those_are_free_again() {
    let before = full_time("2026-12-01");
    let away = before.clone().off("2026-12-14", "2026-12-20");
    let kept = away.accept(&away.proposal(Way::Compress));
    assert!(!kept.ways().contains(&Way::Compress), "{:?}", kept.ways());
    let free = all_free(&kept);
    let even = free.proposal(Way::Compress);
    assert_eq!(even.ends.0, even.ends.1);
    let after = free.accept(&even);
    assert_eq!((after.ways(), after.schedule, after.stages), (vec![], before.schedule, before.stages));
}

/// A scene with days off still to come, in which nobody has worked ahead.
fn with_days_off() -> impl Strategy<Value = Scene> {
    let scene = (properties::any_scene(), 0_u64..30, 3_u64..20).prop_map(|(scene, from, days)| {
        let from = scene.today + Days::new(from);
        scene.off(&from.to_string(), &(from + Days::new(days)).to_string())
    });
    scene.prop_filter("nobody has worked ahead", |scene| scene.at().backlog().ahead <= 30)
}

/// So many days later, with all that was asked until then worked.
fn later(mut scene: Scene, days: u64) -> Scene {
    scene.today = scene.today + Days::new(days);
    for missing in scene.at().backlog().missing {
        scene.worked.push(Worked {
            day: scene.today,
            activity: Some(missing.activity),
            category: Some(missing.category),
            focused_seconds: 0,
            worked_seconds: missing.minutes * 60,
            whole: true,
        });
    }
    scene
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]

    #[test]
    fn days_that_stay_off_are_never_free_again(
        scene in properties::any_scene(),
        first in prop::sample::select(vec![Way::PushDates, Way::Compress]),
        later in 0_u64..20,
    ) {
        let Some(taken) = scene.proposals().into_iter().find(|found| found.way == first) else { return Ok(()) };
        let mut after = scene.accept(&taken);
        after.today = after.today + Days::new(later);
        let backlog = after.at().backlog();
        if backlog.ahead <= 30 && backlog.total() <= 30 {
            let ways = after.ways();
            prop_assert!(!ways.contains(&Way::PullForward), "{first:?} {ways:?} {:?}", after.today);
            prop_assert!(short_of_days(&after.at()) || !ways.contains(&Way::Compress), "{first:?} {ways:?}");
        }
    }

    #[test]
    fn dates_pushed_for_days_that_stay_off_are_never_pulled_forward(scene in with_days_off(), days in 0_u64..20) {
        let push = scene.proposals().into_iter().find(|found| found.way == Way::PushDates);
        prop_assume!(push.is_some());
        let after = later(scene.accept(&push.expect("a proposal")), days);
        let backlog = after.at().backlog();
        prop_assume!(backlog.ahead <= 30);
        prop_assert!(backlog.total() <= 30, "all that was asked is worked");
        let ways = after.ways();
        prop_assert!(!ways.contains(&Way::PullForward), "{ways:?}");
        prop_assert!(short_of_days(&after.at()) || !ways.contains(&Way::Compress), "{ways:?}");
    }

    #[test]
    fn what_weeks_have_given_away_for_days_off_is_not_offered_back_at_once(scene in with_days_off()) {
        let compress = scene.proposals().into_iter().find(|found| found.way == Way::Compress);
        prop_assume!(compress.is_some());
        let after = later(scene.accept(&compress.expect("a proposal")), 0);
        let backlog = after.at().backlog();
        prop_assume!(backlog.ahead <= 30);
        prop_assert!(backlog.total() <= 30, "all that was asked is worked");
        let ways = after.ways();
        prop_assert!(short_of_days(&after.at()) || !ways.contains(&Way::Compress), "{ways:?}");
        prop_assert!(!ways.contains(&Way::PullForward), "{ways:?}");
    }
}
