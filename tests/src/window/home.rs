//! The folders of a person whose app is started: kept between starts, gone with the test.

use super::recording::Recording;
use crate::Desktop;
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// Where ALSA looks for a person's own settings.
const ASOUNDRC: &str = ".asoundrc";

/// A person's folders.
#[derive(Debug)]
pub struct Home(TempDir);

impl Default for Home {
    fn default() -> Self {
        Self::new()
    }
}

impl Home {
    /// A person who has never started the app, on a machine without a sound output: tests are not to be heard.
    pub fn new() -> Self {
        let home = Self(tempfile::tempdir().unwrap());
        home.set_output("type hw card 31");
        home
    }

    /// Gives the machine a sound output that writes down what is played, as fast as it is handed over.
    pub fn record_sounds(&self) -> Recording {
        let path = self.0.path().join("played.raw");
        let rate = Recording::RATE;
        self.set_output(&format!("type plug slave {{ pcm recorder format S16_LE channels 1 rate {rate} }}"));
        let recorder = format!("pcm.recorder {{ type file slave.pcm null format raw file {path:?} }}\n");
        let settings = self.0.path().join(ASOUNDRC);
        fs::write(&settings, fs::read_to_string(&settings).unwrap() + &recorder).unwrap();
        Recording::at(path)
    }

    /// Says what ALSA's default output is, in its own words.
    fn set_output(&self, words: &str) {
        fs::write(self.0.path().join(ASOUNDRC), format!("pcm.!default {{ {words} }}\n")).unwrap();
    }

    /// The app's data folder.
    pub fn data(&self) -> PathBuf {
        self.0.path().join("data/waymark")
    }

    /// Where the person's own files are.
    pub fn path(&self) -> &Path {
        self.0.path()
    }

    /// Asks GNOME not to disturb, or no longer. Its settings are a file here, which is put in its place whole.
    pub fn show_banners(&self, show: bool) {
        let folder = self.0.path().join("config/glib-2.0/settings");
        fs::create_dir_all(&folder).unwrap();
        let words = format!("[org/gnome/desktop/notifications]\nshow-banners={show}\n");
        fs::write(folder.join("fresh"), words).unwrap();
        fs::rename(folder.join("fresh"), folder.join("keyfile")).unwrap();
    }

    pub(super) fn arguments(&self, more: &[&str]) -> Vec<String> {
        let data = ["--data-dir".to_owned(), self.data().display().to_string()];
        data.into_iter().chain(more.iter().map(|argument| (*argument).to_owned())).collect()
    }

    pub(super) fn environment(&self, desktop: &Desktop) -> Vec<(&'static str, String)> {
        let inside = |name: &str| self.0.path().join(name).display().to_string();
        let own = [
            ("HOME", self.0.path().display().to_string()),
            ("XDG_DATA_HOME", inside("data")),
            ("XDG_CONFIG_HOME", inside("config")),
            ("XDG_CACHE_HOME", inside("cache")),
            ("XDG_STATE_HOME", inside("state")),
        ];
        desktop.environment().into_iter().chain(own).collect()
    }
}
