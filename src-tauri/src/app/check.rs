//! The plan check: what the roadmap says against itself, and what the person makes of it.

use super::course::Course;
use super::former::Followed;
use super::{App, Error};
use crate::view::{FindingView, PlanCheck};
use ::roadmap::check::{self, Change, Finding};
use ::roadmap::item::{Item, Kind};
use ::roadmap::schedule::{TemplateBlock, TemplateBlockId, templates_of};
use ::roadmap::{ItemId, Roadmap};
use roadmap_store::table;
use roadmap_store::table::template::TemplateId;
use std::collections::HashMap;

impl App {
    /// What the check finds in the active roadmap, in the order of the document.
    ///
    /// # Errors
    /// [`Error::Stale`] without a plan, [`Error::Store`].
    pub fn plan_check(&mut self) -> Result<PlanCheck, Error> {
        let course = self.active()?;
        let (findings, roadmap) = (check::check(&course.roadmap), course.row.id);
        let accepted = table::accepted_finding::all(self.store.read(), roadmap)?;
        let view = |finding: Finding| FindingView { accepted: accepted.contains(&finding.key), finding };
        Ok(PlanCheck { findings: findings.into_iter().map(view).collect() })
    }

    /// Takes one of a finding's ways out, counted from 0.
    ///
    /// # Errors
    /// [`Error::Stale`] where the finding is settled already or has no such way out, [`Error::Store`].
    pub fn resolve_finding(&mut self, key: &str, remedy: usize) -> Result<(), Error> {
        let course = self.active()?.clone();
        let finding = check::check(&course.roadmap).into_iter().find(|finding| finding.key == key);
        let remedy = finding.and_then(|finding| finding.remedies.into_iter().nth(remedy));
        let remedy =
            remedy.ok_or_else(|| Error::Stale("This is settled already. Look at the check again.".into()))?;
        let mut changed = Roadmap::clone(&course.roadmap);
        if !check::apply(&mut changed, &remedy.change) {
            return Err(Error::Stale("There is nothing to change any more. Look at the check again.".into()));
        }
        let blocks = blocks_opened(&course, &changed, &remedy.change);
        let stated = template_stated(&course, &remedy.change);
        let followed = Followed::of(&course, self.now_view().date);
        let now = self.ports.clock.now();
        self.change(remedy.label, |to| {
            table::item::rewrite(to, course.row.id, &course.roadmap.items, &changed.items, &[], now)?;
            if changed.title != course.roadmap.title {
                table::roadmap::rename(to, course.row.id, &changed.title)?;
            }
            for (template, id, block) in &blocks {
                followed.keep(to, *template, || table::template::set_block(to, *id, block))?;
            }
            if let Some((template, minutes)) = stated {
                table::template::set_stated(to, template, Some(minutes))?;
            }
            Ok(())
        })
    }

    /// Leaves what was found as it is, or looks at it again.
    ///
    /// # Errors
    /// [`Error::Stale`] without a plan, [`Error::Store`].
    pub fn accept_finding(&mut self, key: &str, accepted: bool) -> Result<(), Error> {
        let roadmap = self.active()?.row.id;
        let words =
            if accepted { "leave what the check found" } else { "look again at what the check found" };
        self.change(words, |to| table::accepted_finding::set(to, roadmap, key, accepted))
    }
}

/// The plan's own blocks that a change opens to another kind of work, under their new names. They were made of
/// the document's, and go by their titles.
fn blocks_opened(
    course: &Course,
    changed: &Roadmap,
    change: &Change,
) -> Vec<(TemplateId, TemplateBlockId, TemplateBlock)> {
    let Change::OpenBlocks { blocks, category } = change else { return Vec::new() };
    let text = |roadmap: &Roadmap, block: ItemId| roadmap.find(block).map(|item| item.text.clone());
    let renamed: HashMap<String, String> =
        blocks.iter().filter_map(|block| text(&course.roadmap, *block).zip(text(changed, *block))).collect();
    let of_plan = course
        .templates
        .iter()
        .flat_map(|(id, template)| template.blocks.iter().map(move |block| (*id, block)));
    let opened = |(template, block): (TemplateId, &TemplateBlock)| {
        let title = renamed.get(&block.title)?.clone();
        let mut accepts = block.accepts.clone();
        if block.category != *category && !accepts.contains(category) {
            accepts.push(*category);
        }
        Some((template, block.id?, TemplateBlock { title, accepts, ..block.clone() }))
    };
    of_plan.filter_map(opened).collect()
}

/// The plan's own template whose stated hours a change sets: it goes by the name that the document gives it.
fn template_stated(course: &Course, change: &Change) -> Option<(TemplateId, u32)> {
    let Change::SetStated { template, minutes } = change else { return None };
    let is_template = |item: &&Item| matches!(item.kind, Kind::Template { .. });
    let place = course.roadmap.walk().filter(is_template).position(|item| item.id == *template)?;
    let name = templates_of(&course.roadmap).into_iter().nth(place)?.name;
    course.templates.iter().find(|(_, own)| own.name == name).map(|(id, _)| (*id, *minutes))
}
