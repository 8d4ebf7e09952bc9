//! Several roadmaps side by side: one active, others waiting, put away, copied, or gone to a file and back.

use crate::steps::{at_work, begin, file, item, number, tick, with_a_plan};
use serde_json::{Value, json};
use waymark_tests::World;

const STEP: &str = "HTTP parser by hand";
const CHECK: &str = "Can draw the path";
const CHOIR: &str = "# A choir\n\n## Month 1: Voices\n\n### Week 1: Breath\n\n**Study (5 hours):**\n\n- [x] Breathe\n- [ ] Hum\n";

fn roadmaps(world: &World) -> Vec<Value> {
    world.ask("get_roadmaps").as_array().unwrap().clone()
}

fn titles(world: &World) -> Vec<String> {
    roadmaps(world).iter().map(|entry| entry["title"].as_str().unwrap().to_owned()).collect()
}

fn active(world: &World) -> Value {
    let active: Vec<Value> = roadmaps(world).into_iter().filter(|entry| entry["active"] == true).collect();
    assert_eq!(active.len(), 1, "one is active");
    active[0].clone()
}

/// Someone with the bundled roadmap, a tick in it, and a choir's beside it, which is active.
fn with_two() -> World {
    let world = with_a_plan();
    tick(&world, STEP, true);
    let choir = world.file("choir.md", CHOIR);
    begin(&world, &file(&choir));
    world
}

#[test]
fn another_roadmap_leaves_the_first_as_it_was_and_one_goes_back_to_it() {
    let mut world = with_two();
    assert_eq!(active(&world)["title"], "A choir");
    assert_eq!((&active(&world)["done"], &active(&world)["total"]), (&json!(1), &json!(2)));
    let first = roadmaps(&world)[1]["id"].clone();
    world.tell("activate_roadmap", json!({"id": first}));
    world.restart();
    assert_eq!(active(&world)["id"], first);
    assert!(item(&world, STEP)["record"]["done_at"].is_string());
    world.ask("undo");
    assert_eq!(world.ask("get_frame")["plan"]["title"], "A choir");
}

#[test]
fn a_file_that_is_a_roadmap_already_says_which() {
    let world = with_two();
    let preview: Value = world.call("preview", json!({"source": file(&world.path("choir.md"))}));
    assert_eq!(preview["already"], active(&world)["id"]);
    let other = world.file("other.md", CHOIR);
    let preview: Value = world.call("preview", json!({"source": file(&other)}));
    assert_eq!(preview["already"], Value::Null);
}

#[test]
fn a_roadmap_that_is_put_away_makes_room_for_the_other_and_comes_back_whole() {
    let world = with_two();
    let choir = active(&world)["id"].clone();
    world.tell("archive_roadmap", json!({"id": choir, "archived": true}));
    assert_ne!(active(&world)["id"], choir);
    assert_eq!(roadmaps(&world)[0]["archived"], true);
    world.tell("activate_roadmap", json!({"id": choir}));
    assert_eq!((&active(&world)["id"], &active(&world)["archived"]), (&choir, &json!(false)));
    assert!(item(&world, "Breathe")["record"]["done_at"].is_string());
}

#[test]
fn with_all_put_away_there_is_no_plan_until_one_is_taken_back() {
    let world = with_two();
    for entry in roadmaps(&world) {
        world.tell("archive_roadmap", json!({"id": entry["id"], "archived": true}));
    }
    assert_eq!(world.ask("get_frame")["plan"], Value::Null);
    let first = roadmaps(&world)[1]["id"].clone();
    world.tell("archive_roadmap", json!({"id": first, "archived": false}));
    assert_eq!(active(&world)["id"], first);
}

#[test]
fn a_copy_has_the_ticks_and_the_original_keeps_its_hours() {
    let world = at_work();
    world.tell("start_timer", json!({"work": null}));
    world.advance(25);
    tick(&world, STEP, true);
    let worked = |world: &World| number(&world.ask("get_today")["figures"]["worked_minutes"]);
    assert_eq!(worked(&world), 25);
    let original = active(&world);
    world.tell("duplicate_roadmap", json!({"id": original["id"]}));
    assert_eq!(active(&world)["title"], format!("{} (copy)", original["title"].as_str().unwrap()));
    assert!(item(&world, STEP)["record"]["done_at"].is_string());
    assert_eq!(worked(&world), 0);
    tick(&world, STEP, false);
    world.tell("activate_roadmap", json!({"id": original["id"]}));
    assert!(item(&world, STEP)["record"]["done_at"].is_string());
    assert_eq!(worked(&world), 25);
}

#[test]
fn a_box_that_was_opened_again_stays_open_in_a_copy_and_an_import() {
    let world = World::new();
    let path = world.file("choir.md", CHOIR);
    begin(&world, &file(&path));
    tick(&world, "Breathe", false);
    let id = active(&world)["id"].clone();
    let json = export(&world, &id, "choir.json");
    let is_open = |world: &World| item(world, "Breathe")["record"]["done_at"].is_null();
    world.tell("duplicate_roadmap", json!({"id": id}));
    assert!(is_open(&world));
    world.tell("import_roadmap", json!({"path": world.path("choir.json")}));
    assert!(is_open(&world));
    assert_eq!(export(&world, &active(&world)["id"], "again.json"), json);
}

#[test]
fn a_title_is_changed_and_nonsense_is_refused() {
    let world = with_two();
    let id = active(&world)["id"].clone();
    world.tell("rename_roadmap", json!({"id": id, "title": "  My\n choir "}));
    assert_eq!(world.ask("get_frame")["plan"]["title"], "My choir");
    assert_eq!(world.refused("rename_roadmap", json!({"id": id, "title": " "})).code, "invalid");
    assert_eq!(world.refused("rename_roadmap", json!({"id": id, "title": "a".repeat(201)})).code, "invalid");
    assert_eq!(world.refused("rename_roadmap", json!({"id": 0, "title": "a"})).code, "stale");
    assert_eq!(world.refused("activate_roadmap", json!({"id": 99})).code, "stale");
    world.ask("undo");
    assert_eq!(titles(&world)[0], "A choir");
}

/// A roadmap in the middle of everything: worked on, ticked, edited, settled, with lines of its own.
fn in_the_middle() -> World {
    let world = at_work();
    world.tell("start_timer", json!({"work": null}));
    world.advance(25);
    tick(&world, CHECK, true);
    let id = item(&world, CHECK)["id"].clone();
    world.tell("edit_roadmap", json!({"edit": {"kind": "add", "at": id, "text": "Can draw it upside down"}}));
    world.tell("edit_roadmap", json!({"edit": {"kind": "rename", "item": id, "text": "Can paint the path"}}));
    let activity = world.ask("get_timer")["work"]["activity"].clone();
    world.tell("edit_roadmap", json!({"edit": {"kind": "remove", "item": activity}}));
    world.tell("accept_finding", json!({"key": "some-finding", "accepted": true}));
    world
}

fn export(world: &World, id: &Value, name: &str) -> Vec<u8> {
    let path = world.path(name);
    world.tell("export_roadmap", json!({"id": id, "format": "json", "path": path}));
    std::fs::read(path).unwrap()
}

#[test]
fn an_exported_roadmap_is_imported_to_the_same_thing() {
    let world = in_the_middle();
    let id = active(&world)["id"].clone();
    let json = export(&world, &id, "plan.json");
    let mut other = World::new();
    let path = other.file("plan.json", &json);
    other.tell("import_roadmap", json!({"path": path}));
    other.restart();
    let again = export(&other, &active(&other)["id"], "again.json");
    assert_eq!(String::from_utf8(again).unwrap(), String::from_utf8(json).unwrap());
    assert!(item(&other, "Can paint the path")["record"]["done_at"].is_string());
    let sessions = |world: &World| world.ask("get_roadmap")["activities"].clone();
    let hours = |activities: Value| -> Vec<u64> {
        activities.as_array().unwrap().iter().map(|hours| number(&hours["worked_minutes"])).collect()
    };
    assert_eq!(hours(sessions(&other)), hours(sessions(&world)));
    // What was worked in a block is seen at that block there as well.
    other.go_to("2026-11-30 10:10");
    let week = |world: &World| -> Value { world.call("get_week", json!({"day": "2026-11-30"})) };
    assert_eq!(pips(&week(&other)), pips(&week(&world)));
    assert!(pips(&week(&world)).iter().any(|done| *done > 0));
}

/// How many whole intervals each block of a week has had.
fn pips(week: &Value) -> Vec<u64> {
    let days = week["days"].as_array().unwrap().iter();
    let blocks = days.flat_map(|day| day["blocks"].as_array().unwrap());
    blocks.map(|block| number(&block["pips_done"])).collect()
}

#[test]
fn the_document_goes_out_with_ticks_and_changes_and_everything_else_as_it_was() {
    let world = World::new();
    let path = world.file("choir.md", CHOIR);
    begin(&world, &file(&path));
    let out = world.path("out.md");
    let export = || {
        let arguments = json!({"id": active(&world)["id"], "format": "markdown", "path": out});
        world.tell("export_roadmap", arguments);
        std::fs::read_to_string(&out).unwrap()
    };
    assert_eq!(export(), CHOIR);
    tick(&world, "Hum", true);
    let id = item(&world, "Breathe")["id"].clone();
    world.tell("edit_roadmap", json!({"edit": {"kind": "rename", "item": id, "text": "Breathe deeply"}}));
    world.tell("edit_roadmap", json!({"edit": {"kind": "add", "at": id, "text": "Yawn"}}));
    let stage = item(&world, "Breath")["id"].clone();
    world.tell("edit_roadmap", json!({"edit": {"kind": "set-length", "stage": stage, "weeks": 2}}));
    let wanted = CHOIR
        .replace("### Week 1: Breath", "### Week 1-2: Breath")
        .replace("- [x] Breathe\n- [ ] Hum", "- [x] Breathe deeply\n- [ ] Yawn\n- [x] Hum");
    assert_eq!(export(), wanted);
    assert_eq!(std::fs::read_to_string(&path).unwrap(), CHOIR, "the file itself stays");
}

#[test]
fn an_import_beside_the_original_touches_nothing_of_it() {
    let world = in_the_middle();
    let id = active(&world)["id"].clone();
    let json = export(&world, &id, "plan.json");
    world.tell("import_roadmap", json!({"path": world.path("plan.json")}));
    assert_ne!(active(&world)["id"], id);
    assert_eq!(export(&world, &id, "again.json"), json);
    assert_eq!(world.ask("undo"), format!("import “{}”", active(&world)["title"].as_str().unwrap()));
    assert_eq!(active(&world)["id"], id);
}

#[test]
fn what_is_no_export_is_refused_by_its_name_and_nothing_is_kept() {
    let world = in_the_middle();
    let json = String::from_utf8(export(&world, &active(&world)["id"], "plan.json")).unwrap();
    let before = roadmaps(&world);
    for (words, says) in [
        ("[]".to_owned(), "cannot be read"),
        ("{\"format\": \"other\", \"version\": 1}".to_owned(), "no roadmap that Waymark exported"),
        (json.replacen("\"version\": 2", "\"version\": 3", 1), "newer Waymark"),
        (json.replacen("\"parent\": null,", "\"parent\": 999999,", 1), "does not come before it"),
        (json.replacen("\"templates\": [", "\"templates\": [], \"old\": [", 1), "no template"),
        (json.replacen("\"title\": \"", "\"title\": \" \", \"old\": \"", 1), "no title"),
        (json.replacen("\"start\": ", "\"start\": 99", 1), "numbers that nothing can have"),
        (json[..json.len() / 2].to_owned(), "cannot be read"),
    ] {
        let path = world.file("bad.json", &words);
        let refusal = world.refused("import_roadmap", json!({"path": path}));
        assert_eq!(refusal.code, "file", "{says}");
        assert!(
            refusal.message.contains("bad.json") && refusal.message.contains(says),
            "{}",
            refusal.message
        );
    }
    assert_eq!(roadmaps(&world), before);
}

#[test]
fn an_export_never_goes_over_a_file_that_a_roadmap_was_read_from() {
    let world = with_two();
    let own = world.path("choir.md");
    std::fs::write(&own, format!("{CHOIR}\nNotes of my own.\n")).unwrap();
    for format in ["markdown", "json"] {
        let arguments = json!({"id": roadmaps(&world)[1]["id"], "format": format, "path": own});
        let refusal = world.refused("export_roadmap", arguments);
        assert!(refusal.code == "invalid" && refusal.message.contains("A choir"), "{}", refusal.message);
    }
    assert!(std::fs::read_to_string(own).unwrap().contains("Notes of my own."));
}

#[test]
fn an_export_to_where_nothing_can_be_written_says_so() {
    let world = with_two();
    let path = world.path("no/such/folder/plan.json");
    let arguments = json!({"id": active(&world)["id"], "format": "json", "path": path});
    let refusal = world.refused("export_roadmap", arguments);
    assert_eq!(refusal.code, "file");
    assert!(
        refusal.message.contains("plan.json") && refusal.message.contains("folder"),
        "{}",
        refusal.message
    );
}
