//! What holds reminders back, and how those that waited are shown.

use super::*;
use chrono_tz::Europe;

const NIGHT: QuietHours = QuietHours { from: 22 * 60, to: 7 * 60 };

fn at_nine(count: i64) -> Bench {
    let rules = (0..count).map(|number| own(number, Timing::Daily { minute: 540 }));
    let rules = rules.map(|rule| Rule { since: utc(0, 0), ..rule });
    Bench::with(rules.collect(), Vec::new())
}

fn showing(bench: &mut Bench, now: DateTime<Utc>) -> Vec<Showing> {
    bench.due(now).into_iter().map(|it| it.showing).collect()
}

#[test]
fn quiet_hours_cross_midnight_and_say_when_they_are_over() {
    let still = Stillness { general: Some(NIGHT), ..Stillness::default() };
    let until = |now| still.hold(Quiet::General, false, now, &Tz::UTC).map(|hold| hold.until.unwrap());
    let morning = utc(7, 0);
    assert_eq!(until(utc(6, 59)), Some(morning));
    assert_eq!(until(utc(7, 0)), None);
    assert_eq!(until(utc(21, 59)), None);
    assert_eq!(until(utc(22, 0)), Some(morning + TimeDelta::days(1)));
    let noon = Stillness { general: Some(QuietHours { from: 720, to: 780 }), ..Stillness::default() };
    let held = |now| noon.hold(Quiet::General, false, now, &Tz::UTC).is_some();
    assert_eq!(
        [held(utc(11, 59)), held(utc(12, 0)), held(utc(12, 59)), held(utc(13, 0))],
        [false, true, true, false]
    );
}

#[test]
fn a_rule_has_its_own_quiet_hours_or_the_general_ones_or_none() {
    let still = Stillness { general: Some(NIGHT), ..Stillness::default() };
    let noon = Quiet::Own { hours: QuietHours { from: 720, to: 780 } };
    let held = |quiet, now| still.hold(quiet, false, now, &Tz::UTC).is_some();
    let of = |quiet| [held(quiet, utc(23, 0)), held(quiet, utc(12, 0))];
    assert_eq!(
        [of(Quiet::General), of(noon), of(Quiet::Never)],
        [[true, false], [false, true], [false, false]]
    );
    assert!(still.hold(Quiet::General, true, utc(23, 0), &Tz::UTC).is_none(), "a snooze was asked for");
}

#[test]
fn focus_the_system_and_the_persons_word_hold_all_of_them() {
    let hold = |still: Stillness| still.hold(Quiet::Never, true, utc(9, 0), &Tz::UTC);
    assert_eq!(
        hold(Stillness { focusing: true, ..Stillness::default() }),
        Some(Hold { by: HeldBy::Focus, until: None })
    );
    assert_eq!(
        hold(Stillness { system: true, ..Stillness::default() }),
        Some(Hold { by: HeldBy::System, until: None })
    );
    let until = |until| Stillness { until: Some(until), ..Stillness::default() };
    assert_eq!(hold(until(utc(10, 0))), Some(Hold { by: HeldBy::Person, until: Some(utc(10, 0)) }));
    assert_eq!(hold(until(utc(9, 0))), None);
}

#[test]
fn what_holds_a_reminder_back_longest_is_named() {
    let by = |until| {
        let still = Stillness { general: Some(NIGHT), until: Some(until), ..Stillness::default() };
        still.hold(Quiet::General, false, utc(6, 0), &Tz::UTC).map(|hold| (hold.by, hold.until.unwrap()))
    };
    assert_eq!(by(utc(6, 30)), Some((HeldBy::QuietHours, utc(7, 0))));
    assert_eq!(by(utc(8, 0)), Some((HeldBy::Person, utc(8, 0))));
}

#[test]
fn quiet_hours_end_in_the_future_also_while_a_clock_is_set_back() {
    // In Berlin 2:30 is shown twice on 25 October 2026, first at 0:30 and then at 1:30 of UTC.
    let still = Stillness { general: Some(QuietHours { from: 60, to: 150 }), ..Stillness::default() };
    let start = NaiveDate::from_ymd_opt(2026, 10, 24).unwrap().and_time(time(22, 0)).and_utc();
    for minute in 0..360 {
        let now = start + TimeDelta::minutes(minute);
        if let Some(hold) = still.hold(Quiet::General, false, now, &Europe::Berlin) {
            assert!(hold.until.unwrap() > now, "{now}");
        }
    }
}

#[test]
fn what_is_held_is_in_the_inbox_at_once_and_waits_to_be_shown() {
    let mut bench = at_nine(1);
    bench.stillness.focusing = true;
    let due = bench.due(utc(9, 0));
    assert_eq!(due.iter().map(|it| (it.answer, it.showing)).collect::<Vec<_>>(), [(None, Showing::Together)]);
    assert_eq!(bench.ask(utc(9, 5)), []);
    let rule = bench.rules[0].id.clone();
    assert!(bench.situation(utc(9, 5)).hold(&rule, false).is_some());
    bench.stillness.focusing = false;
    assert!(bench.situation(utc(9, 5)).hold(&rule, false).is_none());
}

#[test]
fn what_comes_late_or_in_a_crowd_is_shown_together() {
    assert_eq!(showing(&mut at_nine(1), utc(9, 10)), [Showing::Now]);
    assert_eq!(showing(&mut at_nine(1), utc(9, 11)), [Showing::Together]);
    assert_eq!(showing(&mut at_nine(3), utc(9, 0)), [Showing::Now; 3]);
    assert_eq!(showing(&mut at_nine(4), utc(9, 0)), [Showing::Together; 4]);
}

#[test]
fn what_is_missed_of_yesterday_is_only_kept() {
    let mut bench = Bench::three_blocks();
    bench.blocks.push(block(Tz::UTC, "today", day(2).and_time(time(9, 0)), 60));
    let now = day(2).and_time(time(12, 0)).and_utc();
    let never = Showing::Never;
    assert_eq!(showing(&mut bench, now), [never, never, never, Showing::Together]);
}

#[test]
fn a_summary_names_the_first_and_counts_the_others() {
    let waiting = |hour, title: &str| Waiting { title: title.to_owned(), at: day(1).and_time(time(hour, 5)) };
    let one = [waiting(9, "Call Ada")];
    assert_eq!(summary(&one, true), ("1 reminder has waited for you".to_owned(), "9:05 Call Ada".to_owned()));
    let five = [waiting(13, "C"), waiting(9, "A"), waiting(11, "B"), waiting(14, "D"), waiting(15, "E")];
    let (title, body) = summary(&five, false);
    assert_eq!(title, "5 reminders have waited for you");
    assert_eq!(body, "9:05 am A\n11:05 am B\n1:05 pm C\nand 2 more in the inbox");
}
