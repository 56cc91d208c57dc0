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
    let mut words = Vec::new();
    let mut opens = true;
    let mut at = 0;
    for chunk in line.split_inclusive(char::is_whitespace) {
        let trimmed = chunk.trim_end();
        if is_of_words(trimmed) {
            words.extend(
                parts(trimmed).map(|part| Word::new(line, at + part.start..at + part.end, opens && part.start < 2)),
            );
        }
        if !trimmed.is_empty() {
            opens = trimmed.ends_with(['.', '!', '?', ':', ';']);
        }
        at += chunk.len();
    }
    // A town, a street or a house of several words is written with capitals throughout.
    for at in 0..words.len() {
        let phrase = lexicon::longest_phrase(words[at..].iter().take(4).map(|word| &line[word.range.clone()]));
        if let Some((count, entry)) = phrase
            && (entry.city() > 0 || entry.is(Class::NamedFacility) || entry.is(Class::Organization))
        {
            words[at..at + count].iter_mut().for_each(|word| word.kept = word.kept.max(1));
        }
        let ends_a_name = words[at].entry.is(Class::Street) || words[at].entry.is(Class::Facility);
        // A month or a weekday that is also another word is one beside a number or behind a word that leads to it.
        let [before, behind] = [line[..words[at].range.start].trim_end(), &line[words[at].range.end..]];
        let led =
            before.rsplit(' ').next().is_some_and(|word| LEADS.iter().any(|lead| lead.eq_ignore_ascii_case(word)))
                || before.ends_with(|c: char| c.is_ascii_digit() || "&,-".contains(c))
                || behind.trim_start().starts_with(|c: char| c.is_ascii_digit());
        let of_a_calendar = words[at].entry.is(Class::Month) || words[at].entry.is(Class::Weekday);
        if of_a_calendar && (led || !is_ordinary(words[at].entry)) {
            words[at].kept = 1;
        }
        let called = at > 0 && words[at - 1].entry.given() > 6 && words[at].entry.surname() > 5;
        if (ends_a_name || called)
            && at > 0
            && words[at - 1].kept == 1
            && words[at - 1].range.end + 1 == words[at].range.start
        {
            words[at].kept = words[at].kept.max(1);
        }
    }
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
fn parts(chunk: &str) -> impl Iterator<Item = Range<usize>> {
    let split = chunk.split(|c: char| !c.is_alphabetic() && c != '\'').filter(|part| !part.is_empty());
    split.map(|part| {
        let start = part.as_ptr() as usize - chunk.as_ptr() as usize;
        start..start + part.len()
    })
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
