//! Claims about reminders.

use super::*;
use crate::pomodoro::Work;
use crate::progress::{Standing, WeekEnd};
use crate::{Category, ItemId};
use chrono::{
    DateTime, Days, LocalResult, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, TimeZone, Timelike, Utc,
};
use chrono_tz::{America, Asia, Australia, Europe, Pacific, Tz};
use std::collections::HashSet;

fn work(activity: i64) -> Work {
    Work {
        activity: Some(ItemId(activity)),
        step: None,
        block: None,
        category: Category::Study,
        title: "Gradient boosting".to_owned(),
    }
}

/// A local time in a zone: the first valid one in a gap, the first of two in a fold.
fn resolve(zone: Tz, local: NaiveDateTime) -> DateTime<Utc> {
    (0..=180)
        .find_map(|minutes| match zone.from_local_datetime(&(local + TimeDelta::minutes(minutes))) {
            LocalResult::Single(instant) | LocalResult::Ambiguous(instant, _) => Some(instant.to_utc()),
            LocalResult::None => None,
        })
        .unwrap()
}

fn block(zone: Tz, subject: &str, start: NaiveDateTime, minutes: i64) -> Upcoming {
    let start_utc = resolve(zone, start);
    Upcoming {
        subject: subject.to_owned(),
        start,
        start_utc,
        end_utc: start_utc + TimeDelta::minutes(minutes),
        title: "Study".to_owned(),
        category: Category::Study,
        work: Some(work(7)),
    }
}

fn day(day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 12, day).unwrap()
}

fn time(hour: u32, minute: u32) -> NaiveTime {
    NaiveTime::from_hms_opt(hour, minute, 0).unwrap()
}

fn utc(hour: u32, minute: u32) -> DateTime<Utc> {
    day(1).and_time(time(hour, minute)).and_utc()
}

/// A day with its reminders, and the inbox that they go to.
struct Bench {
    rules: Vec<Rule>,
    blocks: Vec<Upcoming>,
    week: Option<EndedWeek>,
    snoozes: Vec<Snooze>,
    known: HashSet<OccurrenceKey>,
    running: Option<Work>,
    since: DateTime<Utc>,
    inbox: Vec<Occurrence>,
}

impl Bench {
    fn new(blocks: Vec<Upcoming>) -> Self {
        Self {
            rules: vec![Rule::block_start(), Rule::week_end()],
            blocks,
            week: None,
            snoozes: Vec::new(),
            known: HashSet::new(),
            running: None,
            since: DateTime::UNIX_EPOCH,
            inbox: Vec::new(),
        }
    }

    /// Three blocks of 1 December 2026 in UTC: 9:00 to 11:00, 11:00 to 11:05, 14:00 to 16:00.
    fn three_blocks() -> Self {
        let zone = Tz::UTC;
        Self::new(vec![
            block(zone, "first", day(1).and_time(time(9, 0)), 120),
            block(zone, "short", day(1).and_time(time(11, 0)), 5),
            block(zone, "last", day(1).and_time(time(14, 0)), 120),
        ])
    }

    fn situation(&self) -> Situation<'_> {
        Situation {
            rules: &self.rules,
            blocks: &self.blocks,
            week: self.week.as_ref(),
            snoozes: &self.snoozes,
            known: &self.known,
            running: self.running.as_ref(),
            since: self.since,
        }
    }

    /// What is due, as subjects, with what is added to the inbox.
    fn ask(&mut self, now: DateTime<Utc>) -> Vec<(String, Option<Answer>)> {
        let due = self.situation().due(now);
        self.known.extend(due.iter().map(|occurrence| occurrence.key.clone()));
        let told = due.iter().map(|it| (it.key.subject.clone(), it.answer)).collect();
        self.inbox.extend(due);
        told
    }
}

fn shown(subject: &str) -> (String, Option<Answer>) {
    (subject.to_owned(), None)
}

fn answered(subject: &str, answer: Answer) -> (String, Option<Answer>) {
    (subject.to_owned(), Some(answer))
}

#[test]
fn a_block_is_announced_when_it_begins_and_not_again() {
    let mut bench = Bench::three_blocks();
    assert_eq!(bench.ask(utc(8, 59)), []);
    assert_eq!(bench.ask(utc(9, 0)), [shown("first")]);
    assert_eq!(bench.ask(utc(9, 0)), []);
    assert_eq!(bench.ask(utc(9, 30)), []);
    assert_eq!(bench.inbox[0].about, About::Block(bench.blocks[0].clone()));
}

#[test]
fn the_next_is_the_first_that_is_still_to_come() {
    let mut bench = Bench::three_blocks();
    assert_eq!(bench.situation().next(utc(8, 0)), Some(utc(9, 0)));
    bench.ask(utc(9, 0));
    assert_eq!(bench.situation().next(utc(9, 0)), Some(utc(11, 0)));
    assert_eq!(bench.situation().next(utc(8, 0)), Some(utc(11, 0)), "even with the clock set back");
    assert_eq!(bench.situation().next(utc(14, 0)), None);
}

#[test]
fn a_lead_time_comes_before_and_changing_it_brings_no_second_reminder() {
    let mut bench = Bench::three_blocks();
    bench.rules[0].kind = RuleKind::BlockStart { lead_minutes: 5 };
    assert_eq!(bench.ask(utc(8, 55)), [shown("first")]);
    bench.rules[0].kind = RuleKind::BlockStart { lead_minutes: 0 };
    assert_eq!(bench.ask(utc(9, 0)), []);
}

#[test]
fn before_its_block_has_begun_no_reminder_is_too_late() {
    let mut bench = Bench::three_blocks();
    bench.rules[0].kind = RuleKind::BlockStart { lead_minutes: 60 };
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
    let snooze = Snooze::of(&bench.inbox[0], SNOOZE_MINUTES, utc(9, 2));
    assert_eq!(snooze.answer(), Answer::Snoozed { until: utc(9, 12) });
    bench.snoozes = vec![snooze];
    assert_eq!(bench.situation().next(utc(9, 2)), Some(utc(9, 12)));
    assert_eq!(bench.ask(utc(9, 11)), []);
    assert_eq!(bench.ask(utc(9, 12)), [shown("first")]);
    assert_eq!(bench.ask(utc(9, 13)), []);

    bench.snoozes = vec![Snooze::of(&bench.inbox[1], SNOOZE_MINUTES, utc(9, 13))];
    assert_eq!(bench.ask(utc(9, 23)), [shown("first")]);
    let keys: HashSet<_> = bench.inbox.iter().map(|occurrence| &occurrence.key).collect();
    assert_eq!(keys.len(), 3);
}

#[test]
fn a_snooze_was_asked_for_and_comes_even_after_its_block() {
    let mut bench = Bench::three_blocks();
    bench.ask(utc(11, 0));
    let short = bench.inbox.last().unwrap().clone();
    bench.snoozes = vec![Snooze::of(&short, SNOOZE_MINUTES, utc(11, 1))];
    assert_eq!(bench.ask(utc(11, 11)), [shown("short")]);
    bench.snoozes = vec![Snooze::of(&short, 60, utc(11, 1))];
    bench.known.remove(&bench.snoozes[0].key);
    assert_eq!(bench.ask(utc(13, 0)), [answered("short", Answer::Missed)]);
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
    let in_berlin = resolve(Europe::Berlin, nine);
    assert_eq!(bench.ask(in_berlin), [shown("first")]);
    bench.blocks = vec![block(America::New_York, "first", nine, 120)];
    assert_eq!(bench.ask(resolve(America::New_York, nine)), []);
}

#[test]
fn two_rules_and_a_block_listed_twice_bring_one_occurrence_each() {
    let mut bench = Bench::three_blocks();
    bench.blocks.push(bench.blocks[0].clone());
    bench
        .rules
        .push(Rule { id: RuleId("early".to_owned()), kind: RuleKind::BlockStart { lead_minutes: 15 } });
    assert_eq!(bench.ask(utc(8, 45)), [shown("first")]);
    assert_eq!(bench.ask(utc(9, 0)), [shown("first")]);
}

#[test]
fn rules_and_occurrences_survive_being_saved() {
    let mut bench = Bench::three_blocks();
    bench.ask(utc(9, 0));
    let snooze = Snooze::of(&bench.inbox[0], 10, utc(9, 0));
    bench.inbox[0].answer = Some(snooze.answer());
    let json = serde_json::to_string(&(&bench.rules, &bench.inbox, &snooze)).unwrap();
    let read: (Vec<Rule>, Vec<Occurrence>, Snooze) = serde_json::from_str(&json).unwrap();
    assert_eq!(read, (bench.rules, bench.inbox, snooze), "{json}");
}

/// The blocks from yesterday to tomorrow: one at a time of day that zones skip or repeat, one not.
fn around(zone: Tz, today: NaiveDate) -> Vec<Upcoming> {
    let days = [today.checked_sub_days(Days::new(1)), Some(today), today.checked_add_days(Days::new(1))];
    let blocks = days.into_iter().flatten().flat_map(|date| {
        [("night", time(2, 15)), ("midnight", time(0, 0)), ("noon", time(12, 0))]
            .map(|(name, start)| block(zone, &format!("{date} {name}"), date.and_time(start), 45))
    });
    blocks.collect()
}

/// Lives 400 days in a zone as the app does, asking when the next is due and at least every 25 minutes;
/// `clock` tells how wrong the clock is then.
fn live(zone: Tz, clock: impl Fn(DateTime<Utc>) -> TimeDelta) -> Vec<Occurrence> {
    let begin = resolve(zone, day(1).and_time(NaiveTime::MIN));
    let mut bench = Bench::new(Vec::new());
    bench.since = begin;
    let mut loaded = None;
    let mut real = begin;
    while real < begin + TimeDelta::days(400) {
        let now = real + clock(real);
        let today = now.with_timezone(&zone).date_naive();
        if loaded.replace(today) != Some(today) {
            bench.blocks = around(zone, today);
        }
        bench.ask(now);
        let longest = TimeDelta::minutes(25);
        real += bench.situation().next(now).map_or(longest, |next| longest.min(next - now));
    }
    bench.inbox
}

const ZONES: [Tz; 6] = [
    Europe::Berlin,
    America::New_York,
    Australia::Lord_Howe,
    America::Santiago,
    Pacific::Chatham,
    Asia::Kathmandu,
];

#[test]
fn over_four_hundred_days_each_block_comes_exactly_once_and_in_time_in_every_zone() {
    for zone in ZONES {
        let inbox = live(zone, |_| TimeDelta::zero());
        let keys: HashSet<_> = inbox.iter().map(|occurrence| &occurrence.key).collect();
        assert_eq!(keys.len(), inbox.len(), "no doubles in {zone}");
        assert!(inbox.iter().all(Occurrence::is_open), "none late in {zone}");
        for date in day(1).iter_days().take(400) {
            let of_day = inbox.iter().filter(|it| it.key.at.date() == date).count();
            assert_eq!(of_day, 3, "{date} in {zone}");
        }
    }
}

#[test]
fn a_clock_that_goes_wrong_and_right_again_brings_none_twice_and_loses_none() {
    for zone in ZONES {
        let inbox = live(zone, |real| match real.hour() {
            3 => TimeDelta::hours(-5),
            11 => TimeDelta::hours(-1),
            15 => TimeDelta::hours(9),
            22 => TimeDelta::minutes(70),
            _ => TimeDelta::zero(),
        });
        let keys: HashSet<_> = inbox.iter().map(|occurrence| &occurrence.key).collect();
        assert_eq!(keys.len(), inbox.len(), "no doubles in {zone}");
        for date in day(1).iter_days().take(399) {
            let of_day = inbox.iter().filter(|it| it.key.at.date() == date).count();
            assert_eq!(of_day, 3, "{date} in {zone}");
        }
    }
}

/// A week that was over on 7 December at 4:00, to be said at 9:00.
fn a_week_behind() -> Bench {
    let next = day(7).and_time(time(9, 0)).and_utc();
    let end = WeekEnd {
        week: NaiveDate::from_ymd_opt(2026, 11, 30).unwrap(),
        standing: Standing::Behind,
        minutes: 360,
    };
    let week = EndedWeek {
        end,
        number: 1,
        at: day(7).and_time(time(4, 0)),
        due: next,
        until: day(8).and_time(time(4, 0)).and_utc(),
    };
    Bench { week: Some(week), ..Bench::new(Vec::new()) }
}

#[test]
fn a_week_that_ends_behind_is_said_once_as_the_next_days_work_begins() {
    let mut bench = a_week_behind();
    let due = day(7).and_time(time(9, 0)).and_utc();
    assert_eq!(bench.ask(due - TimeDelta::minutes(1)), []);
    assert_eq!(bench.situation().next(due - TimeDelta::hours(3)), Some(due));
    assert_eq!(bench.ask(due).len(), 1);
    assert_eq!(bench.ask(due + TimeDelta::days(2)), []);
    bench.week.as_mut().unwrap().due += TimeDelta::hours(2);
    assert_eq!(
        bench.ask(due + TimeDelta::days(3)),
        [],
        "work that begins later that day says it no second time"
    );
}

#[test]
fn how_a_week_ended_is_news_all_day_and_later_only_kept() {
    let due = day(7).and_time(time(9, 0)).and_utc();
    let told = |now| a_week_behind().ask(now).into_iter().map(|(_, answer)| answer).collect::<Vec<_>>();
    assert_eq!(told(due + TimeDelta::hours(12)), [None]);
    assert_eq!(told(due + TimeDelta::hours(19)), [Some(Answer::Missed)]);
}

#[test]
fn a_plan_made_after_the_week_says_nothing_of_it() {
    let mut bench = a_week_behind();
    bench.since = day(7).and_time(time(10, 0)).and_utc();
    assert_eq!(bench.ask(bench.since), []);
}
