//! What is heard of the timer, and when: an event at its time alone, and of what happens at once one sound.

use super::{App, Error};
use crate::view::{Sound, Sounds, Volume};
use ::roadmap::pomodoro::{Effect, IntervalBegun, IntervalEnded, State};
use chrono::{DateTime, TimeDelta, Utc};

/// How late an event may be noticed and still be heard: what a machine under load, or one that saves power, needs. What was
/// slept through is seen and not heard.
const HEARD_WITHIN: TimeDelta = TimeDelta::seconds(30);

impl App {
    /// Lets what has happened to the timer be heard, and answers whether it is.
    pub(super) fn sound(&self, effects: &[Effect], now: DateTime<Utc>) -> bool {
        let sounds = &self.settings.sounds;
        let heard = heard(effects, sounds, now).filter(|_| sounds.on && !self.is_silent());
        if let Some(sound) = heard {
            self.ports.speaker.play(sound, sounds.volume);
        }
        heard.is_some()
    }

    /// Lets the clock tick while a focus runs, where that is wanted.
    pub(super) fn keep_ticking(&mut self) {
        let Sounds { on, ticking, volume, .. } = self.settings.sounds;
        let focuses = matches!(&self.timer.state, State::Running(it) if !it.interval.kind.is_break());
        let wanted: Option<Volume> = (on && ticking && focuses).then_some(volume);
        if self.ticking != wanted {
            self.ticking = wanted;
            self.ports.speaker.tick(wanted);
        }
    }

    /// Plays a sound as it would be heard.
    ///
    /// # Errors
    /// None: where nothing can be heard, that is said in the frame's troubles.
    pub fn play_sound(&mut self, sound: Sound) -> Result<(), Error> {
        self.ports.speaker.play(sound, self.settings.sounds.volume);
        Ok(())
    }
}

/// What of it is heard: the latest that has a sound. Where something begins by itself at an end, the end is the news.
fn heard(effects: &[Effect], sounds: &Sounds, now: DateTime<Utc>) -> Option<Sound> {
    let sounding = effects.iter().filter_map(|effect| {
        let (at, ends, sound) = match effect {
            Effect::Announce(IntervalEnded { kind, ended_at, .. }) => {
                (*ended_at, true, if kind.is_break() { sounds.break_ends } else { sounds.focus_ends })
            }
            Effect::Begun(IntervalBegun { kind, at }) if !kind.is_break() => {
                (*at, false, sounds.focus_begins)
            }
            Effect::Begun(_) | Effect::Record(_) | Effect::Note { .. } => return None,
        };
        Some((at, ends, sound?))
    });
    let in_time = sounding.filter(|(at, ..)| now - *at <= HEARD_WITHIN);
    in_time.max_by_key(|(at, ends, _)| (*at, *ends)).map(|(.., sound)| sound)
}
