//! White space that says nothing: gaps that are all doubled, tabs inside a sentence, lines that a mail program broke,
//! numbers set wide.

use super::map::{Rewriter, Rewritten};
use std::ops::Range;

/// How many gaps a text must have, all of them doubled.
const GAPS: usize = 4;

/// Halves the gaps between words where each of them is of two spaces, or of four or six: two words of a table's cell
/// are set apart by one.
pub(super) fn halve(text: &str) -> Option<Rewritten> {
    if !text.contains("  ") {
        return None;
    }
    let gaps: Vec<Range<usize>> = inner_gaps(text).collect();
    let double = gaps.iter().filter(|gap| gap.len() == 2).count();
    if double < GAPS || double * 2 < gaps.len() || gaps.iter().any(|gap| gap.len() % 2 == 1) {
        return None;
    }
    let mut rewriter = Rewriter::new(text);
    for gap in gaps {
        rewriter.replace(gap.start..gap.start + gap.len() / 2, "");
    }
    rewriter.finish()
}

/// The runs of spaces that stand behind something on their line.
fn inner_gaps(text: &str) -> impl Iterator<Item = Range<usize>> {
    let bytes = text.as_bytes();
    let mut from = 0;
    std::iter::from_fn(move || {
        loop {
            let start = from + memchr::memchr(b' ', &bytes[from..])?;
            from = start + bytes[start..].iter().take_while(|byte| **byte == b' ').count();
            if start > 0 && bytes[start - 1] != b'\n' && bytes.get(from).is_some_and(|byte| *byte != b'\n') {
                return Some(start..from);
            }
        }
    })
}

/// Makes a space of a tab behind a word that needs another behind it, a comma or leader dots: it sets no columns apart.
pub(super) fn loosen(text: &str) -> Option<Rewritten> {
    let bytes = text.as_bytes();
    let mut rewriter = Rewriter::new(text);
    let mut start = 0;
    for at in memchr::memchr2_iter(b'\t', b'\n', bytes) {
        let word = text[start..at].rsplit([' ', '\t']).next().unwrap_or_default();
        let is_small = word.starts_with(char::is_lowercase) || word == "The";
        let goes_on = word.ends_with(',') || word.ends_with("..") || is_small && is_leading(word);
        if bytes[at] == b'\t' && goes_on {
            rewriter.replace(at..at + 1, " ");
        }
        start = at + 1;
    }
    rewriter.finish()
}

/// How long a line is at least that a mail program broke, in bytes.
const BROKEN_LINE: usize = 40;

/// Makes a space of a line break inside a sentence of running text, behind a long line: before a small letter or a
/// number, or behind a word with which no line ends by itself. Rows of tables, lists and schedules stay.
pub(super) fn join(text: &str) -> Option<Rewritten> {
    let bytes = text.as_bytes();
    let mut rewriter = Rewriter::new(text);
    let mut start = 0;
    for end in memchr::memchr_iter(b'\n', bytes) {
        let next = &text[end + 1..];
        let next = &next[..memchr::memchr(b'\n', next.as_bytes()).unwrap_or(next.len())];
        if end - start >= BROKEN_LINE && is_broken(&text[start..end], next) {
            rewriter.replace(end..end + 1, " ");
        }
        start = end + 1;
    }
    rewriter.finish()
}

/// Whether a sentence goes on from one line to the next.
fn is_broken(line: &str, next: &str) -> bool {
    let leads = is_leading(line.rsplit(' ').next().unwrap_or(line));
    let open = leads || line.ends_with(|c: char| c.is_alphanumeric() || c == ',' || c == ')');
    let begins = |wanted: fn(char) -> bool| next.starts_with(wanted);
    let follows = if leads {
        begins(char::is_alphanumeric)
    } else {
        // A year may be cut short: `'94`.
        let number = next.trim_start_matches('\'').starts_with(|c: char| c.is_ascii_digit());
        begins(char::is_lowercase) || number && !is_numbered(next) || is_half_of_day(next) || is_half_named(line, next)
    };
    let begun = leads || line.starts_with(|c: char| c.is_alphabetic() || "\"'([-*•>".contains(c));
    open && follows && begun && is_running(line) && is_running(next)
}

/// Whether a word needs another behind it: a month, a preposition, an article, a title, an owner.
fn is_leading(word: &str) -> bool {
    #[rustfmt::skip]
    const WORDS: &[&str] = &[
        "a", "an", "and", "apr", "april", "at", "aug", "august", "before", "by", "dec", "december", "dr", "feb", "february",
        "for", "from", "her", "his", "in", "jan", "january", "jul", "july", "jun", "june", "mar", "march", "may", "mr", "mrs",
        "ms", "my", "near", "nov", "november", "oct", "october", "of", "on", "or", "our", "sep", "sept", "september", "since",
        "st", "the", "their", "to", "until", "with",
    ];
    let plain = word.strip_suffix('.').unwrap_or(word);
    let is_owner = word.ends_with("'s") || word.ends_with("s'");
    // A sentence may well end in `to` and a point, but not in `Feb.`
    let may_end = plain.len() < word.len() && plain.starts_with(char::is_lowercase);
    is_owner || word == "&" || !may_end && WORDS.binary_search(&plain.to_ascii_lowercase().as_str()).is_ok()
}

/// Whether the name behind a preposition goes on in the next line: "a wedding at Alder" and "Dunes on Saturday".
fn is_half_named(line: &str, next: &str) -> bool {
    /// A mail program breaks lines here at the earliest, in bytes.
    const BROKEN_NAME: usize = 60;
    let mut words = line.rsplit(' ');
    let (last, lead) = (words.next().unwrap_or_default(), words.next().unwrap_or_default());
    let capital = |word: &str| word.starts_with(char::is_uppercase) && word.chars().skip(1).all(char::is_lowercase);
    line.len() >= BROKEN_NAME
        && matches!(lead, "at" | "in" | "near" | "from" | "to")
        && capital(last)
        && next.split_once(' ').is_some_and(|(first, _)| capital(first))
}

/// Whether a line begins like an entry of a list: `2. Call`, `10) `.
fn is_numbered(line: &str) -> bool {
    let number = line.bytes().take_while(u8::is_ascii_digit).count();
    let rest = &line[number..];
    // No list is so long that a year numbers an entry.
    number <= 3 && rest.starts_with(['.', ')', ':']) && rest[1..].starts_with(' ')
}

/// Whether a line begins with the half of the day, as `PM. Please`.
fn is_half_of_day(line: &str) -> bool {
    let word = line.split(|c: char| !c.is_ascii_alphabetic()).next();
    word.is_some_and(|word| ["am", "pm"].iter().any(|half| word.eq_ignore_ascii_case(half)))
}

/// Whether a line has no columns, fields or markup.
fn is_running(line: &str) -> bool {
    let packed = |pair: &[u8]| matches!(pair[0], b',' | b';') && pair[1].is_ascii_alphabetic();
    // A merge field stands in running text too: `{{link}}`.
    let braces = line.matches('{').count() > 2 * line.matches("{{").count();
    !line.contains("  ")
        && !braces
        && !line.contains(['\t', '|', '=', '^', '<'])
        && !line.as_bytes().windows(2).any(packed)
}

/// How many digits the groups of telephone and Social Security numbers, of dates in figures and of record numbers have.
const GROUPS: [&[usize]; 5] = [&[3, 3, 4], &[3, 2, 4], &[4, 2, 2], &[2, 2, 4], &[2, 3, 3]];

/// Draws a number together whose separators have spaces around them: `479 - 555 - 0142`, `2025 - 03 - 22`.
pub(super) fn tighten(text: &str) -> Option<Rewritten> {
    let bytes = text.as_bytes();
    let mut rewriter = Rewriter::new(text);
    let mut done = 0;
    for at in memchr::memchr2_iter(b'-', b'.', bytes) {
        if at < done || separator(bytes, at).is_none() {
            continue;
        }
        let separators = chain(bytes, at);
        done = separators.last().map_or(at, |last| last + 1);
        if is_number(bytes, &separators) {
            for at in separators {
                rewriter.replace(at - 1..at, "");
                rewriter.replace(at + 1..at + 2, "");
            }
        }
    }
    rewriter.finish()
}

/// Whether the groups between separators are those of a number that people write with them.
fn is_number(bytes: &[u8], separators: &[usize]) -> bool {
    let Some(first) = separators.first().map(|first| first - 1) else { return false };
    let before = bytes[..first].iter().rev().take_while(|byte| byte.is_ascii_digit()).count();
    let behind = separators.iter().map(|at| bytes[at + 2..].iter().take_while(|byte| byte.is_ascii_digit()).count());
    let groups: Vec<usize> = std::iter::once(before).chain(behind).collect();
    let in_brackets = || bytes[..first - before].trim_ascii_end().ends_with(b")");
    GROUPS.contains(&groups.as_slice()) || groups == [3, 4] && in_brackets()
}

/// The separators of a number from the first on, each with a space on both sides.
fn chain(bytes: &[u8], first: usize) -> Vec<usize> {
    let mut separators = vec![first];
    let mut at = first + 2;
    loop {
        at += bytes[at..].iter().take_while(|byte| byte.is_ascii_digit()).count() + 1;
        match separator(bytes, at) {
            Some(()) => separators.push(at),
            None => return separators,
        }
        at += 2;
    }
}

/// Whether a separator stands here between two digits, with a space on both sides.
fn separator(bytes: &[u8], at: usize) -> Option<()> {
    let around = bytes.get(at.checked_sub(2)?..at + 3)?;
    let [before, b' ', b'-' | b'.', b' ', after] = around else { return None };
    (before.is_ascii_digit() && after.is_ascii_digit()).then_some(())
}
