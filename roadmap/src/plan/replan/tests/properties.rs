//! What holds for any plan and any proposal.

use super::*;
use chrono::Datelike;

pub(super) fn any_scene() -> impl Strategy<Value = Scene> {
    any_scene_within(100)
}

/// A plan of twelve weeks and an open end of three months, so many days since its start at most.
fn any_scene_within(days: u64) -> impl Strategy<Value = Scene> {
    let worked = prop::collection::vec(0_u32..60, 0..12);
    let off = prop::option::of((0_u64..80, 0_u64..30));
    (any::<bool>(), 0..days, worked, off, 5_u32..60).prop_map(|(written, day, worked, off, pace)| {
        let pace = if written { Pace::AsWritten } else { Pace::Hours { per_week_minutes: pace * 60 } };
        let today = (date("2026-11-30") + Days::new(day)).to_string();
        let mut scene = Scene::new(reference(), pace, &today);
        for (week, hours) in (0..).zip(worked) {
            let day = date("2026-11-30") + Days::new(7 * week);
            if day < scene.today {
                scene = scene.work(&day.to_string(), hours);
            }
        }
        match off {
            None => scene,
            Some((from, days)) => {
                let from = date("2026-11-30") + Days::new(from);
                scene.off(&from.to_string(), &(from + Days::new(days)).to_string())
            }
        }
    })
}

fn days_until_next_week(today: NaiveDate) -> u64 {
    u64::from(7 - today.weekday().num_days_from_monday()) % 7
}

proptest! {
    #[test]
    fn no_proposal_loses_or_doubles_an_hour_or_touches_what_is_over(scene in any_scene()) {
        let asked = scene.asked_in_all();
        for proposal in scene.proposals() {
            let after = scene.accept(&proposal);
            if proposal.changes.budgets.is_empty() {
                prop_assert_eq!(after.asked_in_all(), asked, "{:?}", proposal.way);
            }
            let last = scene.stages.iter().rposition(|stage| !stage.open_ended).expect("a stage");
            for (at, (before, after)) in scene.stages.iter().zip(&after.stages).enumerate() {
                if at == last && before.to < Some(scene.today) {
                    // Once all are over, the last one can go on.
                    prop_assert!(before.from == after.from && before.to <= after.to, "{:?}", proposal.way);
                } else if before.to.is_some_and(|to| to < scene.today) {
                    prop_assert_eq!(before, after, "{:?}", proposal.way);
                }
            }
            prop_assert_eq!(proposal.clone(), scene.proposals().into_iter().find(|p| p.way == proposal.way).unwrap());
        }
    }

    #[test]
    fn what_is_missing_is_one_number_whichever_way_it_is_told(scene in any_scene()) {
        let Scene { roadmap, plan, stages, schedule, worked, today, .. } = &scene;
        let backlog = scene.at().backlog();
        let verdict = verdict(roadmap, plan, stages, schedule, worked, *today);
        prop_assert_eq!(verdict.behind_minutes, backlog.total());
        prop_assert_eq!(verdict.behind.iter().map(|part| part.minutes).sum::<u32>(), backlog.total());
        let weeks = (0..120).map(|week| week_of(plan.start, Weekday::Mon) + Days::new(7 * week));
        prop_assert_eq!(weeks.map(|week| backlog.left_by(week)).sum::<u32>(), backlog.total());
        prop_assert!(backlog.missing.iter().all(|missing| missing.from + Days::new(7) <= *today));
        let mut more = scene.clone();
        if let Some(missing) = backlog.missing.first() {
            more.worked.push(Worked {
                day: *today,
                activity: Some(missing.activity),
                category: Some(missing.category),
                focused_seconds: 0,
                worked_seconds: missing.minutes * 60,
                whole: true,
            });
            prop_assert_eq!(more.at().backlog().total(), backlog.total() - missing.minutes);
        }
    }

    #[test]
    fn a_pushed_plan_is_behind_no_more(scene in any_scene()) {
        for proposal in scene.proposals() {
            if matches!(proposal.way, Way::PushDates | Way::Compress) && proposal.left_minutes == 0 {
                prop_assert_ne!(scene.accept(&proposal).standing(), Standing::Behind, "{:?}", proposal.way);
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn another_pace_ends_when_what_is_left_is_worked(
        written in any::<bool>(),
        day in 0_u64..77,
        worked in prop::collection::vec(0_u32..50, 0..11),
        pace in 5_u64..60,
    ) {
        let today = date("2026-11-30") + Days::new(day);
        let mut scene = if written { full_time(&today.to_string()) } else { by_hours(&today.to_string()) };
        for (week, hours) in (0..).zip(worked) {
            let day = date("2026-11-30") + Days::new(7 * week);
            if day < today {
                scene = scene.work(&day.to_string(), hours);
            }
        }
        let done: u64 = scene.worked.iter().map(|session| u64::from(session.worked_seconds) / 60).sum();
        let asked = 460 * 60 - done;
        let minutes = u32::try_from(pace * 60).expect("a pace");
        let other = at_pace(&scene.at(), Pace::Hours { per_week_minutes: minutes }, Buffer::NONE).expect("a plan");
        let end = |minutes: u64| today + Days::new((minutes * 7).div_ceil(pace * 60)) - Days::new(1);
        // What is late is worked from the next week on.
        let latest = end(asked) + Days::new(1 + days_until_next_week(today));
        // What is open of this week rolls on inside of it.
        let end = end(asked - u64::from(scene.at().backlog().open_this_week()));
        prop_assert!(other.ends.1 >= Some(end) && other.ends.1 <= Some(latest), "{:?} {end}", other.ends);
    }

    #[test]
    fn whatever_the_day_a_way_leaves_open_what_it_says(scene in any_scene_within(400)) {
        let Scene { today, .. } = scene;
        let found = scene.proposals();
        let is_over = scene.at().end() < Some(today);
        if is_over && scene.at().backlog().missing.iter().any(|missing| !missing.open_ended && missing.minutes > 30) {
            prop_assert!(found.iter().any(|found| found.way == Way::PushDates));
        }
        for proposal in found {
            let left = scene.accept(&proposal).at().backlog().total();
            prop_assert!(left <= proposal.left_minutes, "{:?}: {left}", proposal.way);
            if proposal.way == Way::PushDates {
                prop_assert!(proposal.ends.1 > Some(today) && left <= 30, "{proposal:?}");
            }
        }
    }

    #[test]
    fn week_after_missed_week_nothing_is_left_behind_or_lost(
        written in any::<bool>(),
        weeks in prop::collection::vec((0_u32..50, 1_u64..3, any::<prop::sample::Index>()), 1..6),
    ) {
        let mut scene = if written { full_time("2026-11-30") } else { by_hours("2026-11-30") };
        let asked = scene.asked_in_all();
        for (hours, later, which) in weeks {
            let today = scene.today.to_string();
            scene = scene.work(&today, hours);
            scene.today = scene.today + Days::new(7 * later);
            let found = scene.proposals();
            let spread: Vec<&Proposal> = found
                .iter()
                .filter(|found| matches!(found.way, Way::PushDates | Way::Compress | Way::UseSlack))
                .collect();
            if spread.is_empty() {
                continue;
            }
            let proposal = which.get(&spread);
            scene = scene.accept(proposal);
            prop_assert_eq!(scene.asked_in_all(), asked, "{:?}", proposal.way);
            prop_assert_eq!(scene.at().backlog().total(), proposal.left_minutes);
            if proposal.way != Way::UseSlack {
                prop_assert_eq!(proposal.left_minutes, 0, "{:?}", proposal.way);
            }
        }
    }
}
