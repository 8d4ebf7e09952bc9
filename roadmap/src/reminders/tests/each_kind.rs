//! Each kind comes when it should, says what it should, and can be set.

use super::*;
use chrono::Weekday;

/// A plan of December with a stage that ends on the 13th and a phase that ends on the 27th, on a Tuesday with three
/// blocks, and one the day after.
fn planned(rules: Vec<Rule>) -> Bench {
    let event = |subject: &str, title: &str, on| PlanEvent {
        subject: subject.to_owned(),
        title: title.to_owned(),
        on: day(on),
        open: 2,
        of: 5,
    };
    let plan = PlanDays {
        first: day(1),
        last: Some(day(31)),
        checkpoints: vec![event("4", "Week 2", 13)],
        gates: vec![event("9", "Month 1", 27)],
    };
    let mut blocks = three_blocks();
    blocks.push(block(Tz::UTC, "tomorrow", day(2).and_time(time(9, 30)), 60));
    Bench { plan: Some(plan), ..Bench::with(rules, blocks) }
}

fn of(kind: &str) -> Bench {
    planned(vec![usual(kind)])
}

fn on(date: u32, hour: u32, minute: u32) -> DateTime<Utc> {
    day(date).and_time(time(hour, minute)).and_utc()
}

/// Title and body of the only one that is due.
fn only(bench: &mut Bench, now: DateTime<Utc>) -> (String, String) {
    let due = bench.due(now);
    let [one] = due.as_slice() else { panic!("{now}: {due:#?}") };
    assert_eq!((one.answer, one.due), (None, now));
    (one.told.title.clone(), one.told.body.clone())
}

fn words(title: &str, body: &str) -> (String, String) {
    (title.to_owned(), body.to_owned())
}

#[test]
fn names_are_unique_and_the_usual_rules_are_sound_and_calm() {
    let names: HashSet<_> = kinds::ALL.iter().map(|kind| kind.name()).collect();
    assert_eq!(names.len(), kinds::ALL.len());
    let on: Vec<_> = Rule::all_usual().filter(|rule| rule.on).map(|rule| rule.id.0).collect();
    assert_eq!(on, ["block-start", "weekly-reflection", "week-end", "checkpoint", "gate"]);
    for rule in Rule::all_usual() {
        assert_eq!(rule.check(), Ok(()), "{rule:?}");
        assert_eq!(kinds::named(&rule.id.0), Some(rule.kind));
    }
}

#[test]
fn a_rule_that_is_off_reminds_of_nothing() {
    let mut rules: Vec<_> = Rule::all_usual().collect();
    rules.push(own(1, Timing::Daily { minute: 540 }));
    rules.iter_mut().for_each(|rule| rule.on = false);
    let mut bench = planned(rules);
    assert_eq!((bench.ask(on(2, 23, 0)), bench.next(on(1, 0, 0))), (vec![], None));
}

#[test]
fn a_blocks_end_is_said_five_minutes_before_and_never_before_it_begins() {
    let mut bench = of("block-end");
    assert_eq!(only(&mut bench, on(1, 10, 55)), words("Study ends soon", "It ends at 11:00."));
    assert_eq!(
        only(&mut bench, on(1, 11, 0)),
        words("Study ends soon", "It ends at 11:05."),
        "the short one"
    );
    bench.rules[0].timing = Timing::Before { minutes: 0 };
    assert_eq!(only(&mut bench, on(1, 16, 0)), words("Study is over", "It ended at 16:00."));
}

#[test]
fn a_day_begins_with_its_plan_and_ends_with_what_was_done_of_it() {
    let mut bench = of("day-start");
    let blocks = "9:00 Gradient boosting\n11:00 Gradient boosting\n14:00 Gradient boosting";
    assert_eq!(only(&mut bench, on(1, 8, 30)), words("Today: 3 blocks, 4 h 5 min", blocks));
    let mut bench = of("day-end");
    bench.focused = BTreeMap::from([(day(1), 95)]);
    let tomorrow = "Tomorrow begins at 9:30 with Gradient boosting.";
    assert_eq!(only(&mut bench, on(1, 21, 0)), words("The day’s end, after 1 h 35 min of focus", tomorrow));
    let end = words("The day’s end", "Nothing is planned for tomorrow.");
    assert_eq!(only(&mut bench, on(2, 21, 0)), end);
}

#[test]
fn a_days_end_after_midnight_is_the_evenings() {
    let mut bench = of("day-end");
    bench.rules[0].timing = Timing::Daily { minute: 30 };
    assert_eq!(bench.ask(on(1, 0, 30)), [], "no day of work ended then");
    assert_eq!(bench.ask(on(2, 0, 30)), [shown("2026-12-01")]);
}

#[test]
fn noon_is_said_only_where_nothing_was_focused_on_and_something_was_planned() {
    let mut bench = of("nothing-by-noon");
    let title = "There is still time today";
    assert_eq!(only(&mut bench, on(1, 12, 0)), words(title, "Next is Gradient boosting at 14:00."));
    let mut bench = of("nothing-by-noon");
    bench.focused = BTreeMap::from([(day(1), 1)]);
    assert_eq!(bench.ask(on(1, 12, 0)), []);
    let mut bench = of("nothing-by-noon");
    bench.running = Some(work(1));
    assert_eq!(bench.ask(on(1, 12, 0)), [], "who is at it is not reminded");
    let mut bench = of("nothing-by-noon");
    bench.blocks.remove(0);
    assert_eq!(bench.ask(on(1, 12, 0)), [shown("2026-12-01")], "11:00 is before noon");
    bench.blocks.remove(0);
    bench.known.clear();
    assert_eq!(bench.ask(on(1, 12, 0)), [], "the day begins at 14:00");
}

#[test]
fn the_weekly_ones_come_on_their_day_within_the_plan() {
    let days = [("weekly-planning", 6, 18), ("weekly-reflection", 6, 18), ("networking", 2, 12)];
    for (kind, date, hour) in days {
        let mut bench = of(kind);
        assert_eq!(bench.ask(on(1, 23, 59)), [], "{kind}: nothing of the week before the plan");
        only(&mut bench, on(date, hour, 0));
        only(&mut bench, on(date + 7, hour, 0));
        let timing = Timing::Weekly { weekday: Weekday::Fri, minute: 600 };
        bench.rules[0] = Rule { timing, since: on(14, 12, 0), ..usual(kind) };
        only(&mut bench, on(18, 10, 0));
        bench.plan = None;
        bench.known.clear();
        assert_eq!(bench.ask(on(20, 10, 0)), [], "{kind}: none without a plan");
    }
}

#[test]
fn checkpoint_and_gate_come_some_days_before_and_another_lead_brings_no_second_one() {
    let mut bench = of("checkpoint");
    let checkpoint = words("Checkpoint: Week 2", "The stage ends on Sunday, 13 December. Open: 2 of 5.");
    assert_eq!(only(&mut bench, on(12, 18, 0)), checkpoint);
    bench.rules[0].timing = Timing::DaysBefore { days: 0, minute: 600 };
    assert_eq!(bench.ask(on(13, 10, 0)), []);
    let mut bench = of("gate");
    assert_eq!(bench.next(on(19, 9, 0)), Some(on(20, 9, 0)));
    let gate = words("Gate: Month 1", "The phase ends on Sunday, 27 December. Open: 2 of 5.");
    assert_eq!(only(&mut bench, on(20, 9, 0)), gate);
}

#[test]
fn a_gate_that_comes_up_while_nobody_asks_is_said_until_its_day_is_over() {
    let told = |now| of("gate").due(now).into_iter().map(|it| (it.answer, it.showing)).collect::<Vec<_>>();
    assert_eq!(told(on(26, 9, 0)), [(None, Showing::Together)]);
    assert_eq!(told(on(28, 9, 0)), [(Some(Answer::Missed), Showing::Never)]);
    let mut bench = of("gate");
    bench.rules[0].timing = Timing::DaysBefore { days: 60, minute: 540 };
    bench.since = on(10, 0, 0);
    assert_eq!(bench.ask(on(10, 0, 0)), [shown("9")], "a plan that is made after it was due");
}

#[test]
fn own_ones_come_on_their_days_and_the_thirty_first_on_a_months_last() {
    let cases = [
        (Timing::Once { on: day(3), minute: 540 }, vec![3]),
        (Timing::Daily { minute: 540 }, (1..=31).collect()),
        (Timing::Weekly { weekday: Weekday::Fri, minute: 540 }, vec![4, 11, 18, 25]),
        (Timing::Monthly { day: 15, minute: 540 }, vec![15]),
    ];
    for (timing, expected) in cases {
        let mut bench = Bench::with(vec![own(1, timing)], Vec::new());
        bench.rules[0].since = on(1, 0, 0);
        let days = (1..=31).filter(|date| !bench.ask(on(*date, 9, 0)).is_empty()).collect::<Vec<u32>>();
        assert_eq!(days, expected, "{timing:?}");
    }
    let monthly = Timing::Monthly { day: 31, minute: 540 };
    let year = NaiveDate::from_ymd_opt(2028, 1, 1).unwrap().iter_days().take(366);
    let ends: Vec<_> =
        year.filter(|date| monthly.is_on(*date)).map(|date| date.format("%m-%d").to_string()).collect();
    let last = "01-31 02-29 03-31 04-30 05-31 06-30 07-31 08-31 09-30 10-31 11-30 12-31";
    assert_eq!(ends.join(" "), last);
    let weekdays = Timing::Weekdays { minute: 540 };
    assert_eq!((1..=7).filter(|date| weekdays.is_on(day(*date))).collect::<Vec<_>>(), [1, 2, 3, 4, 7]);
}

#[test]
fn an_own_one_keeps_however_late_and_needs_no_plan() {
    let mut bench = Bench::with(vec![own(1, Timing::Once { on: day(1), minute: 540 })], Vec::new());
    bench.since = on(31, 0, 0);
    assert_eq!(bench.told(on(31, 9, 0)), [("Call Ada".to_owned(), Showing::Together)]);
    let daily = own(2, Timing::Daily { minute: 540 });
    let mut bench = Bench::with(vec![Rule { since: on(28, 12, 0), ..daily }], Vec::new());
    assert_eq!(bench.ask(on(31, 9, 0)).len(), 3, "not those before it was made");
}

#[test]
fn a_rule_that_cannot_be_is_refused() {
    let with = |timing| Rule { timing, ..usual("block-start") }.check();
    assert_eq!(with(Timing::Daily { minute: 5 }), Err(BadRule::OtherTiming("A block begins")));
    assert_eq!(with(Timing::Before { minutes: 1441 }), Err(BadRule::Lead));
    let own = |timing| own(1, timing).check();
    assert_eq!(own(Timing::Daily { minute: 1440 }), Err(BadRule::Minute(1440)));
    assert_eq!(own(Timing::Monthly { day: 0, minute: 0 }), Err(BadRule::Day(0)));
    assert_eq!(own(Timing::Monthly { day: 32, minute: 0 }), Err(BadRule::Day(32)));
    assert_eq!(own(Timing::AsItComes), Err(BadRule::OtherTiming("Your own reminder")));
    let gate = Rule { timing: Timing::DaysBefore { days: 61, minute: 0 }, ..usual("gate") };
    assert_eq!(gate.check(), Err(BadRule::DaysBefore));
    let hours = QuietHours { from: 600, to: 600 };
    let quiet = Rule { quiet: Quiet::Own { hours }, ..usual("gate") };
    assert!(matches!(quiet.check(), Err(BadRule::Quiet(_))));
    let long = Rule { text: "x".repeat(201), ..usual("gate") };
    assert_eq!(long.check(), Err(BadRule::TooLong));
}

#[test]
fn when_a_rule_comes_next_is_known_for_weeks_where_it_comes_by_the_date() {
    let next = |rule: Rule| {
        let bench = planned(vec![rule]);
        bench.situation(on(1, 8, 0)).next_of(&bench.rules[0])
    };
    assert_eq!(next(usual("weekly-reflection")), Some(on(6, 18, 0)));
    assert_eq!(next(usual("gate")), Some(on(20, 9, 0)));
    assert_eq!(next(own(1, Timing::Monthly { day: 31, minute: 600 })), Some(on(31, 10, 0)));
    assert_eq!(next(own(1, Timing::Weekly { weekday: Weekday::Tue, minute: 420 })), Some(on(8, 7, 0)));
    assert_eq!(next(own(1, Timing::Once { on: day(1), minute: 420 })), None, "it is over");
    assert_eq!(next(Rule { on: false, ..usual("gate") }), None);
    assert_eq!(next(usual("block-start")), Some(on(1, 9, 0)));
}
