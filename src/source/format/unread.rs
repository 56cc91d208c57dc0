//! Documents that cannot be read: told apart from binary files, never passed over.

/// The first bytes of the container of Office files before 2007, and of locked ones of today.
pub(super) const OLE: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";

/// What the file is, if it is a document of a kind that holds text which cannot be read.
pub(super) fn what(extension: &str, head: &[u8]) -> Option<&'static str> {
    if cfg!(not(feature = "pdf")) && head.starts_with(b"%PDF-") {
        return Some("a PDF");
    }
    let office = head.starts_with(OLE) || head.starts_with(b"PK\x03\x04") && named(extension).is_some();
    if cfg!(not(feature = "office")) && office {
        return Some("an Office document");
    }
    match extension {
        "pages" | "numbers" | "key" if head.starts_with(b"PK\x03\x04") => Some("an Apple iWork document"),
        "msg" if head.starts_with(OLE) => Some("an Outlook message"),
        _ => None,
    }
}

/// What a file's name says it is, where that is a document.
pub(super) fn named(extension: &str) -> Option<&'static str> {
    Some(match extension {
        "doc" | "docx" | "docm" | "dot" | "dotx" | "dotm" => "a Word document",
        "xls" | "xlsx" | "xlsm" | "xlsb" | "xlt" | "xltx" | "xltm" => "an Excel workbook",
        "ppt" | "pptx" | "pptm" | "pps" | "ppsx" | "ppsm" | "pot" | "potx" | "potm" => "a PowerPoint presentation",
        "odt" | "ott" | "ods" | "ots" | "odp" | "otp" | "odg" => "an OpenDocument file",
        "pdf" => "a PDF",
        "rtf" => "a rich-text document",
        _ => return None,
    })
}
