//! What waits in the inbox to be shown: held back by quiet hours, a focus or the system, or found late. It is shown
//! together, once nothing holds it back.

use super::InboxRow;
use crate::app::reminding::Reminding;
use crate::app::{App, Error};
use crate::ports::Notice;
use ::roadmap::reminders::{HeldBy, Hold, Waiting, summary};
use chrono::{DateTime, TimeDelta, Utc};
use roadmap_store::table::occurrence::{self, OccurrenceId};
use std::collections::BTreeMap;

/// Names the summary's notification: no entry of the inbox has it, and the next one takes its place.
const SUMMARY: i64 = 0;
/// How long until it is asked again whether a focus runs or the system wants quiet, where nobody tells that it is over.
const ASK_AGAIN: TimeDelta = TimeDelta::minutes(1);

impl App {
    /// What waits and is held back now, and by what.
    pub(super) fn held_back(&mut self, now: DateTime<Utc>) -> Result<BTreeMap<OccurrenceId, HeldBy>, Error> {
        let rows: Vec<InboxRow> = occurrence::waiting(self.store.read())?;
        if rows.is_empty() {
            return Ok(BTreeMap::new());
        }
        let reminding = self.reminding(now)?;
        let held = rows.iter().filter_map(|row| Some((row.id, hold(row, &reminding)?.by)));
        Ok(held.collect())
    }

    /// Shows together what waits and is not held back, each for the first and only time. Answers when to look
    /// again, where something still waits.
    pub(in crate::app) fn show_waiting(
        &mut self,
        reminding: &Reminding,
        now: DateTime<Utc>,
    ) -> Result<Option<DateTime<Utc>>, Error> {
        let rows: Vec<InboxRow> = occurrence::waiting(self.store.read())?;
        if rows.is_empty() {
            return Ok(None);
        }
        let (held, free): (Vec<_>, Vec<_>) =
            rows.into_iter().map(|row| (hold(&row, reminding), row)).partition(|(hold, _)| hold.is_some());
        let free: Vec<InboxRow> = free.into_iter().map(|(_, row)| row).collect();
        if !free.is_empty() {
            self.keep(now, |to| {
                for row in &free {
                    occurrence::note_notified(to, row.id, now)?;
                }
                Ok(())
            })?;
            self.show_together(free);
        }
        let again = held
            .into_iter()
            .flat_map(|(hold, _)| hold)
            .map(|Hold { until, .. }| until.unwrap_or(now + ASK_AGAIN));
        Ok(again.min())
    }

    /// One that can still be answered is shown as it is; several are one word.
    fn show_together(&self, rows: Vec<InboxRow>) {
        if let [row] = rows.as_slice()
            && row.entry.answer.is_none()
        {
            let actions = self.actions(&row.entry.about);
            let (title, body) = (row.entry.title.clone(), row.entry.body.clone());
            self.ports.notifier.show(Notice { entry: row.id.0, title, body, sounds: false, actions });
            return;
        }
        let local = |row: &InboxRow| self.ports.clock.local(row.entry.due);
        let waiting: Vec<Waiting> =
            rows.iter().map(|row| Waiting { title: row.entry.title.clone(), at: local(row) }).collect();
        let (title, body) = summary(&waiting, self.has_24_hours());
        self.ports.notifier.show(Notice { entry: SUMMARY, title, body, sounds: false, actions: Vec::new() });
    }
}

/// What holds an entry back now.
fn hold(row: &InboxRow, reminding: &Reminding) -> Option<Hold> {
    reminding.ask(|it| it.hold(&row.entry.key.rule, row.entry.key.snooze > 0))
}
