//! The entry that a desktop on Linux reads at login: a file as the Desktop Entry Specification has it, in the folder that
//! the Desktop Application Autostart Specification names.

use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use tauri::{AppHandle, Manager, Runtime};

/// What the file says where the entry was turned off elsewhere: by the specification, and as GNOME has it.
const OFF: [&str; 2] = ["Hidden=true", "X-GNOME-Autostart-enabled=false"];

/// A file among what starts at login.
pub(super) struct Entry {
    file: PathBuf,
    words: Vec<String>,
}

impl Entry {
    /// The entry of that name with those words of a command line, the program first.
    ///
    /// # Errors
    /// A person without a home.
    pub(super) fn of<R: Runtime>(app: &AppHandle<R>, name: &str, words: Vec<String>) -> Result<Self, String> {
        // It heeds XDG_CONFIG_HOME.
        let folder = app.path().config_dir().map_err(|error| error.to_string())?;
        Ok(Self::within(&folder, name, words))
    }

    fn within(config: &Path, name: &str, words: Vec<String>) -> Self {
        Self { file: config.join("autostart").join(format!("{name}.desktop")), words }
    }

    /// Whether the file is there and not turned off.
    pub(super) fn is_on(&self) -> Result<bool, String> {
        match fs::read_to_string(&self.file) {
            Ok(text) => Ok(!text.lines().any(|line| OFF.contains(&line.trim_end()))),
            Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => Ok(false),
            Err(error) => Err(self.says(&error)),
        }
    }

    /// Writes the file, or takes it out.
    pub(super) fn set(&self, on: bool) -> Result<(), String> {
        let done = if on { self.write() } else { fs::remove_file(&self.file) };
        match done {
            Err(error) if !on && error.kind() == ErrorKind::NotFound => Ok(()),
            done => done.map_err(|error| self.says(&error)),
        }
    }

    fn write(&self) -> std::io::Result<()> {
        if let Some(folder) = self.file.parent() {
            fs::create_dir_all(folder)?;
        }
        let words: Vec<String> = self.words.iter().map(|word| quoted(word)).collect();
        let text = format!(
            "[Desktop Entry]\n\
             Type=Application\n\
             Name=Waymark\n\
             Comment=Starts Waymark hidden in the tray\n\
             Exec={}\n\
             Terminal=false\n",
            words.join(" ")
        );
        fs::write(&self.file, text)
    }

    fn says(&self, error: &std::io::Error) -> String {
        format!("{}: {error}", self.file.display())
    }
}

/// A word of `Exec`: quoted, and what was escaped for the quotes once more, as every value of the file is.
fn quoted(word: &str) -> String {
    let mut inside = String::new();
    for letter in word.chars() {
        match letter {
            '\\' => inside.push_str(r"\\\\"),
            '"' | '`' | '$' => {
                inside.push_str(r"\\");
                inside.push(letter);
            }
            '%' => inside.push_str("%%"),
            '\n' => inside.push_str(r"\n"),
            '\r' => inside.push_str(r"\r"),
            letter => inside.push(letter),
        }
    }
    format!("\"{inside}\"")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(config: &Path) -> Entry {
        let words = ["/opt/my apps/waymark", "--hidden"].map(str::to_owned);
        Entry::within(config, "Waymark", words.to_vec())
    }

    #[test]
    fn a_word_stays_one_whatever_is_in_it() {
        assert_eq!(quoted("/home/ada/my plans"), r#""/home/ada/my plans""#);
        assert_eq!(quoted(r#"/a"b$c%d\e"#), r#""/a\\"b\\$c%%d\\\\e""#);
        assert_eq!(quoted("/a\nHidden=true"), r#""/a\nHidden=true""#);
    }

    #[test]
    fn a_program_whose_path_has_spaces_is_one_word_of_the_entry() {
        let config = tempfile::tempdir().unwrap();
        let entry = entry(config.path());
        assert_eq!(entry.is_on(), Ok(false));
        entry.set(true).unwrap();
        let text = fs::read_to_string(config.path().join("autostart/Waymark.desktop")).unwrap();
        assert!(text.contains("\nExec=\"/opt/my apps/waymark\" \"--hidden\"\n"), "{text}");
        assert_eq!(entry.is_on(), Ok(true));
        entry.set(false).unwrap();
        assert_eq!(entry.is_on(), Ok(false));
        entry.set(false).unwrap();
    }

    #[test]
    fn an_entry_that_was_turned_off_elsewhere_is_off_until_it_is_asked_for_again() {
        for off in OFF {
            let config = tempfile::tempdir().unwrap();
            let entry = entry(config.path());
            entry.set(true).unwrap();
            let text = fs::read_to_string(&entry.file).unwrap();
            fs::write(&entry.file, format!("{text}{off}\n")).unwrap();
            assert_eq!(entry.is_on(), Ok(false), "{off}");
            entry.set(true).unwrap();
            assert_eq!(entry.is_on(), Ok(true), "{off}");
        }
    }

    #[test]
    fn what_cannot_be_written_is_named() {
        let config = tempfile::tempdir().unwrap();
        fs::write(config.path().join("autostart"), "in the way").unwrap();
        let entry = entry(config.path());
        let said = entry.set(true).unwrap_err();
        assert!(said.contains("autostart"), "{said}");
        assert_eq!(entry.is_on(), Ok(false));
        entry.set(false).unwrap_err();
    }
}
