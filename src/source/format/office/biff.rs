//! What calamine does not read in a workbook of the old kind (.xls): comments, text boxes, and the headers of pages.
//!
//! Record numbers are those of Microsoft's "[MS-XLS]: Excel Binary File Format".

use crate::source::Limits;
use std::io::{Cursor, Read};

const HEADER: u16 = 0x14;
const FOOTER: u16 = 0x15;
/// A text box or a comment; its words follow in a record that continues it.
const TEXT_OBJECT: u16 = 0x1b6;
const CONTINUE: u16 = 0x3c;

/// The texts, each with what it is; none where the container cannot be read.
pub(super) fn texts(bytes: &[u8], limits: &Limits) -> Option<Vec<(&'static str, String)>> {
    let mut container = cfb::CompoundFile::open(Cursor::new(bytes)).ok()?;
    let name = ["/Workbook", "/Book"].into_iter().find(|name| container.is_stream(name))?;
    let mut stream = Vec::new();
    container.open_stream(name).ok()?.take(limits.size).read_to_end(&mut stream).ok()?;
    let mut texts = Vec::new();
    let mut rest = stream.as_slice();
    let mut object = false;
    while let [a, b, c, d, after @ ..] = rest {
        let (kind, length) = (u16::from_le_bytes([*a, *b]), usize::from(u16::from_le_bytes([*c, *d])));
        let record = after.get(..length)?;
        rest = &after[length..];
        match kind {
            HEADER | FOOTER => {
                let what = if kind == HEADER { "header" } else { "footer" };
                texts.extend(record.get(2..).and_then(characters).map(|text| (what, text)));
            }
            CONTINUE if object => texts.extend(characters(record).map(|text| ("comment or text box", text))),
            _ => {}
        }
        object = kind == TEXT_OBJECT;
    }
    Some(texts)
}

/// Characters of one byte each or, where the first bit says so, of two.
fn characters(record: &[u8]) -> Option<String> {
    let (flags, text) = record.split_first()?;
    let text: String = if flags & 1 == 0 {
        text.iter().map(|byte| char::from(*byte)).collect()
    } else {
        let units = text.chunks_exact(2).map(|pair| u16::from_le_bytes([pair[0], pair[1]]));
        char::decode_utf16(units).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
    };
    (!text.trim().is_empty()).then_some(text)
}
