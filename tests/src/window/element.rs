//! Something in the page, looked for anew each time it is used: screens draw themselves again at any moment.

use super::Window;
use super::find::Query;
use crate::patiently;
use serde_json::{Value, json};

/// How WebDriver names an element (W3C WebDriver, section 11).
const REFERENCE: &str = "element-6066-11e4-a52e-4f735466cecf";

/// Something in the page. Whatever is done with it waits until it is there.
#[derive(Debug)]
#[must_use = "nothing is looked for before something is done with it"]
pub struct Element<'a> {
    window: &'a Window,
    query: Query,
}

impl<'a> Element<'a> {
    pub(super) const fn new(window: &'a Window, query: Query) -> Self {
        Self { window, query }
    }

    /// Whether it is there now.
    pub fn is_there(&self) -> bool {
        self.found().is_some()
    }

    /// Waits until it is there.
    #[track_caller]
    pub fn appears(&self) {
        self.patiently("to appear", || self.found().map(drop));
    }

    /// Waits until it is no longer there.
    #[track_caller]
    pub fn vanishes(&self) {
        self.patiently("to vanish", || self.found().is_none().then_some(()));
    }

    /// Clicks it, once nothing else is in the way and it rests: a screen that takes something in moves what is below,
    /// and who aims at a button that moves hits what has come in its place.
    #[track_caller]
    pub fn click(&self) {
        let mut seen = None;
        self.patiently("to be clicked", || {
            let place = self.place()?;
            let rests = seen.as_ref() == Some(&place);
            seen = Some(place);
            (rests && self.hit()).then_some(())
        });
    }

    /// Drags it by so many pixels to the right and down.
    #[track_caller]
    pub fn drag(&self, right: i32, down: i32) {
        self.patiently("to be dragged", || {
            let origin = json!({REFERENCE: self.found()?});
            let to = |x: i32, y: i32, origin: Value| {
                json!({"type": "pointerMove", "duration": 100, "origin": origin, "x": x, "y": y})
            };
            let steps = json!([
                to(0, 0, origin),
                {"type": "pointerDown", "button": 0},
                to(right / 2, down / 2, json!("pointer")),
                to(right - right / 2, down - down / 2, json!("pointer")),
                {"type": "pointerUp", "button": 0},
            ]);
            let mouse = json!({"type": "pointer", "id": "mouse", "parameters": {"pointerType": "mouse"}, "actions": steps});
            self.window.driver.post("/actions", json!({"actions": [mouse]})).ok()
        });
    }

    /// Types into it.
    #[track_caller]
    pub fn enter(&self, text: &str) {
        self.patiently("to be typed into", || self.act("value", json!({"text": text})));
    }

    /// Replaces what stands in it, as a person does who selects all and types.
    #[track_caller]
    pub fn fill(&self, text: &str) {
        self.patiently("to be filled", || {
            let id = self.found()?;
            self.window.js("arguments[0].select?.()", json!([{REFERENCE: id}]));
            self.window.driver.post(&format!("/element/{id}/value"), json!({"text": text})).ok()
        });
    }

    /// Waits until its text holds these words.
    #[track_caller]
    pub fn says(&self, words: &str) {
        self.patiently(&format!("to say {words:?}"), || {
            self.property("innerText")?.as_str()?.contains(words).then_some(())
        });
    }

    /// Its text.
    #[track_caller]
    pub fn text(&self) -> String {
        self.patiently("to have a text", || self.property("innerText")?.as_str().map(str::to_owned))
    }

    /// Waits until it is ticked, or is not.
    #[track_caller]
    pub fn is_ticked(&self, ticked: bool) {
        let what = if ticked { "to be ticked" } else { "not to be ticked" };
        self.patiently(what, || {
            let checked = self.property("checked").and_then(|checked| checked.as_bool());
            let now = match checked {
                Some(checked) => checked,
                None => self.attribute("aria-checked")? == "true",
            };
            (now == ticked).then_some(())
        });
    }

    /// One of its attributes.
    pub fn attribute(&self, name: &str) -> Option<String> {
        let id = self.found()?;
        let attribute = self.window.driver.get(&format!("/element/{id}/attribute/{name}")).ok()?;
        attribute.as_str().map(str::to_owned)
    }

    fn property(&self, name: &str) -> Option<Value> {
        let id = self.found()?;
        self.window.driver.get(&format!("/element/{id}/property/{name}")).ok()
    }

    /// Where it is on the page, and how large.
    fn place(&self) -> Option<Value> {
        self.window.driver.get(&format!("/element/{}/rect", self.found()?)).ok()
    }

    /// Clicks where it is now, and is false if the mouse went down on something else. (A menu that opens then may take the
    /// click itself.)
    fn hit(&self) -> bool {
        let Some(id) = self.found() else { return false };
        let run = |script: &str| {
            let call = json!({"script": script, "args": [{REFERENCE: id}]});
            self.window.driver.post("/execute/sync", call)
        };
        let listens = run("const [wanted] = arguments
             window.hit = undefined
             const look = ({ target }) => (window.hit = wanted.isConnected ? wanted.contains(target) : undefined)
             document.addEventListener('mousedown', look, { capture: true, once: true })");
        if listens.is_err() || self.window.driver.post(&format!("/element/{id}/click"), json!({})).is_err() {
            return false;
        }
        // A click that closes the window tells nothing more, nor does one on an option of a list, or on what the screen
        // has drawn anew since it was looked for.
        self.window.driver.post("/execute/sync", json!({"script": "return window.hit", "args": []}))
            != Ok(json!(false))
    }

    fn act(&self, what: &str, body: Value) -> Option<Value> {
        let id = self.found()?;
        self.window.driver.post(&format!("/element/{id}/{what}"), body).ok()
    }

    fn found(&self) -> Option<String> {
        let element = self.window.driver.post("/execute/sync", self.query.script()).ok()?;
        element[REFERENCE].as_str().map(str::to_owned)
    }

    #[track_caller]
    fn patiently<T>(&self, what: &str, look: impl FnMut() -> Option<T>) -> T {
        patiently(&format!("{} {what}", self.query), look)
    }
}
