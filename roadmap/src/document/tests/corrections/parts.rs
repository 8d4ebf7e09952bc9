//! What is said to be a part of the way, or none: a phase, a stage, a section, a schedule.

use super::{CHOIR, corrected, drawn, named, say};
use crate::Kind;
use crate::document::Taken;
use crate::item::NumberRange;
use crate::plan::{Pace, Plan, date_stages};
use chrono::{NaiveDate, Weekday};

#[test]
fn a_heading_said_to_be_a_stage_reads_what_is_below_it_as_work() {
    let warm_up = say("### Warm-up", Taken::Stage);
    assert_eq!(
        drawn(CHOIR, &[warm_up]).lines().skip(6).take(5).collect::<Vec<_>>(),
        [
            "  stage: Warm-up",
            "    step: Sigh",
            "    checkpoint: Checkpoint",
            "      checkpoint-item: It is warm",
            "section: Notes",
        ]
    );
}

#[test]
fn what_is_said_to_be_a_schedule_holds_blocks() {
    let lines = "- 18:00-19:00 Hum\n- 19:00-19:30 Sing\n";
    let source =
        format!("# Choir\n## Evenings at home\n{lines}## Week 1: Ribs\n### My hours\n{lines}- [ ] Sigh\n");
    assert!(!drawn(&source, &[]).contains("block: "));
    let of = |line: &str| drawn(&source, &[say(line, Taken::Schedule)]);
    let template = of("## Evenings at home");
    assert!(template.contains("template: Evenings at home\n  block: Hum\n  block: Sing\n"), "{template}");
    let routine = of("### My hours");
    assert!(routine.contains("    routine: My hours\n      block: Hum\n      block: Sing\n"), "{routine}");
    assert!(routine.contains("      step: Sigh\n"), "{routine}");
}

#[test]
fn a_stage_said_in_a_section_of_its_own_is_dated() {
    let import = corrected(CHOIR, &[say("### Tempo", Taken::Stage)]);
    let plan = Plan::new(NaiveDate::from_ymd_opt(2026, 1, 5).expect("a date"), Pace::AsWritten, Weekday::Mon);
    let tempo = named(&import, "Tempo").id;
    let dated = date_stages(&import.roadmap, &plan).expect("dates");
    assert!(dated.iter().any(|stage| stage.stage == tempo));
    assert!(import.roadmap.path_to(tempo).iter().any(|item| matches!(item.kind, Kind::Phase { .. })));
}

#[test]
fn a_stage_said_within_a_subject_stands_in_the_phase_before_it() {
    let source = CHOIR.replace("## Notes", "## Tips");
    let import = corrected(&source, &[say("### Tempo", Taken::Stage)]);
    let path = import.roadmap.path_to(named(&import, "Tempo").id);
    assert_eq!(path.iter().map(|item| item.text.as_str()).collect::<Vec<_>>(), ["Breath", "Tempo"]);
}

#[test]
fn a_stage_said_within_a_stage_ends_that_one() {
    let source = "# Choir\n## Week 1: Ribs\n- Hum\n### By heart\n- Canon\n### In parts\n- Round\n## Week 2: Belly\n- Sigh\n";
    assert_eq!(
        drawn(source, &[say("### By heart", Taken::Stage)]),
        "phase: Choir\n  stage: Ribs\n    step: Hum\n  stage: By heart\n    step: Canon\n    section: In parts\n      step: Round\n  stage: Belly\n    step: Sigh\n"
    );
}

#[test]
fn a_phase_said_within_a_phase_ends_that_one() {
    let source = "# Choir\n## Month 1: Breath\n### Week 1: Ribs\n- Hum\n### Concerts\n- Sing\n### Week 2: Hall\n- Bow\n";
    assert_eq!(
        drawn(source, &[say("### Concerts", Taken::Phase)]),
        "phase: Breath\n  stage: Ribs\n    step: Hum\nphase: Concerts\n  stage: Concerts\n    step: Sing\n  stage: Hall\n    step: Bow\n"
    );
}

#[test]
fn a_heading_said_to_be_a_section_is_only_read() {
    let import = corrected(CHOIR, &[say("### Week 1: Ribs", Taken::Section)]);
    assert_eq!(import.roadmap.stages().filter(|stage| stage.text == "Ribs").count(), 0);
    let section = named(&import, "Week 1: Ribs");
    assert!(
        section.walk().all(|item| matches!(item.kind, Kind::Section { .. } | Kind::Entry)),
        "{section:?}"
    );
    assert_eq!(
        drawn(
            "# T\n## Week 1\n- a\n## Timetable\n- Monday 9:00-10:00: Sing\n",
            &[say("## Timetable", Taken::Section)]
        ),
        "phase: T\n  stage: Week 1\n    step: a\nsection: Timetable\n  entry: Monday 9:00-10:00: Sing\n"
    );
}

#[test]
fn a_bold_line_said_to_be_a_stage_holds_what_follows_it() {
    let source = "# Guitar\n\n**Scales**\n- C\n\n**Study (2 hours):**\n- G\n\n**Chords**\n- Am\n";
    let said = [say("**Scales**", Taken::Stage), say("**Chords**", Taken::Stage)];
    assert_eq!(
        drawn(source, &said),
        "phase: Guitar\n  stage: Scales\n    step: C\n    activity: Study\n      step: G\n  stage: Chords\n    step: Am\n"
    );
}

#[test]
fn a_heading_said_to_be_a_stage_follows_on_from_the_week_before() {
    let stage_of =
        |source: &str| named(&corrected(source, &[say("## Rest", Taken::Stage)]), "Rest").kind.clone();
    let week = |number| Kind::Stage { weeks: Some(NumberRange { from: number, to: number }), days: None };
    let last = "# Choir\n## Week 1-2: Ribs\n- Hum\n## Rest\nSleep well\n";
    assert_eq!(stage_of(last), week(3));
    let between = "# Choir\n## Week 1: Ribs\n- Hum\n## Rest\nSleep well\n## Week 2: Songs\n- Sing\n";
    assert_eq!(stage_of(between), Kind::Stage { weeks: None, days: Some(7) });
    let without = "# Choir\n## Ribs\n- Hum\n## Rest\nSleep well\n";
    assert_eq!(stage_of(without), Kind::Stage { weeks: None, days: None });
}
