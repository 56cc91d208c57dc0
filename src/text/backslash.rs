//! Characters that JSON writes with a backslash: `\u00e9`, `\n`, `\/`, decoded in its strings; `\u00e9` everywhere, for
//! scripts and logs write it so, too.

use super::map::{Rewriter, Rewritten};

/// Decodes what a backslash introduces.
pub(super) fn decode(text: &str) -> Option<Rewritten> {
    memchr::memchr(b'\\', text.as_bytes())?;
    let mut rewriter = Rewriter::new(text);
    let json = is_json(text);
    let mut inside = false;
    for at in memchr::memchr2_iter(b'\\', b'"', text.as_bytes()) {
        if at < rewriter.done() {
            continue;
        }
        let rest = &text[at..];
        if rest.starts_with('"') {
            inside = !inside;
        } else if let Some((c, length)) = numbered(rest) {
            rewriter.replace(at..at + length, c.encode_utf8(&mut [0; 4]));
        } else if json
            && inside
            && let Some(stands_for) = short(rest)
        {
            rewriter.replace(at..at + 2, stands_for);
        }
    }
    rewriter.finish()
}

/// Whether a text begins as a JSON object or list does.
fn is_json(text: &str) -> bool {
    let rest = text.trim_ascii_start();
    let inner = rest.get(1..).unwrap_or_default().trim_ascii_start();
    rest.starts_with('{') && inner.starts_with('"') || rest.starts_with('[') && inner.starts_with(['{', '[', '"'])
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

/// The character of `\u00e9`, or of two such halves, and its length in bytes. What controls nothing is no letter.
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
    use super::*;

    #[test]
    fn what_json_writes_with_a_backslash_is_decoded() {
        let decoded = |text: &str| super::decode(text).map(|rewritten| rewritten.text);
        for (text, expected) in [
            ("{\"a\": \"Jos\\u00e9\\n3\\/14 \\\"x\\\" \\ud83d\\ude00\"}", Some("{\"a\": \"José\n3/14 'x' 😀\"}")),
            ("[\"a\\\\nb\"]", Some("[\"a\\nb\"]")),
            ("log: Jos\\u00e9, C:\\new\\\"x\"", Some("log: José, C:\\new\\\"x\"")),
            ("C:\\new\\table \\u12", None),
            ("{\"a\": 1}", None),
            ("\\ud83d alone", None),
        ] {
            assert_eq!(decoded(text).as_deref(), expected, "{text}");
        }
    }
}
