//! What decides about reminders, gathered from the plan, the timer, the inbox and the settings.

use super::inbox::{InboxRow, snooze_of};
use super::offer::{FocusByStep, offer_of_block};
use super::{App, Error, Topic};
use crate::ports::Zone;
use ::roadmap::ItemId;
use ::roadmap::item::{Item, Kind};
use ::roadmap::pomodoro::{State, Work};
use ::roadmap::progress::{self, Counts};
use ::roadmap::reminders::{
    EndedWeek, LOOK_BACK_DAYS, Local, Occurrence, OccurrenceKey, PlanDays, PlanEvent, Remembering, Rule,
    Situation, Snooze, Stillness, Timing, Upcoming,
};
use ::roadmap::schedule::DayBoundary;
use chrono::{DateTime, Days, NaiveDate, TimeDelta, Utc};
use roadmap_store::table::session::Entry;
use roadmap_store::table::{occurrence, reminder_rule, setting};
use std::collections::{BTreeMap, HashSet};
use std::sync::Arc;

/// Names since when the plan says what it says.
pub(super) const REPLANNED: &str = "replanned";
/// How far back the inbox is asked for what was announced already: a day more than rules look.
const KNOWN_SINCE: TimeDelta = TimeDelta::days(LOOK_BACK_DAYS as i64 + 1);

/// What decides about reminders now.
pub(super) struct Reminding {
    pub(super) now: DateTime<Utc>,
    pub(super) rules: Vec<Rule>,
    zone: Zone,
    boundary: DayBoundary,
    hours_24: bool,
    blocks: Vec<Upcoming>,
    week: Option<EndedWeek>,
    plan: Option<PlanDays>,
    focused: BTreeMap<NaiveDate, u32>,
    snoozes: Vec<Snooze>,
    pub(super) known: HashSet<OccurrenceKey>,
    running: Option<Work>,
    since: DateTime<Utc>,
    stillness: Stillness,
}

impl Reminding {
    /// Answers a question about reminders.
    pub(super) fn ask<T>(&self, question: impl FnOnce(&Situation<'_>) -> T) -> T {
        let remembering = Remembering::new(&self.zone);
        question(&Situation {
            now: self.now,
            local: Local { zone: &remembering, boundary: self.boundary, hours_24: self.hours_24 },
            rules: &self.rules,
            blocks: &self.blocks,
            week: self.week.as_ref(),
            plan: self.plan.as_ref(),
            focused: &self.focused,
            snoozes: &self.snoozes,
            known: &self.known,
            running: self.running.as_ref(),
            since: self.since,
            stillness: self.stillness,
        })
    }

    pub(super) fn due(&self) -> Vec<Occurrence> {
        self.ask(|situation| situation.due())
    }

    pub(super) fn next(&self) -> Option<DateTime<Utc>> {
        self.ask(|situation| situation.next())
    }
}

impl App {
    pub(super) fn reminding(&mut self, now: DateTime<Utc>) -> Result<Reminding, Error> {
        let store = self.store.read();
        let rules = reminder_rule::all(store)?;
        let mut known: HashSet<OccurrenceKey> =
            occurrence::keys_since(store, now - KNOWN_SINCE)?.into_iter().collect();
        for rule in rules.iter().filter(|rule| is_rare(rule)) {
            known.extend(occurrence::keys_of(store, &rule.id)?);
        }
        let snoozed: Vec<InboxRow> = occurrence::snoozed_since(store, now - KNOWN_SINCE)?;
        let snoozes = snoozed.iter().filter_map(snooze_of).collect();
        let stillness = Stillness {
            general: self.settings.quiet_hours,
            focusing: self.settings.hold_in_focus && self.focused_on().is_some(),
            system: self.is_silent(),
            until: self.held_until(now)?,
        };
        let today = self.local_day(now);
        Ok(Reminding {
            now,
            rules,
            zone: Zone(Arc::clone(&self.ports.clock)),
            boundary: self.settings.day_boundary,
            hours_24: self.has_24_hours(),
            blocks: self.upcoming(today)?,
            week: self.week_to_announce(&known, today)?,
            plan: self.plan_days(today)?,
            focused: self.focused_by_day(today)?,
            snoozes,
            known,
            running: self.focused_on().cloned(),
            since: self.reminding_since()?.unwrap_or(now),
            stillness,
        })
    }

    /// What a focus is running on.
    fn focused_on(&self) -> Option<&Work> {
        match &self.timer.state {
            State::Running(running) if !running.interval.kind.is_break() => Some(&running.interval.work),
            _ => None,
        }
    }

    /// The days of the plan that reminders are about. A sample's are nobody's.
    fn plan_days(&mut self, today: NaiveDate) -> Result<Option<PlanDays>, Error> {
        let Some(course) = self.course()?.filter(|course| !course.row.sample) else { return Ok(None) };
        let roadmap = &course.roadmap;
        let coming =
            || course.stages.iter().filter(|stage| stage.to.is_some_and(|to| to + Days::new(7) >= today));
        let checkpoints = coming().filter_map(|stage| {
            let item = roadmap.find(stage.stage)?;
            let points = || item.walk().filter(|item| item.kind == Kind::CheckpointItem);
            event(stage.stage, item.text.clone(), stage.to?, points().map(Item::is_done))
        });
        let gates = progress::gates(roadmap, &Counts::default());
        let gates = gates.into_iter().filter_map(|gate| {
            let phase = roadmap.find(gate.phase?)?;
            let stages =
                phase.walk().filter_map(|item| course.stages.iter().find(|stage| stage.stage == item.id));
            let ends: Option<Vec<NaiveDate>> = stages.map(|stage| stage.to).collect();
            event(
                gate.gate,
                phase.text.clone(),
                ends?.into_iter().max()?,
                gate.metrics.iter().map(|it| it.met),
            )
        });
        Ok(Some(PlanDays {
            first: course.terms.plan.start,
            last: if course.stages.iter().any(|stage| stage.to.is_none()) { None } else { course.last_day() },
            checkpoints: checkpoints.collect(),
            gates: gates.collect(),
        }))
    }

    /// The minutes of focus of the last days.
    fn focused_by_day(&mut self, today: NaiveDate) -> Result<BTreeMap<NaiveDate, u32>, Error> {
        let mut seconds: BTreeMap<NaiveDate, u32> = BTreeMap::new();
        let sessions = self.sessions()?;
        let recent = sessions.partition_point(|entry| entry.day + Days::new(LOOK_BACK_DAYS) < today);
        for Entry { session, day, .. } in sessions.get(recent..).unwrap_or_default() {
            *seconds.entry(*day).or_default() += session.focused_seconds();
        }
        // Some seconds are some focus.
        Ok(seconds.into_iter().map(|(day, seconds)| (day, seconds.div_ceil(60))).collect())
    }

    /// Since when the plan says what it says; none without a plan.
    fn reminding_since(&mut self) -> Result<Option<DateTime<Utc>>, Error> {
        let changed: Option<DateTime<Utc>> = setting::get(self.store.read(), REPLANNED)?;
        Ok(self.course()?.map(|course| course.row.created_at.max(changed.unwrap_or_default())))
    }

    /// The work blocks from yesterday to the day after tomorrow: a day begins at its boundary and a reminder
    /// comes up to a day before its block. Each is for what is asked and not worked by now, as on every screen.
    pub(super) fn upcoming(&mut self, today: NaiveDate) -> Result<Vec<Upcoming>, Error> {
        let clock = Arc::clone(&self.ports.clock);
        let now = self.now_view();
        let sessions = self.sessions()?;
        let worked = self.worked(&sessions);
        let Some(course) = self.course()? else { return Ok(Vec::new()) };
        let days: Vec<NaiveDate> = (today - Days::new(1)).iter_days().take(4).collect();
        let weeks: std::collections::BTreeSet<NaiveDate> =
            days.iter().map(|day| course.week_of(*day)).collect();
        let blocks =
            weeks.into_iter().flat_map(|week| course.lay_out_from(week, &now.so_far(&worked)).blocks);
        Ok(blocks
            .filter(|block| days.contains(&block.date))
            .filter_map(|block| {
                let start = block.free_from()?;
                let start_utc = clock.resolve(block.date, start);
                let midnight = block.date.and_hms_opt(0, 0, 0)?;
                Some(Upcoming {
                    subject: block.key.to_string(),
                    start: midnight + TimeDelta::minutes(start.into()),
                    start_utc,
                    end_utc: clock.resolve(block.date, block.end),
                    title: block.title.clone(),
                    category: block.category,
                    work: Some(offer_of_block(course, &block, &FocusByStep::new(), true).into()),
                })
            })
            .collect())
    }
}

impl App {
    /// Why the system does not tell whether it is asked not to disturb, where it does not.
    pub fn no_silence(&self) -> Option<String> {
        let told = self.ports.notifier.silence().is_some();
        (!told).then(|| "This system does not tell programs whether it is asked not to disturb.".to_owned())
    }

    /// True where the system is asked not to disturb, and that counts.
    pub(super) fn is_silent(&self) -> bool {
        self.settings.hold_in_silence && self.ports.notifier.silence() == Some(true)
    }

    /// Notes that the system is asked not to disturb, or no longer: what was held back may come.
    pub fn note_silence(&mut self) {
        self.news.topics.extend([Topic::Frame, Topic::Inbox]);
    }
}

/// True of a rule that comes seldom, and may have come long before what it is about.
const fn is_rare(rule: &Rule) -> bool {
    matches!(rule.timing, Timing::Once { .. } | Timing::DaysBefore { .. })
}

/// Something of the plan with a date, unless nothing of it is open.
fn event(item: ItemId, title: String, on: NaiveDate, done: impl Iterator<Item = bool>) -> Option<PlanEvent> {
    let (mut open, mut of) = (0, 0);
    for done in done {
        of += 1;
        open += u32::from(!done);
    }
    (open > 0).then(|| PlanEvent { subject: item.0.to_string(), title, on, open, of })
}
