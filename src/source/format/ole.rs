//! The container of Office files before 2007, which also holds locked files of today: told apart by what lies in it.

use super::unread::OLE;
use super::{Format, office};
use crate::document::Document;
use crate::source::{Limits, Problem};

pub(super) static FORMAT: Format = Format { is, read, write: None };

fn is(extension: &str, head: &[u8]) -> bool {
    head.starts_with(OLE) && extension != "msg"
}

fn read(bytes: Vec<u8>, limits: &Limits) -> Result<Document, Problem> {
    let holds = |name: &str| {
        let name: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        memchr::memmem::find(&bytes, &name).is_some()
    };
    if holds("EncryptedPackage") || holds("EncryptionInfo") {
        Err(Problem::Encrypted("an Office document"))
    } else if holds("WordDocument") {
        Err(Problem::OldFormat { what: "a Word document of the old kind (.doc)", instead: ".docx" })
    } else if holds("PowerPoint Document") {
        Err(Problem::OldFormat { what: "a PowerPoint presentation of the old kind (.ppt)", instead: ".pptx" })
    } else if holds("Workbook") || holds("Book") {
        office::legacy_sheets(&bytes, limits)
    } else if holds("__nameid_version1.0") {
        Err(Problem::Unsupported("an Outlook message"))
    } else {
        Err(Problem::OldFormat { what: "an Office document of an old kind", instead: "one of today's kinds" })
    }
}
