//! What is no roadmap: a clear word that names the file, and nothing kept.

use crate::steps::{begin, file, walk};
use serde_json::{Value, json};
use std::path::Path;
use waymark_tests::World;

/// A file that cannot be read as a roadmap is refused by its name, and nothing of it is kept.
#[track_caller]
fn refused(world: &World, path: &Path, says: &str) {
    let refusal = world.refused("preview", json!({"source": file(path)}));
    let name = path.file_name().unwrap().to_str().unwrap();
    assert_eq!(refusal.code, "file");
    assert!(refusal.message.contains(name), "{name} is not named: {}", refusal.message);
    assert!(refusal.message.contains(says), "{says:?} is not said: {}", refusal.message);
    let setup = json!({"start": "2026-11-30", "pace": {"kind": "as-written"}, "template": 0, "week_start": "mon", "role": null});
    assert_eq!(world.refused("begin", json!({"source": file(path), "setup": setup})).code, "file");
    let frame = world.ask("get_frame");
    assert_eq!((&frame["plan"], &frame["undo"]), (&Value::Null, &Value::Null), "something was kept");
}

#[test]
fn a_file_in_another_encoding_is_refused() {
    let world = World::new();
    let path = world.file("latin-1.md", b"# Plan\n\n- caf\xe9\n");
    refused(&world, &path, "UTF-8");
    refused(&world, &path, "line 3");
}

#[test]
fn an_empty_file_is_refused() {
    let world = World::new();
    refused(&world, &world.file("empty.md", ""), "empty");
    refused(&world, &world.file("blank.md", " \n\n\t\n"), "empty");
}

#[test]
fn a_binary_file_is_refused() {
    let world = World::new();
    refused(&world, &world.file("picture.md", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR"), "not");
}

#[test]
fn more_tasks_than_any_plan_holds_are_refused() {
    let world = World::new();
    let list = format!("# Everything\n\n{}", "- [ ] One more thing\n".repeat(20_001));
    refused(&world, &world.file("everything.md", list), "Split it");
}

#[test]
fn a_folder_is_refused() {
    let world = World::new();
    let folder = world.path("plans.md");
    std::fs::create_dir(&folder).unwrap();
    refused(&world, &folder, "folder");
}

#[test]
fn a_missing_file_is_refused() {
    let world = World::new();
    refused(&world, &world.path("gone.md"), "not there");
}

#[test]
fn a_file_of_20_mb_is_refused() {
    let world = World::new();
    refused(&world, &world.file("long.md", "word ".repeat(4_000_000)), "split");
}

#[test]
fn ten_megabytes_of_text_are_read_and_shown_in_part() {
    let world = World::new();
    let path = world.file("long.md", "A sentence of nothing much, as diaries have it.\n".repeat(210_000));
    let preview: Value = world.call("preview", json!({"source": file(&path)}));
    assert_eq!(preview["file_name"], "long.md");
    assert!(preview["lines"].as_array().unwrap().len() <= 20_000);
    assert!(walk(&preview["items"]).len() <= 5_000);
}

#[test]
fn text_without_headings_is_kept_as_notes() {
    let world = World::new();
    let path = world.file("letter.md", "Dear me,\n\nlearn Rust this winter.\n");
    begin(&world, &file(&path));
    let roadmap = world.ask("get_roadmap");
    assert!(walk(&roadmap["items"]).iter().any(|item| item["text"].as_str().unwrap().contains("learn Rust")));
    world.ask("get_today");
}

#[test]
fn task_lists_without_weeks_can_be_ticked() {
    let world = World::new();
    let path = world.file("list.md", "# Before the move\n\n- [ ] Pack the books\n- [x] Call the movers\n");
    begin(&world, &file(&path));
    let roadmap = world.ask("get_roadmap");
    let items = walk(&roadmap["items"]);
    let task = |words: &str| items.iter().find(|item| item["text"] == words).expect("the task")["id"].clone();
    world.tell("set_done", json!({"item": task("Pack the books"), "done": true}));
    world.ask("get_today");
    let today = world.today().to_string();
    let _: Value = world.call("get_week", json!({"day": today}));
}

#[test]
fn a_bad_file_leaves_the_plan_that_is_there() {
    let world = World::new();
    begin(&world, &file(&waymark_tests::world::fixture(crate::steps::DOCUMENT)));
    let before = world.ask("get_frame");
    let path = world.file("empty.md", "");
    world.refused("preview", json!({"source": file(&path)}));
    assert_eq!(world.ask("get_frame"), before);
}
