//! Sleep, death and a clock that is set: rule by rule.

use super::*;

#[test]
fn back_within_two_minutes_the_interval_goes_on_to_its_deadline() {
    let mut bench = Bench::running_focus();
    bench.seen_until(0, 600);
    bench.send(720, Event::Seen);
    assert_eq!(bench.state(), "running focus");
    assert_eq!(bench.timer.next_deadline(), Some(at(1500)));
}

#[test]
fn killed_just_before_its_deadline_it_ends_there_and_counts_once() {
    let mut bench = Bench::running_focus();
    bench.seen_until(0, 1480);
    let saved = bench.timer.clone();
    bench.send(1590, Event::Seen);

    // Killed after the session was recorded and before the timer was saved: the same again.
    bench.timer = saved;
    bench.send(1595, Event::Seen);

    let sessions = bench.sessions();
    assert_eq!(sessions.len(), 1);
    assert_eq!(sessions[0].ended_at, at(1500));
    assert_eq!((sessions[0].spent_seconds, sessions[0].outcome), (1500, Outcome::Finished));
    assert_eq!(bench.timer.round, 1);
}

#[test]
fn it_survives_being_saved_and_read_in_every_state() {
    let mut bench = Bench::running_focus();
    let events = [
        (5, Event::Pause),
        (10, Event::Resume),
        (900, Event::Seen),
        (910, Event::ResolveAbsence(Absence::Keep)),
        (1010, Event::Seen),
        (1110, Event::Seen),
        (1210, Event::Seen),
        (1310, Event::Seen),
        (1410, Event::Seen),
        (1505, Event::Seen),
        (1510, Event::StartBreak),
        (1520, stop()),
    ];
    let mut passed = std::collections::BTreeSet::new();
    for (second, event) in events {
        bench.send(second, event);
        passed.insert(bench.state());
        let json = serde_json::to_string(&bench.timer).unwrap();
        assert_eq!(serde_json::from_str::<Timer>(&json).unwrap(), bench.timer, "{json}");
    }
    let all = ["away", "ended focus", "idle", "paused focus", "running break", "running focus"];
    assert_eq!(passed.into_iter().collect::<Vec<_>>(), all);
}

/// Seen until 10:00 (600 s), then again 9 minutes later.
fn away() -> Bench {
    let mut bench = Bench::running_focus();
    bench.seen_until(0, 600);
    bench.send(1140, Event::Seen);
    assert_eq!(bench.state(), "away");
    assert_eq!(bench.timer.remaining(at(1140)), Some(TimeDelta::seconds(900)));
    assert_eq!((bench.sessions(), bench.announced()), (vec![], vec![]));
    bench
}

#[test]
fn after_more_than_two_minutes_the_person_is_asked_and_can_keep_the_time() {
    let mut bench = away();
    bench.send(1145, Event::ResolveAbsence(Absence::Keep));
    assert_eq!(bench.timer.next_deadline(), Some(at(1500)));
    bench.seen_until(1146, 1500);
    assert_eq!(bench.sessions()[0].spent_seconds, 1500);
}

#[test]
fn kept_after_its_deadline_the_interval_ended_there() {
    let mut bench = away();
    bench.send(4000, Event::ResolveAbsence(Absence::Keep));
    assert_eq!(bench.state(), "ended focus");
    let session = &bench.sessions()[0];
    assert_eq!((session.spent_seconds, session.ended_at), (1500, at(1500)));
    assert_eq!(bench.announced()[0].ended_at, at(1500));
}

#[test]
fn trimmed_it_ended_when_last_seen() {
    let mut bench = away();
    bench.send(1145, Event::ResolveAbsence(Absence::default()));
    let session = &bench.sessions()[0];
    assert_eq!((session.spent_seconds, session.ended_at), (600, at(600)));
    assert_eq!(session.outcome, Outcome::Trimmed);
    assert_eq!(bench.timer.round, 0);
    assert!(bench.announced().is_empty());
}

#[test]
fn discarded_nothing_of_it_counts() {
    let mut bench = away();
    bench.send(1145, Event::ResolveAbsence(Absence::Discard));
    let session = &bench.sessions()[0];
    assert_eq!((session.spent_seconds, session.away_seconds), (0, 600));
    assert_eq!((session.worked_seconds(), session.outcome), (0, Outcome::Discarded));
}

#[test]
fn counted_as_a_break_the_break_is_on_the_same_work_and_counts_up_to_its_planned_length() {
    let mut bench = away();
    bench.send(1200, Event::ResolveAbsence(Absence::CountAsBreak));
    let sessions = bench.sessions();
    assert_eq!((sessions[0].spent_seconds, sessions[0].outcome), (600, Outcome::Trimmed));
    assert_eq!((sessions[1].started_at, sessions[1].ended_at), (at(600), at(1140)));
    assert_eq!(
        (sessions[1].kind, sessions[1].work.title.as_str()),
        (IntervalKind::ShortBreak, "Feature store")
    );
    assert_eq!((sessions[1].spent_seconds, sessions[1].worked_seconds()), (540, 300));
}

#[test]
fn an_extension_that_is_discarded_leaves_what_had_finished() {
    let mut bench = Bench::ended_focus();
    bench.send(1500, Event::Extend { seconds: 300 });
    bench.seen_until(1500, 1560);
    bench.send(3000, Event::Seen);
    bench.send(3001, Event::ResolveAbsence(Absence::Discard));
    let sessions = bench.sessions();
    assert_eq!(sessions.len(), 1);
    assert_eq!((sessions[0].spent_seconds, sessions[0].away_seconds), (1500, 60));
    assert_eq!(sessions[0].outcome, Outcome::Finished);
}

#[test]
fn breaks_run_on_while_nobody_is_there() {
    let mut bench = Bench::ended_focus();
    bench.send(1500, Event::StartBreak);
    bench.send(1740, Event::Seen);
    assert_eq!(bench.state(), "running break");
    bench.send(9000, Event::Seen);
    assert_eq!(bench.state(), "ended break");
    assert_eq!(bench.sessions()[1].ended_at, at(1800));
}

#[test]
fn a_pause_outlasts_a_night_and_asks_nothing() {
    let mut bench = Bench::running_focus();
    bench.send(60, Event::Pause);
    bench.send(40_000, Event::Seen);
    bench.send(40_000, Event::Resume);
    assert_eq!(bench.timer.next_deadline(), Some(at(41_440)));
}

#[test]
fn a_clock_set_back_gives_no_time_and_takes_none() {
    let mut bench = Bench::running_focus();
    bench.seen_until(0, 600);
    bench.send(-3000, Event::Seen);
    assert_eq!(bench.timer.remaining(at(-3000)), Some(TimeDelta::seconds(900)));
    bench.seen_until(-3000, -2100);
    let session = &bench.sessions()[0];
    assert_eq!(
        (session.spent_seconds, session.ended_at - session.started_at),
        (1500, TimeDelta::seconds(1500))
    );
}

#[test]
fn what_remains_does_not_grow_before_a_clock_set_back_was_noticed() {
    let mut bench = Bench::running_focus();
    bench.seen_until(0, 600);
    assert_eq!(bench.timer.remaining(at(-3000)), Some(TimeDelta::seconds(900)));
    assert!((bench.timer.progress(at(-3000)) - 0.4).abs() < 1e-6);
}

#[test]
fn a_clock_set_forward_is_no_absence_when_the_app_can_tell() {
    let mut bench = Bench::running_focus();
    bench.seen_until(0, 600);
    bench.send(600 + 3610, Event::ClockSet { by_millis: 3_600_000 });
    assert_eq!(bench.state(), "running focus");
    assert_eq!(bench.timer.remaining(at(4210)), Some(TimeDelta::seconds(890)));
}

#[test]
fn a_session_started_in_an_hour_that_comes_twice_has_a_key_of_its_own() {
    let mut bench = Bench::running_focus();
    bench.send(10, stop());
    bench.send(0, begin("Model card"));
    bench.send(5, stop());
    assert_eq!(bench.sessions().len(), 2);
}
