//! The file formats that can be read, one file each, and what is recognised as none of them.

mod archive;
mod author;
mod binary;
mod contacts;
mod delimited;
mod guarded;
mod inside;
mod json;
mod mail;
mod markup;
#[cfg(feature = "office")]
mod office;
#[cfg(feature = "office")]
mod ole;
#[cfg(feature = "pdf")]
mod pdf;
mod picture;
mod plain;
mod rtf;
mod unread;
mod yaml;

pub use guarded::expects_panic;

use super::{Limits, Problem};
use crate::document::Document;
use std::ops::Range;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::Path;

/// What goes, in bytes of the document's text, and what stands there instead.
pub(super) type Change = (Range<usize>, String);

/// A file format that can be read.
pub(super) struct Format {
    /// Whether a file is of this format, by its extension (lower case, without the dot, empty where there
    /// is none) and its first 8 KiB.
    is: fn(extension: &str, head: &[u8]) -> bool,
    /// Extracts the text.
    pub(super) read: fn(Vec<u8>, &Limits) -> Result<Document, Problem>,
    /// Makes a file with changes in its text, in order and apart from each other; all else stays as it is. None where
    /// files of this format are only read.
    pub(super) write: Option<Write>,
}

/// Makes a file's new bytes from its bytes.
pub(super) type Write = fn(&[u8], &[Change], &Limits) -> Result<Vec<u8>, Problem>;

/// Every format that can be read, the first that fits wins. One line per format.
static FORMATS: &[&Format] = &[
    &mail::OUTLOOK,
    &mail::MBOX,
    &mail::MESSAGE,
    &contacts::FORMAT,
    #[cfg(feature = "office")]
    &office::FORMAT,
    #[cfg(feature = "office")]
    &office::OPEN_DOCUMENT,
    #[cfg(feature = "office")]
    &ole::FORMAT,
    #[cfg(feature = "pdf")]
    &pdf::FORMAT,
    &rtf::FORMAT,
    &archive::ZIP,
    &archive::GZIP,
    &archive::TAR,
    &picture::FORMAT,
    &delimited::CSV,
    &delimited::TSV,
    &markup::HTML,
    &markup::XML,
    &markup::MARKDOWN,
    &yaml::FORMAT,
    &json::NAMED,
    &json::FOUND,
    &plain::FORMAT,
];

/// The format of a file, or why it has none that can be read.
pub(super) fn of(path: Option<&Path>, head: &[u8]) -> Result<&'static Format, Problem> {
    let extension = path.and_then(Path::extension).unwrap_or_default().to_string_lossy().to_ascii_lowercase();
    let named = unread::named(&extension);
    if let Some(named) = named.filter(|_| head.is_empty()) {
        return Err(Problem::Empty(named));
    }
    if let Some(format) = FORMATS.iter().find(|format| (format.is)(&extension, head)) {
        return Ok(format);
    }
    Err(match (unread::what(&extension, head), binary::what(head), named) {
        (Some(what), ..) => Problem::Unsupported(what),
        (None, Some(binary::UNKNOWN) | None, Some(named)) => Problem::Damaged(named),
        (None, Some(is), Some(named)) => Problem::Mislabelled { is, named },
        (None, Some(archive @ "an archive"), None) => Problem::Packed(archive),
        (None, is, None) => Problem::Binary(is.unwrap_or(binary::UNKNOWN)),
    })
}

/// Reads a file of a format. What a reader fails at is damaged, and ends nothing but its own reading.
pub(super) fn read(format: &Format, bytes: Vec<u8>, limits: &Limits) -> Result<Document, Problem> {
    catch_unwind(AssertUnwindSafe(|| (format.read)(bytes, limits))).unwrap_or(Err(Problem::Damaged("a file")))
}

/// What bytes of unknown encoding say: UTF-8, else what older Windows programs write.
fn text_of(bytes: &[u8]) -> String {
    match std::str::from_utf8(bytes) {
        Ok(text) => text.to_owned(),
        Err(_) => encoding_rs::WINDOWS_1252.decode_without_bom_handling(bytes).0.into_owned(),
    }
}
