//! Reading the files of calendars. Nothing here holds up the app, and nothing is written.

use super::super::file;
use crate::ports::Zone;
use ::roadmap::calendar::{Busy, MOST_BUSY, MOST_BYTES, Overlay, Trouble, overlay};
use chrono::{DateTime, Datelike, NaiveDate, Offset, TimeZone, Utc};
use roadmap_store::StoreError;
use roadmap_store::table::calendar_reading;
use rusqlite::Transaction;
use serde::{Deserialize, Serialize};
use std::fs;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The most files of a folder that are read.
const MOST_FILES: usize = 1_000;
/// How many problems of a file are shown by their words.
pub(super) const SHOWN_PROBLEMS: usize = 5;

/// What was read of a calendar.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct CalendarReading {
    /// The days that were looked at.
    pub(super) days: Range<NaiveDate>,
    /// How far the clock is ahead of UTC in winter and in summer where it was read: times without a zone depend on it.
    ahead: [i32; 2],
    /// Its files; one where it is no folder.
    pub(super) files: Vec<FileReading>,
    /// Why the folder could not be looked into.
    trouble: Option<String>,
}

/// What was read of one file.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct FileReading {
    /// Where it is, as far as that is text.
    path: String,
    /// As the file was when it was last tried; none where it was not there.
    stamp: Option<Stamp>,
    read_at: Option<DateTime<Utc>>,
    busy: Vec<Busy>,
    /// The first problems, in words.
    problems: Vec<String>,
    problem_count: usize,
    /// Why it could not be read at all when it was last tried.
    trouble: Option<String>,
}

/// What tells whether a file has changed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
struct Stamp {
    modified: Option<DateTime<Utc>>,
    bytes: u64,
}

impl CalendarReading {
    /// Its busy times, as many as are kept of a calendar.
    pub(super) fn times(&self) -> impl Iterator<Item = &Busy> {
        self.files.iter().flat_map(|file| &file.busy).take(MOST_BUSY)
    }

    /// True where it says the same of the person's days.
    pub(super) fn is_like(&self, other: &Self) -> bool {
        self.ahead == other.ahead && self.times().eq(other.times())
    }

    /// What could not be read, the first of it.
    pub(super) fn problems(&self) -> Vec<String> {
        let all = self.too_many().into_iter().chain(self.files.iter().flat_map(|file| file.problems.clone()));
        all.take(SHOWN_PROBLEMS).collect()
    }

    /// How much could not be read.
    pub(super) fn problem_count(&self) -> usize {
        let of_files: usize = self.files.iter().map(|file| file.problem_count).sum();
        of_files + usize::from(self.too_many().is_some())
    }

    fn too_many(&self) -> Option<String> {
        let mut all = 0;
        let mut first = None;
        for file in &self.files {
            all += file.busy.len();
            first = first.or((all > MOST_BUSY).then_some(&file.path));
        }
        let name = file::name(Path::new(first?));
        Some(format!(
            "The folder has {all} busy times, and {MOST_BUSY} are kept: those of {name} and of files after it by name \
             are left out, wholly or in part."
        ))
    }

    /// When any of it was last read.
    pub(super) fn read_at(&self) -> Option<DateTime<Utc>> {
        self.files.iter().filter_map(|file| file.read_at).max()
    }

    /// Why it, or a file of it, could not be read when that was last tried.
    pub(super) fn trouble(&self) -> Option<String> {
        if self.trouble.is_some() {
            return self.trouble.clone();
        }
        let mut troubles = self.files.iter().filter_map(|file| file.trouble.as_ref());
        let first = troubles.next()?;
        match troubles.count() {
            0 => Some(first.clone()),
            more => Some(format!("{first} {more} more of its folder could not be read either.")),
        }
    }
}

/// What is to be read.
pub struct Wanted {
    pub(super) sources: Vec<Source>,
    /// The paths of which a source must be none.
    pub(super) listed: Vec<String>,
    /// The days that must be known.
    pub(super) needed: Range<NaiveDate>,
    /// The days to look at.
    pub(super) days: Range<NaiveDate>,
    pub(super) now: DateTime<Utc>,
    pub(super) zone: Zone,
}

/// A calendar to read, with what is known of it.
pub(super) struct Source {
    pub(super) path: String,
    pub(super) folder: bool,
    pub(super) known: Option<Arc<CalendarReading>>,
}

/// What was read, of those calendars that are not as they were known.
pub struct Found {
    folder: bool,
    /// The calendar that is in the list already.
    listed: Option<String>,
    pub(super) readings: Vec<(String, CalendarReading)>,
}

impl Found {
    /// Why the one calendar that was asked for is none.
    pub(super) fn refusal(&self) -> Option<String> {
        let (path, reading) = self.readings.first()?;
        if self.folder && reading.files.is_empty() && reading.trouble.is_none() {
            let name = file::name(Path::new(path));
            return Some(format!("The folder {name} holds no calendar files (.ics). Choose another."));
        }
        let read = reading.files.iter().any(|file| file.read_at.is_some());
        if read { None } else { reading.trouble() }
    }

    /// The path in the list that is the one calendar that was asked for.
    pub(super) fn listed(&self) -> Option<&str> {
        self.listed.as_deref()
    }

    /// Keeps what was read in the store.
    pub(super) fn keep(&self, to: &Transaction<'_>) -> Result<(), StoreError> {
        self.readings.iter().try_for_each(|(path, reading)| calendar_reading::set(to, path, reading))
    }

    /// True where all are as they were known.
    pub const fn is_empty(&self) -> bool {
        self.readings.is_empty()
    }

    /// True where that is a folder.
    pub(super) const fn is_folder(&self) -> bool {
        self.folder
    }
}

/// Says that a calendar is not to be added twice.
pub(super) fn listed_already(path: &str) -> String {
    format!("{} is in the list already. Choose another calendar.", file::name(Path::new(path)))
}

impl Wanted {
    /// Reads what has changed. It may take seconds: nobody should wait for it.
    pub fn read(self) -> Found {
        let is_it = |path: &String| {
            let path = Path::new(path);
            self.sources.iter().any(|source| file::is_same(path, Path::new(&source.path)))
        };
        if let Some(listed) = self.listed.iter().find(|path| is_it(path)) {
            return Found { folder: false, listed: Some(listed.clone()), readings: Vec::new() };
        }
        let read = |source: &Source| {
            let reading = self.reading(source);
            let known = source.known.as_deref();
            (known != Some(&reading)).then(|| (source.path.clone(), reading))
        };
        Found {
            folder: self.sources.first().is_some_and(|source| source.folder),
            listed: None,
            readings: self.sources.iter().filter_map(read).collect(),
        }
    }

    fn reading(&self, Source { path, folder, known }: &Source) -> CalendarReading {
        let ahead = ahead(&self.zone, self.now.year());
        let known = known.as_deref();
        let holds = known.filter(|known| {
            known.ahead == ahead && known.days.start <= self.needed.start && self.needed.end <= known.days.end
        });
        let days = holds.map_or(&self.days, |known| &known.days).clone();
        let paths = if *folder { files_in(Path::new(path)) } else { Ok(vec![PathBuf::from(path)]) };
        match (paths, known) {
            (Ok(paths), _) => {
                let files = paths.iter().map(|path| self.file(path, &days, known, holds.is_some()));
                CalendarReading { files: files.collect(), days, ahead, trouble: None }
            }
            (Err(trouble), Some(known)) => CalendarReading { trouble: Some(trouble), ..known.clone() },
            (Err(trouble), None) => {
                CalendarReading { days, ahead, files: Vec::new(), trouble: Some(trouble) }
            }
        }
    }

    /// Reads one file, if it has changed, could not be read before, or nothing known `holds`. Where that can't be done,
    /// what was known of it stays.
    fn file(
        &self,
        path: &Path,
        days: &Range<NaiveDate>,
        before: Option<&CalendarReading>,
        holds: bool,
    ) -> FileReading {
        let as_text = path.to_string_lossy();
        let known = before.and_then(|before| before.files.iter().find(|file| file.path == as_text));
        let stamp = Stamp::of(path);
        match known {
            Some(known) if holds && known.stamp == stamp && known.trouble.is_none() => return known.clone(),
            _ => {}
        }
        let name = file::name(path);
        let read = file::read(path, MOST_BYTES).map_err(|error| error.to_string());
        let read = read.and_then(|bytes| {
            overlay(&bytes, &name, days.clone(), &self.zone).map_err(|error| format!("{error}."))
        });
        let new = FileReading {
            path: as_text.into_owned(),
            stamp,
            read_at: None,
            busy: Vec::new(),
            problems: Vec::new(),
            problem_count: 0,
            trouble: None,
        };
        match (read, known) {
            (Ok(Overlay { busy, problems }), _) => FileReading {
                read_at: Some(self.now),
                busy,
                problem_count: problems.iter().map(|problem| how_many(&problem.trouble)).sum(),
                problems: problems
                    .iter()
                    .take(SHOWN_PROBLEMS)
                    .map(|problem| format!("{name}, {problem}"))
                    .collect(),
                ..new
            },
            (Err(trouble), Some(known)) => FileReading { stamp, trouble: Some(trouble), ..known.clone() },
            (Err(trouble), None) => FileReading { trouble: Some(trouble), ..new },
        }
    }
}

/// How far a clock is ahead of UTC at the beginning of a year and in the middle of it, in seconds.
fn ahead(zone: &Zone, year: i32) -> [i32; 2] {
    [1, 7].map(|month| {
        let day = NaiveDate::from_ymd_opt(year, month, 1).unwrap_or_default();
        zone.offset_from_utc_datetime(&day.into()).fix().local_minus_utc()
    })
}

impl Stamp {
    fn of(path: &Path) -> Option<Self> {
        let about = path.metadata().ok()?;
        Some(Self { modified: about.modified().ok().map(DateTime::from), bytes: about.len() })
    }
}

/// The calendar files of a folder, by their names.
fn files_in(folder: &Path) -> Result<Vec<PathBuf>, String> {
    let name = file::name(folder);
    let entries = fs::read_dir(folder).map_err(|error| {
        format!("The folder {name} could not be read ({error}). Check that it is there, or remove it here.")
    })?;
    let is_calendar =
        |path: &PathBuf| path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("ics"));
    let mut paths: Vec<PathBuf> =
        entries.filter_map(Result::ok).map(|entry| entry.path()).filter(is_calendar).collect();
    paths.sort();
    if paths.len() > MOST_FILES {
        return Err(format!(
            "The folder {name} has {} calendar files, and up to {MOST_FILES} are read: choose a smaller one.",
            paths.len()
        ));
    }
    Ok(paths)
}

const fn how_many(trouble: &Trouble) -> usize {
    match trouble {
        Trouble::More { more } => *more,
        _ => 1,
    }
}
