//! Other ways to write a roadmap, from fields of their own.

use super::{drawn, read};
use crate::Kind;
use crate::document::summary;
use crate::item::{Budget, Item};

#[test]
fn weeks_at_the_top_stand_in_a_phase_with_the_title() {
    let source =
        "# Half marathon\n\n## Week 1\n\n### Tuesday\n- [ ] Run 5 km\n\n## Week 2: Longer\n- [x] Run 8 km\n";
    assert_eq!(
        drawn(source),
        "phase: Half marathon\n  stage: Week 1\n    section: Tuesday\n      step: Run 5 km\n  stage: Longer\n    step: Run 8 km\n"
    );
}

#[test]
fn months_and_weeks_on_the_same_level_nest() {
    let source = "# Bread\n## Month 1: Flour\n## Week 1: Rye\n- [ ] Bake\n## Tips\n- Wait\n## Week 2: Wheat\n- [ ] Bake\n## Month 2: Crust\n### Week 5: Steam\n- [ ] Spray\n";
    assert_eq!(
        drawn(source),
        "phase: Flour\n  stage: Rye\n    step: Bake\n  section: Tips\n    entry: Wait\n  stage: Wheat\n    step: Bake\nphase: Crust\n  stage: Steam\n    step: Spray\n"
    );
}

#[test]
fn numbered_phases_hold_their_weeks() {
    let source = "# Choir\n## **Phase 1: Breath (Weeks 1–2)**\n### **Week 1: Ribs**\n- [ ] Hum\n### **Week 2: Belly**\n- [ ] Sigh\n";
    assert_eq!(
        drawn(source),
        "phase: Phase 1: Breath (Weeks 1–2)\n  stage: Ribs\n    step: Hum\n  stage: Belly\n    step: Sigh\n"
    );
}

#[test]
fn a_phase_that_only_mentions_its_weeks_is_a_stage_of_them() {
    let roadmap = read("# Choir\n## Phase 2 (weeks 5-8)\n- [ ] Sing\n").roadmap;
    let stage = roadmap.stages().next().expect("a stage");
    assert!(matches!(stage.kind, Kind::Stage { weeks: Some(weeks), .. } if (weeks.from, weeks.to) == (5, 8)));
}

#[test]
fn a_track_is_a_phase_because_it_holds_weeks() {
    let source = "# Spanish\n## Track A — quick\n### Weeks 1–4: Verbs\n**Focus:** Present tense\n\n**Deliverables**\n- A letter\n";
    assert_eq!(
        drawn(source),
        "phase: Track A — quick\n  stage: Verbs\n    goal: Present tense\n    section: Deliverables\n      deliverable: A letter\n"
    );
}

#[test]
fn labels_without_hours_are_activities_by_their_names() {
    let source = "# Garden\n## Month 1-2: Soil\n### Week 1-2: Compost\n**Goal**: Rot well\n\n**Topics**:\n- Worms\n\n**Hands-on**:\n- Dig\n\n**Resources**:\n- [Worms](worms.md)\n- The almanac\n\n**Month 1-2 Checkpoint**:\n- ✅ It is warm\n";
    assert_eq!(
        drawn(source),
        "phase: Soil\n  stage: Compost\n    goal: Rot well\n    activity: Topics\n      step: Worms\n    activity: Hands-on\n      step: Dig\n    section: Resources\n      resource: Worms\n      resource: The almanac\n    checkpoint: Month 1-2 Checkpoint\n      checkpoint-item: It is warm\n"
    );
}

#[test]
fn a_document_without_weeks_has_stages_by_its_headings() {
    let source = "# Sewing\n\nSlowly.\n\n## Seams\n- [ ] Straight\n- [ ] Zigzag\n\n## Hems\n### By hand\n- [ ] Blind hem\n\n## Common mistakes\n- Haste\n\n## About\nWritten in winter.\n";
    assert_eq!(
        drawn(source),
        "note: Slowly.\nphase: Sewing\n  stage: Seams\n    step: Straight\n    step: Zigzag\n  stage: Hems\n    section: By hand\n      step: Blind hem\nsection: Common mistakes\n  entry: Haste\nsection: About\n  entry: Written in winter.\n"
    );
}

#[test]
fn a_document_without_headings_has_one_stage_of_tasks() {
    assert_eq!(
        drawn("Some day\n\n- [ ] Sow\n  - [ ] Water\n- [x] Reap\n"),
        "note: Some day\nphase: plan\n  stage: Tasks\n    step: Sow\n      step: Water\n    step: Reap\n"
    );
}

#[test]
fn prose_alone_is_kept_as_notes() {
    assert_eq!(drawn("Just words.\n"), "phase: plan\nnote: Just words.\n");
}

#[test]
fn boxes_keep_their_ticks_with_any_marker_and_line_end() {
    let source = "\u{feff}# T\r\n* [x] a\r\n+ [ ] b\r\n1. [X] c\r\n\r\n> - [ ] quoted\r\n\r\n-\t[ ] tab\r\n";
    let import = read(source);
    let boxes: Vec<_> = import
        .roadmap
        .walk()
        .filter_map(|item| {
            item.task.map(|task| (item.text.as_str(), &source[task.mark..=task.mark], task.ticked))
        })
        .collect();
    assert_eq!(
        boxes,
        [("a", "x", true), ("b", " ", false), ("c", "X", true), ("quoted", " ", false), ("tab", " ", false)]
    );
}

#[test]
fn a_greater_sign_before_a_figure_is_no_quotation() {
    assert_eq!(
        drawn("# T\n## Week 1\n**Checkpoint:**\n- >85% in tune\n- [ ] >90% on time\n"),
        "phase: T\n  stage: Week 1\n    checkpoint: Checkpoint\n      checkpoint-item: >85% in tune\n        target: >85% in tune\n      checkpoint-item: >90% on time\n        target: >90% on time\n"
    );
}

#[test]
fn a_routine_may_be_a_plain_list() {
    let source = "# T\n## Week 1\n**Practice (10 hours):**\n\n**Daily routine:**\n- **Morning (1 hour):**\n  - Study a chapter\n- Evening (30 min): Review\n";
    assert_eq!(
        drawn(source),
        "phase: T\n  stage: Week 1\n    activity: Practice\n      routine: Daily routine\n        block: Morning\n          step: Study a chapter\n        block: Evening: Review\n"
    );
}

#[test]
fn a_target_before_the_way_is_a_role() {
    let source = "# T\n**Target:** Head baker\n\n**Schedule**\n- **Monday 9:00-10:00** - Dough\n\n## Week 1\n- [ ] Bake\n";
    assert_eq!(
        drawn(source),
        "section: Target\n  entry: Head baker\ntemplate: Schedule\n  block: Dough\nphase: T\n  stage: Week 1\n    step: Bake\n"
    );
}

#[test]
fn a_table_keeps_each_row_once() {
    let source = "# T\n## Week 1\n| What | Pages |\n|---|---|\n| [Scales](s.md) | 2 |\n| Arpeggios | 3 |\n";
    assert_eq!(
        drawn(source),
        "phase: T\n  stage: Week 1\n    section: What | Pages\n      entry: Scales | 2\n        resource: Scales\n      entry: Arpeggios | 3\n"
    );
}

#[test]
fn whole_hours_are_written_as_whole_numbers() {
    let source = "# T\n## Week 1\n**Study (1.5 hours):**\n- Read\n\n**Practice (2 hours/week):**\n- Play\n";
    let import = read(source);
    let hours = serde_json::to_value(summary(&import.roadmap, source).hours).expect("hours are JSON");
    assert_eq!((hours["study"].to_string(), hours["hands_on"].to_string()), ("1.5".into(), "2".into()));
}

#[test]
fn weeks_are_counted_in_words_of_other_languages() {
    for source in [
        "# Chor\n## Erste Woche: Atem\n- Summen\n## Zweite Woche: Vokale\n- Singen\n",
        "# Coro\n## Primera semana: Atem\n- Summen\n## Segunda semana: Vokale\n- Singen\n",
        "# Chœur\n## Première semaine : Atem\n- Summen\n## Deuxième semaine : Vokale\n- Singen\n",
    ] {
        let weeks: Vec<_> = read(source)
            .roadmap
            .walk()
            .filter_map(|item| match item.kind {
                Kind::Stage { weeks: Some(weeks), .. } => Some((item.text.clone(), weeks.from)),
                _ => None,
            })
            .collect();
        assert_eq!(weeks, [("Atem".to_owned(), 1), ("Vokale".to_owned(), 2)], "{source}");
    }
}

#[test]
fn rows_below_a_german_head_are_weeks() {
    let source = "# Chor\n| Woche | Thema | Stunden |\n|--|--|--|\n| 1 | Atem | 5 |\n| 2. | Vokale | 6 |\n";
    assert_eq!(
        drawn(source).lines().filter(|line| line.contains("stage: ")).collect::<Vec<_>>(),
        ["  stage: Atem", "  stage: Vokale"]
    );
    let minutes: u32 = read(source)
        .roadmap
        .walk()
        .filter_map(|item| match item.kind {
            Kind::Activity { budget: Some(Budget::Stage { most, .. }), .. } => Some(most),
            _ => None,
        })
        .sum();
    assert_eq!(minutes, 11 * 60);
}

/// The stages with their days and their dates in words.
fn stages(source: &str) -> Vec<(String, Option<u32>, Option<String>)> {
    let stage = |item: &Item| match item.kind {
        Kind::Stage { days, .. } => Some((item.text.clone(), days, item.note.clone())),
        _ => None,
    };
    read(source).roadmap.walk().filter_map(stage).collect()
}

#[test]
fn dates_with_dots_are_stages() {
    let source =
        "# Chor\n## 12.01.2026 – 18.01.2026: Atem\n- Summen\n## 19.01. – 01.02.2026: Vokale\n- Singen\n";
    let some = |text: &str| Some(text.to_owned());
    assert_eq!(
        stages(source),
        [
            ("Atem".into(), Some(7), some("12.01.2026 – 18.01.2026")),
            ("Vokale".into(), Some(14), some("19.01. – 01.02.2026")),
        ]
    );
    let source = "# Chor\n## 12.01.2026: Atem\n- Summen\n## 19.01.2026: Vokale\n- Singen\n";
    assert_eq!(
        stages(source),
        [("Atem".into(), Some(7), some("12.01.2026")), ("Vokale".into(), Some(7), some("19.01.2026")),]
    );
}

#[test]
fn dates_with_strokes_are_stages_where_one_tells_days_from_months() {
    let some = |text: &str| Some(text.to_owned());
    let source =
        "# Sailing\n## 26/01 – 01/02: Knots\n- Bowline\n## 02/02 – 08/02: Charts\n- Plot\n## Tips\n- Wait\n";
    assert_eq!(
        stages(source),
        [("Knots".into(), Some(7), some("26/01 – 01/02")), ("Charts".into(), Some(7), some("02/02 – 08/02")),]
    );
    let source =
        "# Sailing\n## Phase 1: Ashore\n### 01/26 – 02/01: Knots\n- Bowline\n### 02/02 – 02/08\n- Plot\n";
    assert_eq!(
        stages(source),
        [
            ("Knots".into(), Some(7), some("01/26 – 02/01")),
            ("02/02 – 02/08".into(), Some(7), some("02/02 – 02/08")),
        ]
    );
    let source = "# Sailing\n## 02/02 – 08/02: Knots\n- Bowline\n## 09/02 – 10/02: Charts\n- Plot\n";
    assert_eq!(
        stages(source),
        [("02/02 – 08/02: Knots".into(), None, None), ("09/02 – 10/02: Charts".into(), None, None)]
    );
}

#[test]
fn a_quarter_of_a_year_is_a_phase_of_three_months() {
    let source = "# Bread\n## Q2 2026: Rye\n### Sour\n- Feed\n### Crumb\n- Bake\n## Q3 2026\n- Sell\n## Q4: Why rye?\nIt keeps.\n";
    assert_eq!(
        drawn(source),
        "phase: Q2 2026: Rye\n  stage: Sour\n    step: Feed\n  stage: Crumb\n    step: Bake\nphase: Q3 2026\n  stage: Q3 2026\n    step: Sell\nsection: Q4: Why rye?\n  entry: It keeps.\n"
    );
    let days: Vec<_> = stages(source).into_iter().map(|stage| stage.1).collect();
    assert_eq!(days, [Some(45), Some(46), Some(91)]);
}

#[test]
fn the_last_weeks_are_a_stage_of_their_length() {
    let source = "# Marathon\n## Weeks 1-8: Base\n- Run\n## Taper: last 4 weeks\n- Rest\n## Review: last 4 weeks\n- Tired\n";
    assert_eq!(
        drawn(source),
        "phase: Marathon\n  stage: Base\n    step: Run\n  stage: Taper: last 4 weeks\n    step: Rest\nsection: Review: last 4 weeks\n  entry: Tired\n"
    );
    assert_eq!(stages(source)[1].1, Some(28));
}

#[test]
fn what_stands_behind_a_bold_day_is_a_step_called_by_its_work() {
    let source = "# T\n## Week 1\n- **Mon:** Knots\n- **Tuesday** – Sails\n- [x] **Wed:** Charts – in pencil\n- Thursday – Tides\n- **Fri:** rest\n- **Sat:** 2 hours\n- **Sunday** is for nobody\n- **Daily:** Look out\n";
    assert_eq!(
        drawn(source),
        "phase: T\n  stage: Week 1\n    step: Knots\n    step: Sails\n    step: Charts\n    step: Tides\n    entry: Fri: rest\n    entry: Sat: 2 hours\n    step: Sunday is for nobody\n    entry: Daily: Look out\n"
    );
    let notes: Vec<_> = read(source).roadmap.walk().filter_map(|item| item.note.clone()).collect();
    assert_eq!(notes, ["Mon", "Tuesday", "Wed – in pencil", "Thursday"]);
}

#[test]
fn weeks_that_begin_anew_in_each_phase_are_counted_in_each() {
    let weeks = |source: &str| summary(&read(source).roadmap, source).weeks;
    let phases = "# T\n## Phase 1: Ashore\n### Weeks 1-2\n- a\n### Weeks 3-4\n- a\n## Phase 2: Afloat\n### Weeks 1-3\n- a\n### Week 4\n- a\n";
    assert_eq!(weeks(phases), 8);
    assert_eq!(weeks(&phases.replace("Weeks 1-3", "Weeks 4-6").replace("### Week 4", "### Week 7")), 7);
}

#[test]
fn headings_beside_the_way_are_to_be_read() {
    let source = "# Sewing\n## Seams\n- Straight\n## License to sew\n- Zigzag\n## FAQ\n- How long? A year.\n## Contributing\n- [ ] Ask first\n## License\n- Free\n";
    assert_eq!(
        drawn(source),
        "phase: Sewing\n  stage: Seams\n    step: Straight\n  stage: License to sew\n    step: Zigzag\n  section: FAQ\n    entry: How long? A year.\n  stage: Contributing\n    step: Ask first\nsection: License\n  entry: Free\n"
    );
}

#[test]
fn stretches_of_weeks_are_read_in_other_languages() {
    for (source, weeks) in [
        ("# T\n## Wochen 1 bis 6: A\n- x\n## Wochen 7 bis 10\n- x\n## KW 11\n- x\n## Ab Woche 12\n- x\n", 11),
        ("# T\n- Semanas 1 a 4: A\n- Semanas 5 a 8: B\n- Desde la semana 9: C\n", 8),
        ("# T\n**Semaines 1 à 2 : A**\n- x\n\n**Semaines 3 à 4 : B**\n- x\n", 4),
    ] {
        let import = read(source);
        let open = import.roadmap.walk().filter(|item| matches!(item.kind, Kind::Stage { weeks: None, .. }));
        let named = source.contains("semana 9") || source.contains("Woche 12");
        assert_eq!(
            (summary(&import.roadmap, source).weeks, open.count()),
            (weeks, usize::from(named)),
            "{source}"
        );
    }
}

#[test]
fn hours_and_days_are_read_in_other_languages() {
    for hours in ["5 Std.", "5 Stunden", "5 horas", "5 heures"] {
        let source = format!("# T\n## Woche 1\n**Lesen ({hours}):**\n- x\n");
        assert_eq!(summary(&read(&source).roadmap, &source).hours.total, 5.0, "{hours}");
    }
    let source = "# T\n## Woche 1\n- **Montag:** Atem\n- **Dienstag** – Vokale\n";
    assert_eq!(drawn(source), "phase: T\n  stage: Woche 1\n    step: Atem\n    step: Vokale\n");
}
