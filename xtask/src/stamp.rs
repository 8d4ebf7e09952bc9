//! Remembering from which files something was made, so that it is made again only when they changed.
//! Contents count, not times: a checkout touches every file.

use std::{
    collections::hash_map::DefaultHasher,
    fs,
    hash::{Hash, Hasher},
    io,
    path::{Path, PathBuf},
};

use crate::failure::{Done, Failure};

/// A small file that holds the fingerprint of what something was made from.
pub(crate) struct Stamp(pub(crate) PathBuf);

impl Stamp {
    /// Whether the thing was made from exactly this.
    pub(crate) fn is(&self, fingerprint: &str) -> bool {
        fs::read_to_string(&self.0).is_ok_and(|kept| kept == fingerprint)
    }

    /// Remembers that the thing was made from this.
    ///
    /// # Errors
    /// When the stamp cannot be written.
    pub(crate) fn set(&self, fingerprint: &str) -> Done {
        let folder = self.0.parent().unwrap_or(Path::new("."));
        fs::create_dir_all(folder)
            .and_then(|()| fs::write(&self.0, fingerprint))
            .map_err(|error| Failure::new(format!("cannot write {}: {error}", self.0.display()), ""))
    }
}

/// The fingerprint of files and of everything in folders, but for entries with a name in `without`.
///
/// # Errors
/// When one of them cannot be read.
pub(crate) fn fingerprint(of: &[PathBuf], without: &[&str]) -> Result<String, Failure> {
    // Its algorithm may change with a Rust release; the price of that is one build too many.
    let mut hasher = DefaultHasher::new();
    for path in of {
        add(&mut hasher, path, without)
            .map_err(|error| Failure::new(format!("cannot read {}: {error}", path.display()), ""))?;
    }
    Ok(format!("{:016x}", hasher.finish()))
}

fn add(hasher: &mut DefaultHasher, path: &Path, without: &[&str]) -> io::Result<()> {
    if !path.is_dir() {
        path.file_name().hash(hasher);
        fs::read(path)?.hash(hasher);
        return Ok(());
    }
    let mut entries = fs::read_dir(path)?.collect::<io::Result<Vec<_>>>()?;
    entries.sort_by_key(fs::DirEntry::file_name);
    for entry in entries {
        if !without.iter().any(|name| entry.file_name() == *name) {
            entry.file_name().hash(hasher);
            add(hasher, &entry.path(), without)?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Folder(PathBuf);

    impl Folder {
        fn new(name: &str) -> Self {
            let folder = std::env::temp_dir().join(format!("waymark-stamp-{}-{name}", std::process::id()));
            fs::create_dir_all(folder.join("src")).unwrap();
            fs::create_dir_all(folder.join("node_modules")).unwrap();
            fs::write(folder.join("src/main.ts"), "one").unwrap();
            Self(folder)
        }

        fn fingerprint(&self) -> String {
            fingerprint(std::slice::from_ref(&self.0), &["node_modules"]).unwrap()
        }
    }

    impl Drop for Folder {
        fn drop(&mut self) {
            let _gone = fs::remove_dir_all(&self.0);
        }
    }

    #[test]
    fn a_changed_file_changes_the_fingerprint() {
        let folder = Folder::new("changed");
        let before = folder.fingerprint();
        assert_eq!(before, folder.fingerprint());
        fs::write(folder.0.join("src/main.ts"), "two").unwrap();
        assert_ne!(before, folder.fingerprint());
    }

    #[test]
    fn a_renamed_file_changes_the_fingerprint() {
        let folder = Folder::new("renamed");
        let before = folder.fingerprint();
        fs::rename(folder.0.join("src/main.ts"), folder.0.join("src/start.ts")).unwrap();
        assert_ne!(before, folder.fingerprint());
    }

    #[test]
    fn what_is_left_out_does_not_count() {
        let folder = Folder::new("without");
        let before = folder.fingerprint();
        fs::write(folder.0.join("node_modules/x.js"), "x").unwrap();
        assert_eq!(before, folder.fingerprint());
    }

    #[test]
    fn a_stamp_remembers_its_fingerprint_and_no_other() {
        let folder = Folder::new("stamp");
        let stamp = Stamp(folder.0.join("target/xtask/ui.stamp"));
        assert!(!stamp.is("a"));
        stamp.set("a").unwrap();
        assert!(stamp.is("a") && !stamp.is("b"));
    }
}
