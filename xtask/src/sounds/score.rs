//! What is played: each piece with its strokes, and the things that are struck.

/// A sound: the strokes that it is made of.
pub(super) struct Piece {
    /// Its name, and its file's.
    pub(super) name: &'static str,
    /// How long it lasts.
    pub(super) seconds: f64,
    /// Its loudest sample, where 1 is the loudest there can be.
    pub(super) peak: f64,
    /// The strokes, which may ring into one another.
    pub(super) strokes: &'static [Stroke],
}

/// One stroke on something.
pub(super) struct Stroke {
    /// When it comes.
    pub(super) second: f64,
    /// The pitch that it gives.
    pub(super) hertz: f64,
    /// How hard it is, against the piece's other strokes.
    pub(super) force: f64,
    /// What is struck.
    pub(super) thing: &'static Thing,
}

/// Something that sounds when it is struck.
pub(super) struct Thing {
    /// How long the sound takes to swell, in seconds: short under a stick, longer under felt.
    pub(super) swells: f64,
    /// The tones that it sounds in.
    pub(super) partials: &'static [Partial],
}

/// One of the tones that something sounds in.
pub(super) struct Partial {
    /// Its frequency against the pitch.
    pub(super) ratio: f64,
    /// How loud it begins, against the others.
    pub(super) share: f64,
    /// How long it takes to fall to a third (1/e), in seconds.
    pub(super) fades: f64,
}

const fn partial(ratio: f64, share: f64, fades: f64) -> Partial {
    Partial { ratio, share, fades }
}

const fn stroke(second: f64, hertz: f64, force: f64, thing: &'static Thing) -> Stroke {
    Stroke { second, hertz, force, thing }
}

/// A hollow block of wood: dry, with partials that belong to no harmony.
const BLOCK: Thing = Thing {
    swells: 0.002,
    partials: &[partial(1.0, 1.0, 0.036), partial(1.58, 0.35, 0.022), partial(2.72, 0.12, 0.010)],
};

/// A bar of rosewood over a pipe: marimbas are carved until the second partial is two octaves up, and the third another
/// octave and a third.
const BAR: Thing = Thing {
    swells: 0.004,
    partials: &[partial(1.0, 1.0, 0.150), partial(4.0, 0.20, 0.045), partial(10.0, 0.04, 0.012)],
};

/// A small bell under a felt hammer: hum, prime, tierce, quint and nominal, as founders name them.
const BELL: Thing = Thing {
    swells: 0.006,
    partials: &[
        partial(0.5, 0.35, 0.30),
        partial(1.0, 1.0, 0.24),
        partial(1.2, 0.25, 0.18),
        partial(1.5, 0.18, 0.14),
        partial(2.0, 0.30, 0.15),
        partial(2.67, 0.08, 0.08),
    ],
};

/// A clock's escapement, behind its case.
const ESCAPEMENT: Thing =
    Thing { swells: 0.001, partials: &[partial(1.0, 1.0, 0.006), partial(1.9, 0.3, 0.003)] };

// Pitches by their names, tuned to A at 440 Hz.
const A4: f64 = 440.0;
const D5: f64 = 587.33;
const G5: f64 = 783.99;
const A5: f64 = 880.0;
const B5: f64 = 987.77;
const D6: f64 = 1174.66;

/// Every sound that the app brings.
pub(super) const SCORE: &[Piece] = &[
    // Three bells upwards: something opens.
    Piece {
        name: "chime",
        seconds: 0.68,
        peak: 0.6,
        strokes: &[stroke(0.0, G5, 0.8, &BELL), stroke(0.11, B5, 0.8, &BELL), stroke(0.22, D6, 0.9, &BELL)],
    },
    // One bell: something is complete.
    Piece { name: "bell", seconds: 0.75, peak: 0.6, strokes: &[stroke(0.0, A5, 1.0, &BELL)] },
    // Two bars, a fourth up.
    Piece {
        name: "marimba",
        seconds: 0.46,
        peak: 0.65,
        strokes: &[stroke(0.0, A4, 0.9, &BAR), stroke(0.13, D5, 1.0, &BAR)],
    },
    // Two knocks on wood.
    Piece {
        name: "wood",
        seconds: 0.24,
        peak: 0.65,
        strokes: &[stroke(0.0, G5, 1.0, &BLOCK), stroke(0.105, D5, 0.9, &BLOCK)],
    },
    // One tick of a clock; the app repeats it each second.
    Piece { name: "tick", seconds: 0.03, peak: 0.25, strokes: &[stroke(0.0, 1650.0, 1.0, &ESCAPEMENT)] },
];
