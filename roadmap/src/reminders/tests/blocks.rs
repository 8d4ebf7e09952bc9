//! A block is announced once, in time, or not at all.

use super::*;
use chrono_tz::{America, Europe};

#[test]
fn a_block_is_announced_when_it_begins_and_not_again() {
    let mut bench = Bench::three_blocks();
    assert_eq!(bench.ask(utc(8, 59)), []);
    assert_eq!(bench.ask(utc(9, 0)), [shown("first")]);
    assert_eq!(bench.ask(utc(9, 0)), []);
    assert_eq!(bench.ask(utc(9, 30)), []);
    assert_eq!(bench.inbox[0].told.about, About::Block(bench.blocks[0].clone()));
}

#[test]
fn the_next_is_the_first_that_is_still_to_come() {
    let mut bench = Bench::three_blocks();
    assert_eq!(bench.next(utc(8, 0)), Some(utc(9, 0)));
    bench.ask(utc(9, 0));
    assert_eq!(bench.next(utc(9, 0)), Some(utc(11, 0)));
    assert_eq!(bench.next(utc(8, 0)), Some(utc(11, 0)), "even with the clock set back");
    assert_eq!(bench.next(utc(14, 0)), None);
}

#[test]
fn a_lead_time_comes_before_and_changing_it_brings_no_second_reminder() {
    let mut bench = Bench::three_blocks();
    bench.rules[0].timing = Timing::Before { minutes: 5 };
    assert_eq!(bench.ask(utc(8, 55)), [shown("first")]);
    bench.rules[0].timing = Timing::Before { minutes: 0 };
    assert_eq!(bench.ask(utc(9, 0)), []);
}

#[test]
fn before_its_block_has_begun_no_reminder_is_too_late() {
    let mut bench = Bench::three_blocks();
    bench.rules[0].timing = Timing::Before { minutes: 60 };
    assert_eq!(bench.ask(utc(8, 45)), [shown("first")]);
    bench.since = utc(13, 30);
    assert_eq!(bench.ask(utc(13, 30)), [shown("last")], "the plan was changed after it was due");
}

#[test]
fn a_start_late_in_the_day_finds_the_earlier_ones_missed_and_shows_none_of_them() {
    let mut bench = Bench::three_blocks();
    let missed = |subject| answered(subject, Answer::Missed);
    assert_eq!(bench.ask(utc(14, 5)), [missed("first"), missed("short"), shown("last")]);
}

#[test]
fn ten_minutes_late_is_shown_and_later_or_after_the_blocks_end_is_missed() {
    assert_eq!(Bench::three_blocks().ask(utc(9, 10)), [shown("first")]);
    assert_eq!(Bench::three_blocks().ask(utc(9, 11)), [answered("first", Answer::Missed)]);
    let mut bench = Bench::three_blocks();
    bench.ask(utc(10, 59));
    assert_eq!(bench.ask(utc(11, 6)), [answered("short", Answer::Missed)]);
}

#[test]
fn what_began_before_the_plan_was_made_is_not_missed() {
    let mut bench = Bench::three_blocks();
    bench.since = utc(13, 0);
    assert_eq!(bench.ask(utc(13, 0)), []);
    assert_eq!(bench.ask(utc(14, 0)), [shown("last")]);
}

#[test]
fn there_is_no_reminder_about_what_is_running() {
    let mut bench = Bench::three_blocks();
    bench.running = Some(Work { block: Some("first".to_owned()), activity: None, ..work(1) });
    assert_eq!(bench.ask(utc(9, 0)), [answered("first", Answer::Started)]);

    let mut bench = Bench::three_blocks();
    bench.running = Some(work(7));
    assert_eq!(bench.ask(utc(9, 0)), [answered("first", Answer::Started)], "the same activity");

    let mut bench = Bench::three_blocks();
    bench.running = Some(work(8));
    assert_eq!(bench.ask(utc(9, 0)), [shown("first")], "another activity");
}

#[test]
fn a_snooze_is_an_occurrence_of_its_own_and_can_be_snoozed_again() {
    let mut bench = Bench::three_blocks();
    bench.ask(utc(9, 0));
    let snooze = snoozed(&bench, utc(9, 2));
    assert_eq!(snooze.answer(), Answer::Snoozed { until: utc(9, 12) });
    bench.snoozes = vec![snooze];
    assert_eq!(bench.next(utc(9, 2)), Some(utc(9, 12)));
    assert_eq!(bench.ask(utc(9, 11)), []);
    assert_eq!(bench.told(utc(9, 12)), [("Gradient boosting".to_owned(), Showing::Now)]);
    assert_eq!(bench.ask(utc(9, 13)), []);

    bench.snoozes = vec![snoozed(&bench, utc(9, 13))];
    assert_eq!(bench.ask(utc(9, 23)), [shown("first")]);
    let keys: HashSet<_> = bench.inbox.iter().map(|occurrence| &occurrence.key).collect();
    assert_eq!(keys.len(), 3);
}

#[test]
fn a_snooze_was_asked_for_and_comes_after_its_block_and_however_late() {
    let mut bench = Bench::three_blocks();
    bench.ask(utc(11, 0));
    let snooze = snoozed(&bench, utc(11, 1));
    bench.snoozes = vec![snooze.clone()];
    assert_eq!(bench.ask(utc(11, 11)), [shown("short")]);
    bench.known.remove(&snooze.key);
    assert_eq!(bench.told(utc(13, 0)), [("Gradient boosting".to_owned(), Showing::Together)]);
}

#[test]
fn a_snooze_of_what_is_running_by_then_does_not_come() {
    let mut bench = Bench::three_blocks();
    bench.ask(utc(9, 0));
    bench.snoozes = vec![snoozed(&bench, utc(9, 2))];
    bench.running = Some(work(7));
    assert_eq!(bench.ask(utc(9, 12)), [answered("first", Answer::Started)]);
}

#[test]
fn put_off_until_tomorrow_it_comes_with_the_days_first_block_or_at_nine() {
    let mut bench = Bench::three_blocks();
    let until = |bench: &Bench| {
        SnoozeLength::Tomorrow.until(&bench.blocks, &bench.situation(utc(9, 0)).local, utc(9, 0))
    };
    assert_eq!(until(&bench), day(2).and_time(time(9, 0)).and_utc());
    for start in [time(10, 0), time(7, 30)] {
        bench.blocks.push(block(Tz::UTC, "next", day(2).and_time(start), 60));
    }
    assert_eq!(until(&bench), day(2).and_time(time(7, 30)).and_utc());
    let length =
        |length: SnoozeLength| length.until(&bench.blocks, &bench.situation(utc(9, 0)).local, utc(9, 0));
    let minutes =
        [SnoozeLength::FiveMinutes, SnoozeLength::TenMinutes, SnoozeLength::HalfHour, SnoozeLength::Hour];
    assert_eq!(minutes.map(|it| (length(it) - utc(9, 0)).num_minutes()), [5, 10, 30, 60]);
}

#[test]
fn a_block_that_is_moved_is_announced_at_its_new_time() {
    let mut bench = Bench::three_blocks();
    bench.ask(utc(9, 0));
    bench.blocks[0] = block(Tz::UTC, "first", day(1).and_time(time(10, 0)), 60);
    assert_eq!(bench.ask(utc(10, 0)), [shown("first")]);
}

#[test]
fn another_zone_brings_no_second_reminder_for_the_same_local_time() {
    let nine = day(1).and_time(time(9, 0));
    let mut bench = Bench::new(vec![block(Europe::Berlin, "first", nine, 120)]);
    bench.zone = Europe::Berlin;
    let in_berlin = resolve(Europe::Berlin, nine);
    assert_eq!(bench.ask(in_berlin), [shown("first")]);
    bench.zone = America::New_York;
    bench.blocks = vec![block(America::New_York, "first", nine, 120)];
    assert_eq!(bench.ask(resolve(America::New_York, nine)), []);
}

#[test]
fn two_rules_and_a_block_listed_twice_bring_one_occurrence_each() {
    let mut bench = Bench::three_blocks();
    bench.blocks.push(bench.blocks[0].clone());
    let timing = Timing::Before { minutes: 15 };
    bench.rules.push(Rule { id: RuleId("early".to_owned()), timing, ..usual("block-start") });
    assert_eq!(bench.ask(utc(8, 45)), [shown("first")]);
    assert_eq!(bench.ask(utc(9, 0)), [shown("first")]);
}
