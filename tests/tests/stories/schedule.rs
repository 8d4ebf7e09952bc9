//! Days that differ from their template: blocks of one date, days off, another template from a day on.

use crate::steps::{begin, file, with_a_plan};
use serde_json::{Value, json};
use waymark_tests::World;
use waymark_tests::world::fixture;

const MONDAY: &str = "2026-11-30";

fn week(world: &World, day: &str) -> Value {
    world.call("get_week", json!({"day": day}))
}

/// The blocks of a day.
fn blocks(world: &World, day: &str) -> Vec<Value> {
    let week = week(world, day);
    let days = week["days"].as_array().unwrap();
    let on_day = days.iter().find(|one| one["date"] == day).expect("a day of its week");
    on_day["blocks"].as_array().unwrap().clone()
}

fn at(world: &World, day: &str, start: u64) -> Option<Value> {
    blocks(world, day).into_iter().find(|block| block["start"] == start)
}

/// A block on its date, as it is.
fn draft_of(block: &Value) -> Value {
    let mut draft = json!({});
    for field in ["key", "date", "start", "end", "category", "accepts", "title", "standing"] {
        draft[field] = block[field].clone();
    }
    draft
}

fn planned(week: &Value) -> u64 {
    week["ledger"]["total"]["planned_minutes"].as_u64().unwrap()
}

fn found_a_place(week: &Value) -> u64 {
    planned(week) - week["ledger"]["total"]["unplaced_minutes"].as_u64().unwrap()
}

#[test]
fn a_block_is_moved_on_one_day_and_put_back() {
    let world = with_a_plan();
    let block = at(&world, MONDAY, 570).expect("deep work at half past nine");
    let mut draft = draft_of(&block);
    draft["date"] = json!("2026-12-01");
    (draft["start"], draft["end"]) = (json!(1200), json!(1290));
    world.tell("save_day_block", json!({"draft": draft}));
    assert_eq!(at(&world, MONDAY, 570), None);
    let moved = at(&world, "2026-12-01", 1200).expect("it is on Tuesday now");
    assert_eq!(
        (&moved["key"], &moved["moved"], &moved["pinned"]),
        (&block["key"], &json!(true), &json!(true))
    );
    assert!(at(&world, "2026-12-07", 570).is_some(), "next week it is where it was");
    world.tell("restore_block", json!({"key": block["key"]}));
    assert_eq!(at(&world, MONDAY, 570), Some(block));
}

#[test]
fn a_block_is_left_out_on_one_day_and_what_it_held_is_not_lost() {
    let world = with_a_plan();
    let (asked, before) = (planned(&week(&world, MONDAY)), found_a_place(&week(&world, MONDAY)));
    let block = at(&world, MONDAY, 570).expect("deep work");
    world.tell("skip_block", json!({"key": block["key"]}));
    assert_eq!(at(&world, MONDAY, 570), None);
    let shown = week(&world, MONDAY);
    assert_eq!(shown["skipped"][0]["title"], block["title"]);
    assert_eq!(
        (planned(&shown), found_a_place(&shown)),
        (asked, before - 120),
        "two hours have no place now"
    );
    world.ask("undo");
    assert!(at(&world, MONDAY, 570).is_some());
    world.ask("redo");
    world.tell("restore_block", json!({"key": block["key"]}));
    assert!(at(&world, MONDAY, 570).is_some());
    assert_eq!(week(&world, MONDAY)["skipped"], json!([]));
}

#[test]
fn a_block_of_one_day_is_added_changed_and_removed() {
    let world = with_a_plan();
    let draft = json!({"key": null, "date": MONDAY, "start": 1380, "end": 1500, "category": "networking",
        "accepts": [], "title": "Meetup", "standing": true});
    world.tell("save_day_block", json!({"draft": draft}));
    let block = at(&world, MONDAY, 1380).expect("until an hour past midnight");
    assert_eq!((&block["single"], &block["end"]), (&json!(true), &json!(1500)));
    assert_eq!(at(&world, "2026-12-07", 1380), None);
    let mut longer = draft_of(&block);
    longer["end"] = json!(1560);
    world.tell("save_day_block", json!({"draft": longer}));
    assert_eq!(at(&world, MONDAY, 1380).unwrap()["end"], 1560);
    world.tell("skip_block", json!({"key": block["key"]}));
    assert_eq!(at(&world, MONDAY, 1380), None);
    let refused = world.refused("skip_block", json!({"key": block["key"]}));
    assert_eq!(refused.code, "stale");
}

#[test]
fn a_block_that_ends_when_the_next_day_has_begun_is_refused() {
    let world = with_a_plan();
    let draft = |start: u32, end: u32| {
        json!({"draft": {"key": null, "date": MONDAY, "start": start, "end": end, "category": "study",
            "accepts": [], "title": "Night reading", "standing": false}})
    };
    for (start, end) in [(1380, 1681), (1680, 1690), (600, 600), (600, 540)] {
        assert_eq!(world.refused("save_day_block", draft(start, end)).code, "invalid", "{start} to {end}");
    }
    world.tell("save_day_block", draft(1380, 1680));
}

#[test]
fn what_a_block_is_for_can_be_said_by_hand_and_stays() {
    let world = with_a_plan();
    let block = at(&world, MONDAY, 570).expect("deep work");
    let usual = block["work"][0]["activity"].clone();
    let days = week(&world, MONDAY)["days"].clone();
    let work = days.as_array().unwrap().iter().flat_map(|day| day["blocks"].as_array().unwrap());
    let other = work
        .flat_map(|block| block["work"].as_array().unwrap())
        .find(|portion| portion["activity"] != usual)
        .expect("the week is for more than one activity")["activity"]
        .clone();
    world.tell("give_block", json!({"key": block["key"], "activity": other}));
    let given = at(&world, MONDAY, 570).unwrap();
    assert_eq!((&given["given"], &given["work"][0]["activity"]), (&other, &other));
    assert_eq!(given["work"].as_array().unwrap().len(), 1);
    world.tell("give_block", json!({"key": block["key"], "activity": null}));
    assert_eq!(at(&world, MONDAY, 570), Some(block));
}

/// A block of its template, as it is.
fn template_draft_of(block: &Value, weekday: &str) -> Value {
    let mut draft = json!({"id": block["template_block"], "week": block["date"], "days": [weekday]});
    for field in ["start", "end", "category", "accepts", "title", "standing", "pinned"] {
        draft[field] = block[field].clone();
    }
    draft
}

/// Another activity that a block's week asks for.
fn another_for(world: &World, block: &Value) -> Value {
    let asks = week(world, block["date"].as_str().unwrap())["asks"].clone();
    let other = |asked: &&Value| asked["activity"] != block["work"][0]["activity"];
    asks.as_array().unwrap().iter().find(other).expect("another activity")["activity"].clone()
}

#[test]
fn what_a_block_is_for_goes_with_it_to_another_day() {
    let world = with_a_plan();
    let block = at(&world, MONDAY, 570).unwrap();
    let given = another_for(&world, &block);
    world.tell("give_block", json!({"key": block["key"], "activity": given}));
    let next = at(&world, "2026-12-07", 570).unwrap();
    world.tell("skip_block", json!({"key": next["key"]}));
    let free = json!({"start": 1200, "end": 1290});
    let mut every = template_draft_of(&block, "sun");
    (every["start"], every["end"]) = (free["start"].clone(), free["end"].clone());
    world.tell("save_block", json!({"draft": every}));
    let moved = at(&world, "2026-12-06", 1200).expect("it is on Sunday now");
    assert_eq!((&moved["given"], &moved["work"][0]["activity"]), (&given, &given));
    assert_eq!(at(&world, "2026-12-13", 1200), None, "where it was left out, it stays so");
    assert!(at(&world, "2026-12-20", 1200).unwrap()["given"].is_null());
    let mut once = draft_of(&moved);
    once["date"] = json!("2026-12-05");
    world.tell("save_day_block", json!({"draft": once}));
    assert_eq!(at(&world, "2026-12-05", 1200).unwrap()["given"], given, "this week only");
    for _ in 0..2 {
        world.ask("undo");
    }
    assert_eq!(at(&world, MONDAY, 570).unwrap()["given"], given);
    assert_eq!(at(&world, "2026-12-07", 570), None);
}

#[test]
fn what_a_block_of_one_day_is_for_goes_with_it_to_another_day() {
    let world = with_a_plan();
    let single = json!({"key": null, "date": MONDAY, "start": 1200, "end": 1260, "category": "study",
        "accepts": [], "title": "Library", "standing": false});
    world.tell("save_day_block", json!({"draft": single}));
    let block = at(&world, MONDAY, 1200).unwrap();
    let given = another_for(&world, &block);
    world.tell("give_block", json!({"key": block["key"], "activity": given}));
    let mut later = draft_of(&block);
    later["date"] = json!("2026-12-05");
    world.tell("save_day_block", json!({"draft": later}));
    assert_eq!(at(&world, "2026-12-05", 1200).unwrap()["given"], given);
}

#[test]
fn a_block_can_be_given_to_all_that_its_week_asks_for_and_to_nothing_else() {
    let world = with_a_plan();
    let block = at(&world, MONDAY, 570).unwrap();
    let asks = week(&world, MONDAY)["asks"].as_array().unwrap().clone();
    for asked in &asks {
        world.tell("give_block", json!({"key": block["key"], "activity": asked["activity"]}));
        let held = at(&world, MONDAY, 570).unwrap()["work"][0]["activity"].clone();
        assert_eq!(held, asked["activity"], "{asked}");
    }
    let others = world.ask("get_work_choices");
    let of_another_stage = others
        .as_array()
        .unwrap()
        .iter()
        .find(|choice| !asks.iter().any(|asked| asked["activity"] == choice["activity"]));
    let activity = &of_another_stage.expect("work of another stage")["activity"];
    let refused = world.refused("give_block", json!({"key": block["key"], "activity": activity}));
    assert_eq!(refused.code, "invalid");
    assert!(refused.message.contains("This week asks for nothing of “"), "{}", refused.message);
}

#[test]
fn where_blocks_lie_over_one_another_each_hour_counts_once() {
    let world = with_a_plan();
    let before = week(&world, MONDAY);
    let first = at(&world, MONDAY, 570).unwrap();
    let minutes = |week: &Value| week["days"][0]["scheduled_minutes"].clone();
    for title in ["Again", "And again"] {
        let over = json!({"key": null, "date": MONDAY, "start": 575, "end": first["end"],
            "category": first["category"], "accepts": [], "title": title, "standing": false});
        world.tell("save_day_block", json!({"draft": over}));
    }
    let after = week(&world, MONDAY);
    assert_eq!(minutes(&after), minutes(&before));
    assert_eq!(found_a_place(&after), found_a_place(&before));
    assert_eq!(at(&world, MONDAY, 570).unwrap()["work"], first["work"], "what begins first keeps its hours");
    let over = at(&world, MONDAY, 575).unwrap();
    assert_eq!((&over["work"], &over["busy"][0]["title"]), (&json!([]), &first["title"]));
}

#[test]
fn a_vacation_empties_its_days_and_moves_no_date() {
    let world = with_a_plan();
    let end = world.ask("get_frame")["plan"]["end"].clone();
    let asked = |day| planned(&week(&world, day));
    let usual = asked("2027-01-04");
    let line =
        json!({"id": null, "from": "2027-01-06", "to": "2027-01-10", "relief": "off", "title": "Skiing"});
    world.tell("save_days_off", json!({"line": line}));
    assert_eq!(blocks(&world, "2027-01-06"), Vec::<Value>::new());
    assert_eq!(week(&world, "2027-01-06")["days"][2]["off"][0]["title"], "Skiing");
    assert!(asked("2027-01-04") < usual, "the stage's other days ask for more instead");
    assert_eq!(asked("2027-01-04") + asked("2027-01-11"), 2 * usual, "not a minute is lost");
    assert_eq!(world.ask("get_frame")["plan"]["end"], end);
    let id = world.ask("get_days_off")[0]["id"].clone();
    world.tell("remove_days_off", json!({"id": id}));
    assert_eq!(asked("2027-01-04"), usual);
    world.ask("undo");
    assert_eq!(world.ask("get_days_off").as_array().unwrap().len(), 1);
}

#[test]
fn days_off_that_end_before_they_begin_are_refused_and_a_vacation_over_everything_is_not() {
    let world = with_a_plan();
    let line = |from: &str, to: &str| json!({"line": {"id": null, "from": from, "to": to, "relief": "off", "title": ""}});
    assert_eq!(world.refused("save_days_off", line("2027-01-06", "2027-01-05")).code, "invalid");
    world.tell("save_days_off", line("1970-01-01", "9999-12-31"));
    assert_eq!(blocks(&world, MONDAY), Vec::<Value>::new());
    let shown = week(&world, MONDAY);
    assert_eq!(shown["ledger"]["total"]["unplaced_minutes"], shown["ledger"]["total"]["planned_minutes"]);
    assert!(world.ask("get_today")["verdict"].is_object());
}

#[test]
fn a_light_day_has_half_of_its_work() {
    let world = with_a_plan();
    let minutes = || week(&world, MONDAY)["days"][0]["scheduled_minutes"].as_u64().unwrap();
    let usual = minutes();
    let line = json!({"id": null, "from": MONDAY, "to": MONDAY, "relief": "light", "title": ""});
    world.tell("save_days_off", json!({"line": line}));
    assert_eq!(minutes(), usual / 2);
}

#[test]
fn another_template_takes_over_from_a_day_on() {
    let world = with_a_plan();
    let templates = world.ask("get_templates");
    let id = |wanted: &str| {
        let all = templates["all"].as_array().unwrap();
        let name = |template: &&Value| template["name"].as_str().unwrap().contains(wanted);
        all.iter().find(name).unwrap_or_else(|| panic!("a {wanted} template in {templates}"))["id"].clone()
    };
    world.tell("use_template", json!({"day": "2026-12-14", "template": id("Part-Time")}));
    let name = |day| week(&world, day)["template"].as_str().unwrap().to_owned();
    assert!(name("2026-12-07").contains("Full-Time") && name("2026-12-14").contains("Part-Time"));
    assert!(name("2027-03-01").contains("Part-Time"));
    let refused = world.refused("remove_template", json!({"id": id("Part-Time")}));
    assert!(refused.message.contains("follow"), "{}", refused.message);
    world.tell("use_template", json!({"day": "2026-12-21", "template": id("Full-Time")}));
    assert!(name("2026-12-14").contains("Part-Time") && name("2026-12-21").contains("Full-Time"));
    world.tell("use_template", json!({"day": "2026-12-14", "template": null}));
    assert!(name("2026-12-14").contains("Full-Time"));
    world.ask("undo");
    assert!(name("2026-12-14").contains("Part-Time"));
}

#[test]
fn a_template_of_ones_own_is_copied_renamed_changed_and_removed() {
    let world = with_a_plan();
    let first = world.ask("get_templates")["all"][0].clone();
    let id: Value = world.call("add_template", json!({"name": " Exam weeks ", "copy": first["id"]}));
    let named = |world: &World, id: &Value| {
        let all = world.ask("get_templates")["all"].clone();
        all.as_array().unwrap().iter().find(|template| template["id"] == *id).cloned()
    };
    let copy = named(&world, &id).expect("the copy");
    assert_eq!((&copy["name"], &copy["work_minutes"]), (&json!("Exam weeks"), &first["work_minutes"]));
    world.tell("use_template", json!({"day": "2026-12-07", "template": id}));
    let draft = json!({"id": null, "week": "2026-12-07", "days": ["sun"], "start": 600, "end": 660,
        "category": "study", "accepts": [], "title": "Past papers", "standing": false, "pinned": false});
    world.tell("save_block", json!({"draft": draft}));
    assert_eq!(at(&world, "2026-12-13", 600).unwrap()["title"], "Past papers");
    assert!(at(&world, "2026-12-06", 600).is_none_or(|block| block["title"] != "Past papers"));
    world.tell("rename_template", json!({"id": id, "name": "Exams"}));
    world.tell("use_template", json!({"day": "2026-12-07", "template": null}));
    world.tell("remove_template", json!({"id": id}));
    assert_eq!(named(&world, &id), None);
    world.ask("undo");
    assert_eq!(named(&world, &id).unwrap()["name"], "Exams");
    assert_eq!(world.refused("add_template", json!({"name": "  ", "copy": null})).code, "invalid");
}

#[test]
fn no_two_templates_have_the_same_name() {
    let world = with_a_plan();
    let first = world.ask("get_templates")["all"][0].clone();
    let taken = format!(" {} ", first["name"].as_str().unwrap().to_uppercase());
    let add = |world: &World, name: &str| world.refused("add_template", json!({"name": name, "copy": null}));
    let refused = add(&world, &taken);
    assert_eq!(refused.code, "invalid");
    assert!(refused.message.starts_with("Another week template is called “"), "{}", refused.message);
    let id: Value = world.call("add_template", json!({"name": "Exams", "copy": null}));
    assert_eq!(world.refused("rename_template", json!({"id": id, "name": taken})).code, "invalid");
    world.tell("rename_template", json!({"id": id, "name": "exams"}));
    assert_eq!(add(&world, "Exams").code, "invalid");
}

#[test]
fn what_is_different_on_some_days_goes_along_when_a_roadmap_is_copied_or_exported() {
    let world = World::new();
    begin(&world, &file(&fixture("reference-like.md")));
    let block = at(&world, MONDAY, 570).unwrap();
    world.tell("skip_block", json!({"key": block["key"]}));
    let afternoon = blocks(&world, "2026-12-02").pop().unwrap();
    world.tell("give_block", json!({"key": afternoon["key"], "activity": block["work"][0]["activity"]}));
    let single = json!({"key": null, "date": MONDAY, "start": 1380, "end": 1500, "category": "networking",
        "accepts": [], "title": "Meetup", "standing": true});
    world.tell("save_day_block", json!({"draft": single}));
    let meetup = at(&world, MONDAY, 1380).unwrap();
    let mut earlier = draft_of(&meetup);
    earlier["start"] = json!(1320);
    world.tell("save_day_block", json!({"draft": earlier}));
    let line =
        json!({"id": null, "from": "2027-01-06", "to": "2027-01-10", "relief": "off", "title": "Skiing"});
    world.tell("save_days_off", json!({"line": line}));
    let id: Value = world.call("add_template", json!({"name": "Exams", "copy": null}));
    world.tell("use_template", json!({"day": "2027-02-01", "template": id}));
    let seen = |world: &World| {
        let mut seen: Vec<Value> = Vec::new();
        for day in [MONDAY, "2027-01-04", "2027-02-01"] {
            let shown = week(world, day);
            for one in shown["days"].as_array().unwrap() {
                let blocks = one["blocks"].as_array().unwrap().iter();
                seen.extend(blocks.map(|block| json!([block["date"], block["start"], block["title"]])));
                seen.push(json!([one["off"][0]["title"], shown["template"]]));
            }
            seen.push(json!(shown["skipped"].as_array().unwrap().len()));
        }
        seen
    };
    let before = seen(&world);
    let active = world.ask("get_roadmaps")[0]["id"].clone();
    let (first, again) = (world.path("first.json"), world.path("again.json"));
    world.tell("export_roadmap", json!({"id": active, "format": "json", "path": first}));
    world.tell("import_roadmap", json!({"path": first}));
    assert_eq!(seen(&world), before);
    let roadmaps = world.ask("get_roadmaps");
    let now =
        roadmaps.as_array().unwrap().iter().find(|entry| entry["active"] == true).unwrap()["id"].clone();
    world.tell("export_roadmap", json!({"id": now, "format": "json", "path": again}));
    assert_eq!(std::fs::read(&first).unwrap(), std::fs::read(&again).unwrap());
}

/// A template by some of its name.
fn template(world: &World, words: &str) -> Value {
    let templates = world.ask("get_templates");
    let named = |template: &&Value| template["name"].as_str().unwrap().contains(words);
    let all = templates["all"].as_array().unwrap();
    all.iter().find(named).unwrap_or_else(|| panic!("a {words} template in {templates}"))["id"].clone()
}

/// From when each template holds, with the start of its name.
fn seasons(world: &World) -> Vec<(String, String)> {
    let templates = world.ask("get_templates");
    let name = |id: &Value| {
        let all = templates["all"].as_array().unwrap();
        all.iter().find(|template| template["id"] == *id).unwrap()["name"].as_str().unwrap().to_owned()
    };
    let seasons = templates["seasons"].as_array().unwrap().iter();
    seasons.map(|season| (season["from"].as_str().unwrap().to_owned(), name(&season["template"]))).collect()
}

/// The first day, moved to another as it is under Settings, with another template if one is said.
fn start_on(world: &World, day: &str, words: Option<&str>) {
    let terms = world.ask("get_terms");
    let mut setup = terms["setup"].clone();
    setup["start"] = json!(day);
    if let Some(words) = words {
        let named = |template: &&Value| template["name"].as_str().unwrap().contains(words);
        setup["template"] =
            terms["templates"].as_array().unwrap().iter().find(named).unwrap()["index"].clone();
    }
    world.tell("save_terms", json!({"setup": setup}));
}

#[test]
fn a_template_that_took_over_before_the_first_day_holds_from_that_and_another_can_take_its_place() {
    let world = with_a_plan();
    world.tell("use_template", json!({"day": "2026-12-28", "template": template(&world, "Part-Time")}));
    for first in ["2026-12-28", "2027-01-04"] {
        start_on(&world, first, None);
        let [(from, name)] = seasons(&world).try_into().expect("one template from the first day on");
        assert!(from == first && name.contains("Part-Time"), "{name} from {from}");
    }
    world.tell("use_template", json!({"day": "2027-01-04", "template": template(&world, "Full-Time")}));
    assert!(week(&world, "2027-01-04")["template"].as_str().unwrap().contains("Full-Time"));
    assert_eq!(seasons(&world).len(), 1);
}

#[test]
fn the_template_of_the_settings_holds_from_the_first_day_whatever_took_over_before_it() {
    let world = with_a_plan();
    world.tell("use_template", json!({"day": "2026-12-28", "template": template(&world, "Part-Time")}));
    start_on(&world, "2027-01-04", None);
    start_on(&world, "2027-01-04", Some("Full-Time"));
    assert!(week(&world, "2027-01-04")["template"].as_str().unwrap().contains("Full-Time"));
    world.tell("remove_template", json!({"id": template(&world, "Part-Time")}));
}

#[test]
fn a_new_block_joins_the_template_that_holds_on_its_day() {
    let world = with_a_plan();
    world.tell("use_template", json!({"day": "2026-12-09", "template": template(&world, "Part-Time")}));
    let draft = json!({"id": null, "week": "2026-12-07", "days": ["mon", "fri"], "start": 300, "end": 330,
        "category": "study", "accepts": [], "title": "Early bird", "standing": false, "pinned": false});
    world.tell("save_block", json!({"draft": draft}));
    let is_there = |day| at(&world, day, 300).is_some();
    assert!(is_there("2026-12-07") && is_there("2026-12-11"), "on both days of that week");
    assert!(is_there("2026-11-30") && !is_there("2026-12-04"), "the week before has the other template");
    assert!(!is_there("2026-12-14") && is_there("2026-12-18"), "and so has the week after");
    let names = |at: usize| week(&world, "2026-12-07")["days"][at]["template"].as_str().unwrap().to_owned();
    assert!(names(1).contains("Full-Time") && names(2).contains("Part-Time"));
}
