//! JSON and JSON Lines as files, also without the name: the places are key paths.

use super::{Format, plain};
use crate::document::{Document, Syntax};
use crate::source::{Limits, Problem};
use serde::de::IgnoredAny;

/// Files that are called JSON; one that breaks its rules is read as far as it keeps them, and as text from there on.
pub(super) static NAMED: Format = Format {
    is: |extension, head| {
        matches!(extension, "json" | "jsonl" | "ndjson" | "geojson" | "webmanifest") && plain::is(extension, head)
    },
    read: |bytes, limits| plain::written_in(Syntax::Json, bytes, limits),
    write: Some(plain::write),
};

/// Texts that begin like JSON, such as those on standard input.
pub(super) static FOUND: Format = Format {
    is: |extension, head| begins(plain::beginning(head)) && plain::is(extension, head),
    read: read_found,
    write: Some(plain::write),
};

/// Whether a text begins as an object or a list does.
fn begins(beginning: &[u8]) -> bool {
    let Some((first, rest)) = beginning.split_first() else { return false };
    let next = rest.trim_ascii_start().first();
    *first == b'{' && next == Some(&b'"') || *first == b'[' && matches!(next, Some(b'{' | b'[' | b'"'))
}

/// Reads a text, which is only JSON if it is so to its end: a letter may begin with `["`, too.
fn read_found(bytes: Vec<u8>, limits: &Limits) -> Result<Document, Problem> {
    let document = plain::read(bytes, limits)?;
    let mut values = serde_json::Deserializer::from_str(document.text()).into_iter::<IgnoredAny>();
    let is_json = values.all(|value| value.is_ok());
    Ok(if is_json { document.written_in(Syntax::Json) } else { document })
}
