//! What many stories begin with, and how they find their way in what the screen gets.

use serde_json::{Value, json};
use std::path::Path;
use waymark_tests::World;
use waymark_tests::world::fixture;

/// The document that most stories follow.
pub(crate) const DOCUMENT: &str = "reference-like.md";

/// The bundled roadmap.
pub(crate) fn bundled(world: &World) -> Value {
    json!({"from": "bundled", "name": world.ask("library")[0]["name"]})
}

/// A file of the person's.
pub(crate) fn file(path: &Path) -> Value {
    json!({"from": "file", "path": path})
}

/// A document taken over as the first run proposes it.
#[track_caller]
pub(crate) fn begin(world: &World, source: &Value) {
    let preview: Value = world.call("preview", json!({"source": source}));
    world.tell("begin", json!({"source": source, "setup": preview["proposal"]}));
}

/// A world where the tests' document was taken over: full time from 30 November 2026.
#[track_caller]
pub(crate) fn with_a_plan() -> World {
    let world = World::new();
    begin(&world, &file(&fixture(DOCUMENT)));
    world
}

/// The same on the first day at work: Monday, 30 November 2026, ten minutes into the block of deep work.
#[track_caller]
pub(crate) fn at_work() -> World {
    let world = with_a_plan();
    world.go_to("2026-11-30 09:40");
    world.news();
    world
}

/// The same at part time: 20 hours a week.
#[track_caller]
pub(crate) fn part_time(world: &World, source: &Value) -> Value {
    let preview: Value = world.call("preview", json!({"source": source}));
    let mut setup = preview["proposal"].clone();
    setup["pace"] = json!({"kind": "hours", "per_week_minutes": 20 * 60});
    let part_time = |template: &&Value| template["tempo"] == "part-time";
    let templates = preview["templates"].as_array().unwrap();
    setup["template"] = templates.iter().find(part_time).expect("a part-time template")["index"].clone();
    setup
}

/// Changes one setting.
#[track_caller]
pub(crate) fn set(world: &World, name: &str, value: Value) {
    let mut settings = world.ask("get_frame")["settings"].clone();
    settings[name] = value;
    world.tell("save_settings", json!({"settings": settings}));
}

/// Changes one thing about a rule of reminders.
#[track_caller]
pub(crate) fn change(world: &World, rule: &str, name: &str, value: Value) {
    let rules = world.ask("get_reminders");
    let found = rules.as_array().unwrap().iter().find(|known| known["id"] == rule);
    let found = found.unwrap_or_else(|| panic!("no rule {rule} in {rules}"));
    let mut draft = json!({});
    for field in ["id", "on", "timing", "quiet", "text"] {
        draft[field] = found[field].clone();
    }
    draft[name] = value;
    world.tell("save_reminder", json!({"draft": draft}));
}

/// Every item of a tree, in order.
pub(crate) fn walk(items: &Value) -> Vec<&Value> {
    let mut all = Vec::new();
    // A leaf has no children at all.
    for item in items.as_array().into_iter().flatten() {
        all.push(item);
        all.extend(walk(&item["children"]));
    }
    all
}

/// The first item of the roadmap with these words.
#[track_caller]
pub(crate) fn item(world: &World, words: &str) -> Value {
    let roadmap = world.ask("get_roadmap");
    let all = walk(&roadmap["items"]);
    let found = all.iter().find(|item| item["text"].as_str().unwrap().contains(words));
    (**found.unwrap_or_else(|| panic!("no item says {words:?}"))).clone()
}

/// Whether the first item with these words is ticked.
#[track_caller]
pub(crate) fn is_ticked(world: &World, words: &str) -> bool {
    !item(world, words)["record"]["done_at"].is_null()
}

/// Ticks the first item with these words, or opens it again.
#[track_caller]
pub(crate) fn tick(world: &World, words: &str, done: bool) {
    world.tell("set_done", json!({"item": item(world, words)["id"], "done": done}));
}

/// A ledger's line, for a category or for all.
#[track_caller]
pub(crate) fn ledger_line<'a>(ledger: &'a Value, category: &str) -> &'a Value {
    let lines = ledger["lines"].as_array().unwrap();
    lines
        .iter()
        .find(|line| line["category"] == category)
        .unwrap_or_else(|| panic!("no {category} in {ledger}"))
}

/// A number of the screen's.
#[track_caller]
pub(crate) fn number(value: &Value) -> u64 {
    value.as_u64().unwrap_or_else(|| panic!("{value} is no whole number"))
}
