//! Keys, as WebDriver names them (W3C WebDriver, section 17.4.2).

use serde_json::{Value, json};

/// The action of pressing keys together, in order, and letting them go in the opposite one.
pub(super) fn press(keys: &str) -> Value {
    let keys: Vec<String> = keys.split('+').map(key).collect();
    let down = keys.iter().map(|key| json!({"type": "keyDown", "value": key}));
    let up = keys.iter().rev().map(|key| json!({"type": "keyUp", "value": key}));
    let actions: Vec<Value> = down.chain(up).collect();
    json!({"actions": [{"type": "key", "id": "keyboard", "actions": actions}]})
}

fn key(name: &str) -> String {
    match name {
        "Control" => "\u{e009}",
        "Shift" => "\u{e008}",
        "Alt" => "\u{e00a}",
        "Enter" => "\u{e007}",
        "Escape" => "\u{e00c}",
        "Tab" => "\u{e004}",
        "Space" => " ",
        "ArrowLeft" => "\u{e012}",
        "ArrowUp" => "\u{e013}",
        "ArrowRight" => "\u{e014}",
        "ArrowDown" => "\u{e015}",
        letter if letter.chars().count() == 1 => letter,
        unknown => panic!("no key is called {unknown:?} here"),
    }
    .to_owned()
}
