//! A speaker that nobody hears, and that remembers everything.

use std::sync::{Mutex, MutexGuard};
use waymark::ports::Speaker;
use waymark::view::{Sound, Volume};

#[derive(Debug, Default)]
pub(super) struct Silent(Mutex<Heard>);

#[derive(Debug, Default)]
struct Heard {
    played: Vec<(Sound, Volume)>,
    ticking: Option<Volume>,
}

impl Silent {
    /// What was played since this was last asked.
    pub(super) fn fresh(&self) -> Vec<(Sound, Volume)> {
        std::mem::take(&mut self.lock().played)
    }

    pub(super) fn ticking(&self) -> Option<Volume> {
        self.lock().ticking
    }

    fn lock(&self) -> MutexGuard<'_, Heard> {
        self.0.lock().unwrap()
    }
}

impl Speaker for Silent {
    fn play(&self, sound: Sound, volume: Volume) {
        self.lock().played.push((sound, volume));
    }

    fn tick(&self, volume: Option<Volume>) {
        self.lock().ticking = volume;
    }
}
