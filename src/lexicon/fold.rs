//! The form in which words are looked up: lower case, no diacritics, one kind of apostrophe; and their hash.

use std::borrow::Cow;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// A word in lower case, its diacritics stripped and its apostrophes made plain.
///
/// ```
/// assert_eq!(safepaste::lexicon::fold("Peña"), "pena");
/// assert_eq!(safepaste::lexicon::fold("O’Brien"), "o'brien");
/// ```
pub fn fold(word: &str) -> Cow<'_, str> {
    if word.is_ascii() {
        if word.bytes().any(|b| b.is_ascii_uppercase() || b == b'`') {
            return Cow::Owned(word.to_ascii_lowercase().replace('`', "'"));
        }
        return Cow::Borrowed(word);
    }
    let mut folded = String::with_capacity(word.len());
    for c in word.nfkd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase) {
        match c {
            '\u{2018}' | '\u{2019}' | '\u{02bc}' | '\u{02b9}' | '\u{00b4}' | '\u{ff07}' | '`' => folded.push('\''),
            'ø' => folded.push('o'),
            'ł' => folded.push('l'),
            'đ' | 'ð' => folded.push('d'),
            'ı' => folded.push('i'),
            'ß' => folded.push_str("ss"),
            'æ' => folded.push_str("ae"),
            'œ' => folded.push_str("oe"),
            'þ' => folded.push_str("th"),
            c if is_combining_mark(c) => {}
            c => folded.push(c),
        }
    }
    Cow::Owned(folded)
}

/// A hash of bytes (FNV-1a), the same on every machine, since weights are stored by it.
pub(crate) fn hash(bytes: &[u8]) -> u32 {
    bytes.iter().fold(0x811c_9dc5, |h, b| (h ^ u32::from(*b)).wrapping_mul(0x0100_0193))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folds_case_diacritics_and_apostrophes() {
        for (word, key) in [
            ("anna", "anna"),
            ("McCOY", "mccoy"),
            ("José", "jose"),
            ("Jose\u{301}", "jose"),
            ("NGUYỄN", "nguyen"),
            ("Łukasz", "lukasz"),
            ("Søren", "soren"),
            ("Đặng", "dang"),
            ("Weiß", "weiss"),
            ("İpek", "ipek"),
            ("D’Angelo", "d'angelo"),
            ("Juvéderm", "juvederm"),
            ("李", "李"),
        ] {
            assert_eq!(fold(word), key, "{word}");
        }
    }
}
