//! The text chunks of PNG, and the comments of JPEG.

use super::Details;
use crate::source::{Limits, Problem};
use flate2::read::ZlibDecoder;

pub(super) fn read(bytes: &[u8], details: &mut Details, limits: &Limits) -> Result<(), Problem> {
    if let Some(chunks) = bytes.strip_prefix(b"\x89PNG\r\n\x1a\n") {
        return png(chunks, details, limits);
    }
    if bytes.starts_with(b"\xff\xd8") {
        jpeg(bytes, details);
    }
    Ok(())
}

/// Length, kind, data and checksum of each chunk; a length that runs over the end ends the reading.
fn png(mut chunks: &[u8], details: &mut Details, limits: &Limits) -> Result<(), Problem> {
    while let Some((head, rest)) = chunks.split_at_checked(8) {
        limits.in_time()?;
        let length = u32::from_be_bytes([head[0], head[1], head[2], head[3]]) as usize;
        let Some(data) = rest.get(..length) else {
            details.damaged = true;
            return Ok(());
        };
        match &head[4..] {
            b"tEXt" => {
                let (key, value) = split(data);
                told(details, key, value);
            }
            b"zTXt" => {
                let (key, packed) = split(data);
                inflated(details, key, packed.get(1..).unwrap_or_default(), limits)?;
            }
            b"iTXt" => {
                let (key, rest) = split(data);
                let packed = rest.first() == Some(&1);
                let (_, rest) = split(rest.get(2..).unwrap_or_default());
                let (_, value) = split(rest);
                match packed {
                    true => inflated(details, key, value, limits)?,
                    false => told(details, key, value),
                }
            }
            b"IEND" => return Ok(()),
            _ => {}
        }
        chunks = rest.get(length + 4..).unwrap_or_default();
    }
    // Without its end it was cut off.
    details.damaged = true;
    Ok(())
}

/// What stands before and behind the first zero.
fn split(bytes: &[u8]) -> (&[u8], &[u8]) {
    let zero = bytes.iter().position(|byte| *byte == 0);
    zero.map_or((bytes, &[]), |zero| (&bytes[..zero], &bytes[zero + 1..]))
}

fn inflated(details: &mut Details, key: &[u8], packed: &[u8], limits: &Limits) -> Result<(), Problem> {
    match limits.inflate(ZlibDecoder::new(packed)) {
        Ok(value) => told(details, key, &value),
        Err(Problem::Io(_)) => details.damaged = true,
        Err(problem) => return Err(problem),
    }
    Ok(())
}

fn told(details: &mut Details, key: &[u8], value: &[u8]) {
    let key = super::super::text_of(key);
    match key.as_str() {
        // What is packed in here is read by itself, or is no text.
        "XML:com.adobe.xmp" => super::caption::xmp(value, details),
        key if key.starts_with("Raw profile type") => profile(value, details),
        "Creation Time" => details.tell("Date taken", &super::super::text_of(value)),
        // When and by what the file was made says nothing about the picture.
        "Software" => {}
        key if key.starts_with("date:") => {}
        key => details.tell(key, &super::super::text_of(value)),
    }
}

/// What ImageMagick and ExifTool keep of other formats: a kind, a length, and the bytes in hexadecimal.
fn profile(value: &[u8], details: &mut Details) {
    let digits = value.splitn(4, |byte| *byte == b'\n').nth(3).unwrap_or_default();
    let digits: Vec<u8> = digits.iter().copied().filter(u8::is_ascii_hexdigit).collect();
    match data_encoding::HEXLOWER_PERMISSIVE.decode(&digits) {
        Ok(bytes) => {
            super::details::raw(&bytes, details);
            super::caption::read(&bytes, details);
        }
        Err(_) => details.damaged = true,
    }
}

/// The comments before the picture begins.
fn jpeg(bytes: &[u8], details: &mut Details) {
    let mut at = 2;
    while let Some(&[0xff, marker, high, low]) = bytes.get(at..at + 4) {
        let length = usize::from(high) << 8 | usize::from(low);
        if marker == 0xfe {
            let comment = bytes.get(at + 4..at + 2 + length).unwrap_or_default();
            details.tell("Comment", &super::super::text_of(comment));
        }
        // The picture itself, and markers without a length.
        if marker == 0xda || length < 2 {
            return;
        }
        at += 2 + length;
    }
}
