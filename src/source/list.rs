//! Lists what is to be examined: what was named, what named folders hold, and what changed.

use super::git::{self, Blob, Change, Changed, GitError};
use super::ignores::{Ignores, Said};
use super::{Item, Limits, Lines, Pick, Problem, STDIN, SkipReason, Skipped, SourceError, read, read_from, read_stdin};
use std::collections::VecDeque;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Something that was named or that a named folder holds.
#[derive(Debug)]
pub enum Listed {
    /// Standard input.
    Stdin,
    /// A file to be read.
    File {
        /// Where it is.
        path: PathBuf,
        /// Whether it was named itself, and is thus never left out.
        named: bool,
    },
    /// A file that changed, of which only some lines count.
    Changed(Changed),
    /// Left out on purpose.
    Skipped(Skipped),
    /// Cannot be examined.
    Failed(SourceError),
}

/// What changed and is wanted, in git's order, and what git does not know yet.
///
/// # Errors
/// When git is missing or refuses.
pub fn changed(change: &Change, paths: &[PathBuf], pick: &Pick) -> Result<Vec<Listed>, GitError> {
    let wanted = |path: &Path| match pick.left_out(path, false) {
        None => Ignores::of_tracked(path).map(|by| SkipReason::Ignored { by }),
        reason => reason,
    };
    let mut listed: Vec<Listed> = git::changed(change, paths)?
        .into_iter()
        .map(|file| match wanted(&file.path) {
            Some(reason) => Listed::Skipped(Skipped { path: file.path, reason }),
            None => Listed::Changed(file),
        })
        .collect();
    if *change != Change::Staged {
        let unknown = git::untracked(paths)?.into_iter();
        listed.extend(unknown.map(|path| Listed::Skipped(Skipped { path, reason: SkipReason::Untracked })));
    }
    Ok(listed)
}

impl Listed {
    /// Which of its lines count.
    pub fn lines(&self) -> Lines {
        if let Listed::Changed(file) = self { file.lines.clone() } else { Lines::All }
    }

    /// Its file; none for standard input.
    pub fn path(&self) -> Option<&Path> {
        match self {
            Listed::Stdin => None,
            Listed::File { path, .. } | Listed::Changed(Changed { path, .. }) => Some(path),
            Listed::Skipped(skipped) => Some(&skipped.path),
            Listed::Failed(error) => error.path.as_deref(),
        }
    }

    /// Reads it. Safe to call from any thread.
    pub fn read(self, limits: &Limits) -> Item {
        match self {
            Listed::Stdin => match read_stdin(limits) {
                Ok(document) => Item::Text { name: STDIN.to_owned(), path: None, document, unless_found: None },
                Err(error) => Item::Failed(error),
            },
            Listed::File { path, named } => read_file(path, None, named, limits),
            Listed::Changed(Changed { path, blob, .. }) => read_file(path, blob, false, limits),
            Listed::Skipped(skipped) => Item::Skipped(skipped),
            Listed::Failed(error) => Item::Failed(error),
        }
    }
}

/// Reads a file, or what is staged of it. What holds no text is an error only where it was named.
fn read_file(path: PathBuf, blob: Option<Blob>, named: bool, limits: &Limits) -> Item {
    let read = match blob {
        None => read(&path, limits),
        Some(blob) => blob
            .read()
            .map_err(Problem::from)
            .and_then(|bytes| read_from(bytes.as_slice(), Some(&path), limits))
            .map_err(|problem| SourceError::at(&path, problem)),
    };
    match read {
        Ok(document) => {
            let unless_found = (!named && document.is_unseen())
                .then(|| Skipped { path: path.clone(), reason: SkipReason::Binary("an image") });
            Item::Text { name: path.display().to_string(), path: Some(path), document, unless_found }
        }
        Err(SourceError { problem: Problem::Binary(what), .. }) if !named => {
            Item::Skipped(Skipped { path, reason: SkipReason::Binary(what) })
        }
        Err(error) => Item::Failed(error),
    }
}

/// Everything to be examined: the named paths in their order, each folder's files sorted by path.
///
/// Only folders are opened here; files are read by [`Listed::read`].
#[derive(Debug)]
pub struct Inputs {
    named: VecDeque<PathBuf>,
    walk: Option<Walk>,
    pick: Option<Arc<Pick>>,
}

impl Inputs {
    /// The inputs that these paths name: files, folders, `-` for standard input. No path means standard input.
    pub fn new(paths: impl IntoIterator<Item = PathBuf>) -> Inputs {
        let mut named: VecDeque<PathBuf> = paths.into_iter().collect();
        if named.is_empty() {
            named.push_back(PathBuf::from("-"));
        }
        Inputs { named, walk: None, pick: None }
    }

    /// The same, without the files that are not wanted.
    pub fn picking(self, pick: Arc<Pick>) -> Inputs {
        Inputs { pick: Some(pick), ..self }
    }

    /// Why a path that was named is not wanted, if it is not.
    fn left_out(&self, path: &Path) -> Option<Listed> {
        let reason = self.pick.as_ref()?.left_out(path, false)?;
        Some(Listed::Skipped(Skipped { path: path.to_owned(), reason }))
    }
}

impl Iterator for Inputs {
    type Item = Listed;

    fn next(&mut self) -> Option<Listed> {
        loop {
            if let Some(listed) = self.walk.as_mut().and_then(Walk::next) {
                return Some(listed);
            }
            let path = self.named.pop_front()?;
            if path.as_os_str() == "-" {
                return Some(Listed::Stdin);
            }
            match fs::metadata(&path) {
                Ok(metadata) if metadata.is_dir() => match fs::canonicalize(&path) {
                    Ok(canonical) => self.walk = Some(Walk::new(path, canonical, self.pick.clone())),
                    Err(error) => return Some(Listed::Failed(SourceError::at(&path, error.into()))),
                },
                Ok(_) => return Some(self.left_out(&path).unwrap_or(Listed::File { path, named: true })),
                Err(error) => return Some(Listed::Failed(SourceError::at(&path, error.into()))),
            }
        }
    }
}

/// A walk through a folder.
#[derive(Debug)]
struct Walk {
    entries: walkdir::IntoIter,
    /// The folder as it was named.
    root: PathBuf,
    /// The folder as the file system knows it, so that ignore files above it can be found.
    canonical: PathBuf,
    ignores: Ignores,
    pick: Option<Arc<Pick>>,
}

impl Walk {
    fn new(root: PathBuf, canonical: PathBuf, pick: Option<Arc<Pick>>) -> Walk {
        let entries = walkdir::WalkDir::new(&root).sort_by_file_name().into_iter();
        Walk { entries, root, ignores: Ignores::above(&canonical), canonical, pick }
    }

    /// Where an entry really is.
    fn canonical(&self, path: &Path) -> PathBuf {
        path.strip_prefix(&self.root).map_or_else(|_| path.to_owned(), |inside| self.canonical.join(inside))
    }

    /// Why an entry is left out, if it is.
    fn left_out(&self, entry: &walkdir::DirEntry) -> Option<SkipReason> {
        let kind = entry.file_type();
        if entry.file_name() == ".git" {
            return Some(SkipReason::Hidden);
        }
        match self.ignores.of(&self.canonical(entry.path()), kind.is_dir()) {
            Said::Ignore { by } => Some(SkipReason::Ignored { by }),
            Said::Nothing if entry.file_name().as_encoded_bytes().starts_with(b".") => Some(SkipReason::Hidden),
            _ if kind.is_symlink() => Some(SkipReason::Link),
            _ if !kind.is_dir() && !kind.is_file() => Some(SkipReason::Special),
            _ => self.pick.as_ref()?.left_out(entry.path(), kind.is_dir()),
        }
    }

    fn next(&mut self) -> Option<Listed> {
        loop {
            let entry = match self.entries.next()? {
                Ok(entry) => entry,
                Err(error) => {
                    let path = error.path().unwrap_or(&self.root).to_owned();
                    return Some(Listed::Failed(SourceError::at(&path, std::io::Error::from(error).into())));
                }
            };
            if entry.depth() > 0
                && let Some(reason) = self.left_out(&entry)
            {
                if entry.file_type().is_dir() {
                    self.entries.skip_current_dir();
                }
                return Some(Listed::Skipped(Skipped { path: entry.into_path(), reason }));
            }
            if entry.depth() > 0 && entry.file_type().is_file() {
                return Some(Listed::File { path: entry.into_path(), named: false });
            }
            let folder = self.canonical(entry.path());
            self.ignores.enter(&folder);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A folder with these files; a name that ends in `/` is a folder.
    fn tree(files: &[(&str, &[u8])]) -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        for (name, content) in files {
            let path = folder.path().join(name);
            if name.ends_with('/') {
                fs::create_dir_all(path).unwrap();
            } else {
                fs::create_dir_all(path.parent().unwrap()).unwrap();
                fs::write(path, content).unwrap();
            }
        }
        folder
    }

    /// What becomes of each entry: `text a.txt`, `skip b.png`, `fail c.pdf`.
    fn outcome(folder: &Path, start: &str) -> Vec<String> {
        let name = |path: &Path| path.strip_prefix(folder).unwrap().to_string_lossy().replace('\\', "/");
        Inputs::new([folder.join(start)])
            .map(|listed| match listed.read(&Limits::default()) {
                Item::Text { unless_found: Some(picture), .. } => format!("seen {}", name(&picture.path)),
                Item::Text { path, .. } => format!("text {}", name(&path.unwrap())),
                Item::Skipped(skipped) => format!("skip {}", name(&skipped.path)),
                Item::Failed(error) => format!("fail {}", name(&error.path.unwrap())),
            })
            .collect()
    }

    #[test]
    fn a_folder_is_walked_in_order_and_nothing_is_passed_over_in_silence() {
        let folder = tree(&[
            ("b.txt", b"b"),
            ("a/z.md", b"z"),
            ("a/face.jpg", b"\xff\xd8\xff\xe0\0"),
            ("a/intake.pdf", b"%PDF-1.4"),
            ("a/old.txt", b"\xff\xfeh\0i"),
            (".hidden/x.txt", b"x"),
            ("a-b.txt", b"ab"),
            ("empty.txt", b""),
        ]);
        assert_eq!(
            outcome(folder.path(), ""),
            [
                "skip .hidden",
                "seen a/face.jpg",
                "fail a/intake.pdf",
                "fail a/old.txt",
                "text a/z.md",
                "text a-b.txt",
                "text b.txt",
                "text empty.txt",
            ]
        );
    }

    #[test]
    fn ignore_files_count_up_to_the_repository_and_the_nearest_wins() {
        let folder = tree(&[
            (".ignore", b"outer.txt\n"),
            ("repo/.git/config", b""),
            ("repo/.gitignore", b"build/\n*.log\n"),
            ("repo/.safepasteignore", b"!keep.log\nvendor\n"),
            ("repo/docs/.ignore", b"!today.log\ndraft.txt\n"),
            ("repo/docs/.gitignore", b"!draft.txt\n"),
            ("repo/docs/draft.txt", b"d"),
            ("repo/docs/today.log", b"t"),
            ("repo/docs/other.log", b"o"),
            ("repo/docs/keep.log", b"k"),
            ("repo/docs/outer.txt", b"o"),
            ("repo/build/out.txt", b"o"),
            ("repo/vendor/v.txt", b"v"),
            ("repo/z.log", b"z"),
        ]);
        let docs = [
            "skip repo/docs/.gitignore",
            "skip repo/docs/.ignore",
            "skip repo/docs/draft.txt",
            "text repo/docs/keep.log",
            "skip repo/docs/other.log",
            "text repo/docs/outer.txt",
            "text repo/docs/today.log",
        ];
        assert_eq!(outcome(folder.path(), "repo/docs"), docs, "rules above the named folder count");
        let mut whole = vec!["skip repo/.git", "skip repo/.gitignore", "skip repo/.safepasteignore", "skip repo/build"];
        whole.extend(docs);
        whole.extend(["skip repo/vendor", "skip repo/z.log"]);
        assert_eq!(outcome(folder.path(), "repo"), whole);
    }

    #[test]
    fn what_is_named_is_examined() {
        let folder = tree(&[
            (".git/", b""),
            (".gitignore", b"secret.txt\nout/\n"),
            ("secret.txt", b"s"),
            (".env", b"e"),
            ("out/page.txt", b"p"),
            ("face.png", b"\x89PNG\r\n\x1a\n"),
        ]);
        assert_eq!(outcome(folder.path(), "secret.txt"), ["text secret.txt"]);
        assert_eq!(outcome(folder.path(), ".env"), ["text .env"]);
        assert_eq!(outcome(folder.path(), "out"), ["text out/page.txt"]);
        assert_eq!(outcome(folder.path(), "face.png"), ["text face.png"]);
        assert_eq!(outcome(folder.path(), "nowhere"), ["fail nowhere"]);
    }

    #[test]
    fn a_hidden_file_that_an_ignore_file_keeps_is_examined_but_never_git() {
        let folder = tree(&[(".safepasteignore", b"!.github\n!.git\n"), (".github/a.md", b"a"), (".git/b", b"b")]);
        assert_eq!(outcome(folder.path(), ""), ["skip .git", "text .github/a.md", "skip .safepasteignore"]);
    }

    #[cfg(unix)]
    #[test]
    fn links_are_not_followed_inside_a_folder_and_an_unreadable_folder_stops_nothing() {
        use std::os::unix::fs::{PermissionsExt, symlink};
        let folder = tree(&[("a/x.txt", b"x"), ("locked/y.txt", b"y"), ("z.txt", b"z")]);
        symlink(folder.path(), folder.path().join("a/loop")).unwrap();
        let locked = folder.path().join("locked");
        fs::set_permissions(&locked, fs::Permissions::from_mode(0o000)).unwrap();
        let readable_all_the_same = fs::read_dir(&locked).is_ok();
        let found = outcome(folder.path(), "");
        fs::set_permissions(&locked, fs::Permissions::from_mode(0o700)).unwrap();
        let locked = if readable_all_the_same { "text locked/y.txt" } else { "fail locked" };
        assert_eq!(found, ["skip a/loop", "text a/x.txt", locked, "text z.txt"]);
    }

    #[test]
    fn no_path_means_standard_input() {
        assert!(matches!(Inputs::new([]).next(), Some(Listed::Stdin)));
        assert!(matches!(Inputs::new([PathBuf::from("-")]).next(), Some(Listed::Stdin)));
    }
}
