//! What begins by itself, and what does not while nobody is there.

use super::*;

fn with(starts_focus: bool, starts_breaks: bool) -> Bench {
    let mut bench = Bench::new();
    bench.rules = Rules { starts_focus, starts_breaks, ..Rules::default() };
    bench
}

#[test]
fn a_break_begins_at_the_deadline_itself_and_is_announced_all_the_same() {
    let mut bench = with(false, true);
    bench.send(0, begin("Feature store"));
    bench.seen_until(0, 1490);
    bench.send(1520, Event::Seen);
    assert_eq!((bench.state().as_str(), bench.timer.next_deadline()), ("running break", Some(at(1800))));
    assert_eq!(bench.announced().len(), 1);
    assert_eq!(
        (bench.announced()[0].next, bench.announced()[0].meanwhile),
        (IntervalKind::ShortBreak, Meanwhile::Begun)
    );
    bench.seen_until(1520, 1810);
    assert_eq!(bench.state(), "ended break", "the focus does not");
}

#[test]
fn a_focus_begins_by_itself_where_that_is_wanted_and_the_break_does_not() {
    let mut bench = with(true, false);
    bench.focus_from(0);
    assert_eq!(bench.state(), "ended focus");
    bench.send(1500, Event::StartBreak);
    bench.seen_until(1500, 1801);
    assert_eq!((bench.state().as_str(), bench.timer.next_deadline()), ("running focus", Some(at(3300))));
    assert_eq!(bench.timer.interval().unwrap().work, work("Feature store"));
}

#[test]
fn after_a_sleep_over_the_end_of_a_break_it_waits() {
    for (noticed, state) in [(1800 + 120, "running focus"), (1800 + 121, "ended break")] {
        let mut bench = with(true, true);
        bench.focus_from(0);
        assert_eq!(bench.state(), "running break");
        bench.send(1700, Event::Seen);
        bench.send(noticed, Event::Seen);
        assert_eq!(bench.state(), state, "noticed at {noticed}");
        assert_eq!(bench.announced().len(), 2);
    }
}

#[test]
fn a_focus_that_was_slept_through_asks_and_begins_no_break() {
    let mut bench = with(true, true);
    bench.send(0, begin("Feature store"));
    bench.seen_until(0, 1200);
    bench.send(5000, Event::Seen);
    assert_eq!(bench.state(), "away");
    bench.send(5001, Event::ResolveAbsence(Absence::Keep));
    assert_eq!(bench.state(), "ended focus");
}

#[test]
fn short_intervals_that_are_over_when_they_are_noticed_are_all_recorded() {
    let mut bench = with(true, true);
    bench.rules.lengths =
        Lengths { focus_seconds: 10, short_break_seconds: 5, long_break_seconds: 5, long_break_after: 4 };
    bench.send(0, begin("Feature store"));
    bench.send(37, Event::Seen);
    let times: Vec<_> = bench.sessions().iter().map(|it| (it.kind.is_break(), it.ended_at)).collect();
    assert_eq!(times, [(false, at(10)), (true, at(15)), (false, at(25)), (true, at(30))]);
    assert_eq!((bench.state().as_str(), bench.timer.next_deadline()), ("running focus", Some(at(40))));
}

#[test]
fn finished_by_hand_the_break_begins_at_once() {
    let mut bench = with(false, true);
    bench.send(0, begin("Feature store"));
    bench.seen_until(0, 690);
    bench.send(700, Event::Finish);
    assert_eq!((bench.state().as_str(), bench.timer.next_deadline()), ("running break", Some(at(1000))));
    assert_eq!(bench.timer.round, 1);
}

#[test]
fn in_overtime_the_break_waits_until_the_focus_is_finished() {
    let mut bench = with(false, true);
    bench.rules.overtime = true;
    bench.focus_from(0);
    assert_eq!(bench.state(), "running overtime");
    bench.send(1530, Event::Finish);
    assert_eq!((bench.state().as_str(), bench.timer.next_deadline()), ("running break", Some(at(1830))));
}

#[test]
fn after_a_countdown_nothing_begins() {
    let mut bench = with(true, true);
    bench.send(0, begin_as(Mode::Countdown { seconds: 60 }, "Feature store"));
    bench.send(60, Event::Seen);
    assert_eq!(bench.state(), "ended countdown");
}

#[test]
fn a_day_of_intervals_keeps_the_timer_as_small_as_the_first_one() {
    let mut bench = with(true, true);
    bench.rules.lengths =
        Lengths { focus_seconds: 50, short_break_seconds: 10, long_break_seconds: 10, long_break_after: 4 };
    bench.send(0, begin("Feature store"));
    let size = |bench: &Bench| serde_json::to_string(&bench.timer).unwrap().len();
    let first = size(&bench);
    let mut ends = 0;
    for second in (30..).step_by(30) {
        bench.send(second, Event::Seen);
        ends += bench.announced().len();
        bench.effects.clear();
        assert!(size(&bench) <= first + 64, "{} bytes after {ends} intervals", size(&bench));
        if ends >= 10_000 {
            break;
        }
    }
}
