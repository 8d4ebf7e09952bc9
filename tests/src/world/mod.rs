//! Waymark without a window: the real commands, use cases and store on Tauri's mock runtime, in a zone and at a time
//! that the story sets.
//!
//! A story asks and tells the app what the screen would, by command; it lets time pass with [`World::advance`], in
//! which the heart beats exactly when the real one would. The clock, the notifier, the speaker and the shell are in files of their
//! own. What a story claims belongs to `tests/stories`.

mod clock;
mod notifier;
mod shell;
mod speaker;

pub use notifier::Notice;

use chrono::{DateTime, NaiveDate, TimeDelta, Utc, Weekday};
use clock::StoryClock;
use notifier::Recorder;
use roadmap::schedule::DayBoundary;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::{Value, json};
use shell::Opened;
use speaker::Silent;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::thread::{self, JoinHandle};
use std::time::Duration;
use tauri::ipc::{CallbackFn, InvokeBody};
use tauri::test::{INVOKE_KEY, MockRuntime, get_ipc_response, mock_builder, mock_context, noop_assets};
use tauri::webview::InvokeRequest;
use tauri::{Manager, WebviewWindow, WebviewWindowBuilder};
use tempfile::TempDir;
use waymark::app::AtHand;
use waymark::ports::{Clock, Locale, Ports};
use waymark::view::{Sound, Volume};
use waymark::{App, Waymark};

/// A person's computer with Waymark running on it.
pub struct World {
    clock: Arc<StoryClock>,
    notifier: Arc<Recorder>,
    speaker: Arc<Silent>,
    shell: Arc<Opened>,
    /// When somebody last touched keyboard or mouse, where nobody does now.
    left: Mutex<Option<DateTime<Utc>>>,
    running: Option<Running>,
    home: TempDir,
}

/// The app between a start and an end.
struct Running {
    waymark: Arc<Waymark>,
    tauri: tauri::App<MockRuntime>,
    window: WebviewWindow<MockRuntime>,
    changed: Arc<Mutex<Vec<String>>>,
}

/// Why the app would not do what it was asked, as the screen gets it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Refusal {
    /// What the screen does about it.
    pub code: String,
    /// What the person reads.
    pub message: String,
}

impl Default for World {
    fn default() -> Self {
        Self::new()
    }
}

impl World {
    /// A fresh start on Monday, 23 November 2026, at 10:00 in Berlin.
    pub fn new() -> Self {
        Self::at("2026-11-23 10:00")
    }

    /// A fresh start at a local time in Berlin.
    pub fn at(local: &str) -> Self {
        let mut world = Self {
            clock: Arc::new(StoryClock::at(local)),
            notifier: Arc::default(),
            speaker: Arc::default(),
            shell: Arc::default(),
            left: Mutex::default(),
            running: None,
            home: tempfile::tempdir().unwrap(),
        };
        world.start();
        world
    }

    // --- commands

    /// Calls a command and answers what it answers.
    #[track_caller]
    pub fn call<T: DeserializeOwned>(&self, command: &str, arguments: Value) -> T {
        let answer = self.invoke(command, arguments);
        let answer = answer.unwrap_or_else(|refusal| panic!("{command}: {refusal}"));
        serde_json::from_value(answer).unwrap_or_else(|error| panic!("{command}: {error}"))
    }

    /// Calls a command that takes nothing.
    #[track_caller]
    pub fn ask(&self, command: &str) -> Value {
        self.call(command, json!({}))
    }

    /// Calls a command that answers nothing.
    #[track_caller]
    pub fn tell(&self, command: &str, arguments: Value) {
        self.call(command, arguments)
    }

    /// Calls a command that must be refused.
    #[track_caller]
    pub fn refused(&self, command: &str, arguments: Value) -> Refusal {
        match self.invoke(command, arguments) {
            Ok(answer) => panic!("{command} was not refused but answered {answer}"),
            Err(refusal) => serde_json::from_value(refusal).unwrap(),
        }
    }

    fn invoke(&self, command: &str, arguments: Value) -> Result<Value, Value> {
        let request = InvokeRequest {
            cmd: command.to_owned(),
            callback: CallbackFn(0),
            error: CallbackFn(1),
            url: "tauri://localhost".parse().unwrap(),
            body: InvokeBody::Json(arguments),
            headers: tauri::http::HeaderMap::default(),
            invoke_key: INVOKE_KEY.to_owned(),
        };
        get_ipc_response(&self.running().window, request).map(|body| body.deserialize().unwrap())
    }

    /// What the screen was told to read again since this was last asked, each once.
    pub fn changed(&self) -> Vec<String> {
        let mut topics = std::mem::take(&mut *self.running().changed.lock().unwrap());
        topics.sort();
        topics.dedup();
        topics
    }

    // --- time

    /// Now.
    pub fn now(&self) -> DateTime<Utc> {
        self.clock.now()
    }

    /// The local day, unless days end at another time than usual.
    pub fn today(&self) -> NaiveDate {
        self.clock.local_day(self.clock.now(), DayBoundary::default())
    }

    /// Lets minutes pass with the app running.
    #[track_caller]
    pub fn advance(&self, minutes: u32) {
        self.run_for(Duration::from_secs(u64::from(minutes) * 60));
    }

    /// Lets time pass with the app running: the heart beats when it has to and not in between.
    #[track_caller]
    pub fn run_for(&self, time: Duration) {
        let mut left = time;
        loop {
            let sleep = self.beat().min(self.look()).min(left);
            if sleep.is_zero() {
                return;
            }
            self.clock.pass(sleep);
            left -= sleep;
        }
    }

    /// The person takes the hands off keyboard and mouse, or puts them back; they are there at first.
    pub fn leave(&self, leave: bool) {
        *self.left.lock().unwrap() = leave.then(|| self.now());
    }

    /// Has the app look whether somebody is there, as it does by itself; answers how long it need not look again.
    #[track_caller]
    pub fn look(&self) -> Duration {
        let left = *self.left.lock().unwrap();
        let idle = left.map_or(Duration::ZERO, |left| (self.now() - left).to_std().unwrap());
        let look = |app: &mut App| if app.is_watching() { app.notice_idle(idle) } else { Ok(None) };
        let again = self.running().waymark.run(look);
        let again = again.unwrap_or_else(|problem| panic!("whether somebody is there: {}", problem.message));
        assert!(again.is_none_or(|again| !again.is_zero()), "after a look there is nothing to see");
        again.unwrap_or(Duration::MAX)
    }

    /// Lets time pass with the app running until the local clock shows this.
    #[track_caller]
    pub fn go_to(&self, local: &str) {
        let left = clock::instant(local) - self.clock.now();
        self.run_for(left.to_std().expect("a time still to come"));
    }

    /// Lets the machine sleep, and wakes it.
    #[track_caller]
    pub fn sleep(&self, minutes: u32) {
        self.clock.pass(Duration::from_secs(u64::from(minutes) * 60));
        self.beat();
    }

    /// Sets the clock forward or back; no time passes by that.
    #[track_caller]
    pub fn set_clock(&self, by: TimeDelta) {
        self.clock.set(by);
        self.beat();
    }

    /// The person travels: the clock shows another zone's time, and the same instant.
    pub fn travel_to(&self, zone: chrono_tz::Tz) {
        self.clock.go_to_zone(zone);
        self.beat();
    }

    /// Lets the heart beat, and answers how long it may rest: never nothing, or it would race.
    #[track_caller]
    fn beat(&self) -> Duration {
        let rest = self.running().waymark.run(|app| app.beat());
        let rest = rest.unwrap_or_else(|problem| panic!("the heart: {}", problem.message));
        assert!(!rest.is_zero(), "after a beat nothing is due");
        self.read_calendars();
        rest
    }

    /// Has the app look whether a calendar has changed, as it does each minute and when its window is shown.
    #[track_caller]
    pub fn read_calendars(&self) {
        let read = self.running().waymark.read_calendars();
        read.unwrap_or_else(|problem| panic!("the calendars: {}", problem.message));
    }

    /// Adds a calendar aside, as its command does, while the story goes on; answers why not, where it is refused.
    pub fn add_calendar_aside(&self, path: &Path) -> JoinHandle<Result<(), String>> {
        let (waymark, path) = (Arc::clone(&self.running().waymark), path.display().to_string());
        thread::spawn(move || waymark.add_calendar(&path).map_err(|problem| problem.message))
    }

    /// Holds whoever reads a calendar from now on.
    pub fn hold_reading(&self) {
        self.clock.shut_gate();
    }

    /// Waits until so many read a calendar and are held.
    pub fn until_reading(&self, count: usize) {
        self.clock.wait_at_gate(count);
    }

    /// Lets whoever reads a calendar go on.
    pub fn go_on_reading(&self) {
        self.clock.open_gate();
    }

    // --- notifications and the shell

    /// The native notifications so far, those taken back included.
    pub fn notices(&self) -> Vec<Notice> {
        self.notifier.all()
    }

    /// The notifications since this was last asked.
    pub fn news(&self) -> Vec<Notice> {
        self.notifier.fresh()
    }

    /// The only notification since this was last asked.
    #[track_caller]
    pub fn notice(&self) -> Notice {
        let news = self.news();
        let [notice] = news.as_slice() else { panic!("one notification was expected and not {news:#?}") };
        notice.clone()
    }

    /// The sounds since this was last asked.
    pub fn sounds(&self) -> Vec<Sound> {
        self.speaker.fresh().into_iter().map(|(sound, _)| sound).collect()
    }

    /// How loud the sounds were since this was last asked, in percent.
    pub fn volumes(&self) -> Vec<u8> {
        self.speaker.fresh().into_iter().map(|(_, Volume(percent))| percent).collect()
    }

    /// How loud a clock ticks, in percent.
    pub fn ticking(&self) -> Option<u8> {
        self.speaker.ticking().map(|Volume(percent)| percent)
    }

    /// The person asks the system not to disturb, or no longer.
    pub fn silence(&self, silent: bool) {
        self.notifier.silence(silent);
        let told = self.aside(|app| {
            app.note_silence();
            Ok(())
        });
        told.unwrap_or_else(|problem| panic!("{problem}"));
    }

    /// Presses a button of a notification, named as it crosses to the screen (`start-break`).
    #[track_caller]
    pub fn press(&self, notice: &Notice, action: &str) {
        assert!(notice.actions.iter().any(|offered| offered == action), "no button {action} on {notice:?}");
        self.tell("answer_inbox", json!({"id": notice.entry, "action": action}));
    }

    /// What is at hand without the window.
    #[track_caller]
    pub fn at_hand(&self) -> AtHand {
        let at_hand = self.running().waymark.run(|app| app.at_hand());
        at_hand.unwrap_or_else(|problem| panic!("what is at hand: {}", problem.message))
    }

    /// Asks the app for something that no command asks for, as the tray and the command line do.
    ///
    /// # Errors
    /// What the person would read.
    pub fn aside(&self, ask: impl FnOnce(&mut App) -> Result<(), waymark::app::Error>) -> Result<(), String> {
        self.running().waymark.run(ask).map_err(|problem| problem.message)
    }

    /// What was opened outside, in order.
    pub fn opened(&self) -> Vec<String> {
        self.shell.all()
    }

    // --- what is kept

    /// What the tables that undo takes back hold, by table, read in a copy of the data folder: each row with its own
    /// number and all its values as SQL writes them.
    #[track_caller]
    pub fn tables(&self) -> BTreeMap<String, Vec<String>> {
        let copy = tempfile::tempdir().unwrap();
        for file in fs::read_dir(self.data()).unwrap().map(Result::unwrap) {
            if file.file_type().unwrap().is_file() {
                fs::copy(file.path(), copy.path().join(file.file_name())).unwrap();
            }
        }
        let opened = roadmap_store::Store::open(copy.path(), self.today()).unwrap();
        let kept = opened.store.read();
        let all = |sql: &str| -> Vec<String> {
            let mut asked = kept.prepare(sql).unwrap();
            asked.query_map((), |row| row.get(0)).unwrap().map(Result::unwrap).collect()
        };
        // Each of them has a trigger that notes how to take a new row back.
        let watched =
            "SELECT tbl_name FROM temp.sqlite_master WHERE type = 'trigger' AND name LIKE 'undo_%_INSERT'";
        let rows = |table: String| {
            let columns = all(&format!("SELECT 'quote(' || name || ')' FROM pragma_table_info('{table}')"));
            let values = columns.join(" || ', ' || ");
            let rows = all(&format!("SELECT rowid || ': ' || {values} FROM {table} ORDER BY rowid"));
            (table, rows)
        };
        all(watched).into_iter().map(rows).collect()
    }

    // --- files, start and end

    /// A file or folder of the person's; it is not made.
    pub fn path(&self, name: &str) -> PathBuf {
        self.home.path().join(name)
    }

    /// Writes a file of the person's and answers its path.
    pub fn file(&self, name: &str, content: impl AsRef<[u8]>) -> PathBuf {
        let path = self.path(name);
        fs::write(&path, content).unwrap();
        path
    }

    /// The app's data folder.
    pub fn data(&self) -> PathBuf {
        self.path("waymark")
    }

    /// Kills the app at once, lets minutes pass without it, and starts it again.
    #[track_caller]
    pub fn killed_for(&mut self, minutes: u32) {
        self.kill();
        self.clock.pass(Duration::from_secs(u64::from(minutes) * 60));
        self.start();
    }

    /// Starts the app again at once.
    #[track_caller]
    pub fn restart(&mut self) {
        self.killed_for(0);
    }

    fn kill(&mut self) {
        let Running { waymark, tauri, window, .. } = self.running.take().expect("a running app");
        #[expect(deprecated, reason = "no command runs any more that could still hold it")]
        tauri.unmanage::<Arc<Waymark>>();
        drop((tauri, window));
        assert!(Arc::into_inner(waymark).is_some(), "nobody keeps a killed app");
    }

    #[track_caller]
    fn start(&mut self) {
        let ports = Ports {
            clock: self.clock.clone(),
            notifier: self.notifier.clone(),
            speaker: self.speaker.clone(),
            shell: self.shell.clone(),
            locale: Locale { week_start: Weekday::Mon, hours_24: true },
        };
        let opened =
            roadmap_store::Store::open(&self.data(), self.today()).unwrap_or_else(|error| panic!("{error}"));
        let waymark = Waymark::new(App::new(opened, ports).unwrap_or_else(|error| panic!("{error}")));
        let changed: Arc<Mutex<Vec<String>>> = Arc::default();
        let heard = Arc::clone(&changed);
        waymark.listen(move |news| {
            let topics = serde_json::to_value(&news.topics).unwrap();
            heard.lock().unwrap().extend(serde_json::from_value::<Vec<String>>(topics).unwrap());
        });
        let tauri = waymark::with_commands(mock_builder())
            .manage(Arc::clone(&waymark))
            .build(mock_context(noop_assets()))
            .unwrap();
        let window = WebviewWindowBuilder::new(&tauri, "main", tauri::WebviewUrl::default()).build().unwrap();
        self.running = Some(Running { waymark, tauri, window, changed });
        self.beat();
    }

    fn running(&self) -> &Running {
        self.running.as_ref().expect("a running app")
    }
}

/// A file that comes with the tests.
pub fn fixture(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures").join(name)
}
