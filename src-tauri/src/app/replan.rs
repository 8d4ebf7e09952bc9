//! Ways out when a plan is behind, ahead or short of days: shown, and accepted whole.

use super::course::Course;
use super::{App, Error};
use crate::view::{PhaseMove, ProposalView, ReplanView};
use ::roadmap::edit::{self, Edit};
use ::roadmap::item::Budget;
use ::roadmap::plan::replan::{
    Changes, Proposal, Standpoint, Way, at_pace, proposals, short_of_days, without_room,
};
use ::roadmap::plan::{Buffer, Pace};
use ::roadmap::progress::Worked;
use ::roadmap::{ItemId, Roadmap};
use chrono::NaiveDate;
use roadmap_store::{StoreError, table};
use rusqlite::Transaction;
use std::hash::{DefaultHasher, Hash, Hasher};

impl App {
    /// What is missing of the active plan, and the ways out.
    ///
    /// # Errors
    /// [`Error::Stale`] without a plan, [`Error::Invalid`] where the plan would end beyond all calendars,
    /// [`Error::Store`].
    pub fn replan(&mut self) -> Result<ReplanView, Error> {
        let (course, worked, today) = self.standing()?;
        let at = Standpoint { in_hand: self.step_in_hand(), ..standpoint(&course, &worked, today) };
        let missing = at.backlog();
        let view = |proposal: &Proposal| view(&course, proposal);
        Ok(ReplanView {
            behind_minutes: missing.total(),
            has_ended: course.last_day().is_some_and(|last| last < today),
            ahead_minutes: missing.ahead,
            without_room_minutes: without_room(&at),
            short_of_days: short_of_days(&at),
            proposals: proposals(&at)?.iter().map(view).collect(),
        })
    }

    /// Accepts a way out as it was seen: whole, in one step.
    ///
    /// # Errors
    /// [`Error::Stale`] where it would change something else by now, and as [`replan`](Self::replan).
    pub fn accept_proposal(&mut self, way: Way, key: &str) -> Result<(), Error> {
        let (course, worked, today) = self.standing()?;
        let in_hand = self.step_in_hand();
        let found = proposals(&Standpoint { in_hand, ..standpoint(&course, &worked, today) })?;
        let proposal = found.into_iter().find(|found| found.way == way && key_of(&found.changes) == key);
        let proposal = proposal.ok_or_else(|| {
            Error::Stale(
                "The plan has changed since this was proposed. Look at the ways out once more.".into(),
            )
        })?;
        self.apply(words_of(way), &course, &proposal.changes)
    }

    /// What another pace from now on comes to, or another share kept free. Nothing is kept.
    ///
    /// # Errors
    /// [`Error::Invalid`] for a pace that makes no plan, [`Error::Stale`] without a plan, [`Error::Store`].
    pub(super) fn at_pace(&mut self, pace: Pace, buffer: Buffer) -> Result<Proposal, Error> {
        let (course, worked, today) = self.standing()?;
        Ok(at_pace(&standpoint(&course, &worked, today), pace, buffer)?)
    }

    /// The step of the focus interval that is under way, if it has one.
    fn step_in_hand(&self) -> Option<ItemId> {
        self.timer.interval().filter(|interval| !interval.kind.is_break()).and_then(|on| on.work.step)
    }

    fn standing(&mut self) -> Result<(Course, Vec<Worked>, NaiveDate), Error> {
        let course = self.active()?.clone();
        let sessions = self.sessions()?;
        let today = self.now_view().date;
        Ok((course, self.worked(&sessions), today))
    }

    fn apply(&mut self, words: &str, course: &Course, changes: &Changes) -> Result<(), Error> {
        let now = self.ports.clock.now();
        let changed = edited(&course.roadmap, changes)?;
        self.change(words, |to| {
            table::item::rewrite(to, course.row.id, &course.roadmap.items, &changed.items, &[], now)?;
            keep(to, course, changes)
        })
    }
}

/// Keeps what changes bring to the dates and the work of weeks.
pub(super) fn keep(to: &Transaction<'_>, course: &Course, changes: &Changes) -> Result<(), StoreError> {
    let roadmap = course.row.id;
    table::decided_length::set_all(to, roadmap, &changes.lengths)?;
    table::former_end::set_all(to, roadmap, &changes.former_ends)?;
    table::moved_work::set_all(to, roadmap, &changes.moved)?;
    let mut terms = course.terms.clone();
    terms.plan.pace = changes.pace;
    terms.plan.buffer = changes.buffer;
    table::plan::set(to, roadmap, &terms)
}

/// The roadmap without what goes, and with the hours that are less by it.
fn edited(roadmap: &Roadmap, changes: &Changes) -> Result<Roadmap, Error> {
    let mut changed = roadmap.clone();
    for (activity, minutes) in &changes.budgets {
        let budget = Some(Budget::Stage { least: *minutes, most: *minutes });
        edit::edit(&mut changed, &Edit::SetBudget { activity: *activity, budget })?;
    }
    for item in &changes.dropped {
        edit::edit(&mut changed, &Edit::Remove { item: *item })?;
    }
    Ok(changed)
}

pub(super) fn standpoint<'a>(course: &'a Course, worked: &'a [Worked], today: NaiveDate) -> Standpoint<'a> {
    Standpoint {
        roadmap: &course.roadmap,
        plan: &course.terms.plan,
        lengths: &course.lengths,
        stages: &course.stages,
        schedule: &course.schedule,
        worked,
        today,
        in_hand: None,
    }
}

fn view(course: &Course, proposal: &Proposal) -> ProposalView {
    let title = |id: &ItemId| course.roadmap.find(*id).map(|item| item.text.clone()).unwrap_or_default();
    let changes = &proposal.changes;
    let phases = proposal.phases.iter().map(|shift| PhaseMove {
        title: title(&shift.phase),
        before: shift.before,
        after: shift.after,
    });
    ProposalView {
        way: proposal.way,
        key: key_of(changes),
        ends: proposal.ends.0,
        would_end: proposal.ends.1,
        phases: phases.collect(),
        weeks: proposal.weeks.clone(),
        pace: (changes.pace != course.terms.plan.pace).then_some(changes.pace),
        dropped: changes.dropped.iter().map(title).collect(),
        left_minutes: proposal.left_minutes,
    }
}

/// A name for changes, the same for the same ones as long as the app runs.
fn key_of(changes: &Changes) -> String {
    let mut hasher = DefaultHasher::new();
    format!("{changes:?}").hash(&mut hasher);
    format!("{:016x}", hasher.finish())
}

const fn words_of(way: Way) -> &'static str {
    match way {
        Way::PushDates => "push the dates",
        Way::UseSlack => "use the room in the weeks ahead",
        Way::Compress => "spread what is missing over the weeks left",
        Way::DropOptional => "drop what is optional",
        Way::RaiseHours => "raise the hours a week",
        Way::FitBlocks => "go by the hours of the blocks",
        Way::PullForward => "pull the dates forward",
        Way::AtPace => "change the pace",
    }
}
