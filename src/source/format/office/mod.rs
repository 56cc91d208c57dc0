//! Office files since 2007 and OpenDocument files: archives of XML. Which one it is, its inside tells, not its name.

mod biff;
mod links;
mod margins;
mod opendocument;
mod package;
mod properties;
mod prose;
mod sheets;
mod slides;
mod word;
mod woven;
mod write;
mod xml;

use super::{Change, Format};
use crate::document::Document;
use crate::source::{Limits, Problem};
use package::Package;
use woven::Woven;

pub(super) use sheets::legacy as legacy_sheets;

/// Word, Excel and PowerPoint.
pub(super) static FORMAT: Format = Format { is, read, write: Some(write) };

/// The files of LibreOffice.
pub(super) static OPEN_DOCUMENT: Format = Format { is: is_open_document, read, write: None };

/// The names of such files.
const EXTENSIONS: [&str; 15] = [
    "docx", "docm", "dotx", "dotm", "xlsx", "xlsm", "xlsb", "xltx", "xltm", "pptx", "pptm", "ppsx", "ppsm", "potx",
    "potm",
];

/// What such a file names near its beginning.
const MEMBERS: [&[u8]; 4] = [b"[Content_Types].xml", b"word/", b"ppt/", b"xl/"];

fn is(extension: &str, head: &[u8]) -> bool {
    let named = || MEMBERS.iter().any(|member| memchr::memmem::find(head, member).is_some());
    head.starts_with(b"PK\x03\x04") && (EXTENSIONS.contains(&extension) || named())
}

fn is_open_document(extension: &str, head: &[u8]) -> bool {
    const TYPE: &[u8] = b"mimetypeapplication/vnd.oasis.opendocument";
    let named = matches!(extension, "odt" | "ott" | "ods" | "ots" | "odp" | "otp" | "odg");
    head.starts_with(b"PK\x03\x04") && (named || memchr::memmem::find(head, TYPE).is_some())
}

fn read(bytes: Vec<u8>, limits: &Limits) -> Result<Document, Problem> {
    let mut package = Package::open(&bytes, "an Office document", limits)?;
    Ok(woven(&mut package, &bytes)?.document)
}

/// Puts changes of the text into a file.
fn write(bytes: &[u8], changes: &[Change], limits: &Limits) -> Result<Vec<u8>, Problem> {
    let mut package = Package::open(bytes, "an Office document", limits)?;
    let kind = kind(&mut package)?;
    if matches!(&kind, Kind::OpenDocument) || matches!(&kind, Kind::Sheets(main) if main.ends_with(".bin")) {
        return Err(Problem::OutOfReach);
    }
    let woven = of_kind(&mut package, bytes, &kind)?;
    write::changed(package, &woven, changes)
}

/// What an archive holds.
enum Kind {
    Word(String),
    Slides(String),
    Sheets(String),
    OpenDocument,
}

fn woven(package: &mut Package<'_>, bytes: &[u8]) -> Result<Woven, Problem> {
    let kind = kind(package)?;
    of_kind(package, bytes, &kind)
}

fn of_kind(package: &mut Package<'_>, bytes: &[u8], kind: &Kind) -> Result<Woven, Problem> {
    let woven = match kind {
        Kind::Word(main) => word::read(package, main),
        Kind::Slides(main) => slides::read(package, main),
        Kind::Sheets(main) => sheets::read(package, main, bytes),
        Kind::OpenDocument => opendocument::read(package),
    };
    woven.map(Woven::finish)
}

/// What kind it is, by the member that its relationships call the main one.
fn kind(package: &mut Package<'_>) -> Result<Kind, Problem> {
    if package.has("content.xml") && package.has("META-INF/manifest.xml") {
        package.is_now("an OpenDocument file");
        return Ok(Kind::OpenDocument);
    }
    let relations = package.relations("")?;
    let main = relations.into_iter().find(|relation| relation.kind == "officeDocument");
    let Some(main) = main.map(|main| main.target) else {
        return Err(if package.has("[Content_Types].xml") {
            package.damaged()
        } else {
            Problem::Mislabelled { is: "an archive", named: "an Office document" }
        });
    };
    if !package.has(&main) {
        return Err(package.damaged());
    }
    let folder = package::key(&main);
    let (what, kind) = match folder.split('/').next() {
        Some("ppt") => ("a PowerPoint presentation", Kind::Slides(main)),
        Some("xl") => ("an Excel workbook", Kind::Sheets(main)),
        _ => ("a Word document", Kind::Word(main)),
    };
    package.is_now(what);
    Ok(kind)
}
