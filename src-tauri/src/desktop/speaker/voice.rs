//! When the output is open: from a sound's beginning until it has been heard, and while the clock ticks.

use super::Order;
use crate::view::Sound;
use std::time::Duration;

/// What sounds come out of while it is open.
pub(super) trait Output {
    /// Plays a sound in place of the one before; answers in which time it has been heard.
    fn play(&mut self, sound: Sound, gain: f32) -> Duration;

    /// Ticks once a second, or no longer.
    fn tick(&mut self, gain: Option<f32>);

    /// True once nothing can be heard of it any more.
    fn is_lost(&self) -> bool;
}

/// What is heard, and the output for it while there is one.
pub(super) struct Voice<O, Open> {
    open: Open,
    output: Option<O>,
    /// How loud it is to tick, also while there is no output for that.
    ticks: Option<f32>,
    /// In which time all that was to be played has been heard, counted from the latest order.
    rest: Duration,
}

impl<O: Output, Open: FnMut() -> Result<O, String>> Voice<O, Open> {
    pub(super) fn new(open: Open) -> Self {
        Self { open, output: None, ticks: None, rest: Duration::ZERO }
    }

    /// How long the output is to stay open where no order comes; none where that is no question.
    pub(super) fn has_to_wait(&self) -> Option<Duration> {
        (self.output.is_some() && self.ticks.is_none()).then_some(self.rest)
    }

    /// Carries out an order. Answers how it went where the output had to be opened for it.
    pub(super) fn carry_out(&mut self, order: Order) -> Option<Result<(), String>> {
        let ticked = self.ticks;
        // What is silent needs no output.
        let sound = match order {
            Order::Play(sound, gain) => Some((sound, gain)).filter(|(_, gain)| *gain > 0.0),
            Order::Tick(gain) => {
                self.ticks = gain.filter(|gain| *gain > 0.0);
                None
            }
        };
        if self.output.as_ref().is_some_and(O::is_lost) {
            self.close();
        }
        let outcome = if self.output.is_none() && (sound.is_some() || self.ticks.is_some()) {
            Some((self.open)().map(|output| self.output = Some(output)))
        } else {
            None
        };
        let is_fresh = outcome.is_some();
        if let Some(output) = &mut self.output {
            if self.ticks != ticked.filter(|_| !is_fresh) {
                output.tick(self.ticks);
            }
            if let Some((sound, gain)) = sound {
                self.rest = self.rest.max(output.play(sound, gain));
            }
        }
        outcome
    }

    /// Lets the system have its output back.
    pub(super) fn close(&mut self) {
        (self.output, self.rest) = (None, Duration::ZERO);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::cell::{Cell, RefCell};
    use std::rc::Rc;

    const TICKS: Order = Order::Tick(Some(0.5));
    const NO_TICKS: Order = Order::Tick(None);

    fn play(sound: Sound) -> Order {
        Order::Play(sound, 0.5)
    }

    /// Notes what is done with it. A sound takes two seconds on it, wood one.
    struct Noting(Rc<Desk>);

    #[derive(Default)]
    struct Desk {
        notes: RefCell<Vec<String>>,
        missing: Cell<bool>,
        lost: Cell<bool>,
    }

    impl Desk {
        fn note(&self, words: &str) {
            self.notes.borrow_mut().push(words.to_owned());
        }

        /// What was done since this was last asked.
        #[track_caller]
        fn was(&self, words: &str) {
            assert_eq!(self.notes.take().join(", "), words);
        }
    }

    impl Output for Noting {
        fn play(&mut self, sound: Sound, _: f32) -> Duration {
            self.0.note(&format!("{sound:?}"));
            Duration::from_secs(if sound == Sound::Wood { 1 } else { 2 })
        }

        fn tick(&mut self, gain: Option<f32>) {
            self.0.note(if gain.is_some() { "ticks" } else { "no ticks" });
        }

        fn is_lost(&self) -> bool {
            self.0.lost.get()
        }
    }

    impl Drop for Noting {
        fn drop(&mut self) {
            self.0.note("closed");
        }
    }

    fn desk() -> (Rc<Desk>, Voice<Noting, impl FnMut() -> Result<Noting, String>>) {
        let desk: Rc<Desk> = Rc::default();
        let its = Rc::clone(&desk);
        let open = move || {
            if its.missing.get() {
                return Err("no output".to_owned());
            }
            its.lost.set(false);
            its.note("opened");
            Ok(Noting(Rc::clone(&its)))
        };
        (desk, Voice::new(open))
    }

    #[test]
    fn the_output_is_open_from_a_sounds_beginning_until_it_has_been_heard() {
        let (desk, mut voice) = desk();
        assert_eq!(voice.has_to_wait(), None);
        assert_eq!(voice.carry_out(play(Sound::Bell)), Some(Ok(())));
        desk.was("opened, Bell");
        assert_eq!(voice.has_to_wait(), Some(Duration::from_secs(2)));
        voice.close();
        desk.was("closed");
        assert_eq!(voice.has_to_wait(), None);
    }

    #[test]
    fn a_second_sound_has_the_same_output_and_both_are_waited_for() {
        let (desk, mut voice) = desk();
        voice.carry_out(play(Sound::Bell));
        assert_eq!(voice.carry_out(play(Sound::Wood)), None);
        desk.was("opened, Bell, Wood");
        assert_eq!(voice.has_to_wait(), Some(Duration::from_secs(2)));
    }

    #[test]
    fn ticking_holds_the_output_until_it_ends() {
        let (desk, mut voice) = desk();
        voice.carry_out(TICKS);
        voice.carry_out(play(Sound::Bell));
        desk.was("opened, ticks, Bell");
        assert_eq!(voice.has_to_wait(), None);
        voice.carry_out(NO_TICKS);
        desk.was("no ticks");
        assert_eq!(voice.has_to_wait(), Some(Duration::from_secs(2)), "the bell may still ring");
    }

    #[test]
    fn what_is_silent_opens_nothing() {
        let (desk, mut voice) = desk();
        for order in [Order::Play(Sound::Bell, 0.0), Order::Tick(Some(0.0)), NO_TICKS] {
            assert_eq!(voice.carry_out(order), None);
        }
        desk.was("");
    }

    #[test]
    fn each_sound_that_finds_no_output_says_so_and_the_next_one_tries_again() {
        let (desk, mut voice) = desk();
        desk.missing.set(true);
        for order in [play(Sound::Bell), TICKS] {
            assert_eq!(voice.carry_out(order), Some(Err("no output".into())));
            assert_eq!(voice.has_to_wait(), None);
        }
        voice.carry_out(NO_TICKS);
        desk.missing.set(false);
        assert_eq!(voice.carry_out(play(Sound::Bell)), Some(Ok(())));
        desk.was("opened, Bell");
    }

    #[test]
    fn an_output_that_was_lost_is_opened_anew_with_the_next_sound_and_ticks_again() {
        let (desk, mut voice) = desk();
        voice.carry_out(TICKS);
        desk.lost.set(true);
        assert_eq!(voice.carry_out(play(Sound::Bell)), Some(Ok(())));
        desk.was("opened, ticks, closed, opened, ticks, Bell");
        assert_eq!(voice.has_to_wait(), None);
    }
}
