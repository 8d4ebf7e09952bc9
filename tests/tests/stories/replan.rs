//! Behind, ahead, or short of days: ways out are shown, accepted whole, and taken back by one undo.

use crate::steps::{begin, file, part_time, with_a_plan};
use roadmap::plan::replan::Way;
use serde_json::{Value, json};
use std::collections::BTreeSet;
use waymark_tests::World;
use waymark_tests::world::fixture;

/// Two weeks of the plan have gone by without any work.
fn two_weeks_behind() -> World {
    let world = with_a_plan();
    world.go_to("2026-12-14 08:00");
    world
}

fn ways(world: &World) -> Vec<String> {
    let found = world.ask("get_replan")["proposals"].clone();
    found.as_array().unwrap().iter().map(|way| way["way"].as_str().unwrap().to_owned()).collect()
}

fn proposal(world: &World, way: &str) -> Value {
    let found = world.ask("get_replan")["proposals"].clone();
    found.as_array().unwrap().iter().find(|found| found["way"] == way).cloned().unwrap_or_else(|| {
        panic!("no {way} in {found}");
    })
}

fn accept(world: &World, proposal: &Value) {
    world.tell("accept_proposal", json!({"way": proposal["way"], "key": proposal["key"]}));
}

/// The document's weeks, which ask for some 40 h, in the blocks of the part-time week.
fn too_few_blocks() -> World {
    let world = with_a_plan();
    let templates = world.ask("get_templates")["all"].clone();
    let is_part_time = |template: &&Value| template["name"].as_str().unwrap().contains("Part-Time");
    let part_time =
        templates.as_array().unwrap().iter().find(is_part_time).expect("the template")["id"].clone();
    world.tell("use_template", json!({"day": "2026-11-30", "template": part_time}));
    world
}

/// All that a person changes of the active roadmap.
fn all(world: &World, name: &str) -> String {
    let roadmaps = world.ask("get_roadmaps");
    let active = roadmaps.as_array().unwrap().iter().find(|entry| entry["active"] == true).unwrap();
    let active = active["id"].clone();
    let path = world.path(name);
    world.tell("export_roadmap", json!({"id": active, "format": "json", "path": path}));
    std::fs::read_to_string(path).unwrap()
}

fn standing(world: &World) -> Value {
    world.ask("get_today")["verdict"]["standing"].clone()
}

#[test]
fn a_plan_that_holds_has_no_ways_out() {
    let world = with_a_plan();
    assert_eq!(ways(&world), Vec::<String>::new());
    assert_eq!(world.ask("get_replan")["behind_minutes"], 0);
}

#[test]
fn pushing_the_dates_moves_all_that_is_ahead_and_the_plan_holds_again() {
    let world = two_weeks_behind();
    assert_eq!(standing(&world), "behind");
    let push = proposal(&world, "push-dates");
    assert_eq!((&push["ends"], &push["would_end"]), (&json!("2027-02-21"), &json!("2027-03-07")));
    assert!(!push["phases"].as_array().unwrap().is_empty());
    accept(&world, &push);
    assert_eq!(standing(&world), "on-pace");
    assert_eq!(world.ask("get_frame")["plan"]["end"], "2027-03-07");
    assert_eq!(ways(&world), Vec::<String>::new());
}

/// Twenty hours a week, four weeks of which went by without any work.
fn behind_by_hours() -> World {
    let world = World::new();
    let source = file(&fixture("reference-like.md"));
    let setup = part_time(&world, &source);
    world.tell("begin", json!({"source": source, "setup": setup}));
    world.go_to("2026-12-28 08:00");
    world
}

/// A first week with four weeks' work in it.
fn ahead() -> World {
    let world = with_a_plan();
    world.go_to("2026-12-05 08:00");
    world.tell("start_timer", json!({"work": null}));
    world.advance(30);
    world.tell("stop_timer", json!({}));
    let mut whole: Value = serde_json::from_str(&all(&world, "worked.json")).unwrap();
    let one = whole["sessions"][0].clone();
    let items = whole["items"].as_array().unwrap();
    let activities = items.iter().filter(|item| item["kind"] == "activity");
    let first: Vec<Value> = activities.take(8).map(|activity| activity["id"].clone()).collect();
    // As many for each activity: hours beyond what one asks for put nothing ahead.
    let many = (0..4 * 2 * 40).map(|at| {
        let mut session = one.clone();
        session["key"] = json!(at + 1);
        session["work"]["activity"] = first[at % first.len()].clone();
        session
    });
    whole["sessions"] = many.collect();
    let path = world.file("ahead.json", whole.to_string());
    world.tell("import_roadmap", json!({"path": path}));
    world
}

/// A vacation of two weeks is ahead.
fn before_a_vacation() -> World {
    let world = with_a_plan();
    let line =
        json!({"id": null, "from": "2026-12-21", "to": "2027-01-03", "relief": "off", "title": "Away"});
    world.tell("save_days_off", json!({"line": line}));
    world
}

/// Every way there is, each once: a new one has to be named here.
fn every_way() -> Vec<Way> {
    let next = |way: &Way| match way {
        Way::PushDates => Some(Way::UseSlack),
        Way::UseSlack => Some(Way::Compress),
        Way::Compress => Some(Way::DropOptional),
        Way::DropOptional => Some(Way::RaiseHours),
        Way::RaiseHours => Some(Way::FitBlocks),
        Way::FitBlocks => Some(Way::PullForward),
        Way::PullForward => Some(Way::AtPace),
        Way::AtPace => None,
    };
    std::iter::successors(Some(Way::PushDates), next).collect()
}

/// Takes a way, and back: all that a person changes is as it was, and what was worked never changed.
fn there_and_back(world: &World, way: &str, take: impl FnOnce()) {
    let before = world.tables();
    take();
    let changed = world.tables();
    assert_ne!(changed, before, "{way}");
    assert_eq!(changed["session"], before["session"], "{way}");
    world.ask("undo");
    assert_eq!(world.tables(), before, "{way}");
    world.ask("redo");
    assert_eq!(world.tables(), changed, "{way}, done again");
    world.ask("undo");
}

#[test]
fn each_way_there_is_is_taken_back_whole_by_one_undo() {
    let mut seen: BTreeSet<String> = BTreeSet::new();
    for world in [two_weeks_behind(), behind_by_hours(), ahead(), too_few_blocks(), before_a_vacation()] {
        for way in ways(&world) {
            let proposal = proposal(&world, &way);
            there_and_back(&world, &way, || accept(&world, &proposal));
            seen.insert(way);
        }
        let mut setup = world.ask("get_terms")["setup"].clone();
        setup["pace"] = json!({"kind": "hours", "per_week_minutes": 15 * 60});
        there_and_back(&world, "at-pace", || world.tell("save_terms", json!({"setup": setup})));
        seen.insert("at-pace".to_owned());
    }
    let every: BTreeSet<String> = every_way()
        .iter()
        .map(|way| serde_json::to_value(way).unwrap().as_str().unwrap().to_owned())
        .collect();
    assert_eq!(seen, every);
}

#[test]
fn what_a_session_runs_for_stays_whichever_way_is_taken() {
    let world = two_weeks_behind();
    world.go_to("2026-12-14 09:40");
    world.tell("start_timer", json!({"work": null}));
    let running = || {
        let timer = world.ask("get_timer");
        let today = world.ask("get_today");
        let (work, current) = (timer["work"].clone(), today["current"].clone());
        assert_eq!(work["block"], current, "it runs in the block that now is in");
        assert_eq!(timer["state"], "running");
        let in_hand = &today["work"];
        (work, current, in_hand["activity"].clone(), in_hand["step"].clone())
    };
    let before = running();
    for way in ways(&world) {
        accept(&world, &proposal(&world, &way));
        assert_eq!(running(), before, "{way}");
        world.ask("undo");
    }
}

#[test]
fn a_plan_whose_blocks_hold_half_of_it_does_not_pass_for_one_that_holds() {
    let world = too_few_blocks();
    let without = world.ask("get_replan")["without_room_minutes"].as_u64().unwrap();
    assert!(without > 150 * 60, "{without}");
    assert_eq!(world.ask("get_today")["without_room_minutes"], without);
    let terms = world.ask("get_terms")["setup"].clone();
    let estimate: Value = world.call("estimate_terms", json!({"setup": terms}));
    assert_eq!(estimate["without_room_minutes"], without);

    let fit = proposal(&world, "fit-blocks");
    assert!(fit["would_end"].as_str() > fit["ends"].as_str());
    accept(&world, &fit);
    assert_eq!(world.ask("get_replan")["without_room_minutes"], 0);
    assert_eq!(ways(&world), Vec::<String>::new());
}

#[test]
fn what_was_accepted_goes_along_with_an_export() {
    let world = two_weeks_behind();
    accept(&world, &proposal(&world, "compress"));
    let week = |day| -> Value { world.call("get_week", json!({"day": day})) };
    let planned = week("2026-12-21")["ledger"]["total"]["planned_minutes"].clone();
    let export = all(&world, "plan.json");
    world.tell("import_roadmap", json!({"path": world.path("plan.json")}));
    assert_eq!(week("2026-12-21")["ledger"]["total"]["planned_minutes"], planned);
    let roadmaps = world.ask("get_roadmaps");
    let active = roadmaps.as_array().unwrap().iter().find(|entry| entry["active"] == true).unwrap();
    let again = world.path("again.json");
    world.tell("export_roadmap", json!({"id": active["id"], "format": "json", "path": again}));
    assert_eq!(std::fs::read_to_string(again).unwrap(), export);
}

#[test]
fn a_way_out_that_was_seen_before_something_changed_is_refused() {
    let world = two_weeks_behind();
    let push = proposal(&world, "push-dates");
    let line =
        json!({"id": null, "from": "2026-12-21", "to": "2027-01-03", "relief": "off", "title": "Away"});
    world.tell("save_days_off", json!({"line": line}));
    let refused = world.refused("accept_proposal", json!({"way": push["way"], "key": push["key"]}));
    assert_eq!(refused.code, "stale");
    assert_eq!(world.ask("get_frame")["plan"]["end"], "2027-02-21");
}

#[test]
fn a_vacation_is_a_reason_to_push_the_dates() {
    let world = before_a_vacation();
    let push = proposal(&world, "push-dates");
    assert_eq!(push["would_end"], "2027-03-07");
    accept(&world, &push);
    assert_eq!(ways(&world), Vec::<String>::new());
}

#[test]
fn a_week_off_can_be_made_up_for_without_another_end() {
    let world = with_a_plan();
    let line =
        json!({"id": null, "from": "2027-01-04", "to": "2027-01-10", "relief": "off", "title": "Away"});
    world.tell("save_days_off", json!({"line": line}));
    let offered = ways(&world);
    assert!(["push-dates", "compress"].iter().all(|way| offered.iter().any(|one| one == way)), "{offered:?}");
    let keep = proposal(&world, "compress");
    assert_eq!(keep["ends"], keep["would_end"]);
    accept(&world, &keep);
    assert_eq!(
        ways(&world),
        ["fit-blocks"],
        "days off take nothing any more; the blocks hold too little for it"
    );
}

#[test]
fn once_the_dated_weeks_are_over_what_they_left_open_still_has_ways_out() {
    for (day, offered) in [("2027-03-17", vec!["push-dates", "compress"]), ("2028-03-15", vec!["push-dates"])]
    {
        let world = with_a_plan();
        world.go_to(&format!("{day} 08:00"));
        let behind = || world.ask("get_replan")["behind_minutes"].as_u64().unwrap();
        assert!(behind() > 400 * 60, "{}", behind());
        let found = ways(&world);
        assert!(offered.iter().all(|way| found.iter().any(|one| one == way)), "{day} {found:?}");

        let mut setup = world.ask("get_terms")["setup"].clone();
        setup["pace"] = json!({"kind": "hours", "per_week_minutes": 30 * 60});
        let estimate: Value = world.call("estimate_terms", json!({"setup": setup}));
        assert!(estimate["end"].as_str().unwrap() > day, "{estimate}");
        world.tell("save_terms", json!({"setup": setup}));
        assert_eq!((world.ask("get_frame")["plan"]["end"].clone(), behind()), (estimate["end"].clone(), 0));
        world.ask("undo");

        let push = proposal(&world, "push-dates");
        assert!(push["would_end"].as_str().unwrap() > day, "{push}");
        world.go_to(&format!("{day} 09:40"));
        world.tell("start_timer", json!({"work": null}));
        let running = || world.ask("get_timer");
        let before = running();
        accept(&world, &push);
        assert_eq!((&running()["state"], &running()["work"]), (&before["state"], &before["work"]), "{day}");
        world.ask("undo");
        world.tell("stop_timer", json!({}));
        there_and_back(&world, "push-dates", || accept(&world, &push));
        accept(&world, &push);
        assert_eq!((behind(), standing(&world)), (0, json!("on-pace")), "{day}");
        let week: Value = world.call("get_week", json!({"day": day}));
        assert_eq!((&week["behind_minutes"], ways(&world)), (&json!(0), vec![]), "{day}");
        assert_eq!(world.ask("get_frame")["plan"]["end"], push["would_end"]);
    }
}

#[test]
fn days_off_without_an_end_are_said_and_no_date_is_proposed() {
    let world = with_a_plan();
    let line =
        json!({"id": null, "from": "2026-11-30", "to": "2046-12-31", "relief": "off", "title": "Away"});
    world.tell("save_days_off", json!({"line": line}));
    assert_eq!((world.ask("get_replan")["short_of_days"].clone(), ways(&world)), (json!(true), vec![]));
}

#[test]
fn another_pace_dates_what_is_left_and_leaves_what_is_over() {
    let world = World::new();
    begin(&world, &file(&fixture("reference-like.md")));
    world.go_to("2026-12-14 08:00");
    let first = world.ask("get_roadmap")["stages"][0].clone();
    let mut setup = world.ask("get_terms")["setup"].clone();
    setup["pace"] = json!({"kind": "hours", "per_week_minutes": 20 * 60});
    let estimate: Value = world.call("estimate_terms", json!({"setup": setup}));
    world.tell("save_terms", json!({"setup": setup}));
    assert_eq!(world.ask("get_frame")["plan"]["end"], estimate["end"]);
    let stages = world.ask("get_roadmap")["stages"].clone();
    assert_eq!((&stages[0]["from"], &stages[0]["to"]), (&first["from"], &first["to"]));
    assert_eq!(standing(&world), "on-pace", "what was missing is ahead now");
    world.ask("undo");
    assert_eq!(world.ask("get_frame")["plan"]["end"], "2027-02-21");
}

#[test]
fn a_length_by_hand_takes_the_place_of_a_decided_one() {
    let world = two_weeks_behind();
    accept(&world, &proposal(&world, "push-dates"));
    let stages = world.ask("get_roadmap")["stages"].clone();
    let lengthened = &stages[2];
    let days = |stage: &Value| (stage["from"].clone(), stage["to"].clone());
    world.tell(
        "edit_roadmap",
        json!({"edit": {"kind": "set-length", "stage": lengthened["stage"], "weeks": 2}}),
    );
    let now = world.ask("get_roadmap")["stages"][2].clone();
    assert_ne!(days(&now), days(lengthened));
}

#[test]
fn terms_that_move_no_date_say_the_end_that_was_decided() {
    let world = two_weeks_behind();
    accept(&world, &proposal(&world, "push-dates"));
    let terms = world.ask("get_terms");
    let mut setup = terms["setup"].clone();
    let end = || world.ask("get_frame")["plan"]["end"].clone();
    let estimated = |setup: &Value| -> Value {
        let estimate: Value = world.call("estimate_terms", json!({"setup": setup}));
        estimate["end"].clone()
    };
    assert_eq!((estimated(&setup), end()), (json!("2027-03-07"), json!("2027-03-07")));
    assert_eq!(world.ask("get_roadmaps")[0]["end"], "2027-03-07");
    let other = terms["templates"].as_array().unwrap().iter().find(|one| one["index"] != setup["template"]);
    setup["template"] = other.expect("another template")["index"].clone();
    assert_eq!(estimated(&setup), "2027-03-07");
    world.tell("save_terms", json!({"setup": setup}));
    assert_eq!(end(), "2027-03-07");
}

#[test]
fn another_first_day_says_the_end_that_it_brings() {
    let world = two_weeks_behind();
    accept(&world, &proposal(&world, "push-dates"));
    let mut setup = world.ask("get_terms")["setup"].clone();
    setup["start"] = json!("2026-12-07");
    let estimate: Value = world.call("estimate_terms", json!({"setup": setup}));
    world.tell("save_terms", json!({"setup": setup}));
    assert_eq!(estimate["end"], world.ask("get_frame")["plan"]["end"]);
    assert_eq!(estimate["end"], "2027-02-28", "what was decided went with the old first day");
}

#[test]
fn a_file_with_a_length_that_no_calendar_has_is_refused() {
    let world = two_weeks_behind();
    accept(&world, &proposal(&world, "push-dates"));
    let mut whole: Value = serde_json::from_str(&all(&world, "pushed.json")).unwrap();
    assert!(whole["days"]["lengths"][0][1]["days"].is_number(), "{}", whole["days"]["lengths"]);
    whole["days"]["lengths"][0][1]["days"] = json!(4_000_000_000_u32);
    let path = world.file("ages.json", whole.to_string());
    world.refused("import_roadmap", json!({"path": path}));
    assert_eq!(world.ask("get_frame")["plan"]["end"], "2027-03-07");
}
