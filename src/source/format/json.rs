//! JSON and JSON Lines as files. The places are key paths.

use super::{Format, plain};
use crate::document::Syntax;

pub(super) static FORMAT: Format = Format {
    is: |extension, head| plain::is(extension, head) && (is_named(extension) || is_json(plain::beginning(head))),
    read: |bytes, limits| plain::written_in(Syntax::Json, bytes, limits),
    write: Some(plain::write),
};

fn is_named(extension: &str) -> bool {
    matches!(extension, "json" | "jsonl" | "ndjson" | "geojson" | "webmanifest")
}

/// Whether a text begins as a JSON object or list does; `[name]` in a letter does not.
fn is_json(beginning: &[u8]) -> bool {
    let Some((first, rest)) = beginning.split_first() else { return false };
    let next = rest.trim_ascii_start().first();
    match first {
        b'{' => next == Some(&b'"'),
        b'[' => matches!(next, Some(b'{' | b'[' | b'"')),
        _ => false,
    }
}
