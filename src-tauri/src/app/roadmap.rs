//! The roadmap with its dates, and what a person records about it.

use super::course::Course;
use super::document::file_name;
use super::suggestion::suggestions;
use super::{App, Error};
use crate::view::{ActivityHours, RoadmapView, SourceExcerpt, StageProgress};
use ::roadmap::edit::{Addable, addable};
use ::roadmap::item::{Budget, Item, Kind};
use ::roadmap::plan::{DatedStage, stage_on};
use ::roadmap::progress::{Counts, Worked, gates};
use ::roadmap::steps::tickable;
use ::roadmap::{ItemId, Roadmap};
use chrono::NaiveDate;
use percent_encoding::percent_decode_str;
use roadmap_store::table;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::mem::discriminant;
use std::path::Path;

/// How many lines are shown around an item's own.
const LINES_AROUND: usize = 3;

impl App {
    /// The whole roadmap.
    ///
    /// # Errors
    /// [`Error::Stale`] without a plan, [`Error::Store`].
    pub fn roadmap(&mut self) -> Result<RoadmapView, Error> {
        let today = self.local_day(self.ports.clock.now());
        let course = self.active()?.clone();
        let sessions = self.sessions()?;
        let hours = hours_by_activity(&self.worked(&sessions));
        let activities: Vec<_> =
            course.roadmap.walk().filter_map(|item| activity_hours(item, &hours)).collect();
        Ok(RoadmapView {
            title: course.row.title.clone(),
            origin: origin(&course),
            resource_base: course.row.resource_base.clone(),
            stages: course.stages.iter().map(|stage| progress(&course, stage, &activities)).collect(),
            activities,
            current: stage_on(&course.stages, today).map(|stage| stage.stage),
            role: course.terms.role.clone(),
            suggestions: suggestions(&course.roadmap, course.terms.role.as_deref()),
            gates: gates(&course.roadmap, &Counts::default()),
            days_off: course.schedule.days_off().iter().map(super::days_off::off_view).collect(),
            addable: addable_by_kind(&course.roadmap),
            today,
            start: course.terms.plan.start,
            items: course.roadmap.items.clone(),
        })
    }

    /// Where an item stands in its document, with the lines around it.
    ///
    /// # Errors
    /// [`Error::Stale`] where the item is gone, [`Error::Store`].
    pub fn source_of(&mut self, id: ItemId) -> Result<SourceExcerpt, Error> {
        let course = self.active()?;
        let item = course.roadmap.find(id).ok_or_else(gone)?;
        let (from, end, start) = (item.span.line, item.span.end, item.span.start);
        let (file_name, roadmap) = (file_name(&course.row), course.row.id);
        let (source, _) = table::document::of(self.store.read(), roadmap)?;
        let own = source.get(start..end).unwrap_or_default().trim_end();
        let to = from + own.matches('\n').count();
        let first_line = from.saturating_sub(LINES_AROUND).max(1);
        let lines = source.lines().skip(first_line - 1).take(to + LINES_AROUND + 1 - first_line);
        Ok(SourceExcerpt { file_name, first_line, lines: lines.map(str::to_owned).collect(), from, to })
    }

    /// Ticks an item or opens it again.
    ///
    /// # Errors
    /// [`Error::Stale`] where the item is gone or can't be ticked, [`Error::Store`].
    pub fn set_done(&mut self, id: ItemId, done: bool) -> Result<(), Error> {
        let item = table::item::one(self.store.read(), id)?;
        if !item.can_be_done() {
            return Err(Error::Stale(format!("“{}” is nothing that can be ticked.", item.text)));
        }
        let done_at = done.then(|| self.ports.clock.now());
        let verb = if done { "tick" } else { "untick" };
        self.change(format!("{verb} “{}”", item.text), |to| table::item::set_done(to, id, done_at))
    }

    /// Picks an option of a choice, or none.
    ///
    /// # Errors
    /// [`Error::Stale`] where the option is gone, [`Error::Store`].
    pub fn choose(&mut self, choice: ItemId, option: Option<ItemId>) -> Result<(), Error> {
        let words = match option {
            Some(option) => format!("pick “{}”", table::item::one(self.store.read(), option)?.text),
            None => "take the pick back".to_owned(),
        };
        self.change(words, |to| table::item::choose(to, choice, option))
    }

    /// Notes where a deliverable can be seen; with evidence it counts as there. To take the evidence away
    /// leaves a tick as it is.
    ///
    /// # Errors
    /// [`Error::Stale`] where the item is gone, [`Error::Store`].
    pub fn set_evidence(&mut self, id: ItemId, evidence: Option<&str>) -> Result<(), Error> {
        let item = table::item::one(self.store.read(), id)?;
        let evidence = evidence.map(str::trim).filter(|evidence| !evidence.is_empty());
        let now = self.ports.clock.now();
        let done_at = item.record.done_at.or(evidence.is_some().then_some(now));
        self.change(format!("note where “{}” is", item.text), |to| {
            table::item::set_evidence(to, id, evidence)?;
            table::item::set_done(to, id, done_at)
        })
    }

    /// Notes the latest reading of a target or metric.
    ///
    /// # Errors
    /// [`Error::Invalid`] for a number that is none, [`Error::Stale`], [`Error::Store`].
    pub fn set_reading(&mut self, id: ItemId, reading: Option<f64>) -> Result<(), Error> {
        if reading.is_some_and(|reading| !reading.is_finite()) {
            return Err(Error::Invalid("A reading is a number.".into()));
        }
        let item = table::item::one(self.store.read(), id)?;
        self.change(format!("note a reading of “{}”", item.text), |to| {
            table::item::set_reading(to, id, reading)
        })
    }

    /// Says on which day what ended an open-ended stage happened (an offer, say), or that it goes on.
    ///
    /// # Errors
    /// [`Error::Invalid`] for a day before the stage or after today, [`Error::Stale`] where it is gone or has an end of its
    /// own, [`Error::Store`].
    pub fn end_stage(&mut self, id: ItemId, on: Option<NaiveDate>) -> Result<(), Error> {
        let today = self.local_day(self.ports.clock.now());
        let course = self.active()?;
        let stage = course.roadmap.find(id).ok_or_else(gone)?;
        let text = stage.text.clone();
        let dated = course.stages.iter().find(|dated| dated.stage == id);
        let open = dated.filter(|dated| dated.to.is_none() || stage.record.ended_on.is_some());
        let from = open.ok_or_else(|| Error::Stale(format!("“{text}” has an end of its own.")))?.from;
        if on.is_some_and(|on| on < from) {
            return Err(Error::Invalid(format!("“{text}” begins on {from} and cannot end before.")));
        }
        if on.is_some_and(|on| on > today) {
            return Err(Error::Invalid(format!(
                "Today is {today}: say that “{text}” has ended once it has."
            )));
        }
        let words =
            if on.is_some() { format!("end “{text}”") } else { format!("go on with “{text}”") };
        self.change(words, |to| table::item::set_ended(to, id, on))
    }

    /// Says what relative links are resolved against: a folder or an http address.
    ///
    /// # Errors
    /// [`Error::Invalid`] where it is neither, [`Error::Stale`] without a plan, [`Error::Store`].
    pub fn set_resource_base(&mut self, base: Option<&str>) -> Result<(), Error> {
        if let Some(base) = base
            && !is_web(base)
            && !Path::new(base).is_dir()
        {
            return Err(Error::Invalid(format!("{base} is neither a folder nor an http address.")));
        }
        let id = self.active()?.row.id;
        self.change("change where links point", |to| table::roadmap::set_resource_base(to, id, base))
    }

    /// Opens a resource outside: http, https and mailto addresses, and files below the person's folder.
    ///
    /// # Errors
    /// [`Error::Invalid`] for a link that is not opened or needs a folder first, [`Error::Stale`].
    pub fn open_resource(&mut self, id: ItemId) -> Result<(), Error> {
        let course = self.active()?;
        let item = course.roadmap.find(id).ok_or_else(gone)?;
        let target = match &item.kind {
            Kind::Resource { href: Some(href) } => resolve(href, course.row.resource_base.as_deref())?,
            Kind::Deliverable => match item.record.evidence.as_deref() {
                Some(evidence) if is_absolute(evidence) => resolve(evidence, None)?,
                _ => return Err(Error::Invalid(format!("“{}” has no link.", item.text))),
            },
            _ => return Err(Error::Invalid(format!("“{}” has no link.", item.text))),
        };
        self.ports
            .shell
            .open(&target)
            .map_err(|error| Error::File(format!("{target} could not be opened: {error}.")))
    }
}

fn gone() -> Error {
    Error::Stale("This part of the roadmap is not there any more.".into())
}

fn is_web(link: &str) -> bool {
    ["http://", "https://"]
        .iter()
        .any(|scheme| link.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme)))
}

/// True for a link with a scheme, as opposed to a path.
pub(super) fn is_absolute(link: &str) -> bool {
    link.split_once(':').is_some_and(|(scheme, _)| {
        scheme.len() > 1
            && scheme.chars().all(|letter| letter.is_ascii_alphanumeric() || "+-.".contains(letter))
    })
}

/// What to hand to the system for a link; only http, https, mailto, and files below the base.
fn resolve(href: &str, base: Option<&str>) -> Result<String, Error> {
    if is_absolute(href) {
        let mail = href.get(..7).is_some_and(|start| start.eq_ignore_ascii_case("mailto:"));
        return if is_web(href) || mail {
            Ok(href.to_owned())
        } else {
            Err(Error::Invalid(format!("{href} is not opened: only http, https and mailto links are.")))
        };
    }
    let path = href.trim_start_matches("./");
    let base = base.ok_or_else(|| {
        Error::Invalid(format!("{path} is relative. Choose the folder or address that it belongs to."))
    })?;
    if is_web(base) {
        return Ok(format!("{}/{path}", base.trim_end_matches('/')));
    }
    let file = path.split(['#', '?']).next().unwrap_or(path);
    if file.is_empty() {
        return Err(Error::Invalid(format!("{href} points to a place in the document itself.")));
    }
    let file = percent_decode_str(file).decode_utf8_lossy();
    let folder = Path::new(base).canonicalize();
    let target = Path::new(base).join(&*file).canonicalize();
    match (folder, target) {
        (Ok(folder), Ok(target)) if target.starts_with(&folder) => Ok(target.to_string_lossy().into_owned()),
        (Ok(_), Ok(_)) => Err(Error::Invalid(format!("{path} points outside {base} and is not opened."))),
        _ => Err(Error::File(format!("{file} is not in {base}. Choose the folder that holds it."))),
    }
}

fn origin(course: &Course) -> String {
    course.row.origin.parts().1.clone()
}

fn hours_by_activity(worked: &[Worked]) -> HashMap<ItemId, (u32, u32)> {
    let mut hours: HashMap<ItemId, (u32, u32)> = HashMap::new();
    for session in worked {
        if let Some(activity) = session.activity {
            let (worked, focused) = hours.entry(activity).or_default();
            *worked += session.worked_seconds;
            *focused += session.focused_seconds;
        }
    }
    hours
}

/// What can be added at the items of a roadmap, by the names of their kinds.
fn addable_by_kind(roadmap: &Roadmap) -> BTreeMap<String, Vec<Addable>> {
    let mut known = HashSet::new();
    let kinds = roadmap.walk().map(|item| &item.kind).filter(|kind| known.insert(discriminant(*kind)));
    let named = |kind: &Kind| {
        let tagged = serde_json::to_value(kind).ok()?;
        Some((tagged.get("kind")?.as_str()?.to_owned(), addable(kind).to_vec()))
    };
    kinds.filter_map(named).filter(|(_, addable)| !addable.is_empty()).collect()
}

fn activity_hours(item: &Item, hours: &HashMap<ItemId, (u32, u32)>) -> Option<ActivityHours> {
    let Kind::Activity { budget, .. } = &item.kind else { return None };
    let (worked, focused) = hours.get(&item.id).copied().unwrap_or_default();
    let planned_minutes = match budget {
        Some(Budget::Stage { least, .. }) => *least,
        _ => 0,
    };
    Some(ActivityHours {
        activity: item.id,
        planned_minutes,
        worked_minutes: worked / 60,
        focused_minutes: focused / 60,
    })
}

fn progress(course: &Course, dated: &DatedStage, activities: &[ActivityHours]) -> StageProgress {
    let stage = course.roadmap.find(dated.stage);
    let own: HashSet<ItemId> = stage.into_iter().flat_map(Item::walk).map(|item| item.id).collect();
    let worked = activities.iter().filter(|hours| own.contains(&hours.activity));
    let tickable: Vec<&Item> = stage.map(tickable).unwrap_or_default();
    let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
    StageProgress {
        stage: dated.stage,
        phase: dated.phase,
        from: dated.from,
        to: dated.to,
        latest: dated.latest,
        planned_minutes: dated.minutes,
        worked_minutes: worked.map(|hours| hours.worked_minutes).sum(),
        done: count(tickable.iter().filter(|item| item.is_done()).count()),
        total: count(tickable.len()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_http_https_and_mailto_links_are_opened() {
        assert!(resolve("https://example.org/a", None).is_ok());
        assert!(resolve("MAILTO:a@example.org", None).is_ok());
        assert!(resolve("javascript:alert(1)", None).is_err());
        assert!(resolve("file:///etc/passwd", None).is_err());
    }

    #[test]
    fn a_relative_link_stays_below_its_base() {
        let folder = tempfile::tempdir().unwrap();
        let base = folder.path().join("guides");
        std::fs::create_dir(&base).unwrap();
        std::fs::write(base.join("a.md"), "a").unwrap();
        std::fs::write(base.join("b c.md"), "b").unwrap();
        std::fs::write(folder.path().join("secret.md"), "b").unwrap();
        let base = base.to_string_lossy();
        assert!(resolve("./a.md#top", Some(&base)).is_ok());
        assert!(resolve("b%20c.md", Some(&base)).is_ok());
        assert!(resolve("#top", Some(&base)).is_err());
        assert!(resolve("%2e%2e/secret.md", Some(&base)).is_err());
        assert!(resolve("../secret.md", Some(&base)).is_err());
        assert!(resolve("a.md", None).is_err());
        assert_eq!(resolve("./a.md", Some("https://example.org/x/")).unwrap(), "https://example.org/x/a.md");
    }
}
