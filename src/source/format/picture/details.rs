//! EXIF: what the camera, the phone and the program noted (JPEG, TIFF, HEIC, AVIF, PNG, WebP).

use super::Details;
use exif::{Context, Error, Exif, Field, In, Reader, Tag, Value};
use std::io::Cursor;

/// The fields that can tell who or when, by their numbers in EXIF 2.32, and what they are called.
const FIELDS: &[(u16, &str)] = &[
    (0x010d, "Document name"),
    (0x010e, "Description"),
    (0x0132, "Date changed"),
    (0x013b, "Author"),
    (0x013c, "Computer"),
    (0x8298, "Copyright"),
    (0x9003, "Date taken"),
    (0x9004, "Date stored"),
    (0x9286, "Comment"),
    (0x9c9b, "Title"),
    (0x9c9c, "Comment"),
    (0x9c9d, "Author"),
    (0x9c9e, "Keywords"),
    (0x9c9f, "Subject"),
    (0xa430, "Owner"),
    (0xa431, "Serial number of the camera"),
    (0xa435, "Serial number of the lens"),
    (0xa436, "Title"),
    (0xa437, "Photographer"),
    (0xa438, "Editor"),
    (0xc62f, "Serial number of the camera"),
];

pub(super) fn read(bytes: &[u8], details: &mut Details) {
    told(Reader::new().continue_on_error(true).read_from_container(&mut Cursor::new(bytes)), details);
}

/// The same, where EXIF stands by itself.
pub(super) fn raw(bytes: &[u8], details: &mut Details) {
    if let Some(exif) = bytes.strip_prefix(b"Exif\0\0") {
        told(Reader::new().continue_on_error(true).read_raw(exif.to_vec()), details);
    }
}

fn told(read: Result<Exif, Error>, details: &mut Details) {
    let exif = match read {
        Ok(exif) => exif,
        Err(Error::NotFound(_)) => return,
        Err(error) => {
            // A kind of picture that has no EXIF is not damaged.
            let known = !matches!(error, Error::InvalidFormat("Unknown image format"));
            details.damaged |= known;
            match error.distill_partial_result(|_| {}) {
                Ok(exif) => exif,
                Err(_) => return,
            }
        }
    };
    for field in exif.fields() {
        let number = field.tag.number();
        let known = FIELDS.iter().find(|(known, _)| *known == number && field.tag.context() != Context::Gps);
        if let Some((_, label)) = known {
            details.tell(label, &text(field));
        }
    }
    if let Some(position) = position(&exif) {
        details.tell("GPS position", &position);
    }
    for (tag, label) in [(Tag::GPSAreaInformation, "Place"), (Tag::GPSDateStamp, "Date of the position")] {
        if let Some(field) = exif.get_field(tag, In::PRIMARY) {
            details.tell(label, &text(field));
        }
    }
}

/// What a field says.
fn text(field: &Field) -> String {
    let number = field.tag.number();
    match &field.value {
        Value::Ascii(lines) => lines.iter().map(|line| super::super::text_of(line)).collect::<Vec<_>>().join(" "),
        // Windows writes its own fields in UTF-16.
        Value::Byte(bytes) if (0x9c9b..=0x9c9f).contains(&number) => utf16(bytes, true),
        Value::Byte(bytes) => super::super::text_of(bytes),
        // A comment says in eight bytes how the rest is encoded.
        Value::Undefined(bytes, _) => match bytes.split_at_checked(8) {
            Some((b"UNICODE\0", rest)) => utf16(rest, rest.first() != Some(&0)),
            Some((b"ASCII\0\0\0" | b"\0\0\0\0\0\0\0\0", rest)) => super::super::text_of(rest),
            _ => super::super::text_of(bytes),
        },
        _ => field.display_value().to_string(),
    }
}

fn utf16(bytes: &[u8], little: bool) -> String {
    let encoding = if little { encoding_rs::UTF_16LE } else { encoding_rs::UTF_16BE };
    encoding.decode(bytes).0.into_owned()
}

/// The place in degrees: `36.33200, -94.11850`.
fn position(exif: &Exif) -> Option<String> {
    let degrees = |tag: Tag, reference: Tag, negative: &str| {
        let Value::Rational(parts) = &exif.get_field(tag, In::PRIMARY)?.value else { return None };
        let part = |index: usize| parts.get(index).map_or(0.0, |part| part.to_f64());
        let value = part(0) + part(1) / 60.0 + part(2) / 3600.0;
        let side = exif.get_field(reference, In::PRIMARY).map(|field| field.display_value().to_string());
        let sign = if side.is_some_and(|side| side.eq_ignore_ascii_case(negative)) { -1.0 } else { 1.0 };
        value.is_finite().then_some(sign * value)
    };
    let latitude = degrees(Tag::GPSLatitude, Tag::GPSLatitudeRef, "S")?;
    let longitude = degrees(Tag::GPSLongitude, Tag::GPSLongitudeRef, "W")?;
    Some(format!("{latitude:.5}, {longitude:.5}"))
}
