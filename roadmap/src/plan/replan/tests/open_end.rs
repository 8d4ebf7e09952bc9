//! Proposals in and around stages that something ends.

use super::*;
use crate::schedule::{Season, Template};

/// The twelve weeks with an end are worked, and of the open end after them three weeks are over.
fn in_the_open_end() -> Scene {
    let mut scene = full_time("2027-03-15");
    for week in 0..12 {
        let day = date("2026-11-30") + Days::new(7 * week);
        scene = scene.work(&day.to_string(), 40);
    }
    scene
}

#[test]
fn what_is_missed_in_an_open_end_is_left_or_spread_within_it() {
    let scene = in_the_open_end();
    assert!(scene.at().backlog().total() > 0);
    assert!(!scene.ways().contains(&Way::PushDates), "what is over is over");
    let spread = scene.proposal(Way::Compress);
    assert_eq!(spread.left_minutes, 0);
    let after = scene.accept(&spread);
    assert_eq!(after.stages, scene.stages);
    let latest = scene.stages.last().and_then(|stage| stage.latest).expect("the open end");
    assert!(after.schedule.moved.iter().all(|moved| (date("2027-03-15")..=latest).contains(&moved.to)));
    assert_eq!(after.standing(), Standing::OnPace);
}

#[test]
fn another_pace_in_an_open_end_moves_no_date() {
    let scene = in_the_open_end();
    let slower =
        at_pace(&scene.at(), Pace::Hours { per_week_minutes: 20 * 60 }, Buffer::NONE).expect("a plan");
    assert_eq!(slower.left_minutes, 0);
    assert_eq!(scene.accept(&slower).stages, scene.stages);
    let mut by_hours = by_hours("2027-06-14");
    by_hours.worked = scene.worked;
    assert!(by_hours.at().open_end().is_some());
    assert!(!by_hours.ways().contains(&Way::RaiseHours), "no end to keep");
}

/// An open end of two months between a stage of two weeks and one of four.
pub(super) fn between_stages() -> Roadmap {
    let open = Kind::Phase { months: range(2, 3), open_ended: true };
    roadmap(vec![
        phase(range(1, 1), vec![stage(range(1, 2), vec![hours(Study, 40)])]),
        item(open, "Open", vec![stage(None, vec![daily(Study, 1, 1)])]),
        phase(range(4, 4), vec![stage(range(13, 16), vec![hours(Study, 80)])]),
        crate::plan::fixture::full_time(),
    ])
}

#[test]
fn days_off_behind_an_open_end_push_what_comes_after_it() {
    let scene = Scene::new(between_stages(), Pace::AsWritten, "2026-12-01").off("2027-02-15", "2027-02-28");
    assert_eq!(scene.stages[2].from, date("2027-02-14"));
    assert_eq!(scene.ways(), [Way::PushDates], "no week is left after them, and none has more blocks");
    let push = scene.proposal(Way::PushDates);
    assert_eq!(push.ends, (Some(date("2027-03-13")), Some(date("2027-03-27"))));
    let after = scene.accept(&push);
    assert_eq!(after.stages[..2], scene.stages[..2]);
    assert_eq!(after.ways(), [], "once is enough");
}

#[test]
fn an_open_end_that_is_over_is_no_stage_to_make_longer() {
    let mut roadmap = reference();
    let phases = roadmap.items.iter_mut();
    for stage in phases.filter(|phase| matches!(phase.kind, Kind::Phase { open_ended: true, .. })) {
        stage.children[0].record.ended_on = Some(date("2027-03-31"));
    }
    let scene = Scene::new(roadmap, Pace::AsWritten, "2027-03-29");
    let ended = scene.stages.last().expect("the open end");
    assert_eq!((ended.open_ended, ended.to), (true, Some(date("2027-03-31"))));
    for proposal in scene.proposals() {
        assert_eq!(proposal.changes.lengths.get(&ended.stage), None, "{:?}", proposal.way);
        assert_eq!(proposal.ends.0, Some(date("2027-02-21")), "{:?}", proposal.way);
    }
    let slower = at_pace(&scene.at(), Pace::Hours { per_week_minutes: 600 }, Buffer::NONE).expect("a plan");
    assert_eq!(slower.changes.lengths.get(&ended.stage), None);
}

#[test]
fn weeks_of_an_open_end_that_took_over_more_than_they_hold_have_ways_out() {
    let mut scene = full_time("2027-03-15");
    for week in 0..9 {
        scene = scene.work(&(date("2026-11-30") + Days::new(7 * week)).to_string(), 40);
    }
    assert_eq!(without_room(&scene.at()), 0, "its blocks hold what it asks itself");
    let kept = scene.accept(&scene.proposal(Way::Compress));
    let without = without_room(&kept.at());
    assert!(without > 100 * 60, "three weeks of forty hours: {without}");
    assert_eq!((kept.standing(), kept.ways()), (Standing::OnPace, vec![Way::PushDates, Way::FitBlocks]));
    for way in [Way::PushDates, Way::FitBlocks] {
        let out = kept.proposal(way);
        assert!(out.ends.1 > Some(kept.today), "{way:?}: {:?}", out.ends);
        let after = kept.accept(&out);
        assert_eq!((without_room(&after.at()), after.ways()), (0, vec![]), "{way:?}");
        assert_eq!(after.asked_in_all(), kept.asked_in_all(), "{way:?}");
    }
}

#[test]
fn an_open_end_that_asks_for_more_than_its_blocks_hold_is_said_and_can_go_by_them() {
    let mut scene = in_the_open_end();
    let templates = templates_of(&scene.roadmap);
    let part_time = template_for(&templates, Pace::Hours { per_week_minutes: 20 * 60 }).expect("a template");
    let full_time = scene.schedule.seasons()[0].template.clone();
    let from = |from, template: &Template| Season { from, template: template.clone() };
    let seasons = vec![from(NaiveDate::MIN, &full_time), from(date("2027-03-01"), part_time)];
    scene.schedule = Schedule::new(seasons, Vec::new());
    scene = scene.work("2027-03-08", 60);
    assert!(without_room(&scene.at()) > 100 * 60, "{}", without_room(&scene.at()));
    assert_eq!(scene.ways(), [Way::FitBlocks]);
    let after = scene.accept(&scene.proposal(Way::FitBlocks));
    assert_eq!((without_room(&after.at()), after.ways()), (0, vec![]));
    assert_eq!(after.stages, scene.stages);
}

#[test]
fn what_an_open_end_took_over_of_its_own_is_let_go_where_its_blocks_hold_no_more() {
    let scene = in_the_open_end();
    let mut kept = scene.accept(&scene.proposal(Way::Compress));
    assert!(without_room(&kept.at()) > 30 * 60, "a week of its own: {}", without_room(&kept.at()));
    assert_eq!(kept.ways(), [], "a week of an open end is let go only once the next is over");
    kept.today = date("2027-03-22");
    kept = kept.work("2027-03-16", 60);
    assert_eq!((kept.standing(), kept.ways()), (Standing::OnPace, vec![Way::FitBlocks]));
    let fit = kept.proposal(Way::FitBlocks);
    let after = kept.accept(&fit);
    assert_eq!((without_room(&after.at()), after.ways(), fit.left_minutes), (0, vec![], 0));
}
