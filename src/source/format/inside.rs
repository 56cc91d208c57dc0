//! Files that lie in a file: members of archives, attachments of messages.

use super::{picture, text_of};
use crate::document::Document;
use crate::source::{HEAD, Limits, Problem};

/// How the line begins that names a picture which somebody attached.
pub(super) const ATTACHED: &str = "Attached: ";

/// Reads a file that lies in another one, by its own format.
///
/// # Errors
/// When it lies too deep, is too large, or cannot be read.
pub(super) fn read(name: &str, bytes: Vec<u8>, limits: &Limits) -> Result<Document, Problem> {
    let limits = limits.inside()?;
    if bytes.len() as u64 > limits.size {
        return Err(Problem::TooLarge(limits.size));
    }
    let format = super::of(Some(name.as_ref()), &bytes[..bytes.len().min(HEAD)])?;
    super::read(format, bytes, &limits)
}

/// Appends a file that lies in this one: its name, which may identify somebody by itself, and what it says. What cannot
/// be read is noted. `label` is how the line begins that names it, where it is a picture.
pub(super) fn include(
    document: &mut Document,
    part: &str,
    (label, name): (&str, &str),
    bytes: Result<Vec<u8>, Problem>,
    limits: &Limits,
) {
    let seen = bytes.as_ref().is_ok_and(|bytes| picture::is_picture(bytes));
    let label = if seen { label } else { "Contains: " };
    document.push(&format!("{part} (name)"), &format!("{label}{}\n", one_line(name)));
    match bytes.and_then(|bytes| read(name, bytes, limits)) {
        Ok(inner) => document.include(part, &inner),
        Err(problem) => document.leave_unread(part, &problem),
    }
}

/// A name on one line, as a place shows it.
pub(super) fn one_line(name: &str) -> String {
    name.split(char::is_control).collect::<Vec<_>>().join(" ")
}

/// A name in whatever encoding an old program wrote it.
pub(super) fn name(bytes: &[u8]) -> String {
    one_line(&text_of(bytes))
}
