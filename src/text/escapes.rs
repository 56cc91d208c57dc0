//! Escapes in strings of JSON and of programs (RFC 8259, 7): `\n`, `\"`, `\u00e9`.

use super::map::{Rewriter, Rewritten};
use std::ops::Range;

/// Decodes every escape inside a string that stands on one line as JSON has it, and elsewhere those of letters beyond
/// ASCII alone: `C:\new` is a folder.
pub(super) fn decode(text: &str) -> Option<Rewritten> {
    let bytes = text.as_bytes();
    memchr::memchr(b'\\', bytes)?;
    let mut rewriter = Rewriter::new(text);
    let mut from = 0;
    while let Some(at) = memchr::memchr2(b'"', b'\\', &bytes[from..]).map(|inside| from + inside) {
        from = match bytes[at] {
            b'"' => match string(text, at) {
                Some(string) => {
                    decode_string(text, &string, &mut rewriter);
                    string.end + 1
                }
                None => at + 1,
            },
            _ => match escape(&bytes[at..]) {
                Some((c, length)) if c.is_alphabetic() => replace(&mut rewriter, at..at + length, c),
                _ => at + 1,
            },
        };
    }
    rewriter.finish()
}

/// The inside of the string that a quote at `open` begins: between marks of JSON, or alone on its line.
fn string(text: &str, open: usize) -> Option<Range<usize>> {
    let bytes = text.as_bytes();
    let before = text[..open].trim_end_matches([' ', '\t']).bytes().next_back();
    if !before.is_none_or(|byte| b"{[(,:=\n".contains(&byte)) {
        return None;
    }
    let start = open + 1;
    let mut at = start;
    loop {
        at += memchr::memchr3(b'"', b'\\', b'\n', &bytes[at..])?;
        match bytes[at] {
            b'"' => break,
            b'\\' => at += escape(&bytes[at..])?.1,
            _ => return None,
        }
    }
    let after = text[at + 1..].trim_start_matches([' ', '\t']).bytes().next();
    after.is_none_or(|byte| b"}]),:;\r\n".contains(&byte)).then_some(start..at)
}

fn decode_string(text: &str, string: &Range<usize>, rewriter: &mut Rewriter<'_>) {
    let bytes = &text.as_bytes()[..string.end];
    let mut from = string.start;
    while let Some(at) = memchr::memchr(b'\\', &bytes[from..]).map(|inside| from + inside) {
        from = match escape(&bytes[at..]) {
            Some((c, length)) => replace(rewriter, at..at + length, c),
            None => at + 1,
        };
    }
}

fn replace(rewriter: &mut Rewriter<'_>, range: Range<usize>, with: char) -> usize {
    let end = range.end;
    rewriter.replace(range, with.encode_utf8(&mut [0; 4]));
    end
}

/// The character that an escape stands for, and its length in bytes.
fn escape(rest: &[u8]) -> Option<(char, usize)> {
    let c = match rest.get(1)? {
        b'n' => '\n',
        b't' => '\t',
        b'r' | b'b' | b'f' => ' ',
        b'u' => return unicode(rest),
        mark @ (b'"' | b'\\' | b'/') => char::from(*mark),
        _ => return None,
    };
    Some((c, 2))
}

/// `\u` and four digits, or two of them for a character beyond the first 65,536.
fn unicode(rest: &[u8]) -> Option<(char, usize)> {
    let first = unit(rest)?;
    if let Some(c) = char::from_u32(first.into()) {
        return Some((c, 6));
    }
    let second = unit(rest.get(6..)?)?;
    let c = char::decode_utf16([first, second]).next()?.ok()?;
    Some((c, 12))
}

/// The 16 bits of `\u` and four hexadecimal digits.
fn unit(rest: &[u8]) -> Option<u16> {
    let digits = rest.strip_prefix(b"\\u")?.get(..4)?;
    digits.iter().try_fold(0, |unit, digit| Some(unit << 4 | u16::try_from(char::from(*digit).to_digit(16)?).ok()?))
}
