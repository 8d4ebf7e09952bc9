//! The real app, driven as a person drives it: through WebKitWebDriver, which starts it and works its window.
//!
//! What it takes to talk to the driver is in `driver`, what can be looked for in `find`, and what can be done with
//! what was found in `element`. Nothing here knows a screen of Waymark.

mod driver;
mod element;
mod find;
mod home;
mod keys;
mod picture;
mod recording;

pub use element::Element;
pub use home::Home;
pub use recording::Recording;

use crate::{Desktop, desktop, patiently};
use driver::Driver;
use find::Query;
use serde_json::{Value, json};
use std::io::Read;
use std::path::PathBuf;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::{env, fs};

/// All the text of the page that can be seen.
const SEEN: &str = "return document.body.innerText";

/// The app with its window. When this is dropped, the app is killed.
#[derive(Debug)]
pub struct Window {
    driver: Driver,
    process: u32,
    // Another test's window would take the keyboard's focus.
    _turn: fs::File,
}

/// The app under test: what `WAYMARK_BIN` says, or what cargo has built beside this program.
pub fn program() -> PathBuf {
    env::var_os("WAYMARK_BIN").map_or_else(
        || {
            let this = env::current_exe().unwrap();
            let name = format!("waymark{}", env::consts::EXE_SUFFIX);
            let found =
                this.ancestors().skip(1).map(|folder| folder.join(&name)).find(|program| program.is_file());
            found.expect("the app is built (cargo build --package waymark), or WAYMARK_BIN says where it is")
        },
        PathBuf::from,
    )
}

impl Window {
    /// Starts the app for that person on that desktop and waits for its page.
    #[track_caller]
    pub fn open(desktop: &Desktop, home: &Home) -> Self {
        Self::open_with(desktop, home, &[])
    }

    /// Starts it with arguments, such as a file to open.
    #[track_caller]
    pub fn open_with(desktop: &Desktop, home: &Home, arguments: &[&str]) -> Self {
        let turn = fs::File::create(env::temp_dir().join("waymark-window.turn")).unwrap();
        turn.lock().unwrap();
        let driver = Driver::start(&program(), &home.arguments(arguments), &home.environment(desktop));
        let process = patiently("the app's process", || driver.child());
        let window = Self { driver, process, _turn: turn };
        patiently("the page", || {
            (window.js("return document.readyState", json!([])) == "complete").then_some(())
        });
        window
    }

    /// Starts the app once more, as from a menu, while this one runs; waits until the second has ended.
    #[track_caller]
    pub fn start_again(&self, desktop: &Desktop, home: &Home, arguments: &[&str]) -> ExitStatus {
        let mut second = Command::new(program());
        second.args(home.arguments(arguments)).envs(home.environment(desktop));
        let mut second = second.spawn().unwrap();
        patiently("the second start to hand over and end", || second.try_wait().unwrap())
    }

    /// Starts the app for another person beside this one, without driving its window; it is killed when the answer is
    /// dropped.
    #[track_caller]
    pub fn start_beside(&self, desktop: &Desktop, home: &Home, arguments: &[&str]) -> Beside {
        let mut other = Command::new(program());
        other.args(home.arguments(arguments)).envs(home.environment(desktop));
        Beside(other.spawn().unwrap())
    }

    /// Runs the app where none runs, until it ends by itself; answers how, and what it said.
    #[track_caller]
    pub fn run_to_its_end(desktop: &Desktop, home: &Home, arguments: &[&str]) -> (ExitStatus, String) {
        let mut app = Command::new(program());
        app.args(home.arguments(arguments)).envs(home.environment(desktop)).stderr(Stdio::piped());
        let mut app = app.spawn().unwrap();
        let ended = patiently("the app to end by itself", || app.try_wait().unwrap());
        let mut said = String::new();
        app.stderr.take().unwrap().read_to_string(&mut said).unwrap();
        (ended, said)
    }

    /// The first visible element that a CSS selector finds.
    pub fn css(&self, selector: &str) -> Element<'_> {
        Element::new(self, Query::Css(selector.to_owned()))
    }

    /// The first visible element of that role whose name holds these words, as a screen reader has them.
    pub fn role(&self, role: &str, words: &str) -> Element<'_> {
        Element::new(self, Query::Role { role: role.to_owned(), words: words.to_owned() })
    }

    /// The button with these words.
    pub fn button(&self, words: &str) -> Element<'_> {
        self.role("button", words)
    }

    /// The innermost visible element that holds this text.
    pub fn text(&self, text: &str) -> Element<'_> {
        Element::new(self, Query::Text(text.to_owned()))
    }

    /// The element that the screen marks with that name for tests.
    pub fn testid(&self, name: &str) -> Element<'_> {
        self.css(&format!("[data-testid={name:?}]"))
    }

    /// All the text that can be seen.
    pub fn seen(&self) -> String {
        self.js(SEEN, json!([])).as_str().unwrap_or_default().to_owned()
    }

    /// Presses keys together, such as `Control+z`, wherever the focus is.
    #[track_caller]
    pub fn press(&self, keys: &str) {
        self.driver.post("/actions", keys::press(keys)).unwrap_or_else(|error| panic!("{keys}: {error}"));
    }

    /// Presses keys that close the page: it goes with them, perhaps before the driver has heard that they were let go.
    #[track_caller]
    pub fn press_away(&self, keys: &str) {
        if let Err(error) = self.driver.post("/actions", keys::press(keys)) {
            assert!(error.contains("no such window"), "{keys}: {error}");
        }
    }

    /// Runs a script in the page and answers what it returns.
    #[track_caller]
    pub fn js(&self, script: &str, arguments: Value) -> Value {
        self.driver.post("/execute/sync", json!({"script": script, "args": arguments})).unwrap()
    }

    /// Calls a command of the app, as the page does.
    ///
    /// # Errors
    /// What the command answers.
    #[track_caller]
    pub fn invoke(&self, command: &str, arguments: Value) -> Result<Value, Value> {
        const SCRIPT: &str = "const [command, given, done] = arguments
            window.__TAURI_INTERNALS__.invoke(command, given)
              .then((answer) => done({ answer: answer ?? null }), (refused) => done({ refused }))";
        let script = json!({"script": SCRIPT, "args": [command, arguments]});
        let mut outcome = self.driver.post("/execute/async", script).unwrap();
        match outcome.get("refused") {
            Some(refused) => Err(refused.clone()),
            None => Ok(outcome["answer"].take()),
        }
    }

    /// What a command of the app answers that must not fail.
    #[track_caller]
    pub fn ask(&self, command: &str) -> Value {
        self.invoke(command, json!({})).unwrap_or_else(|error| panic!("{command}: {error}"))
    }

    /// Gives the page that size and waits until it has it.
    #[track_caller]
    pub fn resize(&self, width: u32, height: u32) {
        self.driver.post("/window/rect", json!({"width": width, "height": height})).unwrap();
        let size = || self.js("return [window.innerWidth, window.innerHeight]", json!([]));
        patiently(&format!("a page of {width} x {height}"), || {
            (size() == json!([width, height])).then_some(())
        });
    }

    /// Whether the window is on the screen.
    pub fn is_visible(&self) -> bool {
        self.js("return document.visibilityState", json!([])) == "visible"
    }

    /// Turns to the window of the app that shows that page, such as `/` or `/mini.html`, once there is one.
    #[track_caller]
    pub fn turn_to(&self, page: &str) {
        patiently(&format!("a window with {page}"), || {
            self.handles().into_iter().find(|handle| {
                // A window may be gone by the time it is turned to.
                let turned = self.driver.post("/window", json!({"handle": handle}));
                let script = json!({"script": "return [location.pathname, document.readyState]", "args": []});
                turned.is_ok() && self.driver.post("/execute/sync", script) == Ok(json!([page, "complete"]))
            })
        });
    }

    /// How many windows there are, the hidden ones among them.
    pub fn pages(&self) -> usize {
        self.handles().len()
    }

    fn handles(&self) -> Vec<Value> {
        self.driver.get("/window/handles").unwrap().as_array().unwrap().clone()
    }

    /// Where the window's corner is on the screen.
    pub fn place(&self) -> (i64, i64) {
        let rect = self.driver.get("/window/rect").unwrap();
        (rect["x"].as_i64().unwrap(), rect["y"].as_i64().unwrap())
    }

    /// Moves the window there.
    pub fn put_at(&self, (x, y): (i64, i64)) {
        self.driver.post("/window/rect", json!({"x": x, "y": y})).unwrap();
    }

    /// Closes the window as the button in its corner does.
    #[track_caller]
    pub fn close(&self) {
        patiently("a window to close", || desktop::close_window(self.process).then_some(()));
    }

    /// Everything the app has said on its terminal.
    pub fn said(&self) -> String {
        self.driver.said()
    }

    /// Waits until the app has ended by itself.
    #[track_caller]
    pub fn wait_for_end(self) {
        patiently("the app to end", || self.driver.child().is_none().then_some(()));
        assert!(!self.said().contains("panicked at"), "a thread of the app has panicked");
    }

    /// Quits the app through its own command.
    #[track_caller]
    pub fn quit(self) {
        // The page goes with the app, perhaps before the driver has heard that the script has run.
        let script = json!({"script": "window.__TAURI_INTERNALS__.invoke('quit')", "args": []});
        let _gone = self.driver.post("/execute/sync", script);
        self.wait_for_end();
    }

    /// Kills the app (SIGKILL), so that it cannot save anything any more.
    #[track_caller]
    pub fn kill(self) {
        let killed = Command::new("kill").args(["-KILL", &self.process.to_string()]).status().unwrap();
        assert!(killed.success());
        self.wait_for_end();
    }
}

/// An app that nobody drives.
#[derive(Debug)]
pub struct Beside(Child);

impl Drop for Beside {
    fn drop(&mut self) {
        // It may have ended by itself, which is as good.
        let _ended = self.0.kill().and_then(|()| self.0.wait());
    }
}

impl Drop for Window {
    fn drop(&mut self) {
        if std::thread::panicking() {
            let seen = self.driver.post("/execute/sync", json!({"script": SEEN, "args": []}));
            eprintln!(
                "--- the window shows:\n{}",
                seen.ok().and_then(|seen| seen.as_str().map(str::to_owned)).unwrap_or_default()
            );
            eprintln!("--- the app said:\n{}", self.said());
        }
    }
}
