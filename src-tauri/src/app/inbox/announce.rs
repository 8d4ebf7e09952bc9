//! Puts into the inbox what is new, and shows it.

use super::{About, Answer, INTERVAL_RULE};
use crate::app::{App, Error};
use crate::ports::Notice;
use ::roadmap::pomodoro::{IntervalEnded, Meanwhile};
use ::roadmap::reminders::{LATE_AFTER, Occurrence, OccurrenceKey, RuleId, Showing, Told};
use chrono::{DateTime, Utc};
use roadmap_store::table::occurrence::{self, NewEntry, OccurrenceId};
use roadmap_store::table::setting;

/// Names that it was said that the app stays in the tray.
const HIDDEN_SAID: &str = "hidden-said";

impl App {
    /// Announces that an interval has ended, which `sounds` or not.
    pub(in crate::app) fn announce_interval(
        &mut self,
        ended: &IntervalEnded,
        sounds: bool,
        now: DateTime<Utc>,
    ) -> Result<(), Error> {
        let IntervalEnded { key, kind, work, ended_at, .. } = ended;
        let (title, body) = self.words_of_end(ended)?;
        // What goes on by itself waits for no answer.
        let answer = (ended.meanwhile == Meanwhile::Begun).then_some(Answer::Settled);
        let about = About::Interval { key: *key, kind: *kind, work: work.clone() };
        let at = self.ports.clock.local(*ended_at);
        let rule = RuleId(INTERVAL_RULE.into());
        let key = OccurrenceKey { rule, subject: key.0.to_string(), at, snooze: 0 };
        let category = Some(work.category);
        let roadmap = self.course()?.map(|course| course.row.id);
        let due = *ended_at;
        let entry = NewEntry { key, roadmap, due, title, body, category, about, answer };
        // A break that ended while nobody was there is no news.
        let showing = if now - *ended_at <= LATE_AFTER { Showing::Now } else { Showing::Never };
        self.announce(entry, showing, sounds, now)
    }

    /// Announces what a rule brings, as far as it is to be shown.
    pub(in crate::app) fn announce_occurrence(
        &mut self,
        occurrence: Occurrence,
        now: DateTime<Utc>,
    ) -> Result<(), Error> {
        let Occurrence { key, due, told, of_plan, answer, showing } = occurrence;
        let Told { title, body, category, about } = told;
        let (about, answer) = (About::from(about), answer.map(Answer::from));
        let roadmap = self.course()?.map(|course| course.row.id).filter(|_| of_plan);
        let entry = NewEntry { key, roadmap, due, title, body, category, about, answer };
        self.announce(entry, showing, false, now)
    }

    /// Says once that the app goes on in the tray after its window was closed.
    ///
    /// # Errors
    /// [`Error::Store`].
    pub fn tell_hidden(&mut self) -> Result<(), Error> {
        if setting::get::<bool>(self.store.read(), HIDDEN_SAID)?.unwrap_or_default() {
            return Ok(());
        }
        let now = self.ports.clock.now();
        self.keep(now, |to| setting::set(to, HIDDEN_SAID, &true))?;
        let rule = RuleId(HIDDEN_SAID.into());
        let key = OccurrenceKey { rule, subject: String::new(), at: self.ports.clock.local(now), snooze: 0 };
        let entry = NewEntry {
            key,
            roadmap: None,
            due: now,
            title: "Waymark stays in the tray".into(),
            body: "The timer and the reminders go on. Quit from the tray's menu.".into(),
            category: None,
            about: About::Word,
            answer: None,
        };
        self.announce(entry, Showing::Now, false, now)
    }

    /// Puts an entry into the inbox, unless it is there already, and then shows it as it is to be shown.
    fn announce(
        &mut self,
        entry: NewEntry<About, Answer>,
        showing: Showing,
        sounds: bool,
        now: DateTime<Utc>,
    ) -> Result<(), Error> {
        let showing = if self.settings.notify { showing } else { Showing::Never };
        let added = self.keep(now, |to| {
            let added = occurrence::add(to, &entry)?;
            match (added, showing) {
                (Some(id), Showing::Now) => occurrence::note_notified(to, id, now)?,
                (Some(id), Showing::Together) => occurrence::wait(to, id)?,
                _ => {}
            }
            Ok(added)
        })?;
        if let Some(OccurrenceId(id)) = added
            && showing == Showing::Now
        {
            let actions = self.actions(&entry.about);
            let NewEntry { title, body, .. } = entry;
            self.ports.notifier.show(Notice { entry: id, title, body, sounds, actions });
        }
        Ok(())
    }
}
