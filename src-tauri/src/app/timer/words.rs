//! What is said of an interval that has ended.

use super::super::{App, Error};
use ::roadmap::pomodoro::{IntervalEnded, IntervalKind, Meanwhile};

impl App {
    /// A title and what it adds.
    pub(in crate::app) fn words_of_end(&mut self, ended: &IntervalEnded) -> Result<(String, String), Error> {
        let IntervalEnded { kind, work, next, next_seconds, meanwhile, .. } = ended;
        if kind.is_break() {
            let work = self.timer.interval().map_or(work, |interval| interval.follow_up()).clone();
            let body = match meanwhile {
                Meanwhile::Begun => format!("Now: {}", work.title),
                Meanwhile::Waits | Meanwhile::Overtime => format!("Next: {}", self.going_on(&work)?.title),
            };
            return Ok(("Break over".into(), body));
        }
        let name = if *next == IntervalKind::LongBreak { "long break" } else { "break" };
        let minutes = next_seconds.div_ceil(60);
        let body = match meanwhile {
            Meanwhile::Overtime => "It counts on until you finish it.".into(),
            _ if !next.is_break() => "The countdown is over.".into(),
            Meanwhile::Begun => format!("A {name} of {minutes} min has begun."),
            Meanwhile::Waits => format!("Time for a {name} of {minutes} min."),
        };
        Ok((format!("Done: {}", work.title), body))
    }
}
