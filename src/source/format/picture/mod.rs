//! Pictures: what is written in them beside what they show. That cannot be read here, so it is told each time.

mod caption;
mod details;
mod dicom;
mod png;

use super::{Format, binary};
use crate::document::Document;
use crate::source::{Limits, Problem};

pub(super) static FORMAT: Format = Format { is, read, write: None };

/// The extensions of pictures.
const EXTENSIONS: [&str; 15] =
    ["jpg", "jpeg", "jpe", "png", "gif", "heic", "heif", "avif", "webp", "tif", "tiff", "bmp", "dng", "psd", "dcm"];

/// What the details are called, as a part of the picture.
const DETAILS: &str = "details";

fn is(extension: &str, head: &[u8]) -> bool {
    let named = EXTENSIONS.contains(&extension);
    named && head.is_empty()
        || is_picture(head)
        || extension == "dcm" && head.contains(&0)
        || extension == "bmp" && head.starts_with(b"BM") && head.contains(&0)
}

/// Whether a file is a picture, by its first bytes.
pub(super) fn is_picture(head: &[u8]) -> bool {
    dicom::is(head) || binary::what(head) == Some("an image")
}

/// Whether it is a picture of a clinic's own machines, which names its patient.
pub(super) fn is_clinical(bytes: &[u8]) -> bool {
    dicom::is(bytes)
}

fn read(bytes: Vec<u8>, limits: &Limits) -> Result<Document, Problem> {
    if bytes.is_empty() {
        return Err(Problem::Empty("a picture"));
    }
    let mut details = Details::default();
    if dicom::is(&bytes) || !is_picture(&bytes) && !bytes.starts_with(b"BM") {
        dicom::read(&bytes, &mut details);
    } else {
        details::read(&bytes, &mut details);
        png::read(&bytes, &mut details, limits)?;
        caption::read(&bytes, &mut details);
    }
    let mut document = Document::default();
    for (label, value) in &details.told {
        document.push(DETAILS, &format!("{label}: {value}\n"));
    }
    if details.damaged {
        document.leave_unread(DETAILS, &Problem::Damaged("a picture"));
    }
    document.leave_unseen(&Problem::Unseen);
    Ok(document)
}

/// What is written in a picture.
#[derive(Debug, Default)]
struct Details {
    /// Labels and values, in the order in which they were found.
    told: Vec<(String, String)>,
    /// Whether something of it could not be read.
    damaged: bool,
}

/// The most that one detail says, in bytes; more is no caption.
const LONGEST: usize = 64 * 1024;

/// The most details that a picture has; more are there to take time.
const MOST: usize = 1000;

impl Details {
    /// Notes a detail once, on one line.
    fn tell(&mut self, label: &str, value: &str) {
        if self.told.len() >= MOST {
            self.damaged = true;
            return;
        }
        let value = value.split(|c: char| c.is_control()).map(str::trim).filter(|word| !word.is_empty());
        let mut value = value.collect::<Vec<_>>().join(" ");
        value.truncate(value.floor_char_boundary(LONGEST));
        // EXIF writes days with colons.
        if let [_, _, _, _, b':', _, _, b':', ..] = value.as_bytes()
            && value[..10].bytes().all(|byte| byte.is_ascii_digit() || byte == b':')
        {
            value = format!("{}-{}-{}", &value[..4], &value[5..7], &value[8..]);
        }
        let told = self.told.iter().any(|(known, said)| known == label && *said == value);
        if !value.is_empty() && !told {
            self.told.push((label.to_owned(), value));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_details(bytes: &[u8]) -> Vec<String> {
        let document = read(bytes.to_vec(), &Limits::default()).unwrap();
        assert!(document.is_unseen());
        document.text().lines().map(str::to_owned).collect()
    }

    #[test]
    fn captions_are_read_wherever_a_program_puts_them() {
        let mut jpeg =
            b"\xff\xd8\xff\xfe\x00\x0cOdile lips\xff\xed\x00\x30Photoshop 3.0\x008BIM\x04\x04\0\0\0\0\0\x12".to_vec();
        jpeg.extend(b"\x1c\x02\x78\0\x0dlip, two week");
        jpeg.extend(b"<x:xmpmeta xmlns:x='adobe:ns:meta/'><rdf:RDF><rdf:Description photoshop:Headline='Odile &amp; Maj' xmpMM:DocumentID='xmp.did:1'><dc:creator><rdf:Seq><rdf:li>Mia Cho</rdf:li></rdf:Seq></dc:creator></rdf:Description></rdf:RDF></x:xmpmeta>\xff\xd9");
        assert_eq!(
            read_details(&jpeg),
            ["Comment: Odile lips", "Caption: lip, two week", "Headline: Odile & Maj", "Creator: Mia Cho"]
        );
    }

    #[test]
    fn text_chunks_of_png_are_read_packed_or_not() {
        let chunk = |kind: &[u8], data: &[u8]| [&(data.len() as u32).to_be_bytes()[..], kind, data, &[0; 4]].concat();
        let mut packed = Vec::new();
        let mut encoder = flate2::read::ZlibEncoder::new(&b"Odile Marsh"[..], flate2::Compression::fast());
        std::io::Read::read_to_end(&mut encoder, &mut packed).unwrap();
        let png = [
            b"\x89PNG\r\n\x1a\n".to_vec(),
            chunk(b"tEXt", b"Author\0Mia Cho"),
            chunk(b"zTXt", &[b"Title\0\0".to_vec(), packed.clone()].concat()),
            chunk(b"iTXt", &[b"Comment\0\x01\0en\0Kommentar\0".to_vec(), packed].concat()),
            chunk(b"IEND", b""),
        ]
        .concat();
        assert_eq!(read_details(&png), ["Author: Mia Cho", "Title: Odile Marsh", "Comment: Odile Marsh"]);
    }

    #[test]
    fn a_dicom_header_is_read_by_tag_in_every_plain_syntax() {
        let explicit = |group: u16, element: u16, kind: &[u8; 2], value: &[u8]| {
            [&group.to_le_bytes()[..], &element.to_le_bytes(), kind, &(value.len() as u16).to_le_bytes(), value]
                .concat()
        };
        let implicit = |group: u16, element: u16, value: &[u8]| {
            [&group.to_le_bytes()[..], &element.to_le_bytes(), &(value.len() as u32).to_le_bytes(), value].concat()
        };
        let told = ["Patient name: Odile Marsh", "Patient ID: 00418822"];
        let start = [vec![0; 128], b"DICM".to_vec()].concat();
        let file = [
            start.clone(),
            explicit(2, 0x10, b"UI", b"1.2.840.10008.1.2.1\0"),
            explicit(0x10, 0x10, b"PN", b"Marsh^Odile "),
            explicit(0x10, 0x20, b"LO", b"00418822"),
        ]
        .concat();
        assert_eq!(read_details(&file), told);
        let file = [
            start,
            explicit(2, 0x10, b"UI", b"1.2.840.10008.1.2\0"),
            implicit(0x10, 0x10, b"Marsh^Odile "),
            implicit(0x10, 0x20, b"00418822"),
        ]
        .concat();
        assert_eq!(read_details(&file), told);
    }

    #[test]
    fn what_is_torn_or_empty_is_told() {
        let torn = read(b"\xff\xd8\xff\xe1\x00\x40Exif\0\0II*\0\xff\xff".to_vec(), &Limits::default()).unwrap();
        assert!(torn.unread().iter().any(|gap| gap.why.contains("damaged")), "{torn:?}");
        assert!(matches!(read(Vec::new(), &Limits::default()), Err(Problem::Empty(_))));
    }
}
