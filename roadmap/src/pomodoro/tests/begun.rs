//! What counts as a beginning: the app lets it be heard.

use super::*;
use IntervalKind::{Focus, LongBreak, ShortBreak};

#[test]
fn each_interval_begins_once_however_it_goes_on() {
    let mut bench = Bench::running_focus();
    assert_eq!(bench.begun(), [(Focus, 0)]);
    for (second, event) in [
        (60, Event::Pause),
        (90, Event::Resume),
        (100, change_to("Model card")),
        (110, Event::Extend { seconds: 60 }),
        (120, Event::Seen),
        (130, Event::Interrupted),
    ] {
        bench.send(second, event);
    }
    bench.seen_until(130, 1590);
    assert_eq!(bench.state(), "ended focus");
    bench.send(1600, Event::Extend { seconds: 300 });
    assert_eq!((bench.state().as_str(), bench.begun()), ("running focus", vec![(Focus, 0)]));
}

#[test]
fn what_begins_by_itself_begins_at_the_end_before_it() {
    let mut bench = Bench::new();
    bench.rules = Rules { starts_focus: true, starts_breaks: true, ..Rules::default() };
    bench.send(0, begin("Feature store"));
    bench.seen_until(0, 1495);
    bench.send(1503, Event::Seen);
    bench.seen_until(1503, 1795);
    bench.send(1802, Event::Seen);
    assert_eq!(bench.begun(), [(Focus, 0), (ShortBreak, 1500), (Focus, 1800)]);
}

#[test]
fn an_absence_is_no_beginning_whatever_it_was() {
    for absence in [Absence::Keep, Absence::TrimToLastSeen, Absence::Discard, Absence::CountAsBreak] {
        let mut bench = Bench::running_focus();
        bench.send(30, Event::Seen);
        bench.send(600, Event::Seen);
        assert_eq!(bench.state(), "away");
        bench.send(610, Event::ResolveAbsence(absence));
        assert_eq!(bench.begun(), [(Focus, 0)], "{absence:?}");
    }
}

#[test]
fn to_skip_is_to_begin_what_comes_next() {
    let mut bench = Bench::running_focus();
    bench.rules.lengths.long_break_after = 1;
    bench.seen_until(1, 1500);
    bench.send(1510, Event::StartBreak);
    bench.send(1520, Event::Skip);
    assert_eq!(bench.begun(), [(Focus, 0), (LongBreak, 1510), (Focus, 1520)]);
}
