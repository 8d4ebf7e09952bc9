//! What a sound output was given.

use std::fs;
use std::path::PathBuf;

/// What a sound output was given: it is written down while the output is open, and anew when it is opened again.
#[derive(Debug)]
pub struct Recording(PathBuf);

impl Recording {
    /// Samples a second.
    pub const RATE: usize = 22_050;

    pub(super) const fn at(path: PathBuf) -> Self {
        Self(path)
    }

    /// True while a program has the output open.
    pub fn is_open(&self) -> bool {
        let programs = fs::read_dir("/proc").unwrap().flatten();
        // Those that are not ours to look at, or are gone by now, do not have it.
        let mut files =
            programs.filter_map(|program| fs::read_dir(program.path().join("fd")).ok()).flatten().flatten();
        files.any(|file| fs::read_link(file.path()).is_ok_and(|path| path == self.0))
    }

    /// The samples so far, from -1 to 1; none where it has never been open.
    pub fn samples(&self) -> Vec<f64> {
        let bytes = fs::read(&self.0).unwrap_or_default();
        let whole = bytes.chunks_exact(2);
        whole.map(|pair| f64::from(i16::from_le_bytes([pair[0], pair[1]])) / 32_768.0).collect()
    }

    /// The loudest sample so far.
    pub fn loudest(&self) -> f64 {
        self.samples().into_iter().fold(0.0, |loudest, sample| sample.abs().max(loudest))
    }

    /// What was heard between silences of that many seconds: when it began and how long it was, in seconds.
    pub fn heard(&self, silence: f64) -> Vec<(f64, f64)> {
        let silence = (silence * Self::RATE as f64) as usize;
        let mut heard: Vec<(usize, usize)> = Vec::new();
        let samples = self.samples();
        for at in (0..samples.len()).filter(|at| samples[*at].abs() > 0.0005) {
            match heard.last_mut() {
                Some((_, end)) if at - *end < silence => *end = at,
                _ => heard.push((at, at)),
            }
        }
        let seconds = |samples: usize| samples as f64 / Self::RATE as f64;
        heard.into_iter().map(|(from, to)| (seconds(from), seconds(to - from))).collect()
    }
}
