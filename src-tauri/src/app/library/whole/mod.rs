//! A roadmap whole, as one JSON file: document, items with what was recorded, plan, templates and history. What is
//! written here is read back to the same thing.

mod blocks;
mod days;
mod former;
mod sound;

use super::super::Error;
use ::roadmap::ItemId;
use ::roadmap::document::Reading;
use ::roadmap::edit::Archived;
use ::roadmap::item::Item;
use ::roadmap::plan::Plan;
use ::roadmap::pomodoro::{SessionKey, SessionRecord};
use ::roadmap::schedule::{SingleBlockId, Template};
use blocks::Names;
use chrono::{DateTime, NaiveDate, Utc};
use days::Days;
use former::Former;
use roadmap_store::table::roadmap::Origin;
use roadmap_store::table::session::Entry;
use roadmap_store::{RoadmapId, StoreError, table};
use rusqlite::{Connection, Transaction};
use serde::{Deserialize, Serialize};
use std::collections::{HashMap, HashSet};

/// What the file calls itself.
const FORMAT: &str = "waymark-roadmap";
/// The newest edition of the format that this build knows.
const VERSION: u32 = 2;

/// A roadmap with all that belongs to it. Items, blocks and sessions are numbered from 1, so that the same roadmap gives
/// the same file wherever it is kept.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct Whole {
    format: String,
    version: u32,
    pub(super) title: String,
    origin: String,
    name: String,
    created_at: DateTime<Utc>,
    resource_base: Option<String>,
    source: String,
    reading: Reading,
    items: Vec<Placed>,
    archived: Vec<PlacedArchived>,
    templates: Vec<Template>,
    #[serde(default)]
    former: Vec<Former>,
    plan: Plan,
    #[serde(default)]
    paced_on: Option<NaiveDate>,
    role: Option<String>,
    /// The template in force, counted from 0.
    template: usize,
    #[serde(default)]
    days: Days,
    accepted_findings: Vec<String>,
    sessions: Vec<Held>,
}

/// An item without its children: a list has no depth that a reader could stumble over.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct Placed {
    parent: Option<ItemId>,
    #[serde(flatten)]
    item: Item,
}

/// An item that was taken out.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct PlacedArchived {
    parent: Option<ItemId>,
    position: u32,
    archived_at: DateTime<Utc>,
    #[serde(flatten)]
    item: Item,
}

/// A session.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct Held {
    day: NaiveDate,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    days: Vec<(NaiveDate, u32)>,
    outside: bool,
    #[serde(flatten)]
    session: SessionRecord,
}

impl Whole {
    /// Gathers a roadmap from the store.
    pub(super) fn of(from: &Connection, id: RoadmapId) -> Result<Self, Error> {
        let row = table::roadmap::one(from, id)?;
        let terms = table::plan::of(from, id)?
            .ok_or_else(|| Error::Stale(format!("“{}” has no plan yet.", row.title)))?;
        let (source, reading) = table::document::of(from, id)?;
        let templates = table::template::all(from, id)?;
        let template = templates.iter().position(|(id, _)| *id == terms.template).unwrap_or(0);
        let mut names = HashMap::new();
        let items = placed(&table::item::all(from, id)?, &mut names);
        let archived = placed_archived(table::item::archived(from, id)?, &mut names);
        let mut accepted_findings: Vec<_> = table::accepted_finding::all(from, id)?.into_iter().collect();
        accepted_findings.sort_unstable();
        let singles = table::single_block::all(from, id)?.into_iter().map(|single| single.id);
        let template_ids: Vec<_> = templates.iter().map(|(id, _)| *id).collect();
        let mut blocks = blocks::numbered(templates.iter().map(|(_, template)| template)).collect();
        let former = Former::all(from, id, &template_ids, &mut blocks)?;
        let singles = singles.zip((1..).map(SingleBlockId)).collect();
        let names = Names { items: &names, blocks, singles };
        let sessions = table::session::all(from, id)?.into_iter().zip(1..);
        let (origin, name) = row.origin.parts();
        Ok(Self {
            format: FORMAT.to_owned(),
            version: VERSION,
            title: row.title.clone(),
            origin: origin.to_owned(),
            name: name.clone(),
            created_at: row.created_at,
            resource_base: row.resource_base,
            source,
            reading,
            items,
            archived,
            templates: templates.into_iter().map(|(_, template)| without_names(template)).collect(),
            former,
            plan: terms.plan,
            paced_on: terms.paced_on,
            role: terms.role,
            template,
            days: Days::of(from, id, &template_ids, &names)?,
            accepted_findings,
            sessions: sessions.map(|(entry, key)| held(entry, key, &names)).collect(),
        })
    }

    /// Reads a file's words. `name` is the file's, for what is wrong with it.
    pub(super) fn read(json: &[u8], name: &str) -> Result<Self, Error> {
        #[derive(Deserialize)]
        struct Head {
            format: String,
            version: u32,
        }
        let broken = |error: serde_json::Error| {
            Error::File(format!("{name} cannot be read as a roadmap that Waymark exported: {error}."))
        };
        let Head { format, version } = serde_json::from_slice(json).map_err(broken)?;
        if format != FORMAT {
            return Err(Error::File(format!(
                "{name} holds {format:?}, and no roadmap that Waymark exported."
            )));
        }
        if version > VERSION {
            return Err(Error::File(format!(
                "{name} was written by a newer Waymark (format {version}; this one knows {VERSION}). Update Waymark."
            )));
        }
        let whole: Self = serde_json::from_slice(json).map_err(broken)?;
        whole.check(name)?;
        Ok(whole)
    }

    /// The file's words.
    pub(super) fn to_json(&self) -> Result<String, Error> {
        let words = serde_json::to_string_pretty(self).map_err(StoreError::from)?;
        Ok(words + "\n")
    }

    /// The same without the history: what was worked stays with the roadmap it was worked on.
    pub(super) fn without_history(self) -> Self {
        Self { sessions: Vec::new(), ..self }
    }

    /// Adds the roadmap to the store, as the active one.
    pub(super) fn add(&self, to: &Transaction<'_>, now: DateTime<Utc>) -> Result<RoadmapId, StoreError> {
        let origin = Origin::of(&self.origin, self.name.clone());
        let origin = origin.unwrap_or_else(|| Origin::Own(self.title.clone()));
        let id = table::roadmap::add(to, &self.title, &origin, false, self.created_at.min(now))?;
        table::roadmap::set_resource_base(to, id, self.resource_base.as_deref())?;
        table::document::set(to, id, &self.source, &self.reading)?;
        let mut names = table::item::add_all(to, id, &self.tree())?;
        for PlacedArchived { parent, position, archived_at, item } in &self.archived {
            let archived =
                Archived { item: item.clone(), parent: *parent, position: *position, since: *archived_at };
            table::item::add_archived(to, id, &archived, &mut names)?;
        }
        let templates = table::template::add_all(to, id, &self.templates)?;
        let template = templates.get(self.template).copied();
        let template = template.ok_or(StoreError::Gone { what: "template", id: self.template as i64 })?;
        let row =
            table::plan::Row { plan: self.plan, role: self.role.clone(), template, paced_on: self.paced_on };
        table::plan::set(to, id, &row)?;
        for key in &self.accepted_findings {
            table::accepted_finding::set(to, id, key, true)?;
        }
        let added: Vec<Template> =
            table::template::all(to, id)?.into_iter().map(|(_, template)| template).collect();
        let mut blocks = blocks::numbered(&added).map(|(block, number)| (number, block)).collect();
        Former::add_all(&self.former, to, &templates, &mut blocks)?;
        let names = Names { items: &names, blocks, singles: self.days.add_singles(to, id)? };
        self.days.add(to, id, &templates, &names)?;
        let SessionKey(mut key) = table::session::key_below(to)?;
        // From the last on downwards, so that keys rise with time here too.
        for Held { day, days, outside, session } in self.sessions.iter().rev() {
            let mut session = SessionRecord { key: SessionKey(key), ..session.clone() };
            rename(&mut session, &names);
            let entry = Entry { session, day: *day, days: days.clone(), outside: *outside };
            table::session::keep(to, Some(id), &entry)?;
            key -= 1;
        }
        Ok(id)
    }

    /// The items as the tree they are.
    fn tree(&self) -> Vec<Item> {
        let mut below: HashMap<Option<ItemId>, Vec<Item>> = HashMap::new();
        // Children come after their parents, so from behind each finds its own complete.
        for Placed { parent, item } in self.items.iter().rev() {
            let mut item = item.clone();
            item.children = below.remove(&Some(item.id)).unwrap_or_default();
            item.children.reverse();
            below.entry(*parent).or_default().push(item);
        }
        let mut items = below.remove(&None).unwrap_or_default();
        items.reverse();
        items
    }
}

/// The items one after the other, numbered from 1 in the order of the document. `names` learns the numbers.
fn placed(items: &[Item], names: &mut HashMap<ItemId, ItemId>) -> Vec<Placed> {
    let mut placed = Vec::new();
    let mut left: Vec<(Option<ItemId>, &Item)> = items.iter().rev().map(|item| (None, item)).collect();
    while let Some((parent, item)) = left.pop() {
        let id = next_name(names);
        names.insert(item.id, id);
        placed.push(Placed { parent, item: Item { id, ..item.bare() } });
        left.extend(item.children.iter().rev().map(|child| (Some(id), child)));
    }
    placed
}

/// What was taken out, parents first.
fn placed_archived(archived: Vec<Archived>, names: &mut HashMap<ItemId, ItemId>) -> Vec<PlacedArchived> {
    let mut below: HashMap<Option<ItemId>, Vec<Archived>> = HashMap::new();
    let own: HashSet<ItemId> = archived.iter().map(|archived| archived.item.id).collect();
    for archived in archived {
        let parent = archived.parent.filter(|parent| own.contains(parent));
        below.entry(parent).or_default().push(archived);
    }
    let mut left = below.remove(&None).unwrap_or_default();
    left.reverse();
    let mut placed = Vec::new();
    while let Some(Archived { item, parent, position, since }) = left.pop() {
        let mut children = below.remove(&Some(item.id)).unwrap_or_default();
        children.reverse();
        left.append(&mut children);
        let id = next_name(names);
        let parent = parent.and_then(|parent| names.get(&parent).copied());
        names.insert(item.id, id);
        placed.push(PlacedArchived { parent, position, archived_at: since, item: Item { id, ..item } });
    }
    placed
}

fn next_name(names: &HashMap<ItemId, ItemId>) -> ItemId {
    ItemId(i64::try_from(names.len()).unwrap_or(i64::MAX).saturating_add(1))
}

fn held(entry: Entry, key: i64, names: &Names<'_>) -> Held {
    let Entry { mut session, day, days, outside } = entry;
    session.key = SessionKey(key);
    rename(&mut session, names);
    Held { day, days, outside, session }
}

fn rename(session: &mut SessionRecord, names: &Names<'_>) {
    let named = |item: Option<ItemId>| item.and_then(|item| names.items.get(&item).copied());
    session.work.activity = named(session.work.activity);
    session.work.step = named(session.work.step);
    session.work.block = names.of_words(session.work.block.take());
}

fn without_names(mut template: Template) -> Template {
    for block in &mut template.blocks {
        block.id = None;
    }
    template
}
