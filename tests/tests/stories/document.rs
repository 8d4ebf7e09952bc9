//! The document behind a roadmap: ticks that go into its file, reading it again, and progress in other files.

use crate::steps::{begin, file, item, tick};
use serde_json::{Value, json};
use std::fs;
use std::path::PathBuf;
use waymark_tests::World;

const CHOIR: &str = "# A choir

## Month 1: Voices

### Week 1: Breath

**Study (5 hours):**

- [ ] Breathe
- [ ] Hum on one long breath
- [x] Sing

### Week 2: Vowels

**Study (5 hours):**

- [ ] Ah
- [ ] Oh
";

/// Someone who goes by a file of their own.
fn with_a_file() -> (World, PathBuf) {
    let world = World::new();
    let path = world.file("choir.md", CHOIR);
    begin(&world, &file(&path));
    (world, path)
}

/// The same, with consent to have ticks written into it.
fn writing() -> (World, PathBuf) {
    let (world, path) = with_a_file();
    world.tell("set_write_back", json!({"consent": true}));
    (world, path)
}

fn text(path: &PathBuf) -> String {
    fs::read_to_string(path).unwrap()
}

fn state(world: &World) -> String {
    world.ask("get_document")["state"]["is"].as_str().unwrap().to_owned()
}

fn troubles(world: &World) -> Vec<String> {
    let frame = world.ask("get_frame");
    let troubles = frame["troubles"].as_array().unwrap().iter();
    troubles.map(|trouble| trouble["message"].as_str().unwrap().to_owned()).collect()
}

fn is_done(world: &World, text: &str) -> bool {
    item(world, text)["record"]["done_at"].is_string()
}

/// What reading the file again would change: what happens to whom.
fn differences(world: &World) -> Vec<(String, String)> {
    let comparison: Value = world.call("compare_document", json!({"path": null}));
    let word = |value: &Value| value.as_str().unwrap().to_owned();
    let differences = comparison["differences"].as_array().unwrap().iter();
    differences.map(|differs| (word(&differs["differs"]), word(&differs["text"]))).collect()
}

fn read_again(world: &World) {
    let comparison: Value = world.call("compare_document", json!({"path": null}));
    world.tell("read_again", json!({"path": null, "key": comparison["key"]}));
}

#[test]
fn without_consent_the_file_stays_as_it_is() {
    let (world, path) = with_a_file();
    tick(&world, "Breathe", true);
    assert_eq!(text(&path), CHOIR);
    assert_eq!(state(&world), "as-read");
}

#[test]
fn a_tick_changes_one_byte_of_the_file_and_undo_changes_it_back() {
    let (mut world, path) = writing();
    tick(&world, "Hum", true);
    assert_eq!(text(&path), CHOIR.replace("[ ] Hum", "[x] Hum"));
    assert_eq!(state(&world), "as-read");
    world.restart();
    world.ask("undo");
    assert_eq!(text(&path), CHOIR);
    world.ask("redo");
    assert_eq!(text(&path), CHOIR.replace("[ ] Hum", "[x] Hum"));
    tick(&world, "Sing", false);
    assert_eq!(text(&path), CHOIR.replace("[ ] Hum", "[x] Hum").replace("[x] Sing", "[ ] Sing"));
}

#[test]
fn consent_brings_the_file_up_to_what_was_ticked_before() {
    let (world, path) = with_a_file();
    tick(&world, "Breathe", true);
    world.tell("set_write_back", json!({"consent": true}));
    assert_eq!(text(&path), CHOIR.replace("[ ] Breathe", "[x] Breathe"));
    world.tell("set_write_back", json!({"consent": false}));
    tick(&world, "Breathe", false);
    assert_eq!(text(&path), CHOIR.replace("[ ] Breathe", "[x] Breathe"));
}

#[test]
fn line_ends_byte_order_marks_tabs_and_quotes_stay_as_they_are() {
    let document =
        "\u{feff}# A choir\r\n\r\n## Week 1: Breath\r\n\r\n*\t[ ] Breathe\r\n> 1) [ ] Hum\r\n+ [X] Sing\r\n";
    let world = World::new();
    let path = world.file("choir.md", document);
    begin(&world, &file(&path));
    world.tell("set_write_back", json!({"consent": true}));
    tick(&world, "Breathe", true);
    tick(&world, "Hum", true);
    assert_eq!(text(&path), document.replace("[ ]", "[x]"));
}

#[test]
fn a_file_that_changed_outside_gets_the_tick_where_its_line_is_now_and_keeps_its_changes() {
    let (world, path) = writing();
    let changed =
        CHOIR.replace("# A choir\n", "# A choir\n\nSeven of us now.\n").replace("Oh\n", "Oh, and Oo\n");
    fs::write(&path, &changed).unwrap();
    tick(&world, "Hum", true);
    assert_eq!(text(&path), changed.replace("[ ] Hum", "[x] Hum"));
    assert_eq!(state(&world), "changed");
    tick(&world, "Hum", false);
    assert_eq!(text(&path), changed);
    assert_eq!(item(&world, "Oh")["text"], "Oh", "nothing is taken over before it was seen");
}

#[test]
fn a_tick_that_finds_no_line_is_said_and_written_once_the_line_is_back() {
    let (world, path) = writing();
    fs::write(&path, CHOIR.replace("- [ ] Hum on one long breath\n", "")).unwrap();
    tick(&world, "Hum", true);
    assert!(troubles(&world)[0].contains("“Hum on one long breath” is not found"), "{:?}", troubles(&world));
    world.changed();
    world.advance(60);
    assert_eq!(world.changed(), Vec::<String>::new(), "trying again in vain is no news");
    fs::write(&path, CHOIR).unwrap();
    tick(&world, "Breathe", true);
    assert_eq!(text(&path), CHOIR.replace("[ ] Hum", "[x] Hum").replace("[ ] Breathe", "[x] Breathe"));
    assert!(troubles(&world).is_empty());
}

#[test]
fn a_tick_that_could_not_be_written_is_written_later_by_itself() {
    let (mut world, path) = writing();
    let locked = |locked: bool| {
        let mut permissions = fs::metadata(&path).unwrap().permissions();
        permissions.set_readonly(locked);
        fs::set_permissions(&path, permissions).unwrap();
    };
    locked(true);
    tick(&world, "Hum", true);
    assert!(troubles(&world)[0].contains("choir.md may not be written"), "{:?}", troubles(&world));
    assert_eq!(text(&path), CHOIR);
    world.changed();
    world.advance(60);
    // News would wake the heart at once, to try and to fail again.
    assert_eq!(world.changed(), Vec::<String>::new(), "trying again in vain is no news");
    world.restart();
    locked(false);
    world.advance(60);
    assert_eq!(text(&path), CHOIR.replace("[ ] Hum", "[x] Hum"));
    assert!(troubles(&world).is_empty());
}

#[test]
fn what_changed_outside_is_shown_first_and_ticks_and_history_stay() {
    let (mut world, path) = writing();
    tick(&world, "Breathe", true);
    let id = item(&world, "Breathe")["id"].clone();
    let changed = text(&path)
        .replace("one long breath\n", "one very long breath\n- [ ] Whistle\n")
        .replace("- [ ] Ah\n", "")
        .replace("[ ] Oh", "[x] Oh");
    fs::write(&path, &changed).unwrap();
    let found = differences(&world);
    for (differs, text) in [
        ("renamed", "Hum on one very long breath"),
        ("added", "Whistle"),
        ("removed", "Ah"),
        ("ticked", "Oh"),
    ] {
        assert!(found.contains(&(differs.into(), text.into())), "{differs} {text}: {found:?}");
    }
    assert_eq!(found.len(), 4, "{found:?}");
    read_again(&world);
    world.restart();
    assert_eq!((state(&world).as_str(), differences(&world)), ("as-read", Vec::new()));
    assert_eq!(item(&world, "Breathe")["id"], id);
    assert!(is_done(&world, "Breathe") && is_done(&world, "Oh") && is_done(&world, "Sing"));
    assert!(!is_done(&world, "Whistle"));
    tick(&world, "Whistle", true);
    assert_eq!(text(&path), changed.replace("[ ] Whistle", "[x] Whistle"));
    world.ask("undo");
    assert_eq!(text(&path), changed);
    world.ask("undo");
    assert_eq!(item(&world, "Ah")["text"], "Ah");
    assert_eq!(text(&path), changed, "taking the reading back leaves the file alone");
}

#[test]
fn what_the_document_lost_is_back_with_its_tick_when_the_document_has_it_again() {
    let (world, path) = with_a_file();
    tick(&world, "Ah", true);
    fs::write(&path, CHOIR.replace("- [ ] Ah\n", "")).unwrap();
    read_again(&world);
    fs::write(&path, CHOIR).unwrap();
    read_again(&world);
    assert!(is_done(&world, "Ah"));
}

#[test]
fn what_the_document_lost_can_be_brought_back_and_stays_once_whatever_the_document_says_later() {
    let (world, path) = with_a_file();
    tick(&world, "Ah", true);
    let shorter = CHOIR.replace("- [ ] Ah\n", "");
    fs::write(&path, &shorter).unwrap();
    read_again(&world);
    let removed = world.ask("get_removed");
    assert_eq!((&removed[0]["item"]["text"], &removed[0]["done"]), (&json!("Ah"), &json!(1)));
    world.tell("bring_back", json!({"item": removed[0]["item"]["id"]}));
    for document in [shorter.replace("Oh", "Ooh"), CHOIR.to_owned()] {
        fs::write(&path, document).unwrap();
        read_again(&world);
        let roadmap = world.ask("get_roadmap");
        let all = crate::steps::walk(&roadmap["items"]);
        assert_eq!(all.iter().filter(|item| item["text"] == "Ah").count(), 1);
        assert!(is_done(&world, "Ah"));
    }
    assert_eq!(world.ask("get_removed"), json!([]));
}

#[test]
fn new_lines_that_come_ticked_are_done_and_no_other_roadmap_is_touched() {
    let (world, path) = with_a_file();
    let first = world.ask("get_roadmaps")[0]["id"].clone();
    // Another roadmap has the next names.
    let other = world.file("other.md", CHOIR.replace("[x]", "[ ]"));
    begin(&world, &file(&other));
    world.tell("activate_roadmap", json!({"id": first}));
    let changed =
        CHOIR.replace("- [ ] Hum", "- [x] Whistle\n- [ ] Hum").replace("- [ ] Oh", "- [x] Oo\n- [ ] Oh");
    fs::write(&path, changed).unwrap();
    read_again(&world);
    assert!(is_done(&world, "Whistle") && is_done(&world, "Oo") && !is_done(&world, "Hum"));
    let entries = world.ask("get_roadmaps");
    assert_eq!((&entries[0]["title"], &entries[0]["done"]), (&json!("A choir"), &json!(0)));
}

#[test]
fn an_option_that_is_ticked_outside_is_picked_and_done() {
    let world = World::new();
    let boats = "# Sailing\n\n## Week 1: Boats\n\n**Choose one:**\n\n- [ ] A sloop\n- [ ] A ketch\n";
    let path = world.file("boats.md", boats);
    begin(&world, &file(&path));
    let is_picked = |text| item(&world, text)["record"]["chosen"] == true;
    fs::write(&path, boats.replace("[ ] A ketch", "[x] A ketch")).unwrap();
    read_again(&world);
    assert!(is_picked("A ketch") && is_done(&world, "A ketch") && !is_picked("A sloop"));
    fs::write(&path, boats.replace("- [ ] A sloop", "- [x] A raft\n- [ ] A sloop")).unwrap();
    read_again(&world);
    assert!(is_picked("A raft") && is_done(&world, "A raft") && !is_picked("A ketch"));
    world.ask("undo");
    assert!(is_picked("A ketch"));
}

#[test]
fn another_title_is_shown_before_it_is_taken_over_and_a_title_given_here_stays() {
    let (world, path) = with_a_file();
    fs::write(&path, CHOIR.replace("# A choir", "# The choir")).unwrap();
    let comparison: Value = world.call("compare_document", json!({"path": null}));
    assert_eq!(comparison["title"], "The choir");
    read_again(&world);
    assert_eq!(world.ask("get_frame")["plan"]["title"], "The choir");
    let id = world.ask("get_roadmaps")[0]["id"].clone();
    world.tell("rename_roadmap", json!({"id": id, "title": "Mine"}));
    fs::write(&path, CHOIR.replace("# A choir", "# Our choir")).unwrap();
    let comparison: Value = world.call("compare_document", json!({"path": null}));
    assert_eq!(comparison["title"], Value::Null);
    read_again(&world);
    assert_eq!(world.ask("get_frame")["plan"]["title"], "Mine");
}

#[test]
fn edits_made_here_outlast_a_reading() {
    let (world, path) = with_a_file();
    let id = item(&world, "Hum")["id"].clone();
    world.tell("edit_roadmap", json!({"edit": {"kind": "rename", "item": id, "text": "Hum softly"}}));
    world.tell("edit_roadmap", json!({"edit": {"kind": "add", "at": id, "text": "Yawn"}}));
    tick(&world, "Yawn", true);
    let removed = item(&world, "Oh")["id"].clone();
    world.tell("edit_roadmap", json!({"edit": {"kind": "remove", "item": removed}}));
    fs::write(&path, CHOIR.replace("### Week 2: Vowels", "### Week 2: Open vowels")).unwrap();
    read_again(&world);
    assert_eq!(item(&world, "Hum softly")["id"], id);
    assert!(is_done(&world, "Yawn"));
    assert_eq!(item(&world, "Open vowels")["kind"], "stage");
    let roadmap = world.ask("get_roadmap");
    assert!(!crate::steps::walk(&roadmap["items"]).iter().any(|item| item["text"] == "Oh"));
}

#[test]
fn a_reading_of_something_else_than_was_compared_is_refused() {
    let (world, path) = with_a_file();
    fs::write(&path, CHOIR.replace("Hum", "Hem")).unwrap();
    let comparison: Value = world.call("compare_document", json!({"path": null}));
    fs::write(&path, CHOIR.replace("Hum", "Ham")).unwrap();
    let refusal = world.refused("read_again", json!({"path": null, "key": comparison["key"]}));
    assert_eq!(refusal.code, "stale");
    assert!(refusal.message.contains("choir.md has changed again"), "{}", refusal.message);
    assert_eq!(item(&world, "Hum")["text"], "Hum on one long breath");
}

#[test]
fn a_file_that_was_moved_is_found_at_its_new_place() {
    let (world, path) = writing();
    let moved = world.path("elsewhere.md");
    fs::rename(&path, &moved).unwrap();
    let document = world.ask("get_document");
    assert_eq!(document["state"]["is"], "unreadable");
    assert!(document["state"]["reason"].as_str().unwrap().contains("choir.md is not there"));
    tick(&world, "Hum", true);
    assert!(troubles(&world)[0].contains("choir.md is not there"), "{:?}", troubles(&world));
    assert!(is_done(&world, "Hum"), "the tick is kept all the same");
    let comparison: Value = world.call("compare_document", json!({"path": moved}));
    assert_eq!(comparison["differences"], json!([]));
    world.tell("read_again", json!({"path": moved, "key": comparison["key"]}));
    assert_eq!(world.ask("get_document")["file_name"], "elsewhere.md");
    assert_eq!(text(&moved), CHOIR.replace("[ ] Hum", "[x] Hum"));
    assert!(troubles(&world).is_empty());
}

#[test]
fn a_file_that_is_no_roadmap_any_more_is_refused_and_nothing_is_lost() {
    let (world, path) = writing();
    for (bytes, says) in [(&b""[..], "empty"), (b"caf\xe9", "UTF-8"), (b"\0\0", "choir.md")] {
        fs::write(&path, bytes).unwrap();
        let refusal = world.refused("compare_document", json!({"path": null}));
        assert!(refusal.code == "file" && refusal.message.contains(says), "{}", refusal.message);
        tick(&world, "Hum", true);
        assert_eq!(fs::read(&path).unwrap(), bytes);
        assert!(is_done(&world, "Hum") && troubles(&world).len() == 1);
        tick(&world, "Hum", false);
    }
}

#[test]
fn only_a_file_of_ones_own_is_written() {
    let world = World::new();
    begin(&world, &crate::steps::bundled(&world));
    assert_eq!(world.refused("set_write_back", json!({"consent": true})).code, "stale");
    assert_eq!(state(&world), "as-read");
    assert_eq!(differences(&world), Vec::new());
}

#[test]
fn a_readme_shows_how_far_it_is_and_keeps_the_rest_of_its_words() {
    let (world, _) = with_a_file();
    let readme = world.file("README.md", "# Choir\r\n\r\nWe sing.\r\n");
    world.tell("set_progress_file", json!({"path": readme, "fresh": true}));
    let first = text(&readme);
    assert!(first.starts_with("# Choir\r\n\r\nWe sing.\r\n"), "{first}");
    assert!(first.contains("1 of 5 done") && first.contains("2026-11-30"), "{first}");
    tick(&world, "Hum", true);
    assert!(text(&readme).contains("2 of 5 done"), "{}", text(&readme));
    world.tell("set_progress_file", json!({"path": readme, "fresh": false}));
    tick(&world, "Breathe", true);
    assert!(text(&readme).contains("2 of 5 done"));
    world.ask("refresh_progress");
    assert!(text(&readme).contains("3 of 5 done"));
    assert_eq!(text(&readme).matches("waymark:progress").count(), 2);
}

#[test]
fn a_progress_section_goes_into_no_file_that_it_would_harm() {
    let (world, path) = with_a_file();
    let own = world.refused("set_progress_file", json!({"path": path, "fresh": true}));
    assert!(own.message.contains("choir.md is the roadmap “A choir” itself"), "{}", own.message);
    assert_eq!(text(&path), CHOIR);
    let twin = world.path("twin.md");
    fs::hard_link(&path, &twin).unwrap();
    assert_eq!(world.refused("set_progress_file", json!({"path": twin, "fresh": true})).code, "invalid");
    let half = world.file("half.md", "<!-- waymark:progress -->\n\nmine\n");
    let refusal = world.refused("set_progress_file", json!({"path": half, "fresh": true}));
    assert!(refusal.message.contains("half.md") && refusal.message.contains("line 1"), "{}", refusal.message);
    assert_eq!(text(&half), "<!-- waymark:progress -->\n\nmine\n");
    assert_eq!(world.ask("get_document")["progress_file"], Value::Null);
}
