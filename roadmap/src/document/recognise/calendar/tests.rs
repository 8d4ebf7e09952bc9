//! Dates in every spelling, and figures that are none.

use super::*;

#[test]
fn ranges_of_dates_are_counted_in_days() {
    for (text, days) in [
        ("Jan 5 - Jan 11: Scales", 7),
        ("Jan. 5–11: Scales", 7),
        ("January 5th to January 11th, 2026: Scales", 7),
        ("5–11 January 2026: Scales", 7),
        ("5. – 18. Sept: Scales", 14),
        ("2026-01-05 to 2026-01-11: Scales", 7),
        ("2026-12-28 → 2027-01-03: Scales", 7),
        ("Dec 28 — Jan 3: Scales", 7),
        ("12.01.2026 – 18.01.2026: Scales", 7),
        ("12.1.2026 to 18.1.2026: Scales", 7),
        ("12.01. – 18.01.2026: Scales", 7),
        ("12.–18.01.2026: Scales", 7),
        ("28.12.2026 – 03.01.2027: Scales", 7),
        ("28.12. – 03.01.: Scales", 7),
        ("Week of 04.05.2026: Scales", 7),
        ("Week of May 4: Scales", 7),
        ("Week of the 4th of May: Scales", 7),
        ("12.01.2026 bis 18.01.2026: Scales", 7),
        ("Vom 12. Januar bis 18. Januar: Scales", 7),
        ("Dal 1 al 15 marzo: Scales", 15),
        ("Del 1 al 15 de marzo: Scales", 15),
        ("Du 1er au 15 AOÛT: Scales", 15),
        ("from March 1 to March 15: Scales", 15),
    ] {
        assert_eq!(days_at(text), Some((days, ": Scales")), "{text}");
    }
}

#[test]
fn the_first_day_has_its_year_or_that_of_the_last() {
    for (text, year, month) in [
        ("2026-01-05: Scales", 2026, 1),
        ("Jan 5, 2026 – Jan 11: Scales", 2026, 1),
        ("Jan 5 – Jan 11, 2026", 2026, 1),
        ("5–11 January 2026", 2026, 1),
        ("Dec 5 – Jan 3, 2026", 2025, 12),
        ("Week of January 5, 2026", 2026, 1),
    ] {
        assert_eq!(first_day_at(text), NaiveDate::from_ymd_opt(year, month, 5), "{text}");
    }
    for text in ["Jan 5 – Jan 11", "January 2026", "5 songs", "Week of May 4"] {
        assert_eq!(first_day_at(text), None, "{text}");
    }
}

#[test]
fn a_single_day_has_its_year() {
    let day = NaiveDate::from_ymd_opt(2026, 1, 12);
    for text in ["2026-01-12: Scales", "12.01.2026: Scales", "12.1.2026: Scales"] {
        assert_eq!(full_day_at(text), day.map(|day| (day, ": Scales")), "{text}");
    }
    for text in ["12.01.: Scales", "12.01.26: Scales", "31.02.2026: Scales", "1.2.20265", "3.1.4"] {
        assert_eq!(full_day_at(text), None, "{text}");
    }
}

#[test]
fn the_order_of_strokes_is_told_by_one_number_that_is_no_month() {
    let days = |texts: &[&str]| {
        let dates: Vec<_> = texts.iter().map(|text| Slashed::at(text).map(|found| found.0)).collect();
        slashed_days(&dates)
    };
    assert_eq!(days(&["26/01 – 01/02: Scales", "02/02 – 08/02: Chords"]), [Some(7), Some(7)]);
    assert_eq!(days(&["01/26 - 02/01", "02/02 - 02/15"]), [Some(7), Some(14)]);
    assert_eq!(days(&["28/12 – 03/01", "no date", "04/01/2027 – 10/01/2027"]), [Some(7), None, Some(7)]);
    for texts in [
        ["02/02 – 08/02", "09/02 – 10/02"],
        ["26/01 – 01/02", "01/26 – 02/01"],
        ["26/01 – 02/27", "02/02 – 08/02"],
        ["26/26 – 27/27", "02/02 – 08/02"],
    ] {
        assert_eq!(days(&texts), [None, None], "{texts:?}");
    }
    for text in ["1/8: Scales", "26/01: Scales", "3/4 and 6/8 time", "26/01/5 – 01/02"] {
        assert!(Slashed::at(text).is_none(), "{text}");
    }
}

#[test]
fn other_figures_are_no_dates() {
    for text in [
        "Jan 5: Scales",
        "May the best win",
        "5-10 per day",
        "March",
        "Mark 5-7",
        "2026",
        "Feb 30 - Mar 2",
        "5 - 11",
        "31:00",
        "From March: Scales",
        "Mars 5",
        "De 3 a 4",
        "Decide on 3-4",
        "12.01.2026: Scales",
        "18.01.2026 – 12.01.2026",
        "12.13.2026 – 18.13.2026",
        "1.2.3 – 1.2.4",
        "1.2 – 1.3",
        "12.01.2026.4 – 18.01.2026.5",
        "10.01 – 18.01 km",
        "26/01 – 01/02",
    ] {
        assert_eq!(days_at(text), None, "{text}");
    }
}
