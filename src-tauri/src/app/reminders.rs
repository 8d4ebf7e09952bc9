//! The rules of reminders, as a person lists and changes them.

use super::{App, Error};
use crate::view::{PhraseReading, ReminderDraft, ReminderRule};
use ::roadmap::reminders::phrase::{self, Phrase};
use ::roadmap::reminders::{Rule, RuleId};
use chrono::{DateTime, Utc};
use roadmap_store::table::{reminder_rule, setting};

/// Names until when the person wants to hear of nothing.
const HELD_UNTIL: &str = "reminders-held-until";
/// The most rules that a person can make.
const MOST: usize = 1000;

impl App {
    /// Every rule, the app's own first.
    ///
    /// # Errors
    /// [`Error::Store`].
    pub fn reminders(&mut self) -> Result<Vec<ReminderRule>, Error> {
        let now = self.ports.clock.now();
        let reminding = self.reminding(now)?;
        let hours_24 = self.has_24_hours();
        Ok(reminding.ask(|situation| {
            let rules = situation.rules.iter();
            rules.map(|rule| rule_view(rule, situation.next_of(rule), hours_24)).collect()
        }))
    }

    /// Changes a rule. What begins before now is not to be reminded of by it.
    ///
    /// # Errors
    /// [`Error::Invalid`] says what is wrong, [`Error::Stale`] where it is gone, [`Error::Store`].
    pub fn save_reminder(&mut self, draft: &ReminderDraft) -> Result<(), Error> {
        let since = self.ports.clock.now();
        let was = self.rule(&draft.id)?;
        let ReminderDraft { on, timing, quiet, ref text, .. } = *draft;
        let own = was.kind.usual().is_none();
        let text = if own { text.split_whitespace().collect::<Vec<_>>().join(" ") } else { String::new() };
        // Another lead or other quiet hours make no other rule of it.
        let since = if on && (!was.on || timing != was.timing) { since } else { was.since };
        let rule = Rule { on, timing, quiet, text, since, ..was.clone() };
        rule.check()?;
        if rule == was {
            return Ok(());
        }
        let name = called(&rule);
        let label = match (was.on, on) {
            (true, false) => format!("turn off “{name}”"),
            (false, true) => format!("turn on “{name}”"),
            _ => format!("change the reminder “{name}”"),
        };
        self.change(label, |to| reminder_rule::set(to, &rule))
    }

    /// Reads a reminder in plain words. Nothing is kept.
    ///
    /// # Errors
    /// [`Error::Invalid`] says what was understood, and gives examples.
    pub fn read_reminder(&self, words: &str) -> Result<PhraseReading, Error> {
        let Phrase { timing, text } = self.phrase(words)?;
        let in_words = phrase::timing(&timing, self.has_24_hours());
        Ok(PhraseReading { timing, text, words: in_words })
    }

    /// Adds a reminder from plain words, and answers its name.
    ///
    /// # Errors
    /// [`Error::Invalid`] says what was understood and gives examples, or that there are too many, [`Error::Store`].
    pub fn add_reminder(&mut self, words: &str) -> Result<String, Error> {
        let now = self.ports.clock.now();
        let Phrase { timing, text } = self.phrase(words)?;
        let own = |rule: &&Rule| rule.kind.usual().is_none();
        if reminder_rule::all(self.store.read())?.iter().filter(own).count() >= MOST {
            return Err(Error::Invalid(format!("There are {MOST} reminders already. Remove one first.")));
        }
        let rule = Rule::own(0, timing, &text, now);
        rule.check()?;
        let RuleId(id) = self.change(format!("add the reminder “{}”", called(&rule)), |to| {
            reminder_rule::add(to, &rule)
        })?;
        Ok(id)
    }

    /// Removes a reminder that a person made; one of the app's own is as usual then. What it brought stays in the
    /// inbox.
    ///
    /// # Errors
    /// [`Error::Stale`] where it is gone, [`Error::Store`].
    pub fn remove_reminder(&mut self, id: &str) -> Result<(), Error> {
        let rule = self.rule(id)?;
        self.change(format!("remove the reminder “{}”", called(&rule)), |to| {
            reminder_rule::remove(to, &rule)
        })
    }

    /// Holds all reminders back until then, or no longer. They go to the inbox meanwhile.
    ///
    /// # Errors
    /// [`Error::Store`].
    pub fn hold_reminders(&mut self, until: Option<DateTime<Utc>>) -> Result<(), Error> {
        let now = self.ports.clock.now();
        self.keep(now, |to| setting::set(to, HELD_UNTIL, &until))
    }

    /// Until when all reminders are held back, while that lasts.
    pub(super) fn held_until(&self, now: DateTime<Utc>) -> Result<Option<DateTime<Utc>>, Error> {
        let until: Option<Option<DateTime<Utc>>> = setting::get(self.store.read(), HELD_UNTIL)?;
        Ok(until.flatten().filter(|until| *until > now))
    }

    fn rule(&self, id: &str) -> Result<Rule, Error> {
        let rules = reminder_rule::all(self.store.read())?;
        let found = rules.into_iter().find(|rule| rule.id.0 == id);
        found.ok_or_else(|| Error::Stale("This reminder is not there any more.".into()))
    }

    fn phrase(&self, words: &str) -> Result<Phrase, Error> {
        let zone = crate::ports::Zone(std::sync::Arc::clone(&self.ports.clock));
        let read = phrase::parse(words, self.ports.clock.now(), &zone, self.has_24_hours());
        read.map_err(|error| Error::Invalid(error.to_string()))
    }
}

/// What a rule is called.
fn called(rule: &Rule) -> &str {
    if rule.text.is_empty() { rule.kind.title() } else { &rule.text }
}

fn rule_view(rule: &Rule, next: Option<DateTime<Utc>>, hours_24: bool) -> ReminderRule {
    let own = rule.kind.usual().is_none();
    ReminderRule {
        id: rule.id.0.clone(),
        kind: rule.kind.name().to_owned(),
        title: called(rule).to_owned(),
        own,
        on: rule.on,
        timing: rule.timing,
        words: own.then(|| phrase::timing(&rule.timing, hours_24)),
        quiet: rule.quiet,
        text: rule.text.clone(),
        next,
    }
}
