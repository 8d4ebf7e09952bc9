//! Work that reaches into another day.

use super::*;
use Category::Study;

fn over(days: &[(&str, u32)], seconds: u32) -> Vec<(String, u32, bool)> {
    let session = Worked {
        focused_seconds: seconds,
        worked_seconds: seconds,
        whole: true,
        ..worked(days[0].0, Some(3), Study, 0)
    };
    let days: Vec<_> = days.iter().map(|(day, seconds)| (day.parse().unwrap(), *seconds)).collect();
    let parts = session.over_days(&days);
    parts.into_iter().map(|part| (part.day.to_string(), part.worked_seconds, part.whole)).collect()
}

#[test]
fn it_is_divided_by_the_clock_on_each_side_and_nothing_is_lost() {
    let parts = over(&[("2026-11-30", 600), ("2026-12-01", 901)], 1000);
    assert_eq!(parts, [("2026-11-30".to_owned(), 399, true), ("2026-12-01".to_owned(), 601, false)]);
    for seconds in [0, 1, 2, 7, 1499, 86_400] {
        let parts = over(&[("2026-11-30", 7), ("2026-12-01", 86_400), ("2026-12-02", 11)], seconds);
        assert_eq!(parts.iter().map(|(_, part, _)| part).sum::<u32>(), seconds);
    }
}

#[test]
fn within_a_day_it_stays_whole() {
    let session = worked("2026-11-30", Some(3), Study, 25);
    assert_eq!(session.over_days(&[]), [session]);
}
