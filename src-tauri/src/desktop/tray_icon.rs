//! The tray's picture: a face of the timer, at a size, in an ink, as pixels.
//!
//! The shapes come from `icons/tray/`, rendered per size; this module gives them their colour and shows how much is
//! done. Black in a sheet stays as it is, red is the part that tells progress: the ring is solid clockwise from the
//! top as time passes, the cup empties. When the tray is redrawn, and what its menu says, belong elsewhere.

use tauri::{Theme, image::Image, include_image};

/// How many pictures a turn of the ring has; a face is worth redrawing when it moves by one.
pub(crate) const STEPS: u8 = 24;

/// The sizes that have a drawing of their own, in pixels.
pub(crate) const SIZES: [u32; 10] = [16, 18, 20, 22, 24, 32, 36, 40, 44, 48];

/// How opaque the ring is where nothing is done yet: seen, but not taken for done.
const TRACK: f32 = 0.38;

/// How opaque the done part of the ring is while paused: between the track and a running one.
const PAUSED: f32 = 0.7;

/// The colours of the phases, red, green, blue: each at least 3:1 against a light panel and against a dark one.
const FOCUS: [u8; 3] = [0x30, 0x91, 0x69];
const BREAK: [u8; 3] = [0x37, 0x85, 0xcd];
const HELD: [u8; 3] = [0xb3, 0x75, 0x19];

/// What the timer is doing, as its shape in the tray: cairn, ring around a dot, cup, ring around two bars.
///
/// Two faces are equal when they are drawn alike, so the tray needs a new picture only when its face changes.
#[derive(Clone, Copy, Debug)]
pub(crate) enum TrayFace {
    /// No interval.
    Idle,
    /// A focus interval runs.
    Focus {
        /// The share of it that has passed, 0 to 1.
        done: f32,
    },
    /// A break runs.
    Break {
        /// The share of it that has passed, 0 to 1.
        done: f32,
    },
    /// An interval is paused.
    Paused {
        /// The share of it that had passed, 0 to 1.
        done: f32,
    },
}

impl TrayFace {
    /// Where the face stands on a sheet, and how many of the [`STEPS`] are done.
    fn cell_and_step(self) -> (u32, u8) {
        match self {
            Self::Idle => (0, 0),
            Self::Focus { done } => (1, step(done)),
            Self::Break { done } => (2, step(done)),
            Self::Paused { done } => (3, step(done)),
        }
    }
}

impl PartialEq for TrayFace {
    fn eq(&self, other: &Self) -> bool {
        self.cell_and_step() == other.cell_and_step()
    }
}

impl Eq for TrayFace {}

/// The one colour of the picture, chosen for the panel behind it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Ink {
    /// Near white, for a dark panel.
    Light,
    /// Near black, for a light panel; also what macOS takes as a template.
    Dark,
    /// A middle green, at least 3:1 against both, for a panel that nothing is known of.
    Either,
}

impl Ink {
    /// The ink for the system's theme. macOS colours the template itself. On Linux a dark theme has a dark panel,
    /// but a light one may have either: the bar of some desktops is always black.
    pub(crate) fn for_theme(theme: Option<Theme>) -> Self {
        if cfg!(target_os = "macos") {
            return Self::Dark;
        }
        match theme {
            Some(Theme::Dark) => Self::Light,
            Some(Theme::Light) if cfg!(windows) => Self::Dark,
            _ => Self::Either,
        }
    }

    /// Red, green, blue.
    fn rgb(self) -> [u8; 3] {
        match self {
            Self::Light => [0xf3, 0xf5, 0xf4],
            Self::Dark => [0x1d, 0x24, 0x21],
            Self::Either => [0x35, 0x91, 0x6d],
        }
    }
}

/// The colours of a picture: an ink, which turns into the colours of a picture in that ink alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Paint {
    /// For everything.
    pub(crate) ink: Ink,
    /// For the part that tells progress, red, green, blue, if it is to differ.
    pub(crate) arc: Option<[u8; 3]>,
}

impl Paint {
    /// The paint of a face: what tells progress has the colour of its phase. macOS colours the template itself.
    pub(crate) fn of(face: TrayFace, ink: Ink) -> Self {
        let arc = match face {
            _ if cfg!(target_os = "macos") => None,
            TrayFace::Idle => None,
            TrayFace::Focus { .. } => Some(FOCUS),
            TrayFace::Break { .. } => Some(BREAK),
            TrayFace::Paused { .. } => Some(HELD),
        };
        Self { ink, arc }
    }
}

impl From<Ink> for Paint {
    fn from(ink: Ink) -> Self {
        Self { ink, arc: None }
    }
}

/// The share done in whole steps, 0 to [`STEPS`], the last only when all of it is. What is not a number counts as 0.
pub(crate) fn step(done: f32) -> u8 {
    // a hair more, so that a share that was itself computed from a step stays that step
    (done.clamp(0.0, 1.0) * f32::from(STEPS) + 1e-3).floor() as u8
}

/// The picture's size in pixels on a screen of that scale factor: what the platform's panel wants, as far as it is
/// drawn. 16 points on Windows, 18 on macOS, which is given double size always, and 24 elsewhere.
pub(crate) fn size_for(scale: f64) -> u32 {
    let wanted = if cfg!(target_os = "macos") {
        36.0
    } else if cfg!(windows) {
        16.0 * scale
    } else {
        24.0 * scale
    };
    SIZES.into_iter().rev().find(|size| f64::from(*size) <= wanted + 0.01).unwrap_or(SIZES[0])
}

/// The face as `size` rows of `size` pixels, straight RGBA, eight bits each: what [`Image::new_owned`] takes.
///
/// A size that is not among [`SIZES`] gets the next smaller drawing in its middle.
pub(crate) fn draw(face: TrayFace, size: u32, paint: impl Into<Paint>) -> Vec<u8> {
    let paint = paint.into();
    let ink = paint.ink.rgb();
    let arc = paint.arc.unwrap_or(ink);
    let sheet = Sheet::fitting(size);
    let (cell, step) = face.cell_and_step();
    let level = sheet.level(cell, step);
    // below the smallest sheet the margin is negative, and the drawing loses its edges
    let margin = (i64::from(size) - i64::from(sheet.size)) / 2;

    let mut pixels = Vec::with_capacity((size * size * 4) as usize);
    for (y, x) in (0..size).flat_map(|y| (0..size).map(move |x| (y, x))) {
        let (x, y) = (i64::from(x) - margin, i64::from(y) - margin);
        let Part { fixed, moving } = sheet.part(cell, x, y);
        let shown = match face {
            TrayFace::Idle => 1.0,
            TrayFace::Break { .. } => f32::from(y >= level),
            TrayFace::Focus { .. } => between(TRACK, 1.0, sheet.turned(step, x, y)),
            TrayFace::Paused { .. } => between(TRACK, PAUSED, sheet.turned(step, x, y)),
        };
        let moving = moving * shown;
        let alpha = fixed + moving;
        for (ink, arc) in ink.into_iter().zip(arc) {
            let mixed = if alpha > 0.0 { between(ink.into(), arc.into(), moving / alpha) } else { 0.0 };
            pixels.push(mixed.round() as u8);
        }
        pixels.push((alpha * 255.0).round() as u8);
    }
    pixels
}

/// From `a` at 0 to `b` at 1.
fn between(a: f32, b: f32, share: f32) -> f32 {
    a + (b - a) * share
}

/// How much of a pixel is covered, 0 to 1: by what stays as it is, and by what tells progress.
struct Part {
    fixed: f32,
    moving: f32,
}

/// The four faces at one size, side by side.
struct Sheet {
    size: u32,
    image: Image<'static>,
}

impl Sheet {
    /// The largest that `size` pixels have room for, or the smallest there is.
    fn fitting(size: u32) -> Self {
        let image = match size {
            0..18 => include_image!("../icons/rendered/tray/16.png"),
            18..20 => include_image!("../icons/rendered/tray/18.png"),
            20..22 => include_image!("../icons/rendered/tray/20.png"),
            22..24 => include_image!("../icons/rendered/tray/22.png"),
            24..32 => include_image!("../icons/rendered/tray/24.png"),
            32..36 => include_image!("../icons/rendered/tray/32.png"),
            36..40 => include_image!("../icons/rendered/tray/36.png"),
            40..44 => include_image!("../icons/rendered/tray/40.png"),
            44..48 => include_image!("../icons/rendered/tray/44.png"),
            48.. => include_image!("../icons/rendered/tray/48.png"),
        };
        Self { size: image.height(), image }
    }

    /// What covers a pixel of a cell; outside of it, nothing.
    fn part(&self, cell: u32, x: i64, y: i64) -> Part {
        let size = i64::from(self.size);
        let inside = (0..size).contains(&x) && (0..size).contains(&y);
        let at = 4 * (y * i64::from(self.image.width()) + i64::from(cell) * size + x);
        let pixel =
            usize::try_from(at).ok().filter(|_| inside).and_then(|at| self.image.rgba().get(at..at + 4));
        match pixel {
            Some(&[red, _, _, alpha]) => {
                let (red, alpha) = (f32::from(red) / 255.0, f32::from(alpha) / 255.0);
                Part { fixed: alpha * (1.0 - red), moving: alpha * red }
            }
            _ => Part { fixed: 0.0, moving: 0.0 },
        }
    }

    /// The first row that is still full when so many steps of the cell's moving part have gone from the top. A whole
    /// row, so that the edge stays crisp.
    fn level(&self, cell: u32, step: u8) -> i64 {
        let size = i64::from(self.size);
        let moves = |y: &i64| (0..size).any(|x| self.part(cell, x, *y).moving > 0.5);
        let top = (0..size).find(moves).unwrap_or(0);
        let bottom = (0..size).rev().find(moves).map_or(0, |last| last + 1);
        let gone = between(0.0, (bottom - top) as f32, f32::from(step) / f32::from(STEPS));
        top + gone.round() as i64
    }

    /// How much of a pixel the hand of a clock has passed after so many steps, 0 to 1.
    fn turned(&self, step: u8, x: i64, y: i64) -> f32 {
        let middle = self.size as f32 / 2.0;
        let (x, y) = (x as f32 + 0.5 - middle, y as f32 + 0.5 - middle);
        let (sin, cos) = (std::f32::consts::TAU * f32::from(step) / f32::from(STEPS)).sin_cos();
        // the distance of the pixel's middle from noon and from the hand, both positive where the hand has been
        let (noon, hand) = (x, -(x * cos + y * sin));
        let within = if step <= STEPS / 2 { noon.min(hand) } else { noon.max(hand) };
        (within + 0.5).clamp(0.0, 1.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FACES: [TrayFace; 4] = [
        TrayFace::Idle,
        TrayFace::Focus { done: 0.5 },
        TrayFace::Break { done: 0.5 },
        TrayFace::Paused { done: 0.5 },
    ];

    /// The sum of all pixels' opacity, in whole pixels.
    fn coverage(pixels: &[u8]) -> f32 {
        pixels.chunks(4).map(|pixel| f32::from(pixel[3]) / 255.0).sum()
    }

    /// How many pixels stand out from the panel: more than the ring's undone part does.
    fn solid(pixels: &[u8]) -> usize {
        pixels.chunks(4).filter(|pixel| pixel[3] > 150).count()
    }

    /// The contrast of two colours, 1 to 21, as WCAG 2 defines it.
    fn contrast(a: [u8; 3], b: [u8; 3]) -> f64 {
        let luminance = |rgb: [u8; 3]| {
            let [r, g, b] = rgb.map(|channel| {
                let c = f64::from(channel) / 255.0;
                if c <= 0.04045 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) }
            });
            0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05
        };
        let (a, b) = (luminance(a), luminance(b));
        a.max(b) / a.min(b)
    }

    #[test]
    fn every_face_fills_its_square_with_pixels_at_every_size() {
        for size in SIZES {
            for face in FACES {
                let pixels = draw(face, size, Ink::Dark);
                let area = (size * size) as usize;
                assert_eq!(pixels.len(), 4 * area);
                let share = solid(&pixels) as f32 / area as f32;
                assert!((0.12..0.7).contains(&share), "{face:?} at {size}: {share} of it is solid");
            }
        }
    }

    #[test]
    fn faces_differ_by_more_than_a_few_pixels_even_at_16() {
        let drawn = FACES.map(|face| draw(face, 16, Ink::Light));
        for (a, b) in [(0, 1), (0, 2), (0, 3), (1, 2), (1, 3), (2, 3)] {
            let differ =
                drawn[a].chunks(4).zip(drawn[b].chunks(4)).filter(|(a, b)| a[3].abs_diff(b[3]) > 60).count();
            assert!(differ >= 24, "{:?} and {:?} differ in {differ} pixels", FACES[a], FACES[b]);
        }
    }

    #[test]
    fn the_solid_part_of_the_ring_is_the_share_that_is_done() {
        for size in SIZES {
            let at = |done| coverage(&draw(TrayFace::Focus { done }, size, Ink::Dark));
            let (none, all) = (at(0.0), at(1.0));
            for steps in 0..=STEPS {
                let done = f32::from(steps) / f32::from(STEPS);
                let shown = (at(done) - none) / (all - none);
                assert!((shown - done).abs() < 0.02, "{done} done shows as {shown} at {size}");
            }
        }
    }

    #[test]
    fn the_ring_runs_clockwise_from_the_top() {
        let pixels = draw(TrayFace::Focus { done: 0.25 }, 16, Ink::Dark);
        let alpha = |x: usize, y: usize| pixels[4 * (16 * y + x) + 3];
        assert!(alpha(8, 1) > 220 && alpha(14, 7) > 220, "noon to three is done");
        assert!(alpha(14, 8) < 120 && alpha(7, 14) < 120 && alpha(7, 1) < 120, "the rest is not");
    }

    #[test]
    fn the_cup_empties_as_the_break_passes() {
        for size in SIZES {
            let levels: Vec<f32> = [0.0, 0.34, 0.67, 1.0]
                .map(|done| coverage(&draw(TrayFace::Break { done }, size, Ink::Dark)))
                .to_vec();
            assert!(levels.is_sorted_by(|fuller, emptier| fuller > emptier), "{levels:?} at {size}");
            assert!(levels[3] > 0.2 * levels[0], "the empty cup is still a cup");
        }
    }

    #[test]
    fn a_face_is_redrawn_only_when_its_picture_changes() {
        assert_eq!(TrayFace::Focus { done: 0.501 }, TrayFace::Focus { done: 0.53 });
        assert_ne!(TrayFace::Focus { done: 0.53 }, TrayFace::Focus { done: 0.55 });
        assert_ne!(TrayFace::Focus { done: 0.5 }, TrayFace::Paused { done: 0.5 });
        assert_ne!(TrayFace::Idle, TrayFace::Break { done: 0.0 });
    }

    #[test]
    fn steps_stay_in_range_and_only_the_end_is_whole() {
        assert_eq!([-1.0, f32::NAN, 0.0, 0.999, 1.0, 7.0].map(step), [0, 0, 0, 23, 24, 24]);
        for steps in 0..=STEPS {
            assert_eq!(step(f32::from(steps) / f32::from(STEPS)), steps);
        }
    }

    #[test]
    fn each_ink_and_each_phase_can_be_read_on_its_panels() {
        let (white, black) = ([0xff; 3], [0; 3]);
        let (light, dark) = ([0xe8, 0xea, 0xe9], [0x2e, 0x34, 0x32]);
        assert!(contrast(Ink::Dark.rgb(), light) > 7.0 && contrast(Ink::Light.rgb(), dark) > 7.0);
        for panel in [white, light, dark, black] {
            for colour in [Ink::Either.rgb(), FOCUS, BREAK, HELD] {
                let ratio = contrast(colour, panel);
                assert!(ratio >= 3.0, "{ratio} of {colour:?} on {panel:?}");
            }
        }
    }

    #[test]
    fn a_colour_of_its_own_goes_to_the_ring_and_not_to_the_dot() {
        let amber = [0xf4, 0xb5, 0x44];
        let paint = Paint { ink: Ink::Light, arc: Some(amber) };
        let pixels = draw(TrayFace::Focus { done: 1.0 }, 16, paint);
        let colour = |x: usize, y: usize| &pixels[4 * (16 * y + x)..][..3];
        assert_eq!((colour(14, 7), colour(7, 7)), (&amber[..], &Ink::Light.rgb()[..]));
    }

    #[test]
    fn a_size_without_a_drawing_gets_the_next_smaller_one_in_its_middle() {
        let pixels = draw(TrayFace::Idle, 28, Ink::Dark);
        assert_eq!(coverage(&pixels), coverage(&draw(TrayFace::Idle, 24, Ink::Dark)));
        assert!(pixels[..2 * 28 * 4].iter().all(|byte| *byte == 0), "two rows of margin");
        assert_eq!(draw(TrayFace::Idle, 8, Ink::Dark).len(), 8 * 8 * 4);
    }
}
