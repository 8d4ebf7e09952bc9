//! The person's settings, and the plan's terms.

use super::block::no_template;
use super::first_run::{choices, estimate, plan_of, roles};
use super::template::begin_with;
use super::{App, Error};
use crate::view::{ClockFace, PlanTerms, Settings, Setup};
use ::roadmap::plan::replan::Changes;
use ::roadmap::plan::{Estimate, Lengths, Plan, date_stages_with};
use ::roadmap::schedule::{MovedWork, Schedule, Template};
use roadmap_store::table;

/// The name that the settings are stored under.
pub(super) const NAME: &str = "settings";
/// The longest time between a reminder and its block, in minutes.
const LONGEST_LEAD: u16 = 24 * 60;

/// True where a setup changes what dates a plan's weeks, its pace or what that keeps free, and not its first day.
fn re_paces(plan: &Plan, setup: &Setup) -> bool {
    let changed = plan_of(setup);
    plan.start == setup.start
        && (plan.pace, plan.weekly_minutes()) != (changed.pace, changed.weekly_minutes())
}

impl App {
    /// Keeps the settings. The day a week starts on is every plan's too.
    ///
    /// # Errors
    /// [`Error::Invalid`] says what is wrong, [`Error::Store`].
    pub fn save_settings(&mut self, settings: &Settings) -> Result<(), Error> {
        settings.lengths.check()?;
        if settings.lead_minutes > LONGEST_LEAD {
            return Err(Error::Invalid("A reminder can't come more than a day before its block.".into()));
        }
        let week_start = settings.week_start.unwrap_or(self.ports.locale.week_start);
        self.change("change the settings", |to| {
            table::setting::set(to, NAME, settings)?;
            table::plan::set_week_start(to, week_start)
        })
    }

    /// The plan's terms, with what there is to choose from.
    ///
    /// # Errors
    /// [`Error::Stale`] without a plan, [`Error::Store`].
    pub fn terms(&mut self) -> Result<PlanTerms, Error> {
        let data_folder = self.store.folder().to_string_lossy().into_owned();
        let course = self.active()?;
        let plan = course.terms.plan;
        let in_force = course.templates.iter().position(|(id, _)| *id == course.terms.template);
        let templates: Vec<Template> =
            course.templates.iter().map(|(_, template)| template.clone()).collect();
        Ok(PlanTerms {
            roadmap: course.row.id.0,
            setup: Setup {
                start: plan.start,
                pace: plan.pace,
                template: u32::try_from(in_force.unwrap_or(0)).unwrap_or(0),
                week_start: plan.week_start,
                buffer: plan.buffer,
                role: course.terms.role.clone(),
            },
            templates: choices(&templates),
            roles: roles(&course.roadmap),
            origin: course.row.origin.parts().1.clone(),
            data_folder,
        })
    }

    /// What other terms would come to. Nothing is kept.
    ///
    /// # Errors
    /// [`Error::Invalid`] for a pace or date that makes no plan, [`Error::Stale`] without a plan.
    pub fn estimate_terms(&mut self, setup: &Setup) -> Result<Estimate, Error> {
        let (lengths, _) = self.decided_at(setup)?;
        let today = self.now_view().date;
        let course = self.active()?;
        let in_force = course.template_on(setup.start).map(|(template, _)| template);
        let schedule = match course.templates.get(setup.template as usize) {
            Some((id, template)) if Some(*id) != in_force => Schedule::of(template.clone()),
            _ => course.schedule.clone(),
        };
        estimate(&course.roadmap, setup, &lengths, &schedule, today)
    }

    /// What is decided of lengths and of the work of weeks once other terms hold.
    fn decided_at(&mut self, setup: &Setup) -> Result<(Lengths, Vec<MovedWork>), Error> {
        let course = self.active()?;
        let begun = course.terms.plan;
        let kept = (course.lengths.clone(), course.schedule.moved.clone());
        // Another pace dates what is left anew; another first day, or way to go, all of it.
        if re_paces(&begun, setup) {
            let Changes { lengths, moved, .. } = self.at_pace(setup.pace, setup.buffer)?.changes;
            return Ok((lengths, moved));
        }
        Ok(if begun.start == setup.start { kept } else { Default::default() })
    }

    /// Changes the plan's terms. Its dates follow; what was worked and ticked stays.
    ///
    /// # Errors
    /// [`Error::Invalid`] for a pace or date that makes no plan, [`Error::Stale`], [`Error::Store`].
    pub fn save_terms(&mut self, setup: &Setup) -> Result<(), Error> {
        let (lengths, moved) = self.decided_at(setup)?;
        let course = self.active()?;
        date_stages_with(&course.roadmap, &plan_of(setup), &lengths)?;
        let chosen = course.templates.get(setup.template as usize).map(|(id, _)| *id);
        let template = match chosen.ok_or_else(no_template)? {
            // Left as it was, what has taken over by the first day goes on.
            same if same == course.terms.template => {
                course.template_on(setup.start).map_or(same, |(template, _)| template)
            }
            other => other,
        };
        let row = table::plan::Row { plan: plan_of(setup), role: setup.role.clone(), template };
        let roadmap = course.row.id;
        let settings = self.with_week_start(setup);
        self.change("change the plan's terms", |to| {
            table::setting::set(to, NAME, &settings)?;
            begin_with(to, roadmap, &row)?;
            table::decided_length::set_all(to, roadmap, &lengths)?;
            table::moved_work::set_all(to, roadmap, &moved)?;
            table::plan::set_week_start(to, setup.week_start)
        })
    }

    /// True where times are written as 13:00.
    pub(super) fn has_24_hours(&self) -> bool {
        match self.settings.clock {
            ClockFace::Locale => self.ports.locale.hours_24,
            ClockFace::Hours24 => true,
            ClockFace::Hours12 => false,
        }
    }

    /// The settings with the day a week starts on as a setup has it; the locale's needs no setting.
    pub(super) fn with_week_start(&self, setup: &Setup) -> Settings {
        let own = (setup.week_start != self.ports.locale.week_start).then_some(setup.week_start);
        Settings { week_start: own, ..self.settings.clone() }
    }
}
