//! Many ways in which the weeks to come may go, each drawn from the weeks that were.

use super::chance::Chance;
use super::rhythm::Rhythm;

/// How many ways are drawn.
pub(super) const FUTURES: usize = 500;

/// How many weeks ahead are looked at: ten years of them.
pub(super) const HORIZON: usize = 522;

/// How many days it takes in each drawn future until as much is done, for each of these amounts, which
/// ascend; infinite where it isn't within the [`HORIZON`]. The days of an amount ascend.
///
/// Each future has a level and a sway of its own, as neither is known. The sway is as uncertain as chi
/// squared says, and the level is around the weeks' average as uncertain as that sway divided by the root of
/// their number: both together make Student's t ("The Probable Error of a Mean", Biometrika 6, 1908). The
/// level is drawn as a factor, lognormal, so that it is never zero.
///
/// Around that level go deviations that are drawn with replacement from those of the past weeks and carry
/// over from week to week: the sieve bootstrap (Bühlmann, "Sieve Bootstrap for Time Series", Bernoulli 3,
/// 1997). What a week falls below zero is missing in the next, so that the average stays the level.
pub(super) fn days_ahead(
    rhythm: &Rhythm,
    amounts: &[f64],
    capacities: &[f64],
    mut chance: Chance,
) -> Vec<Vec<f64>> {
    let mut days = vec![Vec::with_capacity(FUTURES); amounts.len()];
    for _ in 0..FUTURES {
        let sway = rhythm.sway * (f64::from(rhythm.freedom) / chance.chi_squared(rhythm.freedom)).sqrt();
        let unsure = sway / (rhythm.deviations.len() as f64).sqrt() / rhythm.level;
        let level = rhythm.level * libm::exp((unsure * chance.normal()).clamp(-20.0, 20.0));
        let fresh = sway * (1.0 - rhythm.momentum);
        let mut deviation = 0.0;
        let week = |capacity| {
            deviation = rhythm.momentum * deviation + fresh * chance.one_of(&rhythm.deviations);
            (level + deviation) * capacity
        };
        for (days, reached) in days.iter_mut().zip(days_until(amounts, capacities, week)) {
            days.push(reached);
        }
    }
    for days in &mut days {
        days.sort_unstable_by(f64::total_cmp);
    }
    days
}

/// How many days it takes until as much is done, when `work` says what is done in a week of which such a
/// share is free, and that is spread evenly over the week's days; infinite where these weeks don't
/// hold it. The amounts ascend.
pub(super) fn days_until(amounts: &[f64], capacities: &[f64], mut work: impl FnMut(f64) -> f64) -> Vec<f64> {
    let mut days = Vec::with_capacity(amounts.len());
    let (mut before, mut done) = (0.0, 0.0);
    for capacity in capacities {
        let work = work(*capacity);
        while days.len() < amounts.len() && done + work >= amounts[days.len()] {
            days.push(before + 7.0 * (amounts[days.len()] - done) / work);
        }
        if days.len() == amounts.len() {
            break;
        }
        done += work;
        before += 7.0;
    }
    days.resize(amounts.len(), f64::INFINITY);
    days
}
