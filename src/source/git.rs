//! What git says has changed: the files that are staged, or that differ from where a branch began, and their changed lines.
//!
//! The `git` program is asked, so that its settings, its index and its ignore rules count as they do everywhere else.

use super::Lines;
use std::io;
use std::ops::Range;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

/// What is asked of git.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// What the next commit would hold.
    Staged,
    /// What the working tree has and the point does not from which it went away from this branch or commit.
    Since(String),
}

/// A file that changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Changed {
    /// Where it is, counted from the current folder.
    pub path: PathBuf,
    /// The name of what is staged; none where the file itself is to be read.
    pub blob: Option<Blob>,
    /// Its lines that changed.
    pub lines: Lines,
}

/// A file as the index holds it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Blob(String);

/// Why git could not be asked, with a cure.
#[derive(Debug, thiserror::Error)]
pub enum GitError {
    /// There is no such program.
    #[error("git cannot be started\nhelp: install git, or name the files to check instead")]
    Missing,
    /// The folder is in no repository.
    #[error("this folder is in no git repository\nhelp: go into the repository, or name the files to check instead")]
    NoRepository,
    /// Nothing is called so.
    #[error(
        "git knows no branch, tag or commit called {0:?}\nhelp: write one that `git branch --all` lists, such as \
         origin/main; in CI, fetch it first (actions/checkout with fetch-depth: 0)"
    )]
    UnknownBase(String),
    /// Nothing that both have.
    #[error(
        "git finds no commit that this branch and {0:?} have in common\nhelp: fetch the whole history first (git fetch \
         --unshallow, or actions/checkout with fetch-depth: 0)"
    )]
    NoCommonCommit(String),
    /// It answered in a way that is not known.
    #[error("git's answer cannot be read ({0})\nhelp: name the files to check instead, and please report this")]
    Unreadable(&'static str),
    /// It failed.
    #[error("git failed: {0}\nhelp: run `git status` to see what is wrong")]
    Failed(String),
}

/// The files that changed, in git's order, below the paths that are named; everywhere where none is. Deleted files,
/// links and submodules are left out.
///
/// # Errors
/// When git is missing or refuses.
pub fn changed(change: &Change, paths: &[PathBuf]) -> Result<Vec<Changed>, GitError> {
    let top = top()?;
    let base = match change {
        Change::Staged => None,
        Change::Since(base) => Some(merge_base(base)?),
    };
    let ask = |form: &[&str]| {
        // Whatever somebody's settings say of patches, these are read.
        let mut git = git(["-c", "diff.relative=false", "--literal-pathspecs", "diff", "--find-renames", "--no-color"]);
        git.args(["--diff-filter=du", "--inter-hunk-context=0", "--ignore-submodules=all"]);
        git.args(["--no-ext-diff", "--no-textconv"]).args(form);
        match &base {
            Some(base) => git.arg(base),
            None => git.arg("--cached"),
        };
        answer(git.arg("--").args(paths))
    };
    let entries = entries(&ask(&["--raw", "--no-abbrev", "-z"])?)?;
    let mut hunks = hunks(&ask(&["--patch", "--unified=0", "--src-prefix=a/", "--dst-prefix=b/"])?).into_iter();
    let mut files = Vec::new();
    for entry in entries {
        // A file that became a link, or a link that became a file, is told in two parts.
        let skip = if entry.status == b'T' { 1 } else { 0 };
        let lines = hunks.nth(skip).ok_or(GitError::Unreadable("fewer patches than files"))?;
        if entry.mode.starts_with("100") && lines.any() {
            let blob = matches!(change, Change::Staged).then_some(Blob(entry.object));
            files.push(Changed { path: top.join(entry.path), blob, lines });
        }
    }
    match hunks.next() {
        None => Ok(files),
        Some(_) => Err(GitError::Unreadable("more patches than files")),
    }
}

/// The files that git neither knows nor ignores, below the paths that are named.
///
/// # Errors
/// When git is missing or refuses.
pub fn untracked(paths: &[PathBuf]) -> Result<Vec<PathBuf>, GitError> {
    let mut git = git(["--literal-pathspecs", "ls-files", "--others", "--exclude-standard", "-z", "--"]);
    let listed = answer(git.args(paths))?;
    Ok(listed.split(|byte| *byte == 0).filter(|name| !name.is_empty()).map(path).collect())
}

/// What git says of itself: `git version 2.47.1`.
///
/// # Errors
/// When it is missing or refuses.
pub fn version() -> Result<String, GitError> {
    Ok(String::from_utf8_lossy(&answer(&mut git(["--version"]))?).trim().to_owned())
}

impl Blob {
    /// What it holds.
    pub(super) fn read(&self) -> io::Result<Vec<u8>> {
        answer(&mut git(["cat-file", "blob", &self.0])).map_err(|error| io::Error::other(error.to_string()))
    }
}

/// The way from the current folder to the top of its repository.
fn top() -> Result<PathBuf, GitError> {
    let output = run(&mut git(["rev-parse", "--is-inside-work-tree", "--show-cdup"]))?;
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    let mut lines = said.lines();
    if !output.status.success() || lines.next() != Some("true") {
        return Err(if is_refused(&output) { failed(&output) } else { GitError::NoRepository });
    }
    Ok(PathBuf::from(lines.next().unwrap_or_default()))
}

/// Whether git does not want to look into a repository that belongs to somebody else.
fn is_refused(output: &Output) -> bool {
    String::from_utf8_lossy(&output.stderr).contains("dubious ownership")
}

/// The commit from which the working tree and the base went apart.
fn merge_base(base: &str) -> Result<String, GitError> {
    let commit = format!("{base}^{{commit}}");
    let known = run(&mut git(["rev-parse", "--verify", "--quiet", "--end-of-options", &commit]))?;
    if !known.status.success() {
        return Err(GitError::UnknownBase(base.to_owned()));
    }
    let commit = String::from_utf8_lossy(&known.stdout).trim().to_owned();
    let common = run(&mut git(["merge-base", &commit, "HEAD"]))?;
    if !common.status.success() {
        return Err(GitError::NoCommonCommit(base.to_owned()));
    }
    Ok(String::from_utf8_lossy(&common.stdout).trim().to_owned())
}

/// The git program with these arguments.
fn git<const N: usize>(arguments: [&str; N]) -> Command {
    let mut git = Command::new("git");
    git.args(arguments).env("LC_ALL", "C").env("GIT_OPTIONAL_LOCKS", "0").stdin(Stdio::null());
    git
}

fn run(git: &mut Command) -> Result<Output, GitError> {
    git.output().map_err(|error| match error.kind() {
        io::ErrorKind::NotFound => GitError::Missing,
        _ => GitError::Failed(error.to_string()),
    })
}

/// What git prints, where it succeeds.
fn answer(git: &mut Command) -> Result<Vec<u8>, GitError> {
    let output = run(git)?;
    if output.status.success() { Ok(output.stdout) } else { Err(failed(&output)) }
}

fn failed(output: &Output) -> GitError {
    let said = String::from_utf8_lossy(&output.stderr);
    let line = said.lines().next().unwrap_or("it does not say why");
    GitError::Failed(line.trim_start_matches("fatal: ").to_owned())
}

/// A file as `git diff --raw` tells it.
struct Entry {
    mode: String,
    object: String,
    status: u8,
    path: PathBuf,
}

/// Reads `:100644 100644 OLD NEW M` and the path, or for a renamed file both paths, each ended by NUL.
fn entries(raw: &[u8]) -> Result<Vec<Entry>, GitError> {
    let mut parts = raw.split(|byte| *byte == 0).filter(|part| !part.is_empty());
    let mut entries = Vec::new();
    while let Some(head) = parts.next() {
        let wrong = || GitError::Unreadable("a list of files in an unknown form");
        let head = std::str::from_utf8(head).map_err(|_| wrong())?;
        let fields: Vec<&str> = head.trim_start_matches(':').split(' ').collect();
        let [_, mode, _, object, status] = fields[..] else { return Err(wrong()) };
        let status = status.bytes().next().ok_or_else(wrong)?;
        if matches!(status, b'R' | b'C') {
            parts.next();
        }
        let path = path(parts.next().ok_or_else(wrong)?);
        entries.push(Entry { mode: mode.to_owned(), object: object.to_owned(), status, path });
    }
    Ok(entries)
}

/// The changed lines of each file of a patch without context, in the patch's order. What a file says is always behind a
/// `+`, `-` or backslash, so no line of it is taken for a head.
fn hunks(patch: &[u8]) -> Vec<Lines> {
    let mut files: Vec<Lines> = Vec::new();
    for line in patch.split(|byte| *byte == b'\n') {
        if line.starts_with(b"diff --git ") {
            files.push(Lines::Some(Vec::new()));
        } else if line.starts_with(b"Binary files ")
            && let Some(last) = files.last_mut()
        {
            *last = Lines::All;
        } else if line.starts_with(b"@@ ")
            && let Some(Lines::Some(ranges)) = files.last_mut()
        {
            ranges.extend(hunk(line));
        }
    }
    files
}

/// The lines that `@@ -3,2 +4,5 @@` adds: 4 to 8; none where it only deletes.
fn hunk(head: &[u8]) -> Option<Range<usize>> {
    // What follows the second @@ is a line of the file, in whatever encoding.
    let added = head.split(|byte| *byte == b' ').find_map(|part| part.strip_prefix(b"+"))?;
    let added = std::str::from_utf8(added).ok()?;
    let (start, count) = added.split_once(',').unwrap_or((added, "1"));
    let (start, count): (usize, usize) = (start.parse().ok()?, count.parse().ok()?);
    (count > 0).then(|| start..start + count)
}

#[cfg(unix)]
pub(super) fn path(bytes: &[u8]) -> PathBuf {
    use std::os::unix::ffi::OsStrExt;
    Path::new(std::ffi::OsStr::from_bytes(bytes)).to_owned()
}

#[cfg(not(unix))]
pub(super) fn path(bytes: &[u8]) -> PathBuf {
    Path::new(String::from_utf8_lossy(bytes).as_ref()).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patches_tell_the_lines_that_were_added() {
        let patch = b"diff --git a/a.txt b/a.txt\n--- a/a.txt\n+++ b/a.txt\n@@ -1 +1,2 @@\n-x\n+@@ -1 +9 @@\n+diff --git \n\
            @@ -9,0 +11 @@ Jos\xe9\n+y\n@@ -20,3 +22,0 @@\n-a\n-b\n-c\ndiff --git a/p b/p\nBinary files a/p and b/p differ\n\
            diff --git a/m b/m\nold mode 100644\nnew mode 100755\n";
        let found = hunks(patch);
        assert_eq!(found, [Lines::Some(vec![1..3, 11..12]), Lines::All, Lines::Some(vec![])]);
        assert!(!found[2].any());
    }

    #[test]
    fn renamed_files_have_two_names() {
        let raw = b":100644 100644 a1 b2 R090\0old name\0new\nname\0:000000 100644 0 c3 A\0z\0";
        let told: Vec<_> = entries(raw).unwrap().into_iter().map(|e| (e.path, e.object, e.status)).collect();
        assert_eq!(told, [("new\nname".into(), "b2".into(), b'R'), ("z".into(), "c3".into(), b'A')]);
    }
}
