//! The system's default output, by rodio: ALSA on Linux, which PulseAudio and PipeWire stand behind, Core Audio, WASAPI.

use super::voice::Output;
use crate::view::Sound;
use rodio::buffer::SamplesBuffer;
use rodio::cpal::{self, BufferSize, ErrorKind};
use rodio::{ChannelCount, Decoder, DeviceSinkBuilder, DeviceSinkError, MixerDeviceSink, SampleRate, Source};
use std::io::Cursor;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

/// How long after its last sample was handed over a sound may still be on its way to the ear; what is closed earlier is
/// cut off.
const ON_ITS_WAY: Duration = Duration::from_millis(600);

/// How many frames are handed over at a time: a fifth of a second at the usual 48,000 a second. More would be heard as late,
/// less wakes the machine more often while the clock ticks.
const AT_A_TIME: u32 = 9_600;

/// How soon what plays hears of its end.
const HEARD_OF: Duration = Duration::from_millis(5);

const TICK: &[u8] = include_bytes!("../../../../sounds/tick.wav");

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
    sounding: Option<Playing>,
    ticks: Option<Playing>,
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
        let opened = DeviceSinkBuilder::from_default_device().and_then(|device| {
            device
                .with_buffer_size(BufferSize::Fixed(AT_A_TIME))
                .with_error_callback(on_error)
                .open_sink_or_fallback()
        });
        let mut sink = opened.map_err(|error| words(&error))?;
        sink.log_on_drop(false);
        Ok(Self { sounding: None, ticks: None, sink, lost })
    }

    /// Mixed in directly: rodio's own player loses the beginning of what is repeated.
    fn start(&self, source: impl Source + Send + 'static) -> Playing {
        let over = Arc::new(AtomicBool::new(false));
        let told = over.clone();
        self.sink.mixer().add(source.stoppable().periodic_access(HEARD_OF, move |source| {
            if told.load(Ordering::Acquire) {
                source.stop();
            }
        }));
        Playing(over)
    }
}

/// Something that plays until it ends or this is dropped.
struct Playing(Arc<AtomicBool>);

impl Drop for Playing {
    fn drop(&mut self) {
        self.0.store(true, Ordering::Release);
    }
}

impl Output for DefaultOutput {
    fn play(&mut self, sound: Sound, gain: f32) -> Duration {
        let Some(samples) = Samples::of(recording(sound)) else { return Duration::ZERO };
        let source = samples.source();
        let lasts = source.total_duration().unwrap_or_default();
        self.sounding = Some(self.start(source.amplify(gain)));
        lasts + ON_ITS_WAY
    }

    fn tick(&mut self, gain: Option<f32>) {
        let tick = gain.and_then(|gain| Some((gain, Samples::of(TICK)?)));
        self.ticks = tick.map(|(gain, mut tick)| {
            tick.fill_a_second();
            self.start(tick.source().amplify(gain).repeat_infinite())
        });
    }

    fn is_lost(&self) -> bool {
        self.lost.load(Ordering::Acquire)
    }
}

/// A recording's samples, read at once: rodio 0.23 counts wrongly where it repeats what it reads on the way.
struct Samples {
    channels: ChannelCount,
    rate: SampleRate,
    samples: Vec<f32>,
}

impl Samples {
    /// Those of one of the app's recordings.
    fn of(recording: &'static [u8]) -> Option<Self> {
        let decoded = Decoder::new(Cursor::new(recording));
        let decoded =
            decoded.inspect_err(|error| tracing::error!(%error, "a sound of the app's own")).ok()?;
        let (channels, rate) = (decoded.channels(), decoded.sample_rate());
        Some(Self { channels, rate, samples: decoded.collect() })
    }

    /// Lets silence follow until a second is over.
    fn fill_a_second(&mut self) {
        let second = usize::from(self.channels.get()) * self.rate.get() as usize;
        self.samples.resize(second, 0.0);
    }

    fn source(self) -> SamplesBuffer {
        SamplesBuffer::new(self.channels, self.rate, self.samples)
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_recording_can_be_read_and_has_something_to_hear() {
        for recording in
            [Sound::Chime, Sound::Bell, Sound::Marimba, Sound::Wood].map(recording).into_iter().chain([TICK])
        {
            let samples = Samples::of(recording).unwrap();
            assert_eq!((samples.channels.get(), samples.rate.get()), (1, 22_050));
            assert!(samples.samples.iter().any(|sample| sample.abs() > 0.2), "{}", samples.samples.len());
        }
    }

    #[test]
    fn a_tick_takes_a_second_with_the_silence_behind_it() {
        let mut tick = Samples::of(TICK).unwrap();
        tick.fill_a_second();
        assert_eq!(tick.source().total_duration(), Some(Duration::from_secs(1)));
    }
}
