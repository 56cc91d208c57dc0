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

#[cfg(test)]
mod tests {
    use super::*;
    use ::zip::{ZipWriter, write::SimpleFileOptions};
    use std::io::{Cursor, Write};

    fn zipped(members: &[(&str, &[u8])]) -> Vec<u8> {
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, bytes) in members {
            writer.start_file(*name, SimpleFileOptions::default()).unwrap();
            writer.write_all(bytes).unwrap();
        }
        writer.finish().unwrap().into_inner()
    }

    fn gaps(document: &Document) -> Vec<&str> {
        document.unread().iter().map(|gap| gap.part.as_str()).collect()
    }

    #[test]
    fn every_member_is_read_by_its_own_format_and_named() {
        let inner = zipped(&[("b.eml", b"From: a@b.example\n\nHi")]);
        let bytes = zipped(&[
            ("a/notes.txt", b"one"),
            ("../../c.zip", &inner),
            ("Odile_lips.png", b"\x89PNG\r\n\x1a\n\0\0\0\0IEND\0\0\0\0"),
            ("__MACOSX/._notes.txt", b"\0\x05\x16\x07\0\x02"),
            ("tool.exe", b"MZ\0\0"),
        ]);
        let document = (ZIP.read)(bytes, &Limits::default()).unwrap();
        assert_eq!(
            document.text(),
            "Contains: a/notes.txt\none\nContains: ../../c.zip\nContains: b.eml\nFrom: a@b.example\n\nHi\nPicture file: \
             Odile_lips.png\nContains: tool.exe\n"
        );
        let place = document.text().find("Hi").unwrap();
        assert_eq!(document.places().at(place).part, Some("../../c.zip, b.eml, body"));
        assert_eq!(gaps(&document), ["Odile_lips.png", "tool.exe"]);
    }

    #[test]
    fn the_limits_end_an_archive_and_the_rest_is_told() {
        let bytes = zipped(&[("a.txt", b"one"), ("b.txt", &[b'x'; 4096]), ("c.txt", b"three")]);
        let few = Limits { members: 2, ..Limits::default() };
        let document = (ZIP.read)(bytes.clone(), &few).unwrap();
        assert!(document.text().contains("xxx") && !document.text().contains("three"));
        assert_eq!(gaps(&document), [REST]);
        let small = Limits { unpacked: 1000, ..Limits::default() };
        assert_eq!(gaps(&(ZIP.read)(bytes.clone(), &small).unwrap()), ["b.txt and the rest of the archive"]);
        let flat = Limits { depth: 0, ..Limits::default() };
        assert_eq!(gaps(&(ZIP.read)(bytes, &flat).unwrap()).len(), 3);
    }

    #[test]
    fn a_member_that_was_changed_on_its_way_is_damaged() {
        let mut bytes = zipped(&[("a.txt", b"The quick brown fox jumps over the lazy dog")]);
        bytes[40] ^= 0xff;
        let read = (ZIP.read)(bytes, &Limits::default());
        assert!(read.is_err() || read.is_ok_and(|document| !document.unread().is_empty()));
    }

    #[test]
    fn links_and_folders_of_a_tar_are_only_named() {
        let mut builder = ::tar::Builder::new(Vec::new());
        let mut header = ::tar::Header::new_gnu();
        header.set_entry_type(::tar::EntryType::Symlink);
        header.set_size(0);
        builder.append_link(&mut header, "latest", "/etc/passwd").unwrap();
        let mut header = ::tar::Header::new_gnu();
        header.set_size(3);
        builder.append_data(&mut header, "a.txt", &b"one"[..]).unwrap();
        let document = (TAR.read)(builder.into_inner().unwrap(), &Limits::default()).unwrap();
        assert_eq!(document.text(), "Contains: latest, a link to /etc/passwd\nContains: a.txt\none");
        assert!(document.unread().is_empty());
    }
}
