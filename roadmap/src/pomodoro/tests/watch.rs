//! Watching whether somebody is there.

use super::*;

const AFTER: TimeDelta = TimeDelta::minutes(5);

/// What a look at that second comes to, carried out.
fn look(bench: &mut Bench, second: i64, touched: i64) -> Watch {
    let watch = bench.timer.watch(at(touched), AFTER, at(second));
    if let Watch::Tell { since } = watch {
        bench.send(second, Event::Idle { since });
    }
    watch
}

#[test]
fn in_a_focus_the_next_look_is_when_the_last_touch_is_too_long_ago() {
    let bench = Bench::running_focus();
    assert_eq!(bench.timer.watch(at(80), AFTER, at(100)), Watch::Until(at(380)));
    assert_eq!(bench.timer.watch(at(100), AFTER, at(399)), Watch::Until(at(400)));
    assert_eq!(bench.timer.watch(at(100), AFTER, at(400)), Watch::Tell { since: at(100) });
    let soon = bench.timer.watch(at(100), AFTER, at(400) - TimeDelta::milliseconds(5));
    assert_eq!(soon, Watch::Until(at(401) - TimeDelta::milliseconds(5)), "never more than once a second");
}

#[test]
fn what_went_before_the_focus_does_not_count() {
    let mut bench = Bench::new();
    bench.send(1000, begin("Feature store"));
    assert_eq!(bench.timer.watch(at(0), AFTER, at(1200)), Watch::Until(at(1300)));
    assert_eq!(bench.timer.watch(at(0), AFTER, at(1300)), Watch::Tell { since: at(1000) });
}

#[test]
fn only_a_focus_that_runs_is_watched() {
    let idle = Bench::new();
    let mut paused = Bench::running_focus();
    paused.send(60, Event::Pause);
    let ended = Bench::ended_focus();
    let mut resting = Bench::ended_focus();
    resting.send(1500, Event::StartBreak);
    let mut slept = Bench::running_focus();
    slept.send(1000, Event::Seen);
    for bench in [idle, paused, ended, resting, slept] {
        let state = bench.state();
        assert!(!bench.timer.is_watched(), "{state}");
        assert_eq!(bench.timer.watch(at(0), AFTER, at(1600)), Watch::Off, "{state}");
    }
    assert!(Bench::running_focus().timer.is_watched());
}

#[test]
fn an_absence_is_watched_until_somebody_is_back_and_no_longer() {
    let mut bench = Bench::running_focus();
    bench.seen_until(0, 400);
    assert_eq!(look(&mut bench, 400, 100), Watch::Tell { since: at(100) });
    assert!(bench.state() == "away" && bench.timer.is_watched());
    assert_eq!(look(&mut bench, 401, 100), Watch::Until(at(416)));
    assert_eq!(look(&mut bench, 1000, 900), Watch::Tell { since: at(100) });
    assert!(bench.state() == "away" && !bench.timer.is_watched());
    assert_eq!(
        look(&mut bench, 1200, 1199),
        Watch::Off,
        "what the person does before the answer is no absence"
    );
    bench.send(1201, Event::ResolveAbsence(Absence::CountAsBreak));
    let sessions = bench.sessions();
    assert_eq!((sessions[0].spent_seconds, sessions[0].ended_at), (100, at(100)));
    assert_eq!((sessions[1].started_at, sessions[1].ended_at), (at(100), at(1000)));
}

#[test]
fn an_absence_that_is_kept_is_watched_for_the_next_one() {
    let mut bench = Bench::running_focus();
    bench.seen_until(0, 400);
    look(&mut bench, 400, 100);
    look(&mut bench, 500, 495);
    bench.send(510, Event::ResolveAbsence(Absence::Keep));
    assert_eq!(look(&mut bench, 510, 510), Watch::Until(at(810)));
    assert_eq!(look(&mut bench, 810, 510), Watch::Tell { since: at(510) });
    bench.send(820, Event::ResolveAbsence(Absence::TrimToLastSeen));
    assert_eq!(bench.sessions()[0].spent_seconds, 510);
}

#[test]
fn two_readings_of_the_same_touch_are_nobody_back() {
    let mut bench = Bench::running_focus();
    bench.seen_until(0, 400);
    look(&mut bench, 400, 100);
    let touched = at(100) + TimeDelta::milliseconds(40);
    assert_eq!(bench.timer.watch(touched, AFTER, at(430)), Watch::Until(at(445)));
}

#[test]
fn a_clock_that_was_set_back_is_no_absence() {
    let bench = Bench::running_focus();
    assert_eq!(bench.timer.watch(at(-10), AFTER, at(-5)), Watch::Until(at(295)));
}

#[test]
fn a_focus_that_counts_up_is_watched_too() {
    let mut bench = Bench::new();
    bench.send(0, begin_as(Mode::Flowtime, "Feature store"));
    bench.seen_until(0, 9000);
    assert_eq!(look(&mut bench, 9000, 8000), Watch::Tell { since: at(8000) });
    bench.send(9010, Event::ResolveAbsence(Absence::TrimToLastSeen));
    assert_eq!(bench.sessions()[0].spent_seconds, 8000);
}

#[test]
fn three_minutes_to_two_hours_can_be_waited_for() {
    assert!([3, 5, 120].into_iter().all(|minutes| check_idle_minutes(minutes).is_ok()));
    let words = check_idle_minutes(2).map_err(|bad| bad.to_string());
    assert_eq!(
        words.unwrap_err(),
        "nobody can be asked after 2 minutes without a key or the mouse: choose 3 to 120"
    );
    assert!([0, 121].into_iter().all(|minutes| check_idle_minutes(minutes).is_err()));
}
