//! WebKitWebDriver: its process, and the W3C WebDriver protocol as far as these tests need it.

use crate::patiently;
use serde_json::{Value, json};
use std::fs::{self, File};
use std::net::TcpListener;
use std::path::Path;
use std::process::{Child, Command};
use std::time::Duration;
use tempfile::TempDir;

/// How long the driver may take to answer before something is badly wrong.
const ANSWER: Duration = Duration::from_secs(30);

/// How long an app that was just built may take to start on a machine that has not read it yet.
const START: Duration = Duration::from_secs(120);

/// A driver with the app it has started. When this is dropped, both are gone.
#[derive(Debug)]
pub(super) struct Driver {
    process: Child,
    address: String,
    session: String,
    http: ureq::Agent,
    folder: TempDir,
}

impl Driver {
    /// Starts a driver, and through it the app; the environment is for both.
    #[track_caller]
    pub(super) fn start(program: &Path, arguments: &[String], environment: &[(&str, String)]) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let said = File::create(folder.path().join("said")).unwrap();
        let process = Command::new("WebKitWebDriver")
            .args(["--host=127.0.0.1", &format!("--port={port}")])
            // Tauri lets itself be driven only where this says so.
            .env("TAURI_WEBVIEW_AUTOMATION", "true")
            .envs(environment.iter().map(|(name, value)| (name, value)))
            .stdout(said.try_clone().unwrap())
            .stderr(said)
            .spawn()
            .expect("WebKitWebDriver is installed");
        let http = ureq::Agent::config_builder()
            .http_status_as_error(false)
            .timeout_global(Some(ANSWER))
            .build()
            .new_agent();
        let address = format!("http://127.0.0.1:{port}");
        let mut driver = Self { process, address, session: String::new(), http, folder };
        patiently("WebKitWebDriver", || driver.get("/status").ok());
        let wanted = json!({"webkitgtk:browserOptions": {"binary": program, "args": arguments}});
        let session = driver.begin(json!({"capabilities": {"alwaysMatch": wanted}}));
        let session =
            session.unwrap_or_else(|error| panic!("the app did not start: {error}\n{}", driver.said()));
        driver.session = format!("/session/{}", session["sessionId"].as_str().unwrap());
        driver
    }

    fn begin(&self, body: Value) -> Result<Value, String> {
        let request = self.http.post(self.url("/session")).config().timeout_global(Some(START)).build();
        answer("/session", request.send_json(body))
    }

    pub(super) fn get(&self, path: &str) -> Result<Value, String> {
        answer(path, self.http.get(self.url(path)).call())
    }

    pub(super) fn post(&self, path: &str, body: Value) -> Result<Value, String> {
        answer(path, self.http.post(self.url(path)).send_json(body))
    }

    fn url(&self, path: &str) -> String {
        format!("{}{}{path}", self.address, self.session)
    }

    /// What the app and the driver have printed so far.
    pub(super) fn said(&self) -> String {
        fs::read(self.folder.path().join("said"))
            .map(|said| String::from_utf8_lossy(&said).into_owned())
            .unwrap()
    }

    /// The app's process, while there is one.
    pub(super) fn child(&self) -> Option<u32> {
        let driver = self.process.id();
        let children = fs::read_to_string(format!("/proc/{driver}/task/{driver}/children")).ok()?;
        children.split_whitespace().filter_map(|id| id.parse().ok()).find(|id| is_alive(*id))
    }
}

/// A process that has ended and was not yet collected is still listed, as a zombie.
fn is_alive(process: u32) -> bool {
    let status = fs::read_to_string(format!("/proc/{process}/stat")).unwrap_or_default();
    let state = status.rsplit(") ").next().and_then(|rest| rest.chars().next());
    state.is_some_and(|state| !matches!(state, 'Z' | 'X'))
}

fn answer(path: &str, sent: Result<ureq::http::Response<ureq::Body>, ureq::Error>) -> Result<Value, String> {
    let failed = |error: ureq::Error| format!("{path}: {error}");
    let mut answer: Value = sent.map_err(failed)?.body_mut().read_json().map_err(failed)?;
    let value = answer["value"].take();
    match value["error"].as_str() {
        Some(error) => Err(format!("{path}: {error}: {}", value["message"].as_str().unwrap_or_default())),
        None => Ok(value),
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        if !self.session.is_empty() {
            // Ends the app, which must not outlive its test; without one the driver has nothing to end.
            let _ended = self.http.delete(self.url("")).call();
        }
        let _ended = self.process.kill().and_then(|()| self.process.wait());
    }
}
