//! A code is whole between white space: what a pattern or the tagger saw of it grows to its ends.

use super::{Hit, Kind, code};
use crate::lexicon::{self, Class};
use crate::text::Page;
use std::ops::Range;

/// The kinds whose values grow over the marks that join them.
const JOINED: &[Kind] = &[
    Kind::Phone,
    Kind::Mrn,
    Kind::HealthPlan,
    Kind::Account,
    Kind::License,
    Kind::Vehicle,
    Kind::Device,
    Kind::Biometric,
    Kind::OtherId,
];

/// The kinds before whose digits a few capitals may stand alone: `MKX 4471 8820`.
const PREFIXED: &[Kind] = &[Kind::HealthPlan, Kind::License, Kind::OtherId];

/// Grows every code of a page to its ends.
pub(super) fn widen(page: &Page<'_>, hits: &mut [Hit]) {
    let text = page.text();
    for hit in hits.iter_mut().filter(|hit| JOINED.contains(&hit.kind) && !is_end(&hit.rule)) {
        hit.range = joined(text, hit.range.clone());
        if PREFIXED.contains(&hit.kind) {
            hit.range.start -= prefix(text, &hit.range, hit.kind == Kind::License);
            hit.range.end += suffix(text, &hit.range);
        }
    }
}

/// Whether a rule finds no more than the end of a number on purpose.
fn is_end(rule: &str) -> bool {
    rule.contains("last-four") || rule.ends_with("/masked") || rule.ends_with("/ending")
}

/// A code grows by no more pieces on a side; a row without an end would be walked through for each hit in it.
const PIECES: usize = 24;

/// A range with the pieces that marks join to it on both sides: `4471` of `GX-4471-B`.
pub(super) fn joined(text: &str, mut range: Range<usize>) -> Range<usize> {
    for _ in 0..PIECES {
        let Some(length) = piece_before(text, range.start) else { break };
        range.start -= length;
    }
    for _ in 0..PIECES {
        let Some(length) = piece_behind(text, range.end) else { break };
        range.end += length;
    }
    range
}

/// The length of the piece that ends where a value begins, with its mark.
fn piece_before(text: &str, at: usize) -> Option<usize> {
    let (head, value) = text.split_at(at);
    let bare = head.trim_end_matches(['-', '_', '.']);
    let mark = &head[bare.len()..];
    let piece = &bare[bare.trim_end_matches(|c: char| c.is_ascii_alphanumeric()).len()..];
    let begins = value.starts_with(|c: char| c.is_ascii_alphanumeric());
    let touches = match mark {
        "" => begins || value.starts_with('-'),
        "-" | "_" => begins,
        "." => begins && piece.bytes().all(|b| b.is_ascii_uppercase()),
        _ => false,
    };
    // A letter of another script, or a sum: no code goes on over them.
    let whole = !bare[..bare.len() - piece.len()].ends_with(|c: char| c.is_alphabetic() || "$€+@".contains(c));
    (touches && whole && is_prefix(piece, mark)).then_some(piece.len() + mark.len())
}

/// Whether a piece can be the front of a code: digits, or a few capitals that are no label.
fn is_prefix(piece: &str, mark: &str) -> bool {
    let capitals = piece.len() <= 5 && piece.bytes().all(|b| b.is_ascii_uppercase());
    let small = mark == "_" && piece.len() <= 4 && piece.bytes().all(|b| b.is_ascii_lowercase());
    let digits = piece.bytes().any(|b| b.is_ascii_digit());
    !piece.is_empty()
        && (digits || small || capitals && !piece.bytes().all(|b| b == b'X'))
        && !code::is_small_word(piece)
}

/// The length of the piece that begins where a value ends, with its mark.
fn piece_behind(text: &str, at: usize) -> Option<usize> {
    let (value, tail) = text.split_at(at);
    let mark = usize::from(tail.starts_with(['-', '_']));
    let piece = &tail[mark..];
    let length = piece.bytes().take_while(u8::is_ascii_alphanumeric).count();
    let (piece, rest) = piece.split_at(length);
    let touches = value.ends_with(|c: char| c.is_ascii_alphanumeric() || mark == 0 && "-_".contains(c));
    let digits = piece.bytes().any(|b| b.is_ascii_digit());
    let capitals = piece.len() <= 2 && piece.bytes().all(|b| b.is_ascii_uppercase());
    let whole = !rest.starts_with(|c: char| c.is_alphabetic() || "@%".contains(c));
    (touches && !piece.is_empty() && whole && (digits || capitals)).then_some(mark + length)
}

/// The length of a few capitals and a space before a value: the insurer's or the state's letters.
fn prefix(text: &str, range: &Range<usize>, of_a_state: bool) -> usize {
    let digits = text[range.clone()].bytes().filter(u8::is_ascii_digit).count();
    let Some(head) = text[..range.start].strip_suffix(' ') else { return 0 };
    let letters = head.bytes().rev().take_while(u8::is_ascii_uppercase).count();
    let (before, word) = head.split_at(head.len() - letters);
    let entry = lexicon::lookup(word);
    let state = of_a_state && letters == 2 && word != "ID" && entry.is(Class::State);
    let plain = !entry.is(Class::Label)
        && !entry.is(Class::Credential)
        && entry.common() < 3
        && entry.given().max(entry.surname()) == 0
        && !code::is_small_word(word);
    let alone = !before.ends_with(|c: char| c.is_alphanumeric() || "-/&".contains(c));
    let begins = text[range.start..].starts_with(|c: char| c.is_ascii_digit());
    let fits = (2..=4).contains(&letters) && digits >= 6 && begins && alone;
    if fits && (state || plain) { letters + 1 } else { 0 }
}

/// The length of a space and a capital behind a value in groups: the check letter.
fn suffix(text: &str, range: &Range<usize>) -> usize {
    let grouped = text[range.clone()].contains(' ');
    let mut tail = text[range.end..].chars();
    let letter = tail.next() == Some(' ') && tail.next().is_some_and(|c| c.is_ascii_uppercase() && !"AI".contains(c));
    if grouped && letter && !tail.next().is_some_and(|c| c.is_alphanumeric() || ".'-&".contains(c)) { 2 } else { 0 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_grow_to_their_ends() {
        for (text, seen, kind, whole) in [
            ("tube TUB-31-00417 drawn", "00417", Kind::OtherId, "TUB-31-00417"),
            ("\"no\": \"KRT-00812\"", "-00812", Kind::OtherId, "KRT-00812"),
            ("serial 31180442-17, left", "31180442-", Kind::Device, "31180442-17"),
            ("path S27-30118-B today", "S27-30118", Kind::OtherId, "S27-30118-B"),
            ("license NP.330718", "330718", Kind::License, "NP.330718"),
            ("lic OR 3300718", "3300718", Kind::License, "OR 3300718"),
            ("TAX ID 33-1180718", "33-1180718", Kind::License, "33-1180718"),
            ("id KX 1188 2204", "1188 2204", Kind::OtherId, "KX 1188 2204"),
            ("no. KB 21 34 55 D, his", "21 34 55", Kind::OtherId, "KB 21 34 55 D"),
            ("ring 479-555-01-60", "01-60", Kind::Phone, "479-555-01-60"),
            ("id=vis_30c118", "30c118", Kind::OtherId, "vis_30c118"),
            ("MRN 331807, MRN-331807", "331807", Kind::Mrn, "331807"),
            ("No.331807 and 331807-day", "331807", Kind::OtherId, "331807"),
            ("XXXX-XXXX-4417", "4417", Kind::Account, "4417"),
            ("see 4417-8812 A patient", "4417-8812", Kind::OtherId, "4417-8812"),
        ] {
            let at = text.find(seen).unwrap();
            let mut hits = [Hit { kind, range: at..at + seen.len(), confidence: 0.5, rule: "test/rule".into() }];
            widen(&Page::new(text), &mut hits);
            assert_eq!(&text[hits[0].range.clone()], whole, "{text}");
        }
    }
}
