//! Patterns of paths, as `.gitignore` writes them: `*.md`, `content/blog/**`, `drafts/`.

use ignore::gitignore::{Gitignore, GitignoreBuilder};
use std::path::{Component, Path, PathBuf};

/// Some patterns, and the folder from which those with a slash count.
#[derive(Debug, Clone)]
pub(crate) struct Globs {
    folder: PathBuf,
    matcher: Gitignore,
}

/// A pattern that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the pattern {glob:?} cannot be read\nhelp: write it as in .gitignore, such as *.md or content/blog/**")]
pub struct BadGlob {
    /// The pattern.
    pub glob: String,
}

impl Globs {
    pub(crate) fn new<'g>(folder: &Path, globs: impl IntoIterator<Item = &'g str>) -> Result<Globs, BadGlob> {
        let mut builder = GitignoreBuilder::new("");
        let bad = |glob: &str| BadGlob { glob: glob.to_owned() };
        for glob in globs {
            let glob = glob.strip_prefix("./").unwrap_or(glob);
            // Such a line would say nothing, or the opposite.
            if glob.trim().is_empty() || glob.starts_with(['!', '#']) {
                return Err(bad(glob));
            }
            builder.add_line(None, glob).map_err(|_| bad(glob))?;
        }
        let matcher = builder.build().map_err(|_| bad(""))?;
        Ok(Globs { folder: plain(folder), matcher })
    }

    /// Whether a pattern matches a path or a folder that holds it.
    pub(crate) fn matches(&self, path: &Path, is_dir: bool) -> bool {
        if self.matcher.is_empty() {
            return false;
        }
        let path = plain(path);
        let inside = path.strip_prefix(&self.folder).unwrap_or(&path);
        // Outside of the folder only names count.
        let inside: PathBuf = inside.components().filter(|part| matches!(part, Component::Normal(_))).collect();
        !inside.as_os_str().is_empty() && self.matcher.matched_path_or_any_parents(&inside, is_dir).is_ignore()
    }
}

/// A path from the root, without `.` and `..`; what is on the disk is not looked at.
pub(crate) fn plain(path: &Path) -> PathBuf {
    let path = std::path::absolute(path).unwrap_or_else(|_| path.to_owned());
    let mut plain = PathBuf::new();
    for part in path.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir => drop(plain.pop()),
            part => plain.push(part),
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_count_from_the_folder_and_cover_what_folders_hold() {
        let cases = [
            ("*.md", "a/b/c.md", true),
            ("*.md", "c.txt", false),
            ("content/blog/**", "content/blog/may/a.md", true),
            ("content/blog/**", "old/content/blog/a.md", false),
            ("content", "content/a.md", true),
            ("content/", "content/a.md", true),
            ("content/", "content", false),
            ("/a.md", "a.md", true),
            ("/a.md", "b/a.md", false),
            ("./a.md", "a.md", true),
            ("*.md", "../elsewhere/x.md", true),
            ("elsewhere/*.md", "../elsewhere/x.md", false),
            ("b/*.md", "a/../b/x.md", true),
        ];
        let folder = std::path::absolute("some/folder").unwrap();
        for (glob, path, matches) in cases {
            let globs = Globs::new(&folder, [glob]).unwrap();
            assert_eq!(globs.matches(&folder.join(path), false), matches, "{glob} {path}");
        }
        for glob in ["", "!a", "a{b", "#x"] {
            assert!(Globs::new(&folder, [glob]).is_err(), "{glob}");
        }
    }
}
