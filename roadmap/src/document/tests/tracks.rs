//! Alternative tracks: recognised, one kept, the others put aside without losing a line.

use super::fixtures::{NAMED_TRACKS, TRACKS};
use super::{read, scan};
use crate::document::{keep_track, summary, tracks, unclaimed_lines, weeks_of};
use crate::item::{Item, ItemId, Kind, Roadmap};
use crate::plan::{Pace, Plan, date_stages};
use chrono::Weekday;

fn labels(roadmap: &Roadmap) -> Vec<&str> {
    tracks(roadmap)
        .into_iter()
        .filter_map(|item| match &item.kind {
            Kind::Track { label } => Some(label.as_str()),
            _ => None,
        })
        .collect()
}

fn stages(roadmap: &Roadmap) -> Vec<&str> {
    roadmap.stages().map(|stage| stage.text.as_str()).collect()
}

fn dated(roadmap: &Roadmap) -> Vec<&str> {
    let plan = Plan::new("2026-01-05".parse().expect("a date"), Pace::AsWritten, Weekday::Mon);
    let stages = date_stages(roadmap, &plan).expect("dates");
    stages.iter().filter_map(|stage| roadmap.find(stage.stage)).map(|stage| stage.text.as_str()).collect()
}

#[test]
fn tracks_hold_their_phases_and_stages() {
    let roadmap = read(TRACKS).roadmap;
    assert_eq!(labels(&roadmap), ["1", "2"]);
    let lines: Vec<_> = tracks(&roadmap).iter().map(|track| track.span.line).collect();
    assert_eq!(lines, scan::lines_with(TRACKS, "## Path"));
    assert_eq!(stages(&roadmap), ["Dinghy", "Exam", "Theory", "Practice"]);
    let named = read(NAMED_TRACKS).roadmap;
    assert_eq!(labels(&named), ["Intensive", "Relaxed"]);
}

#[test]
fn only_the_first_counts_until_one_is_kept() {
    let roadmap = read(TRACKS).roadmap;
    assert_eq!(dated(&roadmap), ["Dinghy", "Exam"]);
    let sum = summary(&roadmap, TRACKS);
    assert_eq!((sum.stages, sum.weeks, sum.hours.total), (2, 2, 20.0));
}

#[test]
fn one_is_kept_and_the_other_put_aside() {
    let roadmap = read(TRACKS).roadmap;
    let second = tracks(&roadmap)[1].id;
    let items = roadmap.walk().count();
    let kept = keep_track(roadmap.clone(), second);
    assert_eq!(labels(&kept), ["2"]);
    assert_eq!(stages(&kept), ["Theory", "Practice"]);
    assert_eq!(dated(&kept), ["Theory", "Practice"]);
    assert_eq!(kept.walk().count(), items, "nothing is dropped");
    assert!(kept.walk().map(|item| (item.id, item.span)).eq(roadmap.walk().map(|item| (item.id, item.span))));
    assert_eq!(unclaimed_lines(&kept, TRACKS), Vec::<usize>::new());
    assert_eq!(summary(&kept, TRACKS).hours.total, 2.0 * 5.0 + 3.0 * 5.0);
    let boxes = kept.walk().filter(|item| item.task.is_some()).count();
    assert_eq!(boxes, scan::box_lines(TRACKS).len());
}

#[test]
fn what_is_no_track_changes_nothing() {
    let roadmap = read(TRACKS).roadmap;
    let stage = roadmap.stages().next().expect("a stage").id;
    assert_eq!(keep_track(roadmap.clone(), stage), roadmap);
    assert_eq!(keep_track(roadmap.clone(), ItemId(-1)), roadmap);
}

#[test]
fn the_same_tracks_may_come_again() {
    let source = "# T\n## Base\n### Track A\n#### Week 1: a\n### Track B\n#### Week 1: b\n## Peak\n### Track A\n#### Week 2: c\n### Track B\n#### Week 2: d\n";
    let roadmap = read(source).roadmap;
    assert_eq!(labels(&roadmap), ["A", "B"]);
    assert_eq!(dated(&roadmap), ["a", "c"]);
    assert_eq!(dated(&keep_track(roadmap.clone(), tracks(&roadmap)[1].id)), ["b", "d"]);
}

#[test]
fn a_track_without_stages_lasts_as_long_as_it_says() {
    let source = "# T\n## Track A (2 weeks)\n### Week 1: a\n### Week 2: b\n## Track B (4 weeks)\nThe same, but slower:\n- more sleep\n";
    let roadmap = read(source).roadmap;
    let kept = keep_track(roadmap.clone(), tracks(&roadmap)[1].id);
    let stage = kept.stages().next().expect("a stage");
    assert!(matches!(stage.kind, Kind::Stage { weeks: None, days: Some(28) }));
}

#[test]
fn a_track_counts_the_same_weeks_before_and_after_it_is_kept() {
    let source = "# T\n## Track A (2 weeks)\n### Week 1: a\n### Week 2: b\n## Track B (36 weeks)\nThe same, but slower:\n- more sleep\n## Track C\n### Days 1-10: c\n- [ ] d\n### Day 11: e\n- [ ] f\n### Week 2: g\n";
    let roadmap = read(source).roadmap;
    let offered: Vec<_> = tracks(&roadmap).into_iter().map(|track| weeks_of(track.walk())).collect();
    assert_eq!(offered, [2, 36, 3], "eleven days begin two weeks");
    let kept = |track: &&Item| summary(&keep_track(roadmap.clone(), track.id), source).weeks;
    assert_eq!(tracks(&roadmap).iter().map(kept).collect::<Vec<_>>(), offered);
}
