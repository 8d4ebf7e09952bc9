//! What a person sets right: read in its place, remembered for other states of the document, and nothing
//! lost on the way.

use super::fixtures::{ALL, NO_WEEKS};
use super::nothing_lost::assert_nothing_lost;
use super::{drawn_roadmap, read};
use crate::document::{
    Correction, Import, Taken, bundled, correction, import_corrected, readings, takes_hours,
};
use crate::item::{Budget, Item, ItemId, NumberRange};
use crate::plan::{Pace, Plan, date_stages};
use crate::{Category, Kind};
use chrono::{NaiveDate, Weekday};
use proptest::prelude::*;

fn say(line: &str, taken: Taken) -> Correction {
    Correction { line: line.to_owned(), nth: 0, under: None, before: None, taken }
}

fn corrected(source: &str, corrections: &[Correction]) -> Import {
    let import = import_corrected(source.as_bytes(), "plan.md", corrections).expect("readable");
    assert_nothing_lost(&import, source);
    import
}

fn drawn(source: &str, corrections: &[Correction]) -> String {
    drawn_roadmap(&corrected(source, corrections).roadmap)
}

fn named<'a>(import: &'a Import, text: &str) -> &'a Item {
    import.roadmap.walk().find(|item| item.text == text).unwrap_or_else(|| panic!("no item {text}"))
}

fn readings_of(source: &str, text: &str) -> Vec<Taken> {
    let import = read(source);
    readings(&import.roadmap, source, named(&import, text).id)
}

const CHOIR: &str = "# Choir\n## Month 1: Breath\n### Week 1: Ribs\n**Practice (3 hours):**\n- Hum\n\n**Songs**\n- Canon\n### Warm-up\n- [ ] Sigh\n\n**Checkpoint:**\n- It is warm\n## Notes\n### Tempo\n- Slow\n";

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
fn a_correction_stays_with_its_line_when_the_same_heading_comes_before_it() {
    let import = read(CHOIR);
    let tempo = named(&import, "Tempo").id;
    let said = correction(&import.roadmap, CHOIR, tempo, Taken::Stage).expect("a line");
    let stage_of = |source: &str| {
        let roadmap = corrected(source, std::slice::from_ref(&said)).roadmap;
        let stage = roadmap.stages().find(|stage| stage.text == "Tempo");
        stage.map(|stage| stage.children[0].text.clone())
    };
    assert_eq!(stage_of(CHOIR).as_deref(), Some("Slow"));
    let above = CHOIR.replace("## Notes\n", "## Before\n### Tempo\n- Quick\n## Notes\n");
    assert_eq!(stage_of(&above).as_deref(), Some("Slow"), "the same words below another heading");
    let beside = CHOIR.replace("## Notes\n", "## Notes\n### Tempo\n- Quick\n");
    assert_eq!(stage_of(&beside).as_deref(), Some("Slow"), "the same words below the same heading");
    let other = CHOIR
        .replace("- Slow", "- Slower")
        .replace("## Notes\n", "## Before\n### Tempo\n- Quick\n## Notes\n");
    assert_eq!(stage_of(&other).as_deref(), Some("Slower"), "another line behind it");
    let moved = CHOIR.replace("## Notes", "## Remarks");
    assert_eq!(stage_of(&moved).as_deref(), Some("Slow"), "another heading above it");
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
fn a_label_is_what_a_person_says() {
    let label = |taken| {
        let drawn = drawn(CHOIR, &[say("**Songs**", taken)]);
        drawn.lines().skip(4).take(2).map(str::trim).collect::<Vec<_>>().join(", ")
    };
    assert_eq!(label(Taken::Activity { category: Category::Study }), "activity: Songs, step: Canon");
    assert_eq!(label(Taken::Section), "section: Songs, entry: Canon");
    assert_eq!(label(Taken::Steps), "section: Songs, step: Canon");
    assert_eq!(label(Taken::Resources), "section: Songs, resource: Canon");
    assert_eq!(label(Taken::Deliverables), "section: Songs, deliverable: Canon");
    assert_eq!(label(Taken::Targets), "section: Songs, target: Canon");
    assert_eq!(label(Taken::Goals), "section: Songs, goal: Canon");
    assert_eq!(label(Taken::Checkpoint), "checkpoint: Songs, checkpoint-item: Canon");
}

#[test]
fn any_line_of_a_list_says_what_all_of_them_are() {
    let source = "# Choir\n## Week 1\n- Canon\n- Round\n\nThen:\n- Bow\n";
    for line in ["- Canon", "- Round"] {
        assert_eq!(
            drawn(source, &[say(line, Taken::Deliverables)]).matches("deliverable: ").count(),
            2,
            "{line}"
        );
    }
}

#[test]
fn category_and_hours_of_a_line_combine() {
    let budget = Budget::Stage { least: 720, most: 720 };
    let line = "**Practice (3 hours):**";
    let said =
        [say(line, Taken::Category { category: Category::Review }), say(line, Taken::Hours { budget })];
    let import = corrected(CHOIR, &said);
    let practice = named(&import, "Practice");
    assert_eq!(practice.kind, Kind::Activity { category: Category::Review, budget: Some(budget) });
}

#[test]
fn a_stage_without_activities_can_be_given_hours() {
    let budget = Budget::Week { least: 120, most: 180 };
    let source = "# Choir\n## Week 1: Ribs\n- [ ] Hum\n";
    let import = read(source);
    let stage = named(&import, "Ribs");
    assert!(takes_hours(stage));
    let hours = correction(&import.roadmap, source, stage.id, Taken::Hours { budget }).expect("a line");
    let import = corrected(source, &[hours]);
    let activity = named(&import, "Ribs").children.first().expect("an activity");
    assert_eq!(activity.kind, Kind::Activity { category: Category::Study, budget: Some(budget) });

    // Its category goes by the stage's line too.
    let writing = Taken::Category { category: Category::Writing };
    let category = correction(&import.roadmap, source, activity.id, writing).expect("a line");
    assert_eq!(category.line, "## Week 1: Ribs");
    let import = corrected(source, &[say("## Week 1: Ribs", Taken::Hours { budget }), category]);
    let activity = named(&import, "Ribs").children.first().expect("an activity");
    assert_eq!(activity.kind, Kind::Activity { category: Category::Writing, budget: Some(budget) });
}

#[test]
fn a_block_of_the_week_can_be_for_something_else() {
    let source = "# Choir\n## Weekly schedule\n- **Monday 9:00-10:00** - Sing\n## Week 1\n- Hum\n";
    let import = read(source);
    let block = import.roadmap.walk().find(|item| matches!(item.kind, Kind::Block(_))).expect("a block");
    let rest = Taken::Category { category: Category::Review };
    let said = correction(&import.roadmap, source, block.id, rest).expect("a line");
    let import = corrected(source, &[said]);
    assert!(
        import
            .roadmap
            .walk()
            .any(|item| matches!(&item.kind, Kind::Block(rule) if rule.category == Category::Review))
    );
}

#[test]
fn what_was_said_holds_when_other_lines_change() {
    let import = read(CHOIR);
    let warm_up = named(&import, "Warm-up");
    let said = correction(&import.roadmap, CHOIR, warm_up.id, Taken::Stage).expect("a line");
    let later = CHOIR.replace("- Hum\n", "- Hum\n- Hiss\n\n> Softly.\n").replace("Ribs", "The ribs");
    let import = corrected(&later, std::slice::from_ref(&said));
    assert!(matches!(named(&import, "Warm-up").kind, Kind::Stage { .. }));

    let gone = CHOIR.replace("### Warm-up", "### Cold start");
    assert_eq!(corrected(&gone, &[said]), read(&gone), "a correction that fits no line changes nothing");
}

#[test]
fn lines_with_the_same_words_are_told_apart() {
    let source = "# T\n## Week 1\n### Extras\n- a\n## Week 2\n### Extras\n- b\n";
    let import = read(source);
    let second = import.roadmap.walk().filter(|item| item.text == "Extras").nth(1).expect("two");
    let said = correction(&import.roadmap, source, second.id, Taken::Goals).expect("a line");
    assert_eq!(said.nth, 1);
    let drawn = drawn(source, &[said]);
    assert!(drawn.contains("step: a") && drawn.contains("goal: b"), "{drawn}");
}

#[test]
fn a_sentence_can_be_work_with_hours_a_thing_to_do_or_a_goal() {
    let source = "# Guitar\n## Week 1\nOpen chords, some 10 hours\n- learn shapes\n\nPlay for a friend.\n";
    let readings = readings_of(source, "Open chords, some 10 hours");
    assert_eq!(readings[0], Taken::Section);
    let study = Taken::Activity { category: Category::Study };
    assert!(readings.contains(&study) && readings.contains(&Taken::Goals));

    let chords = "Open chords, some 10 hours";
    let said = corrected(source, &[say(chords, study)]);
    let activity = said.roadmap.walk().find(|item| matches!(item.kind, Kind::Activity { .. })).expect("work");
    assert!(takes_hours(activity));
    assert_eq!(activity.children[0].text, "learn shapes", "the list below it is its work");
    let goals = drawn(source, &[say(chords, Taken::Goals)]);
    assert!(goals.contains("goal: learn shapes"), "the lines below a sentence are meant: {goals}");

    let friend = readings_of(source, "Play for a friend.");
    assert!(friend.contains(&Taken::Steps));
    for (taken, kind) in [
        (Taken::Steps, "step"),
        (Taken::Goals, "goal"),
        (Taken::Checkpoint, "checkpoint-item"),
        (Taken::Deliverables, "deliverable"),
    ] {
        let drawn = drawn(source, &[say("Play for a friend.", taken)]);
        assert!(
            drawn.contains(&format!("{kind}: Play for a friend.")),
            "without lines it is meant itself: {drawn}"
        );
    }
    assert_eq!(readings_of("# T\n## Week 1\n- a\n\n> Softly.\n", "Softly."), []);
}

#[test]
fn readings_begin_with_the_present_one() {
    assert_eq!(readings_of(NO_WEEKS, "Harvest"), [Taken::Stage, Taken::Phase, Taken::Section]);
    assert_eq!(readings_of(CHOIR, "Practice")[0], Taken::Category { category: Category::HandsOn });
    assert_eq!(readings_of(CHOIR, "Songs")[0], Taken::Steps);
    assert_eq!(readings_of(CHOIR, "Canon")[0], Taken::Steps);
    assert_eq!(readings_of(CHOIR, "It is warm")[0], Taken::Checkpoint);
    let table = "# T\n## Week 1\n| What | Pages |\n|---|---|\n| Scales | 2 |\n";
    assert_eq!(readings_of(table, "What | Pages"), []);
}

#[test]
fn a_line_of_a_list_that_names_a_week_can_be_a_stage_or_steps() {
    let source =
        "# Choir\n## Phase 1\n- **Week 1:** Ribs (6 hours)\n  - [ ] Hum\n## Phase 2\n### Week 2\n- Sigh\n";
    assert!(readings_of(source, "Ribs").starts_with(&[Taken::Stage]));
    assert!(readings_of(source, "Ribs").contains(&Taken::Steps));
    let steps = drawn(source, &[say("- **Week 1:** Ribs (6 hours)", Taken::Steps)]);
    assert!(!steps.contains("stage: Ribs") && steps.contains("step: Hum"), "{steps}");

    let noted = "# Choir\n## Notes\n- Week 9: Concert\n- Rest\n## Week 1\n- Sigh\n";
    assert!(readings_of(noted, "Week 9: Concert").contains(&Taken::Stage));
    assert!(!readings_of(noted, "Rest").contains(&Taken::Stage));
    let stage = drawn(noted, &[say("- Week 9: Concert", Taken::Stage)]);
    assert!(stage.contains("stage: Concert") && stage.contains("step: Concert"), "{stage}");
}

#[test]
fn a_line_with_hours_can_be_given_others_and_be_an_activity() {
    let source = "# Choir\n## Week 1: Ribs\n- **Breath** (5h)\n  - [ ] Hum\n- Songs (3h)\n";
    let import = read(source);
    let line = named(&import, "Breath (5h)");
    assert!(takes_hours(line));
    let activity = Taken::Activity { category: Category::Review };
    assert!(readings(&import.roadmap, source, line.id).contains(&activity));

    let budget = Budget::Stage { least: 60, most: 60 };
    let less = corrected(source, &[say("- **Breath** (5h)", Taken::Hours { budget })]);
    let both =
        Kind::Activity { category: Category::Study, budget: Some(Budget::Stage { least: 240, most: 240 }) };
    assert!(less.roadmap.walk().any(|item| item.kind == both), "one hour and three are four");
    let import = corrected(source, &[say("- **Breath** (5h)", activity)]);
    let breath = named(&import, "Breath");
    let five = Budget::Stage { least: 300, most: 300 };
    assert_eq!(breath.kind, Kind::Activity { category: Category::Review, budget: Some(five) });
    assert_eq!(breath.children.first().map(|line| line.text.as_str()), Some("Hum"));
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

#[test]
fn every_reading_that_is_offered_can_be_said() {
    for source in [CHOIR, NO_WEEKS] {
        let import = read(source);
        for item in import.roadmap.walk() {
            for taken in readings(&import.roadmap, source, item.id) {
                let said = correction(&import.roadmap, source, item.id, taken).expect("a line");
                let again = corrected(source, &[said]);
                let is_there = again.roadmap.walk().any(|other| other.span.line == item.span.line);
                assert!(is_there, "{} as {taken:?}", item.text);
            }
        }
    }
}

#[test]
fn nothing_said_is_read_as_ever() {
    for fixture in ALL {
        let plain = read(fixture.source);
        let import =
            import_corrected(fixture.source.as_bytes(), "plan.md", &[say("no such line", Taken::Stage)]);
        assert_eq!(import, Ok(plain), "{}", fixture.name);
    }
}

fn taken() -> impl Strategy<Value = Taken> {
    prop::sample::select(vec![
        Taken::Phase,
        Taken::Stage,
        Taken::Track,
        Taken::Activity { category: Category::Writing },
        Taken::Section,
        Taken::Steps,
        Taken::Checkpoint,
        Taken::Resources,
        Taken::Deliverables,
        Taken::Targets,
        Taken::Goals,
        Taken::Category { category: Category::Review },
        Taken::Hours { budget: Budget::Stage { least: 60, most: 90 } },
        Taken::Hours { budget: Budget::Day { least: u32::MAX, most: u32::MAX } },
    ])
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(192) })]

    #[test]
    fn no_corrections_lose_a_line(
        which in 0..=ALL.len(),
        said in prop::collection::vec((any::<prop::sample::Index>(), taken()), 1..12),
    ) {
        let source = ALL.get(which).map_or(bundled()[0].source, |fixture| fixture.source);
        let lines: Vec<&str> = source.lines().map(str::trim).filter(|line| !line.is_empty()).collect();
        let corrections: Vec<_> = said.iter().map(|(at, taken)| say(lines[at.index(lines.len())], *taken)).collect();
        let import = corrected(source, &corrections);
        // What holds or stands for what it has no words for has the line of another.
        let own = |item: &&Item| item.span.end > item.span.start && item.text != import.roadmap.title;
        let lines = import.roadmap.walk().filter(own).map(|item| item.span.line);
        prop_assert!(lines.is_sorted(), "items are in order");
        for id in import.roadmap.walk().map(|item| item.id).step_by(7) {
            let _ = readings(&import.roadmap, source, id);
        }
        let _ = readings(&import.roadmap, source, ItemId(-1));
    }
}
