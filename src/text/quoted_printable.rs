//! Quoted-printable, the encoding of mail bodies (RFC 2045, 6.7), decoded where a text clearly is in it.

use super::map::{Rewriter, Rewritten};

/// Decodes `=C3=A9` to `é` and joins lines that end in `=`.
pub(super) fn decode(text: &str) -> Option<Rewritten> {
    let bytes = text.as_bytes();
    if !is_encoded(text) {
        return None;
    }
    let mut rewriter = Rewriter::new(text);
    // A header above everything else only says how the rest is written.
    if text.get(..HEADER.len()).is_some_and(|head| head.eq_ignore_ascii_case(HEADER))
        && let Some(line) = memchr::memchr(b'\n', bytes)
    {
        let body = text[line..].trim_start_matches(['\r', '\n']);
        rewriter.replace(0..text.len() - body.len(), "");
    }
    for at in memchr::memchr_iter(b'=', bytes) {
        if at < rewriter.done() {
            continue;
        }
        if let Some(length) = soft_break(&bytes[at..]) {
            rewriter.replace(at..at + length, "");
        } else if let Some((c, length)) = character(&bytes[at..]) {
            rewriter.replace(at..at + length, c.encode_utf8(&mut [0; 4]));
        }
    }
    rewriter.finish()
}

/// The header of a mail or of a part of one that names its encoding.
const HEADER: &str = "content-transfer-encoding:";

/// What is needed to believe it without a header.
const ENOUGH: usize = 3;

/// The shortest line that a mail program would break, in bytes; it breaks at 76.
const BROKEN_LINE: usize = 60;

/// From here on, no other text ends a line with `=`: it is the mark at the end of a whole line, in bytes.
const FULL_LINE: usize = 72;

/// Whether a header says so, or the text has what ordinary text has not.
fn is_encoded(text: &str) -> bool {
    let bytes = text.as_bytes();
    let mut evidence = 0;
    let mut from = 0;
    let mut header = None;
    for at in memchr::memchr_iter(b'=', bytes) {
        if at < from {
            continue;
        }
        let rest = &bytes[at..];
        if soft_break(rest).is_some() {
            let line = memchr::memrchr(b'\n', &bytes[..at]).map_or(0, |newline| newline + 1);
            evidence += match at - line {
                FULL_LINE.. => ENOUGH,
                BROKEN_LINE.. => 2,
                _ => 0,
            };
        } else if let Some((c, length)) = character(rest) {
            evidence += match c {
                // A single byte beyond ASCII may be anything; a whole character of UTF-8 is no accident.
                _ if length > 3 => 2,
                '=' => 1,
                ' ' if matches!(rest.get(3), None | Some(b'\r' | b'\n')) => 1,
                _ => 0,
            };
            from = at + length;
        }
        if evidence >= ENOUGH || *header.get_or_insert_with(|| has_header(text)) {
            return true;
        }
    }
    false
}

/// Whether a header of a mail says so, or a parameter of a card's property.
fn has_header(text: &str) -> bool {
    const VALUE: &[u8] = b"quoted-printable";
    let ends_with = |head: &[u8], name: &[u8]| {
        head.len() >= name.len() && head[head.len() - name.len()..].eq_ignore_ascii_case(name)
    };
    memchr::memchr3_iter(b':', b'=', b';', text.as_bytes()).any(|mark| {
        let (head, tail) = text.as_bytes().split_at(mark + 1);
        let value = tail.trim_ascii_start();
        let said = match head[mark] {
            b':' => ends_with(head, HEADER.as_bytes()),
            b'=' => ends_with(head, b";encoding="),
            _ => value.get(VALUE.len()) == Some(&b':'),
        };
        said && value.get(..VALUE.len()).is_some_and(|value| value.eq_ignore_ascii_case(VALUE))
    })
}

/// The length of `=` and a line break.
fn soft_break(rest: &[u8]) -> Option<usize> {
    match rest {
        [b'=', b'\n', ..] => Some(2),
        [b'=', b'\r', b'\n', ..] => Some(3),
        _ => None,
    }
}

/// The character that one or several `=XX` in a row stand for, and their length in bytes.
///
/// A byte that is no UTF-8 is taken for Latin-1.
fn character(rest: &[u8]) -> Option<(char, usize)> {
    let first = byte(rest)?;
    let mut encoded = [first, 0, 0, 0];
    for count in 2..=4 {
        let Some(next) = rest.get((count - 1) * 3..).and_then(byte) else { break };
        encoded[count - 1] = next;
        if let Ok(decoded) = std::str::from_utf8(&encoded[..count])
            && !first.is_ascii()
        {
            return decoded.chars().next().map(|c| (c, count * 3));
        }
    }
    Some((char::from(first), 3))
}

/// The byte that `=XX` stands for.
fn byte(rest: &[u8]) -> Option<u8> {
    let [b'=', high, low, ..] = rest else { return None };
    let digit = |b: u8| match b {
        b'0'..=b'9' => Some(b - b'0'),
        b'A'..=b'F' => Some(b - b'A' + 10),
        _ => None,
    };
    Some(digit(*high)? << 4 | digit(*low)?)
}
