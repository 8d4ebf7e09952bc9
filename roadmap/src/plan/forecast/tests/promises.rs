//! What a forecast says, and what moves it.

use super::{ahead, hours_left, past, range, reached, today};
use crate::ItemId;
use crate::plan::fixture::date;
use crate::plan::forecast::{Ahead, DateRange, Milestone, PastWeek, Reached, forecast};
use chrono::Days;

const EIGHT: [u32; 8] = [540, 700, 420, 610, 660, 380, 720, 570];

#[test]
fn eight_weeks_give_a_range_around_what_is_left_at_their_pace() {
    let (median, half, most) = range(reached(&past(&EIGHT), &hours_left(&[5_750]), &[])[0]);
    assert!((date("2027-05-03")..date("2027-05-17")).contains(&median), "{median}");
    assert!(most.from < half.from && half.from < median && median < half.to && half.to < most.to);
}

#[test]
fn the_same_history_gives_the_same_days_on_every_machine() {
    let first = reached(&past(&EIGHT), &hours_left(&[5_750]), &[]);
    assert_eq!(first, reached(&past(&EIGHT), &hours_left(&[5_750]), &[]));
    let days = |from, to| DateRange { from: date(from), to: date(to) };
    let (median, half, most) = range(first[0]);
    assert_eq!(median, date("2027-05-10"));
    assert_eq!(half, days("2027-05-08", "2027-05-11"));
    assert_eq!(most, days("2027-05-06", "2027-05-13"));
}

#[test]
fn a_later_milestone_is_never_before_an_earlier_one_and_a_half_is_within_most() {
    let left: Vec<u32> = (0..60).map(|place| place * 311).collect();
    for weeks in [EIGHT, [600; 8], [0, 0, 0, 0, 0, 0, 0, 300], [2_000, 0, 0, 1_500, 0, 0, 1_800, 0]] {
        let ranges: Vec<_> = reached(&past(&weeks), &hours_left(&left), &[0.5, 0.0, 1.0])
            .into_iter()
            .take_while(|reached| *reached != Reached::NotAtThisPace)
            .map(range)
            .collect();
        assert!(ranges.len() > 10, "{weeks:?}");
        for (median, half, most) in &ranges {
            assert!(most.from <= half.from && half.from <= *median, "{weeks:?}");
            assert!(*median <= half.to && half.to <= most.to, "{weeks:?}");
        }
        for pair in ranges.windows(2) {
            let days = |(median, half, most): (_, DateRange, DateRange)| {
                [most.from, half.from, median, half.to, most.to]
            };
            assert!(days(pair[0]).iter().zip(days(pair[1])).all(|(earlier, later)| *earlier <= later));
        }
    }
}

#[test]
fn a_milestone_that_leaves_less_than_an_earlier_one_is_reached_with_it() {
    let all = reached(&past(&EIGHT), &hours_left(&[3_000, 1_000]), &[]);
    assert_eq!(all[0], all[1]);
}

#[test]
fn days_off_ahead_push_the_range() {
    let days = |days_off: &[f64]| range(reached(&past(&EIGHT), &hours_left(&[5_750]), days_off)[0]);
    let (median, _, most) = days(&[]);
    let (pushed, _, pushed_most) = days(&[1.0, 1.0]);
    for (before, after) in [(median, pushed), (most.from, pushed_most.from), (most.to, pushed_most.to)] {
        assert!((12..=16).contains(&(after - before).num_days()), "{before} to {after}");
    }
    let (halved, ..) = days(&[0.5; 40]);
    assert!(halved > median + Days::new(60), "{halved}");
}

#[test]
fn days_off_behind_are_no_slower_pace() {
    let all = past(&EIGHT);
    let half_off: Vec<PastWeek> =
        all.iter().map(|week| PastWeek { minutes: week.minutes / 2, off: 0.5, ..*week }).collect();
    let left = hours_left(&[5_750]);
    assert_eq!(reached(&half_off, &left, &[]), reached(&all, &left, &[]));
}

#[test]
fn what_is_done_is_reached_today() {
    let done = range(reached(&past(&EIGHT), &hours_left(&[0, 600]), &[])[0]);
    let only_today = DateRange { from: today(), to: today() };
    assert_eq!(done, (today(), only_today, only_today));
    assert_eq!(range(reached(&[], &hours_left(&[0, 600]), &[])[0]), done);
}

#[test]
fn five_weeks_are_too_early_and_the_template_says_the_day() {
    let by_template =
        |day| Reached::TooEarly { weeks_seen: 5, weeks_needed: 6, by_template: Some(date(day)) };
    let all = reached(&past(&EIGHT[..5]), &hours_left(&[600, 3_000, 6_001]), &[0.0, 1.0]);
    assert_eq!(all, [by_template("2027-03-07"), by_template("2027-04-11"), by_template("2027-05-17")]);
    range(reached(&past(&EIGHT[..6]), &hours_left(&[600]), &[])[0]);
}

#[test]
fn weeks_that_were_mostly_off_say_nothing() {
    let mut history = past(&EIGHT[..6]);
    history[2].off = 5.0 / 7.0;
    let Reached::TooEarly { weeks_seen, .. } = reached(&history, &hours_left(&[600]), &[])[0] else {
        panic!("a range")
    };
    assert_eq!(weeks_seen, 5);
}

#[test]
fn only_the_last_sixteen_whole_weeks_count() {
    let recent: Vec<u32> = EIGHT.iter().chain(&EIGHT).copied().collect();
    let older: Vec<u32> = [6_000; 20].iter().chain(&recent).copied().collect();
    let left = hours_left(&[5_750]);
    assert_eq!(reached(&past(&older), &left, &[]), reached(&past(&recent), &left, &[]));
    let mut unfinished = past(&recent);
    unfinished.push(PastWeek { first_day: today(), minutes: 9_000, items: 50, off: 0.0 });
    unfinished.push(PastWeek { first_day: today() - Days::new(3), minutes: 9_000, items: 50, off: 0.0 });
    unfinished.reverse();
    assert_eq!(reached(&unfinished, &left, &[]), reached(&past(&recent), &left, &[]));
}

#[test]
fn nobody_who_does_nothing_gets_anywhere_at_this_pace() {
    let all = reached(&past(&[0; 8]), &hours_left(&[0, 1, 600]), &[]);
    assert_eq!(all[1..], [Reached::NotAtThisPace; 2]);
    assert!(matches!(all[0], Reached::Between { .. }));
}

#[test]
fn what_takes_more_than_ten_years_is_not_at_this_pace() {
    let all = reached(&past(&EIGHT), &hours_left(&[250_000, 400_000]), &[]);
    assert!(matches!(all[0], Reached::Between { .. }), "{all:?}");
    assert_eq!(all[1], Reached::NotAtThisPace);
}

#[test]
fn without_hours_items_are_the_measure() {
    let items = |items_left| Milestone { item: ItemId(1), minutes_left: 0, items_left };
    let (median, ..) = range(reached(&past(&EIGHT), &[items(28)], &[])[0]);
    assert!((date("2027-05-03")..date("2027-05-24")).contains(&median), "{median}");
    let hour_each = Ahead { template_minutes: 240, ..ahead(&[], today()) };
    let too_early = forecast(&[], &[items(8)], &hour_each)[0].reached;
    let by_template = Some(date("2027-03-14"));
    assert_eq!(too_early, Reached::TooEarly { weeks_seen: 0, weeks_needed: 6, by_template });
}

#[test]
fn weeks_that_go_in_rows_make_a_wider_range_than_the_same_weeks_mixed() {
    let rows = [800, 760, 780, 820, 420, 380, 400, 440];
    let mixed = [800, 420, 760, 380, 820, 440, 780, 400];
    let width = |weeks: &[u32]| {
        let (_, _, most) = range(reached(&past(weeks), &hours_left(&[6_000]), &[])[0]);
        (most.to - most.from).num_days()
    };
    assert!(width(&rows) > 2 * width(&mixed), "{} {}", width(&rows), width(&mixed));
}
