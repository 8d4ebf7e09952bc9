//! A document in the shape that roadmaps are commonly written in: steps, options and schedules in
//! code fences, bold labels, and sections that repeat the months and weeks.

use super::{count, read};
use crate::document::{Import, Summary, note_lines, summary};
use crate::item::{About, Budget, Comparator, Item, Kind, NumberRange, PartOfDay, Tempo};
use crate::{Category, Roadmap};
use chrono::Weekday;

const SOURCE: &str = include_str!("../../../../tests/fixtures/reference-like.md");
const NOTES: &str = include_str!("../../../../tests/fixtures/reference-like.notes.txt");

fn document() -> Import {
    read(SOURCE)
}

fn sum() -> Summary {
    summary(&document().roadmap, SOURCE)
}

fn stage(roadmap: &Roadmap, week: u32) -> &Item {
    let holds =
        |item: &&Item| matches!(item.kind, Kind::Stage { weeks: Some(weeks), .. } if weeks.from == week);
    roadmap.stages().find(holds).expect("a stage of that week")
}

fn texts<'a>(item: &'a Item, is: impl Fn(&Kind) -> bool + 'a) -> Vec<&'a str> {
    item.walk().filter(|item| is(&item.kind)).map(|item| item.text.as_str()).collect()
}

fn named<'a>(roadmap: &'a Roadmap, text: &str) -> &'a Item {
    roadmap.walk().find(|item| item.text == text).unwrap_or_else(|| panic!("an item named {text:?}"))
}

#[test]
fn every_fact_is_counted() {
    let sum = sum();
    assert_eq!(sum.title, "3-6 Month Backend Python Engineer Roadmap");
    assert_eq!((sum.phases, sum.stages, sum.weeks), (4, 11, 12));
    assert_eq!((sum.choices, sum.templates), (2, 2));
    assert_eq!(sum.checkpoint_items, 40);
}

#[test]
fn boxes_and_links_are_those_that_the_lines_show() {
    let boxes = SOURCE.lines().filter(|line| line.trim_start().starts_with("- [ ] ")).count();
    let links = SOURCE.matches("](").count();
    assert_eq!((boxes, links), (77, 29), "what the fixture holds, counted by its lines");
    let sum = sum();
    assert_eq!((sum.task_boxes, sum.resources), (boxes, links));
}

#[test]
fn each_box_knows_the_byte_between_its_brackets() {
    let import = document();
    for task in import.roadmap.walk().filter_map(|item| item.task) {
        assert_eq!(&SOURCE[task.mark - 1..=task.mark + 1], "[ ]");
        assert!(!task.ticked);
    }
}

#[test]
fn hours_add_up_without_the_open_end() {
    let hours = sum().hours;
    assert_eq!(hours.total, 460.0);
    assert_eq!((hours.study, hours.hands_on), (100.0, 280.0));
    assert_eq!((hours.interview_prep, hours.job_search), (40.0, 40.0));
}

#[test]
fn only_listed_lines_are_left_over() {
    let import = document();
    let lines: Vec<&str> = SOURCE.lines().collect();
    for number in note_lines(&import.roadmap, SOURCE) {
        let line = lines[number - 1];
        assert!(NOTES.lines().any(|note| note == line), "line {number} was not understood: {line}");
    }
}

#[test]
fn phases_and_stages_are_neither_doubled_nor_mixed() {
    let import = document();
    let months: Vec<_> = import
        .roadmap
        .phases()
        .map(|phase| match phase.kind {
            Kind::Phase { months, open_ended } => (months.expect("months"), open_ended),
            _ => unreachable!("a phase"),
        })
        .collect();
    let month = |from, to| NumberRange { from, to };
    assert_eq!(
        months,
        [(month(1, 1), false), (month(2, 2), false), (month(3, 3), false), (month(4, 6), true)]
    );
    let spans: Vec<_> = import
        .roadmap
        .stages()
        .map(|stage| match stage.kind {
            Kind::Stage { weeks, .. } => weeks.map_or(0, NumberRange::count),
            _ => unreachable!("a stage"),
        })
        .collect();
    assert_eq!(spans, [1, 1, 1, 1, 1, 2, 1, 1, 1, 2, 0]);
}

#[test]
fn a_project_holds_its_steps_at_any_depth() {
    let import = document();
    let stage = stage(&import.roadmap, 2);
    let project = stage.walk().find(|item| matches!(item.kind, Kind::Project { .. })).expect("a project");
    assert_eq!(project.kind, Kind::Project { number: Some(1) });
    assert_eq!(project.text, "City Transit Timetable API");
    let nested = named(&import.roadmap, "Cover the road from file to answer");
    assert_eq!(nested.children.len(), 4);
    assert_eq!(
        texts(project, |kind| matches!(kind, Kind::Target { .. })),
        ["Top 25% in the course benchmark"]
    );
    assert_eq!(texts(project, |kind| *kind == Kind::Deliverable), ["Schema notes + GitHub repo"]);
}

#[test]
fn a_continued_project_keeps_its_number() {
    let import = document();
    let again = named(&import.roadmap, "Timetable API Goes Live");
    assert_eq!(again.kind, Kind::Project { number: Some(1) });
    assert_eq!(again.note.as_deref(), Some("continued"));
}

#[test]
fn numbered_lines_in_fences_are_steps_of_their_activity() {
    let import = document();
    let steps = texts(stage(&import.roadmap, 1), |kind| matches!(kind, Kind::Step { .. }));
    assert_eq!(steps.len(), 4);
    assert_eq!(steps[0], "Echo server over raw sockets");
    let optional = named(&import.roadmap, "Command-line client (optional)");
    assert_eq!(optional.kind, Kind::Step { optional: true });
}

#[test]
fn a_resource_has_its_link_and_the_words_behind_the_dash() {
    let import = document();
    let glossary = named(&import.roadmap, "BACKEND_GLOSSARY.md");
    assert_eq!(glossary.kind, Kind::Resource { href: Some("./BACKEND_GLOSSARY.md".to_owned()) });
    assert_eq!(glossary.note.as_deref(), Some("Words everybody will expect you to know"));
}

#[test]
fn options_are_found_in_comments_and_below_bold_labels() {
    let import = document();
    let options: Vec<_> = import
        .roadmap
        .walk()
        .filter_map(|item| match &item.kind {
            Kind::Option { label, suits } => {
                Some((label.as_str(), item.text.as_str(), suits.as_deref(), item.children.len()))
            }
            _ => None,
        })
        .collect();
    assert_eq!(options[0], ("A", "Invoice Hub", None, 3));
    assert_eq!(options[2], ("C", "Survey Engine", None, 3));
    assert_eq!(options[4], ("B", "Deployment Platform", Some("platform teams"), 6));
    assert_eq!(options.len(), 7);
}

#[test]
fn what_is_asked_of_every_option_is_beside_the_choice() {
    let import = document();
    let needs = named(&import.roadmap, "Whichever you pick needs");
    assert_eq!(texts(needs, |kind| matches!(kind, Kind::Step { .. })).len(), 5);
    let choice = named(&import.roadmap, "Pick a single one");
    assert_eq!(choice.kind, Kind::Choice);
    assert!(!choice.walk().any(|item| item.id == needs.id));
}

#[test]
fn claims_carry_their_measure() {
    let import = document();
    let claim = import
        .roadmap
        .walk()
        .find(|item| matches!(item.kind, Kind::Target { .. }) && item.text == "<80ms p95 bid latency");
    let Kind::Target { measure: Some(measure) } = &claim.expect("the claim").kind else {
        panic!("a measure")
    };
    assert_eq!((measure.comparator, measure.value, measure.unit.as_str()), (Comparator::Below, 80.0, "ms"));
    assert!(
        !import
            .roadmap
            .walk()
            .any(|item| matches!(item.kind, Kind::Target { .. }) && item.text.contains("99.9%")),
        "an example in quotation marks claims nothing"
    );
}

#[test]
fn the_last_weeks_have_parts_a_routine_and_a_networking_activity() {
    let import = document();
    let stage = stage(&import.roadmap, 11);
    let activities: Vec<_> = stage
        .walk()
        .filter_map(|item| match item.kind {
            Kind::Activity { category, budget } => Some((item.text.as_str(), category, budget)),
            _ => None,
        })
        .collect();
    let forty = Some(Budget::Stage { least: 2400, most: 2400 });
    assert_eq!(
        activities,
        [
            ("Interview Preparation", Category::InterviewPrep, forty),
            ("Job Application Strategy", Category::JobSearch, forty),
            ("Networking", Category::Networking, None),
        ]
    );
    let blocks: Vec<_> = stage
        .walk()
        .filter_map(|item| match &item.kind {
            Kind::Block(rule) => Some((rule.part, rule.minutes, rule.days.len(), rule.category)),
            _ => None,
        })
        .collect();
    assert_eq!(
        blocks,
        [
            (Some(PartOfDay::Morning), 120, 7, Category::InterviewPrep),
            (Some(PartOfDay::Afternoon), 120, 7, Category::InterviewPrep),
            (Some(PartOfDay::Evening), 120, 7, Category::JobSearch),
        ]
    );
    let boxed = stage.walk().filter(|item| matches!(item.kind, Kind::Step { .. }) && item.task.is_some());
    assert_eq!(boxed.count(), 4, "the boxes of the résumé");
}

#[test]
fn the_open_end_has_daily_budgets() {
    let import = document();
    let open = import.roadmap.stages().last().expect("a stage");
    assert_eq!(open.kind, Kind::Stage { weeks: None, days: None });
    let budgets: Vec<_> = open
        .children
        .iter()
        .filter_map(|item| match item.kind {
            Kind::Activity { category, budget } => Some((category, budget.expect("a budget"))),
            _ => None,
        })
        .collect();
    assert_eq!(
        budgets,
        [
            (Category::InterviewPrep, Budget::Day { least: 120, most: 120 }),
            (Category::JobSearch, Budget::Day { least: 120, most: 120 }),
            (Category::HandsOn, Budget::Day { least: 120, most: 240 }),
        ]
    );
}

#[test]
fn both_templates_hold_their_blocks() {
    let import = document();
    let templates: Vec<&Item> =
        import.roadmap.walk().filter(|item| matches!(item.kind, Kind::Template { .. })).collect();
    assert_eq!(
        templates.iter().map(|item| &item.kind).collect::<Vec<_>>(),
        [
            &Kind::Template { stated_minutes: Some(2400), tempo: Some(Tempo::FullTime) },
            &Kind::Template { stated_minutes: Some(1200), tempo: Some(Tempo::PartTime) },
        ]
    );
    let week = |template: &Item| -> Vec<u32> {
        let mut minutes = vec![0; 7];
        for item in &template.children {
            if let Kind::Block(rule) = &item.kind
                && rule.category.is_work()
            {
                for day in &rule.days {
                    minutes[day.num_days_from_monday() as usize] += rule.minutes;
                }
            }
        }
        minutes
    };
    assert_eq!(week(templates[0]), [660, 660, 660, 660, 660, 480, 120]);
    assert_eq!(week(templates[1]), [120, 120, 120, 120, 120, 300, 300]);
    let sunday = templates[0].children.iter().find_map(|item| match &item.kind {
        Kind::Block(rule) if rule.days == [Weekday::Sun] => Some((rule.minutes, rule.most, rule.category)),
        _ => None,
    });
    assert_eq!(sunday, Some((120, 180, Category::Review)));
}

#[test]
fn gates_are_found_by_their_months_and_count_what_they_can() {
    let import = document();
    let gates: Vec<&Item> =
        import.roadmap.walk().filter(|item| matches!(item.kind, Kind::Gate { .. })).collect();
    assert_eq!(gates.len(), 4);
    let sent = gates[2].children.iter().find(|item| item.text == "Sent 50+ applications").expect("a metric");
    let Kind::Metric { measure: Some(measure) } = &sent.kind else { panic!("a measure") };
    assert_eq!(
        (measure.comparator, measure.value, measure.unit.as_str()),
        (Comparator::AtLeast, 50.0, "applications")
    );
}

#[test]
fn accounts_have_prices_and_the_checklist_its_boxes() {
    let import = document();
    let accounts = count(&import, |kind| matches!(kind, Kind::Account { .. }));
    let paid = count(&import, |kind| matches!(kind, Kind::Account { paid: true, .. }));
    let priced = count(&import, |kind| matches!(kind, Kind::Account { price: Some(_), .. }));
    assert_eq!((accounts, paid, priced), (11, 4, 3));
    assert_eq!(count(&import, |kind| *kind == Kind::ChecklistItem), 22);
}

#[test]
fn every_other_part_keeps_its_subject() {
    let import = document();
    for (text, about) in [
        ("Overview", About::Outcomes),
        ("Target Roles", About::Roles),
        ("Success Metrics", About::Gates),
        ("Weekly Schedule Template", About::Schedule),
        ("Must-Have Accounts", About::Accounts),
        ("Development Environment", About::Setup),
        ("Advanced Study Materials", About::Reading),
        ("Common Pitfalls to Avoid", About::Pitfalls),
        ("Motivation & Tips", About::Tips),
        ("Sample Timeline (3 Months)", About::Timeline),
        ("Final Checklist (Before Job Search)", About::Checklist),
        ("Expected Outcomes", About::Expectations),
        ("Success Rate", About::Funnel),
        ("Next Steps", About::NextSteps),
    ] {
        assert_eq!(named(&import.roadmap, text).kind, Kind::Section { about }, "{text}");
    }
    assert_eq!(named(&import.roadmap, "Common Pitfalls to Avoid").children.len(), 8);
    assert_eq!(
        named(&import.roadmap, "Framework hopping").note.as_deref(),
        Some("Stay with one until something breaks in it")
    );
    let first = named(&import.roadmap, "Start Today");
    assert_eq!(texts(first, |kind| matches!(kind, Kind::Step { .. })).len(), 6);
}
