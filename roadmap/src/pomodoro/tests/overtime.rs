//! A focus that counts on past its end.

use super::*;

/// In overtime since 1500 s, seen until then.
fn over() -> Bench {
    let mut bench = Bench::new();
    bench.rules.overtime = true;
    bench.focus_from(0);
    assert_eq!(bench.state(), "running overtime");
    bench
}

#[test]
fn it_is_announced_once_and_counted_until_it_is_finished() {
    let mut bench = over();
    bench.seen_until(1500, 1700);
    assert_eq!(bench.announced().len(), 1);
    assert_eq!(bench.announced()[0].meanwhile, Meanwhile::Overtime);
    assert_eq!(bench.timer.overtime(at(1700)), Some(TimeDelta::seconds(200)));
    assert_eq!(
        (bench.timer.remaining(at(1700)), bench.timer.progress(at(1700))),
        (Some(TimeDelta::zero()), 1.0)
    );
    bench.send(1720, Event::Finish);
    let sessions = bench.sessions();
    assert_eq!((sessions.len(), sessions[0].spent_seconds), (1, 1720));
    assert_eq!((sessions[0].outcome, bench.timer.round, bench.announced().len()), (Outcome::Finished, 1, 1));
}

#[test]
fn what_has_finished_counts_from_the_deadline_on_should_the_app_be_killed() {
    let bench = over();
    assert_eq!((bench.sessions()[0].spent_seconds, bench.sessions()[0].ended_at), (1500, at(1500)));
}

#[test]
fn noticed_late_it_is_counted_from_the_deadline() {
    let mut bench = Bench::running_focus();
    bench.rules.overtime = true;
    bench.seen_until(0, 1490);
    bench.send(1550, Event::Seen);
    assert_eq!(bench.timer.overtime(at(1550)), Some(TimeDelta::seconds(50)));
    assert_eq!(bench.timer.counts_from(), Some(at(1500)));
}

#[test]
fn the_break_and_the_next_focus_end_it() {
    for (event, state) in [
        (Event::StartBreak, "running break"),
        (Event::Skip, "running focus"),
        (begin("Model card"), "running focus"),
    ] {
        let mut bench = over();
        bench.send(1560, event);
        assert_eq!(bench.state(), state);
        let session = &bench.sessions()[0];
        assert_eq!((session.spent_seconds, session.outcome), (1560, Outcome::Finished));
        assert_eq!(bench.timer.round, 1);
    }
}

#[test]
fn stopped_in_overtime_it_stays_finished_and_the_round_is_counted_once() {
    let mut bench = over();
    bench.send(1560, stop());
    assert_eq!((bench.sessions()[0].spent_seconds, bench.sessions()[0].outcome), (1560, Outcome::Finished));
    assert_eq!(bench.timer.round, 1);
}

#[test]
fn a_pause_is_not_over() {
    let mut bench = over();
    bench.send(1560, Event::Pause);
    assert_eq!(
        (bench.state().as_str(), bench.timer.overtime(at(1700))),
        ("paused overtime", Some(TimeDelta::seconds(60)))
    );
    bench.send(1660, Event::Resume);
    assert_eq!(bench.timer.overtime(at(1670)), Some(TimeDelta::seconds(70)));
    assert_eq!(bench.timer.counts_from(), Some(at(1600)));
}

#[test]
fn five_more_minutes_give_it_a_deadline_again() {
    let mut bench = over();
    bench.send(1560, Event::Extend { seconds: 300 });
    assert_eq!((bench.state().as_str(), bench.timer.next_deadline()), ("running focus", Some(at(1860))));
    bench.seen_until(1560, 1890);
    assert_eq!(bench.timer.overtime(at(1890)), Some(TimeDelta::seconds(30)));
    assert_eq!((bench.announced().len(), bench.timer.round), (2, 1));
}

#[test]
fn nothing_is_counted_while_nobody_is_there() {
    let mut bench = over();
    bench.seen_until(1500, 1560);
    bench.send(5000, Event::Seen);
    assert_eq!(bench.state(), "away");
    bench.send(5001, Event::ResolveAbsence(Absence::TrimToLastSeen));
    let session = &bench.sessions()[0];
    assert_eq!(
        (session.spent_seconds, session.ended_at, session.outcome),
        (1560, at(1560), Outcome::Finished)
    );
}

#[test]
fn an_absence_before_the_deadline_that_is_kept_ended_there() {
    let mut bench = Bench::running_focus();
    bench.rules.overtime = true;
    bench.seen_until(0, 600);
    bench.send(4000, Event::Seen);
    bench.send(4001, Event::ResolveAbsence(Absence::Keep));
    assert_eq!((bench.state().as_str(), bench.sessions()[0].ended_at), ("ended focus", at(1500)));
}

#[test]
fn breaks_have_none() {
    let mut bench = over();
    bench.send(1500, Event::StartBreak);
    bench.send(1800, Event::Seen);
    assert_eq!(bench.state(), "ended break");
}

#[test]
fn a_countdown_has_overtime_too() {
    let mut bench = Bench::new();
    bench.rules.overtime = true;
    bench.send(0, begin_as(Mode::Countdown { seconds: 60 }, "Feature store"));
    bench.send(70, Event::Seen);
    assert_eq!(bench.timer.overtime(at(70)), Some(TimeDelta::seconds(10)));
}
