//! Flowtime and countdowns.

use super::*;

fn flowing() -> Bench {
    let mut bench = Bench::new();
    bench.send(0, begin_as(Mode::Flowtime, "Feature store"));
    bench
}

fn counting_down(seconds: u32) -> Bench {
    let mut bench = Bench::new();
    bench.send(0, begin_as(Mode::Countdown { seconds }, "Feature store"));
    bench
}

#[test]
fn flowtime_counts_up_without_an_end_until_it_is_finished() {
    let mut bench = flowing();
    bench.seen_until(0, 3000);
    let timer = &bench.timer;
    assert_eq!(
        (timer.next_deadline(), timer.remaining(at(3000)), timer.progress(at(3000))),
        (None, None, 0.0)
    );
    assert_eq!(timer.elapsed(at(3012)), Some(TimeDelta::seconds(3012)));
    assert_eq!(timer.overtime(at(3012)), None);
    bench.send(3012, Event::Finish);
    assert_eq!(bench.state(), "ended flowtime");
    let session = &bench.sessions()[0];
    assert_eq!((session.spent_seconds, session.planned_seconds), (3012, 0));
    assert_eq!((session.mode, session.outcome), (Mode::Flowtime, Outcome::Finished));
    assert_eq!(bench.announced(), [], "who finishes it knows");
}

#[test]
fn a_pause_takes_no_part_in_what_flowtime_counts() {
    let mut bench = flowing();
    bench.send(60, Event::Pause);
    assert_eq!(
        (bench.timer.elapsed(at(500)), bench.timer.counts_from()),
        (Some(TimeDelta::seconds(60)), None)
    );
    bench.send(160, Event::Resume);
    assert_eq!(bench.timer.counts_from(), Some(at(100)));
    bench.send(200, Event::Finish);
    assert_eq!((bench.sessions()[0].spent_seconds, bench.sessions()[0].paused_seconds), (100, 100));
}

#[test]
fn flowtime_earns_a_fifth_of_its_focus_at_least_a_minute_and_at_most_a_long_break() {
    for (focused, earned) in [(1, 60), (299, 60), (300, 60), (1000, 200), (4500, 900), (9000, 900)] {
        let mut bench = flowing();
        bench.seen_until(0, focused);
        let expected = Some((IntervalKind::ShortBreak, earned));
        assert_eq!(bench.timer.earned_break(&bench.rules, at(focused)), expected, "after {focused} s");
        bench.send(focused, Event::Finish);
        bench.send(focused, Event::StartBreak);
        assert_eq!(bench.timer.interval().unwrap().planned_seconds, earned, "after {focused} s");
    }
}

#[test]
fn a_share_of_no_percent_or_more_than_all_is_refused() {
    for percent in [0, 101] {
        let rules = Rules { flow_break_percent: percent, ..Rules::default() };
        assert_eq!(rules.check(), Err(BadLengths::Share { percent }));
    }
    assert_eq!(Rules { flow_break_percent: 100, ..Rules::default() }.check(), Ok(()));
}

#[test]
fn a_long_break_that_is_shorter_than_a_minute_is_all_that_flowtime_earns() {
    let mut bench = flowing();
    bench.rules.lengths.long_break_seconds = 10;
    assert_eq!(bench.timer.earned_break(&bench.rules, at(600)).unwrap().1, 10);
}

#[test]
fn the_focus_after_a_flowtime_break_is_flowtime_again_and_the_cycle_counts_none_of_it() {
    let mut bench = flowing();
    bench.send(100, Event::Finish);
    bench.send(100, Event::StartBreak);
    bench.send(110, Event::Skip);
    assert_eq!(bench.state(), "running flowtime");
    assert_eq!(bench.timer.round, 0);
    assert!(!bench.sessions()[0].is_pomodoro());
}

#[test]
fn a_countdown_ends_after_its_own_length_earns_no_break_and_counts_no_round() {
    let mut bench = counting_down(600);
    bench.seen_until(0, 600);
    assert_eq!(bench.state(), "ended countdown");
    let end = &bench.announced()[0];
    assert_eq!((end.next, end.next_seconds, end.meanwhile), (IntervalKind::Focus, 600, Meanwhile::Waits));
    assert_eq!(bench.timer.earned_break(&bench.rules, at(600)), None);
    assert_eq!(bench.try_send(601, Event::StartBreak), Err(Refused::NoBreakEarned));
    assert_eq!(bench.timer.round, 0);
    let session = &bench.sessions()[0];
    assert_eq!((session.mode, session.is_pomodoro()), (Mode::Countdown { seconds: 600 }, false));
}

#[test]
fn a_countdown_of_nothing_or_of_10_000_minutes_is_refused_by_its_name() {
    for seconds in [0, 600_000] {
        let mut bench = Bench::new();
        let refused = bench.try_send(0, begin_as(Mode::Countdown { seconds }, "Feature store")).unwrap_err();
        assert!(refused.to_string().contains("a countdown can't last"), "{refused}");
    }
}

#[test]
fn the_last_mode_is_kept_to_be_offered_again() {
    let mut bench = counting_down(600);
    bench.send(5, stop());
    assert_eq!(bench.timer.mode, Mode::Countdown { seconds: 600 });
}

#[test]
fn away_in_flowtime_the_person_is_asked_and_can_go_on() {
    let mut bench = flowing();
    bench.seen_until(0, 600);
    bench.send(1200, Event::Seen);
    assert_eq!(bench.state(), "away");
    bench.send(1210, Event::ResolveAbsence(Absence::Keep));
    assert_eq!(bench.timer.elapsed(at(1210)), Some(TimeDelta::seconds(1210)));
}

#[test]
fn a_timer_that_was_kept_before_there_were_modes_goes_on_as_a_pomodoro() {
    let mut bench = Bench::running_focus();
    bench.send(60, Event::Pause);
    let mut kept = serde_json::to_value(&bench.timer).unwrap();
    kept.as_object_mut().unwrap().remove("mode");
    let interval = kept["state"]["interval"].as_object_mut().unwrap();
    for unknown in ["mode", "next_work", "before_millis", "note", "interruptions"] {
        interval.remove(unknown).unwrap();
    }
    assert_eq!(serde_json::from_value::<Timer>(kept).unwrap(), bench.timer);
}
