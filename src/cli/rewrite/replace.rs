//! Putting a new content in a file's place in one step: whoever looks finds the old one or the new one, as a whole.

use super::stop;
use anyhow::{Context, anyhow, bail};
use std::ffi::OsString;
use std::fs::{self, File, Metadata};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::RwLockReadGuard;
use tempfile::NamedTempFile;

/// A file's next content: on the disk beside it, not in its place yet. Dropping it removes it.
pub(super) struct Successor {
    file: NamedTempFile,
    /// The file, as it was named.
    path: PathBuf,
    /// The file, where every symbolic link leads.
    target: PathBuf,
    metadata: Metadata,
    // Dropped after the file.
    _unfinished: RwLockReadGuard<'static, ()>,
}

impl Successor {
    /// Writes the next content of a file beside it, with the file's permissions and, where allowed, its owner.
    ///
    /// # Errors
    /// When the file is none, is read-only, or its folder takes no new file.
    pub fn new(path: &Path, content: &[u8]) -> anyhow::Result<Successor> {
        let unfinished = stop::hold();
        let (target, metadata) = target(path)?;
        let file = beside(&target, &metadata, content).map_err(|error| refused(path, &error))?;
        Ok(Successor { file, path: path.to_owned(), target, metadata, _unfinished: unfinished })
    }

    /// Where it lies for now.
    pub fn path(&self) -> &Path {
        self.file.path()
    }

    /// Takes the file's place, unless the file holds something else than `expected`. With `backup`, the old file stays
    /// beside it; its path is returned.
    ///
    /// # Errors
    /// When the file has changed, or the system refuses. The file is then as it was.
    pub fn take_place(self, expected: &[u8], backup: bool) -> anyhow::Result<Option<PathBuf>> {
        // The last to be dropped.
        let _unfinished = self._unfinished;
        let Successor { file, path, target, metadata, .. } = self;
        let current = fs::read(&target).map_err(|error| refused(&path, &error))?;
        if current != expected {
            bail!("{}: changed since it was read, so it was not written\nhelp: run it again", path.display());
        }
        let kept = if backup {
            Some(
                keep(&target, &metadata, &current, |old, new| fs::hard_link(old, new))
                    .with_context(|| path.display().to_string())?,
            )
        } else {
            None
        };
        file.persist(&target).map_err(|error| {
            if let Some(kept) = &kept {
                let _ = fs::remove_file(kept);
            }
            refused(&path, &error.error)
        })?;
        Ok(kept)
    }
}

/// Where a file lies that something can be put in the place of, and what is known of it.
///
/// # Errors
/// When it is no file, or read-only.
pub(super) fn target(path: &Path) -> anyhow::Result<(PathBuf, Metadata)> {
    let target = path.canonicalize().map_err(|error| refused(path, &error))?;
    let metadata = fs::metadata(&target).map_err(|error| refused(path, &error))?;
    if !metadata.is_file() {
        bail!("{}: no ordinary file, so nothing can be put in its place\nhelp: print the rewrite", path.display());
    }
    if metadata.permissions().readonly() {
        bail!("{}: the file is read-only\nhelp: allow writing to it first, or print the rewrite", path.display());
    }
    Ok((target, metadata))
}

/// A new file beside another, with that one's permissions and owner, on the disk.
fn beside(target: &Path, metadata: &Metadata, content: &[u8]) -> io::Result<NamedTempFile> {
    let folder = target.parent().unwrap_or(Path::new("."));
    // Readable by nobody else until the permissions are set.
    let mut file = tempfile::Builder::new().prefix(".safepaste-").suffix(".tmp").tempfile_in(folder)?;
    own(file.as_file(), metadata);
    file.write_all(content)?;
    file.as_file().set_permissions(metadata.permissions())?;
    file.as_file().sync_all()?;
    Ok(file)
}

/// Gives a file the other's owner and group. Only the system's administrator may give files away, so it may fail.
#[cfg(unix)]
fn own(file: &File, like: &Metadata) {
    use std::os::unix::fs::{MetadataExt, fchown};
    let differs = file.metadata().is_ok_and(|own| (own.uid(), own.gid()) != (like.uid(), like.gid()));
    if differs && fchown(file, Some(like.uid()), Some(like.gid())).is_err() {
        let _ = fchown(file, None, Some(like.gid()));
    }
}

/// Elsewhere a new file has the owner that the folder gives it.
#[cfg(not(unix))]
fn own(_: &File, _: &Metadata) {}

/// Keeps the old file as `FILE.bak`, or with a number where that is taken. `link` gives a file a second name.
fn keep(
    target: &Path,
    metadata: &Metadata,
    content: &[u8],
    link: impl Fn(&Path, &Path) -> io::Result<()>,
) -> anyhow::Result<PathBuf> {
    let refused = |error: &io::Error| {
        anyhow!(
            "its old text cannot be kept beside it: {}\nhelp: keep a copy elsewhere and add --no-backup",
            error.kind()
        )
    };
    let mut copy = None;
    for number in 1..=NUMBERS {
        let kept = numbered(target, number);
        // The old file itself under a second name: nothing of it can be lost, its times and owner least of all.
        match link(target, &kept) {
            Ok(()) => return Ok(kept),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => continue,
            // Not every disk can do that: then a copy.
            Err(_) => {}
        }
        let file = match copy.take() {
            Some(file) => file,
            None => beside(target, metadata, content).map_err(|error| refused(&error))?,
        };
        match file.persist_noclobber(&kept) {
            Ok(_) => return Ok(kept),
            Err(error) if error.error.kind() == io::ErrorKind::AlreadyExists => copy = Some(error.file),
            Err(error) => return Err(refused(&error.error)),
        }
    }
    bail!("there are {NUMBERS} old texts beside it already\nhelp: delete those that you do not need")
}

/// The most old texts of one file.
const NUMBERS: u32 = 999;

/// The name of an old text: `FILE.bak`, `FILE.bak2`.
fn numbered(target: &Path, number: u32) -> PathBuf {
    let mut name = OsString::from(target);
    name.push(".bak");
    if number > 1 {
        name.push(number.to_string());
    }
    name.into()
}

/// Whether a file is the old text of one beside it.
pub(super) fn is_backup(path: &Path) -> bool {
    let digits = |c: char| c.is_ascii_digit();
    let name = path.file_name().and_then(|name| name.to_str());
    let of = name.and_then(|name| name.trim_end_matches(digits).strip_suffix(".bak"));
    of.is_some_and(|of| !of.is_empty() && path.with_file_name(of).is_file())
}

/// Why nothing was written.
fn refused(path: &Path, error: &io::Error) -> anyhow::Error {
    let help = match error.kind() {
        io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem => {
            "you may not write in its folder: ask its owner, or rewrite a copy"
        }
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded => "make room on the disk",
        io::ErrorKind::NotFound => "it was moved or deleted meanwhile",
        _ => "close it in other programs and try again, or rewrite a copy",
    };
    anyhow!("{}: cannot be written: {}\nhelp: {help}", path.display(), error.kind())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn old_texts_are_numbered_and_known_by_what_stands_beside_them() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("a.txt");
        fs::write(&file, "old").unwrap();
        for (number, name) in [(1, "a.txt.bak"), (2, "a.txt.bak2"), (30, "a.txt.bak30")] {
            assert_eq!(numbered(&file, number), folder.path().join(name));
            assert!(is_backup(&folder.path().join(name)), "{name}");
        }
        for name in ["a.txt", "b.txt.bak", ".bak", "a.bak.txt", "a.txt.back"] {
            assert!(!is_backup(&folder.path().join(name)), "{name}");
        }
    }

    #[test]
    fn where_a_file_cannot_have_two_names_a_copy_is_kept() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("a.txt");
        fs::write(&file, "old").unwrap();
        fs::write(folder.path().join("a.txt.bak"), "older").unwrap();
        let metadata = fs::metadata(&file).unwrap();
        let kept = keep(&file, &metadata, b"old", |_, _| Err(io::ErrorKind::Unsupported.into())).unwrap();
        assert_eq!(kept, folder.path().join("a.txt.bak2"));
        assert_eq!(fs::read(&kept).unwrap(), b"old");
        assert_eq!(fs::metadata(&kept).unwrap().permissions(), metadata.permissions());
        assert_eq!(fs::read(folder.path().join("a.txt.bak")).unwrap(), b"older");
        assert_eq!(fs::read_dir(&folder).unwrap().count(), 3, "nothing unfinished is left");
    }

    #[test]
    fn a_file_that_changed_is_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("a.txt");
        fs::write(&file, "old").unwrap();
        let next = Successor::new(&file, b"new").unwrap();
        fs::write(&file, "newer").unwrap();
        let error = next.take_place(b"old", true).unwrap_err().to_string();
        assert!(error.contains("a.txt: changed since") && error.contains("help: "), "{error}");
        assert_eq!(fs::read(&file).unwrap(), b"newer");
        assert_eq!(fs::read_dir(&folder).unwrap().count(), 1, "neither an old nor an unfinished text is left");
    }
}
