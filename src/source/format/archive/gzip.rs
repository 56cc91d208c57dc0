//! Files packed by gzip (.gz, .tgz, .tar.gz): a tar archive, or one file.

use super::super::{Format, inside};
use super::tar;
use crate::document::{Document, PICTURE_FILE};
use crate::source::{Limits, Problem};
use flate2::bufread::MultiGzDecoder;

pub(in super::super) static FORMAT: Format = Format { is, read, write: None };

const WHAT: &str = "a gzip archive";

fn is(extension: &str, head: &[u8]) -> bool {
    head.starts_with(b"\x1f\x8b") || head.is_empty() && matches!(extension, "gz" | "tgz")
}

fn read(bytes: Vec<u8>, limits: &Limits) -> Result<Document, Problem> {
    if bytes.is_empty() {
        return Err(Problem::Empty(WHAT));
    }
    let mut packed = MultiGzDecoder::new(bytes.as_slice());
    let unpacked = limits.inflate(&mut packed).map_err(|problem| match problem {
        Problem::Io(_) => Problem::Damaged(WHAT),
        other => other,
    })?;
    if tar::is_tar(&unpacked) {
        return tar::read(unpacked, limits);
    }
    // The header may tell the file's name, which names its format too.
    let name = packed.header().and_then(|header| header.filename()).map(inside::name);
    let Some(name) = name else { return inside::read("", unpacked, limits) };
    let mut document = Document::default();
    inside::include(&mut document, &name, (PICTURE_FILE, &name), Ok(unpacked), limits);
    Ok(document)
}
