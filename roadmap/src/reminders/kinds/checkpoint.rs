//! A stage’s checkpoint comes up.

use super::super::words::date;
use super::{Kind, Moment, Rule, Situation, Timing, Told, plan_event};
use crate::reminders::{About, Place, PlanEvent};

/// A stage’s checkpoint comes up.
#[derive(Debug)]
pub(super) struct Checkpoint;

impl Kind for Checkpoint {
    fn name(&self) -> &'static str {
        "checkpoint"
    }

    fn title(&self) -> &'static str {
        "A stage’s checkpoint comes up"
    }

    fn starts_on(&self) -> bool {
        true
    }

    fn usual(&self) -> Option<Timing> {
        Some(Timing::DaysBefore { days: 1, minute: 18 * 60 })
    }

    fn moments<'a>(&self, rule: &Rule, situation: &Situation<'a>) -> Vec<Moment<'a>> {
        plan_event::moments(rule, events(situation), situation)
    }

    fn tell(&self, _: &Rule, moment: &Moment<'_>, situation: &Situation<'_>) -> Told {
        let (title, body) = match plan_event::of(moment, events(situation)) {
            Some(PlanEvent { title, on, open, of, .. }) => {
                let body = format!("The stage ends on {}. Open: {open} of {of}.", date(*on));
                (format!("Checkpoint: {title}"), body)
            }
            None => ("Checkpoint".to_owned(), String::new()),
        };
        Told { title, body, category: None, about: About::Place(Place::Roadmap) }
    }
}

fn events<'a>(situation: &Situation<'a>) -> &'a [PlanEvent] {
    situation.plan.map_or(&[], |plan| &plan.checkpoints)
}
