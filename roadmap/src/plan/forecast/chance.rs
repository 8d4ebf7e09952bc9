//! Random numbers that are the same on every machine.

use rand_pcg::Pcg32;
use rand_pcg::rand_core::{Rng, SeedableRng};

/// Draws that follow from nothing but the seed.
pub(super) struct Chance(Pcg32);

impl Chance {
    pub(super) fn of(seed: u64) -> Self {
        Self(Pcg32::seed_from_u64(seed))
    }

    /// One of them, each as likely. There is at least one.
    pub(super) fn one_of(&mut self, values: &[f64]) -> f64 {
        let place = (u64::from(self.0.next_u32()) * values.len() as u64) >> 32;
        values[place as usize]
    }

    /// A standard normal deviate, by Box and Muller's transform (1958).
    pub(super) fn normal(&mut self) -> f64 {
        let radius = (-2.0 * libm::log(1.0 - self.share())).sqrt();
        radius * libm::cos(2.0 * std::f64::consts::PI * self.share())
    }

    /// A deviate of chi squared with as many degrees of freedom, above zero.
    pub(super) fn chi_squared(&mut self, freedom: u32) -> f64 {
        let sum: f64 = (0..freedom).map(|_| self.normal()).map(|normal| normal * normal).sum();
        sum.max(1e-6)
    }

    /// Evenly from 0 to less than 1.
    fn share(&mut self) -> f64 {
        f64::from(self.0.next_u32()) / 4_294_967_296.0
    }
}
