//! What headings name, and which name nothing.

use super::*;

const fn range(from: u32, to: u32) -> NumberRange {
    NumberRange { from, to }
}

#[test]
fn weeks_and_months_are_read_with_any_dash() {
    for text in [
        "Week 6-7: Choir",
        "Weeks 6–7: Choir",
        "WEEKS 6 to 7 — Choir",
        "Week 6 & 7 · Choir",
        "Wks 6/7: Choir",
        "Weeks 6 through 7: Choir",
        "Week 6 – Week 7: Choir",
        "3. Weeks 6-7 - Choir",
        "Week 6−7 of 12: Choir",
        "Weeks 6, 7: Choir",
    ] {
        let named = read(text);
        assert_eq!((named.part, named.text), (Some(Part::Weeks(range(6, 7))), "Choir"), "{text}");
    }
    assert_eq!(read("Month 4-6: More").part, Some(Part::Months(range(4, 6))));
    assert_eq!(read("Week 3").text, "Week 3");
    assert_eq!(read("Week 3 (2 hours)").text, "Week 3 (2 hours)");
    assert_eq!(read("Week 3 [6h]").text, "Week 3 [6h]");
    for text in ["Week 3 {6h}", "Week 3, about 6 hours", "Week 3 – 6 h", "Week 3 ⏱ 6h", "Week 3 / 6h"] {
        assert_eq!(read(text).text, text);
    }
    for text in ["Week 3, Choir", "Week 3 / Choir", "Week 3 | Choir"] {
        assert_eq!(read(text).text, "Choir", "{text}");
    }
    assert_eq!(read("Week 3: 6 h of choir").text, "6 h of choir");
    assert_eq!(read("Week 3 [6h]: Choir").text, "[6h]: Choir");
    assert_eq!(read("Third week [6h]").part, Some(Part::Weeks(range(3, 3))));
    assert_eq!(read("Wk 3").part, Some(Part::Weeks(range(3, 3))));
    assert_eq!(read("Week Two: Choir").part, Some(Part::Weeks(range(2, 2))));
}

#[test]
fn ranges_are_read_with_every_dash_and_in_words() {
    for dash in ["‐", "‑", "‒", "–", "—", "―", "−", "－", "﹣", "﹘", "--", "---", " -- ", "~"]
    {
        let text = format!("Week 3{dash}4: Choir (10{dash}12 hours)");
        let named = read(&text);
        assert_eq!(named.part, Some(Part::Weeks(range(3, 4))), "{text}");
        let hours = hours::stretch_in(named.text).map(|(hours, _)| (hours.least, hours.most));
        assert_eq!(hours, Some((600, 720)), "{text}");
    }
    for (text, from, to) in [
        ("Weeks Four to Six: Choir", 4, 6),
        ("Weeks Two and Three: Choir", 2, 3),
        ("Week nine through ten: Choir", 9, 10),
        ("Week 19 until 20: Choir", 19, 20),
        ("Wk. 2-3: Choir", 2, 3),
        ("Week-8: Choir", 8, 8),
        ("Week 8 ‒ Choir", 8, 8),
    ] {
        let named = read(text);
        assert_eq!((named.part, named.text), (Some(Part::Weeks(range(from, to))), "Choir"), "{text}");
    }
}

#[test]
fn days_and_dates_are_counted() {
    for (text, days, dates) in [
        ("Day 3: Choir", 1, None),
        ("Days 8–14: Choir", 7, None),
        ("Jan 5 - Jan 11: Choir", 7, Some("Jan 5 - Jan 11")),
        ("2026-01-05 to 2026-01-18 Choir", 14, Some("2026-01-05 to 2026-01-18")),
        ("12.01.2026 – 18.01.2026: Choir", 7, Some("12.01.2026 – 18.01.2026")),
    ] {
        let named = read(text);
        assert_eq!((named.part, named.text, named.dates), (Some(Part::Days(days)), "Choir", dates), "{text}");
    }
    for text in ["Week 1 (Jan 5 – Jan 11): Choir", "Week 1: 5–11 January – Choir"] {
        let named = read(text);
        assert_eq!((named.part, named.text), (Some(Part::Weeks(range(1, 1))), "Choir"), "{text}");
        assert!(named.dates.is_some(), "{text}");
    }
}

#[test]
fn a_plus_leaves_the_end_open() {
    for text in ["Week 13+: Keep going", "Weeks 13 onwards: Keep going", "Day 31 and beyond"] {
        assert_eq!(read(text).part, Some(Part::Onward), "{text}");
        assert!(is_ongoing(text), "{text}");
    }
    let months = read("Month 4+: Concerts");
    assert_eq!((months.part, months.open), (Some(Part::Months(range(4, 4))), true));
    assert!(is_ongoing("Until the first concert"));
    assert!(!is_ongoing("Practise until it sits"));
}

#[test]
fn a_numbered_part_keeps_its_number_and_its_weeks() {
    let named = read("Phase 2: Tempo (Weeks 5–8)");
    assert_eq!(named.part, Some(Part::Numbered));
    assert_eq!(named.weeks_mentioned, Some(range(5, 8)));
    assert_eq!(named.text, "Phase 2: Tempo (Weeks 5–8)");
}

#[test]
fn a_quarter_of_a_year_is_a_numbered_part() {
    for text in ["Q2 2026", "Q2 2026: Choir", "Q2/2026 – Choir", "2026 Q2: Choir", "2. Q2 2026", "q2 2026"]
    {
        let named = read(text);
        assert_eq!((named.part, named.text), (Some(Part::Numbered), text), "{text}");
        assert!(is_quarter(text), "{text}");
    }
    for text in [
        "Q2: What is a fugue?",
        "Q2",
        "Q5 2026",
        "Q22026",
        "Q2 2026th note",
        "Q2 20261",
        "2026 Q2x",
        "Q 2 2026",
    ] {
        assert_eq!(read(text).part, None, "{text}");
    }
}

#[test]
fn a_turn_has_a_number() {
    for text in ["Sprint 1", "Sprint #2: Choir", "2. Sprint Two", "Cycle III – Choir"] {
        assert!(is_turn(text), "{text}");
    }
    for text in ["Sprint to the end", "Sprints 101", "Lesson 1", "Cycle to work", "Sprint review"] {
        assert!(!is_turn(text), "{text}");
    }
}

#[test]
fn other_uses_of_the_words_name_nothing() {
    for text in [
        "Weekly plan",
        "6-Month Plan",
        "Week-by-week",
        "Part of it",
        "Monthly costs",
        "Phase out",
        "Day job",
        "Daily routine",
        "March on",
        "1. Start",
    ] {
        assert_eq!(read(text).part, None, "{text}");
    }
}
