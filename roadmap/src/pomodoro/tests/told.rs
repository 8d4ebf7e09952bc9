//! Notes, interruptions, reasons, a round that begins anew, and nobody at the keys.

use super::*;

fn note(text: &str) -> Event {
    Event::Note { of: None, text: text.to_owned() }
}

#[test]
fn a_note_and_its_interruptions_are_kept_with_the_session() {
    let mut bench = Bench::running_focus();
    bench.send(5, note("  reads slowly \n"));
    bench.send(6, Event::Interrupted);
    bench.send(7, Event::Interrupted);
    bench.send(60, stop());
    let session = &bench.sessions()[0];
    assert_eq!((session.note.as_deref(), session.interruptions), (Some("reads slowly"), 2));
}

#[test]
fn what_has_just_ended_can_still_be_noted_and_stays_as_it_ended() {
    let mut bench = Bench::ended_focus();
    bench.send(1600, note("done"));
    bench.send(1610, Event::Interrupted);
    let sessions = bench.sessions();
    assert_eq!(
        (sessions.len(), sessions[0].note.as_deref(), sessions[0].interruptions),
        (1, Some("done"), 1)
    );
    assert_eq!((sessions[0].ended_at, bench.timer.last_active), (at(1500), Some(at(1500))));
    bench.send(1620, note(" "));
    assert_eq!(bench.sessions()[0].note, None);
}

#[test]
fn what_was_noted_stays_with_the_part_it_was_noted_of() {
    let mut bench = Bench::running_focus();
    bench.send(5, note("reads slowly"));
    bench.send(60, change_to("Model card"));
    bench.send(90, stop());
    let notes: Vec<_> = bench.sessions().into_iter().map(|it| it.note).collect();
    assert_eq!(notes, [Some("reads slowly".to_owned()), None]);
}

#[test]
fn a_note_is_of_the_session_it_was_written_for_even_if_a_break_has_begun_since() {
    let mut bench = Bench::new();
    bench.rules.starts_breaks = true;
    bench.focus_from(0);
    let rest = bench.timer.interval().unwrap().clone();
    let focus = bench.sessions()[0].key;
    assert_eq!((bench.state().as_str(), rest.rests_from), ("running break", Some(focus)));
    bench.send(1510, Event::Note { of: Some(focus), text: " reads slowly ".to_owned() });
    assert_eq!(bench.timer.interval().unwrap().note, None);
    let noted = Effect::Note { key: focus, note: Some("reads slowly".to_owned()) };
    assert_eq!(bench.effects.last(), Some(&noted));
}

#[test]
fn a_note_that_comes_with_the_end_of_its_focus_is_of_that_focus() {
    let mut bench = Bench::new();
    bench.rules.starts_breaks = true;
    bench.send(0, begin("Feature store"));
    let focus = bench.timer.interval().unwrap().key;
    bench.seen_until(0, 1490);
    bench.send(1505, Event::Note { of: Some(focus), text: "done".to_owned() });
    assert_eq!(bench.state(), "running break");
    assert_eq!(bench.effects.last(), Some(&Effect::Note { key: focus, note: Some("done".to_owned()) }));
    bench.send(1506, Event::Note { of: Some(rest_key(&bench)), text: "of the break".to_owned() });
    assert_eq!(bench.timer.interval().unwrap().note.as_deref(), Some("of the break"));
}

fn rest_key(bench: &Bench) -> SessionKey {
    bench.timer.interval().unwrap().key
}

#[test]
fn what_is_chosen_in_a_break_measures_the_focus_that_begins_by_itself_after_it() {
    let mut bench = Bench::new();
    bench.rules = Rules { starts_focus: true, starts_breaks: true, ..Rules::default() };
    bench.focus_from(0);
    bench.send(1510, Event::ChooseMode { mode: Mode::Countdown { seconds: 600 } });
    assert_eq!(bench.state(), "running break");
    bench.seen_until(1510, 1810);
    assert_eq!((bench.state().as_str(), bench.timer.next_deadline()), ("running countdown", Some(at(2400))));
}

#[test]
fn what_is_chosen_during_a_focus_leaves_it_as_it_is() {
    let mut bench = Bench::running_focus();
    bench.send(10, Event::ChooseMode { mode: Mode::Flowtime });
    assert_eq!((bench.state().as_str(), bench.timer.next_deadline()), ("running focus", Some(at(1500))));
    let refused = bench.try_send(11, Event::ChooseMode { mode: Mode::Countdown { seconds: 0 } });
    assert!(matches!(refused, Err(Refused::Lengths(_))));
}

#[test]
fn a_reason_is_kept_with_what_was_abandoned_trimmed_and_of_500_letters_at_most() {
    let because = |reason: &str| Event::Stop { reason: Some(reason.to_owned()) };
    let mut bench = Bench::running_focus();
    let refused = bench.try_send(30, because(&"ä".repeat(501))).unwrap_err();
    assert_eq!(refused, Refused::TooLong { what: "a reason", letters: 501, most: 500 });
    assert_eq!(bench.state(), "running focus");
    bench.send(30, because(&format!(" {} ", "ä".repeat(500))));
    assert_eq!(bench.sessions()[0].reason.as_ref().unwrap().chars().count(), 500);
    let mut bench = Bench::running_focus();
    bench.send(30, because(" "));
    assert_eq!(bench.sessions()[0].reason, None);
}

#[test]
fn a_round_that_is_reset_leads_to_a_short_break_again() {
    let mut bench = Bench::new();
    for second in [0, 1500, 3000, 4500] {
        bench.focus_from(second);
    }
    assert_eq!(bench.timer.earned_break(&bench.rules, at(6000)).unwrap().0, IntervalKind::LongBreak);
    bench.send(6001, Event::ResetRound);
    assert_eq!(bench.timer.round, 0);
    assert_eq!(bench.timer.earned_break(&bench.rules, at(6001)).unwrap().0, IntervalKind::ShortBreak);
}

#[test]
fn nobody_at_the_keys_is_an_absence_since_then() {
    let mut bench = Bench::running_focus();
    bench.seen_until(0, 900);
    bench.send(900, Event::Idle { since: at(600) });
    assert_eq!(bench.state(), "away");
    assert_eq!(bench.timer.remaining(at(900)), Some(TimeDelta::seconds(900)));
    bench.send(1300, Event::Idle { since: at(600) });
    bench.send(1310, Event::ResolveAbsence(Absence::CountAsBreak));
    let sessions = bench.sessions();
    assert_eq!((sessions[0].spent_seconds, sessions[0].ended_at), (600, at(600)));
    assert_eq!(
        (sessions[1].started_at, sessions[1].ended_at),
        (at(600), at(1300)),
        "until somebody was back"
    );
}

#[test]
fn an_absence_never_reaches_back_before_the_interval_ran() {
    let mut bench = Bench::running_focus();
    bench.send(60, Event::Pause);
    bench.send(600, Event::Resume);
    bench.seen_until(600, 900);
    bench.send(900, Event::Idle { since: at(10) });
    bench.send(900, Event::ResolveAbsence(Absence::TrimToLastSeen));
    let session = &bench.sessions()[0];
    assert_eq!((session.spent_seconds, session.paused_seconds, session.ended_at), (60, 540, at(600)));
}

#[test]
fn two_minutes_without_a_key_and_a_break_are_no_absence() {
    let mut bench = Bench::running_focus();
    bench.seen_until(0, 720);
    bench.send(720, Event::Idle { since: at(600) });
    assert_eq!(bench.state(), "running focus");
    let mut bench = Bench::ended_focus();
    bench.send(1500, Event::StartBreak);
    bench.send(1700, Event::Idle { since: at(1500) });
    assert_eq!(bench.state(), "running break");
}

#[test]
fn a_focus_that_was_left_before_its_end_has_not_ended() {
    let mut bench = Bench::running_focus();
    bench.seen_until(0, 1490);
    bench.send(1510, Event::Idle { since: at(1200) });
    assert_eq!((bench.state().as_str(), bench.announced().len()), ("away", 0));
    let mut bench = Bench::running_focus();
    bench.seen_until(0, 1490);
    bench.send(1510, Event::Idle { since: at(1505) });
    assert_eq!(bench.state(), "ended focus");
}
