//! The command line.

use serde::{Deserialize, Serialize};
use std::ffi::OsString;
use std::path::{Path, PathBuf};

/// How to use the command line, as `--help` prints it.
pub(crate) const USAGE: &str = "\
Waymark turns a roadmap in Markdown into a plan that runs.

Usage: waymark [--data-dir DIR] [--hidden | --show | --toggle | --skip] [FILE.md]

  FILE.md          offer this roadmap when the window opens
  --data-dir DIR   keep everything in this folder instead of the usual one
  --hidden         start in the tray, where there is one
  --help           print this
  --version        print the version

While Waymark runs, these reach it; made for a key of the desktop's own:

  --show           bring the window to the front; starts Waymark where none runs
  --toggle         start, pause or resume the timer, without showing the window; starts Waymark in the tray and the
                   timer where none runs
  --skip           end the interval and go on to what comes next, without showing the window; refused where none runs
";

/// The options that there are, as said to whoever gave another one.
const OPTIONS: &str = "--data-dir DIR, --hidden, --show, --toggle, --skip, --help and --version";

/// What was asked for on the command line.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Arguments {
    /// Another data folder than the usual one.
    pub data_dir: Option<PathBuf>,
    /// A roadmap to offer.
    pub file: Option<PathBuf>,
    /// Whether to start without showing the window.
    pub hidden: bool,
    /// What is asked of the Waymark that runs.
    pub wish: Option<Wish>,
    /// What to print instead of starting.
    pub print: Option<Print>,
}

/// What is asked of the Waymark that runs: on the command line, or with a shortcut's keys.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "kebab-case")]
pub enum Wish {
    /// To bring its window to the front.
    Show,
    /// To start, pause or resume the timer.
    Toggle,
    /// To end the interval and go on to what comes next.
    Skip,
}

impl Wish {
    /// How it is written.
    const fn flag(self) -> &'static str {
        match self {
            Self::Show => "--show",
            Self::Toggle => "--toggle",
            Self::Skip => "--skip",
        }
    }
}

/// What to print instead of starting.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Print {
    /// How to use the command line.
    Help,
    /// The version.
    Version,
}

/// Why the command line was not understood.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
pub enum WrongUse {
    /// A flag that there is not.
    #[error("there is no option {0}; there are {OPTIONS}")]
    Unknown(String),
    /// A flag without what belongs to it.
    #[error("--data-dir needs a folder: waymark --data-dir DIR")]
    NoFolder,
    /// A flag with a value that takes none.
    #[error("{0} takes no value")]
    Value(String),
    /// Two that contradict each other.
    #[error("{0} and {1} do not go together")]
    Together(&'static str, &'static str),
    /// A roadmap for a window that is not shown.
    #[error("{0} shows no window, so it takes no roadmap: {path} was given", path = .1.display())]
    Unseen(&'static str, PathBuf),
    /// A second file.
    #[error("one roadmap at a time: {} and {} were given", .0.display(), .1.display())]
    Files(PathBuf, PathBuf),
}

impl Arguments {
    /// Reads what follows the program's name. Flags may be written `--data-dir DIR` or `--data-dir=DIR`,
    /// and what follows a lone `--` is a file.
    ///
    /// # Errors
    /// What was not understood.
    pub fn parse(words: impl IntoIterator<Item = OsString>) -> Result<Self, WrongUse> {
        let mut found = Self::default();
        let mut words = words.into_iter();
        let mut flags = true;
        while let Some(word) = words.next() {
            let text = word.to_str().filter(|text| flags && text.starts_with('-') && *text != "-");
            let (flag, value) = match text {
                None => {
                    found.take_file(word.into())?;
                    continue;
                }
                Some("--") => {
                    flags = false;
                    continue;
                }
                Some(text) => match text.split_once('=') {
                    Some((flag, value)) => (flag, Some(OsString::from(value))),
                    None => (text, None),
                },
            };
            if flag == "--data-dir" {
                let folder = value.or_else(|| words.next()).filter(|folder| !folder.is_empty());
                found.data_dir = Some(folder.ok_or(WrongUse::NoFolder)?.into());
                continue;
            }
            match flag {
                "--hidden" => found.hidden = true,
                "--show" => found.wish(Wish::Show)?,
                "--toggle" => found.wish(Wish::Toggle)?,
                "--skip" => found.wish(Wish::Skip)?,
                "--help" | "-h" => found.print = Some(Print::Help),
                "--version" | "-V" => found.print = Some(Print::Version),
                _ => return Err(WrongUse::Unknown(flag.to_owned())),
            }
            if value.is_some() {
                return Err(WrongUse::Value(flag.to_owned()));
            }
        }
        match (found.wish, &found.file) {
            (Some(Wish::Show), _) if found.hidden => Err(WrongUse::Together("--hidden", Wish::Show.flag())),
            (Some(wish @ (Wish::Toggle | Wish::Skip)), Some(file)) => {
                Err(WrongUse::Unseen(wish.flag(), file.clone()))
            }
            _ => Ok(found),
        }
    }

    /// Whether the window is not to be shown.
    pub(crate) fn stays_hidden(&self) -> bool {
        self.hidden || matches!(self.wish, Some(Wish::Toggle | Wish::Skip))
    }

    /// The same with every path absolute, as seen from a folder.
    #[must_use]
    pub fn seen_from(mut self, folder: &Path) -> Self {
        self.file = self.file.map(|file| folder.join(file));
        self.data_dir = self.data_dir.map(|data_dir| folder.join(data_dir));
        self
    }

    fn wish(&mut self, wish: Wish) -> Result<(), WrongUse> {
        match self.wish.replace(wish).filter(|first| *first != wish) {
            None => Ok(()),
            Some(first) => Err(WrongUse::Together(first.flag(), wish.flag())),
        }
    }

    fn take_file(&mut self, file: PathBuf) -> Result<(), WrongUse> {
        match self.file.replace(file.clone()) {
            None => Ok(()),
            Some(first) => Err(WrongUse::Files(first, file)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parse(words: &[&str]) -> Result<Arguments, WrongUse> {
        Arguments::parse(words.iter().map(OsString::from))
    }

    #[test]
    fn without_words_everything_is_as_usual() {
        assert_eq!(parse(&[]), Ok(Arguments::default()));
    }

    #[test]
    fn a_folder_and_a_file_can_be_given_in_any_order() {
        let wanted = Arguments {
            data_dir: Some("/tmp/d".into()),
            file: Some("plan.md".into()),
            hidden: true,
            ..Arguments::default()
        };
        assert_eq!(parse(&["--data-dir", "/tmp/d", "--hidden", "plan.md"]), Ok(wanted.clone()));
        assert_eq!(parse(&["plan.md", "--hidden", "--data-dir=/tmp/d"]), Ok(wanted));
    }

    #[test]
    fn a_file_may_begin_with_a_dash_after_two_of_them() {
        assert_eq!(parse(&["--", "-plan.md"]).unwrap().file, Some("-plan.md".into()));
    }

    #[test]
    fn what_is_not_understood_is_named() {
        assert_eq!(parse(&["--datadir", "/tmp"]), Err(WrongUse::Unknown("--datadir".into())));
        assert_eq!(parse(&["--data-dir"]), Err(WrongUse::NoFolder));
        assert_eq!(parse(&["--data-dir="]), Err(WrongUse::NoFolder));
        assert_eq!(parse(&["--hidden=yes"]), Err(WrongUse::Value("--hidden".into())));
        assert_eq!(parse(&["a.md", "b.md"]), Err(WrongUse::Files("a.md".into(), "b.md".into())));
    }

    #[test]
    fn who_gives_an_option_that_there_is_not_reads_which_there_are() {
        let said = parse(&["--tgogle"]).unwrap_err().to_string();
        for words in ["--tgogle", "--toggle", "--skip", "--show", "--hidden", "--data-dir", "--version"] {
            assert!(said.contains(words), "{said}");
            assert!(words == "--tgogle" || USAGE.contains(words), "{words}");
        }
    }

    #[test]
    fn one_wish_is_for_the_waymark_that_runs() {
        assert_eq!(parse(&["--toggle"]).unwrap().wish, Some(Wish::Toggle));
        assert_eq!(parse(&["--data-dir=/d", "--skip", "--skip"]).unwrap().wish, Some(Wish::Skip));
        assert_eq!(parse(&["--show", "plan.md"]).unwrap().wish, Some(Wish::Show));
        assert_eq!(parse(&["--toggle", "--skip"]), Err(WrongUse::Together("--toggle", "--skip")));
        assert_eq!(parse(&["--show", "--hidden"]), Err(WrongUse::Together("--hidden", "--show")));
        assert_eq!(parse(&["--skip", "a.md"]), Err(WrongUse::Unseen("--skip", "a.md".into())));
        assert_eq!(parse(&["--toggle=1"]), Err(WrongUse::Value("--toggle".into())));
    }

    #[test]
    fn only_who_shows_the_window_raises_it() {
        let hidden = |words: &[&str]| parse(words).unwrap().stays_hidden();
        assert!(hidden(&["--toggle"]) && hidden(&["--skip"]) && hidden(&["--hidden"]));
        assert!(!hidden(&["--show"]) && !hidden(&[]) && !hidden(&["plan.md"]));
    }

    #[test]
    fn help_and_version_are_printed_instead_of_starting() {
        assert_eq!(parse(&["--help"]).unwrap().print, Some(Print::Help));
        assert_eq!(parse(&["-V"]).unwrap().print, Some(Print::Version));
    }

    #[test]
    fn paths_are_seen_from_the_folder_that_they_were_given_in() {
        let arguments =
            parse(&["plans/a.md", "--data-dir", "/data"]).unwrap().seen_from(Path::new("/home/ada"));
        assert_eq!(arguments.file, Some("/home/ada/plans/a.md".into()));
        assert_eq!(arguments.data_dir, Some("/data".into()));
    }

    #[cfg(unix)]
    #[test]
    fn a_name_that_is_no_text_is_a_file_all_the_same() {
        use std::os::unix::ffi::OsStringExt;
        let name = OsString::from_vec(vec![0x70, 0xff, 0x2e, 0x6d, 0x64]);
        assert_eq!(Arguments::parse([name.clone()]).unwrap().file, Some(name.into()));
    }
}
