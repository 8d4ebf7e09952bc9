//! The progress section of a Markdown file: how far the active roadmap has come, for others to read.

use super::super::course::Course;
use super::super::{App, Error, file};
use ::roadmap::document::{MOST_BYTES, PartProgress, PhaseProgress, Progress, progress_section};
use ::roadmap::item::Item;
use ::roadmap::plan::DatedStage;
use ::roadmap::steps::tickable;
use chrono::NaiveDate;
use roadmap_store::table;
use roadmap_store::table::roadmap::Row;
use std::path::Path;

impl App {
    /// Says which file has a progress section and whether it is kept fresh, and writes it; none takes it off the
    /// list, and leaves the file as it is.
    ///
    /// # Errors
    /// [`Error::File`] where it can't be written, [`Error::Invalid`] for the roadmap's own file, [`Error::Stale`]
    /// without a plan, [`Error::Store`].
    pub fn set_progress_file(&mut self, path: Option<&str>, fresh: bool) -> Result<(), Error> {
        let row = self.active()?.row.clone();
        let Some(path) = path else {
            let words = "keep no progress section any more";
            return self.change(words, |to| table::roadmap::set_progress_file(to, row.id, None, false));
        };
        let name = file::name(Path::new(path));
        if let Some(Row { title, .. }) = self.roadmap_of_file(path)? {
            return Err(Error::Invalid(format!(
                "{name} is the roadmap “{title}” itself. Choose another file for the progress, a README for example."
            )));
        }
        self.write_progress(path)?;
        self.change(format!("keep a progress section in “{name}”"), |to| {
            table::roadmap::set_progress_file(to, row.id, Some(path), fresh)
        })
    }

    /// Writes the progress section anew.
    ///
    /// # Errors
    /// [`Error::File`] where it can't be written, [`Error::Stale`] where no file has one, [`Error::Store`].
    pub fn refresh_progress(&mut self) -> Result<(), Error> {
        let path = self.active()?.row.progress_file.clone();
        let path =
            path.ok_or_else(|| Error::Stale("Choose a file for the progress section first.".into()))?;
        self.write_progress(&path)
    }

    /// Writes the progress section after a change, where the person wants it fresh.
    pub(super) fn keep_progress_fresh(&mut self) -> Result<(), Error> {
        let Some(course) = self.course()? else { return Ok(()) };
        let fresh = course.row.progress_file.clone().filter(|_| course.row.progress_fresh);
        fresh.map_or(Ok(()), |path| self.write_progress(&path))
    }

    fn write_progress(&mut self, path: &str) -> Result<(), Error> {
        let today = self.local_day(self.ports.clock.now());
        let progress = progress(self.active()?, today);
        let path = Path::new(path);
        let before = file::read(path, MOST_BYTES)?;
        let name = file::name(path);
        let text = std::str::from_utf8(&before).map_err(|_| {
            Error::File(format!("{name} is no UTF-8 text. Save it as UTF-8, or choose another."))
        })?;
        let after =
            progress_section(text, &progress).map_err(|error| Error::File(format!("{name}: {error}.")))?;
        file::write_over(path, &before, after.as_bytes())
    }
}

fn progress(course: &Course, as_of: NaiveDate) -> Progress {
    let phases: Vec<PhaseProgress> =
        course.roadmap.phases().map(|phase| phase_progress(course, phase)).collect();
    let sum = |of: fn(&PartProgress) -> usize| phases.iter().map(|phase| of(&phase.phase)).sum();
    Progress {
        title: course.row.title.clone(),
        as_of,
        done: sum(|part| part.done),
        total: sum(|part| part.total),
        end: course.end(),
        phases,
    }
}

fn phase_progress(course: &Course, phase: &Item) -> PhaseProgress {
    let dated: Vec<&DatedStage> =
        course.stages.iter().filter(|stage| stage.phase == Some(phase.id)).collect();
    let stages: Vec<PartProgress> = dated
        .iter()
        .filter_map(|stage| Some(part(course.roadmap.find(stage.stage)?, Some(stage.from), stage.to)))
        .collect();
    let from = dated.iter().map(|stage| stage.from).min();
    // A phase with an open-ended stage has no end either.
    let to = dated
        .iter()
        .map(|stage| stage.to)
        .collect::<Option<Vec<_>>>()
        .and_then(|ends| ends.into_iter().max());
    let sum = |of: fn(&PartProgress) -> usize| stages.iter().map(of).sum();
    let whole = PartProgress {
        title: phase.title(),
        from,
        to,
        done: sum(|part| part.done),
        total: sum(|part| part.total),
    };
    PhaseProgress { phase: whole, stages }
}

fn part(stage: &Item, from: Option<NaiveDate>, to: Option<NaiveDate>) -> PartProgress {
    let to_tick = tickable(stage);
    let done = to_tick.iter().filter(|item| item.is_done()).count();
    PartProgress { title: stage.title(), from, to, done, total: to_tick.len() }
}
