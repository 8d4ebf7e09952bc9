//! What each event does in each state.

use super::*;

/// A bench in each state, ten seconds after it came there, and the second at which that is.
fn states() -> Vec<(Bench, i64)> {
    let mut paused_focus = Bench::running_focus();
    paused_focus.send(60, Event::Pause);

    let mut running_break = Bench::ended_focus();
    running_break.send(1500, Event::StartBreak);

    let mut paused_break = Bench::ended_focus();
    paused_break.send(1500, Event::StartBreak);
    paused_break.send(1560, Event::Pause);

    let mut ended_break = Bench::ended_focus();
    ended_break.send(1500, Event::StartBreak);
    ended_break.send(1800, Event::Seen);

    let mut away = Bench::running_focus();
    away.send(600, Event::Seen);

    vec![
        (Bench::new(), 10),
        (Bench::running_focus(), 10),
        (paused_focus, 70),
        (Bench::ended_focus(), 1510),
        (running_break, 1510),
        (paused_break, 1570),
        (ended_break, 1810),
        (away, 610),
    ]
}

fn events() -> Vec<Event> {
    vec![
        begin("Model card"),
        Event::Pause,
        Event::Resume,
        Event::Skip,
        Event::Stop,
        Event::Extend { seconds: 300 },
        Event::StartBreak,
        Event::Seen,
        Event::ClockSet { by_millis: 0 },
        Event::ResolveAbsence(Absence::Keep),
        Event::ResolveAbsence(Absence::TrimToLastSeen),
        Event::ResolveAbsence(Absence::Discard),
        Event::ResolveAbsence(Absence::CountAsBreak),
    ]
}

/// What came of it: the new state and the sessions recorded, or why not.
fn outcome(bench: &mut Bench, second: i64, event: Event) -> String {
    bench.effects.clear();
    let before = bench.timer.clone();
    match bench.try_send(second, event) {
        Ok(()) => {
            let recorded: String = bench
                .sessions()
                .iter()
                .map(|it| {
                    let kind = if it.kind.is_break() { "break" } else { "focus" };
                    format!(", {kind} {}", it.outcome.name())
                })
                .collect();
            format!("{}{recorded}", bench.state())
        }
        Err(refused) => {
            assert_eq!(bench.timer, before, "a refused event changes nothing");
            match refused {
                Refused::FocusUnderWay { .. } => "- focus under way",
                Refused::NothingRunning => "- nothing running",
                Refused::NothingPaused => "- nothing paused",
                Refused::NoInterval => "- no interval",
                Refused::NoFocusEnded => "- no focus ended",
                Refused::NothingToSkip => "- nothing to skip",
                Refused::AbsenceUnanswered => "- absence unanswered",
                Refused::NoAbsence => "- no absence",
                Refused::BadExtension { .. } | Refused::Lengths(_) => "- bad number",
            }
            .to_owned()
        }
    }
}

/// For each event a row; in it, for each of [`states`] what comes of it.
const TABLE: [[&str; 8]; 13] = [
    [
        "running focus",
        "- focus under way",
        "- focus under way",
        "running focus",
        "running focus, break skipped",
        "running focus, break skipped",
        "running focus",
        "running focus, focus trimmed",
    ],
    [
        "- nothing running",
        "paused focus",
        "- nothing running",
        "- nothing running",
        "paused break",
        "- nothing running",
        "- nothing running",
        "- absence unanswered",
    ],
    [
        "- nothing paused",
        "- nothing paused",
        "running focus",
        "- nothing paused",
        "- nothing paused",
        "running break",
        "- nothing paused",
        "- absence unanswered",
    ],
    [
        "- no interval",
        "running break, focus skipped",
        "running break, focus skipped",
        "running focus",
        "running focus, break skipped",
        "running focus, break skipped",
        "- nothing to skip",
        "- absence unanswered",
    ],
    [
        "- no interval",
        "idle, focus stopped",
        "idle, focus stopped",
        "idle",
        "idle, break stopped",
        "idle, break stopped",
        "idle",
        "idle, focus trimmed",
    ],
    [
        "- no interval",
        "running focus",
        "paused focus",
        "running focus",
        "running break",
        "paused break",
        "running break",
        "- absence unanswered",
    ],
    [
        "- no focus ended",
        "- no focus ended",
        "- no focus ended",
        "running break",
        "- no focus ended",
        "- no focus ended",
        "- no focus ended",
        "- absence unanswered",
    ],
    UNCHANGED,
    UNCHANGED,
    only_away("running focus"),
    only_away("idle, focus trimmed"),
    only_away("idle, focus discarded"),
    only_away("idle, focus trimmed, break finished"),
];

const UNCHANGED: [&str; 8] = [
    "idle",
    "running focus",
    "paused focus",
    "ended focus",
    "running break",
    "paused break",
    "ended break",
    "away",
];

const fn only_away(outcome: &'static str) -> [&'static str; 8] {
    let no = "- no absence";
    [no, no, no, no, no, no, no, outcome]
}

#[test]
fn each_event_does_in_each_state_what_the_table_says() {
    for (event, row) in events().into_iter().zip(TABLE) {
        for ((mut bench, second), expected) in states().into_iter().zip(row) {
            let state = bench.state();
            let came = outcome(&mut bench, second, event.clone());
            assert_eq!(came, expected, "{event:?} while {state}");
        }
    }
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
    bench.lengths.short_break_seconds = 0;
    assert!(matches!(bench.try_send(5, Event::Skip), Err(Refused::Lengths(_))));
    assert_eq!(bench.state(), "running focus");
    bench.send(6, Event::Stop);
    assert!(matches!(bench.try_send(7, begin("Model card")), Err(Refused::Lengths(_))));
    assert_eq!(bench.state(), "idle");
}
