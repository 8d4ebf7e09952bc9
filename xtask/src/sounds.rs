//! Sounds: what `sounds/score.rs` says is played on `sounds/instrument.rs` and written as the files that the app brings.
//!
//! They land in `sounds/` at the checkout's top, which is committed: building the app needs none of this. When they are
//! played is no concern of this module.

mod instrument;
mod score;
mod wav;

use std::{
    ffi::OsString,
    fs,
    path::{Path, PathBuf},
};

use crate::{
    failure::{Done, Failure},
    places,
};
use score::{Piece, SCORE};

/// Samples a second: enough for tones whose highest partials lie below 8 kHz, at half the size of a CD's.
const RATE: u32 = 22_050;

/// `cargo xtask sounds [--check]`: writes `sounds/`, or says what in it differs from the score.
///
/// # Errors
/// A file that can't be written, and with `--check` a file that differs.
pub(crate) fn chore(arguments: &[OsString]) -> Done {
    let folder = places::root().join("sounds");
    match arguments {
        [] => write(&folder),
        [only] if only == "--check" => check(&folder),
        _ => Err(Failure::new("sounds takes no argument but --check", "`cargo xtask sounds [--check]`")),
    }
}

fn write(folder: &Path) -> Done {
    for piece in SCORE {
        let (path, bytes) = (file(folder, piece), played(piece));
        fs::create_dir_all(folder)
            .and_then(|()| fs::write(&path, &bytes))
            .map_err(|error| Failure::new(format!("cannot write {}: {error}", path.display()), ""))?;
        println!("{} ({} bytes)", path.display(), bytes.len());
    }
    Ok(())
}

fn check(folder: &Path) -> Done {
    let differs = |piece: &&Piece| fs::read(file(folder, piece)).ok() != Some(played(piece));
    let stale: Vec<String> =
        SCORE.iter().filter(differs).map(|piece| file(folder, piece).display().to_string()).collect();
    if stale.is_empty() {
        return Ok(());
    }
    Err(Failure::new(
        format!("not what the score gives: {}", stale.join(", ")),
        "run `cargo xtask sounds` and commit sounds/",
    ))
}

fn file(folder: &Path, piece: &Piece) -> PathBuf {
    folder.join(format!("{}.wav", piece.name))
}

/// A piece as its file holds it.
fn played(piece: &Piece) -> Vec<u8> {
    wav::file(&instrument::play(piece, RATE), RATE)
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::f64::consts::TAU;

    /// The samples of a committed file, from -1 to 1.
    fn heard(piece: &Piece) -> Vec<f64> {
        let bytes = fs::read(file(&places::root().join("sounds"), piece)).unwrap();
        let samples = bytes[wav::HEADER..].chunks_exact(2);
        samples.map(|pair| f64::from(i16::from_le_bytes([pair[0], pair[1]])) / 32_768.0).collect()
    }

    /// How much of a frequency is in the samples, by Goertzel's algorithm.
    fn power(samples: &[f64], hertz: f64) -> f64 {
        let turn = 2.0 * (TAU * hertz / f64::from(RATE)).cos();
        let (last, before) =
            samples.iter().fold((0.0, 0.0), |(last, before), sample| (sample + turn * last - before, last));
        last * last + before * before - turn * last * before
    }

    /// Where the middle of the sound's power lies, in Hz.
    fn centre(samples: &[f64]) -> f64 {
        let lines = (1..400).map(|line| f64::from(line) * 25.0).map(|hertz| (hertz, power(samples, hertz)));
        let (weighted, whole) = lines
            .fold((0.0, 0.0), |(weighted, whole), (hertz, power)| (weighted + hertz * power, whole + power));
        weighted / whole
    }

    fn loudest(samples: &[f64]) -> f64 {
        samples.iter().fold(0.0, |loudest, sample| sample.abs().max(loudest))
    }

    #[test]
    fn the_committed_files_are_what_the_score_gives() {
        check(&places::root().join("sounds")).unwrap_or_else(|failure| panic!("{failure}"));
    }

    #[test]
    fn a_missing_file_is_named() {
        let failure = check(Path::new("nowhere")).unwrap_err().to_string();
        assert!(failure.contains("bell.wav"), "{failure}");
    }

    #[test]
    fn they_are_short_and_small() {
        let sizes: Vec<usize> = SCORE.iter().map(|piece| played(piece).len()).collect();
        assert!(sizes.iter().sum::<usize>() < 100_000, "{sizes:?}");
        for piece in SCORE {
            let seconds = heard(piece).len() as f64 / f64::from(RATE);
            assert!(seconds < 0.8, "{} lasts {seconds} s", piece.name);
        }
    }

    #[test]
    fn none_is_clipped_and_each_is_as_loud_as_its_score_says() {
        for piece in SCORE {
            let loudest = loudest(&heard(piece));
            assert!((loudest - piece.peak).abs() < 0.001, "{} peaks at {loudest}", piece.name);
            assert!(loudest < 0.75, "{} leaves air", piece.name);
        }
    }

    #[test]
    fn each_begins_and_ends_in_silence_so_that_nothing_clicks() {
        for piece in SCORE {
            let samples = heard(piece);
            let end = &samples[samples.len() - 32..];
            assert!(samples[0].abs() < 0.001 && loudest(end) < 0.01, "{}: {end:?}", piece.name);
            let middle = samples.iter().sum::<f64>() / samples.len() as f64;
            assert!(middle.abs() < 0.01, "{} swings around nothing, not {middle}", piece.name);
        }
    }

    #[test]
    fn each_is_soft_its_power_where_wood_and_bells_have_it() {
        for piece in SCORE {
            let centre = centre(&heard(piece));
            let wanted = if piece.name == "tick" { 1200.0..2600.0 } else { 300.0..1500.0 };
            assert!(wanted.contains(&centre), "the middle of {} lies at {centre} Hz", piece.name);
        }
    }

    #[test]
    fn each_fades_the_loud_part_comes_first() {
        for piece in SCORE {
            let samples = heard(piece);
            let third = samples.len() / 3;
            let energy = |part: &[f64]| part.iter().map(|sample| sample * sample).sum::<f64>();
            assert!(energy(&samples[..third]) > energy(&samples[2 * third..]), "{}", piece.name);
        }
    }
}
