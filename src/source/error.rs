//! Why something was not examined: what kept it from being read, or why it was left out.

use crate::document::Undecodable;
use std::fmt;
use std::io;
use std::path::{Path, PathBuf};

/// A source that could not be examined. Nothing of its content is told.
#[derive(Debug, thiserror::Error)]
#[error("{name}: {problem}")]
pub struct SourceError {
    /// What to call the source.
    pub name: String,
    /// Its file or folder; none for standard input.
    pub path: Option<PathBuf>,
    /// What is wrong with it.
    pub problem: Problem,
}

impl SourceError {
    /// A problem with a file or folder.
    pub(super) fn at(path: &Path, problem: Problem) -> SourceError {
        SourceError { name: path.display().to_string(), path: Some(path.to_owned()), problem }
    }
}

/// What kept a source from being examined, with a cure.
#[derive(Debug, thiserror::Error)]
pub enum Problem {
    /// Nothing is there.
    #[error("no such file or folder; check the spelling")]
    Missing,
    /// It may not be read.
    #[error("no permission to read it; ask its owner, or check a copy that you may open")]
    Forbidden,
    /// A folder where a file was needed.
    #[error("this is a folder; name a file in it")]
    Folder,
    /// A document whose format cannot be read yet.
    #[error("this is {0}, which cannot be read yet; save it as plain text (.txt) and check that")]
    Unsupported(&'static str),
    /// No text at all.
    #[error("this is {0}, not text; copy the words out of it and check those")]
    Binary(&'static str),
    /// Bytes that are no text in any encoding that is known.
    #[error(
        "holds bytes that are no letters (the first at byte {}, line {}); save it as UTF-8 and try again",
        .0.byte,
        .0.line
    )]
    Undecodable(Undecodable),
    /// A rewrite with a character that the file's encoding does not have.
    #[error("its encoding ({0}) has no letter for a part of the rewrite; save the file as UTF-8 and try again")]
    Unencodable(&'static str),
    /// Other text than was rewritten.
    #[error("changed since it was read, so it was not written; run it again")]
    Changed,
    /// More bytes than this.
    #[error("larger than {} MiB; split it into smaller files and check each", .0 >> 20)]
    TooLarge(u64),
    /// The system said no for another reason.
    #[error("cannot be read: {0}; try again, or check a copy")]
    Io(io::Error),
}

impl From<io::Error> for Problem {
    fn from(error: io::Error) -> Problem {
        match error.kind() {
            io::ErrorKind::NotFound => Problem::Missing,
            io::ErrorKind::PermissionDenied => Problem::Forbidden,
            io::ErrorKind::IsADirectory => Problem::Folder,
            _ => Problem::Io(error),
        }
    }
}

/// A file or folder that was left out on purpose.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Skipped {
    /// What was left out; everything inside it too.
    pub path: PathBuf,
    /// Why.
    pub reason: SkipReason,
}

impl fmt::Display for Skipped {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.path.display(), self.reason)
    }
}

/// Why something in a folder was left out. What is named on the command line is never left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum SkipReason {
    /// Its name begins with a dot.
    Hidden,
    /// An ignore file names it.
    Ignored {
        /// That ignore file.
        by: PathBuf,
    },
    /// A symbolic link; what it points at is examined where it stands.
    Link,
    /// A pipe, a socket or a device.
    Special,
    /// It holds no text.
    Binary(&'static str),
}

impl fmt::Display for SkipReason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            SkipReason::Hidden => f.write_str("skipped, hidden"),
            SkipReason::Ignored { by } => write!(f, "skipped, ignored by {}", by.display()),
            SkipReason::Link => f.write_str("skipped, a symbolic link"),
            SkipReason::Special => f.write_str("skipped, not a regular file"),
            SkipReason::Binary(what) => write!(f, "skipped, {what}"),
        }
    }
}
