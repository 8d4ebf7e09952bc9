//! Sessions that the person corrects.

use super::*;
use proptest::prelude::*;

/// 1500 s of focus with a pause of 60 s.
fn session() -> SessionRecord {
    let mut bench = Bench::running_focus();
    bench.send(5, Event::Note { of: None, text: "slow".into() });
    bench.send(5, Event::Interrupted);
    bench.send(60, Event::Pause);
    bench.send(120, Event::Resume);
    bench.seen_until(120, 1560);
    bench.sessions().remove(0)
}

fn draft(from: i64, to: i64) -> SessionDraft {
    SessionDraft { work: work("Model card"), started_at: at(from), ended_at: at(to), note: None }
}

const KEY: SessionKey = SessionKey(-1);

#[test]
fn added_by_hand_it_is_all_focus_and_no_pomodoro() {
    let added = draft(0, 1500).added(KEY, at(1500)).unwrap();
    assert_eq!((added.focused_seconds(), added.worked_seconds()), (1500, 1500));
    assert_eq!((added.outcome, added.is_pomodoro()), (Outcome::Added, false));
}

#[test]
fn times_that_can_not_be_are_refused_by_what_is_wrong() {
    let refused = |from, to| draft(from, to).added(KEY, at(100_000)).unwrap_err();
    assert_eq!(refused(10, 10), BadSession::BackToFront);
    assert_eq!(refused(10, 5), BadSession::BackToFront);
    assert_eq!(refused(0, 24 * 3600 + 1), BadSession::TooLong);
    assert_eq!(refused(99_000, 100_001), BadSession::Future);
    assert!(draft(0, 24 * 3600).added(KEY, at(100_000)).is_ok());
}

#[test]
fn without_a_title_or_with_a_note_that_is_too_long_it_is_refused() {
    let untitled = SessionDraft { work: work(" "), ..draft(0, 10) };
    assert_eq!(untitled.added(KEY, at(10)), Err(BadSession::NoTitle));
    let wordy = SessionDraft { note: Some("ä".repeat(LONGEST_NOTE + 1)), ..draft(0, 10) };
    let refused = session().corrected(&wordy, at(2000)).unwrap_err();
    assert_eq!(refused, BadSession::LongNote { letters: LONGEST_NOTE + 1 });
}

#[test]
fn other_work_and_another_note_leave_the_times_as_they_are() {
    let corrected = session().corrected(&draft(0, 1560), at(1560)).unwrap();
    let expected = SessionRecord { work: work("Model card"), note: None, ..session() };
    assert_eq!(corrected, expected);
}

#[test]
fn what_is_made_longer_or_shorter_was_spent_and_the_pause_stays() {
    let times = |from, to| {
        let corrected = session().corrected(&draft(from, to), at(9000)).unwrap();
        (corrected.spent_seconds, corrected.paused_seconds)
    };
    assert_eq!(times(-100, 1560), (1600, 60));
    assert_eq!(times(0, 600), (540, 60));
    assert_eq!(times(0, 40), (0, 40));
}

#[test]
fn parted_it_counts_one_pomodoro_for_the_last_part_and_the_note_stays_with_the_first() {
    let (before, after) = session().parted(at(520), KEY).unwrap();
    assert_eq!((before.key, after.key), (session().key, KEY));
    assert_eq!((before.outcome, after.outcome), (Outcome::Split, Outcome::Finished));
    assert_eq!((before.ended_at, after.started_at, after.ended_at), (at(520), at(520), at(1560)));
    assert_eq!((before.note.as_deref(), after.note), (Some("slow"), None));
    assert_eq!((before.interruptions, after.interruptions), (1, 0));
}

#[test]
fn it_is_parted_nowhere_else_than_inside() {
    for second in [-5, 0, 1560, 1561] {
        assert_eq!(session().parted(at(second), KEY), Err(BadSession::Outside), "at {second}");
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_session_that_is_parted_adds_up(
        at in 1000_i64..1_559_000,
        kind in prop_oneof![Just(IntervalKind::Focus), Just(IntervalKind::ShortBreak)],
        planned in 0_u32..3000,
    ) {
        let whole = SessionRecord { kind, planned_seconds: planned, ..session() };
        let (before, after) = whole.parted(start() + TimeDelta::milliseconds(at), KEY).unwrap();
        let sum = |part: fn(&SessionRecord) -> u32| (part(&before) + part(&after), part(&whole));
        for (parts, whole) in [
            sum(|it| it.spent_seconds),
            sum(|it| it.paused_seconds),
            sum(|it| it.away_seconds),
            sum(|it| it.planned_seconds),
            sum(SessionRecord::worked_seconds),
        ] {
            prop_assert_eq!(parts, whole);
        }
        for part in [&before, &after] {
            let accounts = i64::from(part.spent_seconds + part.paused_seconds + part.away_seconds);
            let span = (part.ended_at - part.started_at).num_milliseconds();
            prop_assert!((span - accounts * 1000).abs() <= 2000, "{part:?}");
        }
    }
}
