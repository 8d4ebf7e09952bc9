//! What was taken out of the roadmap, by hand or by its document, and bringing it back.

use super::{App, Error};
use crate::view::RemovedLine;
use ::roadmap::edit::{self, Archived, Removed};
use ::roadmap::{Item, ItemId, Roadmap};
use roadmap_store::table;
use std::collections::{HashMap, HashSet};

impl App {
    /// What was taken out of the active roadmap, the latest first.
    ///
    /// # Errors
    /// [`Error::Stale`] without a plan, [`Error::Store`].
    pub fn removed(&mut self) -> Result<Vec<RemovedLine>, Error> {
        let course = self.active()?.clone();
        let archived = table::item::archived(self.store.read(), course.row.id)?;
        let removed = edit::removed(&archived);
        let worked = self.worked_on(&removed)?;
        let places = Places::of(&course.roadmap, &archived);
        let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        let line = |Removed { top, below }: &Removed<'_>| RemovedLine {
            item: top.item.clone(),
            within: places.to(top.parent),
            on: self.local_day(top.since),
            below: count(below.len()),
            done: count(below.iter().chain([top]).filter(|archived| archived.item.is_done()).count()),
            worked_minutes: worked.get(&top.item.id).copied().unwrap_or_default() / 60,
        };
        Ok(removed.iter().map(line).collect())
    }

    /// Brings back what was taken out of the active roadmap, with what went along with it and what was recorded.
    ///
    /// # Errors
    /// [`Error::Stale`] where it is not archived, [`Error::Invalid`] where the plan would have no end that a calendar has,
    /// [`Error::Store`].
    pub fn bring_back(&mut self, item: ItemId) -> Result<(), Error> {
        let now = self.ports.clock.now();
        let course = self.active()?.clone();
        let archived = table::item::archived(self.store.read(), course.row.id)?;
        let mut changed = Roadmap::clone(&course.roadmap);
        let back = edit::bring_back(&mut changed, &archived, item)?;
        course.dates_of(&changed)?;
        let text = table::item::one(self.store.read(), item)?.text;
        self.change(format!("bring back “{text}”"), |to| {
            table::item::rewrite(to, course.row.id, &course.roadmap.items, &changed.items, &back, now)?;
            Ok(())
        })
    }

    /// The seconds that count as worked on each of what was taken out, by the name of its top.
    fn worked_on(&mut self, removed: &[Removed<'_>]) -> Result<HashMap<ItemId, u32>, Error> {
        let mut tops: HashMap<ItemId, ItemId> = HashMap::new();
        for Removed { top, below } in removed {
            tops.extend(below.iter().chain([top]).map(|archived| (archived.item.id, top.item.id)));
        }
        let sessions = self.sessions()?;
        let mut seconds: HashMap<ItemId, u32> = HashMap::new();
        for entry in sessions.iter() {
            let worked: u32 =
                self.worked(std::slice::from_ref(entry)).iter().map(|part| part.worked_seconds).sum();
            let work = &entry.session.work;
            let on: HashSet<&ItemId> =
                [work.activity, work.step].iter().flatten().filter_map(|item| tops.get(item)).collect();
            for top in on {
                *seconds.entry(*top).or_default() += worked;
            }
        }
        Ok(seconds)
    }
}

/// All items by name, with what each is in, whether they are there or archived.
struct Places<'a>(HashMap<ItemId, (&'a Item, Option<ItemId>)>);

impl<'a> Places<'a> {
    fn of(roadmap: &'a Roadmap, archived: &'a [Archived]) -> Self {
        let mut places = HashMap::new();
        let mut left: Vec<(&Item, Option<ItemId>)> = roadmap.items.iter().map(|item| (item, None)).collect();
        while let Some((item, parent)) = left.pop() {
            places.insert(item.id, (item, parent));
            left.extend(item.children.iter().map(|child| (child, Some(item.id))));
        }
        places.extend(archived.iter().map(|archived| (archived.item.id, (&archived.item, archived.parent))));
        Self(places)
    }

    /// What leads from the top down to an item.
    fn to(&self, mut item: Option<ItemId>) -> Vec<Item> {
        let mut found = Vec::new();
        while let Some((above, parent)) = item.and_then(|item| self.0.get(&item)) {
            found.push(above.bare());
            item = *parent;
        }
        found.reverse();
        found
    }
}
