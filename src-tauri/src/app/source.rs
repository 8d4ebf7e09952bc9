//! Reading a document: one of the library's, or a file of the person's.

use super::{App, Error, file};
use crate::view::RoadmapSource;
use ::roadmap::Roadmap;
use ::roadmap::document::{self, Reading};
use roadmap_store::table;
use roadmap_store::table::roadmap::Origin;
use std::path::Path;

/// The most things a plan may hold: past that no screen could show it, and no person work it off.
pub(super) const MOST_ITEMS: usize = 20_000;

/// A document that was read and not yet taken over.
#[derive(Debug, Clone)]
pub(super) struct Draft {
    pub(super) from: RoadmapSource,
    pub(super) file_name: String,
    pub(super) source: String,
    pub(super) roadmap: Roadmap,
    pub(super) reading: Reading,
}

impl App {
    /// Reads a document, or takes the one that was read last if it is the same.
    pub(super) fn draft(&mut self, from: &RoadmapSource) -> Result<&Draft, Error> {
        if self.draft.as_ref().is_none_or(|draft| draft.from != *from) {
            self.draft = Some(self.read_as_before(from)?);
        }
        self.draft.as_ref().ok_or_else(|| Error::Stale("The document is gone.".into()))
    }

    /// Reads a document afresh, as it was read when it was last looked at; a file under a new name as the
    /// document with the same text was.
    fn read_as_before(&self, from: &RoadmapSource) -> Result<Draft, Error> {
        if let Some(reading) = table::document::reading(self.store.read(), &origin(from))? {
            return read(from, reading);
        }
        let draft = read(from, Reading::default())?;
        let same = table::document::reading_of_text(self.store.read(), &draft.source)?;
        match same.filter(|reading| *reading != draft.reading) {
            Some(reading) => read(from, reading),
            None => Ok(draft),
        }
    }
}

/// Reads a document afresh, as the person says that it is to be read.
pub(super) fn read(from: &RoadmapSource, reading: Reading) -> Result<Draft, Error> {
    let (file_name, bytes) = bytes(from)?;
    let document::Import { roadmap, source } = document::import_as(&bytes, &file_name, &reading)?;
    let items = roadmap.walk().count();
    if items > MOST_ITEMS {
        return Err(Error::File(format!(
            "{file_name} lists {items} things; a plan has room for {MOST_ITEMS}. Split it into several documents."
        )));
    }
    Ok(Draft { from: from.clone(), file_name, source, roadmap, reading })
}

/// A document's file name and its bytes.
pub(super) fn bytes(from: &RoadmapSource) -> Result<(String, Vec<u8>), Error> {
    match from {
        RoadmapSource::Bundled { name } => {
            let bundled = document::bundled()
                .iter()
                .find(|bundled| bundled.name == name)
                .ok_or_else(|| Error::File(format!("No roadmap called {name} comes with Waymark.")))?;
            Ok((name.clone(), bundled.source.as_bytes().to_vec()))
        }
        RoadmapSource::File { path } => {
            let path = Path::new(path);
            Ok((file::name(path), file::read(path, document::MOST_BYTES)?))
        }
        RoadmapSource::Own { title, weeks, minutes } => {
            let title = super::library::title_of(title)?;
            let hours: Vec<_> = minutes.iter().map(|line| (line.category, line.minutes)).collect();
            let text = document::new_document(&title, *weeks, &hours)?;
            Ok((format!("{title}.md"), text.into_bytes()))
        }
    }
}

/// What a source is known by.
pub(super) fn origin(from: &RoadmapSource) -> Origin {
    match from {
        RoadmapSource::Bundled { name } => Origin::Bundled(name.clone()),
        RoadmapSource::File { path } => Origin::File(path.clone()),
        RoadmapSource::Own { title, .. } => Origin::Own(title.clone()),
    }
}
