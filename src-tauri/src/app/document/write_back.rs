//! Ticks go into the document's file, where the person lets them: of each box the one character between its
//! brackets, or its sign.

use super::super::{App, Error, file};
use super::file_name;
use ::roadmap::document::{self, Import, Ours};
use ::roadmap::item::Item;
use ::roadmap::{ItemId, Roadmap};
use roadmap_store::table;
use roadmap_store::table::roadmap::Origin;
use std::collections::HashMap;
use std::path::Path;

impl App {
    /// Lets ticks be written into the active roadmap's file, or no longer. Those that are there already go with the
    /// first.
    ///
    /// # Errors
    /// [`Error::Stale`] where there is no file or no plan, [`Error::Store`].
    pub fn set_write_back(&mut self, write_back: bool) -> Result<(), Error> {
        let row = self.active()?.row.clone();
        if !matches!(row.origin, Origin::File(_)) {
            return Err(Error::Stale(format!("“{}” was not read from a file of yours.", row.title)));
        }
        let name = file_name(&row);
        let words = match write_back {
            true => format!("write ticks into “{name}”"),
            false => format!("leave “{name}” alone"),
        };
        self.change(words, |to| table::roadmap::set_write_back(to, row.id, write_back))
    }

    /// Writes ticks that the file does not show yet. A file that has changed since it was read keeps its changes: each
    /// box is found in it anew.
    pub(super) fn write_back(&mut self) -> Result<(), Error> {
        let Some(course) = self.course()? else { return Ok(()) };
        let (row, items) = (course.row.clone(), boxes(&course.roadmap));
        let Origin::File(path) = &row.origin else { return Ok(()) };
        if !row.write_back {
            return Ok(());
        }
        let (text, reading) = table::document::of(self.store.read(), row.id)?;
        let wanted: Vec<(ItemId, usize, bool)> = items
            .into_iter()
            .filter(|(_, mark, done)| document::is_ticked(&text, *mark) != Some(*done))
            .collect();
        if wanted.is_empty() {
            return Ok(());
        }
        let path = Path::new(path);
        let (name, now) = (file::name(path), self.ports.clock.now());
        let bytes = file::read(path, document::MOST_BYTES)?;
        let all = written(&text, &wanted)?;
        if bytes == text.as_bytes() {
            file::write_over(path, &bytes, all.as_bytes())?;
        } else if bytes != all.as_bytes() {
            let Import { roadmap: base, .. } = document::import_as(text.as_bytes(), &name, &reading)?;
            let Import { roadmap: theirs, source } = document::import_as(&bytes, &name, &reading)?;
            let archived = table::item::archived(self.store.read(), row.id)?;
            let archived: Vec<Item> = archived.into_iter().map(|archived| archived.item).collect();
            let ours = Ours { roadmap: &self.active()?.roadmap, archived: &archived };
            let merged = document::merge(&base, ours, &theirs).roadmap;
            let marks: HashMap<ItemId, usize> =
                boxes(&merged).into_iter().map(|(id, mark, _)| (id, mark)).collect();
            let (found, lost): (Vec<_>, Vec<_>) =
                wanted.into_iter().partition(|(id, ..)| marks.contains_key(id));
            let there: Vec<_> =
                found.iter().filter_map(|(id, _, done)| Some((*id, *marks.get(id)?, *done))).collect();
            file::write_over(path, &bytes, written(&source, &there)?.as_bytes())?;
            if !found.is_empty() {
                let kept = written(&text, &found)?;
                self.keep(now, |to| table::document::set_source(to, row.id, &kept))?;
            }
            return lost.first().map_or(Ok(()), |(id, ..)| Err(self.not_found(*id, &name, lost.len())));
        }
        self.keep(now, |to| table::document::set_source(to, row.id, &all))
    }

    /// Says that ticks have no line in a file to stand in; they are tried again after each change.
    fn not_found(&self, id: ItemId, name: &str, count: usize) -> Error {
        let text = table::item::one(self.store.read(), id).map(|item| item.text).unwrap_or_default();
        let more = if count > 1 { format!(" and {} more", count - 1) } else { String::new() };
        Error::File(format!(
            "{name} has changed, and “{text}”{more} is not found in it, so its tick is only here. See what changed under Roadmap."
        ))
    }
}

/// A document with those boxes as wanted.
fn written(text: &str, boxes: &[(ItemId, usize, bool)]) -> Result<String, Error> {
    let marks: Vec<_> = boxes.iter().map(|(_, mark, done)| (*mark, *done)).collect();
    Ok(document::set_boxes(text, &marks)?)
}

/// The task boxes of a roadmap: the item, its mark, and whether it is done.
fn boxes(roadmap: &Roadmap) -> Vec<(ItemId, usize, bool)> {
    let box_of = |item: &Item| Some((item.id, item.task?.mark, item.is_done()));
    roadmap.walk().filter_map(box_of).collect()
}
