//! The person's settings, and the plan's terms.

use super::block::no_template;
use super::course::Course;
use super::first_run::{choices, estimate, plan_of, roles};
use super::template::set_seasons;
use super::{App, Error};
use crate::view::{ClockFace, PlanTerms, Settings, Setup};
use ::roadmap::plan::replan::Changes;
use ::roadmap::plan::{Estimate, Lengths, Plan, date_stages_with};
use ::roadmap::pomodoro::check_idle_minutes;
use ::roadmap::schedule::{FormerEnds, MovedWork, Template};
use chrono::{DateTime, NaiveDate, Utc};
use roadmap_store::table;
use roadmap_store::table::template::TemplateId;

/// The name that the settings are stored under.
pub(super) const NAME: &str = "settings";

/// True where a setup changes what dates a plan's weeks, its pace or what that keeps free, and not its first day.
fn re_paces(plan: &Plan, setup: &Setup) -> bool {
    let changed = plan_of(setup);
    plan.start == setup.start
        && (plan.pace, plan.weekly_minutes()) != (changed.pace, changed.weekly_minutes())
}

/// True where days of the plan are over.
fn has_begun(course: &Course, today: NaiveDate) -> bool {
    course.terms.plan.start < today
}

/// The template that the terms show: today's, or the first day's where that is still to come.
fn in_force(course: &Course, today: NaiveDate) -> TemplateId {
    let shown = course.template_on(today.max(course.terms.plan.start));
    shown.map_or(course.terms.template, |(template, _)| template)
}

/// From when each template holds under a setup, the earliest first. In a plan that has begun, another template takes over
/// today, and the days before stay as they were; one that begins anew, or is still to begin, begins with it. What takes
/// over later does so all the same.
fn seasons_under(
    course: &Course,
    setup: &Setup,
    today: NaiveDate,
) -> Result<Vec<(NaiveDate, TemplateId)>, Error> {
    let chosen = course.templates.get(setup.template as usize).map(|(id, _)| *id);
    let chosen = chosen.ok_or_else(no_template)?;
    let other = Some(chosen).filter(|chosen| *chosen != in_force(course, today));
    let mut seasons = course.seasons.clone();
    if has_begun(course, today) && course.terms.plan.start == setup.start {
        if let Some(other) = other {
            let before = seasons.partition_point(|(from, _)| *from < today);
            let after = seasons.partition_point(|(from, _)| *from <= today);
            // Where the template before is the same, it goes on.
            let goes_on = seasons.get(before.wrapping_sub(1)).is_some_and(|(_, template)| *template == other);
            seasons.splice(before..after, (!goes_on).then_some((today, other)));
        }
    } else {
        // Left as it was, what has taken over by the first day goes on.
        let goes_on = || course.template_on(setup.start).map_or(chosen, |(template, _)| template);
        let first = other.unwrap_or_else(goes_on);
        seasons.retain(|(from, _)| *from > setup.start);
        seasons.insert(0, (NaiveDate::MIN, first));
    }
    Ok(seasons)
}

/// What is decided of a plan's dates, and of the work of its weeks.
#[derive(Debug, Default)]
struct Decided {
    lengths: Lengths,
    former_ends: FormerEnds,
    moved: Vec<MovedWork>,
}

impl App {
    /// Keeps the settings. The day a week starts on is every plan's too.
    ///
    /// # Errors
    /// [`Error::Invalid`] says what is wrong, [`Error::Store`].
    pub fn save_settings(&mut self, settings: &Settings) -> Result<(), Error> {
        settings.timer.check()?;
        settings.sounds.check()?;
        settings.day_boundary.check()?;
        if let Some(minutes) = settings.idle_minutes {
            check_idle_minutes(minutes)?;
        }
        if let Some(hours) = settings.quiet_hours {
            hours.check()?;
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
        let today = self.now_view().date;
        let course = self.active()?;
        let plan = course.terms.plan;
        let wanted = in_force(course, today);
        let in_force = course.templates.iter().position(|(id, _)| *id == wanted);
        let templates: Vec<Template> =
            course.templates.iter().map(|(_, template)| template.clone()).collect();
        Ok(PlanTerms {
            roadmap: course.row.id.0,
            begun: has_begun(course, today),
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
        let decided = self.decided_at(setup)?;
        let today = self.now_view().date;
        let course = self.active()?;
        let seasons = seasons_under(course, setup, today)?;
        let mut schedule = course.schedule_with(&seasons)?;
        (schedule.former_ends, schedule.moved) = (decided.former_ends, decided.moved);
        estimate(&course.roadmap, setup, &decided.lengths, &schedule, today)
    }

    /// What is decided of the dates once other terms hold.
    fn decided_at(&mut self, setup: &Setup) -> Result<Decided, Error> {
        let course = self.active()?;
        let begun = course.terms.plan;
        let Course { lengths, schedule, .. } = course;
        let kept = Decided {
            lengths: lengths.clone(),
            former_ends: schedule.former_ends.clone(),
            moved: schedule.moved.clone(),
        };
        // Another pace dates what is left anew; another first day, or way to go, all of it.
        if re_paces(&begun, setup) {
            let Changes { lengths, former_ends, moved, .. } = self.at_pace(setup.pace, setup.buffer)?.changes;
            return Ok(Decided { lengths, former_ends, moved });
        }
        Ok(if begun.start == setup.start { kept } else { Default::default() })
    }

    /// Changes the plan's terms. Its dates follow; what was worked and ticked stays. Once the plan has begun, another
    /// template takes over today.
    ///
    /// # Errors
    /// [`Error::Invalid`] for a pace or date that makes no plan, [`Error::Stale`], [`Error::Store`].
    pub fn save_terms(&mut self, setup: &Setup) -> Result<(), Error> {
        let decided = self.decided_at(setup)?;
        let today = self.now_view().date;
        let course = self.active()?;
        date_stages_with(&course.roadmap, &plan_of(setup), &decided.lengths)?;
        let seasons = seasons_under(course, setup, today)?;
        let template = seasons.first().map_or(course.terms.template, |(_, template)| *template);
        let begun = course.terms.plan;
        let paced_on = match (re_paces(&begun, setup), begun.start == setup.start) {
            (true, _) => has_begun(course, today).then_some(today),
            (false, true) => course.terms.paced_on,
            (false, false) => None,
        };
        let row = table::plan::Row { plan: plan_of(setup), role: setup.role.clone(), template, paced_on };
        let roadmap = course.row.id;
        let settings = self.with_week_start(setup);
        self.change("change the plan's terms", |to| {
            table::setting::set(to, NAME, &settings)?;
            table::plan::set(to, roadmap, &row)?;
            set_seasons(to, roadmap, &seasons)?;
            table::decided_length::set_all(to, roadmap, &decided.lengths)?;
            table::former_end::set_all(to, roadmap, &decided.former_ends)?;
            table::moved_work::set_all(to, roadmap, &decided.moved)?;
            table::plan::set_week_start(to, setup.week_start)
        })
    }

    /// The local day that an instant counts for, as the person's days end.
    pub(super) fn local_day(&self, instant: DateTime<Utc>) -> NaiveDate {
        self.ports.clock.local_day(instant, self.settings.day_boundary)
    }

    /// True where times are written as 13:00.
    pub(super) fn has_24_hours(&self) -> bool {
        match self.settings.clock {
            ClockFace::Locale => self.ports.locale.hours_24,
            ClockFace::Hours24 => true,
            ClockFace::Hours12 => false,
        }
    }

    /// How times are written, as `strftime` has it.
    pub(super) fn clock_format(&self) -> &'static str {
        if self.has_24_hours() { "%-H:%M" } else { "%-I:%M %P" }
    }

    /// The settings with the day a week starts on as a setup has it; the locale's needs no setting.
    pub(super) fn with_week_start(&self, setup: &Setup) -> Settings {
        let own = (setup.week_start != self.ports.locale.week_start).then_some(setup.week_start);
        Settings { week_start: own, ..self.settings.clone() }
    }
}
