//! How well a number of finished items tells what a week's work was.

/// How much longer or shorter items take than on average: their standard deviation, as a share of it.
const ITEMS_VARY: f64 = 1.0 / 3.0;

/// The most of what weeks differ by that is put down to counting. Few weeks in a row of good ones differ less than
/// counting alone would have it, and still they are the person's own.
const MOST: f64 = 0.5;

/// What weeks differ by, in parts that make 1: what is the person's own, and what comes of counting whole items.
///
/// An item that is under way at a week's end counts for the next one. So each end is off by an even share of an item,
/// of variance 1/12, which one week lacks and the next has too much. And as items take longer or shorter, each adds the
/// square of [`ITEMS_VARY`] (the variance of a number of renewals: Cox, "Renewal Theory", 1962). Neither carries over
/// to later weeks, so that both hide how much the person's own part does: an AR(1) seen with such an error is an
/// ARMA(1,1) (Granger and Morris, "Time Series Modelling and Interpretation", J. Royal Statistical Society A 139, 1976).
#[derive(Debug, Clone, Copy)]
pub(super) struct Counting {
    /// The person's own part.
    pub(super) own: f64,
    /// The covariance of two weeks in a row that counting hides, beside the variance of one: what one end is off by.
    pub(super) hidden: f64,
    /// The part of one end of a week.
    end: f64,
    /// The part of items that take longer or shorter.
    varying: f64,
}

impl Counting {
    /// Nothing is counted: minutes are what they are.
    pub(super) const NOTHING: Self = Self { own: 1.0, hidden: 0.0, end: 0.0, varying: 0.0 };

    /// Weeks with so many items on average, which differ by that variance.
    pub(super) fn items(level: f64, variance: f64) -> Self {
        let (end, varying) = (1.0 / 12.0, ITEMS_VARY * ITEMS_VARY * level);
        let counting = 2.0 * end + varying;
        if variance <= 0.0 {
            return Self::NOTHING;
        }
        let part = (counting / variance).min(MOST);
        let of = |noise: f64| part * noise / counting;
        Self { own: 1.0 - part, hidden: end / variance, end: of(end), varying: of(varying) }
    }

    /// The spectrum of all parts together, in radians a week, where so much of the person's own carries over.
    pub(super) fn spectrum(&self, momentum: f64, frequency: f64) -> f64 {
        let own =
            (1.0 - momentum * momentum) / (1.0 + momentum * momentum - 2.0 * momentum * libm::cos(frequency));
        self.own * own + self.end * 2.0 * (1.0 - libm::cos(frequency)) + self.varying
    }
}
