//! Keys that reach Waymark from every program are the person's to choose.

use serde_json::{Value, json};
use waymark_tests::World;

fn choose(world: &World, wish: &str, chord: Option<&str>) {
    world.tell("set_shortcut", json!({"wish": wish, "chord": chord}));
}

/// Why keys are not taken.
fn refusal(world: &World, wish: &str, chord: &str) -> String {
    world.refused("set_shortcut", json!({"wish": wish, "chord": chord})).message
}

fn chords(world: &World) -> Vec<(String, Value)> {
    let rows = world.ask("get_shortcuts")["rows"].as_array().unwrap().clone();
    rows.iter().map(|row| (row["wish"].as_str().unwrap().to_owned(), row["chord"].clone())).collect()
}

fn chord(world: &World, wish: &str) -> Value {
    chords(world).into_iter().find(|(named, _)| named == wish).unwrap().1
}

#[test]
fn there_are_no_shortcuts_until_they_are_chosen_and_then_they_stay() {
    let mut world = World::new();
    assert!(chords(&world).iter().all(|(_, chord)| chord.is_null()));
    choose(&world, "toggle", Some("Alt+Control+P"));
    assert!(world.changed().contains(&"frame".to_owned()));
    world.restart();
    assert_eq!(chord(&world, "toggle"), "Control+Alt+P");
    choose(&world, "toggle", None);
    world.restart();
    assert_eq!(chord(&world, "toggle"), Value::Null);
}

#[test]
fn a_shortcut_is_taken_back_and_chosen_again_like_any_other_change() {
    let world = World::new();
    choose(&world, "skip", Some("Control+Alt+K"));
    assert_eq!(world.ask("undo"), "change a shortcut");
    assert_eq!(chord(&world, "skip"), Value::Null);
    world.ask("redo");
    assert_eq!(chord(&world, "skip"), "Control+Alt+K");
}

#[test]
fn the_same_keys_do_not_do_two_things() {
    let world = World::new();
    choose(&world, "toggle", Some("Control+Alt+P"));
    let message = refusal(&world, "show", "Alt+Control+P");
    assert!(message.contains("already start, pause or resume the timer"), "{message}");
    assert_eq!(chord(&world, "show"), Value::Null);
    choose(&world, "toggle", Some("Control+Alt+P"));
}

#[test]
fn keys_that_other_programs_need_are_refused_with_what_to_take_instead() {
    let world = World::new();
    for keys in ["P", "Control+C", "Shift+A"] {
        let message = refusal(&world, "toggle", keys);
        assert!(message.starts_with("Other programs need") && message.contains("Hold two of"), "{message}");
    }
    let message = refusal(&world, "toggle", "Control+Alt+Escape");
    assert!(message.contains("“Escape”"), "{message}");
    assert_eq!(chord(&world, "toggle"), Value::Null);
}
