//! What stands in and beside the stages: goals, targets, steps, resources, choices, metrics, accounts.

use super::fixtures::{CHOICES, GATES_AND_ACCOUNTS, GOALS_AND_TARGETS, RESOURCES, STEPS};
use super::{read, scan};
use crate::item::{About, Comparator, Item, Kind, Measure};
use crate::progress::{Counts, gates};

fn texts(source: &str, is: impl Fn(&Kind) -> bool) -> Vec<String> {
    read(source).roadmap.walk().filter(|item| is(&item.kind)).map(|item| item.text.clone()).collect()
}

#[test]
fn goals_stand_in_headings_labels_and_lines() {
    assert_eq!(
        texts(GOALS_AND_TARGETS, |kind| *kind == Kind::Goal),
        [
            "Ride to work in every weather",
            "Enter one race",
            "Ride without counting",
            "Cadence",
            "Hold the wheel in front"
        ]
    );
    assert_eq!(
        texts(GOALS_AND_TARGETS, |kind| *kind == Kind::Deliverable),
        ["A log of each ride", "A fitted saddle", "A ride report"]
    );
}

#[test]
fn targets_have_their_measures() {
    let roadmap = read(GOALS_AND_TARGETS).roadmap;
    let measures: Vec<_> = roadmap
        .walk()
        .filter_map(|item| match &item.kind {
            Kind::Target { measure: Some(measure) } | Kind::Metric { measure: Some(measure) } => {
                let Measure { comparator, value, upper, unit } = measure;
                Some((*comparator, *value, *upper, unit.as_str()))
            }
            _ => None,
        })
        .collect();
    assert_eq!(
        measures,
        [
            (Comparator::AtLeast, 90.0, None, "rpm"),
            (Comparator::Above, 85.0, None, "%"),
            (Comparator::Below, 100.0, None, "ms"),
            (Comparator::AtMost, 50.0, None, "%"),
            (Comparator::Between, 50.0, Some(100.0), "km"),
            (Comparator::AtLeast, 6.0, None, "sprints"),
            (Comparator::AtLeast, 3.0, None, "races"),
            (Comparator::Below, 55.0, None, "bpm"),
        ]
    );
}

#[test]
fn steps_nest_in_fences_and_lists() {
    let roadmap = read(STEPS).roadmap;
    let activity = roadmap.walk().find(|item| item.text == "Build").expect("the activity");
    let steps = |item: &Item| item.walk().filter(|item| matches!(item.kind, Kind::Step { .. })).count();
    // Every list line but the one in a comment.
    let lines = STEPS.lines().map(str::trim_start);
    let starts = ["- ", "* ", "+ ", "1. ", "2. ", "3) "];
    let written = lines.filter(|line| starts.iter().any(|start| line.starts_with(start))).count();
    assert_eq!(steps(activity), written - 1, "the optional name stands in the stage");
    let deep = roadmap.walk().find(|item| item.text == "Without voids").expect("the deepest step");
    assert_eq!(roadmap.path_to(deep.id).len(), 7);
    let fence = roadmap.walk().find(|item| item.text == "by eye").expect("the deepest step of the fence");
    assert_eq!(roadmap.path_to(fence.id).len(), 6);
    let optional = roadmap.walk().find(|item| item.text == "Optional").expect("the optional ones");
    assert_eq!(optional.children.len(), 1);
}

#[test]
fn resources_are_links_addresses_and_paths() {
    let roadmap = read(RESOURCES).roadmap;
    let found: Vec<_> = roadmap
        .walk()
        .filter_map(|item| match &item.kind {
            Kind::Resource { href: Some(href) } => Some((item.span.line, href.as_str())),
            _ => None,
        })
        .collect();
    assert_eq!(
        found,
        [
            (3, "https://example.org/birds"),
            (7, "https://example.org/calls"),
            (8, "mailto:walk@example.org"),
            (8, "../maps/park.pdf"),
            (12, "https://example.org/field-guide"),
            (13, "./sonograms.md"),
            (14, "./recordings/dawn.mp3"),
            (15, "notes/warblers.md"),
            (20, "https://example.org/app"),
            (21, "http://example.org/atlas"),
        ]
    );
    for (line, href) in found {
        assert!(RESOURCES.lines().nth(line - 1).expect("a line").contains(href));
    }
    assert_eq!(texts(RESOURCES, |kind| *kind == Kind::Resource { href: None }), ["The blue book by my bed"]);
}

#[test]
fn choices_have_options_and_say_whom_they_suit() {
    let options: Vec<_> = read(CHOICES)
        .roadmap
        .walk()
        .filter_map(|item| match &item.kind {
            Kind::Option { label, suits } => Some((label.clone(), item.text.clone(), suits.clone())),
            _ => None,
        })
        .collect();
    let suits = |whom: &str| Some(whom.to_owned());
    assert_eq!(
        options,
        [
            ("A".into(), "Recorder".into(), suits("people in small flats")),
            ("B".into(), "Banjo".into(), suits("people without neighbours")),
            ("1".into(), "Dances".into(), None),
            ("2".into(), "Ballads".into(), None),
        ]
    );
    assert_eq!(scan::lines_with(CHOICES, "Option ").len(), options.len());
}

#[test]
fn metrics_belong_to_the_gate_of_their_months() {
    let roadmap = read(GATES_AND_ACCOUNTS).roadmap;
    let gates: Vec<_> = roadmap
        .walk()
        .filter_map(|item| match item.kind {
            Kind::Gate { months: Some(months) } => Some((months.from, item.children.len())),
            _ => None,
        })
        .collect();
    assert_eq!(gates, [(1, 2), (2, 2)]);
}

/// The gates with their phases and metrics.
fn gates_of(source: &str) -> Vec<(String, Option<String>, Vec<String>)> {
    let roadmap = read(source).roadmap;
    let text = |id| roadmap.find(id).map(|item| item.text.clone());
    gates(&roadmap, &Counts::default())
        .into_iter()
        .map(|gate| {
            let metrics = gate.metrics.iter().filter_map(|metric| text(metric.metric)).collect();
            (text(gate.gate).unwrap_or_default(), gate.phase.and_then(text), metrics)
        })
        .collect()
}

const PHASES: &str =
    "# Essays\n## Phase 1: Form\n### Weeks 1-2\n- a\n## Phase 2: Style\n### Weeks 3-4\n- b\n";

#[test]
fn metrics_of_any_part_of_the_way_are_a_gate_of_their_phase() {
    for (first, second) in [
        ("### Phase 1", "### Phase 2"),
        ("### Phase 1: Form", "### After phase 2"),
        ("### By week 2", "### End of week 4"),
        ("### Weeks 1-2", "### Week 4"),
        ("**Phase 1:**", "**Phase 2:**"),
    ] {
        let source = format!("{PHASES}## Success metrics\n{first}\n\n- 2 essays\n\n{second}\n\n- 5 essays\n");
        let found: Vec<_> =
            gates_of(&source).into_iter().map(|(_, phase, metrics)| (phase, metrics)).collect();
        let of = |phase: &str, metric: &str| (Some(phase.to_owned()), vec![metric.to_owned()]);
        assert_eq!(found, [of("Phase 1: Form", "2 essays"), of("Phase 2: Style", "5 essays")], "{first}");
    }
    let months = "# E\n## Month 1: Form\n- a\n## Month 2: Style\n- b\n## Success metrics\n### After month 2\n- 5 essays\n";
    assert_eq!(gates_of(months)[0].1.as_deref(), Some("Style"));
}

#[test]
fn metrics_inside_a_phase_are_its_gate() {
    let source = PHASES.replace("- a\n", "- a\n### Metrics\n- 2 essays\n");
    assert_eq!(
        gates_of(&source),
        [("Metrics".to_owned(), Some("Phase 1: Form".to_owned()), vec!["2 essays".to_owned()])]
    );
}

#[test]
fn a_table_of_metrics_has_a_gate_in_each_row() {
    let table =
        "| Phase | Essays | Readers |\n|---|---|---|\n| Phase 1 | 2 | 3 readers |\n| Phase 2 | 5 | |\n";
    let found = gates_of(&format!("{PHASES}## Success metrics\n{table}"));
    let of = |gate: &str, phase: &str, metrics: &[&str]| {
        let metrics = metrics.iter().map(|metric| (*metric).to_owned()).collect::<Vec<_>>();
        (gate.to_owned(), Some(phase.to_owned()), metrics)
    };
    assert_eq!(
        found,
        [
            of("Phase 1", "Phase 1: Form", &["Essays: 2", "3 readers"]),
            of("Phase 2", "Phase 2: Style", &["Essays: 5"])
        ]
    );
}

#[test]
fn a_figure_behind_a_sign_with_a_space_is_no_quotation() {
    let source = "# E\n## Week 1\n- > 85 % recall\n- Said\n  > 3 was enough\n## Success metrics\n- > 85 % recall\n* > 9 of 10\n";
    assert_eq!(texts(source, |kind| matches!(kind, Kind::Metric { .. })), [">85 % recall", ">9 of 10"]);
    assert_eq!(texts(source, |kind| matches!(kind, Kind::Step { .. })), [">85 % recall", "Said"]);
}

#[test]
fn counts_and_claims_in_a_stage_can_be_measured() {
    let source = "# E\n## Week 1\n- 50-100 applications\n\n<100 ms p99\n\nTop 50 %\n\nTop 50 ways to sing.\n";
    let targets = texts(source, |kind| matches!(kind, Kind::Target { measure: Some(_) }));
    assert_eq!(targets, ["50-100 applications", "<100 ms p99", "Top 50 %"]);
    let steps = texts(source, |kind| matches!(kind, Kind::Step { .. }));
    assert_eq!(steps, ["50-100 applications"], "it can still be ticked");
}

#[test]
fn accounts_have_prices_and_advice_its_place() {
    let roadmap = read(GATES_AND_ACCOUNTS).roadmap;
    let accounts: Vec<_> = roadmap
        .walk()
        .filter_map(|item| match &item.kind {
            Kind::Account { price, paid } => Some((item.text.as_str(), price.as_deref(), *paid)),
            _ => None,
        })
        .collect();
    assert_eq!(
        accounts,
        [
            ("Market portal", None, false),
            ("Card reader", Some("$19"), true),
            ("Cash book", Some("€4/month"), true)
        ]
    );
    let lines = |wanted| {
        let section = roadmap.items.iter().find(|item| item.kind == Kind::Section { about: wanted });
        section.map(|section| section.children.len())
    };
    assert_eq!((lines(About::Pitfalls), lines(About::Tips)), (Some(2), Some(2)));
}

fn accounts(source: &str) -> Vec<(String, Option<String>, bool, Option<String>)> {
    let import = read(source);
    let account = |item: &Item| match &item.kind {
        Kind::Account { price, paid } => Some((item.text.clone(), price.clone(), *paid, item.note.clone())),
        _ => None,
    };
    import.roadmap.walk().filter_map(account).collect()
}

#[test]
fn a_table_of_prices_below_accounts_holds_an_account_a_row() {
    let source = "# Sailing\n## Week 1\n- [ ] Knots\n## Accounts\n| Service | Price | For |\n|--|--|--|\n| [Tide tables](https://tides.example) | 15 USD/month | passages |\n| Weather | free | |\n| Almanac | 0 | |\n| Radio | – | |\n| Total | 15 USD/month | |\n";
    let some = |text: &str| Some(text.to_owned());
    assert_eq!(
        accounts(source),
        [
            ("Tide tables".into(), some("15 USD/month"), true, some("passages")),
            ("Weather".into(), some("free"), false, None),
            ("Almanac".into(), some("0"), false, None),
            ("Radio".into(), None, false, None),
        ]
    );
    let link = read(source).roadmap.walk().any(
        |item| matches!(&item.kind, Kind::Resource { href: Some(href) } if href == "https://tides.example"),
    );
    assert!(link, "the row's link is kept");
}

#[test]
fn other_tables_hold_no_accounts() {
    let prices = "| Service | Price |\n|--|--|\n| Rigging | $80/hour |\n| Varnish | $40/hour |\n";
    let crew = "| Who | Berth |\n|--|--|\n| Ada | 1 |\n| Tom | 2 |\n";
    let trips = "### Trips\n\n#### Setup\n";
    for source in [
        format!("# Sailing\n## Week 1\n- [ ] Knots\n## What I charge\n{prices}"),
        format!("# Sailing\n## Week 1\n- [ ] Knots\n## Accounts\n{crew}"),
        format!("# Sailing\n## Week 1\n- [ ] Knots\n## Accounts\n{trips}{prices}"),
    ] {
        assert_eq!(accounts(&source), [], "{source}");
    }
}

#[test]
fn a_path_behind_the_label_of_resources_is_one() {
    let drawn = super::drawn("# Sailing\n## Week 1\n- [ ] Rig\n\nResources: ./knots.md\n");
    assert!(drawn.contains("resource: ./knots.md\n"), "{drawn}");
}
