//! Sounds. The app hands an order over and goes on; one thread lets it be heard.
//!
//! That thread opens the system's output when something is to sound and closes it once that has been heard: an output that
//! stays open costs time on the processor, and keeps macOS and Windows from going to sleep. Only ticking holds it open. When
//! it is open is in `voice`, how a sound gets to it in `output`. The page plays nothing: WebKitGTK plays no file of the
//! app's own, and slows down what is hidden.

mod output;
mod voice;

use crate::ports::Speaker;
use crate::view::{Sound, Volume};
use output::DefaultOutput;
use std::sync::Arc;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError, Sender};
use std::thread;
use voice::Voice;

/// Whoever is told how it went: that sounds are heard, or why not in words for the person.
pub(crate) type Ear = Arc<dyn Fn(Result<(), String>) + Send + Sync>;

/// The system's output for sounds.
pub(crate) struct DesktopSpeaker {
    orders: Sender<Order>,
}

/// What is to be heard, with what samples are multiplied by.
#[derive(Debug, Clone, Copy)]
enum Order {
    Play(Sound, f32),
    Tick(Option<f32>),
}

impl DesktopSpeaker {
    /// Starts the thread that lets sounds be heard.
    ///
    /// # Errors
    /// Where the system gives no thread.
    pub(crate) fn start(ear: Ear) -> std::io::Result<Self> {
        let (orders, taken) = mpsc::channel();
        thread::Builder::new().name("sounds".into()).spawn(move || carry(&taken, &ear))?;
        Ok(Self { orders })
    }

    fn order(&self, order: Order) {
        if self.orders.send(order).is_err() {
            tracing::error!("the sounds' thread is gone");
        }
    }
}

impl Speaker for DesktopSpeaker {
    fn play(&self, sound: Sound, volume: Volume) {
        self.order(Order::Play(sound, volume.gain()));
    }

    fn tick(&self, volume: Option<Volume>) {
        self.order(Order::Tick(volume.map(Volume::gain)));
    }
}

/// Carries out orders until nobody gives any more.
fn carry(orders: &Receiver<Order>, ear: &Ear) {
    let mut voice = Voice::new(DefaultOutput::open);
    loop {
        let order = match voice.has_to_wait() {
            Some(rest) => orders.recv_timeout(rest),
            None => orders.recv().map_err(RecvTimeoutError::from),
        };
        match order {
            Ok(order) => {
                if let Some(outcome) = voice.carry_out(order) {
                    ear(outcome);
                }
            }
            Err(RecvTimeoutError::Timeout) => voice.close(),
            Err(RecvTimeoutError::Disconnected) => return,
        }
    }
}
