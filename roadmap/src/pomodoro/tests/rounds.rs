//! The cycle that leads to a long break.

use super::*;

#[test]
fn the_break_after_the_fourth_focus_is_a_long_one_and_a_new_cycle_follows() {
    let mut bench = Bench::new();
    let mut second = 0;
    let mut breaks = Vec::new();
    for _ in 0..8 {
        bench.focus_from(second);
        second += 1500;
        bench.send(second, Event::StartBreak);
        let interval = bench.timer.interval().unwrap();
        breaks.push(interval.planned_seconds);
        second += i64::from(interval.planned_seconds);
        bench.send(second, Event::Seen);
    }
    assert_eq!(breaks, [300, 300, 300, 900, 300, 300, 300, 900]);
    assert_eq!(bench.timer.round, 4);
    bench.send(second, begin("Feature store"));
    assert_eq!(bench.timer.round, 0);
}

#[test]
fn the_end_of_an_interval_says_what_comes_next() {
    let mut bench = Bench::new();
    bench.rules.lengths.long_break_after = 2;
    for second in [0, 1500] {
        bench.focus_from(second);
    }
    bench.send(3000, Event::StartBreak);
    bench.send(3900, Event::Seen);
    let next: Vec<_> = bench.announced().iter().map(|end| (end.next, end.next_seconds)).collect();
    let expected =
        [(IntervalKind::ShortBreak, 300), (IntervalKind::LongBreak, 900), (IntervalKind::Focus, 1500)];
    assert_eq!(next, expected);
}

#[test]
fn a_long_break_that_is_skipped_ends_the_cycle_too() {
    let mut bench = Bench::new();
    for second in [0, 1500, 3000, 4500] {
        bench.focus_from(second);
    }
    bench.send(6000, Event::Skip);
    bench.seen_until(6000, 7500);
    assert_eq!(bench.timer.round, 1);
    assert_eq!(bench.timer.earned_break(&bench.rules, at(7500)).unwrap().0, IntervalKind::ShortBreak);
}

#[test]
fn an_hour_away_starts_a_new_cycle_and_a_minute_less_does_not() {
    for (gap, round) in [(3599, 1), (3600, 0)] {
        let mut bench = Bench::ended_focus();
        bench.send(1500 + gap, begin("Feature store"));
        assert_eq!(bench.timer.round, round, "after {gap} seconds");
    }
}

#[test]
fn an_absence_of_an_hour_starts_a_new_cycle_even_counted_as_a_break() {
    for absence in [Absence::TrimToLastSeen, Absence::Discard, Absence::CountAsBreak] {
        let mut bench = Bench::ended_focus();
        bench.send(1500, begin("Feature store"));
        bench.send(1500 + 3600, Event::Seen);
        bench.send(1500 + 3600, Event::ResolveAbsence(absence));
        assert_eq!(bench.timer.round, 1);
        bench.send(1500 + 3600, begin("Feature store"));
        assert_eq!(bench.timer.round, 0, "{absence:?}");
    }
}

#[test]
fn a_pause_of_an_hour_starts_a_new_cycle() {
    let mut bench = Bench::ended_focus();
    bench.send(1500, begin("Feature store"));
    bench.send(1600, Event::Pause);
    bench.send(1600 + 3600, Event::Resume);
    assert_eq!(bench.timer.round, 0);
}

#[test]
fn an_hour_of_focus_is_no_hour_away() {
    let mut bench = Bench::ended_focus();
    bench.rules.lengths.focus_seconds = 5400;
    bench.send(1500, begin("Feature store"));
    bench.seen_until(1500, 5700);
    bench.send(5700, Event::Pause);
    bench.send(5760, Event::Resume);
    assert_eq!(bench.timer.round, 1);
}

#[test]
fn an_unfinished_focus_does_not_count_towards_the_cycle() {
    let mut bench = Bench::running_focus();
    bench.send(60, Event::Skip);
    bench.send(120, Event::Skip);
    bench.send(130, stop());
    assert_eq!(bench.timer.round, 0);
}
