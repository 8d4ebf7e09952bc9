//! Reading a document again that has changed: what would change is shown first, and then taken over in one step.

use super::super::former::Followed;
use super::super::source::{self, Draft};
use super::super::{App, Error, file};
use super::{source_of, templates};
use crate::view::{Comparison, RoadmapSource};
use ::roadmap::document::{self, Import, Merge, Ours};
use ::roadmap::edit::Archived;
use ::roadmap::{Item, ItemId, Roadmap};
use chrono::{DateTime, Utc};
use roadmap_store::table;
use std::collections::HashSet;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::Path;

/// A document that was read again, beside what the person has made of it.
struct Again {
    draft: Draft,
    /// The document as it was read before.
    base: Roadmap,
    merge: Merge,
}

impl App {
    /// What reading the active roadmap's document again would change; from `path` where the file is elsewhere now.
    /// Nothing is kept.
    ///
    /// # Errors
    /// [`Error::File`] says what is wrong with the file, [`Error::Stale`] where there is none, [`Error::Store`].
    pub fn compare_document(&mut self, path: Option<&str>) -> Result<Comparison, Error> {
        let before = self.active()?.row.title.clone();
        let Again { draft, merge, .. } = self.again(path)?;
        let title = Some(merge.roadmap.title).filter(|title| *title != before);
        Ok(Comparison {
            key: key(&draft.source),
            title,
            file_name: draft.file_name,
            differences: merge.differences,
        })
    }

    /// Reads the document again, as it was compared. Progress, history and edits stay; what the document no longer
    /// says is archived with what was recorded about it.
    ///
    /// # Errors
    /// [`Error::Stale`] where the file has changed since it was compared, and as
    /// [`compare_document`](Self::compare_document).
    pub fn read_again(&mut self, path: Option<&str>, compared: &str) -> Result<(), Error> {
        let Again { draft, base, merge } = self.again(path)?;
        if key(&draft.source) != compared {
            let name = &draft.file_name;
            return Err(Error::Stale(format!("{name} has changed again. Look at what changed once more.")));
        }
        let (now, today) = (self.ports.clock.now(), self.now_view().date);
        let course = self.active()?;
        course.dates_of(&merge.roadmap)?;
        let changed = templates::changed(&base, &draft.roadmap, &course.templates);
        let followed = Followed::of(course, today);
        let row = course.row.clone();
        let before = course.roadmap.items.clone();
        let origin = source::origin(&draft.from);
        let title = merge.roadmap.title.clone();
        self.change(format!("read “{}” again", draft.file_name), |to| {
            let names =
                table::item::rewrite(to, row.id, &before, &merge.roadmap.items, &merge.restored, now)?;
            for item in &merge.archived {
                table::item::set_place(to, item)?;
            }
            // What is new has another name by now.
            let named = |item: ItemId| names.get(&item).copied().unwrap_or(item);
            for item in &merge.newly_ticked {
                table::item::set_done(to, named(*item), Some(now))?;
            }
            for (choice, option) in newly_picked(&merge) {
                table::item::choose(to, named(choice), Some(named(option)))?;
            }
            for (item, done_at) in taken_over(&before, &merge.roadmap) {
                table::item::set_done(to, item, Some(done_at))?;
            }
            templates::write(to, row.id, &changed, &followed)?;
            table::document::set(to, row.id, &draft.source, &draft.reading)?;
            table::document::remember(to, &origin, &draft.reading)?;
            table::roadmap::set_origin(to, row.id, &origin)?;
            table::roadmap::rename(to, row.id, &title)
        })
    }

    fn again(&mut self, path: Option<&str>) -> Result<Again, Error> {
        let course = self.active()?.clone();
        let from = match path {
            Some(path) => Some(RoadmapSource::File { path: path.to_owned() }),
            None => source_of(&course.row.origin),
        };
        if let (Some(path), Some(progress)) = (path, &course.row.progress_file)
            && file::is_same(Path::new(path), Path::new(progress))
        {
            let name = file::name(Path::new(path));
            return Err(Error::Invalid(format!(
                "{name} has the progress section of this roadmap. Choose the roadmap's own file."
            )));
        }
        let from = from.ok_or_else(|| {
            Error::Stale(format!(
                "“{}” was made in Waymark: there is no file to read again.",
                course.row.title
            ))
        })?;
        let store = self.store.read();
        let (text, reading) = table::document::of(store, course.row.id)?;
        let archived = table::item::archived(store, course.row.id)?;
        let archived: Vec<Item> = archived.into_iter().map(|Archived { item, .. }| item).collect();
        let draft = source::read(&from, reading.clone())?;
        let Import { roadmap: base, .. } = document::import_as(text.as_bytes(), &draft.file_name, &reading)?;
        let merge =
            document::merge(&base, Ours { roadmap: &course.roadmap, archived: &archived }, &draft.roadmap);
        Ok(Again { draft, base, merge })
    }
}

/// The ticks that go from a line to the one that took its place.
fn taken_over(before: &[Item], after: &Roadmap) -> Vec<(ItemId, DateTime<Utc>)> {
    let open: HashSet<ItemId> = before
        .iter()
        .flat_map(Item::walk)
        .filter(|item| item.record.done_at.is_none())
        .map(|item| item.id)
        .collect();
    let done = after.walk().filter(|item| open.contains(&item.id));
    done.filter_map(|item| Some((item.id, item.record.done_at?))).collect()
}

/// The options that are picked from now on, each behind its choice.
fn newly_picked(merge: &Merge) -> Vec<(ItemId, ItemId)> {
    let picked: HashSet<ItemId> = merge.newly_picked.iter().copied().collect();
    let options = |choice: &Item| {
        let options = choice.children.iter().filter(|option| picked.contains(&option.id));
        options.map(|option| (choice.id, option.id)).collect::<Vec<_>>()
    };
    merge.roadmap.walk().flat_map(options).collect()
}

/// Names a text, so that another one is noticed.
fn key(text: &str) -> String {
    let mut hasher = DefaultHasher::new();
    text.hash(&mut hasher);
    format!("{:016x}", hasher.finish())
}
