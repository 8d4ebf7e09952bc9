//! Stages named for days, dates, months or quarters.

use super::super::fixtures::{DATED, DAYS};
use super::{days, named, read, scan, stages};
use crate::item::{Item, Kind};
use crate::plan::{Pace, Plan, date_stages};

#[test]
fn dates_are_stages_of_as_many_days() {
    assert_eq!(
        days(DATED),
        named(&[
            ("Sounds", Some(7)),
            ("Present tense", Some(14)),
            ("In class", Some(7)),
            ("Rest and repeat", Some(7)),
            ("On one's own", Some(28)),
            ("Trip (10 days)", Some(10)),
        ])
    );
    let roadmap = read(DATED).roadmap;
    let notes: Vec<_> = roadmap.stages().filter_map(|stage| stage.note.as_deref()).collect();
    assert_eq!(notes.len(), scan::lines_with(DATED, "### ").len());
    assert!(notes.iter().all(|dates| DATED.contains(dates)));
}

#[test]
fn numbered_days_are_stages() {
    assert_eq!(
        days(DAYS),
        named(&[
            ("Lines", Some(1)),
            ("Boxes", Some(3)),
            ("Day 5", Some(1)),
            ("Hands", Some(7)),
            ("Day 13 onwards: People", None),
        ])
    );
    let roadmap = read(DAYS).roadmap;
    let open = roadmap.phases().filter(|phase| matches!(phase.kind, Kind::Phase { open_ended: true, .. }));
    assert_eq!(open.count(), 1);
}

#[test]
fn days_and_dates_take_as_long_as_they_say() {
    let plan = Plan::new("2026-01-05".parse().expect("a date"), Pace::AsWritten, chrono::Weekday::Mon);
    let dated = date_stages(&read(DATED).roadmap, &plan).expect("dates");
    let starts: Vec<_> = dated.iter().map(|stage| stage.from.to_string()).collect();
    assert_eq!(starts, ["2026-01-05", "2026-01-12", "2026-01-26", "2026-02-02", "2026-02-09", "2026-03-09"]);
}

#[test]
fn a_stage_named_for_its_first_day_lasts_until_the_next() {
    let stages = |source: &str| {
        let length = |item: &Item| match item.kind {
            Kind::Stage { days, .. } => (item.text.clone(), days),
            _ => (item.text.clone(), None),
        };
        read(source).roadmap.stages().map(length).collect::<Vec<_>>()
    };
    let plan = "## 2026-12-07: Scales\n\n- Hum\n\n## 2026-12-14: Carols\n\n- Sing\n\n## 2027-01-04: Rest\n\n- Listen\n";
    let expected = [("Scales", Some(7)), ("Carols", Some(21)), ("Rest", Some(21))];
    let expected: Vec<_> = expected.map(|(text, days)| (text.to_owned(), days)).into();
    assert_eq!(stages(plan), expected);
    assert_eq!(stages(&format!("# Choir\n\n{plan}")), expected);
    let phase = plan.replace("## ", "### ");
    assert_eq!(stages(&format!("# Choir\n\n## Phase 1: Winter\n\n{phase}")), expected);
}

#[test]
fn dates_are_stages_however_deep_they_stand() {
    let dates = "1 March – 14 March: Base\n- [ ] Run\n#### 15 March – 28 March: Hills\n- [ ] Climb\n";
    for source in [
        format!("# Marathon\n## Training\n### Spring\n#### {dates}"),
        format!("# Marathon\n## Phase 1: Training\n### Spring\n#### {dates}"),
        format!("# Marathon\n## Spring\n#### {dates}"),
    ] {
        assert_eq!(days(&source), named(&[("Base", Some(14)), ("Hills", Some(14))]), "{source}");
    }
    let of_days = "# Marathon\n## Spring\n### 2026-03-01: Base\n- Run\n### 2026-03-15: Hills\n- Climb\n";
    assert_eq!(days(of_days), named(&[("Base", Some(14)), ("Hills", Some(14))]));
}

#[test]
fn days_of_a_journal_are_no_stages() {
    let backwards = "# Marathon\n## Diary\n### 2026-03-15: Hills\n- Tired\n### 2026-03-01: Base\n- Fresh\n";
    let beside_weeks = "# Marathon\n## Week 1: Base\n- [ ] Run\n## Diary\n### 2026-03-01: Base\n- Fresh\n### 2026-03-15: Hills\n- Tired\n";
    assert_eq!(days(backwards), named(&[("Diary", None)]));
    assert_eq!(days(beside_weeks), named(&[("Base", None)]));
}

#[test]
fn a_month_of_a_year_is_a_stage_beside_dates() {
    let source = "# Kitchen\n## January 2026\n- Dice\n## Feb 2026: Sauces\n- Whisk\n## Mar 2 – Mar 8: Bread\n- Knead\n";
    let days: Vec<_> = stages(source).into_iter().map(|(_, text, _, days)| (text, days)).collect();
    let of = |text: &str, days| (text.to_owned(), Some(days));
    assert_eq!(days, [of("January 2026", 31), of("Feb 2026: Sauces", 28), of("Bread", 7)]);
}

#[test]
fn days_that_no_date_names_count_to_the_stage_before_them() {
    for (read, write) in [
        ("2027-01-04 – 2027-01-17", "2027-02-01 – 2027-02-14"),
        ("04.01.2027 bis 17.01.2027", "01.02.2027 bis 14.02.2027"),
        ("Jan 4 – Jan 17, 2027", "Feb 1 – Feb 14, 2027"),
    ] {
        let source = format!("# Thesis\n## {read}: Read\n- [ ] Papers\n## {write}: Write\n- [ ] Pages\n");
        assert_eq!(days(&source), named(&[("Read", Some(28)), ("Write", Some(14))]), "{source}");
        let roadmap = super::read(&source).roadmap;
        assert_eq!(roadmap.stages().next().and_then(|stage| stage.note.as_deref()), Some(read));
    }
}

#[test]
fn a_month_or_quarter_without_a_year_is_one_beside_others_with_theirs() {
    let months = "# Thesis\n## 2026-11-01 to 2026-11-30: Write\n- [ ] Pages\n## Dec: Submit\n- [ ] Print\n## Dezember\n- [ ] Wait\n## December is cold\n- Coat\n";
    assert_eq!(
        days(months),
        named(&[("Write", Some(30)), ("Dec: Submit", Some(31)), ("Dezember", Some(31))])
    );
    let quarters = "# Thesis\n## Q3 2026\n- [ ] Read\n## Q4\n- [ ] Write\n";
    assert_eq!(days(quarters), named(&[("Q3 2026", Some(91)), ("Q4", Some(91))]));
    let questions = "# Thesis\n## Week 1\n- [ ] Read\n## Q4\n- [ ] Why?\n";
    assert_eq!(days(questions).len(), 1);
}
