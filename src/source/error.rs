//! Why something was not examined: what kept it from being read, or why it was left out.

use crate::document::Undecodable;
use std::fmt;
use std::io;
use std::path::{Path, PathBuf};
use std::time::Duration;

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
        SourceError { name: called(path), path: Some(path.to_owned()), problem }
    }
}

/// What to call a file: its path on one line, so that no name looks like another message.
fn called(path: &Path) -> String {
    path.display().to_string().replace(char::is_control, "\u{fffd}")
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
    #[error("larger than {} MiB; split it into smaller files and check each, or allow more with --max-size", .0 >> 20)]
    TooLarge(u64),
    /// It unpacks to more bytes than this.
    #[error(
        "what is packed in it is larger than {} MiB; unpack it and check what you need, or allow more with --max-unpacked",
        .0 >> 20
    )]
    TooMuch(u64),
    /// More files than this are packed in it.
    #[error(
        "more than {0} files are packed in it; unpack it and check what you need, or allow more with --max-members"
    )]
    TooManyMembers(usize),
    /// A file in a file in a file, deeper than allowed.
    #[error("files are packed in files too deep; unpack it and check what is inside, or allow more with --max-depth")]
    TooDeep,
    /// Reading took longer than this.
    #[error(
        "reading it took more than {} seconds; split it and check the parts, or allow more with --max-time",
        .0.as_secs()
    )]
    TooSlow(Duration),
    /// A document that is locked with a password.
    #[error("this is {0} locked with a password; open it, save a copy without the password, and check that")]
    Encrypted(&'static str),
    /// A document whose inside is not as its format wants it.
    #[error("this is {0}, but it is damaged; open it in its program, save it anew, and check that")]
    Damaged(&'static str),
    /// A document of no bytes.
    #[error("this is empty, though its name says {0}; look for the real one, or save it anew")]
    Empty(&'static str),
    /// An archive that cannot be unpacked here.
    #[error("this is {0}, which cannot be unpacked here; unpack it and check what is inside")]
    Packed(&'static str),
    /// A document of a kind that was given up for another.
    #[error("this is {what}, which cannot be read; open it in its program, save it as {instead}, and check that")]
    OldFormat {
        /// What it is.
        what: &'static str,
        /// What to save it as.
        instead: &'static str,
    },
    /// A file that is something else than its name says, and nothing that can be read.
    #[error("this is {is}, though its name says {named}; look for the real one, or check what is inside")]
    Mislabelled {
        /// What it is.
        is: &'static str,
        /// What its name says.
        named: &'static str,
    },
    /// A rewrite that cannot be put where its text stood.
    #[error(
        "what should go stands where it cannot be written: in a file within the file, or in the name of a sheet or a range; \
         take it out in its program"
    )]
    OutOfReach,
    /// A page that is a picture.
    #[error(
        "it is a picture of a text, and cannot be read; look at it yourself, or let --ocr read it (needs tesseract)"
    )]
    Picture,
    /// A page whose font does not say what its letters are.
    #[error("its letters cannot be told; look at it yourself, or print it to a new PDF and check that")]
    Garbled,
    /// Pictures were to be read, and the programs for it are not there.
    #[error(
        "it is a picture of a text, and --ocr needs tesseract and pdftoppm (of Poppler): install both, or look at it yourself"
    )]
    NoOcr,
    /// The programs that read pictures gave up.
    #[error("it is a picture of a text, and tesseract could not read it; look at it yourself")]
    OcrFailed,
    /// What a picture shows.
    #[error("what the picture shows cannot be judged here; look at it yourself before it goes anywhere")]
    Unseen,
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
        write!(f, "{}: {}", called(&self.path), self.reason)
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
    /// A pattern leaves it out.
    Excluded,
    /// Only others are wanted.
    NotIncluded,
    /// Git does not know it, and was asked what changed.
    Untracked,
}

impl fmt::Display for SkipReason {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            SkipReason::Hidden => f.write_str("skipped, hidden"),
            SkipReason::Ignored { by } => write!(f, "skipped, ignored by {}", by.display()),
            SkipReason::Link => f.write_str("skipped, a symbolic link"),
            SkipReason::Special => f.write_str("skipped, not a regular file"),
            SkipReason::Binary(what) => write!(f, "skipped, {what}"),
            SkipReason::Excluded => f.write_str("skipped, left out by --exclude"),
            SkipReason::NotIncluded => f.write_str("skipped, not among what --include names"),
            SkipReason::Untracked => f.write_str("skipped, not known to git yet; git add makes it so"),
        }
    }
}
