//! What is optional goes: with all of a stage, too.

use super::*;

fn optional(text: &str) -> Item {
    Item { kind: Kind::Step { optional: true }, ..step(text) }
}

/// Practice of so many hours with these steps, each optional or not.
fn practice(count: u32, steps: &[bool]) -> Item {
    let mut practice = hours(HandsOn, count);
    practice.children = steps.iter().map(|gone| if *gone { optional("more") } else { step("a") }).collect();
    practice
}

/// Ten hours of study in the first week, two weeks of practice of which all is optional, and study once more.
fn all_of_a_stage(pace: Pace) -> Scene {
    let weeks = vec![
        stage(range(1, 1), vec![hours(Study, 10)]),
        stage(range(2, 3), vec![practice(20, &[true, true])]),
        stage(range(4, 4), vec![hours(Study, 10)]),
        crate::plan::fixture::full_time(),
    ];
    Scene::new(roadmap(vec![phase(None, weeks)]), pace, "2026-12-08")
}

#[test]
fn a_stage_without_all_that_is_optional_asks_for_nothing_more() {
    for pace in [Pace::AsWritten, Pace::Hours { per_week_minutes: 600 }] {
        let scene = all_of_a_stage(pace);
        let drop = scene.proposal(Way::DropOptional);
        assert_eq!(drop.changes.budgets.iter().map(|(_, minutes)| *minutes).collect::<Vec<_>>(), [0]);
        let after = scene.accept(&drop);
        assert_eq!(after.asked_in_all(), 20 * 60, "{pace:?}: nothing is assumed where hours went");
        assert!(drop.ends.1 <= drop.ends.0, "{pace:?}: {:?}", drop.ends);
        let other =
            at_pace(&after.at(), Pace::Hours { per_week_minutes: 300 }, Buffer::NONE).expect("a plan");
        assert!(other.ends.1 < Some(after.today + Days::new(7 * 5)), "20 h at 5 h a week: {:?}", other.ends);
    }
}

#[test]
fn days_off_take_nothing_of_a_stage_that_asks_for_nothing() {
    let weeks = vec![
        stage(range(1, 2), vec![hours(HandsOn, 0)]),
        stage(range(3, 4), vec![hours(Study, 20)]),
        crate::plan::fixture::full_time(),
    ];
    let scene = Scene::new(roadmap(vec![phase(None, weeks)]), Pace::AsWritten, "2026-12-01")
        .off("2026-12-07", "2026-12-13");
    assert_eq!((short_of_days(&scene.at()), scene.ways()), (false, vec![]));
}

fn any_plan() -> impl Strategy<Value = Scene> {
    let stage_of = (prop::option::of(1_u32..3), 1_u32..40, prop::collection::vec(any::<bool>(), 1..4));
    let stages = prop::collection::vec(stage_of, 1..6);
    let pace = prop::option::of(3_u32..50);
    (stages, pace, 0_u64..90, 0_u32..30).prop_map(|(stages, pace, day, worked)| {
        let mut next = 1;
        let mut weeks: Vec<Item> = Vec::new();
        for (count, hours, steps) in stages {
            let numbers = count.and_then(|count| range(next, next + count - 1));
            next += count.unwrap_or(0);
            weeks.push(stage(numbers, vec![practice(hours, &steps)]));
        }
        weeks.push(crate::plan::fixture::full_time());
        let pace = pace.map_or(Pace::AsWritten, |hours| Pace::Hours { per_week_minutes: hours * 60 });
        let today = (date("2026-11-30") + Days::new(day)).to_string();
        Scene::new(roadmap(vec![phase(None, weeks)]), pace, &today).work("2026-11-30", worked)
    })
}

proptest! {
    #[test]
    fn what_is_dropped_never_ends_later_and_never_asks_for_more(scene in any_plan()) {
        for drop in scene.proposals().iter().filter(|found| found.way == Way::DropOptional) {
            prop_assert!(drop.ends.1 <= drop.ends.0, "{:?}", drop.ends);
            let after = scene.accept(drop);
            prop_assert!(after.asked_in_all() <= scene.asked_in_all());
            prop_assert!(after.at().backlog().total() <= scene.at().backlog().total());
        }
    }
}
