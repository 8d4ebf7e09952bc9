//! The active roadmap with its plan and its dates: what most use cases start from.

use super::former::parted;
use super::{App, Error};
use crate::view::Counting;
use ::roadmap::item::{Item, Kind};
use ::roadmap::plan::{self, DatedStage, Lengths, SoFar, WeekLayout};
use ::roadmap::progress::Worked;
use ::roadmap::schedule::{Schedule, Template};
use ::roadmap::{ItemId, Roadmap};
use chrono::{Days, NaiveDate};
use roadmap_store::table::session::Entry;
use roadmap_store::table::template::TemplateId;
use roadmap_store::{RoadmapId, Table, table};
use rusqlite::Connection;
use std::sync::Arc;

/// The tables that a course is read from.
pub(super) const READS: [Table; 15] = [
    Table::Roadmap,
    Table::Item,
    Table::Template,
    Table::TemplateBlock,
    Table::FormerTemplate,
    Table::Plan,
    Table::Season,
    Table::DaysOff,
    Table::Exception,
    Table::SingleBlock,
    Table::GivenBlock,
    Table::DecidedLength,
    Table::FormerEnd,
    Table::MovedWork,
    Table::Calendar,
];

/// The active roadmap with its plan and its dates.
#[derive(Debug, Clone)]
pub(super) struct Course {
    pub(super) row: table::roadmap::Row,
    pub(super) roadmap: Arc<Roadmap>,
    pub(super) terms: table::plan::Row,
    pub(super) templates: Vec<(TemplateId, Template)>,
    /// From when each template holds, by its name in the store, the earliest first.
    pub(super) seasons: Vec<(NaiveDate, TemplateId)>,
    /// What the templates were before they were changed, of each the earliest first.
    pub(super) former: Vec<table::former_template::Row>,
    /// Its days, each with the blocks that its template had then.
    pub(super) schedule: Schedule,
    /// The lengths that stages take by decision.
    pub(super) lengths: Lengths,
    pub(super) stages: Vec<DatedStage>,
}

impl Course {
    /// The template of a day, with its name in the store; none only where a course has no template at all.
    pub(super) fn template_on(&self, day: NaiveDate) -> Option<(TemplateId, &Template)> {
        let begun = self.seasons.partition_point(|(from, _)| *from <= day);
        let (_, wanted) = self.seasons.get(begun.saturating_sub(1))?;
        let (id, template) = self.templates.iter().find(|(id, _)| id == wanted)?;
        Some((*id, template))
    }

    /// The first day of the week that holds a day.
    pub(super) fn week_of(&self, day: NaiveDate) -> NaiveDate {
        plan::week_of(day, self.terms.plan.week_start)
    }

    /// The number of the week that holds a day, from 1; 0 before the start.
    pub(super) fn week_number(&self, day: NaiveDate) -> u32 {
        if day < self.terms.plan.start { 0 } else { plan::week_number(&self.terms.plan, day).unwrap_or(0) }
    }

    /// The plan's number of a week of the calendar: that of the day in its middle, as most of its days have
    /// it, or of the plan's first or last day where that is beyond; 0 where the two don't meet.
    pub(super) fn number_of_week(&self, week: NaiveDate) -> u32 {
        let last = self.last_day();
        let days: Vec<NaiveDate> = plan::days_of(week)
            .filter(|day| *day >= self.terms.plan.start && last.is_none_or(|last| *day <= last))
            .collect();
        let (Some(first), Some(last)) = (days.first(), days.last()) else { return 0 };
        self.week_number((week + Days::new(3)).clamp(*first, *last))
    }

    /// How many weeks the plan has before its open end.
    pub(super) fn weeks(&self) -> u32 {
        plan::weeks_of(&self.terms.plan, &self.stages).unwrap_or(0)
    }

    /// The dates that its plan gives to the roadmap once that is changed, with the lengths that were decided: what no
    /// calendar has is refused before it is kept.
    pub(super) fn dates_of(&self, changed: &Roadmap) -> Result<Vec<DatedStage>, Error> {
        Ok(plan::date_stages_with(changed, &self.terms.plan, &self.lengths)?)
    }

    /// The last day that has a date, that of an open end at the latest.
    pub(super) fn last_day(&self) -> Option<NaiveDate> {
        plan::last_day_of(&self.stages)
    }

    /// The last day of the stages that have an end of their own.
    pub(super) fn end(&self) -> Option<NaiveDate> {
        plan::end_of(&self.stages)
    }

    /// The same days where the templates hold from other days on.
    pub(super) fn schedule_with(&self, seasons: &[(NaiveDate, TemplateId)]) -> Result<Schedule, Error> {
        let seasons = parted(seasons, &self.templates, &self.former).ok_or_else(template_is_gone)?;
        Ok(self.schedule.clone().with_seasons(seasons))
    }

    /// A week's blocks, what each is for, and what found no place.
    pub(super) fn lay_out(&self, week: NaiveDate) -> WeekLayout {
        plan::lay_out(&self.roadmap, &self.terms.plan, &self.stages, &self.schedule, week)
    }

    /// The same of a week that may have begun: what is not worked of it rolls on inside it.
    pub(super) fn lay_out_from(&self, week: NaiveDate, so_far: &SoFar<'_>) -> WeekLayout {
        plan::lay_out_from(&self.roadmap, &self.terms.plan, &self.stages, &self.schedule, week, so_far)
    }

    /// What an activity is called: its project, or its own words; a stage's own title otherwise.
    pub(super) fn title_of(&self, id: ItemId) -> String {
        self.roadmap.find(id).map(title).unwrap_or_default()
    }
}

/// What an item is called: the project inside it, or its own words.
pub(super) fn title(item: &Item) -> String {
    let project = item.children.iter().find(|child| matches!(child.kind, Kind::Project { .. }));
    project.unwrap_or(item).text.clone()
}

fn template_is_gone() -> Error {
    Error::Stale("The plan's week template is gone. Choose another in Settings.".into())
}

fn read_schedule(
    from: &Connection,
    roadmap: RoadmapId,
    seasons: &[(NaiveDate, TemplateId)],
    templates: &[(TemplateId, Template)],
    former: &[table::former_template::Row],
) -> Result<Schedule, Error> {
    let seasons = parted(seasons, templates, former).ok_or_else(template_is_gone)?;
    let mut schedule = Schedule::new(seasons, table::days_off::all(from, roadmap)?);
    schedule.exceptions = table::exception::all(from, roadmap)?;
    schedule.singles = table::single_block::all(from, roadmap)?;
    schedule.given = table::given_block::all(from, roadmap)?;
    schedule.moved = table::moved_work::all(from, roadmap)?;
    schedule.former_ends = table::former_end::all(from, roadmap)?;
    Ok(schedule)
}

impl App {
    /// The active course; none before the first run is through.
    pub(super) fn course(&mut self) -> Result<Option<&Course>, Error> {
        if self.course.is_none() {
            self.course = self.read_course()?;
        }
        Ok(self.course.as_ref())
    }

    /// The active course, where a screen can only be reached with one.
    pub(super) fn active(&mut self) -> Result<&Course, Error> {
        self.course()?.ok_or_else(|| Error::Stale("There is no plan yet. Choose a roadmap first.".into()))
    }

    fn read_course(&mut self) -> Result<Option<Course>, Error> {
        let busy = self.busy();
        let store = self.store.read();
        let Some(row) = table::roadmap::active(store)? else { return Ok(None) };
        let Some(mut terms) = table::plan::of(store, row.id)? else { return Ok(None) };
        let roadmap = match &self.roadmap {
            Some((id, roadmap)) if *id == row.id => Arc::clone(roadmap),
            _ => Arc::new(Roadmap { title: row.title.clone(), items: table::item::all(store, row.id)? }),
        };
        let templates = table::template::all(store, row.id)?;
        // What took over until the plan's first day is what it begins with.
        let (until_start, later): (Vec<_>, Vec<_>) =
            table::season::all(store, row.id)?.into_iter().partition(|(from, _)| *from <= terms.plan.start);
        terms.template = until_start.last().map_or(terms.template, |(_, template)| *template);
        let mut seasons = vec![(NaiveDate::MIN, terms.template)];
        seasons.extend(later);
        let former = table::former_template::all(store, row.id)?;
        let schedule = read_schedule(store, row.id, &seasons, &templates, &former)?.with_busy(busy);
        let lengths = table::decided_length::all(store, row.id)?;
        let stages = plan::date_stages_with(&roadmap, &terms.plan, &lengths)?;
        self.roadmap = Some((row.id, Arc::clone(&roadmap)));
        Ok(Some(Course { row, roadmap, terms, templates, seasons, former, schedule, lengths, stages }))
    }

    /// The sessions of the active roadmap, by time.
    pub(super) fn sessions(&mut self) -> Result<Arc<[Entry]>, Error> {
        if let Some(sessions) = &self.sessions {
            return Ok(Arc::clone(sessions));
        }
        let sessions = match table::roadmap::active(self.store.read())? {
            Some(row) => table::session::all(self.store.read(), row.id)?.into(),
            None => Arc::default(),
        };
        Ok(Arc::clone(self.sessions.insert(sessions)))
    }

    /// What sessions add to the count of each day, under the person's setting.
    pub(super) fn worked(&self, sessions: &[Entry]) -> Vec<Worked> {
        let focus_only = self.settings.counting == Counting::FocusOnly;
        sessions
            .iter()
            .flat_map(|Entry { session, day, days, outside }| {
                let counted = if focus_only { session.focused_seconds() } else { session.worked_seconds() };
                let worked = Worked {
                    day: *day,
                    activity: session.work.activity,
                    category: (!outside).then_some(session.work.category),
                    focused_seconds: session.focused_seconds(),
                    worked_seconds: counted,
                    whole: session.is_pomodoro(),
                };
                worked.over_days(days)
            })
            .collect()
    }
}
