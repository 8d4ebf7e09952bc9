//! The system's default output, by rodio: ALSA on Linux, which PulseAudio and PipeWire stand behind, Core Audio, WASAPI.

use super::voice::Output;
use crate::view::Sound;
use rodio::cpal::{self, ErrorKind};
use rodio::source::Source;
use rodio::{Decoder, DeviceSinkBuilder, DeviceSinkError, MixerDeviceSink, Player};
use std::io::Cursor;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

/// How long after its last sample was handed over a sound may still be on its way to the ear; what is closed earlier is
/// cut off.
const ON_ITS_WAY: Duration = Duration::from_millis(600);

const TICK: &[u8] = include_bytes!("../../../../sounds/tick.wav");

/// How often the clock ticks.
const EVERY: Duration = Duration::from_secs(1);

const fn recording(sound: Sound) -> &'static [u8] {
    match sound {
        Sound::Chime => include_bytes!("../../../../sounds/chime.wav"),
        Sound::Bell => include_bytes!("../../../../sounds/bell.wav"),
        Sound::Marimba => include_bytes!("../../../../sounds/marimba.wav"),
        Sound::Wood => include_bytes!("../../../../sounds/wood.wav"),
    }
}

/// The default output, open.
pub(super) struct DefaultOutput {
    // Dropped first, so that nothing plays into an output that closes.
    sounding: Option<Player>,
    ticks: Option<Player>,
    sink: MixerDeviceSink,
    lost: Arc<AtomicBool>,
}

impl DefaultOutput {
    /// Opens it.
    ///
    /// # Errors
    /// Why it can't be, in words for the person.
    pub(super) fn open() -> Result<Self, String> {
        #[cfg(target_os = "linux")]
        let _said = AlsaSays::now();
        let lost = Arc::new(AtomicBool::new(false));
        let told = lost.clone();
        let on_error = move |error: cpal::Error| {
            tracing::warn!(%error, "the sound output");
            if is_fatal(error.kind()) {
                told.store(true, Ordering::Release);
            }
        };
        let opened = DeviceSinkBuilder::from_default_device()
            .and_then(|device| device.with_error_callback(on_error).open_sink_or_fallback());
        let mut sink = opened.map_err(|error| words(&error))?;
        sink.log_on_drop(false);
        Ok(Self { sounding: None, ticks: None, sink, lost })
    }

    fn start(&self, source: impl Source + Send + 'static) -> Player {
        let player = Player::connect_new(self.sink.mixer());
        player.append(source);
        player
    }
}

impl Output for DefaultOutput {
    fn play(&mut self, sound: Sound, gain: f32) -> Duration {
        let Some(source) = decoded(recording(sound)) else { return Duration::ZERO };
        let lasts = source.total_duration().unwrap_or_default();
        self.sounding = Some(self.start(source.amplify(gain)));
        lasts + ON_ITS_WAY
    }

    fn tick(&mut self, gain: Option<f32>) {
        let tick = gain.and_then(|gain| Some((gain, decoded(TICK)?)));
        self.ticks = tick.map(|(gain, tick)| {
            let silence = rodio::source::Zero::new(tick.channels(), tick.sample_rate());
            let second = silence.take_duration(EVERY).mix(tick);
            self.start(second.amplify(gain).repeat_infinite())
        });
    }

    fn is_lost(&self) -> bool {
        self.lost.load(Ordering::Acquire)
    }
}

fn decoded(recording: &'static [u8]) -> Option<Decoder<Cursor<&'static [u8]>>> {
    let decoded = Decoder::new(Cursor::new(recording));
    decoded.inspect_err(|error| tracing::error!(%error, "a sound of the app's own")).ok()
}

/// True where a stream that says so plays no more.
fn is_fatal(kind: ErrorKind) -> bool {
    matches!(kind, ErrorKind::DeviceNotAvailable | ErrorKind::HostUnavailable | ErrorKind::StreamInvalidated)
}

/// Why it can't be opened, to the person.
fn words(error: &DeviceSinkError) -> String {
    let cause = match error {
        DeviceSinkError::NoDevice => return NONE.to_owned(),
        DeviceSinkError::PlayError(cause)
        | DeviceSinkError::DefaultSinkConfigError(cause)
        | DeviceSinkError::BuildError(cause)
        | DeviceSinkError::SupportedConfigsError(cause) => cause,
        DeviceSinkError::UnsupportedSampleFormat => {
            return refused("it takes samples that Waymark can't give");
        }
    };
    match cause.kind() {
        kind if is_fatal(kind) => NONE.to_owned(),
        ErrorKind::DeviceBusy => refused("another program has it for itself"),
        ErrorKind::PermissionDenied => refused("the system does not allow it"),
        _ => refused(cause.to_string().trim_end_matches('.')),
    }
}

const NONE: &str = "No sound output was found. Sounds are heard again once there is one.";

fn refused(why: &str) -> String {
    format!("The sound output could not be opened: {why}. Sounds are heard again once it can be.")
}

/// Takes what ALSA says on this thread, which else goes to stderr: ten lines wherever there is no sound card.
#[cfg(target_os = "linux")]
struct AlsaSays(Option<std::rc::Rc<std::cell::RefCell<alsa::Output>>>);

#[cfg(target_os = "linux")]
impl AlsaSays {
    fn now() -> Self {
        Self(alsa::Output::local_error_handler().ok())
    }
}

#[cfg(target_os = "linux")]
impl Drop for AlsaSays {
    fn drop(&mut self) {
        if let Some(said) = &self.0 {
            tracing::debug!(said = %said.borrow(), "ALSA");
        }
    }
}
