//! What the heart does: it tells the timer that time has passed, sends what is due to the inbox, and
//! says when to beat again.

use super::inbox::{InboxRow, snooze_of};
use super::offer::{FocusByStep, offer_of_block};
use super::{App, Error, Topic};
use crate::view::TroubleAbout;
use ::roadmap::pomodoro::{Event, SEEN_EVERY, State, Work};
use ::roadmap::reminders::{EndedWeek, OccurrenceKey, Rule, RuleKind, Situation, Snooze, Upcoming};
use chrono::{DateTime, Days, NaiveDate, TimeDelta, Utc};
use roadmap_store::Table;
use roadmap_store::table::{occurrence, setting};
use std::collections::HashSet;
use std::sync::Arc;
use std::time::Duration;

/// How far the clock may part from elapsed time before it counts as having been set.
const DRIFT: TimeDelta = TimeDelta::seconds(2);
/// Names since when the plan says what it says.
const REPLANNED: &str = "replanned";
/// The tables that say what to remind of: which blocks there are, and when.
pub(super) const REMINDED_OF: [Table; 9] = [
    Table::Roadmap,
    Table::Plan,
    Table::Template,
    Table::TemplateBlock,
    Table::Season,
    Table::DaysOff,
    Table::Exception,
    Table::SingleBlock,
    Table::DecidedLength,
];
/// How far back the inbox is asked for what was announced already.
/// A week that ended is announced for a week at most.
const KNOWN_SINCE: TimeDelta = TimeDelta::days(8);

/// What decides about reminders now.
struct Reminding {
    rules: Vec<Rule>,
    blocks: Vec<Upcoming>,
    week: Option<EndedWeek>,
    snoozes: Vec<Snooze>,
    known: HashSet<OccurrenceKey>,
    running: Option<Work>,
    since: DateTime<Utc>,
}

impl Reminding {
    fn situation(&self) -> Situation<'_> {
        Situation {
            rules: &self.rules,
            blocks: &self.blocks,
            week: self.week.as_ref(),
            snoozes: &self.snoozes,
            known: &self.known,
            running: self.running.as_ref(),
            since: self.since,
        }
    }
}

impl App {
    /// Does everything that is due, and answers how long nothing will be.
    ///
    /// # Errors
    /// [`Error::Store`]; what was not done then is due at the next beat.
    pub fn beat(&mut self) -> Result<Duration, Error> {
        let now = self.ports.clock.now();
        self.notice_set_clock(now)?;
        self.notice_new_day(now);
        self.settle_files_again();
        if self.timer_is_due(now) {
            self.tell_timer(Event::Seen)?;
        }
        self.notice_other_plan(now)?;
        let reminding = self.reminding(now)?;
        for occurrence in reminding.situation().due(now) {
            self.announce_occurrence(occurrence, now)?;
        }
        let next_reminder = self.reminding(now)?.situation().next(now);
        Ok(self.until_next(next_reminder, now))
    }

    /// Keeps the timer before the app goes, so that the time until it comes back is known.
    ///
    /// # Errors
    /// [`Error::Store`].
    pub fn rest(&mut self) -> Result<(), Error> {
        if self.timer.is_running() { self.tell_timer(Event::Seen) } else { Ok(()) }
    }

    /// A clock that was set is no time that passed.
    fn notice_set_clock(&mut self, now: DateTime<Utc>) -> Result<(), Error> {
        let elapsed = self.ports.clock.elapsed();
        let (then, elapsed_then) = std::mem::replace(&mut self.beaten, (now, elapsed));
        let passed = TimeDelta::from_std(elapsed.saturating_sub(elapsed_then)).unwrap_or(TimeDelta::MAX);
        let drift = (now - then) - passed;
        if drift.abs() > DRIFT {
            tracing::info!(%drift, "the clock was set");
            self.tell_timer(Event::ClockSet { by_millis: drift.num_milliseconds() })?;
        }
        Ok(())
    }

    fn notice_new_day(&mut self, now: DateTime<Utc>) {
        let today = self.local_day(now);
        if today == self.today {
            return;
        }
        self.today = today;
        self.news.topics.extend([Topic::Frame, Topic::Plan, Topic::Roadmap]);
        match self.store.back_up(today) {
            Ok(()) => self.settle_trouble(TroubleAbout::Store),
            Err(problem) => {
                self.note_trouble(TroubleAbout::Store, format!("Today's backup was not made: {problem}."));
            }
        }
    }

    /// What another plan has in the past was never to be reminded of, so it is not missed either.
    fn notice_other_plan(&mut self, now: DateTime<Utc>) -> Result<(), Error> {
        if self.replanned {
            let topics = self.news.topics.clone();
            self.keep(now, |to| setting::set(to, REPLANNED, &now))?;
            // Nothing to see.
            self.news.topics = topics;
            self.replanned = false;
        }
        Ok(())
    }

    fn timer_is_due(&self, now: DateTime<Utc>) -> bool {
        match &self.timer.state {
            State::Running(running) => {
                running.deadline.is_some_and(|deadline| now >= deadline)
                    || now < self.timer.last_seen
                    || now - self.timer.last_seen >= SEEN_EVERY
            }
            _ => false,
        }
    }

    fn reminding(&mut self, now: DateTime<Utc>) -> Result<Reminding, Error> {
        let rows: Vec<InboxRow> = occurrence::since(self.store.read(), now - KNOWN_SINCE, u32::MAX)?;
        let lead_minutes = u32::from(self.settings.lead_minutes);
        let rule = Rule { kind: RuleKind::BlockStart { lead_minutes }, ..Rule::block_start() };
        let of_blocks = self.settings.remind_blocks.then_some(rule);
        let snoozes = rows.iter().filter_map(snooze_of).collect();
        let known = rows.into_iter().map(|row| row.entry.key).collect();
        let today = self.local_day(now);
        Ok(Reminding {
            rules: of_blocks.into_iter().chain([Rule::week_end()]).collect(),
            blocks: self.upcoming(today)?,
            week: self.week_to_announce(&known, today)?,
            snoozes,
            known,
            running: match &self.timer.state {
                State::Running(running) if !running.interval.kind.is_break() => {
                    Some(running.interval.work.clone())
                }
                _ => None,
            },
            since: self.reminding_since()?.unwrap_or(now),
        })
    }

    /// Since when the plan says what it says; none without a plan.
    fn reminding_since(&mut self) -> Result<Option<DateTime<Utc>>, Error> {
        let changed: Option<DateTime<Utc>> = setting::get(self.store.read(), REPLANNED)?;
        Ok(self.course()?.map(|course| course.row.created_at.max(changed.unwrap_or_default())))
    }

    /// The work blocks from yesterday to the day after tomorrow: a day begins at its boundary and a reminder
    /// comes up to a day before its block.
    pub(super) fn upcoming(&mut self, today: NaiveDate) -> Result<Vec<Upcoming>, Error> {
        let clock = Arc::clone(&self.ports.clock);
        let Some(course) = self.course()? else { return Ok(Vec::new()) };
        let days: Vec<NaiveDate> = (today - Days::new(1)).iter_days().take(4).collect();
        let weeks: std::collections::BTreeSet<NaiveDate> =
            days.iter().map(|day| course.week_of(*day)).collect();
        let blocks = weeks.into_iter().flat_map(|week| course.lay_out(week).blocks);
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

    fn until_next(&self, reminder: Option<DateTime<Utc>>, now: DateTime<Utc>) -> Duration {
        let seen = self.timer.is_running().then(|| self.timer.last_seen + SEEN_EVERY);
        let new_day = self.ports.clock.resolve(self.today + Days::new(1), self.settings.day_boundary.0);
        let next = [self.timer.next_deadline(), seen, reminder, Some(new_day)].into_iter().flatten().min();
        next.map_or(Duration::MAX, |next| (next - now).to_std().unwrap_or_default())
    }
}
