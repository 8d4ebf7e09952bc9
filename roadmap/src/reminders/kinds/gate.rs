//! A phase’s gate comes up.

use super::super::words::date;
use super::{Kind, Moment, Rule, Situation, Timing, Told, plan_event};
use crate::reminders::{About, Place, PlanEvent};

/// A phase’s gate comes up.
#[derive(Debug)]
pub(super) struct Gate;

impl Kind for Gate {
    fn name(&self) -> &'static str {
        "gate"
    }

    fn title(&self) -> &'static str {
        "A phase’s gate comes up"
    }

    fn starts_on(&self) -> bool {
        true
    }

    fn usual(&self) -> Option<Timing> {
        Some(Timing::DaysBefore { days: 7, minute: 9 * 60 })
    }

    fn moments<'a>(&self, rule: &Rule, situation: &Situation<'a>) -> Vec<Moment<'a>> {
        plan_event::moments(rule, events(situation), situation)
    }

    fn tell(&self, _: &Rule, moment: &Moment<'_>, situation: &Situation<'_>) -> Told {
        let (title, body) = match plan_event::of(moment, events(situation)) {
            Some(PlanEvent { title, on, open, of, .. }) => {
                let body = format!("The phase ends on {}. Open: {open} of {of}.", date(*on));
                (format!("Gate: {title}"), body)
            }
            None => ("Gate".to_owned(), String::new()),
        };
        Told { title, body, category: None, about: About::Place(Place::Roadmap) }
    }
}

fn events<'a>(situation: &Situation<'a>) -> &'a [PlanEvent] {
    situation.plan.map_or(&[], |plan| &plan.gates)
}
