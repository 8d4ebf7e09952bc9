//! A shell that opens nothing and remembers everything.

use std::sync::Mutex;
use waymark::ports::Shell;

#[derive(Debug, Default)]
pub(super) struct Opened(Mutex<Vec<String>>);

impl Opened {
    pub(super) fn all(&self) -> Vec<String> {
        self.0.lock().unwrap().clone()
    }
}

impl Shell for Opened {
    fn open(&self, target: &str) -> Result<(), String> {
        self.0.lock().unwrap().push(target.to_owned());
        Ok(())
    }
}
