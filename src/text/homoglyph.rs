//! Cyrillic and Greek letters that pass for Latin ones, made Latin inside words that mix the scripts.

use super::map::{Rewriter, Rewritten};

/// Makes mixed words Latin. A word of one script stays: it is a word of another language.
pub(super) fn unmix(text: &str) -> Option<Rewritten> {
    if !text.bytes().any(|byte| LEAD_BYTES.contains(&byte)) {
        return None;
    }
    let mut rewriter = Rewriter::new(text);
    let mut word: Option<Word> = None;
    for (at, c) in text.char_indices() {
        if c.is_alphanumeric() {
            let word = word.get_or_insert(Word { start: at, latin: false, foreign: false });
            word.latin |= matches!(c, 'a'..='z' | 'A'..='Z' | 'À'..='ɏ');
            word.foreign |= latin(c).is_some();
        } else if let Some(word) = word.take() {
            word.unmix(text, at, &mut rewriter);
        }
    }
    if let Some(word) = word {
        word.unmix(text, text.len(), &mut rewriter);
    }
    rewriter.finish()
}

/// The first bytes of Greek and Cyrillic letters in UTF-8.
const LEAD_BYTES: std::ops::RangeInclusive<u8> = 0xCD..=0xD4;

/// A word that is being read.
struct Word {
    start: usize,
    /// It has a Latin letter.
    latin: bool,
    /// It has a letter that passes for one.
    foreign: bool,
}

impl Word {
    fn unmix(&self, text: &str, end: usize, rewriter: &mut Rewriter<'_>) {
        if !(self.latin && self.foreign) {
            return;
        }
        for (inside, c) in text[self.start..end].char_indices() {
            if let Some(latin) = latin(c) {
                let at = self.start + inside;
                rewriter.replace(at..at + c.len_utf8(), latin.encode_utf8(&mut [0; 4]));
            }
        }
    }
}

/// The Latin letter that a Cyrillic or Greek one passes for.
fn latin(c: char) -> Option<char> {
    Some(match c {
        'А' | 'Α' => 'A',
        'В' | 'Β' => 'B',
        'С' => 'C',
        'Е' | 'Ε' => 'E',
        'Н' | 'Η' => 'H',
        'І' | 'Ӏ' | 'Ι' => 'I',
        'Ј' => 'J',
        'К' | 'Κ' => 'K',
        'М' | 'Μ' => 'M',
        'Ν' => 'N',
        'О' | 'Ο' => 'O',
        'Р' | 'Ρ' => 'P',
        'Ѕ' => 'S',
        'Т' | 'Τ' => 'T',
        'Х' | 'Χ' => 'X',
        'У' | 'Ү' | 'Υ' => 'Y',
        'Ζ' => 'Z',
        'а' | 'α' => 'a',
        'с' | 'ϲ' => 'c',
        'ԁ' => 'd',
        'е' | 'є' => 'e',
        'һ' => 'h',
        'і' | 'ι' => 'i',
        'ј' | 'ϳ' => 'j',
        'к' | 'κ' => 'k',
        'ӏ' => 'l',
        'м' => 'm',
        'о' | 'ο' => 'o',
        'р' | 'ρ' => 'p',
        'ԛ' => 'q',
        'ѕ' => 's',
        'т' | 'τ' => 't',
        'υ' => 'u',
        'ѵ' | 'ν' => 'v',
        'ԝ' | 'ω' => 'w',
        'х' | 'χ' => 'x',
        'у' | 'ү' => 'y',
        _ => return None,
    })
}
