//! Reading and writing files that belong to the person: nothing is read that may not end, nothing is written half.

use super::Error;
use std::fs::{self, File, Metadata};
use std::io::{self, ErrorKind, Write};
use std::path::Path;
use tempfile::{Builder, NamedTempFile};

/// A file's name, without its folder.
pub(super) fn name(path: &Path) -> String {
    path.file_name().map_or_else(|| path.display().to_string(), |name| name.to_string_lossy().into_owned())
}

/// Reads a file of at most so many bytes.
pub(super) fn read(path: &Path, most: usize) -> Result<Vec<u8>, Error> {
    let name = name(path);
    if path.is_dir() {
        return Err(Error::File(format!("{name} is a folder. Choose a file inside it.")));
    }
    if path.exists() && !path.is_file() {
        return Err(Error::File(format!("{name} is no ordinary file. Choose another.")));
    }
    let length = path.metadata().map_or(0, |about| about.len());
    if length > most as u64 {
        // Not worth reading: it may be larger than the memory.
        let (megabytes, limit) = (length.div_ceil(1_000_000), most / 1_000_000);
        return Err(Error::File(format!(
            "{name} has {megabytes} MB, and files up to {limit} MB are read: split it, or choose another."
        )));
    }
    fs::read(path).map_err(|error| match error.kind() {
        ErrorKind::NotFound => {
            Error::File(format!("{name} is not there. Check the path, or choose the file again."))
        }
        ErrorKind::PermissionDenied => {
            Error::File(format!("{name} may not be read by you. Change its permissions or choose a copy."))
        }
        _ => Error::File(format!("{name} could not be read: {error}.")),
    })
}

/// Writes a file whole: it holds either what it held before or all of this. Its mode stays, and what it is known by:
/// of a symbolic link the target is written. A file with several names keeps them all; it is written where it is, with
/// a copy beside it until that is done.
pub(super) fn write(path: &Path, bytes: &[u8]) -> Result<(), Error> {
    let name = name(path);
    if path.is_dir() {
        return Err(Error::File(format!("{name} is a folder. Choose a name for a file inside it.")));
    }
    replace(path, bytes).map_err(|error| match error.kind() {
        ErrorKind::NotFound => Error::File(format!(
            "{name} could not be written: its folder is not there. Choose another place."
        )),
        ErrorKind::PermissionDenied | ErrorKind::ReadOnlyFilesystem => Error::File(format!(
            "{name} may not be written by you. Change its permissions or those of its folder."
        )),
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => Error::File(format!(
            "{name} could not be written: there is no room left. Free some and try again."
        )),
        _ => Error::File(format!("{name} could not be written: {error}.")),
    })
}

/// Writes a file that was read before, unless it has changed since.
pub(super) fn write_over(path: &Path, read: &[u8], bytes: &[u8]) -> Result<(), Error> {
    if read == bytes {
        return Ok(());
    }
    if fs::read(path).is_ok_and(|now| now != read) {
        return Err(Error::File(format!("{} was being written by another program. Try again.", name(path))));
    }
    write(path, bytes)
}

fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let path = match path.canonicalize() {
        Ok(target) => target,
        Err(error) if error.kind() == ErrorKind::NotFound => path.to_owned(),
        Err(error) => return Err(error),
    };
    let before = path.metadata().ok();
    if before.as_ref().is_some_and(|about| about.permissions().readonly()) {
        return Err(ErrorKind::PermissionDenied.into());
    }
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let mut beside = new_file(folder)?;
    if let Some(about) = &before {
        beside.as_file().set_permissions(about.permissions())?;
    }
    beside.write_all(bytes)?;
    beside.as_file().sync_all()?;
    if before.is_some_and(|about| has_other_names(&about)) {
        // A new file in its place would leave the other names with the old one. Its words are safe beside it until
        // they stand here too.
        write_in_place(&path, bytes).map_err(|error| match beside.keep() {
            Ok((_, kept)) => io::Error::other(format!("{error}; all of it is in {}", kept.display())),
            Err(kept) => kept.error,
        })
    } else {
        beside.persist(&path).map_err(|error| error.error)?;
        sync_folder(folder)
    }
}

fn write_in_place(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut file = File::options().write(true).open(path)?;
    file.write_all(bytes)?;
    file.set_len(bytes.len() as u64)?;
    file.sync_all()
}

/// A file that is gone again unless it takes another's place. It is what new files are for the person: others may
/// read it if they may read those.
fn new_file(folder: &Path) -> io::Result<NamedTempFile> {
    let mut builder = Builder::new();
    builder.prefix(".waymark-");
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    builder.tempfile_in(folder)
}

/// True for two paths to one file, also by other names of it.
pub(super) fn is_same(one: &Path, other: &Path) -> bool {
    match (one.canonicalize(), other.canonicalize()) {
        (Ok(one), Ok(other)) => one == other || is_same_inode(&one, &other),
        _ => one == other,
    }
}

#[cfg(unix)]
fn is_same_inode(one: &Path, other: &Path) -> bool {
    use std::os::unix::fs::MetadataExt;
    match (one.metadata(), other.metadata()) {
        (Ok(one), Ok(other)) => (one.dev(), one.ino()) == (other.dev(), other.ino()),
        _ => false,
    }
}

#[cfg(not(unix))]
const fn is_same_inode(_: &Path, _: &Path) -> bool {
    false
}

#[cfg(unix)]
fn has_other_names(about: &Metadata) -> bool {
    std::os::unix::fs::MetadataExt::nlink(about) > 1
}

#[cfg(not(unix))]
const fn has_other_names(_: &Metadata) -> bool {
    false
}

/// Makes sure that a renamed file is found after a power cut.
#[cfg(unix)]
fn sync_folder(folder: &Path) -> io::Result<()> {
    File::open(folder)?.sync_all()
}

#[cfg(not(unix))]
fn sync_folder(_: &Path) -> io::Result<()> {
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_replaced_whole_and_nothing_is_left_beside_it() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("plan.md");
        write(&path, b"- [ ] a").unwrap();
        write(&path, b"- [x] a").unwrap();
        assert_eq!(fs::read(&path).unwrap(), b"- [x] a");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn a_file_that_is_a_byte_too_long_is_not_said_to_be_as_long_as_one_may_be() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("big.ics");
        File::create(&path).unwrap().set_len(1_000_001).unwrap();
        let refused = read(&path, 1_000_000).unwrap_err().to_string();
        assert!(refused.starts_with("big.ics has 2 MB, and files up to 1 MB are read"), "{refused}");
    }

    #[cfg(unix)]
    #[test]
    fn mode_symbolic_links_and_other_names_stay() {
        use std::os::unix::fs::{MetadataExt, PermissionsExt, symlink};
        let folder = tempfile::tempdir().unwrap();
        let at = |name: &str| folder.path().join(name);
        fs::write(at("plan.md"), "a longer text").unwrap();
        fs::set_permissions(at("plan.md"), fs::Permissions::from_mode(0o640)).unwrap();
        symlink("plan.md", at("link.md")).unwrap();
        write(&at("link.md"), b"through the link").unwrap();
        assert!(at("link.md").symlink_metadata().unwrap().is_symlink());
        assert_eq!(fs::read(at("plan.md")).unwrap(), b"through the link");
        assert_eq!(at("plan.md").metadata().unwrap().mode() & 0o777, 0o640);
        fs::hard_link(at("plan.md"), at("twin.md")).unwrap();
        write(&at("plan.md"), b"shorter").unwrap();
        assert_eq!(fs::read(at("twin.md")).unwrap(), b"shorter");
        assert_eq!(at("twin.md").metadata().unwrap().nlink(), 2);
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 3, "nothing is left beside them");
    }

    #[test]
    fn what_can_not_be_written_is_named_and_left_as_it_is() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("plan.md");
        fs::write(&path, "as it was").unwrap();
        let mut locked = path.metadata().unwrap().permissions();
        locked.set_readonly(true);
        fs::set_permissions(&path, locked).unwrap();
        let refused = write(&path, b"new").unwrap_err().to_string();
        assert!(refused.contains("plan.md may not be written by you"), "{refused}");
        assert_eq!(fs::read(&path).unwrap(), b"as it was");
        fs::create_dir(folder.path().join("folder")).unwrap();
        let refused = write(&folder.path().join("folder"), b"new").unwrap_err().to_string();
        assert!(refused.starts_with("folder is a folder"), "{refused}");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 2, "nothing is left beside it");
        let nowhere = write(&folder.path().join("no/such.md"), b"new").unwrap_err().to_string();
        assert!(nowhere.contains("such.md") && nowhere.contains("folder"), "{nowhere}");
    }
}
