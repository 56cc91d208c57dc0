//! Tar archives (.tar), packed or not.

use super::super::{Format, inside};
use super::{REST, member};
use crate::document::Document;
use crate::source::{Limits, Problem};
use tar::{Archive, EntryType};

pub(in super::super) static FORMAT: Format = Format { is, read, write: None };

const WHAT: &str = "a tar archive";

fn is(extension: &str, head: &[u8]) -> bool {
    is_tar(head) || extension == "tar" && (head.is_empty() || head.contains(&0))
}

/// Whether the first header says so.
pub(super) fn is_tar(head: &[u8]) -> bool {
    head.get(257..262) == Some(b"ustar")
}

pub(super) fn read(bytes: Vec<u8>, limits: &Limits) -> Result<Document, Problem> {
    if bytes.is_empty() {
        return Err(Problem::Empty(WHAT));
    }
    let mut archive = Archive::new(bytes.as_slice());
    // One archive behind another is read too.
    archive.set_ignore_zeros(true);
    let mut document = Document::default();
    let mut first = true;
    for entry in archive.entries().map_err(|_| Problem::Damaged(WHAT))? {
        let Ok(entry) = entry else {
            if first {
                return Err(Problem::Damaged(WHAT));
            }
            document.leave_unread(REST, &Problem::Damaged(WHAT));
            break;
        };
        first = false;
        if let Err(problem) = limits.member() {
            document.leave_unread(REST, &problem);
            break;
        }
        let name = inside::name(&entry.path_bytes());
        match entry.header().entry_type() {
            EntryType::Regular | EntryType::Continuous | EntryType::GNUSparse => {
                let expected = entry.size();
                let bytes = limits.inflate(entry).and_then(|bytes| match bytes.len() as u64 == expected {
                    true => Ok(bytes),
                    false => Err(Problem::Damaged("a packed file")),
                });
                if !member(&mut document, &name, bytes, limits) {
                    break;
                }
            }
            EntryType::Link | EntryType::Symlink => {
                let target = entry.link_name_bytes().map_or(String::new(), |target| inside::name(&target));
                document.push(&name, &format!("Contains: {name}, a link to {target}\n"));
            }
            // Folders, devices and what a program notes for itself.
            _ => {}
        }
    }
    Ok(document)
}
