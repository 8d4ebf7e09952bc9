//! Hours wherever a document names them: labels, titles, lines of their own, steps, columns, schedules.

use super::fixtures::{CLOCK, HOUR_COLUMNS, HOURS, ONCE_FOR_ALL};
use super::{drawn, read};
use crate::document::summary;
use crate::item::{Budget, Item, Kind};

/// The budgets of each stage: the line of the activity, its name, least and most minutes and for what.
fn budgets(source: &str) -> Vec<(String, u32, u32, char)> {
    let roadmap = read(source).roadmap;
    let budget = |item: &Item| match item.kind {
        Kind::Activity { budget: Some(budget), .. } => {
            let (least, most, per) = match budget {
                Budget::Stage { least, most } => (least, most, 's'),
                Budget::Week { least, most } => (least, most, 'w'),
                Budget::Day { least, most } => (least, most, 'd'),
            };
            Some((item.text.clone(), least, most, per))
        }
        _ => None,
    };
    roadmap.stages().flat_map(Item::walk).filter_map(budget).collect()
}

fn are(expected: &[(&str, u32, u32, char)]) -> Vec<(String, u32, u32, char)> {
    expected.iter().map(|(text, least, most, per)| ((*text).to_owned(), *least, *most, *per)).collect()
}

#[test]
fn hours_are_read_in_labels_titles_lines_and_steps() {
    assert_eq!(
        budgets(HOURS),
        are(&[
            ("Reading", 900, 900, 's'),
            ("Practice", 90, 90, 'd'),
            ("Review", 90, 90, 's'),
            ("Bow", 360, 360, 's'),
            ("Shifting", 240, 300, 'w'),
            ("Études", 45 + 90 + 30, 165, 's'),
            ("Study", 20 + 40, 60, 's'),
            ("Practice", 3 * 45, 135, 'w'),
            ("Rehearsal", 3 * 120, 360, 'w'),
            ("Concert day", 900, 900, 's'),
        ])
    );
    let minutes = 900 + 7 * 90 + 90 + 360 + 240 + 165 + 60 + 135 + 2 * 360 + 900;
    assert_eq!(summary(&read(HOURS).roadmap, HOURS).hours.total, f64::from(minutes) / 60.0);
}

#[test]
fn columns_of_hours_are_budgets_and_totals_are_not() {
    assert_eq!(
        budgets(HOUR_COLUMNS),
        are(&[
            ("Reading about glazes", 180, 180, 's'),
            ("Practice: wedging", 240, 360, 's'),
            ("Centring", 300, 300, 's'),
            ("Practice bowls", 45, 45, 'd'),
            ("Review of photos", 15, 15, 'd'),
        ])
    );
}

#[test]
fn hours_said_once_hold_for_each_stage_that_has_none() {
    assert_eq!(
        budgets(ONCE_FOR_ALL),
        are(&[("Openings", 300, 300, 'w'), ("Endings", 300, 300, 'w'), ("Play", 540, 540, 's')])
    );
}

#[test]
fn a_session_has_the_hours_of_its_day() {
    assert_eq!(
        budgets(CLOCK),
        are(&[
            ("Monday – Reading", 45 + 90, 135, 'w'),
            ("Tuesday – Vocabulary", 60 + 90, 150, 'w'),
            ("Saturday – Lecture", 90 + 90, 180, 'w'),
        ])
    );
}

#[test]
fn hours_of_a_title_are_shared_among_activities() {
    let source = "# T\n## Week 1: Songs (5 hours)\n**Study:**\n- Words\n\n**Practice:**\n- Sing\n";
    assert_eq!(budgets(source), are(&[("Study", 150, 150, 's'), ("Practice", 150, 150, 's')]));
}

#[test]
fn a_title_that_says_again_what_its_activities_say_adds_nothing() {
    let source =
        "# T\n## Week 1: Songs (5 hours)\n**Study (2 hours):**\n- Words\n\n**Practice (3 hours):**\n- Sing\n";
    assert_eq!(summary(&read(source).roadmap, source).hours.total, 5.0);
}

#[test]
fn a_phase_may_say_what_each_week_takes() {
    let source =
        "# T\n## Month 1: Songs (4 hours/week)\n### Weeks 1-3\n- [ ] Sing\n### Week 4 (1 hour)\n- [ ] Rest\n";
    assert_eq!(budgets(source).len(), 2);
    assert_eq!(summary(&read(source).roadmap, source).hours.total, 13.0);
}

#[test]
fn hours_between_a_week_and_its_title_leave_the_title() {
    let roadmap = read("# Choir\n\n## Week 9‑10 (15–20 hours): Requiem\n\n- Learn the alto part\n").roadmap;
    let stage = roadmap.stages().next().expect("a stage");
    assert_eq!(stage.text, "Requiem");
    assert!(
        stage.walk().any(|item| matches!(
            item.kind,
            Kind::Activity { budget: Some(Budget::Stage { least: 900, most: 1200 }), .. }
        )),
        "{stage:?}"
    );
}

#[test]
fn hours_stand_in_square_brackets_too() {
    let source = "# Choir\n## Week 1: Breath [7 hours total]\n- Hum\n## Week 2 [6h]\n- Sigh\n## Week 3: Vowels\n- Sing [2h]\n- Listen [1 hour] twice\n";
    let import = read(source);
    let of = |item: &Item| match item.kind {
        Kind::Activity { budget: Some(Budget::Stage { most, .. }), .. } => Some((item.text.clone(), most)),
        _ => None,
    };
    assert_eq!(
        import.roadmap.walk().filter_map(of).collect::<Vec<_>>(),
        [("Breath".to_owned(), 420), ("Week 2".to_owned(), 360), ("Vowels".to_owned(), 180)]
    );
}

#[test]
fn lines_that_name_hours_count_though_others_name_none() {
    for (list, minutes) in [
        ("- **Reading** (5h)\n  - [ ] Étude\n- **Bowing** (3h): long notes\n- other\n", 480),
        ("- Reading: 5h\n- Bowing: 3 h\n", 480),
        ("- Reading: 5h\n  - Étude\n- Bowing: 3 h\n", 480),
        ("- Reading: 5h\n- Bowing: 3 h\n- other\n", 480),
        ("- Reading: 5h\n  - Étude (2 h)\n  - Scales (3 h)\n", 300),
        ("### Monday\n- Bowing, 2 hours\n### Tuesday\n- Scales (1h)\n- rest\n### Friday\n- 30 min\n", 210),
    ] {
        let source = format!("# Violin\n## Week 1\n{list}");
        assert_eq!(budgets(&source), are(&[("Week 1", minutes, minutes, 's')]), "{list}");
    }
    let source = "# Violin\n## Week 1\n- **Bowing** (3h): long notes\n- other\n";
    let roadmap = read(source).roadmap;
    assert_eq!(roadmap.walk().filter(|item| item.can_be_done()).count(), 2, "what takes time can be ticked");
}

#[test]
fn what_the_phase_says_of_each_week_goes_before_single_steps() {
    let source = "# Violin\n## Phase 1 (6 h/week)\n### Week 1\n- Bowing (1 h)\n- other\n";
    assert_eq!(budgets(source), are(&[("Week 1", 360, 360, 'w')]));
}

#[test]
fn hours_at_the_end_of_a_stage_need_no_brackets() {
    for heading in
        ["Week 1: Bow 15h", "Week 1: Bow · 15h", "Week 1: Bow (about 15 hours)", "Week 1 (15 h): Bow"]
    {
        assert_eq!(
            budgets(&format!("# V\n## {heading}\n- Hold it\n")),
            are(&[("Bow", 900, 900, 's')]),
            "{heading}"
        );
    }
}

/// A stage's name, and the hours that are for the whole of it, from a heading alone.
fn headed(heading: &str) -> Vec<(String, u32, u32, char)> {
    budgets(&format!("# V\n## {heading}\n- Hold it\n"))
}

#[test]
fn hours_in_a_heading_leave_nothing_behind() {
    for heading in [
        "Week 1: Bow, approx. 15 hours",
        "Week 1: Bow, ca. 15 Stunden",
        "Week 1: Bow (est. 15h)",
        "Week 1: Bow (15 hrs.)",
        "Week 1: Bow {15h}",
        "Week 1: Bow ⏱ 15h",
        "Week 1 | Bow | 15h",
        "Week 1 / Bow / 15h",
    ] {
        assert_eq!(headed(heading), are(&[("Bow", 900, 900, 's')]), "{heading}");
    }
    for heading in ["Week 1, about 15 hours", "Week 1 {15h}", "Week 1 ⏱ 15h", "Week 1 – 15 h", "Week 1 | 15h"]
    {
        assert_eq!(headed(heading), are(&[("Week 1", 900, 900, 's')]), "{heading}");
    }
    assert_eq!(headed("Week 1: Bow (2:30 h)"), are(&[("Bow", 150, 150, 's')]));
}

#[test]
fn hours_are_read_beside_weeks_of_any_language() {
    for heading in ["Settimana 1 (8 ore)", "Week 1 (8 uur)", "Неделя 1 (8 часов)", "Semaine 1 (8 heures)"]
    {
        let name = heading.split(" (").next().expect("a name");
        assert_eq!(headed(heading), are(&[(name, 480, 480, 's')]), "{heading}");
    }
    assert_eq!(headed("Woche 1: Bogen (1.000 Stunden)"), are(&[("Bogen", 60_000, 60_000, 's')]));
}

#[test]
fn metres_are_no_hours() {
    let source =
        "# Swim\n## Week 1 (800 m)\n- [ ] 4 x 100 m freestyle\n- [ ] 8x50 m easy\n- [ ] 200 m swim\n";
    assert_eq!(budgets(source), []);
}

#[test]
fn a_column_of_hours_may_have_decimal_commas() {
    let weeks =
        "# V\n\n| Woche | Thema | Stunden |\n|--|--|--|\n| 1 | Bogen | 2,5 |\n| 2 | Lagen | 20,25 |\n";
    assert_eq!(budgets(weeks), are(&[("Bogen", 150, 150, 's'), ("Lagen", 1215, 1215, 's')]));
    let days = "# V\n## Woche 1\n\n| Tag | Thema | Stunden |\n|--|--|--|\n| Montag | Bogen | 2 |\n| Dienstag | Lagen | 1,5 |\n";
    for source in [weeks, days] {
        assert!(!read(source).roadmap.walk().any(|item| item.text.contains(',')), "{source}");
    }
}

#[test]
fn a_line_below_a_heading_may_say_how_long_a_day_or_the_whole_takes() {
    for (line, minutes, per) in [
        ("Duration: 1 hour per day", 60, 'd'),
        ("**Duration:** 3 hours", 180, 's'),
        ("⏱ 6h", 360, 's'),
        ("*about 6 hours*", 360, 's'),
        ("(6 hours a week)", 360, 'w'),
    ] {
        let source = format!("# V\n## Week 1\n{line}\n\n- [ ] Scales\n");
        assert_eq!(budgets(&source), are(&[("Week 1", minutes, minutes, per)]), "{line}");
        let roadmap = read(&source).roadmap;
        assert!(!roadmap.walk().any(|item| item.kind == Kind::Note), "{line}");
    }
    assert_eq!(budgets("# V\n## Week 1\nDuration: 2 weeks\n\n- [ ] Scales\n"), []);
}

#[test]
fn a_plain_line_with_hours_above_a_list_is_an_activity() {
    let source = "# V\n## Week 1\n\nOpen strings (10 hours)\n- G\n\nShifting (5 hours):\n- D\n\n\
                  Bowing - 2 hours\n1. Long notes\n\n*Listening (4h)*\n- A suite\n\nSaturday 1 — Duets (3 h)\n- First\n";
    assert_eq!(
        budgets(source),
        are(&[
            ("Open strings", 600, 600, 's'),
            ("Shifting", 300, 300, 's'),
            ("Bowing", 120, 120, 's'),
            ("Listening", 240, 240, 's'),
            ("Saturday 1 — Duets", 180, 180, 's'),
        ])
    );
    let roadmap = read(source).roadmap;
    let stage = roadmap.stages().next().expect("a stage");
    assert!(stage.children.iter().all(|activity| activity.children.len() == 1), "{stage:?}");
}

#[test]
fn the_first_work_of_a_document_without_headings_has_its_hours() {
    for (first, second) in
        [("Saws — Safety (3 h)", "Joints (4 h)"), ("**Safety (3 h):**", "**Joints (4 h):**")]
    {
        let source = format!("# Wood\n\nSlowly.\n\n{first}\n- Gloves\n\n{second}\n- Butt joint\n");
        let hours: Vec<u32> = budgets(&source).into_iter().map(|(_, least, _, _)| least).collect();
        assert_eq!(hours, [180, 240], "{first}");
        assert!(drawn(&source).starts_with("note: Slowly."), "{first}");
    }
}

#[test]
fn a_sentence_about_each_day_leaves_a_stage_its_hours() {
    let source = "# Lute\n## Week 1: Scales (5 h)\nPlay them slowly every day (20 min)\n- C\n- G\n";
    assert_eq!(summary(&read(source).roadmap, source).hours.total, 5.0);
}
