//! What is at hand without the window: what can be worked on next, how much was focused today, whether reminders are
//! held back.

use super::offer::FocusByStep;
use super::week::Board;
use super::{App, Error};
use ::roadmap::pomodoro::{CYCLE_LAPSES_AFTER, Work};
use ::roadmap::progress;
use ::roadmap::steps::steps_of;
use chrono::{DateTime, Days, Utc};

/// How many pieces of work there are after the first.
const MORE_WORK: usize = 3;
/// When a morning begins until which reminders are held back, in minutes after midnight: before the day's plan is
/// usually told.
const MORNING: u16 = 8 * 60;

/// What is at hand without the window.
#[derive(Debug, Clone, PartialEq)]
pub struct AtHand {
    /// What Start begins with, and then up to three pieces of work as Today names them, in their order.
    pub works: Vec<Work>,
    /// Minutes of focus today, as Today has them.
    pub focused_minutes: u32,
    /// Until when all reminders are held back, while that lasts: "14:30", "tomorrow, 8:00".
    pub held_until: Option<String>,
    /// Until when this holds if nobody does anything.
    pub until: DateTime<Utc>,
}

/// For how long all reminders can be held back without the window.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Hold {
    /// From now on.
    Minutes(u16),
    /// Until the next day's morning, 8:00.
    Tomorrow,
}

impl App {
    /// What is at hand without the window.
    ///
    /// # Errors
    /// [`Error::Store`].
    pub fn at_hand(&mut self) -> Result<AtHand, Error> {
        let now = self.ports.clock.now();
        let today = self.local_day(now);
        let sessions = self.sessions()?;
        let summary = progress::summary_of(&self.worked(&sessions), today);
        let held = self.held_until(now)?;
        Ok(AtHand {
            works: self.works_at_hand()?,
            focused_minutes: summary.focused_minutes,
            held_until: held.map(|until| self.in_words(until, now)),
            until: self.at_hand_until(held, now)?,
        })
    }

    /// Holds all reminders back for that long.
    ///
    /// # Errors
    /// [`Error::Store`].
    pub fn hold_reminders_for(&mut self, hold: Hold) -> Result<(), Error> {
        let now = self.ports.clock.now();
        let until = match hold {
            Hold::Minutes(minutes) => now + chrono::TimeDelta::minutes(minutes.into()),
            Hold::Tomorrow => self.ports.clock.resolve(self.local_day(now) + Days::new(1), MORNING),
        };
        self.hold_reminders(Some(until))
    }

    /// What Start begins with, then the work of the blocks that are still to come this week, then the steps that follow.
    /// Work of another block is done for itself, outside of that block.
    fn works_at_hand(&mut self) -> Result<Vec<Work>, Error> {
        let first = self.next_work()?;
        let now = self.now_view();
        let sessions = self.sessions()?;
        let worked = self.worked(&sessions);
        let Some(course) = self.course()?.cloned() else { return Ok(first.into_iter().collect()) };
        let so_far = now.so_far(&worked);
        let layout = course.lay_out_from(course.week_of(now.date), &so_far);
        let board = Board { app: self, course: &course, sessions: &[], focus: FocusByStep::new(), so_far };
        let blocks = board.blocks(&layout).into_iter().zip(&layout.blocks);
        let ahead = blocks.filter(|(_, block)| block.category.is_work() && !so_far.is_over(block));
        let of_blocks = ahead.flat_map(|(view, block)| {
            let alone = Work {
                activity: None,
                step: None,
                block: now.is_in(block).then(|| block.key.to_string()),
                category: block.category,
                title: block.title.clone(),
            };
            let works = view.work.into_iter().map(|portion| Work {
                activity: Some(portion.activity),
                step: portion.step.as_ref().map(|step| step.item),
                category: portion.category,
                title: portion.step.map_or(portion.title, |step| step.text),
                ..alone.clone()
            });
            let works: Vec<Work> = works.collect();
            if works.is_empty() { vec![alone] } else { works }
        });
        let mut found: Vec<Work> = first.into_iter().collect();
        let most = found.len() + MORE_WORK;
        let following = found.first().and_then(|first| {
            let steps = steps_of(course.roadmap.find(first.activity?)?);
            let open = steps.into_iter().filter(|step| !step.is_done());
            let follow = |step: &::roadmap::item::Item| Work {
                step: Some(step.id),
                title: step.text.clone(),
                ..first.clone()
            };
            Some(open.map(follow).collect::<Vec<Work>>())
        });
        for work in of_blocks.chain(following.unwrap_or_default()) {
            if found.len() < most && !found.iter().any(|known| known.title == work.title) {
                found.push(work);
            }
        }
        Ok(found)
    }

    /// Until the day ends, a block begins or ends, a hold is over, or the work of the interval before is too long ago to
    /// go on with.
    fn at_hand_until(
        &mut self,
        held: Option<DateTime<Utc>>,
        now: DateTime<Utc>,
    ) -> Result<DateTime<Utc>, Error> {
        let today = self.local_day(now);
        let day_end = self.ports.clock.resolve(today + Days::new(1), self.settings.day_boundary.0);
        let lapse = self.timer.last_active.map(|active| active + CYCLE_LAPSES_AFTER);
        let blocks = self.upcoming(today)?;
        let turns = blocks.iter().flat_map(|block| [block.start_utc, block.end_utc]);
        let ahead = turns.chain(held).chain(lapse).filter(|turn| *turn > now);
        Ok(ahead.min().map_or(day_end, |turn| turn.min(day_end)))
    }

    /// A moment to come as the person reads it: "14:30", "tomorrow, 8:00", "Saturday 28 November, 8:00".
    fn in_words(&self, moment: DateTime<Utc>, now: DateTime<Utc>) -> String {
        let (then, now) = (self.ports.clock.local(moment), self.ports.clock.local(now));
        let time = then.format(self.clock_format());
        match then.date().signed_duration_since(now.date()).num_days() {
            0 => time.to_string(),
            1 => format!("tomorrow, {time}"),
            _ => format!("{}, {time}", then.format("%A %-d %B")),
        }
    }
}
