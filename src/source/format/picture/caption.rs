//! The captions that picture programs write: XMP and IPTC, wherever in the file they stand.

use super::Details;
use memchr::memmem;
use quick_xml::Reader;
use quick_xml::events::Event;

pub(super) fn read(bytes: &[u8], details: &mut Details) {
    for (number, at) in memmem::find_iter(bytes, b"8BIM\x04\x04").enumerate() {
        if number == BLOCKS {
            details.damaged = true;
            break;
        }
        iptc(&bytes[at + 6..], details);
    }
    let mut rest = bytes;
    while let Some(start) = memmem::find(rest, b"<x:xmpmeta") {
        let end = memmem::find(&rest[start..], b"</x:xmpmeta>").map(|end| start + end + 12);
        details.damaged |= end.is_none();
        xmp(&rest[start..end.unwrap_or(rest.len())], details);
        rest = &rest[end.unwrap_or(rest.len())..];
    }
}

/// The most blocks of IPTC that a picture has; more are there to take time.
const BLOCKS: usize = 50;

/// What the data sets of IPTC's record 2 are called, those that can tell who, where or when.
const DATA_SETS: [(u8, &str); 16] = [
    (5, "Title"),
    (25, "Keyword"),
    (26, "Place"),
    (40, "Instructions"),
    (55, "Date"),
    (80, "Author"),
    (85, "Author's title"),
    (90, "City"),
    (92, "Place"),
    (103, "Reference"),
    (105, "Headline"),
    (110, "Credit"),
    (115, "Source"),
    (116, "Copyright"),
    (118, "Contact"),
    (120, "Caption"),
];

/// A name, a length, and the data sets: each 0x1c, a record, a number, a length and a value.
fn iptc(block: &[u8], details: &mut Details) {
    let name = usize::from(block.first().copied().unwrap_or_default());
    // The name is padded to an even length, its own length byte counted.
    let at = (name + 2) & !1;
    let Some(&[a, b, c, d]) = block.get(at..at + 4) else { return };
    let length = u32::from_be_bytes([a, b, c, d]) as usize;
    let mut sets = block.get(at + 4..).unwrap_or_default();
    sets = &sets[..length.min(sets.len())];
    while let Some(&[0x1c, record, number, high, low]) = sets.get(..5) {
        let length = usize::from(high) << 8 | usize::from(low);
        let value = sets.get(5..5 + length).unwrap_or_default();
        if let Some((_, label)) = DATA_SETS.iter().find(|(known, _)| record == 2 && *known == number) {
            details.tell(label, &super::super::text_of(value));
        }
        sets = sets.get(5 + length..).unwrap_or_default();
    }
}

/// What only serves programs: identifiers of the file, its history, how it was developed, the frame around all.
const TECHNICAL: [&str; 13] = [
    "xmpMM:*",
    "stEvt:*",
    "stRef:*",
    "crs:*",
    "xmlns*",
    "x:*",
    "rdf:*",
    "xml:*",
    "photoshop:ColorMode",
    "photoshop:ICCProfile",
    "dc:format",
    "xmp:CreatorTool",
    "xmp:Rating",
];

/// Every element and attribute of XMP that says something, by the last part of its name.
pub(super) fn xmp(bytes: &[u8], details: &mut Details) {
    let text = super::super::text_of(bytes);
    let mut reader = Reader::from_str(&text);
    let mut open: Vec<String> = Vec::new();
    let mut value = String::new();
    loop {
        let event = match reader.read_event() {
            Ok(event) => event,
            Err(_) => {
                details.damaged = true;
                return;
            }
        };
        match &event {
            Event::Text(text) => value.push_str(text),
            Event::CData(text) => value.push_str(text),
            Event::GeneralRef(name) => value.push_str(&format!("&{};", &**name)),
            _ => said(&open, &std::mem::take(&mut value), details),
        }
        match &event {
            Event::Start(element) | Event::Empty(element) => {
                for attribute in element.attributes().flatten() {
                    said(&[attribute.key.as_ref().to_owned()], &attribute.value, details);
                }
                if matches!(event, Event::Start(_)) {
                    open.push(element.name().as_ref().to_owned());
                }
            }
            Event::End(_) => {
                open.pop();
            }
            Event::Eof => return,
            _ => {}
        }
    }
}

/// Notes what the innermost element says that is more than a list or a frame.
fn said(open: &[String], value: &str, details: &mut Details) {
    let technical = |name: &str| {
        TECHNICAL.iter().any(|known| match known.strip_suffix('*') {
            Some(beginning) => name.starts_with(beginning),
            None => name == *known,
        })
    };
    let lists = |name: &&String| name.starts_with("rdf:") || name.starts_with("x:");
    let Some(name) = open.iter().rev().find(|name| !lists(name)) else { return };
    // Measures of the picture and of the exposure are numbers; a serial number is told by name.
    let measure = ["tiff:", "exif:", "aux:", "xmpTPg:", "crd:"].iter().any(|space| name.starts_with(space));
    let telling = ["GPS", "Serial", "Description", "Artist", "Copyright", "Comment", "Date", "Owner"];
    if technical(name) || measure && !telling.iter().any(|word| name.contains(word)) {
        return;
    }
    let label = name.rsplit(':').next().unwrap_or(name);
    // `CreatorWorkEmail` is read as three words.
    let mut words = String::new();
    for c in label.chars() {
        if c.is_uppercase() && words.ends_with(char::is_lowercase) {
            words.push(' ');
        }
        words.push(if words.is_empty() { c.to_ascii_uppercase() } else { c.to_ascii_lowercase() });
    }
    details.tell(&words, &unescaped(value));
}

/// The five references of XML and nothing else: what a document declares itself is never expanded.
fn unescaped(text: &str) -> String {
    let named = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&#xA;", " "), ("&amp;", "&")];
    named.iter().fold(text.to_owned(), |text, (reference, meant)| text.replace(reference, meant))
}
