//! When gates and the end are reached at the person's own pace.

use super::course::Course;
use super::{App, Error};
use crate::view::ForecastLine;
use ::roadmap::item::Item;
use ::roadmap::plan::{Ahead, Milestone, PastWeek, date_stages, days_of, estimate, forecast, remaining};
use ::roadmap::progress::{Worked, paying};
use ::roadmap::{ItemId, Kind};
use chrono::{Days, NaiveDate};
use std::collections::BTreeMap;

/// How far ahead days off are looked at, in weeks: ten years.
const FURTHEST: usize = 520;

/// How much of a template's hours another one may differ by and still be much the same week.
const NO_OTHER: f64 = 0.1;

impl App {
    /// When each phase that is not over and the plan as a whole are done, from the weeks worked so far.
    ///
    /// # Errors
    /// [`Error::Stale`] without a plan, [`Error::Store`].
    pub fn forecast(&mut self) -> Result<Vec<ForecastLine>, Error> {
        let course = self.active()?.clone();
        let sessions = self.sessions()?;
        let Course { roadmap, terms, stages, schedule, .. } = &course;
        let worked = paying(roadmap, &terms.plan, stages, schedule, &self.worked(&sessions));
        let today = self.now_view().date;
        let history = self.past_weeks(&course, &worked, today);
        let (milestones, planned) = milestones(&course, &worked);
        // Before a plan begins nothing is worked for it.
        let from = today.max(course.terms.plan.start);
        let days_off = days_off(&course, from, self.busy().keys().next_back().copied());
        let ahead = Ahead { today: from, days_off: &days_off, template_minutes: weekly(&course, from)? };
        let lines = forecast(&history, &milestones, &ahead).into_iter().zip(planned).enumerate();
        let last = milestones.len().saturating_sub(1);
        let line = |(at, (forecast, (phase, planned))): (usize, (_, (Option<ItemId>, NaiveDate)))| {
            let forecast: ::roadmap::plan::Forecast = forecast;
            let phase = phase.filter(|_| at < last);
            let months =
                phase.and_then(|phase| course.roadmap.find(phase)).and_then(|item| match item.kind {
                    Kind::Phase { months, .. } => months,
                    _ => None,
                });
            ForecastLine {
                phase,
                months,
                title: phase.map(|phase| course.title_of(phase)).unwrap_or_default(),
                planned,
                reached: forecast.reached,
            }
        };
        Ok(lines.map(line).collect())
    }

    /// The whole weeks from the first one of work on, but those before the person chose another pace or template: what
    /// was done at that one says nothing of this. The plan's own first one is none where it begins in the midst of its
    /// work.
    fn past_weeks(&self, course: &Course, worked: &[Worked], today: NaiveDate) -> Vec<PastWeek> {
        let minutes = minutes_by_week(course, worked);
        let mut items: BTreeMap<NaiveDate, u32> = BTreeMap::new();
        let done = |item: &Item| item.record.done_at.map(|at| self.local_day(at));
        for day in course.roadmap.walk().filter_map(done) {
            *items.entry(course.week_of(day)).or_default() += 1;
        }
        let this_week = course.week_of(today);
        let Some(first) = minutes.keys().chain(items.keys()).min().copied() else { return Vec::new() };
        let start = course.terms.plan.start;
        let begun = course.week_of(start);
        let is_cut = first == begun
            && begun.iter_days().take_while(|day| *day < start).any(|day| course.schedule.works_on(day));
        let since = paced_on(course, today);
        first
            .iter_weeks()
            .skip(usize::from(is_cut))
            .skip_while(|week| since.is_some_and(|since| *week < since))
            .take_while(|week| *week < this_week)
            .map(|week| PastWeek {
                first_day: week,
                minutes: minutes.get(&week).copied().unwrap_or_default(),
                items: items.get(&week).copied().unwrap_or_default(),
                off: off_in(course, week),
            })
            .collect()
    }
}

/// The day since which the plan has its pace and the hours of its template; none where that is its start.
fn paced_on(course: &Course, today: NaiveDate) -> Option<NaiveDate> {
    let hours = |day: NaiveDate| course.template_on(day).map_or(0, |(_, template)| template.work_minutes());
    let differs = |from: &NaiveDate| {
        let (before, after) = (from.pred_opt().map_or(0, hours), hours(*from));
        f64::from(before.abs_diff(after)) > f64::from(before) * NO_OTHER
    };
    let begun = course.seasons.iter().skip(1).map(|(from, _)| *from).filter(|from| *from <= today);
    begun.filter(differs).max().max(course.terms.paced_on)
}

/// The minutes of each week that pay for what the stages ask.
fn minutes_by_week(course: &Course, paying: &[Worked]) -> BTreeMap<NaiveDate, u32> {
    let mut seconds: BTreeMap<NaiveDate, u32> = BTreeMap::new();
    for session in paying {
        let seconds = seconds.entry(course.week_of(session.day)).or_default();
        *seconds = seconds.saturating_add(session.worked_seconds);
    }
    seconds.into_iter().map(|(week, seconds)| (week, seconds / 60)).collect()
}

/// The phases that are not over and the end, with what is left until each, and the day that the plan has for it.
fn milestones(course: &Course, worked: &[Worked]) -> (Vec<Milestone>, Vec<(Option<ItemId>, NaiveDate)>) {
    let (mut milestones, mut planned): (Vec<Milestone>, Vec<(Option<ItemId>, NaiveDate)>) =
        Default::default();
    let (mut minutes, mut items) = (0_u32, 0_u32);
    let left = remaining(&course.roadmap, &course.stages, worked);
    // Measured in minutes, a phase whose hours are worked is over, whatever is left unticked of it.
    let by_minutes = left.iter().any(|stage| stage.minutes > 0);
    for (at, stage) in left.iter().enumerate() {
        minutes = minutes.saturating_add(stage.minutes);
        items = items.saturating_add(stage.items);
        let is_ahead = if by_minutes { minutes > 0 } else { items > 0 };
        let ends_phase = left.get(at + 1).is_none_or(|next| next.phase != stage.phase);
        let to = course.stages.iter().find(|dated| dated.stage == stage.stage).and_then(|dated| dated.to);
        let is_phase = |phase: &ItemId| {
            course.roadmap.find(*phase).is_some_and(|item| matches!(item.kind, Kind::Phase { .. }))
        };
        if let Some(to) = to.filter(|_| ends_phase && (is_ahead || at + 1 == left.len())) {
            let item = stage.phase.unwrap_or(stage.stage);
            milestones.push(Milestone { item, minutes_left: minutes, items_left: items });
            planned.push((stage.phase.filter(is_phase), to));
        }
    }
    // The last phase ends with the plan: it is said once for each.
    if let (Some(last), Some((phase, to))) = (milestones.last().copied(), planned.last().copied())
        && phase.is_some()
        && milestones.len() > 1
    {
        milestones.push(last);
        planned.push((None, to));
    }
    (milestones, planned)
}

/// The share of the days off of each seven days from today on, until the last one that is off or has busy times.
fn days_off(course: &Course, today: NaiveDate, last_busy: Option<NaiveDate>) -> Vec<f64> {
    let last_off = course.schedule.days_off().iter().map(|off| off.to).max();
    let last = last_off.max(last_busy).unwrap_or(today);
    let weeks = std::iter::successors(Some(today), |day| day.checked_add_days(Days::new(7)));
    weeks.take_while(|day| *day <= last).take(FURTHEST).map(|day| off_in(course, day)).collect()
}

/// The share of the working days of seven days that are off; a light day is half of one.
fn off_in(course: &Course, first: NaiveDate) -> f64 {
    days_of(first).last().map_or(0.0, |last| course.schedule.share_off(first, last))
}

/// The minutes that a week of the plan asks for, as it was before any stage was decided to take longer.
fn weekly(course: &Course, today: NaiveDate) -> Result<u32, Error> {
    let plan = &course.terms.plan;
    if let Some(minutes) = plan.weekly_minutes() {
        return Ok(minutes);
    }
    let written = date_stages(&course.roadmap, plan)?;
    Ok(estimate(&course.roadmap, plan, &written, &course.schedule, today).weekly_minutes)
}
