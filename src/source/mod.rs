//! Where text comes from: standard input, files, directories, JSON Lines.
//!
//! [`Inputs`] lists what is to be examined, in a fixed order; [`Listed::read`] reads one of them and may
//! run on any thread. What is not examined is told apart: [`Skipped`] was left out on purpose,
//! [`SourceError`] kept a verdict from being reached.

mod error;
mod format;
mod ignores;
pub mod jsonl;
mod limits;
mod list;

use crate::document::Document;
use std::fs::File;
use std::io::{self, Read};
use std::path::{Path, PathBuf};

pub use error::{Encoding, Problem, SkipReason, Skipped, SourceError};
pub use limits::Limits;
pub use list::{Inputs, Listed};

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
/// When it is no UTF-8 text, is larger than the limits allow, or cannot be read.
pub fn read_stdin(limits: &Limits) -> Result<Document, SourceError> {
    let stdin = io::stdin().lock();
    read_from(stdin, None, limits).map_err(|problem| SourceError { name: STDIN.to_owned(), path: None, problem })
}

/// Reads a file, hidden or ignored or not.
///
/// # Errors
/// When it is missing, may not be read, is no text or no UTF-8, is a document of a format that
/// cannot be read, or is larger than the limits allow.
pub fn read(path: &Path, limits: &Limits) -> Result<Document, SourceError> {
    let document = open(path).and_then(|file| read_from(file, Some(path), limits));
    document.map_err(|problem| SourceError::at(path, problem))
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
fn read_from(mut reader: impl Read, path: Option<&Path>, limits: &Limits) -> Result<Document, Problem> {
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
    let mut document = format::read(format, bytes, &limits.begun())?;
    if let Some(path) = path.filter(|_| document.is_unseen()) {
        // A picture is often known by nothing but its name and its folder.
        document.push("file name", &format!("Picture: {}\n", tie(path)));
    }
    Ok(document)
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
        assert!(matches!(problem(b"%PDF-1.7\n", "intake"), Problem::Unsupported("a PDF")));
        assert!(matches!(problem(b"PK\x03\x04...[Content_Types].xml", "x"), Problem::Unsupported(_)));
        assert!(matches!(problem(b"PK\x03\x04...", "List.XLSX"), Problem::Unsupported("an Excel workbook")));
        assert!(matches!(problem(b"", "empty.docx"), Problem::Unsupported("a Word document")));
    }

    #[test]
    fn what_is_no_utf8_is_located_and_named() {
        let place = |p: Problem| match p {
            Problem::NotUtf8 { byte, line, looks_like } => (byte, line, looks_like),
            other => panic!("{other}"),
        };
        assert_eq!(place(problem(b"ok\nJos\xe9 called", "a.txt")), (6, 2, Some(Encoding::Windows1252)));
        assert_eq!(place(problem(b"\x81\x8d\xff\xfe\x90", "a.txt")), (0, 1, None));
        let utf16: Vec<u8> = "Hello there\n".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(place(problem(&utf16, "a.txt")), (0, 1, Some(Encoding::Utf16)));
        let marked: Vec<u8> =
            [b"\xfe\xff".to_vec(), "你好".encode_utf16().flat_map(u16::to_be_bytes).collect()].concat();
        assert_eq!(place(problem(&marked, "a.txt")), (0, 1, Some(Encoding::Utf16)));
    }

    #[test]
    fn a_picture_is_known_by_its_folders_too() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a/patients/Odile Marsh/IMG_0412.png");
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(&path, b"\x89PNG\r\n\x1a\n\0\0\0\0IEND\0\0\0\0").unwrap();
        let document = read(&path, &Limits::default()).unwrap();
        assert!(document.is_unseen() && document.unread().len() == 1, "{:?}", document.unread());
        assert_eq!(document.text(), "Picture: patients/Odile Marsh/IMG_0412.png\n");
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
        fs::write(&path, b"Sarah \xff").unwrap();
        let message = read(&path, &Limits::default()).unwrap_err().to_string();
        assert!(message.contains("a.txt") && message.contains("UTF-8") && message.contains("line 1"), "{message}");
        assert!(!message.contains("Sarah"), "{message}");
    }
}
