//! How somebody works from week to week, as far as a few past weeks tell.

use super::counting::Counting;
use std::f64::consts::PI;

/// The most that one week is taken to carry over to the next: more would be no level to return to.
const MOST_MOMENTUM: f64 = 0.9;

/// What past weeks say of those to come.
#[derive(Debug)]
pub(super) struct Rhythm {
    /// The work of a week, on average.
    pub(super) level: f64,
    /// The long-run standard deviation of a week: that of a sum of many weeks, divided by the root of
    /// their number. With momentum it is larger than the spread that the weeks show.
    pub(super) sway: f64,
    /// The degrees of freedom that the sway is known with.
    pub(super) freedom: u32,
    /// How much of one week's deviation carries over to the next, 0 to [`MOST_MOMENTUM`].
    pub(super) momentum: f64,
    /// How far each week was from the level, in standard deviations of what the weeks show.
    pub(super) deviations: Vec<f64>,
}

impl Rhythm {
    /// The rhythm of at least six weeks, the oldest first, in minutes or in numbers of items.
    ///
    /// The sway is the equal-weighted cosine estimate: the weeks' mean square along their slowest
    /// cosines, 0.4 · n^(2/3) of them, which has as many degrees of freedom (Lazarus, Lewis, Stock and
    /// Watson, "HAR Inference: Recommendations for Practice", J. Business & Economic Statistics 36, 2018;
    /// for predictions Müller and Watson, "Measuring Uncertainty about Long-Run Predictions", Review of
    /// Economic Studies 83, 2016). Slow waves show what weeks do together, which the spread of single
    /// weeks hides. Never fewer than two: one alone is too often near zero by chance.
    ///
    /// In a few weeks even the slowest wave is too quick to show all the momentum. What it misses is made
    /// up by the ratio of an AR(1)'s spectrum at zero (Box and Jenkins, "Time Series Analysis", 1970) to that at
    /// these cosines, together with that of [counting](Counting).
    pub(super) fn of(weeks: &[f64], by_items: bool) -> Self {
        let count = weeks.len() as f64;
        let level = weeks.iter().sum::<f64>() / count;
        let variance = weeks.iter().map(|week| (week - level) * (week - level)).sum::<f64>() / count;
        let spread = variance.sqrt();
        let deviations: Vec<f64> =
            weeks.iter().map(|week| if spread > 0.0 { (week - level) / spread } else { 0.0 }).collect();
        let counting = if by_items { Counting::items(level, variance) } else { Counting::NOTHING };
        let momentum = momentum(&deviations, counting);
        let freedom = (0.4 * libm::cbrt(count * count)).round().max(2.0) as u32;
        let slow = |of: &dyn Fn(f64) -> f64| {
            (1..=freedom).map(|wave| of(PI * f64::from(wave) / count)).sum::<f64>() / f64::from(freedom)
        };
        let shown = slow(&|frequency| along(&deviations, frequency));
        let spectrum = |frequency: f64| counting.spectrum(momentum, frequency);
        let missed = spectrum(0.0) / slow(&spectrum);
        Self { level, sway: spread * (shown * missed).sqrt(), freedom, momentum, deviations }
    }
}

/// The first-order autocorrelation of the person's own part, without the bias of an estimate around a mean that is estimated too:
/// `E[r] = φ - (1 + 4φ) / n` (Shaman and Stine, "The Bias of Autoregressive Coefficient Estimators",
/// J. American Statistical Association 83, 1988), solved for φ. Divided by `n - 5` in place of `n - 4`, so
/// that it leans to momentum: too much makes a range wide, too little makes it wrong. Where items are counted it
/// leans to it the more, the less of the weeks is the person's own.
fn momentum(deviations: &[f64], counting: Counting) -> f64 {
    let count = deviations.len() as f64;
    let carried: f64 = deviations.windows(2).map(|pair| pair[0] * pair[1]).sum();
    ((carried + count * counting.hidden + 1.0) / counting.own / (count - 5.0)).clamp(0.0, MOST_MOMENTUM)
}

/// The squared length of the deviations along a cosine of that frequency, in radians a week; 1 on
/// average where no week has to do with another.
fn along(deviations: &[f64], frequency: f64) -> f64 {
    let weeks = (0..).map(|week: u32| f64::from(week) + 0.5);
    let sum: f64 =
        weeks.zip(deviations).map(|(week, deviation)| deviation * libm::cos(frequency * week)).sum();
    2.0 * sum * sum / deviations.len() as f64
}
