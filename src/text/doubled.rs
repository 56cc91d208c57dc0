//! Quotation marks that are doubled because the text stands in a field of a table (RFC 4180, 2.7): `""Ana"" called`.

use super::map::{Rewriter, Rewritten};

/// Makes one of two marks, and of three, the first or last of which bounds the field, where a word begins or ends there.
/// Fields without anything in them stay: `"",""`.
pub(super) fn single(text: &str) -> Option<Rewritten> {
    let bytes = text.as_bytes();
    let mut rewriter = Rewriter::new(text);
    let mut from = 0;
    while let Some(start) = memchr::memmem::find(&bytes[from..], b"\"\"").map(|at| from + at) {
        let end = start + bytes[start..].iter().take_while(|byte| **byte == b'"').count();
        let beside = [text[..start].chars().next_back(), text[end..].chars().next()];
        let bounds = |c: &Option<char>| c.is_none_or(|c| c.is_whitespace() || matches!(c, ',' | ';' | '|'));
        // Behind a backslash the first mark is the word's own.
        if end - start <= 3 && !beside.iter().all(bounds) && beside[0] != Some('\\') {
            rewriter.replace(start..end - 1, "");
        }
        from = end;
    }
    rewriter.finish()
}
