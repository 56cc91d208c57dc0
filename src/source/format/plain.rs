//! Plain text in every encoding that office programs write. Other formats that are text, too, read and write with it.

use super::{Change, Format, binary, unread};
use crate::document::{Document, Encoding, Syntax};
use crate::source::{Limits, Problem};

pub(super) static FORMAT: Format = Format { is, read, write: Some(write) };

/// Whether it is text at all, and no document of another format.
pub(super) fn is(extension: &str, head: &[u8]) -> bool {
    unread::what(extension, head).is_none() && (binary::what(head).is_none() || Encoding::is_wide(head))
}

/// Reads a text.
pub(super) fn read(bytes: Vec<u8>, _: &Limits) -> Result<Document, Problem> {
    Document::of_bytes(bytes).map_err(Problem::Undecodable)
}

/// Reads a text that has a syntax.
pub(super) fn written_in(syntax: Syntax, bytes: Vec<u8>, limits: &Limits) -> Result<Document, Problem> {
    read(bytes, limits).map(|document| document.written_in(syntax))
}

/// How a text begins, behind its mark and white space.
pub(super) fn beginning(head: &[u8]) -> &[u8] {
    head.strip_prefix(b"\xef\xbb\xbf").unwrap_or(head).trim_ascii_start()
}

/// Puts changes into a text; all else stays as it is, byte for byte.
pub(super) fn write(bytes: &[u8], changes: &[Change], limits: &Limits) -> Result<Vec<u8>, Problem> {
    let document = read(bytes.to_vec(), limits)?;
    let (text, encoding) = (document.text(), document.encoding());
    let line_end = line_end(text);
    let mut next = String::with_capacity(text.len());
    let mut at = 0;
    for (range, words) in changes {
        let words = encoding.holds(words).ok_or(Problem::Unencodable(encoding.name()))?;
        next.push_str(&text[at..range.start]);
        next.push_str(&words.replace('\n', line_end));
        at = range.end;
    }
    next.push_str(&text[at..]);
    encoding.encode(&next).ok_or(Problem::Unencodable(encoding.name()))
}

/// How the text ends its lines, by its first.
fn line_end(text: &str) -> &'static str {
    match memchr::memchr2(b'\r', b'\n', text.as_bytes()) {
        Some(at) if text[at..].starts_with("\r\n") => "\r\n",
        Some(at) if text[at..].starts_with('\r') => "\r",
        _ => "\n",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn changes_keep_mark_encoding_and_line_ends() {
        let limits = Limits::default();
        for (before, words, after) in [
            (&b"\xef\xbb\xbfFor Maj Ek\r\nby\r\n"[..], "a\nclient", &b"\xef\xbb\xbfFor a\r\nclient\r\nby\r\n"[..]),
            (b"For Maj Ek\rJos\xe9\r", "Zo\u{eb}", b"For Zo\xeb\rJos\xe9\r"),
            (b"For Maj Ek, Jos\xe9", "Dvo\u{159}ak\u{2014}x", b"For Dvorak-x, Jos\xe9"),
            (b"\xff\xfeF\0o\0r\0 \0M\0a\0j\0 \0E\0k\0", "me", b"\xff\xfeF\0o\0r\0 \0m\0e\0"),
            (b"For Maj Ek\x0cnext", "", b"For \x0cnext"),
        ] {
            let written = write(before, &[(4..10, words.to_owned())], &limits).unwrap();
            assert_eq!(written, after, "{words}");
            assert_eq!(write(before, &[], &limits).unwrap(), before);
        }
        let refused = write(b"For Maj Ek, Jos\xe9", &[(4..10, "\u{4f60}".to_owned())], &limits);
        assert!(matches!(refused, Err(Problem::Unencodable("windows-1252"))));
    }
}
