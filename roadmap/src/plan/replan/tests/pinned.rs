//! What replanning never moves: pinned blocks, what is done, and what a session runs for.

use super::properties::any_scene;
use super::*;
use crate::plan::blocks_of_week;
use crate::schedule::{Block, BlockKey, Exception, Origin, Season, SingleBlock, SingleBlockId};
use chrono::Datelike;
use prop::sample::Index;

/// A block by its name, and when it is there.
type Place = (BlockKey, NaiveDate, u16, u16);

fn places(scene: &Scene, week: NaiveDate, wanted: impl Fn(&Block) -> bool) -> Vec<Place> {
    let Scene { roadmap, plan, stages, schedule, .. } = scene;
    let blocks = blocks_of_week(roadmap, plan, stages, schedule, week).into_iter().filter(wanted);
    blocks.map(|block| (block.key, block.date, block.start, block.end)).collect()
}

/// The pinned blocks of the days from today on.
fn pinned(scene: &Scene) -> Vec<Place> {
    let weeks = week_of(scene.today, Weekday::Mon).iter_weeks().take(40);
    weeks.flat_map(|week| places(scene, week, |block| block.pinned && block.date >= scene.today)).collect()
}

/// The blocks of today, one of which a session may run in.
fn of_today(scene: &Scene) -> Vec<Place> {
    places(scene, week_of(scene.today, Weekday::Mon), |block| block.date == scene.today)
}

fn all_steps(roadmap: &mut Roadmap) -> Vec<&mut Item> {
    let (mut left, mut steps): (Vec<&mut Item>, Vec<&mut Item>) =
        (roadmap.items.iter_mut().collect(), Vec::new());
    while let Some(item) = left.pop() {
        match item.kind {
            Kind::Step { .. } => steps.push(item),
            _ => left.extend(&mut item.children),
        }
    }
    steps
}

/// A scene with blocks that are pinned, moved to another day and there only once, with steps that are optional or done,
/// and with a session that runs for one of them.
fn any_scene_with_pins() -> impl Strategy<Value = Scene> {
    let pins = prop::collection::vec(any::<Index>(), 0..4);
    let at = || (0_u16..1400, 15_u16..200);
    let moves = prop::collection::vec((0_u64..120, any::<Index>(), 0_u64..4, at()), 0..6);
    let singles = prop::collection::vec((0_u64..120, at()), 0..4);
    let marks = prop::collection::vec((any::<Index>(), any::<bool>()), 0..12);
    (any_scene(), pins, moves, singles, marks, any::<Index>()).prop_map(
        |(mut scene, pins, moves, singles, marks, in_hand)| {
            let mut template = scene.schedule.seasons()[0].template.clone();
            for pin in pins {
                let count = template.blocks.len();
                template.blocks[pin.index(count)].pinned = true;
            }
            let days_off = scene.schedule.days_off().to_vec();
            let season = Season { from: NaiveDate::MIN, template: template.clone() };
            scene.schedule = Schedule::new(vec![season], days_off);
            for (day, which, later, (start, minutes)) in moves {
                let date = scene.plan.start + Days::new(day);
                let of_day: Vec<u32> = (0..)
                    .zip(&template.blocks)
                    .filter(|(_, block)| block.weekday == date.weekday())
                    .map(|(place, _)| place)
                    .collect();
                let key = BlockKey { date, origin: Origin::Place(*which.get(&of_day)) };
                let moved = Exception::Moved { date: date + Days::new(later), start, end: start + minutes };
                scene.schedule.exceptions.insert(key, moved);
            }
            for ((day, (start, minutes)), id) in singles.into_iter().zip(1..) {
                scene.schedule.singles.push(SingleBlock {
                    id: SingleBlockId(id),
                    date: scene.plan.start + Days::new(day),
                    start,
                    end: start + minutes,
                    category: Study,
                    title: "Once".to_owned(),
                    accepts: Vec::new(),
                    standing: false,
                });
            }
            let mut steps = all_steps(&mut scene.roadmap);
            let count = steps.len();
            for (which, done) in marks {
                let step = &mut steps[which.index(count)];
                step.kind = Kind::Step { optional: true };
                step.record.done_at = done.then_some(chrono::DateTime::UNIX_EPOCH);
            }
            scene.in_hand = Some(steps[in_hand.index(count)].id);
            scene
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn pinned_blocks_and_what_is_done_or_in_hand_never_move(scene in any_scene_with_pins(), pace in 5_u32..60) {
        let before = pinned(&scene);
        let other = Pace::Hours { per_week_minutes: pace * 60 };
        let other = at_pace(&scene.at(), other, Buffer::NONE).expect("a plan");
        for proposal in scene.proposals().into_iter().chain([other]) {
            let after = scene.accept(&proposal);
            let is_there = |day: NaiveDate| after.stages.iter().any(|stage| stage.holds(day));
            let then = pinned(&after);
            for place in before.iter().filter(|(key, date, ..)| is_there(key.date) && is_there(*date)) {
                prop_assert!(then.contains(place), "{:?}: {place:?}", proposal.way);
            }
            // Another pace, which the person asks for, and fewer hours may bring the next stage's day to today. Where all
            // stages with an end are over, the last one that goes on brings its own.
            let goes_on = scene.at().end() < Some(scene.today);
            if !(matches!(proposal.way, Way::AtPace | Way::DropOptional) || goes_on) {
                prop_assert_eq!(of_today(&after), of_today(&scene), "{:?}", proposal.way);
            }
            for dropped in &proposal.changes.dropped {
                let step = scene.roadmap.find(*dropped).expect("a step");
                prop_assert!(!step.is_done(), "{:?}", proposal.way);
                prop_assert!(scene.in_hand != Some(*dropped), "{:?}", proposal.way);
            }
        }
    }
}

/// Late in the weeks with an end, the last block of each Monday pinned; the open end has a day of its own.
fn before_a_routine() -> Scene {
    let mut scene = full_time("2027-01-25");
    let mut template = scene.schedule.seasons()[0].template.clone();
    let place = template.blocks.iter().rposition(|block| block.weekday == Weekday::Mon).expect("a block");
    template.blocks[place].pinned = true;
    scene.schedule = Schedule::of(template);
    scene
}

#[test]
fn a_pinned_block_stays_where_a_stage_with_a_day_of_its_own_comes() {
    let scene = before_a_routine();
    let push = scene.proposal(Way::PushDates);
    let mondays = |scene: &Scene| pinned(scene).iter().map(|(_, date, ..)| *date).collect::<Vec<_>>();
    let (before, after) = (mondays(&scene), mondays(&scene.accept(&push)));
    assert!(before.len() > 10, "{before:?}");
    assert!(before.iter().all(|day| after.contains(day)), "{before:?} {after:?}");
    let later = scene.accept(&push);
    let own = later.stages.iter().find(|stage| stage.open_ended).expect("an open end");
    let week = blocks_of_week(
        &later.roadmap,
        &later.plan,
        &later.stages,
        &later.schedule,
        week_of(own.from, Weekday::Mon) + Days::new(7),
    );
    let apart = week.windows(2).all(|pair| pair[0].date < pair[1].date || pair[0].end <= pair[1].start);
    assert!(apart, "the stage's own blocks lie around the pinned one: {week:?}");
}

#[test]
fn the_step_that_a_session_runs_for_is_not_dropped() {
    let optional = |text: &str| Item { kind: Kind::Step { optional: true }, ..step(text) };
    let mut practice = hours(HandsOn, 20);
    practice.children = vec![step("a"), step("b"), optional("c"), optional("d")];
    let weeks = vec![
        stage(range(1, 1), vec![hours(Study, 10)]),
        stage(range(2, 3), vec![practice]),
        crate::plan::fixture::full_time(),
    ];
    let mut scene = Scene::new(roadmap(vec![phase(None, weeks)]), Pace::AsWritten, "2026-12-07");
    let dropped = scene.proposal(Way::DropOptional).changes.dropped;
    assert_eq!(dropped.len(), 2);
    scene.in_hand = Some(dropped[0]);
    assert_eq!(scene.proposal(Way::DropOptional).changes.dropped, dropped[1..]);
}
