//! The document behind the active roadmap: how its file stands to what was read, reading it again, and what is
//! written into files of the person's.

mod progress;
mod read_again;
mod templates;
mod write_back;

use super::library::origin_of;
use super::{App, Error, file, source};
use crate::view::{DocumentState, DocumentView, RoadmapSource, TroubleAbout};
use roadmap_store::table;
use roadmap_store::table::roadmap::{Origin, Row};
use roadmap_store::{Changes, Table};
use std::path::Path;

/// The tables whose changes files may have to follow.
const WRITTEN_OF: [Table; 4] = [Table::Roadmap, Table::Document, Table::Item, Table::Plan];

impl App {
    /// The document of the active roadmap.
    ///
    /// # Errors
    /// [`Error::Stale`] without a plan, [`Error::Store`].
    pub fn document(&mut self) -> Result<DocumentView, Error> {
        let row = self.active()?.row.clone();
        let (text, _) = table::document::of(self.store.read(), row.id)?;
        let state = match source_of(&row.origin).map(|from| source::bytes(&from)) {
            None => DocumentState::None,
            Some(Ok((_, bytes))) if bytes == text.as_bytes() => DocumentState::AsRead,
            Some(Ok(_)) => DocumentState::Changed,
            Some(Err(error)) => DocumentState::Unreadable { reason: error.to_string() },
        };
        Ok(DocumentView {
            file_name: file_name(&row),
            state,
            write_back: row.write_back,
            progress_file: row.progress_file,
            progress_fresh: row.progress_fresh,
            origin: origin_of(row.origin),
        })
    }

    /// The roadmap that a file is the document of, if it is of one: of several the latest.
    pub(super) fn roadmap_of_file(&self, path: &str) -> Result<Option<Row>, Error> {
        let rows = table::roadmap::all(self.store.read())?;
        let is_its = |row: &Row| match &row.origin {
            Origin::File(own) => file::is_same(Path::new(own), Path::new(path)),
            _ => false,
        };
        Ok(rows.into_iter().find(is_its))
    }

    /// Lets files follow what was changed: ticks go into the document, and the progress section is written anew, where
    /// the person wants it so. What does not work is said as a trouble, and what was changed stays changed.
    pub(super) fn settle_files(&mut self, changes: &Changes) {
        if changes.iter().any(|table| WRITTEN_OF.contains(table)) {
            self.try_files();
        }
    }

    /// The same for what did not work before, or when the app was last open.
    pub(super) fn settle_files_again(&mut self) {
        if self.files_behind {
            self.try_files();
        }
    }

    fn try_files(&mut self) {
        let outcomes = [self.write_back(), self.keep_progress_fresh()];
        let troubles: Vec<String> =
            outcomes.into_iter().filter_map(Result::err).map(|error| error.to_string()).collect();
        self.files_behind = !troubles.is_empty();
        if troubles.is_empty() {
            self.settle_trouble(TroubleAbout::Document);
        } else {
            self.note_trouble(TroubleAbout::Document, troubles.join(" "));
        }
    }
}

/// Where the document of a roadmap is read from; none for one that the person made.
pub(super) fn source_of(origin: &Origin) -> Option<RoadmapSource> {
    match origin {
        Origin::Bundled(name) => Some(RoadmapSource::Bundled { name: name.clone() }),
        Origin::File(path) => Some(RoadmapSource::File { path: path.clone() }),
        Origin::Own(_) => None,
    }
}

/// The name of a roadmap's file, without its folder; of one that the person made its title.
pub(super) fn file_name(row: &Row) -> String {
    match &row.origin {
        Origin::File(path) => file::name(Path::new(path)),
        Origin::Bundled(name) => name.clone(),
        Origin::Own(_) => row.title.clone(),
    }
}
