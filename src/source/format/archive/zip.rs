//! Zip archives (.zip) that are no Office document.

use super::super::{Format, inside, unread};
use super::{REST, member};
use crate::document::Document;
use crate::source::{Limits, Problem};
use std::io::Cursor;
use zip::ZipArchive;
use zip::result::ZipError;

pub(in super::super) static FORMAT: Format = Format { is, read, write: None };

const WHAT: &str = "a zip archive";

fn is(extension: &str, head: &[u8]) -> bool {
    let packed = head.starts_with(b"PK\x03\x04") || head.starts_with(b"PK\x05\x06");
    packed && unread::what(extension, head).is_none() || head.is_empty() && extension == "zip"
}

fn read(bytes: Vec<u8>, limits: &Limits) -> Result<Document, Problem> {
    if bytes.is_empty() {
        return Err(Problem::Empty(WHAT));
    }
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Problem::Damaged(WHAT))?;
    let mut document = Document::default();
    if !archive.comment().is_empty() {
        document.push("comment", &inside::name(archive.comment()));
    }
    if archive.has_duplicate_names() {
        // Of two members of one name the list of members knows the last alone.
        document.leave_unread("a second file of the same name", &Problem::Damaged(WHAT));
    }
    for index in 0..archive.len() {
        if let Err(problem) = limits.member() {
            document.leave_unread(REST, &problem);
            break;
        }
        let name = match archive.by_index_raw(index) {
            Ok(file) if file.is_dir() => continue,
            Ok(file) => {
                let name = file.name().map_or_else(|_| inside::name(file.name_raw()), |name| inside::one_line(&name));
                if !file.comment().is_empty() {
                    document.push(&format!("{name} (comment)"), file.comment());
                }
                name
            }
            Err(_) => {
                document.leave_unread(REST, &Problem::Damaged(WHAT));
                break;
            }
        };
        let bytes = unpacked(&mut archive, index, limits);
        if !member(&mut document, &name, bytes, limits) {
            break;
        }
    }
    Ok(document)
}

/// The bytes of a member.
fn unpacked(archive: &mut ZipArchive<Cursor<Vec<u8>>>, index: usize, limits: &Limits) -> Result<Vec<u8>, Problem> {
    match archive.by_index(index) {
        Ok(file) => limits.inflate(file),
        Err(ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED)) => Err(Problem::Encrypted("a file")),
        Err(ZipError::CompressionMethodNotSupported(_) | ZipError::UnsupportedArchive(_)) => {
            Err(Problem::Packed("a file packed in a rare way"))
        }
        Err(_) => Err(Problem::Damaged("a packed file")),
    }
}
