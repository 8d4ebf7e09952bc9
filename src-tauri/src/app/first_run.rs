//! From a document to a dated plan.

use super::source::Draft;
use super::{App, Error};
use crate::view::{
    CategoryMinutes, LibraryEntry, Preview, PreviewCounts, PreviewPhase, PreviewStage, RoadmapSource, Setup,
    SourceLine, TemplateChoice,
};
use ::roadmap::check;
use ::roadmap::document::{self, Reading};
use ::roadmap::item::{About, Item, Kind, NumberRange, Tempo};
use ::roadmap::plan::{self, Budgeted, Buffer, Estimate, Lengths, Pace, Plan};
use ::roadmap::schedule::{Schedule, Template, templates_of};
use ::roadmap::{ItemId, Roadmap};
use chrono::{DateTime, Datelike, Days, NaiveDate, Utc, Weekday};
use roadmap_store::{RoadmapId, StoreError, table};
use rusqlite::Transaction;
use std::collections::HashMap;

/// How many lines of a document the preview holds at most.
const MOST_LINES: usize = 20_000;

impl App {
    /// The roadmaps that come with Waymark.
    ///
    /// # Errors
    /// [`Error::File`] where one cannot be read, which a test rules out.
    pub fn library(&self) -> Result<Vec<LibraryEntry>, Error> {
        document::bundled()
            .iter()
            .map(|bundled| {
                let from = RoadmapSource::Bundled { name: bundled.name.to_owned() };
                let draft = super::source::read(&from, Reading::default())?;
                let counts = counts(&draft);
                Ok(LibraryEntry {
                    name: bundled.name.to_owned(),
                    title: draft.roadmap.title,
                    weeks: counts.weeks,
                    minutes: counts.minutes,
                })
            })
            .collect()
    }

    /// What is recognised in a document. Nothing is kept.
    ///
    /// # Errors
    /// [`Error::File`] says what is wrong with it and what to do.
    pub fn preview(&mut self, from: &RoadmapSource) -> Result<Preview, Error> {
        self.draft = None;
        let today = self.local_day(self.ports.clock.now());
        let week_start = self.settings.week_start.unwrap_or(self.ports.locale.week_start);
        let already = match from {
            RoadmapSource::File { path } => self.roadmap_of_file(path)?.map(|row| row.id.0),
            _ => None,
        };
        let draft = self.draft(from)?;
        let tracks = super::correct::tracks(draft)?;
        let templates = templates_of(&draft.roadmap);
        let proposal = propose(&draft.roadmap, &templates, today, week_start)?;
        Ok(Preview {
            source: draft.from.clone(),
            file_name: draft.file_name.clone(),
            title: draft.roadmap.title.clone(),
            already,
            phases: phases(&draft.roadmap),
            counts: counts(draft),
            items: draft.roadmap.items.clone(),
            lines: draft.source.lines().take(MOST_LINES).map(str::to_owned).collect(),
            notes: notes(draft),
            findings: u32::try_from(check::check(&draft.roadmap).len()).unwrap_or(u32::MAX),
            roles: roles(&draft.roadmap),
            templates: choices(&templates),
            stated_part_time: stated_part_time(&draft.roadmap, &proposal),
            track: draft
                .reading
                .track
                .clone()
                .filter(|label| tracks.iter().any(|track| track.label == *label)),
            tracks,
            reasons: super::correct::reasons(draft),
            relative_links: relative_links(&draft.roadmap),
            proposal,
        })
    }

    /// What a setup comes to. Nothing is kept.
    ///
    /// # Errors
    /// [`Error::Invalid`] for a pace or date that makes no plan, [`Error::File`] as in
    /// [`preview`](Self::preview).
    pub fn estimate(&mut self, from: &RoadmapSource, setup: &Setup) -> Result<Estimate, Error> {
        let today = self.now_view().date;
        let draft = self.draft(from)?;
        first_estimate(&draft.roadmap, setup, today)
    }

    /// Takes a document over as the active roadmap, with its plan.
    ///
    /// # Errors
    /// As [`estimate`](Self::estimate).
    pub fn begin(&mut self, from: &RoadmapSource, setup: &Setup) -> Result<(), Error> {
        let draft = self.draft(from)?.clone();
        let (now, today) = (self.ports.clock.now(), self.now_view().date);
        first_estimate(&draft.roadmap, setup, today)?;
        let words = format!("start “{}”", draft.roadmap.title);
        let settings = self.with_week_start(setup);
        self.change(words, |to| {
            table::setting::set(to, super::settings::NAME, &settings)?;
            add(to, &draft, setup, false, now)?;
            table::plan::set_week_start(to, setup.week_start)
        })?;
        self.draft = None;
        self.offered = None;
        Ok(())
    }
}

/// A roadmap that was just added.
pub(super) struct Added {
    pub(super) roadmap: RoadmapId,
    /// What the document's items are called in the store.
    pub(super) names: HashMap<ItemId, ItemId>,
}

/// Adds a document as the active roadmap, with its templates and its plan.
pub(super) fn add(
    to: &Transaction<'_>,
    draft: &Draft,
    setup: &Setup,
    sample: bool,
    now: DateTime<Utc>,
) -> Result<Added, StoreError> {
    let origin = super::source::origin(&draft.from);
    let roadmap = table::roadmap::add(to, &draft.roadmap.title, &origin, sample, now)?;
    table::document::set(to, roadmap, &draft.source, &draft.reading)?;
    let names = table::item::add_all(to, roadmap, &begun(&draft.roadmap, now))?;
    let templates = table::template::add_all(to, roadmap, &templates_of(&draft.roadmap))?;
    let wanted = setup.template as usize;
    let template = templates.get(wanted).or(templates.first());
    let template = *template.ok_or(StoreError::Gone { what: "template", id: i64::from(setup.template) })?;
    let plan = plan_of(setup);
    let row = table::plan::Row { plan, role: setup.role.clone(), template, paced_on: None };
    table::plan::set(to, roadmap, &row)?;
    Ok(Added { roadmap, names })
}

/// What a document says, as a person begins with it: what it has ticked counts as done since `now`, and an
/// option that it has ticked as picked.
fn begun(roadmap: &Roadmap, now: DateTime<Utc>) -> Vec<Item> {
    let mut items = roadmap.items.clone();
    let mut left: Vec<&mut Item> = items.iter_mut().collect();
    while let Some(item) = left.pop() {
        item.record.done_at = item.task.filter(|task| task.ticked).map(|_| now);
        let is_ticked = |item: &&mut Item| {
            matches!(item.kind, Kind::Option { .. }) && item.task.is_some_and(|task| task.ticked)
        };
        if let Some(option) = item.children.iter_mut().find(is_ticked) {
            option.record.chosen = true;
        }
        left.extend(&mut item.children);
    }
    items
}

pub(super) const fn plan_of(setup: &Setup) -> Plan {
    Plan { start: setup.start, pace: setup.pace, week_start: setup.week_start, buffer: setup.buffer }
}

/// What a setup comes to where some stages' lengths are decided, on those days.
pub(super) fn estimate(
    roadmap: &Roadmap,
    setup: &Setup,
    lengths: &Lengths,
    schedule: &Schedule,
    today: NaiveDate,
) -> Result<Estimate, Error> {
    let plan = plan_of(setup);
    let stages = plan::date_stages_with(roadmap, &plan, lengths)?;
    Ok(plan::estimate(roadmap, &plan, &stages, schedule, today))
}

/// What a setup comes to before anything is decided.
fn first_estimate(roadmap: &Roadmap, setup: &Setup, today: NaiveDate) -> Result<Estimate, Error> {
    let chosen = templates_of(roadmap).into_iter().nth(setup.template as usize);
    let schedule = chosen.map(Schedule::of).unwrap_or_default();
    estimate(roadmap, setup, &Lengths::new(), &schedule, today)
}

/// Full time from the day that the document states, or next Monday where that has passed or is none; in the
/// document's own weeks.
fn propose(
    roadmap: &Roadmap,
    templates: &[Template],
    today: NaiveDate,
    week_start: Weekday,
) -> Result<Setup, Error> {
    let to_monday = 7 - u64::from(today.weekday().num_days_from_monday());
    let monday = today.checked_add_days(Days::new(to_monday)).ok_or_else(|| {
        Error::Invalid("The system's clock shows a date out of range. Set it right.".into())
    })?;
    let start = plan::stated_start(roadmap).filter(|day| *day >= today).unwrap_or(monday);
    let fitting = plan::template_for(templates, Pace::AsWritten);
    let template = fitting.and_then(|fitting| templates.iter().position(|template| template == fitting));
    let template = u32::try_from(template.unwrap_or(0)).unwrap_or(0);
    Ok(Setup { start, pace: Pace::AsWritten, template, week_start, buffer: Buffer::NONE, role: None })
}

pub(super) fn choices(templates: &[Template]) -> Vec<TemplateChoice> {
    (0..)
        .zip(templates)
        .map(|(index, template)| TemplateChoice {
            index,
            name: template.name.clone(),
            tempo: template.tempo,
            minutes: template.work_minutes(),
        })
        .collect()
}

/// The roles that the document aims at.
pub(super) fn roles(roadmap: &Roadmap) -> Vec<String> {
    let section = |item: &&Item| matches!(item.kind, Kind::Section { about: About::Roles });
    let lines = roadmap.walk().find(section).into_iter().flat_map(Item::walk);
    lines.filter(|item| matches!(item.kind, Kind::Entry)).map(|item| item.text.clone()).collect()
}

/// What the document says of a slower pace, as the estimate at a part-time pace tells it.
fn stated_part_time(roadmap: &Roadmap, proposal: &Setup) -> Option<String> {
    let hours = Pace::Hours { per_week_minutes: 20 * 60 };
    first_estimate(roadmap, &Setup { pace: hours, ..proposal.clone() }, proposal.start).ok()?.stated
}

/// The lines that were not understood.
fn notes(draft: &Draft) -> Vec<SourceLine> {
    let numbers = document::note_lines(&draft.roadmap, &draft.source);
    let lines: Vec<&str> = draft.source.lines().collect();
    let text = |line: &usize| lines.get(line - 1).map(|text| text.trim().to_owned());
    numbers.iter().filter_map(|line| Some(SourceLine { line: *line, text: text(line)? })).collect()
}

fn relative_links(roadmap: &Roadmap) -> u32 {
    let relative = |item: &&Item| match &item.kind {
        Kind::Resource { href: Some(href) } => !super::roadmap::is_absolute(href),
        _ => false,
    };
    u32::try_from(roadmap.walk().filter(relative).count()).unwrap_or(u32::MAX)
}

fn counts(draft: &Draft) -> PreviewCounts {
    let summary = document::summary(&draft.roadmap, &draft.source);
    let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
    let metrics = draft.roadmap.walk().filter(|item| matches!(item.kind, Kind::Metric { .. })).count();
    PreviewCounts {
        phases: count(summary.phases),
        stages: count(summary.stages),
        weeks: count(summary.weeks),
        minutes: dated_minutes(&draft.roadmap),
        steps: count(summary.steps),
        task_boxes: count(summary.task_boxes),
        checkpoint_items: count(summary.checkpoint_items),
        resources: count(summary.resources),
        deliverables: count(summary.deliverables),
        targets: count(summary.targets),
        choices: count(summary.choices),
        metrics: count(metrics),
    }
}

fn phases(roadmap: &Roadmap) -> Vec<PreviewPhase> {
    let budgets: HashMap<ItemId, Budgeted> =
        plan::budgeted(roadmap).into_iter().map(|budgeted| (budgeted.stage, budgeted)).collect();
    roadmap
        .phases()
        .map(|phase| {
            let stages: Vec<_> = phase
                .walk()
                .filter_map(|item| match item.kind {
                    Kind::Stage { weeks, days } => {
                        Some(preview_stage(item, weeks, days, budgets.get(&item.id)))
                    }
                    _ => None,
                })
                .collect();
            let (months, open_ended) = match phase.kind {
                Kind::Phase { months, open_ended } => (months, open_ended),
                _ => (None, false),
            };
            PreviewPhase {
                title: phase.text.clone(),
                months: months.map(pair),
                open_ended,
                weeks: stages.iter().filter_map(|stage| stage.weeks).map(|(from, to)| to - from + 1).sum(),
                minutes: stages.iter().fold(0_u32, |sum, stage| sum.saturating_add(stage.minutes)),
                line: phase.span.line,
                stages,
            }
        })
        .collect()
}

fn preview_stage(
    stage: &Item,
    weeks: Option<NumberRange>,
    days: Option<u32>,
    budgeted: Option<&Budgeted>,
) -> PreviewStage {
    let by_category = budgeted.into_iter().flat_map(|budgeted| &budgeted.by_category);
    PreviewStage {
        weeks: weeks.map(pair),
        days,
        title: stage.text.clone(),
        minutes: budgeted.map_or(0, Budgeted::minutes),
        by_category: by_category
            .map(|(category, minutes)| CategoryMinutes { category: *category, minutes: *minutes })
            .collect(),
        line: stage.span.line,
    }
}

/// What the stages budget that get dates.
fn dated_minutes(roadmap: &Roadmap) -> u32 {
    let dated = plan::budgeted(roadmap).into_iter().filter(|stage| stage.dated);
    dated.fold(0_u32, |sum, stage| sum.saturating_add(stage.minutes()))
}

pub(super) const fn pair(range: NumberRange) -> (u32, u32) {
    (range.from, range.to)
}

/// The template that a part-time or full-time person starts with.
pub(super) fn template_index(templates: &[Template], tempo: Tempo) -> u32 {
    let found = templates.iter().position(|template| template.tempo == Some(tempo));
    u32::try_from(found.unwrap_or(0)).unwrap_or(0)
}
