//! What each event does in each state: `every_pair.txt` says it, a line for each pair.

use super::*;
use std::collections::BTreeMap;

const TABLE: &str = include_str!("every_pair.txt");

/// What brings a timer into each state, and the second ten seconds after it came there.
fn states() -> Vec<(Bench, i64)> {
    let then = |mut bench: Bench, events: Vec<(i64, Event)>| {
        let last = events.last().unwrap().0;
        for (second, event) in events {
            bench.send(second, event);
        }
        (bench, last + 10)
    };
    let resting = Bench::ended_focus;
    let flowing = (0, begin_as(Mode::Flowtime, "Feature store"));
    let counting = (0, begin_as(Mode::Countdown { seconds: 60 }, "Feature store"));
    let over = || {
        let mut bench = Bench::new();
        bench.rules.overtime = true;
        bench.focus_from(0);
        bench
    };
    vec![
        (Bench::new(), 10),
        (Bench::running_focus(), 10),
        then(Bench::running_focus(), vec![(60, Event::Pause)]),
        (Bench::ended_focus(), 1510),
        then(resting(), vec![(1500, Event::StartBreak)]),
        then(resting(), vec![(1500, Event::StartBreak), (1560, Event::Pause)]),
        then(resting(), vec![(1500, Event::StartBreak), (1800, Event::Seen)]),
        then(Bench::running_focus(), vec![(600, Event::Seen)]),
        then(Bench::new(), vec![flowing.clone()]),
        then(Bench::new(), vec![flowing.clone(), (60, Event::Pause)]),
        then(Bench::new(), vec![flowing, (60, Event::Finish)]),
        then(Bench::new(), vec![counting.clone()]),
        then(Bench::new(), vec![counting, (60, Event::Seen)]),
        (over(), 1510),
        then(over(), vec![(1560, Event::Pause)]),
        then(over(), vec![(3000, Event::Seen)]),
    ]
}

fn events() -> Vec<Event> {
    vec![
        begin("Model card"),
        Event::Pause,
        Event::Resume,
        Event::Skip,
        Event::Finish,
        stop(),
        Event::Extend { seconds: 300 },
        Event::StartBreak,
        Event::ResetRound,
        change_to("Model card"),
        Event::ChooseMode { mode: Mode::Flowtime },
        Event::Note { of: None, text: "slow".into() },
        Event::Interrupted,
        Event::Seen,
        Event::ClockSet { by_millis: 0 },
        Event::Idle { since: start() - TimeDelta::hours(1) },
        Event::ResolveAbsence(Absence::Keep),
        Event::ResolveAbsence(Absence::TrimToLastSeen),
        Event::ResolveAbsence(Absence::Discard),
        Event::ResolveAbsence(Absence::CountAsBreak),
    ]
}

/// What an event is called in the table.
fn name(event: &Event) -> String {
    match event {
        Event::ResolveAbsence(absence) => format!("{absence:?}"),
        event => format!("{event:?}").split([' ', '{', '(']).next().unwrap().to_owned(),
    }
}

/// What a state is called in the table.
fn state(bench: &Bench) -> String {
    let over = bench.timer.is_in_overtime() && bench.state() == "away";
    if over { "away in overtime".to_owned() } else { bench.state() }
}

/// What came of it: the new state and the sessions recorded, or why not.
fn outcome(bench: &mut Bench, second: i64, event: Event) -> String {
    bench.effects.clear();
    let before = bench.timer.clone();
    match bench.try_send(second, event) {
        Ok(()) => {
            let recorded = bench.sessions();
            let recorded = recorded.iter().map(|it| {
                let kind = if it.kind.is_break() { "break" } else { "focus" };
                format!(", {kind} {}", it.outcome.name())
            });
            state(bench) + &recorded.collect::<String>()
        }
        Err(refused) => {
            assert_eq!(bench.timer, before, "a refused event changes nothing");
            match refused {
                Refused::FocusUnderWay { .. } => "- focus under way",
                Refused::NothingRunning => "- nothing running",
                Refused::NothingPaused => "- nothing paused",
                Refused::NoInterval => "- no interval",
                Refused::NoFocusEnded => "- no focus ended",
                Refused::NoBreakEarned => "- no break earned",
                Refused::NothingToSkip => "- nothing to skip",
                Refused::AbsenceUnanswered => "- absence unanswered",
                Refused::NoAbsence => "- no absence",
                Refused::NoEnd => "- no end",
                Refused::BadExtension { .. } | Refused::TooLong { .. } | Refused::Lengths(_) => "- bad value",
            }
            .to_owned()
        }
    }
}

#[test]
fn each_event_does_in_each_state_what_the_table_says() {
    let line = |line: &'static str| {
        let cells: Vec<&str> = line.split('|').map(str::trim).collect();
        let [event, state, outcome] = cells[..] else { panic!("{line:?} is no line of the table") };
        ((event.to_owned(), state.to_owned()), outcome.to_owned())
    };
    let expected: BTreeMap<_, _> = TABLE.lines().map(line).collect();
    let mut came = BTreeMap::new();
    for event in events() {
        for (mut bench, second) in states() {
            let pair = (name(&event), state(&bench));
            let outcome = outcome(&mut bench, second, event.clone());
            assert_eq!(expected.get(&pair), Some(&outcome), "{} while {}", pair.0, pair.1);
            came.insert(pair, outcome);
        }
    }
    assert_eq!((came, TABLE.lines().count()), (expected, events().len() * states().len()));
}

#[test]
fn an_extension_by_nothing_or_by_more_than_a_day_is_refused() {
    let mut bench = Bench::running_focus();
    for seconds in [0, Lengths::LONGEST + 1] {
        assert_eq!(bench.try_send(1, Event::Extend { seconds }), Err(Refused::BadExtension { seconds }));
    }
    bench.send(1, Event::Extend { seconds: Lengths::LONGEST });
    assert_eq!(bench.try_send(1, Event::Extend { seconds: 1 }), Err(Refused::BadExtension { seconds: 1 }));
}

#[test]
fn lengths_from_one_second_to_a_day_are_accepted_and_others_are_named() {
    let edges = Lengths {
        focus_seconds: 1,
        short_break_seconds: 24 * 60 * 60,
        long_break_seconds: 1,
        long_break_after: 1,
    };
    assert_eq!(edges.check(), Ok(()));
    assert_eq!(Lengths::default().check(), Ok(()));
    let message = |lengths: Lengths| lengths.check().unwrap_err().to_string();
    assert!(message(Lengths { focus_seconds: 0, ..edges }).contains("a focus interval can't last 0 seconds"));
    assert!(message(Lengths { long_break_seconds: 600_000, ..edges }).contains("a long break"));
    assert!(message(Lengths { long_break_after: 0, ..edges }).contains("choose 1 or more"));
}

#[test]
fn an_interval_with_a_bad_length_is_refused_and_one_under_way_can_still_be_stopped() {
    let mut bench = Bench::running_focus();
    bench.rules.lengths.short_break_seconds = 0;
    assert!(matches!(bench.try_send(5, Event::Skip), Err(Refused::Lengths(_))));
    assert_eq!(bench.state(), "running focus");
    bench.send(6, stop());
    assert!(matches!(bench.try_send(7, begin("Model card")), Err(Refused::Lengths(_))));
    assert_eq!(bench.state(), "idle");
}
