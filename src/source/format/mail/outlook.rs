//! Outlook's own messages (.msg): a compound file, one stream for each property, [MS-OXMSG].

use super::super::{Format, inside};
use super::{BODY, attachment, header, same_words};
use crate::document::Document;
use crate::source::{Limits, Problem};
use cfb::CompoundFile;
use mail_parser::decoders::html::html_to_text;
use std::io::{Cursor, Read};
use std::path::{Path, PathBuf};

pub(in super::super) static FORMAT: Format = Format { is, read, write: None };

const WHAT: &str = "an Outlook message";

/// What compound files begin with.
const OLE: &[u8] = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1";

/// The properties that are told as headers, by their identifiers in [MS-OXPROPS].
const HEADERS: [(&str, &str); 7] = [
    ("0C1A", "From"),
    ("5D01", "From"),
    ("0C1F", "From"),
    ("0E04", "To"),
    ("0E03", "Cc"),
    ("0E02", "Bcc"),
    ("0037", "Subject"),
];

fn is(extension: &str, head: &[u8]) -> bool {
    let named = extension == "msg";
    // The names of streams are written in UTF-16.
    let told = || memchr::memmem::find(head, b"_\0_\0s\0u\0b\0s\0t\0g\x001\0.\x000\0_\0").is_some();
    named && head.is_empty() || head.starts_with(OLE) && (named || told())
}

type File = CompoundFile<Cursor<Vec<u8>>>;

fn read(bytes: Vec<u8>, limits: &Limits) -> Result<Document, Problem> {
    if bytes.is_empty() {
        return Err(Problem::Empty(WHAT));
    }
    let mut file = CompoundFile::open(Cursor::new(bytes)).map_err(|_| Problem::Damaged(WHAT))?;
    let mut document = Document::default();
    message(&mut file, Path::new("/"), &mut document, limits)?;
    if document.text().trim().is_empty() {
        return Err(Problem::Damaged(WHAT));
    }
    Ok(document)
}

/// Appends the message in a storage of the file.
fn message(file: &mut File, at: &Path, document: &mut Document, limits: &Limits) -> Result<(), Problem> {
    limits.in_time()?;
    // What the message came with says more than Outlook's summary of it, where it came from outside.
    for (property, name) in HEADERS {
        if let Some(value) = text(file, at, property, limits)? {
            header(document, name, &value);
        }
    }
    let storages = storages(file, at);
    for storage in storages.iter().filter(|storage| is_called(storage, "__recip_version1.0_")) {
        for property in ["3001", "39FE", "3003"] {
            if let Some(value) = text(file, storage, property, limits)? {
                header(document, "Recipient", &value);
            }
        }
    }
    if !document.text().is_empty() {
        document.append("\n");
    }
    body(file, at, document, limits)?;
    for storage in storages.iter().filter(|storage| is_called(storage, "__attach_version1.0_")) {
        if let Err(problem) = limits.member() {
            document.leave_unread("the rest of the attachments", &problem);
            break;
        }
        attached(file, storage, document, limits)?;
    }
    Ok(())
}

/// Appends what the message says.
fn body(file: &mut File, at: &Path, document: &mut Document, limits: &Limits) -> Result<(), Problem> {
    let plain = text(file, at, "1000", limits)?;
    let html = match bytes(file, at, "1013", "0102", limits)? {
        Some(bytes) => Some(super::super::text_of(&bytes)),
        None => text(file, at, "1013", limits)?,
    };
    let rich = bytes(file, at, "1009", "0102", limits)?.is_some();
    if let Some(plain) = &plain {
        document.push(BODY, plain);
    }
    match (&plain, html) {
        (Some(plain), Some(html)) if same_words(&html_to_text(&html), plain) => {}
        (_, Some(html)) => match inside::read("body.html", html.into_bytes(), limits) {
            Ok(inner) => document.include("HTML body", &inner),
            Err(problem) => document.leave_unread("HTML body", &problem),
        },
        (None, None) if rich => document.leave_unread(BODY, &Problem::Unsupported("a rich-text message")),
        _ => {}
    }
    Ok(())
}

/// The property by which a page refers to a picture in it.
const CONTENT_ID: &str = "3712";

/// Appends an attachment.
fn attached(file: &mut File, at: &Path, document: &mut Document, limits: &Limits) -> Result<(), Problem> {
    let name = match text(file, at, "3707", limits)? {
        Some(long) => Some(long),
        None => text(file, at, "3704", limits)?.or(text(file, at, "3001", limits)?),
    };
    let name = name.unwrap_or_else(|| "unnamed".to_owned());
    let place = attachment(&name);
    // A message in the message stands there as a storage.
    let embedded = at.join("__substg1.0_3701000D");
    if file.is_storage(&embedded) {
        match limits.inside() {
            Ok(limits) => {
                let mut inner = Document::default();
                match message(file, &embedded, &mut inner, &limits) {
                    Ok(()) => document.include(&place, &inner),
                    Err(problem) => document.leave_unread(&place, &problem),
                }
            }
            Err(problem) => document.leave_unread(&place, &problem),
        }
        return Ok(());
    }
    let bytes = bytes(file, at, "3701", "0102", limits)?.ok_or(Problem::Damaged("an attachment"));
    let inline = text(file, at, CONTENT_ID, limits)?.is_some_and(|id| !id.is_empty());
    inside::attach(document, &place, &name, inline, bytes, limits);
    Ok(())
}

/// The storages right inside a storage, in order.
fn storages(file: &File, at: &Path) -> Vec<PathBuf> {
    let entries = file.read_storage(at);
    entries
        .map(|entries| entries.filter(cfb::Entry::is_storage).map(|entry| entry.path().to_owned()).collect())
        .unwrap_or_default()
}

fn is_called(path: &Path, beginning: &str) -> bool {
    path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(beginning))
}

/// A property that is a text, in either of the encodings that Outlook writes.
fn text(file: &mut File, at: &Path, property: &str, limits: &Limits) -> Result<Option<String>, Problem> {
    if let Some(bytes) = bytes(file, at, property, "001F", limits)? {
        let (text, _) = encoding_rs::UTF_16LE.decode_without_bom_handling(&bytes);
        return Ok(Some(text.into_owned()));
    }
    Ok(bytes(file, at, property, "001E", limits)?.map(|bytes| super::super::text_of(&bytes)))
}

/// The bytes of a property.
fn bytes(file: &mut File, at: &Path, property: &str, kind: &str, limits: &Limits) -> Result<Option<Vec<u8>>, Problem> {
    let path = at.join(format!("__substg1.0_{property}{kind}"));
    if !file.is_stream(&path) {
        return Ok(None);
    }
    let stream = file.open_stream(&path).map_err(|_| Problem::Damaged(WHAT))?;
    // Streams may share sectors in a file that is built so, and then hold more than the file.
    let mut bytes = Vec::new();
    stream.take(limits.size + 1).read_to_end(&mut bytes).map_err(|_| Problem::Damaged(WHAT))?;
    limits.unpack(bytes.len() as u64)?;
    Ok(Some(bytes))
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::io::Write;

    /// A message as Outlook lays it out, with these streams.
    fn message_file(streams: &[(&str, &[u8])]) -> Vec<u8> {
        let mut file = CompoundFile::create(Cursor::new(Vec::new())).unwrap();
        for (path, bytes) in streams {
            let path = Path::new(path);
            file.create_storage_all(path.parent().unwrap()).unwrap();
            file.create_stream(path).unwrap().write_all(bytes).unwrap();
        }
        file.flush().unwrap();
        file.into_inner().into_inner()
    }

    fn wide(text: &str) -> Vec<u8> {
        text.encode_utf16().flat_map(u16::to_le_bytes).collect()
    }

    #[test]
    fn headers_body_and_attachments_are_read_in_either_encoding() {
        let bytes = message_file(&[
            ("/__substg1.0_0C1A001F", &wide("Odile Märsh")),
            ("/__substg1.0_0C1F001E", b"odile@mail.example"),
            ("/__substg1.0_0037001E", b"caf\xe9 \x96 lips"),
            ("/__substg1.0_1000001F", &wide("Swollen since Friday.\r\n")),
            ("/__substg1.0_10130102", b"<p>Swollen since Friday.</p>"),
            ("/__recip_version1.0_#00000000/__substg1.0_39FE001F", &wide("hello@glow.example")),
            ("/__attach_version1.0_#00000000/__substg1.0_3707001F", &wide("chart.txt")),
            ("/__attach_version1.0_#00000000/__substg1.0_37010102", b"Chart 00418822"),
            ("/__attach_version1.0_#00000001/__substg1.0_3001001F", &wide("Re: lips")),
            ("/__attach_version1.0_#00000001/__substg1.0_3701000D/__substg1.0_1000001F", &wide("Come in.")),
        ]);
        assert!(is("msg", &bytes));
        let document = read(bytes, &Limits::default()).unwrap();
        assert_eq!(
            document.text(),
            "From: Odile Märsh\nFrom: odile@mail.example\nSubject: café – lips\nRecipient: hello@glow.example\n\n\
             Swollen since Friday.\r\nContains: chart.txt\nChart 00418822\nCome in."
        );
        assert!(document.unread().is_empty(), "{:?}", document.unread());
        let place = document.text().find("Come").unwrap();
        assert_eq!(document.places().at(place).part, Some("attachment Re: lips, body"));
    }

    #[test]
    fn what_is_no_message_or_says_it_in_rich_text_alone_is_told() {
        let rich = message_file(&[("/__substg1.0_0037001F", &wide("Hi")), ("/__substg1.0_10090102", b"LZFu")]);
        assert_eq!(read(rich, &Limits::default()).unwrap().unread().len(), 1);
        assert!(matches!(read(message_file(&[]), &Limits::default()), Err(Problem::Damaged(_))));
        assert!(matches!(read(OLE.to_vec(), &Limits::default()), Err(Problem::Damaged(_))));
    }
}
