//! One line of a form, cut into its labels and what stands behind each.
//!
//! A label ends with a colon, a question mark, an equals sign, a dash, or the end of a sentence; or a wide gap or a
//! leader of dots stands behind it.
//! Several may stand on a line, side by side.

use super::wanted::{Fate, Wanted, words};
use regex::Regex;
use std::ops::Range;
use std::sync::LazyLock;

/// A part of a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Part {
    /// The label; none where the part has none.
    pub label: Option<String>,
    /// What stands behind it, or the part itself.
    pub text: String,
}

/// The longest label, in bytes and in words; one that nothing is known of, in words; and the longest question.
const LONGEST: usize = 60;
const MOST_WORDS: usize = 8;
const MOST_UNKNOWN: usize = 5;
const MOST_OF_QUESTION: usize = 14;
/// Marks that belong to neither label nor value.
const MARKS: &[char] = &[' ', '\t', '*', '_', '"', '\'', '`', ',', '•', '·', '…'];

static GAP: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new(r"[\t|]| {3,}|\.{3,}|_{3,}|-{3,}|·{3,}|…+").ok());

/// The parts of a line.
pub(super) fn parts(line: &str, wanted: &Wanted) -> Vec<Part> {
    let mut parts: Vec<Part> = Vec::new();
    let mut chunks = chunks(line).peekable();
    while let Some(chunk) = chunks.next() {
        // A wide gap stands between a label and its value, or in the middle of a text.
        let waits = parts.last().is_some_and(|last| last.label.is_some() && last.text.is_empty());
        let gap = chunks.peek().is_some() || is_blank(line);
        let asks = !parts.is_empty() && chunk.ends_with('?') && words(chunk).count() <= MOST_UNKNOWN;
        if asks || gap && !waits && wanted.is_label(chunk) {
            parts.push(Part { label: Some(clean(chunk)), text: String::new() });
            continue;
        }
        for part in cut(chunk, wanted) {
            match parts.last_mut() {
                Some(last) if part.label.is_none() => {
                    let space = if last.text.is_empty() { "" } else { " " };
                    last.text = [&last.text, space, &part.text].concat();
                }
                _ => parts.push(part),
            }
        }
    }
    parts
}

/// Whether a line ends with a blank that nobody filled in.
pub(super) fn is_blank(text: &str) -> bool {
    ["__", "..", "--", "…"].iter().any(|blank| text.ends_with(blank))
}

/// The parts of a line between tabs, bars, wide gaps and leaders of dots or lines.
fn chunks(line: &str) -> impl Iterator<Item = &str> {
    let parts: Vec<&str> = GAP.as_ref().map_or_else(|| vec![line], |gap| gap.split(line).collect());
    let parts = parts.into_iter().flat_map(|part| {
        // Two spaces part only what looks like a label from what stands before it.
        let gap = part.find("  ").filter(|at| part[*at..].contains([':', '?']));
        match gap {
            Some(at) => [Some(&part[..at]), Some(&part[at..])],
            None => [Some(part), None],
        }
    });
    parts.flatten().map(str::trim).filter(|part| !part.is_empty())
}

/// Cuts a chunk before each label in it.
fn cut(chunk: &str, wanted: &Wanted) -> Vec<Part> {
    let mut parts = Vec::new();
    let mut label: Option<&str> = None;
    let mut start = 0;
    if let Some((name, behind)) = leading(chunk, wanted) {
        label = Some(&chunk[name]);
        start = behind;
    }
    let mut from = start;
    // Whoever has a turn in a talk may ask; what stands in a field is its value.
    let talk = label.is_some_and(|label| !wanted.is_field(&clean(label)));
    while let Some((name, behind)) = inner(chunk, from, talk, wanted) {
        push(&mut parts, label, &chunk[start..name.start]);
        label = Some(&chunk[name]);
        start = behind;
        from = behind;
    }
    push(&mut parts, label, &chunk[start..]);
    parts
}

fn push(parts: &mut Vec<Part>, label: Option<&str>, text: &str) {
    let label = label.map(clean).filter(|label| !label.is_empty());
    let text = value(text);
    if label.is_some() || !text.is_empty() {
        parts.push(Part { label, text });
    }
}

/// A label without the marks around it; a question keeps its mark.
pub(super) fn clean(label: &str) -> String {
    let label = label.trim_matches(MARKS).trim_start_matches(['#', '-', '–', '>', '[', '(', ' ']);
    let label = label.trim_end_matches([':', '=', '.', '-', ']', ' ', '*']).replace('_', " ");
    label.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A value without the marks of its form; nothing where it is a blank to be filled in.
pub(super) fn value(text: &str) -> String {
    let text = text.trim_matches(MARKS).trim_start_matches([':', '=', ' ']).trim_start_matches(MARKS);
    let text = text.trim_end_matches([';', ' ']);
    // The stop of a single sentence is the form's; between sentences each keeps its own.
    let text = text.strip_suffix('.').filter(|text| !text.contains(". ") && !text.ends_with('.')).unwrap_or(text);
    if !text.chars().any(char::is_alphanumeric) {
        return String::new();
    }
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The label with which a chunk begins, and where its value does.
fn leading(chunk: &str, wanted: &Wanted) -> Option<(Range<usize>, usize)> {
    let asked = ["Q:", "Q.", "q:"].iter().find(|mark| chunk.starts_with(*mark)).map_or(0, |mark| mark.len());
    speaker(chunk)
        .or_else(|| question(chunk, asked, wanted))
        .or_else(|| colon(chunk, asked, wanted))
        .or_else(|| run_in(chunk, wanted))
        .or_else(|| dash(chunk, wanted))
}

/// Who speaks, in brackets at the beginning of a turn: `[nurse] any allergies`.
fn speaker(chunk: &str) -> Option<(Range<usize>, usize)> {
    let inside = chunk.strip_prefix('[')?;
    let end = inside.find(']')?;
    let name = &inside[..end];
    (name.len() > 1 && words(name).count() == 1 && name.chars().all(char::is_alphabetic))
        .then_some((1..end + 1, end + 2))
}

/// A question of a form: one that a field answers to, or one with a bare answer.
fn question(chunk: &str, start: usize, wanted: &Wanted) -> Option<(Range<usize>, usize)> {
    let end = chunk.find('?')? + 1;
    let label = chunk.get(start..end)?;
    let mut of_label = words(label).map(|(word, _)| word);
    // "Can you write ...?" asks the reader, not the patient.
    let (first, second) = (of_label.next()?, of_label.next().unwrap_or_default());
    let asks_reader = first == "please" || second == "you" && matches!(first.as_str(), "can" | "could" | "will");
    let count = words(label).count();
    if asks_reader || count > MOST_OF_QUESTION || label.contains(". ") || label.contains(':') {
        return None;
    }
    let answer = words(&chunk[end..]).next().map(|(word, _)| word).unwrap_or_default();
    let bare = matches!(answer.as_str(), "yes" | "no" | "none" | "y" | "n" | "na" | "never" | "nope");
    (start > 0 || bare || wanted.fate(label) != Fate::Unknown).then_some((start..end, end))
}

/// A label before the first colon or equals sign.
fn colon(chunk: &str, start: usize, wanted: &Wanted) -> Option<(Range<usize>, usize)> {
    let at = separators(chunk, start).find(|at| !chunk[*at..].starts_with('?'))?;
    let label = &chunk[start..at];
    let count = words(label).count();
    let stops = label.trim_matches(MARKS).contains([';', '!', '?']) || label.contains(". ") || label.contains(", ");
    let known = wanted.fate(&clean(label)) != Fate::Unknown;
    let fits = label.len() <= LONGEST && !stops && count > 0 && count <= if known { MOST_WORDS } else { MOST_UNKNOWN };
    (fits && label.chars().any(char::is_alphabetic)).then_some((start..at, at + 1))
}

/// A known label that is the first sentence of its line: `Follow-up. In two weeks.`
fn run_in(chunk: &str, wanted: &Wanted) -> Option<(Range<usize>, usize)> {
    let at = chunk.find(". ")?;
    let label = &chunk[..at];
    // "NKDA." is a statement.
    (wanted.is_heading(label) && wanted.says(label).is_empty()).then_some((0..at, at + 2))
}

/// A known label before a dash.
fn dash(chunk: &str, wanted: &Wanted) -> Option<(Range<usize>, usize)> {
    let dashes = [" - ", " – ", " — ", "- ", "– ", "— ", " = "];
    let (at, mark) = dashes.iter().filter_map(|mark| Some((chunk.find(mark)?, mark))).min_by_key(|(at, _)| *at)?;
    wanted.is_label(&clean(&chunk[..at])).then_some((0..at, at + mark.len()))
}

/// The next label inside a chunk, from a place on: a known one before a colon or a question mark, or any short one that
/// begins a sentence and stands before a colon; in a talk also a whole question.
fn inner(chunk: &str, from: usize, talk: bool, wanted: &Wanted) -> Option<(Range<usize>, usize)> {
    let mut floor = from;
    for at in separators(chunk, from) {
        let before = &chunk[floor..at];
        let begin = match (chunk[at..].starts_with('?'), talk) {
            (true, true) => asked(&chunk[floor..=at], wanted).or_else(|| known_end(before, wanted)),
            (true, false) => known_end(before, wanted),
            (false, _) => known_end(before, wanted).or_else(|| opening(before)),
        };
        if let Some(begin) = begin {
            let asks = usize::from(chunk[at..].starts_with('?'));
            return Some((floor + begin..at + asks, at + 1));
        }
        floor = at + 1;
    }
    None
}

/// Where the longest known label begins that ends a text.
fn known_end(text: &str, wanted: &Wanted) -> Option<usize> {
    let starts: Vec<usize> = words(text).map(|(_, bytes)| bytes.start).collect();
    let candidates = &starts[starts.len().saturating_sub(MOST_UNKNOWN)..];
    candidates.iter().copied().find(|start| {
        let label = &text[*start..];
        let first = words(label).next().map(|(word, _)| word).unwrap_or_default();
        let begins = !matches!(
            first.as_str(),
            "no" | "yes"
                | "none"
                | "for"
                | "to"
                | "of"
                | "and"
                | "or"
                | "in"
                | "on"
                | "with"
                | "the"
                | "is"
                | "are"
                | "have"
        );
        let whole = !label.contains(". ") && !label.contains([',', ';', '\n']) && label.trim().len() > 1;
        begins && whole && wanted.is_label(label)
    })
}

/// Where the question of a form begins that ends a text.
fn asked(text: &str, wanted: &Wanted) -> Option<usize> {
    let begin = [". ", "! "].iter().filter_map(|stop| text.rfind(stop).map(|at| at + stop.len())).max().unwrap_or(0);
    question(&text[begin..], 0, wanted).map(|(label, _)| begin + label.start)
}

/// Where a short label begins that opens a sentence and ends a text.
fn opening(text: &str) -> Option<usize> {
    let begin = [". ", "; ", " / "].iter().filter_map(|stop| text.rfind(stop).map(|at| at + stop.len())).max()?;
    let label = &text[begin..];
    let short = words(label).count() < MOST_UNKNOWN && label.len() <= LONGEST;
    (short && label.starts_with(char::is_uppercase)).then_some(begin)
}

/// Where a colon or a question mark ends a label: not in a time, nor in an address of the web.
fn separators(text: &str, from: usize) -> impl Iterator<Item = usize> {
    let found = text.get(from..).unwrap_or_default().match_indices([':', '?', '=']);
    found.map(move |(at, _)| from + at).filter(move |at| {
        let before = text[..*at].chars().next_back();
        let after = text[at + 1..].chars().next();
        let digits = before.is_some_and(|c| c.is_ascii_digit()) && after.is_some_and(|c| c.is_ascii_digit());
        !digits && after != Some('/') && after != Some('=')
    })
}
