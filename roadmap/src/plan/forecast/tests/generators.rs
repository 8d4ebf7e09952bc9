//! People made by rule, whose past the forecast sees and whose future it doesn't.
//!
//! Fixed before the forecast was written, and not to be changed to suit it.

use rand_pcg::Pcg32;
use rand_pcg::rand_core::{Rng, SeedableRng};

/// How somebody works from week to week.
#[derive(Debug, Clone, Copy)]
pub(super) struct Habit {
    /// What it is called in the table of coverage.
    pub(super) name: &'static str,
    /// The standard deviation of a week, as a share of the level.
    pub(super) spread: f64,
    /// False: a bell around the level, cut at zero. True: lognormal, with a long tail of busy weeks.
    pub(super) skewed: bool,
    /// How much of one week's deviation carries over to the next: the coefficient of an AR(1).
    pub(super) momentum: f64,
    /// How often a week is skipped without notice, and nothing done.
    pub(super) skips: f64,
    /// How often one to seven days of a week are off and known to be, ahead as well.
    pub(super) leave: f64,
}

const STEADY: Habit =
    Habit { name: "steady", spread: 0.3, skewed: false, momentum: 0.0, skips: 0.0, leave: 0.0 };
const UNEVEN: Habit = Habit { name: "uneven", spread: 0.5, skewed: true, ..STEADY };

/// Everyone that the forecast is tried on. What is called momentum is about what diaries of habits and
/// moods show from one entry to the next; strong momentum is twice that, weeks going well or badly
/// for a month or more.
pub(super) const HABITS: [Habit; 11] = [
    STEADY,
    UNEVEN,
    Habit { name: "steady, momentum", momentum: 0.4, ..STEADY },
    Habit { name: "uneven, momentum", momentum: 0.4, ..UNEVEN },
    Habit { name: "steady, skips", skips: 0.1, ..STEADY },
    Habit { name: "uneven, skips", skips: 0.1, ..UNEVEN },
    Habit { name: "steady, leave", leave: 0.2, ..STEADY },
    Habit { name: "uneven, momentum, skips", momentum: 0.4, skips: 0.1, ..UNEVEN },
    Habit { name: "uneven, momentum, leave", momentum: 0.4, leave: 0.2, ..UNEVEN },
    Habit { name: "steady, strong momentum", momentum: 0.8, ..STEADY },
    Habit { name: "uneven, strong momentum", momentum: 0.8, ..UNEVEN },
];

/// One week as it was lived.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Lived {
    pub(super) minutes: u32,
    pub(super) items: u32,
    /// The share of its days that were off and known to be, 0 to 1.
    pub(super) off: f64,
}

/// As many weeks of somebody with that habit; another somebody for each run.
#[derive(Debug)]
pub(super) struct Life {
    pub(super) weeks: Vec<Lived>,
    /// The minutes of a week without days off, skipped ones counted in, in the long run.
    pub(super) pace: f64,
}

/// The minutes an item takes at least, and how many more at most.
const ITEM: (f64, f64) = (60.0, 180.0);

impl Habit {
    pub(super) fn live(&self, run: u64, weeks: usize) -> Life {
        let mut chance = Chance(Pcg32::seed_from_u64(run));
        let level = 240.0 * libm::exp(chance.share() * 2.0);
        let mut deviation = chance.normal();
        let mut at_work = 0.0;
        let weeks = (0..weeks).map(|_| {
            deviation =
                self.momentum * deviation + libm::sqrt(1.0 - self.momentum * self.momentum) * chance.normal();
            let skipped = chance.share() < self.skips;
            let on_leave = chance.share() < self.leave;
            let days_off = libm::ceil(chance.share() * 7.0).clamp(1.0, 7.0);
            let off = if on_leave { days_off / 7.0 } else { 0.0 };
            let minutes = if skipped { 0.0 } else { level * self.week(deviation) * (1.0 - off) };
            at_work += minutes;
            let mut items = 0;
            while at_work > 0.0 {
                at_work -= ITEM.0 + ITEM.1 * chance.share();
                items += 1;
            }
            Lived { minutes: minutes as u32, items, off }
        });
        Life { weeks: weeks.collect(), pace: level * (1.0 - self.skips) }
    }

    /// The share of the level that a week of that standardised deviation comes to.
    fn week(&self, deviation: f64) -> f64 {
        if self.skewed {
            let variance = libm::log(1.0 + self.spread * self.spread);
            libm::exp(libm::sqrt(variance) * deviation - variance / 2.0)
        } else {
            (1.0 + self.spread * deviation).max(0.0)
        }
    }
}

/// How many days from the first of these weeks on it takes until as much is done, what a week holds being
/// spread evenly over its days: 0 where it is done on the first day. None where it takes longer.
pub(super) fn days_until(done: impl Fn(&Lived) -> u32, weeks: &[Lived], remaining: f64) -> Option<u64> {
    let mut left = remaining;
    for (week, lived) in (0..).zip(weeks) {
        let done = f64::from(done(lived));
        if done >= left {
            let day = libm::ceil(7.0 * left / done) as u64;
            return Some(7 * week + day.saturating_sub(1));
        }
        left -= done;
    }
    None
}

struct Chance(Pcg32);

impl Chance {
    /// Evenly from 0 to less than 1.
    fn share(&mut self) -> f64 {
        f64::from(self.0.next_u32()) / 4_294_967_296.0
    }

    /// A standard normal deviate by Box and Muller's transform (1958).
    fn normal(&mut self) -> f64 {
        let radius = libm::sqrt(-2.0 * libm::log(1.0 - self.share()));
        radius * libm::cos(2.0 * std::f64::consts::PI * self.share())
    }
}
