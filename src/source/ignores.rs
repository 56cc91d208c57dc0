//! What `.gitignore`, `.ignore` and `.safepasteignore` say of a path.

use ignore::Match;
use ignore::gitignore::{Gitignore, GitignoreBuilder};
use std::path::{Path, PathBuf};

/// The ignore files of a folder; a later one overrules an earlier one.
const FILES: [&str; 3] = [".gitignore", ".ignore", ".safepasteignore"];

/// What ignore files say of a path.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Said {
    /// Leave it out.
    Ignore {
        /// The ignore file that says so.
        by: PathBuf,
    },
    /// Examine it, hidden or not.
    Keep,
    /// Nothing.
    Nothing,
}

/// The ignore files of a folder and of those above it, up to the repository's root.
#[derive(Debug, Default)]
pub(super) struct Ignores {
    /// From the outermost folder inward.
    folders: Vec<Folder>,
}

#[derive(Debug)]
struct Folder {
    path: PathBuf,
    /// In the order of [`FILES`], only those that are there.
    rules: Vec<Gitignore>,
    is_repository: bool,
}

impl Folder {
    /// Reads a folder's ignore files. A line that is no pattern ignores nothing, so more is examined, never less.
    fn read(path: &Path, files: &[&str]) -> Folder {
        let rules = files
            .iter()
            .map(|name| path.join(name))
            .filter(|file| file.is_file())
            .filter_map(|file| {
                let mut builder = GitignoreBuilder::new(path);
                let _ = builder.add(file);
                builder.build().ok().filter(|rules| !rules.is_empty())
            })
            .collect();
        Folder { path: path.to_owned(), rules, is_repository: path.join(".git").exists() }
    }
}

/// A folder and those above it up to its repository's root; none outside a repository.
fn repository(folder: &Path) -> Vec<&Path> {
    let root = folder.ancestors().position(|above| above.join(".git").exists());
    root.map(|root| folder.ancestors().take(root + 1).collect()).unwrap_or_default()
}

impl Ignores {
    /// The ignore files above a folder (canonical), from its repository's root down; none outside a repository.
    pub(super) fn above(folder: &Path) -> Ignores {
        if folder.join(".git").exists() {
            return Ignores::default();
        }
        let above = repository(folder).into_iter().skip(1);
        let mut folders: Vec<Folder> = above.map(|folder| Folder::read(folder, &FILES)).collect();
        folders.reverse();
        Ignores { folders }
    }

    /// Which ignore file leaves out a file that git knows, if one does: `.gitignore` has no say in that.
    pub(super) fn of_tracked(file: &Path) -> Option<PathBuf> {
        let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let folder = folder.canonicalize().ok()?;
        let folders = repository(&folder);
        let ignores =
            Ignores { folders: folders.iter().rev().map(|folder| Folder::read(folder, &FILES[1..])).collect() };
        let file = folder.join(file.file_name()?);
        // A folder that is left out takes along all that it holds, so the outermost is asked first.
        let inner = folders.iter().rev().skip(1).map(|folder| ignores.of(folder, true));
        inner.chain(std::iter::once_with(|| ignores.of(&file, false))).find_map(|said| match said {
            Said::Ignore { by } => Some(by),
            Said::Keep | Said::Nothing => None,
        })
    }

    /// Goes into a folder, leaving those that do not hold it.
    pub(super) fn enter(&mut self, folder: &Path) {
        while self.folders.last().is_some_and(|last| !folder.starts_with(&last.path) || folder == last.path) {
            self.folders.pop();
        }
        self.folders.push(Folder::read(folder, &FILES));
    }

    /// What the nearest ignore file that speaks of a path says. Rules outside the path's repository do not count.
    pub(super) fn of(&self, path: &Path, is_dir: bool) -> Said {
        for folder in self.folders.iter().rev().skip_while(|folder| !path.starts_with(&folder.path)) {
            for rules in folder.rules.iter().rev() {
                match rules.matched(path, is_dir) {
                    Match::Ignore(glob) => {
                        return Said::Ignore { by: glob.from().unwrap_or(&folder.path).to_owned() };
                    }
                    Match::Whitelist(_) => return Said::Keep,
                    Match::None => {}
                }
            }
            if folder.is_repository {
                break;
            }
        }
        Said::Nothing
    }
}
