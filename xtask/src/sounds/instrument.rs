//! Plays a piece: each partial a sine that swells and fades (additive synthesis).
//!
//! The same on every machine: their sines differ by a last bit of 53, and a sample keeps 16.

use super::score::{Piece, Stroke};
use std::f64::consts::{PI, TAU};

/// The last part of a piece, in which it is faded out whatever still rings.
const LAST: f64 = 0.3;

/// The samples of a piece at so many a second.
pub(super) fn play(piece: &Piece, rate: u32) -> Vec<i16> {
    let rate = f64::from(rate);
    let count = (piece.seconds * rate).round();
    let at = |sample: u32| {
        let second = f64::from(sample) / rate;
        let sum: f64 = piece.strokes.iter().map(|stroke| sounds(stroke, second - stroke.second)).sum();
        sum * ending(f64::from(sample + 1) / count)
    };
    let samples: Vec<f64> = (0..count as u32).map(at).collect();
    let loudest = samples.iter().fold(f64::MIN_POSITIVE, |loudest, sample| sample.abs().max(loudest));
    let scale = piece.peak / loudest * f64::from(i16::MAX);
    samples.iter().map(|sample| (sample * scale).round() as i16).collect()
}

/// A stroke's sound so long after it.
fn sounds(stroke: &Stroke, after: f64) -> f64 {
    if after < 0.0 {
        return 0.0;
    }
    let thing = stroke.thing;
    let swell = if after < thing.swells { (1.0 - (PI * after / thing.swells).cos()) / 2.0 } else { 1.0 };
    let partials = thing.partials.iter().map(|partial| {
        let tone = (TAU * stroke.hertz * partial.ratio * after).sin();
        partial.share * tone * (-after / partial.fades).exp()
    });
    stroke.force * swell * partials.sum::<f64>()
}

/// How much is left of a sound where so much of it is over, from 0 to 1.
fn ending(over: f64) -> f64 {
    let into = (over - (1.0 - LAST)).max(0.0) / LAST;
    (1.0 + (PI * into).cos()) / 2.0
}
