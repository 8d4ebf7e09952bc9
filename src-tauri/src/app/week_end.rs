//! How the week before ended: said once, shown for a few days, and left as it is where the person says so.

use super::course::Course;
use super::replan::standpoint;
use super::{App, Error};
use crate::view::EndedWeekView;
use ::roadmap::plan::replan::proposals;
use ::roadmap::progress::{Standing, Verdict, WeekEnd, Worked, week_end};
use ::roadmap::reminders::{EndedWeek, OccurrenceKey};
use chrono::{Days, NaiveDate, NaiveTime, TimeDelta};
use roadmap_store::table;
use std::collections::HashSet;

/// How many days of a week Today says how the one before ended.
const SHOWN_DAYS: u64 = 3;
/// The rule that says how a week ended.
const RULE: &str = "week-end";
/// When the day begins where no work does, in minutes after midnight.
const MORNING: u16 = 9 * 60;

impl App {
    /// How the week before ended, for Today: in the first days of the next one, as long as the plan stands so, there
    /// is a way out, and the person has not left it as it is.
    pub(super) fn ended_week(
        &self,
        course: &Course,
        worked: &[Worked],
        verdict: &Verdict,
        today: NaiveDate,
    ) -> Result<Option<EndedWeekView>, Error> {
        if today >= course.week_of(today) + Days::new(SHOWN_DAYS) {
            return Ok(None);
        }
        let Some(end) = end_of(course, worked, today) else { return Ok(None) };
        let stands = match verdict.standing {
            Standing::Finished => verdict.behind_minutes > 0,
            standing => standing == end.standing,
        };
        if !stands || table::left_week::all(self.store.read(), course.row.id)?.contains(&end.week) {
            return Ok(None);
        }
        // Behind, the ways out say so where there is none; what is ahead may be too little to move a date.
        if end.standing == Standing::Ahead && proposals(&standpoint(course, worked, today))?.is_empty() {
            return Ok(None);
        }
        let number = course.number_of_week(end.week);
        Ok(Some(EndedWeekView { week: end.week, number, standing: end.standing, minutes: end.minutes }))
    }

    /// Leaves a week as it ended: Today says no more of it.
    ///
    /// # Errors
    /// [`Error::Stale`] without a plan, [`Error::Store`].
    pub fn leave_week(&mut self, week: NaiveDate) -> Result<(), Error> {
        let course = self.active()?;
        let (roadmap, week) = (course.row.id, course.week_of(week));
        let words = format!("leave week {} as it is", course.number_of_week(week));
        self.change(words, |to| table::left_week::add(to, roadmap, week))
    }

    /// How the week before ended, to be announced; none where that is in the inbox already. A sample's weeks are
    /// nobody's.
    pub(super) fn week_to_announce(
        &mut self,
        known: &HashSet<OccurrenceKey>,
        today: NaiveDate,
    ) -> Result<Option<EndedWeek>, Error> {
        let Some(course) = self.course()?.filter(|course| !course.row.sample).cloned() else {
            return Ok(None);
        };
        let over = course.week_of(today);
        let boundary = self.settings.day_boundary.0;
        let at = over.and_time(NaiveTime::MIN) + TimeDelta::minutes(boundary.into());
        // It was said of the week whatever the hour at which days ended then.
        if known.iter().any(|key| key.rule.0 == RULE && key.at.date() == over) {
            return Ok(None);
        }
        let sessions = self.sessions()?;
        let worked = self.worked(&sessions);
        let Some(end) = end_of(&course, &worked, today) else { return Ok(None) };
        let blocks = course.lay_out(over).blocks;
        let begins = blocks.iter().filter(|block| block.date == over && block.category.is_work());
        let begins = begins.map(|block| block.start).min().unwrap_or(MORNING);
        let clock = &self.ports.clock;
        Ok(Some(EndedWeek {
            end,
            number: course.number_of_week(end.week),
            at,
            due: clock.resolve(over, begins),
            until: clock.resolve(over + Days::new(1), boundary),
        }))
    }
}

fn end_of(course: &Course, worked: &[Worked], today: NaiveDate) -> Option<WeekEnd> {
    let Course { roadmap, terms, stages, schedule, .. } = course;
    week_end(roadmap, &terms.plan, stages, schedule, worked, today)
}
