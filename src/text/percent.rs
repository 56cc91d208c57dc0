//! Percent-encoding, the form of web addresses and of what forms send (RFC 3986, 2.1), decoded outside addresses.

use super::map::{Rewriter, Rewritten};

/// Decodes `Ana%20Ruiz` and `ana%40x.example`; a whole address stays, for its parts are read as such.
pub(super) fn decode(text: &str) -> Option<Rewritten> {
    let bytes = text.as_bytes();
    let mut rewriter = Rewriter::new(text);
    let mut word = (0, false);
    for at in memchr::memchr_iter(b'%', bytes) {
        if at < rewriter.done() {
            continue;
        }
        let Some((c, length)) = character(&bytes[at..]) else { continue };
        if at >= word.0 {
            word = judge_word(text, at);
        }
        if word.1 {
            rewriter.replace(at..at + length, c.encode_utf8(&mut [0; 4]));
        }
    }
    rewriter.finish()
}

/// The end of what stands around a place without white space, and whether it is encoded and no address.
fn judge_word(text: &str, at: usize) -> (usize, bool) {
    let start = text[..at].rfind(char::is_whitespace).map_or(0, |space| space + 1);
    let end = text[at..].find(char::is_whitespace).map_or(text.len(), |inside| at + inside);
    let Some(word) = text.get(start..end) else { return (end, false) };
    (end, !word.contains("://") && is_encoded(word))
}

/// Whether one escape cannot be a share in percent: a character beyond ASCII, one of several, or one beside a letter or
/// with one, as `20%2F3` and not `20%20`.
fn is_encoded(word: &str) -> bool {
    let bytes = word.as_bytes();
    let escapes = memchr::memchr_iter(b'%', bytes).filter_map(|at| character(&bytes[at..]).map(|found| (at, found)));
    let mut count = 0;
    for (at, (c, length)) in escapes {
        count += 1;
        let before = at.checked_sub(1).and_then(|before| bytes.get(before)).copied().unwrap_or(b' ');
        let after = bytes.get(at + length).copied().unwrap_or(b' ');
        let lettered = [before, after, bytes[at + 2]].iter().any(u8::is_ascii_alphabetic);
        if !c.is_ascii() || count > 1 || lettered && after.is_ascii_alphanumeric() {
            return true;
        }
    }
    false
}

/// The character that one `%XX` or several in a row stand for, and their length in bytes. Control characters are none.
fn character(rest: &[u8]) -> Option<(char, usize)> {
    let mut encoded = [0; 4];
    for count in 1..=4 {
        encoded[count - 1] = byte(rest.get((count - 1) * 3..)?)?;
        if let Ok(decoded) = std::str::from_utf8(&encoded[..count]) {
            return decoded.chars().next().filter(|c| !c.is_control()).map(|c| (c, count * 3));
        }
    }
    None
}

/// The byte that `%XX` stands for.
fn byte(rest: &[u8]) -> Option<u8> {
    let [b'%', high, low, ..] = rest else { return None };
    let digit = |b: u8| char::from(b).to_digit(16);
    u8::try_from(digit(*high)? << 4 | digit(*low)?).ok()
}
