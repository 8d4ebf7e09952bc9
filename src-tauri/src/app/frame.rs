//! What stands around every screen.

use super::{App, Error, Topic};
use crate::view::{Frame, PlanHead};
use ::roadmap::schedule::DayBoundary;
use roadmap_store::table;

impl App {
    /// What the frame shows.
    ///
    /// # Errors
    /// [`Error::Store`].
    pub fn frame(&mut self) -> Result<Frame, Error> {
        let now = self.ports.clock.now();
        let today = self.local_day(now);
        let own = self.settings.week_start.unwrap_or(self.ports.locale.week_start);
        let week_start = self.course()?.map_or(own, |course| course.terms.plan.week_start);
        let plan = self.course()?.map(|course| PlanHead {
            title: course.row.title.clone(),
            sample: course.row.sample,
            week: course.week_number(today),
            weeks: course.weeks(),
            start: course.terms.plan.start,
            end: course.end(),
            last_day: course.last_day(),
            today,
        });
        let undo = self.store.undo_state()?;
        Ok(Frame {
            plan,
            held_until: self.held_until(now)?,
            unread: table::occurrence::unseen(self.store.read())?,
            undo: undo.undo,
            redo: undo.redo,
            troubles: self.troubles.clone(),
            settings: self.settings.clone(),
            hours_24: self.has_24_hours(),
            week_start,
            mini: self.mini,
            day_ends: (0..=DayBoundary::LATEST).step_by(DayBoundary::STEP.into()).collect(),
            offered_file: self.offered.clone(),
        })
    }

    /// Takes a file that was given on the command line or by a second start.
    pub fn offer_file(&mut self, path: String) {
        self.offered = Some(path);
        self.news.topics.insert(Topic::Frame);
    }
}
