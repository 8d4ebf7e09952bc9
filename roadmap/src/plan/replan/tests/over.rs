//! Ways out once all stages with an end of their own are over.

use super::*;
use crate::item::Budget;
use crate::plan::fixture::activity;
use crate::progress::SLACK;

/// Takes each way that is offered: what it leaves open is what it says, it ends after today where it dates anything, and no
/// hour is lost.
fn each_holds_what_it_says(scene: &Scene) {
    for proposal in scene.proposals() {
        let after = scene.accept(&proposal);
        assert_eq!(after.at().backlog().total(), proposal.left_minutes, "{:?}", proposal.way);
        if proposal.changes.budgets.is_empty() {
            assert_eq!(after.asked_in_all(), scene.asked_in_all(), "{:?}", proposal.way);
        }
        if proposal.way == Way::PushDates {
            assert!(proposal.left_minutes <= SLACK && proposal.ends.1 > Some(scene.today), "{proposal:?}");
            assert_eq!((after.standing(), after.ways()), (Standing::OnPace, vec![]));
        }
    }
}

/// Nine of the twelve weeks with an end are worked.
fn three_weeks_short(scene: Scene) -> Scene {
    let day = |week: u64| (date("2026-11-30") + Days::new(7 * week)).to_string();
    (0..9).fold(scene, |scene, week| scene.work(&day(week), 40))
}

#[test]
fn in_the_open_end_what_is_missing_of_before_gets_time_and_the_open_end_begins_later() {
    for today in ["2027-02-22", "2027-03-15", "2027-03-17", "2027-05-17"] {
        let scene = three_weeks_short(full_time(today));
        assert_eq!(scene.ways(), [Way::PushDates, Way::Compress], "{today}: the open end fills its blocks");
        assert_eq!(scene.proposal(Way::Compress).left_minutes, 0, "{today}");
        each_holds_what_it_says(&scene);
        let push = scene.proposal(Way::PushDates);
        let weeks = push.ends.1.expect("an end").signed_duration_since(scene.today).num_days();
        assert!((20..=34).contains(&weeks), "three weeks of work from {today} on: {push:?}");
        assert!(push.weeks.iter().all(|week| week.after <= week.room.max(week.before)), "{:?}", push.weeks);
        let after = scene.accept(&push);
        let (last, open) = (after.stages[after.stages.len() - 2], after.stages[after.stages.len() - 1]);
        assert_eq!(last.to.map(|to| to + Days::new(1)), Some(open.from));
        assert_eq!(after.stages[..9], scene.stages[..9], "what is over is over");
    }
}

#[test]
fn after_all_dates_the_last_stage_with_an_end_goes_on_from_today() {
    for scene in [full_time("2027-06-14"), full_time("2027-08-05"), by_hours("2027-10-04")] {
        let scene = three_weeks_short(scene);
        assert_eq!(scene.ways(), [Way::PushDates], "no week is left to take anything");
        each_holds_what_it_says(&scene);
    }
}

#[test]
fn a_start_long_ago_with_nothing_worked_ends_when_all_of_it_would_be_from_today() {
    for (scene, weeks) in [(full_time("2029-06-04"), 12), (by_hours("2029-06-06"), 23)] {
        each_holds_what_it_says(&scene);
        let push = scene.proposal(Way::PushDates);
        let days = push.ends.1.expect("an end").signed_duration_since(scene.today).num_days();
        assert!((7 * weeks - 1..=7 * (weeks + 2)).contains(&days), "{days} {:?}", push.ends);
        assert!(push.weeks.iter().all(|week| week.after <= week.room), "{:?}", push.weeks);
    }
}

#[test]
fn what_is_optional_in_stages_that_are_over_can_go() {
    let optional = |text: &str| Item { kind: Kind::Step { optional: true }, ..step(text) };
    let mut practice = hours(HandsOn, 20);
    practice.children = vec![step("a"), step("b"), step("c"), optional("d")];
    let open = Kind::Phase { months: range(2, 4), open_ended: true };
    let seven = Budget::Week { least: 7 * 60, most: 7 * 60 };
    let all = vec![
        phase(None, vec![stage(None, vec![hours(Study, 10)]), stage(None, vec![practice])]),
        item(open, "Open", vec![stage(None, vec![activity(Study, Some(seven))])]),
        crate::plan::fixture::full_time(),
    ];
    for (today, left) in [("2027-01-11", 0), ("2028-01-10", 25 * 60)] {
        let scene = Scene::new(roadmap(all.clone()), Pace::Hours { per_week_minutes: 600 }, today);
        assert_eq!(scene.ways().contains(&Way::UseSlack), left == 0, "{today}: room in the open end");
        let drop = scene.proposal(Way::DropOptional);
        assert_eq!((drop.changes.dropped.len(), drop.left_minutes), (1, left), "{today}");
        assert_eq!(
            scene.accept(&drop).stages[..2].iter().map(|stage| stage.to).collect::<Vec<_>>(),
            scene.stages[..2].iter().map(|stage| stage.to).collect::<Vec<_>>()
        );
        each_holds_what_it_says(&scene);
    }
}

#[test]
fn a_plan_of_which_all_is_worked_needs_no_way_out_once_it_is_over() {
    let weeks = vec![stage(range(1, 2), vec![hours(Study, 40)]), crate::plan::fixture::full_time()];
    for today in ["2026-12-14", "2027-03-01"] {
        let scene = Scene::new(roadmap(vec![phase(None, weeks.clone())]), Pace::AsWritten, today);
        let scene = scene.work("2026-11-30", 20).work("2026-12-07", 20);
        assert_eq!(scene.ways(), [], "{today}");
    }
}

#[test]
fn another_pace_gives_what_is_not_worked_an_end_to_come() {
    for today in ["2027-03-17", "2027-08-05"] {
        for (scene, hours) in [(full_time(today), 20), (full_time(today), 40), (by_hours(today), 10)] {
            let scene = three_weeks_short(scene);
            let mut kept = scene.clone();
            if let Some(keep) = scene.proposals().iter().find(|found| found.way == Way::Compress) {
                kept = scene.accept(keep);
            }
            for scene in [scene, kept] {
                let missing = scene.at().unworked().iter().map(|(_, minutes)| minutes).sum::<u64>();
                let days = i64::try_from(missing * 7 / (hours * 60)).expect("days");
                let minutes = u32::try_from(hours * 60).expect("minutes");
                let pace = Pace::Hours { per_week_minutes: minutes };
                let other = at_pace(&scene.at(), pace, Buffer::NONE).expect("a plan");
                let end = other.ends.1.expect("an end").signed_duration_since(scene.today).num_days();
                assert!((days - 1..=days + 14).contains(&end), "{today} {hours}: {days} {end}");
                let after = scene.accept(&other);
                assert_eq!(after.at().backlog().total(), other.left_minutes);
                assert_eq!((after.standing(), after.plan.pace), (Standing::OnPace, pace));
            }
            let scene = three_weeks_short(by_hours(today));
            let written = at_pace(&scene.at(), Pace::AsWritten, Buffer::NONE).expect("a plan");
            assert!(written.ends.1 > Some(scene.today), "{:?}", written.ends);
        }
    }
}
