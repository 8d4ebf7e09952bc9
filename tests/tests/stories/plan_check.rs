//! What a roadmap says against itself, and the ways out of it.

use crate::steps::{begin, file, item, with_a_plan};
use serde_json::{Value, json};
use waymark_tests::World;

/// The findings that nobody has accepted.
fn open(world: &World) -> Vec<Value> {
    let check = world.ask("get_plan_check");
    let findings = check["findings"].as_array().unwrap();
    findings.iter().filter(|view| view["accepted"] == false).map(|view| view["finding"].clone()).collect()
}

#[track_caller]
fn found(world: &World, rule: &str) -> Value {
    let found = open(world).into_iter().find(|finding| finding["rule"] == rule);
    found.unwrap_or_else(|| panic!("nothing of {rule} is found"))
}

#[test]
fn a_finding_names_its_lines_and_they_can_be_seen() {
    let world = with_a_plan();
    let finding = found(&world, "template-hours");
    let claim = &finding["claims"][0];
    let source: Value = world.call("get_source", json!({"item": claim["item"]}));
    assert_eq!(source["from"], claim["line"]);
}

#[test]
fn every_way_out_can_be_taken_and_undone() {
    let world = with_a_plan();
    let before = open(&world);
    assert!(before.len() > 5, "the document has its contradictions: {before:#?}");
    let roadmap = world.ask("get_roadmap");
    for finding in &before {
        for remedy in 0..finding["remedies"].as_array().unwrap().len() {
            world.tell("resolve_finding", json!({"key": finding["key"], "remedy": remedy}));
            let label = finding["remedies"][remedy]["label"].as_str().unwrap();
            let still = open(&world).iter().any(|other| other["key"] == finding["key"]);
            assert!(!still, "{label} settles {}", finding["says"]);
            assert_eq!(world.ask("undo"), label);
            assert_eq!(world.ask("get_roadmap"), roadmap, "undone: {label}");
        }
    }
    assert_eq!(open(&world), before);
}

#[test]
fn settling_one_after_the_other_leaves_nothing_and_survives_a_restart() {
    let mut world = with_a_plan();
    while let Some(finding) = open(&world).first() {
        world.tell("resolve_finding", json!({"key": finding["key"], "remedy": 0}));
    }
    world.restart();
    assert_eq!(open(&world), Vec::<Value>::new());
}

#[test]
fn what_is_left_as_it_is_stays_so_until_it_is_looked_at_again() {
    let mut world = with_a_plan();
    let finding = found(&world, "template-hours");
    let accept = |world: &World, accepted: bool| {
        world.tell("accept_finding", json!({"key": finding["key"], "accepted": accepted}));
    };
    accept(&world, true);
    world.restart();
    assert!(!open(&world).contains(&finding));
    world.ask("undo");
    assert!(open(&world).contains(&finding));
    accept(&world, true);
    accept(&world, false);
    assert!(open(&world).contains(&finding));
}

#[test]
fn ticks_stay_when_a_finding_is_settled() {
    let world = with_a_plan();
    crate::steps::tick(&world, "HTTP parser by hand", true);
    let finding = found(&world, "template-hours");
    world.tell("resolve_finding", json!({"key": finding["key"], "remedy": 0}));
    assert!(crate::steps::is_ticked(&world, "HTTP parser by hand"));
}

#[test]
fn a_step_that_was_added_can_be_ticked() {
    let world = with_a_plan();
    let finding = found(&world, "unbuilt");
    let remedies = finding["remedies"].as_array().unwrap();
    let add =
        remedies.iter().position(|remedy| remedy["change"]["kind"] == "add-step").expect("a step to add");
    let text = remedies[add]["change"]["text"].as_str().unwrap().to_owned();
    world.tell("resolve_finding", json!({"key": finding["key"], "remedy": add}));
    assert_eq!(item(&world, &text)["kind"], "step");
    crate::steps::tick(&world, &text, true);
    assert!(crate::steps::is_ticked(&world, &text));
}

#[test]
fn a_settled_finding_cannot_be_settled_twice() {
    let world = with_a_plan();
    let finding = found(&world, "template-hours");
    let settle = json!({"key": finding["key"], "remedy": 0});
    world.tell("resolve_finding", settle.clone());
    assert_eq!(world.refused("resolve_finding", settle).code, "stale");
}

#[test]
fn the_first_run_counts_the_findings_and_a_clean_document_has_none() {
    let world = World::new();
    let bundled = crate::steps::bundled(&world);
    let preview: Value = world.call("preview", json!({"source": bundled}));
    assert_eq!(preview["findings"], 0, "the default is clean");
    begin(&world, &bundled);
    assert_eq!(open(&world), Vec::<Value>::new());
    let source = file(&waymark_tests::world::fixture(crate::steps::DOCUMENT));
    let preview: Value = world.call("preview", json!({"source": source}));
    assert!(preview["findings"].as_u64() > Some(5));
}
