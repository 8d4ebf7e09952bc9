//! Reading a document: one of the library's, or a file of the person's.

use super::{App, Error};
use crate::view::RoadmapSource;
use ::roadmap::Roadmap;
use ::roadmap::document;
use std::fs;
use std::path::Path;

/// The most things a plan may hold: past that no screen could show it, and no person work it off.
const MOST_ITEMS: usize = 20_000;

/// A document that was read and not yet taken over.
#[derive(Debug, Clone)]
pub(super) struct Draft {
    pub(super) from: RoadmapSource,
    pub(super) file_name: String,
    pub(super) source: String,
    pub(super) roadmap: Roadmap,
}

impl App {
    /// Reads a document, or takes the one that was read last if it is the same.
    pub(super) fn draft(&mut self, from: &RoadmapSource) -> Result<&Draft, Error> {
        if self.draft.as_ref().is_none_or(|draft| draft.from != *from) {
            self.draft = Some(read(from)?);
        }
        self.draft.as_ref().ok_or_else(|| Error::Stale("The document is gone.".into()))
    }
}

/// Reads a document afresh.
pub(super) fn read(from: &RoadmapSource) -> Result<Draft, Error> {
    let (file_name, bytes) = match from {
        RoadmapSource::Bundled { name } => {
            let bundled = document::bundled()
                .iter()
                .find(|bundled| bundled.name == name)
                .ok_or_else(|| Error::File(format!("No roadmap called {name} comes with Waymark.")))?;
            (name.clone(), bundled.source.as_bytes().to_vec())
        }
        RoadmapSource::File { path } => {
            let name =
                Path::new(path).file_name().map_or(path.clone(), |name| name.to_string_lossy().into_owned());
            (name.clone(), read_file(Path::new(path), &name)?)
        }
    };
    let document::Import { roadmap, source } = document::import(&bytes, &file_name)?;
    let items = roadmap.walk().count();
    if items > MOST_ITEMS {
        return Err(Error::File(format!(
            "{file_name} lists {items} things; a plan has room for {MOST_ITEMS}. Split it into several documents."
        )));
    }
    Ok(Draft { from: from.clone(), file_name, source, roadmap })
}

fn read_file(path: &Path, name: &str) -> Result<Vec<u8>, Error> {
    if path.is_dir() {
        return Err(Error::File(format!("{name} is a folder. Choose a Markdown file inside it.")));
    }
    if path.exists() && !path.is_file() {
        return Err(Error::File(format!("{name} is no ordinary file. Choose a Markdown file.")));
    }
    let length = path.metadata().map_or(0, |about| usize::try_from(about.len()).unwrap_or(usize::MAX));
    if length > document::MOST_BYTES {
        // Not worth reading: it may be larger than the memory.
        let (name, limit) = (name.to_owned(), document::MOST_BYTES);
        return Err(document::ImportError::TooLarge { name, bytes: length, limit }.into());
    }
    fs::read(path).map_err(|error| match error.kind() {
        std::io::ErrorKind::NotFound => {
            Error::File(format!("{name} is not there. Check the path, or choose the file again."))
        }
        std::io::ErrorKind::PermissionDenied => {
            Error::File(format!("{name} may not be read by you. Change its permissions or choose a copy."))
        }
        _ => Error::File(format!("{name} could not be read: {error}.")),
    })
}
