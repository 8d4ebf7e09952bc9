//! Opens links and files in the programs that the system has for them.

use crate::ports::Shell;
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

/// How long the system may take to say that it can't. A browser that starts slowly is no failure.
const PATIENCE: Duration = Duration::from_secs(2);

/// The system's own programs.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct SystemShell;

impl Shell for SystemShell {
    fn open(&self, target: &str) -> Result<(), String> {
        let (answer, answered) = mpsc::channel();
        let target = target.to_owned();
        let opening = move || {
            // Nobody may be waiting any more.
            let _ = answer.send(tauri_plugin_opener::open_url(target, None::<&str>));
        };
        thread::Builder::new().name("open".into()).spawn(opening).map_err(|error| error.to_string())?;
        match answered.recv_timeout(PATIENCE) {
            Ok(outcome) => outcome.map_err(|error| error.to_string()),
            Err(_) => Ok(()),
        }
    }
}
