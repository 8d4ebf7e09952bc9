//! No bytes make reading panic or go on forever.

use super::*;
use proptest::prelude::*;

/// Calendars to damage.
const CALENDARS: [&str; 3] =
    [include_str!("moved.ics"), include_str!("own_zone.ics"), include_str!("odd.ics")];

fn assert_sound(bytes: &[u8], tz: Tz) {
    let days = date("2026-11-30")..date("2027-01-31");
    let Ok(overlay) = overlay(bytes, "choir.ics", days, &tz) else { return };
    assert!(overlay.busy.is_sorted());
    assert!(overlay.busy.iter().all(|busy| busy.from < busy.to));
    assert!(overlay.busy.len() <= MOST_BUSY && overlay.problems.len() <= MOST_PROBLEMS + 1);
    let lines = bytes.len() + 1;
    assert!(overlay.problems.iter().all(|problem| (1..=lines).contains(&problem.line)));
    assert!(
        overlay.problems.is_sorted_by_key(|problem| problem.line) || overlay.problems.len() > MOST_PROBLEMS
    );
}

fn zone() -> impl Strategy<Value = Tz> {
    prop::sample::select(chrono_tz::TZ_VARIANTS.to_vec())
}

proptest! {
    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..2_000), tz in zone()) {
        assert_sound(&bytes, tz);
        assert_sound(&[b"BEGIN:VCALENDAR\nBEGIN:VEVENT\n", bytes.as_slice()].concat(), tz);
    }

    #[test]
    fn damaged_calendars_are_read_or_refused(
        which in 0..CALENDARS.len(),
        damages in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>(), 0..4_u8), 1..20),
        tz in zone(),
    ) {
        let mut bytes = CALENDARS[which].as_bytes().to_vec();
        for (place, byte, kind) in damages {
            let at = place.index(bytes.len());
            match kind {
                0 => bytes[at] = byte,
                1 => bytes.insert(at, byte),
                2 => drop(bytes.remove(at)),
                _ => bytes[at] = b"0123456789TZ;:=,\n"[usize::from(byte) % 17],
            }
        }
        assert_sound(&bytes, tz);
    }

    #[test]
    fn lines_in_any_order_are_read_or_refused(
        order in prop::collection::vec((0..CALENDARS.len(), any::<prop::sample::Index>()), 0..80),
        tz in zone(),
    ) {
        let mut text = String::from("BEGIN:VCALENDAR\n");
        for (which, line) in order {
            let lines: Vec<&str> = CALENDARS[which].lines().collect();
            text.push_str(lines[line.index(lines.len())]);
            text.push('\n');
        }
        assert_sound(text.as_bytes(), tz);
    }

    #[test]
    fn any_rule_ends(
        frequency in prop::sample::select(vec!["SECONDLY", "MINUTELY", "HOURLY", "DAILY", "WEEKLY", "MONTHLY", "YEARLY"]),
        parts in prop::collection::vec((0..9_usize, -400..400_i32, 1..4_294_967_296_u64), 0..4),
        year in 0..10_000_u32,
        tz in zone(),
    ) {
        let names = ["BYMONTH", "BYMONTHDAY", "BYYEARDAY", "BYWEEKNO", "BYHOUR", "BYMINUTE", "BYSETPOS"];
        let part = |(which, small, large): &(usize, i32, u64)| match names.get(*which) {
            Some(name) => format!(";{name}={small}"),
            None if *which == 7 => format!(";INTERVAL={large}"),
            None => format!(";COUNT={large}"),
        };
        let parts: String = parts.iter().map(part).collect();
        let text = event(&format!("DTSTART:{year:04}0101T000000\nDURATION:P1D\nRRULE:FREQ={frequency}{parts}"));
        assert_sound(text.as_bytes(), tz);
    }
}

#[test]
fn the_ends_of_time_are_no_trouble() {
    for lines in [
        "DTSTART:00000101T000000Z\nDTEND:99991231T235960Z\nRRULE:FREQ=YEARLY;INTERVAL=100",
        "DTSTART:99991231T235959\nDURATION:P100000000D\nRRULE:FREQ=SECONDLY",
        "DTSTART;VALUE=DATE:99991231\nRRULE:FREQ=DAILY",
        "DTSTART;VALUE=DATE:00000101\nDURATION:P14000000W",
    ] {
        let calendar = event(lines);
        for tz in [Tz::UTC, chrono_tz::Pacific::Apia, chrono_tz::Pacific::Pago_Pago] {
            assert_sound(calendar.as_bytes(), tz);
            for days in [date("9999-12-30")..NaiveDate::MAX, NaiveDate::MIN..date("0001-01-01")] {
                let _ = overlay(calendar.as_bytes(), "choir.ics", days, &tz);
            }
            let backwards = date("2027-01-01")..date("2026-01-01");
            assert_eq!(overlay(calendar.as_bytes(), "choir.ics", backwards, &tz).unwrap().busy, []);
        }
    }
    let always = event("DTSTART:00000101T000000Z\nDURATION:P1D\nRRULE:FREQ=YEARLY");
    let overlay = overlay(always.as_bytes(), "choir.ics", NaiveDate::MIN..NaiveDate::MAX, &Tz::UTC).unwrap();
    assert_eq!(overlay.problems.len(), 1, "262,000 years are too much");
}
