//! The mini window is wanted or not, and that stays so.

use serde_json::{Value, json};
use waymark_tests::World;

fn mini(world: &World) -> Value {
    world.ask("get_frame")["mini"].clone()
}

#[test]
fn the_mini_window_is_there_again_after_a_restart_until_it_is_closed() {
    let mut world = World::new();
    assert_eq!(mini(&world), false, "nobody has asked for it");
    world.tell("show_mini", json!({"shown": true}));
    assert!(world.changed().contains(&"frame".to_owned()));
    world.restart();
    assert_eq!(mini(&world), true);
    world.tell("show_mini", json!({"shown": false}));
    world.restart();
    assert_eq!(mini(&world), false);
}

#[test]
fn showing_the_mini_window_is_nothing_that_undo_takes_back() {
    let world = World::new();
    world.tell("show_mini", json!({"shown": true}));
    assert_eq!(world.ask("get_frame")["undo"], Value::Null);
    world.ask("undo");
    assert_eq!(mini(&world), true);
}
