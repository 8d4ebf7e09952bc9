//! Weeks of which no day is left: none of them is asked for work once a way out is taken.

use super::*;
use crate::progress::SLACK;

/// What weeks to come that are wholly off ask for, in clock minutes.
fn asked_of_weeks_off(scene: &Scene) -> u32 {
    let at = scene.at();
    let last = at.last_day().expect("an end");
    let off = at.weeks_until(last).filter(|week| at.is_off(*week));
    off.flat_map(|week| scene.asks(week)).filter(|demand| !demand.assumed).map(|demand| demand.minutes).sum()
}

#[test]
fn a_stage_that_would_end_in_a_week_off_ends_after_it() {
    let weeks = vec![
        stage(range(1, 1), vec![hours(Study, 24)]),
        stage(range(2, 6), vec![hours(Study, 100)]),
        crate::plan::fixture::full_time(),
    ];
    let twenty = Pace::Hours { per_week_minutes: 20 * 60 };
    let scene = Scene::new(roadmap(vec![phase(None, weeks)]), twenty, "2026-11-30");
    assert_eq!(scene.stages[0].to, Some(date("2026-12-08")), "a Tuesday");
    let scene = scene.off("2026-12-07", "2026-12-13");
    assert!(asked_of_weeks_off(&scene) > SLACK);
    for way in [Way::PushDates, Way::RaiseHours] {
        let after = scene.accept(&scene.proposal(way));
        assert_eq!((asked_of_weeks_off(&after), after.is_settled()), (0, true), "{way:?}");
    }
}

#[test]
fn another_pace_puts_what_is_late_behind_a_week_off_however_much_of_its_stage_is_worked() {
    let weeks = vec![
        stage(range(1, 1), vec![hours(Study, 40)]),
        stage(range(2, 2), vec![hours(HandsOn, 40)]),
        crate::plan::fixture::full_time(),
    ];
    let mut scene = Scene::new(roadmap(vec![phase(None, weeks)]), Pace::AsWritten, "2026-12-07");
    scene = scene.work("2026-12-07", 35).off("2026-12-14", "2026-12-20");
    let after = scene.accept(
        &at_pace(&scene.at(), Pace::Hours { per_week_minutes: 30 * 60 }, Buffer::NONE).expect("a plan"),
    );
    assert_eq!(asked_of_weeks_off(&after), 0);
    assert!(after.is_settled(), "{:?}", after.ways());
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn a_way_out_leaves_no_work_in_a_week_off_and_says_so_otherwise(
        scene in properties::any_scene(),
        from in 0_u64..50,
        days in 7_u64..20,
        ways in prop::collection::vec(any::<prop::sample::Index>(), 1..3),
    ) {
        let from = scene.today + Days::new(from);
        let mut scene = scene.off(&from.to_string(), &(from + Days::new(days)).to_string());
        let mut taken = Vec::new();
        for which in ways {
            let mut found = scene.proposals();
            for hours in [10, 20, 40] {
                let pace = Pace::Hours { per_week_minutes: hours * 60 };
                found.push(at_pace(&scene.at(), pace, Buffer::NONE).expect("a plan"));
            }
            found.push(at_pace(&scene.at(), Pace::AsWritten, Buffer::NONE).expect("a plan"));
            let proposal = which.get(&found);
            taken.push(proposal.way);
            scene = scene.accept(proposal);
        }
        let asked = asked_of_weeks_off(&scene);
        prop_assert!(asked <= SLACK || short_of_days(&scene.at()), "{asked} after {taken:?}");
    }
}

#[test]
fn dates_pushed_after_another_pace_inside_a_stage_leave_no_work_in_a_week_off() {
    for (today, hours) in (0..4).flat_map(|day| [10, 13, 15, 17, 20, 25, 30].map(|hours| (day, hours))) {
        let scene = full_time(&(date("2026-11-30") + Days::new(today)).to_string());
        let pace = Pace::Hours { per_week_minutes: hours * 60 };
        let paced = scene.accept(&at_pace(&scene.at(), pace, Buffer::NONE).expect("a plan"));
        let away = paced.off("2026-12-14", "2026-12-27");
        let after = away.accept(&away.proposal(Way::PushDates));
        let left = (asked_of_weeks_off(&after), after.is_settled());
        assert_eq!(left, (0, true), "{hours} h a week from {} on", scene.today);
    }
}
