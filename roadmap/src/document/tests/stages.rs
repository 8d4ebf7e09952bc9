//! Stages in every spelling: weeks, days, dates and lengths, in headings, bold lines, lists and tables.

use super::fixtures::{
    DATED, DAYS, LENGTHS, NO_WEEKS, NUMBERED_WEEKS, OPEN_ENDED, WEEKS_IN_A_LIST, WEEKS_IN_A_TABLE,
    WEEKS_IN_BOLD, WEEKS_IN_WORDS,
};
use super::{drawn, read, scan};
use crate::document::summary;
use crate::item::{Item, Kind};
use crate::plan::{DatedStage, Pace, Plan, date_stages};

/// The phase of a stage, its text, weeks and days.
type Stage = (String, String, Option<(u32, u32)>, Option<u32>);

fn stages(source: &str) -> Vec<Stage> {
    let roadmap = read(source).roadmap;
    let of_phase = |phase: &Item| {
        let stages = phase.walk().filter_map(|item| match item.kind {
            Kind::Stage { weeks, days } => {
                Some((phase.text.clone(), item.text.clone(), weeks.map(|weeks| (weeks.from, weeks.to)), days))
            }
            _ => None,
        });
        stages.collect::<Vec<_>>()
    };
    roadmap.phases().flat_map(of_phase).collect()
}

fn weeks(source: &str) -> Vec<(String, (u32, u32))> {
    stages(source).into_iter().filter_map(|(_, text, weeks, _)| Some((text, weeks?))).collect()
}

fn days(source: &str) -> Vec<(String, Option<u32>)> {
    stages(source).into_iter().map(|(_, text, _, days)| (text, days)).collect()
}

fn named<T: Copy>(pairs: &[(&str, T)]) -> Vec<(String, T)> {
    pairs.iter().map(|(text, value)| ((*text).to_owned(), *value)).collect()
}

#[test]
fn rows_of_a_table_are_stages() {
    assert_eq!(
        weeks(WEEKS_IN_A_TABLE),
        named(&[
            ("Walk and jog", (1, 1)),
            ("Jog longer", (2, 2)),
            ("Find a rhythm", (3, 4)),
            ("Step back", (5, 5)),
            ("Hills", (6, 7)),
            ("Race", (8, 8)),
        ])
    );
    let roadmap = read(WEEKS_IN_A_TABLE).roadmap;
    let rows = scan::lines_with(WEEKS_IN_A_TABLE, "| ").len() - 1;
    assert_eq!(roadmap.stages().count(), rows);
    let hours: f64 = WEEKS_IN_A_TABLE
        .lines()
        .filter_map(|line| {
            line.trim_end_matches(" |").rsplit("| ").next()?.split('-').next()?.parse::<f64>().ok()
        })
        .sum();
    assert_eq!(summary(&roadmap, WEEKS_IN_A_TABLE).hours.total, hours);
    let steps = |item: &Item| item.walk().filter(|item| matches!(item.kind, Kind::Step { .. })).count();
    let of_stage: Vec<_> = roadmap.stages().map(steps).collect();
    assert_eq!(of_stage, [2, 3, 3, 2, 3, 2], "a cell for each day, but none for a rest");
}

#[test]
fn the_last_row_of_a_table_ends_with_it() {
    let source = "# Beds\n\n| Week | Work | Resources |\n|--|--|--|\n| 1 | Dig | [Spades](https://example.org/s) |\n\
                  | 2 | Sow | [Peas](https://example.org/p) |\n\n| Month | Goal |\n|--|--|\n| June | Peas |\n\n\
                  Needs:\n\n- A spade\n- Seeds\n";
    let roadmap = read(source).roadmap;
    let below = |item: &Item| item.walk().any(|item| item.text.contains("June") || item.text == "A spade");
    assert!(!roadmap.stages().any(below));
    let needs = roadmap.items.iter().find(|item| item.text == "Needs").expect("a list with its label");
    assert_eq!(needs.children.len(), 2, "what stands behind is read together");
}

#[test]
fn a_line_that_adds_up_a_table_stands_beside_its_last_row() {
    for total in
        ["Total: 11 hours", "**Total:** 11 h", "Total hours: 11", "11 hours total", "Gesamt: 11 Stunden"]
    {
        let source = format!(
            "# Beds\n\n| Week | Work | Hours | Resource |\n|--|--|--|--|\n| 1 | Dig | 6 | Spades |\n\
             | 2 | Sow | 5 | Peas |\n\n{total}\n"
        );
        let roadmap = read(&source).roadmap;
        assert!(!roadmap.stages().flat_map(Item::walk).any(|item| item.text.contains("11")), "{total}");
        assert!(roadmap.walk().any(|item| item.text.contains("11")), "{total}");
        assert_eq!(summary(&roadmap, &source).hours.total, 11.0, "{total}");
    }
    let source = "# Beds\n\n| Week | Work |\n|--|--|\n| 1 | Dig |\n| 2 | Sow |\n\nTotally wet: 3 days\n";
    let roadmap = read(source).roadmap;
    assert!(roadmap.stages().flat_map(Item::walk).any(|item| item.text.contains("wet")));
}

#[test]
fn bold_lines_are_stages_below_their_heading() {
    assert_eq!(
        weeks(WEEKS_IN_BOLD),
        named(&[
            ("Timber", (1, 1)),
            ("The top", (2, 2)),
            ("Legs", (3, 4)),
            ("Drawbore the joints", (5, 5)),
            ("Finish", (6, 6)),
        ])
    );
    let phases: Vec<_> = stages(WEEKS_IN_BOLD).into_iter().map(|(phase, ..)| phase).collect();
    assert_eq!(phases, ["Preparation", "Preparation", "Preparation", "Assembly", "Assembly"]);
    assert_eq!(summary(&read(WEEKS_IN_BOLD).roadmap, WEEKS_IN_BOLD).hours.total, 8.0);
}

#[test]
fn lines_of_a_list_are_stages_with_what_is_below_them() {
    assert_eq!(
        weeks(WEEKS_IN_A_LIST),
        named(&[
            ("Hold it, breathe with it", (1, 1)),
            ("Five notes", (2, 3)),
            ("Bass buttons", (4, 4)),
            ("Together", (5, 5)),
            ("Play for the neighbours", (6, 6)),
        ])
    );
    let sum = summary(&read(WEEKS_IN_A_LIST).roadmap, WEEKS_IN_A_LIST);
    assert_eq!((sum.phases, sum.steps), (2, 10));
    assert_eq!(sum.hours.total, 3.0 + 5.0 + 4.0 + 4.0, "of a range the least");
    assert_eq!(
        weeks(NUMBERED_WEEKS),
        named(&[
            ("Yeast and water", (1, 1)),
            ("Shaping", (2, 2)),
            ("Sourdough", (3, 3)),
            ("Selling", (4, 5))
        ])
    );
}

#[test]
fn weeks_are_named_in_several_words() {
    assert_eq!(
        weeks(WEEKS_IN_WORDS),
        named(&[
            ("Sounds", (1, 1)),
            ("Who is who", (2, 2)),
            ("Numbers", (3, 3)),
            ("At the harbour", (4, 4)),
            ("Yesterday", (5, 5)),
            ("Tomorrow", (6, 6)),
            ("Im Zug", (7, 7)),
            ("De vuelta", (8, 8)),
        ])
    );
    assert_eq!(stages(WEEKS_IN_WORDS).len(), scan::lines_with(WEEKS_IN_WORDS, "### ").len());
}

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
fn a_length_counts_where_no_week_is_named() {
    assert_eq!(
        days(LENGTHS),
        named(&[
            ("Phase 1: Ground (2 weeks)", Some(14)),
            ("Walls", Some(7)),
            ("Roof", Some(7)),
            ("Door", Some(7)),
            ("Phase 3: Skin (Weeks 6-7)", None),
        ])
    );
    assert_eq!(weeks(LENGTHS), named(&[("Phase 3: Skin (Weeks 6-7)", (6, 7))]));
}

/// The days and budgeted hours of each dated part, as written.
fn dated(source: &str) -> Vec<(i64, u32)> {
    let plan = Plan::new("2026-03-02".parse().expect("a date"), Pace::AsWritten, chrono::Weekday::Mon);
    let of_stage = |stage: &DatedStage| {
        let days = stage.last_day().signed_duration_since(stage.from).num_days() + 1;
        (days, stage.minutes / 60)
    };
    date_stages(&read(source).roadmap, &plan).expect("dates").iter().map(of_stage).collect()
}

#[test]
fn a_phase_with_a_length_and_hours_is_a_stage_of_both() {
    for phase in ["Phase 2: Long (3 months, 10h/week)", "Phase 2: Long (10 hours a week; 3 months)"] {
        let source = format!("# Marathon\n## {phase}\n## Phase 3: Race (2 weeks)\n- [ ] Taper\n");
        assert_eq!(dated(&source), [(91, 130), (14, 0)], "{phase}");
        assert_eq!(days(&source)[0].0, "Phase 2: Long", "{phase}");
    }
    let months = "# Marathon\n## Month 1: Base (5 h/week)\nRun slowly.\n## Months 2-3: Long\n";
    assert_eq!(dated(months), [(28, 20), (63, 0)]);
}

#[test]
fn a_remark_beside_a_length_makes_no_stage() {
    let source = "# Marathon\n## Phase 1: Base (3 months, or so they say)\n## Phase 2: Race (42 km, 10 h)\n";
    assert_eq!(days(source), []);
}

#[test]
fn sprints_beside_weeks_are_stages_as_long_as_they_say() {
    let source = "# Spanish\n## Week 1: Sounds\n- [ ] Vowels\n## Sprint 1 (2 weeks): Speaking\n- [ ] Talk\n## Sprint 2: Writing\n- [ ] A letter\n## Lesson 1\n- Numbers\n## Sprint review\n- Ask the class\n";
    assert_eq!(
        days(source),
        named(&[("Sounds", None), ("Sprint 1 (2 weeks): Speaking", Some(14)), ("Sprint 2: Writing", None)])
    );
    assert_eq!(weeks(source).len(), 1);
}

#[test]
fn an_end_may_be_open() {
    let roadmap = read(OPEN_ENDED).roadmap;
    let open: Vec<_> =
        roadmap.phases().map(|phase| matches!(phase.kind, Kind::Phase { open_ended: true, .. })).collect();
    assert_eq!(open, [false, true]);
    assert_eq!(
        stages(OPEN_ENDED).into_iter().map(|(_, text, weeks, _)| (text, weeks)).collect::<Vec<_>>(),
        named(&[
            ("Invite", Some((1, 1))),
            ("Rehearse", Some((2, 4))),
            ("Ongoing: rehearsals", None),
            ("Until the summer concert", None),
        ])
    );
}

#[test]
fn without_weeks_headings_are_stages_with_their_hours() {
    assert_eq!(
        days(NO_WEEKS),
        named(&[("Read", None), ("Build", None), ("Meet the bees", None), ("Harvest", None)])
    );
    let roadmap = read(NO_WEEKS).roadmap;
    let boxes: Vec<_> =
        roadmap.stages().map(|stage| stage.walk().filter(|item| item.task.is_some()).count()).collect();
    assert_eq!(boxes, [2, 4, 3, 3]);
    assert_eq!(boxes.iter().sum::<usize>(), scan::box_lines(NO_WEEKS).len());
    assert_eq!(summary(&roadmap, NO_WEEKS).hours.total, 6.0 + 1.0 + 10.0 + 3.0);
}

#[test]
fn a_summary_in_a_timeline_adds_no_stages() {
    let source = "# T\n## Week 1\n- [ ] Sing\n## Timeline\n- Week 1: Sing\n- Week 2: Hum\n\n| Week | What |\n|--|--|\n| 1 | Sing |\n| 2 | Hum |\n";
    assert_eq!(read(source).roadmap.stages().count(), 1);
}

#[test]
fn a_timeline_is_the_way_where_there_is_no_other() {
    let source = "# T\n## About\n- Songs\n## Timeline\n- **Week 1:** Sing\n- **Week 2:** Hum\n## Metrics\n- Week 1: 3 songs\n- Week 2: 4 songs\n";
    assert_eq!(weeks(source), named(&[("Sing", (1, 1)), ("Hum", (2, 2))]));
}

#[test]
fn sentences_about_weeks_are_no_stages() {
    let source = "# T\n\nWeek 1 is hard.\n\nWeek 2 is not.\n\n- Week 1 was fun\n- Week 2 as well\n\n**Week 1 Checkpoint:**\n- a\n\n**Week 2 Checkpoint:**\n- b\n";
    assert!(weeks(source).is_empty());
}

#[test]
fn without_weeks_the_pace_says_when() {
    let roadmap = read(NO_WEEKS).roadmap;
    let plan = Plan::new(
        "2026-03-02".parse().expect("a date"),
        Pace::Hours { per_week_minutes: 10 * 60 },
        chrono::Weekday::Mon,
    );
    let dated = date_stages(&roadmap, &plan).expect("dates");
    let days = |stage: &DatedStage| stage.to.map(|to| to.signed_duration_since(stage.from).num_days() + 1);
    // Seven hours, ten, three, and an hour for each of three things: 23 hours at 10 a week.
    assert_eq!(dated.iter().map(days).collect::<Vec<_>>(), [Some(5), Some(7), Some(2), Some(3)]);
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
fn what_goes_on_beside_weeks_is_a_stage_without_an_end_and_its_costs_are_none() {
    for heading in ["Ongoing", "Ongoing: concerts", "Until the summer concert", "From then on"] {
        let source = format!("# Choir\n## Week 1: Breathe\n- [ ] Hum\n## {heading}\n- [ ] Sing\n");
        let roadmap = read(&source).roadmap;
        assert_eq!(roadmap.stages().count(), 2, "{heading}");
        let is_open = |phase: &Item| matches!(phase.kind, Kind::Phase { open_ended: true, .. });
        assert!(roadmap.phases().any(is_open), "{heading}");
    }
    for heading in ["Ongoing costs", "Continuing education credits", "Untilled fields"] {
        let source = format!("# Choir\n## Week 1: Breathe\n- [ ] Hum\n## {heading}\n- Rent\n");
        assert_eq!(read(&source).roadmap.stages().count(), 1, "{heading}");
    }
}

#[test]
fn the_head_of_a_column_of_weeks_may_have_a_mark() {
    for head in ["Week", "Week #", "Week:", "Wk.", "Day #"] {
        let source = format!("# Choir\n\n| {head} | Topic |\n|---|---|\n| 1 | Breath |\n| 2 | Voice |\n");
        assert_eq!(read(&source).roadmap.stages().count(), 2, "{head}");
    }
}

#[test]
fn a_turn_has_nothing_but_its_number_and_title() {
    let stages = |heading: &str| {
        let source = format!("# Ride\n## Week 1: Slow\n- [ ] Ride\n## {heading}\n- [ ] Ride more\n");
        read(&source).roadmap.stages().count()
    };
    for heading in ["Sprint 1", "Sprint 2: Hills", "Cycle 3 (2 weeks)"] {
        assert_eq!(stages(heading), 2, "{heading}");
    }
    for heading in ["Cycle 100 km", "Sprint 5 times", "Cycle A to B"] {
        assert_eq!(stages(heading), 1, "{heading}");
    }
}

#[test]
fn headings_below_work_with_hours_are_parts_of_that_work() {
    let source = "# Kitchen\n## Phase 1 (weeks 1-2): Knives\n- [ ] Dice\n## Phase 2 (weeks 3-6): Sauces\n**Study (2 hours/day):**\n- [ ] Read\n**Practice (10 hours):**\n- [ ] Whisk\n\n### Milestones\n- [ ] 3 sauces\n";
    let roadmap = read(source).roadmap;
    let last = roadmap.stages().last().expect("a stage");
    assert_eq!(last.text, "Phase 2 (weeks 3-6): Sauces");
    let activities = last.walk().filter(|item| matches!(item.kind, Kind::Activity { budget: Some(_), .. }));
    assert_eq!(activities.count(), 2);
    assert!(last.walk().any(|item| item.text == "3 sauces"));
    assert_eq!(roadmap.stages().count(), 2);
}

#[test]
fn a_month_of_a_year_is_a_stage_beside_dates() {
    let source = "# Kitchen\n## January 2026\n- Dice\n## Feb 2026: Sauces\n- Whisk\n## Mar 2 – Mar 8: Bread\n- Knead\n";
    let days: Vec<_> = stages(source).into_iter().map(|(_, text, _, days)| (text, days)).collect();
    let of = |text: &str, days| (text.to_owned(), Some(days));
    assert_eq!(days, [of("January 2026", 31), of("Feb 2026: Sauces", 28), of("Bread", 7)]);
}

#[test]
fn one_numbered_heading_leaves_the_others_in_the_plan() {
    for (numbered, level) in [("Part 2", "###"), ("Module 2", "##"), ("Level 1: Skirts", "##")] {
        let source = format!(
            "# Sewing\n\n{level} Lesson 1: Thread\n- [ ] Wind\n{level} {numbered}\n- [ ] Cut\n{level} Lesson 2: Seams\n- Pin\n"
        );
        assert_eq!(
            drawn(&source),
            format!(
                "phase: Sewing\n  stage: Lesson 1: Thread\n    step: Wind\n  stage: {numbered}\n    step: Cut\n  stage: Lesson 2: Seams\n    step: Pin\n"
            )
        );
    }
    let several = "# Sewing\n## Before\n- Wind\n## Part 1\n- [ ] Cut\n## Part 2\n- [ ] Pin\n";
    assert!(drawn(several).starts_with("section: Before\n"), "{}", drawn(several));
    let phase = "# Sewing\n## Part 1\n### Thread\n- [ ] Wind\n### Seams\n- [ ] Pin\n";
    assert!(drawn(phase).starts_with("phase: Part 1\n  stage: Thread\n"), "{}", drawn(phase));
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

#[test]
fn figures_by_month_are_no_plan_and_what_counts_nothing_is_kept() {
    let source = "# Saving\n\n| Month | Income | Rent |\n|--|--|--|\n| 1 | 2000 | 800 |\n| 2 | 2000 | 800 |\n\n\
                  ## Invest\n- [ ] Ask\n- [ ] Buy\n";
    assert_eq!(days(source).iter().map(|(text, _)| text.as_str()).collect::<Vec<_>>(), ["Invest"]);

    let runs = "# Run\n\n| Km | Week | Topic |\n|--|--|--|\n| 40 | 1 | Base |\n| 50 | 2 | Hills |\n";
    let roadmap = read(runs).roadmap;
    assert!(roadmap.walk().any(|item| item.text == "50" && matches!(item.kind, Kind::Step { .. })));
}

#[test]
fn a_name_behind_weeks_may_begin_like_a_unit() {
    for (heading, title) in [("Weeks 1-2 H2O", "H2O"), ("Weeks 1-2 Hr meeting", "Hr meeting")] {
        let found = weeks(&format!("# Chemistry\n## {heading}\n- [ ] Read\n## Week 3\n- [ ] Rest\n"));
        assert_eq!(found[0], (title.to_owned(), (1, 2)), "{heading}");
    }
}
