//! Reading the files of calendars. Nothing here holds up the app, and nothing is written.

use super::super::file;
use crate::ports::Zone;
use ::roadmap::calendar::{Busy, MOST_BUSY, MOST_BYTES, Overlay, Trouble, overlay};
use chrono::{DateTime, NaiveDate, Offset, TimeZone, Utc};
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
    /// How far the clock was ahead of UTC then, in seconds: times without a zone depend on it.
    ahead: i32,
    /// Its files; one where it is no folder.
    pub(super) files: Vec<FileReading>,
    /// Why the folder could not be looked into.
    trouble: Option<String>,
}

/// What was read of one file.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct FileReading {
    path: PathBuf,
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
    /// Its busy times.
    pub(super) fn times(&self) -> impl Iterator<Item = &Busy> {
        self.files.iter().flat_map(|file| &file.busy)
    }

    /// True where it says the same of the person's days.
    pub(super) fn is_like(&self, other: &Self) -> bool {
        self.ahead == other.ahead && self.times().eq(other.times())
    }

    /// What could not be read, the first of it.
    pub(super) fn problems(&self) -> impl Iterator<Item = &String> {
        self.files.iter().flat_map(|file| &file.problems)
    }

    /// How much could not be read.
    pub(super) fn problem_count(&self) -> usize {
        self.files.iter().map(|file| file.problem_count).sum()
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

    /// True where all are as they were known.
    pub const fn is_empty(&self) -> bool {
        self.readings.is_empty()
    }

    /// True where that is a folder.
    pub(super) const fn is_folder(&self) -> bool {
        self.folder
    }
}

impl Wanted {
    /// Reads what has changed. It may take seconds: nobody should wait for it.
    pub fn read(self) -> Found {
        let read = |source: &Source| {
            let reading = self.reading(source);
            let known = source.known.as_deref();
            (known != Some(&reading)).then(|| (source.path.clone(), reading))
        };
        Found {
            folder: self.sources.first().is_some_and(|source| source.folder),
            readings: self.sources.iter().filter_map(read).collect(),
        }
    }

    fn reading(&self, Source { path, folder, known }: &Source) -> CalendarReading {
        let ahead = self.zone.offset_from_utc_datetime(&self.now.naive_utc()).fix().local_minus_utc();
        let holds = known.as_deref().filter(|known| {
            known.ahead == ahead && known.days.start <= self.needed.start && self.needed.end <= known.days.end
        });
        let before = known.as_deref();
        let days = holds.map_or(&self.days, |known| &known.days);
        let paths = if *folder { files_in(Path::new(path)) } else { Ok(vec![PathBuf::from(path)]) };
        let (files, trouble) = match paths {
            Ok(paths) => (self.files(paths, before, holds.is_some()), None),
            Err(trouble) => (before.map(|known| known.files.clone()).unwrap_or_default(), Some(trouble)),
        };
        CalendarReading { days: days.clone(), ahead, files, trouble }
    }

    /// Reads those files that have changed, or all where nothing known `holds`.
    fn files(&self, paths: Vec<PathBuf>, before: Option<&CalendarReading>, holds: bool) -> Vec<FileReading> {
        let read = |path: PathBuf| {
            let known = before.and_then(|before| before.files.iter().find(|file| file.path == path));
            let stamp = Stamp::of(&path);
            match known {
                Some(known) if holds && stamp.is_some() && known.stamp == stamp => known.clone(),
                _ => self.file(path, stamp, known),
            }
        };
        let mut files: Vec<FileReading> = paths.into_iter().map(read).collect();
        let mut room = MOST_BUSY;
        for file in &mut files {
            if file.busy.len() > room {
                file.busy.truncate(room);
                file.problems.insert(0, format!("{}: its folder has more than {MOST_BUSY} busy times, and the later ones were left out", file::name(&file.path)));
                file.problem_count += 1;
            }
            room -= file.busy.len();
        }
        files
    }

    /// Reads one file. Where that can't be done, what was known of it stays.
    fn file(&self, path: PathBuf, stamp: Option<Stamp>, known: Option<&FileReading>) -> FileReading {
        let name = file::name(&path);
        let read = file::read(&path, MOST_BYTES).map_err(|error| error.to_string());
        let read = read.and_then(|bytes| {
            overlay(&bytes, &name, self.days.clone(), &self.zone).map_err(|error| format!("{error}."))
        });
        match read {
            Ok(Overlay { busy, problems }) => FileReading {
                stamp,
                read_at: Some(self.now),
                busy,
                problem_count: problems.iter().map(|problem| how_many(&problem.trouble)).sum(),
                problems: problems
                    .iter()
                    .take(SHOWN_PROBLEMS)
                    .map(|problem| format!("{name}, {problem}"))
                    .collect(),
                trouble: None,
                path,
            },
            Err(trouble) => {
                let trouble = Some(trouble);
                match known {
                    Some(known) => FileReading { stamp, trouble, ..known.clone() },
                    None => FileReading {
                        path,
                        stamp,
                        read_at: None,
                        busy: Vec::new(),
                        problems: Vec::new(),
                        problem_count: 0,
                        trouble,
                    },
                }
            }
        }
    }
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
