//! The text inside a table's field (RFC 4180, 2.6 and 2.7): its quotation marks are doubled, and it may have lines.

use super::map::{Rewriter, Rewritten};

/// Makes one of two marks, and of three, the first or last of which bounds the field, where a word begins or ends there;
/// a field of many lines becomes a text of its own. Fields without anything in them stay: `"",""`.
pub(super) fn single(text: &str) -> Option<Rewritten> {
    let bytes = text.as_bytes();
    let mut rewriter = Rewriter::new(text);
    let mut from = 0;
    // Where the field of many lines ends that the work is in.
    let mut closes = None;
    while let Some(start) = memchr::memchr(b'"', &bytes[from..]).map(|at| from + at) {
        let end = start + bytes[start..].iter().take_while(|byte| **byte == b'"').count();
        from = end;
        if closes.is_some_and(|close| start <= close && close < end) {
            let close = end - 1;
            if close - start > 1 {
                rewriter.replace(start..close - 1, "");
            }
            rewriter.replace(close..end, "\n");
            closes = None;
        } else if end - start == 1 && closes.is_none() {
            closes = lines(bytes, start);
            if closes.is_some() {
                rewriter.replace(start..end, "\n\n");
            }
        } else if is_doubled(text, start, end) {
            rewriter.replace(start..end - 1, "");
        }
    }
    rewriter.finish()
}

/// Whether marks are those of a word, doubled.
fn is_doubled(text: &str, start: usize, end: usize) -> bool {
    let beside = [text[..start].chars().next_back(), text[end..].chars().next()];
    let bounds = |c: &Option<char>| c.is_none_or(|c| c.is_whitespace() || matches!(c, ',' | ';' | '|'));
    // Behind a backslash the first mark is the word's own.
    (2..=3).contains(&(end - start)) && !beside.iter().all(bounds) && beside[0] != Some('\\')
}

/// Where a field that a mark opens ends, if it has many lines.
fn lines(bytes: &[u8], open: usize) -> Option<usize> {
    /// A longer one is a text that lacks its closing mark.
    const LONGEST: usize = 100_000;
    /// One of fewer lines belongs to its row.
    const MANY: usize = 4;
    let separates = |byte: &u8| matches!(byte, b',' | b';' | b'\t' | b'|');
    let within = &bytes[..bytes.len().min(open + LONGEST)];
    if !open.checked_sub(1).is_some_and(|before| separates(&bytes[before])) {
        return None;
    }
    let mut at = open + 1;
    loop {
        let close = at + memchr::memchr(b'"', within.get(at..)?)?;
        if within.get(close + 1) == Some(&b'"') {
            at = close + 2;
            continue;
        }
        let bounded = bytes.get(close + 1).is_none_or(|byte| separates(byte) || matches!(byte, b'\r' | b'\n'));
        let many = memchr::memchr_iter(b'\n', &bytes[open..close]).count() + 1 >= MANY;
        return (bounded && many).then_some(close);
    }
}
