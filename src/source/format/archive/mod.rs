//! Archives: every member read by its own format, its name checked like any text. Nothing is ever written to disk, so a
//! member that calls itself `../../x` or points elsewhere does no harm.

mod gzip;
mod tar;
mod zip;

use super::inside;
use crate::document::{Document, PICTURE_FILE};
use crate::source::{Limits, Problem};

pub(super) use gzip::FORMAT as GZIP;
pub(super) use tar::FORMAT as TAR;
pub(super) use zip::FORMAT as ZIP;

/// What is called that which comes behind the member that was read last.
const REST: &str = "the rest of the archive";

/// Files that programs put into archives by themselves, and that hold nothing of the practice.
fn is_clutter(name: &str, bytes: &[u8]) -> bool {
    let last = name.rsplit('/').next().unwrap_or(name);
    // Beside every file, a Mac packs what its Finder knows of it.
    last.starts_with("._") && bytes.starts_with(b"\x00\x05\x16\x07")
        || last == ".DS_Store" && bytes.starts_with(b"\0\0\0\x01Bud1")
}

/// Appends a member. False where nothing more can be taken out: the limits are reached.
fn member(document: &mut Document, name: &str, bytes: Result<Vec<u8>, Problem>, limits: &Limits) -> bool {
    if bytes.as_ref().is_ok_and(|bytes| is_clutter(name, bytes)) {
        return true;
    }
    let spent = matches!(bytes, Err(Problem::TooMuch(_) | Problem::TooSlow(_)));
    let damaged = bytes.map_err(|problem| match problem {
        Problem::Io(_) => Problem::Damaged("a packed file"),
        other => other,
    });
    if spent && let Err(problem) = &damaged {
        document.leave_unread(&format!("{name} and {REST}"), problem);
        return false;
    }
    inside::include(document, name, (PICTURE_FILE, name), damaged, limits);
    true
}
