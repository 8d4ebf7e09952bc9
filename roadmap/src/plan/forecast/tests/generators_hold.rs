//! That the people made by rule are what their habits say.

use super::generators::{HABITS, Habit, Lived, days_until};

/// Their weeks as shares of their own pace.
fn shares(habit: &Habit) -> Vec<Vec<f64>> {
    (0..200)
        .map(|run| {
            let life = habit.live(run, 100);
            life.weeks.iter().map(|week| f64::from(week.minutes) / life.pace).collect()
        })
        .collect()
}

fn mean(values: impl Iterator<Item = f64>) -> f64 {
    let (sum, count) = values.fold((0.0, 0.0), |(sum, count), value| (sum + value, count + 1.0));
    sum / count
}

#[test]
fn weeks_keep_to_the_level_the_spread_and_the_momentum() {
    for habit in HABITS.iter().filter(|habit| habit.skips == 0.0 && habit.leave == 0.0) {
        let lives = shares(habit);
        let level = mean(lives.iter().flatten().copied());
        assert!((level - 1.0).abs() < 0.03, "{}: {level}", habit.name);
        let variance = mean(lives.iter().flatten().map(|share| (share - level).powi(2)));
        assert!((variance.sqrt() - habit.spread).abs() < 0.04, "{}: {variance}", habit.name);
        let carried = mean(
            lives.iter().flat_map(|life| life.windows(2)).map(|pair| (pair[0] - level) * (pair[1] - level)),
        );
        assert!((carried / variance - habit.momentum).abs() < 0.06, "{}: {carried}", habit.name);
    }
}

#[test]
fn weeks_are_skipped_and_days_are_off_as_often_as_said() {
    for habit in &HABITS {
        let weeks: Vec<Lived> = (0..200).flat_map(|run| habit.live(run, 100).weeks).collect();
        let skipped = mean(weeks.iter().map(|week| f64::from(u8::from(week.minutes == 0 && week.off < 1.0))));
        assert!((skipped - habit.skips).abs() < 0.01, "{}: {skipped}", habit.name);
        let leave = mean(weeks.iter().map(|week| f64::from(u8::from(week.off > 0.0))));
        assert!((leave - habit.leave).abs() < 0.01, "{}: {leave}", habit.name);
        let idle = weeks.iter().filter(|week| week.off >= 1.0).all(|week| week.minutes == 0);
        assert!(idle, "{}", habit.name);
    }
}

#[test]
fn items_take_two_and_a_half_hours_each() {
    let weeks = HABITS[1].live(3, 400).weeks;
    let minutes: f64 = weeks.iter().map(|week| f64::from(week.minutes)).sum();
    let items: f64 = weeks.iter().map(|week| f64::from(week.items)).sum();
    assert!((minutes / items - 150.0).abs() < 10.0, "{}", minutes / items);
}

#[test]
fn the_same_run_is_the_same_life() {
    assert_eq!(HABITS[3].live(7, 50).weeks, HABITS[3].live(7, 50).weeks);
    assert_ne!(HABITS[3].live(7, 50).weeks, HABITS[3].live(8, 50).weeks);
}

#[test]
fn the_end_is_the_day_on_which_the_last_minute_is_worked() {
    let week = |minutes| Lived { minutes, items: 0, off: 0.0 };
    let weeks = [week(700), week(0), week(70)];
    let days = |remaining| days_until(|week| week.minutes, &weeks, remaining);
    assert_eq!(days(1.0), Some(0));
    assert_eq!(days(100.0), Some(0));
    assert_eq!(days(101.0), Some(1));
    assert_eq!(days(700.0), Some(6));
    assert_eq!(days(701.0), Some(14));
    assert_eq!(days(771.0), None);
}
