//! Lines in which every word is in capitals or begins with one, read as they would be written elsewhere: what tells a
//! name from a word is its capital letter.

use super::map::{Rewriter, Rewritten};
use crate::lexicon::{self, Class, Entry};
use std::ops::Range;

/// A line in capitals of fewer words may be a heading or a row of codes.
const WORDS: usize = 4;
/// A line of fewer words that begin with capitals may be a heading, a name or an address.
const TITLED: usize = 8;
/// Of fewer letters a word is an initial or the code of a state, and a longer one without a vowel is an abbreviation.
const SHORT: usize = 3;

/// From here on a word is among the few hundred most frequent, by [`Entry::common`].
const FREQUENT: u8 = 12;

/// Puts the letters of such lines into lower case, but for the first letters of names and sentences. Chunks
/// that hold anything but letters and marks of a sentence are codes, addresses or parts of a file, and stay.
pub(super) fn lower(text: &str) -> Option<Rewritten> {
    let mut rewriter = Rewriter::new(text);
    let mut start = 0;
    for line in text.split_inclusive('\n') {
        if is_shouted(line) || is_titled(line) {
            lower_line(&mut rewriter, line, start);
        }
        start += line.len();
    }
    rewriter.finish()
}

/// Whether a line has words enough, all in capitals.
fn is_shouted(line: &str) -> bool {
    // Most lines say no at their second letter.
    !line.bytes().any(|byte| byte.is_ascii_lowercase())
        && !line.chars().any(char::is_lowercase)
        && line.split(|c: char| !c.is_alphabetic()).filter(|word| word.len() >= SHORT).count() >= WORDS
}

/// Whether a line has words enough, all of which begin with a capital, short ones too.
fn is_titled(line: &str) -> bool {
    let words = || line.split_whitespace().filter(|word| word.starts_with(char::is_alphabetic));
    words().all(|word| word.starts_with(char::is_uppercase)) && words().count() >= TITLED
}

fn lower_line(rewriter: &mut Rewriter<'_>, line: &str, start: usize) {
    let mut words = words(line);
    keep_names(line, &mut words);
    for word in words {
        for (at, c) in line[word.range.clone()].char_indices().skip(word.kept) {
            let (at, mut lower) = (start + word.range.start + at, c.to_lowercase());
            if let (Some(lower), None) = (lower.next(), lower.next())
                && lower != c
                && lower.len_utf8() == c.len_utf8()
            {
                rewriter.replace(at..at + c.len_utf8(), lower.encode_utf8(&mut [0; 4]));
            }
        }
    }
}

/// The words of a line.
fn words(line: &str) -> Vec<Word> {
    let mut words = Vec::new();
    let mut opens = true;
    let mut at = 0;
    for chunk in line.split_inclusive(char::is_whitespace) {
        let trimmed = chunk.trim_end();
        for part in if is_of_words(trimmed) { parts(trimmed) } else { Vec::new() } {
            words.push(Word::new(line, at + part.start..at + part.end, opens && part.start < 2));
        }
        if !trimmed.is_empty() {
            opens = trimmed.ends_with(['.', '!', '?', ':', ';']);
        }
        at += chunk.len();
    }
    words
}

/// Keeps the first letters of what is written with capitals by what stands beside it.
fn keep_names(line: &str, words: &mut [Word]) {
    for at in 0..words.len() {
        // A town, an organisation or a house of several words is written with capitals throughout.
        let phrase = lexicon::longest_phrase(words[at..].iter().take(4).map(|word| &line[word.range.clone()]));
        if let Some((count, entry)) = phrase
            && (entry.city() > 0 || entry.is(Class::NamedFacility) || entry.is(Class::Organization))
        {
            words[at..at + count].iter_mut().for_each(|word| word.kept = word.kept.max(1));
        }
        let entry = words[at].entry;
        let of_a_calendar = entry.is(Class::Month) || entry.is(Class::Weekday);
        if of_a_calendar && (!is_ordinary(entry) || is_led(line, &words[at].range)) {
            words[at].kept = 1;
        }
        // The end of a street or of a house, or a surname, right behind a name.
        let Some(before) = at.checked_sub(1).map(|before| &words[before]) else { continue };
        let beside = before.kept == 1 && before.range.end + 1 == words[at].range.start;
        let called = before.entry.given() > 6 && entry.surname() > 5;
        if beside && (called || entry.is(Class::Street) || entry.is(Class::Facility)) {
            words[at].kept = words[at].kept.max(1);
        }
    }
}

/// Whether a word that may be a month or a weekday is one: beside a number or behind a word that leads to it.
fn is_led(line: &str, word: &Range<usize>) -> bool {
    let [before, behind] = [line[..word.start].trim_end(), line[word.end..].trim_start()];
    let last = before.rsplit(' ').next().unwrap_or_default();
    LEADS.iter().any(|lead| lead.eq_ignore_ascii_case(last))
        || before.ends_with(|c: char| c.is_ascii_digit() || "&,-".contains(c))
        || behind.starts_with(|c: char| c.is_ascii_digit())
}

/// Words that lead to a month or a day.
const LEADS: &[&str] = &["in", "on", "of", "since", "until", "by", "next", "last", "this", "for", "to", "from", "and"];

/// A word of a line in capitals.
struct Word {
    range: Range<usize>,
    entry: Entry,
    /// How many of its letters stay as they are.
    kept: usize,
}

/// Whether a chunk is of letters and the marks of a sentence alone.
fn is_of_words(chunk: &str) -> bool {
    let marks = ['.', ',', ';', ':', '!', '?', '\'', '"', '(', ')', '[', ']', '-', '/', '&', '>'];
    let inside = chunk.trim_end_matches(marks);
    chunk.chars().all(|c| c.is_alphabetic() || marks.contains(&c)) && !inside.contains(['.', ':'])
}

/// The words of a chunk, with the apostrophes inside them.
fn parts(chunk: &str) -> Vec<Range<usize>> {
    let mut parts = Vec::new();
    let mut start = None;
    for (at, c) in chunk.char_indices().chain([(chunk.len(), ' ')]) {
        match (start, c.is_alphabetic() || c == '\'') {
            (None, true) => start = Some(at),
            (Some(from), false) => {
                parts.push(from..at);
                start = None;
            }
            _ => {}
        }
    }
    parts
}

impl Word {
    fn new(line: &str, range: Range<usize>, opens: bool) -> Word {
        const LINKS: &[&str] = &[
            "a", "am", "an", "as", "at", "be", "by", "do", "go", "he", "if", "in", "is", "it", "me", "my", "no", "of",
            "on", "or", "so", "to", "up", "us", "we", "de", "la", "el", "en", "es", "su", "un", "al", "le", "se", "mi",
            "te", "que",
        ];
        let word = &line[range.clone()];
        let lower = word.to_lowercase();
        let entry = lexicon::lookup(&lower);
        let vowels = lower.chars().any(|c| !c.is_ascii() || "aeiouy".contains(c));
        let short = [Class::Abbreviation, Class::Credential].into_iter().any(|class| entry.is(class));
        let kept = if LINKS.contains(&lower.as_str()) {
            usize::from(opens)
        } else if word.chars().count() < SHORT
            || !vowels
            || word.len() <= SHORT + 1 && (entry == Entry::default() || short && entry.common() < 8)
        {
            word.len()
        } else {
            // Where capitals begin the words alone, whoever wrote them may have meant some.
            let titled = word.chars().nth(1).is_some_and(char::is_lowercase);
            usize::from(opens || !is_ordinary(entry) || titled && entry.common() < FREQUENT)
        };
        Word { range, entry, kept }
    }
}

/// Whether a word is written in lower case inside a sentence.
fn is_ordinary(entry: Entry) -> bool {
    let thing = entry.is(Class::Health) && entry.given() == 0 && entry.surname() < 6;
    let seldom_capital = entry.capitalized() < 4;
    seldom_capital
        && (entry.common() >= 9 || entry.common() >= 5 && entry.given() <= 6 && entry.surname() <= 9 || thing)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_in_capitals_are_read_as_written_elsewhere() {
        let cases = [
            (
                "PLEASE CALL ODILE MARSH ABOUT HER PEEL ON TUESDAY. SHE LIVES IN TULSA, OK 74103.",
                "Please call Odile Marsh about her peel on Tuesday. She lives in Tulsa, OK 74103.",
            ),
            ("MRN BX-0417, SPF 30: KWAME'S SISTER CALLED", "MRN BX-0417, SPF 30: Kwame's sister called"),
            (
                "Please Text Grace Long That Her Filler Is Moved To May 4",
                "Please Text Grace Long that her Filler is Moved to May 4",
            ),
            ("HE LIVES ON MARSH COURT NEAR EAGLE PASS", "He lives on Marsh Court near Eagle Pass"),
            (
                "Next line\nOUR PRICE LIST FOR EVERY TREATMENT\nnext",
                "Next line\nOur price list for every treatment\nnext",
            ),
            (
                "SEE GLOW.EXAMPLE AND WRITE TO ANA@GLOW.EXAMPLE SOON",
                "See GLOW.EXAMPLE and write to ANA@GLOW.EXAMPLE soon",
            ),
        ];
        for (text, expected) in cases {
            assert_eq!(lower(text).unwrap().text, expected);
        }
        for text in
            ["SPF 50 AND MORE", "PID|1|MARSH^ODILE|TULSA", "PLEASE CALL ODILE MARSH, she waits", "Call Odile Marsh"]
        {
            assert!(lower(text).is_none(), "{text}");
        }
    }
}
