//! Cyrillic and Greek letters that pass for Latin ones, made Latin where they are no word of their own language.

use super::map::{Rewriter, Rewritten};
use std::ops::Range;

/// Makes words Latin that mix the scripts, and words of nothing but such letters in a text without a word of the
/// other language. Any other word of one script stays, and so does a single letter: `TNF-α`.
pub(super) fn unmix(text: &str) -> Option<Rewritten> {
    if !text.bytes().any(|byte| LEAD_BYTES.contains(&byte)) {
        return None;
    }
    let words: Vec<Word> = words(text).collect();
    let foreign = words.iter().any(Word::is_foreign);
    let mut rewriter = Rewriter::new(text);
    for word in words.iter().filter(|word| word.is_disguised(foreign)) {
        word.unmix(text, &mut rewriter);
    }
    rewriter.finish()
}

/// The first bytes of Greek and Cyrillic letters in UTF-8.
const LEAD_BYTES: std::ops::RangeInclusive<u8> = 0xCD..=0xD4;

/// The words of a text that have a letter of those scripts.
fn words(text: &str) -> impl Iterator<Item = Word> {
    let mut chars = text.char_indices().peekable();
    std::iter::from_fn(move || {
        let (start, _) = chars.find(|(_, c)| c.is_alphanumeric())?;
        let mut word = Word { range: start..start, letters: 0, latin: false, passing: false, other: false };
        word.read(&text[start..]);
        while chars.next_if(|(at, _)| *at < word.range.end).is_some() {}
        Some(word)
    })
    .filter(|word| word.passing || word.other)
}

/// A word and what letters it has.
struct Word {
    range: Range<usize>,
    /// How many letters and digits.
    letters: usize,
    /// It has a Latin letter.
    latin: bool,
    /// It has a letter that passes for one.
    passing: bool,
    /// It has a Greek or Cyrillic letter that does not.
    other: bool,
}

impl Word {
    /// Reads to the end of the word with which a text begins.
    fn read(&mut self, text: &str) {
        for c in text.chars().take_while(|c| c.is_alphanumeric()) {
            let passes = latin(c).is_some();
            self.latin |= matches!(c, 'a'..='z' | 'A'..='Z' | 'À'..='ɏ');
            self.passing |= passes;
            self.other |= !passes && matches!(c, 'Ͱ'..='ԯ');
            self.letters += 1;
            self.range.end += c.len_utf8();
        }
    }

    /// Whether it can only be a word of another language.
    fn is_foreign(&self) -> bool {
        self.other && !self.latin && self.letters > 1
    }

    /// Whether it is a Latin word in other letters, in a text with words of another language or without.
    fn is_disguised(&self, foreign: bool) -> bool {
        self.passing && (self.latin || !self.other && !foreign && self.letters > 1)
    }

    fn unmix(&self, text: &str, rewriter: &mut Rewriter<'_>) {
        for (inside, c) in text[self.range.clone()].char_indices() {
            if let Some(latin) = latin(c) {
                let at = self.range.start + inside;
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
