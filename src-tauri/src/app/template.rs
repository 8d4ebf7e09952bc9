//! Week templates: which there are, which holds from when, and new ones.

use super::block::no_template;
use super::{App, Error};
use crate::view::{SeasonLine, TemplateLine, Templates};
use ::roadmap::schedule::{Template, TemplateBlock};
use chrono::{Datelike, NaiveDate};
use roadmap_store::table::template::TemplateId;
use roadmap_store::{RoadmapId, StoreError, table};
use rusqlite::Transaction;

/// The longest name, in letters, and the most templates a roadmap has.
const LONGEST_NAME: usize = 120;
const MOST: usize = 50;

impl App {
    /// The active roadmap's templates, and which holds from when.
    ///
    /// # Errors
    /// [`Error::Stale`] without a plan, [`Error::Store`].
    pub fn templates(&mut self) -> Result<Templates, Error> {
        let course = self.active()?;
        let line = |(TemplateId(id), template): &(TemplateId, Template)| TemplateLine {
            id: *id,
            name: template.name.clone(),
            work_minutes: template.work_minutes(),
        };
        // The first holds from the beginning of time; what is said is the plan's first day.
        let first = course.terms.plan.start;
        let seasons = course.seasons.iter().map(|(from, TemplateId(template))| SeasonLine {
            from: if *from == NaiveDate::MIN { first } else { *from },
            template: *template,
            first: *from == NaiveDate::MIN,
        });
        Ok(Templates { all: course.templates.iter().map(line).collect(), seasons: seasons.collect() })
    }

    /// Lets a template take over from a day on, until the next one does. With none, the change on that day is
    /// taken back. Days of the plan that are over keep the week they had.
    ///
    /// # Errors
    /// [`Error::Stale`] for a template that is gone, [`Error::Invalid`] for such a day or one that no calendar has,
    /// [`Error::Store`].
    pub fn use_template(&mut self, day: NaiveDate, template: Option<i64>) -> Result<(), Error> {
        let today = self.now_view().date;
        let course = self.active()?;
        if day < today && course.terms.plan.start < today {
            return Err(Error::Invalid(
                "Days that are over keep their week template. Choose today or a later day.".into(),
            ));
        }
        let roadmap = course.row.id;
        let wanted = template.map(TemplateId);
        let Some(id) = wanted else {
            let label = format!("go on with the week template before on {}", day.format("%-d %B"));
            return self.change(label, |to| table::season::set(to, roadmap, day, None));
        };
        if !(1970..=9999).contains(&day.year()) {
            return Err(Error::Invalid("Choose a day between the years 1970 and 9999.".into()));
        }
        let name = name_of(&course.templates, id)?;
        let mut terms = course.terms.clone();
        let label = format!("use “{name}” from {} on", day.format("%-d %B"));
        if day <= terms.plan.start {
            terms.template = id;
            return self.change(label, |to| begin_with(to, roadmap, &terms));
        }
        // Where the template before is the same, there is nothing to change to.
        let before = course.seasons.iter().rev().find(|(from, _)| *from < day).map(|(_, template)| *template);
        let wanted = wanted.filter(|wanted| Some(*wanted) != before);
        self.change(label, |to| table::season::set(to, roadmap, day, wanted))
    }

    /// Adds a template: a copy of another, or one without blocks. Answers its name in the store.
    ///
    /// # Errors
    /// [`Error::Invalid`], [`Error::Stale`] for a template that is gone, [`Error::Store`].
    pub fn add_template(&mut self, name: &str, copy: Option<i64>) -> Result<i64, Error> {
        let name = checked_name(name)?;
        let course = self.active()?;
        check_unused(&name, &course.templates, None)?;
        if course.templates.len() >= MOST {
            return Err(Error::Invalid(format!("A roadmap has at most {MOST} week templates.")));
        }
        let roadmap = course.row.id;
        let blocks: Vec<TemplateBlock> = match copy.map(TemplateId) {
            Some(copy) => find(&course.templates, copy)?.blocks.clone(),
            None => Vec::new(),
        };
        let label = format!("add the week template “{name}”");
        let template = Template { name, tempo: None, stated_minutes: None, blocks };
        let added = self.change(label, |to| table::template::add_all(to, roadmap, &[template]))?;
        added.first().map(|TemplateId(id)| *id).ok_or_else(no_template)
    }

    /// Gives a template another name.
    ///
    /// # Errors
    /// [`Error::Invalid`], [`Error::Stale`] for a template that is gone, [`Error::Store`].
    pub fn rename_template(&mut self, id: i64, name: &str) -> Result<(), Error> {
        let name = checked_name(name)?;
        let id = TemplateId(id);
        let templates = &self.active()?.templates;
        let was = name_of(templates, id)?;
        check_unused(&name, templates, Some(id))?;
        self.change(format!("rename the week template “{was}”"), |to| {
            table::template::rename(to, id, &name)
        })
    }

    /// Removes a template that no week follows.
    ///
    /// # Errors
    /// [`Error::Invalid`] where weeks follow it, [`Error::Stale`] where it is gone, [`Error::Store`].
    pub fn remove_template(&mut self, id: i64) -> Result<(), Error> {
        let id = TemplateId(id);
        let today = self.now_view().date;
        let course = self.active()?;
        let name = name_of(&course.templates, id)?;
        if course.seasons.iter().any(|(_, template)| *template == id) {
            let holds_on = |day| course.template_on(day).is_some_and(|(template, _)| template == id);
            let is_to_come = course.seasons.iter().any(|(from, template)| *template == id && *from > today);
            return Err(Error::Invalid(if holds_on(today) || is_to_come {
                format!("Weeks of the plan follow “{name}”. Let another week template take over first.")
            } else {
                format!("Weeks of the plan that are over followed “{name}”. It is kept for them.")
            }));
        }
        self.change(format!("remove the week template “{name}”"), |to| table::template::remove(to, id))
    }
}

/// Sets a plan's terms, whose template it begins with: none that took over until its first day is in force any more.
fn begin_with(to: &Transaction<'_>, roadmap: RoadmapId, terms: &table::plan::Row) -> Result<(), StoreError> {
    let until_start = |(from, _): &(NaiveDate, TemplateId)| *from <= terms.plan.start;
    for (from, _) in table::season::all(to, roadmap)?.into_iter().filter(until_start) {
        table::season::set(to, roadmap, from, None)?;
    }
    table::plan::set(to, roadmap, terms)
}

/// Lets templates hold from those days on and no other, the first of them from the beginning, as the plan's own.
pub(super) fn set_seasons(
    to: &Transaction<'_>,
    roadmap: RoadmapId,
    seasons: &[(NaiveDate, TemplateId)],
) -> Result<(), StoreError> {
    let later = seasons.get(1..).unwrap_or_default();
    for (from, _) in table::season::all(to, roadmap)? {
        if later.iter().all(|(kept, _)| *kept != from) {
            table::season::set(to, roadmap, from, None)?;
        }
    }
    later.iter().try_for_each(|(from, template)| table::season::set(to, roadmap, *from, Some(*template)))
}

fn find(templates: &[(TemplateId, Template)], id: TemplateId) -> Result<&Template, Error> {
    templates.iter().find(|(known, _)| *known == id).map(|(_, template)| template).ok_or_else(no_template)
}

fn name_of(templates: &[(TemplateId, Template)], id: TemplateId) -> Result<String, Error> {
    find(templates, id).map(|template| template.name.clone())
}

fn checked_name(name: &str) -> Result<String, Error> {
    let name = name.trim();
    if name.is_empty() {
        return Err(Error::Invalid("The week template needs a name.".into()));
    }
    if name.chars().count() > LONGEST_NAME {
        return Err(Error::Invalid(format!("The name is longer than {LONGEST_NAME} letters. Shorten it.")));
    }
    Ok(name.to_owned())
}

/// Refuses a name that a template other than `of` has: on the screen only names tell them apart.
fn check_unused(
    name: &str,
    templates: &[(TemplateId, Template)],
    of: Option<TemplateId>,
) -> Result<(), Error> {
    let is_same = |other: &Template| other.name.to_lowercase() == name.to_lowercase();
    match templates.iter().find(|(id, other)| Some(*id) != of && is_same(other)) {
        Some((_, other)) => Err(Error::Invalid(format!(
            "Another week template is called “{}”. Choose a name that none has.",
            other.name
        ))),
        None => Ok(()),
    }
}
