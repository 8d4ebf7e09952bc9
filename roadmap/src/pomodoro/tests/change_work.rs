//! Other work for what is under way.

use super::*;

fn parts(bench: &Bench) -> Vec<(String, u32, Outcome)> {
    let sessions = bench.sessions();
    sessions.into_iter().map(|it| (it.work.title, it.spent_seconds, it.outcome)).collect()
}

#[test]
fn a_focus_is_parted_keeps_its_deadline_and_counts_one_pomodoro_for_the_last_work() {
    let mut bench = Bench::running_focus();
    bench.send(60, change_to("Model card"));
    assert_eq!(bench.timer.next_deadline(), Some(at(1500)));
    assert_eq!(bench.timer.remaining(at(60)), Some(TimeDelta::seconds(1440)));
    bench.seen_until(60, 700);
    bench.send(700, change_to("Feature store"));
    bench.seen_until(700, 1500);
    assert_eq!(
        parts(&bench),
        [
            ("Feature store".to_owned(), 60, Outcome::Split),
            ("Model card".to_owned(), 640, Outcome::Split),
            ("Feature store".to_owned(), 800, Outcome::Finished),
        ]
    );
    let sessions = bench.sessions();
    assert_eq!(sessions.iter().filter(|session| session.is_pomodoro()).count(), 1);
    assert_eq!(sessions.iter().map(|session| session.planned_seconds).sum::<u32>(), 1500);
    assert!(sessions.windows(2).all(|pair| pair[0].ended_at == pair[1].started_at));
    assert_eq!(bench.timer.round, 1);
}

#[test]
fn paused_its_pause_goes_to_the_part_it_was_in() {
    let mut bench = Bench::running_focus();
    bench.send(60, Event::Pause);
    bench.send(100, change_to("Model card"));
    bench.send(130, Event::Resume);
    assert_eq!(bench.timer.next_deadline(), Some(at(1570)));
    bench.seen_until(130, 1570);
    let times: Vec<_> = bench.sessions().iter().map(|it| (it.spent_seconds, it.paused_seconds)).collect();
    assert_eq!(times, [(60, 40), (1440, 30)]);
}

#[test]
fn within_the_first_second_only_the_work_is_another() {
    let step = |timer: &Timer, event, millis| {
        step(timer, event, &Rules::default(), start() + TimeDelta::milliseconds(millis)).unwrap()
    };
    let (timer, _) = step(&Timer::new(start()), begin("Feature store"), 0);
    let (renamed, effects) = step(&timer, change_to("Model card"), 999);
    assert_eq!((renamed.interval().unwrap().work.title.as_str(), effects), ("Model card", vec![]));
    assert_eq!(renamed.last_key, timer.last_key);
    let (parted, effects) = step(&timer, change_to("Model card"), 1000);
    assert_eq!(effects.len(), 1);
    assert_ne!(parted.last_key, timer.last_key);
}

#[test]
fn the_same_work_again_changes_nothing() {
    let mut bench = Bench::running_focus();
    bench.send(60, change_to("Feature store"));
    assert_eq!((bench.sessions(), bench.begun().len()), (vec![], 1));
}

#[test]
fn in_overtime_it_is_parted_and_the_pomodoro_is_the_last_works() {
    let mut bench = Bench::new();
    bench.rules.overtime = true;
    bench.focus_from(0);
    bench.send(1560, change_to("Model card"));
    assert_eq!(bench.sessions().iter().filter(|it| it.is_pomodoro()).count(), 1, "at every moment");
    assert_eq!(bench.timer.overtime(at(1580)), Some(TimeDelta::seconds(80)));
    bench.send(1600, Event::Finish);
    assert_eq!(
        parts(&bench),
        [
            ("Feature store".to_owned(), 1560, Outcome::Split),
            ("Model card".to_owned(), 40, Outcome::Finished)
        ]
    );
    assert_eq!(bench.timer.round, 1);
}

#[test]
fn in_a_break_it_is_what_the_next_focus_is_for_and_the_break_stays_where_it_belongs() {
    let mut bench = Bench::ended_focus();
    bench.send(1500, Event::StartBreak);
    bench.send(1600, change_to("Model card"));
    bench.send(1700, Event::Skip);
    assert_eq!(bench.sessions()[1].work, work("Feature store"));
    assert_eq!(bench.timer.interval().unwrap().work, work("Model card"));
}

#[test]
fn once_a_focus_has_ended_it_is_what_the_next_one_is_for() {
    let mut bench = Bench::ended_focus();
    bench.rules.starts_focus = true;
    bench.send(1510, change_to("Model card"));
    bench.send(1520, Event::StartBreak);
    bench.seen_until(1520, 1820);
    assert_eq!(bench.sessions()[1].work, work("Feature store"));
    assert_eq!(bench.timer.interval().unwrap().work, work("Model card"));
}

#[test]
fn flowtime_that_is_parted_earns_the_break_of_all_its_parts() {
    let mut bench = Bench::new();
    bench.send(0, begin_as(Mode::Flowtime, "Feature store"));
    bench.seen_until(0, 1000);
    bench.send(1000, change_to("Model card"));
    bench.seen_until(1000, 2000);
    bench.send(2000, Event::Finish);
    assert_eq!(bench.timer.earned_break(&bench.rules, at(2000)), Some((IntervalKind::ShortBreak, 400)));
}

#[test]
fn a_part_that_is_discarded_leaves_the_part_before() {
    let mut bench = Bench::running_focus();
    bench.send(60, change_to("Model card"));
    bench.seen_until(60, 120);
    bench.send(1000, Event::Seen);
    bench.send(1000, Event::ResolveAbsence(Absence::Discard));
    assert_eq!(
        parts(&bench),
        [("Feature store".to_owned(), 60, Outcome::Split), ("Model card".to_owned(), 0, Outcome::Discarded)]
    );
}
