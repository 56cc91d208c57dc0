//! Where text comes from: standard input, files, directories, what changed in git, JSON Lines.
//!
//! [`Inputs`] lists what is to be examined, in a fixed order; [`Listed::read`] reads one of them and may
//! run on any thread. What is not examined is told apart: [`Skipped`] was left out on purpose,
//! [`SourceError`] kept a verdict from being reached.

mod error;
mod format;
pub mod git;
mod ignores;
pub mod jsonl;
mod limits;
mod lines;
mod list;
mod names;
mod pick;

use crate::document::{Document, PICTURE_FILE};
use format::Format;
use std::fs::File;
use std::io::{self, Read};
use std::ops::Range;
use std::path::{Path, PathBuf};

pub use error::{Problem, SkipReason, Skipped, SourceError};
pub use format::expects_panic;
pub use limits::Limits;
pub use lines::Lines;
pub use list::{Inputs, Listed, changed};
pub use names::names;
pub use pick::Pick;

/// How much of a file decides whether it is text, in bytes.
const HEAD: usize = 8 * 1024;

/// What standard input is called in messages.
pub const STDIN: &str = "standard input";

/// What became of something listed.
#[derive(Debug)]
pub enum Item {
    /// A text to be checked.
    Text {
        /// What to call it.
        name: String,
        /// Its file; none for standard input.
        path: Option<PathBuf>,
        /// What it says.
        document: Document,
        /// As what it is left out where nothing is found in it: a picture in a folder, tied to nobody.
        unless_found: Option<Skipped>,
    },
    /// Left out on purpose.
    Skipped(Skipped),
    /// Could not be examined.
    Failed(SourceError),
}

/// Reads all of standard input.
///
/// # Errors
/// When it is no text, is larger than the limits allow, or cannot be read.
pub fn read_stdin(limits: &Limits) -> Result<Document, SourceError> {
    let stdin = io::stdin().lock();
    read_from(stdin, None, limits).map_err(|problem| SourceError { name: STDIN.to_owned(), path: None, problem })
}

/// Reads a file, hidden or ignored or not.
///
/// # Errors
/// When it is missing, may not be read, is no text, is a document of a format that
/// cannot be read, or is larger than the limits allow.
pub fn read(path: &Path, limits: &Limits) -> Result<Document, SourceError> {
    let document = open(path).and_then(|file| read_from(file, Some(path), limits));
    document.map_err(|problem| SourceError::at(path, problem))
}

/// A file before and after changes in its text.
pub struct Written {
    /// What it held.
    pub old: Vec<u8>,
    /// What it is to hold.
    pub new: Vec<u8>,
}

/// Makes a file's next content: its document's text with changes, which are given in order and apart from each other, in
/// bytes of that text. Nothing is put in its place. None comes back where files of its format are only read.
///
/// # Errors
/// When the file cannot be read again, its text is no longer the document's, or it cannot hold a change.
pub fn written(
    path: &Path,
    document: &Document,
    changes: &[(Range<usize>, String)],
    limits: &Limits,
) -> Result<Option<Written>, SourceError> {
    let make = || {
        let (bytes, format) = bytes_of(open(path)?, Some(path), limits)?;
        let Some(write) = format.write else { return Ok(None) };
        let now = format::read(format, bytes.clone(), &limits.begun())?;
        if (now.text(), now.encoding()) != (document.text(), document.encoding()) {
            return Err(Problem::Changed);
        }
        let new = write(&bytes, changes, limits)?;
        Ok(Some(Written { old: bytes, new }))
    };
    make().map_err(|problem| SourceError::at(path, problem))
}

/// Opens a file, but no folder.
fn open(path: &Path) -> Result<File, Problem> {
    let file = File::open(path)?;
    if file.metadata()?.is_dir() {
        return Err(Problem::Folder);
    }
    Ok(file)
}

/// Reads a text of whatever format its path and first bytes show.
fn read_from(reader: impl Read, path: Option<&Path>, limits: &Limits) -> Result<Document, Problem> {
    let (bytes, format) = bytes_of(reader, path, limits)?;
    let mut document = format::read(format, bytes, &limits.begun())?;
    if let Some(path) = path.filter(|_| document.is_unseen()) {
        // A picture is often known by nothing but its name and its folder.
        document.push("file name", &format!("{PICTURE_FILE}{}\n", tie(path)));
    }
    Ok(document)
}

/// All bytes, where they have a format that can be read, and that format.
fn bytes_of(
    mut reader: impl Read,
    path: Option<&Path>,
    limits: &Limits,
) -> Result<(Vec<u8>, &'static Format), Problem> {
    let mut bytes = Vec::new();
    reader.by_ref().take(HEAD as u64).read_to_end(&mut bytes)?;
    let format = format::of(path, &bytes)?;
    // A short head is the whole text; at a terminal, reading on would ask for a second Ctrl-D.
    if bytes.len() == HEAD {
        // One byte past the limit tells that there is more, and nothing beyond it is ever held.
        reader.take((limits.size + 1).saturating_sub(HEAD as u64)).read_to_end(&mut bytes)?;
    }
    if bytes.len() as u64 > limits.size {
        return Err(Problem::TooLarge(limits.size));
    }
    Ok((bytes, format))
}

/// How many folders above a picture can tie it to somebody.
const FOLDERS: usize = 2;

/// The end of a path, without the folders of whoever uses the computer.
fn tie(path: &Path) -> String {
    let below = std::env::home_dir().and_then(|home| path.strip_prefix(home).ok());
    let parts: Vec<_> = below.unwrap_or(path).iter().map(|part| part.to_string_lossy()).collect();
    let parts = &parts[parts.len().saturating_sub(FOLDERS + 1)..];
    parts.join("/").replace(char::is_control, " ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    fn problem(content: &[u8], name: &str) -> Problem {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join(name);
        fs::write(&path, content).unwrap();
        read(&path, &Limits::default()).unwrap_err().problem
    }

    #[test]
    fn texts_are_read_whole() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("draft.txt");
        let long = "a line of copy, é\n".repeat(2000);
        for (content, text) in [("", ""), ("\u{feff}hello", "hello"), (&long, &long)] {
            fs::write(&path, content).unwrap();
            let document = read(&path, &Limits::default()).unwrap();
            assert_eq!(document.text(), text);
            assert!(document.is_plain());
            assert_eq!(document.mark().to_owned() + text, content, "nothing of the file is lost");
        }
    }

    #[test]
    fn what_is_no_text_is_an_error_when_named() {
        assert!(matches!(problem(b"ab\0cd", "notes.txt"), Problem::Binary(_)));
        assert!(matches!(problem(b"wOF2\0\0", "letters"), Problem::Binary("a font")));
        assert!(matches!(problem(b"7z\xbc\xaf\x27\x1c\0", "all.7z"), Problem::Packed(_)));
        assert!(matches!(problem(b"%PDF-1.7\n", "intake"), Problem::Damaged("a PDF")));
        assert!(matches!(problem(b"PK\x03\x04...[Content_Types].xml", "x"), Problem::Damaged(_)));
        assert!(matches!(problem(b"PK\x03\x04...", "List.XLSX"), Problem::Damaged(_)));
        assert!(matches!(problem(b"", "empty.docx"), Problem::Empty("a Word document")));
    }

    #[test]
    fn json_is_known_without_its_name_and_a_letter_is_none() {
        for (text, part) in [
            ("{\"phone\": \"x\"}", Some("phone")),
            ("[{\"phone\": \"x\"}]\n", Some("[0].phone")),
            ("{\"phone\": \"x\"}\n{\"phone\": \"y\"}\n", Some("phone")),
            ("[\"Maj x\" was here] and left", None),
            ("[[First Name]], x", None),
        ] {
            let document = read_from(text.as_bytes(), None, &Limits::default()).unwrap();
            assert_eq!(document.places().at(text.find('x').unwrap()).part, part, "{text}");
        }
    }

    #[test]
    fn changes_are_put_into_what_was_read_and_into_nothing_else() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("draft.txt");
        let limits = Limits::default();
        fs::write(&path, b"Jos\xe9 called\r\n").unwrap();
        let document = read(&path, &limits).unwrap();
        let changes = [(0..5, "A client".to_owned())];
        let Written { old, new } = written(&path, &document, &changes, &limits).unwrap().unwrap();
        assert_eq!((old.as_slice(), new.as_slice()), (&b"Jos\xe9 called\r\n"[..], &b"A client called\r\n"[..]));
        for other in ["Jos\u{e9} called\r\n", "Jos\u{e9} calls\r\n"] {
            fs::write(&path, other).unwrap();
            let error = written(&path, &document, &changes, &limits).err().unwrap();
            assert!(matches!(error.problem, Problem::Changed), "another encoding, another text");
        }
    }

    #[test]
    fn a_picture_is_known_by_its_folders_too() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a/patients/Odile Marsh/IMG_0412.png");
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, b"\x89PNG\r\n\x1a\n\0\0\0\0IEND\0\0\0\0").unwrap();
        let document = read(&path, &Limits::default()).unwrap();
        assert!(document.is_unseen() && document.unread().len() == 1, "{:?}", document.unread());
        assert_eq!(document.text(), "Picture file: patients/Odile Marsh/IMG_0412.png\n");
    }

    #[test]
    fn missing_files_folders_and_endless_input() {
        let folder = tempfile::tempdir().unwrap();
        let limits = Limits::default();
        assert!(matches!(read(&folder.path().join("none"), &limits).unwrap_err().problem, Problem::Missing));
        assert!(matches!(read(folder.path(), &limits).unwrap_err().problem, Problem::Folder));
        assert!(matches!(read_from(io::repeat(b'x'), None, &limits), Err(Problem::TooLarge(_))));
    }

    #[test]
    fn errors_name_the_file_and_a_cure_but_no_content() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a.txt");
        fs::write(&path, b"Sarah \x01\xff").unwrap();
        let message = read(&path, &Limits::default()).unwrap_err().to_string();
        assert!(message.contains("a.txt") && message.contains("UTF-8") && message.contains("line 1"), "{message}");
        assert!(!message.contains("Sarah"), "{message}");
    }
}
