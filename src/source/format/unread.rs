//! Documents that hold text which cannot be read yet: told apart from binary files, never passed over.

/// What the file is, if it is such a document.
pub(super) fn what(extension: &str, head: &[u8]) -> Option<&'static str> {
    match extension {
        "doc" | "docx" | "docm" | "dot" | "dotx" => return Some("a Word document"),
        "xls" | "xlsx" | "xlsm" | "xlsb" => return Some("an Excel workbook"),
        "ppt" | "pptx" | "pptm" | "pps" | "ppsx" => return Some("a PowerPoint presentation"),
        "odt" | "ods" | "odp" => return Some("an OpenDocument file"),
        "pages" | "numbers" | "key" if is_zip(head) => return Some("an Apple iWork document"),
        "msg" if head.starts_with(OLE) => return Some("an Outlook message"),
        _ => {}
    }
    if head.starts_with(b"%PDF-") || extension == "pdf" {
        Some("a PDF")
    } else if head.starts_with(b"{\\rtf") || extension == "rtf" {
        Some("a rich-text document")
    } else if head.starts_with(OLE) || is_office_archive(head) {
        Some("an Office document")
    } else {
        None
    }
}

/// The container of Office files before 2007.
const OLE: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";

/// What an Office file since 2007, or an OpenDocument file, names near its beginning.
const OFFICE_ENTRIES: &[&[u8]] = &[b"[Content_Types].xml", b"application/vnd.oasis.opendocument"];

fn is_office_archive(head: &[u8]) -> bool {
    is_zip(head) && OFFICE_ENTRIES.iter().any(|entry| memchr::memmem::find(head, entry).is_some())
}

fn is_zip(head: &[u8]) -> bool {
    head.starts_with(b"PK\x03\x04")
}
