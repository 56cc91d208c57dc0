//! DICOM, the files of clinical cameras and scanners (.dcm): the header's elements by tag, DICOM PS3.5 and PS3.6, in
//! little endian, explicit or implicit. The pixels end the reading.

use super::Details;

/// Whether the preamble says so.
pub(super) fn is(head: &[u8]) -> bool {
    head.get(128..132) == Some(b"DICM")
}

/// The elements that tell who, where or when, and what they are called.
const ELEMENTS: &[((u16, u16), &str)] = &[
    ((0x0008, 0x0020), "Study date"),
    ((0x0008, 0x0021), "Series date"),
    ((0x0008, 0x0022), "Date taken"),
    ((0x0008, 0x0050), "Accession number"),
    ((0x0008, 0x0080), "Institution"),
    ((0x0008, 0x0081), "Institution address"),
    ((0x0008, 0x0090), "Referring physician"),
    ((0x0008, 0x1010), "Station"),
    ((0x0008, 0x1030), "Study"),
    ((0x0008, 0x103e), "Series"),
    ((0x0008, 0x1048), "Physician of record"),
    ((0x0008, 0x1050), "Performing physician"),
    ((0x0008, 0x1070), "Operator"),
    ((0x0010, 0x0010), "Patient name"),
    ((0x0010, 0x0020), "Patient ID"),
    ((0x0010, 0x0030), "Patient birth date"),
    ((0x0010, 0x0050), "Insurance plan"),
    ((0x0010, 0x1000), "Other patient ID"),
    ((0x0010, 0x1001), "Other patient name"),
    ((0x0010, 0x1005), "Patient birth name"),
    ((0x0010, 0x1010), "Patient age"),
    ((0x0010, 0x1040), "Patient address"),
    ((0x0010, 0x1060), "Mother's birth name"),
    ((0x0010, 0x2154), "Patient phone"),
    ((0x0010, 0x21b0), "Patient history"),
    ((0x0010, 0x4000), "Patient comments"),
    ((0x0018, 0x1000), "Device serial number"),
    ((0x0020, 0x4000), "Image comments"),
    ((0x0032, 0x1032), "Requesting physician"),
    ((0x0032, 0x1060), "Procedure"),
    ((0x0038, 0x0010), "Admission number"),
    ((0x0038, 0x0300), "Patient room"),
    ((0x0040, 0x0244), "Procedure date"),
    ((0x0040, 0xa123), "Person name"),
];

/// The syntaxes that are read: implicit, explicit, and explicit with packed pixels, whose header is not packed.
const IMPLICIT: &str = "1.2.840.10008.1.2";
const PACKED_WHOLE: &str = "1.2.840.10008.1.2.1.99";
const BIG_ENDIAN: &str = "1.2.840.10008.1.2.2";

/// The elements from which on there is nothing but pixels.
const PIXELS: (u16, u16) = (0x7fe0, 0x0008);

/// The most elements that are looked at.
const MOST: usize = 100_000;

pub(super) fn read(bytes: &[u8], details: &mut Details) {
    let mut at = if is(bytes) { 132 } else { 0 };
    let mut implicit = at == 0 && !explicit_at(bytes, 0);
    let mut syntax_told = at == 0;
    for _ in 0..MOST {
        if at >= bytes.len() {
            return;
        }
        let group = bytes.get(at..at + 2).map_or(0, |group| u16::from_le_bytes([group[0], group[1]]));
        if !syntax_told && group != 2 {
            syntax_told = true;
            implicit |= !explicit_at(bytes, at);
        }
        let Some(element) = Element::at(bytes, at, implicit && group != 2) else {
            details.damaged = true;
            return;
        };
        if element.tag >= PIXELS {
            return;
        }
        at = element.next;
        let value = text(element.value);
        if element.tag == (0x0002, 0x0010) {
            implicit = value == IMPLICIT;
            if value == PACKED_WHOLE || value == BIG_ENDIAN {
                details.damaged = true;
                return;
            }
        }
        if let Some((_, label)) = ELEMENTS.iter().find(|(tag, _)| *tag == element.tag) {
            details.tell(label, &readable(label, &value));
        }
    }
    details.damaged = true;
}

/// Whether two letters name a kind of value where the explicit syntax has them.
fn explicit_at(bytes: &[u8], at: usize) -> bool {
    bytes.get(at + 4..at + 6).is_some_and(|kind| kind.iter().all(u8::is_ascii_uppercase))
}

struct Element<'b> {
    tag: (u16, u16),
    value: &'b [u8],
    /// Where the next one stands.
    next: usize,
}

impl<'b> Element<'b> {
    fn at(bytes: &'b [u8], at: usize, implicit: bool) -> Option<Element<'b>> {
        let short = |at: usize| Some(u16::from_le_bytes(bytes.get(at..at + 2)?.try_into().ok()?));
        let long = |at: usize| Some(u32::from_le_bytes(bytes.get(at..at + 4)?.try_into().ok()?));
        let tag = (short(at)?, short(at + 2)?);
        // Items and their ends have no kind, in either syntax.
        let plain = implicit || tag.0 == 0xfffe;
        let (length, start) = if plain {
            (long(at + 4)?, at + 8)
        } else {
            match bytes.get(at + 4..at + 6)? {
                b"OB" | b"OW" | b"OF" | b"OD" | b"OL" | b"OV" | b"SQ" | b"UT" | b"UN" | b"UC" | b"UR" | b"SV"
                | b"UV" => (long(at + 8)?, at + 12),
                _ => (u32::from(short(at + 6)?), at + 8),
            }
        };
        let sequence = !plain && bytes.get(at + 4..at + 6) == Some(b"SQ");
        // What lies in a sequence or an item is read like what lies beside it.
        if length == u32::MAX || tag.0 == 0xfffe || sequence {
            return Some(Element { tag, value: &[], next: start });
        }
        let end = start.checked_add(length as usize)?;
        let value = match bytes.get(start..end) {
            Some(value) => value,
            None if tag >= PIXELS => &[],
            None => return None,
        };
        Some(Element { tag, value, next: end })
    }
}

fn text(value: &[u8]) -> String {
    super::super::text_of(value).trim_matches([' ', '\0']).to_owned()
}

/// A name as people write it, a date as a date: `Marsh^Odile` is `Odile Marsh`, `19880314` is `1988-03-14`.
fn readable(label: &str, value: &str) -> String {
    if label.ends_with("date") && value.len() == 8 && value.bytes().all(|byte| byte.is_ascii_digit()) {
        return format!("{}-{}-{}", &value[..4], &value[4..6], &value[6..]);
    }
    let mut parts = value.split(['=', '\\']).next().unwrap_or(value).split('^').map(str::trim);
    let first = parts.next().unwrap_or_default().to_owned();
    let rest = parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ");
    if rest.is_empty() { value.replace(['=', '\\'], ", ") } else { format!("{rest} {first}") }
}
