//! Plain text in UTF-8, and every other format that is read as it stands (Markdown, CSV, HTML, mail).

use super::{Format, binary, unread};
use crate::document::Document;
use crate::source::{Encoding, Limits, Problem};

pub(super) static FORMAT: Format = Format { is, read };

fn is(extension: &str, head: &[u8]) -> bool {
    // UTF-16 comes here too, to be named as such: it is text that somebody meant to have checked.
    unread::what(extension, head).is_none() && (binary::what(head).is_none() || is_utf16(head))
}

fn read(bytes: Vec<u8>, _: &Limits) -> Result<Document, Problem> {
    if is_utf16(&bytes) {
        return Err(Problem::NotUtf8 { byte: 0, line: 1, looks_like: Some(Encoding::Utf16) });
    }
    let text = String::from_utf8(bytes).map_err(|error| not_utf8(error.as_bytes(), error.utf8_error()))?;
    Ok(Document::of_file(text))
}

/// Where the first wrong byte is, and what the text seems to be.
fn not_utf8(bytes: &[u8], error: std::str::Utf8Error) -> Problem {
    let byte = error.valid_up_to();
    let line = 1 + memchr::memchr_iter(b'\n', &bytes[..byte]).count();
    let looks_like = is_windows_1252(bytes).then_some(Encoding::Windows1252);
    Problem::NotUtf8 { byte, line, looks_like }
}

/// Whether a byte order mark says UTF-16, or nearly every second byte is zero, as in Latin text.
fn is_utf16(bytes: &[u8]) -> bool {
    if bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff") {
        return true;
    }
    let head = &bytes[..bytes.len().min(1024) & !1];
    let zeros = |first: usize| head.iter().skip(first).step_by(2).filter(|byte| **byte == 0).count();
    let (high, low) = (zeros(0), zeros(1));
    let most = head.len() / 2 * 4 / 5;
    head.len() >= 4 && ((high > most && low == 0) || (low > most && high == 0))
}

/// Whether every byte has a meaning in Windows-1252 and most of them are ASCII.
fn is_windows_1252(bytes: &[u8]) -> bool {
    let beyond_ascii = bytes.iter().filter(|byte| !byte.is_ascii()).count();
    let undefined =
        |byte: &u8| matches!(byte, 0x81 | 0x8d | 0x8f | 0x90 | 0x9d) || (*byte < 0x20 && !byte.is_ascii_whitespace());
    beyond_ascii * 3 < bytes.len() && !bytes.iter().any(undefined)
}
