//! Hours in every spelling, and what is none.

use super::*;

fn of(text: &str) -> Option<(u32, u32, Per, String)> {
    stretch_in(text).map(|(stretch, rest)| (stretch.least, stretch.most, stretch.per, rest))
}

#[test]
fn hours_are_read_in_every_spelling() {
    for text in ["Scales (15 hours)", "Scales (15h)", "Scales: 15 hrs", "Scales - 15 h", "Scales (15-hour)"] {
        assert_eq!(of(text), Some((900, 900, Per::Whole, "Scales".to_owned())), "{text}");
    }
    assert_eq!(of("Reading (90 min)"), Some((90, 90, Per::Whole, "Reading".to_owned())));
    assert_eq!(of("Reading (1.5 hours)"), Some((90, 90, Per::Whole, "Reading".to_owned())));
}

#[test]
fn hours_are_read_in_other_languages() {
    for text in ["Lesen (5 Std.)", "Lesen (5 Stunden)", "Lesen: 5 Std", "Lesen (5 horas)", "Lesen (5 heures)"]
    {
        assert_eq!(of(text), Some((300, 300, Per::Whole, "Lesen".to_owned())), "{text}");
    }
    for text in ["Lesen (5 Std./Woche)", "Lesen (5 Stunden pro Woche)", "Lesen (5 horas por semana)"] {
        assert_eq!(of(text), Some((300, 300, Per::Week, "Lesen".to_owned())), "{text}");
    }
    assert_eq!(of("Lesen (90 Minuten am Tag)"), Some((90, 90, Per::Day, "Lesen".to_owned())));
    assert_eq!(of("5 Stundenpläne"), None);
    for text in ["Letture (5 ore a settimana)", "Letture (5 uur per week)", "Letture (5 часов в неделю)"]
    {
        assert_eq!(of(text), Some((300, 300, Per::Week, "Letture".to_owned())), "{text}");
    }
    for text in ["Letture (40 minuti al giorno)", "Letture (40 minuten per dag)", "Letture (40 минут в день)"]
    {
        assert_eq!(of(text), Some((40, 40, Per::Day, "Letture".to_owned())), "{text}");
    }
}

#[test]
fn hours_a_day_and_a_week_are_told_from_the_whole() {
    assert_eq!(of("Runs (2-4 hours/day)"), Some((120, 240, Per::Day, "Runs".to_owned())));
    assert_eq!(of("Runs (2–4 hours a day)"), Some((120, 240, Per::Day, "Runs".to_owned())));
    assert_eq!(of("Part-time (20 hours/week)"), Some((1200, 1200, Per::Week, "Part-time".to_owned())));
    assert_eq!(of("Light review (2-3 hours max)"), Some((120, 180, Per::Whole, "Light review".to_owned())));
}

#[test]
fn hours_and_minutes_add_up_and_multiply() {
    for text in
        ["Runs (1 h 30 min)", "Runs (1h30)", "Runs: 1½ hours", "Runs (2 × 45 min)", "Runs (90 minutes)"]
    {
        assert_eq!(of(text), Some((90, 90, Per::Whole, "Runs".to_owned())), "{text}");
    }
    for text in ["Runs (45 min, 3 times a week)", "Runs (45 min × 3/week)", "Runs (3 x 45 min per week)"] {
        assert_eq!(of(text), Some((135, 135, Per::Week, "Runs".to_owned())), "{text}");
    }
}

#[test]
fn only_a_time_of_its_own_is_planned() {
    let of = |text: &str| planned(text).map(|(stretch, rest)| (stretch.least, rest));
    for text in
        ["Scales (45 min)", "45 min: Scales", "45 min of Scales", "Scales – 45 min", "Scales, ~45 min"]
    {
        assert_eq!(of(text), Some((45, "Scales".to_owned())), "{text}");
    }
    assert_eq!(of("Scales (45 min): all keys"), Some((45, "Scales: all keys".to_owned())));
    for text in ["Scales [45 min]", "[45 min] Scales", "[45 min]: Scales", "Scales [45 min total]"] {
        assert_eq!(of(text), Some((45, "Scales".to_owned())), "{text}");
    }
    assert_eq!(of("Scales [7 hours total]: all keys"), Some((420, "Scales: all keys".to_owned())));
    assert_eq!(of("Scales (7 hours in total)"), Some((420, "Scales".to_owned())));
    assert_eq!(of("[Scales] (6h)"), Some((360, "[Scales]".to_owned())));
    assert_eq!(of("Week 3 - 2 h"), Some((120, "Week 3".to_owned())));
    for text in [
        "Play it in under 20 minutes",
        "If stuck > 20 min, rest",
        "A 45 min concert to hear",
        "Scales",
        "Scales [6 hymns]",
        "Scales [6h of them]",
        "Scales [see 6h]",
        "Scales [6h totally]",
    ] {
        assert_eq!(of(text), None, "{text}");
    }
}

#[test]
fn a_title_plans_what_stands_at_its_end() {
    let of = |text: &str| titled(text).map(|(stretch, rest)| (stretch.least, stretch.per, rest));
    for (text, minutes, per) in [
        ("Scales 15h", 900, Per::Whole),
        ("Scales · 15h", 900, Per::Whole),
        ("Scales 2 hours/day", 120, Per::Day),
        ("Scales (about 15 hours)", 900, Per::Whole),
        ("Scales (at least 15 h)", 900, Per::Whole),
        ("Scales (1,5 h)", 90, Per::Whole),
        ("Scales (½ hour)", 30, Per::Whole),
        ("Scales ½ h", 30, Per::Whole),
    ] {
        assert_eq!(of(text), Some((minutes, per, "Scales".to_owned())), "{text}");
    }
    for text in [
        "Scales, approx. 15 h",
        "Scales, about 15 hours",
        "Scales – About 15 hours",
        "Scales, ca. 15 Stunden",
        "Scales about 15 h",
        "Scales (est. 15h)",
        "Scales (15 hrs.)",
        "Scales {15h}",
        "Scales ⏱ 15h",
        "Scales ⏱️ ~15h",
        "Scales | 15h",
        "Scales / 15h",
        "⏱ 15h Scales",
    ] {
        assert_eq!(of(text), Some((900, Per::Whole, "Scales".to_owned())), "{text}");
    }
    assert_eq!(of("Sing with Max 2 h"), Some((120, Per::Whole, "Sing with Max".to_owned())));
    assert_eq!(of("Max (2 h)"), Some((120, Per::Whole, "Max".to_owned())));
    for text in [
        "Sing in under 2 h",
        "Scales {see 6h}",
        "The first 24 hours",
        "A 45 min concert",
        "Scales 15",
        "½",
        "Top ½",
    ] {
        assert_eq!(of(text), None, "{text}");
    }
}

#[test]
fn a_name_stands_before_hours_at_the_end() {
    for text in ["Scales (2 h)", "Scales – 2 h", "Scales, about 2 h", "Scales (2 h, hands-on)"] {
        assert_eq!(name_before(text).as_deref(), Some("Scales"), "{text}");
    }
    for text in
        ["Scales", "Scales (2 h) in C", "Scales (2 h).", "Time: 2 h", "Time: ~2 h", "2 h: Scales", "(2 h)"]
    {
        assert_eq!(name_before(text), None, "{text}");
    }
}

#[test]
fn metres_are_no_minutes() {
    for text in ["Scales (1h 30m)", "Scales (1 h 30 m)", "Scales – 1h30m"] {
        assert_eq!(planned(text).map(|(stretch, _)| stretch.least), Some(90), "{text}");
    }
    for text in
        ["4 x 100 m freestyle", "8x50 m", "5x400m", "200 m swim", "Dive 30m", "Sprint (800 m)", "400m: easy"]
    {
        assert_eq!(
            (of(text), planned(text), titled(text), split_of_day(text)),
            (None, None, None, None),
            "{text}"
        );
    }
    let split = split_of_day("30m: scales").map(|(stretch, rest)| (stretch.least, rest));
    assert_eq!(split, Some((30, "scales".to_owned())));
}

#[test]
fn other_numbers_are_no_hours() {
    for text in ["Run 10 km", "Read 2 books", "Version 3.10", "24/7", "5k run", "Project 2", "$20/month"] {
        assert_eq!(of(text), None, "{text}");
    }
}
