//! Cards and calendars as address books and calendar programs export them (.vcf, .ics).
//!
//! They are read as the text that they are, so that places are lines of the file and a rewrite can be put in its place;
//! folded lines, encodings and pictures are dealt with in the view. A picture in a card cannot be judged, and is told.

use super::{Format, binary, plain};
use crate::document::Document;
use crate::source::{Limits, Problem};
use crate::text::contact;

pub(super) static FORMAT: Format = Format { is, read, write: plain::FORMAT.write };

fn is(extension: &str, head: &[u8]) -> bool {
    let begins = head.strip_prefix(b"\xef\xbb\xbf").unwrap_or(head);
    let begins = begins.get(..15).unwrap_or(begins).to_ascii_uppercase();
    let named = matches!(extension, "vcf" | "vcard" | "ics" | "ical" | "vcs");
    begins.starts_with(b"BEGIN:VCARD")
        || begins.starts_with(b"BEGIN:VCALENDAR")
        || named && binary::what(head).is_none()
}

fn read(bytes: Vec<u8>, limits: &Limits) -> Result<Document, Problem> {
    if bytes.is_empty() {
        return Err(Problem::Empty("a file of contacts or dates"));
    }
    let mut document = (plain::FORMAT.read)(bytes, limits)?;
    for line in contact::enclosed(document.text()) {
        document.leave_unread(&format!("line {line}"), &Problem::Unseen);
    }
    Ok(document)
}
