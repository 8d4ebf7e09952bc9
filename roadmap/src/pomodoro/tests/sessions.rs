//! What is recorded, and what can be read off a running timer.

use super::*;

#[test]
fn a_focus_interval_is_recorded_once_with_its_work_at_its_deadline_however_late_it_is_noticed() {
    let mut bench = Bench::running_focus();
    bench.seen_until(0, 1499);
    bench.send(1503, Event::Seen);
    bench.send(1530, Event::Seen);
    let expected = SessionRecord {
        key: SessionKey(start().timestamp_millis()),
        kind: IntervalKind::Focus,
        work: work("Feature store"),
        started_at: at(0),
        ended_at: at(1500),
        planned_seconds: 1500,
        spent_seconds: 1500,
        paused_seconds: 0,
        away_seconds: 0,
        outcome: Outcome::Finished,
        mode: Mode::Pomodoro,
        note: None,
        interruptions: 0,
        reason: None,
    };
    assert_eq!(bench.effects.len(), 3, "begun, recorded, announced");
    assert_eq!(bench.effects[1], Effect::Record(expected));
    assert_eq!(bench.announced()[0].work, work("Feature store"));
}

#[test]
fn five_more_minutes_belong_to_the_same_session_and_the_wait_before_them_is_a_pause() {
    let mut bench = Bench::ended_focus();
    bench.send(1560, Event::Extend { seconds: 300 });
    assert_eq!(bench.sessions()[0].spent_seconds, 1500, "counted as it stood, should the app be killed");
    bench.seen_until(1560, 1860);
    let sessions = bench.sessions();
    assert_eq!(sessions.len(), 1);
    assert_eq!((sessions[0].spent_seconds, sessions[0].paused_seconds), (1800, 60));
    assert_eq!((sessions[0].planned_seconds, sessions[0].outcome), (1500, Outcome::Finished));
    assert_eq!(bench.announced().len(), 2);
    assert_eq!(bench.timer.round, 1);
}

#[test]
fn an_extension_that_is_stopped_leaves_the_session_finished() {
    let mut bench = Bench::ended_focus();
    bench.send(1500, Event::Extend { seconds: 300 });
    bench.send(1560, stop());
    let session = &bench.sessions()[0];
    assert_eq!((session.spent_seconds, session.outcome), (1560, Outcome::Finished));
}

#[test]
fn an_extended_break_counts_as_worked_no_longer_than_was_planned() {
    let mut bench = Bench::ended_focus();
    bench.send(1500, Event::StartBreak);
    bench.send(1510, Event::Extend { seconds: 600 });
    bench.send(2400, Event::Seen);
    let session = &bench.sessions()[1];
    assert_eq!((session.spent_seconds, session.worked_seconds(), session.focused_seconds()), (900, 300, 0));
    assert_eq!(session.work, work("Feature store"));
}

#[test]
fn a_break_cut_short_counts_as_worked_for_as_long_as_it_lasted() {
    let mut bench = Bench::ended_focus();
    bench.send(1500, Event::StartBreak);
    bench.send(1620, begin("Model card"));
    let session = &bench.sessions()[1];
    assert_eq!((session.worked_seconds(), session.outcome), (120, Outcome::Skipped));
}

#[test]
fn even_an_interval_stopped_at_once_is_recorded_as_abandoned() {
    let mut bench = Bench::running_focus();
    bench.send(3, stop());
    let session = &bench.sessions()[0];
    assert_eq!((session.spent_seconds, session.outcome), (3, Outcome::Stopped));
    assert!(
        matches!(&bench.timer.state, State::Idle(Idle { work: Some(it) }) if it.title == "Feature store")
    );
}

#[test]
fn pauses_of_split_seconds_lose_nothing() {
    let mut timer = Timer::new(start());
    let rules = Rules::default();
    let mut now = start();
    timer = step(&timer, begin("Feature store"), &rules, now).unwrap().0;
    for _ in 0..100 {
        now += TimeDelta::milliseconds(333);
        timer = step(&timer, Event::Pause, &rules, now).unwrap().0;
        now += TimeDelta::milliseconds(777);
        timer = step(&timer, Event::Resume, &rules, now).unwrap().0;
    }
    assert_eq!(timer.remaining(now), Some(TimeDelta::milliseconds(1_500_000 - 33_300)));
    assert_eq!(timer.interval().unwrap().paused_millis, 77_700);
}

#[test]
fn a_pause_that_comes_after_the_deadline_finds_the_interval_over() {
    let mut bench = Bench::running_focus();
    bench.seen_until(0, 1490);
    assert_eq!(bench.try_send(1501, Event::Pause), Err(Refused::NothingRunning));
    bench.send(1502, Event::Seen);
    assert_eq!(bench.sessions()[0].ended_at, at(1500));
}

#[test]
fn remaining_and_progress_follow_the_time() {
    let mut bench = Bench::new();
    assert_eq!((bench.timer.remaining(at(0)), bench.timer.progress(at(0))), (None, 0.0));
    bench.send(0, begin("Feature store"));
    assert_eq!(bench.timer.remaining(at(375)), Some(TimeDelta::seconds(1125)));
    assert!((bench.timer.progress(at(375)) - 0.25).abs() < 1e-6);
    assert_eq!(bench.timer.remaining(at(9999)), Some(TimeDelta::zero()));
    bench.send(60, Event::Pause);
    assert_eq!(bench.timer.remaining(at(9999)), Some(TimeDelta::seconds(1440)));
    assert_eq!(bench.timer.next_deadline(), None);
    assert!((bench.timer.progress(at(9999)) - 0.04).abs() < 1e-6);
}

#[test]
fn every_kind_and_outcome_is_found_by_its_name() {
    for outcome in Outcome::ALL {
        assert_eq!(Outcome::named(outcome.name()), Some(outcome));
        assert_eq!(serde_json::to_value(outcome).unwrap(), outcome.name());
    }
    for kind in [IntervalKind::Focus, IntervalKind::ShortBreak, IntervalKind::LongBreak] {
        assert_eq!(IntervalKind::named(kind.name()), Some(kind));
        assert_eq!(serde_json::to_value(kind).unwrap(), kind.name());
    }
    assert_eq!(Outcome::named("done"), None);
    for mode in [Mode::Pomodoro, Mode::Flowtime, Mode::Countdown { seconds: 600 }] {
        assert_eq!(Mode::named(mode.name(), 600), Some(mode));
        assert_eq!(serde_json::to_value(mode).unwrap()["kind"], mode.name());
    }
    assert_eq!(Mode::named("stopwatch", 600), None);
}

#[test]
fn a_saved_timer_with_dates_at_the_end_of_time_is_no_panic() {
    let mut bench = Bench::running_focus();
    if let State::Running(running) = &mut bench.timer.state {
        running.deadline = Some(DateTime::<Utc>::MAX_UTC);
        running.interval.spent_millis = u64::MAX;
    }
    bench.send(1, Event::Extend { seconds: 300 });
    bench.send(2, Event::Pause);
    bench.send(3, Event::Extend { seconds: 300 });
    bench.send(4, Event::Resume);
    bench.send(5, stop());
    assert_eq!(bench.sessions().len(), 1);
}
