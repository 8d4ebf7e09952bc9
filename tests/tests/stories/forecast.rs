//! When the end is reached at one's own pace.

use crate::steps::with_a_plan;
use serde_json::{Value, json};
use waymark_tests::World;

fn end(world: &World) -> Value {
    world.ask("get_forecast").as_array().unwrap().last().unwrap().clone()
}

#[test]
fn with_too_little_history_it_says_so_and_uses_the_plan() {
    let world = with_a_plan();
    world.go_to("2026-11-30 08:00");
    let end = end(&world);
    assert_eq!(end["reached"]["kind"], "too-early");
    assert_eq!((&end["reached"]["weeks_seen"], &end["planned"]), (&json!(0), &json!("2027-02-21")));
    assert!(end["reached"]["by_template"].is_string());
}

#[test]
fn after_six_weeks_of_history_the_end_has_a_range_that_days_off_push() {
    let world = World::new();
    world.tell("load_sample", json!(null));
    let today =
        || world.ask("get_today")["now"]["date"].as_str().unwrap().parse::<chrono::NaiveDate>().unwrap();
    let before = end(&world)["reached"].clone();
    assert_eq!(before["kind"], "between", "{before}");
    assert!(before["most"]["from"].as_str() <= before["half"]["from"].as_str());
    assert!(before["half"]["to"].as_str() <= before["most"]["to"].as_str());
    let to = today() + chrono::Days::new(20);
    let line = json!({"id": null, "from": today(), "to": to, "relief": "off", "title": "Away"});
    world.tell("save_days_off", json!({"line": line}));
    let after = end(&world)["reached"].clone();
    assert!(after["median"].as_str() > before["median"].as_str(), "{before} {after}");
}
