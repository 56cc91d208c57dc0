//! JSON as it reads best: what a backslash introduces is decoded, and each member stands on a line of its own, as if a
//! program had not written all in one. `\u00e9` is decoded everywhere, for scripts and logs write it so, too.

use super::escapes;
use super::map::{Rewriter, Rewritten};

/// Decodes and breaks lines.
pub(super) fn decode(text: &str) -> Option<Rewritten> {
    if !is_json(text) {
        return escapes::decode(text);
    }
    let mut rewriter = Rewriter::new(text);
    members(text, &mut rewriter);
    rewriter.finish()
}

/// Whether a text begins as a JSON object or list does.
fn is_json(text: &str) -> bool {
    let rest = text.trim_ascii_start();
    let inner = rest.get(1..).unwrap_or_default().trim_ascii_start();
    rest.starts_with('{') && inner.starts_with('"') || rest.starts_with('[') && inner.starts_with(['{', '[', '"'])
}

/// Goes through lists and objects. A list of plain values stays on its line.
fn members(text: &str, rewriter: &mut Rewriter<'_>) {
    let bytes = text.as_bytes();
    // For each that is open, whether it is an object.
    let mut open: Vec<bool> = Vec::new();
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        at += 1;
        let object = open.last() == Some(&true);
        match byte {
            b'"' => at = string(text, at, rewriter),
            b'{' | b'[' => open.push(byte == b'{'),
            b'}' | b']' => drop(open.pop()),
            _ => {}
        }
        if matches!(byte, b'{' | b',') {
            let space = bytes[at..].iter().take_while(|b| b.is_ascii_whitespace()).count();
            let next = bytes.get(at + space);
            let member = (object || byte == b'{') && next == Some(&b'"')
                || !open.is_empty() && matches!(next, Some(b'{' | b'['));
            if member && !bytes[at..at + space].contains(&b'\n') {
                rewriter.replace(at - 1..at + space, if byte == b'{' { "{\n" } else { ",\n" });
                at += space;
            }
        }
    }
}

/// Decodes a string, and tells where it ends.
fn string(text: &str, from: usize, rewriter: &mut Rewriter<'_>) -> usize {
    let mut at = from;
    while let Some(next) = memchr::memchr2(b'"', b'\\', &text.as_bytes()[at..]) {
        at += next;
        let rest = &text[at..];
        if rest.starts_with('"') {
            return at + 1;
        }
        let length = if let Some((c, length)) = numbered(rest) {
            rewriter.replace(at..at + length, c.encode_utf8(&mut [0; 4]));
            length
        } else if let Some(stands_for) = short(rest) {
            rewriter.replace(at..at + 2, stands_for);
            2
        } else {
            1
        };
        at += length;
    }
    text.len()
}

/// What a backslash and one more character stand for. A quote inside of a string must not look like its end.
fn short(rest: &str) -> Option<&'static str> {
    Some(match rest.as_bytes().get(1)? {
        b'"' => "'",
        b'\\' => "\\",
        b'/' => "/",
        b'n' | b'r' => "\n",
        b't' | b'b' | b'f' => " ",
        _ => return None,
    })
}

/// The character of `\u00e9`, or of two such halves, and its length in bytes.
fn numbered(rest: &str) -> Option<(char, usize)> {
    let unit = |from: usize| {
        let digits = rest.get(from..from + 6)?.strip_prefix("\\u")?;
        digits.bytes().all(|b| b.is_ascii_hexdigit()).then(|| u16::from_str_radix(digits, 16).ok()).flatten()
    };
    let first = unit(0)?;
    let units = [Some(first), if (0xd800..0xdc00).contains(&first) { unit(6) } else { None }];
    let c = char::decode_utf16(units.into_iter().flatten()).next()?.ok()?;
    (!c.is_control()).then_some((c, 6 * c.len_utf16()))
}

#[cfg(test)]
mod tests {
    #[test]
    fn json_is_decoded_and_its_members_stand_on_lines() {
        let decoded = |text: &str| super::decode(text).map(|rewritten| rewritten.text);
        for (text, expected) in [
            ("{\n\"a\": \"Jos\\u00e9\\n3\\/14 \\\"x\\\" \\ud83d\\ude00\"}", Some("{\n\"a\": \"José\n3/14 'x' 😀\"}")),
            ("[\"a\\\\nb\"]", Some("[\"a\\nb\"]")),
            (
                "{\"a\":[1,\"b, c\", 2], \"d\":[{\"e\":1},{\"f\":2}]}",
                Some("{\n\"a\":[1,\"b, c\", 2],\n\"d\":[{\n\"e\":1},\n{\n\"f\":2}]}"),
            ),
            ("{\n  \"a\": 1,\n  \"b\": 2\n}", None),
            ("log: Jos\\u00e9, C:\\new\\\"x\"", Some("log: José, C:\\new\\\"x\"")),
            ("C:\\new\\table \\u12", None),
            ("{name}, hello", None),
            ("\\ud83d alone", None),
        ] {
            assert_eq!(decoded(text).as_deref(), expected, "{text}");
        }
    }
}
