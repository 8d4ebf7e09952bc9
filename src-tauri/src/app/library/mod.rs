//! The person's roadmaps side by side: one is active, others wait or are put away. They come and go as files.

mod whole;

use super::file;
use super::{App, Error};
use crate::view::{ExportFormat, RoadmapEntry, RoadmapOrigin};
use ::roadmap::plan::{self, date_stages_with};
use ::roadmap::steps::tickable;
use ::roadmap::{Roadmap, document};
use roadmap_store::table::roadmap::{Origin, Row};
use roadmap_store::{RoadmapId, table};
use std::path::Path;
use whole::Whole;

/// The most letters a title may have.
const LONGEST_TITLE: usize = 200;
/// The longest file that is read as an exported roadmap, in bytes.
const MOST_BYTES: usize = 64 * 1024 * 1024;

impl App {
    /// The person's roadmaps, the latest first.
    ///
    /// # Errors
    /// [`Error::Store`].
    pub fn roadmaps(&mut self) -> Result<Vec<RoadmapEntry>, Error> {
        table::roadmap::all(self.store.read())?.into_iter().map(|row| self.entry(row)).collect()
    }

    fn entry(&self, row: Row) -> Result<RoadmapEntry, Error> {
        let store = self.store.read();
        let roadmap = Roadmap { title: row.title, items: table::item::all(store, row.id)? };
        let terms = table::plan::of(store, row.id)?;
        let lengths = table::decided_length::all(store, row.id)?;
        // One that cannot be dated is shown without an end, so that it can still be put away.
        let dated = terms.as_ref().and_then(|terms| date_stages_with(&roadmap, &terms.plan, &lengths).ok());
        let stages = dated.unwrap_or_default();
        let done = roadmap.stages().flat_map(tickable).filter(|item| item.is_done()).count();
        let total = roadmap.stages().flat_map(tickable).count();
        let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        Ok(RoadmapEntry {
            id: row.id.0,
            title: roadmap.title,
            origin: origin_of(row.origin),
            sample: row.sample,
            active: row.active,
            archived: row.archived_at.is_some(),
            start: terms.map(|terms| terms.plan.start),
            end: plan::end_of(&stages),
            done: count(done),
            total: count(total),
        })
    }

    /// Makes another roadmap the active one. The timer goes on with what it is for.
    ///
    /// # Errors
    /// [`Error::Stale`] where it is gone, [`Error::Store`].
    pub fn activate_roadmap(&mut self, id: i64) -> Result<(), Error> {
        let id = RoadmapId(id);
        let title = table::roadmap::one(self.store.read(), id)?.title;
        self.change(format!("go on with “{title}”"), |to| table::roadmap::activate(to, id))
    }

    /// Puts a roadmap away, or takes it back. Nothing of it is lost.
    ///
    /// # Errors
    /// [`Error::Stale`] where it is gone, [`Error::Store`].
    pub fn archive_roadmap(&mut self, id: i64, archived: bool) -> Result<(), Error> {
        let id = RoadmapId(id);
        let title = table::roadmap::one(self.store.read(), id)?.title;
        let since = archived.then(|| self.ports.clock.now());
        let verb = if archived { "archive" } else { "take back" };
        self.change(format!("{verb} “{title}”"), |to| table::roadmap::archive(to, id, since))
    }

    /// Gives a roadmap another title; its document keeps its own.
    ///
    /// # Errors
    /// [`Error::Invalid`] for a title that is none or too long, [`Error::Stale`], [`Error::Store`].
    pub fn rename_roadmap(&mut self, id: i64, title: &str) -> Result<(), Error> {
        let id = RoadmapId(id);
        let title = title_of(title)?;
        let before = table::roadmap::one(self.store.read(), id)?.title;
        if before == title {
            return Ok(());
        }
        self.change(format!("rename “{before}”"), |to| table::roadmap::rename(to, id, &title))
    }

    /// Makes a copy of a roadmap, with its edits and ticks, and makes it the active one. The hours that were worked
    /// stay with the roadmap they were worked on.
    ///
    /// # Errors
    /// [`Error::Stale`] where it is gone, [`Error::Store`].
    pub fn duplicate_roadmap(&mut self, id: i64) -> Result<(), Error> {
        let now = self.ports.clock.now();
        let mut copy = Whole::of(self.store.read(), RoadmapId(id))?.without_history();
        let words = format!("duplicate “{}”", copy.title);
        copy.title = format!("{} (copy)", copy.title);
        self.change(words, |to| copy.add(to, now))?;
        Ok(())
    }

    /// Writes a roadmap to a file, but over none that a roadmap was read from.
    ///
    /// # Errors
    /// [`Error::Invalid`] for such a file, [`Error::File`] where it can't be written, [`Error::Stale`], [`Error::Store`].
    pub fn export_roadmap(&mut self, id: i64, format: ExportFormat, path: &str) -> Result<(), Error> {
        if let Some(Row { title, .. }) = self.roadmap_of_file(path)? {
            let name = file::name(Path::new(path));
            return Err(Error::Invalid(format!(
                "{name} is the file that “{title}” was read from. Choose another name, or let ticks be written into it under Roadmap, Document."
            )));
        }
        let (store, id) = (self.store.read(), RoadmapId(id));
        let words = match format {
            ExportFormat::Json => Whole::of(store, id)?.to_json()?,
            ExportFormat::Markdown => {
                let row = table::roadmap::one(store, id)?;
                let (source, reading) = table::document::of(store, id)?;
                let base = document::import_as(source.as_bytes(), &row.title, &reading)?.roadmap;
                let roadmap = Roadmap { title: row.title, items: table::item::all(store, id)? };
                document::markdown(&roadmap, &base, &source)
            }
        };
        file::write(Path::new(path), words.as_bytes())
    }

    /// Takes an exported roadmap over, as the active one.
    ///
    /// # Errors
    /// [`Error::File`] says what is wrong with it, [`Error::Store`].
    pub fn import_roadmap(&mut self, path: &str) -> Result<(), Error> {
        let path = Path::new(path);
        let name = file::name(path);
        let whole = Whole::read(&file::read(path, MOST_BYTES)?, &name)?;
        let now = self.ports.clock.now();
        self.change(format!("import “{}”", whole.title), |to| whole.add(to, now))?;
        self.offered = None;
        Ok(())
    }
}

/// A title that a person gave, its spaces folded.
pub(super) fn title_of(title: &str) -> Result<String, Error> {
    let title = title.split_whitespace().collect::<Vec<_>>().join(" ");
    match title.chars().count() {
        0 => Err(Error::Invalid("A roadmap needs a title.".into())),
        letters if letters > LONGEST_TITLE => Err(Error::Invalid(format!(
            "That title has {letters} letters, and there is room for {LONGEST_TITLE}: shorten it."
        ))),
        _ => Ok(title),
    }
}

pub(super) fn origin_of(origin: Origin) -> RoadmapOrigin {
    match origin {
        Origin::Bundled(name) => RoadmapOrigin::Bundled { name },
        Origin::File(path) => RoadmapOrigin::File { path },
        Origin::Own(_) => RoadmapOrigin::Own,
    }
}
